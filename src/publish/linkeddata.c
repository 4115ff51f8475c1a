/*
 * The JobPosting of a page against what the page shows.
 */
#include "publish/linkeddata.h"

#include <ctype.h>
#include <string.h>

#include "write/profile.h"

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

/* Length of the mark at 'at' that may part digits, or 0. */
static size_t mark_at(const char *at)
{
	static const char *const marks[] = { ",",
					     ".",
					     "'",
					     "\xC2\xA0",
					     "\xE2\x80\x89",
					     "\xE2\x80\x99",
					     "\xE2\x80\xAF" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(at, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

static void add_digits(struct rw_buf *out, const char *text)
{
	bool after = false;

	while (*text) {
		size_t mark = after ? mark_at(text) : 0;

		if (mark && isdigit((unsigned char)text[mark]))
			text += mark;
		after = isdigit((unsigned char)*text);
		rw_buf_putc(out, *text++);
	}
}

/* "52000.50" as 5200050: with nothing but zeros behind it. */
static bool shows_amount(const struct page *page, const char *value)
{
	struct rw_buf digits = RW_BUF_INIT;
	const char *at = page->digits.data, *after;
	bool shown = false;

	add_digits(&digits, value);
	while (!shown && (at = strstr(at, digits.data))) {
		after = at + digits.len;
		after += strspn(after, "0");
		shown = (at == page->digits.data ||
			 !isdigit((unsigned char)at[-1])) &&
			!isdigit((unsigned char)*after);
		at++;
	}
	rw_buf_release(&digits);
	return shown;
}

static bool shows_words(const struct page *page, const char *value)
{
	return strstr(page->text.data, value) != NULL;
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

static bool is_job(struct rw_arena *arena, const struct rw_node *map)
{
	const struct rw_node *n = rw_node_child(map, NULL);

	while (n && !is_fn(n, "string", "@type"))
		n = rw_node_next_element(n, NULL);
	return n && strcmp(rw_node_text(arena, n), "JobPosting") == 0;
}

/* The map of a JobPosting; NULL if there is none. */
static const struct rw_node *job_of(struct rw_arena *arena,
				    const struct rw_node *root)
{
	const struct rw_node *n = root;

	while (n && !(is(n, RW_NS_FN, "map") && is_job(arena, n)))
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

void rw_linked_data_check(const struct rw_doc *tree, struct rw_pos pos,
			  struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(tree), *job;
	struct page page = { .text = RW_BUF_INIT, .digits = RW_BUF_INIT };

	page.arena = rw_arena_new();
	job = job_of(page.arena, root);
	page.body = job ? body_of(root) : NULL;
	if (job && rw_profile_text(page.body, &page.text, diags) == 0) {
		add_digits(&page.digits, page.text.data);
		check_claims(&page, job, pos, diags);
	}
	rw_buf_release(&page.text);
	rw_buf_release(&page.digits);
	rw_arena_free(page.arena);
}
