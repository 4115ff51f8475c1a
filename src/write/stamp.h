/*
 * Stamping: documents that differ in a few values only are written from one
 * pattern and their values.
 *
 * The pattern is an output with marks (base/slot.h) where values belong. It is
 * cut at the marks; each value goes through what its mark was signed with on
 * the way out: the escapes of its place, innermost first.
 */
#ifndef RW_WRITE_STAMP_H
#define RW_WRITE_STAMP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"

/* Signs an address: a value of an unknown scheme cannot stand there. */
#define RW_STAMP_URL 'u'

struct rw_stamp;

/*
 * Cuts 'bytes' at its marks, of slots below 'slots'. 'arena' owns the pattern
 * and its text. NULL if there is a mark that nothing has signed: a value would
 * have gone a way on which it could be looked at.
 */
struct rw_stamp *rw_stamp_cut(struct rw_arena *arena,
			      const struct rw_buf *bytes, size_t slots);

/*
 * Whether two patterns are the same but for the numbers of their slots, which
 * count up in one and down in the other. If they are not, something depends on
 * more than the place of a value.
 */
bool rw_stamp_mirrors(const struct rw_stamp *a, const struct rw_stamp *b);

/* Whether a value goes into slot 'slot'. */
bool rw_stamp_has(const struct rw_stamp *stamp, size_t slot);

/*
 * Appends the pattern with 'values', one for each slot. -1, unreported, if a
 * value cannot stand in its place; 'out' is as it was.
 */
int rw_stamp_write(const struct rw_stamp *stamp, const char *const *values,
		   struct rw_buf *out);

#endif
