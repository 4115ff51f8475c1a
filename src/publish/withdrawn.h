/*
 * Postings that were withdrawn: they go to no board until somebody takes
 * their line out of the list.
 */
#ifndef RW_PUBLISH_WITHDRAWN_H
#define RW_PUBLISH_WITHDRAWN_H

#include "base/map.h"
#include "model/workspace.h"

/*
 * The ids in .rolewright/export/withdrawn of the workspace; 'arena' owns the
 * map. NULL after an error.
 */
struct rw_map *rw_withdrawn_read(struct rw_workspace *workspace,
				 struct rw_arena *arena,
				 struct rw_diags *diags);

/* Adds an id to the map and to the list on disk. -1 after an error. */
int rw_withdrawn_add(struct rw_workspace *workspace, struct rw_arena *arena,
		     struct rw_map *withdrawn, const char *id,
		     struct rw_diags *diags);

#endif
