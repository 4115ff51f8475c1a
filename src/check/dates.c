/*
 * Dates in attributes: their order, and what today makes of them.
 */
#include <string.h>

#include "base/date.h"
#include "check/rule.h"

static const struct {
	const char *early;
	const char *late;
} orders[] = {
	{ "posted", "closes" },
	{ "starts", "ends" },
	{ "effective", "expires" },
};

static void check_order(struct rw_check *c, const struct rw_node *root)
{
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		int32_t early = rw_check_day(root, orders[i].early);
		int32_t late = rw_check_day(root, orders[i].late);

		if (early != RW_DATE_NONE && late != RW_DATE_NONE &&
		    late < early)
			rw_report(c->diags, RW_DATE_ORDER,
				  rw_check_at(c, root, orders[i].late),
				  orders[i].late,
				  rw_node_attr(root, orders[i].late),
				  orders[i].early);
	}
}

/* Dates of what has happened cannot be to come. */
static void check_future(struct rw_check *c, const struct rw_node *root)
{
	static const char *const names[] = { "updated", "retrieved",
					     "checked" };
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root))
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
			int32_t day = rw_check_day(n, names[i]);

			if (day == RW_DATE_NONE || day <= c->today)
				continue;
			rw_report(c->diags, RW_DATE_FUTURE,
				  rw_check_at(c, n, names[i]), names[i],
				  rw_node_attr(n, names[i]), NULL);
		}
}

/* Reports 'code' if the day in 'name' lies before today. */
static void check_past(struct rw_check *c, const struct rw_node *root,
		       const char *name, enum rw_code code)
{
	int32_t day = rw_check_day(root, name);

	if (day != RW_DATE_NONE && day < c->today)
		rw_report(c->diags, code, rw_check_at(c, root, name),
			  rw_node_attr(root, name), NULL, NULL);
}

static void check_posting(struct rw_check *c, const struct rw_node *root)
{
	int32_t posted = rw_check_day(root, "posted");
	int32_t closes = rw_check_day(root, "closes");

	if (posted != RW_DATE_NONE && posted > c->today &&
	    !rw_check_is(root, "status", "draft"))
		rw_report(c->diags, RW_POSTED_LATER,
			  rw_check_at(c, root, "posted"),
			  rw_node_attr(root, "posted"), NULL, NULL);
	check_past(c, root, "closes", RW_POSTING_EXPIRED);
	if (closes == RW_DATE_NONE || closes >= c->today)
		check_past(c, root, "starts", RW_STARTS_PAST);
	if (rw_node_attr(root, "closes") == NULL &&
	    !rw_check_is(root, "ongoing", "yes"))
		rw_report(c->diags, RW_CLOSES_NONE, rw_node_pos(root), NULL,
			  NULL, NULL);
}

static void check_table(struct rw_check *c, const struct rw_node *root)
{
	int32_t from = rw_check_day(root, "effective");

	check_past(c, root, "expires", RW_TABLE_EXPIRED);
	if (from != RW_DATE_NONE && from > c->today)
		rw_report(c->diags, RW_TABLE_EARLY,
			  rw_check_at(c, root, "effective"),
			  rw_node_attr(root, "effective"), NULL, NULL);
}

void rw_rule_dates(struct rw_check *c, const struct rw_subject *s)
{
	bool retired = rw_check_is(s->own, "status", "retired");

	check_order(c, s->own);
	check_future(c, s->own);
	if (retired)
		return;
	check_past(c, s->own, "review-by", RW_REVIEW_DUE);
	if (s->entry->kind == RW_KIND_POSTING)
		check_posting(c, s->own);
	if (s->entry->kind == RW_KIND_PAY_TABLE)
		check_table(c, s->own);
}
