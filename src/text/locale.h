/*
 * Words and figures as a language writes them (ICU, CLDR): money, dates,
 * plurals, lists, countries, collation. Blanks inside a figure do not break.
 */
#ifndef RW_TEXT_LOCALE_H
#define RW_TEXT_LOCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/decimal.h"

struct rw_locale;

/*
 * Gives ICU our memory, before anything else of it is used: it does not live
 * through an allocation that fails. Once, at the start of the program.
 */
void rw_locale_init(void);

/*
 * A locale for a BCP 47 tag ("en-US", "de", "es-ES"); formatters are opened
 * when first used. Not shared by threads. 'arena' owns it. Unknown tags fall
 * back to English, never to the locale of the process.
 */
struct rw_locale *rw_locale_new(struct rw_arena *arena, const char *tag);
const char *rw_locale_tag(const struct rw_locale *locale);

/*
 * "$61,500", "61.500 EUR"; without fraction digits when whole, else with two.
 * 'currency': ISO 4217. Four digits are grouped too, in every language.
 */
char *rw_locale_money(struct rw_locale *locale, struct rw_arena *arena,
		      rw_decimal amount, const char *currency);

/*
 * "$61,500–$118,000", "52.000–70.000 €", "30.000-45.000 €": no blanks round
 * the language's dash, a symbol that stands behind only once, the same number
 * of fraction digits on both sides. One amount where both are equal.
 */
char *rw_locale_money_range(struct rw_locale *locale, struct rw_arena *arena,
			    rw_decimal min, rw_decimal max,
			    const char *currency);
char *rw_locale_number(struct rw_locale *locale, struct rw_arena *arena,
		       rw_decimal value);

/* 30 gives "30%", "30 %". */
char *rw_locale_percent(struct rw_locale *locale, struct rw_arena *arena,
			rw_decimal value);

/*
 * "21 November 2026", "21. November 2026", "21 de noviembre de 2026", or in
 * American English "November 21, 2026".
 */
char *rw_locale_date(struct rw_locale *locale, struct rw_arena *arena,
		     int32_t day);

/* A day, a month ("2024-05": "May 2024", "Mai 2024") or a year, as it is. */
const char *rw_locale_when(struct rw_locale *locale, struct rw_arena *arena,
			   const char *date);

/* "zero" "one" "two" "few" "many" or "other". */
const char *rw_locale_plural(struct rw_locale *locale, rw_decimal value);

/* "a, b and c" */
char *rw_locale_list(struct rw_locale *locale, struct rw_arena *arena,
		     const char *const *items, size_t count);

/* "Germany", "Deutschland"; the code itself if unknown. */
char *rw_locale_country(struct rw_locale *locale, struct rw_arena *arena,
			const char *iso2);

/* "German", "Deutsch"; the tag itself if unknown. */
char *rw_locale_language(struct rw_locale *locale, struct rw_arena *arena,
			 const char *tag);

/* Order of two strings, as a dictionary of the language has it; 0 if equal. */
int rw_locale_compare(struct rw_locale *locale, const char *a, const char *b);

/*
 * A key whose order by strcmp is rw_locale_compare's of 'text'; 'arena' owns
 * it.
 */
char *rw_locale_sort_key(struct rw_locale *locale, struct rw_arena *arena,
			 const char *text);

/* The index letter that 'label' stands under ("A", "#"); 'arena' owns it. */
char *rw_locale_initial(struct rw_locale *locale, struct rw_arena *arena,
			const char *label);

/* 'text' with its first letter in upper case; 'arena' owns it. */
char *rw_locale_capitalise(struct rw_locale *locale, struct rw_arena *arena,
			   const char *text);

/*
 * The currency of a country (ISO 3166-1 alpha-2) today, ISO 4217; 'arena' owns
 * it. NULL if unknown.
 */
char *rw_locale_currency(struct rw_arena *arena, const char *iso2);

/* True if 'code' is a currency of ISO 4217 that is or was in use. */
bool rw_locale_is_currency(const char *code);

/* True if 'iso2' is a country of ISO 3166-1 alpha-2. */
bool rw_locale_is_country(const char *iso2);

#endif
