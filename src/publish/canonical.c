/*
 * The canonical form of documents, made from their source text: a tree knows
 * neither line breaks nor entities.
 */
#include "publish/canonical.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/vocabulary.h"
#include "text/markdown.h"
#include "xml/scan.h"

#define WIDTH 100      /* columns that a start tag may fill */
#define ATTRIBUTES 256 /* the loader allows no more */

struct writer {
	const char *text;
	size_t len;
	size_t at;	/* of the next token */
	unsigned depth; /* of elements that are open */
	struct rw_buf *out;
};

/* ----------------------------------------------------------------- lines */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static size_t blanks(const char *text, size_t at, size_t end)
{
	size_t from = at;

	while (at < end && is_blank(text[at]))
		at++;
	return at - from;
}

static size_t line_end(const char *text, size_t len, size_t at)
{
	const char *end = memchr(text + at, '\n', len - at);

	return end ? (size_t)(end - text) : len;
}

/* Blanks that all lines but the first begin with. */
static size_t common_indent(const char *text, size_t len)
{
	size_t least = SIZE_MAX, at = line_end(text, len, 0) + 1;

	while (at < len) {
		size_t end = line_end(text, len, at);
		size_t n = blanks(text, at, end);

		if (at + n < end && n < least)
			least = n;
		at = end + 1;
	}
	return least == SIZE_MAX ? 0 : least;
}

static void trim(const char *text, size_t *from, size_t *to)
{
	while (*from < *to && rw_scan_is_space(text[*from]))
		++*from;
	while (*to > *from && rw_scan_is_space(text[*to - 1]))
		--*to;
}

static void put_indent(struct rw_buf *out, size_t columns)
{
	while (columns-- > 0)
		rw_buf_putc(out, ' ');
}

/* Two blanks at the end of a line break it; one says nothing. */
static size_t cut_end(const char *text, size_t from, size_t end, bool last)
{
	size_t cut = end, size;

	while (cut > from && is_blank(text[cut - 1]))
		cut--;
	size = end - cut;
	if (last || cut == from || size < 2 || text[cut] != ' ' ||
	    text[cut + 1] != ' ')
		return cut;
	while (end > cut && text[end - 1] == '\r')
		end--;
	return end;
}

void rw_canonical_lines(const char *raw, size_t len, unsigned indent,
			struct rw_buf *out)
{
	size_t common = common_indent(raw, len), from = 0, to = len, at = 0;

	trim(raw, &from, &to);
	while (at < to) {
		size_t end = line_end(raw, to, at), begin;

		begin = at + blanks(raw, at, end);
		if (at > 0 && begin > at + common)
			begin = at + common;
		if (end > from && cut_end(raw, begin, end, true) > begin) {
			put_indent(out, indent);
			end = cut_end(raw, begin, end, end == to);
			rw_buf_add(out, raw + begin, end - begin);
		}
		if (end > from)
			rw_buf_putc(out, '\n');
		at = line_end(raw, len, at) + 1;
	}
}

/* ------------------------------------------------------------ attributes */

/* The order in which people look for them; others follow by alphabet. */
static const char *const ranks[] = {
	"id",
	"ref",
	"of",
	"category",
	"grade",
	"scheme",
	"code",
	"role",
	"extends",
	"company",
	"agency",
	"xml:lang",
	"match",
	"name",
	"item",
	"in",
	"from",
	"to",
	"place",
	"city",
	"country",
	"region",
	"region-name",
	"street",
	"postal-code",
	"latitude",
	"longitude",
	"factor",
	"select",
	"target",
	"unit",
	"essential",
	"level",
	"kind",
	"years",
	"degree",
	"lang",
	"cefr",
	"about",
	"rank",
	"share",
	"weight",
	"by-day",
	"required",
	"max-length",
	"min-length",
	"format",
	"map",
	"key",
	"before",
	"after",
	"class",
	"table",
	"fixed",
	"min",
	"mid",
	"max",
	"split",
	"accounts-min",
	"accounts-max",
	"revenue-min",
	"revenue-max",
	"team-min",
	"team-max",
	"percent-min",
	"percent-max",
	"overnight",
	"international",
	"mode",
	"days-on-site",
	"colour",
	"colour-dark",
	"logo",
	"font",
	"posted",
	"closes",
	"ongoing",
	"starts",
	"ends",
	"employment",
	"openings",
	"hours",
	"requisition",
	"confidential",
	"qualifications",
	"base-url",
	"languages",
	"roles",
	"postings",
	"glossary",
	"matrix",
	"currency",
	"period",
	"basis",
	"round-to",
	"effective",
	"expires",
	"founded",
	"headcount",
	"area",
	"time-zone",
	"date",
	"url",
	"retrieved",
	"industry",
	"nace",
	"register",
	"method",
	"source",
	"email",
	"phone",
	"uri",
	"audience",
	"version",
	"status",
	"updated",
	"owner",
	"review-by",
	"job-code",
	"formerly",
	"replace",
};

#define RANKS (sizeof(ranks) / sizeof(ranks[0]))

struct attribute {
	const char *name, *value;
	size_t name_len, value_len, rank;
};

static size_t rank_of(const char *name, size_t len)
{
	size_t i = 0;

	if (len >= 5 && memcmp(name, "xmlns", 5) == 0)
		return 0;
	while (i < RANKS &&
	       (strlen(ranks[i]) != len || memcmp(ranks[i], name, len) != 0))
		i++;
	return i + 1;
}

static int by_rank(const void *a, const void *b)
{
	const struct attribute *x = a, *y = b;
	size_t len = x->name_len < y->name_len ? x->name_len : y->name_len;
	int order;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	order = memcmp(x->name, y->name, len);
	return order ? order : x->name_len < y->name_len ? -1 : 1;
}

/* Line ends and tabs in a value are blanks to every parser. */
static void put_value(struct rw_buf *out, const struct attribute *attribute)
{
	for (size_t i = 0; i < attribute->value_len; i++) {
		char c = attribute->value[i];

		if (c == '\r' && i + 1 < attribute->value_len &&
		    attribute->value[i + 1] == '\n')
			continue;
		if (c == '"')
			rw_buf_puts(out, "&quot;");
		else
			rw_buf_putc(out, strchr("\t\r\n", c) ? ' ' : c);
	}
}

static void put_attribute(struct rw_buf *out, const struct attribute *attr)
{
	rw_buf_add(out, attr->name, attr->name_len);
	rw_buf_puts(out, "=\"");
	put_value(out, attr);
	rw_buf_putc(out, '"');
}

static size_t read_attributes(const struct writer *w, size_t at, size_t end,
			      struct attribute *attributes)
{
	struct rw_scan_attr scan;
	size_t count = 0;

	while (count < ATTRIBUTES && rw_scan_attr(w->text, end, &at, &scan)) {
		struct attribute *a = &attributes[count++];

		a->name = w->text + scan.name;
		a->name_len = scan.name_len;
		a->value = w->text + scan.value;
		a->value_len = scan.value_len;
		a->rank = rank_of(a->name, a->name_len);
	}
	qsort(attributes, count, sizeof(*attributes), by_rank);
	return count;
}

/* The start tag without its end; wrapped below its first attribute. */
static void put_tag(struct writer *w, const struct rw_token *token)
{
	size_t name = rw_scan_name(w->text, w->len, token->start + 1);
	struct attribute attributes[ATTRIBUTES];
	size_t count = read_attributes(w, token->start + 1 + name, token->end,
				       attributes);
	size_t column = w->depth * RW_CANONICAL_INDENT + 1 + name, used;

	rw_buf_add(w->out, w->text + token->start, 1 + name);
	used = column;
	for (size_t i = 0; i < count; i++) {
		struct rw_buf one = RW_BUF_INIT;

		put_attribute(&one, &attributes[i]);
		if (i > 0 && used + 1 + one.len + 1 > WIDTH) {
			rw_buf_putc(w->out, '\n');
			put_indent(w->out, column + 1);
			used = column + 1 + one.len;
		} else {
			rw_buf_putc(w->out, ' ');
			used += 1 + one.len;
		}
		rw_buf_add(w->out, one.data, one.len);
		rw_buf_release(&one);
	}
}

/* -------------------------------------------------------------- elements */

/* What an element holds directly. */
struct inside {
	size_t from, to; /* between its tags */
	size_t end;	 /* behind its end tag */
	bool text, elements, comments;
};

static bool is_space_only(const char *text, size_t from, size_t to)
{
	trim(text, &from, &to);
	return from == to;
}

static void note_inside(const struct writer *w, const struct rw_token *token,
			struct inside *inside)
{
	if (token->kind == RW_TOKEN_CDATA ||
	    (token->kind == RW_TOKEN_TEXT &&
	     !is_space_only(w->text, token->start, token->end)))
		inside->text = true;
	else if (token->kind == RW_TOKEN_COMMENT || token->kind == RW_TOKEN_PI)
		inside->comments = true;
}

static void look_inside(const struct writer *w, const struct rw_token *start,
			struct inside *inside)
{
	struct rw_token token = *start;
	size_t depth = start->empty ? 0 : 1;

	*inside = (struct inside){ start->end, start->end, start->end,
				   false,      false,	   false };
	while (depth > 0 && token.kind != RW_TOKEN_NONE) {
		rw_scan_token(w->text, w->len, token.end, &token);
		if (token.kind == RW_TOKEN_END)
			depth--;
		if (depth == 1)
			note_inside(w, &token, inside);
		if (token.kind == RW_TOKEN_START) {
			inside->elements = true;
			depth += token.empty ? 0 : 1;
		}
		inside->to = token.start;
		inside->end = token.end;
	}
}

static bool is_verbatim(const struct writer *w, const struct rw_token *token)
{
	size_t len = rw_scan_name(w->text, w->len, token->start + 1);
	const struct rw_element_type *type;
	char name[80] = "";

	if (len < sizeof(name))
		memcpy(name, w->text + token->start + 1, len);
	type = rw_element_type(name);
	return type != NULL && type->content == RW_CONTENT_TEXT;
}

static void new_line(struct writer *w)
{
	rw_buf_putc(w->out, '\n');
	put_indent(w->out, w->depth * RW_CANONICAL_INDENT);
}

static void put_end(struct writer *w, const struct rw_token *start)
{
	rw_buf_puts(w->out, "</");
	rw_buf_add(w->out, w->text + start->start + 1,
		   rw_scan_name(w->text, w->len, start->start + 1));
	rw_buf_putc(w->out, '>');
}

static void put_element(struct writer *w, const struct rw_token *start);

/* A run of text, and of the comments in it, on lines of its own. */
static void put_run(struct writer *w, size_t from, size_t to)
{
	if (is_space_only(w->text, from, to))
		return;
	rw_buf_putc(w->out, '\n');
	rw_canonical_lines(w->text + from, to - from,
			   (w->depth + 1) * RW_CANONICAL_INDENT, w->out);
	rw_buf_cut(w->out, w->out->len - 1); /* its last line end */
}

/* Whether text from .. to and an end tag fit behind the start tag. */
static bool fits(const struct writer *w, const struct rw_token *start,
		 size_t from, size_t to)
{
	size_t name = rw_scan_name(w->text, w->len, start->start + 1);
	size_t line = w->out->len;

	if (memchr(w->text + from, '\n', to - from) != NULL)
		return false;
	while (line > 0 && w->out->data[line - 1] != '\n')
		line--;
	return rw_utf8_length(w->out->data + line, w->out->len - line) +
		       rw_utf8_length(w->text + from, to - from) + name + 3 <=
	       WIDTH;
}

static void put_mixed(struct writer *w, const struct rw_token *start,
		      const struct inside *inside)
{
	struct rw_token token;
	size_t from = inside->from, to = inside->to;

	trim(w->text, &from, &to);
	if (!inside->elements && fits(w, start, from, to)) {
		rw_buf_add(w->out, w->text + from, to - from);
		return;
	}
	from = inside->from;
	for (size_t at = from; at < inside->to; at = token.end) {
		rw_scan_token(w->text, w->len, at, &token);
		if (token.kind != RW_TOKEN_START)
			continue;
		put_run(w, from, token.start);
		w->depth++;
		new_line(w);
		put_element(w, &token);
		w->depth--;
		from = token.end = w->at;
	}
	put_run(w, from, inside->to);
	new_line(w);
}

/* A comment moves as a block with the line that it begins on. */
static void put_comment(struct writer *w, const struct rw_token *token)
{
	size_t line = token->start, at = token->start, old;
	size_t now = w->depth * RW_CANONICAL_INDENT;

	while (line > 0 && is_blank(w->text[line - 1]))
		line--;
	old = line == 0 || w->text[line - 1] == '\n' ? token->start - line
						     : now;
	while (at < token->end) {
		size_t end = line_end(w->text, token->end, at);
		size_t begin = at, n = blanks(w->text, at, end);

		if (at > token->start) {
			rw_buf_putc(w->out, '\n');
			begin = at + n;
			if (begin < end)
				put_indent(w->out,
					   now + n > old ? now + n - old : 0);
		}
		end = cut_end(w->text, begin, end, true);
		rw_buf_add(w->out, w->text + begin, end - begin);
		at = line_end(w->text, token->end, at) + 1;
	}
}

static size_t count_lines(const char *text, size_t from, size_t to)
{
	size_t count = 0;

	for (; from < to; from++)
		count += text[from] == '\n';
	return count;
}

/* What stands between elements; ends before the end tag or the end. */
static void put_children(struct writer *w)
{
	struct rw_token token;
	size_t lines = 1;
	bool first = true;

	for (;; w->at = token.end) {
		rw_scan_token(w->text, w->len, w->at, &token);
		if (token.kind == RW_TOKEN_NONE || token.kind == RW_TOKEN_END)
			return;
		if (token.kind == RW_TOKEN_TEXT) {
			lines = count_lines(w->text, token.start, token.end);
			continue;
		}
		if (token.kind == RW_TOKEN_COMMENT && lines == 0 && !first) {
			rw_buf_putc(w->out, ' ');
		} else {
			if (lines > 1 && !first)
				rw_buf_putc(w->out, '\n');
			new_line(w);
		}
		if (token.kind == RW_TOKEN_START) {
			put_element(w, &token);
			token.end = w->at;
		} else {
			put_comment(w, &token);
		}
		lines = 0;
		first = false;
	}
}

/* Writes the element at 'start' and moves behind it. */
static void put_element(struct writer *w, const struct rw_token *start)
{
	struct inside inside;

	look_inside(w, start, &inside);
	put_tag(w, start);
	w->at = inside.end;
	if (!inside.text && !inside.elements && !inside.comments) {
		rw_buf_puts(w->out, "/>");
		return;
	}
	rw_buf_putc(w->out, '>');
	if (is_verbatim(w, start)) {
		rw_buf_add(w->out, w->text + inside.from,
			   inside.to - inside.from);
	} else if (inside.text) {
		put_mixed(w, start, &inside);
		w->at = inside.end;
	} else {
		w->at = inside.from;
		w->depth++;
		put_children(w);
		w->depth--;
		w->at = inside.end;
		new_line(w);
	}
	put_end(w, start);
}

void rw_canonical_write(const char *text, size_t len, struct rw_buf *out)
{
	struct writer w = { .text = text, .len = len, .out = out };
	struct rw_token token;

	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		w.at = 3;
	rw_scan_token(text, len, w.at, &token);
	if (token.kind == RW_TOKEN_PI && len - token.start > 6 &&
	    memcmp(text + token.start, "<?xml", 5) == 0 &&
	    rw_scan_is_space(text[token.start + 5]))
		w.at = token.end;
	rw_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	put_children(&w);
	rw_buf_putc(out, '\n');
}

/* ------------------------------------------------------------ comparison */

struct attributes {
	const struct rw_node *other;
	bool same;
	size_t count;
};

static void compare_attribute(void *context, const char *name,
			      const char *value)
{
	struct attributes *a = context;
	const char *other = rw_node_attr(a->other, name);

	a->same &= other != NULL && strcmp(value, other) == 0;
	a->count++;
}

static bool same_attributes(const struct rw_node *a, const struct rw_node *b)
{
	struct attributes there = { b, true, 0 }, back = { a, true, 0 };

	rw_node_attrs(a, compare_attribute, &there);
	rw_node_attrs(b, compare_attribute, &back);
	return there.same && back.same && there.count == back.count;
}

static bool same_text(const struct rw_node *a, const struct rw_node *b)
{
	const struct rw_element_type *type = rw_element_type(rw_node_name(a));
	struct rw_arena *arena;
	char hash_a[9], hash_b[9];
	bool same;

	rw_prose_hash(a, hash_a);
	rw_prose_hash(b, hash_b);
	if (strcmp(hash_a, hash_b) != 0)
		return false;
	if (type == NULL || type->content != RW_CONTENT_TEXT)
		return true;
	arena = rw_arena_new();
	same = strcmp(rw_node_text(arena, a), rw_node_text(arena, b)) == 0;
	rw_arena_free(arena);
	return same;
}

bool rw_canonical_same(const struct rw_node *a, const struct rw_node *b)
{
	const struct rw_node *x = a, *y = b;

	while (x != NULL && y != NULL) {
		if (strcmp(rw_node_name(x), rw_node_name(y)) != 0 ||
		    !same_attributes(x, y) || !same_text(x, y))
			return false;
		x = rw_node_walk(x, a);
		y = rw_node_walk(y, b);
	}
	return x == NULL && y == NULL;
}
