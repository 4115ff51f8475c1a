/*
 * What was seen before, by its 128-bit hash: under 40 bytes for each of
 * millions of things, whatever their length.
 */
#ifndef RW_BASE_SEEN_H
#define RW_BASE_SEEN_H

#include <stddef.h>
#include <stdint.h>

struct rw_seen;

/* The caller frees it. */
struct rw_seen *rw_seen_new(void);
void rw_seen_free(struct rw_seen *seen);

/*
 * Notes 'data' with the number 'where' (not 0): 0 if it is new, else the number
 * that was noted first.
 */
uint32_t rw_seen_add(struct rw_seen *seen, const void *data, size_t len,
		     uint32_t where);

size_t rw_seen_count(const struct rw_seen *seen);

#endif
