/*
 * Tables of what there is: aligned for people, or as JSON, or the first
 * column alone for scripts and completions.
 */
#ifndef RW_CLI_TABLE_H
#define RW_CLI_TABLE_H

#include "base/map.h"
#include "cli/cli.h"

#define RW_TABLE_FORMATS "text json ids"

struct rw_table {
	struct rw_arena *arena;
	const char *const *columns; /* their names; ends in NULL */
	size_t width;		    /* number of columns */
	struct rw_vec rows;
};

/* An empty table; 'columns' must outlive it. Release it with the last. */
void rw_table_init(struct rw_table *table, struct rw_arena *arena,
		   const char *const *columns);
void rw_table_release(struct rw_table *table);

/*
 * A new last row: an array of one string for each column, NULL for an empty
 * cell, for the caller to fill in.
 */
const char **rw_table_row(struct rw_table *table);

/* Orders the rows by a column, as bytes; equal ones stay as they are. */
void rw_table_sort(struct rw_table *table, const char *column);

/* Prints it as --format says ("text" without); an rw_exit. */
int rw_table_print(struct rw_cli *cli, const struct rw_table *table);

/*
 * The beginning of 'text' in one line, at most 'most' code points, with an
 * ellipsis where it was cut; 'arena' owns it.
 */
char *rw_table_words(struct rw_arena *arena, const char *text, size_t most);

#endif
