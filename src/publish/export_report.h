/*
 * What an export did: a document, from which stylesheets make JSON and a page.
 */
#ifndef RW_PUBLISH_EXPORT_REPORT_H
#define RW_PUBLISH_EXPORT_REPORT_H

#include "publish/board.h"
#include "publish/ledger.h"

struct rw_export_report;

/* Items that a report names for each board; the rest is counted. */
#define RW_REPORT_ITEMS 200
#define RW_REPORT_REFUSED 1000
#define RW_REPORT_ELSEWHERE 50 /* they are meant, and many */

/* A report of a run of today, in 'lang'; 'arena' owns it. */
struct rw_export_report *rw_export_report_new(struct rw_arena *arena,
					      struct rw_workspace *workspace,
					      const char *output,
					      const char *lang);

/* Names no items, only counts them: nobody is going to read it. */
void rw_export_report_brief(struct rw_export_report *report);

/* What it says of one board. */
struct rw_board_report;

struct rw_board_report *rw_export_report_board(struct rw_export_report *report,
					       const struct rw_board *board);

/*
 * Notes that the board does not get 'item', or that it gets it with warnings,
 * and why.
 */
void rw_board_report_item(struct rw_board_report *board,
			  const struct rw_ledger_item *item, bool refused,
			  const struct rw_diags *why);

/* Notes a posting that no board gets, for errors of its own. */
void rw_export_report_broken(struct rw_export_report *report,
			     const struct rw_ledger_item *item,
			     const struct rw_diags *why);

/*
 * How it ended. 'refused' counts broken ones, too; 'postings' are those that
 * the items are of, 'refused_postings' those of which any is refused, and
 * 'partly' those that are both.
 */
struct rw_board_outcome {
	size_t items, refused, before;
	size_t postings, refused_postings, partly;
	size_t stamped; /* from the patterns of others, refused or not */
	bool replaced;
	bool tried; /* in a dry run, and would be replaced */
	const struct rw_ledger_changes *changes; /* NULL: not compared */
	const struct rw_diags *found;		 /* of the feed itself */
	const char *const *files;
	size_t file_count;
};
void rw_board_report_end(struct rw_board_report *board,
			 const struct rw_board_outcome *outcome);

/*
 * A posting that no board gets, and nobody refuses: "expired", "draft" ...; or
 * that only 'boards' do not get, their ids with commas between them.
 */
struct rw_left_out {
	const char *posting, *title, *why;
	const char *boards; /* NULL: all of the run */
	bool elsewhere;	    /* it names other boards, and goes there */
};
void rw_export_report_left_out(struct rw_export_report *report,
			       const struct rw_left_out *left_out);

/*
 * Appends the report as the file 'path' wants it by its suffix: a page for
 * ".html", else JSON. -1 after an error.
 */
int rw_export_report_write(const struct rw_export_report *report,
			   struct rw_workspace *workspace, const char *path,
			   struct rw_buf *out, struct rw_diags *diags);

/* One line for people for each board, appended to 'out'. */
void rw_export_report_summary(const struct rw_export_report *report,
			      struct rw_buf *out);

#endif
