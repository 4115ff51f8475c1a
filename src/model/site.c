/*
 * site.xml and the paths of pages.
 */
#include <string.h>

#include "model/inherit.h"
#include "model/site.h"

static void split_languages(struct rw_site *site, struct rw_arena *arena,
			    const char *list)
{
	size_t most = strlen(list) / 2 + 1;

	site->languages = rw_arena_zalloc(arena, (most + 1) * sizeof(char *));
	while (*(list += strspn(list, " \t\r\n")) != '\0') {
		size_t len = strcspn(list, " \t\r\n");

		site->languages[site->language_count++] =
			rw_arena_strndup(arena, list, len);
		list += len;
	}
}

static char *with_slash(struct rw_arena *arena, const char *url)
{
	size_t len = strlen(url);

	return rw_arena_printf(arena, "%s%s", url,
			       len > 0 && url[len - 1] != '/' ? "/" : "");
}

static void *make(struct rw_workspace *ws, struct rw_arena *arena,
		  void *context, struct rw_diags *diags)
{
	struct rw_entry *entry =
		rw_workspace_find(ws, RW_KIND_SITE, "site", NULL);
	struct rw_site *site = rw_arena_zalloc(arena, sizeof(*site));
	const char *languages, *lang;
	struct rw_node *title;

	(void)context;
	if (entry == NULL) {
		rw_report(diags, RW_SITE_MISSING, RW_NOWHERE, NULL, NULL, NULL);
		return NULL;
	}
	site->root = rw_entry_root(ws, entry, diags);
	if (site->root == NULL)
		return NULL;
	title = rw_node_child(site->root, "title");
	site->title = title ? rw_node_text(arena, title) : "";
	site->base_url = rw_node_attr(site->root, "base-url");
	site->base_url =
		with_slash(arena, site->base_url ? site->base_url : "");
	languages = rw_node_attr(site->root, "languages");
	lang = rw_node_lang(site->root);
	split_languages(site, arena, languages ? languages : lang);
	if (site->language_count == 0)
		site->languages[site->language_count++] =
			rw_arena_strdup(arena, "en");
	return site;
}

bool rw_site_exists(const struct rw_workspace *ws)
{
	return rw_workspace_find(ws, RW_KIND_SITE, "site", NULL) != NULL;
}

const struct rw_site *rw_site_load(struct rw_workspace *ws,
				   struct rw_diags *diags)
{
	return rw_workspace_once(ws, "site", make, NULL, diags);
}

char *rw_site_page(const struct rw_site *site, struct rw_arena *arena,
		   const char *lang, const char *folder, const char *id)
{
	const char *language = rw_site_language(site, lang);
	bool first = strcmp(language, site->languages[0]) == 0;

	return rw_arena_printf(arena, "%s%s%s%s%s", first ? "" : language,
			       first ? "" : "/", folder, folder[0] ? "/" : "",
			       id);
}

const char *rw_site_folder(const char *kind)
{
	static const char *const folders[][2] = {
		{ "role", "roles" },
		{ "posting", "postings" },
		{ "guide", "guides" },
	};

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		if (strcmp(folders[i][0], kind) == 0)
			return folders[i][1];
	return "";
}

char *rw_site_up(struct rw_arena *arena, const char *page)
{
	struct rw_buf up = RW_BUF_INIT;
	char *text;

	for (; *page != '\0'; page++)
		if (*page == '/')
			rw_buf_puts(&up, "../");
	text = rw_arena_strdup(arena, up.data);
	rw_buf_release(&up);
	return text;
}

const char *rw_site_language(const struct rw_site *site, const char *tag)
{
	for (size_t i = 0; i < site->language_count; i++)
		if (strcmp(site->languages[i], tag) == 0)
			return site->languages[i];
	for (size_t i = 0; i < site->language_count; i++)
		if (rw_lang_same(site->languages[i], tag))
			return site->languages[i];
	return site->languages[0];
}
