/*
 * Words that stand among places without being one.
 */
#ifndef RW_READ_PLACEWORDS_H
#define RW_READ_PLACEWORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Ways of work; bits. */
enum rw_place_mode {
	RW_PLACE_REMOTE = 1,
	RW_PLACE_HYBRID = 2,
	RW_PLACE_ON_SITE = 4,
};

/* The ways of work that 'text' names: "Remote", "Bonn (hybrid)". */
unsigned rw_place_modes(const char *text);

/* Stands where a word was taken out. */
#define RW_PLACE_GAP '\1'

/*
 * The same, with gaps put in place of their words, and of words and brackets
 * that stand with them, as in "Remote (within Canada only)".
 */
unsigned rw_place_take_modes(char *text);

/* Where a word begins that joins two names, "and", and its length; or NULL. */
const char *rw_place_joint(const char *text, size_t *len);

/* Whether 'text' is a part of the world, or says "nationwide": no city. */
bool rw_place_is_area(const char *text);

/*
 * Whether a word in 'text' is of no city's name: "Europe Only", "Multiple
 * cities", "HQ".
 */
bool rw_place_is_vague(const char *text);

/* Whether 'text' says that nothing is said: "n/a", "to be agreed", "-". */
bool rw_place_is_nothing(const char *text);

/* Whether 'text' is a short form: "Qro.", but not "Frankfurt a. M.". */
bool rw_place_is_short(const char *text);

/* Whether 'text' is a postal code of Great Britain: "EC1A 1BB". */
bool rw_place_is_postcode(const char *text);

/* Such a code behind a city and a blank: "London EC1A 1BB"; or NULL. */
const char *rw_place_find_postcode(const char *text);

/* The postal district of "Dublin 2", as "D02"; or NULL. 'arena' owns it. */
const char *rw_place_dublin(struct rw_arena *arena, const char *text);

/* Whether a word in 'text' joins two places: "Bonn und Kiel", "Bonn/Kiel". */
bool rw_place_joins(const char *text);

#endif
