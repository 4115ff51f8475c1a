/*
 * States and provinces (ISO 3166-2), by the names that people use.
 */
#include "read/regions.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

static const struct region {
	const char *country, *code, *name;
	bool city;
	const char
		*of; /* code or name of the region that 'name' is short for */
} regions[] = {
#define REGION(country, code, name) { #country, code, name, false, NULL },
#define CITY(country, code, name) { #country, code, name, true, NULL },
#define SHORT(country, of, text) { #country, "", text, false, of },
#include "read/regions.def"
#undef SHORT
#undef CITY
#undef REGION
};

#define REGIONS (sizeof(regions) / sizeof(regions[0]))

/* Takes one letter off: small, plain; blanks, hyphens and the like are ' '. */
static uint32_t take_letter(const char **text)
{
	size_t size;
	uint32_t c;

	if (**text == '\0')
		return '\0';
	c = rw_utf8_decode(*text, strnlen(*text, 4), &size);
	*text += size;
	if (rw_utf8_plain(c))
		return (unsigned char)rw_utf8_plain(c);
	/* "Côte d’Azur" */
	return c != '.' && (c < 0x80 || c == 0x2019) ? ' ' : c;
}

bool rw_region_same_name(const char *a, const char *b)
{
	uint32_t letter;

	do
		if ((letter = take_letter(&a)) != take_letter(&b))
			return false;
	while (letter != '\0');
	return true;
}

/* "Q. Roo", "QRoo": the next letter that is neither a point nor a blank. */
static uint32_t take_short(const char **text)
{
	uint32_t letter;

	do
		letter = take_letter(text);
	while (letter == '.' || letter == ' ');
	return letter;
}

static bool same_short(const char *a, const char *b)
{
	uint32_t letter;

	do
		if ((letter = take_short(&a)) != take_short(&b))
			return false;
	while (letter != '\0');
	return true;
}

static bool is_called(const struct region *region, const char *text)
{
	if (region->of != NULL)
		return same_short(region->name, text);
	/* "N.Y.", "Pue." */
	return (region->code[0] && (strcasecmp(region->code, text) == 0 ||
				    (region->code[1] && strchr(text, '.') &&
				     same_short(region->code, text)))) ||
	       rw_region_same_name(region->name, text);
}

static const struct region *find(const char *country, const char *text)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (strcmp(regions[i].country, country) == 0 &&
		    is_called(&regions[i], text))
			return regions[i].of ? find(country, regions[i].of)
					     : &regions[i];
	return NULL;
}

/* What stands behind "Kanton" or the like, or NULL. */
static const char *behind_kind(const char *text)
{
	static const char *const kinds[] = {
		"kanton ",	 "canton of ",	  "canton de ", "canton ",
		"bundesland ",	 "land ",	  "state of ",	"province of ",
		"provincia de ", "provincia di ", "co. ",	"county ",
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strncasecmp(text, kinds[i], strlen(kinds[i])) == 0)
			return text + strlen(kinds[i]);
	return NULL;
}

bool rw_region_find(const char *country, const char *text, const char **code,
		    const char **name)
{
	const struct region *region;
	const char *rest;

	text += strspn(text, " \t");
	region = find(country, text);
	rest = region ? NULL : behind_kind(text);
	if (rest != NULL && strlen(rest) > 3)
		region = find(country, rest);
	if (region == NULL)
		return false;
	*code = region->code[0] ? region->code : NULL;
	*name = region->name;
	return true;
}

bool rw_region_is_known(const char *text)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (strcmp(regions[i].code, text) == 0 ||
		    (regions[i].of
			     ? same_short(regions[i].name, text)
			     : rw_region_same_name(regions[i].name, text)))
			return true;
	return false;
}

bool rw_region_is_city(const char *name)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (regions[i].city &&
		    rw_region_same_name(regions[i].name, name))
			return true;
	return false;
}

const char *rw_region_in_brackets(struct rw_arena *arena, const char *country,
				  const char **city)
{
	const char *open = strstr(*city, " ("), *inner, *code, *name;
	size_t len = open ? strlen(open) : 0;

	if (country == NULL || len < 5 || open[len - 1] != ')')
		return NULL;
	inner = rw_arena_strndup(arena, open + 2, len - 3);
	if (!rw_region_find(country, inner, &code, &name))
		return NULL;
	*city = rw_arena_strndup(arena, *city, (size_t)(open - *city));
	return inner;
}

bool rw_region_has_all(const char *country)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (strcmp(regions[i].country, country) == 0)
			return true;
	return false;
}
