/*
 * Pay tables: bands, areas, steps of experience and their sources.
 */
#include <string.h>

#include "check/rule.h"
#include "text/locale.h"

#define FACTOR_LEAST (RW_DECIMAL_SCALE / 5)
#define FACTOR_MOST (5 * RW_DECIMAL_SCALE)

/* What a reader calls the row: the band of a grade, an area, a step. */
static const char *row_name(struct rw_check *c, const struct rw_node *row)
{
	const char *grade = rw_node_attr(row, "grade");
	const char *id = rw_node_attr(row, "id");
	const char *from = rw_node_attr(row, "from");

	return rw_arena_printf(c->arena, "%s '%s'", rw_node_name(row),
			       grade  ? grade
			       : id   ? id
			       : from ? from
				      : "");
}

static void check_band(struct rw_check *c, const struct rw_node *band)
{
	rw_decimal min, mid, max;
	const char *name = row_name(c, band);

	if (!rw_check_number(band, "min", &min) ||
	    !rw_check_number(band, "max", &max))
		return;
	if (min > max)
		rw_report(c->diags, RW_PAY_INVERTED,
			  rw_check_at(c, band, "min"), name,
			  rw_check_figure(c, min), rw_check_figure(c, max));
	else if (rw_check_number(band, "mid", &mid) && (mid < min || mid > max))
		rw_report(c->diags, RW_MID_OUTSIDE, rw_check_at(c, band, "mid"),
			  name, rw_check_figure(c, mid),
			  rw_arena_printf(c->arena, "%s to %s",
					  rw_check_figure(c, min),
					  rw_check_figure(c, max)));
}

static void check_factor(struct rw_check *c, const struct rw_node *row)
{
	rw_decimal factor;

	if (rw_check_number(row, "factor", &factor) &&
	    (factor < FACTOR_LEAST || factor > FACTOR_MOST))
		rw_report(c->diags, RW_FACTOR_RANGE,
			  rw_check_at(c, row, "factor"),
			  rw_check_figure(c, factor), row_name(c, row),
			  "0.2 and 5");
}

static void note_sources(const struct rw_node *table, struct rw_vec *ids)
{
	struct rw_node *n = rw_node_child(table, "source");

	for (; n != NULL; n = rw_node_next_element(n, "source"))
		if (rw_node_attr(n, "id") != NULL)
			rw_vec_push(ids, (void *)rw_node_attr(n, "id"));
}

static bool holds(const struct rw_vec *ids, const char *id)
{
	for (size_t i = 0; i < ids->count; i++)
		if (strcmp(ids->items[i], id) == 0)
			return true;
	return false;
}

static void check_source(struct rw_check *c, const struct rw_node *row,
			 const struct rw_vec *sources)
{
	const char *source = rw_node_attr(row, "source");

	if (source != NULL && !holds(sources, source))
		rw_check_unknown(
			c, rw_check_at(c, row, "source"),
			(const char *const[]){ "source", source, NULL },
			sources);
}

/* The key of a row, or NULL: no two rows of a kind have the same. */
static const char *key_attribute(const struct rw_node *row)
{
	if (rw_node_is(row, "band"))
		return "grade";
	if (rw_node_is(row, "experience"))
		return "from";
	if (rw_node_is(row, "area") || rw_node_is(row, "source"))
		return "id";
	return NULL;
}

static void check_twice(struct rw_check *c, const struct rw_node *row,
			struct rw_map *seen)
{
	const char *name = key_attribute(row);
	const char *value = name ? rw_node_attr(row, name) : NULL;
	char *key;

	if (value == NULL)
		return;
	key = rw_arena_printf(c->arena, "%s/%s", rw_node_name(row), value);
	if (rw_map_put(seen, key, key) != NULL)
		rw_report_hint(c->diags, RW_ID_TWICE, rw_check_at(c, row, name),
			       "remove one of the two, or correct it",
			       (const char *const[]){ value, rw_node_name(row),
						      NULL });
}

static void check_currency(struct rw_check *c, const struct rw_node *node)
{
	const char *currency = rw_node_attr(node, "currency");

	if (currency != NULL && !rw_locale_is_currency(currency))
		rw_report(c->diags, RW_CURRENCY_UNKNOWN,
			  rw_check_at(c, node, "currency"), currency, NULL,
			  NULL);
}

static void check_country(struct rw_check *c, const struct rw_node *node)
{
	const char *country = rw_node_attr(node, "country");

	if (country != NULL && !rw_locale_is_country(country))
		rw_report(c->diags, RW_COUNTRY_UNKNOWN,
			  rw_check_at(c, node, "country"), country, NULL, NULL);
}

void rw_rule_table(struct rw_check *c, const struct rw_subject *s)
{
	struct rw_map *seen = rw_map_new();
	struct rw_vec sources = { 0 };
	const struct rw_node *row = rw_node_child(s->own, NULL);

	note_sources(s->merged, &sources);
	check_currency(c, s->own);
	for (; row != NULL; row = rw_node_next_element(row, NULL)) {
		check_twice(c, row, seen);
		check_source(c, row, &sources);
		check_factor(c, row);
		check_country(c, row);
		if (rw_node_is(row, "band"))
			check_band(c, row);
	}
	rw_vec_release(&sources);
	rw_map_free(seen);
}
