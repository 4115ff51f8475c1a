/*
 * An rw:table as rows and columns of strings.
 */
#ifndef RW_TEXT_TABLE_GRID_H
#define RW_TEXT_TABLE_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "xml/doc.h"

enum rw_align {
	RW_ALIGN_LEFT,
	RW_ALIGN_RIGHT,
	RW_ALIGN_CENTER
};

struct rw_grid {
	size_t rows, columns;
	bool header;	      /* the first row is one */
	char **cells;	      /* row by row; "" where a row is short */
	enum rw_align *align; /* of each column */
	char *caption;	      /* or NULL */
};

/* Writes the inline content of a cell or caption in some markup; 0 or -1. */
typedef int rw_cell_fn(const struct rw_node *cell, struct rw_buf *out,
		       struct rw_diags *diags);

/* Reads 'table'; to be released in any case. 0 or -1. */
int rw_grid_init(struct rw_grid *grid, const struct rw_node *table,
		 rw_cell_fn *cell, struct rw_diags *diags);
void rw_grid_release(struct rw_grid *grid);

const char *rw_grid_cell(const struct rw_grid *grid, size_t row, size_t column);

/* Code points of the longest line in a column. */
size_t rw_grid_width(const struct rw_grid *grid, size_t column);

#endif
