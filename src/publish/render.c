/*
 * One document in one format.
 */
#include <string.h>

#include "base/file.h"
#include "publish/logo.h"
#include "publish/render.h"

#define CSS_BYTES (1024 * 1024)

char *rw_render_css(struct rw_workspace *ws, struct rw_arena *arena,
		    struct rw_diags *diags)
{
	struct rw_buf css = RW_BUF_INIT;
	const char *const *folders;
	size_t count;
	int error = 0;
	char *path = NULL, *text = NULL;

	folders = rw_workspace_stylesheets(ws, &count);
	for (size_t i = 0; i < count; i++) {
		path = rw_path_join(arena, folders[i], "css/rolewright.css");
		error = rw_file_read(path, CSS_BYTES, &css);
		if (error == 0)
			break;
	}
	if (error == 0)
		text = rw_arena_strndup(arena, css.data, css.len);
	else
		rw_report(diags, RW_FILE_READ, RW_NOWHERE, path,
			  strerror(error), NULL);
	rw_buf_release(&css);
	return text;
}

int rw_render_style(struct rw_workspace *ws, struct rw_arena *arena,
		    struct rw_doc *doc, struct rw_diags *diags)
{
	char *css = rw_render_css(ws, arena, diags);

	if (css == NULL)
		return -1;
	rw_node_add_with_text(rw_doc_root(doc), RW_NS, "css", css);
	return 0;
}

int rw_render_prepare(const struct rw_press *press, struct rw_doc *doc,
		      enum rw_format format, bool alone)
{
	struct rw_workspace *ws = rw_sheets_workspace(press->sheets);

	if (format == RW_FORMAT_DOCX)
		return rw_logo_embed(ws, press->arena, doc, press->diags);
	if (format == RW_FORMAT_HTML && alone)
		return rw_render_style(ws, press->arena, doc, press->diags);
	return 0;
}

/* The stylesheet for 'doc' in 'format'. */
static const char *sheet_of(const struct rw_doc *doc, enum rw_format format)
{
	if (!rw_node_is(rw_doc_root(doc), "guide"))
		return rw_format_sheet(format);
	switch (format) {
	case RW_FORMAT_HTML:
		return "guide/html.xsl";
	case RW_FORMAT_JSON:
		return "guide/json.xsl";
	default:
		return "guide/commonmark.xsl";
	}
}

int rw_render(const struct rw_press *press, struct rw_doc *doc,
	      enum rw_format format, struct rw_buf *out)
{
	return rw_format_write(press, doc, sheet_of(doc, format), format, out);
}

int rw_render_tree(const struct rw_press *press, struct rw_doc *doc,
		   enum rw_format format, struct rw_buf *out)
{
	return rw_format_write_tree(press, doc, sheet_of(doc, format), out);
}
