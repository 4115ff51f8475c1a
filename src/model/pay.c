/*
 * Finding bands, and the pay of a role or posting in figures and words.
 *
 * range = band x area factor x experience factor, rounded to the table's
 * @round-to. An experience step without @factor counts as its mid over the
 * mid of the table's first band.
 */
#include <string.h>

#include "base/date.h"
#include "model/inherit.h"
#include "model/job.h"
#include "model/pay.h"

static rw_decimal number(const struct rw_node *node, const char *name,
			 rw_decimal otherwise)
{
	const char *text = node ? rw_node_attr(node, name) : NULL;
	rw_decimal value;

	return text && rw_decimal_parse(text, &value) ? value : otherwise;
}

static struct rw_node *by_attr(const struct rw_node *root, const char *element,
			       const char *name, const char *value)
{
	struct rw_node *n = value ? rw_node_child(root, element) : NULL;

	for (; n != NULL; n = rw_node_next_element(n, element)) {
		const char *other = rw_node_attr(n, name);

		if (other != NULL && strcmp(other, value) == 0)
			break;
	}
	return n;
}

/* -------------------------------------------------------------- the table */

/* True if an area of the table lies in the country. */
static bool has_country(const struct rw_node *table, const char *country)
{
	return by_attr(table, "area", "country", country) != NULL;
}

static bool same_currency(const struct rw_node *table, const char *country)
{
	struct rw_arena *scratch = rw_arena_new();
	const char *theirs = rw_locale_currency(scratch, country);
	const char *ours = rw_node_attr(table, "currency");
	bool same = theirs && ours && strcmp(theirs, ours) == 0;

	rw_arena_free(scratch);
	return same;
}

/* True if any area of the table says in which country it lies. */
static bool names_countries(const struct rw_node *table)
{
	struct rw_node *area = rw_node_child(table, "area");

	while (area != NULL && rw_node_attr(area, "country") == NULL)
		area = rw_node_next_element(area, "area");
	return area != NULL;
}

/*
 * How well a table suits a country: 2 with an area there, 1 in its currency, 0
 * otherwise; -1 for one in another currency that is the library's or names
 * other countries: it says nothing about the pay of this employer there.
 */
static int pays_in(const struct rw_entry *entry, const struct rw_node *table,
		   const char *country)
{
	if (country == NULL)
		return 0;
	if (has_country(table, country))
		return 2;
	if (same_currency(table, country))
		return 1;
	return entry->layer == RW_LAYER_LIBRARY || names_countries(table) ? -1
									  : 0;
}

static bool in_effect(const struct rw_workspace *ws,
		      const struct rw_node *table)
{
	int32_t today = rw_workspace_options(ws)->today;
	const char *from = rw_node_attr(table, "effective");
	const char *to = rw_node_attr(table, "expires");

	return (!from || rw_date_parse(from) <= today) &&
	       (!to || rw_date_parse(to) >= today);
}

/* False if the area says otherwise; it need not say anything. */
static bool agrees(const struct rw_node *area, const char *name,
		   const char *value)
{
	const char *own = rw_node_attr(area, name);

	return own == NULL || value == NULL || strcmp(own, value) == 0;
}

/* The area that is named, or else that of the city: of the Portland in Maine,
 * where the place says that it is in Maine. */
static const struct rw_node *area_of(const struct rw_node *table,
				     const struct rw_band_query *q)
{
	const struct rw_node *area;

	if (q->area != NULL || q->city == NULL)
		return by_attr(table, "area", "id", q->area);
	for (area = rw_node_child(table, "area"); area != NULL;
	     area = rw_node_next_element(area, "area")) {
		const char *city = rw_node_attr(area, "city");

		if (city != NULL && strcmp(city, q->city) == 0 &&
		    agrees(area, "country", q->country) &&
		    agrees(area, "region", q->region))
			break;
	}
	return area;
}

/* Whether the table speaks for the company: for any, or for it alone. */
static bool speaks(const struct rw_node *table, const struct rw_band_query *q)
{
	const char *company = rw_node_attr(table, "company");

	return company == NULL ||
	       (q->company != NULL && strcmp(company, q->company) == 0);
}

/* How well a table answers; negative: not at all. */
static int score(const struct rw_workspace *ws, const struct rw_entry *entry,
		 const struct rw_node *table, const struct rw_band_query *q)
{
	int country = pays_in(entry, table, q->country);

	if (!by_attr(table, "band", "grade", q->grade) || country < 0 ||
	    !speaks(table, q))
		return -1;
	return (in_effect(ws, table) ? 32 : 0) +
	       (entry->layer == RW_LAYER_WORKSPACE ? 16 : 0) + 4 * country +
	       (area_of(table, q) ? 2 : 0);
}

static bool newer(const struct rw_node *a, const struct rw_node *b)
{
	const char *x = rw_node_attr(a, "effective");
	const char *y = rw_node_attr(b, "effective");

	return x != NULL && (y == NULL || strcmp(x, y) > 0);
}

static void report_grade(const struct rw_band_query *q, struct rw_vec *grades,
			 struct rw_diags *diags)
{
	const struct rw_names names = { q->grade,
					(const char *const *)grades->items,
					grades->count };

	rw_report_unknown(diags, RW_GRADE_UNKNOWN, q->grade_pos, &names,
			  (const char *const[]){ q->grade, NULL, NULL });
}

static void note_grades(const struct rw_node *table, struct rw_vec *grades)
{
	struct rw_node *band = rw_node_child(table, "band");

	for (; band != NULL; band = rw_node_next_element(band, "band"))
		rw_vec_push(grades, (void *)rw_node_attr(band, "grade"));
}

static int best_table(struct rw_workspace *ws, const struct rw_band_query *q,
		      struct rw_band *band, struct rw_diags *diags)
{
	struct rw_vec grades = { 0 };
	struct rw_entry *const *entries;
	size_t count;
	int best = -1;
	bool known = false, unread = false;

	entries = rw_workspace_list(ws, RW_KIND_PAY_TABLE, &count);
	for (size_t i = 0; i < count; i++) {
		struct rw_node *root =
			rw_inherit_resolve(ws, entries[i], NULL, diags);
		int points = root ? score(ws, entries[i], root, q) : -1;

		unread |= root == NULL;
		if (root == NULL)
			continue;
		note_grades(root, &grades);
		known |= by_attr(root, "band", "grade", q->grade) != NULL;
		if (points < 0 || points < best ||
		    (points == best && !newer(root, band->root)))
			continue;
		best = points;
		band->table = entries[i];
		band->root = root;
	}
	/* A table with errors, which were told, may have it. */
	if (!known && !unread)
		report_grade(q, &grades, diags);
	rw_vec_release(&grades);
	return best >= 0 ? 0 : known ? 1 : -1;
}

static int named_table(struct rw_workspace *ws, const struct rw_band_query *q,
		       struct rw_band *band, struct rw_diags *diags)
{
	struct rw_vec grades = { 0 };

	band->table = rw_workspace_need(ws, RW_KIND_PAY_TABLE, q->table,
					q->table_pos, diags);
	band->root = band->table
			     ? rw_inherit_resolve(ws, band->table, NULL, diags)
			     : NULL;
	if (band->root == NULL)
		return -1;
	if (by_attr(band->root, "band", "grade", q->grade) != NULL)
		return 0;
	note_grades(band->root, &grades);
	report_grade(q, &grades, diags);
	rw_vec_release(&grades);
	return -1;
}

/* --------------------------------------------------------------- the band */

static const struct rw_node *step_of(const struct rw_node *table,
				     const char *years)
{
	struct rw_node *n = rw_node_child(table, "experience");
	rw_decimal value;

	if (years == NULL || !rw_decimal_parse(years, &value))
		return NULL;
	for (; n != NULL; n = rw_node_next_element(n, "experience"))
		if (value >= number(n, "from", 0) &&
		    value < number(n, "to", INT64_MAX))
			return n;
	return NULL;
}

static rw_decimal step_factor(const struct rw_band *band)
{
	const struct rw_node *first = rw_node_child(band->root, "band");
	rw_decimal base;

	if (band->step == NULL)
		return RW_DECIMAL_SCALE;
	if (rw_node_attr(band->step, "factor") != NULL)
		return number(band->step, "factor", RW_DECIMAL_SCALE);
	base = number(first, "mid", 0);
	return base > 0 ? rw_decimal_divide(number(band->step, "mid", 0), base)
			: RW_DECIMAL_SCALE;
}

static rw_decimal scale(const struct rw_band *band, rw_decimal amount)
{
	rw_decimal step = number(band->root, "round-to", RW_DECIMAL_SCALE);

	amount = rw_decimal_multiply(
		amount, number(band->area, "factor", RW_DECIMAL_SCALE));
	amount = rw_decimal_multiply(amount, step_factor(band));
	return rw_decimal_round(amount, step > 0 ? step : RW_DECIMAL_SCALE);
}

/* The table of another company that a posting names itself. */
static int report_company(const struct rw_band_query *q,
			  const struct rw_band *band, struct rw_diags *diags)
{
	rw_report(diags, RW_TABLE_COMPANY, q->table_pos, q->table,
		  rw_node_attr(band->root, "company"), NULL);
	return -1;
}

/* The table that is named, or the one that fits best. */
static int find_table(struct rw_workspace *ws, const struct rw_band_query *q,
		      struct rw_band *band, struct rw_diags *diags)
{
	int found = q->table ? named_table(ws, q, band, diags) : 1;

	if (q->table == NULL)
		return best_table(ws, q, band, diags);
	if (found != 0)
		return found;
	if (!speaks(band->root, q) && !q->inherited && !q->role)
		return report_company(q, band, diags);
	if (!speaks(band->root, q) ||
	    (q->inherited && pays_in(band->table, band->root, q->country) < 0))
		return best_table(ws, q, band, diags);
	return 0;
}

/* Figures without a currency and a period are none. */
static int check_units(const struct rw_node *table, struct rw_diags *diags)
{
	static const char *const names[] = { "currency", "period" };
	int status = 0;

	for (size_t i = 0; i < 2; i++) {
		if (rw_node_attr(table, names[i]) != NULL)
			continue;
		rw_report(diags, RW_ATTRIBUTE_MISSING, rw_node_pos(table),
			  rw_node_name(table), names[i], NULL);
		status = -1;
	}
	return status;
}

int rw_pay_find(struct rw_workspace *ws, const struct rw_band_query *q,
		struct rw_band *band, struct rw_diags *diags)
{
	int found;

	*band = (struct rw_band){ 0 };
	found = find_table(ws, q, band, diags);
	if (found == 0)
		found = check_units(band->root, diags);
	if (found != 0)
		return found;
	band->band = by_attr(band->root, "band", "grade", q->grade);
	band->area = area_of(band->root, q);
	band->step = step_of(band->root, q->experience);
	band->min = number(band->band, "min", 0);
	band->max = number(band->band, "max", 0);
	if (band->area != NULL || band->step != NULL) {
		band->min = scale(band, band->min);
		band->max = scale(band, band->max);
	}
	return 0;
}

/* ------------------------------------------------------------- in the job */

static void set_amount(struct rw_node *pay, const char *name, rw_decimal value)
{
	char text[24];

	rw_decimal_format(value, text);
	rw_node_set_attr(pay, name, text);
}

/* Copies a text of the table, which may have no translation. */
static struct rw_node *copy_text(const struct rw_job *job,
				 const struct rw_node *text,
				 struct rw_node *pay)
{
	const char *lang = rw_node_lang(text);
	struct rw_node *copy = rw_node_copy(text, pay);

	if (!rw_lang_same(lang, job->lang))
		rw_node_set_attr(copy, "xml:lang", lang);
	return copy;
}

static void add_source(struct rw_job *job, struct rw_node *pay,
		       const struct rw_node *table, const char *ref)
{
	const struct rw_node *source = by_attr(table, "source", "id", ref);
	struct rw_node *copy = rw_node_child(pay, "source");

	for (; copy != NULL; copy = rw_node_next_element(copy, "source"))
		if (ref && rw_node_attr(copy, "id") &&
		    strcmp(rw_node_attr(copy, "id"), ref) == 0)
			return;
	if (source == NULL)
		return;
	rw_job_date(job, copy_text(job, source, pay), "date");
}

static void add_attribution(struct rw_job *job, struct rw_node *pay,
			    const struct rw_node *table)
{
	const struct rw_node *n = rw_node_child(table, "attribution");

	if (n != NULL && rw_node_child(pay, "attribution") == NULL)
		copy_text(job, n, pay);
}

static void copy_default(struct rw_node *pay, const struct rw_node *from,
			 const char *name)
{
	const char *value = rw_node_attr(from, name);

	if (value != NULL && rw_node_attr(pay, name) == NULL)
		rw_node_set_attr(pay, name, value);
}

static void add_sources(struct rw_job *job, struct rw_node *pay,
			const struct rw_band *band, const struct rw_node *table)
{
	add_source(job, pay, table, rw_node_attr(band->band, "source"));
	if (band->area != NULL)
		add_source(job, pay, table, rw_node_attr(band->area, "source"));
	if (band->step != NULL)
		add_source(job, pay, table, rw_node_attr(band->step, "source"));
}

/* What the band says of the pay, once. */
static void take_band(struct rw_job *job, struct rw_node *pay,
		      const struct rw_band *band)
{
	static const char *const names[] = { "currency", "period", "basis",
					     "split" };
	const struct rw_node *table =
		rw_inherit_resolve(job->ws, band->table, job->lang, job->diags);

	if (table == NULL) {
		job->status = -1;
		return;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		copy_default(pay, band->band, names[i]);
		copy_default(pay, band->root, names[i]);
	}
	if (band->table->layer == RW_LAYER_LIBRARY)
		rw_node_set_attr(pay, "borrowed", "yes");
	/* An employer's own table tells who it is. */
	if (job->confidential && band->table->layer != RW_LAYER_LIBRARY) {
		rw_node_set_attr(pay, "table", NULL);
	} else {
		rw_node_set_attr(pay, "table", band->table->id);
		add_sources(job, pay, band, table);
	}
	add_attribution(job, pay, table);
}

/* Amounts in words, for the pay as a whole or one place. */
static char *amount_text(struct rw_job *job, const char *currency,
			 rw_decimal min, rw_decimal max)
{
	if (min == max)
		return rw_locale_money(job->locale, job->arena, min, currency);
	return rw_locale_money_range(job->locale, job->arena, min, max,
				     currency);
}

struct span {
	rw_decimal min, max;
	bool any;
	const char *table;	       /* that the pay names */
	bool inherited;		       /* ... in the role */
	const char *currency, *period; /* of the figures */
};

/* True if figures of the table are in the money and period of the span. */
static bool comparable(const struct span *span, const struct rw_band *band)
{
	return strcmp(span->currency, rw_node_attr(band->root, "currency")) ==
		       0 &&
	       strcmp(span->period, rw_node_attr(band->root, "period")) == 0;
}

static void widen(struct span *span, const struct rw_band *band)
{
	span->currency = rw_node_attr(band->root, "currency");
	span->period = rw_node_attr(band->root, "period");
	if (!span->any || band->min < span->min)
		span->min = band->min;
	if (!span->any || band->max > span->max)
		span->max = band->max;
	span->any = true;
}

const char *rw_pay_company(struct rw_workspace *ws, struct rw_diags *diags)
{
	const struct rw_site *site =
		rw_site_exists(ws) ? rw_site_load(ws, diags) : NULL;

	return site ? rw_node_attr(site->root, "company") : NULL;
}

/* Where the site's company is at home: a role by itself has no place. */
static const char *home_country(struct rw_job *job)
{
	const char *id = rw_pay_company(job->ws, job->diags);
	struct rw_entry *entry =
		id ? rw_workspace_find(job->ws, RW_KIND_COMPANY, id, NULL)
		   : NULL;
	const struct rw_node *company =
		entry ? rw_inherit_resolve(job->ws, entry, NULL, job->diags)
		      : NULL;
	const struct rw_node *places =
		company ? rw_node_child(company, "places") : NULL;
	const struct rw_node *place = places ? rw_node_child(places, "place")
					     : NULL;

	return place ? rw_node_attr(place, "country") : NULL;
}

static struct rw_band_query query_of(struct rw_job *job,
				     const struct rw_node *pay,
				     const struct rw_node *place)
{
	const char *area = rw_node_attr(pay, "area");
	bool role = rw_node_is(job->root, "role");

	return (struct rw_band_query){
		.grade = rw_node_attr(pay, "grade"),
		.role = role,
		.company = role ? rw_pay_company(job->ws, job->diags)
			   : job->company_entry ? job->company_entry->id
						: NULL,
		.area = area	? area
			: place ? rw_node_attr(place, "area")
				: NULL,
		.country = place ? rw_node_attr(place, "country")
				 : home_country(job),
		.region = place ? rw_node_attr(place, "region") : NULL,
		.city = place ? rw_node_attr(place, "city") : NULL,
		.experience = rw_node_attr(pay, "experience"),
		.grade_pos = rw_job_at(job, pay, "grade"),
		.table_pos = rw_job_at(job, pay, "table"),
	};
}

static void check_area(struct rw_job *job, const struct rw_node *pay,
		       const struct rw_band *band)
{
	const char *area = rw_node_attr(pay, "area");

	if (area != NULL && band->area == NULL) {
		rw_report(job->diags, RW_AREA_UNKNOWN,
			  rw_job_at(job, pay, "area"), area, band->table->id,
			  NULL);
		job->status = -1;
	}
}

/* What the pay says of its figures must be true of the table's. */
static void check_unit(struct rw_job *job, const struct rw_node *pay,
		       const struct rw_band *band, const char *name)
{
	const char *value = rw_node_attr(pay, name);

	if (value == NULL || strcmp(value, rw_node_attr(band->root, name)) == 0)
		return;
	rw_report(job->diags, RW_PAY_UNIT, rw_job_at(job, pay, name), value,
		  name, band->table->id);
	job->status = -1;
}

/* "90.000": ninety in XML, but ninety thousand where people write so. */
static bool is_thousands(const char *text)
{
	const char *point = text ? strchr(text, '.') : NULL;

	return point != NULL && point > text && point - text <= 3 &&
	       strspn(point + 1, "0123456789") == 3 && point[4] == '\0';
}

static void check_thousands(struct rw_job *job, const struct rw_node *node)
{
	static const char *const names[] = { "min", "mid", "max", "fixed" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *text = rw_node_attr(node, names[i]);

		if (!is_thousands(text))
			continue;
		rw_report(job->diags, RW_THOUSANDS,
			  rw_job_at(job, node, names[i]), names[i], text, NULL);
		job->status = -1;
	}
}

/* The middle of the band, where the table has one. */
static void add_middle(struct rw_job *job, struct rw_node *pay,
		       const struct rw_band *band)
{
	rw_decimal mid = number(band->band, "mid", 0);
	const char *currency = rw_node_attr(band->root, "currency");
	const char *text;

	if (mid <= 0 || currency == NULL)
		return;
	if (band->area != NULL || band->step != NULL)
		mid = scale(band, mid);
	text = rw_locale_money(job->locale, job->arena, mid, currency);
	set_amount(pay, "mid", mid);
	rw_node_set_attr(
		pay, "mid-text",
		rw_words_format(job->words, job->arena, "pay.mid", text, NULL));
}

/* "Denver, CO" where the table says so much, or the name of the area. */
static const char *name_area(struct rw_job *job, const struct rw_node *area)
{
	const char *city = rw_node_attr(area, "city");
	const char *region = rw_node_attr(area, "region");

	return city && region
		       ? rw_arena_printf(job->arena, "%s, %s", city, region)
		       : rw_node_attr(area, "name");
}

/* What the band comes to in one area, as an example. */
static void add_example(struct rw_job *job, struct rw_node *pay,
			const struct rw_band *band, const char *id)
{
	struct rw_band there = *band;
	struct rw_node *area;

	there.area = by_attr(band->root, "area", "id", id);
	if (there.area == NULL)
		return;
	area = rw_node_add(pay, NULL, "area");
	rw_node_set_attr(area, "id", id);
	rw_node_set_attr(area, "name", name_area(job, there.area));
	rw_node_set_attr(
		area, "text",
		amount_text(job, rw_node_attr(band->root, "currency"),
			    scale(&there, number(band->band, "min", 0)),
			    scale(&there, number(band->band, "max", 0))));
}

/* "Typical with 2 to 5 years of experience" */
static const char *name_step(struct rw_job *job, const struct rw_node *step)
{
	const char *from = rw_node_attr(step, "from");
	const char *to = rw_node_attr(step, "to");

	if (to && number(step, "from", 0) == 0)
		return rw_words_count(job->words, job->arena, job->locale,
				      "experience.under",
				      number(step, "to", 0));
	return rw_words_format(job->words, job->arena,
			       to ? "experience.range" : "experience.from",
			       from ? from : "0", to);
}

/* What the middle of the band comes to with each step of experience. */
static void add_steps(struct rw_job *job, struct rw_node *pay,
		      const struct rw_band *band)
{
	struct rw_node *step = rw_node_child(band->root, "experience"), *n;
	rw_decimal mid = number(band->band, "mid", 0);
	struct rw_band at = *band;

	for (; step && mid > 0;
	     step = rw_node_next_element(step, "experience")) {
		at.step = step;
		n = rw_node_add(pay, NULL, "experience");
		rw_node_set_attr(n, "name", name_step(job, step));
		rw_node_set_attr(
			n, "text",
			rw_locale_money(job->locale, job->arena,
					scale(&at, mid),
					rw_node_attr(band->root, "currency")));
	}
}

/*
 * A role by itself, with a table that gives examples: where its pay lies, and
 * what it is with experience and in some places.
 */
static void add_guidance(struct rw_job *job, struct rw_node *pay,
			 const struct rw_band *band)
{
	const char *ids = rw_node_attr(band->root, "examples");

	if (ids == NULL)
		return;
	add_middle(job, pay, band);
	add_steps(job, pay, band);
	while (*(ids += strspn(ids, " \t\n")) != '\0') {
		size_t len = strcspn(ids, " \t\n");

		add_example(job, pay, band,
			    rw_arena_strndup(job->arena, ids, len));
		ids += len;
	}
}

/* The band at one place (NULL: anywhere); its figures go on the place. */
static void band_at(struct rw_job *job, struct rw_node *pay,
		    struct rw_node *place, struct span *span)
{
	struct rw_band_query query = query_of(job, pay, place);
	struct rw_band band;
	int found;

	query.table = span->table;
	query.inherited = span->inherited;
	found = rw_pay_find(job->ws, &query, &band, job->diags);

	if (found < 0)
		job->status = -1;
	if (found != 0)
		return;
	check_thousands(job, band.band);
	check_area(job, pay, &band);
	if (!span->any) {
		check_unit(job, pay, &band, "currency");
		check_unit(job, pay, &band, "period");
	}
	if (!span->any || comparable(span, &band)) {
		take_band(job, pay, &band);
		widen(span, &band);
	}
	if (place == NULL) {
		if (rw_node_is(job->root, "role"))
			add_guidance(job, pay, &band);
		return;
	}
	set_amount(place, "pay-min", band.min);
	set_amount(place, "pay-max", band.max);
	rw_node_set_attr(place, "pay-text",
			 amount_text(job, rw_node_attr(band.root, "currency"),
				     band.min, band.max));
}

/* True if the pay is that of the role, word for word. */
static bool is_roles(const struct rw_job *job, const struct rw_node *pay)
{
	struct rw_pos a = rw_node_pos(pay), b = { 0 };

	if (job->role_pay != NULL)
		b = rw_node_pos(job->role_pay);
	return a.file != 0 && a.file == b.file && a.offset == b.offset;
}

static void bands(struct rw_job *job, struct rw_node *pay, struct span *span)
{
	struct rw_node *place = rw_node_child(job->root, "place");

	if (rw_node_attr(pay, "grade") == NULL)
		return;
	span->table = rw_node_attr(pay, "table");
	if (span->table != NULL)
		span->table = rw_arena_strdup(job->arena, span->table);
	span->inherited = is_roles(job, pay);
	if (place == NULL)
		band_at(job, pay, NULL, span);
	for (; place != NULL; place = rw_node_next_element(place, "place"))
		band_at(job, pay, place, span);
}

static void own_figures(const struct rw_node *pay, struct span *span)
{
	const char *fixed = rw_node_attr(pay, "fixed");

	if (fixed != NULL) {
		span->min = span->max = number(pay, "fixed", 0);
		span->any = true;
	} else if (rw_node_attr(pay, "min") && rw_node_attr(pay, "max")) {
		span->min = number(pay, "min", 0);
		span->max = number(pay, "max", 0);
		span->any = true;
	}
}

static void say_pay(struct rw_job *job, struct rw_node *pay, const char *text)
{
	const char *period = rw_node_attr(pay, "period");
	const char *word =
		rw_words_get2(job->words, "period", period ? period : "year");

	rw_node_set_attr(pay, "text", text);
	rw_node_set_attr(pay, "period-text", word ? word : "");
	rw_node_set_attr(
		pay, "text-long",
		rw_arena_printf(job->arena, "%s %s", text, word ? word : ""));
}

static void write_text(struct rw_job *job, struct rw_node *pay,
		       const struct span *span)
{
	const char *currency = rw_node_attr(pay, "currency");

	if (currency != NULL)
		say_pay(job, pay,
			amount_text(job, currency, span->min, span->max));
}

/* "from €3,800 a month": one end is all that the employer says. */
static void write_half(struct rw_job *job, struct rw_node *pay)
{
	const char *end = rw_node_attr(pay, "min") ? "min" : "max";
	const char *currency = rw_node_attr(pay, "currency");
	const char *key = strcmp(end, "min") == 0 ? "pay.from" : "pay.up-to";
	char *amount;

	if (currency == NULL || rw_node_attr(pay, "period") == NULL)
		return;
	amount = rw_locale_money(job->locale, job->arena, number(pay, end, 0),
				 currency);
	say_pay(job, pay,
		rw_words_format(job->words, job->arena, key, amount, NULL));
}

static void commission_text(struct rw_job *job, struct rw_node *pay)
{
	struct rw_node *n = rw_node_child(pay, "commission");
	struct span span = { 0 };

	if (n == NULL || rw_node_attr(pay, "currency") == NULL)
		return;
	own_figures(n, &span);
	if (span.any)
		rw_node_set_attr(n, "text",
				 amount_text(job, rw_node_attr(pay, "currency"),
					     span.min, span.max));
}

/*
 * On a company's site the library's pay would be read as what the company
 * pays: a page without is better.
 */
static bool misleads(struct rw_job *job, const struct rw_node *pay)
{
	const char *borrowed = rw_node_attr(pay, "borrowed");

	return borrowed && strcmp(borrowed, "yes") == 0 &&
	       rw_node_is(job->root, "role") && job->options->site != NULL &&
	       !rw_workspace_is_library(job->ws) &&
	       rw_pay_company(job->ws, job->diags) != NULL;
}

void rw_job_pay(struct rw_job *job)
{
	struct rw_node *pay = rw_node_child(job->root, "pay");
	struct span span = { 0 };

	if (pay == NULL)
		return;
	check_thousands(job, pay);
	own_figures(pay, &span);
	if (!span.any &&
	    (rw_node_attr(pay, "min") || rw_node_attr(pay, "max"))) {
		write_half(job, pay);
		return;
	}
	if (!span.any && job->role_pay != NULL)
		copy_default(pay, job->role_pay, "grade");
	if (!span.any)
		bands(job, pay, &span);
	if (!span.any)
		return;
	if (misleads(job, pay)) {
		rw_node_remove(pay);
		return;
	}
	set_amount(pay, "min", span.min);
	set_amount(pay, "max", span.max);
	if (span.min != span.max)
		rw_node_set_attr(pay, "range", "yes");
	write_text(job, pay, &span);
	commission_text(job, pay);
}
