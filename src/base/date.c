/*
 * Calendar days. A year begins on the first of March here, so that the leap
 * day is its last; a cycle of 400 years has 146097 days.
 */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#define CYCLE_DAYS 146097
#define EPOCH_SHIFT 719468 /* days from 0000-03-01 to 1970-01-01 */
#define DAY_SECONDS 86400
#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	if (month == 2)
		return is_leap(year) ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static int32_t day_of(int year, int month, int day)
{
	int shifted = month <= 2 ? year - 1 : year;
	int cycle = shifted / 400;
	int in_cycle = shifted % 400;
	int in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

	return cycle * CYCLE_DAYS + in_cycle * 365 + in_cycle / 4 -
	       in_cycle / 100 + in_year - EPOCH_SHIFT;
}

/* The number that 'len' digits at 'text' make, or -1. */
static int digits(const char *text, int len)
{
	int value = 0;

	for (int i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

int32_t rw_date_parse(const char *text)
{
	int year, month, day;

	if (strlen(text) != RW_DATE_SIZE - 1 || text[4] != '-' ||
	    text[7] != '-')
		return RW_DATE_NONE;
	year = digits(text, 4);
	month = digits(text + 5, 2);
	day = digits(text + 8, 2);
	if (year < 1 || month < 1 || month > 12 || day < 1 ||
	    day > month_days(year, month))
		return RW_DATE_NONE;
	return day_of(year, month, day);
}

void rw_date_format(int32_t day, char *out)
{
	int days, cycle, in_cycle, year, in_year, month;

	if (day < FIRST_DAY || day > LAST_DAY) {
		out[0] = '\0';
		return;
	}
	days = day + EPOCH_SHIFT;
	cycle = days / CYCLE_DAYS;
	in_cycle = days % CYCLE_DAYS;
	year = in_cycle - in_cycle / 1460 + in_cycle / 36524;
	year = (year - in_cycle / 146096) / 365;
	in_year = in_cycle - (365 * year + year / 4 - year / 100);
	month = (5 * in_year + 2) / 153;
	days = in_year - (153 * month + 2) / 5 + 1;
	month = month < 10 ? month + 3 : month - 9;
	year += cycle * 400 + (month <= 2);
	snprintf(out, RW_DATE_SIZE, "%04u-%02u-%02u", (unsigned)year % 10000,
		 (unsigned)month % 100, (unsigned)days % 100);
}

int32_t rw_date_of_unix(int64_t seconds)
{
	int64_t day = seconds / DAY_SECONDS;

	if (seconds % DAY_SECONDS < 0)
		day--;
	if (day <= INT32_MIN || day > INT32_MAX)
		return RW_DATE_NONE;
	return (int32_t)day;
}
