/*
 * What stands with the name of a city in one part: its postal code, region or
 * district.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/placereading.h"
#include "read/placewords.h"
#include "read/regions.h"

static const char city_and_region[] = "it may name a city and a region in one";

const char *rw_place_country(const struct rw_place_reading *p)
{
	return p->place.country ? p->place.country : p->r->country;
}

bool rw_place_is_capitals(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!isupper((unsigned char)text[i]))
			return false;
	return true;
}

/* The code of a post office before a city: "30159 Hannover", "D-30159 ...". */
static void take_postal_code(struct rw_place_reading *p)
{
	const char *text = p->place.city;
	size_t letters = 0, digits;

	while (letters < 3 && isupper((unsigned char)text[letters]))
		letters++;
	if (letters > 0 && (letters == 3 || text[letters++] != '-'))
		return;
	digits = strspn(text + letters, "0123456789");
	if (digits < 4 || digits > 5 || text[letters + digits] != ' ')
		return;
	p->place.postal_code =
		rw_arena_strndup(p->r->arena, text + letters, digits);
	text += letters + digits;
	p->place.city = text + strspn(text, " ");
}

/* "London EC1A 1BB"; the districts of Dublin: "Dublin 2". */
static void take_district(struct rw_place_reading *p)
{
	struct rw_location *place = &p->place;
	const char *country = rw_place_country(p), *city = place->city;
	const char *code;

	if (rw_place_is_same(country, "GB") && place->postal_code == NULL &&
	    (code = rw_place_find_postcode(city)) != NULL) {
		place->postal_code = code;
		place->city = rw_arena_strndup(p->r->arena, city,
					       (size_t)(code - city) - 1);
	}
	if (rw_place_is_same(country, "IE") &&
	    (code = rw_place_dublin(p->r->arena, city)) != NULL) {
		place->city = "Dublin";
		if (place->postal_code == NULL)
			place->postal_code = code;
	}
}

void rw_place_take_code(struct rw_place_reading *p)
{
	take_postal_code(p);
	take_district(p);
}

/* Whether the region 'inner' in brackets behind 'city' is another city. */
static bool is_other_city(const char *country, const char *city,
			  const char *inner)
{
	const char *code, *name;

	return rw_region_is_city(inner) && !rw_region_same_name(inner, city) &&
	       (strcmp(country, "DE") == 0 ||
		(rw_region_is_city(city) &&
		 rw_region_find(country, city, &code, &name)));
}

void rw_place_take_bracketed(struct rw_place_reading *p)
{
	struct rw_location *place = &p->place;
	const char *country = rw_place_country(p), *city = place->city;
	const char *inner, *code, *name;

	inner = rw_region_in_brackets(p->r->arena, country, &city);
	if (inner == NULL || !rw_region_find(country, inner, &code, &name))
		return;
	if (place->region_name != NULL
		    ? !rw_place_is_same(place->region_name, name)
		    : is_other_city(country, city, inner)) {
		p->wrong = RW_PLACE_TWO;
		return;
	}
	place->city = city;
	place->country = country;
	place->region = code;
	place->region_name = name;
	p->named = true;
}

/* The two capitals at one end of 'city', and the rest of it; or NULL. */
static const char *cut_letters(struct rw_arena *arena, const char *city,
			       const char **rest)
{
	size_t len = strlen(city);

	if (len > 3 && city[len - 3] == ' ' &&
	    rw_place_is_capitals(city + len - 2, 2)) {
		*rest = rw_arena_strndup(arena, city, len - 3);
		return city + len - 2;
	}
	/* Not of "LA CROSSE". */
	if (len < 5 || city[2] != ' ' || !rw_place_is_capitals(city, 2) ||
	    rw_place_is_capitals(city + 3, 2))
		return NULL;
	*rest = city + 3;
	return rw_arena_strndup(arena, city, 2);
}

/*
 * "ON Toronto, Ontario", "Washington DC": letters of the region beside the name
 * of the city. Where they stand alone they must be no country's.
 */
void rw_place_take_inner(struct rw_place_reading *p)
{
	struct rw_location *place = &p->place;
	const char *country = rw_place_country(p), *rest, *code, *name;
	const char *letters = cut_letters(p->r->arena, place->city, &rest);

	if (letters == NULL)
		return;
	if (country == NULL ||
	    !rw_region_find(country, letters, &code, &name)) {
		if (!p->named && rw_region_is_known(letters))
			p->wrong = city_and_region;
		return;
	}
	if (place->region == NULL && place->region_name == NULL &&
	    rest != place->city + 3 &&
	    rw_gazetteer_country(p->r->g, letters) == NULL) {
		place->region = code;
		place->region_name = name;
		place->country = country;
		p->named = true;
	}
	if (!rw_place_is_same(place->region, code))
		p->wrong = city_and_region;
	place->city = rest;
}
