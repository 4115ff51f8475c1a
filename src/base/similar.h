/*
 * Texts that are nearly the same. Each is kept as a sketch of 128 bits: one
 * permutation hashing of its runs of three words, one bit of each minimum.
 * Sources: Li, Owen, Zhang, "One Permutation Hashing" (2012); Li, König, "b-Bit
 * Minwise Hashing" (2010).
 */
#ifndef RW_BASE_SIMILAR_H
#define RW_BASE_SIMILAR_H

#include <stdbool.h>
#include <stdint.h>

struct rw_sketch {
	uint64_t bits[2];
	bool known; /* false: the text is too short to be compared */
};

/* The sketch of a text, whose words are separated by white space. */
struct rw_sketch rw_sketch_of(const char *text);

/*
 * How much of their runs of words two texts share, by estimate, from 0 to 1
 * (Jaccard index; 0.82 if a tenth of one was replaced by as much else).
 */
double rw_sketch_likeness(const struct rw_sketch *a, const struct rw_sketch *b);

/* The latest texts, up to RW_SIMILAR_MOST: memory does not grow beyond them. */
struct rw_similar;

#define RW_SIMILAR_MOST 65536

/* The caller frees it. */
struct rw_similar *rw_similar_new(void);
void rw_similar_free(struct rw_similar *similar);

/*
 * Adds the text of 'id' to those of 'group'. The id of an earlier one of the
 * group that nine tenths of it repeat, valid until the next call, or NULL.
 */
const char *rw_similar_add(struct rw_similar *similar, uint64_t group,
			   const struct rw_sketch *sketch, const char *id);

#endif
