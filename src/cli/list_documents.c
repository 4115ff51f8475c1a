/*
 * list: documents of a kind.
 */
#include <string.h>

#include "base/date.h"
#include "cli/list.h"
#include "cli/whole.h"
#include "model/inherit.h"
#include "model/vocabulary.h"

#define TITLE_WIDTH 60 /* code points */

/* Elements that hold words of a language and have some. */
static bool is_text(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	if (type == NULL || (type->content != RW_CONTENT_LINE &&
			     type->content != RW_CONTENT_PROSE &&
			     type->content != RW_CONTENT_BLOCKS))
		return false;
	for (const struct rw_node *n = rw_node_first(node); n;
	     n = rw_node_next(n)) {
		if (rw_node_kind(n) != RW_NODE_ELEMENT &&
		    rw_node_content(n)[strspn(rw_node_content(n), " \t\r\n")])
			return true;
		if (rw_node_kind(n) == RW_NODE_ELEMENT &&
		    strcmp(rw_node_ns(n), RW_NS_MD) == 0)
			return true;
	}
	return false;
}

/* Sources, notes of the makers and the like are translated by nobody. */
static bool is_for_readers(const struct rw_node *node,
			   const struct rw_node *root)
{
	static const char *const own[] = {
		"sources",   "source", "changes",
		"approvals", "note",   "legal-name"
	};

	for (; node != NULL && node != root; node = rw_node_parent(node))
		for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
			if (rw_node_is(node, own[i]))
				return false;
	return true;
}

size_t rw_list_missing(const struct rw_node *root, const char *lang)
{
	size_t count = 0;

	for (const struct rw_node *n = root; n; n = rw_node_walk(n, root))
		if (is_text(n) && is_for_readers(n, root) &&
		    !rw_lang_same(rw_node_lang(n), lang))
			count++;
	return count;
}

/* --------------------------------------------------------------- titles */

/* The role that a posting is for, in the lister's language, or NULL. */
static const struct rw_node *role_of(struct rw_lister *l,
				     const struct rw_node *root)
{
	const char *id = rw_node_attr(root, "role");
	struct rw_entry *role =
		id ? rw_workspace_find(l->cli->ws, RW_KIND_ROLE, id, NULL)
		   : NULL;

	return role ? rw_inherit_resolve(l->cli->ws, role,
					 l->lang ? l->lang : rw_node_lang(root),
					 l->cli->diags)
		    : NULL;
}

static const char *text_of(struct rw_lister *l, const struct rw_node *root,
			   const char *name)
{
	const struct rw_node *node = root ? rw_node_child(root, name) : NULL;

	return node ? rw_cli_plain(l->cli, node) : NULL;
}

static const char *title_of(struct rw_lister *l, const struct rw_node *root)
{
	const char *title = text_of(l, root, "title");

	if (title == NULL)
		title = text_of(l, root, "name");
	if (title == NULL)
		title = text_of(l, role_of(l, root), "title");
	return title ? rw_list_words(l, title, TITLE_WIDTH) : "";
}

static bool has_title(struct rw_lister *l, const struct rw_node *root)
{
	static const char *const names[] = { "title", "name", "legal-name" };
	const struct rw_node *others =
		root ? rw_node_child(root, "other-titles") : NULL;
	const struct rw_node *n = others ? rw_node_child(others, "title")
					 : NULL;
	bool found = false;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_of(l, root, names[i]) != NULL)
			found |= rw_list_matches(l, text_of(l, root, names[i]));
	for (; n != NULL && !found; n = rw_node_next_element(n, "title"))
		found = rw_list_matches(l, rw_cli_plain(l->cli, n));
	return found;
}

/* --------------------------------------------------------------- filters */

static const char *status_of(const struct rw_node *root)
{
	const char *status = rw_node_attr(root, "status");

	return status ? status : "approved";
}

static bool is_due(const struct rw_lister *l, const struct rw_node *root)
{
	const char *date = rw_node_attr(root, "review-by");
	int32_t day = date ? rw_date_parse(date) : RW_DATE_NONE;

	return day != RW_DATE_NONE && day <= l->due;
}

static bool wanted(struct rw_lister *l, const struct rw_node *root)
{
	if (l->status && strcmp(status_of(root), l->status) != 0)
		return false;
	if (!rw_list_owned(l, rw_node_attr(root, "owner")))
		return false;
	if (l->due != RW_DATE_NONE && !is_due(l, root))
		return false;
	return l->title == NULL || has_title(l, root) ||
	       (rw_node_is(root, "posting") && has_title(l, role_of(l, root)));
}

/* ------------------------------------------------------------------ rows */

static void fill_row(struct rw_lister *l, const struct rw_entry *entry,
		     const struct rw_node *root, const char *missing)
{
	const char **row = rw_table_row(&l->table);

	for (size_t i = 0; root && i < l->table.width; i++) {
		const char *value = rw_node_attr(root, l->table.columns[i]);
		const char *text = text_of(l, root, l->table.columns[i]);

		row[i] = value ? value : text ? text : NULL;
	}
	*rw_list_cell(l, row, "id") = entry->id;
	*rw_list_cell(l, row, "type") = rw_kind_name(entry->kind);
	*rw_list_cell(l, row, "where") = rw_list_where(l, entry);
	*rw_list_cell(l, row, "missing") = missing;
	*rw_list_cell(l, row, "title") = root ? title_of(l, root)
					      : "(has errors)";
	if (root != NULL)
		*rw_list_cell(l, row, "status") = status_of(root);
}

/* What a row says of a posting stands in its own file, or in its role. */
static const struct rw_node *root_of(struct rw_lister *l,
				     struct rw_entry *entry)
{
	if (entry->kind == RW_KIND_POSTING)
		return rw_entry_root(l->cli->ws, entry, l->cli->diags);
	return rw_inherit_resolve(l->cli->ws, entry, l->lang, l->cli->diags);
}

static void add_document(struct rw_lister *l, struct rw_entry *entry)
{
	const struct rw_node *root = root_of(l, entry);
	const struct rw_node *translated;
	size_t missing;

	if (rw_list_foreign(l, entry) || (root != NULL && !wanted(l, root)))
		return;
	if (l->missing == NULL) {
		fill_row(l, entry, root, NULL);
		return;
	}
	translated = rw_cli_whole(l->cli, entry, l->missing);
	missing = translated ? rw_list_missing(translated, l->missing) : 0;
	if (missing > 0)
		fill_row(l, entry, root,
			 rw_arena_printf(l->cli->arena, "%zu", missing));
}

void rw_list_documents(struct rw_lister *l, const struct rw_listing *listing)
{
	struct rw_entry *const *entries;
	size_t count;

	for (int kind = 0; kind < RW_KINDS; kind++) {
		if (listing->kind != RW_KINDS
			    ? kind != (int)listing->kind
			    : kind == RW_KIND_WORDS || kind == RW_KIND_RULES ||
				      kind == RW_KIND_BOARD ||
				      kind == RW_KIND_TABLE_MAP)
			continue;
		entries = rw_workspace_list(l->cli->ws, (enum rw_kind)kind,
					    &count);
		for (size_t i = 0; i < count; i++)
			add_document(l, entries[i]);
	}
}
