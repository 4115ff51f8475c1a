/*
 * Facts in words: headings, values, figures, dates; and groups of lists.
 */
#include <string.h>

#include "base/date.h"
#include "model/job.h"
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
	{ "pay", "basis", "basis" },
	{ "classification", "exempt", "exempt" },
	{ "seniority", "level", "seniority" },
	{ "travel", "overnight", "overnight" },
	{ "travel", "international", "international" },
	{ "responsibility", "essential", "essential" },
	{ "commission", "share", "share" },
};

static void say_value(struct rw_job *job, struct rw_node *node,
		      const char *name, const char *prefix)
{
	const char *value = rw_node_attr(node, name);
	const char *word = value ? rw_words_get2(job->words, prefix, value) :
				   NULL;

	if (word != NULL)
		rw_node_set_attr(node, rw_arena_printf(job->arena, "%s-text",
						       name), word);
}

static void say_values(struct rw_job *job, struct rw_node *node)
{
	const char *name = rw_node_name(node);

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strcmp(values[i].element, name) == 0)
			say_value(job, node, values[i].attribute,
				  values[i].prefix);
}

/* "full-time permanent" as a list in words. */
static void say_employment(struct rw_job *job)
{
	const char *list = rw_node_attr(job->root, "employment");
	const char *items[16];
	size_t count = 0;

	while (list != NULL && count < 16 &&
	       *(list += strspn(list, " ")) != '\0') {
		size_t len = strcspn(list, " ");
		char *one = rw_arena_strndup(job->arena, list, len);
		const char *word = rw_words_get2(job->words, "employment",
						 one);

		items[count++] = word ? word : one;
		list += len;
	}
	if (count > 0)
		rw_node_set_attr(job->root, "employment-text",
				 rw_locale_list(job->locale, job->arena, items,
						count));
}

/* ---------------------------------------------------------------- figures */

static bool figure(const struct rw_node *node, const char *name,
		   rw_decimal *value)
{
	const char *text = rw_node_attr(node, name);

	return text != NULL && rw_decimal_parse(text, value);
}

/* "5 to 15", "at least 5", "up to 15" of two attributes, each in words. */
static char *range(struct rw_job *job, const char *min, const char *max)
{
	if (min != NULL && max != NULL && strcmp(min, max) == 0)
		return rw_arena_strdup(job->arena, min);
	if (min != NULL && max != NULL)
		return rw_words_format(job->words, job->arena, "range", min,
				       max);
	if (min != NULL)
		return rw_words_format(job->words, job->arena, "range.from",
				       min, NULL);
	return max ? rw_words_format(job->words, job->arena, "range.to", max,
				     NULL) : NULL;
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

/* NAME-min and NAME-max of 'node' become NAME-text, with 'plural' around. */
static void say_range(struct rw_job *job, struct rw_node *node,
		      const char *name, const char *unit, const char *plural)
{
	char *min = number_text(job, node, rw_arena_printf(job->arena,
							   "%s-min", name),
				unit);
	char *max = number_text(job, node, rw_arena_printf(job->arena,
							   "%s-max", name),
				unit);
	char *text = range(job, min, max);

	if (text == NULL)
		return;
	if (plural != NULL)
		text = rw_words_format(job->words, job->arena, plural, text,
				       NULL);
	rw_node_set_attr(node, rw_arena_printf(job->arena, "%s-text", name),
			 text);
}

static void say_scope(struct rw_job *job, struct rw_node *scope)
{
	const char *currency = rw_node_attr(scope, "currency");

	say_range(job, scope, "accounts", "count", "accounts");
	say_range(job, scope, "team", "count", "people");
	if (currency != NULL)
		say_range(job, scope, "revenue", currency, NULL);
}

static void say_travel(struct rw_job *job, struct rw_node *travel)
{
	char *min = number_text(job, travel, "percent-min", "percent");
	char *max = number_text(job, travel, "percent-max", "percent");
	char *text = NULL;

	if (min != NULL && max != NULL && strcmp(min, max) != 0)
		text = rw_words_format(job->words, job->arena, "travel.range",
				       min, max);
	else if (max != NULL || min != NULL)
		text = rw_words_format(job->words, job->arena, "travel.up-to",
				       max ? max : min, NULL);
	if (text != NULL)
		rw_node_set_attr(travel, "percent-text", text);
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
				      "days", value);
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

	if (tag != NULL)
		rw_node_set_attr(language, "lang-text",
				 rw_locale_language(job->locale, job->arena,
						    tag));
}

static void say_percent(struct rw_job *job, struct rw_node *node,
			const char *name)
{
	char *text = number_text(job, node, name, "percent");

	if (text != NULL)
		rw_node_set_attr(node, rw_arena_printf(job->arena, "%s-text",
						       name), text);
}

static void say_hours(struct rw_job *job)
{
	rw_decimal hours;

	if (figure(job->root, "hours", &hours))
		rw_node_set_attr(job->root, "hours-text",
				 rw_words_count(job->words, job->arena,
						job->locale, "hours", hours));
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
	const char *word = rw_words_get(job->words,
					rw_arena_printf(job->arena,
							"section.%s.%s", name,
							job->as));

	if (word == NULL)
		word = rw_words_get2(job->words, "section", name);
	if (word != NULL)
		rw_node_set_attr(part, "label", word);
}

/* ---------------------------------------------------------------- positions */

/* <position ref>: the title of the role, in the language, and its page. */
static void name_position(struct rw_job *job, struct rw_node *position)
{
	const char *ref = rw_node_attr(position, "ref");
	const struct rw_site *site = job->options->site;
	struct rw_entry *entry;
	const char *title;

	if (ref == NULL)
		return;
	entry = rw_workspace_need(job->ws, RW_KIND_ROLE, ref,
				  rw_job_at(job, position, "ref"), job->diags);
	if (entry == NULL) {
		job->status = -1;
		return;
	}
	title = rw_published_title(job->ws, job->arena, entry, job->lang,
				   job->diags);
	if (title != NULL && rw_node_first(position) == NULL)
		rw_node_add_text(position, title);
	if (site != NULL && rw_published_role(job->ws, ref, job->diags))
		rw_node_set_attr(position, "href",
				 rw_arena_printf(job->arena, "%s%s.html",
						 job->up,
						 rw_site_page(site, job->arena,
							      job->lang,
							      "roles", ref)));
}

void rw_job_facts(struct rw_job *job)
{
	struct rw_node *n;

	for (n = rw_node_child(job->root, NULL); n != NULL;
	     n = rw_node_next_element(n, NULL))
		label(job, n);
	for (n = job->root; n != NULL; n = rw_node_walk(n, job->root)) {
		say_values(job, n);
		say_figures(job, n);
		if (rw_node_is(n, "position"))
			name_position(job, n);
	}
	say_employment(job);
	say_hours(job);
	say_value(job, job->root, "status", "status");
}

/* ----------------------------------------------------------------- groups */

/* Lists whose items are shown in groups, by the value of an attribute. */
static const struct {
	const char *list;
	const char *attribute;
	const char *prefix;	/* of the words */
	const char *order[5];	/* of the groups; others follow as met */
} groups[] = {
	{ "requirements", "level", "group", { "required", "preferred" } },
	{ "benefits", "kind", "kind",
	  { "health", "retirement", "leave", "other" } },
	{ "first-90-days", "by-day", "by-day", { "30", "60", "90" } },
};

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
	word = rw_words_get2(job->words, prefix, value);
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
		group_of(job, list, attribute, order[i],
			 groups[which].prefix);
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
		struct rw_node *list = rw_node_child(job->root,
						     groups[i].list);

		if (list != NULL)
			group_list(job, list, i);
	}
}
