/*
 * The plain values of a resolved posting: id, dates, place, pay, addresses, the
 * words of its opening. Postings that differ in nothing else are made alike.
 */
#ifndef RW_PUBLISH_SLOTS_H
#define RW_PUBLISH_SLOTS_H

#include "base/map.h"
#include "model/workspace.h"
#include "xml/inspect.h"

/* Which values may be slots: those that a stylesheet only copies. */
struct rw_slot_kinds;

/* 'arena' owns it. */
struct rw_slot_kinds *rw_slot_kinds_new(struct rw_arena *arena,
					const struct rw_inspection *inspection);

struct rw_slots {
	struct rw_vec values; /* const char *, parts of the document */
	struct rw_vec places; /* where they stand in it */
	char key[33];	      /* of all the rest: equal for documents alike */
};

/*
 * Finds the slots of 'doc'; -1, unreported, if its own text holds marks.
 * 'arena' owns what the vectors point to; rw_slots_release frees the vectors.
 */
int rw_slots_find(struct rw_slots *slots, struct rw_arena *arena,
		  const struct rw_slot_kinds *kinds, struct rw_doc *doc);
void rw_slots_release(struct rw_slots *slots);

/*
 * Puts marks (base/slot.h) where the values stood: numbered from 0 up, or from
 * the last one 'down'. The values are gone then.
 */
void rw_slots_mark(struct rw_slots *slots, bool down);

#endif
