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

/*
 * The same for a build, which wants to know of errors only: rules that give
 * none are left out. 'source' is the root of a posting that has been read
 * already, or NULL; 'resolved' what became of it in its own language without
 * an error, or NULL to find that out, too.
 */
void rw_check_errors(struct rw_check *check, struct rw_entry *entry,
		     const struct rw_node *source,
		     const struct rw_node *resolved);

/* A posting that is in no file: a row of a table. */
struct rw_check_row {
	struct rw_entry *entry;	       /* made up: id, names, layer */
	const struct rw_node *source;  /* the posting as it was read */
	const struct rw_node *company; /* that is in no file, or NULL */
	const struct rw_node *agency;  /* the same */
};

/* Applies all rules to it, reporting to 'diags'. */
void rw_check_row(struct rw_check *check, const struct rw_check_row *row,
		  struct rw_diags *diags);

/*
 * Checks what shows only when all documents of the workspace were checked,
 * such as terms that nothing uses. Once, last of all.
 */
void rw_check_whole(struct rw_check *check);

#endif
