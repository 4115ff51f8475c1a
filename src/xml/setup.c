/*
 * One-time set-up of the libraries for untrusted input.
 */
#include "xml/setup.h"

#include <libexslt/exslt.h>
#include <libxml/catalog.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlschemastypes.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/memory.h"
#include "xml/compat.h"
#include "xml/doc.h"

/* The libraries' handlers carry no context of ours: this is where it is. */
static _Thread_local struct rw_xml_guard *current;

struct rw_xml_guard *rw_xml_guard_set(struct rw_xml_guard *guard)
{
	struct rw_xml_guard *earlier = current;

	current = guard;
	return earlier;
}

__attribute__((format(printf, 2, 3))) static void
on_generic(void *context, const char *format, ...)
{
	char text[1024];
	va_list ap;

	(void)context;
	if (!current || !current->errors)
		return;
	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	rw_buf_puts(current->errors, text);
}

static void on_structured(void *context, rw_xml_error *error)
{
	(void)context;
	if (error->level >= XML_ERR_ERROR && current && current->errors)
		rw_buf_puts(current->errors, error->message);
}

static xmlParserInput *load_entity(const char *url, const char *id,
				   xmlParserCtxt *ctxt)
{
	(void)id;
	if (!current || !current->entity || !url)
		return NULL;
	return current->entity(current->context, url, ctxt);
}

static xmlDoc *load_sheet(const xmlChar *url, xmlDict *dict, int options,
			  void *parent, xsltLoadType type)
{
	(void)options;
	(void)parent;
	if (type != XSLT_LOAD_STYLESHEET || !current || !current->sheet)
		return NULL;
	return current->sheet(current->context, (const char *)url, dict);
}

/* Includes go to load_sheet; a running transformation has its own rules. */
static int check_read(xsltSecurityPrefs *prefs, xsltTransformContext *ctxt,
		      const char *url)
{
	(void)prefs;
	(void)url;
	return ctxt == NULL;
}

static void forbid(xsltSecurityPrefs *prefs)
{
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_FILE, check_read);
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_WRITE_FILE,
			     xsltSecurityForbid);
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_CREATE_DIRECTORY,
			     xsltSecurityForbid);
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_NETWORK,
			     xsltSecurityForbid);
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_WRITE_NETWORK,
			     xsltSecurityForbid);
}

static void set_handlers(void)
{
	xmlSetGenericErrorFunc(NULL, on_generic);
	xmlThrDefSetGenericErrorFunc(NULL, on_generic);
	xmlSetStructuredErrorFunc(NULL, on_structured);
	xmlThrDefSetStructuredErrorFunc(NULL, on_structured);
	xsltSetGenericErrorFunc(NULL, on_generic);
	xmlSetExternalEntityLoader(load_entity);
	xsltSetLoaderFunc(load_sheet);
}

void rw_xml_init(void)
{
	xsltSecurityPrefs *prefs;

	xmlMemSetup(rw_free, rw_malloc, rw_realloc, rw_strdup);
	xmlInitParser();
	xmlSchemaInitTypes();
	xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
	while (xmlPopInputCallbacks() > 0)
		;
	set_handlers();
	xsltInit();
	exsltCommonRegister();
	prefs = xsltNewSecurityPrefs();
	forbid(prefs);
	xsltSetDefaultSecurityPrefs(prefs);
}
