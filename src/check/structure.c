/*
 * Parts that stand twice, and references that lead nowhere.
 */
#include <string.h>

#include "check/rule.h"
#include "model/vocabulary.h"

/* Titles in <other-titles> are many: items in all but name. */
static bool at_most_once(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type != NULL &&
	       (type->merge == RW_MERGE_PART || type->merge == RW_MERGE_LIST) &&
	       !rw_node_is(rw_node_parent(node), "other-titles");
}

void rw_rule_twice(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = rw_node_walk(s->own, s->own);

	for (; n != NULL; n = rw_node_walk(n, s->own)) {
		const char *name = rw_node_name(n);
		const struct rw_node *parent = rw_node_parent(n);

		if (at_most_once(n) && rw_node_child(parent, name) != n)
			rw_report(c->diags, RW_ELEMENT_TWICE, rw_node_pos(n),
				  name, rw_node_name(parent), NULL);
	}
}

/*
 * Lists of originals are looked at when they are merged; this is for what is
 * not: translations, and statements, which stand in no list.
 */
void rw_rule_ids(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = rw_node_walk(s->own, s->own);
	struct rw_map *seen = rw_map_new();

	for (; n != NULL; n = rw_node_walk(n, s->own)) {
		const char *id = rw_node_attr(n, "id");
		const struct rw_node *parent = rw_node_parent(n);
		const char *key;

		if (id == NULL)
			continue;
		key = rw_arena_printf(c->arena, "%p/%s/%s",
				      (const void *)parent, rw_node_name(n),
				      id);
		if (rw_map_put(seen, key, c) != NULL)
			rw_report(c->diags, RW_ID_TWICE,
				  rw_check_at(c, n, "id"), id,
				  rw_node_name(parent), NULL);
	}
	rw_map_free(seen);
}

/* --------------------------------------------------------- references */

static const struct {
	const char *element;
	const char *attribute; /* one id, or several with blanks between */
	enum rw_kind kind;
	const char *words; /* values that are no ids */
} references[] = {
	{ "position", "ref", RW_KIND_ROLE, "" },
	{ "posting", "role", RW_KIND_ROLE, "" },
	{ "posting", "company", RW_KIND_COMPANY, "" },
	{ "posting", "agency", RW_KIND_COMPANY, "" },
	{ "pay", "table", RW_KIND_PAY_TABLE, "" },
	{ "pay-table", "company", RW_KIND_COMPANY, "" },
	{ "site", "company", RW_KIND_COMPANY, "" },
	{ "site", "roles", RW_KIND_ROLE, "used all" },
	{ "site", "postings", RW_KIND_POSTING, "all" },
	{ "site", "matrix", RW_KIND_ROLE, "" },
	{ "site", "guides", RW_KIND_GUIDE, "used all none" },
	{ "answer", "role", RW_KIND_ROLE, "" },
};

static bool is_word(const char *words, const char *id)
{
	size_t len = strlen(id);
	const char *at = strstr(words, id);

	return at != NULL && (at[len] == ' ' || at[len] == '\0') &&
	       (at == words || at[-1] == ' ');
}

/* A row of a table may bring its company along. */
static bool is_brought(const struct rw_check *c, size_t which)
{
	const char *name = references[which].attribute;

	return (c->known.company != NULL && strcmp(name, "company") == 0) ||
	       (c->known.agency != NULL && strcmp(name, "agency") == 0);
}

static void check_reference(struct rw_check *c, const struct rw_node *node,
			    size_t which)
{
	const char *name = references[which].attribute;
	const char *list = rw_node_attr(node, name), *at = list;
	struct rw_pos pos = rw_check_at(c, node, name);

	if (is_brought(c, which))
		return;
	while (at != NULL && *(at += strspn(at, " \t\r\n")) != '\0') {
		size_t len = strcspn(at, " \t\r\n");
		const char *id = rw_arena_strndup(c->arena, at, len);
		struct rw_pos here = { pos.file,
				       pos.offset + (uint32_t)(at - list) };

		if (!is_word(references[which].words, id))
			rw_workspace_need(c->ws, references[which].kind, id,
					  here, c->diags);
		at += len;
	}
}

void rw_rule_references(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = s->own;
	const size_t count = sizeof(references) / sizeof(references[0]);

	for (; n != NULL; n = rw_node_walk(n, s->own))
		for (size_t i = 0; i < count; i++)
			if (rw_node_is(n, references[i].element))
				check_reference(c, n, i);
}
