/*
 * What browsers and word processors take out of HTML before anybody sees it.
 */
#ifndef RW_READ_HTMLCLEAN_H
#define RW_READ_HTMLCLEAN_H

#include "xml/doc.h"

/*
 * 'html' without the marks of conditional comments that show their content:
 * <![if !vml]>, <!--[if !vml]-->, and their ends. What they set around the
 * bullet of a list stands in a <span style="mso-list:Ignore">, as Word itself
 * writes it elsewhere. 'arena' owns the result, if it is another text.
 */
const char *rw_html_clean(struct rw_arena *arena, const char *html);

/* True if a browser or Word does not show the element: hidden, display:none. */
bool rw_html_is_unseen(const struct rw_node *element);

/* The level of the list that Word says a paragraph is an item of; 0: none. */
unsigned rw_word_level(const struct rw_node *element);

/* The sign of an item, which Word writes as text. */
enum rw_word_sign {
	RW_WORD_NONE, /* it is none */
	RW_WORD_BULLET,
	RW_WORD_NUMBER, /* "3." or "3)" */
	RW_WORD_OTHER	/* "a)", "1.2.", "iv." */
};

/* What the element is; *number is that of RW_WORD_NUMBER. */
enum rw_word_sign rw_word_sign(const struct rw_node *element, unsigned *number);

#endif
