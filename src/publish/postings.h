/*
 * Where the postings of an export come from: documents of the workspace, or
 * rows of a table.
 */
#ifndef RW_PUBLISH_POSTINGS_H
#define RW_PUBLISH_POSTINGS_H

#include "publish/intake.h"

struct rw_posting {
	const char *id;		       /* "" if it could not be made */
	struct rw_entry *entry;	       /* its document; made up for a row */
	const struct rw_node *root;    /* once it is read; NULL: it cannot be */
	const struct rw_node *company; /* of a row, that is in no file; NULL */
	const struct rw_node *agency;  /* the same */
	struct rw_intake_row *row;     /* NULL: a document */
	struct rw_pos pos;
};

struct rw_postings {
	void *context;
	/*
	 * The next posting, not read yet; 'arena', which lives as long as the
	 * posting is worked on, owns it. 1, 0 at the end, -1 after an error
	 * that ends the run. One thread.
	 */
	int (*next)(void *context, struct rw_arena *arena,
		    struct rw_posting *posting);
	/*
	 * Reads it; what is wrong goes to 'found', and -1 comes back if it is
	 * no posting. Any thread, which says its number.
	 */
	int (*read)(void *context, unsigned thread, struct rw_arena *arena,
		    struct rw_posting *posting, struct rw_diags *found);
	/*
	 * Reads only the values of a row, as rw_intake_values, in place of
	 * 'read' or before it. NULL: there are no rows.
	 */
	int (*values)(void *context, unsigned thread, struct rw_arena *arena,
		      struct rw_posting *posting, struct rw_row_values *values);
	/*
	 * Sees what was found of a posting by the board 'board' ("": before any
	 * board, which is the first call), and may add to it and move it to
	 * places that people know. In the order of the postings; one thread.
	 */
	void (*settle)(void *context, struct rw_posting *posting,
		       const char *board, struct rw_diags *found);
	/*
	 * Notes that a posting, settled and refused by nobody, is not in all
	 * the feeds that it is for, or for none. NULL: nobody counts them.
	 */
	void (*leave_out)(void *context, const struct rw_posting *posting);
	bool ids_differ; /* no two have the same id, once they are settled */
};

/* All postings of the workspace, in the order of their ids. */
struct rw_postings rw_postings_documents(struct rw_arena *arena,
					 struct rw_workspace *workspace);

/* The rows of a table. */
struct rw_postings rw_postings_rows(struct rw_intake *intake);

#endif
