/*
 * Compiling and running stylesheets.
 */
#include "xml/stylesheet.h"

#include <libxml/xpath.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "xml/compat.h"
#include "xml/node.h"
#include "xml/setup.h"
#include "xml/sheets.h"
#include "xml/watchdog.h"

/* Depth 250 fits in a stack of 256 KiB, libxslt's own 3000 not in 1 MiB. */
#define MOST_DEPTH 250
#define MOST_VARIABLES 5000
/* Operations: so many for each node of the input, but at least ... */
#define OPS_PER_NODE 200
#define OPS_FLOOR 1000000
#define XPATH_OPS_PER_NODE 2000
#define XPATH_OPS_FLOOR 10000000
#define DEADLINE_MS 10000
/* One mistake has many consequences. */
#define MOST_ERRORS 5

struct rw_stylesheet {
	xsltStylesheet *compiled;
	xsltSecurityPrefs *prefs;
	struct rw_pos pos;
	bool strips; /* white space in our elements, and nothing else */
};

/* -------------------------------------------------------------- compiling */

static xmlDoc *load_module(void *context, const char *url, xmlDict *dict)
{
	return rw_sheets_load(context, url, dict);
}

static xsltStylesheet *compile(struct rw_sheets *sheets, const char *url)
{
	struct rw_buf errors = RW_BUF_INIT;
	struct rw_xml_guard guard = { .errors = &errors,
				      .context = sheets,
				      .sheet = load_module };
	xmlDoc *doc = rw_sheets_load(sheets, url, NULL);
	struct rw_xml_guard *outer;
	xsltStylesheet *compiled;

	if (!doc || sheets->errors) {
		xmlFreeDoc(doc);
		return NULL;
	}
	outer = rw_xml_guard_set(&guard);
	compiled = xsltParseStylesheetDoc(doc);
	rw_xml_guard_set(outer);
	if (!compiled)
		xmlFreeDoc(doc);
	/* What follows from a module that is missing is not worth telling. */
	if (!sheets->errors)
		rw_sheets_report(sheets, errors.data);
	if (!sheets->errors && (!compiled || compiled->errors)) {
		sheets->errors++;
		rw_report(sheets->diags, RW_STYLESHEET, RW_NOWHERE,
			  "it cannot be compiled", NULL, NULL);
	}
	if (compiled && sheets->errors) {
		xsltFreeStylesheet(compiled);
		compiled = NULL;
	}
	rw_buf_release(&errors);
	return compiled;
}

/* xsl:strip-space elements="rw:*" and no other, in this module alone. */
static bool strips_ours(const xsltStylesheet *module)
{
	const xmlChar *rule;

	if (!module->stripSpaces)
		return true;
	rule = xmlHashLookup2(module->stripSpaces, BAD_CAST "*",
			      BAD_CAST RW_NS);
	return xmlHashSize(module->stripSpaces) == 1 && rule &&
	       xmlStrEqual(rule, BAD_CAST "strip");
}

/*
 * Nearly all stylesheets strip white space in all our elements. libxslt looks
 * each element up in each module for that, which takes longer than many a
 * transformation; so it is taken from it, if there is no other rule. True if
 * it was.
 */
static bool take_strip_space(xsltStylesheet *compiled)
{
	bool any = false;

	for (xsltStylesheet *m = compiled; m; m = xsltNextImport(m)) {
		if (m->stripAll || !strips_ours(m))
			return false;
		any = any || m->stripSpaces;
	}
	for (xsltStylesheet *m = compiled; m; m = xsltNextImport(m)) {
		xmlHashFree(m->stripSpaces, NULL);
		m->stripSpaces = NULL;
	}
	return any;
}

static void release(void *object)
{
	struct rw_stylesheet *sheet = object;

	xsltFreeStylesheet(sheet->compiled);
	xsltFreeSecurityPrefs(sheet->prefs);
}

static xsltSecurityPrefs *forbid_all(void)
{
	static const xsltSecurityOption options[] = {
		XSLT_SECPREF_READ_FILE,	       XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK,
	};
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		xsltSetSecurityPrefs(prefs, options[i], xsltSecurityForbid);
	return prefs;
}

struct rw_stylesheet *rw_stylesheet_load(struct rw_arena *arena,
					 const struct rw_stylesheet_path *path,
					 const char *name,
					 struct rw_diags *diags)
{
	struct rw_sheets sheets = { .path = path,
				    .arena = arena,
				    .diags = diags };
	struct rw_stylesheet *sheet;
	xsltStylesheet *compiled = NULL;
	char *url = rw_sheets_find(&sheets, name, 0);

	if (!url) {
		rw_report_hint(diags, RW_STYLESHEET_NONE, RW_NOWHERE,
			       "write 'stylesheets/%1' in the workspace; see "
			       "'rolewright explain RW612'",
			       (const char *const[]){ name, NULL, NULL });
		return NULL;
	}
	sheets.files = rw_map_new();
	compiled = compile(&sheets, url);
	rw_map_free(sheets.files);
	if (!compiled)
		return NULL;
	sheet = rw_arena_zalloc(arena, sizeof(*sheet));
	sheet->compiled = compiled;
	sheet->prefs = forbid_all();
	sheet->strips = take_strip_space(compiled);
	sheet->pos =
		rw_node_pos(rw_from_xml(xmlDocGetRootElement(compiled->doc)));
	rw_arena_defer(arena, release, sheet);
	return sheet;
}

xsltStylesheet *rw_stylesheet_compiled(const struct rw_stylesheet *sheet)
{
	return sheet->compiled;
}

/* ---------------------------------------------------------------- running */

struct run {
	const struct rw_stylesheet *sheet;
	xsltTransformContext *ctxt;
	struct rw_diags *diags;
	size_t errors;
	struct rw_pos last; /* of the latest */
	bool placed;	    /* libxslt has announced an error */
};

/* The instruction that is being carried out. */
static struct rw_pos here(const struct run *run)
{
	struct rw_pos pos = RW_NOWHERE;

	if (run->ctxt->inst)
		pos = rw_node_pos(rw_from_xml(run->ctxt->inst));
	return pos.file ? pos : run->sheet->pos;
}

/* A second error at the same place only follows from the first. */
static void fail(struct run *run, enum rw_code code, const char *text)
{
	struct rw_pos pos = here(run);

	if (run->errors && pos.file == run->last.file &&
	    pos.offset == run->last.offset)
		return;
	if (++run->errors <= MOST_ERRORS)
		rw_report(run->diags, code, pos, text, NULL, NULL);
	run->last = pos;
}

static bool in_message(const struct run *run)
{
	return run->ctxt->inst &&
	       !strcmp(rw_node_name(rw_from_xml(run->ctxt->inst)), "message");
}

static void message(struct run *run, const char *text)
{
	const struct rw_node *inst = rw_from_xml(run->ctxt->inst);
	const char *terminate = rw_node_attr(inst, "terminate");

	if (terminate && !strcmp(terminate, "yes"))
		fail(run, RW_STYLESHEET_STOPPED, text);
	else
		rw_report(run->diags, RW_STYLESHEET_MESSAGE, here(run), text,
			  NULL, NULL);
}

static void on_text(struct run *run, char *text)
{
	size_t len = strlen(text);

	while (len && strchr(" \n\t", text[len - 1]))
		text[--len] = '\0';
	if (!strncmp(text, "runtime error", 13)) {
		run->placed = true;
	} else if (run->placed) {
		run->placed = false;
		if (strstr(text, "depth") || strstr(text, "recursion"))
			fail(run, RW_STYLESHEET_LIMIT, "template depth");
		else if (strstr(text, "limit"))
			fail(run, RW_STYLESHEET_LIMIT, "operations");
		else
			fail(run, RW_STYLESHEET, text);
	} else if (len && in_message(run)) {
		message(run, text);
	} else if (len) {
		fail(run, RW_STYLESHEET, text);
	}
}

/* libxslt announces an error ("runtime error: file ..."), then tells it. */
__attribute__((format(printf, 2, 3))) static void
on_error(void *context, const char *format, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	on_text(context, text);
}

static void on_xpath(void *context, rw_xml_error *error)
{
	struct run *run = context;
	char text[256];

	if (error->code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED) {
		fail(run, RW_STYLESHEET_LIMIT, "operations");
		return;
	}
	snprintf(text, sizeof(text), "%s",
		 error->message ? error->message : "XPath error");
	text[strcspn(text, "\n")] = '\0';
	fail(run, RW_STYLESHEET, text);
}

static void strip(const xmlNode *element)
{
	xmlNode *next;

	for (xmlNode *n = element->children; n; n = next) {
		next = n->next;
		if (n->type != XML_TEXT_NODE || !xsltIsBlank(n->content))
			continue;
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
}

/* How many nodes the document has, once it is stripped. */
static size_t count_nodes(const xmlDoc *doc, bool strips)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	size_t count = 0;

	for (const xmlNode *n = root; n; n = rw_xml_after(n, root, 0)) {
		if (strips && n->type == XML_ELEMENT_NODE && n->ns &&
		    xmlStrEqual(n->ns->href, BAD_CAST RW_NS))
			strip(n);
		count++;
	}
	return count;
}

static unsigned long limit(size_t nodes, size_t each, size_t floor)
{
	return nodes * each > floor ? nodes * each : floor;
}

static void set_limits(struct run *run, const xmlDoc *doc)
{
	xsltTransformContext *ctxt = run->ctxt;
	size_t nodes = count_nodes(doc, run->sheet->strips);

	ctxt->maxTemplateDepth = MOST_DEPTH;
	ctxt->maxTemplateVars = MOST_VARIABLES;
	ctxt->opLimit = limit(nodes, OPS_PER_NODE, OPS_FLOOR);
	ctxt->xpathCtxt->opLimit =
		limit(nodes, XPATH_OPS_PER_NODE, XPATH_OPS_FLOOR);
	ctxt->xpathCtxt->error = on_xpath;
	ctxt->xpathCtxt->userData = run;
	xsltSetCtxtSecurityPrefs(run->sheet->prefs, ctxt);
	xsltSetTransformErrorFunc(ctxt, run, on_error);
}

static xmlDoc *apply(struct run *run, xmlDoc *doc)
{
	struct rw_watch watch;
	enum rw_watch_verdict verdict;
	xmlDoc *result;

	rw_watch_begin(&watch, run->ctxt, DEADLINE_MS);
	result = xsltApplyStylesheetUser(run->sheet->compiled, doc, NULL, NULL,
					 NULL, run->ctxt);
	verdict = rw_watch_end(&watch);
	if (verdict == RW_WATCH_LATE)
		fail(run, RW_STYLESHEET_LIMIT, "10 seconds");
	else if (verdict == RW_WATCH_STOPPED)
		fail(run, RW_STYLESHEET_STOPPED, "interrupted");
	return result;
}

/* Success has to be sure: any doubt is an error. */
static bool is_good(struct run *run, const xmlDoc *result, const char *errors)
{
	if (*errors && !run->errors)
		fail(run, RW_STYLESHEET, errors);
	if (run->errors)
		return false;
	if (!result || run->ctxt->state != XSLT_STATE_OK) {
		fail(run, RW_STYLESHEET, "it did not come to its end");
		return false;
	}
	if (!xmlDocGetRootElement(result)) {
		rw_report(run->diags, RW_STYLESHEET_EMPTY, run->sheet->pos,
			  NULL, NULL, NULL);
		return false;
	}
	return true;
}

struct rw_doc *rw_stylesheet_run(struct rw_arena *arena,
				 const struct rw_stylesheet *sheet,
				 struct rw_doc *doc, struct rw_diags *diags)
{
	struct rw_buf errors = RW_BUF_INIT;
	struct rw_xml_guard guard = { .errors = &errors };
	struct rw_xml_guard *outer = rw_xml_guard_set(&guard);
	struct run run = { .sheet = sheet, .diags = diags };
	xmlDoc *result;

	run.ctxt = xsltNewTransformContext(sheet->compiled, rw_xml_doc(doc));
	set_limits(&run, rw_xml_doc(doc));
	result = apply(&run, rw_xml_doc(doc));
	rw_xml_guard_set(outer);
	if (!is_good(&run, result, errors.data)) {
		xmlFreeDoc(result);
		result = NULL;
	}
	xsltFreeTransformContext(run.ctxt);
	rw_buf_release(&errors);
	if (result)
		result->_private = NULL;
	return result ? rw_doc_own(arena, result) : NULL;
}

void rw_stylesheet_stop_all(void)
{
	rw_watch_stop_all();
}
