/*
 * The documents of the workspace as a source of postings.
 */
#include "publish/postings.h"

struct documents {
	struct rw_entry *const *entries;
	size_t count;
	size_t at;
};

static int next_document(void *context, struct rw_arena *arena,
			 struct rw_posting *posting, struct rw_diags *diags)
{
	struct documents *d = context;

	(void)arena;
	(void)diags;
	if (d->at == d->count)
		return 0;
	*posting = (struct rw_posting){
		.id = d->entries[d->at]->id,
		.entry = d->entries[d->at],
		.pos = RW_NOWHERE,
	};
	d->at++;
	return 1;
}

struct rw_postings rw_postings_documents(struct rw_arena *arena,
					 struct rw_workspace *ws)
{
	struct documents *d = rw_arena_zalloc(arena, sizeof(*d));

	d->entries = rw_workspace_list(ws, RW_KIND_POSTING, &d->count);
	return (struct rw_postings){ .context = d, .next = next_document };
}
