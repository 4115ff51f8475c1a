/*
 * Facts in words: headings, values, figures, dates; and groups of lists.
 */
#include <string.h>

#include "base/date.h"
#include "model/job.h"
#include "model/prose.h"
#include "model/published.h"
#include "model/vocabulary.h"

/* Attributes whose values are words: ELEMENT, ATTRIBUTE, prefix of the key. */
static const struct {
	const char *element;
	const char *attribute;
	const char *prefix;
} values[] = {
	{ "requirement", "level", "level" },
	{ "requirement", "kind", "kind" },
	{ "requirement", "degree", "degree" },
	{ "competency", "level", "level" },
	{ "benefit", "kind", "kind" },
	{ "notice", "kind", "kind" },
	{ "question", "kind", "kind" },
	{ "occupation", "match", "match" },
	{ "occupation", "scheme", "scheme" },
	{ "pay", "overpay", "overpay" },
	{ "classification", "exempt", "exempt" },
	{ "seniority", "level", "level" },
	{ "travel", "overnight", "overnight" },
	{ "travel", "international", "international" },
	{ "responsibility", "essential", "essential" },
	{ "commission", "share", "share" },
};

static void say_value(struct rw_job *job, struct rw_node *node,
		      const char *name, const char *prefix)
{
	const char *value = rw_node_attr(node, name);
	const char *word = value ? rw_words_get2(job->words, prefix, value)
				 : NULL;

	if (word != NULL)
		rw_node_set_attr(node,
				 rw_arena_printf(job->arena, "%s-text", name),
				 word);
}

static void say_values(struct rw_job *job, struct rw_node *node)
{
	const char *name = rw_node_name(node);

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strcmp(values[i].element, name) == 0)
			say_value(job, node, values[i].attribute,
				  values[i].prefix);
}

/* "Full-time, permanent" of "full-time permanent". */
void rw_job_employment(struct rw_job *job)
{
	const char *list = rw_node_attr(job->root, "employment");
	struct rw_buf text = RW_BUF_INIT;

	while (list != NULL && *(list += strspn(list, " ")) != '\0') {
		size_t len = strcspn(list, " ");
		char *one = rw_arena_strndup(job->arena, list, len);
		const char *word = rw_words_get2(job->words, "employment", one);

		rw_buf_printf(&text, "%s%s", text.len ? ", " : "",
			      word ? word : one);
		list += len;
	}
	if (text.len > 0)
		rw_node_set_attr(job->root, "employment-text",
				 rw_locale_capitalise(job->locale, job->arena,
						      text.data));
	rw_buf_release(&text);
}

/* ---------------------------------------------------------------- figures */

static bool figure(const struct rw_node *node, const char *name,
		   rw_decimal *value)
{
	const char *text = rw_node_attr(node, name);

	return text != NULL && rw_decimal_parse(text, value);
}

static char *number_text(struct rw_job *job, const struct rw_node *node,
			 const char *name, const char *unit)
{
	rw_decimal value;

	if (!figure(node, name, &value))
		return NULL;
	if (strcmp(unit, "percent") == 0)
		return rw_locale_percent(job->locale, job->arena, value);
	if (strlen(unit) == 3)
		return rw_locale_money(job->locale, job->arena, value, unit);
	return rw_locale_number(job->locale, job->arena, value);
}

/*
 * MIN and MAX of 'node' in words, by the patterns KEY.range, KEY.from and
 * KEY.up-to (from nothing, too); one figure alone by the plural KEY.
 */
struct range {
	const char *min, *max; /* names of attributes */
	const char *unit;
	const char *key; /* of the words */
};

static char *range_text(struct rw_job *job, const struct rw_node *node,
			const struct range *r)
{
	const char *unit = r->unit, *key = r->key;
	char *min = number_text(job, node, r->min, unit);
	char *max = number_text(job, node, r->max, unit);
	const char *end;
	rw_decimal value;

	if (min == NULL && max == NULL)
		return NULL;
	if (min && max && strcmp(min, max) != 0 &&
	    figure(node, r->min, &value) && value == 0)
		min = NULL;
	end = !max ? "from" : !min ? "up-to" : "range";
	if (min != NULL && max != NULL && strcmp(min, max) == 0 &&
	    strcmp(unit, "count") == 0 && figure(node, r->max, &value))
		return rw_words_count(job->words, job->arena, job->locale, key,
				      value);
	if (min != NULL && max != NULL && strcmp(min, max) == 0) {
		min = max;
		end = "up-to";
	}
	return rw_words_format(job->words, job->arena,
			       rw_arena_printf(job->arena, "%s.%s", key, end),
			       min ? min : max, max);
}

static void say_range(struct rw_job *job, struct rw_node *node,
		      const char *name, const struct range *range)
{
	char *text = range_text(job, node, range);

	if (text != NULL)
		text = rw_locale_capitalise(job->locale, job->arena, text);
	rw_node_set_attr(node, name, text);
}

static void say_scope(struct rw_job *job, struct rw_node *scope)
{
	const struct range accounts = { "accounts-min", "accounts-max", "count",
					"accounts" };
	const struct range team = { "team-min", "team-max", "count", "team" };
	const struct range revenue = { "revenue-min", "revenue-max",
				       rw_node_attr(scope, "currency"),
				       "revenue" };

	say_range(job, scope, "accounts-text", &accounts);
	say_range(job, scope, "team-text", &team);
	if (revenue.unit != NULL)
		say_range(job, scope, "revenue-text", &revenue);
}

/* Who does not travel need not know of nights and borders. */
static void say_no_travel(struct rw_job *job, struct rw_node *travel)
{
	rw_node_set_attr(travel, "percent-text",
			 rw_words_get(job->words, "travel.none"));
	rw_node_set_attr(travel, "overnight-text", NULL);
	rw_node_set_attr(travel, "international-text", NULL);
}

static void say_travel(struct rw_job *job, struct rw_node *travel)
{
	const struct range percent = { "percent-min", "percent-max", "percent",
				       "travel" };
	rw_decimal max;

	if (figure(travel, "percent-max", &max) && max == 0)
		say_no_travel(job, travel);
	else
		say_range(job, travel, "percent-text", &percent);
}

static void say_reports(struct rw_job *job, struct rw_node *reports)
{
	const struct range count = { "min", "max", "count", "direct-reports" };

	say_range(job, reports, "count-text", &count);
}

/* "2 days a week on site" */
static void say_workplace(struct rw_job *job, struct rw_node *workplace)
{
	rw_decimal days;

	if (figure(workplace, "days-on-site", &days))
		rw_node_set_attr(workplace, "days-on-site-text",
				 rw_words_count(job->words, job->arena,
						job->locale, "days-on-site",
						days));
}

static void say_kpi(struct rw_job *job, struct rw_node *kpi)
{
	const char *unit = rw_node_attr(kpi, "unit");
	const char *currency = rw_node_attr(kpi, "currency");
	rw_decimal value;
	char *text;

	if (!figure(kpi, "target", &value))
		return;
	unit = unit ? unit : "count";
	if (strcmp(unit, "currency") == 0)
		unit = currency ? currency : "EUR";
	if (strcmp(unit, "days") == 0)
		text = rw_words_count(job->words, job->arena, job->locale,
				      "target.days", value);
	else if (strcmp(unit, "percentage-points") == 0)
		text = rw_words_count(job->words, job->arena, job->locale,
				      "target.percentage-points", value);
	else
		text = number_text(job, kpi, "target", unit);
	rw_node_set_attr(kpi, "target-text", text);
}

static void say_years(struct rw_job *job, struct rw_node *requirement)
{
	rw_decimal years;

	if (figure(requirement, "years", &years))
		rw_node_set_attr(requirement, "years-text",
				 rw_words_count(job->words, job->arena,
						job->locale, "years", years));
}

static void say_language(struct rw_job *job, struct rw_node *language)
{
	const char *tag = rw_node_attr(language, "lang");
	char *name = tag ? rw_locale_language(job->locale, job->arena, tag)
			 : NULL;

	/* It begins an item of a list: "español" is "Español" there. */
	if (name != NULL)
		rw_node_set_attr(
			language, "lang-text",
			rw_locale_capitalise(job->locale, job->arena, name));
}

static void say_percent(struct rw_job *job, struct rw_node *node,
			const char *name)
{
	char *text = number_text(job, node, name, "percent");

	if (text != NULL)
		rw_node_set_attr(node,
				 rw_arena_printf(job->arena, "%s-text", name),
				 text);
}

static void say_hours(struct rw_job *job)
{
	rw_decimal hours;

	if (figure(job->root, "hours", &hours))
		rw_node_set_attr(job->root, "hours-text",
				 rw_words_count(job->words, job->arena,
						job->locale, "hours", hours));
}

/* Base pay goes without saying; pay at full target does not. */
static void say_basis(struct rw_job *job)
{
	struct rw_node *pay = rw_node_child(job->root, "pay");
	const char *basis = pay ? rw_node_attr(pay, "basis") : NULL;

	if (basis != NULL && strcmp(basis, "on-target") == 0)
		say_value(job, pay, "basis", "basis");
}

static void say_openings(struct rw_job *job)
{
	rw_decimal openings;

	if (figure(job->root, "openings", &openings))
		rw_node_set_attr(job->root, "openings-text",
				 rw_words_count(job->words, job->arena,
						job->locale, "openings",
						openings));
}

static void say_figures(struct rw_job *job, struct rw_node *n)
{
	if (rw_node_is(n, "kpi"))
		say_kpi(job, n);
	else if (rw_node_is(n, "requirement"))
		say_years(job, n);
	else if (rw_node_is(n, "language"))
		say_language(job, n);
	else if (rw_node_is(n, "scope"))
		say_scope(job, n);
	else if (rw_node_is(n, "travel"))
		say_travel(job, n);
	else if (rw_node_is(n, "direct-reports"))
		say_reports(job, n);
	else if (rw_node_is(n, "workplace"))
		say_workplace(job, n);
	else if (rw_node_is(n, "criterion"))
		say_percent(job, n, "weight");
	else if (rw_node_is(n, "responsibility"))
		say_percent(job, n, "share");
	else if (rw_node_is(n, "approval") || rw_node_is(n, "change") ||
		 rw_node_is(n, "source"))
		rw_job_date(job, n, "date");
}

/* --------------------------------------------------------------- headings */

static void label(struct rw_job *job, struct rw_node *part)
{
	const char *name = rw_node_name(part);
	const char *word = rw_words_get(
		job->words,
		rw_arena_printf(job->arena, "section.%s.%s", name, job->as));

	if (word == NULL)
		word = rw_words_get2(job->words, "section", name);
	if (word != NULL)
		rw_node_set_attr(part, "label", word);
}

/* ---------------------------------------------------------------- positions */

/* "(m/w/d)", "(f/m/x)": what the title of an opening says of who may apply. */
static bool is_gender_mark(const char *s)
{
	if (s[0] != '(' || s[1] == '\0' || s[2] != '/')
		return false;
	s++;
	while (*s >= 'a' && *s <= 'z' && s[1] == '/')
		s += 2;
	return *s >= 'a' && *s <= 'z' && strcmp(s + 1, ")") == 0;
}

/* The title without what is said to applicants alone. */
static char *without_mark(char *title)
{
	char *last = title ? strrchr(title, ' ') : NULL;

	if (last != NULL && is_gender_mark(last + 1))
		*last = '\0';
	return title;
}

/* <position ref>: the title of the role, in the language, and its page. */
static void name_position(struct rw_job *job, struct rw_node *position)
{
	const char *ref = rw_node_attr(position, "ref");
	const struct rw_site *site = job->options->site;
	struct rw_entry *entry;
	char *title;

	if (ref == NULL)
		return;
	entry = rw_workspace_need(job->ws, RW_KIND_ROLE, ref,
				  rw_job_at(job, position, "ref"), job->diags);
	if (entry == NULL) {
		job->status = -1;
		return;
	}
	title = without_mark(rw_published_title(job->ws, job->arena, entry,
						job->lang, job->diags));
	if (title != NULL && rw_node_first(position) == NULL)
		rw_node_add_text(position, title);
	if (site != NULL && rw_published_role_page(job->ws, ref, job->diags))
		rw_node_set_attr(
			position, "href",
			rw_arena_printf(job->arena, "%s%s.html", job->up,
					rw_site_page(site, job->arena,
						     job->lang, "roles", ref)));
}

/* A sentence or two without markup, for lists and search engines. */
static void say_summary(struct rw_job *job)
{
	struct rw_node *summary = rw_node_child(job->root, "summary");
	char *text = summary ? rw_plain_text(job->arena, summary) : NULL;

	if (text != NULL)
		rw_node_set_attr(summary, "plain",
				 rw_first_sentence(job->arena, text));
}

static void name_positions(struct rw_job *job)
{
	struct rw_node *n = job->root;

	for (; n != NULL; n = rw_node_walk(n, job->root))
		if (rw_node_is(n, "position"))
			name_position(job, n);
}

void rw_job_facts(struct rw_job *job)
{
	struct rw_node *n;

	name_positions(job);
	if (job->options->bare)
		return;
	say_summary(job);
	for (n = rw_node_child(job->root, NULL); n != NULL;
	     n = rw_node_next_element(n, NULL))
		label(job, n);
	for (n = job->root; n != NULL; n = rw_node_walk(n, job->root)) {
		say_values(job, n);
		say_figures(job, n);
	}
	say_hours(job);
	say_basis(job);
	say_openings(job);
	say_value(job, job->root, "status", "status");
}

/* ----------------------------------------------------------------- groups */

/* Lists whose items are shown in groups, by the value of an attribute. */
static const struct {
	const char *list;
	const char *attribute;
	const char *prefix;   /* of the words; NULL: a plural, by number */
	const char *order[5]; /* of the groups; others follow as met */
} groups[] = {
	{ "requirements", "level", "level", { "required", "preferred" } },
	{ "benefits",
	  "kind",
	  "kind",
	  { "health", "retirement", "leave", "other" } },
	{ "first-90-days", "by-day", NULL, { "30" } },
};

/* The heading of a group: a word, or the count of a plural. */
static const char *group_label(struct rw_job *job, const char *attribute,
			       const char *prefix, const char *value)
{
	rw_decimal count;

	if (prefix != NULL)
		return rw_words_get2(job->words, prefix, value);
	if (!rw_decimal_parse(value, &count))
		return NULL;
	return rw_words_count(job->words, job->arena, job->locale, attribute,
			      count);
}

/* Negative, 0 or positive as group 'a' comes before, is or comes after 'b'. */
static int by_number(const struct rw_node *a, const struct rw_node *b,
		     const char *attribute)
{
	rw_decimal x = 0, y = 0;

	figure(a, attribute, &x);
	figure(b, attribute, &y);
	return (x > y) - (x < y);
}

/* Moves a new group before the first one of a greater number. */
static void sort_in(struct rw_node *list, struct rw_node *group,
		    const char *attribute)
{
	struct rw_node *other = rw_node_child(list, "group");

	while (other != group && by_number(other, group, attribute) < 0)
		other = rw_node_next_element(other, "group");
	if (other != group)
		rw_node_move_before(group, other);
}

static struct rw_node *group_of(struct rw_job *job, struct rw_node *list,
				const char *attribute, const char *value,
				const char *prefix)
{
	struct rw_node *group = rw_node_child(list, "group");
	const char *word;

	for (; group != NULL; group = rw_node_next_element(group, "group"))
		if (strcmp(rw_node_attr(group, attribute), value) == 0)
			return group;
	group = rw_node_add(list, RW_NS, "group");
	rw_node_set_attr(group, attribute, value);
	if (prefix == NULL)
		sort_in(list, group, attribute);
	word = group_label(job, attribute, prefix, value);
	if (word != NULL)
		rw_node_set_attr(group, "label", word);
	return group;
}

static void drop_empty_groups(struct rw_node *list)
{
	struct rw_node *group = rw_node_child(list, "group"), *next;

	for (; group != NULL; group = next) {
		next = rw_node_next_element(group, "group");
		if (rw_node_child(group, NULL) == NULL)
			rw_node_remove(group);
	}
}

static void group_list(struct rw_job *job, struct rw_node *list, size_t which)
{
	const char *attribute = groups[which].attribute;
	const char *const *order = groups[which].order;
	struct rw_node *first = rw_node_child(list, NULL), *item, *next;

	for (size_t i = 0; i < 5 && order[i] != NULL; i++)
		group_of(job, list, attribute, order[i], groups[which].prefix);
	for (item = first; item != NULL; item = next) {
		const char *value = rw_node_attr(item, attribute);

		next = rw_node_next_element(item, NULL);
		if (rw_node_is(item, "group"))
			break;
		rw_node_move_into(item, group_of(job, list, attribute,
						 value ? value : order[0],
						 groups[which].prefix));
	}
	drop_empty_groups(list);
}

void rw_job_groups(struct rw_job *job)
{
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		struct rw_node *list = rw_node_child(job->root, groups[i].list);

		if (list != NULL)
			group_list(job, list, i);
	}
}
