#include "text/pipe_table.h"

#include <string.h>

#include "base/memory.h"
#include "text/table_grid.h"

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
			rw_buf_cut(out, out->len - 1);
		rw_buf_putc(out, (char)(text[i] == '\n' ? ' ' : text[i]));
	}
	rw_free(text);
	cmark_node_free(tree);
	return 0;
}

static void put_row(const struct rw_grid *grid, size_t row, bool blank,
		    struct rw_buf *out)
{
	for (size_t i = 0; i < grid->columns; i++) {
		rw_buf_puts(out, i == 0 ? "| " : " | ");
		rw_buf_puts(out, blank ? "" : rw_grid_cell(grid, row, i));
	}
	rw_buf_puts(out, " |\n");
}

static void put_rule(const struct rw_grid *grid, struct rw_buf *out)
{
	static const char *const rules[] = {
		[RW_ALIGN_LEFT] = "---",
		[RW_ALIGN_RIGHT] = "---:",
		[RW_ALIGN_CENTER] = ":---:",
	};

	for (size_t i = 0; i < grid->columns; i++) {
		rw_buf_puts(out, i == 0 ? "| " : " | ");
		rw_buf_puts(out, rules[grid->align[i]]);
	}
	rw_buf_puts(out, " |\n");
}

int rw_pipe_table(const struct rw_node *table, struct rw_buf *out,
		  struct rw_diags *diags)
{
	struct rw_grid grid;
	int result = rw_grid_init(&grid, table, put_line, diags);

	if (grid.caption)
		rw_buf_printf(out, "%s\n\n", grid.caption);
	if (grid.columns > 0) {
		/* GitHub knows no table without a header. */
		put_row(&grid, 0, !grid.header, out);
		put_rule(&grid, out);
		for (size_t i = grid.header; i < grid.rows; i++)
			put_row(&grid, i, false, out);
		rw_buf_putc(out, '\n');
	}
	rw_grid_release(&grid);
	return result;
}
