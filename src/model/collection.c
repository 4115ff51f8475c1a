/*
 * Lists of roles, postings and terms, the first page, the sitemap.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/collect.h"
#include "model/inherit.h"
#include "model/lists.h"
#include "model/published.h"

const char *const rw_collection_names[] = { "index",   "roles",	   "postings",
					    "guides",  "glossary", "matrix",
					    "sitemap", NULL };

/* Lists that stand in a folder of their own, with the pages they lead to. */
static bool has_folder(const char *name)
{
	return strcmp(name, "roles") == 0 || strcmp(name, "postings") == 0 ||
	       strcmp(name, "guides") == 0 || strcmp(name, "glossary") == 0;
}

/* ------------------------------------------------------------- choosing */

static bool of_kind(const struct rw_summary *s, const char *kind,
		    const char *lang)
{
	return strcmp(s->facts[RW_FACT_KIND], kind) == 0 &&
	       rw_lang_same(s->facts[RW_FACT_LANG], lang);
}

static size_t choose(const struct rw_collection_query *q, const char *kind,
		     struct rw_vec *chosen)
{
	for (size_t i = 0; i < q->catalogue->summaries.count; i++) {
		struct rw_summary *s = q->catalogue->summaries.items[i];

		if (of_kind(s, kind, q->lang))
			rw_vec_push(chosen, s);
	}
	return chosen->count;
}

/*
 * A list in one language: where there are roles in it, one that is not
 * translated has only its page.
 */
static void choose_roles(const struct rw_collection_query *q,
			 struct rw_vec *chosen)
{
	struct rw_vec all = { 0 };

	choose(q, "role", &all);
	for (size_t i = 0; i < all.count; i++) {
		struct rw_summary *s = all.items[i];

		if (s->facts[RW_FACT_TITLE_LANG][0] == '\0')
			rw_vec_push(chosen, s);
	}
	if (chosen->count == 0)
		choose(q, "role", chosen);
	rw_vec_release(&all);
}

/* Sorting with a collator at hand: qsort has no place for it. */
struct ordered {
	const struct rw_summary *summary;
	const char *first, *second; /* keys, compared bytewise */
};

static int by_keys(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	int order = strcmp(x->first, y->first);

	return order ? order : strcmp(x->second, y->second);
}

static void sort(struct rw_collect *c, struct rw_vec *v,
		 const char *(*key)(struct rw_collect *c,
				    const struct rw_summary *s))
{
	struct ordered *list = rw_calloc(v->count + 1, sizeof(*list));

	for (size_t i = 0; i < v->count; i++) {
		const struct rw_summary *s = v->items[i];

		list[i].summary = s;
		list[i].first = key(c, s);
		list[i].second = rw_locale_sort_key(c->frame.locale,
						    c->frame.arena,
						    s->facts[RW_FACT_TITLE]);
	}
	qsort(list, v->count, sizeof(*list), by_keys);
	for (size_t i = 0; i < v->count; i++)
		v->items[i] = (void *)list[i].summary;
	rw_free(list);
}

/* Newest first: the digits of the date turned round. */
static const char *newest_first(struct rw_collect *c,
				const struct rw_summary *s)
{
	char *key = rw_arena_strdup(c->frame.arena, s->facts[RW_FACT_POSTED]);

	for (char *p = key; *p != '\0'; p++)
		if (*p >= '0' && *p <= '9')
			*p = (char)('0' + '9' - *p);
	return key[0] ? key : "~";
}

/* The title itself is the second key of every order. */
static const char *by_title(struct rw_collect *c, const struct rw_summary *s)
{
	(void)c;
	(void)s;
	return "";
}

/* By family, then by level. */
static const char *by_level(struct rw_collect *c, const struct rw_summary *s)
{
	return rw_arena_printf(c->frame.arena, "%s %08ld",
			       rw_locale_sort_key(c->frame.locale,
						  c->frame.arena,
						  s->facts[RW_FACT_FAMILY]),
			       strtol(s->facts[RW_FACT_RANK], NULL, 10));
}

/* --------------------------------------------------------------- entries */

static void add_places(struct rw_collect *c, struct rw_node *entry,
		       const char *lines)
{
	while (*lines != '\0') {
		size_t len = strcspn(lines, "\n");
		struct rw_node *place = rw_node_add(entry, RW_NS, "place");

		rw_node_set_attr(place, "text",
				 rw_arena_strndup(c->frame.arena, lines, len));
		lines += len + (lines[len] == '\n');
	}
}

static void add_fact(struct rw_node *entry, const struct rw_summary *s,
		     enum rw_fact fact, const char *element,
		     const char *attribute)
{
	if (s->facts[fact][0] != '\0')
		rw_node_set_attr(rw_node_add(entry, RW_NS, element), attribute,
				 s->facts[fact]);
}

struct rw_node *rw_collect_entry(struct rw_collect *c, struct rw_node *parent,
				 const struct rw_summary *s)
{
	static const enum rw_fact attributes[] = {
		RW_FACT_KIND,	     RW_FACT_ID,	  RW_FACT_RANK,
		RW_FACT_POSTED,	     RW_FACT_POSTED_TEXT, RW_FACT_CLOSES,
		RW_FACT_CLOSES_TEXT, RW_FACT_UPDATED,	  RW_FACT_DRAFT,
	};
	struct rw_node *entry = rw_node_add(parent, RW_NS, "entry");

	for (size_t i = 0; i < sizeof(attributes) / sizeof(*attributes); i++)
		if (s->facts[attributes[i]][0] != '\0')
			rw_node_set_attr(entry, rw_fact_name(attributes[i]),
					 s->facts[attributes[i]]);
	rw_node_set_attrf(entry, "href", "%s%s.html", c->frame.up,
			  s->facts[RW_FACT_PAGE]);
	rw_node_add_with_text(entry, RW_NS, "title", s->facts[RW_FACT_TITLE]);
	add_places(c, entry, s->facts[RW_FACT_PLACES]);
	add_fact(entry, s, RW_FACT_WORKPLACE, "workplace", "mode-text");
	add_fact(entry, s, RW_FACT_COMPANY, "company", "name");
	add_fact(entry, s, RW_FACT_EMPLOYMENT, "employment", "text");
	add_fact(entry, s, RW_FACT_PAY, "pay", "text-long");
	rw_node_add_with_text(entry, RW_NS, "summary",
			      s->facts[RW_FACT_SUMMARY]);
	return entry;
}

/* ------------------------------------------------------------------ lists */

static void add_roles(struct rw_collect *c, struct rw_node *parent)
{
	struct rw_vec roles = { 0 };
	struct rw_node *group = NULL;
	const char *family = NULL;

	choose_roles(c->query, &roles);
	sort(c, &roles, by_level);
	for (size_t i = 0; i < roles.count; i++) {
		const struct rw_summary *s = roles.items[i];

		if (family == NULL ||
		    strcmp(family, s->facts[RW_FACT_FAMILY]) != 0) {
			family = s->facts[RW_FACT_FAMILY];
			group = rw_node_add(parent, RW_NS, "group");
			rw_node_set_attr(group, "label", family);
		}
		rw_collect_entry(c, group, s);
	}
	rw_vec_release(&roles);
}

static size_t pages_of(size_t count)
{
	return count <= RW_PAGE_ENTRIES
		       ? 1
		       : (count + RW_PAGE_ENTRIES - 1) / RW_PAGE_ENTRIES;
}

/* Links to the pages of a list that is longer than one. */
static void add_pages(struct rw_collect *c, const char *name, size_t count)
{
	size_t pages = pages_of(count);

	rw_node_set_attrf(c->root, "count", "%zu", count);
	for (size_t i = 0; i < pages && pages > 1; i++) {
		struct rw_node *page = rw_node_add(c->root, RW_NS, "page");

		rw_node_set_attrf(page, "number", "%zu", i + 1);
		rw_node_set_attrf(page, "href", "%s%s.html", c->frame.up,
				  rw_collection_path(c->query->site,
						     c->frame.arena,
						     c->query->lang, name, i));
		if (i == c->query->page)
			rw_node_set_attr(page, "current", "yes");
	}
}

static void add_postings(struct rw_collect *c, struct rw_node *parent,
			 size_t from, size_t most)
{
	struct rw_vec postings = { 0 };

	choose(c->query, "posting", &postings);
	sort(c, &postings, newest_first);
	for (size_t i = from; i < postings.count && i < from + most; i++)
		rw_collect_entry(c, parent, postings.items[i]);
	rw_vec_release(&postings);
}

static void make_postings(struct rw_collect *c)
{
	struct rw_vec all = { 0 };
	size_t count = choose(c->query, "posting", &all);

	rw_vec_release(&all);
	add_pages(c, "postings", count);
	add_postings(c, c->root, c->query->page * RW_PAGE_ENTRIES,
		     RW_PAGE_ENTRIES);
}

/* By title. */
static void add_guides(struct rw_collect *c, struct rw_node *parent)
{
	struct rw_vec guides = { 0 };

	choose(c->query, "guide", &guides);
	sort(c, &guides, by_title);
	for (size_t i = 0; i < guides.count; i++)
		rw_collect_entry(c, parent, guides.items[i]);
	rw_vec_release(&guides);
}

/* What leads to a role, on pages that list roles. */
static void add_ways(struct rw_collect *c)
{
	if (rw_published_guides(c->frame.ws, c->frame.diags))
		add_guides(c, rw_node_add(c->root, RW_NS, "guides"));
}

static void make_guides(struct rw_collect *c)
{
	add_guides(c, c->root);
}

static void make_roles(struct rw_collect *c)
{
	add_ways(c);
	add_roles(c, c->root);
}

/* The newest postings that the first page shows. */
#define INDEX_POSTINGS 12

static void make_index(struct rw_collect *c)
{
	const struct rw_node *site = rw_frame_site(&c->frame);
	struct rw_node *about = site ? rw_node_child(site, "about") : NULL;
	struct rw_vec postings = { 0 }, roles = { 0 };
	struct rw_node *list;

	if (about != NULL)
		rw_node_copy(about, c->root);
	list = rw_node_add(c->root, RW_NS, "postings");
	rw_node_set_attrf(list, "count", "%zu",
			  choose(c->query, "posting", &postings));
	rw_vec_release(&postings);
	add_postings(c, list, 0, INDEX_POSTINGS);
	add_ways(c);
	list = rw_node_add(c->root, RW_NS, "roles");
	choose_roles(c->query, &roles);
	sort(c, &roles, by_level);
	for (size_t i = 0; i < roles.count; i++)
		rw_collect_entry(c, list, roles.items[i]);
	rw_vec_release(&roles);
}

/* --------------------------------------------------------------- glossary */

struct letter_term {
	const struct rw_term *term;
	const char *key; /* for sorting */
	const char *initial;
};

static int by_key(const void *a, const void *b)
{
	const struct letter_term *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : strcmp(x->term->id, y->term->id);
}

/* An id for the anchor of a letter: "a", or "l" and a number for others. */
static char *letter_id(struct rw_arena *arena, const char *initial,
		       size_t number)
{
	if (initial[1] == '\0' && initial[0] >= 'A' && initial[0] <= 'Z')
		return rw_arena_printf(arena, "%c", initial[0] - 'A' + 'a');
	return rw_arena_printf(arena, "letter-%zu", number);
}

static void add_term_entry(struct rw_collect *c, struct rw_node *group,
			   const struct rw_term *term)
{
	struct rw_node *entry = rw_node_add(group, RW_NS, "entry");
	struct rw_node *abbreviation =
		rw_node_child(term->node, "abbreviation");

	rw_node_set_attr(entry, "kind", "term");
	rw_node_set_attr(entry, "id", term->id);
	rw_node_set_attrf(entry, "href", "%s%s.html", c->frame.up,
			  rw_site_page(c->query->site, c->frame.arena,
				       c->query->lang, "glossary", term->id));
	rw_node_add_with_text(entry, RW_NS, "label", term->label);
	if (abbreviation != NULL)
		rw_node_add_with_text(
			entry, RW_NS, "abbreviation",
			rw_node_text(c->frame.arena, abbreviation));
	rw_node_add_with_text(entry, RW_NS, "summary", term->plain);
}

static void add_letters(struct rw_collect *c, const struct letter_term *terms,
			size_t count)
{
	struct rw_node *letters = rw_node_add(c->root, RW_NS, "letters");
	struct rw_node *group = NULL, *letter = NULL;
	const char *initial = NULL;
	size_t number = 0, in_group = 0;

	for (size_t i = 0; i < count; i++) {
		if (!initial || strcmp(initial, terms[i].initial) != 0) {
			char *id = letter_id(c->frame.arena, terms[i].initial,
					     ++number);

			initial = terms[i].initial;
			in_group = 0;
			letter = rw_node_add(letters, RW_NS, "letter");
			group = rw_node_add(c->root, RW_NS, "group");
			rw_node_set_attr(letter, "id", id);
			rw_node_set_attr(letter, "label", initial);
			rw_node_set_attr(group, "id", id);
			rw_node_set_attr(group, "label", initial);
		}
		rw_node_set_attrf(letter, "count", "%zu", ++in_group);
		add_term_entry(c, group, terms[i].term);
	}
}

static bool is_translated(const struct rw_collect *c,
			  const struct rw_term *term)
{
	const struct rw_node *label = rw_node_child(term->node, "label");

	return label && rw_lang_same(rw_node_lang(label), c->query->lang);
}

static bool is_wanted(const struct rw_collect *c, const struct rw_term *term)
{
	return !c->query->terms || rw_map_get(c->query->terms, term->id);
}

/*
 * A list in one language: where there are terms in it, one that is not
 * translated has only its page.
 */
static bool has_translated(const struct rw_collect *c,
			   const struct rw_glossary *g)
{
	for (size_t i = 0; i < g->count; i++)
		if (is_wanted(c, &g->terms[i]) &&
		    is_translated(c, &g->terms[i]))
			return true;
	return false;
}

static void make_glossary(struct rw_collect *c)
{
	const struct rw_glossary *g =
		rw_glossary_load(c->frame.ws, c->query->lang, c->frame.diags);
	struct letter_term *terms;
	size_t count = 0;
	bool some;

	if (g == NULL) {
		c->status = -1;
		return;
	}
	some = has_translated(c, g);
	terms = rw_calloc(g->count + 1, sizeof(*terms));
	for (size_t i = 0; i < g->count; i++) {
		const struct rw_term *term = &g->terms[i];

		if (!is_wanted(c, term) || (some && !is_translated(c, term)))
			continue;
		terms[count].term = term;
		terms[count].key = rw_locale_sort_key(
			c->frame.locale, c->frame.arena, term->label);
		terms[count++].initial = rw_locale_initial(
			c->frame.locale, c->frame.arena, term->label);
	}
	qsort(terms, count, sizeof(*terms), by_key);
	rw_node_set_attrf(c->root, "count", "%zu", count);
	add_letters(c, terms, count);
	rw_free(terms);
}

/* ----------------------------------------------------------------- sitemap */

static struct rw_node *add_url(struct rw_collect *c, const char *page,
			       const char *lastmod)
{
	struct rw_node *entry = rw_node_add(c->root, RW_NS, "entry");

	rw_node_set_attrf(entry, "href", "%s%s.html", c->query->site->base_url,
			  page);
	if (lastmod != NULL && lastmod[0] != '\0')
		rw_node_set_attr(entry, "lastmod", lastmod);
	return entry;
}

/* The same page in every language of the site, itself included. */
static void add_translations(struct rw_collect *c, struct rw_node *entry,
			     const char *folder, const char *id)
{
	const struct rw_site *site = c->query->site;

	for (size_t l = 0; l < site->language_count; l++) {
		struct rw_node *other;

		if (site->language_count == 1)
			return;
		other = rw_node_add(entry, RW_NS, "alternate");
		rw_node_set_attr(other, "xml:lang", site->languages[l]);
		rw_node_set_attrf(other, "href", "%s%s.html", site->base_url,
				  rw_site_page(site, c->frame.arena,
					       site->languages[l], folder, id));
	}
}

static void add_list_urls(struct rw_collect *c, const char *lang)
{
	for (size_t n = 0; rw_collection_names[n] != NULL; n++) {
		const char *name = rw_collection_names[n];
		size_t pages;

		if (strcmp(name, "sitemap") == 0 ||
		    (strcmp(name, "guides") == 0 &&
		     !rw_published_guides(c->frame.ws, c->frame.diags)) ||
		    (strcmp(name, "matrix") == 0 &&
		     !rw_node_attr(c->query->site->root, "matrix")))
			continue;
		pages = rw_collection_pages(c->query, name);
		for (size_t i = 0; i < pages; i++)
			add_url(c,
				rw_collection_path(c->query->site,
						   c->frame.arena, lang, name,
						   i),
				NULL);
	}
}

static void add_term_urls(struct rw_collect *c, const char *lang)
{
	const struct rw_glossary *g =
		rw_glossary_load(c->frame.ws, lang, c->frame.diags);

	for (size_t i = 0; g != NULL && i < g->count; i++)
		if (!c->query->terms ||
		    rw_map_get(c->query->terms, g->terms[i].id))
			add_translations(c,
					 add_url(c,
						 rw_site_page(c->query->site,
							      c->frame.arena,
							      lang, "glossary",
							      g->terms[i].id),
						 rw_node_attr(g->terms[i].node,
							      "updated")),
					 "glossary", g->terms[i].id);
}

static void make_sitemap(struct rw_collect *c)
{
	const struct rw_site *site = c->query->site;

	for (size_t l = 0; l < site->language_count; l++) {
		add_list_urls(c, site->languages[l]);
		add_term_urls(c, site->languages[l]);
	}
	for (size_t i = 0; i < c->query->catalogue->summaries.count; i++) {
		const struct rw_summary *s =
			c->query->catalogue->summaries.items[i];

		struct rw_node *entry = add_url(c, s->facts[RW_FACT_PAGE],
						s->facts[RW_FACT_UPDATED]);

		if (strcmp(s->facts[RW_FACT_KIND], "posting") != 0)
			add_translations(c, entry,
					 rw_site_folder(s->facts[RW_FACT_KIND]),
					 s->facts[RW_FACT_ID]);
	}
}

/* ------------------------------------------------------------------ driver */

static const struct {
	const char *name;
	void (*make)(struct rw_collect *c);
} makers[] = {
	{ "index", make_index },       { "roles", make_roles },
	{ "postings", make_postings }, { "guides", make_guides },
	{ "glossary", make_glossary }, { "matrix", rw_collect_matrix },
	{ "sitemap", make_sitemap },
};

size_t rw_collection_pages(const struct rw_collection_query *query,
			   const char *name)
{
	struct rw_vec chosen = { 0 };
	size_t count;

	if (strcmp(name, "postings") != 0)
		return 1;
	count = choose(query, "posting", &chosen);
	rw_vec_release(&chosen);
	return pages_of(count);
}

char *rw_collection_path(const struct rw_site *site, struct rw_arena *arena,
			 const char *lang, const char *name, size_t page)
{
	bool folder = has_folder(name);
	const char *id = folder ? "index" : name;

	if (page > 0)
		id = rw_arena_printf(arena, "index-%zu", page + 1);
	return rw_site_page(site, arena, lang, folder ? name : "", id);
}

int rw_collect_begin(struct rw_collect *c, const char *element,
		     const char *page, struct rw_diags *diags)
{
	const struct rw_collection_query *query = c->query;
	struct rw_arena *arena = c->frame.arena;
	struct rw_frame *f = &c->frame;

	f->ws = rw_resolver_workspace(c->resolver);
	f->site = query->site;
	f->lang = query->lang;
	f->locale = rw_resolver_locale(c->resolver, query->lang);
	f->words = rw_words_load(f->ws, query->lang, diags);
	f->page = page;
	f->up = rw_site_up(arena, page);
	f->languages = (const char *const *)query->site->languages;
	f->language_count = query->site->language_count;
	f->diags = diags;
	c->doc = rw_doc_new(arena, RW_NS, element);
	c->root = rw_doc_root(c->doc);
	rw_frame_root(f, c->root);
	return f->words ? 0 : -1;
}

struct rw_doc *rw_collect_end(struct rw_collect *c)
{
	if (rw_frame_add(&c->frame, c->root) != 0)
		c->status = -1;
	return c->status == 0 ? c->doc : NULL;
}

struct rw_doc *rw_collection_make(struct rw_resolver *resolver,
				  struct rw_arena *arena, const char *name,
				  const struct rw_collection_query *query,
				  struct rw_diags *diags)
{
	char *path = rw_collection_path(query->site, arena, query->lang, name,
					query->page);
	struct rw_collect c = { .resolver = resolver,
				.query = query,
				.frame = { .arena = arena } };
	size_t i = 0;

	while (i < sizeof(makers) / sizeof(makers[0]) &&
	       strcmp(makers[i].name, name) != 0)
		i++;
	c.frame.folder = has_folder(name) ? name : "";
	c.frame.id = c.frame.folder[0] ? "index" : name;
	if (i == sizeof(makers) / sizeof(makers[0]) ||
	    rw_collect_begin(&c, "collection", path, diags) != 0)
		return NULL;
	rw_node_set_attr(c.root, "name", name);
	makers[i].make(&c);
	return rw_collect_end(&c);
}

struct rw_doc *rw_collection_moved(struct rw_resolver *resolver,
				   struct rw_arena *arena,
				   const struct rw_moved *moved,
				   const struct rw_collection_query *query,
				   struct rw_diags *diags)
{
	char *page = rw_site_page(query->site, arena, query->lang,
				  moved->folder, moved->former);
	struct rw_collect c = { .resolver = resolver,
				.query = query,
				.frame = { .arena = arena,
					   .folder = moved->folder,
					   .id = moved->former } };
	struct rw_node *entry;

	if (rw_collect_begin(&c, "collection", page, diags) != 0)
		return NULL;
	rw_node_set_attr(c.root, "name", "moved");
	entry = rw_node_add(c.root, RW_NS, "entry");
	rw_node_set_attrf(entry, "href", "%s%s.html", c.frame.up,
			  rw_site_page(query->site, arena, query->lang,
				       moved->folder, moved->id));
	rw_node_add_with_text(entry, RW_NS, "title", moved->title);
	return rw_collect_end(&c);
}
