/*
 * Plain text as CommonMark XML.
 */
#ifndef RW_READ_TEXTPROSE_H
#define RW_READ_TEXTPROSE_H

#include "xml/doc.h"

/*
 * Appends 'text' to 'element' as blocks: a blank line parts paragraphs, lines
 * that begin with "-", "*", "•" or "1." are items of a list, other lines of a
 * paragraph are parted by line breaks. No character of it is markup.
 */
void rw_text_prose(struct rw_node *element, const char *text,
		   struct rw_pos pos);

/* Appends 'text' in one paragraph, white space as one blank. */
void rw_text_paragraph(struct rw_node *element, const char *text,
		       struct rw_pos pos);

/*
 * Calls 'item' for each line of 'text' that is not blank, or for each part
 * between 'separator' (NULL or "": lines), without bullet and blanks.
 */
void rw_text_items(const char *text, const char *separator,
		   void (*item)(void *context, const char *text, size_t len),
		   void *context);

#endif
