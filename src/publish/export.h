/*
 * Export: postings to the feeds of job boards.
 */
#ifndef RW_PUBLISH_EXPORT_H
#define RW_PUBLISH_EXPORT_H

#include "publish/export_report.h"
#include "publish/postings.h"

struct rw_export_options {
	const char *const *boards; /* their ids */
	size_t board_count;
	const char *output; /* folder of the feeds */
	bool all;	    /* postings whatever their 'boards' say */
	bool strict;	    /* replace nothing if anything is refused */
	bool allow_empty;   /* also feeds that lost half their items */
	bool allow_new_ids; /* ... or gave half of them other ids */
	bool dry_run;	    /* replace no feed, remember nothing */
	bool brief;	    /* the report is not read: it names no items */
	bool gzip;
	size_t most_rejected; /* at a board */
	bool percent;	      /* most_rejected is a share */
	bool limited;	      /* there is a most_rejected */
	const char *withdraw; /* id of a posting to close, or NULL */
	bool direct; /* make each posting by itself, none from a pattern */
	unsigned threads;
};

/*
 * Makes the feeds. Each is replaced when it is whole and its own guards pass;
 * what a board refuses is reported and left out. The report, which 'arena'
 * owns, or NULL when nothing could be begun.
 */
struct rw_export_report *rw_export(struct rw_workspace *workspace,
				   struct rw_arena *arena,
				   const struct rw_export_options *options,
				   const struct rw_postings *postings,
				   struct rw_diags *diags);

/*
 * The boards that were exported to the folder 'output' before: an array of
 * *count ids that 'arena' owns.
 */
const char *const *rw_export_boards(struct rw_arena *arena, const char *output,
				    size_t *count);

#endif
