/*
 * The texts of a row's posting.
 */
#include <string.h>
#include <strings.h>

#include "read/htmlprose.h"
#include "read/rowmaking.h"
#include "read/textprose.h"
#include "text/markdown.h"

static enum rw_row_format format_of(const struct rw_making *m, const char *text)
{
	enum rw_row_format format = m->r->map->format;

	if (format != RW_ROW_ANY)
		return format;
	return rw_html_is_in(text) ? RW_ROW_HTML : RW_ROW_TEXT;
}

static void add_markdown(struct rw_making *m, struct rw_node *node,
			 const char *text)
{
	rw_node_add_text(node, text);
	if (rw_markdown_expand_long(node, m->diags) != 0)
		m->status = -1;
}

static void add_heading(struct rw_making *m, struct rw_node *node,
			const char *text)
{
	struct rw_node *heading = rw_node_add(node, RW_NS_MD, "heading");
	struct rw_node *words;

	rw_node_set_attr(heading, "level", "3");
	rw_node_set_pos(heading, rw_node_pos(node));
	words = rw_node_add_with_text(heading, RW_NS_MD, "text", text);
	rw_node_set_pos(words, rw_node_pos(node));
	(void)m;
}

/* Blocks of one cell at the end of the opening. */
static void add_blocks(struct rw_making *m, struct rw_node *opening,
		       const char *text)
{
	struct rw_pos pos = rw_node_pos(opening);
	struct rw_node *scrap;
	struct rw_node *n, *next;

	switch (format_of(m, text)) {
	case RW_ROW_HTML:
		if (rw_html_prose(opening, text, pos, m->diags) != 0)
			m->status = -1;
		break;
	case RW_ROW_MARKDOWN:
		scrap = rw_node_add(opening, RW_NS, "opening");
		rw_node_set_pos(scrap, pos);
		add_markdown(m, scrap, text);
		for (n = rw_node_first(scrap); n != NULL; n = next) {
			next = rw_node_next(n);
			rw_node_move_into(n, opening);
		}
		rw_node_remove(scrap);
		break;
	default:
		rw_text_prose(opening, text, pos);
		break;
	}
}

/* "CLICK TO APPLY": a button in the page that the text was taken from. */
static bool is_button(const char *text)
{
	static const char *const words[] = {
		"apply",	  "apply here",	      "apply now",
		"apply online",	  "apply today",      "click here to apply",
		"click to apply", "bewerben",	      "hier bewerben",
		"jetzt bewerben", "online bewerben",  "zur bewerbung",
		"aplicar",	  "aplicar ahora",    "inscribirme",
		"inscríbete",	  "inscribirse",      "postular",
		"postularme",	  "solicitar empleo", "solicitar ahora",
	};
	size_t len, i = 0, count = sizeof(words) / sizeof(words[0]);

	text += strspn(text, " \n*¡»›>→");
	len = strlen(text);
	while (len > 0 && strchr(" \n*!.»›>→", text[len - 1]) != NULL)
		len--;
	while (i < count && (strlen(words[i]) != len ||
			     strncasecmp(words[i], text, len) != 0))
		i++;
	return i < count;
}

/* Boards have a button of their own, and show links to no page but theirs. */
static void drop_buttons(struct rw_making *m, struct rw_node *opening)
{
	struct rw_node *n = rw_node_child(opening, NULL), *next;

	for (; n != NULL; n = next) {
		const char *text = rw_node_text(m->arena, n);

		next = rw_node_next_element(n, NULL);
		/* "Apply now" above what to do is a heading of that. */
		if (!is_button(text) ||
		    (next != NULL && !rw_node_is_md(next, "heading")))
			continue;
		rw_report(m->diags, RW_BUTTON_DROPPED,
			  rw_making_pos(m, RW_FIELD_DESCRIPTION), text, NULL,
			  NULL);
		rw_node_remove(n);
	}
}

void rw_making_description(struct rw_making *m)
{
	const struct rw_map_field *f = &m->r->map->fields[RW_FIELD_DESCRIPTION];
	struct rw_node *opening = rw_making_add(m, RW_FIELD_DESCRIPTION);
	const char *text;

	for (size_t i = 0; i < f->columns.count; i++) {
		const struct rw_mapped *mapped = f->columns.items[i];

		m->from[RW_FIELD_DESCRIPTION] = i;
		text = rw_making_trimmed(m->arena,
					 m->row->cells[mapped->column]);
		text = rw_making_meaning(m, RW_FIELD_DESCRIPTION, text);
		if (text[0] == '\0' ||
		    !rw_making_is_clean(m, RW_FIELD_DESCRIPTION, text))
			continue;
		if (mapped->heading != NULL)
			add_heading(m, opening, mapped->heading);
		add_blocks(m, opening, text);
	}
	text = f->constant ? f->constant : f->fallback;
	if (text != NULL && (f->constant || rw_node_first(opening) == NULL))
		add_blocks(m, opening, text);
	drop_buttons(m, opening);
	if (rw_node_first(opening) == NULL)
		rw_node_remove(opening);
}

/* ------------------------------------------------------------------ lists */

static struct rw_node *add_item(struct rw_making *m)
{
	static const struct {
		enum rw_field field;
		const char *item, *prefix;
	} kinds[] = {
		{ RW_FIELD_RESPONSIBILITIES, "responsibility", "r" },
		{ RW_FIELD_REQUIREMENTS, "requirement", "q" },
		{ RW_FIELD_PREFERRED, "requirement", "p" },
		{ RW_FIELD_BENEFITS, "benefit", "b" },
	};
	size_t k = 0;
	struct rw_node *item;

	while (kinds[k].field != m->list_field)
		k++;
	if (m->list == NULL)
		m->list = rw_making_element(m, m->list_field);
	item = rw_node_add(m->list, RW_NS, kinds[k].item);
	rw_node_set_pos(item, rw_making_element_pos(m, m->list_field));
	rw_node_set_attrf(item, "id", "%s%u", kinds[k].prefix, ++m->items);
	if (m->list_field == RW_FIELD_REQUIREMENTS)
		rw_node_set_attr(item, "level", "required");
	else if (m->list_field == RW_FIELD_PREFERRED)
		rw_node_set_attr(item, "level", "preferred");
	else if (m->list_field == RW_FIELD_BENEFITS)
		rw_node_set_attr(item, "kind", "other");
	return item;
}

static void on_html_item(void *context, const struct rw_node *content)
{
	struct rw_node *item = add_item(context);
	const struct rw_node *n = rw_node_first(content);

	for (; n != NULL; n = rw_node_next(n))
		rw_node_copy(n, item);
}

static void on_text_item(void *context, const char *text, size_t len)
{
	struct rw_making *m = context;
	struct rw_node *item = add_item(m);
	const char *words = rw_arena_strndup(m->arena, text, len);

	if (m->r->map->format == RW_ROW_MARKDOWN)
		add_markdown(m, item, words);
	else
		rw_text_paragraph(item, words, rw_node_pos(item));
}

static void add_items(struct rw_making *m, enum rw_field field,
		      const char *text, const char *separator)
{
	if (!rw_making_is_clean(m, field, text))
		return;
	m->list_field = field;
	if (format_of(m, text) != RW_ROW_HTML)
		rw_text_items(text, separator, on_text_item, m);
	else if (rw_html_items(text, rw_making_element_pos(m, field), m->diags,
			       on_html_item, m) != 0)
		m->status = -1;
}

void rw_making_list(struct rw_making *m, enum rw_field field)
{
	const struct rw_map_field *f = &m->r->map->fields[field];
	bool filled = false;

	m->list = rw_node_child(m->root, rw_field_element(field));
	m->items = 0;
	for (size_t i = 0; i < f->columns.count; i++) {
		const struct rw_mapped *mapped = f->columns.items[i];
		const char *text = rw_making_meaning(
			m, field,
			rw_making_trimmed(m->arena,
					  m->row->cells[mapped->column]));

		m->from[field] = i;
		filled = filled || text[0] != '\0';
		add_items(m, field, text, mapped->split);
	}
	if (f->constant != NULL)
		add_items(m, field, f->constant, NULL);
	else if (!filled && f->fallback != NULL)
		add_items(m, field, f->fallback, NULL);
}
