/*
 * Writing text so that it stays text: one function for each place it can
 * stand in.
 */
#ifndef RW_WRITE_ESCAPE_H
#define RW_WRITE_ESCAPE_H

#include <stddef.h>

#include "base/buf.h"

enum rw_escape {
	RW_ESCAPE_XML_TEXT,  /* & < > and CR */
	RW_ESCAPE_XML_ATTR,  /* ... and ", tab, LF */
	RW_ESCAPE_HTML_TEXT, /* & < > */
	RW_ESCAPE_HTML_ATTR, /* & " < > */
	RW_ESCAPE_HTML_BARE, /* < only: for readers that know no entities */
	RW_ESCAPES
};

/* What each signs slots with (base/slot.h): one letter for each place. */
#define RW_ESCAPE_LETTERS "xytab"
/* The same for a CDATA section: no value that may be part of its end. */
#define RW_ESCAPE_CDATA 'c'

/*
 * Appends 'text' for the place 'where'; attribute values go between double
 * quotes. Control characters, which no place may hold, become U+FFFD.
 */
void rw_escape(struct rw_buf *out, const char *text, enum rw_escape where);
void rw_escape_n(struct rw_buf *out, const char *text, size_t len,
		 enum rw_escape where);

/* Appends a CDATA section of 'text', cut in two wherever it holds "]]>". */
void rw_escape_cdata(struct rw_buf *out, const char *text, size_t len);

#endif
