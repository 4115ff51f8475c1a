/*
 * Lines, bullets and blank lines.
 */
#include "read/textprose.h"

#include <ctype.h>
#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/* A line without the blanks at its ends. */
struct text_line {
	const char *text;
	size_t len;
};

static struct text_line trimmed(const char *text, size_t len)
{
	while (len > 0 && is_blank(text[len - 1]))
		len--;
	while (len > 0 && is_blank(*text)) {
		text++;
		len--;
	}
	return (struct text_line){ text, len };
}

static struct text_line next_line(const char **at)
{
	size_t len = strcspn(*at, "\n");
	struct text_line line = trimmed(*at, len);

	*at += len + ((*at)[len] == '\n');
	return line;
}

/* Bytes of the bullet that the line begins with, blanks behind it included. */
static size_t bullet(struct text_line line, bool *ordered)
{
	static const char *const bullets[] = { "-", "*", "•", "·",  "–",
					       "◦", "▪", "●", "o\t" };
	size_t len = 0;

	*ordered = false;
	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		len = strlen(bullets[i]);
		if (line.len > len && memcmp(line.text, bullets[i], len) == 0)
			break;
		len = 0;
	}
	if (len == 0) {
		while (len < line.len && len < 3 &&
		       isdigit((unsigned char)line.text[len]))
			len++;
		if (len == 0 || len >= line.len ||
		    (line.text[len] != '.' && line.text[len] != ')'))
			return 0;
		*ordered = true;
		len++;
	}
	if (len >= line.len)
		return 0;
	/* "-5", "*bold*", "3.5": no blank, no bullet; others need none. */
	if ((unsigned char)line.text[0] < 0x80 && !is_blank(line.text[len]) &&
	    line.text[0] != 'o')
		return 0;
	while (len < line.len && is_blank(line.text[len]))
		len++;
	return len;
}

static struct rw_node *add(struct rw_node *parent, const char *name,
			   struct rw_pos pos)
{
	struct rw_node *node = rw_node_add(parent, RW_NS_MD, name);

	rw_node_set_pos(node, pos);
	return node;
}

/* Runs of blanks become one; control characters go. */
static void add_words(struct rw_node *parent, struct text_line line,
		      struct rw_pos pos)
{
	struct rw_buf text = RW_BUF_INIT;

	for (size_t i = 0; i < line.len; i++) {
		unsigned char c = (unsigned char)line.text[i];

		if (is_blank(line.text[i]) || c == '\n') {
			if (text.len > 0 && text.data[text.len - 1] != ' ')
				rw_buf_putc(&text, ' ');
		} else if (c >= 0x20 && c != 0x7F) {
			rw_buf_putc(&text, line.text[i]);
		}
	}
	rw_node_add_text_n(add(parent, "text", pos), text.data, text.len);
	rw_buf_release(&text);
}

static struct rw_node *open_list(struct rw_node *element, bool ordered,
				 struct rw_pos pos)
{
	struct rw_node *list = rw_node_last(element);

	if (list != NULL && rw_node_is_md(list, "list"))
		return list;
	list = add(element, "list", pos);
	rw_node_set_attr(list, "type", ordered ? "ordered" : "bullet");
	if (ordered) {
		rw_node_set_attr(list, "start", "1");
		rw_node_set_attr(list, "delim", "period");
	}
	rw_node_set_attr(list, "tight", "true");
	return list;
}

void rw_text_prose(struct rw_node *element, const char *text, struct rw_pos pos)
{
	struct rw_node *paragraph = NULL;

	while (*text != '\0') {
		struct text_line line = next_line(&text);
		bool ordered;
		size_t mark = bullet(line, &ordered);

		if (line.len == 0) {
			paragraph = NULL;
			continue;
		}
		if (mark > 0) {
			struct rw_node *list = open_list(element, ordered, pos);

			paragraph =
				add(add(list, "item", pos), "paragraph", pos);
		} else if (paragraph == NULL) {
			paragraph = add(element, "paragraph", pos);
		} else {
			add(paragraph, "linebreak", pos);
		}
		line.text += mark;
		line.len -= mark;
		add_words(paragraph, line, pos);
	}
}

void rw_text_paragraph(struct rw_node *element, const char *text,
		       struct rw_pos pos)
{
	struct text_line line = trimmed(text, strlen(text));

	add_words(add(element, "paragraph", pos), line, pos);
}

void rw_text_items(const char *text, const char *separator,
		   void (*item)(void *context, const char *text, size_t len),
		   void *context)
{
	bool ordered;

	if (separator == NULL || separator[0] == '\0')
		separator = "\n";
	while (*text != '\0') {
		const char *end = strstr(text, separator);
		size_t len = end ? (size_t)(end - text) : strlen(text);
		struct text_line line = trimmed(text, len);
		size_t mark = bullet(line, &ordered);

		if (line.len > mark)
			item(context, line.text + mark, line.len - mark);
		text = end ? end + strlen(separator) : text + len;
	}
}
