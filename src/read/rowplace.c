/*
 * Where the work of a row's posting is.
 */
#include <ctype.h>
#include <string.h>

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

static void add_place(struct rw_making *m, const struct rw_location *location)
{
	struct rw_node *place = rw_making_add(m, RW_FIELD_LOCATION);

	rw_node_set_attr(place, "city", location->city);
	rw_node_set_attr(place, "region", location->region);
	if (location->region == NULL)
		rw_node_set_attr(place, "region-name", location->region_name);
	rw_node_set_attr(place, "country", location->country);
	rw_node_set_attr(place, "postal-code", location->postal_code);
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

/* The mode of work that the location tells, where no column does. */
static void set_mode(struct rw_making *m, const struct rw_locations *locations)
{
	const struct rw_node *n = rw_node_child(m->root, "workplace");
	const char *mode = locations->hybrid	? "hybrid"
			   : locations->remote	? "remote"
			   : locations->on_site ? "on-site"
						: NULL;

	if (mode != NULL && (n == NULL || rw_node_attr(n, "mode") == NULL))
		rw_node_set_attr(rw_making_element(m, RW_FIELD_WORKPLACE),
				 "mode", mode);
}

static const char *no_city(struct rw_making *m, const char *text,
			   const struct rw_locations *locations)
{
	if (locations->remote && rw_making_value(m, RW_FIELD_WORKPLACE))
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

static void set_location(struct rw_making *m, enum rw_field field,
			 const char *text)
{
	const char *fallback = rw_making_value(m, RW_FIELD_COUNTRY);
	struct rw_locations locations;
	const char *country =
		fallback ? rw_gazetteer_country(gazetteer(m), fallback) : NULL;
	const char *wrong = rw_location_read(gazetteer(m), m->arena, text,
					     country, &locations);

	if (wrong != NULL) {
		refuse_location(m, field, text, wrong);
		return;
	}
	set_mode(m, &locations);
	for (size_t i = 0; i < locations.count; i++) {
		struct rw_location from = locations.list[i];

		/* Who works for an office may live in another region. */
		if (from.city != NULL)
			from.region = NULL;
		if (is_remote(m))
			add_from(m, &from);
		if (locations.list[i].city != NULL)
			add_place(m, &locations.list[i]);
		else if (!is_remote(m) && wrong == NULL)
			refuse_location(m, field, text,
					wrong = no_city(m, text, &locations));
	}
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

static void set_region(struct rw_making *m, struct rw_node *place)
{
	const char *text = rw_making_value(m, RW_FIELD_REGION);
	const char *country = rw_node_attr(place, "country");
	const char *code, *name;

	if (text == NULL)
		return;
	if (country && rw_region_find(country, text, &code, &name))
		rw_node_set_attr(place, code ? "region" : "region-name",
				 code ? code : name);
	else if (rw_place_is_nothing(text))
		return;
	else if (country && rw_region_has_all(country) &&
		 (is_letters(text) || rw_region_is_known(text)))
		refuse_region(m, text, country);
	else if (strlen(text) <= 3 && rw_making_is_plain(text) &&
		 !strchr(text, ' '))
		rw_node_set_attr(place, "region", text);
	else
		rw_node_set_attr(place, "region-name",
				 rw_making_line(m->arena, text));
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

/* Street and postal code go to the one place there is. */
static void set_address(struct rw_making *m, struct rw_node *place)
{
	static const enum rw_field fields[] = { RW_FIELD_POSTAL_CODE,
						RW_FIELD_STREET };

	for (size_t i = 0; i < 2; i++) {
		const char *text = rw_making_value(m, fields[i]);

		if (text != NULL)
			rw_node_set_attr(place, rw_field_attribute(fields[i]),
					 rw_making_line(m->arena, text));
	}
}

/* The one place, with the region that its column says. */
static void add_region(struct rw_making *m)
{
	struct rw_node *place = rw_node_child(m->root, "place");

	if (place != NULL && rw_node_next_element(place, "place") == NULL &&
	    rw_node_attr(place, "region") == NULL)
		set_region(m, place);
}

/* Whether the row itself, not its map, says where a city is. */
static bool is_located(struct rw_making *m)
{
	const struct rw_map_field *country =
		&m->r->map->fields[RW_FIELD_COUNTRY];
	const char *text = rw_making_value(m, RW_FIELD_COUNTRY);

	return rw_making_value(m, RW_FIELD_REGION) != NULL ||
	       (country->constant == NULL && text != country->fallback);
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
	    (strchr(city, '/') && rw_place_joins(city)))
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
	set_region(m, place);
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
		where.country = rw_gazetteer_country(gazetteer(m), one);
		if (where.country == NULL)
			rw_making_refuse(m, RW_FIELD_REMOTE_FROM, one,
					 "country");
		else
			add_from(m, &where);
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
	place = rw_node_child(m->root, "place");
	if (place != NULL && rw_node_next_element(place, "place") == NULL &&
	    rw_node_attr(place, "ref") == NULL)
		set_address(m, place);
	set_remote_from(m);
	/* Where people may live, but nothing says that the work is remote. */
	place = rw_node_child(m->root, "workplace");
	if (place != NULL && rw_node_attr(place, "mode") == NULL)
		rw_node_set_attr(place, "mode", "remote");
	set_own_country(m);
}
