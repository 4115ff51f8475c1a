/*
 * The names that documents refer to, for hints to those who write one wrong.
 */
#include "model/known.h"

#include <string.h>

#include "base/nearest.h"

/* The kind of document that an attribute names, or RW_KINDS. */
static enum rw_kind kind_of(const struct rw_node *element, const char *name)
{
	bool extends = strcmp(name, "extends") == 0;
	const char *word = extends ? rw_node_name(element) : name;

	if (strcmp(word, "role") == 0 ||
	    (strcmp(name, "ref") == 0 && rw_node_is(element, "position")))
		return RW_KIND_ROLE;
	if (strcmp(word, "company") == 0 || strcmp(name, "agency") == 0)
		return RW_KIND_COMPANY;
	if (strcmp(name, "table") == 0)
		return RW_KIND_PAY_TABLE;
	return RW_KINDS;
}

static void note_documents(struct rw_workspace *ws, enum rw_kind kind,
			   struct rw_vec *ids)
{
	size_t count;
	struct rw_entry *const *entries = rw_workspace_list(ws, kind, &count);

	for (size_t i = 0; i < count; i++)
		rw_vec_push(ids, (void *)entries[i]->id);
}

void rw_known_places(const struct rw_node *root, struct rw_vec *ids)
{
	const struct rw_node *list = rw_node_child(root, "places");
	const struct rw_node *n = list ? rw_node_child(list, "place") : NULL;

	for (; n != NULL; n = rw_node_next_element(n, "place"))
		if (rw_node_attr(n, "id") != NULL)
			rw_vec_push(ids, (void *)rw_node_attr(n, "id"));
}

/* What is wrong with the company is said when somebody needs it. */
static void note_places(const struct rw_known *known,
			const struct rw_node *place, struct rw_vec *ids)
{
	const struct rw_node *posting = rw_node_parent(place);
	const char *id = posting ? rw_node_attr(posting, "company") : NULL;
	struct rw_entry *entry = id ? rw_workspace_find(known->workspace,
							RW_KIND_COMPANY, id,
							NULL)
				    : NULL;
	struct rw_sources *sources = rw_sources_new();
	struct rw_diags *unheard = rw_diags_new(sources);
	struct rw_node *root = entry ? rw_entry_read(known->workspace, entry,
						     known->arena, unheard)
				     : NULL;

	if (root != NULL)
		rw_known_places(root, ids);
	rw_diags_free(unheard);
	rw_sources_free(sources);
}

static const char *near(const struct rw_schema_names *names,
			const struct rw_node *element, const char *name,
			const char *value)
{
	const struct rw_known *known = (const struct rw_known *)names;
	enum rw_kind kind = kind_of(element, name);
	struct rw_vec ids = { 0 };
	const char *nearest;

	if (kind != RW_KINDS)
		note_documents(known->workspace, kind, &ids);
	else if (rw_node_is(element, "place") && strcmp(name, "ref") == 0)
		note_places(known, element, &ids);
	nearest = rw_nearest(value, (const char *const *)ids.items, ids.count);
	rw_vec_release(&ids);
	return nearest;
}

void rw_known_init(struct rw_known *known, struct rw_workspace *workspace,
		   struct rw_arena *arena)
{
	*known = (struct rw_known){ { near }, workspace, arena };
}
