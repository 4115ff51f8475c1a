/*
 * Dates, pay and places as people write them in a cell.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/date.h"
#include "read/amount.h"
#include "read/day.h"
#include "read/fields.h"
#include "read/location.h"

static void reads_day(const char *text, const char *order, const char *iso)
{
	char got[RW_DATE_SIZE] = "";
	int32_t day;
	enum rw_day_result result =
		rw_day_read(text, rw_date_order(order), &day);

	if (result != RW_DAY_GOOD)
		fail_msg("'%s' is refused: %d", text, (int)result);
	rw_date_format(day, got);
	assert_string_equal(got, iso);
}

static void days(void **state)
{
	(void)state;
	reads_day("2026-11-21", NULL, "2026-11-21");
	reads_day("2019-02-11T00:00:00.000", "dmy", "2019-02-11");
	reads_day(" 2026/11/21 ", "mdy", "2026-11-21");
	reads_day("20261121", NULL, "2026-11-21");
	reads_day("03/04/2026", "dmy", "2026-04-03");
	reads_day("03/04/2026", "mdy", "2026-03-04");
	reads_day("3.4.26", "dmy", "2026-04-03");
	reads_day("21/11/2026", NULL, "2026-11-21");
	reads_day("11/21/2026 5:30 PM", NULL, "2026-11-21");
	reads_day("04/04/2026", NULL, "2026-04-04");
	reads_day("21 Nov 2026", NULL, "2026-11-21");
	reads_day("November 21st, 2026", NULL, "2026-11-21");
	reads_day("21. M\xC3\xA4rz 2026", NULL, "2026-03-21");
	reads_day("1 de enero de 2027", NULL, "2027-01-01");
}

static void refuses_day(const char *text, const char *order,
			enum rw_day_result why)
{
	int32_t day;

	if (rw_day_read(text, rw_date_order(order), &day) != why)
		fail_msg("'%s' is not refused as %d", text, (int)why);
}

static void days_refused(void **state)
{
	(void)state;
	refuses_day("03/04/2026", NULL, RW_DAY_AMBIGUOUS);
	refuses_day("03/04/26", NULL, RW_DAY_AMBIGUOUS);
	refuses_day("45123", NULL, RW_DAY_SERIAL);
	refuses_day("45123.5", "dmy", RW_DAY_SERIAL);
	refuses_day("31/02/2026", "dmy", RW_DAY_UNREADABLE);
	refuses_day("21/11/2026", "mdy", RW_DAY_UNREADABLE);
	refuses_day("2026-11", NULL, RW_DAY_UNREADABLE);
	refuses_day("soon", NULL, RW_DAY_UNREADABLE);
	refuses_day("", NULL, RW_DAY_UNREADABLE);
	refuses_day("2026-11-21 or later", NULL, RW_DAY_UNREADABLE);
	refuses_day("99999999999999999999", NULL, RW_DAY_UNREADABLE);
}

static void reads_pay(const char *text, const char *min, const char *max,
		      const char *unit)
{
	struct rw_amount amount;
	const char *wrong = rw_amount_read(text, &amount);
	char a[24], b[24], got[40];

	if (wrong != NULL)
		fail_msg("'%s' is refused: %s", text, wrong);
	rw_decimal_format(amount.min, a);
	rw_decimal_format(amount.max, b);
	assert_string_equal(a, min);
	assert_string_equal(b, max);
	snprintf(got, sizeof(got), "%s/%s", amount.currency,
		 amount.period ? amount.period : "");
	assert_string_equal(got, unit);
}

static void pay(void **state)
{
	(void)state;
	reads_pay("$60,000 - $70,000/yr", "60000", "70000", "USD/year");
	reads_pay("EUR 45.000–52.000 p.a.", "45000", "52000", "EUR/year");
	reads_pay("25.50 per hour", "25.5", "25.5", "/hour");
	reads_pay("65k-95k USD", "65000", "95000", "USD/");
	reads_pay("60-80k €", "60000", "80000", "EUR/");
	reads_pay("$67.50–$90.00 an hour", "67.5", "90", "USD/hour");
	reads_pay("PLN 181 000 - 271 000 gross/year", "181000", "271000",
		  "PLN/year");
	reads_pay("£150,000 - £180,000 a year", "150000", "180000", "GBP/year");
	reads_pay("CAD $140,000~$155,000", "140000", "155000", "CAD/");
	reads_pay("US$ 85,925 to US$ 134,289", "85925", "134289", "USD/");
	reads_pay("1.234.567,89 EUR", "1234567.89", "1234567.89", "EUR/");
	reads_pay("253000.0", "253000", "253000", "/");
	reads_pay("CHF 120'000 jährlich", "120000", "120000", "CHF/year");
	reads_pay("CHF 120’000 – 140’000 pro Jahr", "120000", "140000",
		  "CHF/year");
	reads_pay("52.000 – 60.000 € im Jahr", "52000", "60000", "EUR/year");
	reads_pay("3.200 € im Monat", "3200", "3200", "EUR/month");
	reads_pay("17,50 € in der Stunde", "17.5", "17.5", "EUR/hour");
	reads_pay("between $50,000 and $60,000 annually", "50000", "60000",
		  "USD/year");
}

static void reads_least(const char *text, const char *least, bool open)
{
	struct rw_amount amount;
	char got[24];

	assert_null(rw_amount_read(text, &amount));
	rw_decimal_format(amount.min, got);
	assert_string_equal(got, least);
	assert_int_equal(amount.open, open);
}

static void pay_open(void **state)
{
	(void)state;
	reads_least("from €52,000 a year", "52000", true);
	reads_least("ab 3.400 € mtl.", "3400", true);
	reads_least("desde 30.000 € brutos anuales", "30000", true);
	reads_least("starting at 18.50 USD per hour", "18.5", true);
	reads_least("$80,000+", "80000", true);
	reads_least("$80k+ / year", "80000", true);
	reads_least("von 50.000 bis 60.000 EUR p. a.", "50000", false);
	reads_least("from 50k to 60k USD yearly", "50000", false);
	reads_least("2.800 EUR p.m.", "2800", false);
}

static void refuses_pay(const char *text, const char *why)
{
	struct rw_amount amount;
	const char *wrong = rw_amount_read(text, &amount);

	if (wrong == NULL)
		fail_msg("'%s' is read", text);
	assert_string_equal(wrong, why);
}

static void pay_refused(void **state)
{
	(void)state;
	refuses_pay("~144k", "it is a rough figure, not a range");
	refuses_pay("competitive", "it holds words that are no figures");
	refuses_pay("$60,000 - 70,000 + bonus", "it holds more than figures");
	refuses_pay("bis 60.000 EUR", "its range has one end only");
	refuses_pay("up to $60,000", "it holds words that are no figures");
	refuses_pay("3.000 € mtl. p.a.", "it names two periods");
	refuses_pay("50,000 GBP - 60,000 EUR", "it names two currencies");
	refuses_pay("$25/hour, $52,000/year", "nothing joins its two figures");
	refuses_pay("$60,000 - ", "its range has one end only");
	refuses_pay("120’00’0", "its figures cannot be read");
	refuses_pay("1-2-3", "it has more than two figures");
	refuses_pay("from $80,000+", "it holds more than figures");
	refuses_pay("", "it has no figure");
	refuses_pay("$0", "it is nothing");
	refuses_pay("1,2,3,4", "its figures cannot be read");
	refuses_pay("99999999999999999999999999999999999",
		    "its figures cannot be read");
	refuses_pay("\xFF\xFE\x01", "it holds words that are no figures");
}

static void numbers(void **state)
{
	rw_decimal value;

	(void)state;
	assert_true(rw_amount_number("52,524.00", &value));
	assert_int_equal(value, 52524 * RW_DECIMAL_SCALE);
	assert_true(rw_amount_number(" $1,000 ", &value));
	assert_int_equal(value, 1000 * RW_DECIMAL_SCALE);
	assert_true(rw_amount_number("15.450", &value));
	assert_int_equal(value, 15450000);
	assert_false(rw_amount_number("-5", &value));
	assert_false(rw_amount_number("12 apples", &value));
	assert_false(rw_amount_number("", &value));
}

static void values(void **state)
{
	(void)state;
	assert_string_equal(rw_field_value(RW_FIELD_EMPLOYMENT, "FULL_TIME"),
			    "full-time");
	assert_string_equal(rw_field_value(RW_FIELD_EMPLOYMENT, "Teilzeit"),
			    "part-time");
	assert_string_equal(rw_field_value(RW_FIELD_WORKPLACE, "On site"),
			    "on-site");
	assert_string_equal(rw_field_value(RW_FIELD_PERIOD, "Annual"), "year");
	assert_string_equal(rw_field_value(RW_FIELD_PERIOD, "semi_monthly"),
			    "half-month");
	assert_string_equal(rw_field_value(RW_FIELD_ONGOING, "Ja"), "yes");
	assert_null(rw_field_value(RW_FIELD_EMPLOYMENT, "sometimes"));
	assert_null(rw_field_value(RW_FIELD_TITLE, "anything"));
	assert_int_equal(rw_field_find("pay-min"), RW_FIELD_PAY_MIN);
	assert_int_equal(rw_field_find("nothing"), RW_FIELDS);
}

/* "remote; City/RG/CC; ..." or the reason. */
static const char *where(struct rw_arena *arena, struct rw_gazetteer *g,
			 const char *text, const char *country)
{
	struct rw_locations found;
	const char *wrong = rw_location_read(g, arena, text, country, &found);
	const char *out = found.hybrid	 ? "hybrid"
			  : found.remote ? "remote"
					 : "";

	if (wrong != NULL)
		return wrong;
	for (size_t i = 0; i < found.count; i++)
		out = rw_arena_printf(
			arena, "%s%s%s/%s/%s", out, out[0] ? "; " : "",
			found.list[i].city ? found.list[i].city : "",
			found.list[i].region ? found.list[i].region : "",
			found.list[i].country ? found.list[i].country : "");
	return out;
}

static void locations(void **state)
{
	static const char *const cases[][2] = {
		{ "Mountain View, CA, United States", "Mountain View/CA/US" },
		{ "Denver, CO", "Denver/CO/US" },
		{ "Toronto, Ontario", "Toronto/ON/CA" },
		{ "Berlin, Germany", "Berlin/BE/DE" },
		{ "München, Bayern, Deutschland", "München/BY/DE" },
		{ "Singapore", "Singapore//SG" },
		{ "Washington, DC, United States", "Washington/DC/US" },
		{ "Remote, US", "remote; //US" },
		{ "Remote (Canada)", "remote; //CA" },
		{ "US,Remote", "remote; //US" },
		{ "remote,Remote", "remote" },
		{ "Hybrid: Leeds, UK", "hybrid; Leeds//GB" },
		{ "Canada,United States", "//US; //CA" },
		{ "San Francisco, CA,US,Remote",
		  "remote; San Francisco/CA/US" },
		{ "Paris, France; Lyon, France", "Paris//FR; Lyon//FR" },
		{ "Denver, CO\nDenver, CO", "Denver/CO/US" },
		{ "Washington, D.C., USA", "Washington/DC/US" },
		{ "New York, USA", "New York/NY/US" },
		{ "Illinois, USA, Remote", "remote; /IL/US" },
		{ "Remote (within Australia, New Zealand)",
		  "remote; //NZ; //AU" },
		{ "Hybrid or Remote, US", "hybrid; //US" },
		{ "Netherlands,UK,Remote,Europe,Belgium",
		  "remote; //BE; //GB; //NL" },
		{ "APAC - Remote, CANADA - Remote", "remote; //CA" },
		{ "Frankfurt (Oder), Germany", "Frankfurt (Oder)//DE" },
		{ "Halle (Saale), Sachsen-Anhalt, Deutschland",
		  "Halle (Saale)/ST/DE" },
		{ "30159 Hannover, Deutschland", "Hannover//DE" },
		{ "Paris, France / Lyon, France", "Paris//FR; Lyon//FR" },
		{ "Bonn und Kiel, Deutschland",
		  "it may name two places in one; write ';' between them" },
		{ "Bundesweit", "it names an area and no place in it" },
		{ "Remote, Europe", "it names an area and no place in it" },
		{ "Berlin, DE",
		  "DE may be Delaware or Germany; name the country" },
		{ "Denver, CO 80202", "Denver/CO/US" },
		{ "Mountain View, CA 94043, USA", "Mountain View/CA/US" },
		{ "Cardiff, Wales, UK", "Cardiff/WLS/GB" },
		{ "Salzburg, Salzburg, Österreich", "Salzburg//AT" },
		{ "Barcelona, Cataluña, España", "Barcelona/CT/ES" },
		{ "Luxembourg", "Luxembourg//LU" },
		{ "Bonn, Berlin, Deutschland",
		  "it may name two places in one; write ';' between them" },
		{ "n/a, Germany", "it names no place" },
		{ "Hauptstr. 5, 10115 Berlin, Germany",
		  "it holds more than city, region and country" },
		{ "Bonn (on-site), Germany; Kiel (remote), Germany",
		  "it names two ways of work" },
		{ "Berlin (Remote möglich), Germany", "hybrid; Berlin/BE/DE" },

		{ "Nowhere", "it names no country" },
		{ ", ,;", "it names no place" },
	};
	static const char *const known[][3] = {
		{ "Berlin, DE", "DE", "Berlin/BE/DE" },
		{ "Wien, AT", "DE", "Wien//AT" },
		{ "Bern, BE", "CH", "Bern/BE/CH" },
		{ "St. Gallen, SG", "CH", "St. Gallen/SG/CH" },
		{ "Genève, GE", "CH", "Genève/GE/CH" },
		{ "Zürich", "CH", "Zürich/ZH/CH" },
		{ "Toronto, CA", "CA", "Toronto//CA" },
		{ "Atlanta, Georgia", "US", "Atlanta/GA/US" },
		{ "Remote, Georgia", "US", "remote; /GA/US" },
		{ "Vancouver, BC V6B 1A1", "CA", "Vancouver/BC/CA" },
		{ "Linz, Oberösterreich", "AT", "Linz//AT" },
		{ "München, Hamburg", "DE",
		  "it may name two places in one; write ';' between them" },
		{ "Köln, Mitte", "DE",
		  "it may name two places in one; write ';' between them" },
		{ "Berlin, teilweise Homeoffice", "DE",
		  "hybrid; Berlin/BE/DE" },
		{ "Berlin – 2 Tage Homeoffice", "DE", "hybrid; Berlin/BE/DE" },
		{ "Berlin (100% remote)", "DE", "remote; Berlin/BE/DE" },
		{ "Hannover, NRW", "DE", "Hannover/NW/DE" },
		{ "tbd", "DE", "it names no place" },
		{ "Köln/Bonn", "DE",
		  "it may name two places in one; write ';' between them" },
		{ "12345", "DE", "it names no place" },
		{ "Halle (Saale)", "DE", "Halle (Saale)//DE" },
		{ "Frankfurt am Main", "DE", "Frankfurt am Main//DE" },
	};
	struct rw_arena *arena = rw_arena_new();
	struct rw_gazetteer *g = rw_gazetteer_new(arena);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *got = where(arena, g, cases[i][0], NULL);

		if (strcmp(got, cases[i][1]) != 0)
			fail_msg("'%s': %s, not %s", cases[i][0], got,
				 cases[i][1]);
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const char *got = where(arena, g, known[i][0], known[i][1]);

		if (strcmp(got, known[i][2]) != 0)
			fail_msg("'%s' (%s): %s, not %s", known[i][0],
				 known[i][1], got, known[i][2]);
	}
	assert_string_equal(where(arena, g, "Leeds", "GB"), "Leeds//GB");
	assert_string_equal(rw_gazetteer_country(g, "deutschland"), "DE");
	assert_string_equal(rw_gazetteer_country(g, "us"), "US");
	assert_null(rw_gazetteer_country(g, "atlantis"));
	rw_arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days),	       cmocka_unit_test(days_refused),
		cmocka_unit_test(pay),	       cmocka_unit_test(pay_open),
		cmocka_unit_test(pay_refused), cmocka_unit_test(numbers),
		cmocka_unit_test(values),      cmocka_unit_test(locations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
