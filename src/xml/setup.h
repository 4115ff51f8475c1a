/*
 * For src/xml/ only: what the process-wide handlers of the libraries hand on.
 */
#ifndef RW_XML_SETUP_H
#define RW_XML_SETUP_H

#include <libxml/tree.h>

#include "base/buf.h"

/*
 * What this thread's calls into libxml2 and libxslt may do at the moment. The
 * libraries know process-wide handlers only; a handler looks here. Zero it,
 * fill in what is wanted, and set it for the time of one call.
 */
struct rw_xml_guard {
	struct rw_buf *errors; /* texts of generic errors, or NULL */
	xmlDoc *(*sheet)(void *context, const char *url, xmlDict *dict);
	xmlParserInput *(*entity)(void *context, const char *url,
				  xmlParserCtxt *ctxt);
	void *context;
};

/* Sets the guard of this thread; the earlier one. NULL: refuse all. */
struct rw_xml_guard *rw_xml_guard_set(struct rw_xml_guard *guard);

#endif
