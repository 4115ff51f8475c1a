/*
 * One posting, made into items for boards: resolved, checked, transformed.
 * Private to the export.
 */
#ifndef RW_PUBLISH_DISPATCH_H
#define RW_PUBLISH_DISPATCH_H

#include "base/similar.h"
#include "check/check.h"
#include "model/resolve.h"
#include "publish/board.h"
#include "publish/marks.h"
#include "publish/format.h"
#include "publish/postings.h"
#include "write/feed.h"

/* A board of the run. */
struct rw_dispatch_board {
	const struct rw_board *board;
	const char *sheet; /* "board/indeed.xsl" */
	struct rw_feed_frame frame;
	bool all; /* takes every posting, whatever its 'boards' say */
};

struct rw_alike;

/* What all threads share. */
struct rw_dispatch {
	struct rw_workspace *ws;
	const struct rw_site *site; /* NULL: none */
	struct rw_sheets *sheets;
	const struct rw_dispatch_board *boards;
	size_t count;
	const struct rw_postings *postings;
	const struct rw_map *withdrawn; /* ids of postings */
	struct rw_alike *alike; /* patterns; NULL: all go the long way */
};

/* What each thread has. */
struct rw_dispatcher {
	const struct rw_dispatch *dispatch;
	unsigned thread; /* its number */
	struct rw_resolver *resolver;
	struct rw_check *check;
	struct rw_diags *found; /* by the check */
};

/* What became of a posting at one board, at one place. */
struct rw_result {
	size_t board;	     /* its number */
	const char *posting; /* its first id: feeds keep it */
	const char *place;   /* "" if items are no places */
	const char *item;    /* id in the feed */
	const char *title;
	const char *url; /* of its page, "" if there is none */
	uint64_t whose;	 /* hash of its employer and places */
	struct rw_pos pos;
	struct rw_buf bytes;
	struct rw_diags *diags; /* what the board says of it */
	bool refused;
	bool stamped; /* from the pattern of others */
};

/* A posting at work. */
struct rw_consignment {
	struct rw_posting posting;
	struct rw_arena *kept;		/* of what rw_dispatch_run leaves */
	struct rw_arena *arena;		/* of all else, while it is made */
	struct rw_diags *diags;		/* of the posting at any board */
	struct rw_vec results;		/* struct rw_result */
	const char *left_out;		/* "draft" ...; "" */
	bool *wanted;			/* by each board */
	const char *title;		/* as written; "" */
	struct rw_sketch sketch;	/* of its text */
	const struct rw_node *resolved; /* by rw_dispatch_marked; else NULL */
	const char *whose;		/* its employer and places */
	bool broken;			/* it has errors: no board gets it */
};

/*
 * Makes the items of a posting that postings->next has put into 'kept'. Trees
 * go when it returns, on the thread that made them: of the posting its id, its
 * row and its place are left.
 */
void rw_dispatch_run(const struct rw_dispatcher *dispatcher,
		     struct rw_consignment *consignment);

/*
 * Makes items of 'posting', a row's that has been dispatched, with marks in
 * place of its values; no rule looks at them. What is found is of no use but
 * for errors: then there is no pattern. 'marks' says what has looked at a mark.
 */
void rw_dispatch_marked(const struct rw_dispatcher *dispatcher,
			const struct rw_posting *posting,
			struct rw_marks *marks,
			struct rw_consignment *consignment);

/* The id for a place that has none: its city in letters of ids. */
const char *rw_dispatch_place(struct rw_arena *arena, const char *city);

/* Frees the results, which are none then. */
void rw_dispatch_drop(struct rw_consignment *consignment);

/* Frees the results, the diags and the arenas. */
void rw_dispatch_release(struct rw_consignment *consignment);

#endif
