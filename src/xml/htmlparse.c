/*
 * libxml2's HTML parser under our guard.
 */
#include "xml/htmlparse.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <string.h>
#include <strings.h>

#include "xml/node.h"
#include "xml/setup.h"

/* Settings of Word; <w:sdt> is a field, whose content is text. */
static bool is_setting(const char *name)
{
	static const char *const names[] = {
		"o:documentproperties",
		"o:customdocumentproperties",
		"o:officedocumentsettings",
		"m:mathpr",
	};
	size_t i = 0, count = sizeof(names) / sizeof(names[0]);

	if (strncasecmp(name, "w:", 2) == 0)
		return strcasecmp(name, "w:sdt") != 0;
	while (i < count && strcasecmp(names[i], name) != 0)
		i++;
	return i < count;
}

/* The parser drops prefixes, but <o:p> of a word processor is no <p>. */
static void start_element(void *ctxt, const xmlChar *name,
			  const xmlChar **attrs)
{
	const char *as = RW_STR(name);

	if (strchr(as, ':') != NULL)
		as = is_setting(as) ? "xml" : "span";
	xmlSAX2StartElement(ctxt, RW_XML(as), attrs);
}

struct rw_doc *rw_html_parse(struct rw_arena *arena, const char *html,
			     size_t len, bool *cut)
{
	const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
			    HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			    HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
	struct rw_buf errors = RW_BUF_INIT;
	struct rw_xml_guard guard = { .errors = &errors }, *earlier;
	htmlParserCtxt *ctxt;
	xmlDoc *doc;

	*cut = false;
	if (len == 0 || len > INT_MAX)
		return NULL;
	ctxt = htmlNewParserCtxt();
	if (ctxt == NULL)
		return NULL;
	ctxt->sax->startElement = start_element;
	earlier = rw_xml_guard_set(&guard);
	doc = htmlCtxtReadMemory(ctxt, html, (int)len, NULL, "UTF-8", options);
	rw_xml_guard_set(earlier);
	htmlFreeParserCtxt(ctxt);
	/* What is wrong in HTML is mended; only giving up matters. */
	*cut = strstr(errors.data, "xcessive depth") != NULL;
	rw_buf_release(&errors);
	if (doc != NULL && xmlDocGetRootElement(doc) == NULL) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	return doc ? rw_doc_own(arena, doc) : NULL;
}

/* Names that HTML 5 has beside those of HTML 4, as far as they are used. */
static bool is_common(const char *name)
{
	static const char *const names[] = { "AMP", "apos", "GT", "LT",
					     "QUOT" };
	size_t i = 0, count = sizeof(names) / sizeof(names[0]);

	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i < count;
}

size_t rw_html_reference(const char *text)
{
	char name[sizeof("thetasym")]; /* the longest */
	size_t len = 1;

	if (text[0] != '&')
		return 0;
	if (text[1] == '#') {
		bool hex = (text[2] | 0x20) == 'x';
		size_t digits =
			strspn(text + 2 + hex,
			       hex ? "0123456789abcdefABCDEF" : "0123456789");

		len = 2 + hex + digits;
		return digits && text[len] == ';' ? len + 1 : 0;
	}
	while (len < sizeof(name) && isalnum((unsigned char)text[len])) {
		name[len - 1] = text[len];
		len++;
	}
	name[len - 1] = '\0';
	return text[len] == ';' && (is_common(name) ||
				    htmlEntityLookup(BAD_CAST name))
		       ? len + 1
		       : 0;
}
