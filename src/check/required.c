/*
 * What a document must have once all that it inherits is there: the schema
 * cannot ask for it, since a translation or an override need not repeat it.
 */
#include <string.h>

#include "check/rule.h"

static const struct {
	const char *element;
	const char *child;     /* or NULL */
	const char *attribute; /* or NULL */
	enum rw_severity severity;
} fields[] = {
	{ "role", "title", NULL, RW_ERROR },
	{ "posting", NULL, "company", RW_ERROR },
	{ "guide", "title", NULL, RW_ERROR },
	{ "guide", "steps", NULL, RW_ERROR },
	{ "step", "title", NULL, RW_ERROR },
	{ "company", "name", NULL, RW_ERROR },
	{ "benefit", NULL, "kind", RW_ERROR },
	{ "notice", NULL, "kind", RW_ERROR },
	{ "goal", NULL, "by-day", RW_ERROR },
	{ "term", "label", NULL, RW_ERROR },
	{ "term", "definition", NULL, RW_ERROR },
	{ "pay-table", NULL, "currency", RW_ERROR },
	{ "pay-table", NULL, "period", RW_ERROR },
	{ "pay-table", NULL, "effective", RW_ERROR },
	{ "site", "title", NULL, RW_ERROR },
	{ "site", NULL, "base-url", RW_WARNING },
};
#define FIELDS (sizeof(fields) / sizeof(fields[0]))

static void report(struct rw_check *c, const struct rw_node *node, size_t i)
{
	struct rw_finding f = {
		.code = fields[i].child ? RW_ELEMENT_MISSING
					: RW_ATTRIBUTE_MISSING,
		.severity = fields[i].severity,
		.pos = rw_node_pos(node),
		.args = { rw_node_name(node), fields[i].child
						      ? fields[i].child
						      : fields[i].attribute },
	};

	rw_report_finding(c->diags, &f);
}

static bool has(const struct rw_node *node, size_t i)
{
	return fields[i].child
		       ? rw_node_child(node, fields[i].child) != NULL
		       : rw_node_attr(node, fields[i].attribute) != NULL;
}

/* Both layers may say something of a term; together they must say it all. */
static const struct rw_node *whole_term(struct rw_check *c,
					const struct rw_subject *s,
					const struct rw_node *node)
{
	const char *lang = rw_node_lang(s->own);
	const struct rw_glossary *g =
		rw_glossary_load(c->ws, lang[0] ? lang : "en", c->diags);
	const char *id = rw_node_attr(node, "id");
	const struct rw_term *term = g && id ? rw_glossary_find(g, id) : NULL;

	return term != NULL ? term->node : node;
}

static bool is_definition_of_term(const struct rw_subject *s,
				  const struct rw_node *node)
{
	return s->entry->kind == RW_KIND_GLOSSARY && rw_node_is(node, "term") &&
	       rw_node_parent(node) == s->merged;
}

static void check_node(struct rw_check *c, const struct rw_subject *s,
		       const struct rw_node *node)
{
	const struct rw_node *whole = node;

	if (rw_node_is(node, "term") && !is_definition_of_term(s, node))
		return;
	if (rw_node_is(node, "term"))
		whole = whole_term(c, s, node);
	for (size_t i = 0; i < FIELDS; i++)
		if (rw_node_is(node, fields[i].element) && !has(whole, i))
			report(c, node, i);
}

/* A place is whole where it is defined; a posting may only refer to it. */
static void check_place(struct rw_check *c, const struct rw_node *place)
{
	static const char *const names[] = { "city", "country" };

	for (size_t i = 0; i < 2; i++)
		if (rw_node_attr(place, "ref") == NULL &&
		    rw_node_attr(place, names[i]) == NULL)
			rw_report(c->diags, RW_ATTRIBUTE_MISSING,
				  rw_node_pos(place), "place", names[i], NULL);
}

void rw_rule_required(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = s->merged;

	for (; n != NULL; n = rw_node_walk(n, s->merged)) {
		check_node(c, s, n);
		if (rw_node_is(n, "place"))
			check_place(c, n);
	}
	/* A role without a title is reported there. */
	if (s->entry->kind == RW_KIND_POSTING && s->resolved != NULL &&
	    rw_node_attr(s->own, "role") == NULL &&
	    rw_node_child(s->resolved, "title") == NULL)
		rw_report(c->diags, RW_ELEMENT_MISSING, rw_node_pos(s->own),
			  "posting", "title", NULL);
}
