/*
 * The parts of a cell are read from the right: country, region, city.
 */
#include "read/location.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/cities.h"
#include "read/placereading.h"
#include "read/placewords.h"
#include "read/regions.h"
#include "text/locale.h"

#define ALTERNATIVES 512 /* of which most may be the same */

/* Countries that are a city. */
static const char cities[] = "SG MC HK MO VA GI LU SM";

static void take_mode(struct rw_location_reading *r, char *part)
{
	unsigned modes = rw_place_take_modes(part);

	r->out->remote = r->out->remote || (modes & RW_PLACE_REMOTE);
	r->out->hybrid = r->out->hybrid || (modes & RW_PLACE_HYBRID);
	r->out->on_site = r->out->on_site || (modes & RW_PLACE_ON_SITE);
}

static bool is_dash(const char *text)
{
	return strncmp(text, "–", 3) == 0 || strncmp(text, "—", 3) == 0;
}

/* Without blanks and dashes at its ends. */
static char *trim(char *part)
{
	size_t len;

	part += strspn(part, " \t\r\n-/:.&");
	while (is_dash(part) || strncmp(part, "· ", 3) == 0)
		part += 3 + strspn(part + 3, " ");
	for (len = strlen(part); len > 0; part[len] = '\0')
		if (strchr(" \t\r\n-/:", part[len - 1]) != NULL ||
		    (part[len - 1] == ')' && !strchr(part, '(')))
			len--;
		else if (len >= 3 && is_dash(part + len - 3))
			len -= 3;
		else
			break;
	return part;
}

/* "Hong Kong" of "Hong Kong SAR China". */
static const char *city_of(struct rw_location_reading *r, const char *country)
{
	const char *name = rw_locale_country(rw_locale_new(r->arena, "en"),
					     r->arena, country);
	const char *end = strstr(name, " SAR");

	return end ? rw_arena_strndup(r->arena, name, (size_t)(end - name))
		   : name;
}

static const char *add(struct rw_location_reading *r,
		       struct rw_location location)
{
	struct rw_locations *out = r->out;

	if (location.country == NULL)
		location.country = r->country;
	if (location.city == NULL && location.country != NULL &&
	    strstr(cities, location.country) != NULL)
		location.city = city_of(r, location.country);
	for (size_t i = 0; i < out->count; i++)
		if (rw_place_is_same(out->list[i].city, location.city) &&
		    rw_place_is_same(out->list[i].region, location.region) &&
		    rw_place_is_same(out->list[i].country, location.country))
			return NULL;
	if (out->count == RW_LOCATIONS)
		return "it has more than 64 places";
	out->list[out->count++] = location;
	return NULL;
}

static const char two_places[] = RW_PLACE_TWO;

static const char more_than_place[] =
	"it holds more than city, region and country";

/* "80202" of "CO 80202", "V6B 1A1" of "BC V6B 1A1" */
static void take_zip(struct rw_place_reading *p)
{
	char *text = rw_place_last(p), *code = text + 3;
	size_t len = strlen(text);

	if (len < 8 || text[2] != ' ' || !isupper((unsigned char)text[0]) ||
	    !isupper((unsigned char)text[1]))
		return;
	if (strspn(code, "0123456789-") != strlen(code) &&
	    !(isupper((unsigned char)code[0]) &&
	      isdigit((unsigned char)code[1]) && len >= 9))
		return;
	text[2] = '\0';
	p->place.postal_code = code;
}

/* "Alicante" of "Alicante, Alacant", where both are names of one region. */
static bool is_its_city(const struct rw_place_reading *p, const char *text)
{
	const char *code, *name;

	if (strcasecmp(rw_place_last(p), text) == 0)
		return true;
	return rw_region_is_city(rw_place_last(p)) && p->place.region != NULL &&
	       rw_region_find(p->place.country, rw_place_last(p), &code,
			      &name) &&
	       rw_place_is_same(code, p->place.region);
}

/* Whether the region 'text' may be a city beside the one before it. */
static bool may_be_second(const struct rw_place_reading *p, const char *text,
			  bool named)
{
	static const char *const alone[] = { "Wien", "Vienna", "London",
					     "Bristol" };
	const char *country = p->place.country, *code, *name;
	const char *city = rw_place_last(p);

	if (strcmp(country, "DE") == 0)
		return true;
	for (size_t i = 0; i < sizeof(alone) / sizeof(alone[0]); i++)
		if (rw_place_is_same(text, alone[i]))
			return true;
	return (strcmp(country, "AT") == 0 && !named) ||
	       (rw_region_is_city(city) && strlen(city) > 3 &&
		rw_region_find(country, city, &code, &name));
}

/* The city that gave the region its name: "New York", "Berlin, Germany". */
static void take_namesake_city(struct rw_place_reading *p, const char *text,
			       bool named)
{
	if (p->count == 0 ||
	    rw_place_is_same(rw_gazetteer_country(p->r->g, rw_place_last(p)),
			     p->place.country))
		p->place.city = text;
	else if (is_its_city(p, text))
		p->place.city = p->parts[--p->count];
	else if (may_be_second(p, text, named))
		p->wrong = two_places;
}

/* Whether the region that was taken has regions that are better known. */
static bool has_parts(const struct rw_place_reading *p)
{
	const char *region = p->place.region;

	if (region == NULL)
		return false;
	if (strcmp(p->place.country, "ES") == 0)
		return p->count > 1;
	return strcmp(p->place.country, "GB") == 0 && strlen(region) == 3 &&
	       strstr("ENG SCT WLS NIR", region) != NULL;
}

/*
 * A county or province before a larger region, which says where that is: "Kent,
 * England", "Bilbao, Bizkaia, Euskadi".
 */
static void take_county(struct rw_place_reading *p)
{
	const char *code, *name;

	if (p->count == 0 || !has_parts(p) ||
	    rw_region_is_city(rw_place_last(p)) ||
	    !rw_region_find(p->place.country, rw_place_last(p), &code, &name))
		return;
	p->place.region = code;
	p->place.region_name = name;
	p->count--;
}

bool rw_place_take_region(struct rw_place_reading *p, const char *country)
{
	char *text = rw_place_last(p);
	const char *slash = strchr(text, '/'), *code, *name, *first = text;
	bool named = p->named;

	/* "Alicante/Alacant" is in Alicante. */
	if (slash != NULL && rw_city_is_double(text, slash))
		first = rw_arena_strndup(p->r->arena, text,
					 strcspn(text, " /"));
	if (!rw_region_find(country, first, &code, &name))
		return false;
	p->place.country = country;
	p->place.region = code;
	p->place.region_name = name;
	p->sure = named || strlen(text) == 2;
	p->named = true;
	p->count--;
	if (rw_region_is_city(first) && strlen(text) != 2)
		take_namesake_city(p, text, named);
	else
		take_county(p);
	return true;
}

/* "MG" of "MG, Brazil" is no Madagascar. */
static void take_region_of(struct rw_place_reading *p, const char *country,
			   const char *name)
{
	const char *letters = rw_place_last(p);
	const char *other = rw_gazetteer_country(p->r->g, letters);

	if (rw_place_take_region(p, country) || strlen(name) <= 3 ||
	    other == NULL || strlen(letters) != 2 ||
	    strcmp(other, country) == 0 || strstr("US GB", other) != NULL)
		return;
	p->wrong = rw_arena_printf(
		p->r->arena,
		"%s may be a country or a region of %s; write its name",
		letters, name);
}

/* Whether the country is one of a list: "Armenia, Georgia", "US, CA". */
static bool is_listed(const struct rw_place_reading *p)
{
	size_t at = p->count - 1, all = p->all;
	size_t short_form = strlen(rw_place_last(p)) == 2 ? 3 : (size_t)-1;

	return (at > 0 && strlen(p->parts[at - 1]) <= short_form &&
		rw_gazetteer_country(p->r->g, p->parts[at - 1])) ||
	       (at + 1 < all && strlen(p->parts[at + 1]) <= short_form &&
		rw_gazetteer_country(p->r->g, p->parts[at + 1]));
}

/* "Remote, GA", "Remote, Georgia": a state of America, or a country? */
static bool may_be_state(struct rw_place_reading *p, const char *country)
{
	static const char of_both[] = "PR GU VI";
	const char *known = p->r->country, *text = rw_place_last(p), *code,
		   *name;
	const char *other = NULL;

	if (rw_place_is_same(country, known) || strstr(of_both, country) ||
	    is_listed(p))
		return false;
	if (rw_region_find("US", text, &code, &name))
		other = "US";
	else if ((known == NULL || rw_place_is_same(known, "US")) &&
		 rw_region_find("CA", text, &code, &name))
		other = "CA";
	if (other == NULL)
		return false;
	p->wrong = rw_arena_printf(
		p->r->arena,
		"'%s' may be a state or a country; write '%s, %s' for the "
		"state, or the country's %s",
		text, name, rw_place_is_same(other, "CA") ? "Canada" : other,
		strlen(text) == 2 ? "name" : "code");
	return true;
}

/* Scotland is both. */
static void take_nation(struct rw_place_reading *p, const char *country)
{
	const char *code, *name;

	if (strcmp(country, "GB") != 0 ||
	    !rw_region_find(country, rw_place_last(p), &code, &name))
		return;
	p->place.region = code;
	p->place.region_name = name;
}

static void take_country(struct rw_place_reading *p)
{
	const char *name = rw_place_last(p);
	const char *country = rw_gazetteer_country(p->r->g, name);

	if (country == NULL || may_be_state(p, country))
		return;
	take_nation(p, country);
	if (p->count == 1 && strlen(name) > 3 && strstr(cities, country))
		p->place.city = name;
	p->place.country = country;
	p->named = true;
	if (--p->count > 0 && p->place.postal_code == NULL)
		take_zip(p);
	if (p->count > 0 && p->place.region_name == NULL)
		take_region_of(p, country, name);
	else
		take_county(p);
}

/* Why 'text' is no city, or NULL. */
static const char *no_city(const struct rw_place_reading *p, const char *text)
{
	struct rw_arena *arena = p->r->arena;
	bool letters;

	if (rw_place_is_nothing(text))
		return "it names no place";
	if (rw_place_is_vague(text))
		return "it names no city but an area, several places, an "
		       "office or the like";
	if (rw_place_joins(text))
		return two_places;
	if (strpbrk(text, "0123456789") != NULL)
		return more_than_place;
	letters = strlen(text) <= (p->count > 0 ? 3 : 2) &&
		  rw_place_is_capitals(text, strlen(text));
	if ((letters || p->count > 0) && !p->named &&
	    rw_region_is_known(text) && !rw_region_is_city(text))
		return rw_arena_printf(
			arena, "it names the region '%s' and no country", text);
	if (letters)
		return rw_arena_printf(
			arena, "'%s' is no state or country that is known",
			text);
	if (rw_place_is_short(text) ||
	    (p->count > 0 && text[strlen(text) - 1] == '.'))
		return rw_arena_printf(
			arena,
			"'%s' is no short form that is known; write its name",
			text);
	return NULL;
}

static void take_city(struct rw_place_reading *p)
{
	const char *text = p->parts[--p->count];

	if (rw_place_is_area(text)) {
		p->r->area = true;
		return;
	}
	p->place.city = text;
	rw_place_take_code(p);
	rw_place_take_bracketed(p);
	if (p->wrong == NULL)
		p->wrong = no_city(p, p->place.city);
	if (p->wrong == NULL)
		rw_place_take_inner(p);
	if (p->wrong == NULL && !p->named &&
	    rw_gazetteer_in_name(p->r->g, p->place.city, p->r->country))
		p->wrong = "it may name a city and a country in one";
	/* "Hanoi, Hanoi, Vietnam" */
	if (p->count > 0 && rw_place_is_same(rw_place_last(p), p->place.city))
		p->count--;
}

/*
 * A country before the region: its own, of "Canada, ON", or the name of a city,
 * "Lebanon, NH". Else another place.
 */
static void take_namesake(struct rw_place_reading *p, const char *country)
{
	if (p->place.region_name == NULL)
		return;
	if (rw_place_is_same(country, p->place.country)) {
		if (p->count == 1)
			p->count--;
	} else if (p->sure && strlen(rw_place_last(p)) > 3) {
		if (p->r->out->remote || rw_place_is_same(country, "CA"))
			p->wrong = two_places;
		else
			take_city(p);
	}
}

static void take_rest(struct rw_place_reading *p)
{
	const char *country;

	if (p->wrong != NULL || p->place.city != NULL || p->count == 0)
		return;
	country = rw_gazetteer_country(p->r->g, rw_place_last(p));
	if (country == NULL)
		take_city(p);
	else
		take_namesake(p, country);
}

/* "EC1A 1BB" at the end, or behind the country. */
static void take_postcode(struct rw_place_reading *p)
{
	if (p->count < 2 || !rw_place_is_postcode(rw_place_last(p)))
		return;
	p->place.postal_code = rw_place_last(p);
	p->count--;
}

static void read_place(struct rw_place_reading *p)
{
	const char *country = p->r->country;
	bool done;

	take_postcode(p);
	take_zip(p);
	done = rw_place_take_letters(p) ||
	       (country != NULL && rw_place_take_region(p, country)) ||
	       rw_place_take_state(p);
	if (!done)
		take_country(p);
	take_rest(p);
	if (p->wrong == NULL && p->place.postal_code &&
	    rw_place_is_postcode(p->place.postal_code) &&
	    !rw_place_is_same(rw_place_country(p), "GB"))
		p->wrong = more_than_place;
}

/* Of "Sydney, Foo, Australia", "Foo" was read as a city. */
static const char *not_one(const struct rw_place_reading *p)
{
	struct rw_arena *arena = p->r->arena;
	const struct rw_locations *out = p->r->out;
	const struct rw_location *before =
		out->count ? &out->list[out->count - 1] : NULL;

	if (before == NULL || before->country == NULL || before->city == NULL ||
	    before->region_name != NULL)
		return two_places;
	return rw_arena_printf(
		arena,
		"'%s' is no region of %s that is known; leave it out, or write "
		"';' between two places",
		before->city,
		rw_locale_country(rw_locale_new(arena, "en"), arena,
				  before->country));
}

/* "UK, London" */
static bool is_turned(const struct rw_place_reading *p)
{
	const char *country;

	if (p->place.city == NULL || p->all != 2 || p->count != 1 ||
	    p->r->out->remote || p->r->apart)
		return false;
	country = rw_gazetteer_country(p->r->g, rw_place_last(p));
	return country != NULL && strstr(cities, country) == NULL &&
	       (rw_place_country(p) == NULL ||
		rw_place_is_same(rw_place_country(p), country));
}

/* Whether a city stands where it must have, and has not, its own country. */
static const char *stands_bare(struct rw_place_reading *p, bool first)
{
	if (is_turned(p))
		return rw_arena_printf(
			p->r->arena,
			"the country stands before the city; write '%s, %s'",
			p->place.city, rw_place_last(p));
	if (p->place.city == NULL || p->named)
		return NULL;
	p->r->bare = true;
	if (p->r->apart)
		return "it may name two places in one; write each with its "
		       "country, and ';' between them";
	return first ? NULL : not_one(p);
}

/* Whether "US" is among the parts: letters beside it are states. */
static bool names_america(const struct rw_location_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (rw_place_is_same(rw_gazetteer_country(r->g, r->parts[i]),
				     "US"))
			return true;
	return false;
}

/* Parts from the right: country, region, city; then the next place. */
static const char *read_parts(struct rw_location_reading *r)
{
	size_t all = r->count, count = all;

	r->american = r->american || names_america(r);
	r->count = 0;
	while (count > 0) {
		struct rw_place_reading p = {
			.r = r, .parts = r->parts, .all = all, .count = count
		};

		read_place(&p);
		if (p.wrong == NULL)
			p.wrong = stands_bare(&p, count == all);
		if (p.wrong == NULL && (p.place.city || p.place.country))
			p.wrong = add(r, p.place);
		if (p.wrong != NULL)
			return p.wrong;
		count = p.count;
	}
	return NULL;
}

static const char *add_part(struct rw_location_reading *r, char *part)
{
	if (strcasecmp(part, "D.C.") == 0)
		part = rw_arena_strdup(r->arena, "DC");
	if (r->count == RW_PLACE_PARTS)
		return "it has too many parts";
	r->parts[r->count++] = part;
	return NULL;
}

/* Cuts 'text' at a word that joins two names, but not inside a country's. */
static char *cut_joint(const struct rw_location_reading *r, char *text)
{
	size_t len, at;
	const char *joint = rw_place_joint(text, &len);

	if (joint == NULL || rw_gazetteer_country(r->g, text) ||
	    rw_region_is_known(text))
		return NULL;
	at = (size_t)(joint - text);
	text[at] = '\0';
	return text + at + len;
}

/* The name begins another place than the parts before it. */
static const char *end_place(struct rw_location_reading *r)
{
	r->apart = true;
	return read_parts(r);
}

/* The names that words like "or" join in 'text'; *joined: one came before. */
static const char *add_joined(struct rw_location_reading *r, char *text,
			      bool *joined)
{
	const char *wrong = NULL;

	while (text != NULL && wrong == NULL) {
		char *name = trim(text), *next = cut_joint(r, name);

		name = trim(name);
		if (*name != '\0') {
			wrong = *joined ? end_place(r) : NULL;
			if (wrong == NULL)
				wrong = add_part(r, name);
		}
		*joined = *joined || *name != '\0' || next != NULL;
		text = next;
	}
	return wrong;
}

/*
 * What a way of work leaves of a part. Of "NY or Remote (USA)" these are two
 * names: that ends one place and begins another.
 */
static const char *add_names(struct rw_location_reading *r, char *part)
{
	static const char gap[] = { RW_PLACE_GAP, '\0' };
	const char *wrong = NULL;
	bool joined = false;

	while (part != NULL && wrong == NULL) {
		char *next = strpbrk(part, gap);

		if (next != NULL)
			*next++ = '\0';
		wrong = add_joined(r, part, &joined);
		part = next;
	}
	return wrong;
}

/* One alternative: its parts between commas. */
static const char *read_one(struct rw_location_reading *r, char *text)
{
	const char *wrong = NULL;

	r->apart = false;
	while (text != NULL && wrong == NULL) {
		char *part = text, *comma = strchr(text, ',');

		text = comma ? comma + 1 : NULL;
		if (comma != NULL)
			*comma = '\0';
		if (rw_place_modes(part) != 0) {
			take_mode(r, part);
			wrong = add_names(r, part);
		} else if (*(part = trim(part)) != '\0') {
			wrong = add_part(r, part);
		}
	}
	return wrong ? wrong : read_parts(r);
}

static const char *no_country(const struct rw_location_reading *r,
			      const char *city)
{
	if (r->out->count == 1 || city == NULL)
		return "it names no country";
	return rw_arena_printf(r->arena,
			       "'%s' names no country; write each place with "
			       "its country, and ';' between them",
			       city);
}

static const char *judge(const struct rw_location_reading *r)
{
	const struct rw_locations *out = r->out;

	if (out->remote && out->on_site)
		return "it names two ways of work";
	if (out->count == 0 && r->area)
		return "it names an area and no place in it";
	if (out->count == 0 && !out->remote && !out->hybrid && !out->on_site)
		return "it names no place";
	for (size_t i = 0; i < out->count; i++)
		if (out->list[i].country == NULL)
			return no_country(r, out->list[i].city);
		else if (r->bare && r->country && r->slash &&
			 !rw_place_is_same(out->list[i].country, r->country))
			return "one of its names may be in the country of the "
			       "other; write each with its country, and ';' "
			       "between them, or only one of two names";
		else if (r->bare && out->list[i].city == NULL && r->country &&
			 strcmp(out->list[i].country, r->country) != 0)
			return "a city stands without its country beside "
			       "another country";
	return NULL;
}

/* The end of the first of several places in 'text', or NULL. */
static char *end_of_place(struct rw_location_reading *r, char *text)
{
	char *end = strpbrk(text, ";|\n"), *slash = text;

	while ((slash = strstr(slash, " / ")) != NULL &&
	       rw_city_is_double(text, slash + 1))
		slash += 3;
	if (slash == NULL || (end != NULL && end < slash))
		return end;
	r->slash = true;
	return slash + 1;
}

const char *rw_location_read(const struct rw_location_context *context,
			     struct rw_arena *arena, const char *text,
			     struct rw_locations *out)
{
	struct rw_location_reading r = { .g = context->gazetteer,
					 .arena = arena,
					 .country = context->country,
					 .american = context->american,
					 .out = out };
	char *next = rw_arena_strdup(arena, text);
	size_t count = 0;

	*out = (struct rw_locations){ .count = 0 };
	while (next != NULL) {
		char *one = next, *end = end_of_place(&r, next);
		const char *wrong;

		if (++count > ALTERNATIVES)
			return "it has too many parts";
		next = end ? end + 1 : NULL;
		if (end != NULL)
			*end = '\0';
		wrong = read_one(&r, one);
		if (wrong != NULL)
			return wrong;
	}
	return judge(&r);
}
