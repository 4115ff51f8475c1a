/*
 * The pay that a role or posting states itself.
 */
#include <string.h>

#include "check/rule.h"
#include "model/inherit.h"
#include "text/locale.h"

#define SPLIT_BYTES 8 /* of one side of "100/0" */

/* A range whose ends are swapped, or of which one is missing. */
static void check_ends(struct rw_check *c, const struct rw_node *node,
		       bool both)
{
	bool has_min = rw_node_attr(node, "min") != NULL;
	bool has_max = rw_node_attr(node, "max") != NULL;
	rw_decimal min, max;

	if (has_min != has_max && both)
		rw_report(c->diags, RW_PAY_HALF, rw_node_pos(node),
			  has_min ? "min" : "max", has_min ? "max" : "min",
			  NULL);
	if (rw_check_number(node, "min", &min) &&
	    rw_check_number(node, "max", &max) && min > max)
		rw_report(c->diags, RW_PAY_INVERTED,
			  rw_check_at(c, node, "min"), rw_node_name(node),
			  rw_check_figure(c, min), rw_check_figure(c, max));
}

static bool has_figures(const struct rw_node *pay)
{
	return rw_node_attr(pay, "min") != NULL ||
	       rw_node_attr(pay, "max") != NULL ||
	       rw_node_attr(pay, "fixed") != NULL;
}

static void check_complete(struct rw_check *c, const struct rw_node *pay)
{
	static const char *const names[] = { "currency", "period" };

	for (size_t i = 0; i < 2; i++)
		if (rw_node_attr(pay, names[i]) == NULL)
			rw_report(c->diags, RW_PAY_INCOMPLETE, rw_node_pos(pay),
				  names[i], NULL, NULL);
}

static void check_own(struct rw_check *c, const struct rw_node *pay)
{
	const struct rw_node *commission = rw_node_child(pay, "commission");
	const char *range = rw_node_attr(pay, "min") ? "min" : "max";

	if (rw_node_attr(pay, "fixed") != NULL &&
	    rw_node_attr(pay, range) != NULL)
		rw_report(c->diags, RW_PAY_MIXED, rw_check_at(c, pay, "fixed"),
			  NULL, NULL, NULL);
	else
		check_ends(c, pay, true);
	if (commission != NULL)
		check_ends(c, commission, false);
	if (has_figures(pay))
		check_complete(c, pay);
}

/* Every element that names a currency. */
static void check_currencies(struct rw_check *c, const struct rw_node *root)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const char *currency = rw_node_attr(n, "currency");

		if (currency != NULL && !rw_locale_is_currency(currency))
			rw_report(c->diags, RW_CURRENCY_UNKNOWN,
				  rw_check_at(c, n, "currency"), currency, NULL,
				  NULL);
	}
}

/* Lowest and highest amount of the posting's own pay. */
static bool own_range(const struct rw_node *pay, rw_decimal *min,
		      rw_decimal *max)
{
	if (rw_check_number(pay, "fixed", min)) {
		*max = *min;
		return true;
	}
	return rw_check_number(pay, "min", min) &&
	       rw_check_number(pay, "max", max) && *min <= *max;
}

static bool same(const struct rw_node *a, const struct rw_node *b,
		 const char *name)
{
	const char *x = rw_node_attr(a, name), *y = rw_node_attr(b, name);

	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

static const struct rw_node *role_pay(struct rw_check *c,
				      const struct rw_subject *s)
{
	const char *id = rw_node_attr(s->own, "role");
	struct rw_entry *role =
		id ? rw_workspace_find(c->ws, RW_KIND_ROLE, id, NULL) : NULL;
	const struct rw_node *root =
		role ? rw_inherit_resolve(c->ws, role, NULL, c->diags) : NULL;

	return root ? rw_node_child(root, "pay") : NULL;
}

/* ------------------------------------------------- figures and a band */

static bool is_on_target(const struct rw_node *node)
{
	return rw_check_is(node, "basis", "on-target");
}

/* The part of the whole that is base pay, as 'split' ("70/30") says; or 0. */
static rw_decimal base_share(const char *split)
{
	const char *slash = split ? strchr(split, '/') : NULL;
	rw_decimal base = 0, variable = 0;
	char left[SPLIT_BYTES] = "";

	if (slash == NULL || (size_t)(slash - split) >= sizeof(left))
		return 0;
	memcpy(left, split, (size_t)(slash - split));
	if (!rw_decimal_parse(left, &base) ||
	    !rw_decimal_parse(slash + 1, &variable) || base + variable <= 0)
		return 0;
	return rw_decimal_divide(base, base + variable);
}

static rw_decimal share_of(const struct rw_node *pay,
			   const struct rw_band *band)
{
	const char *split = rw_node_attr(pay, "split");

	if (split == NULL)
		split = rw_node_attr(band->band, "split");
	if (split == NULL)
		split = rw_node_attr(band->root, "split");
	return base_share(split);
}

/* Widens the band to the steps in which its table counts. */
static void widen(struct rw_band *band)
{
	rw_decimal step;

	if (!rw_check_number(band->root, "round-to", &step) || step <= 0)
		step = RW_DECIMAL_SCALE;
	band->min -= band->min % step;
	band->max += (step - band->max % step) % step;
}

/*
 * Puts the band in the terms of the pay: what it comes to at full target, or
 * without the variable part. False where no split says how.
 */
static bool convert(const struct rw_node *pay, struct rw_band *band)
{
	rw_decimal share = share_of(pay, band);

	if (is_on_target(pay) == is_on_target(band->root))
		return true;
	if (share <= 0)
		return false;
	if (is_on_target(pay)) {
		band->min = rw_decimal_divide(band->min, share);
		band->max = rw_decimal_divide(band->max, share);
	} else {
		band->min = rw_decimal_multiply(band->min, share);
		band->max = rw_decimal_multiply(band->max, share);
	}
	widen(band);
	return true;
}

static struct rw_band_query query_of(const struct rw_subject *s)
{
	const struct rw_node *place = rw_node_child(s->resolved, "place");
	struct rw_band_query query = {
		.company = rw_node_attr(s->own, "company"),
	};

	if (place != NULL) {
		query.country = rw_node_attr(place, "country");
		query.region = rw_node_attr(place, "region");
		query.city = rw_node_attr(place, "city");
		query.area = rw_node_attr(place, "area");
	}
	return query;
}

/* The posting's own figures against the band of its role's grade. */
static void check_band(struct rw_check *c, const struct rw_subject *s,
		       const struct rw_node *pay)
{
	const struct rw_node *role = role_pay(c, s), *from = pay;
	struct rw_band_query query = query_of(s);
	struct rw_band band;
	rw_decimal min, max;

	if (rw_node_attr(pay, "grade") == NULL)
		from = role;
	query.grade = from ? rw_node_attr(from, "grade") : NULL;
	if (query.grade == NULL || !own_range(pay, &min, &max) ||
	    rw_pay_find(c->ws, &query, &band, c->diags) != 0)
		return;
	if (band.table->layer == RW_LAYER_LIBRARY ||
	    !same(pay, band.root, "currency") ||
	    !same(pay, band.root, "period") || !convert(pay, &band) ||
	    (min >= band.min && max <= band.max))
		return;
	rw_report(c->diags, RW_PAY_OUTSIDE, rw_node_pos(pay),
		  rw_arena_printf(c->arena, "%s to %s", rw_check_figure(c, min),
				  rw_check_figure(c, max)),
		  query.grade,
		  rw_arena_printf(c->arena, "%s to %s",
				  rw_check_figure(c, band.min),
				  rw_check_figure(c, band.max)));
}

void rw_rule_offer(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *pay = rw_node_child(s->own, "pay");

	check_currencies(c, s->own);
	if (pay == NULL)
		return;
	check_own(c, pay);
	if (s->entry->kind == RW_KIND_POSTING && s->resolved != NULL)
		check_band(c, s, pay);
}
