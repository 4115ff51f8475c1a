/*
 * Pay as people write it in one cell.
 */
#ifndef RW_READ_AMOUNT_H
#define RW_READ_AMOUNT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/decimal.h"

struct rw_amount {
	rw_decimal min, max; /* equal for one figure */
	bool open;	     /* that one is the least: "from $60,000", "60k+" */
	char currency[4];    /* ISO 4217; "" if it names none */
	const char *period;  /* of the schema: "year"; NULL if it names none */
	const char *sign;    /* a sign of several currencies, "$", where only
				it tells the currency; else NULL */
	unsigned parts;	  /* a year's pay comes in, "14 pagas"; 0: not said */
	bool lakhs;	  /* grouped in lakhs, as in India: "18,00,000" */
	bool pesos;	  /* of a country that it does not name */
	bool national;	  /* "M.N.": money of a country that it does not */
	char word[32];	  /* of the text, which cannot be read for it; "" */
	const char *why;  /* that word is refused, or NULL */
	const char *help; /* what to write in its place, or NULL */
};

/*
 * Reads "$60,000 - $70,000/yr", "EUR 45.000–52.000 p.a.", "25.50 per hour",
 * "65k-95k USD". NULL, or why it cannot be told what is meant (a constant): a
 * rough figure, two currencies, a word that is none of pay.
 */
const char *rw_amount_read(const char *text, struct rw_amount *amount);

/* One figure without currency and period; false if it is none. */
bool rw_amount_number(const char *text, rw_decimal *value);

/*
 * The currency that 'country' (ISO 3166) writes with 'sign' ("$", "¥"), if it
 * is another than rw_amount_currency takes it for; else NULL.
 */
const char *rw_amount_rival(const char *sign, const char *country);

/* Whether no range of pay goes so far: a figure is of something else. */
bool rw_amount_is_far(rw_decimal min, rw_decimal max);

/* Whether 'currency' is one of those that 'sign' is written for. */
bool rw_amount_has_sign(const char *sign, const char *currency);

/*
 * Hours a week: "38,5", "40h", "40 Std./Woche". False for any other text, as
 * one of hours a day.
 */
bool rw_amount_hours(struct rw_arena *arena, const char *text,
		     rw_decimal *value);

/* "hour" of "hourly", "per hour", "/hr"; NULL if it is no period. */
const char *rw_amount_period(const char *text);

/* ISO 4217 of a code or a sign ("$", "C$", "€"); false if it is none. */
bool rw_amount_currency(const char *text, char currency[4]);

#endif
