/*
 * The glossary of a language: all terms of all files, in its order.
 */
#ifndef RW_MODEL_GLOSSARY_H
#define RW_MODEL_GLOSSARY_H

#include "model/workspace.h"
#include "text/terms.h"

struct rw_term {
	const char *id;
	const char *label; /* as written in the language */
	const char *plain; /* the definition as plain text, first sentence */
	const struct rw_node *node;	/* <term>, merged and translated */
	const struct rw_node *glossary; /* the root it stands in */
	bool link;			/* found in running text by itself */
	bool own;			/* the workspace's, not the library's */
};

struct rw_glossary {
	struct rw_term *terms; /* in the order of ids */
	size_t count;
	const struct rw_term_index
		*index; /* over all forms; numbers are indexes into terms */
};

/* Shared and read-only. NULL after an error. */
const struct rw_glossary *rw_glossary_load(struct rw_workspace *workspace,
					   const char *lang,
					   struct rw_diags *diags);

/* The term 'id', or NULL. */
const struct rw_term *rw_glossary_find(const struct rw_glossary *glossary,
				       const char *id);

/* The nearest id to 'id', or NULL. */
const char *rw_glossary_nearest(const struct rw_glossary *glossary,
				const char *id);

#endif
