/*
 * Making and changing documents.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "xml/doc.h"
#include "xml/names.h"
#include "xml/node.h"

/* With a dictionary, so that names are not allocated one by one. */
static xmlDoc *new_doc(void)
{
	xmlDoc *doc = xmlNewDoc(RW_XML("1.0"));

	doc->dict = xmlDictCreate();
	return doc;
}

struct rw_doc *rw_doc_new(struct rw_arena *arena, const char *ns,
			  const char *name)
{
	xmlDoc *doc = new_doc();
	xmlNode *root = xmlNewDocNode(doc, NULL, RW_XML(name), NULL);

	xmlDocSetRootElement(doc, root);
	if (ns && *ns)
		root->ns = rw_ns_at(root, ns, NULL, 0);
	return rw_doc_own(arena, doc);
}

static bool default_in_scope(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		for (xmlNs *ns = node->nsDef; ns; ns = ns->next) {
			if (!ns->prefix)
				return ns->href && *ns->href;
		}
	}
	return false;
}

/* Gives 'node', which stands in its tree, the namespace 'href'. */
static void set_ns(xmlNode *node, const char *href, const char *prefix)
{
	const xmlNs *parent = node->parent->ns;

	if (!href || !*href) {
		if (default_in_scope(node))
			xmlNewNs(node, RW_XML(""), NULL);
	} else if (parent && parent->href &&
		   !strcmp(RW_STR(parent->href), href)) {
		node->ns = node->parent->ns;
	} else {
		node->ns = rw_ns_at(node, href, prefix, 0);
	}
}

struct rw_node *rw_node_add(struct rw_node *parent, const char *ns,
			    const char *name)
{
	xmlNode *into = rw_xml_node(parent);
	xmlNode *node = xmlNewDocNode(into->doc, NULL, RW_XML(name), NULL);

	xmlAddChild(into, node);
	set_ns(node, ns ? ns : rw_node_ns(parent), NULL);
	node->_private = into->_private;
	return rw_from_xml(node);
}

struct rw_node *rw_node_add_with_text(struct rw_node *parent, const char *ns,
				      const char *name, const char *text)
{
	struct rw_node *node = rw_node_add(parent, ns, name);

	rw_node_add_text(node, text);
	return node;
}

void rw_node_add_text_n(struct rw_node *parent, const char *text, size_t len)
{
	xmlNode *into = rw_xml_node(parent);

	if (len)
		xmlAddChild(into, xmlNewDocTextLen(into->doc, RW_XML(text),
						   (int)len));
}

void rw_node_add_text(struct rw_node *parent, const char *text)
{
	rw_node_add_text_n(parent, text, strlen(text));
}

void rw_node_set_attr(struct rw_node *node, const char *name, const char *value)
{
	xmlNode *n = rw_xml_node(node);
	const char *local;
	const char *href = rw_attr_split(name, &local);
	xmlAttr *attr;

	if (!value) {
		attr = rw_attr_find(n, name);
		if (attr)
			xmlRemoveProp(attr);
		return;
	}
	xmlSetNsProp(n, href ? rw_ns_at(n, href, NULL, 1) : NULL, RW_XML(local),
		     RW_XML(value));
}

void rw_node_set_attrf(struct rw_node *node, const char *name,
		       const char *format, ...)
{
	struct rw_arena *arena;
	char small[128];
	va_list ap;
	int len;

	va_start(ap, format);
	len = vsnprintf(small, sizeof(small), format, ap);
	va_end(ap);
	if (len >= 0 && (size_t)len < sizeof(small)) {
		rw_node_set_attr(node, name, small);
		return;
	}
	arena = rw_arena_new();
	va_start(ap, format);
	rw_node_set_attr(node, name, rw_arena_vprintf(arena, format, ap));
	va_end(ap);
	rw_arena_free(arena);
}

void rw_node_rename(struct rw_node *node, const char *name)
{
	xmlNodeSetName(rw_xml_node(node), RW_XML(name));
}

/* ----------------------------------------------------------------- copies */

static void copy_attrs(const xmlNode *from, xmlNode *to)
{
	for (xmlAttr *attr = from->properties; attr; attr = attr->next) {
		const xmlChar *value = RW_XML("");
		xmlNs *ns = NULL;

		if (attr->children && attr->children->content)
			value = attr->children->content;
		if (attr->ns)
			ns = rw_ns_at(to, RW_STR(attr->ns->href),
				      RW_STR(attr->ns->prefix), 1);
		xmlNewNsProp(to, ns, attr->name, value);
	}
}

static xmlNode *copy_element(const xmlNode *from, xmlNode *parent)
{
	xmlNode *to = xmlNewDocNode(parent->doc, NULL, from->name, NULL);

	xmlAddChild(parent, to);
	set_ns(to, from->ns ? RW_STR(from->ns->href) : "",
	       from->ns ? RW_STR(from->ns->prefix) : NULL);
	to->_private = from->_private;
	copy_attrs(from, to);
	return to;
}

static void copy_child(const xmlNode *from, xmlNode *parent)
{
	struct rw_node *into = rw_from_xml(parent);

	if (from->type == XML_TEXT_NODE && from->content)
		rw_node_add_text(into, RW_STR(from->content));
	else if (from->type == XML_CDATA_SECTION_NODE && from->content)
		xmlAddChild(parent, xmlNewCDataBlock(parent->doc, from->content,
						     xmlStrlen(from->content)));
}

/* Without recursion: a stylesheet's result may be deep. */
struct rw_node *rw_node_copy(const struct rw_node *node, struct rw_node *parent)
{
	const xmlNode *top = rw_xml_node(node);
	xmlNode *copy, *into;

	if (top->type != XML_ELEMENT_NODE) {
		copy_child(top, rw_xml_node(parent));
		return rw_from_xml(rw_xml_node(parent)->last);
	}
	copy = into = copy_element(top, rw_xml_node(parent));
	for (const xmlNode *n = top;;) {
		if (n->type == XML_ELEMENT_NODE && n->children) {
			n = n->children;
		} else {
			if (n->type == XML_ELEMENT_NODE && n != top)
				into = into->parent;
			while (n != top && !n->next) {
				n = n->parent;
				if (n != top)
					into = into->parent;
			}
			if (n == top)
				break;
			n = n->next;
		}
		if (n->type == XML_ELEMENT_NODE)
			into = copy_element(n, into);
		else
			copy_child(n, into);
	}
	return rw_from_xml(copy);
}

struct rw_node *rw_node_copy_shallow(const struct rw_node *node,
				     struct rw_node *parent)
{
	return rw_from_xml(
		copy_element(rw_xml_node(node), rw_xml_node(parent)));
}

struct rw_doc *rw_doc_copy(struct rw_arena *arena, const struct rw_doc *doc)
{
	const xmlDoc *from = rw_xml_doc(doc);
	xmlDoc *copy = new_doc();
	xmlNode *a = xmlDocGetRootElement(from), *b;
	const xmlNode *a_top = a, *b_top;

	for (xmlNode *n = from->children; n; n = n->next)
		xmlAddChild((xmlNode *)copy, xmlDocCopyNode(n, copy, 1));
	b = xmlDocGetRootElement(copy);
	b_top = b;
	copy->_private = from->_private;
	while (a && b) {
		b->_private = a->_private;
		a = rw_xml_after(a, a_top, 0);
		b = rw_xml_after(b, b_top, 0);
	}
	return rw_doc_own(arena, copy);
}

/* ------------------------------------------------------------------ moves */

void rw_node_move_before(struct rw_node *node, struct rw_node *other)
{
	xmlNode *n = rw_xml_node(node);

	if (node == other)
		return;
	xmlUnlinkNode(n);
	xmlAddPrevSibling(rw_xml_node(other), n);
	rw_ns_repair(n);
}

void rw_node_move_after(struct rw_node *node, struct rw_node *other)
{
	xmlNode *n = rw_xml_node(node);

	if (node == other)
		return;
	xmlUnlinkNode(n);
	xmlAddNextSibling(rw_xml_node(other), n);
	rw_ns_repair(n);
}

void rw_node_move_into(struct rw_node *node, struct rw_node *parent)
{
	xmlNode *n = rw_xml_node(node);

	xmlUnlinkNode(n);
	xmlAddChild(rw_xml_node(parent), n);
	rw_ns_repair(n);
}

void rw_node_remove(struct rw_node *node)
{
	xmlUnlinkNode(rw_xml_node(node));
	xmlFreeNode(rw_xml_node(node));
}

void rw_node_empty(struct rw_node *node)
{
	xmlNode *n = rw_xml_node(node);

	xmlFreeNodeList(n->children);
	n->children = NULL;
	n->last = NULL;
}
