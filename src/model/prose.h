/*
 * Prose as plain text, for summaries, tool tips and searches.
 */
#ifndef RW_MODEL_PROSE_H
#define RW_MODEL_PROSE_H

#include "xml/doc.h"

/* The text of prose, blocks parted by blanks; 'arena' owns it. */
char *rw_plain_text(struct rw_arena *arena, const struct rw_node *node);

/*
 * The first sentence of 'text', or more where it has under 40 bytes; 'arena'
 * owns it.
 */
char *rw_first_sentence(struct rw_arena *arena, const char *text);

#endif
