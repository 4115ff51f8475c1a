/*
 * Looking at documents.
 */
#include "xml/doc.h"

#include <string.h>

#include "base/memory.h"
#include "xml/names.h"
#include "xml/node.h"

struct rw_node *rw_doc_root(const struct rw_doc *doc)
{
	return rw_from_xml(xmlDocGetRootElement(rw_xml_doc(doc)));
}

uint32_t rw_doc_file(const struct rw_doc *doc)
{
	return (uint32_t)(uintptr_t)rw_xml_doc(doc)->_private;
}

enum rw_node_kind rw_node_kind(const struct rw_node *node)
{
	switch (rw_xml_node(node)->type) {
	case XML_ELEMENT_NODE:
		return RW_NODE_ELEMENT;
	case XML_TEXT_NODE:
		return RW_NODE_TEXT;
	case XML_CDATA_SECTION_NODE:
		return RW_NODE_CDATA;
	case XML_COMMENT_NODE:
		return RW_NODE_COMMENT;
	default:
		return RW_NODE_OTHER;
	}
}

const char *rw_node_name(const struct rw_node *node)
{
	const xmlNode *n = rw_xml_node(node);

	return n->type == XML_ELEMENT_NODE ? RW_STR(n->name) : "";
}

const char *rw_node_ns(const struct rw_node *node)
{
	const xmlNode *n = rw_xml_node(node);

	if (n->type != XML_ELEMENT_NODE || !n->ns || !n->ns->href)
		return "";
	return RW_STR(n->ns->href);
}

static bool is_in(const struct rw_node *node, const char *ns, const char *name)
{
	return rw_str_same(rw_node_name(node), name) &&
	       rw_str_same(rw_node_ns(node), ns);
}

bool rw_node_is(const struct rw_node *node, const char *name)
{
	return is_in(node, RW_NS, name);
}

bool rw_node_is_md(const struct rw_node *node, const char *name)
{
	return is_in(node, RW_NS_MD, name);
}

struct rw_node *rw_node_parent(const struct rw_node *node)
{
	const xmlNode *parent = rw_xml_node(node)->parent;

	if (!parent || parent->type != XML_ELEMENT_NODE)
		return NULL;
	return rw_from_xml(parent);
}

struct rw_node *rw_node_first(const struct rw_node *node)
{
	const xmlNode *n = rw_xml_node(node);

	return n->type == XML_ELEMENT_NODE ? rw_from_xml(n->children) : NULL;
}

struct rw_node *rw_node_next(const struct rw_node *node)
{
	return rw_from_xml(rw_xml_node(node)->next);
}

struct rw_node *rw_node_prev(const struct rw_node *node)
{
	return rw_from_xml(rw_xml_node(node)->prev);
}

struct rw_node *rw_node_last(const struct rw_node *node)
{
	return rw_from_xml(rw_xml_node(node)->last);
}

/* 'node' or the first of its next siblings that is wanted. */
static struct rw_node *element_from(struct rw_node *node, const char *name)
{
	for (; node; node = rw_node_next(node)) {
		if (rw_xml_node(node)->type != XML_ELEMENT_NODE)
			continue;
		if (!name || rw_node_is(node, name))
			return node;
	}
	return NULL;
}

struct rw_node *rw_node_child(const struct rw_node *node, const char *name)
{
	return element_from(rw_node_first(node), name);
}

struct rw_node *rw_node_next_element(const struct rw_node *node,
				     const char *name)
{
	return element_from(rw_node_next(node), name);
}

size_t rw_node_count(const struct rw_node *node, const char *name)
{
	const struct rw_node *n = rw_node_child(node, name);
	size_t count = 0;

	for (; n; n = rw_node_next_element(n, name))
		count++;
	return count;
}

struct rw_node *rw_node_walk(const struct rw_node *node,
			     const struct rw_node *top)
{
	const xmlNode *end = rw_xml_node(top);
	const xmlNode *n = rw_xml_node(node);

	do {
		n = rw_xml_after(n, end, 0);
	} while (n && !rw_str_same(rw_node_ns(rw_from_xml(n)), RW_NS));
	return rw_from_xml(n);
}

struct rw_node *rw_node_walk_all(const struct rw_node *node,
				 const struct rw_node *top)
{
	return rw_from_xml(
		rw_xml_after(rw_xml_node(node), rw_xml_node(top), 0));
}

/* ------------------------------------------------------------ attributes */

xmlAttr *rw_attr_find(const xmlNode *node, const char *name)
{
	const char *local;
	const char *ns = rw_attr_split(name, &local);
	xmlAttr *attr;

	if (node->type != XML_ELEMENT_NODE)
		return NULL;
	for (attr = node->properties; attr; attr = attr->next) {
		if (!rw_str_same(RW_STR(attr->name), local))
			continue;
		if (ns ? attr->ns && !strcmp(RW_STR(attr->ns->href), ns)
		       : !attr->ns)
			return attr;
	}
	return NULL;
}

static const char *attr_value(const xmlAttr *attr)
{
	if (!attr->children || !attr->children->content)
		return "";
	return RW_STR(attr->children->content);
}

const char *rw_node_attr(const struct rw_node *node, const char *name)
{
	const xmlAttr *attr = rw_attr_find(rw_xml_node(node), name);

	return attr ? attr_value(attr) : NULL;
}

void rw_node_attrs(const struct rw_node *node,
		   void (*fn)(void *context, const char *name,
			      const char *value),
		   void *context)
{
	const xmlNode *n = rw_xml_node(node);
	struct rw_buf name = RW_BUF_INIT;

	if (n->type != XML_ELEMENT_NODE)
		return;
	for (xmlAttr *attr = n->properties, *next; attr; attr = next) {
		next = attr->next;
		rw_buf_clear(&name);
		if (attr->ns) {
			rw_buf_puts(&name, rw_attr_prefix(attr));
			rw_buf_putc(&name, ':');
		}
		rw_buf_puts(&name, RW_STR(attr->name));
		fn(context, name.data, attr_value(attr));
	}
	rw_buf_release(&name);
}

/* ------------------------------------------------------------------ text */

const char *rw_node_content(const struct rw_node *node)
{
	const xmlNode *n = rw_xml_node(node);

	if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE)
		return "";
	return n->content ? RW_STR(n->content) : "";
}

char *rw_node_text(struct rw_arena *arena, const struct rw_node *node)
{
	const xmlNode *top = rw_xml_node(node);
	const xmlNode *n;
	struct rw_buf text = RW_BUF_INIT;
	char *copy;

	for (n = top; n; n = rw_xml_after(n, top, 0))
		rw_buf_puts(&text, rw_node_content(rw_from_xml(n)));
	copy = rw_arena_strndup(arena, text.data, text.len);
	rw_buf_release(&text);
	return copy;
}

const char *rw_node_lang(const struct rw_node *node)
{
	const char *lang;

	for (; node; node = rw_node_parent(node)) {
		lang = rw_node_attr(node, "xml:lang");
		if (lang)
			return lang;
	}
	return "";
}
