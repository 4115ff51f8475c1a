/*
 * Two passes over the tree of the HTML parser: blocks, and what runs in them.
 */
#include "read/htmlprose.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/utf8.h"
#include "read/bulleted.h"
#include "read/htmlclean.h"
#include "text/markdown.h"
#include "xml/htmlparse.h"

#define DEPTH 64 /* deeper elements give their text only */

enum html_kind {
	BLOCK_ROOM, /* div: its content */
	PARAGRAPH,
	HEADING,
	LIST,
	ITEM,
	QUOTE,
	CODE_BLOCK,
	RULE,
	TABLE,
	RUNNING, /* span: its content */
	UNKNOWN, /* the same */
	QUOTATION,
	RAISED,	 /* sup */
	LOWERED, /* sub */
	EMPHASIS,
	STRONG,
	CODE,
	LINK,
	BREAK,
	DROPPED
};

static const struct {
	const char *name;
	enum html_kind kind;
} kinds[] = {
	{ "a", LINK },
	{ "abbr", RUNNING },
	{ "acronym", RUNNING },
	{ "address", BLOCK_ROOM },
	{ "article", BLOCK_ROOM },
	{ "aside", BLOCK_ROOM },
	{ "b", STRONG },
	{ "bdi", RUNNING },
	{ "big", RUNNING },
	{ "blockquote", QUOTE },
	{ "body", BLOCK_ROOM },
	{ "br", BREAK },
	{ "caption", BLOCK_ROOM },
	{ "center", BLOCK_ROOM },
	{ "cite", EMPHASIS },
	{ "code", CODE },
	{ "dd", PARAGRAPH },
	{ "details", BLOCK_ROOM },
	{ "dfn", EMPHASIS },
	{ "dir", LIST },
	{ "div", BLOCK_ROOM },
	{ "dl", BLOCK_ROOM },
	{ "dt", PARAGRAPH },
	{ "em", EMPHASIS },
	{ "fieldset", BLOCK_ROOM },
	{ "figcaption", BLOCK_ROOM },
	{ "figure", BLOCK_ROOM },
	{ "font", RUNNING },
	{ "footer", BLOCK_ROOM },
	{ "h1", HEADING },
	{ "h2", HEADING },
	{ "h3", HEADING },
	{ "h4", HEADING },
	{ "h5", HEADING },
	{ "h6", HEADING },
	{ "header", BLOCK_ROOM },
	{ "hgroup", BLOCK_ROOM },
	{ "hr", RULE },
	{ "html", BLOCK_ROOM },
	{ "i", EMPHASIS },
	{ "ins", RUNNING },
	{ "kbd", CODE },
	{ "label", RUNNING },
	{ "legend", BLOCK_ROOM },
	{ "li", ITEM },
	{ "main", BLOCK_ROOM },
	{ "mark", RUNNING },
	{ "menu", LIST },
	{ "nav", BLOCK_ROOM },
	{ "nobr", RUNNING },
	{ "ol", LIST },
	{ "p", PARAGRAPH },
	{ "pre", CODE_BLOCK },
	{ "q", QUOTATION },
	{ "section", BLOCK_ROOM },
	{ "small", RUNNING },
	{ "span", RUNNING },
	{ "strong", STRONG },
	{ "sub", LOWERED },
	{ "summary", BLOCK_ROOM },
	{ "sup", RAISED },
	{ "table", TABLE },
	{ "tbody", BLOCK_ROOM },
	{ "td", BLOCK_ROOM },
	{ "tfoot", BLOCK_ROOM },
	{ "th", BLOCK_ROOM },
	{ "thead", BLOCK_ROOM },
	{ "tr", BLOCK_ROOM },
	{ "tt", CODE },
	{ "u", RUNNING },
	{ "ul", LIST },
	{ "var", EMPHASIS },
	{ "wbr", RUNNING },
};

/* Elements whose content goes with them: what was struck out is not meant. */
static const char *const dropped[] = {
	"script",   "style",	"iframe", "form",   "object", "embed",
	"applet",   "button",	"input",  "select", "option", "textarea",
	"img",	    "svg",	"video",  "audio",  "canvas", "noscript",
	"template", "math",	"head",	  "title",  "meta",   "link",
	"base",	    "frameset", "del",	  "s",	    "strike", "xml",
};

/* Of each digit, plus and minus. */
static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵",
				      "⁶", "⁷", "⁸", "⁹", "⁺", "⁻" };
static const char *const lowered[] = { "₀", "₁", "₂", "₃", "₄", "₅",
				       "₆", "₇", "₈", "₉", "₊", "₋" };

/* One reading. */
struct html {
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct rw_pos pos;
	struct rw_map *reported;
	const struct rw_node *sign; /* of the item in hand, or NULL */
	int status;
};

/* In any case; most names differ in their first letter. */
static bool is_called(const char *known, const char *name)
{
	return *known == tolower((unsigned char)*name) &&
	       strcasecmp(known, name) == 0;
}

static enum html_kind kind_named(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (is_called(kinds[i].name, name))
			return kinds[i].kind;
	for (size_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		if (is_called(dropped[i], name))
			return DROPPED;
	return UNKNOWN;
}

static enum html_kind kind_of(const struct rw_node *node)
{
	return kind_named(rw_node_name(node));
}

static bool is_element(const struct rw_node *node)
{
	return rw_node_kind(node) == RW_NODE_ELEMENT;
}

static bool is_text(const struct rw_node *node)
{
	return rw_node_kind(node) == RW_NODE_TEXT ||
	       rw_node_kind(node) == RW_NODE_CDATA;
}

static void report_dropped(struct html *h, const char *what)
{
	if (rw_map_put(h->reported, what, h) == NULL)
		rw_report(h->diags, RW_HTML_DROPPED, h->pos, what, NULL, NULL);
}

static struct rw_node *add_md(struct html *h, struct rw_node *parent,
			      const char *name)
{
	struct rw_node *node = rw_node_add(parent, RW_NS_MD, name);

	rw_node_set_pos(node, h->pos);
	return node;
}

/* --------------------------------------------------------------- running */

/* Where running content goes; white space is one blank between words. */
struct line {
	struct rw_node *parent;
	struct rw_buf text; /* not yet added */
	bool begun, blank;  /* something stands in it; a blank is due */
	bool link;	    /* inside a link */
	bool cell;	    /* inside a cell: no blocks, but lines */
	bool broken;	    /* there a line break is due */
};

static bool is_html_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void flush(struct html *h, struct line *line)
{
	struct rw_node *node;

	if (line->text.len == 0)
		return;
	node = add_md(h, line->parent, "text");
	rw_node_add_text_n(node, line->text.data, line->text.len);
	rw_buf_clear(&line->text);
}

/* What parts the words before from those that come. */
static void put_gap(struct html *h, struct line *line)
{
	if (line->broken && line->begun) {
		flush(h, line);
		add_md(h, line->parent, "linebreak");
	} else if (line->blank && line->begun) {
		rw_buf_putc(&line->text, ' ');
	}
	line->blank = false;
	line->broken = false;
}

static void put(struct html *h, struct line *line, const char *text, size_t len)
{
	put_gap(h, line);
	rw_buf_add(&line->text, text, len);
	line->begun = true;
}

/* Words of bytes of which nothing is to be said. */
static void add_bare(struct html *h, struct line *line, const char *text,
		     size_t len)
{
	while (len > 0) {
		const char *blank = memchr(text, ' ', len);
		size_t word = blank ? (size_t)(blank - text) : len;

		if (word > 0)
			put(h, line, text, word);
		line->blank = blank != NULL;
		text += word + line->blank;
		len -= word + line->blank;
	}
}

/*
 * Control and direction characters, which entities may hide, are no text; a
 * no-break space is a blank.
 */
static void add_text(struct html *h, struct line *line, const char *text)
{
	size_t len = strlen(text), size;

	for (size_t at = 0; at < len; at += size) {
		uint32_t c;

		size = rw_utf8_bare_prefix(text + at, len - at);
		if (size > 0) {
			add_bare(h, line, text + at, size);
			continue;
		}
		c = rw_utf8_decode(text + at, len - at, &size);
		if (c == 0xA0 || (c < 0x80 && is_html_blank((char)c)))
			line->blank = true;
		else if (rw_utf8_is_control(c) || rw_utf8_is_bidi(c))
			report_dropped(h, "a hidden character");
		else
			put(h, line, text + at, size);
	}
}

static void add_running(struct html *h, struct line *line,
			const struct rw_node *node, unsigned depth);

static void add_children(struct html *h, struct line *line,
			 const struct rw_node *node, unsigned depth)
{
	const struct rw_node *n = rw_node_first(node);

	for (; n != NULL; n = rw_node_next(n))
		add_running(h, line, n, depth);
}

/* Emphasis, or a link: what stands in it goes below a node of its own. */
static void add_inside(struct html *h, struct line *line,
		       const struct rw_node *node, struct rw_node *wrap,
		       unsigned depth)
{
	struct line inner = { .parent = wrap,
			      .text = RW_BUF_INIT,
			      .link = line->link || rw_node_is_md(wrap, "link"),
			      .cell = line->cell };

	add_children(h, &inner, node, depth);
	flush(h, &inner);
	rw_buf_release(&inner.text);
	if (rw_node_first(wrap) == NULL)
		rw_node_remove(wrap);
	else
		line->begun = true;
	line->blank = line->blank || inner.blank;
	line->broken = line->broken || inner.broken;
}

static void add_emphasis(struct html *h, struct line *line,
			 const struct rw_node *node, const char *name,
			 unsigned depth)
{
	char *text = rw_node_text(h->arena, node);

	if (is_html_blank(text[0]))
		line->blank = true;
	if (text[strspn(text, " \t\r\n\f")] == '\0')
		return;
	put_gap(h, line);
	flush(h, line);
	add_inside(h, line, node, add_md(h, line->parent, name), depth);
}

static bool is_web(const char *href)
{
	return strncasecmp(href, "http://", 7) == 0 ||
	       strncasecmp(href, "https://", 8) == 0 ||
	       strncasecmp(href, "mailto:", 7) == 0 ||
	       strncasecmp(href, "tel:", 4) == 0;
}

static void add_link(struct html *h, struct line *line,
		     const struct rw_node *node, unsigned depth)
{
	const char *href = rw_node_attr(node, "href");
	struct rw_node *link;

	if (href != NULL)
		href += strspn(href, " \t\r\n");
	if (href == NULL || line->link || !is_web(href)) {
		if (href != NULL && href[0] != '\0' && !is_web(href))
			report_dropped(h, "a link that leads nowhere outside");
		add_children(h, line, node, depth);
		return;
	}
	put_gap(h, line);
	flush(h, line);
	link = add_md(h, line->parent, "link");
	rw_node_set_attr(link, "destination", href);
	rw_node_set_attr(link, "title", "");
	add_inside(h, line, node, link, depth);
}

/* Code without what is hidden; its lines are kept, or become blanks. */
static const char *harmless(struct html *h, const char *text, bool lines)
{
	size_t len = strlen(text), size, out = 0;
	char *copy = rw_arena_strdup(h->arena, text);

	for (size_t at = 0; at < len; at += size) {
		uint32_t c = rw_utf8_decode(text + at, len - at, &size);

		if (c == '\r' || rw_utf8_is_control(c) || rw_utf8_is_bidi(c))
			continue;
		memcpy(copy + out, text + at, size);
		if (c == '\n' && !lines)
			copy[out] = ' ';
		out += size;
	}
	copy[out] = '\0';
	return copy;
}

static void add_code(struct html *h, struct line *line,
		     const struct rw_node *node)
{
	char *text = rw_node_text(h->arena, node);

	if (text[strspn(text, " \t\r\n\f")] == '\0')
		return;
	put_gap(h, line);
	flush(h, line);
	rw_node_add_text(add_md(h, line->parent, "code"),
			 harmless(h, text, false));
	line->begun = true;
}

/* 10<sup>6</sup> is no 106; a raised "nd" is no more than that. */
static void add_script(struct html *h, struct line *line,
		       const struct rw_node *node, const char *const digits[],
		       unsigned depth)
{
	const char *text = rw_node_text(h->arena, node);
	size_t len = strlen(text);

	if (len == 0 || strspn(text, "0123456789+-") < len) {
		add_children(h, line, node, depth);
		return;
	}
	for (; *text != '\0'; text++) {
		const char *digit = digits[*text == '+'	  ? 10
					   : *text == '-' ? 11
							  : *text - '0'];

		put(h, line, digit, strlen(digit));
	}
}

static void add_quotation(struct html *h, struct line *line,
			  const struct rw_node *node, unsigned depth)
{
	bool blank;

	put(h, line, "\"", 1);
	add_children(h, line, node, depth);
	blank = line->blank;
	line->blank = false;
	put(h, line, "\"", 1);
	line->blank = blank;
}

static void add_break(struct html *h, struct line *line)
{
	if (!line->begun)
		return;
	flush(h, line);
	line->blank = false;
	line->broken = false;
	line->begun = false;
	add_md(h, line->parent, "linebreak");
}

/* Whether it is the sign of an item, which the list has anyway. */
static bool is_needless(const struct html *h, const struct rw_node *node)
{
	unsigned number;

	return node == h->sign || rw_word_sign(node, &number) == RW_WORD_BULLET;
}

static void add_running(struct html *h, struct line *line,
			const struct rw_node *node, unsigned depth)
{
	if (is_text(node)) {
		add_text(h, line, rw_node_content(node));
		return;
	}
	if (!is_element(node) || is_needless(h, node))
		return;
	if (depth >= DEPTH) {
		add_text(h, line, rw_node_text(h->arena, node));
		return;
	}
	switch (kind_of(node)) {
	case EMPHASIS:
		add_emphasis(h, line, node, "emph", depth + 1);
		break;
	case STRONG:
		add_emphasis(h, line, node, "strong", depth + 1);
		break;
	case CODE:
		add_code(h, line, node);
		break;
	case LINK:
		add_link(h, line, node, depth + 1);
		break;
	case BREAK:
		add_break(h, line);
		break;
	case RUNNING:
	case UNKNOWN:
		add_children(h, line, node, depth + 1);
		break;
	case QUOTATION:
		add_quotation(h, line, node, depth + 1);
		break;
	case RAISED:
		add_script(h, line, node, raised, depth + 1);
		break;
	case LOWERED:
		add_script(h, line, node, lowered, depth + 1);
		break;
	case DROPPED:
		report_dropped(h, rw_arena_printf(h->arena, "<%s>",
						  rw_node_name(node)));
		break;
	default: /* a block in running text: its words */
		line->blank = true;
		line->broken = line->cell;
		add_children(h, line, node, depth + 1);
		line->blank = true;
		line->broken = line->cell;
		break;
	}
}

/* --------------------------------------------------------------- blocks */

/* Blocks go to 'parent'; running content gathers in a paragraph. */
struct flow {
	struct rw_node *parent;
	struct rw_node *paragraph; /* open, or NULL */
	struct line line;
};

static void add_blocks(struct html *h, struct rw_node *parent,
		       const struct rw_node *node, unsigned depth);

/* A line break at the end of a paragraph breaks nothing. */
static void trim(struct rw_node *paragraph)
{
	struct rw_node *last = rw_node_last(paragraph);

	while (last != NULL && rw_node_is_md(last, "linebreak")) {
		rw_node_remove(last);
		last = rw_node_last(paragraph);
	}
	if (rw_node_first(paragraph) == NULL)
		rw_node_remove(paragraph);
}

static void close_paragraph(struct html *h, struct flow *flow)
{
	if (flow->paragraph == NULL)
		return;
	flush(h, &flow->line);
	rw_buf_release(&flow->line.text);
	trim(flow->paragraph);
	flow->paragraph = NULL;
}

static void open_leaf(struct html *h, struct flow *flow, const char *name)
{
	close_paragraph(h, flow);
	flow->paragraph = add_md(h, flow->parent, name);
	flow->line =
		(struct line){ .parent = flow->paragraph, .text = RW_BUF_INIT };
}

static bool is_blank_text(const char *text)
{
	return text[strspn(text, " \t\r\n\f")] == '\0';
}

static bool holds_block(const struct rw_node *node, unsigned depth)
{
	const struct rw_node *n = rw_node_first(node);

	for (; n != NULL && depth < DEPTH; n = rw_node_next(n)) {
		enum html_kind kind = is_element(n) ? kind_of(n) : RUNNING;

		if (kind < RUNNING || (kind != DROPPED && is_element(n) &&
				       holds_block(n, depth + 1)))
			return true;
	}
	return false;
}

static void add_leaf(struct html *h, struct flow *flow, const char *name,
		     const struct rw_node *node, unsigned depth)
{
	open_leaf(h, flow, name);
	add_children(h, &flow->line, node, depth);
	close_paragraph(h, flow);
}

/* A heading of a description stands below those of the posting. */
static void add_heading(struct html *h, struct flow *flow,
			const struct rw_node *node, unsigned depth)
{
	int level = rw_node_name(node)[1] - '0';
	struct rw_node *heading;

	open_leaf(h, flow, "heading");
	heading = flow->paragraph;
	rw_node_set_attrf(heading, "level", "%d", level < 3 ? 3 : level);
	add_children(h, &flow->line, node, depth);
	close_paragraph(h, flow);
}

static bool is_list(const struct rw_node *node, bool ordered)
{
	const char *type = rw_node_attr(node, "type");

	return type != NULL &&
	       strcmp(type, ordered ? "ordered" : "bullet") == 0;
}

/* Never two lists without a block between them: the second goes on. */
static struct rw_node *open_list(struct html *h, struct rw_node *parent,
				 bool ordered)
{
	struct rw_node *list = rw_node_last(parent);

	if (list != NULL && rw_node_is_md(list, "list")) {
		if (!is_list(list, ordered))
			report_dropped(h, "the kind of a list that follows "
					  "another list");
		return list;
	}
	list = add_md(h, parent, "list");
	rw_node_set_attr(list, "type", ordered ? "ordered" : "bullet");
	if (ordered) {
		rw_node_set_attr(list, "start", "1");
		rw_node_set_attr(list, "delim", "period");
	}
	rw_node_set_attr(list, "tight", "true");
	return list;
}

/* In a tight list, paragraphs of an item would stand as one. */
static bool is_loose(const struct rw_node *item)
{
	const struct rw_node *block = rw_node_child(item, NULL);

	while (block != NULL &&
	       (block = rw_node_next_element(block, NULL)) != NULL)
		if (!rw_node_is_md(block, "list"))
			return true;
	return false;
}

static void add_item(struct html *h, struct rw_node *list,
		     const struct rw_node *node, unsigned depth)
{
	struct rw_node *item = add_md(h, list, "item");

	add_blocks(h, item, node, depth);
	if (is_loose(item))
		rw_node_set_attr(list, "tight", "false");
	if (rw_node_first(item) == NULL)
		rw_node_remove(item);
}

/* A list straight inside a list belongs to the item before it. */
static void add_nested(struct html *h, struct rw_node *list,
		       const struct rw_node *node, unsigned depth);

/* Text that stands straight in a list. */
static void add_words(struct html *h, struct rw_node *item, const char *text)
{
	struct line line = { .parent = add_md(h, item, "paragraph"),
			     .text = RW_BUF_INIT };

	add_text(h, &line, text);
	flush(h, &line);
	rw_buf_release(&line.text);
}

static void add_items(struct html *h, struct rw_node *list,
		      const struct rw_node *node, unsigned depth)
{
	const struct rw_node *n = rw_node_first(node);

	for (; n != NULL; n = rw_node_next(n)) {
		enum html_kind kind = is_element(n) ? kind_of(n) : RUNNING;

		if (kind == LIST)
			add_nested(h, list, n, depth);
		else if (kind == DROPPED)
			report_dropped(h, rw_arena_printf(h->arena, "<%s>",
							  rw_node_name(n)));
		else if (is_element(n))
			add_item(h, list, n, depth);
		else if (is_text(n) && !is_blank_text(rw_node_content(n)))
			add_words(h, add_md(h, list, "item"),
				  rw_node_content(n));
	}
}

static void add_list(struct html *h, struct rw_node *parent,
		     const struct rw_node *node, unsigned depth)
{
	bool ordered = strcasecmp(rw_node_name(node), "ol") == 0;
	struct rw_node *list = open_list(h, parent, ordered);

	add_items(h, list, node, depth);
	if (rw_node_first(list) == NULL)
		rw_node_remove(list);
}

static void add_nested(struct html *h, struct rw_node *list,
		       const struct rw_node *node, unsigned depth)
{
	struct rw_node *item = rw_node_last(list);

	if (item == NULL)
		add_items(h, list, node, depth);
	else
		add_list(h, item, node, depth);
}

static void add_code_block(struct html *h, struct rw_node *parent,
			   const struct rw_node *node)
{
	const char *text = harmless(h, rw_node_text(h->arena, node), true);
	size_t len = strlen(text);

	if (is_blank_text(text))
		return;
	rw_node_add_text(add_md(h, parent, "code_block"),
			 rw_arena_printf(h->arena, "%s%s", text,
					 text[len - 1] == '\n' ? "" : "\n"));
}

static void add_cell(struct html *h, struct rw_node *row,
		     const struct rw_node *node, unsigned depth)
{
	struct line line = { .parent = rw_node_add(row, RW_NS, "cell"),
			     .text = RW_BUF_INIT,
			     .cell = true };

	rw_node_set_pos(line.parent, h->pos);
	add_children(h, &line, node, depth);
	flush(h, &line);
	rw_buf_release(&line.text);
}

static bool is_named(const struct rw_node *node, const char *name)
{
	return is_element(node) && strcasecmp(rw_node_name(node), name) == 0;
}

static void add_row(struct html *h, struct rw_node *table,
		    const struct rw_node *node, unsigned depth)
{
	struct rw_node *row = rw_node_add(table, RW_NS, "row");
	const struct rw_node *n = rw_node_first(node);
	bool header = true;

	rw_node_set_pos(row, h->pos);
	for (; n != NULL; n = rw_node_next(n)) {
		if (!is_named(n, "td") && !is_named(n, "th"))
			continue;
		header = header && is_named(n, "th");
		add_cell(h, row, n, depth);
	}
	if (rw_node_first(row) == NULL)
		rw_node_remove(row);
	else if (header && rw_node_prev(row) == NULL)
		rw_node_set_attr(row, "header", "yes");
}

static bool is_part(const struct rw_node *node)
{
	return is_named(node, "tr") || is_named(node, "thead") ||
	       is_named(node, "tbody") || is_named(node, "tfoot") ||
	       is_named(node, "colgroup") || is_named(node, "col");
}

static void add_rows(struct html *h, struct rw_node *table,
		     const struct rw_node *node, unsigned depth)
{
	const struct rw_node *n = rw_node_first(node);

	for (; n != NULL && depth < DEPTH; n = rw_node_next(n)) {
		if (is_named(n, "tr"))
			add_row(h, table, n, depth);
		else if (is_part(n))
			add_rows(h, table, n, depth + 1);
	}
}

/* A table of one column lays out, and is no table; cells all in one row too. */
static bool is_layout(const struct rw_node *table)
{
	const struct rw_node *row = rw_node_child(table, "row");
	bool wide = false, more = false;

	for (; row != NULL; row = rw_node_next_element(row, "row")) {
		const struct rw_node *cell = rw_node_child(row, "cell");

		wide = wide || (cell && rw_node_next_element(cell, "cell"));
		more = more || rw_node_next_element(row, "row") != NULL;
	}
	return !wide || !more;
}

/* Anything but rows and cells: a table would leave it out. */
static bool holds_stray(const struct rw_node *table, unsigned depth)
{
	const struct rw_node *n = rw_node_first(table);
	bool stray = false;

	for (; n != NULL && depth < DEPTH && !stray; n = rw_node_next(n)) {
		if (is_part(n))
			stray = holds_stray(n, depth + 1);
		else if (is_text(n))
			stray = !is_blank_text(rw_node_content(n));
		else
			stray = is_element(n) && !is_named(n, "td") &&
				!is_named(n, "th") && !is_named(n, "caption");
	}
	return stray;
}

static const struct rw_node *caption_of(const struct rw_node *table)
{
	const struct rw_node *n = rw_node_child(table, NULL);

	while (n != NULL && !is_named(n, "caption"))
		n = rw_node_next_element(n, NULL);
	return n;
}

static void add_table(struct html *h, struct rw_node *parent,
		      const struct rw_node *node, unsigned depth)
{
	struct rw_node *table = rw_node_add(parent, RW_NS, "table");

	rw_node_set_pos(table, h->pos);
	/* Only blocks of the prose itself may be tables. */
	if (strcmp(rw_node_ns(parent), RW_NS) == 0)
		add_rows(h, table, node, depth);
	if (is_layout(table) || holds_stray(node, 0)) {
		rw_node_remove(table);
		add_blocks(h, parent, node, depth);
	} else if (caption_of(node) != NULL) {
		add_blocks(h, parent, caption_of(node), depth);
		rw_node_move_into(table, parent);
	}
}

/* The sign that a paragraph of Word begins with, or NULL. */
static const struct rw_node *find_sign(const struct rw_node *paragraph)
{
	const struct rw_node *n = rw_node_first(paragraph), *inner;
	unsigned number;

	for (; n != NULL; n = rw_node_next(n)) {
		if (is_text(n) && !is_blank_text(rw_node_content(n)))
			return NULL;
		if (!is_element(n))
			continue;
		if (rw_word_sign(n, &number) != RW_WORD_NONE)
			return n;
		inner = find_sign(n);
		if (inner != NULL || rw_node_first(n) != NULL)
			return inner;
	}
	return NULL;
}

/* The list for an item of that level: in the last item of the one above. */
static struct rw_node *list_of_level(struct html *h, struct rw_node *parent,
				     unsigned level, bool ordered)
{
	struct rw_node *list = rw_node_last(parent), *item = NULL;

	if (list != NULL && rw_node_is_md(list, "list"))
		item = rw_node_last(list);
	return level > 1 && item ? list_of_level(h, item, level - 1, ordered)
				 : open_list(h, parent, ordered);
}

/* Numbers go on, or begin with 1: boards take no other beginning. */
static bool takes_number(const struct rw_node *list, unsigned number)
{
	const char *type = rw_node_attr(list, "type");

	return strcmp(type, "ordered") == 0 &&
	       rw_node_count(list, NULL) + 1 == number;
}

/* An item of a list that Word wrote as a paragraph; false: it is none. */
static bool add_word_item(struct html *h, struct flow *flow,
			  const struct rw_node *node, unsigned depth)
{
	const struct rw_node *sign = find_sign(node);
	unsigned level = rw_word_level(node), number = 0;
	enum rw_word_sign kind = sign ? rw_word_sign(sign, &number)
				      : RW_WORD_BULLET;
	struct rw_node *list;
	struct flow inner = { 0 };

	if ((!sign && level == 0) || kind == RW_WORD_OTHER ||
	    rw_node_is_md(flow->parent, "item"))
		return false;
	list = list_of_level(h, flow->parent, level, kind == RW_WORD_NUMBER);
	if (kind == RW_WORD_NUMBER && !takes_number(list, number)) {
		if (rw_node_first(list) == NULL)
			rw_node_remove(list);
		return false;
	}
	inner.parent = add_md(h, list, "item");
	h->sign = sign;
	add_leaf(h, &inner, "paragraph", node, depth);
	h->sign = NULL;
	if (!sign)
		rw_bulleted_strip(rw_node_first(inner.parent));
	if (rw_node_first(inner.parent) == NULL)
		rw_node_remove(inner.parent);
	if (rw_node_first(list) == NULL)
		rw_node_remove(list);
	return true;
}

static void add_paragraph(struct html *h, struct flow *flow,
			  const struct rw_node *node, unsigned depth)
{
	if (!add_word_item(h, flow, node, depth))
		add_leaf(h, flow, "paragraph", node, depth);
}

static void add_element(struct html *h, struct flow *flow,
			const struct rw_node *node, unsigned depth)
{
	enum html_kind kind = kind_of(node);

	close_paragraph(h, flow);
	if (kind == PARAGRAPH && !holds_block(node, 0))
		add_paragraph(h, flow, node, depth);
	else if (kind == HEADING && !holds_block(node, 0))
		add_heading(h, flow, node, depth);
	else if (kind == LIST)
		add_list(h, flow->parent, node, depth);
	else if (kind == ITEM)
		add_item(h, open_list(h, flow->parent, false), node, depth);
	else if (kind == QUOTE)
		add_blocks(h, add_md(h, flow->parent, "block_quote"), node,
			   depth);
	else if (kind == CODE_BLOCK)
		add_code_block(h, flow->parent, node);
	else if (kind == RULE)
		add_md(h, flow->parent, "thematic_break");
	else if (kind == TABLE)
		add_table(h, flow->parent, node, depth);
	else
		add_blocks(h, flow->parent, node, depth);
}

/* Two line breaks in running text part paragraphs. */
static bool breaks_paragraph(const struct flow *flow,
			     const struct rw_node *node)
{
	return is_element(node) && kind_of(node) == BREAK &&
	       flow->paragraph != NULL && !flow->line.begun;
}

static bool is_running(const struct rw_node *node, unsigned depth)
{
	enum html_kind kind;

	if (!is_element(node))
		return true;
	kind = kind_of(node);
	return kind == DROPPED ||
	       (kind >= RUNNING && !holds_block(node, depth));
}

static void add_blocks(struct html *h, struct rw_node *parent,
		       const struct rw_node *node, unsigned depth)
{
	struct flow flow = { .parent = parent };
	const struct rw_node *n = rw_node_first(node);

	for (; n != NULL; n = rw_node_next(n)) {
		if (depth < DEPTH && !is_running(n, 0)) {
			add_element(h, &flow, n, depth + 1);
			continue;
		}
		if (is_text(n) && flow.paragraph == NULL &&
		    is_blank_text(rw_node_content(n)))
			continue;
		if (breaks_paragraph(&flow, n))
			close_paragraph(h, &flow);
		else if (flow.paragraph == NULL)
			open_leaf(h, &flow, "paragraph");
		if (flow.paragraph != NULL)
			add_running(h, &flow.line, n, depth + 1);
	}
	close_paragraph(h, &flow);
}

/* ------------------------------------------------------------------ text */

/* The name of an element of HTML, and an end of the tag. */
static bool is_tag(const char *at)
{
	char name[16];
	size_t len = 0;

	if (strncmp(at, "!--", 3) == 0 || strncmp(at, "![if ", 5) == 0)
		return true;
	at += *at == '/';
	while (isalnum((unsigned char)at[len]) && len + 1 < sizeof(name)) {
		name[len] = at[len];
		len++;
	}
	name[len] = '\0';
	if (len == 0 || strpbrk(at, ">&") == NULL)
		return false;
	return kind_named(name) != UNKNOWN;
}

/* Tags that are written as text. */
static bool is_escaped(const char *text)
{
	const char *at = text;

	if (strchr(text, '<') != NULL)
		return false;
	while ((at = strstr(at, "&lt;")) != NULL) {
		at += 4;
		if (is_tag(at) && strstr(at, "&gt;") != NULL)
			return true;
	}
	return false;
}

bool rw_html_is_in(const char *text)
{
	const char *at = text;

	while ((at = strchr(at, '<')) != NULL) {
		at++;
		if (is_tag(at) && strchr(at, '>') != NULL)
			return true;
	}
	return is_escaped(text);
}

/* The text of the tree, which is the HTML that was escaped. */
static struct rw_doc *parse(struct html *h, const char *html)
{
	bool cut;
	struct rw_doc *doc;
	const char *text = rw_html_clean(h->arena, html);

	doc = rw_html_parse(h->arena, text, strlen(text), &cut);
	for (int round = 0; doc != NULL && round < 2 && is_escaped(html);
	     round++) {
		html = rw_node_text(h->arena, rw_doc_root(doc));
		text = rw_html_clean(h->arena, html);
		doc = rw_html_parse(h->arena, text, strlen(text), &cut);
	}
	if (cut) {
		rw_report(h->diags, RW_LIMIT, h->pos, "nesting of HTML",
			  "256 levels", NULL);
		h->status = -1;
	}
	return doc;
}

/* People did not see it where it comes from. */
static void drop_unseen(struct html *h, struct rw_node *node)
{
	struct rw_node *n = rw_node_child(node, NULL), *next;

	for (; n != NULL; n = next) {
		next = rw_node_next_element(n, NULL);
		if (!rw_html_is_unseen(n)) {
			drop_unseen(h, n);
			continue;
		}
		if (!is_blank_text(rw_node_text(h->arena, n)))
			report_dropped(h, "hidden text");
		rw_node_remove(n);
	}
}

static int begin(struct html *h, const char *html, struct rw_pos pos,
		 struct rw_diags *diags)
{
	if (strlen(html) > RW_HTML_BYTES) {
		rw_report(diags, RW_LIMIT, pos, "HTML of a cell", "64 KiB",
			  NULL);
		return -1;
	}
	*h = (struct html){ .arena = rw_arena_new(),
			    .diags = diags,
			    .pos = pos,
			    .reported = rw_map_new() };
	return 0;
}

static void end(struct html *h)
{
	rw_map_free(h->reported);
	rw_arena_free(h->arena);
}

int rw_html_prose(struct rw_node *element, const char *html, struct rw_pos pos,
		  struct rw_diags *diags)
{
	struct rw_node *last = rw_node_last(element);
	struct rw_doc *doc;
	struct html h;

	if (begin(&h, html, pos, diags) != 0)
		return -1;
	doc = parse(&h, html);
	if (doc != NULL) {
		drop_unseen(&h, rw_doc_root(doc));
		add_element(&h, &(struct flow){ .parent = element },
			    rw_doc_root(doc), 0);
		rw_bulleted_lists(element, last);
	}
	end(&h);
	return h.status;
}

/* The items of the first list that is all there is, else the blocks. */
int rw_html_items(const char *html, struct rw_pos pos, struct rw_diags *diags,
		  void (*item)(void *context, const struct rw_node *content),
		  void *context)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_doc *doc = rw_doc_new(arena, RW_NS, "prose");
	struct rw_node *root = rw_doc_root(doc), *n, *in;
	int status = rw_html_prose(root, html, pos, diags);

	for (n = rw_node_child(root, NULL); n != NULL;
	     n = rw_node_next_element(n, NULL)) {
		struct rw_node *wrap;

		in = rw_node_is_md(n, "list") ? rw_node_child(n, NULL) : NULL;
		for (; in != NULL; in = rw_node_next_element(in, NULL))
			item(context, in);
		if (rw_node_is_md(n, "list"))
			continue;
		if (rw_node_is_md(n, "heading") ||
		    rw_node_is_md(n, "thematic_break"))
			continue;
		wrap = rw_node_add(root, RW_NS_MD, "item");
		rw_node_copy(n, wrap);
		item(context, wrap);
		rw_node_remove(wrap);
	}
	rw_arena_free(arena);
	return status;
}
