/*
 * Who refers to what: every place in the sources where a document names
 * another one, a term, a statement, a grade, an area or a place.
 */
#ifndef RW_MODEL_REFERENCES_H
#define RW_MODEL_REFERENCES_H

#include "base/map.h"
#include "model/workspace.h"

/* What can be referred to: a document (as its kind), or a part of one. */
enum rw_target_kind {
	RW_TARGET_TERM = RW_KINDS,
	RW_TARGET_STATEMENT,
	RW_TARGET_GRADE,
	RW_TARGET_AREA,
	RW_TARGET_PLACE,
	RW_TARGETS
};

struct rw_target {
	int kind; /* an rw_kind or rw_target_kind */
	const char *id;
};

/* "role", "term" ...: for people, and before the slash of "role/ID". */
const char *rw_target_name(int kind);

struct rw_reference {
	struct rw_entry *entry; /* the document that it stands in */
	struct rw_pos pos;	/* the first byte of the name */
	const char *what;	/* "extends", "use" ... */
	bool by_id;		/* the name is the id, not another word */
};

/*
 * Adds a struct rw_reference, which 'arena' owns, to 'found' for everything
 * that refers to the target, in both layers, in the order of files. -1 if a
 * document has errors, and may refer to it without being seen.
 */
int rw_references_find(struct rw_workspace *workspace, struct rw_arena *arena,
		       const struct rw_target *target, struct rw_vec *found,
		       struct rw_diags *diags);

/* True if there is such a thing in either layer. */
bool rw_target_exists(struct rw_workspace *workspace,
		      const struct rw_target *target, struct rw_diags *diags);

/* Adds the ids of all things of a kind to 'ids'; the workspace owns them. */
void rw_target_ids(struct rw_workspace *workspace, int kind, struct rw_vec *ids,
		   struct rw_diags *diags);

#endif
