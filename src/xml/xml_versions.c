/*
 * Versions of the libraries, for reports of defects.
 */
#include <libxml/xmlversion.h>
#include <libxslt/xsltconfig.h>

#include "xml/xml_versions.h"

void rw_xml_versions(struct rw_buf *out)
{
	rw_buf_printf(out, "libxml2 %s\nlibxslt %s\n", LIBXML_DOTTED_VERSION,
		      LIBXSLT_DOTTED_VERSION);
}
