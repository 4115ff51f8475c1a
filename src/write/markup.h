/*
 * The instructions that a result tree may hold for its serialiser:
 * elements in RW_NS_OUT.
 */
#ifndef RW_WRITE_MARKUP_H
#define RW_WRITE_MARKUP_H

#include "xml/doc.h"

/*
 * Trees that are nested deeper are not written: the writers recurse, and
 * HTML parsers give up not far beyond.
 */
#define RW_WRITE_DEPTH 256

/* A constant number as a string, for messages about limits. */
#define RW_DECIMAL_OF(constant) RW_DIGITS_OF(constant)
#define RW_DIGITS_OF(number) #number

/*
 * Reports, with -1, a tree without root (NULL) and what goes deeper than
 * RW_WRITE_DEPTH below 'top'.
 */
int rw_tree_check(const struct rw_node *top, struct rw_diags *diags);

/* True for out:'name'. */
bool rw_out_is(const struct rw_node *node, const char *name);

/*
 * Appends the text that 'node', out:markup or out:cdata, stands for, without
 * any escaping; instructions inside it come first. -1 with errors in 'diags'.
 */
int rw_markup_text(const struct rw_node *node, struct rw_buf *out,
		   struct rw_diags *diags);

/* The same, as if the children of out:markup were those of 'content'. */
int rw_markup_text_of(const struct rw_node *node, const struct rw_node *content,
		      struct rw_buf *out, struct rw_diags *diags);

/* Puts 'text' where 'node' stood. */
void rw_markup_replace(struct rw_node *node, const char *text);

/*
 * Appends the text directly inside 'node': its text, and what out:markup and
 * out:cdata stand for. Any other element is an error.
 */
int rw_markup_content(const struct rw_node *node, struct rw_buf *out,
		      struct rw_diags *diags);

#endif
