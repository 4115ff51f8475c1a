/*
 * Two letters behind a city: a region, or a country.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/cities.h"
#include "read/placereading.h"
#include "read/regions.h"
#include "text/locale.h"

char *rw_place_last(const struct rw_place_reading *p)
{
	return p->parts[p->count - 1];
}

bool rw_place_is_same(const char *a, const char *b)
{
	return a == b || (a && b && strcasecmp(a, b) == 0);
}

/* What stands before the part that is next to be read. */
static const char *before(const struct rw_place_reading *p)
{
	return p->parts[p->count - 2];
}

static const char *country_at_end(const struct rw_place_reading *p)
{
	return rw_gazetteer_country(p->r->g, rw_place_last(p));
}

static const char *name_of(const struct rw_place_reading *p,
			   const char *country)
{
	return rw_locale_country(rw_locale_new(p->r->arena, "en"), p->r->arena,
				 country);
}

/* Two letters that may be a region of 'other', or a country. */
static bool ask(struct rw_place_reading *p, const char *other)
{
	const char *letters = rw_place_last(p), *code, *region;
	const char *country = country_at_end(p);

	if (country == NULL || !rw_region_find(other, letters, &code, &region))
		return false;
	p->wrong = rw_arena_printf(p->r->arena,
				   "%s may be %s or %s; name the country",
				   letters, region, name_of(p, country));
	return true;
}

/* Letters of a country that may be those of an unknown region. */
static bool ask_region(struct rw_place_reading *p, const char *known)
{
	p->wrong = rw_arena_printf(
		p->r->arena, "%s may be a region of %s or %s; write its name",
		rw_place_last(p), name_of(p, known),
		name_of(p, country_at_end(p)));
	return true;
}

/*
 * "Mexicali, BC", "Morelia, MI": letters of a region of Mexico, as the city is,
 * and of a state or province of America.
 */
static bool ask_mexican(struct rw_place_reading *p)
{
	const char *letters = rw_place_last(p), *code, *mexican, *other;

	if (!rw_city_is_in(before(p), "MX", NULL) ||
	    !rw_region_find("MX", letters, &code, &mexican) ||
	    (!rw_region_find("US", letters, &code, &other) &&
	     !rw_region_find("CA", letters, &code, &other)))
		return false;
	p->wrong = rw_arena_printf(p->r->arena,
				   "%s may be %s or %s; name the country",
				   letters, mexican, other);
	return true;
}

/*
 * "Mumbai, MH": letters of a region of the country that the city is known to be
 * in, and of another country.
 */
static bool ask_elsewhere(struct rw_place_reading *p)
{
	const char *city = before(p), *other = NULL;

	if (rw_city_is_in(city, country_at_end(p), NULL))
		return false;
	while ((other = rw_city_country(city, other)) != NULL)
		if (rw_place_is_same(other, p->r->country) ||
		    strcmp(other, "US") == 0)
			continue;
		else if (ask(p, other))
			return true;
		/* Colima and Coahuila both have the first. */
		else if (strcmp(other, "MX") == 0 && country_at_end(p) &&
			 strstr("CL CM SL", rw_place_last(p)))
			return ask_region(p, other);
	return false;
}

/* "Sevilla, SE" is one of the letters that few write, but a sure one. */
static bool is_own_region(const struct rw_place_reading *p, const char *country)
{
	const char *code, *name, *own;

	return rw_region_find(country, rw_place_last(p), &code, &name) &&
	       rw_region_find(country, before(p), &own, &name) &&
	       rw_place_is_same(own, code);
}

/* Letters of regions that few write, and those of Berlin. */
static bool is_rare(const struct rw_place_reading *p, const char *known)
{
	return strstr("ES IE NL", known) != NULL ||
	       (strcmp(known, "DE") == 0 &&
		rw_place_is_same(rw_place_last(p), "BE"));
}

/*
 * "Stockholm, SE" is not in Sevilla, "Mumbai, IN" not in Indiana: letters of
 * regions that few write, of Berlin, and of regions behind a city of the
 * country with the same letters, may be the country.
 */
static bool ask_abroad(struct rw_place_reading *p)
{
	const char *known = p->r->country, *country = country_at_end(p);

	if (rw_place_is_same(country, known))
		return false;
	if (rw_city_is_in(before(p), country, NULL))
		return ask(p, known ? known : "US");
	if (known == NULL)
		return false;
	if (is_own_region(p, known) || !is_rare(p, known))
		return false;
	return ask(p, known);
}

/* "Remote, NL" in Mexico: no city tells which. */
static bool ask_alone(struct rw_place_reading *p)
{
	const char *known = p->r->country, *country = country_at_end(p);

	return known && country && strcmp(known, country) != 0 &&
	       (strcmp(known, "MX") == 0 || is_rare(p, known)) && ask(p, known);
}

/*
 * A state of America: of an American, behind one of its large cities, or with a
 * zip code.
 */
static bool is_state(const struct rw_place_reading *p)
{
	const char *letters = rw_place_last(p);

	return p->r->american || p->place.postal_code ||
	       country_at_end(p) == NULL ||
	       (strcasecmp(letters, "DE") != 0 &&
		rw_city_is_in(before(p), "US", letters));
}

/* "Bengaluru, Karnataka, IN": the region before them tells what they are. */
static bool take_whole(struct rw_place_reading *p)
{
	const char *country = country_at_end(p), *code, *name;

	if (p->count < 3 || country == NULL || strlen(before(p)) <= 3 ||
	    !rw_region_find(country, before(p), &code, &name) ||
	    rw_region_find("US", before(p), &code, &name))
		return false;
	p->place.country = country;
	p->named = true;
	p->count--;
	return rw_place_take_region(p, country);
}

/* Of another country than the known one. */
static bool take_foreign(struct rw_place_reading *p)
{
	const char *known = p->r->country, *country = country_at_end(p);

	if (known != NULL && rw_city_is_in(before(p), country, NULL)) {
		p->place.country = country;
		p->named = true;
		p->count--;
		return true;
	}
	if (known != NULL && country != NULL &&
	    (strcmp(known, "MX") == 0 || !rw_region_has_all(known)))
		return ask(p, "US") || ask_region(p, known);
	if (known == NULL && !p->r->american && country == NULL &&
	    ask_mexican(p))
		return true;
	if (known == NULL && is_state(p) && rw_place_take_region(p, "US"))
		return true;
	if (ask(p, "US") || ask(p, "DE") || ask_elsewhere(p))
		return true;
	if (known == NULL || strcmp(known, "US") == 0)
		return ask(p, "CA") ||
		       (!known && rw_place_take_region(p, "CA"));
	return false;
}

bool rw_place_take_letters(struct rw_place_reading *p)
{
	const char *known = p->r->country, *country;

	if (strlen(rw_place_last(p)) != 2)
		return false;
	if (p->count < 2)
		return ask_alone(p);
	if (take_whole(p) || ask_abroad(p) ||
	    (known != NULL && rw_place_take_region(p, known)))
		return true;
	country = country_at_end(p);
	if (known != NULL && rw_place_is_same(country, known))
		return false;
	/* "US, CA", but "Lebanon, NH" */
	if (rw_gazetteer_country(p->r->g, before(p)) && country != NULL)
		return false;
	return take_foreign(p);
}

/* "Tyne and Wear", "Northamptonshire": no other country has such a name. */
static bool is_british(const char *text)
{
	size_t len = strlen(text);

	return !rw_region_is_city(text) &&
	       (strchr(text, ' ') ||
		(len > 5 && strcasecmp(text + len - 5, "shire") == 0));
}

bool rw_place_take_state(struct rw_place_reading *p)
{
	const char *text = rw_place_last(p), *code, *name;

	if (p->count < 2 || p->r->country != NULL || strlen(text) == 2 ||
	    rw_gazetteer_country(p->r->g, text))
		return false;
	/* "Tijuana, B.C.", "Monterrey, N.L." */
	if (strchr(text, '.') && rw_region_find("MX", text, &code, &name))
		return false;
	return rw_place_take_region(p, "US") || rw_place_take_region(p, "CA") ||
	       (is_british(text) && rw_place_take_region(p, "GB"));
}
