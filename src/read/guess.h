/*
 * A map for a table that has none, guessed from headings and values.
 */
#ifndef RW_READ_GUESS_H
#define RW_READ_GUESS_H

#include "read/datatable.h"
#include "xml/doc.h"

/*
 * The root of a table-map that takes each column for what its heading says.
 * 'arena' owns it; 'said' becomes a list for people: "'Job Title' as title".
 */
struct rw_node *rw_guess_map(struct rw_arena *arena,
			     const struct rw_table *table, struct rw_buf *said);

/* What a map is written for. */
struct rw_guess_for {
	const char *company; /* id of the only one there is, or NULL */
	const char *today;   /* ISO 8601 */
};

/*
 * Reads the first rows of the table and appends to 'out' the text of a map
 * document with comments: what is guessed and why, values that want a meaning,
 * columns that nothing takes. -1 after an error; one that ends the table after
 * some rows is reported, but these are enough. A column that says which rows
 * are open is reported, too.
 */
int rw_guess_write(struct rw_arena *arena, struct rw_table *table,
		   const struct rw_guess_for *whom, struct rw_buf *out,
		   struct rw_diags *diags);

#endif
