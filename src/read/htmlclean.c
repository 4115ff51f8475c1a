/*
 * Names of styles and of conditions, in any case of letters.
 */
#include "read/htmlclean.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define SIGN "<span style=\"mso-list:Ignore\">"
#define MOST_DIGITS 3 /* of the number of an item */

/* Where 'word', in lower case, begins in the first 'len' bytes; or NULL. */
static const char *find(const char *text, size_t len, const char *word)
{
	size_t size = strlen(word);

	for (; len >= size; text++, len--)
		if (strncasecmp(text, word, size) == 0)
			return text;
	return NULL;
}

/* ------------------------------------------------------------ conditions */

/* "<![if !supportLists]>" or "<!--[if !supportLists]-->" */
struct condition {
	size_t len; /* 0: it is none */
	bool list;  /* the sign of an item follows */
	bool end;
};

static struct condition condition_at(const char *at)
{
	struct condition c = { 0 };
	bool comment = strncmp(at, "<!--[", 5) == 0;
	const char *close = comment ? "]-->" : "]>", *end;
	size_t open = comment ? 5 : 3;

	if (!comment && strncmp(at, "<![", 3) != 0)
		return c;
	c.end = strncasecmp(at + open, "endif", 5) == 0;
	if (!c.end && strncasecmp(at + open, "if ", 3) != 0)
		return c;
	end = strchr(at + open, ']');
	if (end == NULL || strncmp(end, close, strlen(close)) != 0)
		return c;
	c.len = (size_t)(end - at) + strlen(close);
	c.list = !c.end && find(at, c.len, "supportlists") != NULL;
	return c;
}

/* Whether the condition before 'at' ends, and in the same paragraph. */
static bool ends(const char *at)
{
	for (; (at = strchr(at, '<')) != NULL; at++) {
		struct condition c = condition_at(at);

		if (c.len > 0)
			return c.end;
		if (strncasecmp(at, "</p", 3) == 0 ||
		    strncasecmp(at, "<p ", 3) == 0 ||
		    strncasecmp(at, "</li", 4) == 0)
			return false;
	}
	return false;
}

/* A comment is taken whole: it may hold what looks like a condition. */
static size_t comment_at(const char *at)
{
	const char *end = strncmp(at, "<!--", 4) == 0 ? strstr(at + 4, "-->")
						      : NULL;

	return end ? (size_t)(end - at) + 3 : 1;
}

const char *rw_html_clean(struct rw_arena *arena, const char *html)
{
	struct rw_buf out = RW_BUF_INIT;
	bool list = false;
	size_t len;

	if (strstr(html, "<![") == NULL && strstr(html, "<!--[") == NULL)
		return html;
	for (; *html != '\0'; html += len) {
		struct condition c = condition_at(html);

		len = c.len;
		if (len == 0) {
			len = comment_at(html);
			rw_buf_add(&out, html, len);
		} else if (c.list && ends(html + len)) {
			list = true;
			rw_buf_puts(&out, SIGN);
		} else if (c.end && list) {
			list = false;
			rw_buf_puts(&out, "</span>");
		}
	}
	html = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return html;
}

/* ---------------------------------------------------------------- styles */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The value of a property, up to ';' or the end; NULL: the style has none. */
static const char *property(const struct rw_node *element, const char *name)
{
	const char *style = rw_node_attr(element, "style");
	size_t len = strlen(name);

	while (style != NULL && *style != '\0') {
		style += strspn(style, " \t\r\n;");
		if (strncasecmp(style, name, len) == 0) {
			const char *at = style + len;

			at += strspn(at, " \t\r\n");
			if (*at == ':')
				return at + 1 + strspn(at + 1, " \t\r\n");
		}
		style = strchr(style, ';');
	}
	return NULL;
}

static bool is_value(const char *value, const char *wanted)
{
	size_t len = strlen(wanted);

	return value != NULL && strncasecmp(value, wanted, len) == 0 &&
	       (value[len] == '\0' || strchr(" \t\r\n;!", value[len]) != NULL);
}

bool rw_html_is_unseen(const struct rw_node *element)
{
	return rw_node_attr(element, "hidden") != NULL ||
	       is_value(property(element, "display"), "none") ||
	       is_value(property(element, "visibility"), "hidden") ||
	       is_value(property(element, "mso-hide"), "all");
}

/* "l0 level2 lfo1" */
unsigned rw_word_level(const struct rw_node *element)
{
	const char *value = property(element, "mso-list"), *level;

	if (value == NULL || tolower((unsigned char)*value) != 'l' ||
	    !isdigit((unsigned char)value[1]))
		return 0;
	level = find(value, strcspn(value, ";"), "level");
	return level && isdigit((unsigned char)level[5])
		       ? (unsigned)(level[5] - '0')
		       : 1;
}

/* Its characters without the blanks around them, at most 'size' - 1 bytes. */
static void trim(const char *text, char *out, size_t size)
{
	size_t len = 0, nbsp = strlen(NO_BREAK_SPACE);

	for (; *text != '\0' && len + 1 < size; text++) {
		if (strncmp(text, NO_BREAK_SPACE, nbsp) == 0)
			text += nbsp - 1;
		else if (!is_blank(*text))
			out[len++] = *text;
	}
	out[len] = '\0';
}

enum rw_word_sign rw_word_sign(const struct rw_node *element, unsigned *number)
{
	struct rw_arena *arena;
	size_t digits, size = 0;
	char text[16];

	if (!is_value(property(element, "mso-list"), "ignore"))
		return RW_WORD_NONE;
	arena = rw_arena_new();
	trim(rw_node_text(arena, element), text, sizeof(text));
	rw_arena_free(arena);
	digits = strspn(text, "0123456789");
	if (digits > 0 && digits <= MOST_DIGITS && text[digits] != '\0' &&
	    strchr(".)", text[digits]) != NULL && text[digits + 1] == '\0') {
		*number = (unsigned)strtoul(text, NULL, 10);
		return RW_WORD_NUMBER;
	}
	if (text[0] != '\0')
		rw_utf8_decode(text, strlen(text), &size);
	return digits == 0 && text[size] == '\0' ? RW_WORD_BULLET
						 : RW_WORD_OTHER;
}
