/*
 * Untrusted bytes to a tree. Our own pass over the bytes finds what is wrong
 * and where each element stands; libxml2 then builds the tree, and whatever
 * it still complains about is an error too.
 */
#include "xml/parse.h"

#include <errno.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/memory.h"
#include "xml/compat.h"
#include "xml/node.h"
#include "xml/scan.h"
#include "xml/wellformed.h"

#define KIB ((size_t)1024)
#define MIB (1024 * KIB)
/* libxml2 2.9 takes quadratic time over the attributes of one element. */
#define TAG_BYTES (32 * KIB)
#define ATTRIBUTES 256
#define DEPTH 64
#define NODES 200000

const struct rw_limits rw_limits_role = { MIB,	 TAG_BYTES, ATTRIBUTES,
					  DEPTH, NODES,	    MIB };
const struct rw_limits rw_limits_glossary = { 8 * MIB, TAG_BYTES, ATTRIBUTES,
					      DEPTH,   NODES,	  MIB };
const struct rw_limits rw_limits_stylesheet = { MIB,   TAG_BYTES, ATTRIBUTES,
						DEPTH, NODES,	  MIB };

struct sink {
	const struct rw_markup *markup;
	bool failed;
};

static size_t place(const xmlParserCtxt *ctxt, const struct rw_markup *markup)
{
	size_t at = markup->skip;

	if (ctxt->input)
		at += (size_t)ctxt->input->consumed +
		      (size_t)(ctxt->input->cur - ctxt->input->base);
	return at < markup->len ? at : markup->len;
}

static void on_error(void *data, rw_xml_error *error)
{
	xmlParserCtxt *ctxt = data;
	struct sink *sink = ctxt->_private;
	const struct rw_markup *markup = sink->markup;
	struct rw_pos pos = { markup->file, 0 };
	char near[24];
	size_t at;

	if (error->level < XML_ERR_ERROR)
		return;
	if (!sink->failed) {
		at = place(ctxt, markup);
		pos.offset = (uint32_t)at;
		rw_markup_excerpt(markup, at, 20, near, sizeof(near));
		rw_report(markup->diags, RW_NOT_WELL_FORMED, pos, near, NULL,
			  NULL);
	}
	sink->failed = true;
}

static void refuse_doctype(void *data, const xmlChar *name,
			   const xmlChar *external, const xmlChar *system)
{
	xmlParserCtxt *ctxt = data;
	struct sink *sink = ctxt->_private;
	struct rw_pos pos = { sink->markup->file, 0 };

	(void)name;
	(void)external;
	(void)system;
	rw_report(sink->markup->diags, RW_DOCTYPE, pos, NULL, NULL, NULL);
	sink->failed = true;
	xmlStopParser(ctxt);
}

static xmlDoc *build(const struct rw_parse *job, const struct rw_markup *markup)
{
	struct sink sink = { markup, false };
	const int options = XML_PARSE_NONET | XML_PARSE_NOCDATA;
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc;

	ctxt->_private = &sink;
	ctxt->sax->serror = on_error;
	ctxt->sax->internalSubset = refuse_doctype;
	if (job->dict) {
		xmlDictFree(ctxt->dict);
		ctxt->dict = job->dict;
		xmlDictReference(ctxt->dict);
	}
	doc = xmlCtxtReadMemory(ctxt, markup->text + markup->skip,
				(int)(markup->len - markup->skip),
				job->url ? job->url : job->name, NULL, options);
	if (!doc && !sink.failed)
		rw_report(job->diags, RW_DEFECT,
			  (struct rw_pos){ markup->file, 0 },
			  "the parser gave no document", NULL, NULL);
	if (doc && (sink.failed || !ctxt->wellFormed)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* Gives each element the place that our own pass saw. */
static int set_positions(xmlDoc *doc, const struct rw_markup *markup,
			 const struct rw_tags *tags)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNode *node;
	size_t i = 0;

	for (node = root; node; node = rw_xml_after(node, root, 0)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (i == tags->count)
			break;
		node->_private = rw_pos_pack(
			(struct rw_pos){ markup->file, tags->starts[i++] });
	}
	if (!node && i == tags->count)
		return 0;
	rw_report(markup->diags, RW_DEFECT, (struct rw_pos){ markup->file, 0 },
		  "elements were counted in two ways", NULL, NULL);
	return -1;
}

/* ------------------------------------------------- what is not even XML */

static const char *foreign(const char *text, size_t len)
{
	static const struct {
		const char *magic;
		size_t len;
		const char *what;
	} kinds[] = {
		{ "\x1f\x8b", 2, "compressed (gzip)" },
		{ "\xfd"
		  "7zXZ",
		  5, "compressed (xz)" },
		{ "BZh", 3, "compressed (bzip2)" },
		{ "\x28\xb5\x2f\xfd", 4, "compressed (zstd)" },
		{ "PK\x03\x04", 4, "a zip archive or an office document" },
		{ "%PDF-", 5, "a PDF" },
		{ "\xd0\xcf\x11\xe0", 4, "an old office document" },
		{ "{\\rtf", 5, "rich text" },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (len >= kinds[i].len &&
		    !memcmp(text, kinds[i].magic, kinds[i].len))
			return kinds[i].what;
	}
	return NULL;
}

static bool is_utf16(const char *text, size_t len)
{
	return len >= 2 &&
	       (!memcmp(text, "\xff\xfe", 2) || !memcmp(text, "\xfe\xff", 2) ||
		!memcmp(text, "<\0", 2) || !memcmp(text, "\0<", 2));
}

static bool is_blank(const struct rw_markup *markup)
{
	for (size_t i = markup->skip; i < markup->len; i++) {
		if (!rw_scan_is_space(markup->text[i]))
			return false;
	}
	return true;
}

/* The encoding that the XML declaration names must be UTF-8. */
static int check_declared(const struct rw_markup *markup)
{
	struct rw_scan_attr attr;
	struct rw_token token;
	struct rw_pos pos = { markup->file, 0 };
	const char *text = markup->text;
	char shown[32];
	size_t at;

	rw_scan_token(text, markup->len, markup->skip, &token);
	at = token.body + 3;
	if (token.kind != RW_TOKEN_PI || token.body_end < at ||
	    memcmp(text + token.body, "xml", 3))
		return 0;
	while (rw_scan_attr(text, token.body_end, &at, &attr)) {
		if (attr.name_len != 8 ||
		    memcmp(text + attr.name, "encoding", 8))
			continue;
		if (attr.value_len == 5 &&
		    !strncasecmp(text + attr.value, "utf-8", 5))
			continue;
		pos.offset = (uint32_t)attr.value;
		rw_markup_excerpt(markup, attr.value, attr.value_len, shown,
				  sizeof(shown));
		rw_report(markup->diags, RW_ENCODING_OTHER, pos, shown, NULL,
			  NULL);
		return -1;
	}
	return 0;
}

static int check_kind(const struct rw_markup *markup)
{
	struct rw_pos pos = { markup->file, RW_POS_FILE_ONLY };
	const char *what = foreign(markup->text, markup->len);
	char limit[24];

	if (markup->len > markup->limits->file_bytes) {
		snprintf(limit, sizeof(limit), "%zu",
			 markup->limits->file_bytes);
		rw_report(markup->diags, RW_FILE_TOO_BIG, pos, limit, NULL,
			  NULL);
	} else if (is_blank(markup)) {
		rw_report(markup->diags, RW_FILE_EMPTY, pos, NULL, NULL, NULL);
	} else if (what) {
		rw_report(markup->diags, RW_NOT_XML, pos, what, NULL, NULL);
	} else if (is_utf16(markup->text, markup->len)) {
		rw_report(markup->diags, RW_ENCODING_OTHER, pos, "UTF-16", NULL,
			  NULL);
	} else {
		return check_declared(markup);
	}
	return -1;
}

/* --------------------------------------------------------------- outside */

xmlDoc *rw_parse(const struct rw_parse *job)
{
	struct rw_sources *sources = rw_diags_sources(job->diags);
	struct rw_markup markup = { .limits = job->limits,
				    .diags = job->diags };
	struct rw_tags tags = { NULL, 0, 0 };
	xmlDoc *doc = NULL;

	markup.file = rw_sources_add(sources, job->name, job->text, job->len);
	markup.text = rw_sources_text(sources, markup.file, &markup.len);
	if (markup.len >= 3 && !memcmp(markup.text, "\xef\xbb\xbf", 3))
		markup.skip = 3;
	if (!check_kind(&markup) && !rw_wellformed_check(&markup, &tags))
		doc = build(job, &markup);
	if (doc && set_positions(doc, &markup, &tags)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (doc)
		doc->_private = (void *)(uintptr_t)markup.file;
	rw_free(tags.starts);
	return doc;
}

int rw_parse_load(const char *path, const char *name,
		  const struct rw_limits *limits, struct rw_diags *diags,
		  struct rw_buf *out)
{
	int error = rw_file_read(path, limits->file_bytes, out);
	struct rw_pos pos = { 0, RW_POS_FILE_ONLY };
	char limit[24];

	if (!error)
		return 0;
	if (error == EFBIG) {
		pos.file = rw_sources_add(rw_diags_sources(diags), name, "", 0);
		snprintf(limit, sizeof(limit), "%zu", limits->file_bytes);
		rw_report(diags, RW_FILE_TOO_BIG, pos, limit, NULL, NULL);
	} else {
		rw_report(diags, RW_FILE_READ, pos, name, strerror(error),
			  NULL);
	}
	return -1;
}

static void release(void *doc)
{
	xmlFreeDoc(doc);
}

struct rw_doc *rw_doc_own(struct rw_arena *arena, xmlDoc *doc)
{
	rw_arena_defer(arena, release, doc);
	return rw_doc_from_xml(doc);
}

struct rw_doc *rw_doc_parse(struct rw_arena *arena,
			    const struct rw_input *input,
			    const struct rw_limits *limits,
			    struct rw_diags *diags)
{
	struct rw_parse job = { .text = input->text,
				.len = input->len,
				.name = input->name,
				.limits = limits,
				.diags = diags };
	xmlDoc *doc = rw_parse(&job);

	return doc ? rw_doc_own(arena, doc) : NULL;
}

struct rw_doc *rw_doc_read(struct rw_arena *arena, const char *path,
			   const char *name, const struct rw_limits *limits,
			   struct rw_diags *diags)
{
	struct rw_buf text = RW_BUF_INIT;
	struct rw_doc *doc = NULL;

	if (!rw_parse_load(path, name, limits, diags, &text)) {
		const struct rw_input input = { text.data, text.len, name };

		doc = rw_doc_parse(arena, &input, limits, diags);
	}
	rw_buf_release(&text);
	return doc;
}
