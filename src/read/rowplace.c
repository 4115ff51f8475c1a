/*
 * Where the work of a row's posting is.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "model/words.h"
#include "read/location.h"
#include "read/placewords.h"
#include "read/regions.h"
#include "read/rowmaking.h"
#include "text/locale.h"

/* Names of countries are many: read when the first place is. */
static const struct rw_gazetteer *gazetteer(struct rw_making *m)
{
	if (m->r->gazetteer == NULL)
		m->r->gazetteer = rw_gazetteer_new(m->r->arena);
	return m->r->gazetteer;
}

static void add_from(struct rw_making *m, const struct rw_location *location)
{
	struct rw_node *workplace = rw_making_element(m, RW_FIELD_WORKPLACE),
		       *from;

	for (from = rw_node_child(workplace, "from"); from != NULL;
	     from = rw_node_next_element(from, "from"))
		if (strcmp(rw_node_attr(from, "country"), location->country) ==
			    0 &&
		    (location->region == NULL) ==
			    (rw_node_attr(from, "region") == NULL) &&
		    (location->region == NULL ||
		     strcmp(rw_node_attr(from, "region"), location->region) ==
			     0))
			return;
	from = rw_node_add(workplace, RW_NS, "from");
	rw_node_set_pos(from, rw_making_element_pos(m, RW_FIELD_WORKPLACE));
	rw_node_set_attr(from, "country", location->country);
	rw_node_set_attr(from, "region", location->region);
}

/* Digits in the postal codes of some countries. */
static const struct {
	const char *country, *sign; /* that people write before them */
	size_t digits;
} postal[] = {
	{ "DE", "D", 5 },  { "AT", "A", 4 },  { "CH", "CH", 4 },
	{ "LI", "FL", 4 }, { "FR", "F", 5 },  { "ES", "E", 5 },
	{ "IT", "I", 5 },  { "BE", "B", 4 },  { "LU", "L", 4 },
	{ "DK", "DK", 4 }, { "US", NULL, 5 },
};

/* 'text' without "D-", of its own country; that itself may stand there, too. */
static const char *without_sign(const char *text, const char *country,
				const char *sign)
{
	size_t len = 0;

	while (isalpha((unsigned char)text[len]))
		len++;
	if ((len == 2 && strncasecmp(text, country, 2) == 0) ||
	    (sign && len == strlen(sign) && strncasecmp(text, sign, len) == 0))
		return text + len + strspn(text + len, "- ");
	return text;
}

/* Reports that 'text' has too few, or too many, digits. */
static void refuse_digits(struct rw_making *m, enum rw_field field,
			  const char *text, const char *country, size_t wanted)
{
	struct rw_locale *en = rw_locale_new(m->arena, "en");
	const char *lost =
		strlen(text) + 1 == wanted
			? "; a spreadsheet may have lost the zero in front"
			: "";

	rw_making_refuse(
		m, field, text,
		rw_arena_printf(m->arena,
				"postal code of %s: that has %zu "
				"digits%s",
				rw_locale_country(en, m->arena, country),
				wanted, lost));
}

/*
 * The postal code of so many digits that 'text' is, or begins with, as in
 * "80331 München"; NULL if it is none. In the US four more may follow.
 */
static const char *read_digits(struct rw_arena *arena, const char *text,
			       const char *country, size_t wanted)
{
	size_t digits = strspn(text, "0123456789");
	const char *rest = text + digits;

	if (strcmp(country, "US") == 0 &&
	    ((digits == wanted + 4 && rest[0] == '\0') ||
	     (digits == wanted && (rest[0] == '-' || rest[0] == ' ') &&
	      strspn(rest + 1, "0123456789") == 4 && rest[5] == '\0')))
		return text;
	if (digits != wanted ||
	    (rest[0] != '\0' &&
	     (rest[0] != ' ' || isdigit((unsigned char)rest[1]))))
		return NULL;
	return rw_arena_strndup(arena, text, digits);
}

/* "-", "n/a"; digits alone name no place, either. */
static bool is_no_code(const char *text)
{
	return rw_place_is_nothing(text) && !strpbrk(text, "0123456789");
}

static void set_postal_code(struct rw_making *m, enum rw_field field,
			    struct rw_node *place, const char *text)
{
	const char *country = rw_node_attr(place, "country");
	const size_t count = sizeof(postal) / sizeof(postal[0]);
	size_t digits = strspn(text, "0123456789"), i = 0;
	const char *code = text;

	if (is_no_code(text))
		return;
	while (i < count && (!country || strcmp(postal[i].country, country)))
		i++;
	if (i < count)
		code = read_digits(m->arena,
				   without_sign(text, country, postal[i].sign),
				   country, postal[i].digits);
	if (code == NULL)
		refuse_digits(m, field, text, country, postal[i].digits);
	else if (digits > 0 && strcmp(text + digits, ".0") == 0)
		rw_making_refuse(m, field, text, "postal code, but a figure");
	else
		rw_node_set_attr(place, "postal-code",
				 rw_making_line(m->arena, code));
}

static void add_place(struct rw_making *m, enum rw_field field,
		      const struct rw_location *location)
{
	struct rw_node *place = rw_making_add(m, RW_FIELD_LOCATION);

	rw_node_set_attr(place, "city", location->city);
	rw_node_set_attr(place, "region", location->region);
	if (location->region == NULL)
		rw_node_set_attr(place, "region-name", location->region_name);
	rw_node_set_attr(place, "country", location->country);
	if (location->postal_code != NULL)
		set_postal_code(m, field, place, location->postal_code);
}

static bool is_remote(const struct rw_making *m)
{
	const struct rw_node *n = rw_node_child(m->root, "workplace");
	const char *mode = n ? rw_node_attr(n, "mode") : NULL;

	return mode != NULL && strcmp(mode, "remote") == 0;
}

static void refuse_location(struct rw_making *m, enum rw_field field,
			    const char *text, const char *why)
{
	rw_report(m->diags, RW_LOCATION_UNREADABLE, rw_making_pos(m, field),
		  text, rw_making_column(m, field), why);
	m->status = -1;
}

/* Whether a column of the row, or a constant, says how the work is done. */
static bool says_mode(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_WORKPLACE);

	return text != NULL &&
	       text != m->r->map->fields[RW_FIELD_WORKPLACE].fallback;
}

/*
 * "Austin or Remote" may be hybrid, "Hybrid or Remote" either; else the way of
 * work is said once.
 */
static bool is_agreed(const struct rw_locations *locations, const char *mode)
{
	if (locations->hybrid && strcmp(mode, "hybrid") == 0)
		return true;
	if (locations->remote)
		return strcmp(mode, "remote") == 0 ||
		       (strcmp(mode, "hybrid") == 0 && locations->count > 0);
	if (locations->hybrid)
		return false;
	return !locations->on_site || strcmp(mode, "on-site") == 0;
}

/*
 * The mode of work that the location tells, where no column does: more than a
 * default of the map. NULL, or why both cannot be.
 */
static const char *set_mode(struct rw_making *m,
			    const struct rw_locations *locations)
{
	struct rw_node *n = rw_node_child(m->root, "workplace");
	const char *said = n ? rw_node_attr(n, "mode") : NULL;
	const char *mode = locations->hybrid	? "hybrid"
			   : locations->remote	? "remote"
			   : locations->on_site ? "on-site"
						: NULL;

	if (mode == NULL)
		return NULL;
	if (said == NULL || !says_mode(m)) {
		n = rw_making_element(m, RW_FIELD_WORKPLACE);
		rw_node_set_attr(n, "mode", mode);
		return NULL;
	}
	if (is_agreed(locations, said))
		return NULL;
	return rw_arena_printf(m->arena, "it says %s, and column '%s' says %s",
			       mode, rw_making_column(m, RW_FIELD_WORKPLACE),
			       said);
}

static const char *no_city(struct rw_making *m, const char *text,
			   const struct rw_locations *locations)
{
	if (locations->remote && says_mode(m))
		return rw_arena_printf(
			m->arena, "it says remote, and column '%s' does not",
			rw_making_column(m, RW_FIELD_WORKPLACE));
	for (size_t i = 0; i < locations->count; i++)
		if (locations->list[i].city != NULL)
			return "it names no city for each place";
	return rw_arena_printf(m->arena,
			       "it names no city; for remote work write "
			       "'Remote, %s'",
			       text);
}

/* Whether the row is in the English of the US. */
static bool is_american(struct rw_making *m)
{
	const char *lang = rw_node_lang(m->root);

	return lang != NULL && strcasecmp(lang, "en-US") == 0;
}

/* Whether the row itself, not its map, names a country. */
static bool names_country(struct rw_making *m)
{
	const struct rw_map_field *country =
		&m->r->map->fields[RW_FIELD_COUNTRY];
	const char *text = rw_making_value(m, RW_FIELD_COUNTRY);

	return text != NULL && country->constant == NULL &&
	       text != country->fallback;
}

/* The one place is abroad for the column of countries; NULL: it is not. */
static const char *other_country(struct rw_making *m,
				 const struct rw_locations *locations,
				 const char *country)
{
	const struct rw_location *place = &locations->list[0];
	struct rw_locale *en;

	if (locations->count != 1 || place->city == NULL || country == NULL ||
	    place->country == NULL || strcmp(place->country, country) == 0 ||
	    !names_country(m))
		return NULL;
	en = rw_locale_new(m->arena, "en");
	return rw_arena_printf(m->arena, "it is in %s, and column '%s' says %s",
			       rw_locale_country(en, m->arena, place->country),
			       rw_making_column(m, RW_FIELD_COUNTRY),
			       rw_locale_country(en, m->arena, country));
}

static void set_location(struct rw_making *m, enum rw_field field,
			 const char *text)
{
	const char *fallback = rw_making_value(m, RW_FIELD_COUNTRY);
	struct rw_location_context context = {
		.gazetteer = gazetteer(m),
		.country =
			fallback ? rw_gazetteer_country(gazetteer(m), fallback)
				 : NULL,
		.american = is_american(m),
	};
	struct rw_locations locations;
	const char *wrong =
		rw_location_read(&context, m->arena, text, &locations);

	if (wrong == NULL)
		wrong = other_country(m, &locations, context.country);
	if (wrong == NULL)
		wrong = set_mode(m, &locations);
	if (wrong != NULL) {
		refuse_location(m, field, text, wrong);
		return;
	}
	for (size_t i = 0; i < locations.count; i++) {
		struct rw_location from = locations.list[i];

		/* Who works for an office may live in another region. */
		if (from.city != NULL)
			from.region = NULL;
		if (is_remote(m))
			add_from(m, &from);
		if (locations.list[i].city != NULL)
			add_place(m, field, &locations.list[i]);
		else if (!is_remote(m) && wrong == NULL)
			refuse_location(m, field, text,
					wrong = no_city(m, text, &locations));
	}
	if (locations.count == 0 && locations.remote && !is_remote(m))
		refuse_location(m, field, text, no_city(m, text, &locations));
}

/* Whether 'text' looks like the code of a region. */
static bool is_letters(const char *text)
{
	size_t len = 0;

	while (isalpha((unsigned char)text[len]))
		len++;
	return len > 0 && len <= 3 && text[len] == '\0';
}

static void refuse_region(struct rw_making *m, const char *text,
			  const char *country)
{
	struct rw_locale *en = rw_locale_new(m->arena, "en");

	rw_making_refuse(
		m, RW_FIELD_REGION, text,
		rw_arena_printf(m->arena, "region of %s",
				rw_locale_country(en, m->arena, country)));
}

/* False if 'text' is refused. */
static bool set_region(struct rw_making *m, struct rw_node *place,
		       const char *text)
{
	const char *country = rw_node_attr(place, "country");
	const char *code, *name;

	if (country && rw_region_find(country, text, &code, &name)) {
		rw_node_set_attr(place, code ? "region" : "region-name",
				 code ? code : name);
		return true;
	}
	if (rw_place_is_nothing(text))
		return true;
	if (country && rw_region_has_all(country) &&
	    (is_letters(text) || rw_region_is_known(text))) {
		refuse_region(m, text, country);
		return false;
	}
	if (strlen(text) <= 3 && rw_making_is_plain(text) && !strchr(text, ' '))
		rw_node_set_attr(place, "region", text);
	else
		rw_node_set_attr(place, "region-name",
				 rw_making_line(m->arena, text));
	return true;
}

static void set_country(struct rw_making *m, struct rw_node *place)
{
	const char *text = rw_making_value(m, RW_FIELD_COUNTRY);
	const char *code;

	if (text == NULL)
		return;
	code = rw_gazetteer_country(gazetteer(m), text);
	if (code == NULL)
		rw_making_refuse(m, RW_FIELD_COUNTRY, text, "country");
	else
		rw_node_set_attr(place, "country", code);
}

static size_t count_places(const struct rw_making *m)
{
	const struct rw_node *place = rw_node_child(m->root, "place");
	size_t count = 0;

	for (; place != NULL; place = rw_node_next_element(place, "place"))
		count++;
	return count;
}

/* Values in 'text' for 'count' places; what ends the last is no further one. */
static size_t count_parts(const char *text, size_t count)
{
	size_t parts = 1;
	const char *last = text;

	for (; *text != '\0'; text++) {
		/* "Bozen / Bolzano" is one name. */
		if (strchr(";|\n", *text) ||
		    (count > 1 && strncmp(text, " / ", 3) == 0)) {
			parts++;
			last = text + 1;
		}
	}
	return parts == count + 1 && last[strspn(last, " ")] == '\0' ? count
								     : parts;
}

/* Whether the places stand in one order with what separates them. */
static bool is_in_order(struct rw_making *m, size_t count)
{
	const char *city = rw_making_value(m, RW_FIELD_CITY);
	const char *text = city ? city : rw_making_value(m, RW_FIELD_LOCATION);

	return count == 1 ||
	       (text != NULL && count_parts(text, count) == count);
}

/* Takes the value of one place off a list of them. */
static const char *take_part(struct rw_making *m, const char **text,
			     size_t count)
{
	size_t len = strcspn(*text, ";|\n");
	const char *slash = count > 1 ? strstr(*text, " / ") : NULL, *part;

	if (slash != NULL && (size_t)(slash - *text) < len)
		len = (size_t)(slash - *text) + 1;
	part = rw_arena_strndup(m->arena, *text, len);
	*text += len + ((*text)[len] != '\0');
	return rw_making_trimmed(m->arena, part);
}

static void refuse_for_places(struct rw_making *m, enum rw_field field,
			      const char *text, size_t count)
{
	rw_making_refuse(
		m, field, text,
		count == 1 ? "single value for the one place of the row"
			   : rw_arena_printf(m->arena,
					     "list of one value for each of "
					     "its %zu places, with ';' between "
					     "them",
					     count));
}

/* One to each place, in their order. */
static void set_postal_codes(struct rw_making *m, const char *text)
{
	struct rw_node *place = rw_node_child(m->root, "place");
	size_t count = count_places(m);

	if (count_parts(text, count) != count || !is_in_order(m, count)) {
		if (!is_no_code(text))
			refuse_for_places(m, RW_FIELD_POSTAL_CODE, text, count);
		return;
	}
	for (; place != NULL; place = rw_node_next_element(place, "place")) {
		const char *one = take_part(m, &text, count);

		if (one[0] != '\0')
			set_postal_code(m, RW_FIELD_POSTAL_CODE, place, one);
	}
}

/* Each place has its postal code; a street goes to the one place there is. */
static void set_address(struct rw_making *m)
{
	struct rw_node *place = rw_node_child(m->root, "place");
	const char *code = rw_making_value(m, RW_FIELD_POSTAL_CODE);
	const char *street = rw_making_value(m, RW_FIELD_STREET);
	size_t count = count_places(m);

	if (place == NULL || rw_node_attr(place, "ref") != NULL)
		return;
	if (code != NULL)
		set_postal_codes(m, code);
	if (street == NULL || is_no_code(street))
		return;
	if (count == 1)
		rw_node_set_attr(place, rw_field_attribute(RW_FIELD_STREET),
				 rw_making_line(m->arena, street));
	else if (!rw_place_is_nothing(street))
		refuse_for_places(m, RW_FIELD_STREET, street, count);
}

/* "Denver, CO" beside another region, where a city is in one region only. */
static bool is_elsewhere(struct rw_making *m, const struct rw_node *place,
			 const char *text)
{
	const char *country = rw_node_attr(place, "country");
	const char *region = rw_node_attr(place, "region"), *code, *name;

	if (!country || !region || !strstr("US CA AU DE CH", country) ||
	    !rw_region_find(country, text, &code, &name) || !code ||
	    strcmp(code, region) == 0)
		return false;
	rw_making_refuse(m, RW_FIELD_REGION, text,
			 rw_arena_printf(m->arena,
					 "region of the city, which is said to "
					 "be in %s",
					 region));
	return true;
}

/* The region of the column is that of all places, or they are one of each. */
static void add_region(struct rw_making *m)
{
	struct rw_node *place = rw_node_child(m->root, "place");
	const char *text = rw_making_value(m, RW_FIELD_REGION);
	size_t count = count_places(m);
	size_t parts = text ? count_parts(text, count) : 0;
	bool goes = text != NULL;

	if (goes && count > 0 &&
	    (parts > 1 ? parts != count || !is_in_order(m, count)
		       : count == 1 && is_elsewhere(m, place, text))) {
		if (parts > 1)
			refuse_for_places(m, RW_FIELD_REGION, text, count);
		return;
	}
	for (; goes && place; place = rw_node_next_element(place, "place")) {
		const char *one = parts > 1 || count == 1
					  ? take_part(m, &text, count)
					  : text;

		if (rw_node_attr(place, "region") == NULL && one[0] != '\0')
			goes = set_region(m, place, one);
	}
}

/* Whether the row itself, not its map, says where a city is. */
static bool is_located(struct rw_making *m)
{
	return rw_making_value(m, RW_FIELD_REGION) != NULL || names_country(m);
}

/* "Alcalá (Madrid)" */
static bool is_bracketed(struct rw_making *m, const char *city)
{
	const char *text = rw_making_value(m, RW_FIELD_COUNTRY);

	return text && strchr(city, '(') &&
	       rw_region_in_brackets(m->arena,
				     rw_gazetteer_country(gazetteer(m), text),
				     &city);
}

/* Whether a column of cities holds more, or less, than the name of one. */
static bool is_no_name(struct rw_making *m, const char *city)
{
	const char *text = rw_making_value(m, RW_FIELD_COUNTRY);
	size_t len;

	if (rw_place_modes(city) || strpbrk(city, ",;|\n") ||
	    isdigit((unsigned char)city[0]) || rw_place_is_nothing(city) ||
	    rw_place_is_area(city) || rw_place_is_vague(city) ||
	    rw_place_joint(city, &len) != NULL ||
	    (strchr(city, '/') && rw_place_joins(city)) ||
	    rw_place_is_short(city) || is_bracketed(m, city))
		return true;
	return !is_located(m) &&
	       rw_gazetteer_in_name(
		       gazetteer(m), city,
		       text ? rw_gazetteer_country(gazetteer(m), text) : NULL);
}

static void set_city(struct rw_making *m, const char *city)
{
	struct rw_location where = { NULL };
	struct rw_node *place;

	if (is_no_name(m, city)) {
		set_location(m, RW_FIELD_CITY, city);
		add_region(m);
		return;
	}
	place = rw_making_add(m, RW_FIELD_CITY);
	rw_node_set_attr(place, "city", rw_making_line(m->arena, city));
	set_country(m, place);
	add_region(m);
	where.country = rw_node_attr(place, "country");
	if (is_remote(m) && where.country != NULL)
		add_from(m, &where);
}

/* Ids of places that the company has. */
static void set_references(struct rw_making *m, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, ",; \n");

		if (len > 0)
			rw_node_set_attr(rw_making_add(m, RW_FIELD_PLACE),
					 "ref",
					 rw_arena_strndup(m->arena, text, len));
		text += len + (text[len] != '\0');
	}
}

/* "US", "Spain", or a region with its country: "US-TX". */
static bool read_from(struct rw_making *m, const char *text,
		      struct rw_location *where)
{
	const char *name;

	where->country = rw_gazetteer_country(gazetteer(m), text);
	if (where->country != NULL)
		return true;
	if (strlen(text) < 4 || text[2] != '-')
		return false;
	where->country = rw_gazetteer_country(
		gazetteer(m), rw_arena_strndup(m->arena, text, 2));
	return where->country != NULL &&
	       rw_region_find(where->country, text + 3, &where->region,
			      &name) &&
	       where->region != NULL;
}

static void set_remote_from(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_REMOTE_FROM);

	while (text != NULL && *text != '\0') {
		size_t len = strcspn(text, ",;|\n");
		const char *one = rw_making_trimmed(
			m->arena, rw_arena_strndup(m->arena, text, len));
		struct rw_location where = { NULL };

		text += len + (text[len] != '\0');
		if (one[0] == '\0')
			continue;
		if (read_from(m, one, &where))
			add_from(m, &where);
		else
			rw_making_refuse(m, RW_FIELD_REMOTE_FROM, one,
					 "country");
	}
}

/* Remote work of which no place and no column tells more than a country. */
static void set_own_country(struct rw_making *m)
{
	const struct rw_node *n = rw_node_child(m->root, "workplace");
	const char *text = rw_making_value(m, RW_FIELD_COUNTRY);
	struct rw_location where = { NULL };

	if (!is_remote(m) || rw_node_child(n, "from") != NULL || text == NULL)
		return;
	where.country = rw_gazetteer_country(gazetteer(m), text);
	if (where.country != NULL)
		add_from(m, &where);
	else
		rw_making_refuse(m, RW_FIELD_COUNTRY, text, "country");
}

/* NULL if they cannot be had, or not without a word on that. */
static const struct rw_words *words_of(struct rw_making *m)
{
	const char *lang = rw_node_lang(m->root);
	const struct rw_words *words = rw_map_get(m->r->words, lang);

	if (words == NULL && m->diags != m->r->quiet) {
		words = rw_words_load(m->r->ws, lang, m->diags);
		rw_map_put(m->r->words, lang, (void *)(uintptr_t)words);
	}
	if (words == NULL)
		m->status = -1;
	return words;
}

/* What resolving would call the region: rows alike may differ in it then. */
static void name_regions(struct rw_making *m)
{
	struct rw_node *place = rw_node_child(m->root, "place");

	for (; place != NULL; place = rw_node_next_element(place, "place")) {
		const char *country = rw_node_attr(place, "country");
		const char *region = rw_node_attr(place, "region"), *name;
		const struct rw_words *words;

		if (country == NULL || region == NULL ||
		    rw_words_region_is_code(country) ||
		    (words = words_of(m)) == NULL)
			continue;
		name = rw_words_region(words, country, region);
		if (name == NULL || rw_node_attr(place, "city") == NULL)
			continue;
		/* Berlin: a value that is another's is none of its own. */
		if (strcmp(name, rw_node_attr(place, "city")) == 0)
			m->out->city_region = true;
		else
			rw_node_set_attr(place, "region-name", name);
	}
}

void rw_making_places(struct rw_making *m)
{
	const char *mode = rw_making_value(m, RW_FIELD_WORKPLACE), *text;
	struct rw_node *place;

	if (mode != NULL)
		rw_making_set_word(m, rw_making_element(m, RW_FIELD_WORKPLACE),
				   RW_FIELD_WORKPLACE, mode);
	if ((text = rw_making_value(m, RW_FIELD_PLACE)) != NULL)
		set_references(m, text);
	else if ((text = rw_making_value(m, RW_FIELD_CITY)) != NULL)
		set_city(m, text);
	else if ((text = rw_making_value(m, RW_FIELD_LOCATION)) != NULL) {
		set_location(m, RW_FIELD_LOCATION, text);
		add_region(m);
	}
	set_address(m);
	set_remote_from(m);
	/* Where people may live, but nothing says that the work is remote. */
	place = rw_node_child(m->root, "workplace");
	if (place != NULL && rw_node_attr(place, "mode") == NULL)
		rw_node_set_attr(place, "mode", "remote");
	set_own_country(m);
	name_regions(m);
}
