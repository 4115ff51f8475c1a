/*
 * The catalogue of a whole site, document by document.
 */
#ifndef RW_MODEL_CATALOGUE_FILL_H
#define RW_MODEL_CATALOGUE_FILL_H

#include "model/catalogue.h"
#include "model/resolve.h"

/*
 * Resolves every document that the site publishes and keeps its summary in
 * 'arena'. -1 after an error. (A build does the same in parallel.)
 */
int rw_catalogue_fill(struct rw_catalogue *catalogue,
		      struct rw_resolver *resolver, struct rw_arena *arena,
		      const struct rw_site *site, struct rw_diags *diags);

#endif
