/*
 * Remembers which terms a text holds: documents that inherit share their
 * texts. Not for several threads.
 */
#ifndef RW_TEXT_TERM_MEMO_H
#define RW_TEXT_TERM_MEMO_H

#include "text/terms.h"

struct rw_term_memo;

/* For texts that are searched with 'index'. 'arena' owns it. */
struct rw_term_memo *rw_term_memo_new(struct rw_arena *arena,
				      const struct rw_term_index *index);

/*
 * All hits in 'text', each after the end of the one before; '*count' of them.
 * The memo owns them, or 'arena' when it remembers enough.
 */
const struct rw_term_hit *rw_term_memo_find(struct rw_term_memo *memo,
					    struct rw_arena *arena,
					    const char *text, size_t *count);

#endif
