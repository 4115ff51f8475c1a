/*
 * Where marks are put, and where they may be found again.
 */
#include "publish/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/slot.h"
#include "publish/description.h"
#include "write/markup.h"
#include "xml/attributes.h"
#include "xml/inspect.h"

/* A mark that no value is put in for. */
#define NO_VALUE 9999

static const char *const paths[] = {
	"posting/@id",
	"posting/@page",
	"posting/@posted",
	"posting/@posted-text",
	"posting/@closes",
	"posting/@closes-text",
	"posting/place/@city",
	"posting/place/@region",
	"posting/place/@region-name",
	"posting/place/@text",
	"posting/place/@postal-code",
	"posting/place/@street",
	"posting/apply/@url",
	"posting/site/canonical/@href",
	"posting/site/alternate/@href",
	"posting/site/alternate/@url",
	"posting/site/twin/@href",
	"posting/board/@item",
	"posting/board/field/text()",
	NULL,
};

/* Where values of the resolved posting stand. */
static const struct {
	const char *element;   /* NULL: it is the posting */
	const char *attribute; /* NULL: it is the text */
	const char *words[2];  /* attributes that say it; NULL: none */
} own[RW_MARKS_OWN] = {
	[RW_MARK_PAY_MIN -
	 RW_MARK_OWN] = { "pay", "min", { "text", "text-long" } },
	[RW_MARK_PAY_MAX -
		RW_MARK_OWN] = { "pay", "max", { "text", "text-long" } },
	[RW_MARK_OPENINGS -
		RW_MARK_OWN] = { NULL, "openings", { "openings-text" } },
	[RW_MARK_TITLE - RW_MARK_OWN] = { "title", NULL, { NULL } },
};

/* The same for texts and figures. */
static const char *const text_paths[] = {
	"posting/pay/@min",	"posting/pay/@max",
	"posting/pay/@text",	"posting/pay/@text-long",
	"posting/@openings",	"posting/@openings-text",
	"posting/title/text()", NULL,
};

/* The text of a row is an opening, whatever headings it has. */
static const char *const text_steps[] = {
	"opening", "description", "md", RW_STEP_ANY, RW_STEP_FOREIGN, NULL,
};

static struct rw_node *own_node(struct rw_node *root, size_t i)
{
	return own[i].element ? rw_node_child(root, own[i].element) : root;
}

const char *const *rw_marks_paths(void)
{
	return paths;
}

const char *const *rw_marks_text_paths(void)
{
	return text_paths;
}

const char *const *rw_marks_text_steps(void)
{
	return text_steps;
}

static const char *kept(struct rw_arena *arena, struct rw_buf *text)
{
	const char *copy = rw_arena_strndup(arena, text->data, text->len);

	rw_buf_release(text);
	return copy;
}

const char *rw_mark(struct rw_arena *arena, const struct rw_marks *marks,
		    size_t what, enum rw_field_format format)
{
	size_t number = what * RW_FIELD_FORMATS + (size_t)format;
	struct rw_buf text = RW_BUF_INIT;

	rw_slot_add(&text, marks->down ? RW_MARKS - 1 - number : number);
	return kept(arena, &text);
}

const char *rw_marks_replace(struct rw_arena *arena, const char *text,
			     const char *const *values)
{
	struct rw_buf out = RW_BUF_INIT;
	size_t len = strlen(text);

	while (len) {
		size_t mark = rw_slot_length(text, len);

		if (mark)
			rw_buf_puts(&out,
				    values[strtoul(text + strlen(RW_SLOT_OPEN),
						   NULL, 10)]);
		else
			rw_buf_putc(&out, *text);
		text += mark ? mark : 1;
		len -= mark ? mark : 1;
	}
	return kept(arena, &out);
}

void rw_marks_spoil(struct rw_marks *marks)
{
	rw_vec_push(&marks->spoiled, (void *)(uintptr_t)marks->board);
}

bool rw_marks_spoiled(const struct rw_marks *marks, size_t board)
{
	size_t i = 0;

	while (i < marks->spoiled.count &&
	       (size_t)(uintptr_t)marks->spoiled.items[i] != board)
		i++;
	return i < marks->spoiled.count;
}

void rw_marks_release(struct rw_marks *marks)
{
	rw_vec_release(&marks->lengths);
	rw_vec_release(&marks->given);
	rw_vec_release(&marks->shown);
	rw_vec_release(&marks->spoiled);
}

/*
 * Days that differ in all their parts from those of the other numbering: they
 * are read and written in words before marks can stand for them.
 */
static const char *day_of(const struct rw_marks *marks, enum rw_row_slot slot)
{
	if (slot == RW_ROW_POSTED)
		return marks->down ? "2018-12-27" : "2019-03-04";
	return marks->down ? "2042-07-31" : "2031-10-05";
}

const char *rw_marks_own(struct rw_arena *arena, const struct rw_node *root,
			 size_t i)
{
	const struct rw_node *node =
		own[i].element ? rw_node_child(root, own[i].element) : root;

	/* A pattern has two figures, or one. */
	if (!node ||
	    (i == RW_MARK_PAY_MAX - RW_MARK_OWN && rw_node_attr(node, "min") &&
	     !rw_node_attr(node, "range")))
		return NULL;
	return own[i].attribute ? rw_node_attr(node, own[i].attribute)
				: rw_node_text(arena, node);
}

static void set_text(struct rw_node *node, const char *text)
{
	rw_node_empty(node);
	rw_node_add_text(node, text);
}

/*
 * Figures are read and written in words before marks can stand for them, as
 * days are: until then there are others, which no other numbering has.
 */
static void put_figure(struct rw_marks *marks, struct rw_node *node, size_t i)
{
	static const char *const figures[][2] = {
		[RW_MARK_PAY_MIN - RW_MARK_OWN] = { "41357", "43579" },
		[RW_MARK_PAY_MAX - RW_MARK_OWN] = { "51468", "53681" },
		[RW_MARK_OPENINGS - RW_MARK_OWN] = { "17", "29" },
	};

	if (!node || !rw_node_attr(node, own[i].attribute))
		return;
	marks->own[i] = true;
	rw_node_set_attr(node, own[i].attribute, figures[i][marks->down]);
}

static void put_word(struct rw_arena *arena, struct rw_marks *marks,
		     struct rw_node *node, size_t i)
{
	if (!node)
		return;
	marks->own[i] = true;
	set_text(node, rw_mark(arena, marks, RW_MARK_OWN + i, RW_FIELD_TEXT));
}

static void put_texts(struct rw_arena *arena, struct rw_marks *marks,
		      struct rw_node *root)
{
	struct rw_node *opening = rw_node_child(root, "opening");

	for (size_t i = 0; i < RW_MARKS_OWN; i++) {
		struct rw_node *node = own_node(root, i);

		if (own[i].attribute)
			put_figure(marks, node, i);
		else
			put_word(arena, marks, node, i);
	}
	if (opening)
		rw_node_remove(opening);
}

void rw_marks_put(struct rw_arena *arena, struct rw_marks *marks,
		  struct rw_node *root, const char **page)
{
	const char *values[RW_ROW_SLOTS];
	bool one = *page != NULL;

	if (marks->texts)
		put_texts(arena, marks, root);
	rw_row_values_of(root, *page, values);
	one = one && values[RW_ROW_APPLY] &&
	      strcmp(values[RW_ROW_APPLY], *page) == 0;
	if (*page)
		*page = rw_mark(arena, marks, one ? RW_ROW_APPLY : RW_ROW_PAGE,
				RW_FIELD_TEXT);
	for (int i = 0; i < RW_ROW_SLOTS; i++) {
		if (!values[i] || i == RW_ROW_PAGE)
			continue;
		if (i == RW_ROW_POSTED || i == RW_ROW_CLOSES)
			rw_row_values_set(root, i, day_of(marks, i));
		else
			rw_row_values_set(root, i,
					  rw_mark(arena, marks, (size_t)i,
						  RW_FIELD_TEXT));
	}
}

/* -------------------------------------------------------------- afterwards */

static bool is_said(struct rw_arena *arena, const struct rw_node *root,
		    const char *day)
{
	return day && strstr(rw_node_text(arena, root), day);
}

static void set_day(struct rw_arena *arena, struct rw_marks *marks,
		    struct rw_node *root, enum rw_row_slot slot)
{
	const char *name = slot == RW_ROW_POSTED ? "posted" : "closes";
	const char *words = rw_arena_printf(arena, "%s-text", name);
	struct rw_buf none = RW_BUF_INIT;

	if (!rw_node_attr(root, name))
		return;
	/* Words of a text cannot be marked any more. */
	marks->unfit |= is_said(arena, root, rw_node_attr(root, name)) ||
			is_said(arena, root, rw_node_attr(root, words));
	rw_node_set_attr(root, name,
			 rw_mark(arena, marks, slot, RW_FIELD_TEXT));
	rw_slot_add(&none, NO_VALUE);
	if (rw_node_attr(root, words))
		rw_node_set_attr(root, words, none.data);
	rw_buf_release(&none);
}

/* "posting/place/@city" */
static const char *path_of(struct rw_arena *arena, const struct rw_node *root,
			   const struct rw_node *node, const char *attribute)
{
	const char *path =
		rw_arena_printf(arena, "%s/@%s", rw_node_name(node), attribute);

	while (node != root) {
		node = rw_node_parent(node);
		path = rw_arena_printf(arena, "%s/%s", rw_node_name(node),
				       path);
	}
	return path;
}

static bool is_known(const char *path)
{
	size_t i = 0;

	while (paths[i] && strcmp(paths[i], path) != 0)
		i++;
	return paths[i] != NULL;
}

static void check_attributes(struct rw_arena *arena, struct rw_marks *marks,
			     const struct rw_node *root,
			     const struct rw_node *node)
{
	struct rw_attr_cursor cursor;

	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor))
		if (rw_slot_in(cursor.attr.value) &&
		    !is_known(path_of(arena, root, node, cursor.attr.name)))
			marks->unfit = true;
}

/* Marks for figures, as for days. */
static void set_figures(struct rw_arena *arena, struct rw_marks *marks,
			struct rw_node *root)
{
	struct rw_buf none = RW_BUF_INIT;

	rw_slot_add(&none, NO_VALUE);
	for (size_t i = 0; i < RW_MARKS_OWN; i++) {
		struct rw_node *node = own_node(root, i);

		if (!marks->own[i] || !own[i].attribute)
			continue;
		if (!node || !rw_node_attr(node, own[i].attribute)) {
			marks->unfit = true;
			continue;
		}
		rw_node_set_attr(
			node, own[i].attribute,
			rw_mark(arena, marks, RW_MARK_OWN + i, RW_FIELD_TEXT));
		for (size_t w = 0; w < 2 && own[i].words[w]; w++)
			if (rw_node_attr(node, own[i].words[w]))
				rw_node_set_attr(node, own[i].words[w],
						 none.data);
	}
	rw_buf_release(&none);
}

/* A mark in words, where none may be. */
static bool has_mark(struct rw_arena *arena, const struct rw_marks *marks,
		     const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, NULL);

	for (; n; n = rw_node_next_element(n, NULL))
		if (!(marks->texts && rw_node_is(n, "title")) &&
		    rw_slot_in(rw_node_text(arena, n)))
			return true;
	return false;
}

void rw_marks_settle(struct rw_arena *arena, struct rw_marks *marks,
		     struct rw_node *root)
{
	const struct rw_node *n = root;

	set_day(arena, marks, root, RW_ROW_POSTED);
	set_day(arena, marks, root, RW_ROW_CLOSES);
	for (; n; n = rw_node_walk_all(n, root))
		check_attributes(arena, marks, root, n);
	set_figures(arena, marks, root);
	marks->unfit |= has_mark(arena, marks, root);
}

const struct rw_doc *rw_marks_text(struct rw_arena *arena,
				   const struct rw_node *markup)
{
	struct rw_doc *doc = rw_doc_new(arena, RW_NS_OUT, "text");

	rw_node_copy(markup, rw_doc_root(doc));
	return doc;
}

void rw_marks_note_text(struct rw_arena *arena, struct rw_marks *marks,
			const struct rw_doc *tree)
{
	struct rw_marked_text *text = rw_arena_zalloc(arena, sizeof(*text));
	const struct rw_node *top = rw_doc_root(tree), *markup = NULL;
	size_t count = 0;

	for (const struct rw_node *n = top; n; n = rw_node_walk_all(n, top))
		if (rw_out_is(n, "markup")) {
			count++;
			markup = n;
		}
	text->board = marks->board;
	if (count == 1 && rw_description_is(markup))
		text->tree = rw_marks_text(arena, markup);
	rw_vec_push(&marks->shown, text);
}
