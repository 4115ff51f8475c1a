/*
 * The nearest of several names, for hints.
 */
#ifndef RW_BASE_NEAREST_H
#define RW_BASE_NEAREST_H

#include <stddef.h>

/*
 * Damerau-Levenshtein distance (adjacent swaps count one) of two UTF-8
 * strings in bytes; values over 'most' come back as most + 1.
 */
unsigned rw_distance(const char *a, const char *b, unsigned most);

/*
 * The name among 'count' that is nearest to 'wanted', at most a third of its
 * length away (rounded: 1 of 3 bytes, 2 of 5) and with some part in common, the
 * first of equals; or NULL. Capitals of ASCII are as good as small letters.
 */
const char *rw_nearest(const char *wanted, const char *const *names,
		       size_t count);

#endif
