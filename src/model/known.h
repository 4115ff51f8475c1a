/*
 * The names that documents refer to, for hints to those who write one wrong.
 */
#ifndef RW_MODEL_KNOWN_H
#define RW_MODEL_KNOWN_H

#include "base/map.h"
#include "model/workspace.h"
#include "xml/schema.h"

struct rw_known {
	struct rw_schema_names names; /* what the check of a schema takes */
	struct rw_workspace *workspace;
	struct rw_arena *arena; /* what was read for a hint */
};

void rw_known_init(struct rw_known *known, struct rw_workspace *workspace,
		   struct rw_arena *arena);

/* Adds the ids of the places of the company 'root'; it keeps the strings. */
void rw_known_places(const struct rw_node *root, struct rw_vec *ids);

#endif
