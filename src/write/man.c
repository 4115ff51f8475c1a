/*
 * A man(7) page: cmark writes the body, tables are aligned text.
 */
#include <string.h>

#include "base/memory.h"
#include "text/cmark_memory.h"
#include "write/rendered.h"
#include "write/write.h"

/* Lints of man pages object to longer lines, in bytes. */
enum {
	LINE = 80
};

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

/* Lines as they are: no macro, no escape; long ones go on behind a "\c". */
static void put_lines(struct rw_buf *out, const char *text)
{
	bool begin = true;
	size_t from = out->len;

	for (; *text; text++) {
		if (begin)
			from = out->len;
		/* Within a character of several bytes is no place to break. */
		if (out->len - from > LINE - 8 && (*text & 0xC0) != 0x80) {
			rw_buf_puts(out, "\\c\n");
			from = out->len;
			begin = true;
		}
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

/* cmark writes a hard break without a line end before its macro. */
static void replace_breaks(cmark_node *tree)
{
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter), *custom;

		if (cmark_node_get_type(node) != CMARK_NODE_LINEBREAK)
			continue;
		custom = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE,
						 rw_cmark_memory());
		cmark_node_set_on_enter(custom, "\n.br\n");
		cmark_node_replace(node, custom);
		cmark_node_free(node);
	}
	cmark_iter_free(iter);
}

/* What cmark wrote, line by line. */
struct lines {
	struct rw_buf *out;
	enum {
		TEXT,
		HEADING,
		BEHIND_HEADING
	} place;
	bool verbatim;
};

static bool is_line(const char *line, size_t len, const char *what)
{
	return len == strlen(what) && memcmp(line, what, len) == 0;
}

/*
 * The blank at which to break the line: the last that leaves LINE bytes, or
 * the first behind. No line may begin with the mark of a macro. 'len' if there
 * is none.
 */
static size_t blank_of(const char *line, size_t len)
{
	size_t found = len;

	for (size_t i = 1; i < len; i++) {
		char next = line[i + strspn(line + i, " ")];

		if (line[i] != ' ' || line[i - 1] == ' ' ||
		    line[i - 1] == '\\' || next == '.' || next == '\'')
			continue;
		if (i > LINE && found < len)
			break;
		found = i;
	}
	return found;
}

static void put_wrapped(struct rw_buf *out, const char *line, size_t len)
{
	while (len > LINE) {
		size_t blank = blank_of(line, len), next = blank;

		while (next < len && line[next] == ' ')
			next++;
		if (next == len)
			break;
		rw_buf_add(out, line, blank);
		rw_buf_putc(out, '\n');
		line += next;
		len -= next;
	}
	rw_buf_add(out, line, len);
}

/* A heading is one line, and begins a paragraph. */
static void put_line(struct lines *l, const char *line, size_t len)
{
	if (l->place == BEHIND_HEADING && is_line(line, len, ".PP"))
		return;
	if (l->place == HEADING || l->verbatim || line[0] == '.')
		rw_buf_add(l->out, line, len);
	else
		put_wrapped(l->out, line, len);
	rw_buf_putc(l->out, '\n');
	if (l->place == HEADING)
		l->place = BEHIND_HEADING;
	else if (is_line(line, len, ".SH") || is_line(line, len, ".SS"))
		l->place = HEADING;
	else
		l->place = TEXT;
	if (is_line(line, len, ".nf") || is_line(line, len, ".fi"))
		l->verbatim = line[1] == 'n';
}

static void put_text(struct rw_buf *out, const char *text)
{
	struct lines lines = { .out = out };

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		put_line(&lines, text, len);
		text += len + (text[len] == '\n');
	}
}

/*
 * Adds what cmark wrote, with a name of the fixed font that every man knows:
 * a backslash of the text has become "\e" or "\[rs]", so it is never meant.
 */
static void put_body(struct rw_buf *out, char *body)
{
	static const char font[] = "\\f[C]";
	const char *at = body, *next;
	struct rw_buf copy = RW_BUF_INIT, text = RW_BUF_INIT;

	while ((next = strstr(at, font)) != NULL) {
		rw_buf_add(&copy, at, (size_t)(next - at));
		rw_buf_puts(&copy, "\\f[CR]");
		at = next + sizeof(font) - 1;
	}
	rw_buf_puts(&copy, at);
	rw_free(body);
	rw_rendered_add(&text, rw_buf_detach(&copy));
	put_text(out, text.data);
	rw_buf_release(&text);
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
	put_body(out, cmark_render_man(document, CMARK_OPT_DEFAULT, 0));
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
	replace_breaks(document);
	put_page(tree, document, out);
	cmark_node_free(document);
	return 0;
}
