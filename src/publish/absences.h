/*
 * Why postings are missing in a feed. Private to the export.
 */
#ifndef RW_PUBLISH_ABSENCES_H
#define RW_PUBLISH_ABSENCES_H

#include <stddef.h>

#include "base/arena.h"

/* More than there are reasons: "draft", "expired" ... */
#define RW_ABSENCE_REASONS 8

struct rw_absences {
	struct {
		const char *why;
		size_t count;
	} left_out[RW_ABSENCE_REASONS];
	size_t refused; /* by the board */
	size_t unnamed; /* the posting does not name the board */
};

/* Counts a posting that is left out; 'arena' keeps 'why'. */
void rw_absences_add(struct rw_absences *absences, struct rw_arena *arena,
		     const char *why);

/* Why a feed is empty, as the end of a sentence in 'arena'. */
const char *rw_absences_say(const struct rw_absences *absences,
			    struct rw_arena *arena);

/* What to do about that; %3 is the id of the board. NULL: mend the refused. */
const char *rw_absences_hint(const struct rw_absences *absences);

#endif
