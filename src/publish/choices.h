/*
 * A customised document: the choices of a command line as a posting, or as a
 * role where no employer is named. It takes the way of any document from then
 * on, so saving it and rendering it later gives the same bytes.
 */
#ifndef RW_PUBLISH_CHOICES_H
#define RW_PUBLISH_CHOICES_H

#include "base/map.h"
#include "model/workspace.h"

struct rw_choices {
	struct rw_entry *base; /* a role or a posting */
	const char *id;	       /* of the new document; NULL: the base's */
	const char *lang;      /* NULL: the base's */
	const char *company;   /* NULL: the workspace's only one */
	const char *pay;       /* "MIN-MAX/PERIOD[/CURRENCY]", or NULL */
	struct rw_vec places;  /* ids */
	struct rw_vec set;     /* "NAME=TEXT": a part, an attribute, an item */
	struct rw_vec with;    /* ids of statements */
	struct rw_vec without; /* ids or classes of items */
	struct rw_vec max;     /* "LIST=N" */
};

/* True if any choice is made. */
bool rw_choices_any(const struct rw_choices *choices);

/*
 * The document in canonical XML, which 'arena' owns; NULL with errors in
 * 'diags'. *kind becomes RW_KIND_POSTING or RW_KIND_ROLE.
 */
char *rw_choices_write(struct rw_workspace *workspace, struct rw_arena *arena,
		       const struct rw_choices *choices, enum rw_kind *kind,
		       struct rw_diags *diags);

#endif
