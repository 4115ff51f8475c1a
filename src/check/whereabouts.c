/*
 * Places, where the work is done, and how to apply.
 */
#include <string.h>

#include "check/rule.h"
#include "model/inherit.h"
#include "text/locale.h"

/* Every country that the document names. */
static void check_countries(struct rw_check *c, const struct rw_node *root)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const char *country = rw_node_attr(n, "country");

		if (country != NULL && !rw_locale_is_country(country))
			rw_report(c->diags, RW_COUNTRY_UNKNOWN,
				  rw_check_at(c, n, "country"), country, NULL,
				  NULL);
	}
}

static bool needs_region(const struct rw_node *place)
{
	return (rw_check_is(place, "country", "US") ||
		rw_check_is(place, "country", "CA")) &&
	       rw_node_attr(place, "region") == NULL;
}

/* A posting that takes a place of its company twice. */
static void check_twice(struct rw_check *c, const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, "place");
	struct rw_map *seen = rw_map_new();

	for (; n != NULL; n = rw_node_next_element(n, "place")) {
		const char *ref = rw_node_attr(n, "ref");

		if (ref != NULL && rw_map_put(seen, ref, seen) != NULL)
			rw_report(c->diags, RW_PLACE_TWICE,
				  rw_check_at(c, n, "ref"), ref, NULL, NULL);
	}
	rw_map_free(seen);
}

void rw_rule_places(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = rw_check_next(s->own, s->own, "place");

	check_countries(c, s->own);
	check_twice(c, s->own);
	for (; n != NULL; n = rw_check_next(n, s->own, "place")) {
		const char *id = rw_node_attr(n, "id");

		id = id ? id : rw_node_attr(n, "city");
		if (needs_region(n))
			rw_report(c->diags, RW_REGION_MISSING,
				  rw_check_at(c, n, "country"), id ? id : "",
				  NULL, NULL);
	}
}

static bool is_remote(const struct rw_node *workplace)
{
	return workplace != NULL && rw_check_is(workplace, "mode", "remote");
}

static void check_mode(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *workplace =
		rw_node_child(s->resolved, "workplace");

	if (workplace == NULL)
		rw_report(c->diags, RW_WORKPLACE_NONE, rw_node_pos(s->own),
			  NULL, NULL, NULL);
	else if (is_remote(workplace) &&
		 rw_node_child(workplace, "from") == NULL)
		rw_report(c->diags, RW_REMOTE_FROM, rw_node_pos(workplace),
			  NULL, NULL, NULL);
	if (!is_remote(workplace) &&
	    rw_node_child(s->resolved, "place") == NULL)
		rw_report(c->diags, RW_PLACE_NONE, rw_node_pos(s->own), NULL,
			  NULL, NULL);
}

static const struct rw_node *company_root(struct rw_check *c,
					  const struct rw_subject *s)
{
	const char *id = rw_node_attr(s->merged, "company");
	struct rw_entry *entry =
		id ? rw_workspace_find(c->ws, RW_KIND_COMPANY, id, NULL) : NULL;

	if (c->known.company != NULL)
		return c->known.company;
	return entry ? rw_inherit_resolve(c->ws, entry, NULL, c->diags) : NULL;
}

static bool can_apply(const struct rw_node *root)
{
	const struct rw_node *apply = rw_node_child(root, "apply");

	return apply != NULL && (rw_node_attr(apply, "url") != NULL ||
				 rw_node_attr(apply, "email") != NULL ||
				 rw_node_attr(apply, "phone") != NULL ||
				 rw_node_child(apply, "how") != NULL);
}

void rw_rule_workplace(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *company = company_root(c, s);

	if (rw_check_is(s->own, "status", "retired"))
		return;
	if (s->resolved != NULL)
		check_mode(c, s);
	if (company != NULL && !can_apply(s->merged) && !can_apply(company))
		rw_report(c->diags, RW_APPLY_NONE,
			  rw_check_at(c, s->own, "company"),
			  rw_node_attr(s->merged, "company"), NULL, NULL);
}
