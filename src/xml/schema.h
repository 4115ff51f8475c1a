/*
 * Validation against the XML Schema, finding everything in one run.
 */
#ifndef RW_XML_SCHEMA_H
#define RW_XML_SCHEMA_H

#include "xml/doc.h"

struct rw_schema;

/*
 * Who knows the names that a document may refer to: the nearest to 'value' for
 * the attribute 'name' of 'element', or NULL. Asked for hints only; what it
 * gives must last until the check ends.
 */
struct rw_schema_names {
	const char *(*near)(const struct rw_schema_names *names,
			    const struct rw_node *element, const char *name,
			    const char *value);
};

/*
 * Compiles the schema at 'path'; 'arena' owns it. NULL with errors in 'diags'.
 * Read-only afterwards: threads may share it.
 */
struct rw_schema *rw_schema_load(struct rw_arena *arena, const char *path,
				 struct rw_diags *diags);

/*
 * Validates 'doc', which does not change. One run reports all findings, each
 * once, at its place and in our words, with the nearest valid name as hint: a
 * copy is mended and checked again, in at most 50 rounds. -1 if anything was
 * reported. 'names' may be NULL.
 */
int rw_schema_check(const struct rw_schema *schema, const struct rw_doc *doc,
		    const struct rw_schema_names *names,
		    struct rw_diags *diags);

#endif
