/*
 * Hashes over the inputs of a build.
 */
#ifndef RW_PUBLISH_INPUTS_H
#define RW_PUBLISH_INPUTS_H

#include "model/workspace.h"

struct rw_inputs {
	const char *common;	 /* of all that any page may depend on */
	const char *all;	 /* of that and of every posting */
	struct rw_map *postings; /* id -> hash of it and its translations */
};

/*
 * Reads and hashes every document, stylesheet and static file, the day, the
 * versions and 'options' (what else decides the bytes). 'arena' owns it.
 * NULL after an error.
 */
struct rw_inputs *rw_inputs_hash(struct rw_workspace *workspace,
				 struct rw_arena *arena, const char *options,
				 struct rw_diags *diags);

/* The key of a page of document 'entry': common and its own inputs. */
char *rw_inputs_key(const struct rw_inputs *inputs, struct rw_arena *arena,
		    const struct rw_entry *entry, const char *lang);

#endif
