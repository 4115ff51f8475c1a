/*
 * The table of rules, and the documents they look at.
 */
#include "check/check.h"

#include <string.h>

#include "base/memory.h"
#include "check/rule.h"
#include "model/inherit.h"
#include "model/links.h"
#include "model/lists.h"

#define KIND(kind) (1u << RW_KIND_##kind)
#define PEOPLE (KIND(ROLE) | KIND(POSTING) | KIND(COMPANY) | KIND(STATEMENTS))
#define PAGES (PEOPLE | KIND(SITE) | KIND(GLOSSARY) | KIND(GUIDE))
#define ANY (~0u)

/*
 * In the order in which findings at one place are best read. Those of a rule
 * that is not for errors are none, and it reads nothing that others do not.
 */
static const struct {
	unsigned kinds;
	rw_rule_fn *check;
	enum rw_check_scope scope; /* the narrowest that it is for */
} rules[] = {
	{ ANY, rw_rule_twice, RW_CHECK_ERRORS },
	{ KIND(STATEMENTS), rw_rule_ids, RW_CHECK_ERRORS },
	{ ANY, rw_rule_required, RW_CHECK_ERRORS },
	{ ANY, rw_rule_references, RW_CHECK_ERRORS },
	{ PEOPLE | KIND(SITE), rw_rule_addresses, RW_CHECK_ERRORS },
	{ ANY, rw_rule_dates, RW_CHECK_ERRORS },
	{ PEOPLE | KIND(SITE) | KIND(GUIDE), rw_rule_promises, RW_CHECK_ALL },
	{ KIND(PAY_TABLE), rw_rule_table, RW_CHECK_ERRORS },
	{ KIND(ROLE) | KIND(POSTING), rw_rule_offer, RW_CHECK_ERRORS },
	{ KIND(ROLE), rw_rule_ladder, RW_CHECK_ERRORS },
	{ KIND(POSTING) | KIND(COMPANY), rw_rule_borrowed, RW_CHECK_LEAVING },
	{ KIND(COMPANY) | KIND(POSTING), rw_rule_places, RW_CHECK_ERRORS },
	{ KIND(COMPANY), rw_rule_brand, RW_CHECK_ERRORS },
	{ KIND(POSTING), rw_rule_workplace, RW_CHECK_ERRORS },
	{ KIND(ROLE), rw_rule_items, RW_CHECK_ERRORS },
	{ KIND(ROLE) | KIND(POSTING) | KIND(STATEMENTS), rw_rule_near,
	  RW_CHECK_ALL },
	{ KIND(ROLE) | KIND(POSTING) | KIND(STATEMENTS), rw_rule_kpis,
	  RW_CHECK_ALL },
	{ KIND(ROLE) | KIND(POSTING), rw_rule_questions, RW_CHECK_ALL },
	{ KIND(GLOSSARY), rw_rule_relations, RW_CHECK_ERRORS },
	{ KIND(GLOSSARY), rw_rule_labels, RW_CHECK_ERRORS },
	{ KIND(GUIDE), rw_rule_guide, RW_CHECK_ERRORS },
	{ KIND(SITE), rw_rule_site, RW_CHECK_ERRORS },
	{ PAGES, rw_rule_missing, RW_CHECK_ERRORS },
	{ PAGES, rw_rule_mentions, RW_CHECK_ALL },
};

struct rw_check *rw_check_new(struct rw_workspace *ws, struct rw_diags *diags)
{
	struct rw_check *c = rw_calloc(1, sizeof(*c));

	c->ws = ws;
	c->diags = diags;
	c->sources = rw_diags_sources(diags);
	c->today = rw_workspace_options(ws)->today;
	c->resolver = rw_resolver_new(ws);
	c->kept = rw_arena_new();
	c->mentioned = rw_map_new();
	c->examples = rw_map_new();
	return c;
}

void rw_check_free(struct rw_check *c)
{
	if (c == NULL)
		return;
	rw_map_free(c->examples);
	rw_map_free(c->mentioned);
	rw_vec_release(&c->example_names);
	rw_arena_free(c->kept);
	rw_resolver_free(c->resolver);
	rw_free(c);
}

/* ------------------------------------------------------------- probes */

/* Statements resolve as part of a role: all of them in one that is made up. */
static struct rw_node *probe_statements(struct rw_check *c,
					const struct rw_node *root)
{
	struct rw_doc *doc = rw_doc_new(c->arena, RW_NS, "role");
	struct rw_node *role = rw_doc_root(doc);
	struct rw_node *item = rw_node_child(root, NULL);

	for (; item != NULL; item = rw_node_next_element(item, NULL)) {
		const char *name = rw_list_of_item(rw_node_name(item));
		struct rw_node *list = name[0] ? rw_node_child(role, name)
					       : NULL;

		if (name[0] && list == NULL)
			list = rw_node_add(role, NULL, name);
		if (list != NULL)
			rw_node_copy(item, list);
	}
	return role;
}

/* What a company says is read in its postings: an empty one. */
static struct rw_node *probe_company(struct rw_check *c,
				     const struct rw_node *root)
{
	struct rw_doc *doc = rw_doc_new(c->arena, RW_NS, "posting");
	struct rw_node *posting = rw_doc_root(doc);
	const struct rw_node *places = rw_node_child(root, "places");
	const struct rw_node *place = places ? rw_node_child(places, "place")
					     : NULL;

	rw_node_set_attr(posting, "company", rw_node_attr(root, "id"));
	if (place != NULL && rw_node_attr(place, "id") != NULL)
		rw_node_set_attr(rw_node_add(posting, NULL, "place"), "ref",
				 rw_node_attr(place, "id"));
	return posting;
}

/*
 * Every code but RW_PLACEHOLDER_EMPTY: a probe has no company or place of its
 * own, so nothing follows from a value that is not there.
 */
#define PROBED "RW0,RW1,RW2,RW3,RW40,RW410,RW411,RW412,RW42,RW6,RW9"

/* Resolves what only shows as part of another document; reports. */
static void probe(struct rw_check *c, const struct rw_node *root,
		  const char *lang)
{
	struct rw_resolve_options how = { .lang = lang, .as = "description" };
	struct rw_diags *diags = rw_diags_new(rw_diags_sources(c->diags));
	struct rw_node *made;

	rw_diags_filter(diags, PROBED);
	made = rw_node_is(root, "company") ? probe_company(c, root)
					   : probe_statements(c, root);
	rw_node_set_attr(made, "id", "probe");
	rw_node_set_attr(made, "xml:lang", lang);
	rw_resolve_root(c->resolver, c->arena, made, &how, diags);
	rw_diags_merge(c->diags, diags);
	rw_diags_free(diags);
}

/* Terms of documents that are no part of a resolved one. */
static void link_terms(struct rw_check *c, const struct rw_node *root)
{
	struct rw_doc *doc = rw_doc_new(c->arena, RW_NS, "copy");
	struct rw_node *copy = rw_node_copy(root, rw_doc_root(doc));
	struct rw_linker linker = { .arena = c->arena,
				    .lang = rw_node_lang(root),
				    .up = "",
				    .diags = c->diags };

	if (linker.lang[0] == '\0')
		linker.lang = "en";
	if (rw_linker_init(&linker, c->ws, copy) == 0)
		rw_link_terms(&linker, copy);
	rw_linker_release(&linker);
}

/* ---------------------------------------------------------- documents */

/* What the public gets of a posting that does not name its company. */
static void resolve_confidential(struct rw_check *c, const struct rw_subject *s,
				 const char *lang)
{
	struct rw_resolve_options how = { .lang = lang,
					  .as = "ad",
					  .audience = "public",
					  .bare = true,
					  .source = c->known.source,
					  .company = c->known.company,
					  .agency = c->known.agency,
					  .page = c->known.page };

	rw_resolve(c->resolver, c->arena, s->entry, &how, c->diags);
}

/* What readers get, in one language; reports what is wrong on the way. */
static const struct rw_node *
resolve(struct rw_check *c, const struct rw_subject *s, const char *lang)
{
	struct rw_resolve_options how = { .lang = lang,
					  .as = "description",
					  .bare = true,
					  .source = c->known.source,
					  .company = c->known.company,
					  .agency = c->known.agency,
					  .page = c->known.page };
	const struct rw_doc *doc;

	switch (s->entry->kind) {
	case RW_KIND_ROLE:
	case RW_KIND_POSTING:
	case RW_KIND_GUIDE:
		if (rw_check_is(s->merged, "confidential", "yes"))
			resolve_confidential(c, s, lang);
		doc = rw_resolve(c->resolver, c->arena, s->entry, &how,
				 c->diags);
		return doc ? rw_doc_root(doc) : NULL;
	case RW_KIND_COMPANY:
	case RW_KIND_STATEMENTS:
		probe(c, s->merged, lang && lang[0] ? lang : "en");
		return NULL;
	case RW_KIND_GLOSSARY:
	case RW_KIND_SITE:
		link_terms(c, s->merged);
		return NULL;
	default:
		return NULL;
	}
}

/* Translations of the document: what is wrong with them shows in use. */
static void check_languages(struct rw_check *c, struct rw_subject s)
{
	struct rw_entry *const *all;
	size_t count;

	all = rw_workspace_translations(c->ws, &count);
	for (size_t i = 0; i < count; i++) {
		struct rw_entry *e = all[i];

		if (e->kind != s.entry->kind || e->layer != s.entry->layer ||
		    strcmp(e->id, s.entry->id) != 0)
			continue;
		s.own = rw_entry_root(c->ws, e, c->diags);
		if (s.own == NULL)
			continue;
		rw_rule_twice(c, &s);
		rw_rule_ids(c, &s);
		if (s.entry->kind != RW_KIND_POSTING)
			s.merged = rw_inherit_resolve(c->ws, s.entry, e->lang,
						      c->diags);
		if (s.merged != NULL)
			resolve(c, &s, e->lang);
	}
}

static void apply(struct rw_check *c, const struct rw_subject *s)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (rules[i].kinds & (1u << s->entry->kind) &&
		    c->known.scope <= rules[i].scope)
			rules[i].check(c, s);
}

/* The document that 'entry' translates, or itself; NULL if there is none. */
static struct rw_entry *original(const struct rw_check *c,
				 struct rw_entry *entry)
{
	struct rw_entry *base = entry;

	if (entry->lang[0] != '\0')
		base = rw_workspace_find(c->ws, entry->kind, entry->id, NULL);
	while (base != NULL && base->layer != entry->layer)
		base = base->lower;
	return base;
}

static bool begin(struct rw_check *c, struct rw_subject *s)
{
	/* There may be thousands of postings, and nothing refers to them. */
	s->own = c->known.source ? c->known.source
		 : s->entry->kind == RW_KIND_POSTING
			 ? rw_entry_read(c->ws, s->entry, c->arena, c->diags)
			 : rw_entry_root(c->ws, s->entry, c->diags);
	if (s->own == NULL)
		return false;
	/* What a posting inherits depends on its role: see 'resolved'. */
	s->merged =
		s->entry->kind == RW_KIND_POSTING
			? s->own
			: rw_inherit_resolve(c->ws, s->entry, NULL, c->diags);
	return s->merged != NULL;
}

static const char *own_language(const struct rw_subject *s)
{
	const char *lang = rw_node_lang(s->own);

	return lang[0] ? lang : NULL;
}

static void check(struct rw_check *c)
{
	struct rw_entry *entry = c->known.entry;
	struct rw_subject s = { .entry = original(c, entry) };

	if (s.entry == NULL) {
		rw_entry_root(c->ws, entry, c->diags);
		rw_workspace_need(c->ws, entry->kind, entry->id, RW_NOWHERE,
				  c->diags);
		return;
	}
	c->arena = rw_arena_new();
	if (begin(c, &s)) {
		s.resolved = c->known.resolved
				     ? c->known.resolved
				     : resolve(c, &s, own_language(&s));
		check_languages(c, s);
		apply(c, &s);
	}
	rw_arena_free(c->arena);
	c->arena = NULL;
}

void rw_check_known(struct rw_check *c, const struct rw_check_known *known,
		    struct rw_diags *diags)
{
	struct rw_diags *ours = c->diags;

	c->known = *known;
	c->diags = diags;
	check(c);
	c->diags = ours;
}

void rw_check_document(struct rw_check *c, struct rw_entry *entry)
{
	rw_check_known(c, &(const struct rw_check_known){ .entry = entry },
		       c->diags);
}

void rw_check_whole(struct rw_check *c)
{
	c->arena = rw_arena_new();
	rw_check_unused_terms(c);
	rw_arena_free(c->arena);
	c->arena = NULL;
}
