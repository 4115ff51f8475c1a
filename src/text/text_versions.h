/*
 * Versions of ICU, PCRE2 and cmark.
 */
#ifndef RW_TEXT_TEXT_VERSIONS_H
#define RW_TEXT_TEXT_VERSIONS_H

#include "base/buf.h"

/* Appends a line for each: "ICU 72.1". */
void rw_text_versions(struct rw_buf *out);

#endif
