/*
 * For src/xml/ only: ends transformations that take too long. libxslt has no
 * limit of time of its own.
 */
#ifndef RW_XML_WATCHDOG_H
#define RW_XML_WATCHDOG_H

#include <libxslt/xsltInternals.h>
#include <stdbool.h>

enum rw_watch_verdict {
	RW_WATCH_FINE,
	RW_WATCH_LATE,
	RW_WATCH_STOPPED
};

/* A running transformation; lives on the stack of its thread. */
struct rw_watch {
	xsltTransformContext *ctxt;
	unsigned stops;	    /* that came before it */
	long long deadline; /* monotonic milliseconds */
	enum rw_watch_verdict verdict;
	struct rw_watch *next;
	struct rw_watch **link;
};

/* Watches 'ctxt' for at most 'milliseconds' until rw_watch_end. */
void rw_watch_begin(struct rw_watch *watch, xsltTransformContext *ctxt,
		    long long milliseconds);

/* How it went. */
enum rw_watch_verdict rw_watch_end(struct rw_watch *watch);

/* Stops everything that is being watched; safe in a signal handler. */
void rw_watch_stop_all(void);

#endif
