/*
 * The table of rules, and those that look at one posting.
 */
#include "publish/preflight.h"

#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/utf8.h"
#include "model/prose.h"
#include "xml/htmlparse.h"

/* A rule at work on an item. */
struct preflight {
	const struct rw_item *item;
	const struct rw_board_rule *rule;
	enum rw_code code;
	const char *words; /* of the profile, or the rule's own; "" */
};

typedef void rule_fn(const struct preflight *p);

/* ----------------------------------------------------------------- shared */

/* Reports the rule's code, at the level of the profile. */
static void report(const struct preflight *p, struct rw_pos pos, const char *a2,
		   const char *a3)
{
	const struct rw_finding finding = {
		.code = p->code,
		.severity = p->rule->level,
		.pos = pos.file ? pos : p->item->pos,
		.args = { p->item->board->name, a2, a3 },
	};

	rw_report_finding(p->item->diags, &finding);
}

static const struct rw_node *part(const struct preflight *p, const char *name)
{
	return rw_node_child(p->item->root, name);
}

static const char *attr_of(const struct preflight *p, const char *name,
			   const char *attribute)
{
	const struct rw_node *node = part(p, name);

	return node ? rw_node_attr(node, attribute) : NULL;
}

static struct rw_pos attr_pos(const struct preflight *p, const char *name,
			      const char *attribute)
{
	const struct rw_node *node = name ? part(p, name) : p->item->root;

	return node ? rw_node_attr_value_pos(node, attribute,
					     rw_diags_sources(p->item->diags))
		    : RW_NOWHERE;
}

static struct rw_pos part_pos(const struct preflight *p, const char *name)
{
	const struct rw_node *node = part(p, name);

	return node ? rw_node_pos(node) : RW_NOWHERE;
}

static size_t limit_or(const struct preflight *p, size_t own)
{
	return p->rule->limit ? p->rule->limit : own;
}

static const char *title_of(const struct preflight *p)
{
	const struct rw_node *title = part(p, "title");

	return title ? rw_node_text(p->item->arena, title) : "";
}

/* The description; of a board that has none, all running text. */
static const char *text_of(const struct preflight *p)
{
	const struct rw_board *board = p->item->board;
	const char *text = rw_board_text(p->item, "description");

	if (text[0])
		return text;
	for (size_t i = 0; i < board->field_count; i++)
		if (rw_board_field_runs(&board->fields[i]))
			text = rw_arena_printf(
				p->item->arena, "%s%s\n\n", text,
				rw_board_text(p->item, board->fields[i].name));
	return text;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters of any script count, as far as bytes can tell. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

/* Byte 'i' of UTF-8 in lower case: letters of ASCII and Latin-1. */
static char fold(const char *text, size_t i)
{
	unsigned char c = (unsigned char)text[i];
	bool latin = i && (unsigned char)text[i - 1] == 0xc3;

	if ((c >= 'A' && c <= 'Z') ||
	    (latin && c >= 0x80 && c <= 0x9e && c != 0x97))
		return (char)(c + 0x20);
	return text[i];
}

static bool begins(const char *text, const char *word, size_t len)
{
	size_t i = 0;

	while (i < len && text[i] && fold(text, i) == fold(word, i))
		i++;
	return i == len;
}

/* The word, or words, in 'text', whole and in any case; NULL if not there. */
static const char *find_word(const char *text, const char *word, size_t len)
{
	for (const char *at = text; len && *at; at++) {
		/* Most differ in more than the bit of the case at once. */
		if (((*at ^ *word) & ~0x20) != 0)
			continue;
		if (at > text && (is_letter(at[-1]) || is_digit(at[-1])))
			continue;
		if (begins(at, word, len) && !is_letter(at[len]) &&
		    !is_digit(at[len]))
			return at;
	}
	return NULL;
}

/* The first of the words that 'text' holds, or NULL; the arena owns it. */
static const char *find_any(const struct preflight *p, const char *text)
{
	const char *words = p->words;

	while (*words) {
		size_t len = strcspn(words, "|");

		if (find_word(text, words, len))
			return rw_arena_strndup(p->item->arena, words, len);
		words += len + (words[len] == '|');
	}
	return NULL;
}

/* Whether 'word' is one of the rule's words. */
static bool is_any(const struct preflight *p, const char *word)
{
	const char *words = p->words;
	size_t size = strlen(word);

	while (*words) {
		size_t len = strcspn(words, "|");

		if (len == size && begins(words, word, len))
			return true;
		words += len + (words[len] == '|');
	}
	return false;
}

/* "84 characters, at most 60" */
static const char *length_text(const struct preflight *p, size_t length,
			       const char *end, size_t limit)
{
	return rw_arena_printf(p->item->arena, "%zu character%s, at %s %zu",
			       length, length == 1 ? "" : "s", end, limit);
}

static bool decimal_attr(const struct preflight *p, const char *name,
			 const char *attribute, rw_decimal *value)
{
	const char *text = attr_of(p, name, attribute);

	return text && rw_decimal_parse(text, value);
}

/* ----------------------------------------------------------------- titles */

static void extra(const struct preflight *p, const char *what,
		  const char *found)
{
	report(p, part_pos(p, "title"), what, found);
}

/* True if a figure ends before 'at': "60.000 ", "45k ". */
static bool follows_figure(const char *text, const char *at)
{
	while (at > text && strchr(" kK", at[-1]))
		at--;
	return at > text && is_digit(at[-1]);
}

/* A currency beside a figure: "$60k", "60.000 EUR". */
static void title_pay(const struct preflight *p)
{
	static const char *const signs[] = { "$",   "€",   "£",	 "USD",
					     "EUR", "GBP", "CHF" };
	const char *title = title_of(p);

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		const char *at = strstr(title, signs[i]);
		const char *after = at ? at + strlen(signs[i]) : "";

		if (at && (is_digit(after[strspn(after, " ")]) ||
			   follows_figure(title, at)))
			extra(p, "pay", signs[i]);
	}
}

static void title_place(const struct preflight *p)
{
	static const char *const names[] = { "city", "region-name",
					     "country-name" };
	const char *title = title_of(p);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *name = attr_of(p, "place", names[i]);

		if (name && find_word(title, name, strlen(name))) {
			extra(p, "a place", name);
			return;
		}
	}
}

/* Number of digits at 'at'. */
static size_t digits_at(const char *at)
{
	size_t count = 0;

	while (is_digit(at[count]))
		count++;
	return count;
}

static bool is_year(const char *at)
{
	return digits_at(at) == 4 && (at[0] == '1' || at[0] == '2') &&
	       (at[1] == '9' || at[1] == '0');
}

static void title_numbers(const struct preflight *p, bool years)
{
	const char *at = title_of(p);

	while (*at) {
		size_t count = digits_at(at);

		if (count >= 3 && is_year(at) == years) {
			extra(p, years ? "a date" : "a number",
			      rw_arena_strndup(p->item->arena, at, count));
			return;
		}
		at += count ? count : 1;
	}
}

static void title_date(const struct preflight *p)
{
	title_numbers(p, true);
}

static void title_number(const struct preflight *p)
{
	title_numbers(p, false);
}

static void title_company(const struct preflight *p)
{
	const struct rw_node *company = part(p, "company");
	const struct rw_node *n = company ? rw_node_child(company, "name")
					  : NULL;
	const char *name = n ? rw_node_text(p->item->arena, n) : "";

	if (find_word(title_of(p), name, strlen(name)))
		extra(p, "the company", name);
}

static void title_words(const struct preflight *p)
{
	const char *word = find_any(p, title_of(p));

	if (word)
		extra(p, "a word that is no part of it", word);
}

static void title_capitals(const struct preflight *p)
{
	const char *title = title_of(p);
	size_t capitals = 0, small = 0;

	for (const char *at = title; *at; at++) {
		capitals += *at >= 'A' && *at <= 'Z';
		small += *at >= 'a' && *at <= 'z';
	}
	/* "CEO" and "IT" are no shouting. */
	if (small == 0 && capitals > 4)
		report(p, part_pos(p, "title"), title, NULL);
}

static void title_generic(const struct preflight *p)
{
	const char *title = title_of(p), *at = title;
	size_t words = 0;

	while (*(at += strspn(at, " "))) {
		words++;
		at += strcspn(at, " ");
	}
	if (words <= limit_or(p, 2))
		report(p, part_pos(p, "title"), title, NULL);
}

static void title_long(const struct preflight *p)
{
	const char *title = title_of(p);
	size_t length = rw_utf8_length(title, strlen(title));
	size_t limit = limit_or(p, 75);

	if (length > limit)
		report(p, part_pos(p, "title"),
		       length_text(p, length, "most", limit), NULL);
}

/* ------------------------------------------------------------------- text */

static void text_short(const struct preflight *p)
{
	const char *text = text_of(p);
	size_t limit = limit_or(p, 500);
	size_t length;

	if (strlen(text) >= limit * RW_UTF8_MOST)
		return;
	length = rw_utf8_length(text, strlen(text));
	/* Fields say whether there must be any. */
	if (length && length < limit)
		report(p, p->item->pos, length_text(p, length, "least", limit),
		       NULL);
}

static void text_long(const struct preflight *p)
{
	const char *text = text_of(p);
	size_t length = rw_utf8_length(text, strlen(text));
	size_t limit = limit_or(p, 10000);

	if (length > limit)
		report(p, p->item->pos, length_text(p, length, "most", limit),
		       NULL);
}

static void text_title(const struct preflight *p)
{
	const char *text = text_of(p), *title = title_of(p);
	size_t len = strlen(title);

	text += strspn(text, " \n");
	if (len && begins(text, title, len) &&
	    !text[len + strspn(text + len, " \n.!")])
		report(p, part_pos(p, "title"), NULL, NULL);
}

/* "<p><b>Your work</b></p>", as many editors write a heading */
static bool is_bold(const struct rw_node *paragraph)
{
	const struct rw_node *n = rw_node_child(paragraph, NULL);
	bool bold = n != NULL;

	for (; n && bold; n = rw_node_next_element(n, NULL))
		bold = rw_node_is_md(n, "strong") ||
		       rw_node_is_md(n, "softbreak") ||
		       rw_node_is_md(n, "linebreak");
	return bold;
}

/* A text in one piece, as tables have it, may have sections of its own. */
static bool has_headings(const struct preflight *p)
{
	const struct rw_node *opening = part(p, "opening"), *n = opening;
	size_t count = 0;

	for (; n; n = rw_node_walk_all(n, opening))
		count += rw_node_is_md(n, "heading") ||
			 (rw_node_is_md(n, "paragraph") && is_bold(n));
	return count > 1;
}

static void text_sections(const struct preflight *p)
{
	static const char *const names[] = { "responsibilities",
					     "requirements" };

	if (has_headings(p))
		return;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const struct rw_node *node = part(p, names[i]);

		if (!node || !rw_node_child(node, NULL))
			report(p, p->item->pos, names[i], NULL);
	}
}

/* The place of the text node in which 'what' stands, or the posting's. */
static struct rw_pos text_pos(const struct preflight *p, const char *what)
{
	const struct rw_node *n = p->item->root;

	for (; n; n = rw_node_walk_all(n, p->item->root))
		if (rw_node_is_md(n, "text") && rw_node_first(n) &&
		    strstr(rw_node_content(rw_node_first(n)), what))
			return rw_node_pos(n);
	return p->item->pos;
}

/* What a reader that knows no entities takes for markup; NULL: nothing. */
static const char *markup_in(const struct preflight *p, const char *text)
{
	const char *at = strchr(text, '<');
	size_t len = 0;

	if (at)
		return "<";
	for (at = text; len == 0 && (at = strchr(at, '&')); at++)
		len = rw_html_reference(at);
	return len ? rw_arena_strndup(p->item->arena, at - 1, len) : NULL;
}

static void text_less(const struct preflight *p)
{
	const char *markup = markup_in(p, text_of(p));

	if (markup)
		report(p, text_pos(p, markup), markup, NULL);
}

/* The word around 'at' in 'text'; the arena owns it. */
static const char *word_at(const struct preflight *p, const char *text,
			   const char *at)
{
	while (at > text && !strchr(" \n(", at[-1]))
		at--;
	return rw_arena_strndup(p->item->arena, at, strcspn(at, " \n),;"));
}

static void text_link(const struct preflight *p)
{
	static const char *const signs[] = { "://", "www.", "@" };
	const char *text = text_of(p);

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		const char *at = strstr(text, signs[i]);

		if (at) {
			report(p, text_pos(p, signs[i]), word_at(p, text, at),
			       NULL);
			return;
		}
	}
}

/* The first link below 'top' whose text does not say where it leads. */
static const struct rw_node *first_link(const struct preflight *p,
					const struct rw_node *top)
{
	const struct rw_node *n = top;

	for (; n; n = rw_node_walk_all(n, top)) {
		const char *to = rw_node_is_md(n, "link")
					 ? rw_node_attr(n, "destination")
					 : NULL;

		if (to && strstr(to, ":") &&
		    !strstr(to, rw_plain_text(p->item->arena, n)))
			return n;
	}
	return NULL;
}

/* How to apply is no part of descriptions, and the words of pages are many. */
static void text_anchor(const struct preflight *p)
{
	const struct rw_node *n = rw_node_child(p->item->root, NULL);
	const struct rw_node *link = NULL;
	const char *tags = p->item->board->tags;

	if (!tags || find_word(tags, "a", 1))
		return;
	for (; n && !link; n = rw_node_next_element(n, NULL))
		if (!rw_node_is(n, "apply") && !rw_node_is(n, "words"))
			link = first_link(p, n);
	if (link)
		report(p, rw_node_pos(link), rw_node_attr(link, "destination"),
		       NULL);
}

static bool ends_in(const char *text, size_t len, const char *end)
{
	size_t tail = strlen(end);

	return len >= tail && memcmp(text + len - tail, end, tail) == 0;
}

/* The word with which 'text' breaks off, or NULL. */
static const char *broken_end(const struct preflight *p, const char *text)
{
	size_t len = strlen(text);

	while (len && strchr(" \n", text[len - 1]))
		len--;
	if (!ends_in(text, len, "...") && !ends_in(text, len, "…"))
		return NULL;
	text = rw_arena_strndup(p->item->arena, text, len);
	return word_at(p, text, text + len - (ends_in(text, len, "…") ? 3 : 1));
}

/* Each of the texts, where a board has several. */
static void text_cut(const struct preflight *p)
{
	const struct rw_board *board = p->item->board;
	const char *end = NULL;

	for (size_t i = 0; i < board->field_count && !end; i++)
		if (rw_board_field_runs(&board->fields[i]))
			end = broken_end(
				p,
				rw_board_text(p->item, board->fields[i].name));
	if (end)
		report(p, p->item->pos, end, NULL);
}

/* ------------------------------------------------------------------ places */

static bool is_remote(const struct preflight *p)
{
	const char *mode = attr_of(p, "workplace", "mode");

	return mode && strcmp(mode, "remote") == 0;
}

static void country_served(const struct preflight *p)
{
	const char *country = attr_of(p, "place", "country");

	if (country && p->words[0] && !is_any(p, country))
		report(p, part_pos(p, "place"), country, NULL);
}

static void remote_from(const struct preflight *p)
{
	const struct rw_node *workplace = part(p, "workplace");

	if (is_remote(p) && !rw_node_child(workplace, "from"))
		report(p, rw_node_pos(workplace), NULL, NULL);
}

static void remote_place(const struct preflight *p)
{
	if (is_remote(p) && (attr_of(p, "place", "region") ||
			     attr_of(p, "place", "postal-code")))
		report(p, part_pos(p, "place"), NULL, NULL);
}

static void state_letters(const struct preflight *p)
{
	const char *region = attr_of(p, "place", "region");

	if (region && is_digit(region[0]))
		report(p, part_pos(p, "place"), region, NULL);
}

/* --------------------------------------------------------------------- pay */

static void pay_whole(const struct preflight *p)
{
	static const char *const names[] = { "currency", "period" };

	if (!attr_of(p, "pay", "min") && !attr_of(p, "pay", "max"))
		return;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (!attr_of(p, "pay", names[i]))
			report(p, part_pos(p, "pay"), names[i], NULL);
}

/* 'limit': most that the end may be of the start, in percent. */
static void pay_wide(const struct preflight *p)
{
	size_t limit = limit_or(p, 200);
	rw_decimal min, max;

	if (decimal_attr(p, "pay", "min", &min) &&
	    decimal_attr(p, "pay", "max", &max) && min > 0 &&
	    max / (rw_decimal)limit > min / 100)
		report(p, part_pos(p, "pay"), attr_of(p, "pay", "min"),
		       attr_of(p, "pay", "max"));
}

static void pay_order(const struct preflight *p)
{
	rw_decimal min, max;

	if (decimal_attr(p, "pay", "min", &min) &&
	    decimal_attr(p, "pay", "max", &max) && min > max)
		report(p, part_pos(p, "pay"), attr_of(p, "pay", "min"),
		       attr_of(p, "pay", "max"));
}

/* --------------------------------------------------------------- addresses */

static const char *apply_url(const struct preflight *p)
{
	return attr_of(p, "apply", "url");
}

static const char *page_url(const struct preflight *p)
{
	const struct rw_node *site = part(p, "site");
	const struct rw_node *n = site ? rw_node_child(site, "canonical")
				       : NULL;

	return n ? rw_node_attr(n, "href") : NULL;
}

static void check_begins(const struct preflight *p, const char *start)
{
	const char *url = apply_url(p);

	if (url && strncmp(url, start, strlen(start)) != 0)
		report(p, attr_pos(p, "apply", "url"), url, NULL);
}

static void url_secure(const struct preflight *p)
{
	check_begins(p, "https://");
}

static void url_www(const struct preflight *p)
{
	check_begins(p, "https://www.");
}

/* The words are hosts. */
static void url_direct(const struct preflight *p)
{
	const char *url = apply_url(p);
	const char *host = url ? strstr(url, "://") : NULL;

	if (host && is_any(p, rw_arena_strndup(p->item->arena, host + 3,
					       strcspn(host + 3, "/?#:"))))
		report(p, attr_pos(p, "apply", "url"), url, NULL);
}

static void url_page(const struct preflight *p)
{
	const char *apply = apply_url(p), *page = page_url(p);

	if (apply && page && strcmp(apply, page) == 0)
		report(p, attr_pos(p, "apply", "url"), apply, NULL);
}

/* The words are parameters: "utm_source=|source=". */
static void url_tagged(const struct preflight *p)
{
	const char *url = apply_url(p);
	const char *query = url ? strchr(url, '?') : NULL;
	const char *words = p->words;
	bool tagged = false;

	while (query && *words && !tagged) {
		size_t len = strcspn(words, "|");

		tagged = strstr(query, rw_arena_strndup(p->item->arena, words,
							len)) != NULL;
		words += len + (words[len] == '|');
	}
	if (url && !tagged)
		report(p, attr_pos(p, "apply", "url"), url, NULL);
}

/* ------------------------------------------------------- dates and company */

static int32_t day_of(const struct preflight *p, const char *name)
{
	const char *text = rw_node_attr(p->item->root, name);

	return text ? rw_date_parse(text) : RW_DATE_NONE;
}

static void expiry(const struct preflight *p)
{
	static const char *const names[] = { "posted", "date" };
	int32_t closes = day_of(p, "closes");

	for (size_t i = 0; i < 2 && closes != RW_DATE_NONE; i++)
		if (closes < day_of(p, names[i])) {
			report(p, attr_pos(p, NULL, "closes"),
			       rw_node_attr(p->item->root, "closes"),
			       rw_node_attr(p->item->root, names[i]));
			return;
		}
}

static void posted_lately(const struct preflight *p)
{
	int32_t posted = day_of(p, "posted"), today = day_of(p, "date");
	size_t limit = limit_or(p, 45);

	if (posted != RW_DATE_NONE && today > posted &&
	    (size_t)(today - posted) >= limit)
		report(p, attr_pos(p, NULL, "posted"),
		       rw_node_attr(p->item->root, "posted"),
		       rw_arena_printf(p->item->arena, "%ld",
				       (long)(today - posted)));
}

static void company_named(const struct preflight *p)
{
	const struct rw_node *company = part(p, "company");
	const struct rw_node *n = company ? rw_node_child(company, "name")
					  : NULL;
	const char *name = n ? rw_node_text(p->item->arena, n) : "";
	const char *board = p->item->board->name;
	size_t len = strlen(board);

	/* Boards that take such postings want no name. */
	if (!n && rw_node_attr(p->item->root, "confidential"))
		return;
	if (!*name || is_any(p, name) ||
	    (strlen(name) == len && begins(name, board, len)))
		report(p, n ? rw_node_pos(n) : RW_NOWHERE, name, NULL);
}

static void company_about(const struct preflight *p)
{
	const struct rw_node *company = part(p, "company");

	if (!company || !rw_node_child(company, "about"))
		report(p, p->item->pos, NULL, NULL);
}

/* ------------------------------------------------------------------- table */

/* Of a title: hurry, and the kind of employment. */
#define TITLE_WORDS                                                       \
	"urgent|urgently|hiring now|now hiring|we are hiring|apply now|"  \
	"immediate start|immediately|asap|full-time|full time|fulltime|"  \
	"part-time|part time|parttime|fixed-term|fixed term|"             \
	"permanent contract|permanent position|temporary contract|"       \
	"dringend|ab sofort|sofort|schnellstmöglich|gesucht|wir suchen|" \
	"jetzt bewerben|Vollzeit|Teilzeit|Minijob|Festanstellung|"        \
	"befristet|befristete|unbefristet|unbefristete|"                  \
	"urgente|se busca|se necesita|buscamos|incorporación inmediata|" \
	"jornada completa|tiempo completo|media jornada|jornada parcial|" \
	"tiempo parcial|contrato indefinido|contrato temporal|indefinido"

/* In place of the name of an employer. */
#define NO_COMPANY                                                        \
	"confidential|company confidential|confidential company|unknown|" \
	"n/a|undisclosed|not disclosed|anonymous|"                        \
	"vertraulich|unbekannt|ungenannt|anonym|anonymes Unternehmen|"    \
	"confidencial|empresa confidencial|desconocido|desconocida|"      \
	"anónimo|anónima|empresa anónima"

#define RULE(n, c, r) .name = n, .code = c, .run = r

/*
 * 'every': boards that do not name the rule have it, too. 'values': it looks
 * at values in which rows alike differ.
 */
static const struct rule {
	const char *name;
	enum rw_code code;
	rule_fn *run;
	bool every;
	bool values;
	struct rw_board_rule own;
} rules[] = {
	{ RULE("title-pay", RW_TITLE_EXTRA, title_pay) },
	{ RULE("title-place", RW_TITLE_EXTRA, title_place), .values = true },
	{ RULE("title-date", RW_TITLE_EXTRA, title_date) },
	{ RULE("title-number", RW_TITLE_EXTRA, title_number) },
	{ RULE("title-company", RW_TITLE_EXTRA, title_company) },
	{ RULE("title-words", RW_TITLE_EXTRA, title_words),
	  .own = { .words = TITLE_WORDS } },
	{ RULE("title-capitals", RW_TITLE_CAPITALS, title_capitals) },
	{ RULE("title-generic", RW_TITLE_GENERIC, title_generic) },
	{ RULE("title-long", RW_TITLE_LONG, title_long) },
	{ RULE("text-short", RW_TEXT_SHORT, text_short), .every = true,
	  .own = { .level = RW_WARNING, .limit = 500 } },
	{ RULE("text-long", RW_TEXT_LONG, text_long) },
	{ RULE("text-title", RW_TEXT_TITLE, text_title) },
	{ RULE("text-sections", RW_TEXT_SECTIONS, text_sections) },
	{ RULE("text-less", RW_TEXT_LESS, text_less) },
	{ RULE("text-link", RW_TEXT_LINK, text_link) },
	{ RULE("text-anchor", RW_TEXT_ANCHOR, text_anchor), .every = true,
	  .own = { .level = RW_NOTE } },
	{ RULE("text-cut", RW_TEXT_CUT, text_cut), .every = true,
	  .own = { .level = RW_WARNING } },
	{ RULE("country-served", RW_COUNTRY_UNSERVED, country_served) },
	{ RULE("remote-from", RW_REMOTE_NOWHERE, remote_from) },
	{ RULE("remote-place", RW_REMOTE_PLACE, remote_place) },
	{ RULE("state-letters", RW_STATE_NUMERIC, state_letters),
	  .values = true },
	{ RULE("pay-whole", RW_PAY_PARTIAL, pay_whole), .every = true,
	  .own = { .level = RW_ERROR } },
	{ RULE("pay-wide", RW_PAY_WIDE, pay_wide) },
	{ RULE("pay-order", RW_PAY_REVERSED, pay_order), .every = true,
	  .own = { .level = RW_ERROR } },
	{ RULE("url-secure", RW_URL_INSECURE, url_secure), .values = true },
	{ RULE("url-www", RW_URL_WWW, url_www), .values = true },
	{ RULE("url-direct", RW_URL_SHORTENED, url_direct), .values = true },
	{ RULE("url-page", RW_URL_APPLY, url_page), .values = true },
	{ RULE("url-tagged", RW_URL_UNTAGGED, url_tagged), .values = true,
	  .own = { .words = "utm_source=" } },
	{ RULE("url-twice", RW_URL_TWICE, NULL) }, /* over the whole feed */
	{ RULE("expiry", RW_EXPIRY_EARLY, expiry), .every = true,
	  .values = true, .own = { .level = RW_ERROR } },
	{ RULE("posted-lately", RW_POSTED_OLD, posted_lately), .values = true },
	{ RULE("company-named", RW_COMPANY_VAGUE, company_named), .every = true,
	  .own = { .level = RW_ERROR, .words = NO_COMPANY } },
	{ RULE("company-about", RW_ABOUT_MISSING, company_about) },
};

#define RULES (sizeof(rules) / sizeof(rules[0]))

/* The number of the rule 'name', or RULES. */
static size_t find(const char *name)
{
	size_t i = 0;

	while (i < RULES && strcmp(rules[i].name, name) != 0)
		i++;
	return i;
}

static bool is_named(const struct rw_board *board, size_t number)
{
	size_t i = 0;

	while (i < board->rule_count && board->rules[i].number != number)
		i++;
	return i < board->rule_count;
}

static void apply(const struct rw_item *item, const struct rule *rule,
		  const struct rw_board_rule *how)
{
	const char *words = how->words ? how->words : rule->own.words;
	const struct preflight p = { item, how, rule->code,
				     words ? words : "" };

	if (rule->run && !how->off)
		rule->run(&p);
}

static void run(const struct rw_item *item, bool values_only)
{
	const struct rw_board *board = item->board;

	for (size_t i = 0; i < board->rule_count; i++) {
		const struct rule *rule = &rules[board->rules[i].number];

		if (rule->values || !values_only)
			apply(item, rule, &board->rules[i]);
	}
	for (size_t i = 0; i < RULES; i++)
		if (rules[i].every && (rules[i].values || !values_only) &&
		    !is_named(board, i))
			apply(item, &rules[i], &rules[i].own);
}

void rw_preflight_run(const struct rw_item *item)
{
	run(item, false);
}

void rw_preflight_values(const struct rw_item *item)
{
	run(item, true);
}

int rw_preflight_find(const struct rw_board *board, struct rw_diags *diags)
{
	const char *names[RULES];
	int status = 0;

	for (size_t i = 0; i < RULES; i++)
		names[i] = rules[i].name;
	for (size_t i = 0; i < board->rule_count; i++) {
		struct rw_board_rule *rule = &board->rules[i];
		const struct rw_names known = { rule->name, names, RULES };

		rule->number = find(rule->name);
		if (rule->number < RULES)
			continue;
		rw_report_unknown(
			diags, RW_RULE_UNKNOWN, rule->pos, &known,
			(const char *const[]){ rule->name, NULL, NULL });
		status = -1;
	}
	return status;
}

const struct rw_board_rule *rw_preflight_rule(const struct rw_board *board,
					      const char *name)
{
	for (size_t i = 0; i < board->rule_count; i++)
		if (strcmp(board->rules[i].name, name) == 0 &&
		    !board->rules[i].off)
			return &board->rules[i];
	return NULL;
}
