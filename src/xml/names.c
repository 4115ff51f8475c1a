/*
 * Namespaces: one declaration at the root for each, wherever possible.
 */
#include "xml/names.h"

#include <stdio.h>
#include <string.h>

#include "xml/node.h"

static const struct usual {
	const char *ns;
	const char *prefix; /* NULL: the default namespace */
} usual[] = {
	{ RW_NS, NULL },       { RW_NS_MD, "md" },   { RW_NS_SRC, "src" },
	{ RW_NS_OUT, "out" },  { RW_NS_XML, "xml" }, { RW_NS_FN, NULL },
	{ RW_NS_XHTML, NULL },
};

#define USUAL (sizeof(usual) / sizeof(usual[0]))

const char *rw_attr_split(const char *name, const char **local)
{
	const char *colon = strchr(name, ':');
	size_t len;

	*local = name;
	if (!colon)
		return NULL;
	len = (size_t)(colon - name);
	for (size_t i = 0; i < USUAL; i++) {
		const char *prefix = usual[i].prefix;

		if (prefix && strlen(prefix) == len &&
		    !memcmp(prefix, name, len)) {
			*local = colon + 1;
			return usual[i].ns;
		}
	}
	return NULL;
}

static const struct usual *find_usual(const char *href)
{
	for (size_t i = 0; i < USUAL; i++) {
		if (!strcmp(usual[i].ns, href))
			return &usual[i];
	}
	return NULL;
}

const char *rw_attr_prefix(const xmlAttr *attr)
{
	const struct usual *known = find_usual(RW_STR(attr->ns->href));

	if (known && known->prefix)
		return known->prefix;
	return attr->ns->prefix ? RW_STR(attr->ns->prefix) : "";
}

static bool same_prefix(const xmlChar *a, const xmlChar *b)
{
	return a == b || (a && b && !strcmp(RW_STR(a), RW_STR(b)));
}

/* The declaration that 'prefix' has at 'node'. */
static xmlNs *in_scope(const xmlNode *node, const xmlChar *prefix)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		for (xmlNs *ns = node->nsDef; ns; ns = ns->next) {
			if (same_prefix(ns->prefix, prefix))
				return ns;
		}
	}
	return NULL;
}

static xmlNs *find(const xmlNode *node, const char *href, int attribute)
{
	const xmlNode *n = node;

	for (; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
		for (xmlNs *ns = n->nsDef; ns; ns = ns->next) {
			if (!ns->href || strcmp(RW_STR(ns->href), href) ||
			    (attribute && !ns->prefix))
				continue;
			if (n == node || in_scope(node, ns->prefix) == ns)
				return ns;
		}
	}
	return NULL;
}

static xmlNs *declare(xmlNode *node, const char *href, const char *prefix)
{
	xmlNode *root = node;
	char made[24];

	while (root->parent && root->parent->type == XML_ELEMENT_NODE)
		root = root->parent;
	if (prefix && !in_scope(node, RW_XML(prefix)))
		return xmlNewNs(root, RW_XML(href), RW_XML(prefix));
	for (unsigned i = 1;; i++) {
		xmlNs *ns = xmlNewNs(node, RW_XML(href), RW_XML(prefix));

		if (ns)
			return ns;
		snprintf(made, sizeof(made), "ns%u", i);
		prefix = made;
	}
}

xmlNs *rw_ns_at(xmlNode *node, const char *href, const char *prefix,
		int attribute)
{
	const struct usual *known;
	xmlNs *ns;

	if (!strcmp(href, RW_NS_XML))
		return xmlSearchNsByHref(node->doc, node, RW_XML(href));
	ns = find(node, href, attribute);
	if (ns)
		return ns;
	known = find_usual(href);
	if (known)
		prefix = known->prefix;
	if (attribute && !prefix)
		prefix = "ns0";
	return declare(node, href, prefix);
}

static bool declared(const xmlNode *node, const xmlNs *wanted)
{
	return in_scope(node, wanted->prefix) == wanted;
}

static xmlNs *repaired(xmlNode *node, xmlNs *ns, int attribute)
{
	if (!ns || !ns->href || declared(node, ns) ||
	    !strcmp(RW_STR(ns->href), RW_NS_XML))
		return ns;
	return rw_ns_at(node, RW_STR(ns->href), RW_STR(ns->prefix), attribute);
}

void rw_ns_repair(xmlNode *top)
{
	for (xmlNode *n = top; n; n = rw_xml_after(n, top, 0)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		n->ns = repaired(n, n->ns, 0);
		for (xmlAttr *attr = n->properties; attr; attr = attr->next)
			attr->ns = repaired(n, attr->ns, 1);
	}
}
