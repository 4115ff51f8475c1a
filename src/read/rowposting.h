/*
 * Rows of a table as postings.
 */
#ifndef RW_READ_ROWPOSTING_H
#define RW_READ_ROWPOSTING_H

#include "model/workspace.h"
#include "read/tablemap.h"

struct rw_row_reader;

/*
 * Reads rows of 'table' as 'map' says; companies are looked for in 'ws'.
 * 'arena' owns it.
 */
struct rw_row_reader *rw_row_reader_new(struct rw_arena *arena,
					struct rw_workspace *ws,
					const struct rw_table_map *map,
					struct rw_table *table,
					struct rw_diags *diags);

/* What a row became. */
struct rw_row_posting {
	struct rw_node *root;	       /* a posting, as if it had been read */
	const struct rw_node *company; /* that is in no file, or NULL */
	const struct rw_node *agency;  /* the same */
	const char *id;		       /* "" if it could not be made */
	const char *page; /* its address, or that to apply at; NULL: none */
};

/*
 * Makes the posting of 'row' in 'arena'. What is wrong is reported to 'diags',
 * all of it; -1 if anything is an error. The places of these reports, and of
 * all that is reported of the posting later, mean fields: rw_row_reader_column
 * says which column.
 */
int rw_row_posting(struct rw_row_reader *reader, const struct rw_row *row,
		   struct rw_arena *arena, struct rw_diags *diags,
		   struct rw_row_posting *posting);

/*
 * The column that the place of a diagnostic means: -1 for the row as a whole;
 * -2 if the place is in another document.
 */
int rw_row_reader_column(const struct rw_row_reader *reader, struct rw_pos pos);

#endif
