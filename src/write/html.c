/*
 * HTML5. Blocks that stand beside no text begin a line each; all other white
 * space is that of the tree. Comments and PIs are left out.
 */
#include "write/html.h"

#include <string.h>

#include "base/slot.h"
#include "write/escape.h"
#include "write/markup.h"
#include "write/stamp.h"
#include "write/write.h"
#include "xml/attributes.h"

#define NS_XLINK "http://www.w3.org/1999/xlink"
#define NS_SVG "http://www.w3.org/2000/svg"
#define NS_MATHML "http://www.w3.org/1998/Math/MathML"

#define SCHEME_BYTES 24 /* longer ones are cut: none of ours is so long */

struct html {
	struct rw_buf *out;
	struct rw_diags *diags;
	bool lines; /* blocks may begin a line here */
};

/* In byte order of the names. */
static const struct {
	const char *name;
	unsigned traits;
} elements[] = {
	{ "address", RW_HTML_BLOCK },
	{ "area", RW_HTML_VOID },
	{ "article", RW_HTML_BLOCK },
	{ "aside", RW_HTML_BLOCK },
	{ "audio", RW_HTML_HIDDEN },
	{ "base", RW_HTML_BLOCK | RW_HTML_VOID },
	{ "blockquote", RW_HTML_BLOCK },
	{ "body", RW_HTML_BLOCK },
	{ "br", RW_HTML_VOID },
	{ "canvas", RW_HTML_HIDDEN },
	{ "caption", RW_HTML_BLOCK },
	{ "col", RW_HTML_BLOCK | RW_HTML_VOID },
	{ "colgroup", RW_HTML_BLOCK },
	{ "dd", RW_HTML_BLOCK },
	{ "details", RW_HTML_BLOCK },
	{ "dialog", RW_HTML_BLOCK },
	{ "div", RW_HTML_BLOCK },
	{ "dl", RW_HTML_BLOCK },
	{ "dt", RW_HTML_BLOCK },
	{ "embed", RW_HTML_VOID | RW_HTML_HIDDEN },
	{ "fieldset", RW_HTML_BLOCK },
	{ "figcaption", RW_HTML_BLOCK },
	{ "figure", RW_HTML_BLOCK },
	{ "footer", RW_HTML_BLOCK },
	{ "form", RW_HTML_BLOCK },
	{ "h1", RW_HTML_BLOCK },
	{ "h2", RW_HTML_BLOCK },
	{ "h3", RW_HTML_BLOCK },
	{ "h4", RW_HTML_BLOCK },
	{ "h5", RW_HTML_BLOCK },
	{ "h6", RW_HTML_BLOCK },
	{ "head", RW_HTML_BLOCK | RW_HTML_HIDDEN },
	{ "header", RW_HTML_BLOCK },
	{ "hgroup", RW_HTML_BLOCK },
	{ "hr", RW_HTML_BLOCK | RW_HTML_VOID },
	{ "html", RW_HTML_BLOCK },
	{ "iframe", RW_HTML_TEXT | RW_HTML_RAW | RW_HTML_HIDDEN },
	{ "img", RW_HTML_VOID },
	{ "input", RW_HTML_VOID },
	{ "legend", RW_HTML_BLOCK },
	{ "li", RW_HTML_BLOCK },
	{ "link", RW_HTML_BLOCK | RW_HTML_VOID },
	{ "main", RW_HTML_BLOCK },
	{ "math", RW_HTML_HIDDEN },
	{ "menu", RW_HTML_BLOCK },
	{ "meta", RW_HTML_BLOCK | RW_HTML_VOID },
	{ "nav", RW_HTML_BLOCK },
	{ "noembed", RW_HTML_REFUSED | RW_HTML_HIDDEN },
	{ "noframes", RW_HTML_REFUSED | RW_HTML_HIDDEN },
	{ "noscript", RW_HTML_BLOCK | RW_HTML_HIDDEN },
	{ "object", RW_HTML_HIDDEN },
	{ "ol", RW_HTML_BLOCK },
	{ "p", RW_HTML_BLOCK },
	{ "plaintext", RW_HTML_REFUSED | RW_HTML_HIDDEN },
	{ "pre", RW_HTML_BLOCK | RW_HTML_SPACE },
	{ "script",
	  RW_HTML_BLOCK | RW_HTML_TEXT | RW_HTML_RAW | RW_HTML_HIDDEN },
	{ "search", RW_HTML_BLOCK },
	{ "section", RW_HTML_BLOCK },
	{ "select", RW_HTML_HIDDEN },
	{ "source", RW_HTML_VOID },
	{ "style",
	  RW_HTML_BLOCK | RW_HTML_TEXT | RW_HTML_RAW | RW_HTML_HIDDEN },
	{ "summary", RW_HTML_BLOCK },
	{ "svg", RW_HTML_HIDDEN },
	{ "table", RW_HTML_BLOCK },
	{ "tbody", RW_HTML_BLOCK },
	{ "td", RW_HTML_BLOCK },
	{ "template", RW_HTML_BLOCK | RW_HTML_HIDDEN },
	{ "textarea", RW_HTML_TEXT | RW_HTML_SPACE | RW_HTML_HIDDEN },
	{ "tfoot", RW_HTML_BLOCK },
	{ "th", RW_HTML_BLOCK },
	{ "thead", RW_HTML_BLOCK },
	{ "title", RW_HTML_BLOCK | RW_HTML_TEXT | RW_HTML_HIDDEN },
	{ "tr", RW_HTML_BLOCK },
	{ "track", RW_HTML_VOID },
	{ "ul", RW_HTML_BLOCK },
	{ "video", RW_HTML_HIDDEN },
	{ "wbr", RW_HTML_VOID },
	{ "xmp", RW_HTML_REFUSED | RW_HTML_HIDDEN },
};

unsigned rw_html_traits(const char *name)
{
	size_t low = 0;
	size_t high = sizeof(elements) / sizeof(elements[0]);

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *other = elements[middle].name;
		int order = *name - *other;

		if (!order)
			order = strcmp(name, other);
		if (!order)
			return elements[middle].traits;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

bool rw_html_is(const struct rw_node *node)
{
	const char *ns = rw_node_ns(node);

	return rw_node_kind(node) == RW_NODE_ELEMENT &&
	       (!*ns || !strcmp(ns, RW_NS_XHTML));
}

static bool is_foreign(const struct rw_node *node)
{
	const char *ns = rw_node_ns(node);

	return !strcmp(ns, NS_SVG) || !strcmp(ns, NS_MATHML);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Only ASCII letters begin a tag; other names would turn into text. */
static bool is_tag_name(const char *name)
{
	if (!is_letter(*name))
		return false;
	while (is_letter(*name) || is_digit(*name) || *name == '-')
		name++;
	return !*name;
}

/* ------------------------------------------------------------- addresses */

/*
 * Copies the scheme of 'url' as browsers read it (URL Standard: leading
 * controls and spaces, and tabs and line ends anywhere, are dropped) in lower
 * case; false if it has none.
 */
static bool scheme_of(const char *url, char scheme[SCHEME_BYTES])
{
	size_t len = 0;

	while (*url && (unsigned char)*url <= ' ')
		url++;
	for (; *url && *url != ':'; url++) {
		if (*url == '\t' || *url == '\n' || *url == '\r')
			continue;
		if (!is_letter(*url) &&
		    (!len || (!is_digit(*url) && !strchr("+-.", *url))))
			return false;
		if (len < SCHEME_BYTES - 1)
			scheme[len++] = is_letter(*url) ? (char)(*url | 0x20)
							: *url;
	}
	scheme[len] = '\0';
	return *url == ':' && len;
}

static bool is_listed(const char *const *list, const char *string)
{
	for (; *list; list++) {
		if (!strcmp(*list, string))
			return true;
	}
	return false;
}

bool rw_html_url_is_safe(const char *url)
{
	static const char *const schemes[] = { "http", "https", "mailto", "tel",
					       NULL };
	char scheme[SCHEME_BYTES];

	return !scheme_of(url, scheme) || is_listed(schemes, scheme);
}

static bool holds_url(const char *attribute)
{
	static const char *const names[] = {
		"href", "src",	"action",     "formaction", "poster",
		"data", "cite", "background", NULL
	};

	return is_listed(names, attribute);
}

/* An inline picture runs nothing. */
static bool is_picture(const struct rw_node *node, const char *url)
{
	const char *name = rw_node_name(node);

	if (strcmp(name, "img") && strcmp(name, "link"))
		return false;
	return !strncmp(url, "data:image/", 11) || !strcmp(url, "data:,");
}

/* ------------------------------------------------------------ attributes */

static int check_url(struct html *html, const struct rw_node *node,
		     const struct rw_attribute *attr)
{
	char scheme[SCHEME_BYTES];

	if (!holds_url(attr->name) || rw_html_url_is_safe(attr->value) ||
	    is_picture(node, attr->value))
		return 0;
	scheme_of(attr->value, scheme);
	rw_report(html->diags, RW_LINK_SCHEME, rw_node_pos(node), scheme, NULL,
		  NULL);
	return -1;
}

/* The name of 'attr' in HTML, or NULL where HTML has none. */
static const char *attribute_name(const struct rw_node *node,
				  const struct rw_attribute *attr)
{
	if (!*attr->ns)
		return attr->name;
	if (!strcmp(attr->ns, RW_NS_XML) && !strcmp(attr->name, "lang"))
		return rw_node_attr(node, "lang") ? NULL : "lang";
	if (!strcmp(attr->ns, NS_XLINK) && !strcmp(attr->name, "href") &&
	    is_foreign(node))
		return "xlink:href";
	return NULL;
}

/*
 * A slot at the start of an address may bring a scheme: its value is checked
 * when it is put in. Where it would be a part of one, there can be no slot.
 */
static void write_url(struct html *html, const char *url)
{
	size_t len = strlen(url), mark = rw_slot_length(url, len);
	const char *first = strstr(url, RW_SLOT_OPEN);
	struct rw_buf text = RW_BUF_INIT;

	if (!first || strcspn(url, ":/?#") < (size_t)(first - url)) {
		rw_escape(html->out, url, RW_ESCAPE_HTML_ATTR);
		return;
	}
	if (mark == len)
		rw_slot_sign(&text, url, len, RW_STAMP_URL);
	else
		rw_buf_puts(&text, RW_SLOT_OPEN RW_SLOT_CLOSE);
	rw_escape(html->out, text.data, RW_ESCAPE_HTML_ATTR);
	rw_buf_release(&text);
}

static int write_attributes(struct html *html, const struct rw_node *node)
{
	struct rw_attr_cursor cursor;
	int result = 0;

	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor)) {
		const char *name = attribute_name(node, &cursor.attr);

		if (!name)
			continue;
		result |= check_url(html, node, &cursor.attr);
		rw_buf_putc(html->out, ' ');
		rw_buf_puts(html->out, name);
		rw_buf_puts(html->out, "=\"");
		if (holds_url(name))
			write_url(html, cursor.attr.value);
		else
			rw_escape(html->out, cursor.attr.value,
				  RW_ESCAPE_HTML_ATTR);
		rw_buf_putc(html->out, '"');
	}
	return result;
}

/* --------------------------------------------------------------- content */

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\n\r")];
}

static bool is_text(const struct rw_node *node)
{
	enum rw_node_kind kind = rw_node_kind(node);

	return kind == RW_NODE_TEXT || kind == RW_NODE_CDATA;
}

static bool is_block(const struct rw_node *node)
{
	return rw_html_is(node) &&
	       (rw_html_traits(rw_node_name(node)) & RW_HTML_BLOCK);
}

/*
 * True if 'node' is a block with blocks and without text of its own. White
 * space beside a block in it does not show.
 */
static bool is_frame(const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	bool found = false;

	for (; child; child = rw_node_next(child)) {
		if (is_text(child) && !is_blank(rw_node_content(child)))
			return false;
		if (!strcmp(rw_node_ns(child), RW_NS_OUT))
			return false;
		found = found || is_block(child);
	}
	return found && is_block(node);
}

/* True if 'text' in a frame stands at an end, or next to a block. */
static bool is_beside_block(const struct rw_node *text)
{
	const struct rw_node *prev = rw_node_prev(text);
	const struct rw_node *next = rw_node_next(text);

	while (prev && rw_node_kind(prev) != RW_NODE_ELEMENT)
		prev = rw_node_prev(prev);
	while (next && rw_node_kind(next) != RW_NODE_ELEMENT)
		next = rw_node_next(next);
	return !prev || !next || is_block(prev) || is_block(next);
}

static void start_line(struct rw_buf *out)
{
	if (out->len && out->data[out->len - 1] != '\n')
		rw_buf_putc(out, '\n');
}

/* Parsers drop a line end right after <pre> and <textarea>. */
static void keep_first_line_end(struct html *html, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);

	while (child && !is_text(child) &&
	       rw_node_kind(child) != RW_NODE_ELEMENT)
		child = rw_node_next(child);
	if (child && *rw_node_content(child) == '\n')
		rw_buf_putc(html->out, '\n');
}

/* What would end the raw text of 'name' early, or start an escape in it. */
static const char *raw_danger(const char *name, const char *text)
{
	const char *danger = strcmp(name, "style") ? "<" : "</";

	return strstr(text, danger) ? danger : NULL;
}

/* The content of script, style, title ...: text alone. */
static int write_text_only(struct html *html, const struct rw_node *node,
			   unsigned traits)
{
	const char *name = rw_node_name(node);
	const char *danger = NULL;
	struct rw_buf text = RW_BUF_INIT;
	int result = rw_markup_content(node, &text, html->diags);

	if (traits & RW_HTML_RAW)
		danger = raw_danger(name, text.data);
	if (danger) {
		rw_report(html->diags, RW_OUTPUT_RAW, rw_node_pos(node), name,
			  danger, NULL);
		result = -1;
	} else if (traits & RW_HTML_RAW) {
		rw_buf_add(html->out, text.data, text.len);
	} else {
		rw_escape_n(html->out, text.data, text.len,
			    RW_ESCAPE_HTML_TEXT);
	}
	rw_buf_release(&text);
	return result;
}

static int write_element(struct html *html, const struct rw_node *node);

/* out:markup and out:cdata: text. */
static int write_instruction(struct html *html, const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;
	int result = rw_markup_text(node, &text, html->diags);

	rw_escape_n(html->out, text.data, text.len, RW_ESCAPE_HTML_TEXT);
	rw_buf_release(&text);
	return result;
}

static int write_node(struct html *html, const struct rw_node *node)
{
	if (is_text(node)) {
		rw_escape(html->out, rw_node_content(node),
			  RW_ESCAPE_HTML_TEXT);
		return 0;
	}
	if (rw_node_kind(node) != RW_NODE_ELEMENT)
		return 0;
	if (!strcmp(rw_node_ns(node), RW_NS_OUT))
		return write_instruction(html, node);
	return write_element(html, node);
}

/* Each block in a frame has lines of its own. */
static int write_in_frame(struct html *html, const struct rw_node *child)
{
	int result;

	if (is_text(child) && is_beside_block(child))
		return 0;
	if (!is_block(child))
		return write_node(html, child);
	start_line(html->out);
	result = write_node(html, child);
	start_line(html->out);
	return result;
}

static int write_children(struct html *html, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	bool frame = html->lines && is_frame(node);
	int result = 0;

	for (; child; child = rw_node_next(child))
		result |= frame ? write_in_frame(html, child)
				: write_node(html, child);
	return result;
}

static int write_content(struct html *html, const struct rw_node *node,
			 unsigned traits)
{
	bool lines = html->lines;
	int result;

	if (traits & RW_HTML_SPACE) {
		keep_first_line_end(html, node);
		html->lines = false;
	}
	if (traits & RW_HTML_TEXT)
		result = write_text_only(html, node, traits);
	else
		result = write_children(html, node);
	html->lines = lines;
	return result;
}

static bool is_writable(const struct rw_node *node, unsigned traits)
{
	return (rw_html_is(node) || is_foreign(node)) &&
	       is_tag_name(rw_node_name(node)) && !(traits & RW_HTML_REFUSED);
}

static int write_element(struct html *html, const struct rw_node *node)
{
	const char *name = rw_node_name(node);
	unsigned traits = rw_html_is(node) ? rw_html_traits(name) : 0;
	int result;

	if (!is_writable(node, traits)) {
		rw_report(html->diags, RW_OUTPUT_ELEMENT, rw_node_pos(node),
			  name, "HTML", NULL);
		return -1;
	}
	rw_buf_putc(html->out, '<');
	rw_buf_puts(html->out, name);
	result = write_attributes(html, node);
	rw_buf_putc(html->out, '>');
	if (!(traits & RW_HTML_VOID)) {
		result |= write_content(html, node, traits);
		rw_buf_puts(html->out, "</");
		rw_buf_puts(html->out, name);
		rw_buf_putc(html->out, '>');
	} else if (rw_node_first(node)) {
		rw_report(html->diags, RW_OUTPUT_CONTENT, rw_node_pos(node),
			  name, NULL, NULL);
		result = -1;
	}
	return result;
}

int rw_html_fragment(const struct rw_node *node, struct rw_buf *out,
		     struct rw_diags *diags)
{
	struct html html = { .out = out, .diags = diags };

	return write_children(&html, node);
}

int rw_write_html(const struct rw_doc *tree, struct rw_buf *out,
		  struct rw_diags *diags)
{
	struct html html = { .out = out, .diags = diags, .lines = true };
	const struct rw_node *root = rw_doc_root(tree);

	if (rw_tree_check(root, diags))
		return -1;
	rw_buf_puts(out, "<!doctype html>\n");
	if (write_element(&html, root))
		return -1;
	rw_buf_putc(out, '\n');
	return 0;
}
