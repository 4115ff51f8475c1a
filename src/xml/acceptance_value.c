/*
 * Values of simple types. Only the plain forms are accepted: characters beyond
 * ASCII, white space at the ends, signs and long numbers are left to the
 * schema.
 */
#include "xml/acceptance_value.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/utf8.h"
#include "xml/acceptance.h"
#include "xml/pattern.h"

#define DIGITS "0123456789"
#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define SPACE " \t\r\n"
/* Digits before and behind the point that a decimal is sure to hold. */
#define WHOLE_DIGITS 12
#define FRACTION_DIGITS 6
/* Bytes of one item of a list, or of the name of a type. */
#define ITEM_SIZE 128

enum kind {
	KIND_BUILT_IN,
	KIND_DOUBT,
	KIND_ONE_OF,  /* 'text': the words */
	KIND_PATTERN, /* 'text': the pattern */
	KIND_BOUNDED, /* 'text': "facet=value " ... */
	KIND_LIST,    /* of 'base' */
	KIND_ANY_OF   /* 'text': names of types */
};

struct value {
	const char *name;
	enum kind kind;
	enum rw_value_type base;
	const char *text;
};

static const struct value values[] = {
#define BUILT_IN(name) { #name, KIND_BUILT_IN, RW_VALUE_##name, "" },
	BUILT_IN(xs_doubt) BUILT_IN(xs_string) BUILT_IN(xs_token)
		BUILT_IN(xs_NMTOKEN) BUILT_IN(xs_NMTOKENS) BUILT_IN(xs_date)
			BUILT_IN(xs_gYear) BUILT_IN(xs_gYearMonth)
				BUILT_IN(xs_language) BUILT_IN(xs_anyURI)
					BUILT_IN(xs_decimal)
						BUILT_IN(xs_nonNegativeInteger)
#define VALUE(name, kind, base, text) \
	{ #name, KIND_##kind, RW_VALUE_##base, text },
#define ELEMENT(name, model, text, place)
#define CHILD(name, min, max)
#define CONTENT(type)
#define ATTRIBUTE(name, type, need)
#define END
#include "xml/acceptance.def"
#undef VALUE
#undef ELEMENT
#undef CHILD
#undef CONTENT
#undef ATTRIBUTE
#undef END
#undef BUILT_IN
};

/* --------------------------------------------------------------- built in */

static bool only(const char *value, const char *characters)
{
	return value[0] && !value[strspn(value, characters)];
}

static bool is_nmtoken(const char *value)
{
	return only(value, LOWER UPPER DIGITS ".-_");
}

static bool is_nmtokens(const char *value)
{
	return only(value, LOWER UPPER DIGITS ".-_ ") && value[0] != ' ' &&
	       value[strlen(value) - 1] != ' ';
}

static bool is_date(const char *value)
{
	return only(value, DIGITS "-") && rw_date_parse(value) != RW_DATE_NONE;
}

/* "2026", or "2026-11" with 'month'. */
static bool is_part_of_date(const char *value, bool month)
{
	char date[RW_DATE_SIZE];

	if (!only(value, DIGITS "-") || strlen(value) != (month ? 7 : 4))
		return false;
	snprintf(date, sizeof(date), "%s%s", value, month ? "-01" : "-01-01");
	return rw_date_parse(date) != RW_DATE_NONE;
}

/* Language, and script or region behind it. */
static bool is_language(const char *value)
{
	size_t n = strspn(value, LOWER);
	const char *rest = value + n;

	if (n < 2 || n > 3)
		return false;
	if (!*rest)
		return true;
	if (*rest++ != '-')
		return false;
	n = strspn(rest, UPPER);
	if (n == 2 && !rest[2])
		return true;
	return n == 1 && strspn(rest + 1, LOWER) == 3 && !rest[4];
}

/* A path, or a host's name and what stands behind it; then a query. */
static bool is_address(const char *value)
{
	static const char path[] = LOWER UPPER DIGITS "./-_~";
	const char *rest = value;

	if (!strncmp(value, "http://", 7) || !strncmp(value, "https://", 8)) {
		rest = strchr(value, ':') + 3;
		if (!strchr(LOWER UPPER DIGITS, rest[0]) || !rest[0])
			return false;
		rest += strspn(rest, LOWER UPPER DIGITS ".-");
		if (!*rest)
			return true;
		if (*rest != '/')
			return false;
	}
	rest += strspn(rest, path);
	return rest > value &&
	       (!*rest || (*rest == '?' &&
			   only(rest + 1, LOWER UPPER DIGITS "./-_~=&+")));
}

static bool is_number(const char *value)
{
	const char *digits = value + (*value == '-');
	size_t whole = strspn(digits, DIGITS);
	size_t fraction;

	if (!whole || whole > WHOLE_DIGITS)
		return false;
	if (!digits[whole])
		return true;
	if (digits[whole] != '.')
		return false;
	fraction = strspn(digits + whole + 1, DIGITS);
	return fraction && fraction <= FRACTION_DIGITS &&
	       !digits[whole + 1 + fraction];
}

static bool built_in(enum rw_value_type type, const char *value)
{
	switch (type) {
	case RW_VALUE_xs_string:
	case RW_VALUE_xs_token:
		return rw_utf8_valid_prefix(value, strlen(value)) ==
		       strlen(value);
	case RW_VALUE_xs_NMTOKEN:
		return is_nmtoken(value);
	case RW_VALUE_xs_NMTOKENS:
		return is_nmtokens(value);
	case RW_VALUE_xs_date:
		return is_date(value);
	case RW_VALUE_xs_gYear:
		return is_part_of_date(value, false);
	case RW_VALUE_xs_gYearMonth:
		return is_part_of_date(value, true);
	case RW_VALUE_xs_language:
		return is_language(value);
	case RW_VALUE_xs_anyURI:
		return is_address(value);
	case RW_VALUE_xs_decimal:
		return is_number(value);
	case RW_VALUE_xs_nonNegativeInteger:
		return is_number(value) && only(value, DIGITS);
	default:
		return false;
	}
}

/* ----------------------------------------------------------------- facets */

static bool is_one_of(const char *words, const char *value)
{
	size_t len = strlen(value), n;

	if (!len || strpbrk(value, SPACE))
		return false;
	for (; *words; words += n + 1) {
		n = strcspn(words, " ");
		if (n == len && !memcmp(words, value, n))
			return true;
	}
	return false;
}

static size_t count_digits(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += *text >= '0' && *text <= '9';
	return count;
}

static bool is_long_enough(const char *value, size_t least)
{
	size_t len = strlen(value);

	return !least || (least == 1 && strspn(value, SPACE) < len);
}

static bool number_keeps(const char *facet, const char *bound,
			 const char *value)
{
	rw_decimal limit, number;
	const char *point = strchr(value, '.');

	if (!strcmp(facet, "totalDigits"))
		return count_digits(value) <= strtoul(bound, NULL, 10);
	if (!strcmp(facet, "fractionDigits"))
		return !point || strlen(point + 1) <= strtoul(bound, NULL, 10);
	if (!rw_decimal_parse(bound, &limit) ||
	    !rw_decimal_parse(value, &number))
		return false;
	if (!strcmp(facet, "minInclusive"))
		return number >= limit;
	if (!strcmp(facet, "maxInclusive"))
		return number <= limit;
	return !strcmp(facet, "minExclusive") && number > limit;
}

static bool keeps(const char *facet, const char *bound, const char *value)
{
	if (!strcmp(facet, "minLength"))
		return is_long_enough(value, strtoul(bound, NULL, 10));
	if (!strcmp(facet, "maxLength"))
		return rw_utf8_length(value, strlen(value)) <=
		       strtoul(bound, NULL, 10);
	return is_number(value) && number_keeps(facet, bound, value);
}

/* The next of 'words' (each with a space behind it) into 'out'. */
static const char *next_word(const char *words, char *out)
{
	size_t n = strcspn(words, SPACE);

	if (!n || n >= ITEM_SIZE)
		return NULL;
	memcpy(out, words, n);
	out[n] = '\0';
	return words + n + (words[n] != '\0');
}

static bool is_bounded(const char *facets, const char *value)
{
	char facet[ITEM_SIZE], *bound;

	while (*facets) {
		facets = next_word(facets, facet);
		bound = facets ? strchr(facet, '=') : NULL;
		if (!bound)
			return false;
		*bound++ = '\0';
		if (!keeps(facet, bound, value))
			return false;
	}
	return true;
}

static bool is_list(enum rw_value_type item, const char *value)
{
	char word[ITEM_SIZE];
	size_t count = 0;

	for (value += strspn(value, SPACE); *value; count++) {
		value = next_word(value, word);
		if (!value || !rw_value_accepts(item, word))
			return false;
		value += strspn(value, SPACE);
	}
	return count > 0;
}

static bool is_any_of(const char *names, const char *value)
{
	char name[ITEM_SIZE];

	while (*names) {
		names = next_word(names, name);
		if (!names)
			return false;
		if (rw_value_is_accepted(name, value))
			return true;
	}
	return false;
}

/* The pattern of ids, and how that of references goes on behind one. */
#define ID_PATTERN "[a-z0-9][a-z0-9-]{0,79}"
#define OPTION_BEGINS '('
#define OPTION_ENDS ")?"

static bool is_id(const char *value)
{
	size_t len = strspn(value, LOWER DIGITS "-");

	return len > 0 && len <= 80 && !value[len] && value[0] != '-';
}

/* Most values are ids: they are known without the matcher. */
static bool fits(const char *pattern, const char *value)
{
	size_t len = strlen(pattern), id = strlen(ID_PATTERN);
	size_t end = strlen(OPTION_ENDS);

	if (len >= id && memcmp(pattern, ID_PATTERN, id) == 0 && is_id(value) &&
	    (len == id || (pattern[id] == OPTION_BEGINS &&
			   strcmp(pattern + len - end, OPTION_ENDS) == 0)))
		return true;
	return rw_pattern_matches(pattern, value);
}

bool rw_value_accepts(enum rw_value_type type, const char *value)
{
	const struct value *v = &values[type];

	switch (v->kind) {
	case KIND_BUILT_IN:
		return built_in(type, value);
	case KIND_ONE_OF:
		return is_one_of(v->text, value);
	case KIND_PATTERN:
		return rw_value_accepts(v->base, value) && fits(v->text, value);
	case KIND_BOUNDED:
		return is_bounded(v->text, value) &&
		       rw_value_accepts(v->base, value);
	case KIND_LIST:
		return is_list(v->base, value);
	case KIND_ANY_OF:
		return is_any_of(v->text, value);
	default:
		return false;
	}
}

bool rw_value_is_accepted(const char *type, const char *value)
{
	for (size_t i = 0; i < RW_VALUE_COUNT; i++) {
		if (!strcmp(values[i].name, type))
			return rw_value_accepts((enum rw_value_type)i, value);
	}
	return false;
}
