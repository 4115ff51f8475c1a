/*
 * The steps of a build: plan the documents, make them in parallel, then the
 * collections that speak of them, then swap.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/pool.h"
#include "base/progress.h"
#include "check/check.h"
#include "model/collection.h"
#include "model/inherit.h"
#include "model/published.h"
#include "publish/build.h"
#include "publish/generation.h"
#include "publish/inputs.h"
#include "publish/manifest.h"
#include "publish/render.h"
#include "publish/stamper.h"

#define STATIC_BYTES ((size_t)64 * 1024 * 1024)
#define MANY 32 /* postings */

/* A page to make: of a document, a term, or a list. */
struct task {
	struct rw_entry *entry; /* NULL: a term or a list */
	const struct rw_term *term;
	const struct rw_moved *moved; /* what stands at a former address */
	const char *name;	      /* of a collection */
	size_t number;		      /* of its page */
	const char *lang;
	const char *key;
	struct rw_output_page *page; /* once it is made */
	struct rw_diags *diags;	     /* its own; NULL until it fails */
	bool broken;
};

/* Where a task is worked on. */
struct desk {
	unsigned thread;
	struct rw_arena *arena; /* until the task is done */
	struct rw_diags *diags;
};

struct build {
	struct rw_workspace *ws;
	struct rw_arena *arena; /* guarded by 'mutex' while threads run */
	const struct rw_build_options *options;
	struct rw_diags *diags;
	const struct rw_site *site;
	struct rw_sheets *sheets;
	struct rw_stamper *stamper;	/* of postings as HTML; NULL: few */
	struct rw_resolver **resolvers; /* one for each thread */
	struct rw_check **checks;	/* the same, with diagnostics of ... */
	struct rw_diags **found;	/* ... their own */
	struct rw_generation *generation;
	struct rw_inputs *inputs;
	struct rw_manifest *old, *new;
	struct rw_catalogue catalogue;
	struct rw_vec tasks;
	struct rw_map *terms[64]; /* that have a page, for each language */
	struct rw_map *pages;	  /* of documents, once they are made */
	struct rw_progress *progress;
	pthread_mutex_t mutex;
	size_t written;
	bool failed; /* of something that concerns all pages */
};

/* ------------------------------------------------------------------- files */

/* Keeps a file as it is, or writes it. Any thread. */
static int put(struct build *b, const char *path, const struct rw_buf *bytes,
	       struct rw_diags *diags)
{
	struct rw_output_file *old = rw_map_get(b->old->by_path, path), *file;
	char hash[33];
	bool same;
	int status;

	rw_hash_hex(bytes->data, bytes->len, hash);
	same = old != NULL && strcmp(old->hash, hash) == 0 &&
	       rw_generation_has(b->generation, path, bytes->len);
	status = same ? rw_generation_keep(b->generation, path, diags)
		      : rw_generation_put(b->generation, path, bytes->data,
					  bytes->len, diags);
	pthread_mutex_lock(&b->mutex);
	file = rw_arena_zalloc(b->arena, sizeof(*file));
	file->path = rw_arena_strdup(b->arena, path);
	file->hash = rw_arena_strdup(b->arena, hash);
	file->size = bytes->len;
	rw_manifest_add_file(b->new, file);
	b->written += !same;
	pthread_mutex_unlock(&b->mutex);
	return status;
}

static int put_copy(struct build *b, const char *path, const char *from)
{
	struct rw_buf bytes = RW_BUF_INIT;
	int status = -1;
	int error;

	/* A link must not publish what is no part of the workspace. */
	if (!rw_path_inside(b->arena, rw_workspace_options(b->ws)->folder,
			    from)) {
		rw_report(b->diags, RW_FILE_OUTSIDE, RW_NOWHERE, from, NULL,
			  NULL);
		return -1;
	}
	error = rw_file_read(from, STATIC_BYTES, &bytes);

	if (error == 0)
		status = put(b, path, &bytes, b->diags);
	else
		rw_report(b->diags, RW_FILE_READ, RW_NOWHERE, from,
			  strerror(error), NULL);
	rw_buf_release(&bytes);
	return status;
}

static int put_style(struct build *b)
{
	struct rw_buf bytes = RW_BUF_INIT;
	char *css = rw_render_css(b->ws, b->arena, b->diags);
	int status = -1;

	if (css != NULL) {
		rw_buf_puts(&bytes, css);
		status = put(b, "css/rolewright.css", &bytes, b->diags);
	}
	rw_buf_release(&bytes);
	return status;
}

/* What stands in static/ goes to the top of the site as it is. */
static int put_static(struct build *b)
{
	const char *folder = rw_path_join(
		b->arena, rw_workspace_options(b->ws)->folder, "static");
	char **names;
	size_t count;
	int status = 0;

	if (rw_file_list(b->arena, folder, NULL, &names, &count) != 0)
		return 0;
	for (size_t i = 0; i < count && status == 0; i++)
		status = put_copy(b, names[i],
				  rw_path_join(b->arena, folder, names[i]));
	return status;
}

/* ---------------------------------------------------------------- documents */

static struct task *add_task(struct build *b, const char *lang)
{
	struct task *task = rw_arena_zalloc(b->arena, sizeof(*task));

	task->lang = lang;
	rw_vec_push(&b->tasks, task);
	return task;
}

static void plan_entry(struct build *b, struct rw_entry *entry)
{
	for (size_t l = 0; l < b->site->language_count; l++) {
		const char *lang = b->site->languages[l];
		struct task *task = add_task(b, lang);

		task->entry = entry;
		task->key = rw_inputs_key(b->inputs, b->arena, entry, lang);
	}
}

static void plan_documents(struct build *b)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(b->ws, RW_KIND_ROLE, &count);
	for (size_t i = 0; i < count; i++)
		if (rw_published_role(b->ws, entries[i]->id, b->diags))
			plan_entry(b, entries[i]);
	entries = rw_workspace_list(b->ws, RW_KIND_POSTING, &count);
	for (size_t i = 0; i < count; i++)
		if (rw_published_posting(b->ws, entries[i], b->diags))
			plan_entry(b, entries[i]);
}

static const char *left_out(const struct build *b, const struct rw_doc *doc)
{
	return rw_resolve_left_out(rw_doc_root(doc),
				   rw_workspace_options(b->ws)->today,
				   b->options->drafts);
}

/* A page that need not be made: its inputs are those of last time. */
static bool reuse(struct build *b, struct task *task,
		  struct rw_output_page *old, struct rw_diags *diags)
{
	for (size_t i = 0; i < old->file_count; i++) {
		struct rw_output_file *file =
			rw_map_get(b->old->by_path, old->files[i]);

		if (file == NULL ||
		    !rw_generation_has(b->generation, file->path, file->size))
			return false;
	}
	for (size_t i = 0; i < old->file_count; i++) {
		if (rw_generation_keep(b->generation, old->files[i], diags))
			return false;
		pthread_mutex_lock(&b->mutex);
		rw_manifest_add_file(
			b->new, rw_map_get(b->old->by_path, old->files[i]));
		pthread_mutex_unlock(&b->mutex);
	}
	task->page = old;
	return true;
}

static const char *page_of(struct build *b, struct rw_arena *arena,
			   const struct task *task)
{
	return rw_site_page(b->site, arena, task->lang,
			    rw_site_folder(rw_kind_name(task->entry->kind)),
			    task->entry->id);
}

/* Keeps the summary and the list of files of a page that was made. */
static void note_page(struct build *b, struct task *task,
		      const struct rw_doc *doc, const char *why)
{
	struct rw_output_page *page;
	const char *name;

	pthread_mutex_lock(&b->mutex);
	page = rw_arena_zalloc(b->arena, sizeof(*page));
	page->key = task->key;
	page->left_out = why;
	page->summary = rw_summary_of(b->arena, doc);
	name = page->summary->facts[RW_FACT_PAGE];
	page->files =
		rw_arena_zalloc(b->arena, RW_FORMATS * sizeof(*page->files));
	for (int f = 0; f < RW_FORMATS && why[0] == '\0'; f++)
		if (b->options->formats & 1u << f)
			page->files[page->file_count++] =
				rw_arena_printf(b->arena, "%s.%s", name,
						rw_format_facts(f)->name);
	task->page = page;
	pthread_mutex_unlock(&b->mutex);
}

static int render(struct build *b, const struct rw_press *press,
		  struct rw_doc *doc, int format, struct rw_buf *bytes)
{
	if (b->stamper != NULL && format == RW_FORMAT_HTML &&
	    rw_node_is(rw_doc_root(doc), "posting"))
		return rw_stamper_write(b->stamper, press, doc, bytes);
	return rw_render(press, doc, (enum rw_format)format, bytes);
}

/*
 * Makes every format of 'doc'. Each may change the tree: all but the last get a
 * copy.
 */
static int write_formats(struct build *b, struct task *task, struct rw_doc *doc,
			 struct rw_diags *diags)
{
	struct rw_buf bytes = RW_BUF_INIT;
	int status = 0;

	for (int f = 0, n = 0; f < RW_FORMATS && status == 0; f++) {
		struct rw_press press = { b->sheets, NULL, diags };
		struct rw_arena *arena;
		struct rw_doc *copy;

		if (!(b->options->formats & 1u << f))
			continue;
		press.arena = arena = rw_arena_new();
		rw_buf_clear(&bytes);
		copy = b->options->formats >> (f + 1) ? rw_doc_copy(arena, doc)
						      : doc;
		status = rw_render_prepare(&press, copy, (enum rw_format)f,
					   false);
		if (status == 0)
			status = render(b, &press, copy, f, &bytes);
		if (status == 0)
			status = put(b, task->page->files[n++], &bytes, diags);
		rw_arena_free(arena);
	}
	rw_buf_release(&bytes);
	return status;
}

/*
 * Nothing leaves that has errors. Warnings are what the check command is for.
 * -1 if there are any.
 */
static int check_entry(struct build *b, const struct desk *desk,
		       struct rw_entry *entry, const struct rw_node *source,
		       const struct rw_node *resolved)
{
	struct rw_diags *found = b->found[desk->thread];
	const struct rw_check_known known = { .entry = entry,
					      .source = source,
					      .resolved = resolved,
					      .scope = RW_CHECK_ERRORS };
	size_t errors;

	rw_check_known(b->checks[desk->thread], &known, found);
	rw_diags_drop_below(found, RW_ERROR);
	errors = rw_diags_count(found, RW_ERROR);
	rw_diags_merge(desk->diags, found);
	return errors ? -1 : 0;
}

/* The workspace's documents that have no pages: pay tables, companies ... */
static void check_others(struct build *b)
{
	const struct desk desk = { 0, b->arena, b->diags };
	struct rw_entry *const *all;
	size_t count;

	all = rw_workspace_all(b->ws, &count);
	for (size_t i = 0; i < count; i++)
		if (all[i]->layer == RW_LAYER_WORKSPACE &&
		    all[i]->lang[0] == '\0' &&
		    rw_site_folder(rw_kind_name(all[i]->kind))[0] == '\0')
			check_entry(b, &desk, all[i], NULL, NULL);
}

static struct rw_doc *resolve(struct build *b, const struct task *task,
			      const struct desk *desk,
			      const struct rw_node *source,
			      struct rw_diags *diags)
{
	const struct rw_resolve_options how = { .lang = task->lang,
						.site = b->site,
						.pages = b->pages,
						.source = source };

	return rw_resolve(b->resolvers[desk->thread], desk->arena, task->entry,
			  &how, diags);
}

/*
 * A posting that hides nothing, in its own language: what is published is all
 * there is to check. NULL, unreported, if there are errors.
 */
static struct rw_doc *resolve_plain(struct build *b, const struct task *task,
				    const struct desk *desk,
				    const struct rw_node *source)
{
	struct rw_diags *found;
	struct rw_doc *doc;

	if (source == NULL || rw_resolve_hides(source) ||
	    !rw_lang_same(rw_node_lang(source), task->lang))
		return NULL;
	found = rw_diags_new(rw_diags_sources(desk->diags));
	doc = resolve(b, task, desk, source, found);
	if (doc != NULL)
		rw_diags_merge(desk->diags, found);
	rw_diags_free(found);
	return doc;
}

/* The document as readers get it, checked; NULL after an error. */
static struct rw_doc *resolve_checked(struct build *b, const struct task *task,
				      const struct desk *desk,
				      const struct rw_node *source)
{
	struct rw_doc *doc = resolve_plain(b, task, desk, source);

	if (task->entry->layer == RW_LAYER_WORKSPACE &&
	    check_entry(b, desk, task->entry, source,
			doc ? rw_doc_root(doc) : NULL) != 0)
		return NULL;
	return doc ? doc : resolve(b, task, desk, source, desk->diags);
}

/* Whether a posting is written in 'lang' or translated into it. */
static bool speaks(const struct build *b, const struct task *task,
		   const struct rw_node *source, const char *lang)
{
	return rw_lang_same(rw_node_lang(source), lang) ||
	       rw_workspace_translation(b->ws, task->entry, lang) != NULL;
}

/* A posting without a page in any language is not left out without a word. */
static void report_silence(struct build *b, const struct task *task,
			   const struct desk *desk,
			   const struct rw_node *source)
{
	const char *lang = rw_node_lang(source);

	if (task->lang != b->site->languages[0])
		return;
	for (size_t i = 0; i < b->site->language_count; i++)
		if (speaks(b, task, source, b->site->languages[i]))
			return;
	rw_report_hint(
		desk->diags, RW_LEFT_OUT, RW_NOWHERE,
		rw_arena_printf(desk->arena,
				"add '%s' to 'languages' in site.xml", lang),
		(const char *const[]){
			task->entry->name,
			rw_arena_printf(desk->arena,
					"in '%s', which the site does not have",
					lang),
			NULL });
}

static int make_document(struct build *b, struct task *task,
			 const struct desk *desk)
{
	struct rw_diags *diags = desk->diags;
	const struct rw_node *source = NULL;
	struct rw_output_page *old;
	struct rw_doc *doc;

	old = rw_map_get(b->old->by_page, page_of(b, desk->arena, task));
	if (old != NULL && strcmp(old->key, task->key) == 0 &&
	    reuse(b, task, old, diags))
		return 0;
	if (task->entry->kind == RW_KIND_POSTING) {
		source = rw_entry_read(b->ws, task->entry, desk->arena, diags);
		if (source == NULL)
			return -1;
	}
	if (source != NULL && !speaks(b, task, source, task->lang)) {
		report_silence(b, task, desk, source);
		return 0;
	}
	doc = resolve_checked(b, task, desk, source);
	if (doc == NULL)
		return -1;
	note_page(b, task, doc, left_out(b, doc));
	if (task->page->left_out[0] != '\0')
		return 0;
	return write_formats(b, task, doc, diags);
}

/* -------------------------------------------------------------- collections */

static const char *sheet_of(const struct task *task)
{
	if (task->term != NULL)
		return "glossary/term.xsl";
	if (task->moved != NULL)
		return "site/moved.xsl";
	if (strcmp(task->name, "glossary") == 0)
		return "glossary/glossary.xsl";
	return NULL;
}

static size_t language_number(const struct build *b, const char *lang)
{
	size_t i = 0;

	while (strcmp(b->site->languages[i], lang) != 0)
		i++;
	return i;
}

static struct rw_doc *collection_of(const struct task *task,
				    struct rw_resolver *resolver,
				    struct rw_arena *arena,
				    const struct rw_collection_query *query,
				    struct rw_diags *diags)
{
	if (task->term != NULL)
		return rw_collection_term(resolver, arena, task->term, query,
					  diags);
	if (task->moved != NULL)
		return rw_collection_moved(resolver, arena, task->moved, query,
					   diags);
	return rw_collection_make(resolver, arena, task->name, query, diags);
}

static int make_collection(struct build *b, struct task *task,
			   struct rw_resolver *resolver, struct rw_arena *arena,
			   struct rw_diags *diags)
{
	struct rw_collection_query query = {
		.site = b->site,
		.catalogue = &b->catalogue,
		.lang = task->lang,
		.page = task->number,
		.terms = b->terms[language_number(b, task->lang)],
	};
	bool map = task->name && strcmp(task->name, "sitemap") == 0;
	const char *sheet = sheet_of(task);
	struct rw_press press = { b->sheets, arena, diags };
	struct rw_buf bytes = RW_BUF_INIT;
	struct rw_doc *doc;
	const char *path;
	int status = -1;

	doc = collection_of(task, resolver, arena, &query, diags);
	if (doc == NULL)
		return -1;
	path = rw_arena_printf(arena, "%s.%s",
			       rw_node_attr(rw_doc_root(doc), "page"),
			       map ? "xml" : "html");
	if (sheet == NULL)
		sheet = rw_arena_printf(arena, "site/%s.xsl", task->name);
	if (rw_format_write(&press, doc, sheet,
			    map ? RW_FORMAT_XML : RW_FORMAT_HTML, &bytes) == 0)
		status = put(b, path, &bytes, diags);
	rw_buf_release(&bytes);
	return status;
}

static void plan_list(struct build *b, const char *name, const char *lang)
{
	struct rw_collection_query query = { .site = b->site,
					     .catalogue = &b->catalogue,
					     .lang = lang };
	size_t pages = rw_collection_pages(&query, name);

	for (size_t i = 0; i < pages; i++) {
		struct task *task = add_task(b, lang);

		task->name = name;
		task->number = i;
	}
}

static bool wanted(const struct build *b, const char *name, size_t language)
{
	if (strcmp(name, "guides") == 0)
		return rw_published_guides(b->ws, b->diags);
	if (strcmp(name, "matrix") == 0)
		return rw_node_attr(b->site->root, "matrix") != NULL;
	if (strcmp(name, "sitemap") == 0)
		return language == 0 && b->site->base_url[0] != '\0';
	return true;
}

/* Every earlier id of a page leads to it. */
static void plan_moved(struct build *b, const char *lang,
		       const struct rw_moved *now, const char *formerly)
{
	while (formerly && *(formerly += strspn(formerly, " ")) != '\0') {
		size_t len = strcspn(formerly, " ");
		struct rw_moved *moved =
			rw_arena_zalloc(b->arena, sizeof(*moved));

		*moved = *now;
		moved->former = rw_arena_strndup(b->arena, formerly, len);
		add_task(b, lang)->moved = moved;
		formerly += len;
	}
}

static void plan_moved_pages(struct build *b)
{
	for (size_t i = 0; i < b->catalogue.summaries.count; i++) {
		const struct rw_summary *s = b->catalogue.summaries.items[i];
		const struct rw_moved now = {
			.folder = rw_site_folder(s->facts[RW_FACT_KIND]),
			.id = s->facts[RW_FACT_ID],
			.title = s->facts[RW_FACT_TITLE],
		};

		plan_moved(b, rw_site_language(b->site, s->facts[RW_FACT_LANG]),
			   &now, s->facts[RW_FACT_FORMERLY]);
	}
}

static void plan_moved_term(struct build *b, const char *lang,
			    const struct rw_term *term)
{
	const struct rw_moved now = { .folder = "glossary",
				      .id = term->id,
				      .title = term->label };

	plan_moved(b, lang, &now, rw_node_attr(term->node, "formerly"));
}

static void plan_terms(struct build *b, size_t language)
{
	const char *lang = b->site->languages[language];
	const struct rw_glossary *g = rw_glossary_load(b->ws, lang, b->diags);

	for (size_t i = 0; g != NULL && i < g->count; i++)
		if (rw_map_get(b->terms[language], g->terms[i].id)) {
			add_task(b, lang)->term = &g->terms[i];
			plan_moved_term(b, lang, &g->terms[i]);
		}
}

/* After the documents: the catalogue says which terms and pages there are. */
static int plan_collections(struct build *b)
{
	plan_moved_pages(b);
	for (size_t l = 0; l < b->site->language_count; l++) {
		b->terms[l] = rw_catalogue_terms(&b->catalogue, b->ws, b->site,
						 b->site->languages[l],
						 b->diags);
		if (b->terms[l] == NULL)
			return -1;
		plan_terms(b, l);
		for (size_t n = 0; rw_collection_names[n] != NULL; n++)
			if (wanted(b, rw_collection_names[n], l))
				plan_list(b, rw_collection_names[n],
					  b->site->languages[l]);
	}
	return 0;
}

/* ------------------------------------------------------------------ running */

static void run_task(void *context, size_t index, unsigned thread)
{
	struct build *b = context;
	struct task *task = b->tasks.items[index];
	struct rw_arena *arena = rw_arena_new();
	struct rw_diags *diags = rw_diags_new(rw_diags_sources(b->diags));
	const struct desk desk = { thread, arena, diags };
	int status = task->entry
			     ? make_document(b, task, &desk)
			     : make_collection(b, task, b->resolvers[thread],
					       arena, diags);

	task->broken = status != 0 || rw_diags_count(diags, RW_ERROR) > 0;
	if (task->broken && task->entry == NULL)
		b->failed = true;
	rw_diags_merge(b->diags, diags);
	rw_diags_free(diags);
	rw_arena_free(arena);
	rw_progress_step(b->progress);
}

static void run_tasks(struct build *b, const char *label)
{
	unsigned threads = b->options->threads;

	b->progress = rw_progress_new(STDERR_FILENO, b->options->progress,
				      label, b->tasks.count);
	rw_pool_run(threads, b->tasks.count, run_task, b);
	rw_progress_free(b->progress);
}

/* Says why a document is left out, and what would bring it back. */
static void report_reason(struct build *b, const char *name, const char *why)
{
	static const struct {
		const char *why;
		const char *what;
		const char *hint;
	} reasons[] = {
		{ "draft", "a draft", "approve it, or build with --drafts" },
		{ "retired", "retired",
		  "write status=\"approved\" to use it again" },
		{ "internal", "internal",
		  "render it by itself, for those inside" },
		{ "confidential", "confidential",
		  "render it by itself: the site would name the company" },
		{ "not posted yet", "not posted yet",
		  "wait for the day in 'posted', or change it" },
		{ "expired", "past its closing date",
		  "write a later day into 'closes'" },
	};
	size_t i = 0;

	while (i + 1 < sizeof(reasons) / sizeof(reasons[0]) &&
	       strcmp(reasons[i].why, why) != 0)
		i++;
	rw_report_hint(b->diags, RW_LEFT_OUT, RW_NOWHERE, reasons[i].hint,
		       (const char *const[]){ name, reasons[i].what, NULL });
}

static void report_left_out(struct build *b, const struct task *task)
{
	if (task->broken)
		rw_report(b->diags, RW_PAGE_BROKEN, RW_NOWHERE,
			  task->entry->name, NULL, NULL);
	else if (task->page != NULL && task->page->left_out[0] != '\0')
		report_reason(b, task->entry->name, task->page->left_out);
}

/* The order of tasks, not of threads, decides the catalogue. */
static void collect_pages(struct build *b)
{
	for (size_t i = 0; i < b->tasks.count; i++) {
		struct task *task = b->tasks.items[i];

		report_left_out(b, task);
		if (task->page == NULL || task->broken)
			continue;
		rw_manifest_add_page(b->new, task->page);
		if (task->page->left_out[0] == '\0')
			rw_vec_push(&b->catalogue.summaries,
				    task->page->summary);
	}
	b->tasks.count = 0;
}

static bool must_stop(const struct build *b)
{
	if (b->failed || rw_diags_has(b->diags, RW_FILE_WRITE))
		return true;
	return !b->options->partial && rw_diags_count(b->diags, RW_ERROR) > 0;
}

/* ------------------------------------------------------------------- guides */

/* A guide of the workspace's own is not left out without a word. */
static void report_gap(struct build *b, struct rw_entry *entry)
{
	const char *role = rw_published_guide_gap(b->ws, entry, b->diags);

	if (role != NULL && entry->layer == RW_LAYER_WORKSPACE)
		rw_report_hint(
			b->diags, RW_LEFT_OUT, RW_NOWHERE,
			rw_arena_printf(b->arena,
					"publish role '%s', too, or write "
					"guides=\"%s\" into site.xml",
					role, entry->id),
			(const char *const[]){
				entry->name,
				"a guide to roles that have no page", NULL });
}

static void plan_guides(struct build *b)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(b->ws, RW_KIND_GUIDE, &count);
	for (size_t i = 0; i < count; i++)
		if (rw_published_guide(b->ws, entries[i], b->diags))
			plan_entry(b, entries[i]);
		else
			report_gap(b, entries[i]);
}

/* They come after the pages that they lead to, and link no other. */
static int make_guides(struct build *b)
{
	const struct rw_vec *made = &b->catalogue.summaries;

	plan_guides(b);
	if (b->tasks.count == 0)
		return 0;
	b->pages = rw_map_new();
	for (size_t i = 0; i < made->count; i++) {
		const struct rw_summary *s = made->items[i];

		rw_map_put(b->pages, s->facts[RW_FACT_PAGE], (void *)s);
	}
	run_tasks(b, "guides");
	if (must_stop(b))
		return -1;
	collect_pages(b);
	return 0;
}

/* Reading the stylesheet's expressions pays where there are many postings. */
static int open_stamper(struct build *b)
{
	size_t postings = 0;

	for (size_t i = 0; i < b->tasks.count; i++) {
		const struct task *task = b->tasks.items[i];

		postings += task->entry->kind == RW_KIND_POSTING;
	}
	if (postings < MANY || !(b->options->formats & 1u << RW_FORMAT_HTML))
		return 0;
	b->stamper =
		rw_stamper_new(b->arena, b->sheets, RW_FORMAT_HTML, b->diags);
	return b->stamper ? 0 : -1;
}

static int make_all(struct build *b)
{
	check_others(b);
	plan_documents(b);
	if (open_stamper(b) != 0)
		return -1;
	/* First: by this file a later run knows the folder again. */
	if (put_style(b) != 0)
		return -1;
	run_tasks(b, "documents");
	if (must_stop(b))
		return -1;
	collect_pages(b);
	if (make_guides(b) != 0 || plan_collections(b) != 0 ||
	    put_static(b) != 0)
		return -1;
	run_tasks(b, "lists and terms");
	return must_stop(b) ? -1 : 0;
}

/* ---------------------------------------------------------------- beginning */

static char *state_folder(struct rw_arena *arena, const char *output)
{
	return rw_path_join(arena, rw_path_folder(arena, output),
			    ".rolewright");
}

static char *options_text(const struct build *b)
{
	return rw_arena_printf(b->arena, "formats %u drafts %d",
			       b->options->formats, b->options->drafts);
}

/* True if the last build had the same inputs and its files are still there. */
static bool is_current(const struct build *b)
{
	if (strcmp(b->old->key, b->inputs->all) != 0)
		return false;
	for (size_t i = 0; i < b->old->files.count; i++) {
		const struct rw_output_file *file = b->old->files.items[i];

		if (!rw_generation_has(b->generation, file->path, file->size))
			return false;
	}
	return true;
}

static void open_resolvers(struct build *b)
{
	unsigned threads = b->options->threads;

	b->resolvers =
		rw_arena_zalloc(b->arena, threads * sizeof(*b->resolvers));
	b->checks = rw_arena_zalloc(b->arena, threads * sizeof(*b->checks));
	b->found = rw_arena_zalloc(b->arena, threads * sizeof(*b->found));
	for (unsigned i = 0; i < threads; i++) {
		b->resolvers[i] = rw_resolver_new(b->ws);
		b->found[i] = rw_diags_new(rw_diags_sources(b->diags));
		b->checks[i] = rw_check_new(b->ws, b->found[i]);
	}
}

static int begin(struct build *b, const char *output, const char *state)
{
	struct rw_generation_options options = {
		.output = output,
		.state = state,
		.in_place = b->options->in_place,
	};

	b->site = rw_site_load(b->ws, b->diags);
	if (b->site == NULL)
		return -1;
	b->generation = rw_generation_new(b->arena, &options, b->diags);
	if (b->generation == NULL)
		return -1;
	b->inputs = rw_inputs_hash(b->ws, b->arena, options_text(b), b->diags);
	if (b->inputs == NULL)
		return -1;
	b->old = rw_manifest_read(b->arena,
				  rw_manifest_stem(b->arena, state, output),
				  rw_generation_inode(b->generation));
	b->new = rw_manifest_new(b->arena);
	b->sheets = rw_sheets_new(b->arena, b->ws);
	open_resolvers(b);
	return 0;
}

static const char **own_files(const struct build *b)
{
	size_t count = b->old->files.count;
	const char **own =
		rw_arena_zalloc(b->arena, (count + 1) * sizeof(*own));

	for (size_t i = 0; i < count; i++)
		own[i] =
			((struct rw_output_file *)b->old->files.items[i])->path;
	return own;
}

static int by_path(const void *a, const void *b)
{
	const struct rw_output_file *const *x = a, *const *y = b;

	return strcmp((*x)->path, (*y)->path);
}

/* The manifest goes first: after the swap it is what tells old from foreign. */
static int finish(struct build *b, const char *manifest)
{
	const char **own = own_files(b);
	size_t count = b->old->files.count;

	qsort(b->new->files.items, b->new->files.count, sizeof(void *),
	      by_path);
	b->new->key = rw_diags_count(b->diags, RW_ERROR) ? "" : b->inputs->all;
	if (rw_generation_prepare(b->generation, own, count, &b->new->inode,
				  b->diags) != 0 ||
	    rw_manifest_write(b->new, manifest, b->diags) != 0 ||
	    rw_generation_commit(b->generation, own, count, b->diags) != 0)
		return -1;
	return rw_manifest_settle(manifest, b->diags);
}

static void fill_report(const struct build *b, struct rw_build_report *report)
{
	report->files = b->new->files.count;
	report->written = b->written;
	for (size_t i = 0; i < b->old->files.count; i++) {
		const struct rw_output_file *file = b->old->files.items[i];

		report->removed += !rw_map_get(b->new->by_path, file->path);
	}
}

static void release(struct build *b)
{
	for (unsigned i = 0; b->resolvers && i < b->options->threads; i++) {
		rw_check_free(b->checks[i]);
		rw_diags_free(b->found[i]);
		rw_resolver_free(b->resolvers[i]);
	}
	for (size_t l = 0; l < sizeof(b->terms) / sizeof(b->terms[0]); l++)
		rw_map_free(b->terms[l]);
	rw_map_free(b->pages);
	rw_vec_release(&b->catalogue.summaries);
	rw_vec_release(&b->tasks);
	pthread_mutex_destroy(&b->mutex);
}

int rw_build(struct rw_workspace *ws, struct rw_arena *arena,
	     const struct rw_build_options *options,
	     struct rw_build_report *report, struct rw_diags *diags)
{
	struct build b = {
		.ws = ws, .arena = arena, .options = options, .diags = diags
	};
	bool existed = rw_file_exists(options->output);
	const char *output = rw_generation_place(
		arena, options->output, rw_workspace_options(ws), diags);
	const char *state = output ? state_folder(arena, output) : NULL;
	int status = -1;

	*report = (struct rw_build_report){ 0 };
	if (output == NULL)
		return -1;
	pthread_mutex_init(&b.mutex, NULL);
	if (begin(&b, output, state) == 0) {
		report->unchanged = is_current(&b);
		report->files = b.old->files.count;
		status = report->unchanged ? 0 : make_all(&b);
		if (status == 0 && !report->unchanged) {
			status = finish(&b,
					rw_manifest_stem(arena, state, output));
			fill_report(&b, report);
		}
	}
	release(&b);
	if (status != 0 && !existed)
		rmdir(output); /* if it is empty */
	return status;
}
