/*
 * A man(7) page: cmark writes the body, tables are aligned text.
 */
#include <string.h>

#include "base/memory.h"
#include "write/rendered.h"
#include "write/write.h"

/* 'text' inside a quoted argument of a macro, on one line. */
static void put_argument(struct rw_buf *out, const char *text)
{
	rw_buf_puts(out, " \"");
	for (; *text; text++) {
		if (*text == '\\')
			rw_buf_puts(out, "\\e");
		else if (*text == '"')
			rw_buf_puts(out, "\\(dq");
		else
			rw_buf_putc(out, (char)(*text == '\n' ? ' ' : *text));
	}
	rw_buf_putc(out, '"');
}

/* Lines as they are: no macro, no escape. */
static void put_lines(struct rw_buf *out, const char *text)
{
	bool begin = true;

	for (; *text; text++) {
		if (begin && (*text == '.' || *text == '\''))
			rw_buf_puts(out, "\\&");
		if (*text == '\\')
			rw_buf_puts(out, "\\e");
		else if (*text == '-')
			rw_buf_puts(out, "\\-");
		else
			rw_buf_putc(out, *text);
		begin = *text == '\n';
	}
}

static int man_table(const struct rw_node *table, struct rw_buf *out,
		     struct rw_diags *diags)
{
	struct rw_buf text = RW_BUF_INIT;
	int result = rw_plain_table(table, &text, diags);

	rw_buf_puts(out, ".PP\n.nf\n");
	put_lines(out, text.data);
	rw_buf_puts(out, ".fi\n");
	rw_buf_release(&text);
	return result;
}

static void put_page(const struct rw_doc *tree, cmark_node *document,
		     struct rw_buf *out)
{
	const char *title = rw_rendered_attr(tree, "title");
	const char *first = rw_rendered_attr(tree, "id");

	rw_buf_puts(out, ".TH");
	put_argument(out, *title ? title : first);
	rw_buf_puts(out, " 7");
	put_argument(out, rw_rendered_attr(tree, "date"));
	put_argument(out, "");
	put_argument(out, "");
	rw_buf_putc(out, '\n');
	rw_rendered_add(out, cmark_render_man(document, CMARK_OPT_DEFAULT, 0));
	rw_buf_putc(out, '\n');
}

int rw_write_man(const struct rw_doc *tree, struct rw_buf *out,
		 struct rw_diags *diags)
{
	cmark_node *document = rw_rendered_tree(tree, man_table, diags);

	if (!document)
		return -1;
	rw_rendered_drop_local_links(document);
	/* There are two levels only, and the title needs none of its own. */
	rw_rendered_raise_headings(document);
	put_page(tree, document, out);
	cmark_node_free(document);
	return 0;
}
