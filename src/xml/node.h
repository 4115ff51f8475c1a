/*
 * For src/xml/ only: an rw_doc is an xmlDoc, an rw_node an xmlNode. A node's
 * _private holds its position, a document's the number of its source text.
 */
#ifndef RW_XML_NODE_H
#define RW_XML_NODE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "xml/doc.h"

#define RW_XML(string) ((const xmlChar *)(string))
#define RW_STR(string) ((const char *)(string))

/* Names that differ mostly differ in their first byte. */
static inline bool rw_str_same(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

/* File number and offset + 1 in one pointer; NULL is nowhere. */
#define RW_PACK_FILE_SHIFT 40

_Static_assert(sizeof(void *) >= 8, "positions are packed into pointers");

static inline xmlNode *rw_xml_node(const struct rw_node *node)
{
	return (xmlNode *)(uintptr_t)node;
}

static inline struct rw_node *rw_from_xml(const xmlNode *node)
{
	return (struct rw_node *)(uintptr_t)node;
}

static inline xmlDoc *rw_xml_doc(const struct rw_doc *doc)
{
	return (xmlDoc *)(uintptr_t)doc;
}

static inline struct rw_doc *rw_doc_from_xml(const xmlDoc *doc)
{
	return (struct rw_doc *)(uintptr_t)doc;
}

static inline void *rw_pos_pack(struct rw_pos pos)
{
	uintptr_t packed;

	if (!pos.file || pos.offset == RW_POS_FILE_ONLY)
		return NULL;
	packed = (uintptr_t)pos.file << RW_PACK_FILE_SHIFT;
	return (void *)(packed | ((uintptr_t)pos.offset + 1));
}

static inline struct rw_pos rw_pos_unpack(const void *packed)
{
	uintptr_t value = (uintptr_t)packed;
	uintptr_t mask = ((uintptr_t)1 << RW_PACK_FILE_SHIFT) - 1;

	if (!value)
		return RW_NOWHERE;
	return (struct rw_pos){ (uint32_t)(value >> RW_PACK_FILE_SHIFT),
				(uint32_t)((value & mask) - 1) };
}

/*
 * The node after 'node' in document order inside 'top', of any kind; it may
 * be below 'node' unless 'skip'. NULL at the end.
 */
static inline xmlNode *rw_xml_after(const xmlNode *node, const xmlNode *top,
				    int skip)
{
	if (!skip && node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

/* Makes 'arena' own 'doc'. */
struct rw_doc *rw_doc_own(struct rw_arena *arena, xmlDoc *doc);

#endif
