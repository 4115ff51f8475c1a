/*
 * For src/xml/ only: namespaces and their prefixes.
 */
#ifndef RW_XML_NAMES_H
#define RW_XML_NAMES_H

#include <libxml/tree.h>

/*
 * Splits an attribute's name as callers write it ("xml:lang"): its namespace,
 * or NULL for none; '*local' becomes the rest.
 */
const char *rw_attr_split(const char *name, const char **local);

/* The prefix that callers write for 'attr', which has a namespace. */
const char *rw_attr_prefix(const xmlAttr *attr);

/* The attribute 'name' of 'node', or NULL. */
xmlAttr *rw_attr_find(const xmlNode *node, const char *name);

/*
 * The declaration of 'href' to be used at 'node', an element in a tree; made
 * on the root element if there is none, with the usual prefix (else 'prefix',
 * which may be NULL). 'attribute': it must have a prefix.
 */
xmlNs *rw_ns_at(xmlNode *node, const char *href, const char *prefix,
		int attribute);

/* Makes all names below 'top' use declarations that are in scope. */
void rw_ns_repair(xmlNode *top);

#endif
