/*
 * list: what stands inside documents.
 */
#include <stdio.h>
#include <string.h>

#include "cli/list.h"
#include "cli/whole.h"
#include "model/glossary.h"
#include "model/inherit.h"
#include "model/lists.h"
#include "model/site.h"
#include "model/vocabulary.h"
#include "text/markdown.h"

typedef void row_fn(struct rw_lister *l, const struct rw_entry *entry,
		    const struct rw_node *node);

static const char *words(struct rw_lister *l, const struct rw_node *node)
{
	return node ? rw_list_words(l, rw_cli_plain(l->cli, node),
				    RW_LIST_WORDS)
		    : "";
}

/* A row whose cells are attributes of 'node'. */
static const char **attribute_row(struct rw_lister *l,
				  const struct rw_entry *entry,
				  const struct rw_node *node)
{
	const char **row = rw_table_row(&l->table);

	for (size_t i = 0; i < l->table.width; i++)
		row[i] = rw_node_attr(node, l->table.columns[i]);
	*rw_list_cell(l, row, "where") = rw_list_where(l, entry);
	return row;
}

/* Calls 'fn' for the root of every document of a kind. */
static void each_document(struct rw_lister *l, enum rw_kind kind, row_fn *fn)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(l->cli->ws, kind, &count);
	for (size_t i = 0; i < count; i++) {
		const struct rw_node *root;

		if (rw_list_foreign(l, entries[i]))
			continue;
		root = rw_inherit_resolve(l->cli->ws, entries[i], l->lang,
					  l->cli->diags);
		if (root != NULL)
			fn(l, entries[i], root);
	}
}

/* ---------------------------------------------------------------- places */

static void add_places(struct rw_lister *l, const struct rw_entry *entry,
		       const struct rw_node *company)
{
	const struct rw_node *places = rw_node_child(company, "places");
	const struct rw_node *n = places ? rw_node_child(places, "place")
					 : NULL;

	for (; n != NULL; n = rw_node_next_element(n, "place")) {
		const char *city = rw_node_attr(n, "city");

		if (!rw_list_matches(l, city ? city : ""))
			continue;
		*rw_list_cell(l, attribute_row(l, entry, n), "company") =
			entry->id;
	}
}

void rw_list_places(struct rw_lister *l, const struct rw_listing *listing)
{
	each_document(l, listing->kind, add_places);
}

/* ---------------------------------------------------------------- grades */

static void add_grades(struct rw_lister *l, const struct rw_entry *entry,
		       const struct rw_node *table)
{
	const struct rw_node *n = rw_node_child(table, "band");

	for (; n != NULL; n = rw_node_next_element(n, "band")) {
		const char *grade = rw_node_attr(n, "grade");
		const char **row;

		if (grade == NULL || !rw_list_matches(l, grade))
			continue;
		row = attribute_row(l, entry, n);
		*rw_list_cell(l, row, "id") = grade;
		*rw_list_cell(l, row, "table") = entry->id;
		*rw_list_cell(l, row, "currency") =
			rw_node_attr(table, "currency");
		*rw_list_cell(l, row, "period") = rw_node_attr(table, "period");
	}
}

void rw_list_grades(struct rw_lister *l, const struct rw_listing *listing)
{
	each_document(l, listing->kind, add_grades);
}

/* ------------------------------------------------------------ statements */

static void add_statements(struct rw_lister *l, const struct rw_entry *entry,
			   const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		const char **row;

		if (!rw_list_of_item(rw_node_name(n))[0] ||
		    !rw_list_matches(l, rw_cli_plain(l->cli, n)))
			continue;
		row = rw_table_row(&l->table);
		*rw_list_cell(l, row, "id") = rw_node_attr(n, "id");
		*rw_list_cell(l, row, "kind") = rw_node_name(n);
		*rw_list_cell(l, row, "text") = words(l, n);
		*rw_list_cell(l, row, "document") = entry->id;
		*rw_list_cell(l, row, "where") = rw_list_where(l, entry);
	}
}

void rw_list_statements(struct rw_lister *l, const struct rw_listing *listing)
{
	each_document(l, listing->kind, add_statements);
}

/* ---------------------------------------------------------------- boards */

/* The cell of a column, from an attribute of the same or another name. */
static void fill_cell(struct rw_lister *l, const char **row,
		      const struct rw_node *part, const char *const names[2])
{
	const char *value = part ? rw_node_attr(part, names[1]) : NULL;

	*rw_list_cell(l, row, names[0]) = value ? value : "";
}

static void add_board(struct rw_lister *l, const struct rw_entry *entry,
		      const struct rw_node *root)
{
	static const char *const cells[][3] = {
		{ "submit", "who", "who" },
		{ "submit", "contract", "contract" },
		{ "delivery", "delivery", "method" },
		{ "delivery", "format", "format" },
		{ "facts", "checked", "checked" },
		{ "facts", "confidence", "confidence" },
	};
	const char *name = words(l, rw_node_child(root, "name")), **row;

	if (!rw_list_matches(l, name))
		return;
	row = rw_table_row(&l->table);
	*rw_list_cell(l, row, "id") = entry->id;
	*rw_list_cell(l, row, "title") = name;
	*rw_list_cell(l, row, "where") = rw_list_where(l, entry);
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		fill_cell(l, row, rw_node_child(root, cells[i][0]),
			  &cells[i][1]);
}

void rw_list_boards(struct rw_lister *l, const struct rw_listing *listing)
{
	each_document(l, listing->kind, add_board);
}

/* -------------------------------------------------- rules, jurisdictions */

static void add_rules(struct rw_lister *l, const struct rw_entry *entry,
		      const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, "rule");

	for (; n != NULL; n = rw_node_next_element(n, "rule")) {
		const struct rw_node *message = rw_node_child(n, "message");
		const char *id = rw_node_attr(n, "id"), **row;

		if (!rw_list_matches(
			    l, message ? rw_node_text(l->cli->arena, message)
				       : id))
			continue;
		row = attribute_row(l, entry, n);
		*rw_list_cell(l, row, "language") = rw_node_attr(n, "lang");
		if (message != NULL)
			*rw_list_cell(l, row, "message") = rw_list_words(
				l, rw_node_text(l->cli->arena, message),
				RW_LIST_WORDS);
	}
}

void rw_list_rules(struct rw_lister *l, const struct rw_listing *listing)
{
	each_document(l, listing->kind, add_rules);
}

static void add_jurisdictions(struct rw_lister *l, const struct rw_entry *entry,
			      const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, "jurisdiction");

	for (; n != NULL; n = rw_node_next_element(n, "jurisdiction")) {
		const char *name = rw_node_attr(n, "name");

		if (rw_list_matches(l, name ? name : ""))
			attribute_row(l, entry, n);
	}
}

void rw_list_jurisdictions(struct rw_lister *l,
			   const struct rw_listing *listing)
{
	each_document(l, listing->kind, add_jurisdictions);
}

/* ----------------------------------------------------------------- terms */

static bool term_matches(struct rw_lister *l, const struct rw_node *term)
{
	static const char *const forms[] = { "label", "synonym", "abbreviation",
					     "inflection" };

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		const struct rw_node *n = rw_node_child(term, forms[i]);

		for (; n != NULL; n = rw_node_next_element(n, forms[i]))
			if (rw_list_matches(l, rw_node_text(l->cli->arena, n)))
				return true;
	}
	return false;
}

static void add_term(struct rw_lister *l, const struct rw_term *term,
		     const char *missing)
{
	const char **row = rw_table_row(&l->table);

	*rw_list_cell(l, row, "id") = term->id;
	*rw_list_cell(l, row, "label") = term->label;
	*rw_list_cell(l, row, "category") =
		rw_node_attr(term->node, "category");
	*rw_list_cell(l, row, "glossary") = rw_node_attr(term->glossary, "id");
	*rw_list_cell(l, row, "missing") = missing;
	*rw_list_cell(l, row, "where") =
		!term->own || rw_workspace_is_library(l->cli->ws) ? "library"
								  : "workspace";
}

/* The language that most of the site's readers read. */
static const char *first_language(struct rw_cli *cli)
{
	const struct rw_site *site = rw_site_exists(cli->ws)
					     ? rw_site_load(cli->ws, cli->diags)
					     : NULL;

	return site ? site->languages[0] : "en";
}

void rw_list_terms(struct rw_lister *l, const struct rw_listing *listing)
{
	const char *lang = l->missing ? l->missing
			   : l->lang  ? l->lang
				      : first_language(l->cli);
	const struct rw_glossary *glossary =
		rw_glossary_load(l->cli->ws, lang, l->cli->diags);

	(void)listing;
	for (size_t i = 0; glossary && i < glossary->count; i++) {
		const struct rw_term *term = &glossary->terms[i];
		size_t missing = l->missing ? rw_list_missing(term->node, lang)
					    : 0;

		if ((l->own && !term->own) || (l->missing && !missing) ||
		    !term_matches(l, term->node))
			continue;
		add_term(l, term,
			 l->missing ? rw_arena_printf(l->cli->arena, "%zu",
						      missing)
				    : NULL);
	}
}

/* ----------------------------------------------------------------- items */

static const char *origin_of(struct rw_lister *l, const struct rw_node *node)
{
	struct rw_pos pos = rw_node_pos(node);
	const char *path = rw_sources_path(l->cli->sources, pos.file);
	unsigned line, column;

	if (path == NULL)
		return "";
	rw_sources_locate(l->cli->sources, pos, &line, &column);
	return rw_arena_printf(l->cli->arena, "%s:%u", path, line);
}

static bool is_prose(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type != NULL && (type->content == RW_CONTENT_LINE ||
				type->content == RW_CONTENT_PROSE ||
				type->content == RW_CONTENT_BLOCKS);
}

struct attribute_words {
	struct rw_buf text;
};

/* What an element without text says: its attributes. */
static void add_attribute(void *context, const char *name, const char *value)
{
	struct attribute_words *w = context;

	if (strcmp(name, "id") == 0 || strcmp(name, "xml:lang") == 0)
		return;
	rw_buf_printf(&w->text, "%s%s=\"%s\"", w->text.len ? " " : "", name,
		      value);
}

static const char *text_cell(struct rw_lister *l, const struct rw_node *node)
{
	struct attribute_words w = { RW_BUF_INIT };
	const char *text = words(l, node);

	if (text[0] == '\0') {
		rw_node_attrs(node, add_attribute, &w);
		text = rw_list_words(l, w.text.data, RW_LIST_WORDS);
		rw_buf_release(&w.text);
	}
	return text;
}

static void add_item(struct rw_lister *l, const struct rw_node *node)
{
	const char **row = rw_table_row(&l->table);
	const char *id = rw_node_attr(node, "id");
	char hash[9];

	if (id == NULL)
		id = rw_node_attr(node, "grade");
	*rw_list_cell(l, row, "id") = id ? id : "";
	*rw_list_cell(l, row, "part") = rw_node_name(node);
	*rw_list_cell(l, row, "text") = text_cell(l, node);
	*rw_list_cell(l, row, "origin") = origin_of(l, node);
	if (is_prose(node) && words(l, node)[0]) {
		rw_prose_hash(node, hash);
		*rw_list_cell(l, row, "hash") =
			rw_arena_strdup(l->cli->arena, hash);
	}
}

static bool is_list(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type != NULL && type->merge == RW_MERGE_LIST;
}

static void add_part(struct rw_lister *l, const struct rw_node *part)
{
	const struct rw_node *item = rw_node_child(part, NULL);

	if (!is_list(part)) {
		add_item(l, part);
		return;
	}
	for (; item != NULL; item = rw_node_next_element(item, NULL))
		add_item(l, item);
}

/* Place of a part in reading order; those that have none come last. */
static size_t rank_of(const struct rw_node *part)
{
	size_t count, i = 0;
	const char *const *order = rw_reading_order(&count);

	if (rw_node_is(part, "title") || rw_node_is(part, "name"))
		return 0;
	while (i < count && strcmp(order[i], rw_node_name(part)) != 0)
		i++;
	return i + 1;
}

void rw_list_items(struct rw_lister *l, struct rw_entry *entry)
{
	const struct rw_node *root = rw_cli_whole(l->cli, entry, l->lang);
	size_t ranks;

	rw_reading_order(&ranks);
	for (size_t rank = 0; root != NULL && rank <= ranks + 1; rank++)
		for (const struct rw_node *n = rw_node_child(root, NULL); n;
		     n = rw_node_next_element(n, NULL))
			if (rank_of(n) == rank)
				add_part(l, n);
}
