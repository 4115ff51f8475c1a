/*
 * libxml2's HTML parser under our guard.
 */
#include "xml/htmlparse.h"

#include <libxml/HTMLparser.h>
#include <limits.h>

#include "xml/compat.h"
#include "xml/node.h"
#include "xml/setup.h"

static void ignore(void *context, rw_xml_error *error)
{
	(void)context;
	(void)error;
}

struct rw_doc *rw_html_parse(struct rw_arena *arena, const char *html,
			     size_t len)
{
	const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			    HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			    HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
	struct rw_xml_guard *guard;
	htmlParserCtxt *ctxt;
	xmlDoc *doc;

	if (len == 0 || len > INT_MAX)
		return NULL;
	ctxt = htmlNewParserCtxt();
	if (ctxt == NULL)
		return NULL;
	ctxt->sax->serror = ignore;
	guard = rw_xml_guard_set(NULL);
	doc = htmlCtxtReadMemory(ctxt, html, (int)len, NULL, "UTF-8", options);
	rw_xml_guard_set(guard);
	htmlFreeParserCtxt(ctxt);
	if (doc != NULL && xmlDocGetRootElement(doc) == NULL) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	return doc ? rw_doc_own(arena, doc) : NULL;
}
