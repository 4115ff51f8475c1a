/*
 * Collecting terms from the files of both layers.
 */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "model/glossary.h"
#include "model/inherit.h"
#include "model/prose.h"

struct builder {
	struct rw_workspace *ws;
	struct rw_arena *arena;
	const char *lang;
	struct rw_map *terms; /* id -> struct rw_term */
	struct rw_diags *diags;
	int status;
};

static const char *label_of(struct rw_arena *arena, const struct rw_node *term)
{
	struct rw_node *label = rw_node_child(term, "label");

	return label ? rw_node_text(arena, label) : "";
}

/* A term that both layers have: the upper one's parts replace the lower's. */
static const struct rw_node *laid_over(struct builder *b,
				       const struct rw_node *lower,
				       const struct rw_node *upper)
{
	struct rw_doc *doc = rw_doc_new(b->arena, RW_NS, "term");
	struct rw_node *root = rw_doc_root(doc), *n;

	rw_node_set_attr(root, "xml:lang", rw_node_lang(lower));
	for (n = rw_node_child(lower, NULL); n;
	     n = rw_node_next_element(n, NULL))
		rw_node_copy(n, root);
	if (rw_inherit_merge(b->ws, root, upper, b->diags) != 0)
		b->status = -1;
	return root;
}

static void add_term(struct builder *b, const struct rw_node *node,
		     const struct rw_node *glossary,
		     const struct rw_entry *entry)
{
	const char *id = rw_node_attr(node, "id");
	struct rw_term *term = rw_map_get(b->terms, id);
	const char *replace = rw_node_attr(glossary, "replace");
	const char *link = rw_node_attr(node, "link");
	const struct rw_node *definition;

	if (term == NULL) {
		term = rw_arena_zalloc(b->arena, sizeof(*term));
		rw_map_put(b->terms, id, term);
	} else if (entry->layer == RW_LAYER_LIBRARY || term->own) {
		rw_report(b->diags, RW_TERM_TWICE, rw_node_pos(node), id, NULL,
			  NULL);
		b->status = -1;
		return;
	} else if (replace == NULL || strcmp(replace, "yes") != 0) {
		node = laid_over(b, term->node, node);
	}
	definition = rw_node_child(node, "definition");
	term->id = id;
	term->node = node;
	term->glossary = glossary;
	term->own = entry->layer == RW_LAYER_WORKSPACE;
	term->link = link == NULL || strcmp(link, "no") != 0;
	term->label = label_of(b->arena, node);
	term->plain =
		definition
			? rw_first_sentence(b->arena,
					    rw_plain_text(b->arena, definition))
			: "";
}

static void add_file(struct builder *b, struct rw_entry *entry)
{
	struct rw_node *root =
		rw_inherit_resolve(b->ws, entry, b->lang, b->diags);
	struct rw_node *term;

	if (root == NULL) {
		b->status = -1;
		return;
	}
	for (term = rw_node_child(root, "term"); term != NULL;
	     term = rw_node_next_element(term, "term"))
		add_term(b, term, root, entry);
}

static void add_layer(struct builder *b, unsigned layer)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(b->ws, RW_KIND_GLOSSARY, &count);
	for (size_t i = 0; i < count; i++)
		if (entries[i]->layer == layer)
			add_file(b, entries[i]);
}

static void index_forms(struct rw_term_index *index,
			const struct rw_glossary *glossary, size_t number,
			const char *element, struct rw_arena *arena)
{
	const struct rw_node *node = glossary->terms[number].node;
	const char *letter_case = rw_node_attr(node, "case");
	bool exact = (letter_case && strcmp(letter_case, "exact") == 0) ||
		     strcmp(element, "abbreviation") == 0;
	struct rw_node *n = rw_node_child(node, element);

	for (; n != NULL; n = rw_node_next_element(n, element))
		rw_term_index_add(index, rw_node_text(arena, n), exact, number);
}

static void make_index(struct rw_glossary *glossary, struct rw_arena *arena)
{
	static const char *const forms[] = { "label", "abbreviation",
					     "inflection", "synonym" };
	struct rw_term_index *index = rw_term_index_new(arena);

	for (size_t f = 0; f < sizeof(forms) / sizeof(forms[0]); f++)
		for (size_t i = 0; i < glossary->count; i++)
			if (glossary->terms[i].link)
				index_forms(index, glossary, i, forms[f],
					    arena);
	rw_term_index_seal(index);
	glossary->index = index;
}

static void *make(struct rw_workspace *ws, struct rw_arena *arena,
		  void *context, struct rw_diags *diags)
{
	struct builder b = { ws, arena, context, rw_map_new(), diags, 0 };
	struct rw_glossary *g = rw_arena_zalloc(arena, sizeof(*g));
	const char **ids;

	if (!rw_workspace_is_library(ws))
		add_layer(&b, RW_LAYER_LIBRARY);
	add_layer(&b, RW_LAYER_WORKSPACE);
	g->count = rw_map_count(b.terms);
	g->terms = rw_arena_zalloc(arena, (g->count + 1) * sizeof(*g->terms));
	ids = rw_map_keys(b.terms);
	for (size_t i = 0; i < g->count; i++)
		g->terms[i] = *(struct rw_term *)rw_map_get(b.terms, ids[i]);
	rw_free(ids);
	rw_map_free(b.terms);
	make_index(g, arena);
	return b.status == 0 ? g : NULL;
}

const struct rw_glossary *rw_glossary_load(struct rw_workspace *ws,
					   const char *lang,
					   struct rw_diags *diags)
{
	struct rw_buf key = RW_BUF_INIT;
	const struct rw_glossary *glossary;

	rw_buf_printf(&key, "glossary/%s", lang);
	glossary = rw_workspace_once(ws, key.data, make, (void *)lang, diags);
	rw_buf_release(&key);
	return glossary;
}

static int by_id(const void *key, const void *term)
{
	return strcmp(key, ((const struct rw_term *)term)->id);
}

const struct rw_term *rw_glossary_find(const struct rw_glossary *glossary,
				       const char *id)
{
	return bsearch(id, glossary->terms, glossary->count,
		       sizeof(*glossary->terms), by_id);
}

const char *rw_glossary_nearest(const struct rw_glossary *glossary,
				const char *id)
{
	const char **ids = rw_calloc(glossary->count + 1, sizeof(*ids));
	const char *near;

	for (size_t i = 0; i < glossary->count; i++)
		ids[i] = glossary->terms[i].id;
	near = rw_nearest(id, ids, glossary->count);
	rw_free(ids);
	return near;
}
