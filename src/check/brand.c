/*
 * What a company's pages look like.
 */
#include "base/file.h"
#include "check/rule.h"

void rw_rule_brand(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *brand = rw_node_child(s->own, "brand");
	const char *logo = brand ? rw_node_attr(brand, "logo") : NULL;
	const char *folder = rw_path_join(
		c->arena, rw_workspace_options(c->ws)->folder, "static");

	if (logo != NULL &&
	    !rw_file_exists(rw_path_join(c->arena, folder, logo)))
		rw_report(c->diags, RW_LOGO_NONE, rw_check_at(c, brand, "logo"),
			  logo, NULL, NULL);
}
