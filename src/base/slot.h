/*
 * Slots: marks in a text for values that are put in later.
 *
 * A mark is U+FDD0, a number, letters, U+FDD1: two characters that are no
 * text. Whatever escapes text on its way out leaves a mark as it is but signs
 * it with a letter, so that the end of the way knows what the value would have
 * gone through. What does not sign is a way on which no slot may go.
 */
#ifndef RW_BASE_SLOT_H
#define RW_BASE_SLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define RW_SLOT_OPEN "\xEF\xB7\x90"
#define RW_SLOT_CLOSE "\xEF\xB7\x91"
#define RW_SLOT_LEAD 0xEF /* first byte of both */

/* Letters that base/json.h signs with. */
#define RW_SLOT_JSON 'j'   /* inside a string */
#define RW_SLOT_NUMBER 'n' /* a number, checked */

/* Appends the mark of slot 'number', unsigned. */
void rw_slot_add(struct rw_buf *out, size_t number);

/* Bytes of the mark that 'text' starts with; 0 if it starts with none. */
size_t rw_slot_length(const char *text, size_t len);

/* Appends the mark 'mark', which has 'len' bytes, signed with 'letter'. */
void rw_slot_sign(struct rw_buf *out, const char *mark, size_t len,
		  char letter);

/* True if a mark, or a part of one, stands in 'text'. */
bool rw_slot_in(const char *text);

#endif
