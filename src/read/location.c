/*
 * Names of countries come from ICU, in four languages; states and provinces
 * stand here.
 */
#include "read/location.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/placewords.h"
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

/* Postal codes of states and provinces. */
static const struct {
	const char *country;
	const char *code;
	const char *name;
} regions[] = {
	{ "US", "AL", "Alabama" },
	{ "US", "AK", "Alaska" },
	{ "US", "AZ", "Arizona" },
	{ "US", "AR", "Arkansas" },
	{ "US", "CA", "California" },
	{ "US", "CO", "Colorado" },
	{ "US", "CT", "Connecticut" },
	{ "US", "DE", "Delaware" },
	{ "US", "DC", "District of Columbia" },
	{ "US", "FL", "Florida" },
	{ "US", "GA", "Georgia" },
	{ "US", "HI", "Hawaii" },
	{ "US", "ID", "Idaho" },
	{ "US", "IL", "Illinois" },
	{ "US", "IN", "Indiana" },
	{ "US", "IA", "Iowa" },
	{ "US", "KS", "Kansas" },
	{ "US", "KY", "Kentucky" },
	{ "US", "LA", "Louisiana" },
	{ "US", "ME", "Maine" },
	{ "US", "MD", "Maryland" },
	{ "US", "MA", "Massachusetts" },
	{ "US", "MI", "Michigan" },
	{ "US", "MN", "Minnesota" },
	{ "US", "MS", "Mississippi" },
	{ "US", "MO", "Missouri" },
	{ "US", "MT", "Montana" },
	{ "US", "NE", "Nebraska" },
	{ "US", "NV", "Nevada" },
	{ "US", "NH", "New Hampshire" },
	{ "US", "NJ", "New Jersey" },
	{ "US", "NM", "New Mexico" },
	{ "US", "NY", "New York" },
	{ "US", "NC", "North Carolina" },
	{ "US", "ND", "North Dakota" },
	{ "US", "OH", "Ohio" },
	{ "US", "OK", "Oklahoma" },
	{ "US", "OR", "Oregon" },
	{ "US", "PA", "Pennsylvania" },
	{ "US", "PR", "Puerto Rico" },
	{ "US", "RI", "Rhode Island" },
	{ "US", "SC", "South Carolina" },
	{ "US", "SD", "South Dakota" },
	{ "US", "TN", "Tennessee" },
	{ "US", "TX", "Texas" },
	{ "US", "UT", "Utah" },
	{ "US", "VT", "Vermont" },
	{ "US", "VA", "Virginia" },
	{ "US", "WA", "Washington" },
	{ "US", "WV", "West Virginia" },
	{ "US", "WI", "Wisconsin" },
	{ "US", "WY", "Wyoming" },
	{ "CA", "AB", "Alberta" },
	{ "CA", "BC", "British Columbia" },
	{ "CA", "MB", "Manitoba" },
	{ "CA", "NB", "New Brunswick" },
	{ "CA", "NL", "Newfoundland and Labrador" },
	{ "CA", "NS", "Nova Scotia" },
	{ "CA", "NT", "Northwest Territories" },
	{ "CA", "NU", "Nunavut" },
	{ "CA", "ON", "Ontario" },
	{ "CA", "PE", "Prince Edward Island" },
	{ "CA", "QC", "Quebec" },
	{ "CA", "QC", "Québec" },
	{ "CA", "SK", "Saskatchewan" },
	{ "CA", "YT", "Yukon" },
	{ "DE", "BW", "Baden-Württemberg" },
	{ "DE", "BY", "Bayern" },
	{ "DE", "BY", "Bavaria" },
	{ "DE", "BE", "Berlin" },
	{ "DE", "BB", "Brandenburg" },
	{ "DE", "HB", "Bremen" },
	{ "DE", "HH", "Hamburg" },
	{ "DE", "HE", "Hessen" },
	{ "DE", "MV", "Mecklenburg-Vorpommern" },
	{ "DE", "NI", "Niedersachsen" },
	{ "DE", "NW", "Nordrhein-Westfalen" },
	{ "DE", "RP", "Rheinland-Pfalz" },
	{ "DE", "SL", "Saarland" },
	{ "DE", "SN", "Sachsen" },
	{ "DE", "ST", "Sachsen-Anhalt" },
	{ "DE", "SH", "Schleswig-Holstein" },
	{ "DE", "TH", "Thüringen" },
};
#define REGIONS (sizeof(regions) / sizeof(regions[0]))

/* Countries that are a city. */
static const char cities[] = "SG MC HK MO VA GI";

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

const char *rw_gazetteer_region(const struct rw_gazetteer *g,
				const char *country, const char *text)
{
	(void)g;
	text += strspn(text, " \t");
	for (size_t i = 0; i < REGIONS; i++)
		if (strcmp(regions[i].country, country) == 0 &&
		    (strcasecmp(regions[i].code, text) == 0 ||
		     strcasecmp(regions[i].name, text) == 0))
			return regions[i].code;
	return NULL;
}

/* ---------------------------------------------------------------- reading */

struct location_reading {
	const struct rw_gazetteer *g;
	struct rw_arena *arena;
	const char *country; /* where none is named */
	struct rw_locations *out;
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
	len = strlen(part);
	while (len > 0 && (strchr(" \t\r\n-/:", part[len - 1]) != NULL ||
			   (part[len - 1] == ')' && !strchr(part, '('))))
		part[--len] = '\0';
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

/* The region that 'text' names in 'country', or in any that is known. */
static const char *region_of(struct location_reading *r, const char *text,
			     const char **country)
{
	static const char *const known[] = { "US", "CA" };
	const char *code;

	if (*country != NULL)
		return rw_gazetteer_region(r->g, *country, text);
	if (r->country != NULL &&
	    (code = rw_gazetteer_region(r->g, r->country, text)) != NULL) {
		*country = r->country;
		return code;
	}
	for (size_t i = 0; i < 2; i++) {
		code = rw_gazetteer_region(r->g, known[i], text);
		if (code == NULL)
			continue;
		*country = known[i];
		return code;
	}
	return NULL;
}

/*
 * Whether a region of that name has a city of the same: "New York", "Berlin,
 * Germany", but not "Illinois, USA".
 */
static bool is_city_too(const char *country, const char *text)
{
	if (strcmp(country, "US") != 0 && strcmp(country, "CA") != 0)
		return strlen(text) > 3;
	return strcasecmp(text, "New York") == 0 ||
	       strcasecmp(text, "Quebec") == 0 ||
	       strcasecmp(text, "Québec") == 0;
}

/* The region at the end of the parts; how many are left. */
static size_t take_region(struct location_reading *r, char **parts,
			  size_t count, struct rw_location *place)
{
	const char *country = place->country;
	const char *code = region_of(r, parts[count - 1], &country);

	if (code == NULL || (count == 1 && country == NULL))
		return count;
	place->country = country;
	place->region = code;
	if (count == 1 && is_city_too(country, parts[0]))
		place->city = parts[0];
	return count - 1;
}

/*
 * "CA" behind a city is California, although it is Canada, too. How many parts
 * are left.
 */
static size_t take_letters(struct location_reading *r, char **parts,
			   size_t count, struct rw_location *place)
{
	const char *country = NULL;
	const char *code;

	if (count < 2 || strlen(parts[count - 1]) != 2 ||
	    rw_gazetteer_country(r->g, parts[count - 2]))
		return count;
	code = region_of(r, parts[count - 1], &country);
	if (code == NULL)
		return count;
	place->region = code;
	place->country = country;
	return count - 1;
}

/* The code of a post office before a city: "30159 Hannover", "D-30159 ...". */
static void take_postal_code(struct location_reading *r,
			     struct rw_location *place)
{
	const char *text = place->city;
	size_t letters = 0, digits;

	while (letters < 3 && isupper((unsigned char)text[letters]))
		letters++;
	if (letters > 0 && (letters == 3 || text[letters++] != '-'))
		return;
	digits = strspn(text + letters, "0123456789");
	if (digits < 4 || digits > 5 || text[letters + digits] != ' ')
		return;
	place->postal_code = rw_arena_strndup(r->arena, text + letters, digits);
	text += letters + digits;
	place->city = text + strspn(text, " ");
}

static const char *take_city(struct location_reading *r, const char *text,
			     struct rw_location *place)
{
	if (rw_place_is_area(text))
		return NULL;
	if (rw_place_joins(text))
		return "it may name two places in one; write ';' between them";
	place->city = text;
	take_postal_code(r, place);
	return NULL;
}

/* Parts from the right: country, region, city; then the next place. */
static const char *read_parts(struct location_reading *r, char **parts,
			      size_t count)
{
	const char *wrong = NULL;

	while (count > 0 && wrong == NULL) {
		struct rw_location place = { NULL, NULL, NULL, NULL };

		count = take_letters(r, parts, count, &place);
		if (place.region == NULL) {
			place.country =
				rw_gazetteer_country(r->g, parts[count - 1]);
			if (place.country != NULL)
				count--;
		}
		if (place.region == NULL && count > 0)
			count = take_region(r, parts, count, &place);
		if (place.city == NULL && count > 0 &&
		    !rw_gazetteer_country(r->g, parts[count - 1]))
			wrong = take_city(r, parts[--count], &place);
		if (wrong == NULL && (place.city || place.country))
			wrong = add(r, place);
	}
	return wrong;
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

static const char *judge(const struct rw_locations *out)
{
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
	struct location_reading r = { g, arena, country, out };
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
	return judge(out);
}
