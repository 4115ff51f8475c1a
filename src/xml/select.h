/*
 * XPath 1.0 expressions over a document, with the prefixes rw and md bound.
 * User strings never become part of an expression.
 */
#ifndef RW_XML_SELECT_H
#define RW_XML_SELECT_H

#include "xml/doc.h"

/*
 * The string value of 'expression' at 'node', which 'arena' owns; NULL with an
 * error at 'pos' in 'diags'.
 */
char *rw_select_string(struct rw_arena *arena, struct rw_node *node,
		       const char *expression, struct rw_pos pos,
		       struct rw_diags *diags);

#endif
