/*
 * Dates and numbers as people write them.
 */
#include "xml/meant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define DIGITS "0123456789"
/* Longest number that is looked at. */
#define MOST 24

/* ----------------------------------------------------------------- dates */

/* Reads "A sep B sep C"; the separator, or 0. */
static char three_numbers(const char *value, unsigned numbers[3])
{
	char sep = '\0';

	for (size_t i = 0; i < 3; i++) {
		size_t len = strspn(value, DIGITS);

		if (len < 1 || len > 4)
			return '\0';
		numbers[i] = (unsigned)strtoul(value, NULL, 10);
		value += len;
		if (i == 2)
			break;
		if (sep ? *value != sep : !strchr("./-", *value) || !*value)
			return '\0';
		sep = *value++;
		value += strspn(value, " ");
	}
	return *value ? '\0' : sep;
}

static const char *day_text(struct rw_arena *arena, unsigned year,
			    unsigned month, unsigned day)
{
	const char *text =
		rw_arena_printf(arena, "%04u-%02u-%02u", year, month, day);

	return rw_date_parse(text) == RW_DATE_NONE ? NULL : text;
}

const char *rw_meant_date(struct rw_arena *arena, const char *value)
{
	unsigned n[3];
	char sep = three_numbers(value, n);

	if (!sep)
		return NULL;
	if (n[0] > 999)
		return day_text(arena, n[0], n[1], n[2]);
	if (n[2] <= 999)
		return NULL;
	if (sep == '.' || n[0] > 12)
		return day_text(arena, n[2], n[1], n[0]);
	return n[1] > 12 ? day_text(arena, n[2], n[0], n[1]) : NULL;
}

bool rw_meant_no_day(const char *value)
{
	return strlen(value) == 10 && strspn(value, DIGITS) == 4 &&
	       value[4] == '-' && strspn(value + 5, DIGITS) == 2 &&
	       value[7] == '-' && strspn(value + 8, DIGITS) == 2 &&
	       rw_date_parse(value) == RW_DATE_NONE;
}

const char *rw_meant_day(struct rw_arena *arena, const char *value)
{
	unsigned year = (unsigned)strtoul(value, NULL, 10);
	unsigned month = (unsigned)strtoul(value + 5, NULL, 10);
	const char *text = NULL;

	for (unsigned day = 31; day >= 28 && text == NULL; day--)
		text = day_text(arena, year, month, day);
	return text ? text : "2027-01-15";
}

/* --------------------------------------------------------------- numbers */

/* The sign that parts the fraction in 'len' bytes: the last one, if any. */
static size_t point_of(const char *text, size_t len)
{
	size_t at = len, signs = 0;

	for (size_t i = 0; i < len; i++)
		if (text[i] == ',' || text[i] == '.') {
			signs += at < len && text[at] == text[i];
			at = i;
		}
	/* "1,500" and "1,500,000" have no fraction. */
	if (signs > 0 || (at < len && text[at] == ',' && len - at == 4 &&
			  text[0] != '0' && memchr(text, '.', at) == NULL))
		return len;
	return at;
}

const char *rw_meant_number(struct rw_arena *arena, const char *value,
			    bool whole)
{
	const char *start = value + strcspn(value, DIGITS);
	size_t len = strspn(start, DIGITS ",.'"), point, n = 0;
	char *out = rw_arena_zalloc(arena, MOST + 1);

	while (len > 0 && !strchr(DIGITS, start[len - 1]))
		len--;
	if (len == 0 || len > MOST || strpbrk(start + len, DIGITS) ||
	    (start > value && start[-1] == '-'))
		return NULL;
	point = point_of(start, len);
	if (whole && point < len)
		return NULL;
	for (size_t i = 0; i < len; i++)
		if (i == point)
			out[n++] = '.';
		else if (strchr(DIGITS, start[i]))
			out[n++] = start[i];
	return strcmp(out, value) == 0 ? NULL : out;
}
