/*
 * CommonMark text to and from CommonMark XML (cmark's DTD, RW_NS_MD).
 */
#ifndef RW_TEXT_MARKDOWN_H
#define RW_TEXT_MARKDOWN_H

#include <cmark.h>

#include "xml/doc.h"

#define RW_PROSE_BYTES (16 * 1024) /* cmark 0.30 is quadratic on some */
#define RW_PROSE_LONG (64 * 1024)  /* a description in a table */
#define RW_PROSE_DEPTH 16	   /* quotes and items in each other */

/*
 * Reads the text content of 'element' (its own text runs; child elements such
 * as measure stay where they are) as CommonMark and puts CommonMark XML in its
 * place: common indentation is removed first; raw HTML is removed with a
 * warning; link schemes other than http, https, mailto, tel and relative ones
 * are errors, as are reference definitions. Two lists of a kind that follow
 * each other become one.
 *
 * {{name}} becomes <rw:placeholder name="name"/> in text, and stays as it is
 * in link destinations; in code it is reported. [[id]] and [[id|text]] become
 * <rw:term ref="id"><md:text>text</md:text></rw:term>. A backslash before
 * either mark takes its meaning away.
 *
 * The captions and cells of rw:table children are expanded too, cells to
 * inline nodes without a paragraph; so is 'element' itself if it is a cell.
 * Each md node gets the position of its first byte. An element that has no
 * text of its own is left as it is. -1 if an error was reported.
 */
int rw_markdown_expand(struct rw_node *element, struct rw_diags *diags);

/* The same for text up to RW_PROSE_LONG bytes, without tables. */
int rw_markdown_expand_long(struct rw_node *element, struct rw_diags *diags);

/*
 * The same for one line of plain text (titles, labels): no Markdown, but
 * placeholders. White space is normalised.
 */
int rw_line_expand(struct rw_node *element, struct rw_diags *diags);

/*
 * Reports a link destination whose scheme is not allowed, with -1. Call it
 * again when placeholders in a destination have been replaced.
 */
int rw_link_check(const char *destination, struct rw_pos pos,
		  struct rw_diags *diags);

/*
 * The cmark tree of the md nodes inside 'node' (an md:document or any element
 * with md children; text outside paragraphs gets one). The caller frees it
 * with cmark_node_free. rw:table becomes a CMARK_NODE_CUSTOM_BLOCK whose
 * on_enter is a GitHub pipe table; rw:term its content, or a link if it has
 * @href; a placeholder that is left "{{name}}". Other elements of rolewright
 * are left out when they are children of 'node', errors below. The tree is
 * such that cmark can write it as CommonMark: no blanks at the ends of
 * emphasis, no list after a list. NULL with errors in 'diags' when the tree
 * is not CommonMark's.
 */
cmark_node *rw_markdown_tree(const struct rw_node *node,
			     struct rw_diags *diags);

/* Writes a table (rw:table) in the markup of some output; 0 or -1. */
typedef int rw_table_fn(const struct rw_node *table, struct rw_buf *out,
			struct rw_diags *diags);

/*
 * The same for an output other than Markdown: 'table' writes the tables, and
 * images are replaced by what they say.
 */
cmark_node *rw_markdown_tree_with(const struct rw_node *node,
				  rw_table_fn *table, struct rw_diags *diags);

/*
 * Eight hex digits over the normalised text of a prose or line element after
 * expansion (not its position, attributes or child parts); translations carry
 * it as @of. 'out' has at least 9 bytes.
 */
void rw_prose_hash(const struct rw_node *element, char *out);

#endif
