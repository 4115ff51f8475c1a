/*
 * Which terms of the glossary occur in any text.
 */
#include <string.h>

#include "check/rule.h"
#include "model/prose.h"

static void note_hits(struct rw_check *c, const struct rw_glossary *g,
		      const char *text, const char *own)
{
	size_t len = strlen(text), start = 0;
	struct rw_term_hit hit;

	while (rw_term_index_find(g->index, text, len, start, &hit)) {
		const char *id = g->terms[hit.term].id;

		if (own == NULL || strcmp(own, id) != 0)
			rw_map_put(c->mentioned, id, c);
		start = hit.to;
	}
}

static bool leads_to_term(const struct rw_node *node)
{
	static const char *const names[] = { "term", "see-also", "broader",
					     "narrower" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (rw_node_is(node, names[i]))
			return rw_node_attr(node, "ref") != NULL;
	return false;
}

/* References that the author wrote, by id. */
static void note_links(struct rw_check *c, const struct rw_node *root)
{
	const struct rw_node *n = rw_node_walk(root, root);

	for (; n != NULL; n = rw_node_walk(n, root))
		if (leads_to_term(n))
			rw_map_put(c->mentioned, rw_node_attr(n, "ref"), c);
}

void rw_rule_mentions(struct rw_check *c, const struct rw_subject *s)
{
	const char *lang = rw_node_lang(s->own);
	const struct rw_glossary *g =
		rw_glossary_load(c->ws, lang[0] ? lang : "en", c->diags);
	const struct rw_node *n = rw_node_child(s->own, NULL);

	note_links(c, s->own);
	for (; g != NULL && n != NULL; n = rw_node_next_element(n, NULL))
		note_hits(c, g, rw_plain_text(c->arena, n),
			  rw_node_is(n, "term") ? rw_node_attr(n, "id") : NULL);
}

void rw_check_unused_terms(struct rw_check *c)
{
	struct rw_entry *const *entries;
	const struct rw_node *root, *n;
	size_t count;

	entries = rw_workspace_list(c->ws, RW_KIND_GLOSSARY, &count);
	for (size_t i = 0; i < count; i++) {
		if (entries[i]->layer != RW_LAYER_WORKSPACE)
			continue;
		root = rw_entry_root(c->ws, entries[i], c->diags);
		n = root ? rw_node_child(root, "term") : NULL;
		for (; n != NULL; n = rw_node_next_element(n, "term")) {
			const char *id = rw_node_attr(n, "id");

			/* Of a term with link="no" nothing is known. */
			if (!rw_check_is(n, "link", "no") &&
			    !rw_map_get(c->mentioned, id))
				rw_report(c->diags, RW_TERM_UNUSED,
					  rw_node_pos(n), id, NULL, NULL);
		}
	}
}
