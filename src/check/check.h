/*
 * Everything that can be wrong with documents that can be read: rules over
 * what they say, what they inherit and what becomes of them.
 */
#ifndef RW_CHECK_CHECK_H
#define RW_CHECK_CHECK_H

#include "model/workspace.h"

struct rw_check;

/*
 * Checks that report to 'diags'; the caller frees it. One thread uses it. Not
 * NULL.
 */
struct rw_check *rw_check_new(struct rw_workspace *workspace,
			      struct rw_diags *diags);
void rw_check_free(struct rw_check *check);

/*
 * Checks one document: reads it, resolves it in each language it is written
 * in, and applies all rules. A translation is checked with its document.
 */
void rw_check_document(struct rw_check *check, struct rw_entry *entry);

/* Who wants to know: rules that find nothing for them are left out. */
enum rw_check_scope {
	RW_CHECK_ALL,
	RW_CHECK_LEAVING, /* what keeps a posting from job boards: errors, and
			     what is not the company's own */
	RW_CHECK_ERRORS
};

/* A document of which something is known already. NULL: it is not. */
struct rw_check_known {
	struct rw_entry *entry;		/* made up for a row of a table */
	const struct rw_node *source;	/* a posting as it was read */
	const struct rw_node *company;	/* of it, that is in no file */
	const struct rw_node *agency;	/* the same */
	const char *page;		/* its address elsewhere; NULL: none */
	const struct rw_node *resolved; /* what became of it in its own language
					   without an error */
	enum rw_check_scope scope;
};

/* The same for such a document, reporting to 'diags'. */
void rw_check_known(struct rw_check *check, const struct rw_check_known *known,
		    struct rw_diags *diags);

/*
 * Checks what shows only when all documents of the workspace were checked,
 * such as terms that nothing uses. Once, last of all.
 */
void rw_check_whole(struct rw_check *check);

#endif
