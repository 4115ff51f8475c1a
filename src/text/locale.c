/*
 * ICU's C interface behind strings in UTF-8. Amounts reach ICU as decimal
 * strings. Where ICU fails the plain value is used: a figure is never lost.
 */
#include "text/locale.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/ucol.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/unumberrangeformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/memory.h"
#include "base/utf8.h"

#define DECIMAL_BYTES 24
#define SKELETON_BYTES 96
#define MS_PER_DAY 86400000.0

/* Formatters of one skeleton; a locale meets a handful. */
struct figures {
	struct figures *next;
	char skeleton[SKELETON_BYTES];
	UNumberFormatter *one;
	UNumberRangeFormatter *range;
};

struct rw_locale {
	struct rw_arena *arena;
	const char *tag;
	char id[ULOC_FULLNAME_CAPACITY];
	struct figures *figures;
	UFormattedNumber *number;
	UFormattedNumberRange *range;
	UDateFormat *date;
	UDateFormat *month;
	UPluralRules *plurals;
	UListFormatter *list;
	UCollator *order;
	UCollator *letters; /* tells letters apart, not accents or case */
};

static void release(void *object)
{
	struct rw_locale *locale = object;

	for (struct figures *f = locale->figures; f; f = f->next) {
		unumf_close(f->one);
		unumrf_close(f->range);
	}
	unumf_closeResult(locale->number);
	unumrf_closeResult(locale->range);
	udat_close(locale->date);
	udat_close(locale->month);
	uplrules_close(locale->plurals);
	ulistfmt_close(locale->list);
	ucol_close(locale->order);
	ucol_close(locale->letters);
}

/* Without data of its own, ICU would take the locale of the process. */
static bool has_data(const char *id)
{
	char language[ULOC_LANG_CAPACITY];
	UErrorCode error = U_ZERO_ERROR;
	int32_t count = uloc_countAvailable();

	uloc_getLanguage(id, language, sizeof(language), &error);
	if (error != U_ZERO_ERROR || !*language)
		return false;
	for (int32_t i = 0; i < count; i++)
		if (strcmp(uloc_getAvailable(i), language) == 0)
			return true;
	return false;
}

static void *U_CALLCONV take(const void *context, size_t size)
{
	(void)context;
	return rw_malloc(size);
}

static void *U_CALLCONV resize(const void *context, void *memory, size_t size)
{
	(void)context;
	return rw_realloc(memory, size);
}

static void U_CALLCONV give_back(const void *context, void *memory)
{
	(void)context;
	rw_free(memory);
}

void rw_locale_init(void)
{
	UErrorCode status = U_ZERO_ERROR;

	/* Where ICU was used before, it keeps the memory that it has. */
	u_setMemoryFunctions(NULL, take, resize, give_back, &status);
}

struct rw_locale *rw_locale_new(struct rw_arena *arena, const char *tag)
{
	struct rw_locale *locale = rw_arena_zalloc(arena, sizeof(*locale));
	UErrorCode error = U_ZERO_ERROR;

	locale->arena = arena;
	locale->tag = rw_arena_strdup(arena, tag);
	uloc_forLanguageTag(tag, locale->id, sizeof(locale->id), NULL, &error);
	if (error != U_ZERO_ERROR || !has_data(locale->id))
		memcpy(locale->id, "en", sizeof("en"));
	rw_arena_defer(arena, release, locale);
	return locale;
}

const char *rw_locale_tag(const struct rw_locale *locale)
{
	return locale->tag;
}

/* A string as UTF-16; rw_free releases it. */
static UChar *wide(const char *text, size_t len, int32_t *count)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar *out = rw_malloc((len + 1) * sizeof(*out));

	u_strFromUTF8WithSub(out, (int32_t)len + 1, count, text, (int32_t)len,
			     0xFFFD, NULL, &error);
	return out;
}

static char *narrow(struct rw_arena *arena, const UChar *text, int32_t count)
{
	size_t room = (size_t)count * 3 + 1;
	char *out = rw_arena_alloc(arena, room);
	UErrorCode error = U_ZERO_ERROR;

	u_strToUTF8WithSub(out, (int32_t)room, NULL, text, count, 0xFFFD, NULL,
			   &error);
	return out;
}

static struct figures *figures_for(struct rw_locale *locale,
				   const char *skeleton)
{
	struct figures *f = locale->figures;

	while (f && strcmp(f->skeleton, skeleton) != 0)
		f = f->next;
	if (f)
		return f;
	f = rw_arena_zalloc(locale->arena, sizeof(*f));
	snprintf(f->skeleton, sizeof(f->skeleton), "%s", skeleton);
	f->next = locale->figures;
	locale->figures = f;
	return f;
}

static UNumberFormatter *one_of(struct rw_locale *locale, struct figures *f)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t count;
	UChar *skeleton;

	if (f->one)
		return f->one;
	skeleton = wide(f->skeleton, strlen(f->skeleton), &count);
	f->one = unumf_openForSkeletonAndLocale(skeleton, count, locale->id,
						&error);
	rw_free(skeleton);
	if (!locale->number)
		locale->number = unumf_openResult(&error);
	return f->one;
}

static UNumberRangeFormatter *range_of(struct rw_locale *locale,
				       struct figures *f)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t count;
	UChar *skeleton;

	if (f->range)
		return f->range;
	skeleton = wide(f->skeleton, strlen(f->skeleton), &count);
	f->range = unumrf_openForSkeletonWithCollapseAndIdentityFallback(
		skeleton, count, UNUM_RANGE_COLLAPSE_AUTO,
		UNUM_IDENTITY_FALLBACK_SINGLE_VALUE, locale->id, NULL, &error);
	rw_free(skeleton);
	if (!locale->range)
		locale->range = unumrf_openResult(&error);
	return f->range;
}

/* locale->number becomes 'value' as 'skeleton' has it. */
static UErrorCode format_one(struct rw_locale *locale, const char *skeleton,
			     const char *value)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNumberFormatter *formatter =
		one_of(locale, figures_for(locale, skeleton));

	if (!formatter || !locale->number)
		return U_INTERNAL_PROGRAM_ERROR;
	unumf_formatDecimal(formatter, value, -1, locale->number, &error);
	return error;
}

static char *figure(struct rw_locale *locale, struct rw_arena *arena,
		    const char *skeleton, rw_decimal value)
{
	char decimal[DECIMAL_BYTES];
	UErrorCode error;
	const UChar *text = NULL;
	int32_t count = 0;

	rw_decimal_format(value, decimal);
	error = format_one(locale, skeleton, decimal);
	if (U_SUCCESS(error))
		text = ufmtval_getString(
			unumf_resultAsValue(locale->number, &error), &count,
			&error);
	if (U_FAILURE(error))
		return rw_arena_strdup(arena, decimal);
	return narrow(arena, text, count);
}

static bool is_whole(rw_decimal amount)
{
	return amount % RW_DECIMAL_SCALE == 0;
}

static bool is_currency(const char *code)
{
	for (size_t i = 0; i < 3; i++)
		if (code[i] < 'A' || code[i] > 'Z')
			return false;
	return code[3] == '\0';
}

static void money_skeleton(char *out, const char *currency, bool whole)
{
	snprintf(out, SKELETON_BYTES,
		 "currency/%s %s rounding-mode-half-up group-on-aligned",
		 is_currency(currency) ? currency : "XXX",
		 whole ? "precision-integer" : ".00");
}

char *rw_locale_money(struct rw_locale *locale, struct rw_arena *arena,
		      rw_decimal amount, const char *currency)
{
	char skeleton[SKELETON_BYTES];

	money_skeleton(skeleton, currency, is_whole(amount));
	return figure(locale, arena, skeleton, amount);
}

/* Figures hold no-break blanks only, so plain ones stand round the dash. */
static void drop_blanks(char *text)
{
	char *to = text;

	for (; *text; text++)
		if (*text != ' ')
			*to++ = *text;
	*to = '\0';
}

char *rw_locale_money_range(struct rw_locale *locale, struct rw_arena *arena,
			    rw_decimal min, rw_decimal max,
			    const char *currency)
{
	char skeleton[SKELETON_BYTES], from[DECIMAL_BYTES], to[DECIMAL_BYTES];
	UErrorCode error = U_ZERO_ERROR;
	const UNumberRangeFormatter *formatter;
	const UChar *text;
	int32_t count;
	char *out;

	if (min == max)
		return rw_locale_money(locale, arena, min, currency);
	money_skeleton(skeleton, currency, is_whole(min) && is_whole(max));
	rw_decimal_format(min, from);
	rw_decimal_format(max, to);
	formatter = range_of(locale, figures_for(locale, skeleton));
	if (!formatter || !locale->range)
		return rw_arena_printf(arena, "%s %s\xE2\x80\x93%s", currency,
				       from, to);
	unumrf_formatDecimalRange(formatter, from, -1, to, -1, locale->range,
				  &error);
	text = ufmtval_getString(unumrf_resultAsValue(locale->range, &error),
				 &count, &error);
	if (U_FAILURE(error))
		return rw_arena_printf(arena, "%s %s\xE2\x80\x93%s", currency,
				       from, to);
	out = narrow(arena, text, count);
	drop_blanks(out);
	return out;
}

char *rw_locale_number(struct rw_locale *locale, struct rw_arena *arena,
		       rw_decimal value)
{
	return figure(locale, arena, ".######", value);
}

char *rw_locale_percent(struct rw_locale *locale, struct rw_arena *arena,
			rw_decimal value)
{
	return figure(locale, arena, "percent .######", value);
}

static const UChar utc[] = { 'U', 'T', 'C', 0 };

/* The day as 'format' (NULL: none) writes it, or NULL. */
static char *write_day(struct rw_arena *arena, UDateFormat *format, int32_t day)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar text[128];
	int32_t count;

	if (format == NULL)
		return NULL;
	count = udat_format(format, (UDate)day * MS_PER_DAY, text,
			    (int32_t)(sizeof(text) / sizeof(*text)), NULL,
			    &error);
	return U_SUCCESS(error) ? narrow(arena, text, count) : NULL;
}

char *rw_locale_date(struct rw_locale *locale, struct rw_arena *arena,
		     int32_t day)
{
	UErrorCode error = U_ZERO_ERROR;
	char *text;

	if (!locale->date)
		locale->date = udat_open(UDAT_NONE, UDAT_LONG, locale->id, utc,
					 -1, NULL, 0, &error);
	text = write_day(arena, locale->date, day);
	if (text == NULL) {
		text = rw_arena_alloc(arena, RW_DATE_SIZE);
		rw_date_format(day, text);
	}
	return text;
}

static UDateFormat *open_month(const char *id)
{
	static const UChar skeleton[] = { 'y', 'M', 'M', 'M', 'M', 0 };
	UErrorCode error = U_ZERO_ERROR;
	UDateTimePatternGenerator *patterns = udatpg_open(id, &error);
	UDateFormat *format = NULL;
	UChar pattern[64];
	int32_t count = 0;

	if (U_SUCCESS(error))
		count = udatpg_getBestPattern(
			patterns, skeleton, 5, pattern,
			(int32_t)(sizeof(pattern) / sizeof(*pattern)), &error);
	if (U_SUCCESS(error))
		format = udat_open(UDAT_PATTERN, UDAT_PATTERN, id, utc, -1,
				   pattern, count, &error);
	udatpg_close(patterns);
	return format;
}

const char *rw_locale_when(struct rw_locale *locale, struct rw_arena *arena,
			   const char *date)
{
	int32_t day = rw_date_parse(date);
	char *text;

	if (day != RW_DATE_NONE)
		return rw_locale_date(locale, arena, day);
	day = rw_date_parse(rw_arena_printf(arena, "%s-01", date));
	if (day == RW_DATE_NONE)
		return date;
	if (!locale->month)
		locale->month = open_month(locale->id);
	text = write_day(arena, locale->month, day);
	return text ? text : date;
}

const char *rw_locale_plural(struct rw_locale *locale, rw_decimal value)
{
	static const char *const keys[] = { "zero", "one", "two", "few",
					    "many" };
	char decimal[DECIMAL_BYTES], key[16] = "";
	UErrorCode error = U_ZERO_ERROR;
	UChar text[16];
	int32_t count = 0;

	if (!locale->plurals)
		locale->plurals = uplrules_open(locale->id, &error);
	rw_decimal_format(value, decimal);
	if (U_SUCCESS(error))
		error = format_one(locale, ".######", decimal);
	if (U_SUCCESS(error))
		count = uplrules_selectFormatted(
			locale->plurals, locale->number, text, 15, &error);
	if (U_FAILURE(error))
		return "other";
	for (int32_t i = 0; i < count && i < 15; i++)
		key[i] = (char)text[i];
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (strcmp(key, keys[i]) == 0)
			return keys[i];
	return "other";
}

static char *plain_list(struct rw_arena *arena, const char *const *items,
			size_t count)
{
	struct rw_buf out = RW_BUF_INIT;
	char *copy;

	for (size_t i = 0; i < count; i++) {
		rw_buf_puts(&out, i > 0 ? ", " : "");
		rw_buf_puts(&out, items[i]);
	}
	copy = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return copy;
}

static char *join(const UListFormatter *list, struct rw_arena *arena,
		  UChar **items, const int32_t *lengths, int32_t count)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar *out;
	char *copy;
	int32_t len = ulistfmt_format(list, (const UChar *const *)items,
				      lengths, count, NULL, 0, &error);

	if (error != U_BUFFER_OVERFLOW_ERROR)
		return NULL;
	error = U_ZERO_ERROR;
	out = rw_malloc(((size_t)len + 1) * sizeof(*out));
	ulistfmt_format(list, (const UChar *const *)items, lengths, count, out,
			len + 1, &error);
	copy = U_SUCCESS(error) ? narrow(arena, out, len) : NULL;
	rw_free(out);
	return copy;
}

char *rw_locale_list(struct rw_locale *locale, struct rw_arena *arena,
		     const char *const *items, size_t count)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar **texts;
	int32_t *lengths;
	char *out = NULL;

	if (count < 2)
		return rw_arena_strdup(arena, count ? items[0] : "");
	if (!locale->list)
		locale->list = ulistfmt_open(locale->id, &error);
	texts = rw_calloc(count, sizeof(*texts));
	lengths = rw_calloc(count, sizeof(*lengths));
	for (size_t i = 0; i < count; i++)
		texts[i] = wide(items[i], strlen(items[i]), &lengths[i]);
	if (locale->list)
		out = join(locale->list, arena, texts, lengths, (int32_t)count);
	for (size_t i = 0; i < count; i++)
		rw_free(texts[i]);
	rw_free(texts);
	rw_free(lengths);
	return out ? out : plain_list(arena, items, count);
}

char *rw_locale_country(struct rw_locale *locale, struct rw_arena *arena,
			const char *iso2)
{
	UErrorCode error = U_ZERO_ERROR;
	char id[16];
	UChar text[128];
	int32_t count;

	if (strlen(iso2) != 2)
		return rw_arena_strdup(arena, iso2);
	snprintf(id, sizeof(id), "und_%s", iso2);
	count = uloc_getDisplayCountry(id, locale->id, text, 128, &error);
	if (U_FAILURE(error) || count == 0)
		return rw_arena_strdup(arena, iso2);
	return narrow(arena, text, count);
}

char *rw_locale_language(struct rw_locale *locale, struct rw_arena *arena,
			 const char *tag)
{
	UErrorCode error = U_ZERO_ERROR;
	char id[ULOC_FULLNAME_CAPACITY];
	UChar text[256];
	int32_t count = 0;

	uloc_forLanguageTag(tag, id, sizeof(id), NULL, &error);
	if (error == U_ZERO_ERROR && has_data(id))
		count = uloc_getDisplayName(id, locale->id, text, 256, &error);
	if (U_FAILURE(error) || count == 0)
		return rw_arena_strdup(arena, tag);
	return narrow(arena, text, count);
}

static UCollator *open_order(const struct rw_locale *locale, bool letters)
{
	UErrorCode error = U_ZERO_ERROR;
	UCollator *order = ucol_open(locale->id, &error);

	if (order && letters)
		ucol_setStrength(order, UCOL_PRIMARY);
	return order;
}

int rw_locale_compare(struct rw_locale *locale, const char *a, const char *b)
{
	UErrorCode error = U_ZERO_ERROR;
	UCollationResult result = UCOL_EQUAL;

	if (!locale->order)
		locale->order = open_order(locale, false);
	if (locale->order)
		result = ucol_strcollUTF8(locale->order, a, -1, b, -1, &error);
	if (U_FAILURE(error) || result == UCOL_EQUAL)
		return strcmp(a, b);
	return result == UCOL_LESS ? -1 : 1;
}

char *rw_locale_sort_key(struct rw_locale *locale, struct rw_arena *arena,
			 const char *text)
{
	int32_t count = 0, size;
	UChar *source;
	char *key;

	if (!locale->order)
		locale->order = open_order(locale, false);
	if (!locale->order)
		return rw_arena_strdup(arena, text);
	source = wide(text, strlen(text), &count);
	size = ucol_getSortKey(locale->order, source, count, NULL, 0);
	key = rw_arena_zalloc(arena, (size_t)size + 1);
	ucol_getSortKey(locale->order, source, count, (uint8_t *)key, size);
	rw_free(source);
	return key;
}

/* The letter of the alphabet that 'c' is to the language, or 0. */
static char base_letter(struct rw_locale *locale, UChar32 c)
{
	UChar text[2];
	int32_t count = 0;

	if (!locale->letters)
		locale->letters = open_order(locale, true);
	if (!locale->letters)
		return 0;
	U16_APPEND_UNSAFE(text, count, c);
	for (UChar letter = 'A'; letter <= 'Z'; letter++)
		if (ucol_strcoll(locale->letters, text, count, &letter, 1) ==
		    UCOL_EQUAL)
			return (char)letter;
	return 0;
}

char *rw_locale_initial(struct rw_locale *locale, struct rw_arena *arena,
			const char *label)
{
	size_t len = strlen(label), size, at = 0;
	char out[5] = "", letter;
	UChar32 c = 0;

	for (; at < len; at += size) {
		c = (UChar32)rw_utf8_decode(label + at, len - at, &size);
		if (u_isalnum(c))
			break;
	}
	if (at >= len || !u_isalpha(c))
		return rw_arena_strdup(arena, "#");
	letter = base_letter(locale, c);
	if (letter)
		return rw_arena_strndup(arena, &letter, 1);
	out[rw_utf8_encode((uint32_t)u_toupper(c), out)] = '\0';
	return rw_arena_strdup(arena, out);
}

char *rw_locale_capitalise(struct rw_locale *locale, struct rw_arena *arena,
			   const char *text)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t count = 0, first = 0, room = 8;
	UChar *source = wide(text, strlen(text), &count);
	UChar *out = rw_malloc((size_t)(count + room) * sizeof(*out));
	char *result;

	U16_FWD_1(source, first, count);
	room = u_strToUpper(out, room, source, first, locale->tag, &error);
	if (U_FAILURE(error) || room > 8) {
		room = first;
		u_memcpy(out, source, first);
	}
	u_memcpy(out + room, source + first, count - first);
	result = narrow(arena, out, room + count - first);
	rw_free(source);
	rw_free(out);
	return result;
}

char *rw_locale_currency(struct rw_arena *arena, const char *iso2)
{
	UErrorCode error = U_ZERO_ERROR;
	char *tag = rw_arena_printf(arena, "und_%s", iso2);
	char code[4] = "";
	UChar wide[4];

	if (ucurr_forLocale(tag, wide, 4, &error) != 3 || U_FAILURE(error))
		return NULL;
	u_UCharsToChars(wide, code, 3);
	return rw_arena_strdup(arena, code);
}

bool rw_locale_is_currency(const char *code)
{
	UErrorCode error = U_ZERO_ERROR;
	const char *known;
	UEnumeration *all;
	bool found = false;

	if (!is_currency(code))
		return false;
	all = ucurr_openISOCurrencies(UCURR_COMMON, &error);
	while (!found && U_SUCCESS(error) &&
	       (known = uenum_next(all, NULL, &error)) != NULL)
		found = strcmp(known, code) == 0;
	uenum_close(all);
	return found;
}

bool rw_locale_is_country(const char *iso2)
{
	const char *const *known = uloc_getISOCountries();

	while (*known != NULL && strcmp(*known, iso2) != 0)
		known++;
	return *known != NULL;
}
