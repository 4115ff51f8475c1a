/*
 * The text of a posting for boards: made once, and written once for all boards
 * that want it with the same tags. Private to the export.
 */
#ifndef RW_PUBLISH_DESCRIPTION_H
#define RW_PUBLISH_DESCRIPTION_H

#include "xml/doc.h"

/*
 * A board's stylesheet that wants all of it says so with an out:markup without
 * children and ref="description", which keeps its attributes 'method', 'tags'
 * and 'entities' (see rw_markup_expand).
 */
struct rw_description;

/* 'node' holds the text, in HTML; 'arena' owns it and all that is written. */
struct rw_description *rw_description_new(struct rw_arena *arena,
					  const struct rw_node *node);

/* Stands for the text of a posting of marks: it is 'mark', however written. */
struct rw_description *rw_description_marked(struct rw_arena *arena,
					     const char *mark);

const struct rw_node *
rw_description_node(const struct rw_description *description);

/* True for such an out:markup. */
bool rw_description_is(const struct rw_node *node);

/* What 'markup' makes of the text; NULL with errors in 'diags'. */
const char *rw_description_text(struct rw_description *description,
				const struct rw_node *markup,
				struct rw_diags *diags);

/* As plain text (write/profile.h); NULL with errors in 'diags'. */
const char *rw_description_plain(struct rw_description *description,
				 struct rw_diags *diags);

/* Puts the text wherever 'tree' wants it. -1 with errors in 'diags'. */
int rw_description_fill(struct rw_description *description, struct rw_doc *tree,
			struct rw_diags *diags);

#endif
