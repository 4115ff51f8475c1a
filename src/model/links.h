/*
 * Linking terms in the prose of one document.
 */
#ifndef RW_MODEL_LINKS_H
#define RW_MODEL_LINKS_H

#include "base/map.h"
#include "model/glossary.h"
#include "model/inherit.h"
#include "model/resolve.h"

struct rw_linker {
	struct rw_arena *arena;
	struct rw_resolver *resolver; /* remembers texts; or NULL */
	const char *lang;
	const struct rw_site *site; /* NULL: no hrefs */
	const char *up;		    /* from the page to the site's root */
	const char *own; /* id of the term whose page it is, or NULL */
	const struct rw_map *only; /* ids that may be linked; NULL: all */
	struct rw_diags *diags;
	/* Set by rw_linker_init: */
	struct rw_workspace *ws;
	const struct rw_glossary *glossary;
	struct rw_term_memo *memo;
	struct rw_map *seen; /* ids that are linked already */
	unsigned left;	     /* automatic links that may follow */
	bool automatic;
	int status; /* -1 after an error */
};

/*
 * Begins a document whose marked terms stand below 'root' (or NULL). -1 after
 * an error. Release it in any case.
 */
int rw_linker_init(struct rw_linker *linker, struct rw_workspace *workspace,
		   const struct rw_node *root);
void rw_linker_release(struct rw_linker *linker);

/* Links the terms in all prose below 'part', in reading order. */
void rw_link_terms(struct rw_linker *linker, struct rw_node *part);

#endif
