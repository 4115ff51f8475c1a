/*
 * Cells in quotes where they need them.
 */
#include "base/csv.h"

#include <stdbool.h>
#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool needs_quotes(const char *text, size_t len, char delimiter)
{
	if (len == 0)
		return false;
	return memchr(text, delimiter, len) || strpbrk(text, "\"\r\n") ||
	       is_blank(text[0]) || is_blank(text[len - 1]);
}

void rw_csv_cell(struct rw_buf *out, const char *text, char delimiter)
{
	size_t len = strlen(text);

	if (!needs_quotes(text, len, delimiter)) {
		rw_buf_add(out, text, len);
		return;
	}
	rw_buf_putc(out, '"');
	for (const char *quote; (quote = strchr(text, '"')) != NULL;
	     text = quote + 1) {
		rw_buf_add(out, text, (size_t)(quote - text) + 1);
		rw_buf_putc(out, '"');
	}
	rw_buf_puts(out, text);
	rw_buf_putc(out, '"');
}
