/*
 * What the writers of Markdown, plain text, LaTeX and man pages share.
 */
#ifndef RW_WRITE_RENDERED_H
#define RW_WRITE_RENDERED_H

#include "text/markdown.h"
#include "text/table_grid.h"

/* The cmark tree of 'doc', an md:document; NULL with errors in 'diags'. */
cmark_node *rw_rendered_tree(const struct rw_doc *doc, rw_table_fn *table,
			     struct rw_diags *diags);

/*
 * Takes the heading that the document begins with, if it is of level 1, out
 * of the tree, as a paragraph in a document that the caller frees, and moves
 * the other headings one level up. NULL if there is none.
 */
cmark_node *rw_rendered_title(cmark_node *tree);

/* Moves each heading below level 1 one level up. */
void rw_rendered_raise_headings(cmark_node *tree);

/* Links that lead nowhere on paper become their text. */
void rw_rendered_drop_local_links(cmark_node *tree);

/* Adds 'text' without line ends at its end, and rw_frees it. */
void rw_rendered_add(struct rw_buf *out, char *text);

/* The attribute of the root element, or "". */
const char *rw_rendered_attr(const struct rw_doc *doc, const char *name);

/* Plain text of inline content (rw_cell_fn). */
int rw_plain_cell(const struct rw_node *cell, struct rw_buf *out,
		  struct rw_diags *diags);

/* A table with aligned columns in plain text (rw_table_fn). */
int rw_plain_table(const struct rw_node *table, struct rw_buf *out,
		   struct rw_diags *diags);

#endif
