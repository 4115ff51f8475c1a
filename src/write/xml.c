/*
 * XML 1.0. Namespaces are declared where they are used: those with prefixes on
 * the first element, so that they appear once. White space is that of the tree.
 */
#include "write/xml.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "write/escape.h"
#include "write/markup.h"
#include "write/write.h"
#include "xml/attributes.h"

struct binding {
	const char *prefix; /* "" for the default namespace */
	const char *ns;
};

struct xml {
	struct rw_buf *out;
	struct rw_diags *diags;
	struct rw_arena *arena;
	struct rw_vec bindings; /* in scope, innermost last */
	size_t own;		/* where those of the current element begin */
	bool begun;		/* the first element is written */
	unsigned invented;	/* prefixes that we made up */
};

/* ------------------------------------------------------------ namespaces */

static const struct binding *find(const struct xml *xml, const char *prefix,
				  size_t from)
{
	for (size_t i = xml->bindings.count; i-- > from;) {
		const struct binding *binding = xml->bindings.items[i];

		if (!strcmp(binding->prefix, prefix))
			return binding;
	}
	return NULL;
}

static const char *bound_to(const struct xml *xml, const char *prefix)
{
	const struct binding *binding = find(xml, prefix, 0);

	if (!strcmp(prefix, "xml"))
		return RW_NS_XML;
	return binding ? binding->ns : "";
}

static void declare(struct xml *xml, const char *prefix, const char *ns)
{
	struct binding *binding = rw_arena_alloc(xml->arena, sizeof(*binding));

	binding->prefix = prefix;
	binding->ns = ns;
	rw_vec_push(&xml->bindings, binding);
}

static void need(struct xml *xml, const char *prefix, const char *ns)
{
	if (strcmp(bound_to(xml, prefix), ns))
		declare(xml, prefix, ns);
}

/* A prefix that stands for 'ns' here, "" only if 'ns' is "". */
static const char *prefix_of(const struct xml *xml, const char *ns)
{
	if (!*ns)
		return "";
	if (!strcmp(ns, RW_NS_XML))
		return "xml";
	for (size_t i = xml->bindings.count; i-- > 0;) {
		const struct binding *binding = xml->bindings.items[i];

		if (*binding->prefix && !strcmp(binding->ns, ns) &&
		    find(xml, binding->prefix, 0) == binding)
			return binding->prefix;
	}
	return NULL;
}

static const char *attribute_prefix(const struct xml *xml,
				    const struct rw_attribute *attr)
{
	if (*attr->prefix && !strcmp(bound_to(xml, attr->prefix), attr->ns))
		return attr->prefix;
	return prefix_of(xml, attr->ns);
}

/* A prefix that nothing in scope has. */
static const char *invent(struct xml *xml)
{
	const char *prefix;

	do {
		prefix = rw_arena_printf(xml->arena, "ns%u", ++xml->invented);
	} while (find(xml, prefix, 0));
	return prefix;
}

/*
 * Declares what the name of 'node' and then those of its attributes need:
 * first each prefix as the tree has it, then, for those that mean two things
 * here, prefixes of our own.
 */
static void need_for_element(struct xml *xml, const struct rw_node *node)
{
	const char *prefix = rw_node_prefix(node);
	struct rw_attr_cursor at;

	xml->own = xml->bindings.count;
	need(xml, prefix, rw_node_ns(node));
	rw_attr_begin(&at, node);
	while (rw_attr_next(&at)) {
		if (*at.attr.prefix && strcmp(at.attr.prefix, prefix) &&
		    !find(xml, at.attr.prefix, xml->own))
			need(xml, at.attr.prefix, at.attr.ns);
	}
	rw_attr_begin(&at, node);
	while (rw_attr_next(&at)) {
		if (!attribute_prefix(xml, &at.attr))
			declare(xml, invent(xml), at.attr.ns);
	}
}

static void hoist(struct xml *xml, const char *prefix, const char *ns)
{
	if (*prefix && strcmp(prefix, "xml") && !find(xml, prefix, xml->own))
		declare(xml, prefix, ns);
}

/* Declares the prefixes used below 'node', each for what it means first. */
static void hoist_all(struct xml *xml, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_child(node, NULL);
	struct rw_attr_cursor cursor;

	hoist(xml, rw_node_prefix(node), rw_node_ns(node));
	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor))
		hoist(xml, cursor.attr.prefix, cursor.attr.ns);
	for (; child; child = rw_node_next_element(child, NULL)) {
		if (strcmp(rw_node_ns(child), RW_NS_OUT))
			hoist_all(xml, child);
	}
}

/* ----------------------------------------------------------------- tags */

static void put_name(struct xml *xml, const char *prefix, const char *name)
{
	if (*prefix)
		rw_buf_printf(xml->out, "%s:", prefix);
	rw_buf_puts(xml->out, name);
}

static void put_value(struct xml *xml, const char *value)
{
	rw_buf_puts(xml->out, "=\"");
	rw_escape(xml->out, value, RW_ESCAPE_XML_ATTR);
	rw_buf_putc(xml->out, '"');
}

/* libxml2 keeps the '&' of a namespace's name as the reference "&#38;". */
static void put_namespace(struct xml *xml, const char *name)
{
	struct rw_buf plain = RW_BUF_INIT;
	const char *at;

	while ((at = strstr(name, "&#38;")) != NULL) {
		rw_buf_add(&plain, name, (size_t)(at - name) + 1);
		name = at + strlen("&#38;");
	}
	rw_buf_puts(&plain, name);
	put_value(xml, plain.data);
	rw_buf_release(&plain);
}

static void put_declarations(struct xml *xml)
{
	for (size_t i = xml->own; i < xml->bindings.count; i++) {
		const struct binding *binding = xml->bindings.items[i];

		rw_buf_puts(xml->out, *binding->prefix ? " xmlns:" : " xmlns");
		rw_buf_puts(xml->out, binding->prefix);
		put_namespace(xml, binding->ns);
	}
}

static void put_start(struct xml *xml, const struct rw_node *node)
{
	struct rw_attr_cursor cursor;

	rw_buf_putc(xml->out, '<');
	put_name(xml, rw_node_prefix(node), rw_node_name(node));
	put_declarations(xml);
	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor)) {
		rw_buf_putc(xml->out, ' ');
		put_name(xml, attribute_prefix(xml, &cursor.attr),
			 cursor.attr.name);
		put_value(xml, cursor.attr.value);
	}
}

/* --------------------------------------------------------------- content */

static int write_element(struct xml *xml, const struct rw_node *node);

/* Markup that is quoted in a CDATA section: a document fragment of its own. */
static int quote_children(const struct rw_node *node, struct rw_buf *out,
			  struct rw_diags *diags)
{
	const struct rw_node *child = rw_node_first(node);
	int result = 0;

	for (; child; child = rw_node_next(child)) {
		if (rw_node_kind(child) != RW_NODE_ELEMENT)
			rw_escape(out, rw_node_content(child),
				  RW_ESCAPE_XML_TEXT);
		else if (!strcmp(rw_node_ns(child), RW_NS_OUT))
			result |= rw_markup_text(child, out, diags);
		else
			result |= rw_xml_element(child, out, diags);
	}
	return result;
}

/* True if an element other than an instruction stands in 'node'. */
static bool holds_markup(const struct rw_node *node)
{
	const struct rw_node *child = rw_node_child(node, NULL);

	while (child && !strcmp(rw_node_ns(child), RW_NS_OUT))
		child = rw_node_next_element(child, NULL);
	return child;
}

static int write_instruction(struct xml *xml, const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;
	bool cdata = rw_out_is(node, "cdata");
	int result;

	if (cdata && holds_markup(node))
		result = quote_children(node, &text, xml->diags);
	else
		result = rw_markup_text(node, &text, xml->diags);
	if (cdata)
		rw_escape_cdata(xml->out, text.data, text.len);
	else
		rw_escape_n(xml->out, text.data, text.len, RW_ESCAPE_XML_TEXT);
	rw_buf_release(&text);
	return result;
}

static int write_node(struct xml *xml, const struct rw_node *node)
{
	const char *text = rw_node_content(node);

	switch (rw_node_kind(node)) {
	case RW_NODE_TEXT:
		rw_escape(xml->out, text, RW_ESCAPE_XML_TEXT);
		return 0;
	case RW_NODE_CDATA:
		rw_escape_cdata(xml->out, text, strlen(text));
		return 0;
	case RW_NODE_ELEMENT:
		if (!strcmp(rw_node_ns(node), RW_NS_OUT))
			return write_instruction(xml, node);
		return write_element(xml, node);
	default:
		return 0;
	}
}

/* The content and the end tag; "/>" if nothing is written between them. */
static int write_content(struct xml *xml, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);
	size_t start;
	int result = 0;

	rw_buf_putc(xml->out, '>');
	start = xml->out->len;
	for (; child; child = rw_node_next(child))
		result |= write_node(xml, child);
	if (xml->out->len == start) {
		xml->out->data[start - 1] = '/';
		rw_buf_putc(xml->out, '>');
		return result;
	}
	rw_buf_puts(xml->out, "</");
	put_name(xml, rw_node_prefix(node), rw_node_name(node));
	rw_buf_putc(xml->out, '>');
	return result;
}

static int write_element(struct xml *xml, const struct rw_node *node)
{
	size_t before = xml->bindings.count;
	int result;

	need_for_element(xml, node);
	if (!xml->begun)
		hoist_all(xml, node);
	xml->begun = true;
	put_start(xml, node);
	result = write_content(xml, node);
	xml->bindings.count = before;
	return result;
}

int rw_xml_element(const struct rw_node *node, struct rw_buf *out,
		   struct rw_diags *diags)
{
	struct xml xml = {
		.out = out,
		.diags = diags,
		.arena = rw_arena_new(),
	};
	int result = write_node(&xml, node);

	rw_vec_release(&xml.bindings);
	rw_arena_free(xml.arena);
	return result;
}

int rw_write_xml(const struct rw_doc *tree, struct rw_buf *out,
		 struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(tree);

	if (rw_tree_check(root, diags))
		return -1;
	rw_buf_puts(out, RW_XML_DECLARATION);
	if (!strcmp(rw_node_ns(root), RW_NS_OUT)) {
		rw_report(diags, RW_OUTPUT_ELEMENT, rw_node_pos(root),
			  rw_node_name(root), "the root of XML", NULL);
		return -1;
	}
	if (rw_xml_element(root, out, diags))
		return -1;
	rw_buf_putc(out, '\n');
	return 0;
}
