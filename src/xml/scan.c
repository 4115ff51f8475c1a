/*
 * Tokens of a document. Lenient: what is wrong is wellformed.c's to say.
 */
#include "xml/scan.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

static bool name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       c == ':' || (unsigned char)c >= 0x80;
}

static bool name_char(char c)
{
	return name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool rw_scan_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

size_t rw_scan_name(const char *text, size_t len, size_t at)
{
	size_t end = at;

	if (at >= len || !name_start(text[at]))
		return 0;
	while (end < len && name_char(text[end]))
		end++;
	return end - at;
}

static bool begins(const char *text, size_t len, size_t at, const char *with)
{
	size_t n = strlen(with);

	return len - at >= n && !memcmp(text + at, with, n);
}

/* Offset behind the next 'mark' at or after 'at', or 0. */
static size_t behind(const char *text, size_t len, size_t at, const char *mark)
{
	size_t n = strlen(mark);

	for (; at + n <= len; at++) {
		const char *hit = memchr(text + at, mark[0], len - at);

		if (!hit)
			return 0;
		at = (size_t)(hit - text);
		if (begins(text, len, at, mark))
			return at + n;
	}
	return 0;
}

/* <!-- -->, <![CDATA[ ]]>, <? ?>: everything between two marks. */
static bool between(const char *text, size_t len, struct rw_token *token,
		    const char *open, const char *close)
{
	size_t end;

	if (!begins(text, len, token->start, open))
		return false;
	token->body = token->start + strlen(open);
	end = behind(text, len, token->body, close);
	if (!end) {
		token->kind = RW_TOKEN_NONE;
		token->end = len;
		return true;
	}
	token->end = end;
	token->body_end = end - strlen(close);
	return true;
}

static void tag(const char *text, size_t len, struct rw_token *token)
{
	size_t at = token->start + 1;
	char quote = '\0';

	for (; at < len; at++) {
		char c = text[at];

		if (quote) {
			if (c == quote)
				quote = '\0';
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '>') {
			break;
		}
	}
	if (at >= len) {
		token->kind = RW_TOKEN_NONE;
		token->end = len;
		return;
	}
	token->end = at + 1;
	token->empty = text[at - 1] == '/';
}

void rw_scan_token(const char *text, size_t len, size_t at,
		   struct rw_token *token)
{
	const char *next;

	*token = (struct rw_token){ RW_TOKEN_NONE, at, at, at, at, false };
	if (at >= len)
		return;
	if (text[at] != '<') {
		next = memchr(text + at, '<', len - at);
		token->kind = RW_TOKEN_TEXT;
		token->end = next ? (size_t)(next - text) : len;
		token->body_end = token->end;
		return;
	}
	token->kind = RW_TOKEN_COMMENT;
	if (between(text, len, token, "<!--", "-->"))
		return;
	token->kind = RW_TOKEN_CDATA;
	if (between(text, len, token, "<![CDATA[", "]]>"))
		return;
	token->kind = RW_TOKEN_PI;
	if (between(text, len, token, "<?", "?>"))
		return;
	token->kind = RW_TOKEN_START;
	if (begins(text, len, at, "<!"))
		token->kind = RW_TOKEN_DOCTYPE;
	else if (begins(text, len, at, "</"))
		token->kind = RW_TOKEN_END;
	tag(text, len, token);
}

bool rw_scan_attr(const char *text, size_t end, size_t *at,
		  struct rw_scan_attr *attr)
{
	const char *close;
	size_t i = *at;

	while (i < end && rw_scan_is_space(text[i]))
		i++;
	attr->name = i;
	attr->name_len = rw_scan_name(text, end, i);
	if (!attr->name_len)
		return false;
	i += attr->name_len;
	while (i < end && (rw_scan_is_space(text[i]) || text[i] == '='))
		i++;
	if (i >= end || (text[i] != '"' && text[i] != '\''))
		return false;
	attr->value = i + 1;
	close = memchr(text + i + 1, text[i], end - i - 1);
	if (!close)
		return false;
	attr->value_len = (size_t)(close - text) - attr->value;
	*at = (size_t)(close - text) + 1;
	return true;
}

/* The code point of the reference "&#...;" of 'n' bytes, or 0. */
static uint32_t char_ref(const char *ref, size_t n)
{
	bool hex = n > 3 && ref[2] == 'x';
	uint32_t base = hex ? 16 : 10, value = 0;
	size_t i = hex ? 3 : 2;

	if (i + 1 >= n)
		return 0;
	for (; i < n - 1; i++) {
		char c = ref[i];
		uint32_t digit = 99;

		if (c >= '0' && c <= '9')
			digit = (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			digit = (uint32_t)(c - 'a') + 10;
		else if (c >= 'A' && c <= 'F')
			digit = (uint32_t)(c - 'A') + 10;
		if (digit >= base)
			return 0;
		value = value * base + digit;
		if (value > 0x10FFFF)
			return 0;
	}
	return value;
}

/* XML 1.0, production 2. */
static bool is_char(uint32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE &&
	       c != 0xFFFF;
}

size_t rw_scan_entity(const char *text, size_t len, size_t at, size_t *decoded)
{
	static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;",
					     "&apos;" };
	const char *semicolon;
	char bytes[4];
	size_t i, n;
	uint32_t c;

	*decoded = 1;
	if (text[at] == '\r')
		return at + 1 < len && text[at + 1] == '\n' ? 2 : 1;
	if (text[at] != '&')
		return 1;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (begins(text, len, at, names[i]))
			return strlen(names[i]);
	}
	*decoded = 0;
	n = len - at < 16 ? len - at : 16;
	semicolon = memchr(text + at, ';', n);
	if (!semicolon || n < 2 || text[at + 1] != '#')
		return 1;
	n = (size_t)(semicolon - text) - at + 1;
	c = char_ref(text + at, n);
	if (!is_char(c) || !c)
		return 1;
	*decoded = rw_utf8_encode(c, bytes);
	return n;
}
