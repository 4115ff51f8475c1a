/*
 * A place whose parts are being read. Private to location.c,
 * placecity.c and placeletters.c.
 */
#ifndef RW_READ_PLACEREADING_H
#define RW_READ_PLACEREADING_H

#include "read/location.h"

#define RW_PLACE_PARTS 256 /* between commas */

struct rw_location_reading {
	const struct rw_gazetteer *g;
	struct rw_arena *arena;
	const char *country; /* where none is named */
	bool american;	     /* two letters may be a state */
	struct rw_locations *out;
	char *parts[RW_PLACE_PARTS]; /* between commas, of one place or some */
	size_t count;
	bool apart; /* from others that a word of "Bonn or remote, US" joins */
	bool area;  /* it names a part of the world */
	bool bare;  /* a city stands without region and country */
	bool slash; /* stands between places */
};

/* A place whose parts are being read from the right. */
struct rw_place_reading {
	struct rw_location_reading *r;
	char **parts;
	size_t all;
	size_t count; /* that are left */
	struct rw_location place;
	bool named; /* it says its country or region */
	bool sure;  /* of its region: it says its country, or letters */
	const char *wrong;
};

#define RW_PLACE_TWO "it may name two places in one; write ';' between them"

/* The part that is next to be read. */
char *rw_place_last(const struct rw_place_reading *place);

/* Whether both are NULL, or one name in any case of letters. */
bool rw_place_is_same(const char *a, const char *b);

/* Takes the region of 'country' at the end; false if it is none. */
bool rw_place_take_region(struct rw_place_reading *place, const char *country);

/*
 * Takes two letters at the end that are a region of the country that is known,
 * or a state of America. False if they are neither; true too if what they are
 * is not sure: 'wrong' says so then.
 */
bool rw_place_take_letters(struct rw_place_reading *place);

/* A region by its name behind a city, where no country is known. */
bool rw_place_take_state(struct rw_place_reading *place);

/* The country that is named, or else known; or NULL. */
const char *rw_place_country(const struct rw_place_reading *place);

bool rw_place_is_capitals(const char *text, size_t len);

/* Takes a postal code, or a district, off the name of the city. */
void rw_place_take_code(struct rw_place_reading *place);

/* Takes a region in brackets off it: "Alcalá de Henares (Madrid)". */
void rw_place_take_bracketed(struct rw_place_reading *place);

/* Takes the letters of a region off it: "Washington DC". */
void rw_place_take_inner(struct rw_place_reading *place);

#endif
