/*
 * JSON of parts of a tree.
 */
#ifndef RW_WRITE_JSONTREE_H
#define RW_WRITE_JSONTREE_H

#include "xml/doc.h"

/*
 * Appends the value that the element 'node' (fn:map, fn:string ...) stands
 * for, without a line end. -1 with errors in 'diags'.
 */
int rw_json_tree(const struct rw_node *node, bool pretty, struct rw_buf *out,
		 struct rw_diags *diags);

#endif
