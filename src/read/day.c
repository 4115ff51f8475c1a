/*
 * Three numbers, or two and the name of a month.
 */
#include "read/day.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"

/* Spreadsheets count days from 1900: these are the years 1982 to 2064. */
#define SERIAL_FIRST 30000
#define SERIAL_LAST 60000

/* The parts of a date as they stand there. */
struct parts {
	int number[3];
	unsigned digits[3];
	unsigned count;
	int month;	  /* by name; 0: none */
	int weekday;	  /* by name, Sunday is 1; 0: none */
	const char *rest; /* behind them */
};

enum rw_date_order rw_date_order(const char *name)
{
	static const char *const names[] = { "", "ymd", "dmy", "mdy" };

	for (int i = 1; i < 4 && name != NULL; i++)
		if (strcasecmp(name, names[i]) == 0)
			return (enum rw_date_order)i;
	return RW_ORDER_NONE;
}

/* By their first three letters, "März" and "Mai" by more. */
static int month_of(const char *word, size_t len)
{
	static const struct {
		const char *begin;
		int month;
	} names[] = {
		{ "jan", 1 },  { "ene", 1 },	    { "feb", 2 },
		{ "mar", 3 },  { "m\xC3\xA4r", 3 }, { "mrz", 3 },
		{ "apr", 4 },  { "abr", 4 },	    { "may", 5 },
		{ "mai", 5 },  { "jun", 6 },	    { "jul", 7 },
		{ "aug", 8 },  { "ago", 8 },	    { "sep", 9 },
		{ "oct", 10 }, { "okt", 10 },	    { "nov", 11 },
		{ "dec", 12 }, { "dez", 12 },	    { "dic", 12 },
		{ "mei", 5 },  { "maa", 3 },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t begin = strlen(names[i].begin);

		if (len >= begin &&
		    strncasecmp(word, names[i].begin, begin) == 0)
			return names[i].month;
	}
	return 0;
}

/* Its number, Sunday is 1; 0: no name of a day. "mar" is March. */
static int weekday_of(const char *word, size_t len)
{
	static const char *const names[] = {
		" sunday sun sonntag so domingo dom zondag zo ",
		" monday mon montag mo lunes lun maandag ma ",
		" tuesday tue tues dienstag di martes dinsdag ",
		" wednesday wed mittwoch mi miércoles miercoles mié mie "
		"woensdag wo ",
		" thursday thu thur thurs donnerstag do jueves jue donderdag ",
		" friday fri freitag fr viernes vie vrijdag vr ",
		" saturday sat samstag sonnabend sa sábado sabado sáb sab "
		"zaterdag za ",
	};
	char key[20];

	if (len == 0 || len + 3 > sizeof(key))
		return 0;
	snprintf(key, sizeof(key), " %.*s ", (int)len, word);
	for (char *p = key; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	for (int i = 0; i < 7; i++)
		if (strstr(names[i], key) != NULL)
			return i + 1;
	return 0;
}

static size_t word_length(const char *text)
{
	size_t len = 0;

	while (isalpha((unsigned char)text[len]) ||
	       (unsigned char)text[len] >= 0x80)
		len++;
	return len;
}

static bool is_ordinal(const char *word, size_t len)
{
	static const char *const ends[] = { "st",  "nd",  "rd",	      "th",
					    "de",  "del", "\xC2\xBA", "el",
					    "der", "den" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (len == strlen(ends[i]) &&
		    strncasecmp(word, ends[i], len) == 0)
			return true;
	return false;
}

static const char *take_number(struct parts *parts, const char *at)
{
	unsigned digits = 0;
	int number = 0;

	for (; isdigit((unsigned char)*at); at++, digits++)
		if (digits < 8)
			number = number * 10 + (*at - '0');
	parts->number[parts->count] = number;
	parts->digits[parts->count++] = digits;
	return at;
}

static bool is_done(const struct parts *parts)
{
	return parts->count == 3 || (parts->count == 2 && parts->month != 0);
}

/* Takes numbers and the name of a month; false where other words stand. */
static bool split(const char *at, struct parts *parts)
{
	*parts = (struct parts){ .count = 0 };
	while (*at != '\0' && !is_done(parts)) {
		size_t len = word_length(at);

		if (isdigit((unsigned char)*at)) {
			at = take_number(parts, at);
		} else if (weekday_of(at, len) != 0 && parts->count == 0 &&
			   parts->weekday == 0) {
			parts->weekday = weekday_of(at, len);
			at += len;
		} else if (len > 0 && month_of(at, len) != 0 &&
			   parts->month == 0) {
			parts->month = month_of(at, len);
			at += len;
		} else if (is_ordinal(at, len)) {
			at += len;
		} else if (strchr("-/. ,", *at) != NULL) {
			at++;
		} else {
			return false;
		}
	}
	parts->rest = at;
	return is_done(parts);
}

/* A time of day behind the date: "T00:00:00.000Z", " 17:30", "5 PM". */
static bool is_time(const char *rest)
{
	if (*rest == '\0')
		return true;
	if (*rest != 'T' && *rest != ' ' && *rest != ',' && *rest != '.')
		return false;
	return rest[strspn(rest, "T ,.:+-0123456789ZAPMapmUTCGE")] == '\0';
}

static int32_t day_of(int year, int month, int day)
{
	char iso[40];

	if (year < 100)
		year += year < 70 ? 2000 : 1900;
	if (year < 1000 || year > 9999 || month > 12 || day > 31)
		return RW_DATE_NONE;
	snprintf(iso, sizeof(iso), "%04d-%02d-%02d", year, month, day);
	return rw_date_parse(iso);
}

/* The day if the numbers are read in this order. */
static int32_t in_order(const struct parts *p, enum rw_date_order order)
{
	const int *n = p->number;

	switch (order) {
	case RW_ORDER_YMD:
		return day_of(n[0], n[1], n[2]);
	case RW_ORDER_DMY:
		return day_of(n[2], n[1], n[0]);
	case RW_ORDER_MDY:
		return day_of(n[2], n[0], n[1]);
	default:
		return RW_DATE_NONE;
	}
}

static enum rw_day_result with_month(const struct parts *p, int32_t *day)
{
	unsigned year = p->digits[0] == 4 ? 0 : 1;

	*day = day_of(p->number[year], p->month, p->number[1 - year]);
	return *day == RW_DATE_NONE ? RW_DAY_UNREADABLE : RW_DAY_GOOD;
}

/* Day and month first, where nobody said which: it must not matter. */
static enum rw_day_result without_order(const struct parts *p, int32_t *day)
{
	int32_t dmy = in_order(p, RW_ORDER_DMY);
	int32_t mdy = in_order(p, RW_ORDER_MDY);

	*day = dmy == RW_DATE_NONE ? mdy : dmy;
	if (*day == RW_DATE_NONE)
		return RW_DAY_UNREADABLE;
	if (p->digits[2] != 4 ||
	    (dmy != RW_DATE_NONE && mdy != RW_DATE_NONE && dmy != mdy))
		return RW_DAY_AMBIGUOUS;
	return RW_DAY_GOOD;
}

static bool is_serial(const char *text)
{
	struct parts parts = { .count = 0 };
	const char *rest = take_number(&parts, text);

	return parts.digits[0] == 5 && parts.number[0] >= SERIAL_FIRST &&
	       parts.number[0] <= SERIAL_LAST &&
	       (*rest == '\0' ||
		(*rest == '.' && isdigit((unsigned char)rest[1])));
}

static enum rw_day_result read_parts(const struct parts *parts,
				     enum rw_date_order order, int32_t *day)
{
	if (parts->month != 0)
		return with_month(parts, day);
	if (parts->digits[0] == 4)
		order = RW_ORDER_YMD;
	if (order == RW_ORDER_NONE)
		return without_order(parts, day);
	*day = in_order(parts, order);
	return *day == RW_DATE_NONE ? RW_DAY_UNREADABLE : RW_DAY_GOOD;
}

/* 1 January 1970, day 0, was a Thursday. */
static bool is_on(const struct parts *parts, int32_t day)
{
	return parts->weekday == 0 ||
	       parts->weekday == ((day + 4) % 7 + 7) % 7 + 1;
}

enum rw_day_result rw_day_read(const char *text, enum rw_date_order order,
			       int32_t *day)
{
	enum rw_day_result result;
	struct parts parts;

	*day = RW_DATE_NONE;
	text += strspn(text, " \t\r\n");
	if (is_serial(text))
		return RW_DAY_SERIAL;
	if (strspn(text, "0123456789") == 8 && text[8] == '\0') {
		int number = 0;

		for (int i = 0; i < 8; i++)
			number = number * 10 + (text[i] - '0');
		*day = day_of(number / 10000, number / 100 % 100, number % 100);
		return *day == RW_DATE_NONE ? RW_DAY_UNREADABLE : RW_DAY_GOOD;
	}
	if (!split(text, &parts) || !is_time(parts.rest))
		return RW_DAY_UNREADABLE;
	result = read_parts(&parts, order, day);
	return result == RW_DAY_GOOD && !is_on(&parts, *day) ? RW_DAY_WEEKDAY
							     : result;
}
