#include "text/table_grid.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

static void measure(struct rw_grid *grid, const struct rw_node *table)
{
	const struct rw_node *row = rw_node_child(table, "row"), *cell;
	const char *header = row ? rw_node_attr(row, "header") : NULL;

	grid->header = header && strcmp(header, "yes") == 0;
	for (; row; row = rw_node_next_element(row, "row")) {
		size_t count = 0;

		cell = rw_node_child(row, "cell");
		for (; cell; cell = rw_node_next_element(cell, "cell"))
			count++;
		grid->rows++;
		if (count > grid->columns)
			grid->columns = count;
	}
}

static enum rw_align align_of(const char *value)
{
	if (strcmp(value, "right") == 0)
		return RW_ALIGN_RIGHT;
	return strcmp(value, "center") == 0 ? RW_ALIGN_CENTER : RW_ALIGN_LEFT;
}

struct reader {
	struct rw_grid *grid;
	rw_cell_fn *cell;
	struct rw_diags *diags;
	bool *aligned; /* columns whose alignment is known */
	int result;
};

static char *text_of(struct reader *in, const struct rw_node *node)
{
	struct rw_buf out = RW_BUF_INIT;

	if (in->cell(node, &out, in->diags) != 0)
		in->result = -1;
	rw_buf_reserve(&out, 1);
	return rw_buf_detach(&out);
}

/* The first cell of a column that names an alignment decides. */
static void read_row(struct reader *in, const struct rw_node *row, size_t at)
{
	const struct rw_node *cell = rw_node_child(row, "cell");
	struct rw_grid *grid = in->grid;

	for (size_t i = 0; cell; i++) {
		const char *align = rw_node_attr(cell, "align");

		grid->cells[at * grid->columns + i] = text_of(in, cell);
		if (align && !in->aligned[i])
			grid->align[i] = align_of(align);
		in->aligned[i] = in->aligned[i] || align;
		cell = rw_node_next_element(cell, "cell");
	}
}

int rw_grid_init(struct rw_grid *grid, const struct rw_node *table,
		 rw_cell_fn *cell, struct rw_diags *diags)
{
	const struct rw_node *caption = rw_node_child(table, "caption");
	const struct rw_node *row = rw_node_child(table, "row");
	struct reader in = { .grid = grid, .cell = cell, .diags = diags };

	*grid = (struct rw_grid){ 0 };
	measure(grid, table);
	if (caption)
		grid->caption = text_of(&in, caption);
	grid->cells =
		rw_calloc(grid->rows * grid->columns + 1, sizeof(*grid->cells));
	grid->align = rw_calloc(grid->columns + 1, sizeof(*grid->align));
	in.aligned = rw_calloc(grid->columns + 1, sizeof(*in.aligned));
	for (size_t i = 0; row; i++) {
		read_row(&in, row, i);
		row = rw_node_next_element(row, "row");
	}
	rw_free(in.aligned);
	return in.result;
}

void rw_grid_release(struct rw_grid *grid)
{
	for (size_t i = 0; i < grid->rows * grid->columns; i++)
		rw_free(grid->cells[i]);
	rw_free(grid->cells);
	rw_free(grid->align);
	rw_free(grid->caption);
}

const char *rw_grid_cell(const struct rw_grid *grid, size_t row, size_t column)
{
	const char *text = grid->cells[row * grid->columns + column];

	return text ? text : "";
}

static size_t longest_line(const char *text)
{
	size_t longest = 0;

	while (*text) {
		size_t len = strcspn(text, "\n");
		size_t width = rw_utf8_length(text, len);

		longest = width > longest ? width : longest;
		text += len + (text[len] == '\n');
	}
	return longest;
}

size_t rw_grid_width(const struct rw_grid *grid, size_t column)
{
	size_t width = 0;

	for (size_t row = 0; row < grid->rows; row++) {
		size_t own = longest_line(rw_grid_cell(grid, row, column));

		width = own > width ? own : width;
	}
	return width;
}
