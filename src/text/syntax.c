#include "text/syntax.h"

#include <string.h>

/* Enough for any name; they keep the search for an end linear. */
#define PLACEHOLDER_BYTES 128
#define TERM_BYTES 512

static bool opens(const char *text, size_t len, size_t at, char c,
		  const bool *literal)
{
	return at + 1 < len && text[at] == c && text[at + 1] == c &&
	       !(literal && (literal[at] || literal[at + 1]));
}

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

bool rw_placeholder_name(const char *name, size_t len)
{
	char before = '.';

	for (size_t i = 0; i < len; i++) {
		bool mark = name[i] == '-' || name[i] == '_' || name[i] == '.';

		if (!is_alnum(name[i]) && (!mark || before == '.'))
			return false;
		before = name[i];
	}
	return before != '.';
}

/* Where "cc" stands in text[from .. from + most), or 'len'. */
static size_t closing(const char *text, size_t len, size_t from, char c,
		      size_t most)
{
	size_t end = len - from < most ? len : from + most;

	for (size_t at = from; at + 1 < end; at++)
		if (text[at] == c && text[at + 1] == c)
			return at;
	return len;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static void trim(const char *text, size_t *from, size_t *to)
{
	while (*from < *to && is_blank(text[*from]))
		(*from)++;
	while (*to > *from && is_blank(text[*to - 1]))
		(*to)--;
}

/* What to show of a mark that is wrong: up to its end or the next blank. */
static size_t bad_end(const char *text, size_t len, size_t from, char close,
		      size_t most)
{
	size_t end = closing(text, len, from + 2, close, most);

	if (end < len)
		return end + 2;
	for (end = from + 2; end < len && !is_blank(text[end]); end++)
		;
	return end;
}

static struct rw_mark placeholder(const char *text, size_t len, size_t from)
{
	struct rw_mark token = { .kind = RW_MARK_PLACEHOLDER, .from = from };

	token.name = from + 2;
	token.name_end = closing(text, len, token.name, '}', PLACEHOLDER_BYTES);
	token.to = token.name_end + 2;
	if (token.name_end < len &&
	    rw_placeholder_name(text + token.name, token.name_end - token.name))
		return token;
	token.kind = RW_MARK_BAD_PLACEHOLDER;
	token.to = bad_end(text, len, from, '}', PLACEHOLDER_BYTES);
	return token;
}

static bool holds_bracket(const char *text, size_t from, size_t to)
{
	return memchr(text + from, '[', to - from) != NULL ||
	       memchr(text + from, ']', to - from) != NULL;
}

static struct rw_mark term(const char *text, size_t len, size_t from)
{
	struct rw_mark token = { .kind = RW_MARK_TERM, .from = from };
	size_t end = closing(text, len, from + 2, ']', TERM_BYTES);
	const char *bar;
	bool empty;

	token.name = from + 2;
	token.name_end = end;
	token.to = end + 2;
	bar = end < len ? memchr(text + from, '|', end - from) : NULL;
	if (bar) {
		token.name_end = (size_t)(bar - text);
		token.text = token.name_end + 1;
		token.text_end = end;
		trim(text, &token.text, &token.text_end);
	}
	if (end < len)
		trim(text, &token.name, &token.name_end);
	empty = token.name == token.name_end ||
		(bar && token.text == token.text_end);
	if (end < len && !empty && !holds_bracket(text, from + 2, end))
		return token;
	token.kind = RW_MARK_BAD_TERM;
	token.to = bad_end(text, len, from, ']', TERM_BYTES);
	return token;
}

struct rw_mark rw_mark_at(const char *text, size_t len, size_t from,
			  const bool *literal, bool terms)
{
	struct rw_mark token = { .kind = RW_MARK_TEXT, .from = from };
	size_t at = from;

	if (text[from] == '\n') {
		token.kind = RW_MARK_BREAK;
		token.to = from + 1;
		return token;
	}
	if (opens(text, len, from, '{', literal))
		return placeholder(text, len, from);
	if (terms && opens(text, len, from, '[', literal))
		return term(text, len, from);
	for (at = from + 1; at < len && text[at] != '\n'; at++)
		if (opens(text, len, at, '{', literal) ||
		    (terms && opens(text, len, at, '[', literal)))
			break;
	token.to = at;
	return token;
}
