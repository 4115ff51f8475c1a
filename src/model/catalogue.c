/*
 * Summaries of pages.
 */
#include <string.h>

#include "base/memory.h"
#include "model/catalogue.h"

static const char *const names[RW_FACTS] = {
	[RW_FACT_KIND] = "kind",
	[RW_FACT_ID] = "id",
	[RW_FACT_LANG] = "lang",
	[RW_FACT_PAGE] = "page",
	[RW_FACT_TITLE] = "title",
	[RW_FACT_TITLE_LANG] = "title-lang",
	[RW_FACT_SUMMARY] = "summary",
	[RW_FACT_UPDATED] = "updated",
	[RW_FACT_FAMILY] = "family",
	[RW_FACT_RANK] = "level-rank",
	[RW_FACT_POSTED] = "posted",
	[RW_FACT_POSTED_TEXT] = "posted-text",
	[RW_FACT_CLOSES] = "closes",
	[RW_FACT_CLOSES_TEXT] = "closes-text",
	[RW_FACT_COMPANY] = "company",
	[RW_FACT_PLACES] = "places",
	[RW_FACT_WORKPLACE] = "workplace",
	[RW_FACT_EMPLOYMENT] = "employment",
	[RW_FACT_PAY] = "pay",
	[RW_FACT_DRAFT] = "draft",
	[RW_FACT_FORMERLY] = "formerly",
	[RW_FACT_TERMS] = "terms",
};

/* Where a fact stands in a resolved document: root, or a child of it. */
static const struct {
	enum rw_fact fact;
	const char *element;   /* NULL: the root */
	const char *attribute; /* NULL: the text */
} places[] = {
	{ RW_FACT_ID, NULL, "id" },
	{ RW_FACT_LANG, NULL, "xml:lang" },
	{ RW_FACT_PAGE, NULL, "page" },
	{ RW_FACT_TITLE, "title", NULL },
	{ RW_FACT_TITLE_LANG, "title", "xml:lang" },
	{ RW_FACT_SUMMARY, "summary", "plain" },
	{ RW_FACT_UPDATED, NULL, "updated" },
	{ RW_FACT_FAMILY, "family", NULL },
	{ RW_FACT_RANK, "level", "rank" },
	{ RW_FACT_POSTED, NULL, "posted" },
	{ RW_FACT_POSTED_TEXT, NULL, "posted-text" },
	{ RW_FACT_CLOSES, NULL, "closes" },
	{ RW_FACT_CLOSES_TEXT, NULL, "closes-text" },
	{ RW_FACT_WORKPLACE, "workplace", "text" },
	{ RW_FACT_EMPLOYMENT, NULL, "employment-text" },
	{ RW_FACT_PAY, "pay", "text-long" },
	{ RW_FACT_DRAFT, NULL, "draft" },
	{ RW_FACT_FORMERLY, NULL, "formerly" },
};

const char *rw_fact_name(enum rw_fact fact)
{
	return names[fact];
}

static const char *fact_at(struct rw_arena *arena, const struct rw_node *root,
			   const char *element, const char *attribute)
{
	const struct rw_node *n = element ? rw_node_child(root, element) : root;
	const char *value = n && attribute ? rw_node_attr(n, attribute) : NULL;

	if (n != NULL && attribute == NULL)
		return rw_node_text(arena, n);
	return value ? rw_arena_strdup(arena, value) : "";
}

static const char *lines_of(struct rw_arena *arena, const struct rw_node *root)
{
	struct rw_node *place = rw_node_child(root, "place");
	struct rw_buf out = RW_BUF_INIT;
	char *text;

	for (; place != NULL; place = rw_node_next_element(place, "place")) {
		const char *line = rw_node_attr(place, "text");

		if (line != NULL)
			rw_buf_printf(&out, "%s%s", out.len ? "\n" : "", line);
	}
	text = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	return text;
}

static const char *terms_of(struct rw_arena *arena, const struct rw_node *root)
{
	struct rw_map *seen = rw_map_new();
	struct rw_buf out = RW_BUF_INIT;
	char *text;

	for (const struct rw_node *n = root; n; n = rw_node_walk(n, root)) {
		const char *ref = rw_node_is(n, "term") ? rw_node_attr(n, "ref")
							: NULL;

		if (ref != NULL && rw_map_put(seen, ref, seen) == NULL)
			rw_buf_printf(&out, "%s%s", out.len ? " " : "", ref);
	}
	text = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	rw_map_free(seen);
	return text;
}

struct rw_summary *rw_summary_of(struct rw_arena *arena,
				 const struct rw_doc *doc)
{
	struct rw_summary *s = rw_arena_zalloc(arena, sizeof(*s));
	const struct rw_node *root = rw_doc_root(doc);
	const struct rw_node *company = rw_node_child(root, "company");

	for (size_t i = 0; i < RW_FACTS; i++)
		s->facts[i] = "";
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		s->facts[places[i].fact] = fact_at(
			arena, root, places[i].element, places[i].attribute);
	s->facts[RW_FACT_KIND] = rw_arena_strdup(arena, rw_node_name(root));
	if (company != NULL)
		s->facts[RW_FACT_COMPANY] =
			fact_at(arena, company, "name", NULL);
	s->facts[RW_FACT_PLACES] = lines_of(arena, root);
	s->facts[RW_FACT_TERMS] = terms_of(arena, root);
	return s;
}

static void add_words(struct rw_map *map, const char *list)
{
	struct rw_buf word = RW_BUF_INIT;

	while (*(list += strspn(list, " ")) != '\0') {
		size_t len = strcspn(list, " ");

		rw_buf_clear(&word);
		rw_buf_add(&word, list, len);
		rw_map_put(map, word.data, map);
		list += len;
	}
	rw_buf_release(&word);
}

struct rw_map *rw_catalogue_terms(const struct rw_catalogue *catalogue,
				  struct rw_workspace *ws,
				  const struct rw_site *site, const char *lang,
				  struct rw_diags *diags)
{
	const struct rw_glossary *glossary = rw_glossary_load(ws, lang, diags);
	const char *wish = rw_node_attr(site->root, "glossary");
	bool all = wish != NULL && strcmp(wish, "all") == 0;
	struct rw_map *ids;

	if (glossary == NULL)
		return NULL;
	ids = rw_map_new();
	for (size_t i = 0; i < glossary->count; i++)
		if (all || glossary->terms[i].own)
			rw_map_put(ids, glossary->terms[i].id, ids);
	for (size_t i = 0; i < catalogue->summaries.count && !all; i++) {
		const struct rw_summary *s = catalogue->summaries.items[i];

		add_words(ids, s->facts[RW_FACT_TERMS]);
	}
	return ids;
}
