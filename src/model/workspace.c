/*
 * Finding and reading the documents of a workspace and the library below it.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/memory.h"
#include "model/known.h"
#include "model/vocabulary.h"
#include "model/workspace.h"
#include "text/markdown.h"
#include "xml/acceptance.h"
#include "xml/schema.h"

static const struct {
	const char *name;
	const char *folder;
} kinds[RW_KINDS] = {
	[RW_KIND_ROLE] = { "role", "templates/roles" },
	[RW_KIND_STATEMENTS] = { "statements", "templates/statements" },
	[RW_KIND_PAY_TABLE] = { "pay-table", "templates/pay" },
	[RW_KIND_COMPANY] = { "company", "templates/companies" },
	[RW_KIND_POSTING] = { "posting", "templates/postings" },
	[RW_KIND_GLOSSARY] = { "glossary", "glossary" },
	[RW_KIND_GUIDE] = { "guide", "templates/guides" },
	[RW_KIND_RULES] = { "rules", "templates/rules" },
	[RW_KIND_BOARD] = { "board", "templates/boards" },
	[RW_KIND_TABLE_MAP] = { "table-map", "templates/maps" },
	[RW_KIND_WORDS] = { "words", "stylesheets/l10n" },
	[RW_KIND_SITE] = { "site", "" },
};

enum {
	UNREAD,
	GOOD,
	BAD
};

struct once {
	void *value;
	struct rw_diags *errors; /* of making it; NULL: none */
};

struct rw_workspace {
	struct rw_arena *arena;
	struct rw_workspace_options options;
	bool is_library;
	pthread_mutex_t lock; /* recursive; guards all below */
	struct rw_schema *schema;
	bool schema_tried;
	struct rw_map *index; /* "kind/id/lang" -> topmost entry */
	struct rw_map *once;
	struct rw_vec all;
	struct rw_vec translations;
	struct rw_vec top[RW_KINDS];
	const char *stylesheets[RW_LAYERS];
	size_t layers;
};

const char *rw_kind_name(enum rw_kind kind)
{
	return kinds[kind].name;
}

const char *rw_kind_folder(enum rw_kind kind)
{
	return kinds[kind].folder;
}

static void release(void *object)
{
	struct rw_workspace *ws = object;

	rw_map_free(ws->index);
	rw_map_free(ws->once);
	rw_vec_release(&ws->all);
	rw_vec_release(&ws->translations);
	for (int i = 0; i < RW_KINDS; i++)
		rw_vec_release(&ws->top[i]);
	pthread_mutex_destroy(&ws->lock);
	rw_arena_free(ws->arena);
}

/* ------------------------------------------------------------ listing */

static char *key_of(struct rw_arena *arena, enum rw_kind kind, const char *id,
		    const char *lang)
{
	return rw_arena_printf(arena, "%d/%s/%s", (int)kind, id, lang);
}

/* A lookup key on the stack, where no arena is at hand. */
static struct rw_entry *lookup(const struct rw_workspace *ws, enum rw_kind kind,
			       const char *id, const char *lang)
{
	struct rw_buf key = RW_BUF_INIT;
	struct rw_entry *entry;

	rw_buf_printf(&key, "%d/%s/%s", (int)kind, id, lang);
	entry = rw_map_get(ws->index, key.data);
	rw_buf_release(&key);
	return entry;
}

static void add_entry(struct rw_workspace *ws, enum rw_kind kind,
		      unsigned layer, const char *root, const char *name)
{
	struct rw_entry *e = rw_arena_zalloc(ws->arena, sizeof(*e));
	const char *base = rw_path_base(name);
	size_t len = strlen(base) - strlen(".xml");
	const char *dot = kind == RW_KIND_WORDS ? NULL : memchr(base, '.', len);
	size_t stem = dot ? (size_t)(dot - base) : len;
	char *key;

	e->kind = kind;
	e->layer = layer;
	e->id = rw_arena_strndup(ws->arena, base, stem);
	e->lang = dot ? rw_arena_strndup(ws->arena, dot + 1, len - stem - 1)
		      : "";
	e->path = rw_path_join(ws->arena, root, name);
	e->name = layer == RW_LAYER_WORKSPACE
			  ? rw_arena_strdup(ws->arena, name)
			  : rw_arena_printf(ws->arena, "library/%s", name);
	rw_vec_push(&ws->all, e);
	if (e->lang[0] != '\0')
		rw_vec_push(&ws->translations, e);
	key = key_of(ws->arena, kind, e->id, e->lang);
	if (rw_map_get(ws->index, key) != NULL) {
		struct rw_entry *top = rw_map_get(ws->index, key);

		while (top->lower != NULL)
			top = top->lower;
		if (top->layer < layer)
			top->lower = e;
		return;
	}
	rw_map_put(ws->index, key, e);
	if (e->lang[0] == '\0')
		rw_vec_push(&ws->top[kind], e);
}

static void scan_folder(struct rw_workspace *ws, enum rw_kind kind,
			unsigned layer, const char *root)
{
	char **names;
	size_t count;
	const char *folder = rw_path_join(ws->arena, root, kinds[kind].folder);

	if (rw_file_list(ws->arena, folder, ".xml", &names, &count) != 0)
		return;
	for (size_t i = 0; i < count; i++)
		add_entry(
			ws, kind, layer, root,
			rw_path_join(ws->arena, kinds[kind].folder, names[i]));
}

/* site.xml and its translations stand at the top of the workspace. */
static void scan_sites(struct rw_workspace *ws, unsigned layer,
		       const char *root)
{
	char **names;
	size_t count;

	if (rw_file_children(ws->arena, root, &names, &count) != 0)
		return;
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(names[i]);

		if (strncmp(names[i], "site.", strlen("site.")) == 0 &&
		    len > strlen(".xml") &&
		    strcmp(names[i] + len - strlen(".xml"), ".xml") == 0)
			add_entry(ws, RW_KIND_SITE, layer, root, names[i]);
	}
}

static int by_id(const void *a, const void *b)
{
	const struct rw_entry *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

static void scan(struct rw_workspace *ws, unsigned layer, const char *root)
{
	for (int kind = 0; kind < RW_KINDS; kind++)
		if (kind != RW_KIND_SITE)
			scan_folder(ws, (enum rw_kind)kind, layer, root);
	if (layer == RW_LAYER_WORKSPACE)
		scan_sites(ws, layer, root);
	ws->stylesheets[ws->layers++] =
		rw_path_join(ws->arena, root, "stylesheets");
}

static void sort_lists(struct rw_workspace *ws)
{
	for (int kind = 0; kind < RW_KINDS; kind++)
		if (ws->top[kind].count > 1)
			qsort(ws->top[kind].items, ws->top[kind].count,
			      sizeof(void *), by_id);
}

struct rw_workspace *
rw_workspace_open(struct rw_arena *arena,
		  const struct rw_workspace_options *options,
		  struct rw_diags *diags)
{
	struct rw_workspace *ws = rw_arena_zalloc(arena, sizeof(*ws));
	pthread_mutexattr_t recursive;

	if (!rw_file_is_folder(options->folder)) {
		rw_report(diags, RW_FILE_READ, RW_NOWHERE, options->folder,
			  "there is no such folder", NULL);
		return NULL;
	}
	/* Its own: threads add to it while others use the caller's. */
	ws->arena = rw_arena_new();
	ws->options = *options;
	ws->index = rw_map_new();
	ws->once = rw_map_new();
	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&ws->lock, &recursive);
	pthread_mutexattr_destroy(&recursive);
	rw_arena_defer(arena, release, ws);
	scan(ws, RW_LAYER_WORKSPACE, options->folder);
	ws->is_library = rw_path_same(arena, options->folder, options->library);
	if (!ws->is_library)
		scan(ws, RW_LAYER_LIBRARY, options->library);
	sort_lists(ws);
	return ws;
}

const struct rw_workspace_options *
rw_workspace_options(const struct rw_workspace *ws)
{
	return &ws->options;
}

bool rw_workspace_is_library(const struct rw_workspace *ws)
{
	return ws->is_library;
}

const char *const *rw_workspace_stylesheets(const struct rw_workspace *ws,
					    size_t *count)
{
	*count = ws->layers;
	return ws->stylesheets;
}

/* ------------------------------------------------------------ finding */

struct rw_entry *rw_workspace_find(const struct rw_workspace *ws,
				   enum rw_kind kind, const char *id,
				   const char *lang)
{
	return lookup(ws, kind, id, lang ? lang : "");
}

static bool is_former(struct rw_arena *arena, const struct rw_entry *entry,
		      const char *id, struct rw_diags *diags)
{
	struct rw_doc *doc = rw_doc_read(arena, entry->path, entry->name,
					 &rw_limits_glossary, diags);
	const char *list = doc ? rw_node_attr(rw_doc_root(doc), "formerly")
			       : NULL;
	size_t len = strlen(id);

	for (; list && *(list += strspn(list, " ")) != '\0';
	     list += strcspn(list, " "))
		if (strcspn(list, " ") == len && !strncmp(list, id, len))
			return true;
	return false;
}

/* The document that had the id before it was renamed; said in a note. */
static struct rw_entry *by_former_id(const struct rw_workspace *ws,
				     enum rw_kind kind, const char *id,
				     struct rw_pos pos, struct rw_diags *diags)
{
	struct rw_entry *found = NULL;
	struct rw_diags *quiet = rw_diags_new(rw_diags_sources(diags));

	for (size_t i = 0; i < ws->top[kind].count && found == NULL; i++) {
		struct rw_arena *scratch = rw_arena_new();
		struct rw_entry *entry = ws->top[kind].items[i];

		if (is_former(scratch, entry, id, quiet))
			found = entry;
		rw_arena_free(scratch);
	}
	rw_diags_free(quiet);
	if (found != NULL)
		rw_report(diags, RW_REFERENCE_FORMER, pos, id, found->id, NULL);
	return found;
}

static void report_unknown(const struct rw_workspace *ws, enum rw_kind kind,
			   const char *id, struct rw_pos pos,
			   struct rw_diags *diags)
{
	const struct rw_vec *top = &ws->top[kind];
	const char **ids = rw_calloc(top->count + 1, sizeof(*ids));
	const struct rw_names names = { id, ids, top->count };

	for (size_t i = 0; i < top->count; i++)
		ids[i] = ((struct rw_entry *)top->items[i])->id;
	rw_report_unknown(diags, RW_REFERENCE_UNKNOWN, pos, &names,
			  (const char *const[]){ kinds[kind].name, id, NULL });
	rw_free(ids);
}

struct rw_entry *rw_workspace_need(const struct rw_workspace *ws,
				   enum rw_kind kind, const char *id,
				   struct rw_pos pos, struct rw_diags *diags)
{
	struct rw_entry *entry = rw_workspace_find(ws, kind, id, NULL);

	if (entry == NULL)
		entry = by_former_id(ws, kind, id, pos, diags);
	if (entry != NULL)
		return entry;
	report_unknown(ws, kind, id, pos, diags);
	return NULL;
}

struct rw_entry *const *rw_workspace_list(const struct rw_workspace *ws,
					  enum rw_kind kind, size_t *count)
{
	*count = ws->top[kind].count;
	return (struct rw_entry *const *)ws->top[kind].items;
}

struct rw_entry *const *rw_workspace_all(const struct rw_workspace *ws,
					 size_t *count)
{
	*count = ws->all.count;
	return (struct rw_entry *const *)ws->all.items;
}

struct rw_entry *const *rw_workspace_translations(const struct rw_workspace *ws,
						  size_t *count)
{
	*count = ws->translations.count;
	return (struct rw_entry *const *)ws->translations.items;
}

struct rw_entry *rw_workspace_by_path(const struct rw_workspace *ws,
				      const char *path)
{
	struct rw_arena *scratch = rw_arena_new();
	const char *real = rw_path_real(scratch, path);
	struct rw_entry *found = NULL;

	for (size_t i = 0; i < ws->all.count && found == NULL; i++) {
		struct rw_entry *e = ws->all.items[i];
		const char *other = rw_path_real(scratch, e->path);

		if (strcmp(e->name, path) == 0 ||
		    (real && other && strcmp(real, other) == 0))
			found = e;
	}
	rw_arena_free(scratch);
	return found;
}

struct rw_entry *rw_workspace_translation(const struct rw_workspace *ws,
					  const struct rw_entry *entry,
					  const char *lang)
{
	struct rw_entry *e = lookup(ws, entry->kind, entry->id, lang);

	while (e != NULL && e->layer != entry->layer)
		e = e->lower;
	return e;
}

/* ------------------------------------------------------------ reading */

static const struct rw_schema *schema_of(struct rw_workspace *ws,
					 struct rw_diags *diags)
{
	pthread_mutex_lock(&ws->lock);
	if (!ws->schema_tried) {
		ws->schema_tried = true;
		ws->schema = rw_schema_load(
			ws->arena,
			rw_path_join(ws->arena, ws->options.library,
				     "templates/schema/rolewright.xsd"),
			diags);
	}
	pthread_mutex_unlock(&ws->lock);
	return ws->schema;
}

/* Turns the text of every prose and line element into its resolved form. */
static int expand(struct rw_node *root, struct rw_diags *diags)
{
	int status = 0;

	for (struct rw_node *n = root; n != NULL; n = rw_node_walk(n, root)) {
		const struct rw_element_type *type =
			rw_element_type(rw_node_name(n));

		if (type == NULL)
			continue;
		if (type->content == RW_CONTENT_LINE)
			status |= rw_line_expand(n, diags);
		else if (type->content == RW_CONTENT_PROSE ||
			 type->content == RW_CONTENT_BLOCKS)
			status |= rw_markdown_expand(n, diags);
	}
	return status;
}

/* The root must be what the folder holds. */
static bool right_root(const struct rw_node *root, enum rw_kind kind,
		       struct rw_diags *diags)
{
	const char *name = rw_node_name(root);

	if (strcmp(rw_node_ns(root), RW_NS) != 0) {
		rw_report(diags, RW_NAMESPACE_WRONG, rw_node_pos(root), name,
			  NULL, NULL);
		return false;
	}
	if (strcmp(name, kinds[kind].name) == 0)
		return true;
	if (kind == RW_KIND_RULES && strcmp(name, "jurisdictions") == 0)
		return true;
	rw_report(diags, RW_DOCUMENT_KIND, rw_node_pos(root), name,
		  kinds[kind].name, NULL);
	return false;
}

static int check_schema(struct rw_workspace *ws, const struct rw_doc *doc,
			struct rw_diags *diags)
{
	const struct rw_schema *schema = schema_of(ws, diags);
	struct rw_arena *arena;
	struct rw_known known;
	int status;

	if (schema == NULL)
		return -1;
	arena = rw_arena_new();
	rw_known_init(&known, ws, arena);
	status = rw_schema_check(schema, doc, &known.names, diags);
	rw_arena_free(arena);
	return status;
}

static struct rw_node *finish(struct rw_workspace *ws, struct rw_doc *doc,
			      enum rw_kind kind, struct rw_diags *diags)
{
	struct rw_node *root = doc ? rw_doc_root(doc) : NULL;

	if (root == NULL || !right_root(root, kind, diags))
		return NULL;
	if (ws->options.validate && !rw_doc_is_accepted(doc) &&
	    check_schema(ws, doc, diags) != 0)
		return NULL;
	return expand(root, diags) == 0 ? root : NULL;
}

static bool right_id(const struct rw_entry *entry, const struct rw_node *root,
		     struct rw_diags *diags)
{
	const char *id = rw_node_attr(root, "id");
	const char *lang = rw_node_attr(root, "xml:lang");
	const struct rw_sources *sources = rw_diags_sources(diags);

	if (id != NULL && strcmp(id, entry->id) != 0) {
		rw_report(diags, RW_ID_FILE,
			  rw_node_attr_value_pos(root, "id", sources), id,
			  entry->id, NULL);
		return false;
	}
	if (entry->lang[0] &&
	    (lang == NULL || strcmp(lang, entry->lang) != 0)) {
		rw_report(diags, RW_LANG_FILE,
			  rw_node_attr_pos(root, "xml:lang", sources),
			  lang ? lang : "", entry->lang, NULL);
		return false;
	}
	return true;
}

static struct rw_doc *read_doc(struct rw_workspace *ws,
			       const struct rw_entry *entry,
			       struct rw_arena *arena, struct rw_diags *diags)
{
	const struct rw_limits *limits = entry->kind == RW_KIND_GLOSSARY
						 ? &rw_limits_glossary
						 : &rw_limits_role;
	struct rw_doc *doc =
		rw_doc_read(arena, entry->path, entry->name, limits, diags);
	struct rw_node *root = finish(ws, doc, entry->kind, diags);

	return root && right_id(entry, root, diags) ? doc : NULL;
}

struct rw_node *rw_entry_root(struct rw_workspace *ws, struct rw_entry *entry,
			      struct rw_diags *diags)
{
	pthread_mutex_lock(&ws->lock);
	if (entry->state == UNREAD) {
		entry->doc = read_doc(ws, entry, ws->arena, diags);
		entry->state = entry->doc ? GOOD : BAD;
	}
	pthread_mutex_unlock(&ws->lock);
	return entry->state == GOOD ? rw_doc_root(entry->doc) : NULL;
}

struct rw_node *rw_entry_read(struct rw_workspace *ws,
			      const struct rw_entry *entry,
			      struct rw_arena *arena, struct rw_diags *diags)
{
	struct rw_doc *doc = read_doc(ws, entry, arena, diags);

	return doc ? rw_doc_root(doc) : NULL;
}

struct rw_node *rw_workspace_parse(struct rw_workspace *ws, enum rw_kind kind,
				   const struct rw_input *input,
				   struct rw_arena *arena,
				   struct rw_diags *diags)
{
	struct rw_doc *doc = rw_doc_parse(arena, input, &rw_limits_role, diags);

	return finish(ws, doc, kind, diags);
}

/* ------------------------------------------------------------- sharing */

static void repeat(void *diags, const struct rw_found *found)
{
	rw_diags_add(diags, found);
}

static void forget(void *diags)
{
	rw_diags_free(diags);
}

/* Keeps the errors for all who ask; the rest is for the first one. */
static void keep_errors(struct rw_workspace *ws, struct once *once,
			struct rw_diags *found)
{
	rw_diags_drop_below(found, RW_ERROR);
	if (rw_diags_count(found, RW_ERROR) == 0) {
		rw_diags_free(found);
		return;
	}
	once->errors = found;
	rw_arena_defer(ws->arena, forget, found);
}

void *rw_workspace_once(struct rw_workspace *ws, const char *key,
			rw_make_fn *make, void *context, struct rw_diags *diags)
{
	struct once *once;

	pthread_mutex_lock(&ws->lock);
	once = rw_map_get(ws->once, key);
	if (once == NULL) {
		struct rw_diags *found = rw_diags_new(rw_diags_sources(diags));
		void *value = make(ws, ws->arena, context, found);

		once = rw_arena_zalloc(ws->arena, sizeof(*once));
		once->value = value;
		rw_map_put(ws->once, key, once);
		rw_diags_each(found, repeat, diags);
		keep_errors(ws, once, found);
	} else if (once->errors != NULL) {
		rw_diags_each(once->errors, repeat, diags);
	}
	pthread_mutex_unlock(&ws->lock);
	return once->value;
}
