/*
 * Marks of slots.
 */
#include "base/slot.h"

#include <string.h>

#define EDGE (sizeof(RW_SLOT_OPEN) - 1)

void rw_slot_add(struct rw_buf *out, size_t number)
{
	rw_buf_printf(out, RW_SLOT_OPEN "%zu" RW_SLOT_CLOSE, number);
}

size_t rw_slot_length(const char *text, size_t len)
{
	size_t at = EDGE;

	if (len < 2 * EDGE || memcmp(text, RW_SLOT_OPEN, EDGE) != 0)
		return 0;
	while (at < len && text[at] >= '0' && text[at] <= '9')
		at++;
	while (at < len && at > EDGE && text[at] >= 'a' && text[at] <= 'z')
		at++;
	return at > EDGE && at + EDGE <= len &&
			       memcmp(text + at, RW_SLOT_CLOSE, EDGE) == 0
		       ? at + EDGE
		       : 0;
}

void rw_slot_sign(struct rw_buf *out, const char *mark, size_t len, char letter)
{
	rw_buf_add(out, mark, len - EDGE);
	rw_buf_putc(out, letter);
	rw_buf_puts(out, RW_SLOT_CLOSE);
}

bool rw_slot_in(const char *text)
{
	while ((text = strchr(text, RW_SLOT_LEAD))) {
		if (!strncmp(text, RW_SLOT_OPEN, EDGE) ||
		    !strncmp(text, RW_SLOT_CLOSE, EDGE))
			return true;
		text++;
	}
	return false;
}
