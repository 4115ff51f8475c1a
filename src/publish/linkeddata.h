/*
 * What a page tells search engines, people must be able to read on it.
 */
#ifndef RW_PUBLISH_LINKEDDATA_H
#define RW_PUBLISH_LINKEDDATA_H

#include "xml/doc.h"

/*
 * Reports, at 'pos', each day, city and amount of pay in the schema.org
 * JobPosting of the page 'tree' (as JSON not yet written) that its visible text
 * does not show: a day in a <time datetime="...">, an amount with any marks
 * between its digits. Pages without a JobPosting are passed over. Google takes
 * the job of a page that breaks this out of its list (its policies of
 * structured data).
 */
void rw_linked_data_check(const struct rw_doc *tree, struct rw_pos pos,
			  struct rw_diags *diags);

#endif
