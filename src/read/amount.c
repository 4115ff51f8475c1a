/*
 * Pay in words: figures, a currency, a period, and nothing else.
 */
#include "read/amount.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "text/locale.h"

#define FIGURE_BYTES 32
#define WORD_BYTES 32
#define LAKH 100000
#define CRORE 10000000
#define FARTHEST 20 /* times the lower end that the upper one may be */

/* What has been read so far. */
struct reading {
	const char *text;
	const char *at;
	struct rw_amount *amount;
	rw_decimal figures[2];
	unsigned count;
	bool thousands[2]; /* the figure had a 'k' */
	rw_decimal times;  /* "TEUR", "lakhs": what both figures count, or 0 */
	bool between;	   /* words that want two ends: "zwischen" */
	bool said;	   /* a code or a sign of one currency only */
	bool dash;	   /* between the two */
	bool open;	   /* it says "from", or has a '+' behind it */
	const char *wrong;
};

/* Signs and words that mean a currency; longer ones first. */
static const struct {
	const char *sign;
	const char *code;
} signs[] = {
	{ "US$", "USD" }, { "CA$", "CAD" }, { "AU$", "AUD" }, { "NZ$", "NZD" },
	{ "HK$", "HKD" }, { "MX$", "MXN" }, { "A$", "AUD" },  { "C$", "CAD" },
	{ "S$", "SGD" },  { "R$", "BRL" },  { "$", "USD" },   { "€", "EUR" },
	{ "£", "GBP" },	  { "¥", "JPY" },   { "₹", "INR" },   { "zł", "PLN" },
	{ "Fr.", "CHF" },
};

/* Countries that write such a sign for money of their own. */
static const struct {
	const char *sign;
	const char *country;
	const char *code;
} rivals[] = {
	{ "$", "CA", "CAD" }, { "$", "AU", "AUD" }, { "$", "NZ", "NZD" },
	{ "$", "SG", "SGD" }, { "$", "HK", "HKD" }, { "$", "TW", "TWD" },
	{ "$", "MX", "MXN" }, { "$", "AR", "ARS" }, { "$", "CL", "CLP" },
	{ "$", "CO", "COP" }, { "$", "UY", "UYU" }, { "$", "DO", "DOP" },
	{ "$", "CU", "CUP" }, { "$", "JM", "JMD" }, { "$", "TT", "TTD" },
	{ "$", "BB", "BBD" }, { "$", "BS", "BSD" }, { "$", "BZ", "BZD" },
	{ "$", "BM", "BMD" }, { "$", "KY", "KYD" }, { "$", "GY", "GYD" },
	{ "$", "SR", "SRD" }, { "$", "FJ", "FJD" }, { "$", "BN", "BND" },
	{ "$", "NA", "NAD" }, { "$", "LR", "LRD" }, { "¥", "CN", "CNY" },
};
#define RIVALS (sizeof(rivals) / sizeof(rivals[0]))

static const struct {
	const char *word;
	const char *period;
} periods[] = {
	{ "hour", "hour" },
	{ "hourly", "hour" },
	{ "hours", "hour" },
	{ "hr", "hour" },
	{ "hrs", "hour" },
	{ "h", "hour" },
	{ "stunde", "hour" },
	{ "std", "hour" },
	{ "stdl", "hour" },
	{ "stündlich", "hour" },
	{ "hora", "hour" },
	{ "stundenlohn", "hour" },
	{ "stundensatz", "hour" },
	{ "tagessatz", "day" },
	{ "monatsgehalt", "month" },
	{ "monatslohn", "month" },
	{ "jahresgehalt", "year" },
	{ "bruttojahresgehalt", "year" },
	{ "ph", "hour" },
	{ "uur", "hour" },
	{ "day", "day" },
	{ "pd", "day" },
	{ "dag", "day" },
	{ "día", "day" },
	{ "dia", "day" },
	{ "diario", "day" },
	{ "diarios", "day" },
	{ "diaria", "day" },
	{ "daily", "day" },
	{ "tag", "day" },
	{ "week", "week" },
	{ "weekly", "week" },
	{ "wk", "week" },
	{ "woche", "week" },
	{ "wöchentlich", "week" },
	{ "pw", "week" },
	{ "semana", "week" },
	{ "semanal", "week" },
	{ "semanales", "week" },
	{ "biweekly", "two-weeks" },
	{ "bi-weekly", "two-weeks" },
	{ "fortnight", "two-weeks" },
	{ "fortnightly", "two-weeks" },
	{ "two-weeks", "two-weeks" },
	{ "semi-monthly", "half-month" },
	{ "half-month", "half-month" },
	{ "month", "month" },
	{ "monthly", "month" },
	{ "mo", "month" },
	{ "mth", "month" },
	{ "monat", "month" },
	{ "monatlich", "month" },
	{ "monatl", "month" },
	{ "mtl", "month" },
	{ "pm", "month" },
	{ "pcm", "month" },
	{ "maand", "month" },
	{ "mes", "month" },
	{ "mensual", "month" },
	{ "mensuales", "month" },
	{ "year", "year" },
	{ "yearly", "year" },
	{ "yr", "year" },
	{ "y", "year" },
	{ "annual", "year" },
	{ "annually", "year" },
	{ "annum", "year" },
	{ "pa", "year" },
	{ "jaar", "year" },
	{ "jahr", "year" },
	{ "jährlich", "year" },
	{ "jährl", "year" },
	{ "año", "year" },
	{ "anual", "year" },
	{ "anuales", "year" },
};

static bool is_among(const char *word, const char *const words[], size_t count)
{
	size_t i = 0;

	while (i < count && strcasecmp(word, words[i]) != 0)
		i++;
	return i < count;
}

/* Words that may stand beside a figure and change nothing. */
static bool is_filler(const char *word)
{
	static const char *const words[] = {
		"per",	"a",	 "an",	   "pro",    "je",     "gross", "base",
		"rate", "bruto", "brutto", "brutos", "salary", "al",	"por",
		"en",	"la",	 "im",	   "in",     "der",    "die",
	};

	return is_among(word, words, sizeof(words) / sizeof(words[0]));
}

/* Words before a figure that may be the least of a range, or all of it. */
static bool is_from(const char *word)
{
	static const char *const words[] = { "from",  "von",	    "ab",
					     "desde", "de",	    "starting",
					     "at",    "mindestens", "minimum" };

	return is_among(word, words, sizeof(words) / sizeof(words[0]));
}

/* Words before two figures, of which the second follows "and". */
static bool is_between(const char *word)
{
	static const char *const words[] = { "between", "entre", "zwischen",
					     "tussen" };

	return is_among(word, words, sizeof(words) / sizeof(words[0]));
}

/* What figures count beside such a word: "52-58 TEUR", "12 lakhs"; or 0. */
static rw_decimal times_of(const char *word)
{
	static const struct {
		const char *word;
		rw_decimal times;
	} words[] = {
		{ "TEUR", 1000 },    { "T€", 1000 },   { "kEUR", 1000 },
		{ "k€", 1000 },	     { "Tsd", 1000 },  { "k", 1000 },
		{ "LPA", LAKH },     { "lakh", LAKH }, { "lakhs", LAKH },
		{ "lac", LAKH },     { "lacs", LAKH }, { "crore", CRORE },
		{ "crores", CRORE },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(words[i].word, word) == 0)
			return words[i].times;
	return 0;
}

/* Words that change what the figures mean, with why and what to write. */
static const struct {
	const char *words; /* between blanks, lower case */
	const char *why;
	const char *help;
} refusals[] = {
	{ " rata pro-rata prorata fte ", "it is the pay of a full-time week",
	  "write what the hours of this posting pay" },
	{ " net netto neto netos nett libres ",
	  "it is what is left of the pay, and postings show it gross",
	  "write the gross pay" },
	{ " mil ", "it counts thousands in words", "write the figure in full" },
	{ " ote ", "it counts what nobody is sure to be paid",
	  "write the base pay, without 'OTE'" },
	{ " quincena quincenal quincenales ",
	  "a 'quincena' is half a month or two weeks",
	  "write 'half-month' or 'two-weeks' in its place, or the pay of a "
	  "month" },
	{ " up upto bis zu hasta max maximal maximum máximo tot ",
	  "it has no lower end", "write both figures of the range" },
	{ " bonus bonuses commission commissions car benefits variable "
	  "comisiones comisión incentivos provision prämie prämien zulagen "
	  "zuschläge boni firmenwagen ",
	  NULL,
	  "write the figures without it, and tell of it among the benefits" },
};

/* Sets why 'word' is refused, and what to write. */
static void explain_word(const char *word, const char **why, const char **help)
{
	char key[WORD_BYTES + 2];

	snprintf(key, sizeof(key), " %s ", word);
	for (char *p = key; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (strstr(refusals[i].words, key) != NULL) {
			*why = refusals[i].why;
			*help = refusals[i].help;
		}
}

const char *rw_amount_rival(const char *sign, const char *country)
{
	for (size_t i = 0; i < RIVALS; i++)
		if (strcmp(rivals[i].sign, sign) == 0 &&
		    strcmp(rivals[i].country, country) == 0)
			return rivals[i].code;
	return NULL;
}

const char *rw_amount_period(const char *text)
{
	char word[WORD_BYTES];
	size_t len = 0;

	text += strspn(text, " /");
	if (strncasecmp(text, "per ", 4) == 0)
		text += 4;
	for (; *text != '\0' && len + 1 < sizeof(word); text++)
		if (strchr("./ ", *text) == NULL)
			word[len++] = *text == '_' ? '-' : *text;
	word[len] = '\0';
	for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++)
		if (strcasecmp(word, periods[i].word) == 0)
			return periods[i].period;
	return NULL;
}

static const char *sign_at(const char *text, size_t *len)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		*len = strlen(signs[i].sign);
		if (strncasecmp(text, signs[i].sign, *len) == 0)
			return signs[i].code;
	}
	return NULL;
}

/* A sign of more than one currency; NULL: any other text. */
static const char *shared_sign(const char *text, size_t len)
{
	for (size_t i = 0; i < RIVALS; i++)
		if (strlen(rivals[i].sign) == len &&
		    strncmp(rivals[i].sign, text, len) == 0)
			return rivals[i].sign;
	return NULL;
}

bool rw_amount_has_sign(const char *sign, const char *currency)
{
	char usual[4];

	if (rw_amount_currency(sign, usual) && strcmp(usual, currency) == 0)
		return true;
	for (size_t i = 0; i < RIVALS; i++)
		if (strcmp(rivals[i].sign, sign) == 0 &&
		    strcmp(rivals[i].code, currency) == 0)
			return true;
	return false;
}

bool rw_amount_currency(const char *text, char currency[4])
{
	size_t len;
	const char *code = sign_at(text, &len);

	if (code != NULL && text[len] == '\0') {
		memcpy(currency, code, 4);
		return true;
	}
	if (strlen(text) != 3)
		return false;
	for (int i = 0; i < 3; i++)
		currency[i] = (char)toupper((unsigned char)text[i]);
	currency[3] = '\0';
	return rw_locale_is_currency(currency);
}

/* --------------------------------------------------------------- figures */

static bool is_group_blank(const char *at)
{
	return *at == ' ' && isdigit((unsigned char)at[1]) &&
	       isdigit((unsigned char)at[2]) && isdigit((unsigned char)at[3]) &&
	       !isdigit((unsigned char)at[4]);
}

/* A figure as it is written, with ' for ’. */
struct figure {
	char text[FIGURE_BYTES + 1]; /* longer ones are cut, and no figures */
	size_t len;
};

/* Bytes of what may stand between digits, which is 'sign'; 0: none. */
static size_t separator(const char *at, char *sign)
{
	static const char apostrophe[] = "’";
	size_t len = *at != '\0' && strchr(".,'", *at) != NULL;

	*sign = *at;
	if (strncmp(at, apostrophe, strlen(apostrophe)) == 0) {
		*sign = '\'';
		len = strlen(apostrophe);
	}
	return isdigit((unsigned char)at[len]) ? len : 0;
}

/* Takes the digits and separators at 'text'; their bytes. */
static size_t take_digits(const char *text, struct figure *figure)
{
	const char *at = text;

	figure->len = 0;
	for (;;) {
		char sign;
		size_t len = separator(at, &sign);

		if (isdigit((unsigned char)*at) ||
		    (at > text && is_group_blank(at))) {
			sign = *at;
			len = 1;
		}
		if (len == 0)
			return (size_t)(at - text);
		if (figure->len < sizeof(figure->text))
			figure->text[figure->len++] = sign;
		at += len;
	}
}

/*
 * Which of '.' and ',' in the figure is its decimal point; '\0' for none: the
 * last of two kinds; one of a kind unless exactly three digits follow.
 */
static char decimal_point(const char *text, size_t len)
{
	size_t points = 0, commas = 0, last = 0;

	for (size_t i = 0; i < len; i++) {
		points += text[i] == '.';
		commas += text[i] == ',';
		if (text[i] == '.' || text[i] == ',')
			last = i;
	}
	if (points + commas == 0)
		return '\0';
	if (points > 0 && commas > 0)
		return text[last];
	if (points + commas > 1 || len - last - 1 == 3)
		return '\0';
	return text[last];
}

/* Groups of three behind the first separator, as 1,234,567 has them. */
static bool is_grouped(const char *text, size_t len, char point)
{
	size_t digits = 0;
	bool first = true;

	for (size_t i = 0; i <= len; i++) {
		bool end = i == len || text[i] == point;

		if (!end && isdigit((unsigned char)text[i])) {
			digits++;
			continue;
		}
		if ((!first && digits != 3) || (first && digits > 3 && !end))
			return false;
		if (end)
			return true;
		first = false;
		digits = 0;
	}
	return true;
}

static bool is_comma_of_lakhs(size_t at, size_t point)
{
	return at == point - 4 || (at < point - 4 && at % 3 == (point - 4) % 3);
}

/* "18,00,000" in lakhs: groups of two digits, and three at the end. */
static bool read_lakhs(const struct figure *figure, rw_decimal *value)
{
	size_t len = figure->len < sizeof(figure->text) ? figure->len : 0;
	char plain[FIGURE_BYTES + 1];
	size_t point = 0, out = 0;

	while (point < len && figure->text[point] != '.')
		point++;
	if (point < strlen("1,00,000"))
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = figure->text[i];
		bool comma = i < point && is_comma_of_lakhs(i, point);

		if (comma != (c == ',') ||
		    (!comma && i != point && !isdigit((unsigned char)c)))
			return false;
		if (!comma)
			plain[out++] = c;
	}
	plain[out] = '\0';
	return plain[0] != '\0' && figure->text[0] != ',' &&
	       rw_decimal_parse(plain, value);
}

static bool read_figure(const struct figure *figure, rw_decimal *value)
{
	const char *text = figure->text;
	size_t len = figure->len;
	char point = decimal_point(text, len);
	char plain[FIGURE_BYTES];
	size_t out = 0;

	if (len == 0 || len >= sizeof(plain) || !is_grouped(text, len, point))
		return false;
	for (size_t i = 0; i < len; i++) {
		if (isdigit((unsigned char)text[i]))
			plain[out++] = text[i];
		else if (text[i] == point)
			plain[out++] = '.';
	}
	plain[out] = '\0';
	return rw_decimal_parse(plain, value);
}

bool rw_amount_number(const char *text, rw_decimal *value)
{
	struct figure figure;
	size_t len, sign;

	text += strspn(text, " \t\r\n");
	if (rw_decimal_parse(text, value))
		return *value >= 0;
	if (sign_at(text, &sign) != NULL)
		text += sign + strspn(text + sign, " ");
	len = take_digits(text, &figure);
	return read_figure(&figure, value) &&
	       text[len + strspn(text + len, " \t\r\n")] == '\0';
}

/* The first word of 'text' is one of 'words': what is behind it, else NULL. */
static const char *behind(const char *text, const char *const words[])
{
	text += strspn(text, " ./");
	for (; *words != NULL; words++) {
		size_t len = strlen(*words);

		if (strncasecmp(text, *words, len) == 0 &&
		    !isalpha((unsigned char)text[len]) &&
		    (unsigned char)text[len] < 0x80)
			return text + len;
	}
	return NULL;
}

bool rw_amount_hours(struct rw_arena *arena, const char *text,
		     rw_decimal *value)
{
	static const char *const hours[] = { "h",   "Std",   "Stunden", "hours",
					     "hrs", "horas", NULL };
	static const char *const each[] = {
		"pro", "per", "a", "je", "por", NULL
	};
	static const char *const weeks[] = { "Woche", "Wo",	"week",
					     "wk",    "semana", NULL };
	size_t len = strspn(text, "0123456789.,");
	const char *at = behind(text + len, hours), *next;

	if (at == NULL)
		return rw_amount_number(text, value);
	next = behind(at, each);
	at = next ? next : at;
	next = behind(at, weeks);
	at = next ? next : at;
	while (len > 0 && !isdigit((unsigned char)text[len - 1]))
		len--;
	return at[strspn(at, " .")] == '\0' &&
	       rw_amount_number(rw_arena_strndup(arena, text, len), value);
}

/* ---------------------------------------------------------------- reading */

static void set_currency(struct reading *r, const char *code)
{
	char *own = r->amount->currency;

	/* "CA$" and "$ ... CAD": the code says which dollar it is. */
	if (own[0] != '\0' && strcmp(own, code) != 0 &&
	    strcmp(own, "USD") != 0 && strcmp(code, "USD") != 0)
		r->wrong = "it names two currencies";
	if (own[0] == '\0' || strcmp(own, "USD") == 0)
		memcpy(own, code, 4);
}

static void set_period(struct reading *r, const char *period)
{
	if (r->amount->period != NULL && strcmp(r->amount->period, period) != 0)
		r->wrong = "it names two periods";
	r->amount->period = period;
}

static size_t word_length(const char *at)
{
	size_t len = 0;

	while (isalpha((unsigned char)at[len]) ||
	       (unsigned char)at[len] >= 0x80 ||
	       (len > 0 && at[len] == '-' &&
		isalpha((unsigned char)at[len + 1])))
		len++;
	return len;
}

/* The ",-" of "52.000,-", which means no cents. */
static size_t no_cents(const char *at)
{
	static const char *const dashes[] = { "--", "-", "–", "—" };

	for (size_t i = 0; (*at == ',' || *at == '.') && i < 4; i++) {
		size_t len = 1 + strlen(dashes[i]);

		if (strncmp(at + 1, dashes[i], len - 1) == 0)
			return isdigit((unsigned char)at[len]) ? 0 : len;
	}
	return 0;
}

/* "14 Gehälter": in how many parts a year's pay comes; its bytes, or 0. */
static size_t parts_of_year(const char *at, unsigned *parts)
{
	static const char *const words[] = {
		"Gehälter", "Gehältern", "Monatsgehälter", "Monatsgehältern",
		"pagas",    "salaries",	 "salarios",	   "payments"
	};
	size_t digits = strspn(at, "0123456789");
	size_t len = digits + strspn(at + digits, " x×");
	char word[WORD_BYTES];
	size_t size = word_length(at + len);

	if (digits != 2 || *at != '1' || size == 0 || size >= sizeof(word))
		return 0;
	memcpy(word, at + len, size);
	word[size] = '\0';
	*parts = 10 + (unsigned)(at[1] - '0');
	return is_among(word, words, sizeof(words) / sizeof(words[0]))
		       ? len + size
		       : 0;
}

/* "60k" */
static void take_kilo(struct reading *r, rw_decimal *value)
{
	if ((*r->at != 'k' && *r->at != 'K') ||
	    isalpha((unsigned char)r->at[1]))
		return;
	r->thousands[r->count] = true;
	*value = rw_decimal_multiply(*value, 1000 * RW_DECIMAL_SCALE);
	r->at++;
}

static void take_figure(struct reading *r)
{
	struct figure figure;
	unsigned number;
	size_t len = take_digits(r->at, &figure);
	size_t parts = parts_of_year(r->at, &number);
	rw_decimal value;

	if (parts > 0) {
		r->amount->parts = number;
		r->at += parts;
		return;
	}
	if (r->count == 2) {
		r->wrong = "it has more than two figures";
		return;
	}
	if (!read_figure(&figure, &value)) {
		r->amount->lakhs = read_lakhs(&figure, &value);
		if (!r->amount->lakhs) {
			r->wrong = "its figures cannot be read";
			return;
		}
	}
	r->at += len;
	r->at += no_cents(r->at);
	take_kilo(r, &value);
	if (r->count == 1 && !r->dash)
		r->wrong = "nothing joins its two figures";
	r->figures[r->count++] = value;
}

/* Whether a figure follows, a currency before it or none. */
static bool is_before_figure(const char *at)
{
	size_t len;

	at += strspn(at, " ");
	if (sign_at(at, &len) != NULL)
		at += len;
	else if (word_length(at) == 3)
		at += 3;
	at += strspn(at, " ");
	return isdigit((unsigned char)*at);
}

/* Bytes of what joins the first figure to the second; 0: none. */
static size_t joint_length(const struct reading *r)
{
	static const char *const dashes[] = {
		"-", "–", "—", "~", "to ", "bis "
	};
	static const char *const tos[] = { "a ", "tot ", "hasta " };
	static const char *const ands[] = { "and ", "y ", "und ", "en " };
	size_t len;

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (strncasecmp(r->at, dashes[i], strlen(dashes[i])) == 0)
			return strlen(dashes[i]);
	for (size_t i = 0; i < sizeof(tos) / sizeof(tos[0]); i++) {
		len = strlen(tos[i]);
		if (r->count == 1 && strncasecmp(r->at, tos[i], len) == 0 &&
		    is_before_figure(r->at + len))
			return len;
	}
	for (size_t i = 0; i < sizeof(ands) / sizeof(ands[0]); i++) {
		len = strlen(ands[i]);
		if (r->between && r->count == 1 &&
		    strncasecmp(r->at, ands[i], len) == 0)
			return len;
	}
	return 0;
}

/* "p.a.", "p. a.", "p/h", "p.c.m." behind their "p" */
static bool take_latin(struct reading *r)
{
	static const struct {
		char unit;
		const char *period;
	} units[] = { { 'a', "year" },
		      { 'm', "month" },
		      { 'w', "week" },
		      { 'd', "day" },
		      { 'h', "hour" } };
	const char *at = r->at + strspn(r->at, "./ ");

	if (tolower((unsigned char)at[0]) == 'c' && at[1] == '.')
		at += 2;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (tolower((unsigned char)*at) == units[i].unit &&
		    word_length(at) == 1) {
			r->at = at + 1;
			set_period(r, units[i].period);
			return true;
		}
	return false;
}

/* "M.N.", the money of the country; its bytes, or 0. */
static size_t national_length(const char *at)
{
	static const char *const ways[] = { "M.N.", "M. N.", "M.N", "MN",
					    "moneda nacional" };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		size_t len = strlen(ways[i]);

		if (strncmp(at, ways[i], len) == 0 &&
		    word_length(at + len) == 0)
			return len;
	}
	return 0;
}

/* A code, or a word, of one currency only. */
static void say_currency(struct reading *r, const char *code)
{
	r->said = true;
	set_currency(r, code);
}

static bool is_euro(const char *word)
{
	static const char *const words[] = { "euro", "euros", "TEUR",
					     "T€",   "kEUR",  "k€" };

	return is_among(word, words, sizeof(words) / sizeof(words[0]));
}

static bool is_peso(const char *word)
{
	return strcasecmp(word, "pesos") == 0 || strcasecmp(word, "peso") == 0;
}

static void refuse_word(struct reading *r, const char *word)
{
	memcpy(r->amount->word, word, strlen(word) + 1);
	r->wrong = "it holds words that are no figures";
	explain_word(word, &r->amount->why, &r->amount->help);
}

/* A word that tells what the figures count, or that changes nothing. */
static bool take_plain_word(struct reading *r, const char *word)
{
	rw_decimal times = times_of(word);

	if (r->times != 0 && times != 0 && times != r->times)
		return false;
	r->times = times ? times : r->times;
	if (strcasecmp(word, "LPA") == 0) {
		say_currency(r, "INR");
		set_period(r, "year");
	}
	r->between = r->between || (r->count == 0 && is_between(word));
	r->amount->pesos = r->amount->pesos || is_peso(word);
	return times != 0 || is_between(word) || is_peso(word) ||
	       is_filler(word);
}

/* "40 hours", "38 h": no pay by the hour, unless a currency was named. */
static bool counts_hours(const struct reading *r, const char *word, size_t len)
{
	static const char *const hours[] = { "h", "hrs", "hours", "Std" };
	const char *before = r->at - len;

	while (before > r->text && before[-1] == ' ')
		before--;
	return !r->amount->currency[0] && before > r->text &&
	       isdigit((unsigned char)before[-1]) &&
	       is_among(word, hours, sizeof(hours) / sizeof(hours[0]));
}

static void take_word(struct reading *r)
{
	char word[WORD_BYTES], code[4];
	size_t len = word_length(r->at);
	const char *period;

	if (len == 0 || len >= sizeof(word)) {
		r->wrong = "it holds more than figures";
		return;
	}
	memcpy(word, r->at, len);
	word[len] = '\0';
	r->at += len;
	if (strcasecmp(word, "p") == 0 && take_latin(r))
		return;
	if (counts_hours(r, word, len)) {
		r->wrong = "it may be a number of hours";
		return;
	}
	period = rw_amount_period(word);
	if (is_euro(word))
		say_currency(r, "EUR");
	if (is_euro(word) && times_of(word) == 0)
		return;
	if (period != NULL)
		set_period(r, period);
	else if (rw_amount_currency(word, code))
		say_currency(r, code);
	else if (r->count == 0 && is_from(word))
		r->open = true;
	else if (!take_plain_word(r, word))
		refuse_word(r, word);
}

static void take(struct reading *r)
{
	size_t len;
	const char *code = sign_at(r->at, &len);

	if (code != NULL) {
		const char *sign = shared_sign(r->at, len);

		r->at += len;
		r->amount->sign = sign ? sign : r->amount->sign;
		r->said = r->said || sign == NULL;
		set_currency(r, code);
	} else if (isdigit((unsigned char)*r->at)) {
		take_figure(r);
	} else if (strchr(" \t\r\n/.,:()", *r->at) != NULL) {
		r->at++;
	} else if (r->count == 0 && (*r->at == '~' || *r->at == '<' ||
				     *r->at == '>' || *r->at == '-')) {
		r->wrong = "it is a rough figure, not a range";
	} else if (joint_length(r) > 0) {
		r->at += joint_length(r);
		r->dash = true;
	} else if (national_length(r->at) > 0) {
		r->at += national_length(r->at);
		r->amount->national = true;
	} else if (*r->at == '+' && r->count == 1 && !r->open) {
		r->at++;
		r->open = true;
	} else {
		take_word(r);
	}
}

/* "TEUR": each figure below a thousand means so many of them. */
static void raise_figures(struct reading *r)
{
	for (unsigned i = 0; r->times != 0 && i < r->count; i++) {
		if (!r->thousands[i] &&
		    r->figures[i] >= 1000 * RW_DECIMAL_SCALE)
			r->wrong = "it says thousands of thousands";
		else if (!r->thousands[i])
			r->figures[i] = rw_decimal_multiply(
				r->figures[i], r->times * RW_DECIMAL_SCALE);
		else if (r->times != 1000)
			r->wrong = "it says thousands of thousands";
		r->thousands[i] = true;
	}
}

bool rw_amount_is_far(rw_decimal min, rw_decimal max)
{
	return min > 0 && max / FARTHEST > min;
}

static const char *finish(struct reading *r)
{
	struct rw_amount *amount = r->amount;

	raise_figures(r);
	if (r->said)
		amount->sign = NULL;
	if (r->wrong != NULL)
		return r->wrong;
	if (r->count == 0)
		return "it has no figure";
	if (r->count == 1 && (r->dash || r->between))
		return "its range has one end only";
	amount->min = r->figures[0];
	amount->max = r->figures[r->count - 1];
	amount->open = r->open && r->count == 1;
	/* "60-80k" */
	if (r->count == 2 && r->thousands[1] && !r->thousands[0] &&
	    amount->min < 1000 * RW_DECIMAL_SCALE)
		amount->min = rw_decimal_multiply(amount->min,
						  1000 * RW_DECIMAL_SCALE);
	if (amount->max == 0)
		return "it is nothing";
	/* "50-60.000" */
	if (rw_amount_is_far(amount->min, amount->max))
		return "its figures are too far apart";
	return NULL;
}

const char *rw_amount_read(const char *text, struct rw_amount *amount)
{
	struct reading r = { .text = text, .at = text, .amount = amount };

	*amount = (struct rw_amount){ .period = NULL };
	while (*r.at != '\0' && r.wrong == NULL)
		take(&r);
	return finish(&r);
}
