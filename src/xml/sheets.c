/*
 * Modules of stylesheets. Every href is resolved here, before libxslt sees
 * it, so that it can ask for nothing else.
 */
#include "xml/sheets.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/memory.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/scan.h"

#define NS_XSL "http://www.w3.org/1999/XSL/Transform"
#define NS_EXSL "http://exslt.org/common"
/* Modules that include each other twice could grow without end. */
#define MOST_MODULES 200

/* --------------------------------------------------------------- paths */

/*
 * 'href' relative to the file 'from', without "." and ".."; NULL if it leads
 * out of the folders.
 */
static char *resolve(struct rw_arena *arena, const char *from, const char *href)
{
	const char *slash = strrchr(from, '/');
	size_t dir = slash ? (size_t)(slash - from) + 1 : 0;
	char *path, *out, *in;

	if (*href == '/' || strpbrk(href, ":?#\\%"))
		return NULL;
	path = rw_arena_printf(arena, "%.*s%s", (int)dir, from, href);
	out = in = path;
	while (*in) {
		size_t n = strcspn(in, "/");
		size_t step = n + (in[n] == '/');

		if (n == 2 && in[0] == '.' && in[1] == '.') {
			if (out == path)
				return NULL;
			for (out--; out > path && out[-1] != '/';)
				out--;
		} else if (n && !(n == 1 && in[0] == '.')) {
			memmove(out, in, step);
			out += step;
		}
		in += step;
	}
	*out = '\0';
	return *path ? path : NULL;
}

/* Whether 'path' is a file that really lies in 'folder'. */
static bool lies_in(struct rw_arena *arena, const char *folder,
		    const char *path)
{
	const char *a = rw_path_real(arena, folder);
	const char *b = rw_path_real(arena, path);
	size_t len = a ? strlen(a) : 0;

	return a && b && !strncmp(a, b, len) && (b[len] == '/' || len == 1) &&
	       !rw_file_is_folder(b);
}

static const char *file_path(struct rw_sheets *sheets, size_t folder,
			     const char *name)
{
	return rw_path_join(sheets->arena, sheets->path->folders[folder], name);
}

char *rw_sheets_find(struct rw_sheets *sheets, const char *name, size_t first)
{
	for (size_t i = first; i < sheets->path->count; i++) {
		if (lies_in(sheets->arena, sheets->path->folders[i],
			    file_path(sheets, i, name)))
			return rw_arena_printf(sheets->arena, "/%zu/%s", i,
					       name);
	}
	return NULL;
}

/* Splits a URL of ours: the folder's number, or -1; '*name' the rest. */
static long split(const struct rw_sheets *sheets, const char *url,
		  const char **name)
{
	char *end;
	long folder;

	if (*url != '/' || url[1] < '0' || url[1] > '9')
		return -1;
	folder = strtol(url + 1, &end, 10);
	if (*end != '/' || folder < 0 || (size_t)folder >= sheets->path->count)
		return -1;
	*name = end + 1;
	return folder;
}

/* ------------------------------------------------------------- preparing */

static void report_none(struct rw_sheets *sheets, const struct rw_node *node,
			const char *href)
{
	struct rw_sources *sources = rw_diags_sources(sheets->diags);

	sheets->errors++;
	rw_report(sheets->diags, RW_STYLESHEET_NONE,
		  rw_node_attr_value_pos(node, "href", sources), href, NULL,
		  NULL);
}

/* A module that names itself means the one that it overrides. */
static void resolve_href(struct rw_sheets *sheets, struct rw_node *node,
			 const char *url)
{
	const char *href = rw_node_attr(node, "href");
	const char *name = NULL;
	long folder = split(sheets, url, &name);
	char *path, *found = NULL;

	if (!href || folder < 0)
		return;
	path = resolve(sheets->arena, name, href);
	if (path)
		found = rw_sheets_find(sheets, path,
				       strcmp(path, name) ? 0
							  : (size_t)folder + 1);
	if (found)
		rw_node_set_attr(node, "href", found);
	else
		report_none(sheets, node, href);
}

static void check_extension(struct rw_sheets *sheets, xmlNode *n,
			    const char *prefix)
{
	xmlNs *ns = xmlSearchNs(n->doc, n, RW_XML(prefix));

	if (ns && !strcmp(RW_STR(ns->href), NS_EXSL))
		return;
	sheets->errors++;
	rw_report(sheets->diags, RW_STYLESHEET_EXTENSION,
		  rw_node_pos(rw_from_xml(n)), prefix, NULL, NULL);
}

/* libxslt passes over instructions that it does not know in silence. */
static void check_extensions(struct rw_sheets *sheets, xmlNode *n)
{
	const char *attribute = "extension-element-prefixes";
	const char *blanks = " \n\t\r";
	xmlChar *value = xmlGetNsProp(n, RW_XML(attribute), RW_XML(NS_XSL));
	const char *at;

	if (!value && !strcmp(rw_node_ns(rw_from_xml(n)), NS_XSL))
		value = xmlGetNoNsProp(n, RW_XML(attribute));
	for (at = value ? RW_STR(value) : ""; *at;) {
		size_t space = strspn(at, blanks);
		size_t len = strcspn(at + space, blanks);

		if (len)
			check_extension(sheets, n,
					rw_arena_strndup(sheets->arena,
							 at + space, len));
		at += space + len;
	}
	xmlFree(value);
}

static void prepare(struct rw_sheets *sheets, xmlDoc *doc, const char *url)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct rw_sources *sources = rw_diags_sources(sheets->diags);

	for (xmlNode *n = root; n; n = rw_xml_after(n, root, 0)) {
		struct rw_node *node = rw_from_xml(n);
		const char *name = rw_node_name(node);

		if (n->type != XML_ELEMENT_NODE)
			continue;
		check_extensions(sheets, n);
		if (strcmp(rw_node_ns(node), NS_XSL))
			continue;
		if (!strcmp(name, "include") || !strcmp(name, "import"))
			resolve_href(sheets, node, url);
		if (!rw_node_attr(node, "disable-output-escaping"))
			continue;
		sheets->errors++;
		rw_report(sheets->diags, RW_STYLESHEET_ESCAPING,
			  rw_node_attr_pos(node, "disable-output-escaping",
					   sources),
			  NULL, NULL, NULL);
	}
}

xmlDoc *rw_sheets_load(struct rw_sheets *sheets, const char *url, xmlDict *dict)
{
	struct rw_parse job = { .url = url,
				.dict = dict,
				.limits = &rw_limits_stylesheet,
				.diags = sheets->diags };
	struct rw_buf text = RW_BUF_INIT;
	long folder = split(sheets, url, &job.name);
	xmlDoc *doc = NULL;

	if (folder < 0 || ++sheets->count > MOST_MODULES) {
		sheets->errors++;
		rw_report(sheets->diags, RW_STYLESHEET_LIMIT, RW_NOWHERE,
			  "200 modules", NULL, NULL);
		return NULL;
	}
	job.name = file_path(sheets, (size_t)folder, job.name);
	if (!rw_parse_load(job.name, job.name, job.limits, job.diags, &text)) {
		job.text = text.data;
		job.len = text.len;
		doc = rw_parse(&job);
	}
	rw_buf_release(&text);
	if (!doc) {
		sheets->errors++;
		return NULL;
	}
	rw_map_put(sheets->files, url, doc->_private);
	prepare(sheets, doc, url);
	return doc;
}

/* --------------------------------------------------------------- errors */

/* Whether the start tag 'token' is that of an element of local name 'name'. */
static bool is_named(const char *text, const struct rw_token *token,
		     const char *name, size_t len)
{
	size_t start = token->start + 1;
	size_t n = rw_scan_name(text, token->end, start);
	const char *colon = memchr(text + start, ':', n);

	if (colon) {
		n -= (size_t)(colon + 1 - (text + start));
		start = (size_t)(colon + 1 - text);
	}
	return n == len && !memcmp(text + start, name, n);
}

/* The element 'name' whose start tag ends on line 'line'. */
static struct rw_pos find_element(const struct rw_sources *sources,
				  uint32_t file, unsigned long line,
				  const char *name, size_t name_len)
{
	struct rw_pos pos = { file, RW_POS_FILE_ONLY };
	struct rw_token token;
	unsigned long at_line = 1;
	size_t len, done = 0;
	const char *text = rw_sources_text(sources, file, &len);

	for (size_t at = 0; at < len; at = token.end) {
		rw_scan_token(text, len, at, &token);
		for (; done < token.end; done++)
			at_line += text[done] == '\n';
		if (token.kind != RW_TOKEN_START)
			continue;
		if (at_line > line)
			break;
		if (at_line == line && is_named(text, &token, name, name_len)) {
			pos.offset = (uint32_t)token.start;
			break;
		}
	}
	return pos;
}

/*
 * The place in a line such as "compilation error: file F line 3 element E";
 * false if it is no such line.
 */
static bool read_place(const struct rw_sheets *sheets, const char *text,
		       size_t len, struct rw_pos *pos)
{
	char *copy = rw_arena_strndup(sheets->arena, text, len);
	char *file = strstr(copy, "error: file ");
	char *line = file ? strstr(file, " line ") : NULL;
	char *element = line ? strstr(line, " element ") : NULL;
	void *number;

	if (!element)
		return !strncmp(copy, "compilation error", 17) ||
		       !strncmp(copy, "runtime error", 13);
	*line = '\0';
	number = rw_map_get(sheets->files, file + strlen("error: file "));
	element += strlen(" element ");
	if (number)
		*pos = find_element(rw_diags_sources(sheets->diags),
				    (uint32_t)(uintptr_t)number,
				    strtoul(line + strlen(" line "), NULL, 10),
				    element, strlen(element));
	return true;
}

static void flush(struct rw_sheets *sheets, struct rw_pos pos,
		  struct rw_buf *message)
{
	if (!message->len)
		return;
	sheets->errors++;
	rw_report(sheets->diags, RW_STYLESHEET, pos, message->data, NULL, NULL);
	rw_buf_clear(message);
}

/*
 * A place is followed by its message; messages of XPath stand before the place
 * that they belong to.
 */
void rw_sheets_report(struct rw_sheets *sheets, const char *errors)
{
	struct rw_buf message = RW_BUF_INIT;
	struct rw_pos pos = RW_NOWHERE, next;
	bool placed = false;
	size_t n;

	for (const char *at = errors; *at; at += n + (at[n] == '\n')) {
		n = strcspn(at, "\n");
		next = pos;
		if (read_place(sheets, at, n, &next)) {
			if (placed)
				flush(sheets, pos, &message);
			pos = next;
			placed = true;
		} else if (n && strspn(at, " ^") < n) {
			rw_buf_puts(&message, message.len ? "; " : "");
			rw_buf_add(&message, at, n);
		}
	}
	flush(sheets, pos, &message);
	rw_buf_release(&message);
}
