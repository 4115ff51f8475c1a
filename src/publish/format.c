/*
 * From a document through a stylesheet to bytes.
 */
#include <pthread.h>
#include <string.h>

#include "base/date.h"
#include "base/map.h"
#include "publish/format.h"
#include "publish/linkeddata.h"
#include "write/write.h"
#include "xml/serialise.h"
#include "xml/stylesheet.h"

static const struct rw_format_facts facts[RW_FORMATS] = {
	[RW_FORMAT_HTML] = { "html", "text/html", "web page" },
	[RW_FORMAT_MD] = { "md", "text/markdown", "Markdown (CommonMark)" },
	[RW_FORMAT_TXT] = { "txt", "text/plain", "plain text" },
	[RW_FORMAT_DOCX] = { "docx",
			     "application/vnd.openxmlformats-officedocument"
			     ".wordprocessingml.document",
			     "Word document" },
	[RW_FORMAT_JSON] = { "json", "application/json",
			     "JSON (HR Open names)" },
	[RW_FORMAT_TEX] = { "tex", "application/x-latex", "LaTeX" },
	[RW_FORMAT_MAN] = { "man", "text/troff", "manual page" },
	[RW_FORMAT_XML] = { "xml", "application/xml", "XML" },
};

struct rw_sheets {
	struct rw_arena *arena;
	struct rw_workspace *ws;
	pthread_mutex_t lock;
	struct rw_map *compiled; /* name -> struct compiled */
};

struct compiled {
	struct rw_stylesheet *sheet; /* NULL after an error */
};

const struct rw_format_facts *rw_format_facts(enum rw_format format)
{
	return &facts[format];
}

enum rw_format rw_format_find(const char *name)
{
	int i = 0;

	while (i < RW_FORMATS && strcmp(facts[i].name, name) != 0)
		i++;
	return (enum rw_format)i;
}

const char *rw_format_sheet(enum rw_format format)
{
	switch (format) {
	case RW_FORMAT_HTML:
		return "document/html.xsl";
	case RW_FORMAT_JSON:
		return "document/json.xsl";
	default:
		return "document/commonmark.xsl";
	}
}

static void release(void *object)
{
	struct rw_sheets *sheets = object;

	rw_map_free(sheets->compiled);
	rw_arena_free(sheets->arena);
	pthread_mutex_destroy(&sheets->lock);
}

struct rw_sheets *rw_sheets_new(struct rw_arena *arena, struct rw_workspace *ws)
{
	struct rw_sheets *sheets = rw_arena_zalloc(arena, sizeof(*sheets));

	/* Its own: threads add to it while others use the caller's. */
	sheets->arena = rw_arena_new();
	sheets->ws = ws;
	sheets->compiled = rw_map_new();
	pthread_mutex_init(&sheets->lock, NULL);
	rw_arena_defer(arena, release, sheets);
	return sheets;
}

struct rw_workspace *rw_sheets_workspace(const struct rw_sheets *sheets)
{
	return sheets->ws;
}

static const struct rw_stylesheet *
sheet_of(struct rw_sheets *sheets, const char *name, struct rw_diags *diags)
{
	struct rw_stylesheet_path path;
	struct compiled *c;

	pthread_mutex_lock(&sheets->lock);
	c = rw_map_get(sheets->compiled, name);
	if (c == NULL) {
		path.folders =
			rw_workspace_stylesheets(sheets->ws, &path.count);
		c = rw_arena_zalloc(sheets->arena, sizeof(*c));
		c->sheet =
			rw_stylesheet_load(sheets->arena, &path, name, diags);
		rw_map_put(sheets->compiled, name, c);
	}
	pthread_mutex_unlock(&sheets->lock);
	return c->sheet;
}

void rw_sheets_compile(struct rw_sheets *sheets, const char *name,
		       struct rw_diags *diags)
{
	sheet_of(sheets, name, diags);
}

const struct rw_inspection *rw_sheets_inspect(struct rw_sheets *sheets,
					      const char *name,
					      struct rw_diags *diags)
{
	const struct rw_stylesheet *sheet = sheet_of(sheets, name, diags);
	struct rw_inspection *inspection;

	if (sheet == NULL)
		return NULL;
	pthread_mutex_lock(&sheets->lock);
	inspection = rw_inspect(sheets->arena, sheet);
	pthread_mutex_unlock(&sheets->lock);
	return inspection;
}

struct rw_doc *rw_format_tree(const struct rw_press *press, struct rw_doc *doc,
			      const char *name)
{
	const struct rw_stylesheet *sheet =
		sheet_of(press->sheets, name, press->diags);

	return sheet ? rw_stylesheet_run(press->arena, sheet, doc, press->diags)
		     : NULL;
}

/* The day that the archive of a Word document says. */
static int32_t day_of(const struct rw_doc *doc)
{
	const char *date = rw_node_attr(rw_doc_root(doc), "date");
	int32_t day = date ? rw_date_parse(date) : RW_DATE_NONE;

	return day == RW_DATE_NONE ? 0 : day;
}

static int write_docx(const struct rw_press *press, struct rw_doc *markdown,
		      struct rw_buf *out)
{
	int32_t day = day_of(markdown);
	struct rw_doc *tree =
		rw_format_tree(press, markdown, "document/docx.xsl");

	return tree ? rw_write_opc(tree, day, out, press->diags) : -1;
}

int rw_format_write(const struct rw_press *press, struct rw_doc *doc,
		    const char *name, enum rw_format format, struct rw_buf *out)
{
	struct rw_pos pos = rw_node_pos(rw_doc_root(doc));
	struct rw_doc *tree = rw_format_tree(press, doc, name);
	struct rw_diags *diags = press->diags;

	if (tree != NULL && format == RW_FORMAT_HTML)
		rw_linked_data_check(tree, pos, diags);
	if (tree == NULL || rw_markup_expand(tree, diags) != 0)
		return -1;
	switch (format) {
	case RW_FORMAT_HTML:
		return rw_write_html(tree, out, diags);
	case RW_FORMAT_MD:
		return rw_write_markdown(tree, out, diags);
	case RW_FORMAT_TXT:
		return rw_write_plain(tree, out, diags);
	case RW_FORMAT_DOCX:
		return write_docx(press, tree, out);
	case RW_FORMAT_JSON:
		return rw_write_json(tree, true, out, diags);
	case RW_FORMAT_TEX:
		return rw_write_latex(tree, out, diags);
	case RW_FORMAT_MAN:
		return rw_write_man(tree, out, diags);
	default:
		return rw_write_xml(tree, out, diags);
	}
}

int rw_format_write_tree(const struct rw_press *press, struct rw_doc *doc,
			 const char *name, struct rw_buf *out)
{
	struct rw_doc *tree = rw_format_tree(press, doc, name);

	if (tree == NULL)
		return -1;
	rw_doc_write(tree, false, out);
	return 0;
}
