/*
 * CommonMark XML to a cmark tree that cmark can write: it writes what it is
 * given, also where that means something else when it is read back.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/cmark_memory.h"
#include "text/markdown.h"
#include "text/pipe_table.h"

#define TREE_DEPTH 64

enum gap {
	GAP_NONE,
	GAP_SPACE,
	GAP_SOFT,
	GAP_HARD
};

struct builder {
	struct rw_diags *diags;
	rw_table_fn *table;
	bool markdown; /* the tree is for CommonMark */
	bool in_link;
	enum gap gap; /* white space before what comes next */
	bool begun;   /* the block has inline content */
	unsigned depth;
	bool failed;
};

static void add_inlines(struct builder *b, cmark_node *parent,
			const struct rw_node *node);
static void add_blocks(struct builder *b, cmark_node *parent,
		       const struct rw_node *node);

static cmark_node *new_node(cmark_node_type type)
{
	return cmark_node_new_with_mem(type, rw_cmark_memory());
}

static cmark_node *append(cmark_node *parent, cmark_node_type type)
{
	cmark_node *node = new_node(type);

	cmark_node_append_child(parent, node);
	return node;
}

static void refuse(struct builder *b, const struct rw_node *node)
{
	rw_report(b->diags, RW_TREE_ELEMENT, rw_node_pos(node),
		  rw_node_name(node), NULL, NULL);
	b->failed = true;
}

/* ------------------------------------------------------------ the edges */

/* The first or last character that a reader meets in 'node', or 0. */
static uint32_t edge(cmark_node *node, bool last)
{
	const char *text;
	size_t len, at = 0, size;

	while (node && cmark_node_first_child(node))
		node = last ? cmark_node_last_child(node)
			    : cmark_node_first_child(node);
	if (!node)
		return 0;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		text = cmark_node_get_literal(node);
		break;
	case CMARK_NODE_CUSTOM_INLINE:
		text = cmark_node_get_on_enter(node);
		break;
	case CMARK_NODE_CODE:
		return '`';
	default:
		return 0;
	}
	len = text ? strlen(text) : 0;
	if (len == 0)
		return 0;
	if (last)
		for (at = len - 1; at > 0 && (text[at] & 0xC0) == 0x80;)
			at--;
	return rw_utf8_decode(text + at, len - at, &size);
}

static bool is_punctuation(uint32_t c)
{
	if (c < 0x80)
		return c > ' ' && c != 0x7F && !u_isalnum((UChar32)c);
	return u_ispunct((UChar32)c);
}

/* True for what may stand at an emphasis mark's outer side beside a '!'. */
static bool is_word(uint32_t c)
{
	return c > ' ' && !is_punctuation(c) && !u_isUWhiteSpace((UChar32)c);
}

static bool is_emphasis(cmark_node *node)
{
	cmark_node_type type = node ? cmark_node_get_type(node)
				    : CMARK_NODE_NONE;

	if (type == CMARK_NODE_CUSTOM_INLINE) {
		const char *mark = cmark_node_get_on_exit(node);

		return mark && *mark != '\0';
	}
	return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG;
}

static bool is_code(cmark_node *node)
{
	return node && cmark_node_get_type(node) == CMARK_NODE_CODE;
}

/* Backticks that touch would be one run, and the code come alive. */
static void join_code(cmark_node *first)
{
	cmark_node *second = first ? cmark_node_next(first) : NULL;
	struct rw_buf code = RW_BUF_INIT;

	if (!is_code(first) || !is_code(second))
		return;
	rw_buf_puts(&code, cmark_node_get_literal(first));
	rw_buf_puts(&code, cmark_node_get_literal(second));
	cmark_node_set_literal(second, code.data);
	rw_buf_release(&code);
	cmark_node_unlink(first);
	cmark_node_free(first);
}

static void unwrap(cmark_node *node)
{
	cmark_node *before = cmark_node_previous(node), *last, *child;

	while ((child = cmark_node_first_child(node)) != NULL)
		cmark_node_insert_before(node, child);
	last = cmark_node_previous(node);
	cmark_node_unlink(node);
	cmark_node_free(node);
	if (last != before)
		join_code(last);
	join_code(before);
}

/* "**Now!**soon" does not end bold: such marks are left out. */
static void settle_before(cmark_node *parent, uint32_t next)
{
	cmark_node *last = cmark_node_last_child(parent);

	while (is_emphasis(last) && is_word(next) &&
	       is_punctuation(edge(last, true))) {
		unwrap(last);
		last = cmark_node_last_child(parent);
	}
}

/* --------------------------------------------------------- running text */

static void insert_gap(struct builder *b, cmark_node *parent)
{
	static const cmark_node_type types[] = { CMARK_NODE_NONE,
						 CMARK_NODE_TEXT,
						 CMARK_NODE_SOFTBREAK,
						 CMARK_NODE_LINEBREAK };
	cmark_node *node = new_node(types[b->gap]), *before = parent;

	if (b->gap == GAP_SPACE)
		cmark_node_set_literal(node, " ");
	/* Emphasis cannot begin with a blank: it stands before it. */
	if (is_emphasis(parent) && !cmark_node_first_child(parent)) {
		while (is_emphasis(cmark_node_parent(before)) &&
		       !cmark_node_previous(before))
			before = cmark_node_parent(before);
		cmark_node_insert_before(before, node);
	} else {
		cmark_node_append_child(parent, node);
	}
}

/* Something that begins with 'next' is to be appended to 'parent'. */
static void settle(struct builder *b, cmark_node *parent, uint32_t next)
{
	if (b->gap != GAP_NONE && b->begun)
		insert_gap(b, parent);
	else
		settle_before(parent, next);
	b->gap = GAP_NONE;
	b->begun = true;
}

static void append_text(cmark_node *parent, const char *text, size_t len)
{
	cmark_node *last = cmark_node_last_child(parent);
	struct rw_buf joined = RW_BUF_INIT;

	if (last && cmark_node_get_type(last) == CMARK_NODE_TEXT)
		rw_buf_puts(&joined, cmark_node_get_literal(last));
	else
		last = append(parent, CMARK_NODE_TEXT);
	rw_buf_add(&joined, text, len);
	cmark_node_set_literal(last, joined.data);
	rw_buf_release(&joined);
}

static void append_raw(cmark_node *parent, const char *markup)
{
	cmark_node *node = append(parent, CMARK_NODE_CUSTOM_INLINE);

	cmark_node_set_on_enter(node, markup);
}

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c & 0x80);
}

/*
 * What to write in place of text[at], where cmark escapes what needs no
 * escape or does not know GitHub's marks; NULL to leave it to cmark.
 */
static const char *own_markup(const char *text, size_t len, size_t at)
{
	char before = at > 0 ? text[at - 1] : '\0';
	char after = at + 1 < len ? text[at + 1] : '\0';

	switch (text[at]) {
	case '~':
		return before == '~' || after == '~' ? "\\~" : NULL;
	case '!':
		return after != '\0' && after != '[' ? "!" : NULL;
	case '#':
		return is_alnum(before) ? "#" : NULL;
	case '_':
		return is_alnum(before) && is_alnum(after) ? "_" : NULL;
	default:
		return NULL;
	}
}

static void append_words(struct builder *b, cmark_node *parent,
			 const char *text, size_t len)
{
	size_t done = 0;

	for (size_t at = 0; b->markdown && !b->in_link && at < len; at++) {
		const char *markup = own_markup(text, len, at);

		if (!markup)
			continue;
		if (at > done)
			append_text(parent, text + done, at - done);
		append_raw(parent, markup);
		done = at + 1;
	}
	if (done < len)
		append_text(parent, text + done, len - done);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Text with its white space normalised; blanks at its ends become gaps. */
static void add_text(struct builder *b, cmark_node *parent, const char *text)
{
	struct rw_buf words = RW_BUF_INIT;
	enum gap after = GAP_NONE;
	size_t size;

	for (; *text; text++) {
		if (!is_blank(*text)) {
			if (after != GAP_NONE)
				rw_buf_putc(&words, ' ');
			after = GAP_NONE;
			rw_buf_putc(&words, *text);
		} else if (words.len > 0) {
			after = GAP_SPACE;
		} else if (b->gap == GAP_NONE) {
			b->gap = GAP_SPACE;
		}
	}
	if (words.len > 0) {
		settle(b, parent, rw_utf8_decode(words.data, words.len, &size));
		append_words(b, parent, words.data, words.len);
		b->gap = after;
	}
	rw_buf_release(&words);
}

/* -------------------------------------------------------- inline elements */

static void content_of(const struct rw_node *node, struct rw_buf *out)
{
	const struct rw_node *child = rw_node_first(node);

	for (; child; child = rw_node_next(child))
		rw_buf_puts(out, rw_node_content(child));
}

static bool inside_type(cmark_node *node, cmark_node_type type)
{
	for (; node; node = cmark_node_parent(node))
		if (cmark_node_get_type(node) == type)
			return true;
	return false;
}

/* '*' beside '**' would run together: '_' then, where cmark cannot choose. */
static cmark_node *open_emphasis(struct builder *b, cmark_node *parent,
				 cmark_node_type type)
{
	cmark_node *last = cmark_node_last_child(parent), *node;
	const char *mark = type == CMARK_NODE_EMPH ? "_" : "__";

	if (b->gap != GAP_NONE || !is_emphasis(last))
		return append(parent, type);
	if (cmark_node_get_type(last) == type)
		return last;
	if (!b->markdown ||
	    cmark_node_get_type(last) == CMARK_NODE_CUSTOM_INLINE)
		return append(parent, type);
	node = append(parent, CMARK_NODE_CUSTOM_INLINE);
	cmark_node_set_on_enter(node, mark);
	cmark_node_set_on_exit(node, mark);
	return node;
}

static void add_emphasis(struct builder *b, cmark_node *parent,
			 const struct rw_node *node, cmark_node_type type)
{
	cmark_node *added, *before;

	if (inside_type(parent, type)) {
		add_inlines(b, parent, node);
		return;
	}
	added = open_emphasis(b, parent, type);
	add_inlines(b, added, node);
	before = cmark_node_previous(added);
	if (!cmark_node_first_child(added)) {
		cmark_node_unlink(added);
		cmark_node_free(added);
	} else if (before && is_word(edge(before, true)) &&
		   is_punctuation(edge(added, false))) {
		unwrap(added);
	}
}

static void add_code(struct builder *b, cmark_node *parent,
		     const struct rw_node *node)
{
	struct rw_buf code = RW_BUF_INIT;
	cmark_node *added = cmark_node_last_child(parent);
	bool beside = b->gap == GAP_NONE && is_code(added);

	if (beside)
		rw_buf_puts(&code, cmark_node_get_literal(added));
	content_of(node, &code);
	for (size_t i = 0; i < code.len; i++)
		if (is_blank(code.data[i]))
			code.data[i] = ' ';
	if (beside) {
		cmark_node_set_literal(added, code.data);
	} else if (code.len > 0) {
		settle(b, parent, '`');
		added = append(parent, CMARK_NODE_CODE);
		cmark_node_set_literal(added, code.data);
	}
	rw_buf_release(&code);
}

/* An attribute as cmark can write it: no control characters. */
static char *clean_attr(const struct rw_node *node, const char *name)
{
	const char *value = rw_node_attr(node, name);
	char *copy = rw_strdup(value ? value : "");

	for (char *c = copy; *c; c++)
		if ((unsigned char)*c < ' ')
			*c = ' ';
	return copy;
}

/*
 * An address: what RFC 3986 does not know and Markdown does is written as
 * "%3C", so that it ends neither an autolink nor a destination. The caller
 * frees it.
 */
static char *address(const struct rw_node *node, const char *name)
{
	char *text = clean_attr(node, name);
	struct rw_buf out = RW_BUF_INIT;

	for (const char *c = text; *c; c++) {
		if (strchr("<> ", *c))
			rw_buf_printf(&out, "%%%02X", (unsigned)*c);
		else
			rw_buf_putc(&out, *c);
	}
	rw_free(text);
	return out.len ? rw_buf_detach(&out) : rw_strdup("");
}

static void add_link(struct builder *b, cmark_node *parent,
		     const struct rw_node *node, const char *destination)
{
	cmark_node *added;
	char *url = address(node, destination);
	char *title = clean_attr(node, "title");

	if (b->in_link || *url == '\0') {
		add_inlines(b, parent, node);
	} else {
		settle(b, parent, '[');
		added = append(parent, CMARK_NODE_LINK);
		cmark_node_set_url(added, url);
		if (strcmp(destination, "destination") == 0)
			cmark_node_set_title(added, title);
		b->in_link = true;
		b->begun = false;
		add_inlines(b, added, node);
		b->in_link = false;
		b->begun = true;
		if (!cmark_node_first_child(added))
			append_text(added, url, strlen(url));
	}
	rw_free(url);
	rw_free(title);
}

static void add_image(struct builder *b, cmark_node *parent,
		      const struct rw_node *node)
{
	char *url = address(node, "destination");
	char *title = clean_attr(node, "title");
	cmark_node *added;

	if (b->markdown && *url != '\0') {
		settle(b, parent, '!');
		added = append(parent, CMARK_NODE_IMAGE);
		cmark_node_set_url(added, url);
		cmark_node_set_title(added, title);
		b->begun = false;
		add_inlines(b, added, node);
		b->begun = true;
	} else {
		add_inlines(b, parent, node);
	}
	rw_free(url);
	rw_free(title);
}

static void add_own(struct builder *b, cmark_node *parent,
		    const struct rw_node *node)
{
	struct rw_buf mark = RW_BUF_INIT;

	if (rw_node_is(node, "term")) {
		add_link(b, parent, node, "href");
	} else if (rw_node_is(node, "placeholder")) {
		rw_buf_printf(&mark, "{{%s}}", rw_node_attr(node, "name"));
		add_text(b, parent, mark.data);
	} else {
		refuse(b, node);
	}
	rw_buf_release(&mark);
}

static void add_text_of(struct builder *b, cmark_node *parent,
			const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;

	content_of(node, &text);
	add_text(b, parent, text.data);
	rw_buf_release(&text);
}

static void add_inline_element(struct builder *b, cmark_node *parent,
			       const struct rw_node *node)
{
	if (rw_node_is_md(node, "text"))
		add_text_of(b, parent, node);
	else if (rw_node_is_md(node, "softbreak"))
		b->gap = b->gap == GAP_HARD ? GAP_HARD : GAP_SOFT;
	else if (rw_node_is_md(node, "linebreak"))
		b->gap = GAP_HARD;
	else if (rw_node_is_md(node, "emph"))
		add_emphasis(b, parent, node, CMARK_NODE_EMPH);
	else if (rw_node_is_md(node, "strong"))
		add_emphasis(b, parent, node, CMARK_NODE_STRONG);
	else if (rw_node_is_md(node, "code"))
		add_code(b, parent, node);
	else if (rw_node_is_md(node, "link"))
		add_link(b, parent, node, "destination");
	else if (rw_node_is_md(node, "image"))
		add_image(b, parent, node);
	else if (!rw_node_is_md(node, "html_inline"))
		add_own(b, parent, node);
}

static bool is_space(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

static void add_inline(struct builder *b, cmark_node *parent,
		       const struct rw_node *node)
{
	enum rw_node_kind kind = rw_node_kind(node);

	if (kind == RW_NODE_ELEMENT)
		add_inline_element(b, parent, node);
	else if (!is_space(rw_node_content(node)))
		add_text(b, parent, rw_node_content(node));
}

static void add_inlines(struct builder *b, cmark_node *parent,
			const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);

	if (b->depth >= TREE_DEPTH) {
		refuse(b, node);
		return;
	}
	b->depth++;
	for (; child; child = rw_node_next(child))
		add_inline(b, parent, child);
	b->depth--;
}

/* --------------------------------------------------------- block elements */

/* Inline content of a paragraph or heading begins. */
static void begin_line(struct builder *b)
{
	b->gap = GAP_NONE;
	b->begun = false;
}

static void add_leaf(struct builder *b, cmark_node *parent,
		     const struct rw_node *node, cmark_node_type type)
{
	const char *level = rw_node_attr(node, "level");
	cmark_node *added = append(parent, type);

	if (type == CMARK_NODE_HEADING)
		cmark_node_set_heading_level(
			added, level && *level >= '1' && *level <= '6'
				       ? *level - '0'
				       : 1);
	begin_line(b);
	add_inlines(b, added, node);
	if (!cmark_node_first_child(added)) {
		cmark_node_unlink(added);
		cmark_node_free(added);
	}
}

static void add_code_block(cmark_node *parent, const struct rw_node *node)
{
	cmark_node *added = append(parent, CMARK_NODE_CODE_BLOCK);
	char *info = clean_attr(node, "info");
	struct rw_buf code = RW_BUF_INIT;

	content_of(node, &code);
	if (code.len > 0 && code.data[code.len - 1] != '\n')
		rw_buf_putc(&code, '\n');
	cmark_node_set_literal(added, code.data);
	cmark_node_set_fence_info(added, info);
	rw_buf_release(&code);
	rw_free(info);
}

static bool is_list(cmark_node *node)
{
	return node && cmark_node_get_type(node) == CMARK_NODE_LIST;
}

/* True if the blocks of some item need blank lines between them. */
static bool is_loose(cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list), *block;

	for (; item; item = cmark_node_next(item)) {
		block = cmark_node_first_child(item);
		for (; block && cmark_node_next(block);
		     block = cmark_node_next(block))
			if (!is_list(cmark_node_next(block)))
				return true;
	}
	return false;
}

static void set_start(cmark_node *list, const struct rw_node *node)
{
	const char *start = rw_node_attr(node, "start");
	const char *delim = rw_node_attr(node, "delim");
	long number = start ? strtol(start, NULL, 10) : 1;

	cmark_node_set_list_start(
		list, number >= 0 && number <= 999999999 ? (int)number : 1);
	cmark_node_set_list_delim(list, delim && strcmp(delim, "paren") == 0
						? CMARK_PAREN_DELIM
						: CMARK_PERIOD_DELIM);
}

static void add_items(struct builder *b, cmark_node *list,
		      const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	cmark_node *item;

	for (; child; child = rw_node_next(child)) {
		if (rw_node_kind(child) != RW_NODE_ELEMENT)
			continue;
		if (!rw_node_is_md(child, "item")) {
			refuse(b, child);
			continue;
		}
		item = append(list, CMARK_NODE_ITEM);
		add_blocks(b, item, child);
		if (!cmark_node_first_child(item)) {
			cmark_node_unlink(item);
			cmark_node_free(item);
		}
	}
}

/* Keeps cmark from writing a comment between a list and what follows it. */
static void add_seam(cmark_node *parent)
{
	if (is_list(cmark_node_last_child(parent)))
		cmark_node_set_on_enter(append(parent, CMARK_NODE_CUSTOM_BLOCK),
					"");
}

static void add_list(struct builder *b, cmark_node *parent,
		     const struct rw_node *node)
{
	const char *type = rw_node_attr(node, "type");
	const char *tight = rw_node_attr(node, "tight");
	bool ordered = type && strcmp(type, "ordered") == 0;
	cmark_list_type kind = ordered ? CMARK_ORDERED_LIST : CMARK_BULLET_LIST;
	cmark_node *list = cmark_node_last_child(parent);

	if (!is_list(list) || cmark_node_get_list_type(list) != kind) {
		add_seam(parent);
		list = append(parent, CMARK_NODE_LIST);
		cmark_node_set_list_type(list, kind);
		if (ordered)
			set_start(list, node);
		cmark_node_set_list_tight(list, 1);
	}
	add_items(b, list, node);
	if ((tight && strcmp(tight, "false") == 0) || is_loose(list))
		cmark_node_set_list_tight(list, 0);
	if (!cmark_node_first_child(list)) {
		cmark_node_unlink(list);
		cmark_node_free(list);
	}
}

/*
 * Code after a list is fenced by us: cmark would indent it, which makes it
 * part of the last item.
 */
static void fence(cmark_node *node)
{
	const char *code = cmark_node_get_literal(node);
	cmark_node *custom = new_node(CMARK_NODE_CUSTOM_BLOCK);
	struct rw_buf out = RW_BUF_INIT;
	size_t ticks = 2, run = 0;

	for (const char *c = code; *c; c++) {
		run = *c == '`' ? run + 1 : 0;
		ticks = run > ticks ? run : ticks;
	}
	for (size_t i = 0; i <= ticks; i++)
		rw_buf_putc(&out, '`');
	rw_buf_printf(&out, "%s\n%s", cmark_node_get_fence_info(node), code);
	for (size_t i = 0; i <= ticks; i++)
		rw_buf_putc(&out, '`');
	rw_buf_puts(&out, "\n\n");
	cmark_node_set_on_enter(custom, out.data);
	cmark_node_replace(node, custom);
	cmark_node_free(node);
	rw_buf_release(&out);
}

static void add_code_after(struct builder *b, cmark_node *parent,
			   const struct rw_node *node)
{
	bool after_list = is_list(cmark_node_last_child(parent));

	add_code_block(parent, node);
	if (after_list && b->markdown)
		fence(cmark_node_last_child(parent));
}

static void add_table(struct builder *b, cmark_node *parent,
		      const struct rw_node *node)
{
	struct rw_buf out = RW_BUF_INIT;
	cmark_node *added = append(parent, CMARK_NODE_CUSTOM_BLOCK);

	if (b->table(node, &out, b->diags) != 0)
		b->failed = true;
	cmark_node_set_on_enter(added, out.data);
	rw_buf_release(&out);
}

static void add_quote(struct builder *b, cmark_node *parent,
		      const struct rw_node *node)
{
	cmark_node *added = append(parent, CMARK_NODE_BLOCK_QUOTE);

	add_blocks(b, added, node);
	if (!cmark_node_first_child(added)) {
		cmark_node_unlink(added);
		cmark_node_free(added);
	}
}

static bool is_block(const struct rw_node *node)
{
	static const char *const blocks[] = { "paragraph",  "heading",
					      "list",	    "block_quote",
					      "code_block", "thematic_break",
					      "html_block", "document" };

	if (rw_node_is(node, "table"))
		return true;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		if (rw_node_is_md(node, blocks[i]))
			return true;
	return false;
}

static void add_block(struct builder *b, cmark_node *parent,
		      const struct rw_node *node)
{
	if (rw_node_is_md(node, "paragraph"))
		add_leaf(b, parent, node, CMARK_NODE_PARAGRAPH);
	else if (rw_node_is_md(node, "heading"))
		add_leaf(b, parent, node, CMARK_NODE_HEADING);
	else if (rw_node_is_md(node, "list"))
		add_list(b, parent, node);
	else if (rw_node_is_md(node, "block_quote"))
		add_quote(b, parent, node);
	else if (rw_node_is_md(node, "code_block"))
		add_code_after(b, parent, node);
	else if (rw_node_is_md(node, "thematic_break"))
		append(parent, CMARK_NODE_THEMATIC_BREAK);
	else if (rw_node_is(node, "table"))
		add_table(b, parent, node);
	else if (rw_node_is_md(node, "document"))
		add_blocks(b, parent, node);
}

static bool is_inline(const struct rw_node *node)
{
	enum rw_node_kind kind = rw_node_kind(node);

	if (kind != RW_NODE_ELEMENT)
		return !is_space(rw_node_content(node));
	return !is_block(node) &&
	       (strcmp(rw_node_ns(node), RW_NS_MD) == 0 ||
		rw_node_is(node, "term") || rw_node_is(node, "placeholder"));
}

/* Inline nodes that stand among blocks; the node behind them. */
static const struct rw_node *add_loose_text(struct builder *b,
					    cmark_node *parent,
					    const struct rw_node *node)
{
	cmark_node *added = append(parent, CMARK_NODE_PARAGRAPH);

	begin_line(b);
	for (; node &&
	       !(rw_node_kind(node) == RW_NODE_ELEMENT && !is_inline(node));
	     node = rw_node_next(node))
		add_inline(b, added, node);
	if (!cmark_node_first_child(added)) {
		cmark_node_unlink(added);
		cmark_node_free(added);
	}
	return node;
}

static void add_blocks(struct builder *b, cmark_node *parent,
		       const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	bool top = b->depth == 0;

	if (b->depth >= TREE_DEPTH) {
		refuse(b, node);
		return;
	}
	b->depth++;
	while (child) {
		if (is_inline(child)) {
			child = add_loose_text(b, parent, child);
			continue;
		}
		if (rw_node_kind(child) == RW_NODE_ELEMENT) {
			if (is_block(child))
				add_block(b, parent, child);
			else if (!top ||
				 !rw_node_is(child, rw_node_name(child)))
				refuse(b, child);
		}
		child = rw_node_next(child);
	}
	b->depth--;
}

/* A '!' is a mark only before a bracket: elsewhere it needs no escape. */
static void relax_mark(cmark_node *text)
{
	cmark_node *next = text, *custom;
	char *copy;
	size_t len;

	while (next && !cmark_node_next(next) &&
	       cmark_node_get_type(next) != CMARK_NODE_PARAGRAPH &&
	       cmark_node_get_type(next) != CMARK_NODE_HEADING)
		next = cmark_node_parent(next);
	if (next && cmark_node_next(next) &&
	    cmark_node_get_type(cmark_node_next(next)) == CMARK_NODE_LINK)
		return;
	copy = rw_strdup(cmark_node_get_literal(text));
	len = strlen(copy);
	if (len > 0 && copy[len - 1] == '!') {
		copy[len - 1] = '\0';
		custom = new_node(CMARK_NODE_CUSTOM_INLINE);
		cmark_node_set_on_enter(custom, "!");
		cmark_node_insert_after(text, custom);
		cmark_node_set_literal(text, copy);
	}
	rw_free(copy);
}

static void relax_marks(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		const char *text;

		if (cmark_node_get_type(node) != CMARK_NODE_TEXT)
			continue;
		text = cmark_node_get_literal(node);
		if (*text && text[strlen(text) - 1] == '!')
			relax_mark(node);
	}
	cmark_iter_free(iter);
}

static cmark_node *build(struct builder *b, const struct rw_node *node)
{
	cmark_node *document = new_node(CMARK_NODE_DOCUMENT);

	add_blocks(b, document, node);
	if (b->markdown)
		relax_marks(document);
	if (!b->failed)
		return document;
	cmark_node_free(document);
	return NULL;
}

cmark_node *rw_markdown_tree(const struct rw_node *node, struct rw_diags *diags)
{
	struct builder b = { .diags = diags,
			     .table = rw_pipe_table,
			     .markdown = true };

	return build(&b, node);
}

cmark_node *rw_markdown_tree_with(const struct rw_node *node,
				  rw_table_fn *table, struct rw_diags *diags)
{
	struct builder b = { .diags = diags, .table = table };

	return build(&b, node);
}
