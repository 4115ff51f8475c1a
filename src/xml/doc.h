/*
 * Documents and their nodes, with exact positions.
 *
 * struct rw_doc and struct rw_node are libxml2's xmlDoc and xmlNode; only
 * src/xml/ knows that. Every element that was read carries the place it was
 * read from, and a copy keeps it, so that a resolved tree can say where each
 * statement comes from.
 */
#ifndef RW_XML_DOC_H
#define RW_XML_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diags.h"

#define RW_NS "urn:rolewright:1"
#define RW_NS_MD "http://commonmark.org/xml/1.0"
#define RW_NS_SRC "urn:rolewright:source"
#define RW_NS_OUT "urn:rolewright:output"
#define RW_NS_FN "http://www.w3.org/2005/xpath-functions"
#define RW_NS_XHTML "http://www.w3.org/1999/xhtml"
#define RW_NS_XML "http://www.w3.org/XML/1998/namespace"

struct rw_doc;
struct rw_node;

enum rw_node_kind {
	RW_NODE_ELEMENT,
	RW_NODE_TEXT,
	RW_NODE_CDATA,
	RW_NODE_COMMENT,
	RW_NODE_OTHER
};

/* ------------------------------------------------------------ set-up */

/*
 * Prepares the libraries for untrusted input: allocator, no file, network,
 * catalog or entity access. Once, first of all, on the main thread, before any
 * thread is made.
 */
void rw_xml_init(void);

/* ----------------------------------------------------------- reading */

/* Limits of one document; the design's are below. */
struct rw_limits {
	size_t file_bytes;
	size_t tag_bytes;  /* a start tag */
	size_t attributes; /* of one element */
	size_t depth;
	size_t nodes;
	size_t text_bytes; /* one run of text */
};
extern const struct rw_limits rw_limits_role;
extern const struct rw_limits rw_limits_glossary;
extern const struct rw_limits rw_limits_stylesheet;

/*
 * Reads and parses 'path' ("-": standard input), which messages call 'name'.
 * The document, which 'arena' owns, or NULL with errors in 'diags' (unreadable,
 * too big, not UTF-8, DOCTYPE, not well-formed, a limit ...). Comments are
 * kept.
 */
struct rw_doc *rw_doc_read(struct rw_arena *arena, const char *path,
			   const char *name, const struct rw_limits *limits,
			   struct rw_diags *diags);

/* A text in memory, and what messages call it. */
struct rw_input {
	const char *text;
	size_t len; /* bytes */
	const char *name;
};

/* The same from memory. */
struct rw_doc *rw_doc_parse(struct rw_arena *arena,
			    const struct rw_input *input,
			    const struct rw_limits *limits,
			    struct rw_diags *diags);

/*
 * A new document with a root element 'name' in namespace 'ns'; 'arena' owns it.
 */
struct rw_doc *rw_doc_new(struct rw_arena *arena, const char *ns,
			  const char *name);

struct rw_node *rw_doc_root(const struct rw_doc *doc);

/*
 * Number of the source text it was read from (diag/sources.h); 0 for a new
 * document.
 */
uint32_t rw_doc_file(const struct rw_doc *doc);

/* ------------------------------------------------------------ looking */

enum rw_node_kind rw_node_kind(const struct rw_node *node);
/* Local name, "" for text; namespace, "" for none. */
const char *rw_node_name(const struct rw_node *node);
const char *rw_node_ns(const struct rw_node *node);

/* Whether it is the element 'name' in RW_NS, or RW_NS_MD. */
bool rw_node_is(const struct rw_node *node, const char *name);
bool rw_node_is_md(const struct rw_node *node, const char *name);

/* Any nodes; the root has no parent. */
struct rw_node *rw_node_parent(const struct rw_node *node);
struct rw_node *rw_node_first(const struct rw_node *node);
struct rw_node *rw_node_next(const struct rw_node *node);
struct rw_node *rw_node_prev(const struct rw_node *node);
struct rw_node *rw_node_last(const struct rw_node *node);

/*
 * Elements only. 'name' is a local name in RW_NS, or NULL for elements of any
 * name and namespace.
 */
struct rw_node *rw_node_child(const struct rw_node *node, const char *name);
struct rw_node *rw_node_next_element(const struct rw_node *node,
				     const char *name);

/* How many children rw_node_child and rw_node_next_element find. */
size_t rw_node_count(const struct rw_node *node, const char *name);

/*
 * The element in RW_NS after 'node' in document order inside 'top' (node may be
 * top), or NULL.
 */
struct rw_node *rw_node_walk(const struct rw_node *node,
			     const struct rw_node *top);

/* The same for elements of any namespace. */
struct rw_node *rw_node_walk_all(const struct rw_node *node,
				 const struct rw_node *top);

/*
 * Value of the attribute 'name' ("id", or "xml:lang", "src:at"), or NULL. It is
 * part of the tree: valid until the attribute changes.
 */
const char *rw_node_attr(const struct rw_node *node, const char *name);

/* Calls 'fn' for each attribute, names as for rw_node_attr. */
void rw_node_attrs(const struct rw_node *node,
		   void (*fn)(void *context, const char *name,
			      const char *value),
		   void *context);

/* The text of a text or CDATA node, part of the tree; "" for others. */
const char *rw_node_content(const struct rw_node *node);

/* All text below 'node'; 'arena' owns it. */
char *rw_node_text(struct rw_arena *arena, const struct rw_node *node);

/* Value of the nearest xml:lang at or above 'node', or "". */
const char *rw_node_lang(const struct rw_node *node);

/* ----------------------------------------------------------- positions */

/*
 * Where the element stands ('<' of its start tag), or RW_NOWHERE. For a text
 * node: its parent's.
 */
struct rw_pos rw_node_pos(const struct rw_node *node);
void rw_node_set_pos(struct rw_node *node, struct rw_pos pos);

/*
 * The name of attribute 'name' in the element's start tag, found by scanning
 * the source; the element's own place when the attribute is not written there.
 */
struct rw_pos rw_node_attr_pos(const struct rw_node *node, const char *name,
			       const struct rw_sources *sources);

/* The first byte of the attribute's value, inside the quotes. */
struct rw_pos rw_node_attr_value_pos(const struct rw_node *node,
				     const char *name,
				     const struct rw_sources *sources);

/*
 * Maps decoded bytes to source: the place of byte 'offset' of the text directly
 * inside the element at 'element' (its own text and CDATA runs joined, child
 * elements, comments and PIs skipped, entities decoded), by rescanning the
 * source.
 */
struct rw_pos rw_source_text_pos(const struct rw_sources *sources,
				 struct rw_pos element, size_t offset);

/* ------------------------------------------------------------ changing */

/*
 * Appends a new element; ns NULL: the parent's namespace. Position: the
 * parent's.
 */
struct rw_node *rw_node_add(struct rw_node *parent, const char *ns,
			    const char *name);
/* ... with one text child. */
struct rw_node *rw_node_add_with_text(struct rw_node *parent, const char *ns,
				      const char *name, const char *text);
void rw_node_add_text(struct rw_node *parent, const char *text);
void rw_node_add_text_n(struct rw_node *parent, const char *text, size_t len);

/* Sets or, with NULL, removes an attribute ("id", "xml:lang", "src:at"). */
void rw_node_set_attr(struct rw_node *node, const char *name,
		      const char *value);
void rw_node_set_attrf(struct rw_node *node, const char *name,
		       const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Renames an element, within its namespace. */
void rw_node_rename(struct rw_node *node, const char *name);

/*
 * Deep copies 'node', with positions, without comments and PIs, to be the last
 * child of 'parent' (of any document); the copy.
 */
struct rw_node *rw_node_copy(const struct rw_node *node,
			     struct rw_node *parent);
/* The element and its attributes without children. */
struct rw_node *rw_node_copy_shallow(const struct rw_node *node,
				     struct rw_node *parent);

/*
 * Moves 'node' (same document) to stand before / after 'other', or as last
 * child of 'parent'.
 */
void rw_node_move_before(struct rw_node *node, struct rw_node *other);
void rw_node_move_after(struct rw_node *node, struct rw_node *other);
void rw_node_move_into(struct rw_node *node, struct rw_node *parent);

/* Unlinks and frees 'node' and all below it. */
void rw_node_remove(struct rw_node *node);
/* Removes all children. */
void rw_node_empty(struct rw_node *node);

/* Makes the root of a deep copy of 'doc', with positions, in 'arena'. */
struct rw_doc *rw_doc_copy(struct rw_arena *arena, const struct rw_doc *doc);

#endif
