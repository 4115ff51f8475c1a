/*
 * The two marks that prose has beside CommonMark's: {{placeholder}} and
 * [[term]] or [[term|text]].
 */
#ifndef RW_TEXT_SYNTAX_H
#define RW_TEXT_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

enum rw_token_kind {
	RW_TOKEN_TEXT,
	RW_TOKEN_BREAK, /* one line feed */
	RW_TOKEN_PLACEHOLDER,
	RW_TOKEN_TERM,
	RW_TOKEN_BAD_PLACEHOLDER,
	RW_TOKEN_BAD_TERM
};

struct rw_token {
	enum rw_token_kind kind;
	size_t from, to;       /* the whole */
	size_t name, name_end; /* what stands before the bar */
	size_t text, text_end; /* behind it; empty without one */
};

/*
 * The token at 'from' < 'len'. 'literal', unless NULL, has a flag for each
 * byte that was escaped and means itself. Without 'terms', "[[" is text.
 */
struct rw_token rw_token_at(const char *text, size_t len, size_t from,
			    const bool *literal, bool terms);

/* True for what may stand between "{{" and "}}": "place.city". */
bool rw_placeholder_name(const char *name, size_t len);

#endif
