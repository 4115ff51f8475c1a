/*
 * Rules that a posting must pass on its way to a board, beside what the fields
 * themselves ask for.
 */
#ifndef RW_PUBLISH_PREFLIGHT_H
#define RW_PUBLISH_PREFLIGHT_H

#include "publish/board_fields.h"

/*
 * Finds the rules that a profile names, once, before they are applied; reports
 * those that do not exist. -1 if there are any.
 */
int rw_preflight_find(const struct rw_board *board, struct rw_diags *diags);

/*
 * Applies the rules that every board has, and those that its profile names,
 * with its levels and limits; what they find is in the item's diags.
 */
void rw_preflight_run(const struct rw_item *item);

/*
 * The same with no rules but those that look at values in which rows alike
 * differ (read/rowposting.h). The item's root needs no more than these, and
 * what the resolved posting has beside them: its title, @date, names of region
 * and country in its place, and site/canonical.
 */
void rw_preflight_values(const struct rw_item *item);

/*
 * How the board takes the rule 'name', for those that look at more than one
 * item ("url-twice"); NULL if it does not apply it.
 */
const struct rw_board_rule *rw_preflight_rule(const struct rw_board *board,
					      const char *name);

#endif
