/*
 * Trees as libxml2 writes them, for people and for tools: resolve, fmt, --stage
 * tree. (What is published goes through src/write/.)
 */
#ifndef RW_XML_SERIALISE_H
#define RW_XML_SERIALISE_H

#include "xml/doc.h"

/*
 * XML 1.0, UTF-8, with declaration; 'indent' adds white space where no element
 * has text.
 */
void rw_doc_write(const struct rw_doc *doc, bool indent, struct rw_buf *out);

/* Canonical XML 1.0 (with comments: no). */
void rw_doc_write_c14n(const struct rw_doc *doc, struct rw_buf *out);

#endif
