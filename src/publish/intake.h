/*
 * Rows of a table on their way in: read, counted, and where they are refused
 * written to a file of rejected rows.
 */
#ifndef RW_PUBLISH_INTAKE_H
#define RW_PUBLISH_INTAKE_H

#include "read/rowposting.h"

struct rw_intake_options {
	struct rw_table_options table;
	const struct rw_node *map; /* NULL: guessed, with a note */
	const char *rejected; /* file of rejected rows, not the table itself;
				 NULL: none */
	size_t most;	  /* findings of a code whose cell is found; 0: all */
	unsigned threads; /* that read rows */
};

struct rw_intake_counts {
	size_t rows;	 /* in the table */
	size_t filtered; /* that a filter passed over */
	size_t rejected;
	size_t left_out; /* of a feed, though not rejected */
};

/* A row, and what became of it; all in the arena that was given. */
struct rw_intake_row {
	struct rw_row row; /* a copy */
	struct rw_row_posting posting;
	struct rw_entry entry;		    /* made up, for checks */
	const struct rw_row_reader *reader; /* that read it */
	bool broken; /* it is no posting: errors were reported */
};

struct rw_intake;

/*
 * Opens the table and lays the map over it. 'arena' owns it. NULL after an
 * error.
 */
struct rw_intake *rw_intake_open(struct rw_arena *arena,
				 struct rw_workspace *ws,
				 const struct rw_intake_options *options,
				 struct rw_diags *diags);

/*
 * The next row that the filters let through, in 'arena', not read yet. 1, 0 at
 * the end, -1 after an error that ends the run. One thread.
 */
int rw_intake_next(struct rw_intake *intake, struct rw_arena *arena,
		   struct rw_intake_row *row);

/*
 * Makes the posting of the row in 'arena'; what is wrong with it goes to
 * 'found', a collector with the sources of the run. Any thread, which says its
 * number, from 0 to one less than the options say.
 */
void rw_intake_read(struct rw_intake *intake, unsigned thread,
		    struct rw_arena *arena, struct rw_intake_row *row,
		    struct rw_diags *found);

/*
 * Reads only the values of the row (read/rowposting.h), for a thread as above;
 * the row has them as its posting then. -1, unreported, as rw_row_values.
 */
int rw_intake_values(struct rw_intake *intake, unsigned thread,
		     struct rw_arena *arena, struct rw_intake_row *row,
		     struct rw_row_values *values);

/*
 * Gives what was found of a row the places of its cells, as many as the options
 * say; and notes the row as rejected by 'board' ("": by all) if an error is
 * among it. Rows come in their order, each first with "", when also an id that
 * an earlier row has is found. One thread.
 */
void rw_intake_settle(struct rw_intake *intake, struct rw_intake_row *row,
		      const char *board, struct rw_diags *found);

/*
 * Counts the row, the last one that was settled, as left out unless it is
 * rejected. One thread.
 */
void rw_intake_leave_out(struct rw_intake *intake,
			 const struct rw_intake_row *row);

/*
 * Ends the run: the file of rejected rows takes its name. -1 after an error.
 * Without rejected rows there is none, but an old one loses its rows.
 */
int rw_intake_finish(struct rw_intake *intake);

const struct rw_intake_counts *rw_intake_counts(const struct rw_intake *intake);

/*
 * Adds a line for each code: its rows, its id, what it says in general; those
 * of the greatest number first.
 */
void rw_intake_sum_up(const struct rw_intake *intake, struct rw_buf *out);

#endif
