/*
 * Lists of cities, each name between ';'.
 */
#include "read/cities.h"

#include <stddef.h>
#include <string.h>

#include "read/regions.h"

#define NAME_BYTES 64 /* more than the names of the lists have */

static const struct {
	const char *country, *region, *names;
} cities[] = {
#define CITIES(country, region, names) { #country, region, names },
#define DOUBLE(a, b)
#include "read/cities.def"
#undef DOUBLE
#undef CITIES
};

static const struct {
	const char *a, *b;
} doubles[] = {
#define CITIES(country, region, names)
#define DOUBLE(a, b) { a, b },
#include "read/cities.def"
#undef DOUBLE
#undef CITIES
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool copy_name(const char *text, size_t len, char *out)
{
	while (len > 0 && *text == ' ') {
		text++;
		len--;
	}
	while (len > 0 && text[len - 1] == ' ')
		len--;
	if (len == 0 || len >= NAME_BYTES)
		return false;
	memcpy(out, text, len);
	out[len] = '\0';
	return true;
}

static bool has_name(const char *names, const char *city)
{
	while (*names != '\0') {
		size_t len = strcspn(names, ";");
		char name[NAME_BYTES];

		if (copy_name(names, len, name) &&
		    rw_region_same_name(name, city))
			return true;
		names += len + (names[len] != '\0');
	}
	return false;
}

bool rw_city_is_in(const char *city, const char *country, const char *region)
{
	for (size_t i = 0; country && i < COUNT(cities); i++)
		if (strcmp(cities[i].country, country) == 0 &&
		    (cities[i].region[0] == '\0' ||
		     (region && strcmp(cities[i].region, region) == 0)) &&
		    has_name(cities[i].names, city))
			return true;
	return false;
}

const char *rw_city_country(const char *city, const char *before)
{
	for (size_t i = 0; i < COUNT(cities); i++)
		if ((before == NULL || strcmp(cities[i].country, before) > 0) &&
		    has_name(cities[i].names, city))
			return cities[i].country;
	return NULL;
}

bool rw_city_is_double(const char *text, const char *slash)
{
	static const char ends[] = ",;|/(\n";
	const char *start = slash;
	char a[NAME_BYTES], b[NAME_BYTES];

	while (start > text && strchr(ends, start[-1]) == NULL &&
	       !(start > text + 1 && strncmp(start - 2, "- ", 2) == 0))
		start--;
	if (!copy_name(start, (size_t)(slash - start), a) ||
	    !copy_name(slash + 1, strcspn(slash + 1, ends), b))
		return false;
	for (size_t i = 0; i < COUNT(doubles); i++)
		if ((rw_region_same_name(doubles[i].a, a) &&
		     rw_region_same_name(doubles[i].b, b)) ||
		    (rw_region_same_name(doubles[i].a, b) &&
		     rw_region_same_name(doubles[i].b, a)))
			return true;
	return false;
}
