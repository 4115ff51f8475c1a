/*
 * site.xml: links that lead nowhere, languages without words.
 */
#include <string.h>

#include "base/file.h"
#include "check/rule.h"
#include "model/published.h"
#include "model/site.h"

/* Pages that every site has. */
static const char *const pages[] = { "index.html", "glossary/index.html",
				     "matrix.html", "sitemap.xml" };

static bool has_scheme(const char *href)
{
	size_t len = strcspn(href, ":/?#");

	return href[len] == ':' || strncmp(href, "//", 2) == 0;
}

/* "roles" and "kam" of "roles/kam.html"; false if it is no such path. */
static bool split(struct rw_check *c, const char *path, const char *folder,
		  const char **id)
{
	size_t len = strlen(folder);
	const char *dot = strrchr(path, '.');

	if (strncmp(path, folder, len) != 0 || path[len] != '/' ||
	    dot == NULL || dot < path + len)
		return false;
	*id = rw_arena_strndup(c->arena, path + len + 1,
			       (size_t)(dot - path) - len - 1);
	return true;
}

/* The list of guides, or one of them. */
static bool is_guide(struct rw_check *c, const char *id)
{
	struct rw_entry *entry =
		rw_workspace_find(c->ws, RW_KIND_GUIDE, id, NULL);

	if (strcmp(id, "index") == 0)
		return rw_published_guides(c->ws, c->diags);
	return entry != NULL && rw_published_guide(c->ws, entry, c->diags);
}

static bool is_document(struct rw_check *c, const char *path, const char *lang)
{
	const struct rw_glossary *g;
	const char *id;

	if (split(c, path, "roles", &id))
		return rw_published_role(c->ws, id, c->diags);
	if (split(c, path, "guides", &id))
		return is_guide(c, id);
	if (split(c, path, "postings", &id))
		return rw_workspace_find(c->ws, RW_KIND_POSTING, id, NULL) !=
		       NULL;
	if (!split(c, path, "glossary", &id))
		return false;
	g = rw_glossary_load(c->ws, lang[0] ? lang : "en", c->diags);
	return g != NULL && rw_glossary_find(g, id) != NULL;
}

static bool is_static(struct rw_check *c, const char *path)
{
	const char *folder = rw_path_join(
		c->arena, rw_workspace_options(c->ws)->folder, "static");

	return rw_file_exists(rw_path_join(c->arena, folder, path));
}

static bool is_page(struct rw_check *c, const struct rw_site *site,
		    const char *path)
{
	const char *lang = site->languages[0];

	for (size_t i = 1; i < site->language_count; i++) {
		size_t len = strlen(site->languages[i]);

		if (strncmp(path, site->languages[i], len) == 0 &&
		    path[len] == '/') {
			lang = site->languages[i];
			path += len + 1;
			break;
		}
	}
	if (path[0] == '\0')
		return true;
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (strcmp(path, pages[i]) == 0)
			return true;
	return is_document(c, path, lang) || is_static(c, path);
}

static void check_link(struct rw_check *c, const struct rw_site *site,
		       const struct rw_node *link)
{
	const char *href = rw_node_attr(link, "href");
	const char *path = href;

	if (href == NULL || href[0] == '#' || has_scheme(href))
		return;
	while (strncmp(path, "./", 2) == 0)
		path += 2;
	path = rw_arena_strndup(c->arena, path, strcspn(path, "?#"));
	if (path[0] != '/' && path[0] != '.' && !is_page(c, site, path))
		rw_report(c->diags, RW_NAV_NOWHERE,
			  rw_check_at(c, link, "href"), href, NULL, NULL);
}

static bool has_words(struct rw_check *c, const char *lang)
{
	size_t len = strcspn(lang, "-");

	return rw_workspace_find(c->ws, RW_KIND_WORDS, lang, NULL) != NULL ||
	       rw_workspace_find(c->ws, RW_KIND_WORDS,
				 rw_arena_strndup(c->arena, lang, len), NULL);
}

void rw_rule_site(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_site *site = rw_site_load(c->ws, c->diags);
	const struct rw_node *n = rw_check_next(s->own, s->own, "link");

	if (site == NULL)
		return;
	for (; n != NULL; n = rw_check_next(n, s->own, "link"))
		check_link(c, site, n);
	for (size_t i = 0; i < site->language_count; i++)
		if (!has_words(c, site->languages[i]))
			rw_report(c->diags, RW_LANGUAGE_WORDS,
				  rw_check_at(c, s->own, "languages"),
				  site->languages[i], NULL, NULL);
}
