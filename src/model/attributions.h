/*
 * Whose data a page shows: <attributions>.
 */
#ifndef RW_MODEL_ATTRIBUTIONS_H
#define RW_MODEL_ATTRIBUTIONS_H

#include "xml/doc.h"

/*
 * Adds to the page at 'to' who is named on the page at 'from', a part of which
 * it shows: each once, without what single figures come from.
 */
void rw_attributions_add(struct rw_node *to, const struct rw_node *from);

#endif
