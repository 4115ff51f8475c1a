/*
 * HTML of strangers as a tree of nodes, for reading prose out of it.
 */
#ifndef RW_XML_HTMLPARSE_H
#define RW_XML_HTMLPARSE_H

#include "xml/doc.h"

/*
 * The tree of 'len' bytes of HTML in UTF-8, a whole page or a part of one:
 * elements without a namespace, names in lower case, entities replaced; what
 * has a prefix, as <o:p> of a word processor, is a span. It is
 * mended as browsers do, never refused: nothing is reported, nothing loaded.
 * 'arena' owns it. NULL if there is no element or text. *cut becomes true when
 * the parser gave up on elements that are nested too deep.
 */
struct rw_doc *rw_html_parse(struct rw_arena *arena, const char *html,
			     size_t len, bool *cut);

/*
 * Length of the reference that 'text' begins with, such as "&amp;" or "&#38;",
 * or 0. Names are those of HTML 4, and of HTML 5 "apos", "AMP", "GT", "LT" and
 * "QUOT".
 */
size_t rw_html_reference(const char *text);

#endif
