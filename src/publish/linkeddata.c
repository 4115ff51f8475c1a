/*
 * The JobPosting of a page against what the page shows.
 */
#include "publish/linkeddata.h"

#include <ctype.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/decimal.h"
#include "base/utf8.h"
#include "write/profile.h"

#define SPACE " \t\r\n"

struct page {
	const struct rw_node *body;
	struct rw_buf text;   /* as people see it */
	struct rw_buf digits; /* the same without marks inside of figures */
	struct rw_arena *arena;
};

typedef bool shows_fn(const struct page *page, const char *value);

static bool is(const struct rw_node *node, const char *ns, const char *name)
{
	return strcmp(rw_node_name(node), name) == 0 &&
	       strcmp(rw_node_ns(node), ns) == 0;
}

static bool is_fn(const struct rw_node *node, const char *name, const char *key)
{
	const char *own = rw_node_attr(node, "key");

	return is(node, RW_NS_FN, name) && own && strcmp(own, key) == 0;
}

/* ------------------------------------------------------------------ shown */

/* The digit at 'at', of any script, or -1; *len its bytes. */
static int digit_at(const char *at, size_t *len)
{
	uint32_t code = rw_utf8_decode(at, strnlen(at, 4), len);

	return u_charDigitValue((UChar32)code);
}

/* Whether 'code' may part the digits of a figure. */
static bool is_mark(uint32_t code)
{
	static const uint32_t marks[] = { ',',	 '.',	 '\'',	 0xA0,	0x66B,
					  0x66C, 0x2009, 0x2019, 0x202F };
	size_t i = 0, count = sizeof(marks) / sizeof(marks[0]);

	while (i < count && marks[i] != code)
		i++;
	return i < count;
}

/* 'text' with figures in plain digits, without marks inside of them. */
static void add_digits(struct rw_buf *out, const char *text)
{
	bool after = false;

	while (*text) {
		size_t len, next;
		uint32_t code = rw_utf8_decode(text, strnlen(text, 4), &len);
		int digit = u_charDigitValue((UChar32)code);

		if (digit >= 0)
			rw_buf_putc(out, (char)('0' + digit));
		else if (!after || !text[len] || !is_mark(code) ||
			 digit_at(text + len, &next) < 0)
			rw_buf_add(out, text, len);
		after = digit >= 0;
		text += len;
	}
}

/* Whether the digits stand there, with no others beside them but ".00". */
static bool has_figure(const struct rw_buf *text, const char *digits)
{
	const char *at = text->data;
	size_t len = strlen(digits);

	for (; (at = strstr(at, digits)) != NULL; at++) {
		size_t zeros = strspn(at + len, "0");

		if ((at == text->data || !isdigit((unsigned char)at[-1])) &&
		    zeros <= 2 && !isdigit((unsigned char)at[len + zeros]))
			return true;
	}
	return false;
}

/* Pages round to hundredths. */
static bool shows_amount(const struct page *page, const char *value)
{
	const rw_decimal hundredth = RW_DECIMAL_SCALE / 100;
	rw_decimal exact;
	char text[24];

	if (!rw_decimal_parse(value, &exact))
		return false;
	for (int up = 0; up < 2; up++) {
		struct rw_buf digits = RW_BUF_INIT;
		rw_decimal rounded = exact - exact % hundredth;
		bool shown;

		if (up && rounded != exact)
			rounded += hundredth;
		rw_decimal_format(rounded, text);
		add_digits(&digits, text);
		shown = has_figure(&page->digits, digits.data);
		rw_buf_release(&digits);
		if (shown)
			return true;
	}
	return false;
}

/* The text has one blank wherever there is white space. */
static bool shows_words(const struct page *page, const char *value)
{
	struct rw_buf words = RW_BUF_INIT;
	bool shown;

	for (value += strspn(value, SPACE); *value;) {
		size_t len = strcspn(value, SPACE);

		if (words.len)
			rw_buf_putc(&words, ' ');
		rw_buf_add(&words, value, len);
		value += len + strspn(value + len, SPACE);
	}
	shown = strstr(page->text.data, words.data) != NULL;
	rw_buf_release(&words);
	return shown;
}

static bool shows_day(const struct page *page, const char *value)
{
	const struct rw_node *n = page->body;
	const size_t size = strlen("2026-11-22");

	for (; n; n = rw_node_walk_all(n, page->body)) {
		const char *day = is(n, RW_NS_XHTML, "time")
					  ? rw_node_attr(n, "datetime")
					  : NULL;

		if (day && strncmp(day, value, size) == 0 &&
		    rw_node_text(page->arena, n)[0])
			return true;
	}
	return false;
}

/* ------------------------------------------------------------------ check */

/* Members of schema.org that people have to see. */
static const struct claim {
	const char *key, *type; /* type: of the JSON value */
	shows_fn *shows;
} claims[] = {
	{ "datePosted", "string", shows_day },
	{ "validThrough", "string", shows_day },
	{ "addressLocality", "string", shows_words },
	{ "minValue", "number", shows_amount },
	{ "maxValue", "number", shows_amount },
	{ "value", "number", shows_amount },
};

static const struct claim *claim_of(const struct rw_node *node)
{
	size_t i = 0, count = sizeof(claims) / sizeof(claims[0]);

	while (i < count && !is_fn(node, claims[i].type, claims[i].key))
		i++;
	return i < count ? &claims[i] : NULL;
}

static void check_claims(const struct page *page, const struct rw_node *map,
			 struct rw_pos pos, struct rw_diags *diags)
{
	const struct rw_node *n = map;

	while ((n = rw_node_walk_all(n, map))) {
		const struct claim *claim = claim_of(n);
		char *value = claim ? rw_node_text(page->arena, n) : NULL;

		if (value && !claim->shows(page, value))
			rw_report(diags, RW_DATA_HIDDEN, pos, claim->key, value,
				  NULL);
	}
}

static bool is_job(const struct rw_node *map)
{
	const struct rw_node *n = rw_node_child(map, NULL);

	while (n && !is_fn(n, "string", "@type"))
		n = rw_node_next_element(n, NULL);
	n = n ? rw_node_first(n) : NULL;
	return n && strcmp(rw_node_content(n), "JobPosting") == 0;
}

/* The map of a JobPosting; NULL if there is none. */
static const struct rw_node *job_of(const struct rw_node *root)
{
	const struct rw_node *n = root;

	while (n && !(is(n, RW_NS_FN, "map") && is_job(n)))
		n = rw_node_walk_all(n, root);
	return n;
}

static const struct rw_node *body_of(const struct rw_node *root)
{
	const struct rw_node *n = root;

	while (n && !is(n, RW_NS_XHTML, "body"))
		n = rw_node_walk_all(n, root);
	return n ? n : root;
}

static void check_page(const struct rw_node *root, const struct rw_node *job,
		       struct rw_pos pos, struct rw_diags *diags)
{
	struct page page = { .text = RW_BUF_INIT, .digits = RW_BUF_INIT };
	/* What cannot be written is said when the page is. */
	struct rw_diags *quiet = rw_diags_new(rw_diags_sources(diags));

	page.arena = rw_arena_new();
	page.body = body_of(root);
	if (rw_profile_text(page.body, &page.text, quiet) == 0) {
		add_digits(&page.digits, page.text.data);
		check_claims(&page, job, pos, diags);
	}
	rw_buf_release(&page.text);
	rw_buf_release(&page.digits);
	rw_arena_free(page.arena);
	rw_diags_free(quiet);
}

void rw_linked_data_check(const struct rw_doc *tree, struct rw_pos pos,
			  struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(tree), *job = job_of(root);

	if (job)
		check_page(root, job, pos, diags);
}
