/*
 * Names of countries come from ICU, in four languages; states and provinces
 * stand here.
 */
#include "read/location.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/placewords.h"
#include "read/regions.h"
#include "text/locale.h"

#define NAME_BYTES 128
#define PARTS 256 /* between commas */

static const struct {
	const char *name;
	const char *code;
} aliases[] = {
	{ "usa", "US" },
	{ "u.s.", "US" },
	{ "u.s.a.", "US" },
	{ "united states of america", "US" },
	{ "uk", "GB" },
	{ "u.k.", "GB" },
	{ "great britain", "GB" },
	{ "england", "GB" },
	{ "scotland", "GB" },
	{ "wales", "GB" },
	{ "northern ireland", "GB" },
	{ "hong kong", "HK" },
	{ "macao", "MO" },
	{ "macau", "MO" },
	{ "turkey", "TR" },
	{ "czech republic", "CZ" },
	{ "holland", "NL" },
	{ "the netherlands", "NL" },
	{ "korea", "KR" },
	{ "viet nam", "VN" },
	{ "russian federation", "RU" },
	{ "uae", "AE" },
	{ "republic of ireland", "IE" },
	{ "brasil", "BR" },
	{ "méxico", "MX" },
	{ "mexico", "MX" },
};

/* Countries that are a city. */
static const char cities[] = "SG MC HK MO VA GI LU SM";

struct rw_gazetteer {
	struct rw_map *countries; /* lower-case name or code -> code */
};

/* Lower case, as far as ASCII goes, without blanks at the ends. */
static bool lower(const char *text, char *out)
{
	size_t len = 0;

	text += strspn(text, " \t.");
	for (; *text != '\0'; text++) {
		if (len + 1 >= NAME_BYTES)
			return false;
		out[len++] = (char)tolower((unsigned char)*text);
	}
	while (len > 0 && isspace((unsigned char)out[len - 1]))
		len--;
	out[len] = '\0';
	return len > 0;
}

static void note(struct rw_gazetteer *g, const char *name, const char *code)
{
	char key[NAME_BYTES];

	if (lower(name, key) && rw_map_get(g->countries, key) == NULL)
		rw_map_put(g->countries, key, (void *)code);
}

static void release(void *object)
{
	struct rw_gazetteer *g = object;

	rw_map_free(g->countries);
}

struct rw_gazetteer *rw_gazetteer_new(struct rw_arena *arena)
{
	static const char *const languages[] = { "en", "de", "es", "fr" };
	struct rw_gazetteer *g = rw_arena_zalloc(arena, sizeof(*g));

	g->countries = rw_map_new();
	rw_arena_defer(arena, release, g);
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		note(g, aliases[i].name, aliases[i].code);
	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
		struct rw_locale *locale = rw_locale_new(arena, languages[i]);
		char code[3] = "AA";

		for (int k = 0; k < 26 * 26; k++) {
			code[0] = (char)('A' + k / 26);
			code[1] = (char)('A' + k % 26);
			if (!rw_locale_is_country(code))
				continue;
			note(g, rw_locale_country(locale, arena, code),
			     rw_arena_strdup(arena, code));
			note(g, code, rw_arena_strdup(arena, code));
		}
	}
	return g;
}

const char *rw_gazetteer_country(const struct rw_gazetteer *g, const char *text)
{
	char key[NAME_BYTES];

	return lower(text, key) ? rw_map_get(g->countries, key) : NULL;
}

/* ---------------------------------------------------------------- reading */

struct location_reading {
	const struct rw_gazetteer *g;
	struct rw_arena *arena;
	const char *country; /* where none is named */
	struct rw_locations *out;
	bool area; /* it names a part of the world */
};

/* Takes "remote" and the like out of 'part'; false if nothing else is in it. */
static bool take_mode(struct location_reading *r, char *part)
{
	unsigned modes = rw_place_take_modes(part);

	r->out->remote = r->out->remote || (modes & RW_PLACE_REMOTE);
	r->out->hybrid = r->out->hybrid || (modes & RW_PLACE_HYBRID);
	r->out->on_site = r->out->on_site || (modes & RW_PLACE_ON_SITE);
	return part[strspn(part, " -–/:·&\t\r\n.")] != '\0';
}

/* Without blanks and dashes at its ends. */
static char *trim(char *part)
{
	size_t len;

	part += strspn(part, " \t\r\n-/:.&");
	while (strncmp(part, "–", 3) == 0 || strncmp(part, "· ", 3) == 0)
		part += 3 + strspn(part + 3, " ");
	for (len = strlen(part); len > 0; part[len] = '\0')
		if (strchr(" \t\r\n-/:", part[len - 1]) != NULL ||
		    (part[len - 1] == ')' && !strchr(part, '(')))
			len--;
		else if (len >= 3 && strcmp(part + len - 3, "–") == 0)
			len -= 3;
		else
			break;
	return part;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcasecmp(a, b) == 0);
}

static const char *add(struct location_reading *r, struct rw_location location)
{
	struct rw_locations *out = r->out;

	if (location.country == NULL)
		location.country = r->country;
	if (location.city == NULL && location.country != NULL &&
	    strstr(cities, location.country) != NULL)
		location.city = rw_locale_country(rw_locale_new(r->arena, "en"),
						  r->arena, location.country);
	for (size_t i = 0; i < out->count; i++)
		if (same(out->list[i].city, location.city) &&
		    same(out->list[i].region, location.region) &&
		    same(out->list[i].country, location.country))
			return NULL;
	if (out->count == RW_LOCATIONS)
		return "it has more than 64 places";
	out->list[out->count++] = location;
	return NULL;
}

/* A place whose parts are being read from the right. */
struct place_reading {
	struct location_reading *r;
	char **parts;
	size_t count; /* that are left */
	struct rw_location place;
	bool named; /* it says its country or region */
	const char *wrong;
};

static const char two_places[] =
	"it may name two places in one; write ';' between them";

static char *last(const struct place_reading *p)
{
	return p->parts[p->count - 1];
}

/* "80202" of "CO 80202", "V6B 1A1" of "BC V6B 1A1" */
static void take_zip(struct place_reading *p)
{
	char *text = last(p), *code = text + 3;
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

/* Takes the region of 'country' at the end. */
static bool take_region(struct place_reading *p, const char *country)
{
	const char *text = last(p), *code, *name;

	if (!rw_region_find(country, text, &code, &name))
		return false;
	p->place.country = country;
	p->place.region = code;
	p->place.region_name = name;
	p->named = true;
	p->count--;
	if (!rw_region_is_city(name) || strlen(text) == 2)
		return true;
	/* "New York" alone, "Berlin, Germany"; but "Bonn, Berlin"? */
	if (p->count == 0)
		p->place.city = text;
	else if (strcasecmp(last(p), text) == 0)
		p->place.city = p->parts[--p->count];
	else if (strcmp(country, "DE") == 0 || strcmp(country, "AT") == 0)
		p->wrong = two_places;
	return true;
}

/* A state or province of America behind a city, where no country is known. */
static bool take_state(struct place_reading *p)
{
	const char *text = last(p);

	if (p->count < 2 || p->r->country != NULL)
		return false;
	if (strcmp(text, "DE") == 0) {
		p->wrong = "DE may be Delaware or Germany; name the country";
		return true;
	}
	if (strlen(text) != 2 && rw_gazetteer_country(p->r->g, text))
		return false;
	if (strlen(text) == 2 &&
	    rw_gazetteer_country(p->r->g, p->parts[p->count - 2]))
		return false;
	return take_region(p, "US") || take_region(p, "CA");
}

static void take_country(struct place_reading *p)
{
	const char *country = rw_gazetteer_country(p->r->g, last(p));

	if (country == NULL)
		return;
	p->place.country = country;
	p->named = true;
	if (--p->count > 0 && p->place.postal_code == NULL)
		take_zip(p);
	if (p->count > 0)
		take_region(p, country);
}

/* The code of a post office before a city: "30159 Hannover", "D-30159 ...". */
static void take_postal_code(struct place_reading *p)
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

static void take_city(struct place_reading *p)
{
	const char *text = p->parts[--p->count];

	if (rw_place_is_area(text)) {
		p->r->area = true;
		return;
	}
	p->place.city = text;
	take_postal_code(p);
	text = p->place.city;
	if (rw_place_is_nothing(text))
		p->wrong = "it names no place";
	else if (rw_place_joins(text))
		p->wrong = two_places;
	else if (strpbrk(text, "0123456789") != NULL)
		p->wrong = "it holds more than city, region and country";
}

static void read_place(struct place_reading *p)
{
	const char *country = p->r->country;
	bool done;

	take_zip(p);
	done = (country != NULL && take_region(p, country)) || take_state(p);
	if (!done)
		take_country(p);
	if (p->wrong == NULL && p->place.city == NULL && p->count > 0 &&
	    !rw_gazetteer_country(p->r->g, last(p)))
		take_city(p);
}

/* Parts from the right: country, region, city; then the next place. */
static const char *read_parts(struct location_reading *r, char **parts,
			      size_t count)
{
	bool first = true;

	while (count > 0) {
		struct place_reading p = { .r = r,
					   .parts = parts,
					   .count = count };

		read_place(&p);
		count = p.count;
		if (p.wrong == NULL && !first && p.place.city && !p.named)
			p.wrong = two_places;
		if (p.wrong == NULL && (p.place.city || p.place.country))
			p.wrong = add(r, p.place);
		if (p.wrong != NULL)
			return p.wrong;
		first = false;
	}
	return NULL;
}

/* One alternative: its parts between commas. */
static const char *read_one(struct location_reading *r, char *text)
{
	char *parts[PARTS], *next = text;
	size_t count = 0;

	while (next != NULL) {
		char *part = next, *comma = strchr(next, ',');

		next = comma ? comma + 1 : NULL;
		if (comma != NULL)
			*comma = '\0';
		if (!take_mode(r, part))
			continue;
		part = trim(part);
		if (*part == '\0')
			continue;
		if (strcasecmp(part, "D.C.") == 0)
			part = rw_arena_strdup(r->arena, "DC");
		if (count == PARTS)
			return "it has too many parts";
		parts[count++] = part;
	}
	return read_parts(r, parts, count);
}

static const char *judge(const struct location_reading *r)
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
			return "it names no country";
	return NULL;
}

const char *rw_location_read(const struct rw_gazetteer *g,
			     struct rw_arena *arena, const char *text,
			     const char *country, struct rw_locations *out)
{
	struct location_reading r = { g, arena, country, out, false };
	char *copy = rw_arena_strdup(arena, text), *next = copy;

	*out = (struct rw_locations){ .count = 0 };
	while (next != NULL) {
		char *one = next, *end = strpbrk(next, ";|\n");
		char *slash = strstr(next, " / ");
		const char *wrong;

		if (slash != NULL && (end == NULL || slash < end))
			end = slash + 1;
		next = end ? end + 1 : NULL;
		if (end != NULL)
			*end = '\0';
		wrong = read_one(&r, one);
		if (wrong != NULL)
			return wrong;
	}
	return judge(&r);
}
