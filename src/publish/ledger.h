/*
 * What was in a board's feed the last time: ids and titles, on disk in the
 * order of postings, so that memory does not grow with their number but by 16
 * bytes for each that is new or gone.
 */
#ifndef RW_PUBLISH_LEDGER_H
#define RW_PUBLISH_LEDGER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "diag/diags.h"

/* An item of a feed. */
struct rw_ledger_item {
	const char *posting; /* id of the posting */
	const char *place;   /* "" where items are no places */
	const char *item;    /* id in the feed */
	const char *title;
	uint64_t whose;	   /* hash of its employer and places */
	struct rw_pos pos; /* of the posting; not kept */
};

/* Items that the report names; the rest is counted. */
#define RW_LEDGER_NAMES 100

/* What is known of an item that is new or gone; the arena owns it. */
struct rw_ledger_name {
	const char *item, *title;
};

struct rw_ledger_changes {
	size_t added, gone;
	size_t renamed; /* the same posting under another id */
	struct rw_vec added_items, gone_items; /* struct rw_ledger_name */
};

struct rw_ledger;

/* The ledger in the file 'path', if there is one; 'arena' owns it. */
struct rw_ledger *rw_ledger_open(struct rw_arena *arena, const char *path,
				 struct rw_diags *diags);

/* How many items the board had the last time; 0 if there was none. */
size_t rw_ledger_before(const struct rw_ledger *ledger);

/* What the last run noted of itself: option and names of files, or "". */
const char *rw_ledger_note(const struct rw_ledger *ledger);

/* Notes an item of the new feed. -1 after an error. */
int rw_ledger_add(struct rw_ledger *ledger, const struct rw_ledger_item *item);

/*
 * Compares the feeds and reports ids and titles that changed; 'board' is its
 * name for people. A posting that is gone and one that is new are the same if
 * title, employer and places are. Writes the new ledger, but does not put it in
 * place. -1 after an error.
 */
int rw_ledger_merge(struct rw_ledger *ledger, const char *board,
		    const char *note, struct rw_ledger_changes *changes);

/* Puts it in place. -1 after an error. */
int rw_ledger_commit(struct rw_ledger *ledger);

/* How many items of the posting 'id' the feed of the ledger at 'path' has. */
size_t rw_ledger_count(const char *path, const char *id);

/*
 * How many items of the postings 'ids', the keys of a map, it has; appends
 * their ids to 'found', if that is not NULL; 'arena' owns them.
 */
size_t rw_ledger_having(struct rw_arena *arena, const char *path,
			const struct rw_map *ids, struct rw_vec *found);

/*
 * The id of the posting that 'name' means, in any case of letters: its own, or
 * that of one of its items, where *item becomes true. 'arena' owns it; NULL:
 * there is none.
 */
const char *rw_ledger_find(struct rw_arena *arena, const char *path,
			   const char *name, bool *item);

/* Appends ids of postings in it, 'most' at the most; 'arena' owns them. */
void rw_ledger_ids(struct rw_arena *arena, const char *path, size_t most,
		   struct rw_vec *ids);

#endif
