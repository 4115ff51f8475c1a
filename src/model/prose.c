/*
 * Prose as plain text, for summaries, tool tips and searches.
 */
#include <string.h>

#include "model/prose.h"

char *rw_first_sentence(struct rw_arena *arena, const char *text)
{
	const char *end = text;
	size_t len;

	while ((end = strstr(end, ". ")) != NULL && end - text < 40)
		end++;
	len = end ? (size_t)(end - text) + 1 : strlen(text);
	return rw_arena_strndup(arena, text, len);
}

char *rw_plain_text(struct rw_arena *arena, const struct rw_node *node)
{
	struct rw_buf out = RW_BUF_INIT;
	const struct rw_node *n = node;
	char *text;

	while ((n = rw_node_walk_all(n, node)) != NULL) {
		if (rw_node_is_md(n, "text") || rw_node_is_md(n, "code"))
			rw_buf_puts(&out, rw_node_text(arena, n));
		else if (out.len > 0 && out.data[out.len - 1] != ' ' &&
			 (rw_node_is_md(n, "paragraph") ||
			  rw_node_is_md(n, "item") ||
			  rw_node_is_md(n, "softbreak") ||
			  rw_node_is_md(n, "linebreak")))
			rw_buf_putc(&out, ' ');
	}
	if (out.len == 0)
		rw_buf_puts(&out, rw_node_text(arena, node));
	text = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return text;
}
