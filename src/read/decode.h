/*
 * Bytes of a file in any encoding as UTF-8, a piece at a time.
 */
#ifndef RW_READ_DECODE_H
#define RW_READ_DECODE_H

#include "diag/diags.h"

#define RW_DECODE_PEEK (1024 * 1024) /* bytes that the encoding is found in */

struct rw_decode;

/*
 * Opens 'path' ("-": standard input), which messages call 'name'. 'encoding'
 * is a name that ICU knows; NULL: found out from a byte order mark, from the
 * zero bytes of UTF-16, or from what is no UTF-8 (then Windows-1252), and
 * reported unless it is UTF-8. NULL after an error. The caller closes it.
 */
struct rw_decode *rw_decode_open(const char *path, const char *name,
				 const char *encoding, struct rw_diags *diags);
void rw_decode_close(struct rw_decode *decode);

/*
 * Appends more text to 'out', without a byte order mark: 1, 0 at the end, -1
 * after an error. Bytes that are no text of the encoding become U+FFFD.
 */
int rw_decode_next(struct rw_decode *decode, struct rw_buf *out);

/* The encoding in use: "UTF-8", "windows-1252". */
const char *rw_decode_encoding(const struct rw_decode *decode);

/* True for a spreadsheet, a PDF, an archive...: its name in *what. */
bool rw_decode_is_binary(const struct rw_decode *decode, const char **what);

#endif
