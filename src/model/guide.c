/*
 * Guides: the numbers of steps, and the roles that answers lead to.
 */
#include <string.h>

#include "model/inherit.h"
#include "model/job.h"
#include "model/prose.h"
#include "model/published.h"

/* The answer after 'n' of the guide at 'root', or NULL. */
static struct rw_node *next_answer(struct rw_node *n,
				   const struct rw_node *root)
{
	do
		n = rw_node_walk(n, root);
	while (n != NULL && !rw_node_is(n, "answer"));
	return n;
}

static struct rw_node *step_of(const struct rw_node *root, const char *id)
{
	const struct rw_node *steps = rw_node_child(root, "steps");

	return steps ? rw_list_item(steps, id) : NULL;
}

/* ---------------------------------------------------------------- targets */

static void report_step(struct rw_job *job, const struct rw_node *answer)
{
	const char *id = rw_node_attr(answer, "to");
	const struct rw_node *steps = rw_node_child(job->root, "steps");
	const struct rw_node *n = rw_node_child(steps, "step");
	struct rw_vec ids = { 0 };
	struct rw_names names;

	for (; n != NULL; n = rw_node_next_element(n, "step"))
		rw_vec_push(&ids, (void *)rw_node_attr(n, "id"));
	names = (struct rw_names){ id, (const char *const *)ids.items,
				   ids.count };
	rw_report_unknown(job->diags, RW_REFERENCE_UNKNOWN,
			  rw_job_at(job, answer, "to"), &names,
			  (const char *const[]){ "step", id, NULL });
	rw_vec_release(&ids);
	job->status = -1;
}

void rw_job_targets(struct rw_job *job)
{
	struct rw_node *n = job->root;

	/* A check has its own eyes, and would see it in each language. */
	if (!rw_node_is(n, "guide") || job->options->bare)
		return;
	while ((n = next_answer(n, job->root)) != NULL) {
		const char *to = rw_node_attr(n, "to");
		const char *role = rw_node_attr(n, "role");

		if (to != NULL && step_of(job->root, to) == NULL)
			report_step(job, n);
		if (role != NULL &&
		    !rw_workspace_need(job->ws, RW_KIND_ROLE, role,
				       rw_job_at(job, n, "role"), job->diags))
			job->status = -1;
	}
}

/* ------------------------------------------------------------------ steps */

/* What led to an internal step leads nowhere when that is gone. */
static void drop_loose_answers(struct rw_job *job)
{
	struct rw_node *n = next_answer(job->root, job->root), *next;

	for (; n != NULL; n = next) {
		const char *to = rw_node_attr(n, "to");

		next = next_answer(n, job->root);
		if (to != NULL && step_of(job->root, to) == NULL)
			rw_node_remove(n);
	}
}

static void number_steps(struct rw_job *job)
{
	const struct rw_node *steps = rw_node_child(job->root, "steps");
	struct rw_node *n = steps ? rw_node_child(steps, "step") : NULL;
	size_t count = 0;

	for (; n != NULL; n = rw_node_next_element(n, "step")) {
		rw_node_set_attrf(n, "number", "%zu", ++count);
		rw_node_set_attr(
			n, "number-text",
			rw_words_format(job->words, job->arena, "guide.step",
					rw_node_attr(n, "number"), NULL));
	}
}

/* "Question 3", where an answer leads to the third. */
static void name_steps(struct rw_job *job)
{
	struct rw_node *n = job->root;

	while ((n = next_answer(n, job->root)) != NULL) {
		const char *to = rw_node_attr(n, "to");

		if (to != NULL)
			rw_node_set_attr(n, "to-text",
					 rw_node_attr(step_of(job->root, to),
						      "number-text"));
	}
}

/* --------------------------------------------------------------- outcomes */

static void set_href(struct rw_job *job, struct rw_node *outcome,
		     const char *id)
{
	const struct rw_site *site = job->options->site;
	const char *page;

	if (site == NULL)
		return;
	page = rw_site_page(site, job->arena, job->lang, "roles", id);
	if (job->options->pages
		    ? rw_map_get(job->options->pages, page) != NULL
		    : rw_published_role_page(job->ws, id, job->diags))
		rw_node_set_attrf(outcome, "href", "%s%s.html", job->up, page);
}

static void set_language(struct rw_node *node, const struct rw_node *from)
{
	const char *lang = rw_node_lang(from);

	if (lang[0] != '\0' && !rw_lang_same(lang, rw_node_lang(node)))
		rw_node_set_attr(node, "xml:lang", lang);
}

/* The role's title, and what it is for in a sentence. */
static void add_role(struct rw_job *job, struct rw_node *outcome,
		     const struct rw_node *role)
{
	const struct rw_node *title = rw_node_child(role, "title");
	const struct rw_node *summary = rw_node_child(role, "summary");
	struct rw_node *node;

	if (title != NULL) {
		node = rw_node_add_with_text(outcome, RW_NS, "title",
					     rw_node_text(job->arena, title));
		set_language(node, title);
	}
	if (summary == NULL)
		return;
	node = rw_node_add(outcome, RW_NS, "summary");
	rw_node_set_attr(node, "plain",
			 rw_first_sentence(job->arena,
					   rw_plain_text(job->arena, summary)));
	set_language(node, summary);
}

static struct rw_node *add_outcome(struct rw_job *job, struct rw_node *outcomes,
				   const struct rw_node *answer)
{
	const char *id = rw_node_attr(answer, "role");
	struct rw_entry *entry =
		rw_workspace_need(job->ws, RW_KIND_ROLE, id,
				  rw_job_at(job, answer, "role"), job->diags);
	const struct rw_node *role = entry ? rw_inherit_resolve(job->ws, entry,
								job->lang,
								job->diags)
					   : NULL;
	struct rw_node *outcome;

	if (role == NULL) {
		job->status = -1;
		return NULL;
	}
	outcome = rw_node_add(outcomes, RW_NS, "outcome");
	rw_node_set_attr(outcome, "role", id);
	set_href(job, outcome, entry->id);
	add_role(job, outcome, role);
	return outcome;
}

/* One outcome for each role, with the first reason that is given for it. */
static void add_outcomes(struct rw_job *job)
{
	struct rw_node *outcomes = rw_node_add(job->root, RW_NS, "outcomes");
	struct rw_node *n = job->root, *outcome, *reason;
	struct rw_map *seen = rw_map_new();

	while ((n = next_answer(n, job->root)) != NULL) {
		const char *role = rw_node_attr(n, "role");

		outcome = role ? rw_map_get(seen, role) : NULL;
		if (role != NULL && outcome == NULL)
			outcome = add_outcome(job, outcomes, n);
		if (outcome == NULL)
			continue;
		rw_map_put(seen, role, outcome);
		reason = rw_node_child(n, "reason");
		if (reason != NULL && rw_node_child(outcome, "reason") == NULL)
			rw_node_copy(reason, outcome);
	}
	rw_map_free(seen);
}

void rw_job_guide(struct rw_job *job)
{
	if (!rw_node_is(job->root, "guide") || job->status != 0)
		return;
	drop_loose_answers(job);
	if (job->options->bare)
		return;
	number_steps(job);
	name_steps(job);
	add_outcomes(job);
}
