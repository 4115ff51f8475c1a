/*
 * Rows alike: those that differ in their id, days, addresses and place only are
 * stamped from one pattern, findings and all. Those that differ in texts and
 * figures, too, are read, checked and resolved each for itself; what boards get
 * of them is stamped. Private to the export.
 *
 * What a row of the pattern gets is what it would have got the long way: its
 * values go where marks have come out (publish/marks.h), through the escapes
 * that they have met; no expression of a profile or stylesheet looks at them;
 * the rules that do are applied to them. Where that is not sure, the row goes
 * the long way.
 */
#ifndef RW_PUBLISH_ALIKE_H
#define RW_PUBLISH_ALIKE_H

#include "publish/board_fields.h"
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

/* What is known of a row at work. */
struct rw_likeness {
	struct rw_row_values values; /* root NULL: they are not known */
	char frame[33];		     /* of rows with texts of their own; "" */
	struct rw_stamping *texts;   /* for boards; NULL: none is like it */
};

/*
 * Does what rw_dispatch_run does, if there is a pattern for the row. False if
 * there is none: then it has to be read again, and what 'likeness' says of it
 * is for the functions below.
 */
bool rw_alike_stamp(const struct rw_dispatcher *dispatcher,
		    struct rw_consignment *consignment,
		    struct rw_likeness *likeness);

/* Looks for rows like the one that has been resolved, but for their texts. */
void rw_alike_look(const struct rw_dispatcher *dispatcher,
		   struct rw_consignment *consignment,
		   const struct rw_node *resolved,
		   struct rw_likeness *likeness);

/*
 * Makes an item of a row with texts of its own: what its board gets,
 * its findings and address. False if it has to go the long way; then nothing
 * was made, and rw_alike_prove wants to see what comes of it.
 */
bool rw_alike_make(const struct rw_likeness *likeness, struct rw_item *item,
		   struct rw_result *result);
void rw_alike_prove(const struct rw_likeness *likeness,
		    const struct rw_item *item, const struct rw_result *result);

/* Sees what the long way has made of a row that was not stamped. */
void rw_alike_learn(const struct rw_dispatcher *dispatcher,
		    const struct rw_consignment *consignment,
		    const struct rw_likeness *likeness);

#endif
