/*
 * Rows alike: those that differ in their id, days, addresses and place only are
 * stamped from one pattern, findings and all. Private to the export.
 *
 * What a row of the pattern gets is what it would have got the long way: its
 * values go where marks have come out (publish/marks.h), through the escapes
 * that they have met; no expression of a profile or stylesheet looks at them;
 * the rules that do are applied to them. Where that is not sure, the row goes
 * the long way.
 */
#ifndef RW_PUBLISH_ALIKE_H
#define RW_PUBLISH_ALIKE_H

#include "publish/dispatch.h"

struct rw_alike;

/*
 * Patterns of a run, with what they need of 'dispatch', which outlives them;
 * the caller frees them, threads share them. NULL if no board takes stamped
 * items.
 */
struct rw_alike *rw_alike_new(const struct rw_dispatch *dispatch,
			      struct rw_diags *diags);
void rw_alike_free(struct rw_alike *alike);

/*
 * Does what rw_dispatch_run does, if there is a pattern for the row. False if
 * there is none: then its 'values' are read, for rw_alike_learn (their root is
 * NULL if no pattern can come of it), and the row has to be read again.
 */
bool rw_alike_stamp(const struct rw_dispatcher *dispatcher,
		    struct rw_consignment *consignment,
		    struct rw_row_values *values);

/* Sees what the long way has made of a row that was not stamped. */
void rw_alike_learn(const struct rw_dispatcher *dispatcher,
		    const struct rw_consignment *consignment,
		    const struct rw_row_values *values);

#endif
