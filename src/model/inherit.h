/*
 * The one inheritance mechanism: a document laid over what it extends, and a
 * translation laid over what it translates.
 */
#ifndef RW_MODEL_INHERIT_H
#define RW_MODEL_INHERIT_H

#include "model/workspace.h"

#define RW_INHERIT_DEPTH 16 /* longest chain of 'extends' */

/*
 * Merges the document at 'child' into the tree at 'base', in place: parts are
 * replaced, items of lists are replaced, added and removed by id, statements
 * are taken in by <use>. Root attributes become the child's. What comes from
 * a child in another language than the base's carries its xml:lang. -1 after
 * an error (an override, removal or place that hits nothing).
 */
int rw_inherit_merge(struct rw_workspace *workspace, struct rw_node *base,
		     const struct rw_node *child, struct rw_diags *diags);

/*
 * Merges only lists (by name) of 'child', such as a company's benefits.
 */
int rw_inherit_list(struct rw_workspace *workspace, struct rw_node *base,
		    const struct rw_node *list, struct rw_diags *diags);

/*
 * Replaces text in the tree at 'base' by that of the translation at 'overlay',
 * in place. 'original' is the same document without translation: its texts
 * are what the @of hashes of the overlay speak of. -1 after an error.
 */
int rw_inherit_overlay(struct rw_node *base, const struct rw_node *original,
		       const struct rw_node *overlay, struct rw_diags *diags);

/*
 * R(document, language): the document with all that it inherits and all
 * translations, not yet resolved any further. Shared and read-only. 'lang'
 * NULL: in the language it is written in. NULL after an error.
 */
struct rw_node *rw_inherit_resolve(struct rw_workspace *workspace,
				   struct rw_entry *entry, const char *lang,
				   struct rw_diags *diags);

/* The list that the statement 'ref' belongs in, or NULL if there is none. */
const char *rw_statement_list(struct rw_workspace *workspace, const char *ref,
			      struct rw_diags *diags);

/* True when the first subtags agree ("en-US" and "en"). */
bool rw_lang_same(const char *a, const char *b);

/* The item of list 'list' whose id is 'id', or NULL. */
struct rw_node *rw_list_item(const struct rw_node *list, const char *id);

#endif
