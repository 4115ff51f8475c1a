/*
 * Writing rows of character-separated values (RFC 4180).
 */
#ifndef RW_BASE_CSV_H
#define RW_BASE_CSV_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Adds one cell: in quotes when it holds 'delimiter', a quote, a line break, or
 * a blank at an end, else as it is. The caller writes delimiters and line ends.
 */
void rw_csv_cell(struct rw_buf *out, const char *text, char delimiter);

#endif
