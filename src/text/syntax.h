/*
 * The two marks that prose has beside CommonMark's: {{placeholder}} and
 * [[term]] or [[term|text]].
 */
#ifndef RW_TEXT_SYNTAX_H
#define RW_TEXT_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

enum rw_mark_kind {
	RW_MARK_TEXT,
	RW_MARK_BREAK, /* one line feed */
	RW_MARK_PLACEHOLDER,
	RW_MARK_TERM,
	RW_MARK_BAD_PLACEHOLDER,
	RW_MARK_BAD_TERM
};

struct rw_mark {
	enum rw_mark_kind kind;
	size_t from, to;       /* the whole */
	size_t name, name_end; /* what stands before the bar */
	size_t text, text_end; /* behind it; empty without one */
};

/*
 * The token at 'from' < 'len'. 'literal', unless NULL, has a flag for each
 * byte that was escaped and means itself. Without 'terms', "[[" is text.
 */
struct rw_mark rw_mark_at(const char *text, size_t len, size_t from,
			  const bool *literal, bool terms);

/* True for what may stand between "{{" and "}}": "place.city". */
bool rw_placeholder_name(const char *name, size_t len);

#endif
