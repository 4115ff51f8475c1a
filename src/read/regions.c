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
} regions[] = {
#define REGION(country, code, name) { #country, code, name, false },
#define CITY(country, code, name) { #country, code, name, true },
#include "read/regions.def"
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

/* Whether two names differ in case, accents and hyphens at most. */
static bool same_name(const char *a, const char *b)
{
	uint32_t letter;

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
