/*
 * Where the postings of an export come from: documents of the workspace, or
 * rows of a table.
 */
#ifndef RW_PUBLISH_POSTINGS_H
#define RW_PUBLISH_POSTINGS_H

#include "model/workspace.h"

struct rw_posting {
	const char *id;
	struct rw_entry *entry; /* its document; NULL: a row */
	const struct rw_node
		*root; /* of a row, as rw_workspace_parse gives it */
	const struct rw_node *company; /* of a row, that is in no file; NULL */
	const struct rw_node *agency;  /* the same */
	size_t row;		       /* number of the row, from 1; 0: none */
	struct rw_pos pos;
};

struct rw_postings {
	void *context;
	/*
	 * The next posting; 'arena', which lives as long as the posting is
	 * worked on, owns it. 1, 0 at the end, -1 after an error that ends the
	 * run. A row that cannot be read is reported and passed over.
	 */
	int (*next)(void *context, struct rw_arena *arena,
		    struct rw_posting *posting, struct rw_diags *diags);
	/*
	 * Told, in the order of the postings, why the board 'board' (NULL:
	 * every board) does not get one. May be NULL.
	 */
	void (*refused)(void *context, const struct rw_posting *posting,
			const char *board, const struct rw_diags *why);
};

/* All postings of the workspace, in the order of their ids. */
struct rw_postings rw_postings_documents(struct rw_arena *arena,
					 struct rw_workspace *workspace);

#endif
