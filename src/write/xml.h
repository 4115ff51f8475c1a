/*
 * XML of parts of a tree, for formats that hold XML documents.
 */
#ifndef RW_WRITE_XML_H
#define RW_WRITE_XML_H

#include "xml/doc.h"

/* The first line of every XML document. */
#define RW_XML_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/*
 * Appends the element 'node' by itself, with all namespace declarations that
 * it needs. -1 with errors in 'diags'.
 */
int rw_xml_element(const struct rw_node *node, struct rw_buf *out,
		   struct rw_diags *diags);

#endif
