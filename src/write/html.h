/*
 * Pieces of HTML, for texts that stand inside other formats.
 */
#ifndef RW_WRITE_HTML_H
#define RW_WRITE_HTML_H

#include "xml/doc.h"

/* What is known of an element of HTML; bits. */
enum rw_html_traits {
	RW_HTML_BLOCK = 1,    /* starts a line */
	RW_HTML_VOID = 2,     /* no content, no end tag */
	RW_HTML_RAW = 4,      /* content is not markup: script, style */
	RW_HTML_TEXT = 8,     /* holds text only: title, textarea, raw ones */
	RW_HTML_SPACE = 16,   /* white space counts: pre, textarea */
	RW_HTML_REFUSED = 32, /* read by rules of its own: never written */
	RW_HTML_HIDDEN = 64,  /* not part of the text that people read */
};

/* Traits of the HTML element 'name'; 0 for inline and unknown ones. */
unsigned rw_html_traits(const char *name);

/* True for an element in the namespace of XHTML or in none. */
bool rw_html_is(const struct rw_node *node);

/*
 * True if a link to 'url' does nothing but open a page, a mail or a call:
 * http, https, mailto, tel, or no scheme. White space and control characters
 * that browsers skip are skipped.
 */
bool rw_html_url_is_safe(const char *url);

/*
 * Appends what stands inside 'node' as a piece of HTML in one line.
 * -1 with errors in 'diags'.
 */
int rw_html_fragment(const struct rw_node *node, struct rw_buf *out,
		     struct rw_diags *diags);

#endif
