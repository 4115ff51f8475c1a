/*
 * What the makers of collection documents share. Private to src/model/.
 */
#ifndef RW_MODEL_COLLECT_H
#define RW_MODEL_COLLECT_H

#include "model/collection.h"
#include "model/frame.h"

struct rw_collect {
	struct rw_frame frame;
	struct rw_resolver *resolver;
	const struct rw_collection_query *query;
	struct rw_doc *doc;
	struct rw_node *root;
	int status;
};

/*
 * Begins the document; resolver, query, frame.arena, frame.folder and frame.id
 * are set already. -1 after an
 * error. rw_collect_end adds words and site, and gives the document or NULL.
 */
int rw_collect_begin(struct rw_collect *c, const char *element,
		     const char *page, struct rw_diags *diags);
struct rw_doc *rw_collect_end(struct rw_collect *c);

/* Adds an <entry> for a page. */
struct rw_node *rw_collect_entry(struct rw_collect *c, struct rw_node *parent,
				 const struct rw_summary *summary);

/* matrix.c: the levels that site/@matrix names, side by side. */
void rw_collect_matrix(struct rw_collect *c);

#endif
