/*
 * CommonMark text to CommonMark XML: cmark parses, the tree is copied into
 * the element, and the marks that only we know are found in its text.
 */
#include "text/markdown.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "text/align.h"
#include "text/cmark_memory.h"
#include "text/markdown_limits.h"
#include "text/prose_map.h"
#include "text/syntax.h"

#define SHOWN_BYTES 40 /* of a text that a message quotes */

struct expansion {
	struct rw_node *element;
	struct rw_diags *diags;
	struct rw_source_map map;
	struct rw_prose prose;	 /* of the run in hand */
	struct rw_cursor cursor; /* in its text */
	size_t decoded;		 /* text of the element that is done */
	size_t skip;		 /* bytes of the first text to drop */
	size_t most;		 /* bytes of text */
	bool lead;		 /* 'prose' is one line of text */
	bool begun;		 /* something stands before the run */
	bool goes_on;		 /* a placeholder stands behind it */
	bool failed;
};

/* What is known of the inline nodes in hand. */
struct place {
	struct rw_node *parent;
	bool in_link;
	bool line; /* plain text: no md elements, no terms */
};

/* ------------------------------------------------------------- positions */

static struct rw_pos pos_at(const struct expansion *x, size_t offset)
{
	return rw_source_map_at(&x->map, rw_prose_decoded(&x->prose, offset));
}

static struct rw_node *add(struct expansion *x, struct rw_node *parent,
			   const char *ns, const char *name, size_t offset)
{
	struct rw_node *node = rw_node_add(parent, ns, name);

	rw_node_set_pos(node, pos_at(x, offset));
	return node;
}

static void report(struct expansion *x, enum rw_code code, size_t offset,
		   const char *text, size_t len)
{
	char shown[SHOWN_BYTES + 4];
	size_t cut = len < SHOWN_BYTES ? len : SHOWN_BYTES;

	while (cut < len && cut > 0 && (text[cut] & 0xC0) == 0x80)
		cut--;
	snprintf(shown, sizeof(shown), "%.*s%s", (int)cut, text,
		 cut < len ? "..." : "");
	for (char *c = shown; *c; c++)
		if (*c == '\n')
			*c = ' ';
	rw_report(x->diags, code, pos_at(x, offset), shown, NULL, NULL);
	if (rw_code_severity(code) == RW_ERROR)
		x->failed = true;
}

/* ------------------------------------------------------- text and marks */

static void add_plain(struct expansion *x, const struct place *place,
		      const struct rw_aligned *in, size_t from, size_t to)
{
	struct rw_node *parent = place->parent;

	if (from >= to)
		return;
	if (!place->line)
		parent = add(x, parent, RW_NS_MD, "text", in->origin[from]);
	rw_node_add_text_n(parent, in->text + from, to - from);
}

static void set_name(struct rw_node *node, const char *attribute,
		     const char *text, size_t len)
{
	char *copy = rw_malloc(len + 1), *to = copy;

	for (size_t i = 0; i < len; i++) {
		bool blank = text[i] == ' ' || text[i] == '\n';

		if (!blank)
			*to++ = text[i];
		else if (to > copy && to[-1] != ' ')
			*to++ = ' ';
	}
	*to = '\0';
	rw_node_set_attr(node, attribute, copy);
	rw_free(copy);
}

static void add_tokens(struct expansion *x, const struct place *place,
		       const struct rw_aligned *in, size_t from, size_t to);

static void add_term(struct expansion *x, const struct place *place,
		     const struct rw_aligned *in, const struct rw_mark *token)
{
	bool own = token->text_end > token->text;
	struct place inside = { place->parent, true, false };

	if (place->in_link)
		report(x, RW_TERM_SYNTAX, in->origin[token->from],
		       in->text + token->from, token->to - token->from);
	else
		inside.parent = add(x, place->parent, RW_NS, "term",
				    in->origin[token->from]);
	if (!place->in_link)
		set_name(inside.parent, "ref", in->text + token->name,
			 token->name_end - token->name);
	add_tokens(x, &inside, in, own ? token->text : token->name,
		   own ? token->text_end : token->name_end);
}

static void add_token(struct expansion *x, const struct place *place,
		      const struct rw_aligned *in, const struct rw_mark *token)
{
	const char *text = in->text + token->from;
	size_t len = token->to - token->from, at = in->origin[token->from];

	switch (token->kind) {
	case RW_MARK_BREAK:
		add(x, place->parent, RW_NS_MD, "softbreak", at);
		return;
	case RW_MARK_PLACEHOLDER:
		set_name(add(x, place->parent, RW_NS, "placeholder", at),
			 "name", in->text + token->name,
			 token->name_end - token->name);
		return;
	case RW_MARK_TERM:
		add_term(x, place, in, token);
		return;
	case RW_MARK_BAD_PLACEHOLDER:
		report(x, RW_PLACEHOLDER_SYNTAX, at, text, len);
		break;
	case RW_MARK_BAD_TERM:
		report(x, RW_TERM_SYNTAX, at, text, len);
		break;
	case RW_MARK_TEXT:
		break;
	}
	add_plain(x, place, in, token->from, token->to);
}

static void add_tokens(struct expansion *x, const struct place *place,
		       const struct rw_aligned *in, size_t from, size_t to)
{
	while (from < to) {
		struct rw_mark token = rw_mark_at(in->text, to, from,
						  in->literal, !place->line);

		add_token(x, place, in, &token);
		from = token.to;
	}
}

static void check_code(struct expansion *x, const char *code, size_t offset)
{
	size_t len = strlen(code), at = 0;

	while (at < len) {
		struct rw_mark token = rw_mark_at(code, len, at, NULL, false);

		if (token.kind == RW_MARK_PLACEHOLDER)
			report(x, RW_PLACEHOLDER_IN_CODE, offset,
			       code + token.from, token.to - token.from);
		at = token.to;
	}
}

/* -------------------------------------------------------- inline content */

static void add_inlines(struct expansion *x, const struct place *place,
			cmark_node *first);

static bool is_running(cmark_node *node)
{
	cmark_node_type type = node ? cmark_node_get_type(node)
				    : CMARK_NODE_NONE;

	return type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK;
}

static void next_line(struct expansion *x)
{
	rw_cursor_find(&x->cursor, "\n");
	rw_cursor_skip(&x->cursor, 1);
	rw_cursor_blanks(&x->cursor);
}

/* Text nodes and soft breaks in a row; the node behind them. */
static cmark_node *add_running(struct expansion *x, const struct place *place,
			       cmark_node *node)
{
	struct rw_aligned run = { 0 };

	for (; is_running(node); node = cmark_node_next(node)) {
		const char *text = cmark_node_get_literal(node);
		size_t len;

		if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) {
			rw_aligned_push(&run, '\n', x->cursor.at, false);
			next_line(x);
			continue;
		}
		len = strlen(text);
		if (x->skip > 0) {
			text += x->skip < len ? x->skip : len;
			len = strlen(text);
			x->skip = 0;
		}
		rw_cursor_text(&x->cursor, text, len, &run);
	}
	add_tokens(x, place, &run, 0, run.len);
	rw_aligned_release(&run);
	return node;
}

static void add_emphasis(struct expansion *x, const struct place *place,
			 cmark_node *node, const char *name, size_t marks)
{
	struct place inside = *place;

	rw_cursor_find(&x->cursor, "*_");
	inside.parent = add(x, place->parent, RW_NS_MD, name, x->cursor.at);
	rw_cursor_skip(&x->cursor, marks);
	add_inlines(x, &inside, cmark_node_first_child(node));
	rw_cursor_find(&x->cursor, "*_");
	rw_cursor_skip(&x->cursor, marks);
	if (!rw_node_first(inside.parent))
		rw_node_remove(inside.parent);
}

static void add_code(struct expansion *x, const struct place *place,
		     cmark_node *node)
{
	const char *code = cmark_node_get_literal(node);
	struct rw_node *added;

	rw_cursor_find(&x->cursor, "`");
	check_code(x, code, x->cursor.at);
	added = add(x, place->parent, RW_NS_MD, "code", x->cursor.at);
	rw_node_add_text(added, code);
	rw_cursor_code(&x->cursor);
}

/* A link whose destination is refused leaves its text. */
static void add_link(struct expansion *x, const struct place *place,
		     cmark_node *node)
{
	bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
	const char *url = cmark_node_get_url(node);
	const char *title = cmark_node_get_title(node);
	struct place inside = *place;
	bool automatic;

	inside.in_link = true;
	rw_cursor_find(&x->cursor, image ? "!" : "[<");
	automatic = x->cursor.text[x->cursor.at] == '<';
	if (rw_link_check(url, pos_at(x, x->cursor.at), x->diags) != 0) {
		x->failed = true;
	} else {
		inside.parent = add(x, place->parent, RW_NS_MD,
				    image ? "image" : "link", x->cursor.at);
		rw_node_set_attr(inside.parent, "destination", url);
		rw_node_set_attr(inside.parent, "title", title ? title : "");
	}
	rw_cursor_skip(&x->cursor, image ? 2 : 1);
	add_inlines(x, &inside, cmark_node_first_child(node));
	rw_cursor_link_end(&x->cursor, automatic);
}

static void drop_html(struct expansion *x, cmark_node *node)
{
	const char *html = cmark_node_get_literal(node);

	rw_cursor_find(&x->cursor, "<");
	report(x, RW_MARKDOWN_HTML, x->cursor.at, html, strcspn(html, "\n"));
	rw_cursor_skip(&x->cursor, strlen(html));
}

static void add_inline(struct expansion *x, const struct place *place,
		       cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LINEBREAK:
		add(x, place->parent, RW_NS_MD, "linebreak", x->cursor.at);
		next_line(x);
		break;
	case CMARK_NODE_EMPH:
		add_emphasis(x, place, node, "emph", 1);
		break;
	case CMARK_NODE_STRONG:
		add_emphasis(x, place, node, "strong", 2);
		break;
	case CMARK_NODE_CODE:
		add_code(x, place, node);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		add_link(x, place, node);
		break;
	default:
		drop_html(x, node);
		break;
	}
}

static void add_inlines(struct expansion *x, const struct place *place,
			cmark_node *first)
{
	cmark_node *node = first;

	while (node) {
		if (is_running(node)) {
			node = add_running(x, place, node);
			continue;
		}
		x->skip = 0;
		add_inline(x, place, node);
		node = cmark_node_next(node);
	}
}

/* --------------------------------------------------------- block content */

static void add_blocks(struct expansion *x, struct rw_node *parent,
		       cmark_node *first);

static size_t block_offset(const struct expansion *x, cmark_node *node)
{
	size_t at = rw_prose_line(&x->prose, cmark_node_get_start_line(node));
	int column = cmark_node_get_start_column(node);

	if (x->lead)
		return strlen(RW_PROSE_INLINE);
	at += column > 1 ? (size_t)column - 1 : 0;
	return at < x->prose.text.len ? at : x->prose.text.len;
}

static void add_leaf(struct expansion *x, struct rw_node *parent,
		     cmark_node *node)
{
	struct place place = { parent, false, false };

	x->cursor.text = x->prose.text.data;
	x->cursor.at = block_offset(x, node);
	x->cursor.end =
		rw_prose_line(&x->prose, cmark_node_get_end_line(node) + 1);
	if (x->cursor.end <= x->cursor.at)
		x->cursor.end = x->prose.text.len;
	if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
		while (x->cursor.text[x->cursor.at] == '#')
			rw_cursor_skip(&x->cursor, 1);
	add_inlines(x, &place, cmark_node_first_child(node));
}

static void add_paragraph(struct expansion *x, struct rw_node *parent,
			  cmark_node *node)
{
	struct rw_node *added =
		add(x, parent, RW_NS_MD, "paragraph", block_offset(x, node));

	add_leaf(x, added, node);
	if (!rw_node_first(added))
		rw_node_remove(added);
}

static void add_heading(struct expansion *x, struct rw_node *parent,
			cmark_node *node)
{
	struct rw_node *added =
		add(x, parent, RW_NS_MD, "heading", block_offset(x, node));

	rw_node_set_attrf(added, "level", "%d",
			  cmark_node_get_heading_level(node));
	add_leaf(x, added, node);
}

static void add_code_block(struct expansion *x, struct rw_node *parent,
			   cmark_node *node)
{
	const char *info = cmark_node_get_fence_info(node);
	size_t offset = block_offset(x, node);
	struct rw_node *added = add(x, parent, RW_NS_MD, "code_block", offset);

	if (info && *info)
		rw_node_set_attr(added, "info", info);
	check_code(x, cmark_node_get_literal(node), offset);
	rw_node_add_text(added, cmark_node_get_literal(node));
}

static struct rw_node *last_child(const struct rw_node *node)
{
	struct rw_node *last = NULL;

	for (struct rw_node *child = rw_node_first(node); child;
	     child = rw_node_next(child))
		last = child;
	return last;
}

static bool same_attr(const struct rw_node *node, const char *name,
		      const char *value)
{
	const char *own = rw_node_attr(node, name);

	return own && strcmp(own, value) == 0;
}

/* The list that is there to take the items in, or a new one. */
static struct rw_node *open_list(struct expansion *x, struct rw_node *parent,
				 struct rw_node *before, cmark_node *node)
{
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	const char *type = ordered ? "ordered" : "bullet";
	size_t offset = block_offset(x, node);
	struct rw_node *list;

	if (before && rw_node_is_md(before, "list")) {
		if (same_attr(before, "type", type)) {
			if (!cmark_node_get_list_tight(node))
				rw_node_set_attr(before, "tight", "false");
			return before;
		}
		report(x, RW_LISTS_ADJACENT, offset, "", 0);
	}
	list = add(x, parent, RW_NS_MD, "list", offset);
	rw_node_set_attr(list, "type", type);
	if (ordered) {
		bool paren = cmark_node_get_list_delim(node) ==
			     CMARK_PAREN_DELIM;

		rw_node_set_attrf(list, "start", "%d",
				  cmark_node_get_list_start(node));
		rw_node_set_attr(list, "delim", paren ? "paren" : "period");
	}
	rw_node_set_attr(list, "tight",
			 cmark_node_get_list_tight(node) ? "true" : "false");
	return list;
}

static void add_list(struct expansion *x, struct rw_node *parent,
		     struct rw_node *before, cmark_node *node)
{
	struct rw_node *list = open_list(x, parent, before, node);
	cmark_node *item = cmark_node_first_child(node);

	for (; item; item = cmark_node_next(item))
		add_blocks(
			x,
			add(x, list, RW_NS_MD, "item", block_offset(x, item)),
			cmark_node_first_child(item));
}

static void add_block(struct expansion *x, struct rw_node *parent,
		      struct rw_node *before, cmark_node *node)
{
	size_t offset = block_offset(x, node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(x, parent, node);
		break;
	case CMARK_NODE_HEADING:
		add_heading(x, parent, node);
		break;
	case CMARK_NODE_LIST:
		add_list(x, parent, before, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		add_blocks(x, add(x, parent, RW_NS_MD, "block_quote", offset),
			   cmark_node_first_child(node));
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code_block(x, parent, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add(x, parent, RW_NS_MD, "thematic_break", offset);
		break;
	default:
		x->cursor = (struct rw_cursor){ x->prose.text.data, offset,
						x->prose.text.len };
		drop_html(x, node);
		break;
	}
}

static void add_blocks(struct expansion *x, struct rw_node *parent,
		       cmark_node *first)
{
	struct rw_node *before = last_child(parent), *latest;

	for (cmark_node *node = first; node; node = cmark_node_next(node)) {
		add_block(x, parent, before, node);
		latest = before ? rw_node_next(before) : rw_node_first(parent);
		if (latest)
			before = latest;
	}
}

/* ------------------------------------------------------------------ runs */

static cmark_node *parse(const struct rw_prose *prose)
{
	cmark_parser *parser = cmark_parser_new_with_mem(
		CMARK_OPT_VALIDATE_UTF8, rw_cmark_memory());
	cmark_node *document;

	cmark_parser_feed(parser, prose->text.data, prose->text.len);
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return document;
}

static void over_limit(struct expansion *x, const char *what, const char *most)
{
	rw_report(x->diags, RW_LIMIT, x->map.element, what, most, NULL);
	x->failed = true;
}

static void expand_parsed(struct expansion *x, cmark_node *document)
{
	size_t definition;

	if (!rw_tree_is_shallow(document)) {
		over_limit(x, "nesting in prose", "16 levels");
		return;
	}
	definition = x->lead ? SIZE_MAX
			     : rw_prose_definition(&x->prose, document);
	if (definition != SIZE_MAX)
		report(x, RW_MARKDOWN_DEFINITION, definition, "", 0);
	if (x->lead) {
		x->skip = strlen(RW_PROSE_INLINE);
		add_leaf(x, x->element, cmark_node_first_child(document));
	} else {
		add_blocks(x, x->element, cmark_node_first_child(document));
	}
}

static void expand_run(struct expansion *x, const struct rw_buf *raw)
{
	cmark_node *document;

	if (x->lead)
		rw_prose_init_inline(&x->prose, raw->data, raw->len,
				     x->decoded);
	else
		rw_prose_init(&x->prose, raw->data, raw->len, x->decoded);
	x->decoded += raw->len;
	if (x->decoded > x->most) {
		over_limit(x, "prose field",
			   x->most == RW_PROSE_BYTES ? "16384 bytes"
						     : "64 KiB");
	} else if (!rw_prose_is_shallow(&x->prose)) {
		over_limit(x, "nesting in prose", "16 levels");
	} else {
		document = parse(&x->prose);
		expand_parsed(x, document);
		cmark_node_free(document);
	}
	rw_prose_release(&x->prose);
}

/* Plain text: white space normalised, placeholders found. */
static void expand_line(struct expansion *x, const struct rw_buf *raw)
{
	struct place place = { x->element, true, true };
	struct rw_aligned line = { 0 };
	bool blank = false;

	/* Dedenting is not wanted, but its map is. */
	rw_prose_init(&x->prose, "", 0, x->decoded);
	for (size_t i = 0; i < raw->len; i++) {
		char c = raw->data[i];

		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			blank = true;
			continue;
		}
		if (blank && (line.len > 0 || x->begun))
			rw_aligned_push(&line, ' ', i, false);
		blank = false;
		rw_aligned_push(&line, c, i, false);
	}
	x->decoded += raw->len;
	if (blank && x->goes_on && (line.len > 0 || x->begun))
		rw_aligned_push(&line, ' ', raw->len, false);
	add_tokens(x, &place, &line, 0, line.len);
	x->begun = true;
	rw_aligned_release(&line);
	rw_prose_release(&x->prose);
}

static bool is_text(const struct rw_node *node)
{
	enum rw_node_kind kind = rw_node_kind(node);

	return kind == RW_NODE_TEXT || kind == RW_NODE_CDATA;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

typedef void run_fn(struct expansion *x, const struct rw_buf *raw);

/* Takes the text out of the element; its elements stay, comments go. */
static void take_runs(struct expansion *x, struct rw_vec *elements,
		      struct rw_buf **runs)
{
	struct rw_node *node = rw_node_first(x->element), *next;
	size_t count = 1;

	*runs = rw_calloc(1, sizeof(**runs));
	rw_buf_init(&(*runs)[0]);
	for (; node; node = next) {
		next = rw_node_next(node);
		if (rw_node_kind(node) == RW_NODE_ELEMENT) {
			rw_vec_push(elements, node);
			*runs = rw_realloc(*runs, (count + 1) * sizeof(**runs));
			rw_buf_init(&(*runs)[count++]);
			continue;
		}
		if (is_text(node))
			rw_buf_puts(&(*runs)[count - 1], rw_node_content(node));
		rw_node_remove(node);
	}
}

/*
 * Puts what 'expand' makes of each run in its place: it appends, and the
 * elements are moved behind it one after the other.
 */
static void expand_runs(struct expansion *x, run_fn *expand)
{
	struct rw_vec elements = { 0 };
	struct rw_buf *runs;

	take_runs(x, &elements, &runs);
	for (size_t i = 0; i <= elements.count; i++) {
		x->goes_on = i < elements.count &&
			     rw_node_is(elements.items[i], "placeholder");
		if (is_blank(runs[i].data) && !(x->goes_on && x->begun))
			x->decoded += runs[i].len;
		else
			expand(x, &runs[i]);
		rw_buf_release(&runs[i]);
		if (i == elements.count)
			break;
		rw_node_move_into(elements.items[i], x->element);
		x->begun = true;
	}
	rw_free(runs);
	rw_vec_release(&elements);
}

static int run_expansion(struct expansion *x, run_fn *fn)
{
	if (!rw_node_first(x->element))
		return 0;
	rw_source_map_init(&x->map, x->element, rw_diags_sources(x->diags));
	expand_runs(x, fn);
	rw_source_map_release(&x->map);
	return x->failed ? -1 : 0;
}

static int expand(struct rw_node *element, bool lead, run_fn *fn,
		  struct rw_diags *diags)
{
	struct expansion x = { .element = element,
			       .diags = diags,
			       .most = RW_PROSE_BYTES,
			       .lead = lead };

	return run_expansion(&x, fn);
}

int rw_markdown_expand_long(struct rw_node *element, struct rw_diags *diags)
{
	struct expansion x = { .element = element,
			       .diags = diags,
			       .most = RW_PROSE_LONG };

	return run_expansion(&x, expand_run);
}

static int expand_table(struct rw_node *table, struct rw_diags *diags)
{
	struct rw_node *caption = rw_node_child(table, "caption");
	struct rw_node *row = rw_node_child(table, "row"), *cell;
	int result = 0;

	if (caption && rw_line_expand(caption, diags) != 0)
		result = -1;
	for (; row; row = rw_node_next_element(row, "row")) {
		cell = rw_node_child(row, "cell");
		for (; cell; cell = rw_node_next_element(cell, "cell"))
			if (rw_markdown_expand(cell, diags) != 0)
				result = -1;
	}
	return result;
}

int rw_markdown_expand(struct rw_node *element, struct rw_diags *diags)
{
	struct rw_node *table = rw_node_child(element, "table");
	int result =
		expand(element, rw_node_is(element, "cell"), expand_run, diags);

	for (; table; table = rw_node_next_element(table, "table"))
		if (expand_table(table, diags) != 0)
			result = -1;
	return result;
}

/* Most lines hold no placeholder and no white space to mend. */
static bool is_plain_line(const struct rw_node *element)
{
	const struct rw_node *only = rw_node_first(element);
	const char *text;
	size_t len;

	if (!only || rw_node_next(only) || !is_text(only))
		return false;
	text = rw_node_content(only);
	len = strlen(text);
	return len > 0 && text[0] != ' ' && text[len - 1] != ' ' &&
	       !strpbrk(text, "\t\r\n") && !strstr(text, "  ") &&
	       !strstr(text, "{{");
}

int rw_line_expand(struct rw_node *element, struct rw_diags *diags)
{
	return is_plain_line(element)
		       ? 0
		       : expand(element, false, expand_line, diags);
}
