/*
 * Finding the labels of many terms in running text, in time linear in the text.
 */
#ifndef RW_TEXT_TERMS_H
#define RW_TEXT_TERMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct rw_term_index;

struct rw_term_hit {
	size_t from, to; /* bytes of the text */
	size_t term;	 /* as given to rw_term_index_add */
};

struct rw_term_index *rw_term_index_new(struct rw_arena *arena);

/*
 * Adds a form (label, synonym, inflection, abbreviation) of term number
 * 'term'. With 'exact_case' only this spelling matches; otherwise Unicode
 * simple case folding applies. White space in the form matches any run of
 * white space. The longest form wins; the first added of equals.
 */
void rw_term_index_add(struct rw_term_index *index, const char *form,
		       bool exact_case, size_t term);

/*
 * No more forms: builds the automaton. Read-only afterwards: threads may
 * share it.
 */
void rw_term_index_seal(struct rw_term_index *index);

/*
 * The first hit in text[start .. len), leftmost then longest, neither preceded
 * nor followed by a letter, mark or digit (bytes before 'start' count too);
 * false for none.
 */
bool rw_term_index_find(const struct rw_term_index *index, const char *text,
			size_t len, size_t start, struct rw_term_hit *hit);

#endif
