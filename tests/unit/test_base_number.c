/* Decimals and dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/decimal.h"

static void assert_decimal(const char *text, const char *expected)
{
	rw_decimal value;
	char out[24];

	assert_true(rw_decimal_parse(text, &value));
	rw_decimal_format(value, out);
	assert_string_equal(out, expected);
}

static void decimals_are_read_and_written(void **state)
{
	(void)state;
	assert_decimal("0", "0");
	assert_decimal("-0", "0");
	assert_decimal("-12.50", "-12.5");
	assert_decimal("+7", "7");
	assert_decimal(".5", "0.5");
	assert_decimal("5.", "5");
	assert_decimal("-0.000001", "-0.000001");
	assert_decimal("0010.010", "10.01");
	assert_decimal("9223372036854.775807", "9223372036854.775807");
	assert_decimal("-9223372036854.775808", "-9223372036854.775808");
}

static void what_is_no_decimal_is_refused(void **state)
{
	static const char *const texts[] = {
		"",
		"-",
		".",
		"-.",
		"1e5",
		"1,000",
		" 1",
		"1 ",
		"--1",
		"+-1",
		"1.2.3",
		"0x10",
		"1.0000001",
		"9223372036854.775808",
		"-9223372036854.775809",
		"99999999999999999999999",
		"inf",
	};
	rw_decimal value = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_false(rw_decimal_parse(texts[i], &value));
	assert_int_equal(value, 42);
}

static void products_are_rounded(void **state)
{
	const rw_decimal one = RW_DECIMAL_SCALE;

	(void)state;
	assert_true(rw_decimal_multiply(3 * one, one / 2) == 3 * one / 2);
	assert_true(rw_decimal_multiply(1, one / 2) == 1);
	assert_true(rw_decimal_multiply(-1, one / 2) == -1);
	assert_true(rw_decimal_multiply(1, one / 2 - 1) == 0);
	assert_true(rw_decimal_multiply(INT64_MAX, one) == INT64_MAX);
	assert_true(rw_decimal_multiply(INT64_MAX, INT64_MAX) == INT64_MAX);
	assert_true(rw_decimal_multiply(INT64_MIN, INT64_MIN) == INT64_MAX);
	assert_true(rw_decimal_multiply(INT64_MIN, INT64_MAX) == INT64_MIN);
	assert_true(rw_decimal_multiply(INT64_MIN, one) == INT64_MIN);
}

static void values_are_rounded_to_steps(void **state)
{
	(void)state;
	assert_true(rw_decimal_round(1499, 1000) == 1000);
	assert_true(rw_decimal_round(1500, 1000) == 2000);
	assert_true(rw_decimal_round(-1500, 1000) == -1000);
	assert_true(rw_decimal_round(-1501, 1000) == -2000);
	assert_true(rw_decimal_round(4, 3) == 3);
	assert_true(rw_decimal_round(5, 3) == 6);
	assert_true(rw_decimal_round(0, 7) == 0);
	assert_true(rw_decimal_round(INT64_MAX, 1000000) == INT64_MAX);
	assert_true(rw_decimal_round(INT64_MIN, 1000000) < 0);
	assert_true(rw_decimal_round(5, INT64_MAX) == 0);
}

static void leap_years(void **state)
{
	(void)state;
	assert_true(rw_date_parse("2024-02-29") != RW_DATE_NONE);
	assert_true(rw_date_parse("2000-02-29") != RW_DATE_NONE);
	assert_true(rw_date_parse("1900-02-29") == RW_DATE_NONE);
	assert_true(rw_date_parse("2026-02-29") == RW_DATE_NONE);
	assert_int_equal(
		rw_date_parse("2024-03-01") - rw_date_parse("2024-02-28"), 2);
	assert_int_equal(rw_date_parse("1970-01-01"), 0);
	assert_int_equal(rw_date_parse("1969-12-31"), -1);
	assert_int_equal(rw_date_parse("0001-01-01"), -719162);
}

static void what_is_no_date_is_refused(void **state)
{
	static const char *const texts[] = {
		"",	      "2026",	     "2026-13-01", "2026-00-10",
		"2026-04-31", "2026-01-00",  "2026-1-01",  "2026-01-1",
		"2026/01/01", "2026-01-01Z", "26-01-01",   "0000-01-01",
		"-026-01-01", "2026-01-+1",  " 026-01-01", "2026-01-32",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_int_equal(rw_date_parse(texts[i]), RW_DATE_NONE);
}

/* Compared with libc for every day from 0001-01-01 to 9999-12-31. */
static void every_day_round_trips(void **state)
{
	(void)state;
	for (int32_t day = -719162; day <= 2932896; day++) {
		time_t seconds = (time_t)day * 86400;
		char expected[40], out[RW_DATE_SIZE];
		struct tm tm;

		gmtime_r(&seconds, &tm);
		snprintf(expected, sizeof(expected), "%04d-%02d-%02d",
			 tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
		rw_date_format(day, out);
		if (strcmp(out, expected) != 0 || rw_date_parse(out) != day)
			fail_msg("%s is not %s", out, expected);
	}
}

static void days_of_unix_times(void **state)
{
	char out[RW_DATE_SIZE];

	(void)state;
	assert_int_equal(rw_date_of_unix(0), 0);
	assert_int_equal(rw_date_of_unix(86399), 0);
	assert_int_equal(rw_date_of_unix(86400), 1);
	assert_int_equal(rw_date_of_unix(-1), -1);
	assert_int_equal(rw_date_of_unix(-86400), -1);
	assert_int_equal(rw_date_of_unix(INT64_MAX), RW_DATE_NONE);
	assert_int_equal(rw_date_of_unix(INT64_MIN), RW_DATE_NONE);
	rw_date_format(RW_DATE_NONE, out);
	assert_string_equal(out, "");
	rw_date_format(INT32_MAX, out);
	assert_string_equal(out, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decimals_are_read_and_written),
		cmocka_unit_test(what_is_no_decimal_is_refused),
		cmocka_unit_test(products_are_rounded),
		cmocka_unit_test(values_are_rounded_to_steps),
		cmocka_unit_test(leap_years),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(every_day_round_trips),
		cmocka_unit_test(days_of_unix_times),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
