/*
 * Dates in running text that are past: "by the end of July 2025".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "check/rule.h"
#include "model/inherit.h"
#include "model/prose.h"
#include "model/vocabulary.h"

#define DAY "(?:[12][0-9]|3[01]|0?[1-9])"
#define YEAR "(?:19|20)[0-9]{2}"
#define ISO YEAR "-[01][0-9](?:-[0-3][0-9])?"

static const struct {
	const char *lang;
	const char *pattern;
	const char *months[12];
} languages[] = {
	{ "en",
	  "\\b(?:by|until|till|through|before|no later than)\\s+"
	  "(?:the\\s+)?(?:(?:end|middle|beginning|start)\\s+of\\s+)?(?:" ISO
	  "|(?:" DAY "(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?"
	  "(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
	  "\\s+)?(?:" DAY "(?:st|nd|rd|th)?,?\\s+)?" YEAR ")(?![0-9-])",
	  { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
	    "oct", "nov", "dec" } },
	{ "de",
	  "\\b(?:bis|vor)\\s+(?:sp\xc3\xa4testens\\s+)?(?:(?:zum|zur|dem)\\s+)?"
	  "(?:(?:ende|mitte|anfang)\\s+)?(?:" ISO "|(?:" DAY "\\.\\s*)?"
	  "(?:(?:jan|feb|m\xc3\xa4r|apr|mai|jun|jul|aug|sep|okt|nov|dez)"
	  "\\p{L}*\\.?\\s+)?" YEAR ")(?![0-9-])",
	  { "jan", "feb", "m\xc3\xa4r", "apr", "mai", "jun", "jul", "aug",
	    "sep", "okt", "nov", "dez" } },
	{ "es",
	  "\\b(?:hasta|antes\\s+de)\\s+(?:el\\s+)?"
	  "(?:(?:finales|fines|final|mediados|principios)\\s+de\\s+)?(?:" ISO
	  "|(?:" DAY "\\s+de\\s+)?(?:(?:ene|feb|mar|abr|may|jun|jul|ago|sep|"
	  "oct|nov|dic)\\p{L}*\\.?\\s+(?:del?\\s+)?)?" YEAR ")(?![0-9-])",
	  { "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep",
	    "oct", "nov", "dic" } },
};
#define LANGUAGES (sizeof(languages) / sizeof(languages[0]))

static size_t language_of(const char *tag)
{
	size_t i = 0;

	while (i < LANGUAGES && !rw_lang_same(languages[i].lang, tag))
		i++;
	return i;
}

static const struct rw_pattern *pattern(struct rw_check *c, size_t language)
{
	if (c->promises[language] == NULL)
		c->promises[language] = rw_pattern_new(
			c->kept, languages[language].pattern,
			RW_PATTERN_CASELESS, RW_NOWHERE, c->diags);
	return c->promises[language];
}

/* The month (1 to 12) that 'text' names in words, or 0. */
static unsigned long month_in(const char *text, size_t language)
{
	for (; *text != '\0'; text++)
		for (unsigned m = 0; m < 12; m++) {
			const char *name = languages[language].months[m];

			if (strncasecmp(text, name, strlen(name)) == 0)
				return m + 1;
		}
	return 0;
}

/*
 * The numbers in 'text' by their size: four digits are a year; after it, in
 * an ISO date, come month and day; else two digits are a day.
 */
static void read_numbers(const char *text, unsigned long *year,
			 unsigned long *month, unsigned long *day)
{
	while (*(text += strcspn(text, "0123456789")) != '\0') {
		char *end;
		unsigned long value = strtoul(text, &end, 10);

		if (end - text == 4)
			*year = value;
		else if (*year != 0 && *month == 0)
			*month = value;
		else
			*day = value;
		text = end;
	}
}

/* The last day of the period that 'text' names: of a year, a month, a day. */
static int32_t last_day(const char *text, size_t language)
{
	unsigned long year = 0, month = month_in(text, language), day = 0;
	int32_t last = RW_DATE_NONE;
	char date[64];

	read_numbers(text, &year, &month, &day);
	month = month ? month : 12;
	for (unsigned long d = day ? day : 31; d >= 28 && last == RW_DATE_NONE;
	     d--) {
		snprintf(date, sizeof(date), "%04lu-%02lu-%02lu", year, month,
			 d);
		last = rw_date_parse(date);
	}
	if (day > 0 && day < 28) {
		snprintf(date, sizeof(date), "%04lu-%02lu-%02lu", year, month,
			 day);
		last = rw_date_parse(date);
	}
	return last;
}

/*
 * Where 'words' stand in the element: its text has been parsed, so they are
 * looked for in the source, any white space for a blank.
 */
static struct rw_pos words_at(const struct rw_check *c,
			      const struct rw_node *node, const char *words)
{
	struct rw_pos pos = rw_node_pos(node);
	size_t len;
	const char *text = rw_sources_text(c->sources, pos.file, &len);

	for (size_t i = pos.offset; text != NULL && i < len; i++) {
		const char *a = text + i, *b = words;

		for (; *b != '\0' &&
		       (*a == *b || (*b == ' ' && strchr("\r\n\t", *a)));
		     b++)
			a += *b == ' ' ? strspn(a, " \r\n\t") : 1;
		if (*b == '\0')
			return (struct rw_pos){ pos.file, (uint32_t)i };
	}
	return pos;
}

static void check_text(struct rw_check *c, const struct rw_node *node,
		       size_t language)
{
	const char *text = rw_plain_text(c->arena, node);
	const struct rw_pattern *promise = pattern(c, language);
	struct rw_match match = { .subject = text, .len = strlen(text) };

	while (promise && rw_pattern_find(promise, &match, c->diags) == 1) {
		const char *words = rw_arena_strndup(
			c->arena, text + match.from, match.to - match.from);
		int32_t day = last_day(words, language);

		if (day != RW_DATE_NONE && day < c->today)
			rw_report(c->diags, RW_PROMISE_STALE,
				  words_at(c, node, words), words, NULL, NULL);
	}
}

static bool is_public_text(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type != NULL && !type->internal && !rw_node_is(node, "source") &&
	       strcmp(rw_node_ns(node), RW_NS) == 0 &&
	       (type->content == RW_CONTENT_LINE ||
		type->content == RW_CONTENT_PROSE ||
		type->content == RW_CONTENT_BLOCKS);
}

void rw_rule_promises(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = s->own;

	if (rw_check_is(s->own, "status", "retired"))
		return;
	for (; n != NULL; n = rw_node_walk(n, s->own)) {
		size_t language = language_of(rw_node_lang(n));

		if (language < LANGUAGES && is_public_text(n) &&
		    !rw_node_is(n, "term"))
			check_text(c, n, language);
	}
}
