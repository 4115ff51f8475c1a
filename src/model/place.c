/*
 * Places of a posting, and where the work is done.
 */
#include <string.h>

#include "model/job.h"

/* "Denver, CO" at home, "München, Bayern, Deutschland" elsewhere. */
static char *place_text(struct rw_job *job, const struct rw_node *place)
{
	const char *city = rw_node_attr(place, "city");
	const char *region = rw_node_attr(place, "region-name");
	const char *country = rw_node_attr(place, "country-name");
	const char *code = rw_node_attr(place, "country");
	const char *own = strchr(job->lang, '-');
	bool home = own != NULL && code != NULL && strcmp(own + 1, code) == 0;

	if (region == NULL && code != NULL && rw_words_region_is_code(code))
		region = rw_node_attr(place, "region");
	if (region != NULL && city != NULL && strcmp(region, city) == 0)
		region = NULL;
	return rw_arena_printf(job->arena, "%s%s%s%s%s", city ? city : "",
			       region ? ", " : "", region ? region : "",
			       home || !country ? "" : ", ",
			       home || !country ? "" : country);
}

static struct rw_node *find_place(const struct rw_node *places, const char *id)
{
	struct rw_node *place = places ? rw_node_child(places, "place") : NULL;

	for (; place != NULL; place = rw_node_next_element(place, "place")) {
		const char *other = rw_node_attr(place, "id");

		if (other != NULL && strcmp(other, id) == 0)
			break;
	}
	return place;
}

static void report_place(struct rw_job *job, const struct rw_node *ref,
			 const struct rw_node *places, const char *name)
{
	struct rw_vec ids = { 0 };
	struct rw_node *place = places ? rw_node_child(places, "place") : NULL;
	struct rw_names names;

	for (; place != NULL; place = rw_node_next_element(place, "place"))
		rw_vec_push(&ids, (void *)rw_node_attr(place, "id"));
	names = (struct rw_names){ rw_node_attr(ref, name),
				   (const char *const *)ids.items, ids.count };
	rw_report_unknown(job->diags, RW_REFERENCE_UNKNOWN,
			  rw_job_at(job, ref, name), &names,
			  (const char *const[]){ "place", names.wanted, NULL });
	rw_vec_release(&ids);
	job->status = -1;
}

static void copy_attr(void *context, const char *name, const char *value)
{
	rw_node_set_attr(context, name, value);
}

/* A region has the author's name, or that of the words, or none. */
static const char *name_region(const struct rw_job *job, struct rw_node *node)
{
	if (rw_node_attr(node, "region-name") == NULL)
		rw_node_set_attr(node, "region-name",
				 rw_words_region(job->words,
						 rw_node_attr(node, "country"),
						 rw_node_attr(node, "region")));
	return rw_node_attr(node, "region-name");
}

static void name_place(struct rw_job *job, struct rw_node *place)
{
	const char *code = rw_node_attr(place, "country");

	if (code != NULL && !rw_words_region_is_code(code))
		name_region(job, place);
	if (code != NULL)
		rw_node_set_attr(
			place, "country-name",
			rw_locale_country(job->locale, job->arena, code));
	rw_node_set_attr(place, "text", place_text(job, place));
}

static void fill_place(struct rw_job *job, struct rw_node *place,
		       const struct rw_node *places)
{
	const char *ref = rw_node_attr(place, "ref");
	const struct rw_node *source;

	if (ref != NULL) {
		source = find_place(places, ref);
		if (source == NULL) {
			report_place(job, place, places, "ref");
			return;
		}
		rw_node_attrs(source, copy_attr, place);
		rw_node_set_attr(place, "ref", NULL);
		if (!job->internal)
			rw_node_set_attr(place, "headcount", NULL);
	}
	name_place(job, place);
}

/* The regions of 'from's country that the workplace names, as a list. */
static char *regions_of(struct rw_job *job, struct rw_node *first)
{
	const char *country = rw_node_attr(first, "country");
	struct rw_node *n = first;
	const char *regions[RW_PLACES];
	size_t count = 0;

	for (; n != NULL && count < RW_PLACES;
	     n = rw_node_next_element(n, "from")) {
		const char *region = name_region(job, n);
		const char *other = rw_node_attr(n, "country");

		if (region == NULL)
			region = rw_node_attr(n, "region");
		if (region && other && strcmp(country, other) == 0)
			regions[count++] = region;
	}
	return count ? rw_locale_list(job->locale, job->arena, regions, count)
		     : NULL;
}

static bool named_before(const struct rw_node *from)
{
	const struct rw_node *n = rw_node_child(rw_node_parent(from), "from");
	const char *country = rw_node_attr(from, "country");

	for (; n != from; n = rw_node_next_element(n, "from"))
		if (rw_node_attr(n, "country") != NULL && country != NULL &&
		    strcmp(rw_node_attr(n, "country"), country) == 0)
			return true;
	return false;
}

/* "United States"; where regions are named, "CO and UT, United States". */
static char *from_text(struct rw_job *job, struct rw_node *from)
{
	const char *code = rw_node_attr(from, "country");
	const char *region = rw_node_attr(from, "region");
	char *country =
		rw_locale_country(job->locale, job->arena, code ? code : "");
	char *regions = code ? regions_of(job, from) : NULL;

	if (code)
		rw_node_set_attr(from, "code",
				 rw_arena_printf(job->arena, "%s%s%s", code,
						 region ? "-" : "",
						 region ? region : ""));
	rw_node_set_attr(from, "regions-text", regions);
	rw_node_set_attr(from, "country-name", country);
	return regions ? rw_arena_printf(job->arena, "%s, %s", regions, country)
		       : country;
}

static void say_from(struct rw_job *job, struct rw_node *workplace,
		     const char *list)
{
	rw_node_set_attr(workplace, "from-text",
			 rw_words_format(job->words, job->arena,
					 "workplace.from", list, NULL));
	rw_node_set_attr(workplace, "text",
			 rw_words_format(job->words, job->arena, "place.remote",
					 list, NULL));
}

/* "Remote", and from where. */
static void name_workplace(struct rw_job *job, struct rw_node *workplace)
{
	const char *mode = rw_node_attr(workplace, "mode");
	const char *word = mode ? rw_words_get2(job->words, "mode", mode)
				: NULL;
	const char *places[RW_PLACES];
	struct rw_node *from = rw_node_child(workplace, "from");
	size_t count = 0;

	for (; from != NULL && count < RW_PLACES;
	     from = rw_node_next_element(from, "from")) {
		const char *text = from_text(job, from);

		rw_node_set_attr(from, "text", text);
		if (!named_before(from))
			places[count++] = text;
	}
	if (word != NULL)
		rw_node_set_attr(workplace, "mode-text", word);
	if (count > 0)
		say_from(
			job, workplace,
			rw_locale_list(job->locale, job->arena, places, count));
	else if (word != NULL)
		rw_node_set_attr(workplace, "text", word);
}

static void check_supervisor(struct rw_job *job, struct rw_node *workplace,
			     const struct rw_node *places)
{
	struct rw_node *n = rw_node_child(workplace, "supervisor");
	const char *id = n ? rw_node_attr(n, "place") : NULL;

	if (id != NULL && find_place(places, id) == NULL)
		report_place(job, n, places, "place");
}

void rw_job_places(struct rw_job *job)
{
	const struct rw_node *places =
		job->company ? rw_node_child(job->company, "places") : NULL;
	struct rw_node *n = rw_node_child(job->root, "place");

	for (; n != NULL; n = rw_node_next_element(n, "place"))
		fill_place(job, n, places);
	n = rw_node_child(job->root, "workplace");
	if (n != NULL) {
		name_workplace(job, n);
		check_supervisor(job, n, places);
	}
}
