/*
 * Lines that begin with a bullet, typed as text: CommonMark XML makes a list
 * of them.
 */
#ifndef RW_READ_BULLETED_H
#define RW_READ_BULLETED_H

#include "xml/doc.h"

/*
 * Makes lists of the paragraphs behind the block 'last' of 'prose' (NULL: of
 * all), where two lines or more in a row begin with a sign that is nothing but
 * a bullet, as "•" or "▪". A hyphen is none: it reads well as it stands, and
 * may be one of speech, or a minus.
 */
void rw_bulleted_lists(struct rw_node *prose, const struct rw_node *last);

/* Takes the bullet from the beginning of a paragraph, if there is one. */
void rw_bulleted_strip(struct rw_node *paragraph);

#endif
