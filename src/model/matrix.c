/*
 * The ladder of roles side by side: what each level adds to the one before.
 */
#include <string.h>

#include "model/attributions.h"
#include "model/collect.h"
#include "model/inherit.h"
#include "model/outline.h"
#include "model/prose.h"
#include "model/published.h"

#define COLUMNS 32 /* more cannot be read, nor printed */

/* Bytes of a label that is taken from the text. */
#define LABEL_SHORT 32

struct matrix {
	struct rw_collect *c;
	struct rw_node *node;
	const char *ids[COLUMNS];
	const struct rw_outline *columns[COLUMNS];
	bool original[COLUMNS]; /* written in the language of the page */
	size_t count;
};

/* ---------------------------------------------------------------- columns */

static void name_column(struct matrix *m, struct rw_node *column,
			const char *id, const struct rw_node *root)
{
	struct rw_collect *c = m->c;
	const struct rw_node *title = rw_node_child(root, "title");

	rw_node_set_attr(column, "id", id);
	if (rw_published_role_page(c->frame.ws, id, c->frame.diags))
		rw_node_set_attrf(column, "href", "%s%s.html", c->frame.up,
				  rw_site_page(c->query->site, c->frame.arena,
					       c->query->lang, "roles", id));
	rw_node_add_with_text(column, RW_NS, "title",
			      title ? rw_node_text(c->frame.arena, title) : id);
}

static bool is_written_in(struct rw_collect *c, struct rw_entry *entry)
{
	const struct rw_node *root =
		rw_entry_root(c->frame.ws, entry, c->frame.diags);

	return root && rw_lang_same(rw_node_lang(root), c->query->lang);
}

static int add_column(struct matrix *m, const char *id, struct rw_pos pos)
{
	struct rw_collect *c = m->c;
	struct rw_resolve_options how = { .lang = c->query->lang,
					  .as = "description",
					  .audience = "public" };
	struct rw_entry *entry = rw_workspace_need(c->frame.ws, RW_KIND_ROLE,
						   id, pos, c->frame.diags);
	struct rw_doc *doc = entry ? rw_resolve(c->resolver, c->frame.arena,
						entry, &how, c->frame.diags)
				   : NULL;

	if (doc == NULL)
		return -1;
	name_column(m, rw_node_add(m->node, RW_NS, "column"), id,
		    rw_doc_root(doc));
	m->ids[m->count] = id;
	m->original[m->count] = is_written_in(c, entry);
	m->columns[m->count++] =
		rw_outline_of(c->frame.arena, rw_doc_root(doc), c->frame.words);
	return 0;
}

/* The place of byte 'offset' of a value that stands at 'pos'. */
static struct rw_pos inside(struct rw_pos pos, size_t offset)
{
	if (pos.offset != RW_POS_FILE_ONLY)
		pos.offset += (uint32_t)offset;
	return pos;
}

static int add_columns(struct matrix *m)
{
	const struct rw_node *site = m->c->query->site->root;
	const char *ids = rw_node_attr(site, "matrix"), *id = ids;
	struct rw_pos pos = rw_node_attr_value_pos(
		site, "matrix", rw_diags_sources(m->c->frame.diags));

	while (id != NULL && *(id += strspn(id, " \t\n")) != '\0' &&
	       m->count < COLUMNS) {
		size_t len = strcspn(id, " \t\n");

		if (add_column(m, rw_arena_strndup(m->c->frame.arena, id, len),
			       inside(pos, (size_t)(id - ids))) != 0)
			return -1;
		id += len;
	}
	return 0;
}

/* ------------------------------------------------------------------- rows */

/* "Account plan" from "account-plan". */
static const char *words_of_id(struct rw_arena *arena, const char *id)
{
	char *text = rw_arena_strdup(arena, id);

	for (char *p = text; *p != '\0'; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	if (text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - 'a' + 'A');
	return text;
}

/* The first words of a longer text, with an ellipsis. */
static const char *first_words(struct rw_arena *arena, const char *text)
{
	size_t len = LABEL_SHORT;

	while (len > 0 && text[len] != ' ')
		len--;
	if (len == 0)
		return text;
	while (len > 0 && strchr(" ,;:.", text[len - 1]) != NULL)
		len--;
	return rw_arena_printf(arena, "%.*s\xE2\x80\xA6", (int)len, text);
}

/* The bold words that an item begins with, without the full stop; or NULL. */
static const char *bold_name(struct rw_arena *arena, const struct rw_node *node)
{
	const struct rw_node *first = node ? rw_node_child(node, NULL) : NULL;
	char *text;
	size_t len;

	if (first != NULL && rw_node_is_md(first, "paragraph"))
		first = rw_node_first(first);
	if (first == NULL || !rw_node_is_md(first, "strong"))
		return NULL;
	text = rw_plain_text(arena, first);
	len = strlen(text);
	while (len > 0 && strchr(" .:", text[len - 1]) != NULL)
		text[--len] = '\0';
	return text;
}

/* Whether a text is a name, such as that of a kpi, and no sentence. */
static bool is_name(const char *text)
{
	size_t len = strlen(text);

	return len <= LABEL_SHORT && len > 0 && text[len - 1] != '.';
}

/* A name for a row: what the item calls itself, or its id in words. */
static const char *label_of(const struct matrix *m, size_t column,
			    const struct rw_statement *s)
{
	struct rw_arena *arena = m->c->frame.arena;
	const struct rw_node *first = s->node ? rw_node_child(s->node, NULL)
					      : NULL;
	const char *text = bold_name(arena, s->node);

	if (s->label != NULL || text != NULL)
		return s->label ? s->label : text;
	text = first && rw_node_is_md(first, "paragraph")
		       ? rw_plain_text(arena, first)
		       : s->text;
	if (is_name(text))
		return text;
	return m->original[column] ? words_of_id(arena, s->id)
				   : first_words(arena, text);
}

static const char *state_of(size_t column, const struct rw_statement *left,
			    const struct rw_statement *here)
{
	if (here == NULL)
		return left ? "removed" : "none";
	if (column == 0)
		return NULL;
	if (left == NULL)
		return "added";
	return rw_statement_same(left, here) ? "inherited" : "reworded";
}

static const struct rw_statement *statement(const struct matrix *m,
					    size_t column, const char *section,
					    const char *id)
{
	return rw_outline_statement(
		rw_outline_section(m->columns[column], section), id);
}

static void add_row(struct matrix *m, struct rw_node *to, const char *section,
		    const char *id)
{
	struct rw_node *row = rw_node_add(to, RW_NS, "row");
	const struct rw_statement *left = NULL, *here;

	rw_node_set_attr(row, "id", id);
	for (size_t i = 0; i < m->count; i++) {
		struct rw_node *cell = rw_node_add(row, RW_NS, "cell");

		here = statement(m, i, section, id);
		if (here != NULL && rw_node_attr(row, "label") == NULL)
			rw_node_set_attr(row, "label", label_of(m, i, here));
		rw_node_set_attr(cell, "ref", m->ids[i]);
		rw_node_set_attr(cell, "state", state_of(i, left, here));
		if (here != NULL)
			rw_statement_write(here, here->figures, cell);
		left = here;
	}
}

/* --------------------------------------------------------------- sections */

/* Each id once, in the order of its first appearance from left to right. */
static void add_rows(struct matrix *m, struct rw_node *to, const char *name,
		     bool (*wanted)(const char *id))
{
	struct rw_map *seen = rw_map_new();

	for (size_t i = 0; i < m->count; i++) {
		const struct rw_outline_section *s =
			rw_outline_section(m->columns[i], name);

		for (size_t j = 0; s != NULL && j < s->count; j++) {
			const char *id = s->statements[j].id;

			if (wanted(id) && !rw_map_put(seen, id, m))
				add_row(m, to, name, id);
		}
	}
	rw_map_free(seen);
}

static void add_section(struct matrix *m, const char *name,
			bool (*wanted)(const char *id))
{
	struct rw_node *section = NULL;

	for (size_t i = 0; i < m->count && section == NULL; i++) {
		const struct rw_outline_section *s =
			rw_outline_section(m->columns[i], name);

		if (s == NULL)
			continue;
		section = rw_node_add(m->node, RW_NS, "section");
		rw_node_set_attr(section, "name", name);
		rw_node_set_attr(section, "label", s->label);
	}
	if (section != NULL)
		add_rows(m, section, name, wanted);
}

/* Facts of a level, not of the document that describes it. */
static bool is_of_level(const char *id)
{
	return strcmp(id, "title") != 0 && strcmp(id, "version") != 0 &&
	       strcmp(id, "status") != 0 && strcmp(id, "family") != 0;
}

static bool is_any(const char *id)
{
	return id[0] != '\0';
}

void rw_collect_matrix(struct rw_collect *c)
{
	static const char *const lists[] = {
		"responsibilities", "requirements", "competencies",
		"skills",	    "kpis",	    "benefits"
	};
	struct matrix m = { .c = c };

	m.node = rw_node_add(c->root, RW_NS, "matrix");
	if (add_columns(&m) != 0) {
		c->status = -1;
		return;
	}
	add_section(&m, "facts", is_of_level);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_section(&m, lists[i], is_any);
	for (size_t i = 0; i < m.count; i++)
		rw_attributions_add(c->root, m.columns[i]->root);
}
