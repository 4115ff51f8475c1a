/*
 * Versions of libxml2 and libxslt.
 */
#ifndef RW_XML_XML_VERSIONS_H
#define RW_XML_XML_VERSIONS_H

#include "base/buf.h"

/* Appends a line for each: "libxml2 2.9.14". */
void rw_xml_versions(struct rw_buf *out);

#endif
