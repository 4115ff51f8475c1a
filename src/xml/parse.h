/*
 * For src/xml/ only: reading a text into a tree.
 */
#ifndef RW_XML_PARSE_H
#define RW_XML_PARSE_H

#include <libxml/tree.h>

#include "xml/doc.h"

/* A text to parse; 'dict' and 'url' may be NULL. */
struct rw_parse {
	const char *text;
	size_t len;
	const char *name; /* for messages */
	const char *url;  /* of the tree; NULL: 'name' */
	const struct rw_limits *limits;
	struct rw_diags *diags;
	xmlDict *dict; /* shares names with other trees */
};

/* The tree, which the caller frees, or NULL with errors reported. */
xmlDoc *rw_parse(const struct rw_parse *job);

/*
 * Reads 'path' into 'out', which the caller releases; -1 with an error
 * reported, in which the file is called 'name'.
 */
int rw_parse_load(const char *path, const char *name,
		  const struct rw_limits *limits, struct rw_diags *diags,
		  struct rw_buf *out);

#endif
