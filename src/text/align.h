/*
 * Which byte of the Markdown each byte of a parsed text came from. cmark does
 * not say, so the text is walked again, in step with the tree.
 */
#ifndef RW_TEXT_ALIGN_H
#define RW_TEXT_ALIGN_H

#include <stdbool.h>
#include <stddef.h>

/* A place in the Markdown of one block. */
struct rw_cursor {
	const char *text;
	size_t at, end;
};

/* Text with the origin of each byte, and whether a backslash escaped it. */
struct rw_aligned {
	char *text;
	size_t *origin;
	bool *literal;
	size_t len, cap;
};

void rw_aligned_release(struct rw_aligned *aligned);
void rw_aligned_push(struct rw_aligned *aligned, char byte, size_t origin,
		     bool literal);

/* Appends 'len' bytes of parsed text and moves the cursor behind them. */
void rw_cursor_text(struct rw_cursor *cursor, const char *text, size_t len,
		    struct rw_aligned *out);

/* Moves to the next of the bytes in 'any', if there is one. */
void rw_cursor_find(struct rw_cursor *cursor, const char *any);

/* Moves by 'count' bytes, at most to the end. */
void rw_cursor_skip(struct rw_cursor *cursor, size_t count);

/* Moves behind the run of blanks here. */
void rw_cursor_blanks(struct rw_cursor *cursor);

/* From the first backtick of a code span behind its last. */
void rw_cursor_code(struct rw_cursor *cursor);

/* From the text of a link behind its destination and title. */
void rw_cursor_link_end(struct rw_cursor *cursor, bool automatic);

#endif
