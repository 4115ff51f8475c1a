/*
 * Texts of a document that have no translation yet: one note per language.
 */
#include <string.h>

#include "base/memory.h"
#include "check/rule.h"
#include "model/inherit.h"
#include "model/prose.h"
#include "model/site.h"
#include "model/vocabulary.h"

struct count {
	struct rw_check *check;
	unsigned texts, missing;
	const struct rw_node *first; /* that is missing */
};

/* Names of people, places and companies, and words that differ in number. */
static bool needs_none(const struct rw_node *node)
{
	static const char *const names[] = {
		"name",	   "legal-name", "parent-organization",
		"place",   "source",	 "abbreviation",
		"synonym", "inflection", "boards",
		"change",  "skill",	 "agreement",
	};
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (rw_node_is(node, names[i]))
			return true;
	return type == NULL || rw_node_is(node, "note") ||
	       rw_node_is(rw_node_parent(node), "other-titles") ||
	       (type->content != RW_CONTENT_LINE &&
		type->content != RW_CONTENT_PROSE &&
		type->content != RW_CONTENT_BLOCKS);
}

static struct rw_node *counterpart(const struct rw_node *overlay,
				   const struct rw_node *node)
{
	const char *id = rw_node_attr(node, "id");
	const char *name = rw_node_name(node);
	struct rw_node *n = NULL, *twin;

	if (overlay == NULL)
		return NULL;
	if (id != NULL)
		n = rw_list_item(overlay, id);
	if (n != NULL ||
	    (id != NULL && rw_element_type(name)->merge != RW_MERGE_PART))
		return n;
	n = rw_node_child(overlay, name);
	twin = rw_node_child(rw_node_parent(node), name);
	for (; n != NULL && twin != node;
	     twin = rw_node_next_element(twin, name))
		n = rw_node_next_element(n, name);
	return n;
}

static void count_text(struct count *count, const struct rw_node *node,
		       const struct rw_node *overlay)
{
	const char *text = rw_plain_text(count->check->arena, node);

	if (text[strspn(text, " \t\r\n")] == '\0')
		return;
	count->texts++;
	if (overlay != NULL)
		return;
	count->missing++;
	if (count->first == NULL)
		count->first = node;
}

/*
 * Terms are translated whole or not at all: what a glossary leaves out falls
 * back as it is, and 'list terms --missing' shows it.
 */
static bool is_term(const struct rw_node *node)
{
	return rw_node_is(node, "term") &&
	       rw_node_is(rw_node_parent(node), "glossary");
}

static void count_children(struct count *count, const struct rw_node *node,
			   const struct rw_node *overlay)
{
	const struct rw_node *n = rw_node_child(node, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		const struct rw_node *twin;

		if (strcmp(rw_node_ns(n), RW_NS) != 0 ||
		    rw_element_type(rw_node_name(n)) == NULL ||
		    rw_node_is(n, "table") ||
		    (rw_node_is(n, "term") && !rw_node_attr(n, "id")))
			continue;
		twin = counterpart(overlay, n);
		if (twin == NULL && is_term(n))
			continue;
		if (!needs_none(n))
			count_text(count, n, twin);
		count_children(count, n, twin);
	}
}

/* The id of the item that a text stands in. */
static const char *id_of(const struct rw_node *node)
{
	const char *id = NULL;

	for (; id == NULL && rw_node_parent(node) != NULL;
	     node = rw_node_parent(node))
		id = rw_node_attr(node, "id");
	return id;
}

static void check_language(struct rw_check *c, const struct rw_subject *s,
			   const char *lang)
{
	struct rw_entry *entry =
		rw_workspace_translation(c->ws, s->entry, lang);
	const struct rw_node *overlay =
		entry ? rw_entry_root(c->ws, entry, c->diags) : NULL;
	struct count count = { .check = c };
	const char *id;

	if (entry != NULL && overlay == NULL)
		return;
	count_children(&count, s->own, overlay);
	if (count.missing == 0)
		return;
	id = id_of(count.first);
	rw_report_hint(c->diags, RW_TRANSLATION_MISSING,
		       rw_node_pos(overlay ? overlay : s->own),
		       rw_arena_printf(c->arena, "translate '%s' of %s first",
				       id && strcmp(id, s->entry->id)
					       ? id
					       : rw_node_name(count.first),
				       rw_check_where(c, count.first)),
		       (const char *const[]){
			       rw_arena_printf(c->arena, "%u", count.missing),
			       rw_arena_printf(c->arena, "%u", count.texts),
			       lang });
}

static void note_site(struct rw_check *c, struct rw_map *languages)
{
	const struct rw_site *site =
		rw_site_exists(c->ws) ? rw_site_load(c->ws, c->diags) : NULL;

	for (size_t i = 0; site != NULL && i < site->language_count; i++)
		rw_map_put(languages, site->languages[i], c);
}

/* The languages that a document of the workspace is read in. */
static void note_readers(struct rw_check *c, const struct rw_subject *s,
			 struct rw_map *languages)
{
	switch (s->entry->kind) {
	case RW_KIND_ROLE:
	case RW_KIND_GUIDE:
		note_site(c, languages);
		break;
	case RW_KIND_COMPANY:
	case RW_KIND_STATEMENTS:
		rw_check_spoken(c, s, languages);
		break;
	default:
		break;
	}
}

/* Those, and the languages that have been begun. */
static void note_languages(struct rw_check *c, const struct rw_subject *s,
			   struct rw_map *languages)
{
	struct rw_entry *const *all;
	size_t count;

	if (s->entry->layer == RW_LAYER_WORKSPACE &&
	    c->known.scope == RW_CHECK_ALL)
		note_readers(c, s, languages);
	all = rw_workspace_all(c->ws, &count);
	for (size_t i = 0; i < count; i++)
		if (all[i]->kind == s->entry->kind && all[i]->lang[0] &&
		    all[i]->layer == s->entry->layer &&
		    strcmp(all[i]->id, s->entry->id) == 0)
			rw_map_put(languages, all[i]->lang, c);
}

void rw_rule_missing(struct rw_check *c, const struct rw_subject *s)
{
	struct rw_map *languages = rw_map_new();
	const char **tags;

	note_languages(c, s, languages);
	tags = rw_map_keys(languages);
	for (size_t i = 0; i < rw_map_count(languages); i++)
		if (!rw_lang_same(tags[i], rw_node_lang(s->own)))
			check_language(c, s, tags[i]);
	rw_free(tags);
	rw_map_free(languages);
}
