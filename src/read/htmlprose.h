/*
 * HTML of strangers as CommonMark XML: an allow-list, so that nothing else
 * ever reaches an output.
 */
#ifndef RW_READ_HTMLPROSE_H
#define RW_READ_HTMLPROSE_H

#include "xml/doc.h"

#define RW_HTML_BYTES (64 * 1024)

/* True if 'text' has tags, raw or escaped ("&lt;p&gt;"). */
bool rw_html_is_in(const char *text);

/*
 * Appends the content of 'html' to 'element' as blocks of CommonMark XML with
 * rw:table beside it: paragraphs, headings, lists, quotes, code, rules, links
 * to the web, emphasis. Other elements give their content, but script, style
 * and forms, which are dropped. Each kind of thing that is dropped is reported
 * once, at 'pos'. -1 if it is over RW_HTML_BYTES.
 */
int rw_html_prose(struct rw_node *element, const char *html, struct rw_pos pos,
		  struct rw_diags *diags);

/*
 * The same for a list: calls 'item' with a new element, which is part of a
 * scrap document, for each <li>, or each block if there is no list.
 */
int rw_html_items(const char *html, struct rw_pos pos, struct rw_diags *diags,
		  void (*item)(void *context, const struct rw_node *content),
		  void *context);

#endif
