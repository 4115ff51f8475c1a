/*
 * The catalogue of a whole site, document by document.
 */
#include <string.h>

#include "model/catalogue_fill.h"
#include "model/published.h"

static bool is_open(const struct rw_resolver *resolver,
		    const struct rw_doc *doc)
{
	const struct rw_node *root = rw_doc_root(doc);
	const struct rw_workspace_options *options =
		rw_workspace_options(rw_resolver_workspace(resolver));

	return rw_resolve_left_out(root, options->today, false)[0] == '\0';
}

struct filler {
	struct rw_catalogue *catalogue;
	struct rw_resolver *resolver;
	struct rw_arena *arena;
	struct rw_resolve_options how;
	struct rw_diags *diags;
};

static void add_document(struct filler *f, struct rw_entry *entry)
{
	struct rw_arena *scratch = rw_arena_new();
	struct rw_doc *doc = NULL;

	if (rw_resolve_speaks(f->resolver, entry, f->how.lang, scratch,
			      f->diags))
		doc = rw_resolve(f->resolver, scratch, entry, &f->how,
				 f->diags);
	if (doc != NULL && is_open(f->resolver, doc))
		rw_vec_push(&f->catalogue->summaries,
			    rw_summary_of(f->arena, doc));
	rw_arena_free(scratch);
}

static bool is_wanted(struct filler *f, struct rw_entry *entry)
{
	struct rw_workspace *ws = rw_resolver_workspace(f->resolver);

	switch (entry->kind) {
	case RW_KIND_ROLE:
		return rw_published_role(ws, entry->id, f->diags);
	case RW_KIND_GUIDE:
		return rw_published_guide(ws, entry, f->diags);
	default:
		return rw_published_posting(ws, entry, f->diags);
	}
}

static void add_kind(struct filler *f, enum rw_kind kind)
{
	struct rw_workspace *ws = rw_resolver_workspace(f->resolver);
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(ws, kind, &count);
	for (size_t i = 0; i < count; i++)
		if (is_wanted(f, entries[i]))
			add_document(f, entries[i]);
}

int rw_catalogue_fill(struct rw_catalogue *catalogue,
		      struct rw_resolver *resolver, struct rw_arena *arena,
		      const struct rw_site *site, struct rw_diags *diags)
{
	struct filler f = {
		catalogue, resolver, arena, { .site = site }, diags
	};

	for (size_t l = 0; l < site->language_count; l++) {
		f.how.lang = site->languages[l];
		add_kind(&f, RW_KIND_ROLE);
		add_kind(&f, RW_KIND_POSTING);
		add_kind(&f, RW_KIND_GUIDE);
	}
	return rw_diags_count(diags, RW_ERROR) ? -1 : 0;
}
