/*
 * The steps from a document to its resolved form.
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/memory.h"
#include "model/inherit.h"
#include "model/job.h"
#include "model/lists.h"
#include "model/prose.h"
#include "model/vocabulary.h"
#include "version.h"

struct rw_resolver {
	struct rw_workspace *ws;
	struct rw_arena *arena;
	struct rw_map *locales;
	struct rw_map *memos; /* of texts, for each language */
};

struct rw_resolver *rw_resolver_new(struct rw_workspace *ws)
{
	struct rw_resolver *r = rw_calloc(1, sizeof(*r));

	r->ws = ws;
	r->arena = rw_arena_new();
	r->locales = rw_map_new();
	r->memos = rw_map_new();
	return r;
}

void rw_resolver_free(struct rw_resolver *r)
{
	if (r == NULL)
		return;
	rw_map_free(r->locales);
	rw_map_free(r->memos);
	rw_arena_free(r->arena);
	rw_free(r);
}

struct rw_workspace *rw_resolver_workspace(const struct rw_resolver *r)
{
	return r->ws;
}

struct rw_locale *rw_resolver_locale(struct rw_resolver *r, const char *tag)
{
	struct rw_locale *locale = rw_map_get(r->locales, tag);

	if (locale == NULL) {
		locale = rw_locale_new(r->arena, tag);
		rw_map_put(r->locales, tag, locale);
	}
	return locale;
}

struct rw_term_memo *rw_resolver_memo(struct rw_resolver *r, const char *lang,
				      const struct rw_term_index *index)
{
	struct rw_term_memo *memo = rw_map_get(r->memos, lang);

	if (memo == NULL) {
		memo = rw_term_memo_new(r->arena, index);
		rw_map_put(r->memos, lang, memo);
	}
	return memo;
}

struct rw_pos rw_job_at(const struct rw_job *job, const struct rw_node *node,
			const char *name)
{
	return rw_node_attr_value_pos(node, name, rw_diags_sources(job->diags));
}

void rw_job_date(struct rw_job *job, struct rw_node *node, const char *name)
{
	const char *value = rw_node_attr(node, name);
	int32_t day = value ? rw_date_parse(value) : RW_DATE_NONE;

	if (day != RW_DATE_NONE)
		rw_node_set_attr(node,
				 rw_arena_printf(job->arena, "%s-text", name),
				 rw_locale_date(job->locale, job->arena, day));
}

/* ------------------------------------------------------------ assembling */

static void copy_children(struct rw_node *to, const struct rw_node *from)
{
	struct rw_node *n = from ? rw_node_child(from, NULL) : NULL;

	for (; n != NULL; n = rw_node_next_element(n, NULL))
		rw_node_copy(n, to);
}

static void copy_attr(void *context, const char *name, const char *value)
{
	rw_node_set_attr(context, name, value);
}

/* The chain behind the reference in attribute 'name' of 'root', or NULL. */
static const struct rw_node *referred(struct rw_job *job,
				      const struct rw_node *root,
				      const char *name, enum rw_kind kind,
				      struct rw_entry **entry)
{
	const char *id = rw_node_attr(root, name);
	const struct rw_node *chain;

	*entry = NULL;
	if (id == NULL)
		return NULL;
	*entry = rw_workspace_need(job->ws, kind, id,
				   rw_job_at(job, root, name), job->diags);
	chain = *entry ? rw_inherit_resolve(job->ws, *entry, job->lang,
					    job->diags)
		       : NULL;
	if (chain == NULL)
		job->status = -1;
	return chain;
}

static void keep_newest(struct rw_node *root, const struct rw_node *other)
{
	const char *theirs = other ? rw_node_attr(other, "updated") : NULL;
	const char *ours = rw_node_attr(root, "updated");

	if (theirs != NULL && (ours == NULL || strcmp(ours, theirs) < 0))
		rw_node_set_attr(root, "updated", theirs);
}

/* Who speaks in a posting: nobody, where the employer is confidential. */
static const struct rw_node *employer(const struct rw_job *job)
{
	return job->confidential ? NULL : job->company;
}

static const char *const company_lists[] = { "benefits", "notices" };
#define COMPANY_LISTS (sizeof(company_lists) / sizeof(company_lists[0]))
#define FROM_COMPANY "from-company" /* attribute of what must not be public */

/* What the company gives to every posting of its own. */
static void add_company_lists(struct rw_job *job)
{
	for (size_t i = 0; i < COMPANY_LISTS && job->company != NULL; i++) {
		const char *name = company_lists[i];
		struct rw_node *list = rw_node_child(job->company, name);

		if (list != NULL &&
		    rw_inherit_list(job->ws, job->root, list, job->diags) != 0)
			job->status = -1;
	}
}

/* Marks in the document what add_company_lists took from one list. */
static void mark_items(struct rw_job *job, const struct rw_node *list)
{
	struct rw_node *ours = rw_node_child(job->root, rw_node_name(list));
	const struct rw_node *n = rw_node_child(list, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		const char *id = rw_node_attr(n, "id");
		struct rw_node *item = id ? rw_list_item(ours, id) : NULL;

		if (item != NULL)
			rw_node_set_attr(item, FROM_COMPANY, "yes");
	}
}

static void mark_company_items(struct rw_job *job)
{
	for (size_t i = 0; i < COMPANY_LISTS && job->company != NULL; i++) {
		const struct rw_node *list =
			rw_node_child(job->company, company_lists[i]);

		if (list != NULL)
			mark_items(job, list);
	}
}

/* Drops what is marked; what it had replaced in the role is back. */
static void drop_items(struct rw_node *list, const struct rw_node *roles)
{
	struct rw_node *item = rw_node_child(list, NULL), *next;

	for (; item != NULL; item = next) {
		const struct rw_node *old = NULL;

		next = rw_node_next_element(item, NULL);
		if (rw_node_attr(item, FROM_COMPANY) == NULL)
			continue;
		if (roles != NULL)
			old = rw_list_item(roles, rw_node_attr(item, "id"));
		if (old != NULL)
			rw_node_move_before(rw_node_copy(old, list), item);
		rw_node_remove(item);
	}
	if (rw_node_child(list, NULL) == NULL)
		rw_node_remove(list);
}

/*
 * What a confidential posting removes and replaces may be the company's, so
 * that is there until the posting is merged.
 */
static void drop_company_items(struct rw_job *job, const struct rw_node *role)
{
	for (size_t i = 0; i < COMPANY_LISTS; i++) {
		const char *name = company_lists[i];
		struct rw_node *list = rw_node_child(job->root, name);

		if (list != NULL)
			drop_items(list,
				   role ? rw_node_child(role, name) : NULL);
	}
}

static void default_attr(struct rw_node *root, const struct rw_node *from,
			 const char *name)
{
	const char *value = from ? rw_node_attr(from, name) : NULL;

	if (value != NULL && rw_node_attr(root, name) == NULL)
		rw_node_set_attr(root, name, value);
}

/* Where a posting does not say how to apply: to the agency, or the company. */
static void add_company_apply(struct rw_job *job)
{
	const struct rw_node *to = job->agency ? job->agency : employer(job);
	const struct rw_node *apply = to ? rw_node_child(to, "apply") : NULL;

	if (apply != NULL && rw_node_child(job->root, "apply") == NULL)
		rw_node_copy(apply, job->root);
}

static bool says_yes(const struct rw_node *node, const char *name)
{
	const char *value = rw_node_attr(node, name);

	return value != NULL && strcmp(value, "yes") == 0;
}

/* A posting is the role's text, the company's lists and its own changes. */
static void assemble_posting(struct rw_job *job, const struct rw_node *source)
{
	struct rw_entry *ignored;
	const struct rw_node *role =
		referred(job, source, "role", RW_KIND_ROLE, &ignored);
	const struct rw_node *pay = role ? rw_node_child(role, "pay") : NULL;

	job->company = job->options->company
			       ? job->options->company
			       : referred(job, source, "company",
					  RW_KIND_COMPANY, &job->company_entry);
	job->agency = job->options->agency
			      ? job->options->agency
			      : referred(job, source, "agency", RW_KIND_COMPANY,
					 &ignored);
	job->confidential = says_yes(source, "confidential") && !job->internal;
	if (job->status != 0)
		return;
	copy_children(job->root, role);
	job->role_pay = pay;
	add_company_lists(job);
	if (job->confidential)
		mark_company_items(job);
	if (rw_inherit_merge(job->ws, job->root, source, job->diags) != 0)
		job->status = -1;
	if (job->confidential)
		drop_company_items(job, role);
	add_company_apply(job);
	if (!job->options->own_day) {
		keep_newest(job->root, role);
		keep_newest(job->root, job->company);
	}
	default_attr(job->root, role, "version");
}

/* What is not translated stays in the language it is written in. */
static void mark_language(struct rw_node *root, const char *lang)
{
	struct rw_node *n = rw_node_child(root, NULL), *item;

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		const struct rw_element_type *type =
			rw_element_type(rw_node_name(n));

		if (type == NULL || type->merge != RW_MERGE_LIST) {
			rw_node_set_attr(n, "xml:lang", lang);
			continue;
		}
		for (item = rw_node_child(n, NULL); item != NULL;
		     item = rw_node_next_element(item, NULL))
			if (rw_node_attr(item, "id") != NULL)
				rw_node_set_attr(item, "xml:lang", lang);
	}
}

/* The source in the language asked for: itself, or with its translation. */
static const struct rw_node *translated(struct rw_job *job,
					const struct rw_entry *entry,
					const struct rw_node *source)
{
	struct rw_entry *overlay =
		rw_workspace_translation(job->ws, entry, job->lang);
	struct rw_node *copy, *root;
	struct rw_doc *doc;

	if (overlay == NULL || rw_lang_same(rw_node_lang(source), job->lang))
		return source;
	root = rw_entry_read(job->ws, overlay, job->arena, job->diags);
	doc = rw_doc_new(job->arena, RW_NS, rw_node_name(source));
	copy = rw_doc_root(doc);
	copy_children(copy, source);
	rw_node_attrs(source, copy_attr, copy);
	rw_node_set_attr(copy, "xml:lang", job->lang);
	rw_node_set_pos(copy, rw_node_pos(source));
	mark_language(copy, rw_node_lang(source));
	if (root == NULL ||
	    rw_inherit_overlay(copy, source, root, job->diags) != 0)
		job->status = -1;
	return copy;
}

/* -------------------------------------------------------------- audience */

static bool is_hidden(const struct rw_node *node)
{
	const char *audience = rw_node_attr(node, "audience");
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	if (audience != NULL)
		return strcmp(audience, "internal") == 0;
	return type != NULL && type->internal;
}

struct hidden {
	struct rw_arena *arena;
	const struct rw_node *node;
	struct rw_vec names;
};

static void note_hidden(void *context, const char *name, const char *value)
{
	struct hidden *h = context;

	(void)value;
	if (rw_attribute_is_internal(rw_node_name(h->node), name))
		rw_vec_push(&h->names, rw_arena_strdup(h->arena, name));
}

static void hide_attributes(struct rw_arena *arena, struct rw_node *node)
{
	struct hidden h = { arena, node, { 0 } };

	rw_node_attrs(node, note_hidden, &h);
	for (size_t i = 0; i < h.names.count; i++)
		rw_node_set_attr(node, h.names.items[i], NULL);
	rw_vec_release(&h.names);
}

/* Removes every internal element and attribute below 'node'. */
static void make_public(struct rw_arena *arena, struct rw_node *node)
{
	struct rw_node *n = rw_node_child(node, NULL), *next;

	hide_attributes(arena, node);
	for (; n != NULL; n = next) {
		next = rw_node_next_element(n, NULL);
		if (strcmp(rw_node_ns(n), RW_NS) != 0)
			continue;
		if (is_hidden(n))
			rw_node_remove(n);
		else
			make_public(arena, n);
	}
}

bool rw_resolve_hides(const struct rw_node *root)
{
	const struct rw_node *n = rw_node_walk(root, root);

	while (n != NULL && !is_hidden(n))
		n = rw_node_walk(n, root);
	return n != NULL;
}

/* ---------------------------------------------------------------- limits */

static bool is_key(const struct rw_node *item)
{
	const char *key = rw_node_attr(item, "key");

	return key != NULL && strcmp(key, "yes") == 0;
}

/* A summary has only what is marked as key. */
static void keep_key_items(struct rw_job *job)
{
	struct rw_node *list = rw_node_child(job->root, NULL), *item, *next;

	for (; list != NULL; list = rw_node_next_element(list, NULL)) {
		if (!rw_node_is(list, "responsibilities") &&
		    !rw_node_is(list, "requirements"))
			continue;
		for (item = rw_node_child(list, NULL); item; item = next) {
			next = rw_node_next_element(item, NULL);
			if (!is_key(item))
				rw_node_remove(item);
		}
	}
}

/*
 * A summary has at most 150 words as it is read; headings, the overview and
 * the last line take up to 46 of them.
 */
#define SUMMARY_WORDS (150 - 46)
#define SUMMARY_SOURCE 16 /* words, where pay says whose figures it shows */

static size_t words_in(struct rw_job *job, const char *name)
{
	struct rw_node *part = rw_node_child(job->root, name);
	const char *text = part ? rw_plain_text(job->arena, part) : "";
	size_t words = 0;

	while (*(text += strspn(text, " \n")) != '\0') {
		text += strcspn(text, " \n");
		words++;
	}
	return words;
}

/* Drops the last item of a list that has others; false if it has none. */
static bool drop_last(struct rw_job *job, const char *name)
{
	struct rw_node *list = rw_node_child(job->root, name);
	struct rw_node *first = list ? rw_node_child(list, NULL) : NULL;
	struct rw_node *last = first, *next;

	while (last && (next = rw_node_next_element(last, NULL)) != NULL)
		last = next;
	if (last == NULL || last == first)
		return false;
	rw_node_remove(last);
	return true;
}

static void drop_part(struct rw_job *job, const char *name)
{
	struct rw_node *part = rw_node_child(job->root, name);

	if (part != NULL)
		rw_node_remove(part);
}

/* Makes a summary shorter by an item, or a list of one; false: it cannot. */
static bool shorten(struct rw_job *job)
{
	if (drop_last(job, "requirements") ||
	    drop_last(job, "responsibilities"))
		return true;
	if (rw_node_child(job->root, "requirements") == NULL)
		return false;
	drop_part(job, "requirements");
	return true;
}

/* Makes a summary: what is marked as key, as far as it fits. */
static void summarise(struct rw_job *job)
{
	static const char *const dropped[] = { "other-titles", "family",
					       "level", "occupations" };
	size_t limit = SUMMARY_WORDS;

	if (rw_node_child(job->root, "pay") != NULL)
		limit -= SUMMARY_SOURCE;
	keep_key_items(job);
	for (size_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		drop_part(job, dropped[i]);
	while (words_in(job, "summary") + words_in(job, "responsibilities") +
			       words_in(job, "requirements") >
		       limit &&
	       shorten(job))
		;
}

/* ------------------------------------------------------------------ root */

static void set_today(struct rw_job *job)
{
	char date[11];

	rw_date_format(rw_workspace_options(job->ws)->today, date);
	rw_node_set_attr(job->root, "date", date);
}

static void set_page(struct rw_job *job)
{
	const char *folder = rw_site_folder(rw_node_name(job->root));
	const char *id = rw_node_attr(job->root, "id");

	job->page = "";
	job->up = "";
	if (job->options->site == NULL)
		return;
	job->page = rw_site_page(job->options->site, job->arena, job->lang,
				 folder, id ? id : "");
	job->up = rw_site_up(job->arena, job->page);
	rw_node_set_attr(job->root, "page", job->page);
	rw_node_set_attr(job->root, "root", job->up);
}

static void set_root(struct rw_job *job)
{
	static const char *const dates[] = { "date",	 "updated", "posted",
					     "closes",	 "starts",  "ends",
					     "review-by" };
	const char *status = rw_node_attr(job->root, "status");

	rw_node_set_attr(job->root, "as", job->as);
	rw_node_set_attr(job->root, "audience",
			 job->internal ? "internal" : "public");
	rw_node_set_attr(job->root, "dir", "ltr");
	rw_node_set_attr(job->root, "generator", "rolewright " RW_VERSION);
	if (status == NULL)
		rw_node_set_attr(job->root, "status", status = "approved");
	if (strcmp(status, "draft") == 0)
		rw_node_set_attr(job->root, "draft", "yes");
	set_today(job);
	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		rw_job_date(job, job->root, dates[i]);
}

/* -------------------------------------------------------------- --explain */

/* The files that a document comes from, numbered as a reader meets them. */
struct origins {
	const struct rw_sources *sources;
	struct rw_map *numbers; /* path -> <src:file> */
	struct rw_node *files;	/* <src:files> */
	size_t count;
};

static const char *number_of(struct origins *o, uint32_t file)
{
	const char *path = rw_sources_path(o->sources, file);
	struct rw_node *node = rw_map_get(o->numbers, path);

	if (node == NULL) {
		node = rw_node_add(o->files, RW_NS_SRC, "file");
		rw_node_set_attrf(node, "n", "%zu", ++o->count);
		rw_node_set_attr(node, "path", path);
		rw_map_put(o->numbers, path, node);
	}
	return rw_node_attr(node, "n");
}

static void explain_node(struct origins *o, struct rw_node *node)
{
	struct rw_pos pos = rw_node_pos(node);
	unsigned line, column;

	if (pos.file == 0)
		return;
	rw_sources_locate(o->sources, pos, &line, &column);
	rw_node_set_attrf(node, "src:at", "%s:%u", number_of(o, pos.file),
			  line);
}

/* Writes where each statement comes from, and the table of files. */
static void explain(struct rw_job *job)
{
	struct origins o = { rw_diags_sources(job->diags), rw_map_new(), NULL,
			     0 };
	struct rw_node *n = job->root;

	o.files = rw_node_add(job->root, RW_NS_SRC, "files");
	for (; n != NULL; n = rw_node_walk(n, job->root))
		explain_node(&o, n);
	rw_map_free(o.numbers);
}

/* ---------------------------------------------------------------- driver */

static bool implies_internal(const struct rw_resolve_options *options,
			     const struct rw_node *source, const char *as)
{
	const char *audience = rw_node_attr(source, "audience");

	if (options->audience != NULL)
		return strcmp(options->audience, "internal") == 0;
	if (audience != NULL && strcmp(audience, "internal") == 0)
		return true;
	return strcmp(as, "description") == 0 || strcmp(as, "kit") == 0;
}

static int job_begin(struct rw_job *job, const struct rw_node *source)
{
	const char *own = rw_node_lang(source);

	job->ws = job->resolver->ws;
	job->lang = job->options->lang ? job->options->lang
		    : own[0]	       ? own
				       : "en";
	job->as = job->options->as ? job->options->as : "ad";
	job->internal = implies_internal(job->options, source, job->as);
	job->locale = rw_resolver_locale(job->resolver, job->lang);
	job->words = rw_words_load(job->ws, job->lang, job->diags);
	job->doc = rw_doc_new(job->arena, RW_NS, rw_node_name(source));
	job->root = rw_doc_root(job->doc);
	rw_node_set_attr(job->root, "xml:lang", job->lang);
	job->values = rw_map_new();
	return job->words ? 0 : -1;
}

static struct rw_doc *job_finish(struct rw_job *job)
{
	set_page(job);
	rw_job_company(job);
	rw_job_targets(job);
	if (!job->internal)
		make_public(job->arena, job->root);
	if (strcmp(job->as, "summary") == 0)
		summarise(job);
	if (strcmp(job->as, "kit") == 0 || strcmp(job->as, "description") == 0)
		drop_part(job, "apply");
	set_root(job);
	rw_job_places(job);
	rw_job_pay(job);
	rw_job_employment(job);
	rw_job_fill(job);
	rw_job_secrecy(job);
	rw_job_facts(job);
	rw_job_links(job);
	rw_job_groups(job);
	rw_job_guide(job);
	if (!job->options->bare)
		rw_job_frame(job);
	if (job->options->explain)
		explain(job);
	return job->status == 0 ? job->doc : NULL;
}

/* A role that inherit.c has put together already. */
static void assemble_chain(struct rw_job *job, const struct rw_node *chain)
{
	copy_children(job->root, chain);
	rw_node_attrs(chain, copy_attr, job->root);
	rw_node_set_attr(job->root, "xml:lang", job->lang);
	rw_node_set_pos(job->root, rw_node_pos(chain));
}

/* A role that is in no file, such as the choices of a command line. */
static void assemble_role(struct rw_job *job, const struct rw_node *source)
{
	struct rw_entry *parent;
	const struct rw_node *chain =
		referred(job, source, "extends", RW_KIND_ROLE, &parent);

	copy_children(job->root, chain);
	if (rw_inherit_merge(job->ws, job->root, source, job->diags) != 0)
		job->status = -1;
	keep_newest(job->root, chain);
	default_attr(job->root, chain, "version");
}

typedef void assemble_fn(struct rw_job *job, const struct rw_node *source);

static struct rw_doc *run(struct rw_job *job, const struct rw_node *source,
			  assemble_fn *assemble)
{
	struct rw_doc *doc = NULL;

	if (job_begin(job, source) == 0) {
		assemble(job, source);
		if (job->status == 0)
			doc = job_finish(job);
	}
	rw_map_free(job->values);
	return doc;
}

struct rw_doc *rw_resolve_root(struct rw_resolver *resolver,
			       struct rw_arena *arena,
			       const struct rw_node *root,
			       const struct rw_resolve_options *options,
			       struct rw_diags *diags)
{
	struct rw_job job = { .resolver = resolver,
			      .arena = arena,
			      .options = options,
			      .diags = diags };

	return run(&job, root,
		   rw_node_is(root, "posting") ? assemble_posting
					       : assemble_role);
}

static struct rw_doc *resolve_role(struct rw_job *job, struct rw_entry *entry)
{
	struct rw_node *root =
		rw_entry_root(job->resolver->ws, entry, job->diags);
	const char *lang = job->options->lang;

	if (root == NULL)
		return NULL;
	if (lang == NULL)
		lang = rw_node_lang(root);
	root = rw_inherit_resolve(job->resolver->ws, entry, lang, job->diags);
	return root ? run(job, root, assemble_chain) : NULL;
}

static struct rw_doc *resolve_posting(struct rw_job *job,
				      const struct rw_entry *entry)
{
	const struct rw_node *root = job->options->source;

	if (root == NULL)
		root = rw_entry_read(job->resolver->ws, entry, job->arena,
				     job->diags);
	if (root == NULL)
		return NULL;
	job->ws = job->resolver->ws;
	job->source_lang = rw_node_lang(root);
	job->lang = job->options->lang ? job->options->lang
				       : rw_node_lang(root);
	root = translated(job, entry, root);
	return job->status == 0 ? run(job, root, assemble_posting) : NULL;
}

struct rw_doc *rw_resolve(struct rw_resolver *resolver, struct rw_arena *arena,
			  struct rw_entry *entry,
			  const struct rw_resolve_options *options,
			  struct rw_diags *diags)
{
	struct rw_job job = { .resolver = resolver,
			      .arena = arena,
			      .options = options,
			      .diags = diags };

	return entry->kind == RW_KIND_POSTING ? resolve_posting(&job, entry)
					      : resolve_role(&job, entry);
}

bool rw_resolve_speaks(struct rw_resolver *resolver,
		       const struct rw_entry *entry, const char *lang,
		       struct rw_arena *arena, struct rw_diags *diags)
{
	struct rw_doc *doc;

	if (entry->kind != RW_KIND_POSTING ||
	    rw_workspace_translation(resolver->ws, entry, lang) != NULL)
		return true;
	doc = rw_doc_read(arena, entry->path, entry->name, &rw_limits_role,
			  diags);
	return doc && rw_lang_same(rw_node_lang(rw_doc_root(doc)), lang);
}

const char *rw_resolve_left_out(const struct rw_node *root, int32_t today,
				bool drafts)
{
	const char *status = rw_node_attr(root, "status");
	const char *closes = rw_node_attr(root, "closes");
	const char *posted = rw_node_attr(root, "posted");
	const char *audience = rw_node_attr(root, "audience");

	if (status && strcmp(status, "draft") == 0 && !drafts)
		return "draft";
	if (status && strcmp(status, "retired") == 0)
		return "retired";
	if (audience && strcmp(audience, "internal") == 0)
		return "internal";
	if (posted != NULL && rw_date_parse(posted) > today)
		return "not posted yet";
	if (closes != NULL && rw_date_parse(closes) < today)
		return "expired";
	return says_yes(root, "confidential") ? "confidential" : "";
}
