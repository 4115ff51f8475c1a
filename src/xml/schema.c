/*
 * Loading the schema, and rounds of checking a copy that is mended between
 * them.
 */
#include "xml/schema.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "xml/compat.h"
#include "xml/findings.h"
#include "xml/grammar.h"
#include "xml/names.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/setup.h"

/* Enough to reach the innermost mistake of any document. */
#define MOST_ROUNDS 50

struct rw_schema {
	xmlSchema *compiled;
	struct rw_grammar *grammar;
};

/* --------------------------------------------------------------- loading */

struct loading {
	struct rw_arena *arena;
	const char *folder;
	struct rw_diags *diags;
};

/*
 * A schema that the schema imports: only from the folder that it lies in, and
 * through our own checks.
 */
static xmlParserInput *load_import(void *context, const char *url,
				   xmlParserCtxt *ctxt)
{
	struct loading *loading = context;
	const char *path = rw_path_join(loading->arena, loading->folder,
					rw_path_base(url));
	struct rw_buf text = RW_BUF_INIT;
	xmlParserInput *input = NULL;
	char *copy;

	if (!rw_parse_load(path, path, &rw_limits_stylesheet, loading->diags,
			   &text) &&
	    rw_doc_parse(loading->arena,
			 &(const struct rw_input){ text.data, text.len, path },
			 &rw_limits_stylesheet, loading->diags)) {
		copy = rw_arena_strndup(loading->arena, text.data, text.len);
		input = xmlNewStringInputStream(ctxt, RW_XML(copy));
	}
	if (input)
		input->filename = (char *)xmlStrdup(RW_XML(url));
	rw_buf_release(&text);
	return input;
}

static xmlSchema *compile(struct rw_doc *xsd, struct loading *loading)
{
	struct rw_buf errors = RW_BUF_INIT;
	struct rw_xml_guard guard = { .errors = &errors,
				      .context = loading,
				      .entity = load_import };
	struct rw_xml_guard *outer = rw_xml_guard_set(&guard);
	xmlSchemaParserCtxt *ctxt = xmlSchemaNewDocParserCtxt(rw_xml_doc(xsd));
	xmlSchema *compiled = xmlSchemaParse(ctxt);

	xmlSchemaFreeParserCtxt(ctxt);
	rw_xml_guard_set(outer);
	if (errors.len || !compiled) {
		rw_buf_cut(&errors, strcspn(errors.data, "\n"));
		rw_report(loading->diags, RW_SCHEMA_BROKEN,
			  rw_node_pos(rw_doc_root(xsd)), errors.data, NULL,
			  NULL);
		xmlSchemaFree(compiled);
		compiled = NULL;
	}
	rw_buf_release(&errors);
	return compiled;
}

static void release(void *compiled)
{
	xmlSchemaFree(compiled);
}

struct rw_schema *rw_schema_load(struct rw_arena *arena, const char *path,
				 struct rw_diags *diags)
{
	struct rw_doc *xsd =
		rw_doc_read(arena, path, path, &rw_limits_stylesheet, diags);
	struct loading loading = { .arena = arena,
				   .diags = diags,
				   .folder = rw_path_folder(arena, path) };
	struct rw_schema *schema;
	xmlSchema *compiled = xsd ? compile(xsd, &loading) : NULL;

	if (!compiled)
		return NULL;
	rw_arena_defer(arena, release, compiled);
	schema = rw_arena_alloc(arena, sizeof(*schema));
	schema->compiled = compiled;
	schema->grammar = rw_grammar_new(arena, xsd);
	return schema;
}

/* --------------------------------------------------------------- checking */

struct collector {
	struct rw_arena *arena;
	struct rw_vec violations;
	size_t errors;
};

static void collect(void *context, rw_xml_error *error)
{
	struct collector *c = context;
	struct rw_violation *v;

	if (error->level < XML_ERR_ERROR)
		return;
	v = rw_arena_alloc(c->arena, sizeof(*v));
	v->code = error->code;
	v->node = error->node;
	v->message =
		rw_arena_strdup(c->arena, error->message ? error->message : "");
	rw_vec_push(&c->violations, v);
}

/* One run of libxml2 over the tree, and over what was taken out of it. */
static void validate(const struct rw_schema *schema, xmlDoc *copy,
		     const struct rw_vec *aside, struct collector *c)
{
	xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(schema->compiled);

	xmlSchemaSetValidStructuredErrors(ctxt, collect, c);
	if (xmlSchemaValidateDoc(ctxt, copy))
		c->errors++;
	for (size_t i = 0; i < aside->count; i++) {
		if (xmlSchemaValidateOneElement(ctxt, aside->items[i]))
			c->errors++;
	}
	xmlSchemaFreeValidCtxt(ctxt);
}

/* A copy whose elements point to their originals. */
static xmlDoc *copy_of(const struct rw_doc *doc)
{
	xmlDoc *from = rw_xml_doc(doc);
	xmlDoc *copy = xmlCopyDoc(from, 1);
	xmlNode *a = xmlDocGetRootElement(from);
	xmlNode *b = xmlDocGetRootElement(copy);
	const xmlNode *a_top = a, *b_top = b;

	while (a && b) {
		b->_private = a;
		a = rw_xml_after(a, a_top, 0);
		b = rw_xml_after(b, b_top, 0);
	}
	return copy;
}

/* True if the copy was mended and is worth another round. */
static bool round_of(const struct rw_schema *schema, xmlDoc *copy,
		     struct rw_findings *f)
{
	struct collector c = { .arena = f->arena };
	size_t before = f->count;

	f->mended = false;
	validate(schema, copy, &f->aside, &c);
	for (size_t i = 0; i < c.violations.count; i++)
		rw_findings_violation(f, c.violations.items[i]);
	if (c.errors && f->count == before)
		rw_report(f->diags, RW_DEFECT,
			  rw_node_pos(rw_findings_original(
				  xmlDocGetRootElement(copy))),
			  "a document is invalid for no reason", NULL, NULL);
	f->count += c.errors;
	rw_vec_release(&c.violations);
	return f->mended;
}

static void check_names(struct rw_findings *f, xmlNode *root)
{
	size_t done = 0;

	rw_findings_names(f, root);
	for (; done < f->aside.count; done++)
		rw_findings_names(f, f->aside.items[done]);
}

static void free_nodes(struct rw_vec *nodes)
{
	for (size_t i = 0; i < nodes->count; i++)
		xmlFreeNode(nodes->items[i]);
	rw_vec_release(nodes);
}

int rw_schema_check(const struct rw_schema *schema, const struct rw_doc *doc,
		    const struct rw_schema_names *names, struct rw_diags *diags)
{
	struct rw_findings f = { .grammar = schema->grammar,
				 .names = names,
				 .diags = diags,
				 .arena = rw_arena_new() };
	xmlDoc *copy = copy_of(doc);
	xmlNode *root = xmlDocGetRootElement(copy);
	struct rw_xml_guard *outer = rw_xml_guard_set(NULL);

	if (rw_findings_root(&f, root)) {
		check_names(&f, root);
		for (int i = 0; i < MOST_ROUNDS; i++) {
			if (!round_of(schema, copy, &f))
				break;
		}
	}
	rw_xml_guard_set(outer);
	free_nodes(&f.aside);
	free_nodes(&f.dropped);
	xmlFreeDoc(copy);
	rw_arena_free(f.arena);
	return f.count ? -1 : 0;
}
