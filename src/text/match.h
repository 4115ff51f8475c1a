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

enum {
	RW_PATTERN_CASELESS = 1,
	RW_PATTERN_BRIEF = 2 /* for few texts: not worth machine code */
};

/*
 * Compiles 'pattern' (UTF, UCP) with 'flags' of the above; 'arena' owns it.
 * NULL with an error at 'pos', which errors while matching are blamed on too.
 * Threads may share it.
 */
struct rw_pattern *rw_pattern_new(struct rw_arena *arena, const char *pattern,
				  unsigned flags, struct rw_pos pos,
				  struct rw_diags *diags);

/* A search: 'from' and 'to' are 0 to begin with, then the match's. */
struct rw_match {
	const char *subject; /* UTF-8 */
	size_t len;	     /* bytes */
	size_t from, to;     /* offsets of the match in bytes */
};

/*
 * Finds the next match, from match->to on. 1 and its offsets, 0 for none, -1
 * when a limit was passed (reported). The first search checks that the
 * subject is UTF-8.
 */
int rw_pattern_find(const struct rw_pattern *pattern, struct rw_match *match,
		    struct rw_diags *diags);

#endif
