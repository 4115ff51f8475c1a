/*
 * HTML for readers that know few tags, and plain text for those that know none.
 */
#include "write/profile.h"

#include <string.h>

#include "write/escape.h"
#include "write/html.h"
#include "write/markup.h"

/* What stands in for a tag that the reader has not; tried in this order. */
static const struct {
	const char *tag;
	const char *instead;
} substitutes[] = {
	{ "b", "strong" }, { "strong", "b" },	 { "i", "em" },
	{ "em", "i" },	   { "cite", "em" },	 { "cite", "i" },
	{ "dfn", "em" },   { "dfn", "i" },	 { "ol", "ul" },
	{ "menu", "ul" },  { "thead", "tbody" }, { "tfoot", "tbody" },
};

struct filter {
	const char *tags; /* with a blank on both sides of each */
	enum rw_escape escape;
	struct rw_buf *out;
	struct rw_diags *diags;
	unsigned rows; /* table rows that became one paragraph */
};

/* True if ' name ' stands in 'list', which has blanks on all sides. */
static bool is_in(const char *list, const char *name)
{
	size_t len = strlen(name);
	const char *at = list;

	while ((at = strstr(at, name))) {
		if (at > list && at[-1] == ' ' && at[len] == ' ')
			return true;
		at++;
	}
	return false;
}

/* The one of the tags that stands for 'name', or NULL. */
static const char *tag_for(const char *tags, const char *name)
{
	size_t count = sizeof(substitutes) / sizeof(substitutes[0]);

	if (is_in(tags, name))
		return name;
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(substitutes[i].tag, name) &&
		    is_in(tags, substitutes[i].instead))
			return substitutes[i].instead;
	}
	return NULL;
}

static bool is_heading(const char *name)
{
	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
}

static bool is_block(const struct rw_node *node)
{
	return rw_html_is(node) &&
	       (rw_html_traits(rw_node_name(node)) & RW_HTML_BLOCK);
}

static bool has_block(const struct rw_node *node)
{
	const struct rw_node *child = rw_node_child(node, NULL);

	for (; child; child = rw_node_next_element(child, NULL)) {
		if (is_block(child))
			return true;
	}
	return false;
}

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\n\r")];
}

static bool is_cell(const struct rw_node *node)
{
	return rw_html_is(node) && is_in(" td th ", rw_node_name(node));
}

/* True if a cell stands before 'node' in its row. */
static bool follows_cell(const struct rw_node *node)
{
	const struct rw_node *prev = rw_node_prev(node);

	while (prev && rw_node_kind(prev) != RW_NODE_ELEMENT)
		prev = rw_node_prev(prev);
	return prev && is_cell(prev);
}

static int check_html(const struct rw_node *node, struct rw_diags *diags)
{
	if (rw_html_is(node))
		return 0;
	rw_report(diags, RW_OUTPUT_ELEMENT, rw_node_pos(node),
		  rw_node_name(node), "HTML", NULL);
	return -1;
}

/* ---------------------------------------------------------- few tags */

static int filter_children(struct filter *filter, const struct rw_node *node);

/* <open>children</close>, or nothing if there would be nothing inside. */
static int filter_wrapped(struct filter *filter, const struct rw_node *node,
			  const char *open, const char *close)
{
	size_t before = filter->out->len;
	size_t inside;
	int result;

	rw_buf_puts(filter->out, open);
	inside = filter->out->len;
	result = filter_children(filter, node);
	if (filter->out->len == inside)
		rw_buf_cut(filter->out, before);
	else
		rw_buf_puts(filter->out, close);
	return result;
}

/* Outside the site only whole addresses lead somewhere. */
static bool leads_on(const char *href)
{
	static const char *const starts[] = { "https://", "http://",
					      "mailto:" };
	size_t i = 0, count = sizeof(starts) / sizeof(starts[0]);

	while (i < count && strncmp(href, starts[i], strlen(starts[i])) != 0)
		i++;
	return i < count && rw_html_url_is_safe(href);
}

/* A link that leads nowhere is but its text. */
static int filter_link(struct filter *filter, const struct rw_node *node)
{
	const char *href = rw_node_attr(node, "href");
	bool leads = href && leads_on(href);
	int result;

	if (leads) {
		rw_buf_puts(filter->out, "<a href=\"");
		rw_escape(filter->out, href, RW_ESCAPE_HTML_ATTR);
		rw_buf_puts(filter->out, "\">");
	}
	result = filter_children(filter, node);
	if (leads)
		rw_buf_puts(filter->out, "</a>");
	return result;
}

static void add_tag(struct rw_buf *out, const char *start, const char *tag)
{
	rw_buf_puts(out, start);
	rw_buf_puts(out, tag);
	rw_buf_putc(out, '>');
}

static int filter_tag(struct filter *filter, const struct rw_node *node,
		      const char *tag)
{
	int result;

	if (!strcmp(tag, "a"))
		return filter_link(filter, node);
	add_tag(filter->out, "<", tag);
	if (rw_html_traits(tag) & RW_HTML_VOID)
		return 0;
	result = filter_children(filter, node);
	add_tag(filter->out, "</", tag);
	return result;
}

/* The caption of a table, if its tag is not known: a paragraph before it. */
static int filter_caption(struct filter *filter, const struct rw_node *table)
{
	const struct rw_node *child = rw_node_child(table, NULL);

	if (tag_for(filter->tags, "caption"))
		return 0;
	while (child && strcmp(rw_node_name(child), "caption"))
		child = rw_node_next_element(child, NULL);
	return child ? filter_wrapped(filter, child, "<p>", "</p>") : 0;
}

static int filter_table(struct filter *filter, const struct rw_node *node)
{
	return filter_caption(filter, node) | filter_tag(filter, node, "table");
}

/* A row of a table where the reader has none: cells in one paragraph. */
static int filter_row(struct filter *filter, const struct rw_node *node)
{
	int result;

	filter->rows++;
	result = filter_wrapped(filter, node, "<p>", "</p>");
	filter->rows--;
	return result;
}

/* A block that the reader has not. */
static int filter_block(struct filter *filter, const struct rw_node *node)
{
	const char *name = rw_node_name(node);

	if (!strcmp(name, "caption") && is_in(filter->tags, "table"))
		return 0;
	if (filter->rows && follows_cell(node) && is_cell(node))
		rw_buf_puts(filter->out, " | ");
	if (filter->rows)
		return filter_children(filter, node);
	if (!strcmp(name, "tr"))
		return filter_row(filter, node);
	if (has_block(node))
		return filter_children(filter, node);
	if (is_heading(name) && is_in(filter->tags, "strong"))
		return filter_wrapped(filter, node, "<p><strong>",
				      "</strong></p>");
	return filter_wrapped(filter, node, "<p>", "</p>");
}

static int filter_element(struct filter *filter, const struct rw_node *node)
{
	const char *name = rw_node_name(node);
	const char *tag = tag_for(filter->tags, name);
	const char *alt = rw_node_attr(node, "alt");

	if (rw_html_traits(name) & RW_HTML_HIDDEN)
		return 0;
	if (check_html(node, filter->diags))
		return -1;
	if (!strcmp(name, "img") && alt)
		rw_escape(filter->out, alt, filter->escape);
	if (tag && !filter->rows && !strcmp(tag, "table"))
		return filter_table(filter, node);
	if (tag && !(filter->rows && is_block(node)))
		return filter_tag(filter, node, tag);
	if (is_block(node))
		return filter_block(filter, node);
	return filter_children(filter, node);
}

static int filter_instruction(struct filter *filter, const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;
	int result = rw_markup_text(node, &text, filter->diags);

	rw_escape_n(filter->out, text.data, text.len, filter->escape);
	rw_buf_release(&text);
	return result;
}

static int filter_node(struct filter *filter, const struct rw_node *node,
		       bool among_blocks)
{
	const char *text = rw_node_content(node);

	switch (rw_node_kind(node)) {
	case RW_NODE_TEXT:
	case RW_NODE_CDATA:
		if (!among_blocks || !is_blank(text))
			rw_escape(filter->out, text, filter->escape);
		return 0;
	case RW_NODE_ELEMENT:
		if (!strcmp(rw_node_ns(node), RW_NS_OUT))
			return filter_instruction(filter, node);
		return filter_element(filter, node);
	default:
		return 0;
	}
}

static int filter_children(struct filter *filter, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	bool among_blocks = has_block(node);
	int result = 0;

	for (; child; child = rw_node_next(child))
		result |= filter_node(filter, child, among_blocks);
	return result;
}

/* 'list' with one blank on both sides of each name. */
static void pad(struct rw_buf *out, const char *list)
{
	rw_buf_putc(out, ' ');
	while (*(list += strspn(list, " \t\n\r"))) {
		size_t len = strcspn(list, " \t\n\r");

		rw_buf_add(out, list, len);
		rw_buf_putc(out, ' ');
		list += len;
	}
}

int rw_profile_write(const struct rw_profile *profile,
		     const struct rw_node *node, struct rw_buf *out,
		     struct rw_diags *diags)
{
	struct rw_buf tags = RW_BUF_INIT;
	struct filter filter = {
		.escape = profile->entities ? RW_ESCAPE_HTML_TEXT
					    : RW_ESCAPE_HTML_BARE,
		.out = out,
		.diags = diags,
	};
	int result;

	pad(&tags, profile->tags);
	filter.tags = tags.data;
	result = filter_children(&filter, node);
	rw_buf_release(&tags);
	return result;
}
