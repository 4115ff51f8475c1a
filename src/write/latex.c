/*
 * A LaTeX article for pdflatex, xelatex and lualatex: cmark writes the body.
 */
#include <string.h>

#include "base/memory.h"
#include "text/cmark_memory.h"
#include "write/rendered.h"
#include "write/write.h"

#define LINE_CHARACTERS 80 /* about what a line of the page holds */
#define WIDE_CHARACTERS 16

struct language {
	const char *tag;
	const char *name; /* babel's */
};

/* Of two that fit, the first; English serves for the others. */
static const struct language languages[] = {
	{ "en-GB", "british" },	     { "en-IE", "british" },
	{ "en", "american" },	     { "de-AT", "naustrian" },
	{ "de-CH", "nswissgerman" }, { "de", "ngerman" },
	{ "es", "spanish" },	     { "fr", "french" },
	{ "it", "italian" },	     { "nl", "dutch" },
	{ "pt-BR", "brazilian" },    { "pt", "portuguese" },
	{ "pl", "polish" },	     { "sv", "swedish" },
	{ "da", "danish" },	     { "nb", "norsk" },
	{ "no", "norsk" },	     { "fi", "finnish" },
	{ "cs", "czech" },
};

static const char *babel_name(const char *lang)
{
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		size_t len = strlen(languages[i].tag);

		if (strncmp(lang, languages[i].tag, len) == 0 &&
		    (lang[len] == '\0' || lang[len] == '-'))
			return languages[i].name;
	}
	return "american";
}

/* --------------------------------------------------- what TeX cannot take */

/* Blanks and dashes that pdflatex has no definition of. */
static void replace_rare(char *text)
{
	static const struct {
		const char *from, *to;
	} rare[] = {
		{ "\xE2\x80\xAF", "\xC2\xA0" },	    /* narrow blank */
		{ "\xE2\x80\x89", "\xC2\xA0" },	    /* thin blank */
		{ "\xE2\x80\x91", "-" },	    /* no-break hyphen */
		{ "\xE2\x80\x92", "\xE2\x80\x93" }, /* figure dash */
		{ "\xE2\x80\x8B", "" },		    /* no blank at all */
	};

	for (size_t i = 0; i < sizeof(rare) / sizeof(*rare); i++) {
		size_t from = strlen(rare[i].from), to = strlen(rare[i].to);
		char *at = text;

		while ((at = strstr(at, rare[i].from)) != NULL) {
			memcpy(at, rare[i].to, to);
			memmove(at + to, at + from, strlen(at + from) + 1);
			at += to;
		}
	}
}

/* Bytes that would end or open a group inside \href become %XX. */
static void encode_url(cmark_node *link)
{
	static const char hex[] = "0123456789ABCDEF";
	const char *url = cmark_node_get_url(link);
	struct rw_buf out = RW_BUF_INIT;

	for (; *url; url++) {
		unsigned char c = (unsigned char)*url;

		if (c > ' ' && c < 0x7F && !strchr("\\{}^`\"<>|", c)) {
			rw_buf_putc(&out, *url);
			continue;
		}
		rw_buf_putc(&out, '%');
		rw_buf_putc(&out, hex[c >> 4]);
		rw_buf_putc(&out, hex[c & 15]);
	}
	cmark_node_set_url(link, out.data);
	rw_buf_release(&out);
}

/* One text as LaTeX, on one line. */
static void put_text(struct rw_buf *out, const char *text, size_t len)
{
	cmark_node *document =
		cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, rw_cmark_memory());
	cmark_node *paragraph = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH,
							rw_cmark_memory());
	cmark_node *node =
		cmark_node_new_with_mem(CMARK_NODE_TEXT, rw_cmark_memory());
	struct rw_buf copy = RW_BUF_INIT;

	rw_buf_add(&copy, text, len);
	replace_rare(copy.data);
	cmark_node_set_literal(node, copy.data);
	rw_buf_release(&copy);
	cmark_node_append_child(paragraph, node);
	cmark_node_append_child(document, paragraph);
	rw_rendered_add(out,
			cmark_render_latex(document, CMARK_OPT_NOBREAKS, 0));
	cmark_node_free(document);
}

/*
 * Code lines as text: in a verbatim environment a line of the code could end
 * it and go on in TeX.
 */
static void replace_code(cmark_node *block)
{
	cmark_node *custom = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK,
						     rw_cmark_memory());
	const char *code = cmark_node_get_literal(block);
	struct rw_buf out = RW_BUF_INIT;

	rw_buf_puts(&out, "\\begin{quote}\\ttfamily\\noindent\n");
	while (*code) {
		size_t len = strcspn(code, "\n"), blanks = strspn(code, " ");

		for (size_t i = 0; i < blanks; i++)
			rw_buf_putc(&out, '~');
		put_text(&out, code + blanks, len - blanks);
		code += len + (code[len] == '\n');
		rw_buf_puts(&out, *code ? "\\\\{}\n" : "\n");
	}
	rw_buf_puts(&out, "\\end{quote}\n\n");
	cmark_node_set_on_enter(custom, out.data);
	cmark_node_replace(block, custom);
	cmark_node_free(block);
	rw_buf_release(&out);
}

static void replace_text(cmark_node *node)
{
	char *copy = rw_strdup(cmark_node_get_literal(node));

	replace_rare(copy);
	cmark_node_set_literal(node, copy);
	rw_free(copy);
}

/* Makes the tree one that cmark writes as sound LaTeX. */
static void prepare(cmark_node *tree)
{
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	rw_rendered_drop_local_links(tree);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (type == CMARK_NODE_LINK)
			encode_url(node);
		else if (type == CMARK_NODE_CODE_BLOCK)
			replace_code(node);
		else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			replace_text(node);
	}
	cmark_iter_free(iter);
}

/* ----------------------------------------------------------------- tables */

static int latex_cell(const struct rw_node *cell, struct rw_buf *out,
		      struct rw_diags *diags)
{
	cmark_node *tree = rw_markdown_tree_with(cell, rw_plain_table, diags);
	size_t begin = out->len;

	if (!tree)
		return -1;
	prepare(tree);
	rw_rendered_add(out, cmark_render_latex(tree, CMARK_OPT_NOBREAKS, 0));
	for (size_t i = begin; i < out->len; i++)
		if (out->data[i] == '\n')
			out->data[i] = ' ';
	cmark_node_free(tree);
	return 0;
}

/*
 * Columns as wide as their text while the table fits; else the wide ones share
 * the line in proportion.
 */
static void put_columns(const struct rw_grid *grid, struct rw_buf *out)
{
	static const char letters[] = { 'l', 'r', 'c' };
	size_t total = 0;

	for (size_t c = 0; c < grid->columns; c++)
		total += rw_grid_width(grid, c);
	for (size_t c = 0; c < grid->columns; c++) {
		size_t width = rw_grid_width(grid, c);

		if (total > LINE_CHARACTERS && width > WIDE_CHARACTERS)
			rw_buf_printf(out, "p{0.%02zu\\linewidth}",
				      width * 85 / total);
		else
			rw_buf_putc(out, letters[grid->align[c]]);
	}
}

static void put_row(const struct rw_grid *grid, size_t row, struct rw_buf *out)
{
	bool bold = row == 0 && grid->header;

	for (size_t c = 0; c < grid->columns; c++) {
		rw_buf_puts(out, c > 0 ? " & " : "");
		rw_buf_printf(out, bold ? "\\textbf{%s}" : "{%s}",
			      rw_grid_cell(grid, row, c));
	}
	rw_buf_puts(out, bold ? " \\\\ \\hline\n" : " \\\\\n");
}

static int latex_table(const struct rw_node *table, struct rw_buf *out,
		       struct rw_diags *diags)
{
	struct rw_grid grid;
	int result = rw_grid_init(&grid, table, latex_cell, diags);

	if (grid.columns > 0) {
		rw_buf_puts(out, "\\begin{center}\n");
		if (grid.caption)
			rw_buf_printf(out, "\\textit{%s}\\par\\medskip\n",
				      grid.caption);
		rw_buf_puts(out, "\\begin{tabular}{");
		put_columns(&grid, out);
		rw_buf_puts(out, "}\n\\hline\n");
		for (size_t r = 0; r < grid.rows; r++)
			put_row(&grid, r, out);
		rw_buf_puts(out, "\\hline\n\\end{tabular}\n\\end{center}\n\n");
	}
	rw_grid_release(&grid);
	return result;
}

/* --------------------------------------------------------------- the file */

static void put_prologue(const char *lang, struct rw_buf *out)
{
	const char *paper = strstr(lang, "-US") || strstr(lang, "-CA")
				    ? "letterpaper"
				    : "a4paper";

	rw_buf_printf(out, "\\documentclass[11pt,%s]{article}\n", paper);
	rw_buf_puts(out, "\\usepackage{iftex}\n"
			 "\\ifPDFTeX\n"
			 "  \\usepackage[utf8]{inputenc}\n"
			 "  \\usepackage[T1]{fontenc}\n"
			 "  \\usepackage{textcomp}\n"
			 "  \\usepackage{lmodern}\n"
			 "\\else\n"
			 "  \\usepackage{fontspec}\n"
			 "\\fi\n");
	rw_buf_printf(out, "\\usepackage[shorthands=off,%s]{babel}\n",
		      babel_name(lang));
	rw_buf_puts(out, "\\usepackage[margin=25mm]{geometry}\n"
			 "\\usepackage[hidelinks,unicode]{hyperref}\n"
			 "\\setcounter{secnumdepth}{0}\n"
			 "\\setlength{\\parindent}{0pt}\n"
			 "\\setlength{\\parskip}{6pt plus 2pt}\n");
}

static void put_title(const struct rw_doc *doc, cmark_node *tree,
		      struct rw_buf *out)
{
	cmark_node *title = rw_rendered_title(tree);
	const char *own = rw_rendered_attr(doc, "title");
	const char *date = rw_rendered_attr(doc, "date-text");

	if (*date == '\0')
		date = rw_rendered_attr(doc, "date");
	rw_buf_puts(out, "\\title{");
	if (title)
		rw_rendered_add(
			out, cmark_render_latex(title, CMARK_OPT_NOBREAKS, 0));
	else
		put_text(out, own, strlen(own));
	rw_buf_puts(out, "}\n\\author{}\n\\date{");
	put_text(out, date, strlen(date));
	rw_buf_puts(out, "}\n\n\\begin{document}\n");
	if (title || *own)
		rw_buf_puts(out, "\\maketitle\n");
	rw_buf_putc(out, '\n');
	if (title)
		cmark_node_free(title);
}

int rw_write_latex(const struct rw_doc *tree, struct rw_buf *out,
		   struct rw_diags *diags)
{
	cmark_node *document = rw_rendered_tree(tree, latex_table, diags);
	const char *lang = rw_rendered_attr(tree, "lang");

	if (!document)
		return -1;
	prepare(document);
	put_prologue(*lang ? lang : rw_node_lang(rw_doc_root(tree)), out);
	put_title(tree, document, out);
	rw_rendered_add(out,
			cmark_render_latex(document, CMARK_OPT_DEFAULT, 0));
	rw_buf_puts(out, "\n\n\\end{document}\n");
	cmark_node_free(document);
	return 0;
}
