/*
 * Pay: bands of a table, scaled by area and experience, rounded.
 */
#ifndef RW_MODEL_PAY_H
#define RW_MODEL_PAY_H

#include "base/decimal.h"
#include "model/workspace.h"

/* A band of a table as it applies somewhere. */
struct rw_band {
	struct rw_entry *table;
	const struct rw_node *root; /* of the table */
	const struct rw_node *band;
	const struct rw_node *area; /* NULL: none applies */
	const struct rw_node *step; /* NULL: no experience given */
	rw_decimal min, max;	    /* band x area x step, rounded */
};

struct rw_band_query {
	const char *grade;
	const char *table;	/* NULL: the one that fits best */
	bool inherited;		/* the table counts only where it pays */
	bool role;		/* for a role by itself, not a posting */
	const char *company;	/* whose pay it is, NULL: nobody's */
	const char *area;	/* NULL: none */
	const char *country;	/* ISO 3166-1, NULL: anywhere */
	const char *region;	/* as in "CO", NULL: not given */
	const char *city;	/* finds the area where none is named */
	const char *experience; /* years, NULL: not given */
	struct rw_pos grade_pos, table_pos;
};

/*
 * Looks up a band. Without a table it takes, of those that hold the grade, one
 * in effect today before others; then the workspace's own before the library's;
 * then one with an area in the country, then one in its currency; then the
 * newest. A table of the library in another currency, or of another company,
 * is never taken. 0; 1 if no table fits the country and the company (nothing
 * reported); -1 after an error (unknown table or grade; a posting that names
 * the table of another company).
 */
int rw_pay_find(struct rw_workspace *workspace,
		const struct rw_band_query *query, struct rw_band *band,
		struct rw_diags *diags);

/* The company whose pay roles show: the site's; or NULL. */
const char *rw_pay_company(struct rw_workspace *workspace,
			   struct rw_diags *diags);

#endif
