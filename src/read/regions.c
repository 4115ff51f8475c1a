/*
 * States and provinces (ISO 3166-2), by the names that people use.
 */
#include "read/regions.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

static const struct region {
	const char *country, *code, *name;
	bool city;
} regions[] = {
#define REGION(country, code, name) { #country, code, name, false },
#define CITY(country, code, name) { #country, code, name, true },
#include "read/regions.def"
#undef CITY
#undef REGION
};

#define REGIONS (sizeof(regions) / sizeof(regions[0]))

/* U+00C0 to U+017F without their accents. */
static const char plain[] =
	"AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTSaaaaaaaceeeeiiiidnooooo/ouuuuyty"
	"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLl"
	"LlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/* Takes one letter off: small, plain; blanks, hyphens and the like are ' '. */
static int take_letter(const char **text)
{
	const unsigned char *at = (const unsigned char *)*text;
	unsigned point = *at;

	if (*at == '\0')
		return '\0';
	(*text)++;
	if (*at < 0x80)
		return isalnum(*at) || *at == '.' ? tolower(*at) : ' ';
	if ((*at & 0xe0) == 0xc0 && (at[1] & 0xc0) == 0x80) {
		point = (*at & 0x1fu) << 6 | (at[1] & 0x3fu);
		(*text)++;
		if (point >= 0xc0 && point < 0x180)
			return tolower((unsigned char)plain[point - 0xc0]);
	}
	/* "Côte d’Azur" */
	if (strncmp((const char *)at, "’", 3) == 0) {
		*text += 2;
		return ' ';
	}
	return (int)point + 0x100;
}

/* Whether two names differ in case, accents and hyphens at most. */
static bool same_name(const char *a, const char *b)
{
	int letter;

	do
		if ((letter = take_letter(&a)) != take_letter(&b))
			return false;
	while (letter != '\0');
	return true;
}

static const struct region *find(const char *country, const char *text)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (strcmp(regions[i].country, country) == 0 &&
		    ((regions[i].code[0] &&
		      strcasecmp(regions[i].code, text) == 0) ||
		     same_name(regions[i].name, text)))
			return &regions[i];
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
		    same_name(regions[i].name, text))
			return true;
	return false;
}

bool rw_region_is_city(const char *name)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (regions[i].city && same_name(regions[i].name, name))
			return true;
	return false;
}

bool rw_region_has_all(const char *country)
{
	for (size_t i = 0; i < REGIONS; i++)
		if (strcmp(regions[i].country, country) == 0)
			return strcmp(country, "GB") != 0;
	return false;
}
