/*
 * What became of the statements of a section.
 */
#ifndef RW_MODEL_CHANGES_H
#define RW_MODEL_CHANGES_H

#include "model/outline.h"

enum rw_change_kind {
	RW_CHANGE_SAME,
	RW_CHANGE_ADDED,
	RW_CHANGE_REMOVED,
	RW_CHANGE_REWORDED,
	RW_CHANGE_MOVED /* same words, another order */
};

struct rw_change {
	enum rw_change_kind kind;
	const struct rw_statement *a, *b; /* NULL: not there */
};

/*
 * What became of the statements of 'a' in 'b' (either may be NULL): matched by
 * id, prose then by its words (Jaccard index of 0.6 and over). An array of
 * *count in the order of 'b', with what was removed after what it followed;
 * 'arena' owns it.
 */
struct rw_change *rw_compare_section(struct rw_arena *arena,
				     const struct rw_outline_section *a,
				     const struct rw_outline_section *b,
				     size_t *count);

/* "same", "added", "removed", "reworded", "moved". */
const char *rw_change_name(enum rw_change_kind kind);

#endif
