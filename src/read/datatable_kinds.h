/*
 * What the kinds of tables share. Private to src/read/.
 */
#ifndef RW_READ_DATATABLE_KINDS_H
#define RW_READ_DATATABLE_KINDS_H

#include "base/map.h"
#include "read/datatable.h"
#include "read/decode.h"

struct csv_parser;

struct rw_table {
	struct rw_arena *arena; /* until it is open: rows are read by a thread
				   that shares none */
	struct rw_diags *diags;
	struct rw_decode *decode;
	const char *name;
	bool json, ended;
	char delimiter;
	struct rw_vec columns; /* names */
	struct rw_map *index;  /* folded name -> position + 1 */
	struct rw_buf text;    /* decoded, not yet used */
	size_t at;	       /* in 'text' */
	size_t line;	       /* of text[at] */
	size_t number;	       /* of the last row */
	struct rw_buf raw;     /* the last row as it stands in the file */
	size_t raw_line;
	struct rw_buf reason; /* why it is no JSON */
	struct rw_buf cells;  /* its cells, a NUL behind each */
	struct rw_vec starts; /* of each in 'cells', as numbers */
	struct rw_vec values; /* pointers to them */
	bool bad_bytes;
	struct csv_parser *parser;
	bool row_done;
};

/*
 * Puts the next line of the file, with its end, at the end of 'raw': 1, 0 at
 * the end, -1 after an error. A line over RW_TABLE_ROW_BYTES is cut, and 2
 * comes back.
 */
int rw_table_take_line(struct rw_table *table);

/* Adds a cell to the row; whether there is room for it. */
bool rw_table_add_cell(struct rw_table *table, const char *text, size_t len);

/* Makes room for a new row. */
void rw_table_clear_row(struct rw_table *table);

/* Adds a column, for what has no name "column-N"; false if there is one. */
bool rw_table_add_column(struct rw_table *table, const char *name);

/* csvtable.c: header and rows; as rw_table_next. */
int rw_csv_begin(struct rw_table *table);
int rw_csv_row(struct rw_table *table, struct rw_row *row);
size_t rw_csv_offset(const struct rw_table *table, const struct rw_row *row,
		     size_t column);
struct rw_row rw_table_last(const struct rw_table *table);

/* jsontable.c */
int rw_jsonl_begin(struct rw_table *table);
int rw_jsonl_row(struct rw_table *table, struct rw_row *row);
size_t rw_jsonl_offset(const struct rw_table *table, const struct rw_row *row,
		       size_t column);

#endif
