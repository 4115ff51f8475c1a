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

static void add_document(struct rw_catalogue *catalogue,
			struct rw_resolver *resolver, struct rw_arena *arena,
			struct rw_entry *entry,
			const struct rw_resolve_options *how,
			struct rw_diags *diags)
{
	struct rw_arena *scratch = rw_arena_new();
	struct rw_doc *doc = NULL;

	if (rw_resolve_speaks(resolver, entry, how->lang, scratch, diags))
		doc = rw_resolve(resolver, scratch, entry, how, diags);
	if (doc != NULL && is_open(resolver, doc))
		rw_vec_push(&catalogue->summaries, rw_summary_of(arena, doc));
	rw_arena_free(scratch);
}

static void add_kind(struct rw_catalogue *catalogue,
		     struct rw_resolver *resolver, struct rw_arena *arena,
		     enum rw_kind kind, const struct rw_resolve_options *how,
		     struct rw_diags *diags)
{
	struct rw_workspace *ws = rw_resolver_workspace(resolver);
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(ws, kind, &count);
	for (size_t i = 0; i < count; i++)
		if (kind == RW_KIND_ROLE ?
			    rw_published_role(ws, entries[i]->id, diags) :
			    rw_published_posting(ws, entries[i], diags))
			add_document(catalogue, resolver, arena, entries[i],
				     how, diags);
}

int rw_catalogue_fill(struct rw_catalogue *catalogue,
		      struct rw_resolver *resolver, struct rw_arena *arena,
		      const struct rw_site *site, struct rw_diags *diags)
{
	for (size_t l = 0; l < site->language_count; l++) {
		struct rw_resolve_options how = { .lang = site->languages[l],
						  .site = site };

		add_kind(catalogue, resolver, arena, RW_KIND_ROLE, &how,
			 diags);
		add_kind(catalogue, resolver, arena, RW_KIND_POSTING, &how,
			 diags);
	}
	return rw_diags_count(diags, RW_ERROR) ? -1 : 0;
}
