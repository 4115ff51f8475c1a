/*
 * PCRE2 patterns within limits of time and memory.
 */
#ifndef RW_TEXT_MATCH_H
#define RW_TEXT_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "diag/diags.h"

struct rw_pattern;

/*
 * Compiles 'pattern' (UTF, UCP; caseless if asked); 'arena' owns it. NULL with
 * an error at 'pos', which errors while matching are blamed on too. Threads
 * may share it.
 */
struct rw_pattern *rw_pattern_new(struct rw_arena *arena, const char *pattern,
				  bool caseless, struct rw_pos pos,
				  struct rw_diags *diags);

/*
 * Finds the first match in subject[start .. len), which is UTF-8 and checked
 * for that when 'start' is 0; 'start' is where a character begins. 1 and the
 * offsets of the match, 0 for none, -1 when a limit was passed (reported).
 */
int rw_pattern_find(const struct rw_pattern *pattern, const char *subject,
		    size_t len, size_t start, size_t *from, size_t *to,
		    struct rw_diags *diags);

#endif
