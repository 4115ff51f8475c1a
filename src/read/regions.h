/*
 * States and provinces of some countries.
 */
#ifndef RW_READ_REGIONS_H
#define RW_READ_REGIONS_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * The region of 'country' (ISO 3166-1 alpha-2) that 'text' is the code or the
 * name of, in any case of letters, with or without accents: *code, NULL if that
 * has no letters, and *name. False if it is none.
 */
bool rw_region_find(const char *country, const char *text, const char **code,
		    const char **name);

/* Whether two names differ in case, accents and hyphens at most. */
bool rw_region_same_name(const char *a, const char *b);

/* Whether 'text' is a region of some country: "Bayern", "BY". */
bool rw_region_is_known(const char *text);

/* Whether a region of that name is a city, too: "Berlin", "New York". */
bool rw_region_is_city(const char *name);

/*
 * The region of 'country' (or NULL) in brackets behind a city, as in "Alcalá
 * (Madrid)", and *city without it. NULL if none is there. 'arena' owns both.
 */
const char *rw_region_in_brackets(struct rw_arena *arena, const char *country,
				  const char **city);

/* Whether all regions of 'country' are known. */
bool rw_region_has_all(const char *country);

#endif
