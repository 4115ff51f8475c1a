#include "text/markdown_limits.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "text/markdown.h"
#include "text/cmark_memory.h"

#define LINK_SCHEME_BYTES 32
#define LABEL_BYTES 1000 /* CommonMark allows 999 characters */

/* ---------------------------------------------------------------- depth */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Bytes of the list or quote mark at 'line', or 0. */
static size_t mark_size(const char *line)
{
	size_t size = 1;

	if (*line == '>')
		return 1;
	if (is_digit(*line)) {
		while (is_digit(line[size]) && size < 9)
			size++;
		if (line[size] != '.' && line[size] != ')')
			return 0;
		size++;
	} else if (*line != '-' && *line != '+' && *line != '*') {
		return 0;
	}
	return is_blank(line[size]) || line[size] == '\n' || line[size] == '\0'
		       ? size
		       : 0;
}

/* Containers that the line may be in: marks, and two columns for a list. */
static size_t line_depth(const char *line)
{
	size_t blanks = 0, marks = 0, size;

	for (;;) {
		for (; is_blank(*line); line++)
			blanks += *line == '\t' ? 4 : 1;
		size = mark_size(line);
		if (size == 0)
			break;
		marks++;
		line += size;
		if (is_blank(*line))
			line++;
	}
	return marks > 0 ? marks + blanks / 2 : 0;
}

bool rw_prose_is_shallow(const struct rw_prose *prose)
{
	const char *line = prose->text.data;

	while (line) {
		if (line_depth(line) > RW_PROSE_DEPTH)
			return false;
		line = strchr(line, '\n');
		if (line)
			line++;
	}
	return true;
}

bool rw_tree_is_shallow(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	size_t blocks = 0, inlines = 0;
	cmark_event_type event;
	bool shallow = true;

	while (shallow && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node_type type =
			cmark_node_get_type(cmark_iter_get_node(iter));
		bool block = type == CMARK_NODE_BLOCK_QUOTE ||
			     type == CMARK_NODE_ITEM;
		bool inside =
			type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
			type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;

		if (event == CMARK_EVENT_ENTER) {
			blocks += block;
			inlines += inside;
		} else {
			blocks -= block;
			inlines -= inside;
		}
		shallow = blocks <= RW_PROSE_DEPTH && inlines <= RW_PROSE_DEPTH;
	}
	cmark_iter_free(iter);
	return shallow;
}

/* ----------------------------------------------------------- definitions */

/* Sets flags[line] for the lines (from 1) of code and HTML blocks. */
static void flag_code(cmark_node *document, bool *flags, size_t lines)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		int line = cmark_node_get_start_line(node);

		if (event != CMARK_EVENT_ENTER || line < 1 ||
		    (type != CMARK_NODE_CODE_BLOCK &&
		     type != CMARK_NODE_HTML_BLOCK))
			continue;
		for (; line <= cmark_node_get_end_line(node); line++)
			if ((size_t)line <= lines)
				flags[line] = true;
	}
	cmark_iter_free(iter);
}

/*
 * True if a line begins, but for marks of lists and quotes, with the bracket
 * that the one at 'close' closes.
 */
static bool may_define(const char *text, size_t close)
{
	size_t at = close;

	if (text[close + 1] != ':')
		return false;
	do {
		if (at == 0 || close - at > LABEL_BYTES)
			return false;
		at--;
	} while (text[at] != '[' || (at > 0 && text[at - 1] == '\\'));
	while (at > 0 && text[at - 1] != '\n')
		if (!strchr(" \t>*+-.)0123456789", text[--at]))
			return false;
	return true;
}

/*
 * A copy of the text in which no definition is one any more, but which is the
 * same text to a reader: "]:" becomes "]\:". *first is the first of them.
 */
static void defuse(const struct rw_prose *prose, cmark_node *document,
		   struct rw_buf *out, size_t *first)
{
	const char *text = prose->text.data;
	size_t lines = prose->lines.count, line = 1;
	bool *code = rw_calloc(lines + 2, sizeof(*code));

	flag_code(document, code, lines);
	for (size_t i = 0; i < prose->text.len; i++) {
		line += text[i] == '\n' && line <= lines;
		rw_buf_putc(out, text[i]);
		if (text[i] != ']' || code[line] || !may_define(text, i))
			continue;
		if (*first == SIZE_MAX)
			*first = i;
		rw_buf_putc(out, '\\');
	}
	rw_free(code);
}

static bool same_tree(cmark_node *a, cmark_node *b)
{
	char *text_a = cmark_render_xml(a, CMARK_OPT_DEFAULT);
	char *text_b = cmark_render_xml(b, CMARK_OPT_DEFAULT);
	bool same = strcmp(text_a, text_b) == 0;

	rw_free(text_a);
	rw_free(text_b);
	return same;
}

size_t rw_prose_definition(const struct rw_prose *prose, cmark_node *document)
{
	struct rw_buf copy = RW_BUF_INIT;
	size_t first = SIZE_MAX;
	cmark_parser *parser;
	cmark_node *other;

	if (!strstr(prose->text.data, "]:"))
		return SIZE_MAX;
	defuse(prose, document, &copy, &first);
	parser = cmark_parser_new_with_mem(CMARK_OPT_VALIDATE_UTF8,
					   rw_cmark_memory());
	cmark_parser_feed(parser, copy.data, copy.len);
	other = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	rw_buf_release(&copy);
	if (first != SIZE_MAX && same_tree(document, other))
		first = SIZE_MAX;
	cmark_node_free(other);
	while (first != SIZE_MAX && first > 0 && prose->text.data[first] != '[')
		first--;
	return first;
}

/* ----------------------------------------------------------------- links */

static bool is_scheme_byte(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       c == '+' || c == '-' || c == '.';
}

/* Length of the scheme of 'url', without the colon; 0 for none. */
static size_t scheme_len(const char *url)
{
	size_t len = 0;

	if (is_digit(*url))
		return 0;
	while (is_scheme_byte(url[len]))
		len++;
	return url[len] == ':' ? len : 0;
}

static bool is_allowed(const char *scheme)
{
	static const char *const allowed[] = { "http", "https", "mailto",
					       "tel" };

	for (size_t i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		if (strcmp(scheme, allowed[i]) == 0)
			return true;
	return false;
}

static bool has_control(const char *url)
{
	for (; *url; url++)
		if ((unsigned char)*url < ' ' || *url == 0x7F)
			return true;
	return false;
}

static bool is_slash(char c)
{
	return c == '/' || c == '\\';
}

int rw_link_check(const char *destination, struct rw_pos pos,
		  struct rw_diags *diags)
{
	char scheme[LINK_SCHEME_BYTES] = "";
	const char *url = destination + strspn(destination, " ");
	size_t len = scheme_len(url);

	if (has_control(url)) {
		memcpy(scheme, "control character",
		       sizeof("control character"));
	} else if (is_slash(url[0]) && is_slash(url[1])) {
		memcpy(scheme, "//", sizeof("//"));
	} else if (len == 0) {
		return 0;
	} else {
		for (size_t i = 0; i < len && i + 1 < sizeof(scheme); i++)
			scheme[i] = (char)(url[i] >= 'A' && url[i] <= 'Z'
						   ? url[i] + 32
						   : url[i]);
		if (is_allowed(scheme))
			return 0;
	}
	rw_report(diags, RW_LINK_SCHEME, pos, scheme, NULL, NULL);
	return -1;
}
