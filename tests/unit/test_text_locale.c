/*
 * Figures, dates and words in four languages, whatever the process speaks.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"
#include "text/locale.h"

#define NB "\xC2\xA0" /* no-break blank */
#define DASH "\xE2\x80\x93"
#define EURO "\xE2\x82\xAC"
#define POUND "\xC2\xA3"

enum {
	EN_US,
	EN_GB,
	DE,
	ES,
	LOCALES
};

static const char *const tags[LOCALES] = { "en-US", "en-GB", "de", "es" };

struct speech {
	struct rw_arena *arena;
	struct rw_locale *in[LOCALES];
};

static int setup(void **state)
{
	struct speech *s = malloc(sizeof(*s));

	s->arena = rw_arena_new();
	for (size_t i = 0; i < LOCALES; i++)
		s->in[i] = rw_locale_new(s->arena, tags[i]);
	*state = s;
	return 0;
}

static int teardown(void **state)
{
	struct speech *s = *state;

	rw_arena_free(s->arena);
	free(s);
	return 0;
}

static rw_decimal number(const char *text)
{
	rw_decimal value;

	assert_true(rw_decimal_parse(text, &value));
	return value;
}

static void money(void **state)
{
	static const struct {
		int in;
		const char *amount, *currency, *text;
	} vectors[] = {
		{ EN_US, "61500", "USD", "$61,500" },
		{ EN_US, "12.5", "USD", "$12.50" },
		{ EN_US, "1500", "EUR", EURO "1,500" },
		{ EN_US, "9007199254740.99", "USD", "$9,007,199,254,740.99" },
		{ EN_US, "0.005", "USD", "$0.01" },
		{ EN_GB, "30000", "GBP", POUND "30,000" },
		{ EN_GB, "0.99", "GBP", POUND "0.99" },
		{ DE, "61500", "EUR", "61.500" NB EURO },
		{ DE, "1500.5", "EUR", "1.500,50" NB EURO },
		{ DE, "61500", "USD", "61.500" NB "$" },
		{ ES, "1500", "EUR", "1.500" NB EURO },
		{ ES, "999", "EUR", "999" NB EURO },
		{ ES, "30000", "EUR", "30.000" NB EURO },
	};
	struct speech *s = *state;

	for (size_t i = 0; i < sizeof(vectors) / sizeof(*vectors); i++)
		assert_string_equal(rw_locale_money(s->in[vectors[i].in],
						    s->arena,
						    number(vectors[i].amount),
						    vectors[i].currency),
				    vectors[i].text);
}

static void ranges(void **state)
{
	static const struct {
		int in;
		const char *min, *max, *currency, *text;
	} vectors[] = {
		{ EN_US, "61500", "118000", "USD", "$61,500" DASH "$118,000" },
		{ EN_US, "18", "22.5", "USD", "$18.00" DASH "$22.50" },
		{ EN_US, "5", "5", "USD", "$5" },
		{ EN_GB, "30000", "45000", "GBP",
		  POUND "30,000" DASH POUND "45,000" },
		{ DE, "52000", "70000", "EUR", "52.000" DASH "70.000" NB EURO },
		{ DE, "9.5", "12", "EUR", "9,50" DASH "12,00" NB EURO },
		{ ES, "30000", "45000", "EUR", "30.000-45.000" NB EURO },
		{ ES, "1500", "2000", "EUR", "1.500-2.000" NB EURO },
	};
	struct speech *s = *state;

	for (size_t i = 0; i < sizeof(vectors) / sizeof(*vectors); i++)
		assert_string_equal(
			rw_locale_money_range(s->in[vectors[i].in], s->arena,
					      number(vectors[i].min),
					      number(vectors[i].max),
					      vectors[i].currency),
			vectors[i].text);
}

static void numbers(void **state)
{
	struct speech *s = *state;

	assert_string_equal(
		rw_locale_number(s->in[EN_US], s->arena, number("12345.5")),
		"12,345.5");
	assert_string_equal(
		rw_locale_number(s->in[DE], s->arena, number("12345.5")),
		"12.345,5");
	assert_string_equal(
		rw_locale_percent(s->in[EN_GB], s->arena, number("30")), "30%");
	assert_string_equal(
		rw_locale_percent(s->in[DE], s->arena, number("99.5")),
		"99,5" NB "%");
	assert_string_equal(
		rw_locale_percent(s->in[ES], s->arena, number("30")),
		"30" NB "%");
}

static void dates(void **state)
{
	static const char *const texts[LOCALES] = { "November 21, 2026",
						    "21 November 2026",
						    "21. November 2026",
						    "21 de noviembre de 2026" };
	struct speech *s = *state;
	int32_t day = rw_date_parse("2026-11-21");

	for (size_t i = 0; i < LOCALES; i++)
		assert_string_equal(rw_locale_date(s->in[i], s->arena, day),
				    texts[i]);
	assert_string_equal(rw_locale_date(s->in[EN_GB], s->arena,
					   rw_date_parse("1969-12-31")),
			    "31 December 1969");
}

static void months_and_years(void **state)
{
	static const char *const texts[LOCALES] = { "May 2024", "May 2024",
						    "Mai 2024",
						    "mayo de 2024" };
	struct speech *s = *state;

	for (size_t i = 0; i < LOCALES; i++) {
		assert_string_equal(
			rw_locale_when(s->in[i], s->arena, "2024-05"),
			texts[i]);
		assert_string_equal(rw_locale_when(s->in[i], s->arena, "2023"),
				    "2023");
	}
	assert_string_equal(
		rw_locale_when(s->in[EN_US], s->arena, "2026-11-21"),
		"November 21, 2026");
	assert_string_equal(rw_locale_when(s->in[EN_US], s->arena, "2024-13"),
			    "2024-13");
}

static void plurals(void **state)
{
	struct speech *s = *state;
	struct rw_locale *polish = rw_locale_new(s->arena, "pl");

	assert_string_equal(rw_locale_plural(s->in[EN_US], number("1")), "one");
	assert_string_equal(rw_locale_plural(s->in[EN_US], number("0")),
			    "other");
	assert_string_equal(rw_locale_plural(s->in[DE], number("1.5")),
			    "other");
	assert_string_equal(rw_locale_plural(polish, number("3")), "few");
	assert_string_equal(rw_locale_plural(polish, number("5")), "many");
}

static void lists(void **state)
{
	static const char *const items[] = { "a", "b", "c" };
	struct speech *s = *state;

	assert_string_equal(rw_locale_list(s->in[EN_GB], s->arena, items, 3),
			    "a, b and c");
	assert_string_equal(rw_locale_list(s->in[DE], s->arena, items, 3),
			    "a, b und c");
	assert_string_equal(rw_locale_list(s->in[ES], s->arena, items, 2),
			    "a y b");
	assert_string_equal(rw_locale_list(s->in[ES], s->arena, items, 1), "a");
	assert_string_equal(rw_locale_list(s->in[ES], s->arena, items, 0), "");
}

static void names(void **state)
{
	struct speech *s = *state;

	assert_string_equal(rw_locale_country(s->in[EN_US], s->arena, "DE"),
			    "Germany");
	assert_string_equal(rw_locale_country(s->in[DE], s->arena, "US"),
			    "Vereinigte Staaten");
	assert_string_equal(rw_locale_country(s->in[DE], s->arena, "QX"), "QX");
	assert_string_equal(rw_locale_country(s->in[DE], s->arena, "Rome"),
			    "Rome");
	assert_string_equal(rw_locale_language(s->in[EN_US], s->arena, "de"),
			    "German");
	assert_string_equal(rw_locale_language(s->in[DE], s->arena, "de"),
			    "Deutsch");
	assert_string_equal(rw_locale_language(s->in[DE], s->arena, "x!"),
			    "x!");
}

static void order(void **state)
{
	struct speech *s = *state;

	assert_true(rw_locale_compare(s->in[DE], "\xC3\xA4hnlich", "azur") < 0);
	assert_true(rw_locale_compare(s->in[EN_US], "b", "A") > 0);
	assert_true(rw_locale_compare(s->in[ES], "\xC3\xB1u", "nz") > 0);
	assert_int_equal(rw_locale_compare(s->in[ES], "x", "x"), 0);
	assert_string_equal(
		rw_locale_initial(s->in[DE], s->arena, "\xC3\xA4hnlich"), "A");
	assert_string_equal(rw_locale_initial(s->in[ES], s->arena, "\xC3\xB1u"),
			    "\xC3\x91");
	assert_string_equal(rw_locale_initial(s->in[EN_US], s->arena, "(kpi)"),
			    "K");
	assert_string_equal(rw_locale_initial(s->in[EN_US], s->arena, "360"),
			    "#");
	assert_string_equal(rw_locale_initial(s->in[EN_US], s->arena, ""), "#");
}

/* A tag without data is English, whatever LANG says. */
static void unknown(void **state)
{
	static const char *const odd[] = { "xx", "", "not a tag", "zz-ZZ" };
	struct speech *s = *state;

	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		struct rw_locale *locale = rw_locale_new(s->arena, odd[i]);

		assert_string_equal(rw_locale_tag(locale), odd[i]);
		assert_string_equal(rw_locale_money(locale, s->arena,
						    number("1500"), "USD"),
				    "$1,500");
	}
	assert_non_null(strstr(
		rw_locale_money(s->in[DE], s->arena, number("1500"), "no!"),
		"1.500"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(money),
		cmocka_unit_test(ranges),
		cmocka_unit_test(numbers),
		cmocka_unit_test(dates),
		cmocka_unit_test(months_and_years),
		cmocka_unit_test(plurals),
		cmocka_unit_test(lists),
		cmocka_unit_test(names),
		cmocka_unit_test(order),
		cmocka_unit_test(unknown),
	};

	setenv("LC_ALL", "de_DE.UTF-8", 1);
	setenv("LANG", "de_DE.UTF-8", 1);
	return cmocka_run_group_tests(tests, setup, teardown);
}
