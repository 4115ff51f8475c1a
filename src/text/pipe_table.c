#include "text/pipe_table.h"

#include <string.h>

#include "base/memory.h"

static size_t columns_of(const struct rw_node *table)
{
	const struct rw_node *row = rw_node_child(table, "row"), *cell;
	size_t most = 0, count;

	for (; row; row = rw_node_next_element(row, "row")) {
		count = 0;
		cell = rw_node_child(row, "cell");
		for (; cell; cell = rw_node_next_element(cell, "cell"))
			count++;
		most = count > most ? count : most;
	}
	return most;
}

static bool is_header(const struct rw_node *row)
{
	const char *header = rw_node_attr(row, "header");

	return header && strcmp(header, "yes") == 0;
}

/* The nodes inside 'node' as one line of CommonMark, bars escaped. */
static int put_line(const struct rw_node *node, struct rw_buf *out,
		    struct rw_diags *diags)
{
	cmark_node *tree = rw_markdown_tree(node, diags);
	char *text;
	size_t len;

	if (!tree)
		return -1;
	text = cmark_render_commonmark(tree, CMARK_OPT_NOBREAKS, 0);
	len = strlen(text);
	while (len > 0 && text[len - 1] == '\n')
		len--;
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '|')
			rw_buf_putc(out, '\\');
		if (text[i] == '\n' && out->len > 0 &&
		    out->data[out->len - 1] == '\\')
			out->data[--out->len] = '\0';
		rw_buf_putc(out, (char)(text[i] == '\n' ? ' ' : text[i]));
	}
	rw_free(text);
	cmark_node_free(tree);
	return 0;
}

static int put_row(const struct rw_node *row, size_t columns,
		   struct rw_buf *out, struct rw_diags *diags)
{
	const struct rw_node *cell = row ? rw_node_child(row, "cell") : NULL;
	int result = 0;

	for (size_t i = 0; i < columns; i++) {
		rw_buf_puts(out, i == 0 ? "| " : " | ");
		if (!cell)
			continue;
		if (put_line(cell, out, diags) != 0)
			result = -1;
		cell = rw_node_next_element(cell, "cell");
	}
	rw_buf_puts(out, " |\n");
	return result;
}

/* The alignment that the first cells of a column to say so have. */
static const char *align_of(const struct rw_node *table, size_t column)
{
	const struct rw_node *row = rw_node_child(table, "row"), *cell;

	for (; row; row = rw_node_next_element(row, "row")) {
		const char *align;
		size_t i = 0;

		cell = rw_node_child(row, "cell");
		while (cell && i++ < column)
			cell = rw_node_next_element(cell, "cell");
		align = cell ? rw_node_attr(cell, "align") : NULL;
		if (align)
			return align;
	}
	return "left";
}

static void put_rule(const struct rw_node *table, size_t columns,
		     struct rw_buf *out)
{
	for (size_t i = 0; i < columns; i++) {
		const char *align = align_of(table, i);

		rw_buf_puts(out, i == 0 ? "| " : " | ");
		if (strcmp(align, "right") == 0)
			rw_buf_puts(out, "---:");
		else if (strcmp(align, "center") == 0)
			rw_buf_puts(out, ":---:");
		else
			rw_buf_puts(out, "---");
	}
	rw_buf_puts(out, " |\n");
}

int rw_pipe_table(const struct rw_node *table, struct rw_buf *out,
		  struct rw_diags *diags)
{
	const struct rw_node *caption = rw_node_child(table, "caption");
	const struct rw_node *row = rw_node_child(table, "row");
	size_t columns = columns_of(table);
	int result = 0;

	if (caption) {
		result |= put_line(caption, out, diags);
		rw_buf_puts(out, "\n\n");
	}
	if (columns == 0)
		return result;
	result |= put_row(row && is_header(row) ? row : NULL, columns, out,
			  diags);
	put_rule(table, columns, out);
	if (row && is_header(row))
		row = rw_node_next_element(row, "row");
	for (; row; row = rw_node_next_element(row, "row"))
		result |= put_row(row, columns, out, diags);
	rw_buf_putc(out, '\n');
	return result;
}
