/*
 * Names of cities that tell what stands beside them.
 */
#ifndef RW_READ_CITIES_H
#define RW_READ_CITIES_H

#include <stdbool.h>

/*
 * Whether 'city' is a large city of 'country' (ISO 3166-1 alpha-2); in the
 * United States, of the state 'region'.
 */
bool rw_city_is_in(const char *city, const char *country, const char *region);

/* The first country after 'before' (or NULL) that has such a city, or NULL. */
const char *rw_city_country(const char *city, const char *before);

/*
 * Whether the '/' at 'slash' in 'text' stands between two names of one city:
 * "Biel/Bienne", "Donostia / San Sebastián". Commas and the like end names.
 */
bool rw_city_is_double(const char *text, const char *slash);

#endif
