/*
 * The languages that a company or a statement is read in: those of the
 * postings that use it, and of the site where it is its company's or a
 * role's.
 */
#include <string.h>

#include "base/memory.h"
#include "check/rule.h"
#include "model/inherit.h"
#include "model/site.h"

/* "company/ID", "posting/ID" or "use/REF" -> map of languages. */
struct spoken {
	struct rw_workspace *ws;
	struct rw_arena *arena;
	struct rw_map *users;
	const struct rw_site *site; /* or NULL */
	struct rw_diags *diags;
};

static void release(void *object)
{
	rw_map_free(object);
}

static struct rw_map *languages_of(struct spoken *s, const char *kind,
				   const char *id)
{
	const char *key = rw_arena_printf(s->arena, "%s/%s", kind, id);
	struct rw_map *languages = rw_map_get(s->users, key);

	if (languages == NULL) {
		languages = rw_map_new();
		rw_arena_defer(s->arena, release, languages);
		rw_map_put(s->users, key, languages);
	}
	return languages;
}

static void add_all(struct rw_map *to, const struct rw_map *from)
{
	const char **tags = rw_map_keys(from);

	for (size_t i = 0; i < rw_map_count(from); i++)
		rw_map_put(to, tags[i], to);
	rw_free(tags);
}

static void add_site(struct spoken *s, struct rw_map *to)
{
	for (size_t i = 0; s->site && i < s->site->language_count; i++)
		rw_map_put(to, s->site->languages[i], to);
}

/* What the document takes in is read in the languages of its readers. */
static void add_uses(struct spoken *s, const struct rw_node *root,
		     const struct rw_map *languages)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const char *ref = rw_node_is(n, "use") ? rw_node_attr(n, "ref")
						       : NULL;

		if (ref != NULL)
			add_all(languages_of(s, "use", ref), languages);
	}
}

static void add_translations(struct spoken *s)
{
	struct rw_entry *const *all;
	size_t count;

	all = rw_workspace_translations(s->ws, &count);
	for (size_t i = 0; i < count; i++)
		if (all[i]->kind == RW_KIND_POSTING)
			rw_map_put(languages_of(s, "posting", all[i]->id),
				   all[i]->lang, s);
}

static void add_users(struct spoken *s, const struct rw_node *posting,
		      const struct rw_map *languages)
{
	static const char *const names[] = { "company", "agency" };

	for (size_t i = 0; i < 2; i++) {
		const char *id = rw_node_attr(posting, names[i]);

		if (id != NULL)
			add_all(languages_of(s, "company", id), languages);
	}
}

/*
 * A posting, or a role or company of the workspace, which may use statements.
 * It is read by itself: what is wrong with it is not reported here.
 */
static void add_document(struct spoken *s, const struct rw_entry *entry)
{
	struct rw_map *languages =
		languages_of(s, rw_kind_name(entry->kind), entry->id);
	struct rw_arena *scratch = rw_arena_new();
	struct rw_diags *quiet = rw_diags_new(rw_diags_sources(s->diags));
	struct rw_doc *doc = rw_doc_read(scratch, entry->path, entry->name,
					 &rw_limits_role, quiet);

	if (doc != NULL && entry->kind == RW_KIND_POSTING) {
		rw_map_put(languages, rw_node_lang(rw_doc_root(doc)), s);
		add_users(s, rw_doc_root(doc), languages);
	}
	if (entry->kind == RW_KIND_ROLE)
		add_site(s, languages);
	if (doc != NULL)
		add_uses(s, rw_doc_root(doc), languages);
	rw_diags_free(quiet);
	rw_arena_free(scratch);
}

static void add_kind(struct spoken *s, enum rw_kind kind)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(s->ws, kind, &count);
	for (size_t i = 0; i < count; i++)
		if (entries[i]->layer == RW_LAYER_WORKSPACE)
			add_document(s, entries[i]);
}

static void *make(struct rw_workspace *ws, struct rw_arena *arena,
		  void *context, struct rw_diags *diags)
{
	struct spoken s = {
		.ws = ws, .arena = arena, .users = rw_map_new(), .diags = diags
	};
	const char *company = NULL;

	(void)context;
	rw_arena_defer(arena, release, s.users);
	if (rw_site_exists(ws))
		s.site = rw_site_load(ws, diags);
	if (s.site != NULL)
		company = rw_node_attr(s.site->root, "company");
	if (company != NULL)
		add_site(&s, languages_of(&s, "company", company));
	add_translations(&s);
	add_kind(&s, RW_KIND_POSTING);
	add_kind(&s, RW_KIND_ROLE);
	add_kind(&s, RW_KIND_COMPANY);
	return s.users;
}

static void add_known(const struct rw_map *users, const char *key,
		      struct rw_map *languages)
{
	const struct rw_map *known = rw_map_get(users, key);

	if (known != NULL)
		add_all(languages, known);
}

void rw_check_spoken(struct rw_check *c, const struct rw_subject *s,
		     struct rw_map *languages)
{
	const struct rw_map *users =
		rw_workspace_once(c->ws, "check/spoken", make, NULL, c->diags);
	const struct rw_node *n = rw_node_child(s->own, NULL);

	if (s->entry->kind == RW_KIND_COMPANY) {
		add_known(users,
			  rw_arena_printf(c->arena, "company/%s", s->entry->id),
			  languages);
		return;
	}
	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		const char *id = rw_node_attr(n, "id");

		if (id == NULL)
			continue;
		add_known(users, rw_arena_printf(c->arena, "use/%s", id),
			  languages);
		add_known(users,
			  rw_arena_printf(c->arena, "use/%s#%s", s->entry->id,
					  id),
			  languages);
	}
}
