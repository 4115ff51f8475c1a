/*
 * Plain text of HTML.
 */
#include "write/profile.h"

#include <string.h>

#include "write/html.h"
#include "write/markup.h"

#define LIST_INDENT 2 /* columns of a list item */

struct list {
	bool numbered;
	unsigned items;
};

struct plain {
	struct rw_buf *out;
	struct rw_diags *diags;
	size_t start;	    /* of our text in 'out' */
	unsigned line_ends; /* to be written before the next character */
	bool blank;	    /* ... or else a blank */
	bool fresh;	    /* right after the mark of a list item */
	unsigned verbatim;  /* inside this many <pre> */
	unsigned cells;	    /* inside this many table cells: one line */
	unsigned indent;    /* columns before each new line */
	struct list *list;
};

/* Asks for 'count' line ends; they come only between characters. */
static void end_line(struct plain *plain, unsigned count)
{
	plain->blank = plain->cells;
	if (!plain->fresh && !plain->cells && plain->line_ends < count)
		plain->line_ends = count;
}

static void put(struct plain *plain, const char *text, size_t len)
{
	bool first = plain->out->len == plain->start;

	if (plain->line_ends && !first) {
		for (; plain->line_ends; plain->line_ends--)
			rw_buf_putc(plain->out, '\n');
		for (unsigned i = 0; i < plain->indent; i++)
			rw_buf_putc(plain->out, ' ');
	}
	if (plain->blank && !first && !plain->fresh)
		rw_buf_putc(plain->out, ' ');
	plain->line_ends = 0;
	plain->blank = false;
	plain->fresh = false;
	rw_buf_add(plain->out, text, len);
}

static void put_word(struct plain *plain, const char *text, size_t len)
{
	/* Blanks at the start of a line are dropped. */
	if (plain->line_ends)
		plain->blank = false;
	put(plain, text, len);
}

/* Text with its white space collapsed as a browser would. */
static void put_text(struct plain *plain, const char *text)
{
	while (*text) {
		size_t blanks = strspn(text, " \t\n\r");
		size_t word = strcspn(text + blanks, " \t\n\r");

		if (blanks)
			plain->blank = true;
		if (word)
			put_word(plain, text + blanks, word);
		text += blanks + word;
	}
}

static void put_lines(struct plain *plain, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		if (len)
			put(plain, text, len);
		if (text[len] == '\n') {
			plain->line_ends++;
			len++;
		}
		text += len;
	}
}

static int plain_children(struct plain *plain, const struct rw_node *node);

static int plain_list(struct plain *plain, const struct rw_node *node)
{
	struct list list = { .numbered = !strcmp(rw_node_name(node), "ol") };
	struct list *outer = plain->list;
	unsigned gap = plain->list ? 1 : 2;
	int result;

	plain->list = &list;
	end_line(plain, gap);
	result = plain_children(plain, node);
	end_line(plain, gap);
	plain->list = outer;
	return result;
}

static int plain_item(struct plain *plain, const struct rw_node *node)
{
	unsigned indent = plain->indent;
	int result;

	end_line(plain, 1);
	put(plain, "", 0);
	if (plain->list && plain->list->numbered)
		rw_buf_printf(plain->out, "%u. ", ++plain->list->items);
	else
		rw_buf_puts(plain->out, "- ");
	plain->fresh = true;
	plain->indent = indent + LIST_INDENT;
	result = plain_children(plain, node);
	plain->indent = indent;
	plain->fresh = false;
	end_line(plain, 1);
	return result;
}

static bool is_url_text(const char *href, const char *text)
{
	return !strcmp(href, text) ||
	       (!strncmp(href, "mailto:", 7) && !strcmp(href + 7, text));
}

/* A link: its text and, where that does not say it, the address. */
static int plain_link(struct plain *plain, const struct rw_node *node)
{
	const char *href = rw_node_attr(node, "href");
	struct rw_arena *arena;
	int result = plain_children(plain, node);

	if (!href || !strchr(href, ':') || !rw_html_url_is_safe(href))
		return result;
	arena = rw_arena_new();
	if (!is_url_text(href, rw_node_text(arena, node))) {
		plain->blank = true;
		put_word(plain, "(", 1);
		put(plain, href, strlen(href));
		put(plain, ")", 1);
	}
	rw_arena_free(arena);
	return result;
}

static int plain_block(struct plain *plain, const struct rw_node *node,
		       unsigned gap)
{
	int result;

	end_line(plain, gap);
	result = plain_children(plain, node);
	end_line(plain, gap);
	return result;
}

static int plain_cell(struct plain *plain, const struct rw_node *node)
{
	const struct rw_node *prev = rw_node_prev(node);
	int result;

	while (prev && rw_node_kind(prev) != RW_NODE_ELEMENT)
		prev = rw_node_prev(prev);
	if (prev) {
		plain->blank = true;
		put_word(plain, "|", 1);
		plain->blank = true;
	}
	plain->cells++;
	result = plain_children(plain, node);
	plain->cells--;
	return result;
}

static int plain_pre(struct plain *plain, const struct rw_node *node)
{
	int result;

	plain->verbatim++;
	result = plain_block(plain, node, 2);
	plain->verbatim--;
	return result;
}

static bool is_any(const char *name, const char *const *names)
{
	for (; *names; names++) {
		if (!strcmp(name, *names))
			return true;
	}
	return false;
}

static int plain_element(struct plain *plain, const struct rw_node *node)
{
	static const char *const tight[] = { "tr",	"dt",	 "dd",
					     "caption", "thead", "tbody",
					     "tfoot",	NULL };
	static const char *const lists[] = { "ul", "ol", "menu", NULL };
	static const char *const cells[] = { "td", "th", NULL };
	const char *name = rw_node_name(node);

	if (!strcmp(name, "br")) {
		end_line(plain, 1);
		return 0;
	}
	if (!strcmp(name, "img") && rw_node_attr(node, "alt"))
		put_text(plain, rw_node_attr(node, "alt"));
	if (!strcmp(name, "a"))
		return plain_link(plain, node);
	if (!strcmp(name, "li"))
		return plain_item(plain, node);
	if (!strcmp(name, "pre"))
		return plain_pre(plain, node);
	if (is_any(name, lists))
		return plain_list(plain, node);
	if (is_any(name, cells))
		return plain_cell(plain, node);
	if (is_any(name, tight))
		return plain_block(plain, node, 1);
	if (rw_html_traits(name) & RW_HTML_BLOCK)
		return plain_block(plain, node, plain->list ? 1 : 2);
	return plain_children(plain, node);
}

static int plain_known(struct plain *plain, const struct rw_node *node)
{
	if (rw_html_traits(rw_node_name(node)) & RW_HTML_HIDDEN)
		return 0;
	if (rw_html_is(node))
		return plain_element(plain, node);
	rw_report(plain->diags, RW_OUTPUT_ELEMENT, rw_node_pos(node),
		  rw_node_name(node), "text", NULL);
	return -1;
}

static int plain_instruction(struct plain *plain, const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;
	int result = rw_markup_text(node, &text, plain->diags);

	put_text(plain, text.data);
	rw_buf_release(&text);
	return result;
}

static int plain_node(struct plain *plain, const struct rw_node *node)
{
	switch (rw_node_kind(node)) {
	case RW_NODE_TEXT:
	case RW_NODE_CDATA:
		if (plain->verbatim)
			put_lines(plain, rw_node_content(node));
		else
			put_text(plain, rw_node_content(node));
		return 0;
	case RW_NODE_ELEMENT:
		if (!strcmp(rw_node_ns(node), RW_NS_OUT))
			return plain_instruction(plain, node);
		return plain_known(plain, node);
	default:
		return 0;
	}
}

static int plain_children(struct plain *plain, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	int result = 0;

	for (; child; child = rw_node_next(child))
		result |= plain_node(plain, child);
	return result;
}

int rw_profile_text(const struct rw_node *node, struct rw_buf *out,
		    struct rw_diags *diags)
{
	struct plain plain = {
		.out = out,
		.diags = diags,
		.start = out->len,
	};

	return plain_children(&plain, node);
}
