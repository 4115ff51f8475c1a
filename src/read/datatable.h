/*
 * Rows of a table that somebody exported: CSV, or JSON lines. It streams:
 * memory does not grow with the rows.
 */
#ifndef RW_READ_DATATABLE_H
#define RW_READ_DATATABLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "diag/diags.h"

#define RW_TABLE_COLUMNS 1024
#define RW_TABLE_ROW_BYTES (4 * 1024 * 1024) /* of one row, decoded */

struct rw_table_options {
	const char *path;     /* "-": standard input */
	const char *name;     /* that messages use */
	const char *encoding; /* NULL: found out */
	char delimiter;	      /* of CSV; 0: found out */
};

/* Why a row cannot be used, although the next one may be. */
enum rw_row_fault {
	RW_FAULT_NONE,
	RW_FAULT_CELLS, /* more or fewer cells than columns */
	RW_FAULT_BYTES, /* bytes that are no text of the encoding, or NUL */
	RW_FAULT_LONG,	/* over RW_TABLE_ROW_BYTES; it has no cells */
	RW_FAULT_JSON,	/* no JSON object; it has no cells */
	RW_FAULT_KEY	/* a key that is no column says whom not to name */
};

/* A row; valid until the next one is read. */
struct rw_row {
	size_t number; /* from 1; the header is not counted */
	size_t line;   /* of the file that it begins in */
	const char *const *cells;
	size_t count;
	enum rw_row_fault fault;
	const char *reason; /* of RW_FAULT_JSON; of RW_FAULT_KEY the key */
	const char *raw;    /* as it stands in the file, in UTF-8 */
	size_t raw_len;
};

struct rw_table;

/*
 * Opens a table and reads its header, or the first records (of 4 MiB) to know
 * their keys; those of objects in objects are joined with dots
 * ("location.city"), items of arrays with line breaks. 'arena' owns it. NULL
 * after an error.
 */
struct rw_table *rw_table_open(struct rw_arena *arena,
			       const struct rw_table_options *options,
			       struct rw_diags *diags);

const char *const *rw_table_columns(const struct rw_table *table,
				    size_t *count);

/* The number of the column 'name', in any case of letters, or -1. */
int rw_table_column(const struct rw_table *table, const char *name);

/*
 * The same before the first row is read: JSON, whose records may leave keys
 * out, gets a new column for one that has not been seen, and *seen is false.
 */
int rw_table_want_column(struct rw_table *table, const char *name, bool *seen);

const char *rw_table_name(const struct rw_table *table);
char rw_table_delimiter(const struct rw_table *table);
const char *rw_table_encoding(const struct rw_table *table);

/* 1 with the next row, 0 at the end, -1 after an error. */
int rw_table_next(struct rw_table *table, struct rw_row *row);

/* A copy of the row that 'arena' owns. */
struct rw_row rw_row_copy(struct rw_arena *arena, const struct rw_row *row);

/*
 * A place in diagnostics for cell 'column' of the row (-1: of the row as a
 * whole). Keeps that line of the row in the sources, so it is not for every row
 * of a long table.
 */
struct rw_pos rw_table_pos(const struct rw_table *table,
			   const struct rw_row *row, int column);

#endif
