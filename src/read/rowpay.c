/*
 * The pay of a row's posting: from one text, or from columns of figures.
 */
#include <string.h>

#include "read/amount.h"
#include "read/rowmaking.h"

#define LEAST_OF_YEAR 1000 /* in any currency that jobs are paid in */

static void set_figure(struct rw_node *pay, const char *name, rw_decimal value)
{
	char figure[24];

	rw_decimal_format(value, figure);
	rw_node_set_attr(pay, name, figure);
}

static void set_range(struct rw_node *pay, rw_decimal min, rw_decimal max)
{
	if (min == max) {
		set_figure(pay, "fixed", min);
		return;
	}
	set_figure(pay, "min", min);
	set_figure(pay, "max", max);
}

static bool read_number(struct rw_making *m, enum rw_field field,
			rw_decimal *value)
{
	const char *text = rw_making_value(m, field);

	if (text == NULL)
		return false;
	if (rw_amount_number(text, value))
		return true;
	rw_making_refuse(m, field, text, "figure");
	return false;
}

/* Columns of figures; nothing to nothing is no pay. */
static struct rw_node *set_figures(struct rw_making *m)
{
	rw_decimal min = 0, max = 0, fixed = 0;
	bool has_min = read_number(m, RW_FIELD_PAY_MIN, &min) && min > 0;
	bool has_max = read_number(m, RW_FIELD_PAY_MAX, &max) && max > 0;
	bool has_fixed = read_number(m, RW_FIELD_PAY_FIXED, &fixed) &&
			 fixed > 0;
	struct rw_node *pay;

	if (!has_min && !has_max && !has_fixed)
		return NULL;
	pay = rw_making_add(m, RW_FIELD_PAY);
	if (has_fixed)
		set_figure(pay, "fixed", fixed);
	else if (has_min && has_max)
		set_range(pay, min, max);
	else if (has_min)
		set_figure(pay, "min", min);
	else
		set_figure(pay, "max", max);
	return pay;
}

static void set_currency(struct rw_making *m, struct rw_node *pay)
{
	const char *text = rw_making_value(m, RW_FIELD_CURRENCY);
	char code[4];

	if (text == NULL || rw_node_attr(pay, "currency") != NULL)
		return;
	if (rw_amount_currency(text, code))
		rw_node_set_attr(pay, "currency", code);
	else
		rw_making_refuse(m, RW_FIELD_CURRENCY, text, "currency");
}

static struct rw_node *set_pay_text(struct rw_making *m, const char *text)
{
	struct rw_amount amount;
	const char *wrong = rw_amount_read(text, &amount);
	struct rw_node *pay;

	if (wrong != NULL) {
		rw_report(m->diags, RW_PAY_UNREADABLE,
			  rw_making_pos(m, RW_FIELD_PAY), text,
			  rw_making_column(m, RW_FIELD_PAY), wrong);
		m->status = -1;
		return NULL;
	}
	pay = rw_making_add(m, RW_FIELD_PAY);
	if (amount.open)
		set_figure(pay, "min", amount.min);
	else
		set_range(pay, amount.min, amount.max);
	if (amount.currency[0] != '\0')
		rw_node_set_attr(pay, "currency", amount.currency);
	if (amount.period != NULL)
		rw_node_set_attr(pay, "period", amount.period);
	return pay;
}

/* "60-70" means thousands, "25" an hour: no year pays so little. */
static void check_year(struct rw_making *m, const struct rw_node *pay,
		       const char *text)
{
	static const char *const figures[] = { "fixed", "max", "min" };
	const char *period = rw_node_attr(pay, "period");
	rw_decimal most = 0, value;

	for (size_t i = 0; i < 3; i++) {
		const char *figure = rw_node_attr(pay, figures[i]);

		if (figure && rw_decimal_parse(figure, &value) && value > most)
			most = value;
	}
	if (!period || strcmp(period, "year") != 0 ||
	    most >= LEAST_OF_YEAR * RW_DECIMAL_SCALE)
		return;
	rw_report(m->diags, RW_PAY_UNREADABLE, rw_making_pos(m, RW_FIELD_PAY),
		  text, rw_making_column(m, RW_FIELD_PAY),
		  "it is too little for a year");
	m->status = -1;
}

void rw_making_pay(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_PAY), *period;
	struct rw_node *pay = text ? set_pay_text(m, text) : set_figures(m);

	if (pay == NULL)
		return;
	set_currency(m, pay);
	period = rw_making_value(m, RW_FIELD_PERIOD);
	if (period != NULL && rw_node_attr(pay, "period") == NULL)
		rw_making_set_word(m, pay, RW_FIELD_PERIOD, period);
	if (text != NULL)
		check_year(m, pay, text);
}
