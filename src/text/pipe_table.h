/*
 * Tables as GitHub's Markdown has them.
 */
#ifndef RW_TEXT_PIPE_TABLE_H
#define RW_TEXT_PIPE_TABLE_H

#include "text/markdown.h"

/* Writes 'table' with a blank line behind it. */
int rw_pipe_table(const struct rw_node *table, struct rw_buf *out,
		  struct rw_diags *diags);

#endif
