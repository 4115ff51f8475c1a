/*
 * Prefixes and attributes with their namespaces, as serialisers need them.
 * (Everything else asks doc.h by name.)
 */
#ifndef RW_XML_ATTRIBUTES_H
#define RW_XML_ATTRIBUTES_H

#include "xml/doc.h"

/* The prefix that the tree gives an element; "" for none. */
const char *rw_node_prefix(const struct rw_node *node);

/* An attribute; all strings are part of the tree, "" for none. */
struct rw_attribute {
	const char *prefix;
	const char *ns;
	const char *name; /* local */
	const char *value;
};

/* Where one is while going through the attributes of an element. */
struct rw_attr_cursor {
	const void *next;
	struct rw_attribute attr;
};

/*
 * Goes through the attributes in the order of the tree:
 *	rw_attr_begin(&cursor, node);
 *	while (rw_attr_next(&cursor))
 *		... cursor.attr ...
 */
void rw_attr_begin(struct rw_attr_cursor *cursor, const struct rw_node *node);
bool rw_attr_next(struct rw_attr_cursor *cursor);

#endif
