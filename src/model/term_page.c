/*
 * The page of one term.
 */
#include <string.h>

#include "model/collect.h"
#include "model/links.h"
#include "model/prose.h"

static bool has_page(const struct rw_collect *c, const char *id)
{
	return c->query->terms == NULL || rw_map_get(c->query->terms, id);
}

static void report_unknown(struct rw_collect *c, const struct rw_node *relation,
			   const struct rw_glossary *glossary)
{
	const char *ref = rw_node_attr(relation, "ref");
	const char *near = rw_glossary_nearest(glossary, ref);

	rw_report_near(c->frame.diags, RW_TERM_UNKNOWN,
		       rw_node_attr_value_pos(relation, "ref",
					      rw_diags_sources(c->frame.diags)),
		       near, (const char *const[]){ ref, NULL, NULL });
	c->status = -1;
}

/* broader, narrower, see-also: a link, where the other term has a page. */
static void add_relation(struct rw_collect *c, const struct rw_node *relation,
			 const struct rw_glossary *glossary)
{
	const char *ref = rw_node_attr(relation, "ref");
	const struct rw_term *other = rw_glossary_find(glossary, ref);
	struct rw_node *copy;

	if (other == NULL) {
		report_unknown(c, relation, glossary);
		return;
	}
	if (!has_page(c, ref))
		return;
	copy = rw_node_add_with_text(c->root, RW_NS, rw_node_name(relation),
				     other->label);
	rw_node_set_attr(copy, "ref", ref);
	rw_node_set_attrf(copy, "href", "%s%s.html", c->frame.up,
			  rw_site_page(c->query->site, c->frame.arena,
				       c->query->lang, "glossary", ref));
}

/* A part of the term, with its language where it is not that of the page. */
static struct rw_node *add_part(struct rw_collect *c,
				const struct rw_node *part)
{
	struct rw_node *copy = rw_node_copy(part, c->root);
	const char *lang = rw_node_lang(part);

	if (lang[0] != '\0' && !rw_lang_same(lang, c->query->lang))
		rw_node_set_attr(copy, "xml:lang", lang);
	return copy;
}

static void add_source(struct rw_collect *c, const struct rw_node *source)
{
	struct rw_node *copy = add_part(c, source);
	const char *date = rw_node_attr(copy, "date");

	if (date != NULL)
		rw_node_set_attr(copy, "date-text",
				 rw_frame_date(&c->frame, date));
}

static void add_parts(struct rw_collect *c, const struct rw_term *term,
		      const struct rw_glossary *glossary)
{
	struct rw_node *n = rw_node_child(term->node, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		if (rw_node_is(n, "broader") || rw_node_is(n, "narrower") ||
		    rw_node_is(n, "see-also"))
			add_relation(c, n, glossary);
		else if (rw_node_is(n, "source"))
			add_source(c, n);
		else
			add_part(c, n);
	}
}

/* Terms of the definition that have pages of their own. */
static void link_parts(struct rw_collect *c, const struct rw_term *term)
{
	static const char *const parts[] = { "definition", "formula",
					     "example" };
	struct rw_linker l = { .arena = c->frame.arena,
			       .lang = c->query->lang,
			       .site = c->query->site,
			       .up = c->frame.up,
			       .own = term->id,
			       .only = c->query->terms,
			       .diags = c->frame.diags };

	if (rw_linker_init(&l, c->frame.ws, c->root) != 0)
		c->status = -1;
	for (size_t i = 0; i < 3 && l.glossary != NULL; i++) {
		struct rw_node *part = rw_node_child(c->root, parts[i]);

		if (part != NULL)
			rw_link_terms(&l, part);
	}
	if (l.status != 0)
		c->status = -1;
	rw_linker_release(&l);
}

static bool lists(const char *terms, const char *id)
{
	size_t len = strlen(id);

	while (*(terms += strspn(terms, " ")) != '\0') {
		size_t word = strcspn(terms, " ");

		if (word == len && strncmp(terms, id, len) == 0)
			return true;
		terms += word;
	}
	return false;
}

/* Pages that a term names; more would bury the ones that matter. */
#define USED_IN 40

/* The title, and for a posting its first place: roles share their titles. */
static const char *name_of(struct rw_collect *c, const struct rw_summary *s)
{
	const char *place = s->facts[RW_FACT_PLACES];

	if (place[0] == '\0')
		place = s->facts[RW_FACT_WORKPLACE];
	if (strcmp(s->facts[RW_FACT_KIND], "posting") != 0 || !place[0])
		return s->facts[RW_FACT_TITLE];
	return rw_arena_printf(c->frame.arena, "%s, %.*s",
			       s->facts[RW_FACT_TITLE],
			       (int)strcspn(place, "\n"), place);
}

static void add_used_in(struct rw_collect *c, const struct rw_term *term)
{
	const struct rw_vec *all = &c->query->catalogue->summaries;
	struct rw_node *list = rw_node_add(c->root, RW_NS, "used-in");
	size_t count = 0;

	for (size_t i = 0; i < all->count && count < USED_IN; i++) {
		const struct rw_summary *s = all->items[i];
		struct rw_node *entry;

		if (!rw_lang_same(s->facts[RW_FACT_LANG], c->query->lang) ||
		    !lists(s->facts[RW_FACT_TERMS], term->id))
			continue;
		entry = rw_node_add_with_text(list, RW_NS, "entry",
					      name_of(c, s));
		rw_node_set_attrf(entry, "href", "%s%s.html", c->frame.up,
				  s->facts[RW_FACT_PAGE]);
		count++;
	}
}

struct rw_doc *rw_collection_term(struct rw_resolver *resolver,
				  struct rw_arena *arena,
				  const struct rw_term *term,
				  const struct rw_collection_query *query,
				  struct rw_diags *diags)
{
	char *page = rw_site_page(query->site, arena, query->lang, "glossary",
				  term->id);
	struct rw_collect c = { .resolver = resolver,
				.query = query,
				.frame = { .arena = arena,
					   .folder = "glossary",
					   .id = term->id } };
	const struct rw_glossary *glossary;
	struct rw_node *definition;

	if (rw_collect_begin(&c, "term", page, diags) != 0)
		return NULL;
	glossary = rw_glossary_load(c.frame.ws, query->lang, diags);
	if (glossary == NULL)
		return NULL;
	rw_node_set_attr(c.root, "id", term->id);
	rw_node_set_pos(c.root, rw_node_pos(term->node));
	add_parts(&c, term, glossary);
	definition = rw_node_child(c.root, "definition");
	if (definition != NULL)
		rw_node_set_attr(definition, "plain", term->plain);
	link_parts(&c, term);
	add_used_in(&c, term);
	return rw_collect_end(&c);
}
