/*
 * Markdown: cmark writes the tree; tables are GitHub's.
 */
#include "write/write.h"

#include <string.h>

#include "base/memory.h"
#include "write/rendered.h"

/* cmark leaves a blank behind a fence that names no language. */
static bool is_bare_fence(const char *line, size_t size)
{
	size_t at = strspn(line, " >"), ticks = strspn(line + at, "`");

	return ticks > 2 && at + ticks + 1 == size && line[size - 1] == ' ';
}

/* Adds 'text' with lines of blanks only emptied, and one line end. */
static void add_lines(struct rw_buf *out, const char *text)
{
	size_t len = strlen(text);

	while (len > 0 && strchr(" \n", text[len - 1]))
		len--;
	for (size_t at = 0; at < len;) {
		const char *end = memchr(text + at, '\n', len - at);
		size_t size = end ? (size_t)(end - text) - at : len - at;

		if (strspn(text + at, " ") < size)
			rw_buf_add(out, text + at,
				   size - is_bare_fence(text + at, size));
		rw_buf_putc(out, '\n');
		at += size + 1;
	}
}

int rw_write_markdown(const struct rw_doc *tree, struct rw_buf *out,
		      struct rw_diags *diags)
{
	cmark_node *document = rw_rendered_tree(tree, NULL, diags);
	char *text;

	if (!document)
		return -1;
	text = cmark_render_commonmark(document, CMARK_OPT_DEFAULT, 0);
	add_lines(out, text);
	rw_free(text);
	cmark_node_free(document);
	return 0;
}
