/*
 * Placeholders: {{company}}, {{place.city}} ... become their values.
 */
#include <string.h>

#include "base/memory.h"
#include "base/nearest.h"
#include "model/job.h"
#include "text/markdown.h"

static void set(struct rw_job *job, const char *name, const char *value)
{
	if (value != NULL && value[0] != '\0')
		rw_map_put(job->values, name, (void *)value);
}

static const char *text_of(struct rw_job *job, const struct rw_node *parent,
			   const char *name)
{
	struct rw_node *n = parent ? rw_node_child(parent, name) : NULL;

	return n ? rw_node_text(job->arena, n) : NULL;
}

static const char *attr_of(const struct rw_node *parent, const char *element,
			   const char *name)
{
	struct rw_node *n = parent ? rw_node_child(parent, element) : NULL;

	return n ? rw_node_attr(n, name) : NULL;
}

/* Every name there is; those without a value get the words' default. */
static const char *const names[] = {
	"apply.email",
	"apply.url",
	"closes",
	"company",
	"company.legal-name",
	"employment",
	"openings",
	"pay",
	"place",
	"place.city",
	"place.country",
	"place.region",
	"posted",
	"starts",
	"title",
	"workplace",
};
#define NAMES (sizeof(names) / sizeof(names[0]))

static void set_company(struct rw_job *job)
{
	if (job->confidential)
		return;
	set(job, "company", text_of(job, job->company, "name"));
	set(job, "company.legal-name",
	    text_of(job, job->company, "legal-name"));
	set(job, "apply.url", attr_of(job->company, "apply", "url"));
	set(job, "apply.email", attr_of(job->company, "apply", "email"));
}

static void set_place(struct rw_job *job)
{
	struct rw_node *place = rw_node_child(job->root, "place");
	const char *region;

	if (place == NULL)
		return;
	region = rw_node_attr(place, "region-name");
	set(job, "place", rw_node_attr(place, "text"));
	set(job, "place.city", rw_node_attr(place, "city"));
	set(job, "place.region",
	    region ? region : rw_node_attr(place, "region"));
	set(job, "place.country", rw_node_attr(place, "country-name"));
}

static void set_values(struct rw_job *job)
{
	set_company(job);
	set_place(job);
	set(job, "apply.url", attr_of(job->root, "apply", "url"));
	set(job, "apply.email", attr_of(job->root, "apply", "email"));
	set(job, "closes", rw_node_attr(job->root, "closes-text"));
	set(job, "posted", rw_node_attr(job->root, "posted-text"));
	set(job, "starts", rw_node_attr(job->root, "starts-text"));
	set(job, "employment", rw_node_attr(job->root, "employment-text"));
	set(job, "openings", rw_node_attr(job->root, "openings"));
	set(job, "pay", attr_of(job->root, "pay", "text-long"));
	set(job, "workplace", attr_of(job->root, "workplace", "text"));
	set(job, "title", text_of(job, job->root, "title"));
}

/* The value of 'name', or NULL after an error. */
static const char *value_of(struct rw_job *job, const char *name,
			    struct rw_pos pos)
{
	const char *value = rw_map_get(job->values, name);
	const char *near;
	struct rw_buf hint = RW_BUF_INIT;

	for (size_t i = 0; value == NULL && i < NAMES; i++)
		if (strcmp(names[i], name) == 0) {
			value = rw_words_get2(job->words, "default", name);
			if (value == NULL)
				rw_report(job->diags, RW_PLACEHOLDER_EMPTY, pos,
					  name, NULL, NULL);
			return value ? value : "";
		}
	if (value != NULL)
		return value;
	near = rw_nearest(name, names, NAMES);
	if (near != NULL)
		rw_buf_printf(&hint, "write '{{%s}}'", near);
	rw_report_hint(job->diags, RW_PLACEHOLDER_UNKNOWN, pos,
		       near ? hint.data : NULL,
		       (const char *const[]){ name, NULL, NULL });
	rw_buf_release(&hint);
	job->status = -1;
	return NULL;
}

static void fill_node(struct rw_job *job, struct rw_node *node)
{
	const char *value =
		value_of(job, rw_node_attr(node, "name"), rw_node_pos(node));
	struct rw_node *parent = rw_node_parent(node), *text;
	bool in_prose = rw_node_kind(parent) == RW_NODE_ELEMENT &&
			(strcmp(rw_node_ns(parent), RW_NS_MD) == 0 ||
			 rw_node_is(parent, "term"));

	if (value == NULL)
		return;
	if (in_prose) {
		text = rw_node_add_with_text(parent, RW_NS_MD, "text", value);
	} else {
		rw_node_add_text(parent, value);
		text = rw_node_last(parent);
	}
	rw_node_move_before(text, node);
	rw_node_remove(node);
}

/* A destination such as "{{apply.url}}?source=site". */
static void fill_destination(struct rw_job *job, struct rw_node *link)
{
	const char *text = rw_node_attr(link, "destination");
	struct rw_buf out = RW_BUF_INIT;
	const char *open, *close;
	bool filled = false;

	while (text && (open = strstr(text, "{{")) != NULL &&
	       (close = strstr(open, "}}")) != NULL) {
		char *name = rw_arena_strndup(job->arena, open + 2,
					      (size_t)(close - open - 2));
		const char *value = value_of(job, name, rw_node_pos(link));

		rw_buf_add(&out, text, (size_t)(open - text));
		rw_buf_puts(&out, value ? value : "");
		text = close + 2;
		filled = true;
	}
	if (filled) {
		rw_buf_puts(&out, text);
		rw_node_set_attr(link, "destination", out.data);
		if (rw_link_check(out.data, rw_node_pos(link), job->diags))
			job->status = -1;
	}
	rw_buf_release(&out);
}

void rw_job_fill(struct rw_job *job)
{
	struct rw_vec holes = { 0 };

	set_values(job);
	for (struct rw_node *n = job->root; n;
	     n = rw_node_walk_all(n, job->root))
		if (rw_node_is(n, "placeholder"))
			rw_vec_push(&holes, n);
		else if (rw_node_is_md(n, "link") &&
			 strstr(rw_node_attr(n, "destination")
					? rw_node_attr(n, "destination")
					: "",
				"{{"))
			fill_destination(job, n);
	for (size_t i = 0; i < holes.count; i++)
		fill_node(job, holes.items[i]);
	rw_vec_release(&holes);
}
