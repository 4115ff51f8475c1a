/*
 * One pass over the bytes finds every mistake; where the writer's intent can
 * be guessed it goes on behind it.
 */
#include "xml/wellformed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "xml/scan.h"

/* A file with more mistakes than this is not XML at all. */
#define MOST_MISTAKES 50
/* Bytes of a name or place that a message shows, and their NUL. */
#define SHOWN 49
/* How far apart two names may be to be one of them mistyped. */
#define TYPO 2
/* Bytes that are looked at together. */
#define PLAIN sizeof(uint64_t)

struct span {
	size_t at;
	size_t len;
};

struct open {
	struct span name;
	size_t tag;
	size_t prefixes; /* declared outside it */
};

struct reader {
	const struct rw_markup *in;
	struct rw_tags *tags;
	struct open *open;  /* as many as the limit of depth */
	struct span *attrs; /* as many as the limit of attributes */
	size_t attr_count;
	struct span *prefixes; /* in scope */
	size_t prefix_count;
	size_t prefix_cap;
	size_t depth;
	size_t nodes;
	size_t run; /* bytes of text since the last tag */
	size_t at;
	size_t mistakes;
	struct span root;
	bool stop;
};

const char *rw_markup_excerpt(const struct rw_markup *markup, size_t at,
			      size_t most, char *out, size_t size)
{
	size_t len = 0;

	if (most > markup->len - at)
		most = markup->len - at;
	for (size_t i = 0, n; i < most; i += n) {
		uint32_t c = rw_utf8_decode(markup->text + at + i,
					    markup->len - at - i, &n);

		if (c < 0x20 || rw_utf8_is_control(c) || rw_utf8_is_bidi(c))
			c = ' ';
		if (len + 4 >= size || i + n > most)
			break;
		len += rw_utf8_encode(c, out + len);
	}
	out[len] = '\0';
	return out;
}

/* 'hint' NULL: the table's. */
static void fail_hint(struct reader *r, enum rw_code code, size_t at,
		      const char *hint, const char *const args[3])
{
	struct rw_pos pos = { r->in->file, (uint32_t)at };

	rw_report_hint(r->in->diags, code, pos, hint, args);
	if (++r->mistakes >= MOST_MISTAKES)
		r->stop = true;
}

static void fail(struct reader *r, enum rw_code code, size_t at, const char *a1,
		 const char *a2)
{
	fail_hint(r, code, at, NULL, (const char *const[]){ a1, a2, NULL });
}

static void fatal(struct reader *r, enum rw_code code, size_t at,
		  const char *a1, const char *a2)
{
	fail(r, code, at, a1, a2);
	r->stop = true;
}

/* 'fail' with the name at 'name' as its argument. */
static void fail_name(struct reader *r, enum rw_code code, size_t at,
		      struct span name)
{
	char shown[SHOWN];

	rw_markup_excerpt(r->in, name.at, name.len, shown, sizeof(shown));
	fail(r, code, at, shown, NULL);
}

/* The markup is wrong in a way that has no name of its own. */
static void fail_near(struct reader *r, size_t at)
{
	struct span near = { at, 20 };

	fail_name(r, RW_NOT_WELL_FORMED, at, near);
}

static void over_limit(struct reader *r, size_t at, const char *what,
		       size_t limit)
{
	char number[24];

	snprintf(number, sizeof(number), "%zu", limit);
	fatal(r, RW_LIMIT, at, what, number);
}

static bool count_node(struct reader *r, size_t at)
{
	if (++r->nodes > r->in->limits->nodes) {
		over_limit(r, at, "number of nodes", r->in->limits->nodes);
		return false;
	}
	return true;
}

static bool same(const struct reader *r, struct span a, struct span b)
{
	return a.len == b.len &&
	       !memcmp(r->in->text + a.at, r->in->text + b.at, a.len);
}

static bool is(const struct reader *r, struct span a, const char *name)
{
	return a.len == strlen(name) &&
	       !memcmp(r->in->text + a.at, name, a.len);
}

static bool looking_at(const struct reader *r, const char *with)
{
	size_t n = strlen(with);

	return r->in->len - r->at >= n && !memcmp(r->in->text + r->at, with, n);
}

static char peek(const struct reader *r)
{
	return r->at < r->in->len ? r->in->text[r->at] : '\0';
}

static struct span take_name(struct reader *r)
{
	struct span name = { r->at, 0 };

	name.len = rw_scan_name(r->in->text, r->in->len, r->at);
	r->at += name.len;
	return name;
}

static void skip_space(struct reader *r)
{
	while (r->at < r->in->len && rw_scan_is_space(r->in->text[r->at]))
		r->at++;
}

/* ------------------------------------------------------------ characters */

/* Reports control and direction characters, wherever they stand. */
static void check_character(struct reader *r, size_t at, uint32_t c,
			    bool reference)
{
	char shown[16];

	if (!rw_utf8_is_bidi(c) && !rw_utf8_is_control(c))
		return;
	snprintf(shown, sizeof(shown), "U+%04X", (unsigned)c);
	if (rw_utf8_is_bidi(c))
		fail(r, RW_BIDI_CHARACTER, at, shown, NULL);
	else if (reference)
		fail(r, RW_CHARACTER_REFERENCE, at, shown, NULL);
	else
		fail(r, RW_CONTROL_CHARACTER, at, shown, NULL);
}

/* Whether the next PLAIN bytes are all printable ASCII. */
static bool is_plain(const char *text)
{
	const uint64_t every = UINT64_C(0x0101010101010101);
	uint64_t word;

	memcpy(&word, text, PLAIN);
	return !((word | (word - 0x20 * every) | (word + every)) &
		 0x80 * every);
}

static void check_characters(struct reader *r)
{
	const char *text = r->in->text;
	size_t len = r->in->len, valid, n;

	valid = rw_utf8_valid_prefix(text, len);
	for (size_t i = r->in->skip; i < valid && !r->stop; i += n) {
		unsigned char c = (unsigned char)text[i];

		n = PLAIN;
		if (i + PLAIN <= valid && is_plain(text + i))
			continue;
		n = 1;
		if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t')
			continue;
		check_character(r, i, rw_utf8_decode(text + i, len - i, &n),
				false);
	}
	if (valid < len)
		fatal(r, RW_ENCODING, valid, NULL, NULL);
}

/* '&' in text or a value; moves behind it. */
static void reference(struct reader *r)
{
	const char *text = r->in->text;
	size_t at = r->at, decoded, n, len;
	struct span shown = { at, 0 };

	n = rw_scan_entity(text, r->in->len, at, &decoded);
	r->at += n;
	if (decoded && text[at + 1] == '#') {
		uint32_t c = (uint32_t)strtoul(text + at + 2, NULL, 10);

		if (text[at + 2] == 'x')
			c = (uint32_t)strtoul(text + at + 3, NULL, 16);
		check_character(r, at, c, true);
	}
	if (decoded)
		return;
	if (text[at + 1 < r->in->len ? at + 1 : at] == '#') {
		for (len = 2; len < 16 && at + len < r->in->len; len++) {
			if (text[at + len] == ';')
				break;
		}
		shown.len = len + 1;
		fail_name(r, RW_CHARACTER_REFERENCE, at, shown);
		return;
	}
	len = rw_scan_name(text, r->in->len, at + 1);
	if (len && at + 1 + len < r->in->len && text[at + 1 + len] == ';') {
		shown.len = len + 2;
		fail_name(r, RW_ENTITY_UNKNOWN, at, shown);
	} else {
		fail(r, RW_AMPERSAND, at, NULL, NULL);
	}
}

/* ------------------------------------------------------------- start tags */

static void declare_prefix(struct reader *r, struct span name)
{
	const size_t xmlns = strlen("xmlns:");

	if (name.len <= xmlns || memcmp(r->in->text + name.at, "xmlns:", xmlns))
		return;
	if (r->prefix_count == r->prefix_cap) {
		r->prefix_cap = r->prefix_cap ? 2 * r->prefix_cap : 16;
		r->prefixes = rw_realloc(r->prefixes,
					 r->prefix_cap * sizeof(*r->prefixes));
	}
	r->prefixes[r->prefix_count++] =
		(struct span){ name.at + xmlns, name.len - xmlns };
}

static void check_prefix(struct reader *r, struct span name)
{
	const char *colon = memchr(r->in->text + name.at, ':', name.len);
	struct span prefix = name;

	if (!colon)
		return;
	prefix.len = (size_t)(colon - r->in->text) - name.at;
	if (is(r, prefix, "xml") || is(r, prefix, "xmlns"))
		return;
	for (size_t i = r->prefix_count; i > 0; i--) {
		if (same(r, r->prefixes[i - 1], prefix))
			return;
	}
	fail_name(r, RW_PREFIX_UNDECLARED, name.at, prefix);
}

/* ------------------------------------------------------- attribute values */

/* Bytes of the typographic quote at 'at', 0 if there is none. */
static size_t typographic(const struct reader *r, size_t at)
{
	static const char *const quotes[] = {
		"\u201C", "\u201D", "\u201E", "\u201F", "\u2018",
		"\u2019", "\u201A", "\u201B", "\u00AB", "\u00BB",
	};

	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++) {
		size_t len = strlen(quotes[i]);

		if (r->in->len - at >= len &&
		    !memcmp(r->in->text + at, quotes[i], len))
			return len;
	}
	return 0;
}

/* Whether the bytes from 'at' to 'end' have a typographic quote. */
static bool has_typographic(const struct reader *r, size_t at, size_t end)
{
	for (; at < end; at++)
		if (typographic(r, at))
			return true;
	return false;
}

static void fail_quotes(struct reader *r, enum rw_code code, size_t at,
			struct span name, bool curly)
{
	char shown[SHOWN], hint[SHOWN + 32];
	char quote[2] = { r->at < r->in->len ? peek(r) : '"', '\0' };

	rw_markup_excerpt(r->in, name.at, name.len, shown, sizeof(shown));
	snprintf(hint, sizeof(hint), "write straight quotes: %s=\"...\"",
		 shown);
	if (quote[0] != '\'')
		quote[0] = '"';
	fail_hint(r, code, at, curly ? hint : NULL,
		  (const char *const[]){ shown, quote, NULL });
}

/* A value without straight quotes; moves behind it. */
static void bare_value(struct reader *r, struct span name)
{
	bool curly = typographic(r, r->at) > 0;

	fail_quotes(r, RW_ATTRIBUTE_QUOTES, r->at, name, curly);
	r->at += typographic(r, r->at);
	while (r->at < r->in->len && peek(r) != '>' && peek(r) != '<' &&
	       peek(r) != '"' && !looking_at(r, "/>") &&
	       !typographic(r, r->at) && (curly || !rw_scan_is_space(peek(r))))
		r->at++;
	if (peek(r) == '"')
		r->at++;
	r->at += typographic(r, r->at);
}

/*
 * The blank before the next attribute, when what seems to be the value from
 * 'start' to 'end' reaches to the quote that opens it ('a="x b="y"'); 0 when
 * not.
 */
static size_t next_attribute(const struct reader *r, size_t start, size_t end)
{
	const char *text = r->in->text;
	char behind = end + 1 < r->in->len ? text[end + 1] : '>';
	size_t at = end;

	if (rw_scan_is_space(behind) || behind == '>' || behind == '/' ||
	    at == start || text[at - 1] != '=')
		return 0;
	for (at--; at > start && !rw_scan_is_space(text[at - 1]);)
		at--;
	return at > start && rw_scan_name(text, end - 1, at) == end - 1 - at
		       ? at - 1
		       : 0;
}

/* The end of the tag that 'start' .. 'end', seemingly a value, goes past. */
static size_t end_of_tag(const struct reader *r, size_t start, size_t end)
{
	const char *text = r->in->text;
	const char *close = memchr(text + start, '>', end - start);

	if (close == NULL)
		return 0;
	return (size_t)(close - text) -
	       (close > text + start && close[-1] == '/');
}

/* The value has no closing quote; goes on at 'to', or not at all for 0. */
static void open_value(struct reader *r, struct span name, size_t start,
		       size_t to)
{
	size_t end = to ? to : r->at;

	r->at = start - 1;
	fail_quotes(r, RW_ATTRIBUTE_OPEN, name.at, name,
		    has_typographic(r, start, end));
	r->at = to;
	r->stop |= to == 0;
}

/* Moves to the next 'quote', '<' or '&', which it returns; 0 at the end. */
static char next_of(struct reader *r, char quote)
{
	const char *text = r->in->text;

	for (; r->at < r->in->len; r->at++) {
		char c = text[r->at];

		if (c == quote || c == '<' || c == '&')
			return c;
	}
	return '\0';
}

/* The value behind '='; at its quote. */
static void attribute_value(struct reader *r, struct span name)
{
	char quote = peek(r), c = '&';
	size_t start = r->at + 1, next;

	if (quote != '"' && quote != '\'') {
		bare_value(r, name);
		return;
	}
	for (r->at++; c == '&' && !r->stop;) {
		c = next_of(r, quote);
		if (c == '&')
			reference(r);
	}
	if (r->stop)
		return;
	next = c == quote ? next_attribute(r, start, r->at)
			  : end_of_tag(r, start, r->at);
	if (next || c == '\0') {
		open_value(r, name, start, next);
	} else if (c == quote) {
		r->at++;
	} else {
		fail_name(r, RW_ATTRIBUTE_LESS_THAN, r->at, name);
		r->stop = true;
	}
}

static void attribute(struct reader *r)
{
	struct span name = take_name(r);

	for (size_t i = 0; i < r->attr_count; i++) {
		if (same(r, r->attrs[i], name))
			fail_name(r, RW_ATTRIBUTE_TWICE, name.at, name);
	}
	if (r->attr_count == r->in->limits->attributes) {
		over_limit(r, name.at, "number of attributes",
			   r->in->limits->attributes);
		return;
	}
	r->attrs[r->attr_count++] = name;
	declare_prefix(r, name);
	skip_space(r);
	if (peek(r) != '=') {
		fail_name(r, RW_ATTRIBUTE_QUOTES, name.at, name);
		return;
	}
	r->at++;
	skip_space(r);
	attribute_value(r, name);
}

static void unfinished_tag(struct reader *r, size_t tag, struct span name)
{
	char shown[SHOWN + 8] = "'<";
	size_t len;

	rw_markup_excerpt(r->in, name.at, name.len, shown + 2, SHOWN);
	len = strlen(shown);
	snprintf(shown + len, sizeof(shown) - len, "'");
	fail(r, RW_MARKUP_UNFINISHED, tag, shown, ">");
	if (r->at >= r->in->len)
		r->stop = true;
}

/* All up to and with the '>' of a tag; true for an empty element. */
static bool attributes(struct reader *r, size_t tag, struct span name)
{
	r->attr_count = 0;
	while (!r->stop) {
		size_t before = r->at;

		skip_space(r);
		if (r->at - tag > r->in->limits->tag_bytes) {
			over_limit(r, tag, "start tag in bytes",
				   r->in->limits->tag_bytes);
		} else if (looking_at(r, "/>")) {
			r->at += 2;
			return true;
		} else if (peek(r) == '>') {
			r->at++;
			return false;
		} else if (r->at >= r->in->len || peek(r) == '<') {
			unfinished_tag(r, tag, name);
			return false;
		} else if (rw_scan_name(r->in->text, r->in->len, r->at)) {
			if (r->at == before)
				fail_near(r, r->at);
			attribute(r);
		} else {
			fail_near(r, r->at++);
		}
	}
	return false;
}

static void remember_tag(struct reader *r, size_t tag)
{
	struct rw_tags *tags = r->tags;

	if (tags->count == tags->cap) {
		tags->cap = tags->cap ? 2 * tags->cap : 64;
		tags->starts = rw_realloc(tags->starts,
					  tags->cap * sizeof(*tags->starts));
	}
	tags->starts[tags->count++] = (uint32_t)tag;
}

static void start_tag(struct reader *r)
{
	size_t tag = r->at++, prefixes = r->prefix_count;
	struct span name = take_name(r);
	bool empty;

	if (!r->depth && r->root.len) {
		r->at = tag;
		fail_name(r, RW_AFTER_ROOT, tag, r->root);
		r->stop = true;
		return;
	}
	if (!r->depth)
		r->root = name;
	if (r->depth == r->in->limits->depth) {
		over_limit(r, tag, "depth of elements", r->in->limits->depth);
		return;
	}
	if (!count_node(r, tag))
		return;
	remember_tag(r, tag);
	empty = attributes(r, tag, name);
	if (r->stop)
		return;
	check_prefix(r, name);
	for (size_t i = 0; i < r->attr_count; i++)
		check_prefix(r, r->attrs[i]);
	if (empty)
		r->prefix_count = prefixes;
	else
		r->open[r->depth++] = (struct open){ name, tag, prefixes };
}

/* --------------------------------------------------------------- end tags */

static void close_to(struct reader *r, size_t depth)
{
	r->prefix_count = r->open[depth].prefixes;
	r->depth = depth;
}

/* Whether 'name' is the innermost element's with a slip of the pen. */
static bool mistyped(const struct reader *r, struct span name)
{
	char a[SHOWN], b[SHOWN];
	struct span top = r->open[r->depth - 1].name;

	rw_markup_excerpt(r->in, name.at, name.len, a, sizeof(a));
	rw_markup_excerpt(r->in, top.at, top.len, b, sizeof(b));
	return rw_distance(a, b, TYPO) <= TYPO;
}

static unsigned line_of(const struct reader *r, size_t at)
{
	struct rw_pos pos = { r->in->file, (uint32_t)at };
	unsigned line, column;

	rw_sources_locate(rw_diags_sources(r->in->diags), pos, &line, &column);
	return line;
}

static void mismatch(struct reader *r, size_t tag, struct span name)
{
	char closed[SHOWN], open[SHOWN], opened[16];
	struct span top = r->open[r->depth - 1].name;
	const char *const args[] = { closed, open, opened };
	size_t i;

	rw_markup_excerpt(r->in, name.at, name.len, closed, sizeof(closed));
	rw_markup_excerpt(r->in, top.at, top.len, open, sizeof(open));
	snprintf(opened, sizeof(opened), "%u",
		 line_of(r, r->open[r->depth - 1].tag));
	for (i = r->depth; i > 0; i--) {
		if (same(r, r->open[i - 1].name, name))
			break;
	}
	if (i) {
		fail_hint(r, RW_TAG_MISMATCH, tag, NULL, args);
		close_to(r, i - 1);
	} else if (mistyped(r, name)) {
		fail_hint(r, RW_TAG_MISMATCH, tag, NULL, args);
		close_to(r, r->depth - 1);
	} else {
		fail(r, RW_TAG_UNOPENED, tag, closed, NULL);
	}
}

static void end_tag(struct reader *r)
{
	size_t tag = r->at;
	struct span name;

	r->at += 2;
	name = take_name(r);
	skip_space(r);
	if (peek(r) == '>') {
		r->at++;
	} else {
		fail(r, RW_MARKUP_UNFINISHED, tag, "end tag", ">");
		if (!name.len)
			r->stop = true;
	}
	if (!r->depth)
		fail_name(r, RW_TAG_UNOPENED, tag, name);
	else if (same(r, name, r->open[r->depth - 1].name))
		close_to(r, r->depth - 1);
	else
		mismatch(r, tag, name);
}

/* ------------------------------------------------------------ other markup */

/* Moves to the next '&' or "]]>" before 'end', or there. */
static void next_in_text(struct reader *r, size_t end)
{
	const char *text = r->in->text;
	const char *amp = memchr(text + r->at, '&', end - r->at);
	size_t stop = amp ? (size_t)(amp - text) : end;

	for (; r->at < stop; r->at++) {
		const char *bracket = memchr(text + r->at, ']', stop - r->at);

		r->at = bracket ? (size_t)(bracket - text) : stop;
		if (r->at == stop || looking_at(r, "]]>"))
			return;
	}
}

/* Text between two tags; in the prologue and epilogue only white space. */
static void text_run(struct reader *r, size_t end)
{
	const char *text = r->in->text;
	size_t start = r->at;

	if (!r->depth) {
		skip_space(r);
		if (r->at >= end)
			return;
		if (r->root.len)
			fail_name(r, RW_AFTER_ROOT, r->at, r->root);
		else
			fail_near(r, r->at);
		r->stop = true;
		return;
	}
	if (!r->run && !count_node(r, start))
		return;
	while (r->at < end && !r->stop) {
		next_in_text(r, end);
		if (r->at < end && text[r->at] == '&') {
			reference(r);
		} else if (r->at < end) {
			fail(r, RW_CDATA_END, r->at, NULL, NULL);
			r->at++;
		}
	}
	r->run += end - start;
}

static void count_run(struct reader *r, size_t at)
{
	if (r->run > r->in->limits->text_bytes)
		over_limit(r, at, "text in bytes", r->in->limits->text_bytes);
}

static void comment(struct reader *r, const struct rw_token *token)
{
	const char *body = r->in->text + token->body;
	size_t len = token->body_end - token->body;

	for (size_t i = 0; i < len; i++) {
		if (body[i] != '-')
			continue;
		if (i + 1 == len || body[i + 1] == '-') {
			fail(r, RW_COMMENT_HYPHENS, token->body + i, NULL,
			     NULL);
			return;
		}
	}
}

static void instruction(struct reader *r, const struct rw_token *token)
{
	struct span target = { token->body, 0 };

	target.len = rw_scan_name(r->in->text, token->body_end, token->body);
	if (!target.len)
		fail_near(r, token->start);
	else if (target.len == 3 &&
		 !strncasecmp(r->in->text + target.at, "xml", 3) &&
		 token->start != r->in->skip)
		fail(r, RW_DECLARATION_PLACE, token->start, NULL, NULL);
}

static void unfinished(struct reader *r)
{
	if (looking_at(r, "<!--"))
		fatal(r, RW_MARKUP_UNFINISHED, r->at, "comment", "-->");
	else if (looking_at(r, "<![CDATA["))
		fatal(r, RW_MARKUP_UNFINISHED, r->at, "CDATA section", "]]>");
	else
		fatal(r, RW_MARKUP_UNFINISHED, r->at, "instruction", "?>");
}

static void cdata(struct reader *r, const struct rw_token *token)
{
	if (!r->depth) {
		fail_near(r, token->start);
		return;
	}
	if (r->run || count_node(r, token->start))
		r->run += token->body_end - token->body;
}

/* "<!" and "<?". */
static void declaration(struct reader *r)
{
	struct rw_token token;

	rw_scan_token(r->in->text, r->in->len, r->at, &token);
	if (looking_at(r, "<!DOCTYPE") || token.kind == RW_TOKEN_DOCTYPE) {
		fatal(r, looking_at(r, "<!DOCTYPE") ? RW_DOCTYPE : RW_LESS_THAN,
		      r->at, NULL, NULL);
		return;
	}
	if (token.kind == RW_TOKEN_NONE) {
		unfinished(r);
		return;
	}
	if (token.kind == RW_TOKEN_CDATA)
		cdata(r, &token);
	else if (count_node(r, r->at) && token.kind == RW_TOKEN_COMMENT)
		comment(r, &token);
	else if (token.kind == RW_TOKEN_PI)
		instruction(r, &token);
	if (token.kind != RW_TOKEN_CDATA)
		r->run = 0;
	r->at = token.end;
}

static void markup(struct reader *r)
{
	char next = r->at + 1 < r->in->len ? r->in->text[r->at + 1] : '\0';

	if (next == '!' || next == '?') {
		declaration(r);
	} else if (next == '/') {
		r->run = 0;
		end_tag(r);
	} else if (rw_scan_name(r->in->text, r->in->len, r->at + 1)) {
		r->run = 0;
		start_tag(r);
	} else {
		fail(r, RW_LESS_THAN, r->at++, NULL, NULL);
	}
}

static void check_markup(struct reader *r)
{
	const char *text = r->in->text;

	for (r->at = r->in->skip; r->at < r->in->len && !r->stop;) {
		const char *next =
			memchr(text + r->at, '<', r->in->len - r->at);
		size_t end = next ? (size_t)(next - text) : r->in->len;

		if (end > r->at)
			text_run(r, end);
		else
			markup(r);
		count_run(r, r->at);
	}
	if (r->stop)
		return;
	if (r->depth)
		fail_name(r, RW_TAG_UNCLOSED, r->open[r->depth - 1].tag,
			  r->open[r->depth - 1].name);
	else if (!r->root.len && !r->mistakes)
		fail(r, RW_ROOT_NONE, r->in->skip, NULL, NULL);
}

int rw_wellformed_check(const struct rw_markup *in, struct rw_tags *tags)
{
	struct reader r = { .in = in, .tags = tags };

	*tags = (struct rw_tags){ NULL, 0, 0 };
	check_characters(&r);
	if (!r.stop && !r.mistakes) {
		r.open = rw_calloc(in->limits->depth, sizeof(*r.open));
		r.attrs = rw_calloc(in->limits->attributes, sizeof(*r.attrs));
		check_markup(&r);
		rw_free(r.open);
		rw_free(r.attrs);
		rw_free(r.prefixes);
	}
	return r.mistakes ? -1 : 0;
}
