/*
 * The parts of a cell are read from the right: country, region, city.
 */
#include "read/location.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/placewords.h"
#include "read/regions.h"
#include "text/locale.h"

#define PARTS 256 /* between commas */

/* Countries that are a city. */
static const char cities[] = "SG MC HK MO VA GI LU SM";

struct location_reading {
	const struct rw_gazetteer *g;
	struct rw_arena *arena;
	const char *country; /* where none is named */
	struct rw_locations *out;
	char *parts[PARTS]; /* between commas, of one place or some */
	size_t count;
	bool apart; /* from others that a word of "Bonn or remote, US" joins */
	bool area;  /* it names a part of the world */
	bool bare;  /* a city stands without region and country */
	bool slash; /* stands between places */
};

static void take_mode(struct location_reading *r, char *part)
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

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcasecmp(a, b) == 0);
}

/* "Hong Kong" of "Hong Kong SAR China". */
static const char *city_of(struct location_reading *r, const char *country)
{
	const char *name = rw_locale_country(rw_locale_new(r->arena, "en"),
					     r->arena, country);
	const char *end = strstr(name, " SAR");

	return end ? rw_arena_strndup(r->arena, name, (size_t)(end - name))
		   : name;
}

static const char *add(struct location_reading *r, struct rw_location location)
{
	struct rw_locations *out = r->out;

	if (location.country == NULL)
		location.country = r->country;
	if (location.city == NULL && location.country != NULL &&
	    strstr(cities, location.country) != NULL)
		location.city = city_of(r, location.country);
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
	size_t all;
	size_t count; /* that are left */
	struct rw_location place;
	bool named; /* it says its country or region */
	bool sure;  /* of its region: it says its country, or letters */
	const char *wrong;
};

static const char two_places[] =
	"it may name two places in one; write ';' between them";

static const char city_and_region[] = "it may name a city and a region in one";

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

/* "Alicante" of "Alicante, Alacant", where both are names of one region. */
static bool is_its_city(const struct place_reading *p, const char *text)
{
	const char *code, *name;

	if (strcasecmp(last(p), text) == 0)
		return true;
	return rw_region_is_city(last(p)) && p->place.region != NULL &&
	       rw_region_find(p->place.country, last(p), &code, &name) &&
	       same(code, p->place.region);
}

/* Whether the region 'text' may be a city beside the one before it. */
static bool may_be_second(const struct place_reading *p, const char *text,
			  bool named)
{
	const char *country = p->place.country, *code, *name;

	if (strcmp(country, "DE") == 0 || same(text, "Wien") ||
	    same(text, "Vienna"))
		return true;
	return (strcmp(country, "AT") == 0 && !named) ||
	       (rw_region_is_city(last(p)) && strlen(last(p)) > 3 &&
		rw_region_find(country, last(p), &code, &name));
}

/* Takes the region of 'country' at the end. */
static bool take_region(struct place_reading *p, const char *country)
{
	const char *text = last(p), *code, *name;
	bool named = p->named;

	if (!rw_region_find(country, text, &code, &name))
		return false;
	p->place.country = country;
	p->place.region = code;
	p->place.region_name = name;
	p->sure = named || strlen(text) == 2;
	p->named = true;
	p->count--;
	if (!rw_region_is_city(text) || strlen(text) == 2)
		return true;
	/* "New York" alone, "Berlin, Germany"; but "Bonn, Berlin"? */
	if (p->count == 0 ||
	    same(rw_gazetteer_country(p->r->g, last(p)), country))
		p->place.city = text;
	else if (is_its_city(p, text))
		p->place.city = p->parts[--p->count];
	else if (may_be_second(p, text, named))
		p->wrong = two_places;
	return true;
}

static bool is_capitals(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!isupper((unsigned char)text[i]))
			return false;
	return true;
}

/* Two letters that may be a region of 'other', or a country. */
static bool ask(struct place_reading *p, const char *other)
{
	const char *letters = last(p), *code, *region;
	const char *country = rw_gazetteer_country(p->r->g, letters);

	if (country == NULL || !rw_region_find(other, letters, &code, &region))
		return false;
	p->wrong = rw_arena_printf(
		p->r->arena, "%s may be %s or %s; name the country", letters,
		region,
		rw_locale_country(rw_locale_new(p->r->arena, "en"), p->r->arena,
				  country));
	return true;
}

/* Large cities of countries whose letters are those of a state, too. */
static bool is_abroad(const char *city, const char *country)
{
	static const struct {
		const char *country, *city;
	} abroad[] = {
		{ "AL", "Tirana" },	  { "AR", "Buenos Aires" },
		{ "AR", "Rosario" },	  { "AZ", "Baku" },
		{ "CA", "Toronto" },	  { "CA", "Montreal" },
		{ "CA", "Montréal" },	  { "CA", "Vancouver" },
		{ "CA", "Calgary" },	  { "CA", "Ottawa" },
		{ "CA", "Edmonton" },	  { "CA", "Winnipeg" },
		{ "CA", "Mississauga" },  { "CO", "Bogota" },
		{ "CO", "Bogotá" },	  { "CO", "Medellin" },
		{ "CO", "Medellín" },	  { "CO", "Cali" },
		{ "CO", "Barranquilla" }, { "ID", "Jakarta" },
		{ "ID", "Bandung" },	  { "ID", "Surabaya" },
		{ "IL", "Tel Aviv" },	  { "IL", "Tel Aviv-Yafo" },
		{ "IL", "Jerusalem" },	  { "IL", "Haifa" },
		{ "IL", "Herzliya" },	  { "IL", "Ramat Gan" },
		{ "IN", "Bangalore" },	  { "IN", "Bengaluru" },
		{ "IN", "Mumbai" },	  { "IN", "Delhi" },
		{ "IN", "New Delhi" },	  { "IN", "Pune" },
		{ "IN", "Hyderabad" },	  { "IN", "Chennai" },
		{ "IN", "Gurgaon" },	  { "IN", "Gurugram" },
		{ "IN", "Noida" },	  { "IN", "Kolkata" },
		{ "IN", "Ahmedabad" },	  { "LA", "Vientiane" },
		{ "MA", "Casablanca" },	  { "MA", "Rabat" },
		{ "MD", "Chisinau" },	  { "MD", "Chișinău" },
		{ "ME", "Podgorica" },	  { "MN", "Ulaanbaatar" },
		{ "MT", "Valletta" },	  { "MT", "Sliema" },
		{ "PA", "Panama City" },  { "TN", "Tunis" },
	};
	size_t i = 0, count = sizeof(abroad) / sizeof(abroad[0]);

	while (i < count && (!same(abroad[i].country, country) ||
			     !same(abroad[i].city, city)))
		i++;
	return i < count;
}

/*
 * "Stockholm, SE" is not in Sevilla, "Mumbai, IN" not in Indiana: letters of
 * regions that few write, of Berlin, and of states behind a city of the country
 * with the same letters, may be the country.
 */
static bool ask_abroad(struct place_reading *p)
{
	const char *known = p->r->country;
	const char *country = rw_gazetteer_country(p->r->g, last(p));

	if (p->count < 2 || strlen(last(p)) != 2 || same(country, known))
		return false;
	if ((known == NULL || same(known, "US")) &&
	    is_abroad(p->parts[p->count - 2], country))
		return ask(p, "US");
	if (known == NULL)
		return false;
	if (strstr("ES IE NL", known) == NULL &&
	    (strcmp(known, "DE") != 0 || !same(last(p), "BE") ||
	     same(p->parts[p->count - 2], "Berlin")))
		return false;
	return ask(p, known);
}

/*
 * Two letters behind a city are a region of the country that is known, or that
 * country, or a state of the US if none is known. Then letters of the countries
 * whose regions are mostly written so are asked about.
 */
static bool take_letters(struct place_reading *p)
{
	const char *known = p->r->country;
	const char *country = rw_gazetteer_country(p->r->g, last(p));

	if (p->count < 2 || strlen(last(p)) != 2)
		return false;
	if (known != NULL && country != NULL && strcmp(country, known) == 0)
		return false;
	/* "US, CA", but "Lebanon, NH" */
	if (rw_gazetteer_country(p->r->g, p->parts[p->count - 2]) &&
	    country != NULL)
		return false;
	if (known == NULL && strcmp(last(p), "DE") != 0 && take_region(p, "US"))
		return true;
	if (ask(p, "US") || ask(p, "DE"))
		return true;
	if (known == NULL || strcmp(known, "US") == 0)
		return ask(p, "CA") || (!known && take_region(p, "CA"));
	return false;
}

/* A state or province of America behind a city, where no country is known. */
static bool take_state(struct place_reading *p)
{
	const char *text = last(p);

	if (p->count < 2 || p->r->country != NULL || strlen(text) == 2 ||
	    rw_gazetteer_country(p->r->g, text))
		return false;
	return take_region(p, "US") || take_region(p, "CA");
}

/* "MG" of "MG, Brazil" is no Madagascar. */
static void take_region_of(struct place_reading *p, const char *country,
			   const char *name)
{
	const char *letters = last(p);
	const char *other = rw_gazetteer_country(p->r->g, letters);

	if (take_region(p, country) || strlen(name) <= 3 || other == NULL ||
	    strlen(letters) != 2 || strcmp(other, country) == 0 ||
	    strstr("US GB", other) != NULL)
		return;
	p->wrong = rw_arena_printf(
		p->r->arena,
		"%s may be a country or a region of %s; write its name",
		letters, name);
}

/* Whether the country is one of a list: "Armenia, Georgia", "US, CA". */
static bool is_listed(const struct place_reading *p)
{
	size_t at = p->count - 1, all = p->all;
	size_t short_form = strlen(last(p)) == 2 ? 3 : (size_t)-1;

	return (at > 0 && strlen(p->parts[at - 1]) <= short_form &&
		rw_gazetteer_country(p->r->g, p->parts[at - 1])) ||
	       (at + 1 < all && strlen(p->parts[at + 1]) <= short_form &&
		rw_gazetteer_country(p->r->g, p->parts[at + 1]));
}

/* "Remote, GA", "Remote, Georgia": a state of America, or a country? */
static bool may_be_state(struct place_reading *p, const char *country)
{
	static const char of_both[] = "PR GU VI";
	const char *known = p->r->country, *text = last(p), *code, *name;
	const char *other = NULL;

	if (same(country, known) || strstr(of_both, country) || is_listed(p))
		return false;
	if (rw_region_find("US", text, &code, &name))
		other = "US";
	else if ((known == NULL || same(known, "US")) &&
		 rw_region_find("CA", text, &code, &name))
		other = "CA";
	if (other == NULL)
		return false;
	p->wrong = rw_arena_printf(
		p->r->arena,
		"'%s' may be a state or a country; write '%s, %s' for the "
		"state, or the country's %s",
		text, name, same(other, "CA") ? "Canada" : other,
		strlen(text) == 2 ? "name" : "code");
	return true;
}

static void take_country(struct place_reading *p)
{
	const char *name = last(p);
	const char *country = rw_gazetteer_country(p->r->g, name);

	if (country == NULL || may_be_state(p, country))
		return;
	if (p->count == 1 && strlen(name) > 3 && strstr(cities, country))
		p->place.city = name;
	p->place.country = country;
	p->named = true;
	if (--p->count > 0 && p->place.postal_code == NULL)
		take_zip(p);
	if (p->count > 0)
		take_region_of(p, country, name);
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

static const char *country_of(const struct place_reading *p)
{
	return p->place.country ? p->place.country : p->r->country;
}

/* The two capitals at one end of 'city', and the rest of it; or NULL. */
static const char *cut_letters(struct rw_arena *arena, const char *city,
			       const char **rest)
{
	size_t len = strlen(city);

	if (len > 3 && city[len - 3] == ' ' && is_capitals(city + len - 2, 2)) {
		*rest = rw_arena_strndup(arena, city, len - 3);
		return city + len - 2;
	}
	/* Not of "LA CROSSE". */
	if (len < 5 || city[2] != ' ' || !is_capitals(city, 2) ||
	    is_capitals(city + 3, 2))
		return NULL;
	*rest = city + 3;
	return rw_arena_strndup(arena, city, 2);
}

/*
 * "ON Toronto, Ontario", "Washington DC": letters of the region beside the name
 * of the city. Where they stand alone they must be no country's.
 */
static void take_inner_region(struct place_reading *p)
{
	struct rw_location *place = &p->place;
	const char *country = country_of(p), *rest, *code, *name;
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
	if (!same(place->region, code))
		p->wrong = city_and_region;
	place->city = rest;
}

/* Why 'text' is no city, or NULL. */
static const char *no_city(const struct place_reading *p, const char *text)
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
		return "it holds more than city, region and country";
	letters = strlen(text) == 2 && is_capitals(text, 2);
	if ((letters || p->count > 0) && !p->named &&
	    rw_region_is_known(text) && !rw_region_is_city(text))
		return rw_arena_printf(
			arena, "it names the region '%s' and no country", text);
	if (letters)
		return rw_arena_printf(
			arena, "'%s' is no state or country that is known",
			text);
	return NULL;
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
	p->wrong = no_city(p, p->place.city);
	if (p->wrong == NULL)
		take_inner_region(p);
	if (p->wrong == NULL && !p->named &&
	    rw_gazetteer_in_name(p->r->g, p->place.city, p->r->country))
		p->wrong = "it may name a city and a country in one";
	/* "Hanoi, Hanoi, Vietnam" */
	if (p->count > 0 && same(last(p), p->place.city))
		p->count--;
}

/*
 * A country before the region: its own, of "Canada, ON", or the name of a city,
 * "Lebanon, NH". Else another place.
 */
static void take_namesake(struct place_reading *p, const char *country)
{
	if (p->place.region_name == NULL)
		return;
	if (same(country, p->place.country)) {
		if (p->count == 1)
			p->count--;
	} else if (p->sure && strlen(last(p)) > 3) {
		if (p->r->out->remote || same(country, "CA"))
			p->wrong = two_places;
		else
			take_city(p);
	}
}

static void take_rest(struct place_reading *p)
{
	const char *country;

	if (p->wrong != NULL || p->place.city != NULL || p->count == 0)
		return;
	country = rw_gazetteer_country(p->r->g, last(p));
	if (country == NULL)
		take_city(p);
	else
		take_namesake(p, country);
}

static void read_place(struct place_reading *p)
{
	const char *country = p->r->country;
	bool done;

	take_zip(p);
	done = ask_abroad(p) || (country != NULL && take_region(p, country)) ||
	       take_letters(p) || take_state(p);
	if (!done)
		take_country(p);
	take_rest(p);
}

/* Of "Sydney, Foo, Australia", "Foo" was read as a city. */
static const char *not_one(const struct place_reading *p)
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

/* Whether a city stands where it must have, and has not, its own country. */
static const char *stands_bare(struct place_reading *p, bool first)
{
	if (p->place.city == NULL || p->named)
		return NULL;
	p->r->bare = true;
	if (p->r->apart)
		return "it may name two places in one; write each with its "
		       "country, and ';' between them";
	return first ? NULL : not_one(p);
}

/* Parts from the right: country, region, city; then the next place. */
static const char *read_parts(struct location_reading *r)
{
	size_t all = r->count, count = all;

	r->count = 0;
	while (count > 0) {
		struct place_reading p = {
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

static const char *add_part(struct location_reading *r, char *part)
{
	if (strcasecmp(part, "D.C.") == 0)
		part = rw_arena_strdup(r->arena, "DC");
	if (r->count == PARTS)
		return "it has too many parts";
	r->parts[r->count++] = part;
	return NULL;
}

/* Cuts 'text' at a word that joins two names, but not inside a country's. */
static char *cut_joint(const struct location_reading *r, char *text)
{
	size_t len, at;
	const char *joint = rw_place_joint(text, &len);

	if (joint == NULL || rw_gazetteer_country(r->g, text))
		return NULL;
	at = (size_t)(joint - text);
	text[at] = '\0';
	return text + at + len;
}

/* The name begins another place than the parts before it. */
static const char *end_place(struct location_reading *r)
{
	r->apart = true;
	return read_parts(r);
}

/* The names that words like "or" join in 'text'; *joined: one came before. */
static const char *add_joined(struct location_reading *r, char *text,
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
static const char *add_names(struct location_reading *r, char *part)
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
static const char *read_one(struct location_reading *r, char *text)
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
		else if (r->bare && r->country && r->slash &&
			 !same(out->list[i].country, r->country))
			return "one of its names may be in the country of the "
			       "other; write each with its country, and ';' "
			       "between them, or only one of two names";
		else if (r->bare && out->list[i].city == NULL && r->country &&
			 strcmp(out->list[i].country, r->country) != 0)
			return "a city stands without its country beside "
			       "another country";
	return NULL;
}

const char *rw_location_read(const struct rw_gazetteer *g,
			     struct rw_arena *arena, const char *text,
			     const char *country, struct rw_locations *out)
{
	struct location_reading r = {
		.g = g, .arena = arena, .country = country, .out = out
	};
	char *copy = rw_arena_strdup(arena, text), *next = copy;

	*out = (struct rw_locations){ .count = 0 };
	while (next != NULL) {
		char *one = next, *end = strpbrk(next, ";|\n");
		char *slash = strstr(next, " / ");
		const char *wrong;

		if (slash != NULL && (end == NULL || slash < end)) {
			end = slash + 1;
			r.slash = true;
		}
		next = end ? end + 1 : NULL;
		if (end != NULL)
			*end = '\0';
		wrong = read_one(&r, one);
		if (wrong != NULL)
			return wrong;
	}
	return judge(&r);
}
