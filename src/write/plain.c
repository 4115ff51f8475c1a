/*
 * Plain text of a cmark tree in 72 columns: what a mail or a form takes.
 */
#include "write/write.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "write/rendered.h"

#define COLUMNS 72
#define NARROWEST 8 /* a column of a table */

struct plain {
	struct rw_buf *out;
	struct rw_buf prefix; /* of every line */
	struct rw_buf first;  /* of the next line, if it is not empty */
};

static void put_blocks(struct plain *p, cmark_node *parent, bool tight);

/* ----------------------------------------------------------------- lines */

static void put_prefix(struct plain *p)
{
	struct rw_buf *prefix = p->first.len > 0 ? &p->first : &p->prefix;

	rw_buf_add(p->out, prefix->data, prefix->len);
	rw_buf_clear(&p->first);
}

static void put_line(struct plain *p, const char *text, size_t len)
{
	put_prefix(p);
	rw_buf_add(p->out, text, len);
	while (p->out->len > 0 && p->out->data[p->out->len - 1] == ' ')
		rw_buf_cut(p->out, p->out->len - 1);
	rw_buf_putc(p->out, '\n');
}

/*
 * The bytes of 'text' (ended by a line end or NUL) that fit into 'columns',
 * cut at a blank; a word that is too long is not cut.
 */
static size_t fitting(const char *text, size_t columns)
{
	size_t len = strcspn(text, "\n"), cut = 0;

	for (size_t at = 0, column = 0; at < len; column++) {
		size_t size;

		if (text[at] == ' ')
			cut = at;
		if (column >= columns && cut > 0)
			return cut;
		rw_utf8_decode(text + at, len - at, &size);
		at += size;
	}
	return len;
}

/* Wraps 'text', in which line ends stay; the columns of the longest line. */
static size_t put_wrapped(struct plain *p, const char *text)
{
	size_t indent = rw_utf8_length(p->prefix.data, p->prefix.len);
	size_t columns = indent + 20 < COLUMNS ? COLUMNS - indent : 20;
	size_t longest = 0;

	do {
		size_t len = fitting(text, columns);
		size_t width = rw_utf8_length(text, len);

		put_line(p, text, len);
		longest = width > longest ? width : longest;
		text += len;
		text += *text == ' ' || *text == '\n';
	} while (*text);
	return longest;
}

/* ---------------------------------------------------------------- inlines */

static void put_inlines(cmark_node *parent, struct rw_buf *out);

static bool is_address(const char *url)
{
	return strncmp(url, "http:", 5) == 0 ||
	       strncmp(url, "https:", 6) == 0 ||
	       strncmp(url, "mailto:", 7) == 0;
}

static void put_link(cmark_node *node, struct rw_buf *out)
{
	const char *url = cmark_node_get_url(node);
	size_t begin = out->len;

	put_inlines(node, out);
	if (!is_address(url))
		return;
	if (strncmp(url, "mailto:", 7) == 0)
		url += 7;
	if (strcmp(out->data + begin, url) != 0)
		rw_buf_printf(out, " <%s>", url);
}

static void put_inline(cmark_node *node, struct rw_buf *out)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		rw_buf_puts(out, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		rw_buf_putc(out, ' ');
		break;
	case CMARK_NODE_LINEBREAK:
		rw_buf_putc(out, '\n');
		break;
	case CMARK_NODE_LINK:
		put_link(node, out);
		break;
	default:
		put_inlines(node, out);
		break;
	}
}

static void put_inlines(cmark_node *parent, struct rw_buf *out)
{
	cmark_node *node = cmark_node_first_child(parent);

	for (; node; node = cmark_node_next(node))
		put_inline(node, out);
}

/* ----------------------------------------------------------------- blocks */

static void put_heading(struct plain *p, cmark_node *node, const char *text)
{
	int level = cmark_node_get_heading_level(node);
	size_t width = put_wrapped(p, text);
	struct rw_buf rule = RW_BUF_INIT;

	if (level > 2)
		return;
	while (rule.len < width)
		rw_buf_putc(&rule, level == 1 ? '=' : '-');
	put_line(p, rule.data, rule.len);
	rw_buf_release(&rule);
}

static void put_leaf(struct plain *p, cmark_node *node)
{
	struct rw_buf text = RW_BUF_INIT;

	put_inlines(node, &text);
	if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
		put_heading(p, node, text.data);
	else
		put_wrapped(p, text.data);
	rw_buf_release(&text);
}

/* Lines as they are, without the last line ends. */
static void put_verbatim(struct plain *p, const char *text, const char *indent)
{
	size_t len = strlen(text);

	while (len > 0 && text[len - 1] == '\n')
		len--;
	rw_buf_puts(&p->prefix, indent);
	rw_buf_puts(&p->first, p->first.len > 0 ? indent : "");
	for (size_t at = 0; at < len;) {
		size_t size = strcspn(text + at, "\n");

		put_line(p, text + at, size);
		at += size + 1;
	}
	rw_buf_cut(&p->prefix, p->prefix.len - strlen(indent));
}

/* Blocks behind 'mark', which the first line alone shows if 'once'. */
static void put_inside(struct plain *p, cmark_node *node, const char *mark,
		       bool once, bool tight)
{
	size_t len = p->prefix.len, size = strlen(mark);

	if (p->first.len == 0)
		rw_buf_add(&p->first, p->prefix.data, p->prefix.len);
	rw_buf_puts(&p->first, mark);
	if (once)
		for (size_t i = 0; i < size; i++)
			rw_buf_putc(&p->prefix, ' ');
	else
		rw_buf_puts(&p->prefix, mark);
	put_blocks(p, node, tight);
	rw_buf_cut(&p->prefix, len);
}

static void put_blank(struct plain *p)
{
	if (p->first.len == 0)
		put_line(p, "", 0);
}

static void put_list(struct plain *p, cmark_node *list)
{
	bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
	bool tight = cmark_node_get_list_tight(list) != 0;
	int number = cmark_node_get_list_start(list);
	cmark_node *item = cmark_node_first_child(list);
	char mark[16] = "- ";

	for (; item; item = cmark_node_next(item)) {
		if (ordered)
			snprintf(mark, sizeof(mark), "%d. ", number++);
		put_inside(p, item, mark, true, tight);
		if (!tight && cmark_node_next(item))
			put_blank(p);
	}
}

static void put_block(struct plain *p, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		put_list(p, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		put_inside(p, node, "> ", false, false);
		break;
	case CMARK_NODE_CODE_BLOCK:
		put_verbatim(p, cmark_node_get_literal(node), "    ");
		break;
	case CMARK_NODE_CUSTOM_BLOCK:
		put_verbatim(p, cmark_node_get_on_enter(node), "");
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		put_line(p, "* * *", 5);
		break;
	default:
		put_leaf(p, node);
		break;
	}
}

static bool is_empty(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK &&
	       *cmark_node_get_on_enter(node) == '\0';
}

static void put_blocks(struct plain *p, cmark_node *parent, bool tight)
{
	cmark_node *node = cmark_node_first_child(parent);
	bool begun = false;

	for (; node; node = cmark_node_next(node)) {
		if (is_empty(node))
			continue;
		if (begun && !tight)
			put_blank(p);
		put_block(p, node);
		begun = true;
	}
}

int rw_write_plain(const struct rw_doc *tree, struct rw_buf *out,
		   struct rw_diags *diags)
{
	struct plain p = { out, RW_BUF_INIT, RW_BUF_INIT };
	cmark_node *document = rw_rendered_tree(tree, rw_plain_table, diags);

	if (!document)
		return -1;
	put_blocks(&p, document, false);
	rw_buf_release(&p.prefix);
	rw_buf_release(&p.first);
	cmark_node_free(document);
	return 0;
}

/* ----------------------------------------------------------------- tables */

int rw_plain_cell(const struct rw_node *cell, struct rw_buf *out,
		  struct rw_diags *diags)
{
	cmark_node *tree = rw_markdown_tree_with(cell, rw_plain_table, diags);
	cmark_node *block;

	if (!tree)
		return -1;
	block = cmark_node_first_child(tree);
	for (; block; block = cmark_node_next(block))
		put_inlines(block, out);
	cmark_node_free(tree);
	return 0;
}

/* Widths of the columns: their own, or less of the widest ones. */
static size_t *widths_of(const struct rw_grid *grid)
{
	size_t *widths = rw_calloc(grid->columns + 1, sizeof(*widths));
	size_t total = grid->columns > 0 ? 2 * (grid->columns - 1) : 0;

	for (size_t c = 0; c < grid->columns; c++) {
		widths[c] = rw_grid_width(grid, c);
		total += widths[c];
	}
	while (total > COLUMNS) {
		size_t widest = 0;

		for (size_t c = 1; c < grid->columns; c++)
			widest = widths[c] > widths[widest] ? c : widest;
		if (widths[widest] <= NARROWEST)
			break;
		widths[widest]--;
		total--;
	}
	return widths;
}

static void pad(struct rw_buf *out, size_t count, char c)
{
	while (count-- > 0)
		rw_buf_putc(out, c);
}

static void put_aligned(struct rw_buf *out, const char *text, size_t len,
			size_t width, enum rw_align align)
{
	size_t own = rw_utf8_length(text, len);
	size_t free = own < width ? width - own : 0, left = 0;

	if (align == RW_ALIGN_RIGHT)
		left = free;
	else if (align == RW_ALIGN_CENTER)
		left = free / 2;
	pad(out, left, ' ');
	rw_buf_add(out, text, len);
	pad(out, free - left, ' ');
}

static void end_line(struct rw_buf *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		rw_buf_cut(out, out->len - 1);
	rw_buf_putc(out, '\n');
}

/* One row, in as many lines as its fullest cell needs. */
static void put_grid_row(const struct rw_grid *grid, size_t row,
			 const size_t *widths, struct rw_buf *out)
{
	const char **rest = rw_calloc(grid->columns + 1, sizeof(*rest));
	bool more = true;

	for (size_t c = 0; c < grid->columns; c++)
		rest[c] = rw_grid_cell(grid, row, c);
	while (more) {
		more = false;
		for (size_t c = 0; c < grid->columns; c++) {
			size_t len = fitting(rest[c], widths[c]);

			put_aligned(out, rest[c], len, widths[c],
				    grid->align[c]);
			rw_buf_puts(out, c + 1 < grid->columns ? "  " : "");
			rest[c] += len;
			rest[c] += *rest[c] != '\0';
			more = more || *rest[c];
		}
		end_line(out);
	}
	rw_free(rest);
}

static void put_grid(const struct rw_grid *grid, struct rw_buf *out)
{
	size_t *widths = widths_of(grid);

	for (size_t r = 0; r < grid->rows; r++) {
		put_grid_row(grid, r, widths, out);
		if (r > 0 || !grid->header)
			continue;
		for (size_t c = 0; c < grid->columns; c++) {
			pad(out, widths[c], '-');
			rw_buf_puts(out, c + 1 < grid->columns ? "  " : "\n");
		}
	}
	rw_free(widths);
}

int rw_plain_table(const struct rw_node *table, struct rw_buf *out,
		   struct rw_diags *diags)
{
	struct rw_grid grid;
	int result = rw_grid_init(&grid, table, rw_plain_cell, diags);

	if (grid.caption)
		rw_buf_printf(out, "%s\n\n", grid.caption);
	if (grid.columns > 0)
		put_grid(&grid, out);
	rw_grid_release(&grid);
	return result;
}
