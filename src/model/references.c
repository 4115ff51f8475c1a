/*
 * Who refers to what.
 */
#include "model/references.h"

#include <string.h>

#include "model/glossary.h"
#include "model/lists.h"

/* Attributes that name something; an attribute may hold several names. */
static const struct {
	const char *element;
	const char *attribute;
	int target;
	const char *what;
} attributes[] = {
	{ "role", "extends", RW_KIND_ROLE, "extends" },
	{ "position", "ref", RW_KIND_ROLE, "position" },
	{ "posting", "role", RW_KIND_ROLE, "role" },
	{ "site", "roles", RW_KIND_ROLE, "roles" },
	{ "site", "matrix", RW_KIND_ROLE, "matrix" },
	{ "answer", "role", RW_KIND_ROLE, "answer" },
	{ "site", "guides", RW_KIND_GUIDE, "guides" },
	{ "posting", "company", RW_KIND_COMPANY, "company" },
	{ "posting", "agency", RW_KIND_COMPANY, "agency" },
	{ "site", "company", RW_KIND_COMPANY, "company" },
	{ "pay-table", "company", RW_KIND_COMPANY, "company" },
	{ "site", "postings", RW_KIND_POSTING, "postings" },
	{ "pay", "table", RW_KIND_PAY_TABLE, "table" },
	{ "account", "board", RW_KIND_BOARD, "account" },
	{ "see-also", "ref", RW_TARGET_TERM, "see-also" },
	{ "broader", "ref", RW_TARGET_TERM, "broader" },
	{ "narrower", "ref", RW_TARGET_TERM, "narrower" },
	{ "pay", "grade", RW_TARGET_GRADE, "grade" },
	{ "band", "grade", RW_TARGET_GRADE, "band" },
	{ "pay", "area", RW_TARGET_AREA, "area" },
	{ "place", "area", RW_TARGET_AREA, "area" },
	{ "place", "ref", RW_TARGET_PLACE, "place" },
	{ "supervisor", "place", RW_TARGET_PLACE, "supervisor" },
};

struct search {
	struct rw_workspace *ws;
	struct rw_arena *arena;
	const struct rw_target *target;
	struct rw_entry *entry;		    /* that is being searched */
	const struct rw_glossary *glossary; /* of its language, or NULL */
	struct rw_vec *found;
	struct rw_diags *diags;
	int status;
};

const char *rw_target_name(int kind)
{
	static const char *const names[] = { "term", "statement", "grade",
					     "area", "place" };

	return kind < RW_KINDS ? rw_kind_name((enum rw_kind)kind)
			       : names[kind - RW_KINDS];
}

/* --------------------------------------------------------------- finding */

static void add(struct search *s, struct rw_pos pos, const char *what,
		bool by_id)
{
	struct rw_reference *r = rw_arena_zalloc(s->arena, sizeof(*r));

	r->entry = s->entry;
	r->pos = pos;
	r->what = what;
	r->by_id = by_id;
	rw_vec_push(s->found, r);
}

/* Finds the id among the names in the source from 'pos' to one of 'ends'. */
static void find_names(struct search *s, struct rw_pos pos, const char *ends,
		       const char *what)
{
	size_t len, id = strlen(s->target->id);
	const char *text =
		rw_sources_text(rw_diags_sources(s->diags), pos.file, &len);

	while (text != NULL && pos.offset < len &&
	       strchr(ends, text[pos.offset]) == NULL) {
		size_t at = pos.offset, word = 0;

		while (at + word < len &&
		       strchr(" \t\r\n\"'<", text[at + word]) == NULL)
			word++;
		if (word == id && memcmp(text + at, s->target->id, id) == 0)
			add(s, pos, what, true);
		pos.offset += (uint32_t)(word ? word : 1);
	}
}

static void find_attributes(struct search *s, const struct rw_node *node)
{
	const struct rw_sources *sources = rw_diags_sources(s->diags);

	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (attributes[i].target == s->target->kind &&
		    rw_node_is(node, attributes[i].element) &&
		    rw_node_attr(node, attributes[i].attribute) != NULL)
			find_names(
				s,
				rw_node_attr_value_pos(
					node, attributes[i].attribute, sources),
				"\"'", attributes[i].what);
}

/* "item", or "document#item". */
static void find_use(struct search *s, const struct rw_node *node)
{
	const char *ref = rw_node_attr(node, "ref");
	const char *hash = ref ? strchr(ref, '#') : NULL;
	struct rw_pos pos;

	if (ref == NULL || !rw_node_is(node, "use"))
		return;
	pos = rw_node_attr_value_pos(node, "ref", rw_diags_sources(s->diags));
	if (s->target->kind == RW_TARGET_STATEMENT) {
		pos.offset += hash ? (uint32_t)(hash + 1 - ref) : 0;
		if (strcmp(hash ? hash + 1 : ref, s->target->id) == 0)
			add(s, pos, "use", true);
	} else if (s->target->kind == RW_KIND_STATEMENTS && hash != NULL &&
		   strlen(s->target->id) == (size_t)(hash - ref) &&
		   strncmp(s->target->id, ref, (size_t)(hash - ref)) == 0) {
		add(s, pos, "use", true);
	}
}

/* The term that words in double brackets mean: an id, or one of its forms. */
static bool means(const struct search *s, const char *ref)
{
	size_t len = strlen(ref);
	struct rw_term_hit hit;

	return s->glossary != NULL &&
	       rw_glossary_find(s->glossary, ref) == NULL &&
	       rw_term_index_find(s->glossary->index, ref, len, 0, &hit) &&
	       hit.from == 0 && hit.to == len &&
	       strcmp(s->glossary->terms[hit.term].id, s->target->id) == 0;
}

static void find_mark(struct search *s, const struct rw_node *node)
{
	const char *ref = rw_node_attr(node, "ref");
	struct rw_pos pos = rw_node_pos(node);
	bool by_id;

	if (ref == NULL || !rw_node_is(node, "term"))
		return;
	by_id = strcmp(ref, s->target->id) == 0;
	if (!by_id && !means(s, ref))
		return;
	if (pos.offset != RW_POS_FILE_ONLY)
		pos.offset += 2; /* the brackets */
	add(s, pos, "[[term]]", by_id);
}

static void find_in_node(struct search *s, const struct rw_node *node)
{
	find_attributes(s, node);
	find_use(s, node);
	if (s->target->kind == RW_TARGET_TERM)
		find_mark(s, node);
	if (s->target->kind == RW_KIND_BOARD && rw_node_is(node, "boards"))
		find_names(s,
			   rw_source_text_pos(rw_diags_sources(s->diags),
					      rw_node_pos(node), 0),
			   "<", "boards");
}

static void find_in_entry(struct search *s)
{
	const struct rw_node *root = rw_entry_root(s->ws, s->entry, s->diags);
	bool same = (int)s->entry->kind == s->target->kind &&
		    strcmp(s->entry->id, s->target->id) == 0;

	if (root == NULL) {
		s->status = -1;
		return;
	}
	if (same && s->entry->lang[0] != '\0')
		add(s, rw_node_pos(root), "translation", false);
	else if (same && s->entry->lower != NULL)
		add(s, rw_node_pos(root), "lies over it", false);
	if (s->target->kind == RW_TARGET_TERM)
		s->glossary =
			rw_glossary_load(s->ws, rw_node_lang(root), s->diags);
	for (const struct rw_node *n = root; n; n = rw_node_walk(n, root))
		find_in_node(s, n);
}

int rw_references_find(struct rw_workspace *ws, struct rw_arena *arena,
		       const struct rw_target *target, struct rw_vec *found,
		       struct rw_diags *diags)
{
	struct search s = { .ws = ws,
			    .arena = arena,
			    .target = target,
			    .found = found,
			    .diags = diags };
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_all(ws, &count);
	for (size_t i = 0; i < count; i++) {
		s.entry = entries[i];
		if (s.entry->kind != RW_KIND_WORDS)
			find_in_entry(&s);
	}
	return s.status;
}

/* --------------------------------------------------------------- targets */

static void add_ids(const struct rw_node *parent, const char *name,
		    const char *attribute, struct rw_vec *ids)
{
	const struct rw_node *n = parent ? rw_node_child(parent, name) : NULL;

	for (; n != NULL; n = rw_node_next_element(n, name))
		if (rw_node_attr(n, attribute) != NULL &&
		    (name != NULL || rw_list_of_item(rw_node_name(n))[0]))
			rw_vec_push(ids, (void *)rw_node_attr(n, attribute));
}

/* Things that stand inside documents of a kind. */
static const struct {
	int target;
	enum rw_kind kind;
	const char *list, *element, *attribute;
} parts[] = {
	{ RW_TARGET_TERM, RW_KIND_GLOSSARY, NULL, "term", "id" },
	{ RW_TARGET_STATEMENT, RW_KIND_STATEMENTS, NULL, NULL, "id" },
	{ RW_TARGET_GRADE, RW_KIND_PAY_TABLE, NULL, "band", "grade" },
	{ RW_TARGET_AREA, RW_KIND_PAY_TABLE, NULL, "area", "id" },
	{ RW_TARGET_PLACE, RW_KIND_COMPANY, "places", "place", "id" },
};

void rw_target_ids(struct rw_workspace *ws, int kind, struct rw_vec *ids,
		   struct rw_diags *diags)
{
	struct rw_entry *const *entries;
	const struct rw_node *root;
	size_t count;

	if (kind < RW_KINDS) {
		entries = rw_workspace_list(ws, (enum rw_kind)kind, &count);
		for (size_t i = 0; i < count; i++)
			rw_vec_push(ids, (void *)entries[i]->id);
		return;
	}
	entries = rw_workspace_all(ws, &count);
	for (size_t i = 0; i < count; i++) {
		if (entries[i]->kind != parts[kind - RW_KINDS].kind ||
		    entries[i]->lang[0] != '\0')
			continue;
		root = rw_entry_root(ws, entries[i], diags);
		if (root != NULL && parts[kind - RW_KINDS].list != NULL)
			root = rw_node_child(root, parts[kind - RW_KINDS].list);
		add_ids(root, parts[kind - RW_KINDS].element,
			parts[kind - RW_KINDS].attribute, ids);
	}
}

bool rw_target_exists(struct rw_workspace *ws, const struct rw_target *target,
		      struct rw_diags *diags)
{
	struct rw_vec ids = { 0 };
	bool found = false;

	rw_target_ids(ws, target->kind, &ids, diags);
	for (size_t i = 0; i < ids.count && !found; i++)
		found = strcmp(ids.items[i], target->id) == 0;
	rw_vec_release(&ids);
	return found;
}
