/*
 * Trees to bytes, with our own writer: libxml2's differs between versions.
 */
#include "xml/serialise.h"

#include <libxml/c14n.h>
#include <string.h>

#include "xml/node.h"

#define INDENT 2

struct writer {
	struct rw_buf *out;
	bool indent;
};

static void escape(struct rw_buf *out, const char *text, bool attribute)
{
	const char *special = attribute ? "&<\"\t\n\r" : "&<>\r";

	for (;;) {
		size_t n = strcspn(text, special);

		rw_buf_add(out, text, n);
		text += n;
		if (!*text)
			return;
		switch (*text++) {
		case '&':
			rw_buf_puts(out, "&amp;");
			break;
		case '<':
			rw_buf_puts(out, "&lt;");
			break;
		case '>':
			rw_buf_puts(out, "&gt;");
			break;
		case '"':
			rw_buf_puts(out, "&quot;");
			break;
		default:
			rw_buf_printf(out, "&#%d;", text[-1]);
		}
	}
}

static void put_name(struct rw_buf *out, const xmlNs *ns, const xmlChar *name)
{
	if (ns && ns->prefix) {
		rw_buf_puts(out, RW_STR(ns->prefix));
		rw_buf_putc(out, ':');
	}
	rw_buf_puts(out, RW_STR(name));
}

static void put_attribute(struct rw_buf *out, const char *value)
{
	rw_buf_puts(out, "=\"");
	escape(out, value, true);
	rw_buf_putc(out, '"');
}

static void put_declaration(struct rw_buf *out, const xmlNs *ns)
{
	rw_buf_puts(out, ns->prefix ? " xmlns:" : " xmlns");
	if (ns->prefix)
		rw_buf_puts(out, RW_STR(ns->prefix));
	put_attribute(out, ns->href ? RW_STR(ns->href) : "");
}

static void start_tag(struct rw_buf *out, const xmlNode *node)
{
	rw_buf_putc(out, '<');
	put_name(out, node->ns, node->name);
	for (xmlNs *ns = node->nsDef; ns; ns = ns->next)
		put_declaration(out, ns);
	for (xmlAttr *attr = node->properties; attr; attr = attr->next) {
		rw_buf_putc(out, ' ');
		put_name(out, attr->ns, attr->name);
		put_attribute(out, attr->children && attr->children->content
					   ? RW_STR(attr->children->content)
					   : "");
	}
	rw_buf_puts(out, node->children ? ">" : "/>");
}

static void end_tag(struct rw_buf *out, const xmlNode *node)
{
	rw_buf_puts(out, "</");
	put_name(out, node->ns, node->name);
	rw_buf_putc(out, '>');
}

static void put_cdata(struct rw_buf *out, const char *text)
{
	const char *end;

	rw_buf_puts(out, "<![CDATA[");
	while ((end = strstr(text, "]]>"))) {
		rw_buf_add(out, text, (size_t)(end - text) + 2);
		rw_buf_puts(out, "]]><![CDATA[");
		text = end + 2;
	}
	rw_buf_puts(out, text);
	rw_buf_puts(out, "]]>");
}

static void put_leaf(struct rw_buf *out, const xmlNode *node)
{
	const char *content = node->content ? RW_STR(node->content) : "";

	switch (node->type) {
	case XML_TEXT_NODE:
		escape(out, content, false);
		break;
	case XML_CDATA_SECTION_NODE:
		put_cdata(out, content);
		break;
	case XML_COMMENT_NODE:
		rw_buf_printf(out, "<!--%s-->", content);
		break;
	case XML_PI_NODE:
		rw_buf_printf(out, "<?%s%s%s?>", RW_STR(node->name),
			      *content ? " " : "", content);
		break;
	default:
		break;
	}
}

static bool has_text(const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE)
			return true;
	}
	return false;
}

static void new_line(struct rw_buf *out, size_t depth)
{
	rw_buf_putc(out, '\n');
	for (size_t i = 0; i < INDENT * depth; i++)
		rw_buf_putc(out, ' ');
}

/*
 * Without recursion: a stylesheet's result may be deep. 'mixed' counts the
 * open elements from the outermost that has text in it.
 */
static void put_tree(const xmlNode *top, bool indent, struct rw_buf *out)
{
	size_t depth = 0, mixed = indent ? 0 : 1;

	for (const xmlNode *n = top; n;) {
		if (n != top && !mixed)
			new_line(out, depth);
		if (n->type == XML_ELEMENT_NODE)
			start_tag(out, n);
		else
			put_leaf(out, n);
		if (n->type == XML_ELEMENT_NODE && n->children) {
			if (mixed || has_text(n))
				mixed++;
			depth++;
			n = n->children;
			continue;
		}
		while (n != top && !n->next) {
			n = n->parent;
			depth--;
			if (!mixed)
				new_line(out, depth);
			else
				mixed--;
			end_tag(out, n);
		}
		n = n == top ? NULL : n->next;
	}
}

void rw_doc_write(const struct rw_doc *doc, bool indent, struct rw_buf *out)
{
	rw_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	for (const xmlNode *n = rw_xml_doc(doc)->children; n; n = n->next) {
		if (n->type == XML_DTD_NODE)
			continue;
		put_tree(n, indent, out);
		rw_buf_putc(out, '\n');
	}
}

void rw_doc_write_c14n(const struct rw_doc *doc, struct rw_buf *out)
{
	xmlChar *text = NULL;
	int len = xmlC14NDocDumpMemory(rw_xml_doc(doc), NULL, XML_C14N_1_0,
				       NULL, 0, &text);

	if (len > 0)
		rw_buf_add(out, text, (size_t)len);
	xmlFree(text);
}
