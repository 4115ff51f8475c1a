/*
 * The trees of feeds as text.
 */
#include "write/feed.h"

#include <string.h>

#include "base/csv.h"
#include "base/slot.h"
#include "write/jsontree.h"
#include "write/markup.h"
#include "write/write.h"
#include "write/xml.h"

#define PLACE          \
	"\xEF\xB7\x90" \
	"0"            \
	"\xEF\xB7\x91"

static enum rw_feed_kind kind_of(const struct rw_node *root)
{
	if (!strcmp(rw_node_ns(root), RW_NS_FN))
		return RW_FEED_JSON;
	return rw_out_is(root, "table") || rw_out_is(root, "row") ? RW_FEED_CSV
								  : RW_FEED_XML;
}

const char *rw_feed_separator(enum rw_feed_kind kind)
{
	switch (kind) {
	case RW_FEED_JSON:
		return ",\n";
	case RW_FEED_CSV:
		return "";
	default:
		return "\n";
	}
}

const char *rw_feed_suffix(enum rw_feed_kind kind)
{
	return kind == RW_FEED_JSON  ? "json"
	       : kind == RW_FEED_CSV ? "csv"
				     : "xml";
}

/* ------------------------------------------------------------------- CSV */

static int write_row(const struct rw_node *row, struct rw_buf *out,
		     struct rw_diags *diags)
{
	const struct rw_node *cell = rw_node_child(row, NULL);
	struct rw_buf text = RW_BUF_INIT;
	int result = 0;

	for (; cell; cell = rw_node_next_element(cell, NULL)) {
		rw_buf_clear(&text);
		result |= rw_markup_content(cell, &text, diags);
		rw_csv_cell(out, text.data, ',');
		if (rw_node_next_element(cell, NULL))
			rw_buf_putc(out, ',');
	}
	rw_buf_puts(out, "\r\n");
	rw_buf_release(&text);
	return result;
}

/* The rows of a table; text between them is the mark of a place. */
static int write_table(const struct rw_node *table, struct rw_buf *out,
		       struct rw_diags *diags)
{
	const struct rw_node *n = rw_node_first(table);
	int result = 0;

	for (; n; n = rw_node_next(n)) {
		if (rw_node_kind(n) != RW_NODE_ELEMENT)
			rw_buf_puts(out, rw_node_content(n));
		else
			result |= write_row(n, out, diags);
	}
	return result;
}

/* ----------------------------------------------------------------- frame */

/* Puts a mark in place of each out:items; how many there were. */
static size_t mark_places(struct rw_node *node)
{
	struct rw_node *child = rw_node_child(node, NULL), *next, *mark;
	size_t count = 0;

	for (; child; child = next) {
		next = rw_node_next_element(child, NULL);
		if (!rw_out_is(child, "items")) {
			count += mark_places(child);
			continue;
		}
		mark = child;
		if (!strcmp(rw_node_ns(node), RW_NS_FN)) {
			mark = rw_node_add(node, RW_NS_FN, "string");
			rw_node_move_before(mark, child);
		}
		rw_node_add_text(mark, PLACE);
		if (mark == child)
			rw_node_move_before(rw_node_first(child), child);
		rw_node_remove(child);
		count++;
	}
	return count;
}

static int write_frame(struct rw_doc *tree, enum rw_feed_kind kind,
		       struct rw_buf *out, struct rw_diags *diags)
{
	switch (kind) {
	case RW_FEED_JSON:
		return rw_write_json(tree, false, out, diags);
	case RW_FEED_CSV:
		return write_table(rw_doc_root(tree), out, diags);
	default:
		return rw_write_xml(tree, out, diags);
	}
}

/* The mark of slot 'number' in 'text', signed or not; *len its bytes. */
static char *find_mark(char *text, char number, size_t *len)
{
	size_t open = strlen(RW_SLOT_OPEN);
	char *end;

	while ((text = strstr(text, RW_SLOT_OPEN)) != NULL) {
		end = strstr(text, RW_SLOT_CLOSE);
		if (!end)
			return NULL;
		*len = (size_t)(end - text) + strlen(RW_SLOT_CLOSE);
		if (text[open] == number)
			return text;
		text = end;
	}
	return NULL;
}

/* Cuts the text in two at the mark, which JSON has put in quotes. */
static void cut(struct rw_feed_frame *frame, char *text, char *mark, size_t len)
{
	bool quoted = frame->kind == RW_FEED_JSON;

	mark[quoted ? -1 : 0] = '\0';
	frame->head = text;
	frame->tail = mark + len + quoted;
}

int rw_write_frame(struct rw_doc *tree, struct rw_arena *arena,
		   struct rw_feed_frame *frame, bool *no_place,
		   struct rw_diags *diags)
{
	struct rw_node *root = rw_doc_root(tree);
	struct rw_buf out = RW_BUF_INIT;
	char *text, *mark;
	size_t len;
	int result;

	*frame = (struct rw_feed_frame){ .kind = kind_of(root) };
	*no_place = false;
	if (rw_out_is(root, "items")) {
		frame->head = RW_XML_DECLARATION;
		frame->tail = "\n";
		frame->alone = true;
		return 0;
	}
	*no_place = mark_places(root) != 1;
	if (*no_place)
		return -1;
	result = write_frame(tree, frame->kind, &out, diags);
	text = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	frame->counts = find_mark(text, '1', &len) != NULL;
	mark = find_mark(text, '0', &len);
	if (!result && mark)
		cut(frame, text, mark, len);
	return result;
}

void rw_feed_frame_put(struct rw_buf *out, const char *text, size_t count)
{
	const char *open;

	while ((open = strstr(text, RW_SLOT_OPEN)) != NULL) {
		const char *close = strstr(open, RW_SLOT_CLOSE);

		rw_buf_add(out, text, (size_t)(open - text));
		rw_buf_printf(out, "%zu", count);
		text = close ? close + strlen(RW_SLOT_CLOSE)
			     : open + strlen(open);
	}
	rw_buf_puts(out, text);
}

int rw_write_item(const struct rw_doc *tree, enum rw_feed_kind kind,
		  struct rw_buf *out, struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(tree);

	if (rw_tree_check(root, diags))
		return -1;
	if (kind_of(root) != kind) {
		rw_report(diags, RW_OUTPUT_ELEMENT, rw_node_pos(root),
			  rw_node_name(root), "an item of this feed", NULL);
		return -1;
	}
	switch (kind) {
	case RW_FEED_JSON:
		return rw_json_tree(root, false, out, diags);
	case RW_FEED_CSV:
		return write_row(root, out, diags);
	default:
		return rw_xml_element(root, out, diags);
	}
}
