/*
 * Countries, by the names that people use.
 */
#ifndef RW_READ_GAZETTEER_H
#define RW_READ_GAZETTEER_H

#include <stdbool.h>

#include "base/arena.h"

/* Names of countries in some languages. */
struct rw_gazetteer;

/* 'arena' owns it. */
struct rw_gazetteer *rw_gazetteer_new(struct rw_arena *arena);

/* ISO code of a country by code or name, in any case of letters; or NULL. */
const char *rw_gazetteer_country(const struct rw_gazetteer *gazetteer,
				 const char *text);

/*
 * Whether 'name' has several words of which the first or the last are a
 * country: "Belfast UK", "Shibuya City Tokyo Japan". In 'country' (or NULL)
 * "Panama City" and "Ciudad de Panamá" are the names of cities.
 */
bool rw_gazetteer_in_name(const struct rw_gazetteer *gazetteer,
			  const char *name, const char *country);

#endif
