/*
 * Confidential postings: nothing in them may tell who the company is.
 */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "model/job.h"
#include "model/prose.h"
#include "text/match.h"
#include "xml/attributes.h"

/* Fewer letters of a name stand in too many addresses by chance. */
#define FEWEST_LETTERS 5

/* What gives the company away. */
struct sign {
	const char *text; /* its name; a host of its addresses */
	const struct rw_pattern *pattern;
	const char *letters; /* of the name, as addresses have it; or NULL */
	bool host;
};

/* name and legal name, each without its legal form, too; hosts of its site and
   its mail */
#define SIGNS 6

struct secrecy {
	struct rw_job *job;
	struct sign signs[SIGNS];
	size_t count;
};

/* 'text' for a pattern: letters stand for themselves, one blank for many. */
static void quote(struct rw_buf *pattern, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == ' ')
			rw_buf_puts(pattern, "\\s+");
		else if (strchr("\\^$.[]|()?*+{}#-", *text) != NULL)
			rw_buf_printf(pattern, "\\%c", *text);
		else
			rw_buf_putc(pattern, *text);
	}
}

/*
 * As a whole, in any case of letters. A name of one word may be a word of the
 * language, too ("Target"): it has to be written as it is, or in capitals.
 */
static void write_pattern(struct rw_buf *pattern, const struct sign *sign)
{
	size_t letters = rw_utf8_length(sign->text, strlen(sign->text));

	rw_buf_puts(pattern, "(?<![\\p{L}\\p{N}])(?:");
	if (sign->host || strchr(sign->text, ' ') != NULL) {
		rw_buf_puts(pattern, "(?i:");
	} else {
		quote(pattern, sign->text);
		rw_buf_printf(pattern, "|(?=\\P{Ll}{%zu})(?i:", letters);
	}
	quote(pattern, sign->text);
	rw_buf_puts(pattern, "))(?![\\p{L}\\p{N}])");
}

/* Letters and digits, "ö" as "o", in lower case. */
static const char *letters_of(struct rw_arena *arena, const char *text)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *copy;
	size_t size;

	for (; *text != '\0'; text += size) {
		uint32_t c = rw_utf8_decode(text, strnlen(text, 4), &size);

		if (rw_utf8_plain(c))
			rw_buf_putc(&out, rw_utf8_plain(c));
	}
	copy = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	return copy;
}

static void add_sign(struct secrecy *s, const char *text, bool host)
{
	struct rw_job *job = s->job;
	struct sign *sign = &s->signs[s->count];
	struct rw_buf pattern = RW_BUF_INIT;

	if (text == NULL || text[0] == '\0')
		return;
	sign->text = text;
	sign->host = host;
	sign->letters = host ? NULL : letters_of(job->arena, text);
	if (sign->letters && strlen(sign->letters) < FEWEST_LETTERS)
		sign->letters = NULL;
	write_pattern(&pattern, sign);
	sign->pattern = rw_pattern_new(job->arena, pattern.data,
				       RW_PATTERN_BRIEF,
				       rw_node_pos(job->company), job->diags);
	rw_buf_release(&pattern);
	if (sign->pattern != NULL)
		s->count++;
	else
		job->status = -1;
}

/* Whether the 'len' bytes at 'word' are part of a legal form. */
static bool is_legal(const char *word, size_t len)
{
	static const char forms[] =
		" & ab ag and aps as a/s asa bv co company corp corporation "
		"cv de ev gmbh inc incorporated kg kgaa lda limited llc llp "
		"lp ltd mbh nv ohg ou oy oyj plc rl sa sab sapi sarl sas sau "
		"se sl slu spa srl ug und y ";
	struct rw_buf plain = RW_BUF_INIT;
	bool legal;

	rw_buf_putc(&plain, ' ');
	for (size_t i = 0; i < len; i++)
		if (strchr(".,()", word[i]) == NULL)
			rw_buf_putc(&plain,
				    (char)tolower((unsigned char)word[i]));
	rw_buf_putc(&plain, ' ');
	legal = strstr(forms, plain.data) != NULL;
	rw_buf_release(&plain);
	return legal;
}

/* "Acme Pumps" for "Acme Pumps GmbH & Co. KG", as people call it. */
static const char *called(struct rw_arena *arena, const char *name)
{
	size_t len = strlen(name);

	for (;;) {
		size_t end = len, word;

		while (end > 0 && strchr(" ,", name[end - 1]) != NULL)
			end--;
		word = end;
		while (word > 0 && name[word - 1] != ' ')
			word--;
		if (word == 0 || !is_legal(name + word, end - word))
			return rw_arena_strndup(arena, name, end);
		len = word;
	}
}

static void add_names(struct secrecy *s, const struct rw_node *company,
		      const char *element)
{
	const struct rw_node *n = rw_node_child(company, element);
	const char *name = n ? rw_node_text(s->job->arena, n) : "";
	const char *shorter = called(s->job->arena, name);

	add_sign(s, name, false);
	if (strcmp(shorter, name) != 0)
		add_sign(s, shorter, false);
}

/* The host of an address, without "www."; NULL if there is none. */
static const char *host_of(struct rw_arena *arena, const char *address)
{
	const char *host = address ? strstr(address, "://") : NULL;

	if (host != NULL)
		host += 3;
	else if (address != NULL && (host = strchr(address, '@')) != NULL)
		host += 1;
	if (host == NULL)
		return NULL;
	if (strncmp(host, "www.", 4) == 0)
		host += 4;
	return rw_arena_strndup(arena, host, strcspn(host, "/:?#"));
}

static void find_signs(struct secrecy *s)
{
	const struct rw_node *company = s->job->company;
	const struct rw_node *apply = rw_node_child(company, "apply");
	struct rw_arena *arena = s->job->arena;

	add_names(s, company, "name");
	add_names(s, company, "legal-name");
	add_sign(s, host_of(arena, rw_node_attr(company, "url")), true);
	if (apply != NULL)
		add_sign(s, host_of(arena, rw_node_attr(apply, "email")), true);
}

/* The sign that 'text' holds, or NULL. */
static const char *sign_in(struct secrecy *s, const char *text)
{
	for (size_t i = 0; i < s->count; i++) {
		struct rw_match match = { text, strlen(text), 0, 0 };

		if (rw_pattern_find(s->signs[i].pattern, &match,
				    s->job->diags) > 0)
			return s->signs[i].text;
	}
	return NULL;
}

/* The same for an address or an id: "tarn-pumps", "tarnpumps". */
static const char *sign_in_address(struct secrecy *s, const char *address)
{
	const char *letters = letters_of(s->job->arena, address);

	for (size_t i = 0; i < s->count; i++)
		if (s->signs[i].letters && strstr(letters, s->signs[i].letters))
			return s->signs[i].text;
	return sign_in(s, address);
}

static void report(struct secrecy *s, struct rw_pos pos, const char *sign,
		   const char *hint)
{
	rw_report_hint(s->job->diags, RW_CONFIDENTIAL_NAME, pos, hint,
		       (const char *const[]){ sign, NULL, NULL });
	s->job->status = -1;
}

#define HINT_ADDRESS "give an address, or id, that does not say whose it is"

/* Where the page is the place to apply, it is looked at as that. */
static void check_page(struct secrecy *s)
{
	const struct rw_node *apply = rw_node_child(s->job->root, "apply");
	const char *url = apply ? rw_node_attr(apply, "url") : NULL;
	const char *page = s->job->options->page;
	const char *sign = page ? sign_in_address(s, page) : NULL;

	if (sign != NULL && (url == NULL || strcmp(url, page) != 0))
		report(s, rw_node_pos(s->job->root), sign, HINT_ADDRESS);
}

/* Whether readers see it, and as an address or as text. */
static bool is_address(const struct secrecy *s, const struct rw_node *node,
		       const char *name)
{
	static const char *const names[] = { "url", "email", "href",
					     "destination", "street" };
	size_t i = 0, count = sizeof(names) / sizeof(names[0]);

	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i < count || (node == s->job->root && strcmp(name, "id") == 0);
}

static void check_attributes(struct secrecy *s, const struct rw_node *node)
{
	struct rw_attr_cursor cursor;

	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor)) {
		const struct rw_attribute *attr = &cursor.attr;
		bool address = is_address(s, node, attr->name);
		const char *sign = NULL;

		if (address)
			sign = sign_in_address(s, attr->value);
		else if (rw_node_is(node, "agreement"))
			sign = sign_in(s, attr->value);
		if (sign != NULL)
			report(s, rw_job_at(s->job, node, attr->name), sign,
			       address ? HINT_ADDRESS : NULL);
	}
}

/* Whether the text of 'node' is read as one, whatever is marked in it. */
static bool is_line(const struct rw_node *node)
{
	const struct rw_node *n = rw_node_first(node);

	if (rw_node_is_md(node, "paragraph") || rw_node_is_md(node, "heading"))
		return true;
	while (n != NULL && (rw_node_kind(n) == RW_NODE_ELEMENT ||
			     strspn(rw_node_content(n), " \t\r\n") ==
				     strlen(rw_node_content(n))))
		n = rw_node_next(n);
	return n != NULL;
}

/* What stands in a line was looked at with it. */
static bool is_in_line(const struct rw_node *node)
{
	const struct rw_node *parent = rw_node_parent(node);

	return parent != NULL && (is_line(parent) || is_in_line(parent));
}

static void check_text(struct secrecy *s, const struct rw_node *node)
{
	const char *sign;

	if (!is_line(node) || is_in_line(node))
		return;
	sign = sign_in(s, rw_plain_text(s->job->arena, node));
	if (sign != NULL)
		report(s, rw_node_pos(node), sign, NULL);
}

void rw_job_secrecy(struct rw_job *job)
{
	struct secrecy s = { .job = job };
	const struct rw_node *n = job->root;

	if (!job->confidential || job->company == NULL)
		return;
	find_signs(&s);
	check_page(&s);
	for (; n != NULL; n = rw_node_walk_all(n, job->root)) {
		if (rw_node_kind(n) != RW_NODE_ELEMENT)
			continue;
		check_attributes(&s, n);
		check_text(&s, n);
	}
}
