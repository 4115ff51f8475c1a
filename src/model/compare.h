/*
 * Two resolved documents compared, statement by statement.
 */
#ifndef RW_MODEL_COMPARE_H
#define RW_MODEL_COMPARE_H

#include "model/resolve.h"

struct rw_compare_side {
	const struct rw_doc *doc; /* resolved, without a site */
	const char *name;	  /* as it was asked for: "ID", "ID@REVISION" */
	const char *revision;	  /* NULL: as it is now */
};

struct rw_compare_options {
	struct rw_compare_side a, b;
	bool all; /* what is the same, too */
};

/*
 * The collection document "diff" in the language of side b, which 'arena'
 * owns; NULL after an error.
 */
struct rw_doc *rw_compare(struct rw_resolver *resolver, struct rw_arena *arena,
			  const struct rw_compare_options *options,
			  struct rw_diags *diags);

#endif
