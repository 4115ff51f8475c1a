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
	reads_day("3 de Diciembre del 2026", NULL, "2026-12-03");
	reads_day("1º de enero de 2027", NULL, "2027-01-01");
	reads_day("jueves, 3 de diciembre de 2026", NULL, "2026-12-03");
	reads_day("Thu 3 Dec 2026", NULL, "2026-12-03");
	reads_day("Donnerstag, den 3. Dezember 2026", NULL, "2026-12-03");
	reads_day("Do., 3.12.2026", "dmy", "2026-12-03");
	reads_day("martes 3 de marzo de 2026", NULL, "2026-03-03");
	reads_day("maandag 4 mei 2026", NULL, "2026-05-04");
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
	refuses_day("viernes, 3 de diciembre de 2026", NULL, RW_DAY_WEEKDAY);
	refuses_day("Mon Thu 3 Dec 2026", NULL, RW_DAY_UNREADABLE);
	refuses_day("3 Dec", NULL, RW_DAY_UNREADABLE);
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
	reads_pay("52.000,- € p.a.", "52000", "52000", "EUR/year");
	reads_pay("€ 48.000,- bis € 55.000,--", "48000", "55000", "EUR/");
	reads_pay("48.000,– - 55.000,– €", "48000", "55000", "EUR/");
	reads_pay("50,-60 €", "50", "60", "EUR/");
	reads_pay("49.000 €/Jahr brutto (14 Gehälter)", "49000", "49000",
		  "EUR/year");
	reads_pay("52 - 58 TEUR/Jahr", "52000", "58000", "EUR/year");
	reads_pay("de 2.000 \xE2\x82\xAC a 3.000 \xE2\x82\xAC al mes", "2000",
		  "3000", "EUR/month");
	reads_pay("entre 25.000 y 30.000 EUR/jahr", "25000", "30000",
		  "EUR/year");
	reads_pay("zwischen 3.000 und 4.000 EUR im Monat", "3000", "4000",
		  "EUR/month");
	reads_pay("45-50 T€", "45000", "50000", "EUR/");
	reads_pay("Stundenlohn: 15 €", "15", "15", "EUR/hour");
	reads_pay("between $50,000 and $60,000 annually", "50000", "60000",
		  "USD/year");
	reads_pay("entre 30.000 y 35.000 €/año", "30000", "35000", "EUR/year");
	reads_pay("zwischen 45.000 und 50.000 € p.a.", "45000", "50000",
		  "EUR/year");
	reads_pay("$18,000 a $22,000 MXN mensuales", "18000", "22000",
		  "MXN/month");
	reads_pay("£12.60ph", "12.6", "12.6", "GBP/hour");
	reads_pay("£12.60 p.h.", "12.6", "12.6", "GBP/hour");
	reads_pay("£12.60 p/h", "12.6", "12.6", "GBP/hour");
	reads_pay("£1,100 pcm", "1100", "1100", "GBP/month");
	reads_pay("£1,100 p.c.m.", "1100", "1100", "GBP/month");
	reads_pay("£600 p.w.", "600", "600", "GBP/week");
	reads_pay("£450 pd", "450", "450", "GBP/day");
	reads_pay("£450 day rate", "450", "450", "GBP/day");
	reads_pay("€3.200 - €4.000 bruto per maand", "3200", "4000",
		  "EUR/month");
	reads_pay("$1,800 MXN por semana", "1800", "1800", "MXN/week");
	reads_pay("9,5 € la hora", "9.5", "9.5", "EUR/hour");
	reads_pay("12-15 LPA", "1200000", "1500000", "INR/year");
	reads_pay("₹12 lakhs per annum", "1200000", "1200000", "INR/year");
	reads_pay("₹18,00,000.50 - ₹1,25,00,000", "1800000.5", "12500000",
		  "INR/");
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

/* The sign that leaves the currency open, and the word that is not known. */
static void notes_pay(const char *text, const char *sign, const char *word)
{
	struct rw_amount amount;

	rw_amount_read(text, &amount);
	assert_string_equal(amount.sign ? amount.sign : "", sign);
	assert_string_equal(amount.word, word);
}

static void pay_notes(void **state)
{
	(void)state;
	notes_pay("$40/hr", "$", "");
	notes_pay("¥400 - ¥500", "¥", "");
	notes_pay("$40 CAD", "", "");
	notes_pay("US$40", "", "");
	notes_pay("CA$40 - $50", "", "");
	notes_pay("40 €", "", "");
	notes_pay("24 €/Std. + Zulagen", "", "Zulagen");
	assert_string_equal(rw_amount_rival("$", "CA"), "CAD");
	assert_null(rw_amount_rival("$", "US"));
	assert_null(rw_amount_rival("$", "DE"));
	assert_true(rw_amount_has_sign("$", "USD"));
	assert_true(rw_amount_has_sign("$", "MXN"));
	assert_false(rw_amount_has_sign("$", "EUR"));
}

/* What changes the meaning of figures, and what to write in its place. */
static void explains_pay(const char *text, const char *why)
{
	struct rw_amount amount;

	if (rw_amount_read(text, &amount) == NULL)
		fail_msg("'%s' is read", text);
	assert_string_equal(amount.why ? amount.why : "", why);
	assert_non_null(amount.help);
}

static void pay_explained(void **state)
{
	struct rw_amount amount;

	(void)state;
	explains_pay("£30,000 p.a. (pro rata)",
		     "it is the pay of a full-time week");
	explains_pay("£28,500 FTE", "it is the pay of a full-time week");
	explains_pay("$9,000 quincenales",
		     "a 'quincena' is half a month or two weeks");
	explains_pay("18 mil pesos", "it counts thousands in words");
	assert_null(rw_amount_read("2.100 €/mes en 14 pagas", &amount));
	assert_int_equal(amount.parts, 14);
	assert_null(rw_amount_read("$18,000 pesos al mes", &amount));
	assert_true(amount.pesos);
	assert_null(rw_amount_read("$18,000 M.N.", &amount));
	assert_true(amount.national);
	assert_null(rw_amount_read("18,00,000", &amount));
	assert_true(amount.lakhs);
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
	refuses_pay("40 hours", "it may be a number of hours");
	refuses_pay("38h", "it may be a number of hours");
	refuses_pay("3.000 € mtl. p.a.", "it names two periods");
	refuses_pay("50,000 GBP - 60,000 EUR", "it names two currencies");
	refuses_pay("$25/hour, $52,000/year", "nothing joins its two figures");
	refuses_pay("$60,000 - ", "its range has one end only");
	refuses_pay("120’00’0", "its figures cannot be read");
	refuses_pay("1-2-3", "it has more than two figures");
	refuses_pay("from $80,000+", "it holds more than figures");
	refuses_pay("entre 30.000 €", "its range has one end only");
	refuses_pay("30.000 y 35.000 €", "nothing joins its two figures");
	refuses_pay("18,000,00 INR", "its figures cannot be read");
	refuses_pay("1,80,00,00 INR", "its figures cannot be read");
	refuses_pay("12 lakhs - 1 crore", "it holds words that are no figures");
	refuses_pay("52.000 TEUR", "it says thousands of thousands");
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
	assert_string_equal(
		rw_field_value(RW_FIELD_EMPLOYMENT, "Part-Time Permanent"),
		"part-time permanent");
	assert_string_equal(rw_field_value(RW_FIELD_EMPLOYMENT, "PRÁCTICAS"),
			    "internship");
	assert_string_equal(rw_field_value(RW_FIELD_EMPLOYMENT, "Tijdelijk"),
			    "temporary");
	assert_string_equal(
		rw_field_value(RW_FIELD_WORKPLACE, "Teletrabajo 100%"),
		"remote");
	assert_null(rw_field_value(RW_FIELD_EMPLOYMENT, "sometimes"));
	assert_null(rw_field_value(RW_FIELD_TITLE, "anything"));
	assert_int_equal(rw_field_find("pay-min"), RW_FIELD_PAY_MIN);
	assert_int_equal(rw_field_find("nothing"), RW_FIELDS);
}

static void details(void **state)
{
	(void)state;
	assert_string_equal(
		rw_field_value_of(RW_FIELD_WORKPLACE, "Híbrido (2 días)"),
		"hybrid");
	assert_string_equal(rw_field_value_of(RW_FIELD_WORKPLACE,
					      "Hybrid - 3 days a week in the "
					      "office"),
			    "hybrid");
	assert_string_equal(
		rw_field_value_of(RW_FIELD_EMPLOYMENT, "FTC 12 months"),
		"temporary");
	assert_null(rw_field_value_of(RW_FIELD_EMPLOYMENT, "FTC to permanent"));
	assert_null(rw_field_value_of(RW_FIELD_EMPLOYMENT, "FTC months"));
	assert_null(
		rw_field_value_of(RW_FIELD_EMPLOYMENT, "Full time 6 months"));
	assert_null(rw_field_value_of(RW_FIELD_WORKPLACE,
				      "Remote (2 days a week)"));
	assert_null(rw_field_value_of(RW_FIELD_WORKPLACE, "Remote 50%"));
	assert_null(rw_field_value_of(RW_FIELD_TITLE, "FTC 12 months"));
	assert_string_equal(rw_field_doubt(RW_FIELD_WORKPLACE, "Flexible"),
			    "write on-site, hybrid or remote, as it is");
	assert_null(rw_field_value(RW_FIELD_WORKPLACE, "Flexible"));
	assert_null(rw_field_doubt(RW_FIELD_WORKPLACE, "Remote"));
	assert_null(rw_field_doubt(RW_FIELD_TITLE, "Flexible"));
	assert_true(rw_field_is_silent("Sueldo según valía"));
	assert_true(rw_field_is_silent("SEGÚN VALÍA"));
	assert_true(rw_field_is_silent("n/a"));
	assert_true(rw_field_is_silent("-"));
	assert_false(rw_field_is_silent("Competitive, £30,000"));
}

/* "remote; City/RG/CC; ..." or the reason. */
static const char *where(struct rw_arena *arena, struct rw_gazetteer *g,
			 const char *text, const char *country)
{
	bool american = country && strcmp(country, "en-US") == 0;
	struct rw_locations found;
	struct rw_location_context context = { g, american ? NULL : country,
					       american };
	const char *wrong = rw_location_read(&context, arena, text, &found);
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

/* The one place, with the name of its region, and its postal code. */
static const char *where_named(struct rw_arena *arena, struct rw_gazetteer *g,
			       const char *text, const char *country)
{
	struct rw_location_context context = { g, country, false };
	struct rw_locations found;
	const struct rw_location *one = found.list;
	const char *region;

	if (rw_location_read(&context, arena, text, &found) != NULL ||
	    found.count != 1)
		return where(arena, g, text, country);
	region = one->region ? one->region : one->region_name;
	return rw_arena_printf(arena, "%s%s/%s/%s%s%s",
			       found.hybrid   ? "hybrid; "
			       : found.remote ? "remote; "
					      : "",
			       one->city ? one->city : "", region ? region : "",
			       one->country, one->postal_code ? " " : "",
			       one->postal_code ? one->postal_code : "");
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
		  "'Mitte' is no region of Germany that is known; leave it "
		  "out, or write ';' between two places" },
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

struct place_case {
	const char *text, *country, *read;
};

static void reads_places(const struct place_case *cases, size_t count)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_gazetteer *g = rw_gazetteer_new(arena);

	for (size_t i = 0; i < count; i++) {
		const struct place_case *c = &cases[i];
		const char *got = where(arena, g, c->text, c->country);

		if (strcmp(got, c->read) != 0)
			fail_msg("'%s' (%s): %s, not %s", c->text,
				 c->country ? c->country : "-", got, c->read);
	}
	rw_arena_free(arena);
}

#define READS(cases) reads_places(cases, sizeof(cases) / sizeof((cases)[0]))
#define APART                                                              \
	"it may name two places in one; write each with its country, and " \
	"';' between them"
#define JOINED "it may name two places in one; write ';' between them"
#define CITY_AND_COUNTRY "it may name a city and a country in one"
#define CITY_AND_REGION "it may name a city and a region in one"
#define VAGUE \
	"it names no city but an area, several places, an office or the like"

/* A way of work stands beside "or": two names are two places all the same. */
static void alternatives(void **state)
{
	static const struct place_case cases[] = {
		{ "Belfast or UK Remote", "US", APART },
		{ "Belfast or UK Remote", NULL, APART },
		{ "Aachen or Remote from Germany; Stockholm or remote from "
		  "Sweden",
		  "US", APART },
		{ "US or Canada (Remote)", "US", "remote; //US; //CA" },
		{ "US or Canada (Remote)", NULL, "remote; //US; //CA" },
		{ "Remote (USA or Canada)", "DE", "remote; //US; //CA" },
		{ "New York, NY or Remote (USA)", "US",
		  "remote; New York/NY/US; //US" },
		{ "New York, NY, or Remote within Canada or United States",
		  NULL, "remote; New York/NY/US; //CA; //US" },
		{ "Berlin, or Remote within Canada", NULL, APART },
		{ "Bengaluru Remote India", "US", APART },
		{ "remote oder Kiel, hybrid und Bonn", "DE", APART },
		{ "München oder Hamburg (hybrid)", "DE", APART },
		{ "New York, NY (on-site assumed)", "US", APART },
		{ "Vietnam, Ho Chi Minh", "US",
		  "a city stands without its country beside another country" },
		{ "Hamburg, Germany, or Berlin, Germany", NULL, JOINED },
		/* One name only. */
		{ "O Grove remoto", "ES", "remote; O Grove//ES" },
		{ "Reston, VA or Remote", NULL, "remote; Reston/VA/US" },
		{ "Portland, OR Remote", "US", "remote; Portland/OR/US" },
		{ "Portland, OR or Remote", NULL, "remote; Portland/OR/US" },
		{ "Berlin oder remote", "DE", "remote; Berlin/BE/DE" },
		{ "Seattle or Remote, USA", "US", "remote; Seattle//US" },
		{ "Remote within the United States", NULL, "remote; //US" },
		{ "Remote - Trinidad and Tobago", NULL, "remote; //TT" },
		{ "Frankfurt (Oder) (remote)", "DE",
		  "remote; Frankfurt (Oder)//DE" },
		{ "Halle (Saale) Remote", "DE", "remote; Halle (Saale)//DE" },
		{ "2 or 3 days remote, Berlin, Germany", NULL,
		  "hybrid; Berlin/BE/DE" },
		{ "Salt Lake City, UT, USA \xE2\x80\x94 on-site", NULL,
		  "Salt Lake City/UT/US" },
	};

	(void)state;
	READS(cases);
}

/* A country, or letters of a region, inside the name of a city. */
static void names_in_names(void **state)
{
	static const struct place_case cases[] = {
		{ "Shibuya City Tokyo Japan", "US", CITY_AND_COUNTRY },
		{ "Shibuya City Tokyo Japan", NULL, CITY_AND_COUNTRY },
		{ "Belfast UK", "US", CITY_AND_COUNTRY },
		{ "Belfast-UK", "US", CITY_AND_COUNTRY },
		{ "Belfast (UK)", "US", CITY_AND_COUNTRY },
		{ "Belfast UK", "GB", CITY_AND_COUNTRY },
		{ "NY USA", "US", CITY_AND_COUNTRY },
		{ "US - Distributed", "US", CITY_AND_COUNTRY },
		{ "Dubai - United Arab Emirates", "US", CITY_AND_COUNTRY },
		{ "Mexico City", "US", CITY_AND_COUNTRY },
		{ "West Jordan", "US", CITY_AND_COUNTRY },
		{ "Mexico City", "MX", "Mexico City/CMX/MX" },
		{ "Ciudad de M\xC3\xA9xico", "MX",
		  "Ciudad de M\xC3\xA9xico/CMX/MX" },
		{ "Mexico City, Mexico", "US", "Mexico City/CMX/MX" },
		{ "West Jordan, UT", "US", "West Jordan/UT/US" },
		{ "West Jordan, UT", NULL, "West Jordan/UT/US" },
		{ "Luxembourg", "US", "Luxembourg//LU" },
		{ "Singapore", "US", "Singapore//SG" },
		{ "La Paz, Bolivia", NULL, "La Paz//BO" },
		{ "La Paz", "BO", "La Paz//BO" },
		{ "ON Toronto, Ontario, Canada", "US", "Toronto/ON/CA" },
		{ "CA San Francisco, California, United States", NULL,
		  "San Francisco/CA/US" },
		{ "ON Toronto, Quebec, Canada", NULL, CITY_AND_REGION },
		{ "LA CROSSE, WI", "US", "LA CROSSE/WI/US" },
		{ "Washington DC, USA", NULL, "Washington/DC/US" },
		{ "Austin TX", "US", "Austin/TX/US" },
		{ "Austin TX", NULL, CITY_AND_REGION },
		{ "Denver CO", "US", CITY_AND_REGION },
		{ "UT Main Campus", "US", CITY_AND_REGION },
	};

	(void)state;
	READS(cases);
}

/* Regions, by the names that people use. */
static void regions(void **state)
{
	static const struct place_case cases[] = {
		{ "Graz, Steiermark, \xC3\x96sterreich", NULL, "Graz//AT" },
		{ "Hallein, Salzburg, Austria", NULL, "Hallein//AT" },
		{ "Winterthur, Kanton Z\xC3\xBCrich", "CH",
		  "Winterthur/ZH/CH" },
		{ "Lausanne, Canton de Vaud, Suisse", "US", "Lausanne/VD/CH" },
		{ "Mainz, RLP", "DE", "Mainz/RP/DE" },
		{ "Mainz, Rheinland Pfalz, Germany", "US", "Mainz/RP/DE" },
		{ "Barcelona, Barcelona, Espa\xC3\xB1"
		  "a",
		  "US", "Barcelona/B/ES" },
		{ "Barcelona, Catalunya", "ES", "Barcelona/CT/ES" },
		{ "Cadiz, C\xC3\xA1"
		  "diz, Spain",
		  NULL, "Cadiz/CA/ES" },
		{ "Irun, Gipuzkoa", "ES", "Irun/SS/ES" },
		{ "Alacant, Alicante", "ES", "Alacant/A/ES" },
		{ "Stockholm, SE", "ES",
		  "SE may be Sevilla or Sweden; name the country" },
		{ "Gent, BE", "DE",
		  "BE may be Berlin or Belgium; name the country" },
		{ "Sevilla, Barcelona", "ES", JOINED },
		{ "Monterrey, Nuevo Leon, Mexico", NULL, "Monterrey/NLE/MX" },
		{ "Sydney, NSW, Australia", NULL, "Sydney/NSW/AU" },
		{ "Sydney, New South Wales, Australia", "US", "Sydney/NSW/AU" },
		{ "Mumbai, Maharashtra, India", NULL, "Mumbai/MH/IN" },
		{ "Paris, \xC3\x8Ele-de-France, France", NULL, "Paris/IDF/FR" },
		{ "Nice, Provence-Alpes-C\xC3\xB4te d\xE2\x80\x99"
		  "Azur",
		  "FR", "Nice/PAC/FR" },
		{ "Monza, Lombardia, Italia", NULL, "Monza//IT" },
		{ "Cobh, Co. Cork, Ireland", NULL, "Cobh/CO/IE" },
		{ "S\xC3\xA3o Paulo, SP, Brasil", NULL,
		  "S\xC3\xA3o Paulo/SP/BR" },
		{ "Rotterdam, Zuid-Holland, Netherlands", NULL,
		  "Rotterdam/ZH/NL" },
	};

	(void)state;
	READS(cases);
}

#define BOTH(text, state, other)                                \
	"'" text "' may be a state or a country; write '" state \
	"' for the state, or the country's " other
#define OF_THE_OTHER                                                       \
	"one of its names may be in the country of the other; write each " \
	"with its country, and ';' between them, or only one of two names"

/* A name of a country, a region and a city at once. */
static void namesakes(void **state)
{
	static const struct place_case cases[] = {
		{ "Remote, GA", NULL, BOTH("GA", "Georgia, US", "name") },
		{ "Remote, CA", NULL, BOTH("CA", "California, US", "name") },
		{ "Remote (DE)", NULL, BOTH("DE", "Delaware, US", "name") },
		{ "Remote, IN", "DE", BOTH("IN", "Indiana, US", "name") },
		{ "Remote, NL", NULL,
		  BOTH("NL", "Newfoundland and Labrador, Canada", "name") },
		{ "Remote - Georgia", NULL,
		  BOTH("Georgia", "Georgia, US", "code") },
		{ "Atlanta, Georgia", NULL,
		  BOTH("Georgia", "Georgia, US", "code") },
		{ "Peru, IN", NULL, BOTH("IN", "Indiana, US", "name") },
		{ "Remote, NL", "DE", "remote; //NL" },
		{ "Remote, DE", "DE", "remote; //DE" },
		{ "Remote, CA", "US", "remote; /CA/US" },
		{ "Remote, Georgia, US", NULL, "remote; /GA/US" },
		{ "Tbilisi, GE", NULL, "Tbilisi//GE" },
		{ "Remote (US, CA)", NULL, "remote; //CA; //US" },
		{ "Remote: DE, AT, CH", NULL, "remote; //CH; //AT; //DE" },
		{ "Remote: Armenia, Georgia", NULL, "remote; //GE; //AM" },
		{ "Lebanon, NH", "US", "Lebanon/NH/US" },
		{ "Lebanon, NH", NULL, "Lebanon/NH/US" },
		{ "Jordan, MN", "US", "Jordan/MN/US" },
		{ "Peru, IN, US", "DE", "Peru/IN/US" },
		{ "Canada, ON", NULL, "/ON/CA" },
		{ "Ottawa, Canada, Remote, Ontario", NULL,
		  "remote; /ON/CA; Ottawa//CA" },
		{ "Hanoi, Hanoi, Vietnam", NULL, "Hanoi//VN" },
		{ "Hong Kong", NULL, "Hong Kong//HK" },
		{ "HK", "DE", "Hong Kong//HK" },
		{ "Macao", "US", "Macao//MO" },
		{ "Ulm / Alicante, Spain", "US", OF_THE_OTHER },
		{ "Berlin / Bonn, Germany", "DE", "Berlin/BE/DE; Bonn//DE" },
		{ "Berlin / Bonn", "DE", "Berlin/BE/DE; Bonn//DE" },
		{ "Sydney, Foo, Australia", "US",
		  "'Foo' is no region of Australia that is known; leave it "
		  "out, or write ';' between two places" },
		{ "Frankfurt/Main", "DE", "Frankfurt/Main//DE" },
		{ "Raum Stuttgart", "DE", VAGUE },
		{ "Großraum Hamburg", "DE", VAGUE },
	};

	(void)state;
	READS(cases);
}

static void no_cities(void **state)
{
	static const struct place_case cases[] = {
		{ "Europe Only", "US", VAGUE },
		{ "Latin America Only", "US", VAGUE },
		{ "Remote-Eastern Europe", "US", VAGUE },
		{ "Multiple cities", "US", VAGUE },
		{ "HQ", "US", VAGUE },
		{ "San Francisco HQ, US", NULL, VAGUE },
		{ "Hauptsitz", "DE", VAGUE },
		{ "mehrere St\xC3\xA4"
		  "dte",
		  "DE", VAGUE },
		{ "Solo Europa", "ES", VAGUE },
		{ "varios lugares", "ES", VAGUE },
		{ "remote or in office", "US", VAGUE },
		{ "Solo, Indonesia", NULL, "Solo//ID" },
		{ "Europe", "US", "it names an area and no place in it" },
		{ "Latin America", "US",
		  "it names an area and no place in it" },
		{ "Global", "US", "it names an area and no place in it" },
		{ "Pt. Pleasant, NJ", "US", "Pt. Pleasant/NJ/US" },
		{ "Remote only, Germany", NULL, "remote; //DE" },
	};

	(void)state;
	READS(cases);
}

/* Two letters that are a country and a region at once. */
static void letters(void **state)
{
	static const struct place_case cases[] = {
		{ "M\xC3\xBCnchen, BY", NULL,
		  "BY may be Bayern or Belarus; name the country" },
		{ "M\xC3\xBCnchen, BY", "US",
		  "BY may be Bayern or Belarus; name the country" },
		{ "M\xC3\xBCnchen, BY", "DE", "M\xC3\xBCnchen/BY/DE" },
		{ "Dresden, SN", NULL,
		  "SN may be Sachsen or Senegal; name the country" },
		{ "Hannover, NI", NULL,
		  "NI may be Niedersachsen or Nicaragua; name the country" },
		{ "Dresden, SN, Germany", NULL, "Dresden/SN/DE" },
		{ "Atlanta, GA", "DE",
		  "GA may be Georgia or Gabon; name the country" },
		{ "Indianapolis, IN", "DE",
		  "IN may be Indiana or India; name the country" },
		{ "Atlanta, GA", NULL, "Atlanta/GA/US" },
		{ "Indianapolis, IN", "US", "Indianapolis/IN/US" },
		{ "Wilmington, DE", "US", "Wilmington/DE/US" },
		{ "Wilmington, DE", NULL,
		  "DE may be Delaware or Germany; name the country" },
		{ "Pune, IN", "IN", "Pune//IN" },
		{ "Amsterdam, NL", NULL,
		  "NL may be Newfoundland and Labrador or Netherlands; "
		  "name the country" },
		{ "Amsterdam, NL", "DE", "Amsterdam//NL" },
		{ "Toronto, ON", NULL, "Toronto/ON/CA" },
		{ "MG, Brazil", NULL, "/MG/BR" },
		{ "MG, Colombia", NULL,
		  "MG may be a country or a region of Colombia; write its "
		  "name" },
		{ "US, Canada", NULL, "//CA; //US" },
	};

	(void)state;
	READS(cases);
}

/* What is missing is told apart from two places in one. */
static void missing_countries(void **state)
{
	static const struct place_case cases[] = {
		{ "M\xC3\xBCnchen, Bayern", NULL,
		  "it names the region 'Bayern' and no country" },
		{ "M\xC3\xBCnchen, Bayern", "US",
		  "it names the region 'Bayern' and no country" },
		{ "M\xC3\xBCnchen, Bayern", "DE", "M\xC3\xBCnchen/BY/DE" },
		{ "Bonn, Berlin", NULL, JOINED },
		{ "Springfield, ZZ", "US",
		  "'ZZ' is no state or country that is known" },
		{ "Springfield, ZZ", NULL,
		  "'ZZ' is no state or country that is known" },
		{ "Seattle, WA", "DE",
		  "it names the region 'WA' and no country" },
	};

	(void)state;
	READS(cases);
}

#define NO_SHORT(text) \
	"'" text "' is no short form that is known; write its name"

/* Short forms of regions; what else ends in a point, or is letters, is none. */
static void short_regions(void **state)
{
	static const struct place_case cases[] = {
		{ "Querétaro, Qro., México", NULL, "Querétaro/QUE/MX" },
		{ "Querétaro, Qro., México", "MX", "Querétaro/QUE/MX" },
		{ "Puebla, Pue.", "MX", "Puebla/PUE/MX" },
		{ "San Luis Potosí, S.L.P., México", NULL,
		  "San Luis Potosí/SLP/MX" },
		{ "San Luis Potosí, SLP", "MX", "San Luis Potosí/SLP/MX" },
		{ "Aguascalientes, Ags.", "MX", "Aguascalientes/AGU/MX" },
		{ "Chihuahua, Chih.", "MX", "Chihuahua/CHH/MX" },
		{ "Durango, Dgo.", "MX", "Durango/DUR/MX" },
		{ "Oaxaca, Oax.", "MX", "Oaxaca/OAX/MX" },
		{ "Guanajuato, Gto.", "MX", "Guanajuato/GUA/MX" },
		{ "Veracruz, Ver.", "MX", "Veracruz/VER/MX" },
		{ "Colima, Col", "MX", "Colima/COL/MX" },
		{ "Tlaxcala, Tlax.", "MX", "Tlaxcala/TLA/MX" },
		{ "Zacatecas, Zac.", "MX", "Zacatecas/ZAC/MX" },
		{ "Campeche, Camp.", "MX", "Campeche/CAM/MX" },
		{ "Monterrey, N.L.", "MX", "Monterrey/NLE/MX" },
		{ "Monterrey, N. L.", "MX", "Monterrey/NLE/MX" },
		{ "Guadalajara, Jal.", "MX", "Guadalajara/JAL/MX" },
		{ "Toluca, Edo. Méx.", "MX", "Toluca/MEX/MX" },
		{ "Toluca, Edo. de México", "MX", "Toluca/MEX/MX" },
		{ "Cancún, Q. Roo", "MX", "Cancún/ROO/MX" },
		{ "Tijuana, B.C.", "MX", "Tijuana/BCN/MX" },
		{ "La Paz, B.C.S.", "MX", "La Paz/BCS/MX" },
		{ "Tampico, Tamps.", "MX", "Tampico/TAM/MX" },
		{ "Polanco, CDMX", "MX", "Polanco/CMX/MX" },
		{ "New York, N.Y.", NULL, "New York/NY/US" },
		{ "Guadalajara, Xyz.", "MX", NO_SHORT("Xyz.") },
		{ "Guadalajara, Xyz., México", NULL, NO_SHORT("Xyz.") },
		{ "Xyz.", "MX", NO_SHORT("Xyz.") },
		{ "Girona, CAT", "ES", "Girona/CT/ES" },
		{ "Girona, XYZ", "ES",
		  "'XYZ' is no state or country that is known" },
		{ "NYC, United States", NULL, "NYC//US" },
		{ "Rothenburg o.d.T.", "DE", "Rothenburg o.d.T.//DE" },
	};

	(void)state;
	READS(cases);
}

/* One city that has two names. */
static void double_names(void **state)
{
	static const struct place_case cases[] = {
		{ "Donostia / San Sebastián", "ES",
		  "Donostia / San Sebastián//ES" },
		{ "Hybrid - Donostia / San Sebastián", "ES",
		  "hybrid; Donostia / San Sebastián//ES" },
		{ "Vitoria-Gasteiz", "ES", "Vitoria-Gasteiz//ES" },
		{ "Pamplona / Iruña, Navarra", "ES", "Pamplona / Iruña/NC/ES" },
		{ "Alicante/Alacant, Spain", NULL, "Alicante/Alacant/A/ES" },
		{ "Bozen / Bolzano", "IT", "Bozen / Bolzano/BZ/IT" },
		{ "Biel/Bienne", "CH", "Biel/Bienne//CH" },
		{ "Brussel / Bruxelles; Paris, France", "BE",
		  "Brussel / Bruxelles//BE; Paris//FR" },
		{ "London / Manchester", "GB", "London//GB; Manchester//GB" },
		{ "London / Manchester, UK", NULL,
		  "'London' names no country; write each place with its "
		  "country, and ';' between them" },
		{ "UK, London", NULL,
		  "the country stands before the city; write 'London, UK'" },
		{ "UK, London", "GB",
		  "the country stands before the city; write 'London, UK'" },
	};

	(void)state;
	READS(cases);
}

#define INDIA "IN may be Indiana or India; name the country"

/* Letters of a region of the known country, of a state, or of a country. */
static void letters_of_both(void **state)
{
	static const struct place_case cases[] = {
		{ "Monterrey, NL", "MX", "Monterrey/NLE/MX" },
		{ "Guanajuato, GT", "MX", "Guanajuato/GUA/MX" },
		{ "Xalapa, VE", "MX", "Xalapa/VER/MX" },
		{ "Acapulco, GR", "MX", "Acapulco/GRO/MX" },
		{ "Culiacán, SI", "MX", "Culiacán/SIN/MX" },
		{ "Zacatecas, ZA", "MX", "Zacatecas/ZAC/MX" },
		{ "Chihuahua, CH", "MX", "Chihuahua/CHH/MX" },
		{ "Hermosillo, SO", "MX", "Hermosillo/SON/MX" },
		{ "Saltillo, CL", "MX",
		  "CL may be a region of Mexico or Chile; write its name" },
		{ "Amsterdam, NL", "MX",
		  "NL may be Nuevo León or Netherlands; name the country" },
		{ "Berlin, DE", "MX", "Berlin//DE" },
		{ "Bangalore, IN", NULL, INDIA },
		{ "Pune, IN", NULL, INDIA },
		{ "Peshawar, IN", NULL, INDIA },
		{ "Bangalore, IN", "US", INDIA },
		{ "Bangalore, IN", "en-US", INDIA },
		{ "Bangalore, IN", "GB", "Bangalore//IN" },
		{ "Bengaluru, Karnataka, IN", NULL, "Bengaluru/KA/IN" },
		{ "Toronto, CA", NULL,
		  "CA may be California or Canada; name the country" },
		{ "Bogota, CO", NULL,
		  "CO may be Colorado or Colombia; name the country" },
		{ "Tel Aviv, IL", NULL,
		  "IL may be Illinois or Israel; name the country" },
		{ "Casablanca, MA", NULL,
		  "MA may be Massachusetts or Morocco; name the country" },
		{ "Chennai, TN", NULL,
		  "TN may be Tennessee or Tunisia; name the country" },
		{ "Chennai, TN", "IN", "Chennai/TN/IN" },
		{ "Mumbai, MH", NULL,
		  "MH may be Maharashtra or Marshall Islands; name the "
		  "country" },
		/* Who writes of America, or a city that is sure. */
		{ "Willits, CA", NULL,
		  "CA may be California or Canada; name the country" },
		{ "Willits, CA", "en-US", "Willits/CA/US" },
		{ "Willits, CA", "US", "Willits/CA/US" },
		{ "Willits, CA 95490", NULL, "Willits/CA/US" },
		{ "Willits, CA, Denver, CO, US, Remote", NULL,
		  "remote; Denver/CO/US; Willits/CA/US" },
		{ "Palo Alto, CA", NULL, "Palo Alto/CA/US" },
		{ "Willits, TX", NULL, "Willits/TX/US" },
		{ "Sevilla, SE", "ES", "Sevilla/SE/ES" },
		{ "Tijuana, B.C.", NULL,
		  "it names the region 'B.C.' and no country" },
		{ "Monterrey, N.L.", NULL,
		  "it names the region 'N.L.' and no country" },
		{ "Vancouver, B.C.", "CA", "Vancouver/BC/CA" },
		{ "Mexicali, BC", NULL,
		  "BC may be Baja California or British Columbia; name the "
		  "country" },
		{ "Remote, NL", "MX",
		  "NL may be Nuevo León or Netherlands; name the country" },
		{ "Remote, MX", "MX", "remote; //MX" },
		{ "Remote, BY", "DE", "remote; /BY/DE" },
		{ "Colima, CL", NULL,
		  "CL may be a region of Mexico or Chile; write its name" },
		{ "Las Palmas, Canarias", NULL,
		  "it names the region 'Canarias' and no country" },
		{ "GB-London", "GB", CITY_AND_COUNTRY },
	};

	(void)state;
	READS(cases);
}

#define NO_AREA "it names an area and no place in it"

/* Great Britain and Ireland. */
static void british(void **state)
{
	static const struct place_case cases[] = {
		{ "London, Greater London, United Kingdom", NULL,
		  "London/Greater London/GB" },
		{ "Leeds, W Yorkshire, UK", NULL, "Leeds/West Yorkshire/GB" },
		{ "Wellingborough, Northants", "GB",
		  "Wellingborough/Northamptonshire/GB" },
		{ "Stoke-on-Trent, Staffordshire, England", NULL,
		  "Stoke-on-Trent/Staffordshire/GB" },
		{ "Newcastle upon Tyne, Tyne and Wear", NULL,
		  "Newcastle upon Tyne/Tyne and Wear/GB" },
		{ "Newcastle upon Tyne, Tyne and Wear (hybrid)", "GB",
		  "hybrid; Newcastle upon Tyne/Tyne and Wear/GB" },
		{ "Birmingham, West Midlands", "GB",
		  "Birmingham/West Midlands/GB" },
		{ "Maidstone, KEN", "GB", "Maidstone/Kent/GB" },
		{ "Belfast, Co. Antrim, Northern Ireland", NULL,
		  "Belfast/County Antrim/GB" },
		{ "Edinburgh, Scotland", NULL, "Edinburgh/SCT/GB" },
		{ "Belfast, NIR", "GB", "Belfast/NIR/GB" },
		{ "London, England", NULL, "London/ENG/GB" },
		{ "London, London, UK", NULL, "London/London/GB" },
		{ "Manchester, London, UK", NULL, JOINED },
		{ "London, United Kingdom, EC1A 1BB", NULL,
		  "London/London/GB EC1A 1BB" },
		{ "Milton Keynes MK9 1BB", "GB", "Milton Keynes//GB MK9 1BB" },
		{ "Paris, France, EC1A 1BB", NULL,
		  "it holds more than city, region and country" },
		{ "Dublin 2", "IE", "Dublin//IE D02" },
		{ "Dublin 6W, Ireland", NULL, "Dublin//IE D6W" },
		{ "Dublin 2, Co. Dublin, Ireland", NULL, "Dublin/D/IE D02" },
		{ "Tilburg, Noord-Brabant, Nederland", NULL, "Tilburg/NB/NL" },
		{ "Kent, England", NULL, "/Kent/GB" },
		{ "Home-based, UK", NULL, "remote; //GB" },
		{ "Home based (Midlands)", "GB", NO_AREA },
		{ "Homebased", "GB", "remote" },
		{ "Home working", "GB", "remote" },
		{ "Trabajo desde casa", "MX", "remote" },
		{ "Field based - South East", "GB", VAGUE },
		{ "UK-wide", "GB", VAGUE },
		{ "Midlands", "GB", NO_AREA },
		{ "Home", "GB", "it names no place" },
		{ "County Kerry", "GB", VAGUE },
		{ "Bilbao, Bizkaia, Euskadi, Spain", NULL, "Bilbao/BI/ES" },
		{ "Pamplona, Comunidad Foral de Navarra", "ES",
		  "Pamplona/NC/ES" },
		{ "República Mexicana", "MX", NO_AREA },
		{ "Ámbito nacional", "ES", NO_AREA },
		{ "Zona norte", "ES", VAGUE },
		{ "Barcelona (Barcelona)", "ES", "Barcelona/B/ES" },
		{ "Alcalá de Henares (Madrid), España", NULL,
		  "Alcalá de Henares/MD/ES" },
		{ "Sevilla (Barcelona)", "ES", JOINED },
		{ "Halle (Saale)", "DE", "Halle (Saale)//DE" },
	};
	struct rw_arena *arena = rw_arena_new();
	struct rw_gazetteer *g = rw_gazetteer_new(arena);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *got =
			where_named(arena, g, cases[i].text, cases[i].country);

		if (strcmp(got, cases[i].read) != 0)
			fail_msg("'%s': %s, not %s", cases[i].text, got,
				 cases[i].read);
	}
	rw_arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days),
		cmocka_unit_test(days_refused),
		cmocka_unit_test(pay),
		cmocka_unit_test(pay_open),
		cmocka_unit_test(pay_notes),
		cmocka_unit_test(pay_refused),
		cmocka_unit_test(pay_explained),
		cmocka_unit_test(numbers),
		cmocka_unit_test(values),
		cmocka_unit_test(details),
		cmocka_unit_test(locations),
		cmocka_unit_test(regions),
		cmocka_unit_test(namesakes),
		cmocka_unit_test(alternatives),
		cmocka_unit_test(names_in_names),
		cmocka_unit_test(no_cities),
		cmocka_unit_test(letters),
		cmocka_unit_test(missing_countries),
		cmocka_unit_test(short_regions),
		cmocka_unit_test(double_names),
		cmocka_unit_test(letters_of_both),
		cmocka_unit_test(british),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
