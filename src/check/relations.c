/*
 * How terms of the glossary refer to each other.
 */
#include <string.h>

#include "check/rule.h"

/* The opposite of each relation. */
static const struct {
	const char *name;
	const char *back;
} relations[] = {
	{ "see-also", "see-also" },
	{ "broader", "narrower" },
	{ "narrower", "broader" },
};
#define RELATIONS (sizeof(relations) / sizeof(relations[0]))

static const struct rw_node *reference(const struct rw_node *term,
				       const char *relation, const char *id)
{
	const struct rw_node *n = rw_node_child(term, relation);

	while (n != NULL && !rw_check_is(n, "ref", id))
		n = rw_node_next_element(n, relation);
	return n;
}

static void report_unknown(struct rw_check *c, const struct rw_glossary *g,
			   const struct rw_node *n)
{
	const char *id = rw_node_attr(n, "ref");
	const char *near = rw_glossary_nearest(g, id);

	rw_report_near(c->diags, RW_TERM_UNKNOWN, rw_check_at(c, n, "ref"),
		       near, (const char *const[]){ id, NULL, NULL });
}

/*
 * One side is enough for broader and narrower while the other term uses
 * neither word for it: only two lists that differ are a slip.
 */
static void check_back(struct rw_check *c, const struct rw_term *other,
		       const struct rw_node *n, size_t which)
{
	const struct rw_node *term = rw_node_parent(n);
	const char *back = relations[which].back;
	const char *id = rw_node_attr(term, "id");

	if (which > 0 && rw_node_child(other->node, back) == NULL)
		return;
	if (reference(other->node, back, id) == NULL)
		rw_report(c->diags, RW_RELATION_ONE_SIDED,
			  rw_check_at(c, n, "ref"), id, other->id,
			  relations[which].name);
}

static void check_reference(struct rw_check *c, const struct rw_glossary *g,
			    const struct rw_node *n, size_t which)
{
	const struct rw_term *other =
		rw_glossary_find(g, rw_node_attr(n, "ref"));

	if (other == NULL)
		report_unknown(c, g, n);
	else
		check_back(c, other, n, which);
}

/* ------------------------------------------------------------- circles */

static bool is_below(const struct rw_glossary *g, const char *id,
		     const char *top, struct rw_map *seen);

/* Whether a term that 'id' names as broader is 'top', or leads there. */
static bool climbs(const struct rw_glossary *g, const struct rw_term *term,
		   const char *top, struct rw_map *seen)
{
	const struct rw_node *n = rw_node_child(term->node, "broader");

	for (; n != NULL; n = rw_node_next_element(n, "broader")) {
		const char *ref = rw_node_attr(n, "ref");

		if (strcmp(ref, top) == 0 || is_below(g, ref, top, seen))
			return true;
	}
	return false;
}

static bool is_below(const struct rw_glossary *g, const char *id,
		     const char *top, struct rw_map *seen)
{
	const struct rw_term *term = rw_glossary_find(g, id);

	if (term == NULL || rw_map_put(seen, id, seen) != NULL)
		return false;
	if (climbs(g, term, top, seen))
		return true;
	for (size_t i = 0; i < g->count; i++)
		if (reference(g->terms[i].node, "narrower", id) != NULL &&
		    (strcmp(g->terms[i].id, top) == 0 ||
		     is_below(g, g->terms[i].id, top, seen)))
			return true;
	return false;
}

static void check_circle(struct rw_check *c, const struct rw_glossary *g,
			 const struct rw_node *n)
{
	const char *id = rw_node_attr(rw_node_parent(n), "id");
	const char *ref = rw_node_attr(n, "ref");
	struct rw_map *seen = rw_map_new();

	if (strcmp(id, ref) == 0 || is_below(g, ref, id, seen))
		rw_report(c->diags, RW_BROADER_CYCLE, rw_check_at(c, n, "ref"),
			  id, ref, NULL);
	rw_map_free(seen);
}

/* ---------------------------------------------------------- categories */

static void check_category(struct rw_check *c, const struct rw_subject *s,
			   const struct rw_node *term)
{
	const char *id = rw_node_attr(term, "category");
	const struct rw_node *n = rw_node_child(s->merged, "category");
	struct rw_vec ids = { 0 };

	for (; n != NULL; n = rw_node_next_element(n, "category"))
		if (rw_node_attr(n, "id") != NULL)
			rw_vec_push(&ids, (void *)rw_node_attr(n, "id"));
	for (size_t i = 0; i < ids.count && id != NULL; i++)
		if (strcmp(ids.items[i], id) == 0)
			id = NULL;
	if (id != NULL && ids.count > 0)
		rw_check_unknown(c, rw_check_at(c, term, "category"),
				 (const char *const[]){ "category", id, NULL },
				 &ids);
	rw_vec_release(&ids);
}

void rw_rule_relations(struct rw_check *c, const struct rw_subject *s)
{
	const char *lang = rw_node_lang(s->own);
	const struct rw_glossary *g =
		rw_glossary_load(c->ws, lang[0] ? lang : "en", c->diags);
	const struct rw_node *term = rw_node_child(s->own, "term"), *n;

	for (; g != NULL && term != NULL;
	     term = rw_node_next_element(term, "term")) {
		check_category(c, s, term);
		for (size_t i = 0; i < RELATIONS; i++)
			for (n = rw_node_child(term, relations[i].name); n;
			     n = rw_node_next_element(n, relations[i].name))
				check_reference(c, g, n, i);
		for (n = rw_node_child(term, "broader"); n != NULL;
		     n = rw_node_next_element(n, "broader"))
			check_circle(c, g, n);
	}
}
