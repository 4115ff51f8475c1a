/*
 * The pay of a row's posting: from one text, or from columns of figures.
 */
#include <string.h>

#include "read/amount.h"
#include "read/rowmaking.h"
#include "text/locale.h"

#define LEAST_OF_YEAR 1000 /* in any currency that jobs are paid in */

/*
 * What nearly no job of the currencies below pays, so that a figure of another
 * period shows: what pays a year's work is no hour's pay.
 */
static const struct {
	const char *period;
	rw_decimal least, most;
} bounds[] = {
	{ "hour", 3, 1000 },	   { "day", 20, 8000 },
	{ "week", 50, 25000 },	   { "month", 200, 50000 },
	{ "year", 5000, 5000000 },
};
static const char *const bounded[] = { "EUR", "USD", "GBP", "CHF" };

/* Currencies that people call pesos; that of Mexico is "M.N.", too. */
static const char *const pesos[] = { "MXN", "ARS", "CLP", "COP",
				     "CUP", "DOP", "PHP", "UYU" };
#define PESOS (sizeof(pesos) / sizeof(pesos[0]))

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

/* The currency of a country of the row that 'sign' may mean as well. */
static const char *rival(const struct rw_making *m, const char *sign)
{
	const struct rw_node *n = m->root;

	for (; n != NULL; n = rw_node_walk(n, m->root)) {
		const char *country = rw_node_attr(n, "country");
		const char *code = country ? rw_amount_rival(sign, country)
					   : NULL;

		if (code != NULL)
			return code;
	}
	return NULL;
}

static void refuse_sign(struct rw_making *m, enum rw_field field,
			const char *sign, const char *code)
{
	const char *text = rw_making_value(m, field);
	const char *other = rival(m, sign);

	rw_report_hint(
		m->diags, RW_PAY_UNREADABLE, rw_making_pos(m, field),
		rw_arena_printf(m->arena,
				"write %s or %s in place of '%s', or give the "
				"map <default to=\"currency\">",
				code, other, sign),
		(const char *const[]){ text, rw_making_column(m, field),
				       rw_arena_printf(m->arena,
						       "'%s' may mean %s or %s",
						       sign, code, other) });
	m->status = -1;
}

/* Whether the row itself, not its map, has 'text' for the field. */
static bool is_own(const struct rw_making *m, enum rw_field field,
		   const char *text)
{
	const struct rw_map_field *f = &m->r->map->fields[field];

	return f->constant == NULL && text != f->fallback;
}

/* Reports a column that says another currency, or period, than the pay. */
static void refuse_other(struct rw_making *m, enum rw_field field,
			 const char *text)
{
	rw_making_refuse(m, field, text,
			 rw_arena_printf(m->arena, "%s of the pay '%s'",
					 rw_field_name(field),
					 rw_making_value(m, RW_FIELD_PAY)));
}

/*
 * The currency of the column, or of the map, where the text has none, or one
 * that its sign does not tell from others.
 */
static void set_currency(struct rw_making *m, struct rw_node *pay,
			 const char *sign)
{
	const char *text = rw_making_value(m, RW_FIELD_CURRENCY);
	const char *own = rw_node_attr(pay, "currency");
	enum rw_field field = RW_FIELD_PAY;
	char code[4];

	if (text != NULL && !rw_amount_currency(text, code)) {
		rw_making_refuse(m, RW_FIELD_CURRENCY, text, "currency");
		return;
	}
	if (text != NULL && own == NULL) {
		rw_node_set_attr(pay, "currency", code);
		field = RW_FIELD_CURRENCY;
		sign = text;
	} else if (text != NULL && sign != NULL && strcmp(text, sign) != 0 &&
		   rw_amount_has_sign(sign, code)) {
		rw_node_set_attr(pay, "currency", code);
		return;
	} else if (text != NULL && strcmp(own, code) != 0 &&
		   is_own(m, RW_FIELD_CURRENCY, text)) {
		refuse_other(m, RW_FIELD_CURRENCY, text);
		return;
	}
	if (sign != NULL && rival(m, sign) != NULL)
		refuse_sign(m, field, sign, rw_node_attr(pay, "currency"));
}

/* How pay is written in the language of the table. */
static const char *example(const struct rw_making *m)
{
	const char *lang = m->r->map->lang;

	if (strncmp(lang, "de", 2) == 0)
		return "write a figure or two, a currency and a period, as in "
		       "52.000 - 58.000 €/Jahr";
	if (strncmp(lang, "es", 2) == 0)
		return "write a figure or two, a currency and a period, as in "
		       "30.000 - 36.000 €/año";
	return NULL;
}

/* 'help': what to write; NULL: what pay looks like. */
static void refuse_text(struct rw_making *m, const char *text, const char *why,
			const char *help)
{
	rw_report_hint(m->diags, RW_PAY_UNREADABLE,
		       rw_making_pos(m, RW_FIELD_PAY), help ? help : example(m),
		       (const char *const[]){
			       text, rw_making_column(m, RW_FIELD_PAY), why });
	m->status = -1;
}

static bool is_among(const char *code, const char *const codes[], size_t count)
{
	size_t i = 0;

	while (i < count && strcmp(codes[i], code) != 0)
		i++;
	return i < count;
}

/*
 * The money of the one country of the row, where the text names it as people
 * there do: "pesos", "M.N."; NULL if they would not, or countries differ.
 */
static const char *own_money(struct rw_making *m,
			     const struct rw_amount *amount)
{
	const char *found = NULL;

	for (const struct rw_node *n = m->root; n;
	     n = rw_node_walk(n, m->root)) {
		const char *country = rw_node_attr(n, "country");
		const char *code =
			country ? rw_locale_currency(m->arena, country) : NULL;

		if (code == NULL)
			continue;
		if (!is_among(code, pesos, amount->national ? 1 : PESOS) ||
		    (found && strcmp(found, code) != 0))
			return NULL;
		found = code;
	}
	return found;
}

/* The code that the text, or the column, says. */
static bool says_code(struct rw_making *m, const struct rw_amount *amount,
		      char code[4])
{
	const char *text = rw_making_value(m, RW_FIELD_CURRENCY);

	if (amount->currency[0] != '\0' && amount->sign == NULL) {
		memcpy(code, amount->currency, 4);
		return true;
	}
	return text != NULL && rw_amount_currency(text, code);
}

/* "$18,000 pesos": whose they are, the row's country or a code says. */
static void set_own_money(struct rw_making *m, const char *text,
			  struct rw_amount *amount)
{
	const char *own = own_money(m, amount);
	char code[4];
	bool said = says_code(m, amount, code);

	if (!amount->pesos && !amount->national)
		return;
	if (said && is_among(code, pesos, amount->national ? 1 : PESOS))
		return;
	if (own == NULL || (amount->currency[0] != '\0' && !amount->sign)) {
		refuse_text(m, text,
			    said	    ? "it names two currencies"
			    : amount->pesos ? "it may mean pesos of any country"
					    : "it does not name its country",
			    "write a code such as MXN");
		return;
	}
	memcpy(amount->currency, own, 4);
	amount->sign = NULL;
}

static struct rw_node *set_pay_text(struct rw_making *m, const char *text,
				    struct rw_amount *read)
{
	struct rw_amount amount;
	const char *wrong = rw_amount_read(text, &amount);
	struct rw_node *pay;

	if (amount.why != NULL)
		wrong = amount.why;
	else if (wrong != NULL && amount.word[0] != '\0')
		wrong = rw_arena_printf(m->arena,
					"'%s' is no figure, currency or period",
					amount.word);
	if (wrong != NULL) {
		refuse_text(m, text, wrong, amount.help);
		return NULL;
	}
	set_own_money(m, text, &amount);
	*read = amount;
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

/* The largest figure. */
static rw_decimal most_of(const struct rw_node *pay, const char **shown)
{
	static const char *const figures[] = { "fixed", "max", "min" };
	rw_decimal most = 0, value;

	for (size_t i = 0; i < 3; i++) {
		const char *figure = rw_node_attr(pay, figures[i]);

		if (!figure || !rw_decimal_parse(figure, &value) ||
		    value <= most)
			continue;
		most = value;
		*shown = figure;
	}
	return most;
}

static bool is_bounded(const char *currency)
{
	return is_among(currency, bounded,
			sizeof(bounded) / sizeof(bounded[0]));
}

/* Figures that want another period: "60.000 €/Std.", "3.500 €/Jahr". */
static void check_bounds(struct rw_making *m, const struct rw_node *pay,
			 enum rw_field field)
{
	const char *period = rw_node_attr(pay, "period"), *figure = "";
	const char *currency = rw_node_attr(pay, "currency");
	rw_decimal most = most_of(pay, &figure) / RW_DECIMAL_SCALE;
	size_t count = sizeof(bounds) / sizeof(bounds[0]), i = 0;

	if (!period || !currency || !is_bounded(currency))
		return;
	while (i < count && strcmp(bounds[i].period, period) != 0)
		i++;
	if (i == count || (most >= bounds[i].least && most < bounds[i].most))
		return;
	rw_report(m->diags, RW_PAY_ODD, rw_making_pos(m, field),
		  rw_arena_printf(m->arena, "%s %s", figure, currency),
		  most < bounds[i].least ? "little" : "much", period);
}

/* "60-70" means thousands, "25" an hour: no year pays so little. */
static bool is_year(struct rw_making *m, const struct rw_node *pay,
		    const char *text)
{
	const char *period = rw_node_attr(pay, "period"), *figure;

	if (!period || strcmp(period, "year") != 0 ||
	    most_of(pay, &figure) >= LEAST_OF_YEAR * RW_DECIMAL_SCALE)
		return true;
	refuse_text(m, text, "it is too little for a year", NULL);
	return false;
}

/* The field of figures that there is. */
static enum rw_field figure_field(const struct rw_node *pay)
{
	return rw_node_attr(pay, "fixed") ? RW_FIELD_PAY_FIXED
	       : rw_node_attr(pay, "max") ? RW_FIELD_PAY_MAX
					  : RW_FIELD_PAY_MIN;
}

/* "60.000": sixty, or thousands of them? Rates an hour have such digits. */
static bool is_ambiguous(const struct rw_node *pay, const char *text)
{
	const char *period = rw_node_attr(pay, "period");
	const char *currency = rw_node_attr(pay, "currency");
	size_t whole = strspn(text, "0123456789");

	if (period && currency && strcmp(period, "hour") == 0 &&
	    is_bounded(currency))
		return false;
	return whole > 0 && whole <= 3 && text[0] != '0' &&
	       text[whole] == '.' && strlen(text + whole) == 4 &&
	       strspn(text + whole + 1, "0123456789") == 3;
}

/* A figure of a column, with what the others say. */
static void check_figure(struct rw_making *m, const struct rw_node *pay,
			 enum rw_field field)
{
	const char *text = rw_making_value(m, field);
	const char *currency = rw_node_attr(pay, "currency"), *sign;
	size_t len = text ? strcspn(text, " .,+-0123456789") : 0;

	if (text == NULL)
		return;
	sign = rw_arena_strndup(m->arena, text, len);
	if (len > 0 && currency && !rw_amount_has_sign(sign, currency))
		rw_making_refuse(
			m, field, text,
			rw_arena_printf(m->arena, "figure in %s", currency));
	else if (is_ambiguous(pay, text))
		rw_making_refuse(m, field, text,
				 "figure that is sure: write it without '.', "
				 "or with two digits behind that");
}

/* "60" to "70000": thousands, or an hour and a year. */
static void check_ends(struct rw_making *m, const struct rw_node *pay)
{
	const char *least = rw_node_attr(pay, "min");
	const char *most = rw_node_attr(pay, "max");
	rw_decimal min, max;

	if (least && most && rw_decimal_parse(least, &min) &&
	    rw_decimal_parse(most, &max) && rw_amount_is_far(min, max))
		rw_making_refuse(m, RW_FIELD_PAY_MAX, most,
				 rw_arena_printf(m->arena,
						 "upper end of a pay that "
						 "begins at %s",
						 least));
}

static void check_figures(struct rw_making *m, const struct rw_node *pay)
{
	static const enum rw_field fields[] = { RW_FIELD_PAY_MIN,
						RW_FIELD_PAY_MAX,
						RW_FIELD_PAY_FIXED };
	int status = m->status;

	for (size_t i = 0; i < 3; i++)
		check_figure(m, pay, fields[i]);
	if (m->status == status)
		check_ends(m, pay);
	if (m->status == status)
		check_bounds(m, pay, figure_field(pay));
}

static void set_period(struct rw_making *m, struct rw_node *pay)
{
	const char *text = rw_making_value(m, RW_FIELD_PERIOD);
	const char *own = rw_node_attr(pay, "period"), *word;

	if (text == NULL)
		return;
	word = rw_field_value(RW_FIELD_PERIOD, text);
	if (own == NULL)
		rw_making_set_word(m, pay, RW_FIELD_PERIOD, text);
	else if (word && strcmp(word, own) != 0 &&
		 is_own(m, RW_FIELD_PERIOD, text))
		refuse_other(m, RW_FIELD_PERIOD, text);
}

/* Whether figures grouped so, and paid so, mean what they seem to. */
static bool is_sure(struct rw_making *m, const struct rw_node *pay,
		    const char *text, const struct rw_amount *amount)
{
	static const char *const lakhs[] = { "INR", "PKR", "BDT", "NPR",
					     "LKR" };
	const char *period = rw_node_attr(pay, "period");
	const char *currency = rw_node_attr(pay, "currency");

	if (amount->lakhs && (!currency || !is_among(currency, lakhs, 5))) {
		refuse_text(m, text, "its figures cannot be read", NULL);
		return false;
	}
	/* A month's pay that comes 14 times is no twelfth of the year's. */
	if (amount->parts != 0 && period && strcmp(period, "year") != 0 &&
	    (strcmp(period, "month") != 0 || amount->parts != 12)) {
		refuse_text(m, text,
			    rw_arena_printf(m->arena,
					    "no field holds pay that comes %u "
					    "times a year",
					    amount->parts),
			    "write the pay of a year");
		return false;
	}
	return is_year(m, pay, text);
}

/* The text of the pay, if it says anything of it. */
static const char *pay_text(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_PAY);

	if (text == NULL || !rw_field_is_silent(text))
		return text;
	rw_report(m->diags, RW_VALUE_SILENT, rw_making_pos(m, RW_FIELD_PAY),
		  text, rw_making_column(m, RW_FIELD_PAY), "the pay");
	return NULL;
}

void rw_making_pay(struct rw_making *m)
{
	const char *text = pay_text(m);
	struct rw_amount amount = { .period = NULL };
	struct rw_node *pay = text ? set_pay_text(m, text, &amount)
				   : set_figures(m);

	if (pay == NULL)
		return;
	set_currency(m, pay, amount.sign);
	set_period(m, pay);
	if (text == NULL)
		check_figures(m, pay);
	else if (is_sure(m, pay, text, &amount))
		check_bounds(m, pay, RW_FIELD_PAY);
}
