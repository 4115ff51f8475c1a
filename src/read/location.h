/*
 * Where the work is, as people write it in one cell.
 */
#ifndef RW_READ_LOCATION_H
#define RW_READ_LOCATION_H

#include <stdbool.h>

#include "base/arena.h"
#include "read/gazetteer.h"

#define RW_LOCATIONS 64 /* places in one cell */

struct rw_location {
	const char *city;	 /* NULL: not named */
	const char *region_name; /* NULL: not named */
	const char *region;	 /* code; NULL: not named */
	const char *country;	 /* ISO 3166-1 alpha-2; NULL: not named */
	const char *postal_code; /* NULL: not named */
};

struct rw_locations {
	struct rw_location list[RW_LOCATIONS];
	size_t count;
	bool remote, hybrid, on_site; /* it says so */
};

/* What is known beside the text. */
struct rw_location_context {
	const struct rw_gazetteer *gazetteer;
	const char *country; /* where none is named; NULL: it is not known */
	bool american;	     /* who writes means states by two letters */
};

/*
 * Reads "City, ST", "City, Region, Country", "30159 City", "Remote, US",
 * "Remote (Canada)", several between ';', '|', " / " or line breaks. Where no
 * country is named, that of 'context' holds, and a state of the United States
 * or Canada tells it where a city stands before it. "Remote, GA" is refused
 * then, and "Bangalore, IN": they may be the country. NULL, or why it cannot be
 * read. 'arena' owns the names and that.
 */
const char *rw_location_read(const struct rw_location_context *context,
			     struct rw_arena *arena, const char *text,
			     struct rw_locations *out);

#endif
