/*
 * What a page owes to those whose data it shows: classifications of
 * occupations, statistics of pay.
 */
#include <string.h>

#include "model/attributions.h"
#include "model/job.h"
#include "text/markdown.h"

/* Classifications that want to be named. */
static const struct {
	const char *scheme; /* of <occupation> */
	const char *name;   /* of <attribution>, and of the words */
	const char *mark;   /* by which running text speaks of it */
} classifications[] = {
	{ "onet-soc", "onet", "O*NET" },
	{ "esco", "esco", "ESCO" },
};

/* Offices whose figures are free, known by the address of a source. */
static const struct {
	const char *host;
	const char *name;
} offices[] = {
	{ "bls.gov/", "bls" },
	{ "bea.gov/", "bea" },
};

static struct rw_node *add(struct rw_job *job, struct rw_node *list,
			   const char *name, const char *when)
{
	const char *key = rw_arena_printf(job->arena, "attribution.%s", name);
	struct rw_node *node = rw_node_add_with_text(
		list, RW_NS, "attribution",
		rw_words_format(job->words, job->arena, key, when, NULL));

	rw_node_set_attr(node, "scheme", name);
	if (rw_markdown_expand(node, job->diags) != 0)
		job->status = -1;
	return node;
}

/* The first source of the pay; NULL if the page does not say where from. */
static const struct rw_node *first_source(const struct rw_job *job)
{
	const struct rw_node *pay = rw_node_child(job->root, "pay");

	return pay ? rw_node_child(pay, "source") : NULL;
}

/* The address of a public office that publishes figures; -1 for others. */
static int office_of(const struct rw_node *source)
{
	const char *url = rw_node_attr(source, "url");

	for (int i = 0; i < 2 && url != NULL; i++)
		if (strstr(url, offices[i].host) != NULL)
			return i;
	return -1;
}

/*
 * True if the page says what the source says: one of the library, or of an
 * office. What an employer writes down of its own is not for everybody.
 */
static bool is_told(const struct rw_job *job, const struct rw_node *source)
{
	const struct rw_node *pay = rw_node_parent(source);

	return strcmp(job->as, "summary") != 0 &&
	       (rw_node_attr(pay, "borrowed") || office_of(source) >= 0);
}

/* What a source says, with how its figures were found. */
static const char *words_of(const struct rw_job *job,
			    const struct rw_node *source)
{
	const char *text = rw_node_text(job->arena, source);
	const char *method = rw_node_attr(source, "method");

	return method ? rw_arena_printf(job->arena, "%s. %s.", text, method)
		      : rw_arena_printf(job->arena, "%s.", text);
}

/* ------------------------------------------------------- classifications */

static bool has_scheme(const struct rw_job *job, const char *scheme)
{
	const struct rw_node *list = rw_node_child(job->root, "occupations");
	const struct rw_node *n = list ? rw_node_child(list, "occupation")
				       : NULL;

	for (; n != NULL; n = rw_node_next_element(n, "occupation")) {
		const char *other = rw_node_attr(n, "scheme");

		if (other != NULL && strcmp(other, scheme) == 0)
			break;
	}
	return n != NULL;
}

static bool is_mentioned(const struct rw_job *job, const char *mark)
{
	const struct rw_node *n = first_source(job);

	while (n != NULL &&
	       (!is_told(job, n) || strstr(words_of(job, n), mark) == NULL))
		n = rw_node_next_element(n, "source");
	return n != NULL;
}

/* Codes are read in the record; elsewhere only the data holds them. */
static void add_classifications(struct rw_job *job, struct rw_node *list)
{
	bool record = strcmp(job->as, "description") == 0;

	for (size_t i = 0; i < 2; i++) {
		bool has = has_scheme(job, classifications[i].scheme);
		bool read = (has && record) ||
			    is_mentioned(job, classifications[i].mark);

		if (!has && !read)
			continue;
		rw_node_set_attr(add(job, list, classifications[i].name, NULL),
				 "data-only", read ? NULL : "yes");
	}
}

/* -------------------------------------------------------------------- pay */

/* True if the list has it; a scheme without date is of no date. */
static bool is_named(const struct rw_node *list, const char *name,
		     const char *date)
{
	const struct rw_node *n = rw_node_child(list, "attribution");

	for (; n != NULL; n = rw_node_next_element(n, "attribution")) {
		const char *other = rw_node_attr(n, "date");

		if (strcmp(rw_node_attr(n, "scheme"), name) == 0 &&
		    strcmp(other ? other : "", date ? date : "") == 0)
			return true;
	}
	return false;
}

static void add_office(struct rw_job *job, struct rw_node *list,
		       const struct rw_node *source)
{
	const char *date = rw_node_attr(source, "date");
	int office = office_of(source);
	const char *when;

	if (office < 0 || date == NULL ||
	    is_named(list, offices[office].name, date))
		return;
	when = rw_locale_when(job->locale, job->arena, date);
	rw_node_set_attr(add(job, list, offices[office].name, when), "date",
			 date);
}

static void add_source(struct rw_job *job, struct rw_node *list,
		       const struct rw_node *source)
{
	struct rw_node *node = rw_node_add(list, RW_NS, "attribution");

	rw_node_set_attr(node, "scheme", "source");
	rw_node_set_attr(node, "xml:lang", rw_node_attr(source, "xml:lang"));
	rw_node_add_with_text(rw_node_add(node, RW_NS_MD, "paragraph"),
			      RW_NS_MD, "text", words_of(job, source));
}

void rw_job_attributions(struct rw_job *job)
{
	struct rw_node *list = rw_node_add(job->root, RW_NS, "attributions");
	const struct rw_node *n;

	for (n = first_source(job); n; n = rw_node_next_element(n, "source"))
		add_office(job, list, n);
	for (n = first_source(job); n; n = rw_node_next_element(n, "source"))
		if (is_told(job, n))
			add_source(job, list, n);
	add_classifications(job, list);
	if (rw_node_first(list) == NULL)
		rw_node_remove(list);
}

/* ------------------------------------------------------ of several pages */

static bool is_of_page(const struct rw_node *attribution)
{
	return strcmp(rw_node_attr(attribution, "scheme"), "source") != 0 &&
	       rw_node_attr(attribution, "data-only") == NULL;
}

void rw_attributions_add(struct rw_node *to, const struct rw_node *from)
{
	const struct rw_node *theirs = rw_node_child(from, "attributions");
	struct rw_node *list = rw_node_child(to, "attributions");
	const struct rw_node *n = theirs ? rw_node_child(theirs, "attribution")
					 : NULL;

	for (; n != NULL; n = rw_node_next_element(n, "attribution")) {
		if (!is_of_page(n))
			continue;
		if (list == NULL)
			list = rw_node_add(to, RW_NS, "attributions");
		if (!is_named(list, rw_node_attr(n, "scheme"),
			      rw_node_attr(n, "date")))
			rw_node_copy(n, list);
	}
}
