/*
 * The set of documents that a site publishes.
 */
#include <string.h>

#include "base/map.h"
#include "model/inherit.h"
#include "model/published.h"
#include "model/site.h"

/* True if 'id' is one of the names in the blank-separated 'list'. */
static bool in_list(const char *list, const char *id)
{
	size_t len = strlen(id);

	while (*(list += strspn(list, " \t\r\n")) != '\0') {
		size_t word = strcspn(list, " \t\r\n");

		if (word == len && strncmp(list, id, len) == 0)
			return true;
		list += word;
	}
	return false;
}

static const char *wish(struct rw_workspace *ws, const char *name,
			const char *otherwise, struct rw_diags *diags)
{
	const struct rw_site *site =
		rw_site_exists(ws) ? rw_site_load(ws, diags) : NULL;
	const char *value = site ? rw_node_attr(site->root, name) : NULL;

	return value ? value : otherwise;
}

static void release(void *object)
{
	rw_map_free(object);
}

/* The roles that the postings of the workspace name. */
static void *make_used(struct rw_workspace *ws, struct rw_arena *arena,
		       void *context, struct rw_diags *diags)
{
	struct rw_map *used = rw_map_new();
	struct rw_entry *const *entries;
	size_t count;

	(void)context;
	rw_arena_defer(arena, release, used);
	entries = rw_workspace_list(ws, RW_KIND_POSTING, &count);
	for (size_t i = 0; i < count; i++) {
		struct rw_arena *scratch = rw_arena_new();
		struct rw_doc *doc = rw_doc_read(scratch, entries[i]->path,
						 entries[i]->name,
						 &rw_limits_role, diags);
		const char *role = doc ? rw_node_attr(rw_doc_root(doc), "role")
				       : NULL;

		if (role != NULL)
			rw_map_put(used, role, used);
		rw_arena_free(scratch);
	}
	return used;
}

bool rw_published_role(struct rw_workspace *ws, const char *id,
		       struct rw_diags *diags)
{
	const char *roles = wish(ws, "roles", "used", diags);
	struct rw_entry *entry = rw_workspace_find(ws, RW_KIND_ROLE, id, NULL);
	const struct rw_map *used;

	if (entry == NULL)
		return false;
	if (strcmp(roles, "all") == 0 ||
	    (entry->layer == RW_LAYER_WORKSPACE && strcmp(roles, "used") == 0))
		return true;
	if (strcmp(roles, "used") != 0)
		return in_list(roles, id);
	used = rw_workspace_once(ws, "published/used", make_used, NULL, diags);
	return rw_map_get(used, id) != NULL;
}

bool rw_published_posting(struct rw_workspace *ws, const struct rw_entry *entry,
			  struct rw_diags *diags)
{
	const char *postings = wish(ws, "postings", "all", diags);

	return entry->layer == RW_LAYER_WORKSPACE &&
	       (strcmp(postings, "all") == 0 || in_list(postings, entry->id));
}

/* Whether a document of that status has a page. */
static bool is_open(struct rw_workspace *ws, const struct rw_node *root)
{
	const char *status = root ? rw_node_attr(root, "status") : NULL;

	if (root == NULL || status == NULL)
		return root != NULL;
	return strcmp(status, "retired") != 0 &&
	       (strcmp(status, "draft") != 0 ||
		rw_workspace_options(ws)->drafts);
}

bool rw_published_role_page(struct rw_workspace *ws, const char *id,
			    struct rw_diags *diags)
{
	struct rw_entry *entry = rw_workspace_find(ws, RW_KIND_ROLE, id, NULL);

	return rw_published_role(ws, id, diags) &&
	       is_open(ws, rw_inherit_resolve(ws, entry, NULL, diags));
}

/* ----------------------------------------------------------------- guides */

static bool is_internal(const struct rw_node *node)
{
	const char *audience = rw_node_attr(node, "audience");

	return audience != NULL && strcmp(audience, "internal") == 0;
}

const char *rw_published_guide_gap(struct rw_workspace *ws,
				   struct rw_entry *entry,
				   struct rw_diags *diags)
{
	const struct rw_node *root, *n;

	if (strcmp(wish(ws, "guides", "used", diags), "used") != 0)
		return NULL;
	root = rw_inherit_resolve(ws, entry, NULL, diags);
	for (n = root; n != NULL; n = rw_node_walk(n, root)) {
		const char *role = rw_node_is(n, "answer")
					   ? rw_node_attr(n, "role")
					   : NULL;

		if (role != NULL && !is_internal(n) &&
		    !is_internal(rw_node_parent(n)) &&
		    !rw_published_role_page(ws, role, diags))
			return role;
	}
	return NULL;
}

bool rw_published_guide(struct rw_workspace *ws, struct rw_entry *entry,
			struct rw_diags *diags)
{
	const char *guides = wish(ws, "guides", "used", diags);

	if (strcmp(guides, "none") == 0)
		return false;
	if (strcmp(guides, "used") == 0)
		return rw_published_guide_gap(ws, entry, diags) == NULL;
	return strcmp(guides, "all") == 0 || in_list(guides, entry->id);
}

/* Something for yes; NULL for no. */
static void *make_guides(struct rw_workspace *ws, struct rw_arena *arena,
			 void *context, struct rw_diags *diags)
{
	struct rw_entry *const *entries;
	size_t count;

	(void)arena;
	(void)context;
	entries = rw_workspace_list(ws, RW_KIND_GUIDE, &count);
	for (size_t i = 0; i < count; i++)
		if (rw_published_guide(ws, entries[i], diags) &&
		    is_open(ws,
			    rw_inherit_resolve(ws, entries[i], NULL, diags)))
			return entries[i];
	return NULL;
}

bool rw_published_guides(struct rw_workspace *ws, struct rw_diags *diags)
{
	return rw_workspace_once(ws, "published/guides", make_guides, NULL,
				 diags) != NULL;
}

/*
 * The title where nothing but the document itself, or its only translation,
 * can have it; NULL if it must be looked for.
 */
static const struct rw_node *own_title(struct rw_workspace *ws,
				       struct rw_entry *entry, const char *lang,
				       struct rw_diags *diags)
{
	struct rw_entry *top =
		rw_workspace_find(ws, entry->kind, entry->id, lang);
	const struct rw_node *root;

	if (entry->lower != NULL || (top != NULL && top->layer != entry->layer))
		return NULL;
	root = rw_entry_root(ws, top ? top : entry, diags);
	return root && rw_lang_same(rw_node_lang(root), lang)
		       ? rw_node_child(root, "title")
		       : NULL;
}

char *rw_published_title(struct rw_workspace *ws, struct rw_arena *arena,
			 struct rw_entry *entry, const char *lang,
			 struct rw_diags *diags)
{
	const struct rw_node *title = own_title(ws, entry, lang, diags);
	const struct rw_node *root = NULL;

	if (title == NULL)
		root = rw_inherit_resolve(ws, entry, lang, diags);
	if (root != NULL)
		title = rw_node_child(root, "title");
	return title ? rw_node_text(arena, title) : NULL;
}
