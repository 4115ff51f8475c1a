/*
 * The canonical form of documents: the same words, attributes in one order,
 * elements and prose indented by two blanks a level. How people broke their
 * lines, their comments and the blank lines between groups are kept.
 */
#ifndef RW_PUBLISH_CANONICAL_H
#define RW_PUBLISH_CANONICAL_H

#include <stdbool.h>

#include "xml/doc.h"

#define RW_CANONICAL_INDENT 2 /* blanks for each level */

/* Appends the canonical form of 'text', a well-formed document. */
void rw_canonical_write(const char *text, size_t len, struct rw_buf *out);

/*
 * Appends lines of prose, each at 'indent' and with its end: common
 * indentation is removed first, empty lines at both ends are left out.
 */
void rw_canonical_lines(const char *raw, size_t len, unsigned indent,
			struct rw_buf *out);

/*
 * True if two documents, read and expanded, say the same: elements,
 * attributes, and the hash of each text.
 */
bool rw_canonical_same(const struct rw_node *a, const struct rw_node *b);

#endif
