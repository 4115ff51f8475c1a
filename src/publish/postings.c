/*
 * Documents of the workspace, and rows of a table, as sources of postings.
 */
#include "publish/postings.h"

/* --------------------------------------------------------------- documents */

struct documents {
	struct rw_workspace *ws;
	struct rw_entry *const *entries;
	size_t count;
	size_t at;
};

static int next_document(void *context, struct rw_arena *arena,
			 struct rw_posting *posting)
{
	struct documents *d = context;

	(void)arena;
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

static int read_document(void *context, unsigned thread, struct rw_arena *arena,
			 struct rw_posting *posting, struct rw_diags *found)
{
	const struct documents *d = context;

	(void)thread;
	posting->root = rw_entry_read(d->ws, posting->entry, arena, found);
	if (!posting->root)
		return -1;
	posting->pos = rw_node_pos(posting->root);
	return 0;
}

/* Its places are known as they are. */
static void settle_document(void *context, struct rw_posting *posting,
			    const char *board, struct rw_diags *found)
{
	(void)context;
	(void)posting;
	(void)board;
	(void)found;
}

struct rw_postings rw_postings_documents(struct rw_arena *arena,
					 struct rw_workspace *ws)
{
	struct documents *d = rw_arena_zalloc(arena, sizeof(*d));

	d->ws = ws;
	d->entries = rw_workspace_list(ws, RW_KIND_POSTING, &d->count);
	return (struct rw_postings){ .context = d,
				     .next = next_document,
				     .read = read_document,
				     .settle = settle_document };
}

/* -------------------------------------------------------------------- rows */

static int next_row(void *context, struct rw_arena *arena,
		    struct rw_posting *posting)
{
	struct rw_intake_row *row = rw_arena_zalloc(arena, sizeof(*row));

	*posting = (struct rw_posting){
		.id = "", .row = row, .entry = &row->entry, .pos = RW_NOWHERE
	};
	return rw_intake_next(context, arena, row);
}

static int read_row(void *context, unsigned thread, struct rw_arena *arena,
		    struct rw_posting *posting, struct rw_diags *found)
{
	struct rw_intake_row *row = posting->row;

	rw_intake_read(context, thread, arena, row, found);
	posting->id = row->posting.id;
	posting->root = row->posting.root;
	posting->company = row->posting.company;
	posting->agency = row->posting.agency;
	if (posting->root)
		posting->pos = rw_node_pos(posting->root);
	return row->broken ? -1 : 0;
}

static int read_values(void *context, unsigned thread, struct rw_arena *arena,
		       struct rw_posting *posting, struct rw_row_values *values)
{
	if (rw_intake_values(context, thread, arena, posting->row, values) != 0)
		return -1;
	posting->id = posting->row->posting.id;
	posting->root = posting->row->posting.root;
	posting->pos = rw_node_pos(posting->root);
	return 0;
}

static void settle_row(void *context, struct rw_posting *posting,
		       const char *board, struct rw_diags *found)
{
	rw_intake_settle(context, posting->row, board, found);
}

static void leave_row_out(void *context, const struct rw_posting *posting)
{
	rw_intake_leave_out(context, posting->row);
}

struct rw_postings rw_postings_rows(struct rw_intake *intake)
{
	return (struct rw_postings){ .context = intake,
				     .next = next_row,
				     .read = read_row,
				     .values = read_values,
				     .settle = settle_row,
				     .leave_out = leave_row_out,
				     .ids_differ = true };
}
