/*
 * A resolved document down to single statements: facts, parts and items of
 * lists, which is what two documents are compared by.
 */
#ifndef RW_MODEL_OUTLINE_H
#define RW_MODEL_OUTLINE_H

#include "model/words.h"

/* What two statements are compared by; all strings in the arena. */
struct rw_statement {
	const char *id;		    /* unique in its section */
	const char *label;	    /* of a fact; NULL: it speaks for itself */
	const struct rw_node *node; /* its prose; NULL: 'text' is all */
	const char *text;	    /* plain */
	const char *lang;	    /* that it is in */
	const char *figures;	    /* its attributes in words; "" for none */
};

struct rw_outline_section {
	const char *name; /* of the element; "facts" for the first */
	const char *label;
	struct rw_statement *statements;
	size_t count;
};

struct rw_outline {
	const struct rw_node *root;
	struct rw_outline_section *sections; /* in reading order */
	size_t count;
};

/* Ids of facts that summarise what stands elsewhere, too. */
#define RW_FACT_OF_PAY "pay"
#define RW_FACT_OF_POSITIONS "reports-to"

/* The outline of the resolved document 'root'; 'arena' owns it. */
struct rw_outline *rw_outline_of(struct rw_arena *arena,
				 const struct rw_node *root,
				 const struct rw_words *words);

/* The section 'name', or NULL. */
const struct rw_outline_section *
rw_outline_section(const struct rw_outline *outline, const char *name);

/* The statement 'id' of 'section' (which may be NULL), or NULL. */
const struct rw_statement *
rw_outline_statement(const struct rw_outline_section *section, const char *id);

/* Whether both say the same, figures included. */
bool rw_statement_same(const struct rw_statement *a,
		       const struct rw_statement *b);

/*
 * Writes what the statement says into 'to' as CommonMark; 'figures' (or NULL)
 * follow it. A language that is not the one at 'to' is marked.
 */
void rw_statement_write(const struct rw_statement *statement,
			const char *figures, struct rw_node *to);

#endif
