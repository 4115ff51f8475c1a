/*
 * Addresses in attributes that become links of pages.
 */
#include "check/rule.h"
#include "text/markdown.h"

static const struct {
	const char *element;
	const char *attribute;
} addresses[] = {
	{ "apply", "url" },
	{ "image", "url" },
	{ "video", "url" },
	{ "link", "href" },
};

static void check_element(struct rw_check *c, const struct rw_node *node)
{
	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		const char *name = addresses[i].attribute;
		const char *url = rw_node_is(node, addresses[i].element)
					  ? rw_node_attr(node, name)
					  : NULL;

		if (url != NULL)
			rw_link_check(url, rw_check_at(c, node, name),
				      c->diags);
	}
}

void rw_rule_addresses(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = s->own;

	for (; n != NULL; n = rw_node_walk(n, s->own))
		check_element(c, n);
}
