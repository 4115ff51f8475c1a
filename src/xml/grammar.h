/*
 * For src/xml/ only: what a schema allows where, read from its own document.
 * libxml2 knows it too, but tells it in messages only.
 */
#ifndef RW_XML_GRAMMAR_H
#define RW_XML_GRAMMAR_H

#include <libxml/tree.h>

#include "xml/doc.h"

struct rw_grammar;

/* An element that may stand in another. */
struct rw_child {
	const char *name;
	bool required;
	bool many;
};

/* What an element may hold. */
struct rw_decl {
	const char *name;
	struct rw_child *children;
	const char **child_names; /* the same, for rw_nearest */
	size_t child_count;
	const char **attrs; /* as rw_node_attr names them */
	const struct rw_node **attr_nodes;
	size_t attr_count;
	bool any_child;
	bool any_attr;
	bool root; /* appinfo says merge="root" */
	bool expanded;
	const struct rw_node *node;
};

/* The forms that a value may have. */
struct rw_values {
	const char **names; /* an enumeration, or none */
	size_t count;
	bool list;	  /* several, separated by blanks */
	const char *form; /* in words, from the schema; or NULL */
	const char *base; /* the type of XML Schema behind it; or NULL */
};

/* Reads the schema document 'xsd', which must live as long as 'arena'. */
struct rw_grammar *rw_grammar_new(struct rw_arena *arena,
				  const struct rw_doc *xsd);

/* The global element 'name', or NULL. */
const struct rw_decl *rw_grammar_find(const struct rw_grammar *grammar,
				      const char *name);

/* The names of all global elements, in the order of the schema. */
const char *const *rw_grammar_names(const struct rw_grammar *grammar,
				    size_t *count);

/* What an attribute's (or element's) declaration allows as its value. */
struct rw_values rw_grammar_values(const struct rw_grammar *grammar,
				   const struct rw_node *declaration,
				   struct rw_arena *arena);

bool rw_grammar_is_required(const struct rw_node *attribute);
bool rw_decl_allows_child(const struct rw_decl *decl, const char *name);
/* Number of the attribute 'name' in the declaration, or -1. */
long rw_decl_attr(const struct rw_decl *decl, const char *name);

#endif
