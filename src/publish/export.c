/*
 * The steps of an export: profiles and frames, then the postings, many at a
 * time, into the feeds, in their order; then the guards; then the names.
 */
#include "publish/export.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/pool.h"
#include "base/hash.h"
#include "base/seen.h"
#include "base/stream.h"
#include "publish/absences.h"
#include "publish/alike.h"
#include "publish/board_fields.h"
#include "publish/dispatch.h"
#include "publish/feed_file.h"
#include "publish/preflight.h"
#include "publish/withdrawn.h"
#include "version.h"
#include "write/write.h"

/* Postings of each thread that are made before any is written. */
#define BATCH_PER_THREAD 16
/* So many that changed, and those of half a feed, are no chance. */
#define FEWEST_RENAMED 2
#define FEWEST_GONE 3
#define STATE ".rolewright/export"
#define ELSEWHERE "for other boards"
#define ROWS " rows" /* in the note of a feed that came of a table */

/* A board of the run, and its feed. */
struct outlet {
	struct rw_feed_options files;
	struct rw_feed_file *feed;
	struct rw_ledger *ledger;
	struct rw_ledger_changes changes;
	struct rw_seen *seen; /* ids in the feed */
	struct rw_seen *urls; /* addresses in it */
	struct rw_board_report *report;
	struct rw_diags *found; /* of the feed itself */
	struct rw_absences absences;
	size_t postings, refused_postings; /* that the items are of */
	size_t partly;			   /* postings that are both */
	size_t stamped;
	bool failed; /* the feed cannot be written, or lacks what it needs */
	bool replaced;
	bool tried; /* in a dry run, and could be replaced */
	bool compared;
};

struct export
{
	struct rw_workspace *ws;
	struct rw_arena *arena;
	const struct rw_export_options *options;
	const struct rw_postings *postings;
	struct rw_diags *diags;
	const char *output; /* absolute */
	const char *state;  /* folder of the ledgers */
	int lock;
	struct rw_export_report *report;
	struct rw_dispatch dispatch;
	struct rw_dispatch_board *boards;
	struct outlet *outlets;
	size_t count;
	struct rw_dispatcher *dispatchers; /* one for each thread */
	struct rw_map *withdrawn;
	const char *withdraw; /* id of the posting to close now, or NULL */
	struct rw_similar *similar;
	struct rw_pool *pool;
};

/* ------------------------------------------------------------------- begin */

static int failed(struct export *x, enum rw_code code, const char *path,
		  int error)
{
	rw_report(x->diags, code, RW_NOWHERE, path, strerror(error), NULL);
	return -1;
}

/* Where the ledgers of the feeds in the folder 'output' are. */
static const char *state_of(struct rw_arena *arena, const char *output)
{
	return rw_path_join(arena, rw_path_folder(arena, output), STATE);
}

static const char *ledger_path(struct export *x, const char *board)
{
	return rw_arena_printf(x->arena, "%s/%s.%s", x->state,
			       rw_path_base(x->output), board);
}

static int begin_folders(struct export *x)
{
	const char *output = x->options->output, *lock;
	int error = rw_file_make_folder(output);

	x->output = error ? NULL : rw_path_real(x->arena, output);
	if (!x->output)
		return failed(x, RW_FILE_WRITE, output, error ? error : ENOENT);
	x->state = state_of(x->arena, x->output);
	error = rw_file_make_folder(x->state);
	if (error)
		return failed(x, RW_FILE_WRITE, x->state, error);
	lock = rw_path_join(x->arena, x->state, "lock");
	x->lock = rw_lock_try(lock);
	if (x->lock < 0 && errno != EWOULDBLOCK)
		return failed(x, RW_FILE_WRITE, lock, errno);
	if (x->lock < 0) {
		rw_report(x->diags, RW_LOCKED, RW_NOWHERE, output, NULL, NULL);
		return -1;
	}
	rw_stream_clean(x->output);
	rw_stream_clean(x->state);
	return 0;
}

/* ------------------------------------------------------------------- frame */

static void add_site(struct export *x, struct rw_node *feed)
{
	const struct rw_site *site = x->dispatch.site;
	const char *id = site ? rw_node_attr(site->root, "company") : NULL;
	struct rw_entry *entry =
		id ? rw_workspace_find(x->ws, RW_KIND_COMPANY, id, NULL) : NULL;
	const struct rw_node *root =
		entry ? rw_entry_root(x->ws, entry, x->diags) : NULL;
	const struct rw_node *name = root ? rw_node_child(root, "name") : NULL;
	struct rw_node *n;

	if (site) {
		n = rw_node_add(feed, RW_NS, "site");
		rw_node_set_attr(n, "title", site->title);
		rw_node_set_attr(n, "base-url", site->base_url);
		rw_node_set_attr(feed, "xml:lang", site->languages[0]);
	}
	if (!name)
		return;
	n = rw_node_add(feed, RW_NS, "company");
	rw_node_set_attr(n, "id", id);
	rw_node_set_attr(n, "url", rw_node_attr(root, "url"));
	rw_node_copy(name, n);
}

/* The document of a feed: everything but its postings. */
static struct rw_doc *feed_doc(struct export *x)
{
	struct rw_doc *doc = rw_doc_new(x->arena, RW_NS, "feed");
	struct rw_node *feed = rw_doc_root(doc);
	char date[RW_DATE_SIZE];

	rw_date_format(rw_workspace_options(x->ws)->today, date);
	rw_node_set_attr(feed, "xml:lang", "en");
	rw_node_set_attr(feed, "date", date);
	rw_node_set_attr(feed, "count", RW_FEED_COUNT);
	rw_node_set_attr(feed, "generator", "rolewright " RW_VERSION);
	add_site(x, feed);
	return doc;
}

/* What the board calls the company whose site it is. */
static const char *feed_account(struct export *x, const char *board)
{
	const struct rw_site *site = x->dispatch.site;

	return rw_board_account(
		x->ws, site ? rw_node_attr(site->root, "company") : NULL, board,
		x->diags);
}

static int make_frame(struct export *x, struct rw_dispatch_board *board,
		      struct rw_diags *found)
{
	struct rw_doc *doc = feed_doc(x), *tree;
	struct rw_item item = {
		.board = board->board,
		.arena = x->arena,
		.diags = found,
		.root = rw_doc_root(doc),
		.pos = board->board->pos,
		.account = feed_account(x, board->board->id),
		.id = "",
	};
	const struct rw_press press = { x->dispatch.sheets, x->arena, found };
	bool no_place = false;
	int status;

	if (rw_board_fields_add(&item) != 0)
		return -1;
	tree = rw_format_tree(&press, doc, board->sheet);
	if (!tree || rw_markup_expand(tree, found) != 0)
		return -1;
	status =
		rw_write_frame(tree, x->arena, &board->frame, &no_place, found);
	if (no_place)
		rw_report(found, RW_FEED_ITEMS, RW_NOWHERE, board->board->name,
			  NULL, NULL);
	return status;
}

/* ------------------------------------------------------------------ boards */

static void open_outlet(struct export *x, size_t number)
{
	struct rw_dispatch_board *board = &x->boards[number];
	struct outlet *outlet = &x->outlets[number];

	outlet->files = (struct rw_feed_options){
		.folder = x->output,
		.name = board->board->id,
		.most_items = board->board->most_items,
		.most_bytes = board->board->most_bytes,
		.gzip = x->options->gzip,
	};
	outlet->feed = rw_feed_file_new(x->arena, &outlet->files, &board->frame,
					x->diags);
	outlet->ledger = rw_ledger_open(
		x->arena, ledger_path(x, board->board->id), x->diags);
	outlet->seen = rw_seen_new();
	outlet->urls = rw_seen_new();
	outlet->report = rw_export_report_board(x->report, board->board);
	/* Who withdraws one posting does not mean to change the others. */
	board->all = x->options->all ||
		     (x->options->withdraw &&
		      strncmp(rw_ledger_note(outlet->ledger), "all", 3) == 0);
}

static int begin_boards(struct export *x)
{
	const struct rw_export_options *o = x->options;
	int status = 0;

	x->boards =
		rw_arena_zalloc(x->arena, o->board_count * sizeof(*x->boards));
	x->outlets =
		rw_arena_zalloc(x->arena, o->board_count * sizeof(*x->outlets));
	for (size_t i = 0; i < o->board_count; i++) {
		struct rw_dispatch_board *board = &x->boards[i];
		struct outlet *outlet = &x->outlets[i];

		outlet->found = rw_diags_new(rw_diags_sources(x->diags));
		board->board =
			rw_board_load(x->ws, x->arena, o->boards[i], x->diags);
		if (!board->board ||
		    rw_preflight_find(board->board, x->diags) != 0) {
			status = -1;
			continue;
		}
		board->sheet = rw_arena_printf(x->arena, "board/%s.xsl",
					       board->board->id);
		rw_board_doubt(board->board, x->diags);
		if (make_frame(x, board, outlet->found) != 0)
			status = -1;
		outlet->failed = rw_diags_count(outlet->found, RW_ERROR) > 0;
	}
	if (status != 0)
		return -1;
	x->count = o->board_count;
	for (size_t i = 0; i < x->count; i++)
		open_outlet(x, i);
	x->dispatch.boards = x->boards;
	x->dispatch.count = x->count;
	return 0;
}

static void begin_threads(struct export *x)
{
	unsigned threads = x->options->threads;

	x->dispatchers =
		rw_arena_zalloc(x->arena, threads * sizeof(*x->dispatchers));
	for (unsigned i = 0; i < threads; i++) {
		struct rw_dispatcher *d = &x->dispatchers[i];

		d->dispatch = &x->dispatch;
		d->thread = i;
		d->resolver = rw_resolver_new(x->ws);
		d->found = rw_diags_new(rw_diags_sources(x->diags));
		d->check = rw_check_new(x->ws, d->found);
	}
}

/* Ids of each feed that an unknown one is compared with. */
#define MOST_NEAR 10000
#define MOST_LISTED 8
#define FAR 64 /* ids that differ in so much are all as far */

/* As ids of rows are made of what an applicant tracking system writes. */
static const char *as_id(struct rw_arena *arena, const char *text,
			 const char *kept)
{
	char *id = rw_arena_strdup(arena, text), *end = id;

	for (; *text != '\0'; text++) {
		int c = tolower((unsigned char)*text);

		if (isalnum(c) || strchr(kept, c) != NULL)
			*end++ = (char)c;
		else if (end > id && end[-1] != '-')
			*end++ = '-';
	}
	*end = '\0';
	return id;
}

/*
 * The id of the posting that 'name' means: as it stands, or as people write it,
 * or that of an item in a feed. NULL if none is, or was, anywhere.
 */
static const char *id_of(struct export *x, const char *name)
{
	const char *const names[] = { name, as_id(x->arena, name, "._-"),
				      as_id(x->arena, name, "-") };
	const char *found = NULL;
	bool item = false;

	for (size_t k = 0; k < 3 && !found; k++) {
		if (rw_workspace_find(x->ws, RW_KIND_POSTING, names[k], NULL))
			return names[k];
		for (size_t i = 0; i < x->options->board_count && !found; i++)
			found = rw_ledger_find(
				x->arena, ledger_path(x, x->options->boards[i]),
				names[k], &item);
	}
	if (found && item)
		rw_report(x->diags, RW_WITHDRAW_ITEM, RW_NOWHERE, name, found,
			  NULL);
	return found;
}

/* Nearest first; 'wanted' is what they are compared with. */
struct near_id {
	const char *id;
	unsigned distance;
};

static int nearer(const void *a, const void *b)
{
	const struct near_id *x = a, *y = b;

	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	return strcmp(x->id, y->id);
}

static void sort_nearest(struct export *x, struct rw_vec *ids,
			 const char *wanted)
{
	struct near_id *all =
		rw_arena_alloc(x->arena, (ids->count + 1) * sizeof(*all));
	size_t count = 0;

	for (size_t i = 0; i < ids->count; i++)
		all[i] = (struct near_id){
			ids->items[i], rw_distance(wanted, ids->items[i], FAR)
		};
	qsort(all, ids->count, sizeof(*all), nearer);
	for (size_t i = 0; i < ids->count; i++)
		if (i == 0 || strcmp(all[i].id, all[i - 1].id) != 0)
			ids->items[count++] = (void *)(uintptr_t)all[i].id;
	ids->count = count;
}

/* Whether two ids are as near as each other: then it may be any of them. */
static bool is_close_run(const struct rw_vec *ids, const char *wanted)
{
	return ids->count > 1 &&
	       rw_distance(wanted, ids->items[1], FAR) ==
		       rw_distance(wanted, ids->items[0], FAR);
}

/* "use one of: a, b, c ..." */
static const char *list_ids(struct rw_arena *arena, const struct rw_vec *ids)
{
	const char *list = "use one of:";

	for (size_t i = 0; i < ids->count && i < MOST_LISTED; i++)
		list = rw_arena_printf(arena, "%s%s %s", list, i ? "," : "",
				       (const char *)ids->items[i]);
	return ids->count > MOST_LISTED ? rw_arena_printf(arena, "%s ...", list)
					: list;
}

static void report_unknown(struct export *x, const char *id)
{
	struct rw_vec ids = { 0 };
	size_t count;
	struct rw_entry *const *entries =
		rw_workspace_list(x->ws, RW_KIND_POSTING, &count);
	struct rw_names names = { .wanted = id };
	const char *const args[] = { id, NULL, NULL };
	const char *wanted = as_id(x->arena, id, "._-");

	for (size_t i = 0; i < count; i++)
		rw_vec_push(&ids, (void *)(uintptr_t)entries[i]->id);
	for (size_t i = 0; i < x->options->board_count; i++)
		rw_ledger_ids(x->arena, ledger_path(x, x->options->boards[i]),
			      MOST_NEAR, &ids);
	sort_nearest(x, &ids, wanted);
	names.all = (const char *const *)ids.items;
	names.count = ids.count;
	if (is_close_run(&ids, wanted))
		rw_report_hint(x->diags, RW_WITHDRAW_UNKNOWN, RW_NOWHERE,
			       list_ids(x->arena, &ids), args);
	else
		rw_report_unknown(x->diags, RW_WITHDRAW_UNKNOWN, RW_NOWHERE,
				  &names, args);
	rw_vec_release(&ids);
}

static bool has_rows(const struct export *x)
{
	return x->postings->values != NULL;
}

/* Whether a feed came of a table, which this run has not: all would go. */
static bool lacks_rows(struct export *x)
{
	for (size_t i = 0; i < x->count && !has_rows(x); i++) {
		const char *note = rw_ledger_note(x->outlets[i].ledger);
		size_t len = strcspn(note, "\t");

		if (len < strlen(ROWS) ||
		    strncmp(note + len - strlen(ROWS), ROWS, strlen(ROWS)) != 0)
			continue;
		rw_report(x->diags, RW_WITHDRAW_ROWS, RW_NOWHERE,
			  x->boards[i].board->name, x->options->withdraw, NULL);
		return true;
	}
	return false;
}

static bool has_board(const struct export *x, const char *board)
{
	size_t i = 0;

	while (i < x->options->board_count &&
	       strcmp(x->options->boards[i], board) != 0)
		i++;
	return i < x->options->board_count;
}

/* Feeds in the same folder that have the posting and are not made now. */
static void report_elsewhere(struct export *x, const char *id)
{
	size_t count;
	const char *const *boards =
		rw_export_boards(x->arena, x->output, &count);

	for (size_t i = 0; i < count; i++)
		if (!has_board(x, boards[i]) &&
		    rw_ledger_count(ledger_path(x, boards[i]), id) > 0)
			rw_report(x->diags, RW_WITHDRAW_ELSEWHERE, RW_NOWHERE,
				  boards[i], id, NULL);
}

static int withdraw(struct export *x)
{
	const char *name = x->options->withdraw, *id;

	if (name && lacks_rows(x))
		return -1;
	x->withdrawn = rw_withdrawn_read(x->ws, x->arena, x->diags);
	x->dispatch.withdrawn = x->withdrawn;
	if (!x->withdrawn || !name)
		return x->withdrawn ? 0 : -1;
	id = id_of(x, name);
	if (!id) {
		report_unknown(x, name);
		return -1;
	}
	x->withdraw = id;
	report_elsewhere(x, id);
	return rw_withdrawn_add(x->ws, x->arena, x->withdrawn, id, x->diags);
}

static int begin(struct export *x)
{
	if (begin_folders(x) != 0)
		return -1;
	x->dispatch.ws = x->ws;
	x->dispatch.postings = x->postings;
	x->dispatch.sheets = rw_sheets_new(x->arena, x->ws);
	if (rw_site_exists(x->ws)) {
		x->dispatch.site = rw_site_load(x->ws, x->diags);
		if (!x->dispatch.site)
			return -1;
	}
	x->report = rw_export_report_new(
		x->arena, x->ws, x->options->output,
		x->dispatch.site ? x->dispatch.site->languages[0] : "en");
	if (x->options->brief)
		rw_export_report_brief(x->report);
	if (begin_boards(x) != 0 || withdraw(x) != 0)
		return -1;
	x->similar = rw_similar_new();
	if (x->postings->values && !x->options->direct)
		x->dispatch.alike = rw_alike_new(&x->dispatch, x->diags);
	begin_threads(x);
	return 0;
}

/* ---------------------------------------------------------------- postings */

static void refuse(struct export *x, struct rw_result *result)
{
	struct outlet *outlet = &x->outlets[result->board];
	const struct rw_ledger_item item = { result->posting, result->place,
					     result->item,    result->title,
					     result->whose,   result->pos };

	outlet->absences.refused++;
	rw_board_report_item(outlet->report, &item, true, result->diags);
}

static void accept(struct export *x, struct rw_result *result)
{
	struct outlet *outlet = &x->outlets[result->board];
	const struct rw_ledger_item item = { result->posting, result->place,
					     result->item,    result->title,
					     result->whose,   result->pos };

	if (rw_diags_count(result->diags, RW_WARNING) > 0)
		rw_board_report_item(outlet->report, &item, false,
				     result->diags);
	if (!outlet->failed &&
	    (rw_feed_file_add(outlet->feed, result->bytes.data,
			      result->bytes.len) != 0 ||
	     rw_ledger_add(outlet->ledger, &item) != 0))
		outlet->failed = true;
}

static void check_url(struct export *x, struct rw_result *result)
{
	const struct rw_board *board = x->boards[result->board].board;
	const struct rw_board_rule *rule =
		rw_preflight_rule(board, "url-twice");
	uint32_t posting =
		(uint32_t)rw_hash(result->posting, strlen(result->posting)) | 1;
	uint32_t first;
	struct rw_finding finding = {
		.code = RW_URL_TWICE,
		.pos = result->pos,
		.args = { board->name, result->url, NULL },
	};

	if (!rule || !result->url[0])
		return;
	first = rw_seen_add(x->outlets[result->board].urls, result->url,
			    strlen(result->url), posting);
	/* Places of one posting have one page. */
	if (first == 0 || first == posting)
		return;
	finding.severity = rule->level;
	rw_report_finding(result->diags, &finding);
}

/* Whether the item has the id of one before it in the feed. */
static bool is_twice(struct export *x, const struct rw_consignment *c, size_t i)
{
	const struct rw_result *result = c->results.items[i];

	if (!x->postings->ids_differ)
		return rw_seen_add(x->outlets[result->board].seen, result->item,
				   strlen(result->item), 1) != 0;
	/* Ids of rows have no dot: only places of one row can be the same. */
	while (i-- > 0) {
		const struct rw_result *other = c->results.items[i];

		if (other->board == result->board && !other->refused &&
		    strcmp(other->item, result->item) == 0)
			return true;
	}
	return false;
}

/* Boards drop the second of two items with the same id, or both. */
static void check_twice(struct export *x, const struct rw_consignment *c,
			size_t i)
{
	struct rw_result *result = c->results.items[i];

	if (result->refused)
		return;
	if (is_twice(x, c, i))
		rw_report(result->diags, RW_ITEM_TWICE, result->pos,
			  x->boards[result->board].board->name, result->item,
			  NULL);
	else
		check_url(x, result);
	result->refused = rw_diags_count(result->diags, RW_ERROR) > 0;
}

/* A posting with errors of its own: each board that wants it counts it. */
static void refuse_all(struct export *x, struct rw_consignment *c)
{
	const struct rw_ledger_item item = { .posting = c->posting.id,
					     .place = "",
					     .item = c->posting.id,
					     .title = c->title,
					     .pos = c->posting.pos };

	for (size_t i = 0; i < x->count; i++)
		if (!c->wanted || c->wanted[i]) {
			x->outlets[i].absences.refused++;
			x->outlets[i].refused_postings++;
		}
	rw_export_report_broken(x->report, &item, c->diags);
}

/* Sees that what was found stands at places that people know. */
static void place(struct export *x, struct rw_consignment *c,
		  const struct rw_result *result)
{
	const struct rw_postings *from = x->postings;

	if (result)
		from->settle(from->context, &c->posting,
			     x->boards[result->board].board->id, result->diags);
	else
		from->settle(from->context, &c->posting, "", c->diags);
}

static void check_similar(struct export *x, struct rw_consignment *c)
{
	const char *other;

	/* No board wants it, or gets it. */
	if (c->broken || c->left_out[0] || !c->whose)
		return;
	other = rw_similar_add(x->similar, rw_hash(c->whose, strlen(c->whose)),
			       &c->sketch, c->posting.id);
	if (other)
		rw_report(c->diags, RW_POSTING_SIMILAR, c->posting.pos,
			  c->posting.id, other, NULL);
}

static bool has_result(const struct rw_consignment *c, size_t board)
{
	size_t i = 0;

	while (i < c->results.count &&
	       ((struct rw_result *)c->results.items[i])->board != board)
		i++;
	return i < c->results.count;
}

/* A posting whose items a board takes, or refuses, or both. */
static void count_postings(struct export *x, const struct rw_consignment *c)
{
	for (size_t i = 0; i < x->count; i++) {
		bool taken = false, refused = false;

		for (size_t k = 0; k < c->results.count; k++) {
			const struct rw_result *result = c->results.items[k];

			if (result->board != i)
				continue;
			taken = taken || !result->refused;
			refused = refused || result->refused;
		}
		x->outlets[i].postings += taken && !x->outlets[i].failed;
		x->outlets[i].refused_postings += refused;
		x->outlets[i].partly += taken && refused;
	}
}

/*
 * Boards of the run that do not get the posting, or NULL: none does. Its arena
 * owns them.
 */
static const char *boards_without(const struct export *x,
				  const struct rw_consignment *c)
{
	const char *list = NULL;

	for (size_t i = 0; i < x->count && c->results.count > 0; i++)
		if (c->wanted[i] && !has_result(c, i))
			list = rw_arena_printf(
				c->kept, "%s%s%s", list ? list : "",
				list ? ", " : "", x->boards[i].board->id);
	return list;
}

static void report_left_out(struct export *x, const struct rw_consignment *c,
			    const char *why, const char *boards)
{
	const struct rw_left_out left_out = {
		.posting = c->posting.id,
		.title = c->title ? c->title : "",
		.why = why,
		.boards = boards,
		.elsewhere = strcmp(why, ELSEWHERE) == 0,
	};

	rw_export_report_left_out(x->report, &left_out);
}

/* Counts for each board whether it has the posting, and if not, why. */
static void note_absences(struct export *x, const struct rw_consignment *c)
{
	const struct rw_postings *from = x->postings;
	size_t wanted = 0, left_out = 0;

	for (size_t i = 0; i < x->count; i++) {
		struct rw_absences *absences = &x->outlets[i].absences;

		wanted += c->wanted[i];
		if (!c->wanted[i]) {
			absences->unnamed++;
		} else if (!has_result(c, i)) {
			rw_absences_add(absences, x->arena, c->left_out);
			left_out++;
		}
	}
	if (!wanted && !c->left_out[0])
		report_left_out(x, c, ELSEWHERE, NULL);
	else if (left_out && strcmp(c->left_out, "confidential") == 0)
		report_left_out(x, c, c->left_out, boards_without(x, c));
	if (from->leave_out && (left_out || !wanted))
		from->leave_out(from->context, &c->posting);
}

static void settle(struct export *x, struct rw_consignment *c)
{
	check_similar(x, c);
	if (c->left_out[0] && strcmp(c->left_out, "confidential") != 0) {
		rw_report(c->diags, RW_EXPORT_LEFT_OUT, c->posting.pos,
			  c->posting.id, c->left_out, NULL);
		report_left_out(x, c, c->left_out, NULL);
	}
	/* What is wrong was said of another document, once. */
	if (c->broken && rw_diags_count(c->diags, RW_ERROR) == 0)
		rw_report(c->diags, RW_EXPORT_BROKEN, c->posting.pos,
			  c->posting.id, NULL, NULL);
	place(x, c, NULL);
	c->broken = c->broken || rw_diags_count(c->diags, RW_ERROR) > 0;
	if (c->broken)
		refuse_all(x, c);
	for (size_t i = 0; i < c->results.count && !c->broken; i++) {
		struct rw_result *result = c->results.items[i];

		check_twice(x, c, i);
		place(x, c, result);
		x->outlets[result->board].stamped += result->stamped;
		if (result->refused)
			refuse(x, result);
		else
			accept(x, result);
		rw_diags_merge(x->diags, result->diags);
	}
	if (!c->broken) {
		count_postings(x, c);
		note_absences(x, c);
	}
	rw_diags_merge(x->diags, c->diags);
}

/* Postings that are worked on at a time. */
struct batch {
	struct rw_consignment *consignments;
	size_t count;
	int more; /* 1; 0: there are none behind them; -1 after an error */
};

/*
 * While the postings of one batch are made, the next one is filled, and the
 * one before is settled and written.
 */
struct turn {
	struct export *export;
	const struct batch *made;
	struct batch *filled;  /* NULL: there is nothing to fill it with */
	struct batch *settled; /* NULL: there is none before */
	size_t most;
};

/* Takes up to 'most' postings. */
static void fill_batch(struct export *x, struct batch *batch, size_t most)
{
	batch->count = 0;
	batch->more = 1;
	while (batch->more > 0 && batch->count < most) {
		struct rw_consignment *c = &batch->consignments[batch->count];

		*c = (struct rw_consignment){ .kept = rw_arena_new() };
		c->diags = rw_diags_new(rw_diags_sources(x->diags));
		batch->more = x->postings->next(x->postings->context, c->kept,
						&c->posting);
		if (batch->more > 0)
			batch->count++;
		else
			rw_dispatch_release(c);
	}
}

static void settle_batch(struct export *x, struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++) {
		settle(x, &batch->consignments[i]);
		rw_dispatch_release(&batch->consignments[i]);
	}
}

/* What is done in the order of the postings begins first. */
enum {
	FILL,
	SETTLE,
	MAKE
};

static void run_one(void *context, size_t index, unsigned thread)
{
	const struct turn *turn = context;
	struct export *x = turn->export;

	if (index >= MAKE)
		rw_dispatch_run(&x->dispatchers[thread],
				&turn->made->consignments[index - MAKE]);
	else if (index == FILL && turn->filled)
		fill_batch(x, turn->filled, turn->most);
	else if (index == SETTLE && turn->settled)
		settle_batch(x, turn->settled);
}

static int run(struct export *x)
{
	size_t most = (size_t)x->options->threads * BATCH_PER_THREAD;
	struct batch batches[3];

	for (int i = 0; i < 3; i++)
		batches[i].consignments = rw_arena_zalloc(
			x->arena, most * sizeof(*batches[i].consignments));
	x->pool = rw_pool_new(x->options->threads);
	fill_batch(x, &batches[0], most);
	for (size_t n = 0;; n++) {
		struct batch *made = &batches[n % 3];
		struct turn turn = { x, made, NULL, NULL, most };

		if (made->more > 0)
			turn.filled = &batches[(n + 1) % 3];
		if (n > 0)
			turn.settled = &batches[(n - 1) % 3];
		rw_pool_do(x->pool, MAKE + made->count, run_one, &turn);
		if (made->more <= 0) {
			settle_batch(x, made);
			return made->more;
		}
	}
}

/* ------------------------------------------------------------------ guards */

static const char *number(struct export *x, size_t value)
{
	return rw_arena_printf(x->arena, "%zu", value);
}

static bool is_rejected_too_often(const struct export *x,
				  const struct outlet *outlet)
{
	const struct rw_export_options *o = x->options;
	size_t refused = outlet->absences.refused;
	size_t all = refused + rw_feed_file_items(outlet->feed);

	if (!o->limited)
		return false;
	return o->percent ? refused * 100 > o->most_rejected * all
			  : refused > o->most_rejected;
}

/* Items of the last feed, but for those that are withdrawn since. */
static size_t expected(struct export *x, size_t i)
{
	size_t before = rw_ledger_before(x->outlets[i].ledger);
	size_t gone = rw_ledger_having(x->arena,
				       ledger_path(x, x->boards[i].board->id),
				       x->withdrawn, NULL);

	return before > gone ? before - gone : 0;
}

static void report_empty(struct export *x, size_t i)
{
	const struct rw_absences *absences = &x->outlets[i].absences;
	const struct rw_board *board = x->boards[i].board;

	rw_report_hint(x->outlets[i].found, RW_FEED_EMPTY, RW_NOWHERE,
		       rw_absences_hint(absences),
		       (const char *const[]){
			       board->name, rw_absences_say(absences, x->arena),
			       board->id });
}

/* Whether the feed may take the place of the old one. */
static bool may_replace(struct export *x, size_t i)
{
	struct outlet *outlet = &x->outlets[i];
	const char *name = x->boards[i].board->name;
	size_t items = rw_feed_file_items(outlet->feed);
	size_t before = expected(x, i);
	bool guarded = !x->options->allow_empty;

	if (outlet->failed)
		return false;
	if (is_rejected_too_often(x, outlet)) {
		rw_report(outlet->found, RW_EXPORT_REJECTED, RW_NOWHERE, name,
			  number(x, outlet->absences.refused),
			  number(x, outlet->absences.refused + items));
		return false;
	}
	/* Nothing else goes with the last posting that is withdrawn. */
	if (guarded && items == 0 && !(x->options->withdraw && before == 0)) {
		report_empty(x, i);
		return false;
	}
	return true;
}

static bool is_strict_about(struct export *x)
{
	size_t refused = 0;

	for (size_t i = 0; i < x->count; i++)
		refused += x->outlets[i].absences.refused;
	if (!x->options->strict || refused == 0)
		return false;
	rw_report(x->diags, RW_EXPORT_STRICT, RW_NOWHERE, number(x, refused),
		  NULL, NULL);
	return true;
}

/* --------------------------------------------------------------------- end */

static const char *note_of(struct export *x, size_t i)
{
	struct rw_buf note = RW_BUF_INIT;
	const char *const *names;
	const char *copy;
	size_t count;

	names = rw_feed_file_names(x->outlets[i].feed, &count);
	rw_buf_puts(&note, x->boards[i].all ? "all" : "named");
	if (has_rows(x))
		rw_buf_puts(&note, ROWS);
	for (size_t k = 0; k < count; k++)
		rw_buf_printf(&note, "\t%s", names[k]);
	copy = rw_arena_strdup(x->arena, note.data);
	rw_buf_release(&note);
	return copy;
}

static bool is_name_of(const struct outlet *outlet, const char *name)
{
	size_t count, i = 0;
	const char *const *names = rw_feed_file_names(outlet->feed, &count);

	while (i < count && strcmp(names[i], name) != 0)
		i++;
	return i < count;
}

/* Files of the last feed that this one does not have. */
static void remove_stale(struct export *x, const struct outlet *outlet)
{
	const char *note = rw_ledger_note(outlet->ledger);

	while (*(note += strcspn(note, "\t"))) {
		size_t len = strcspn(++note, "\t");
		char *name = rw_arena_strndup(x->arena, note, len);

		if (!strchr(name, '/') && !is_name_of(outlet, name))
			unlink(rw_path_join(x->arena, x->output, name));
	}
}

static void commit(struct export *x, size_t i)
{
	struct outlet *outlet = &x->outlets[i];

	if (rw_feed_file_commit(outlet->feed) != 0)
		return;
	remove_stale(x, outlet);
	outlet->replaced = rw_ledger_commit(outlet->ledger) == 0;
}

/* Who loses most of the postings has lost a part of the table, too. */
static bool shrinks(struct export *x, size_t i)
{
	size_t items = rw_feed_file_items(x->outlets[i].feed);
	size_t before = expected(x, i);

	if (x->options->allow_empty || items * 2 >= before)
		return false;
	rw_report(x->outlets[i].found, RW_FEED_SHRUNK, RW_NOWHERE,
		  x->boards[i].board->name, number(x, before),
		  number(x, items));
	return true;
}

/* Most of the postings are others: it may be another table. */
static bool is_another(struct export *x, size_t i)
{
	const struct rw_ledger_changes *changes = &x->outlets[i].changes;
	size_t before = expected(x, i);
	size_t meant = changes->renamed +
		       (rw_ledger_before(x->outlets[i].ledger) - before);
	size_t gone = changes->gone > meant ? changes->gone - meant : 0;

	if (x->options->allow_empty || x->options->withdraw ||
	    gone < FEWEST_GONE || gone * 2 <= before)
		return false;
	rw_report(x->outlets[i].found, RW_FEED_OTHER, RW_NOWHERE,
		  x->boards[i].board->name, number(x, gone), number(x, before));
	return true;
}

/*
 * Who withdraws one posting does not mean to lose most of the others, which
 * may come from a table that was not given this time.
 */
static bool loses_others(struct export *x, size_t i)
{
	size_t before = expected(x, i), all = x->outlets[i].changes.gone;
	size_t own = rw_ledger_before(x->outlets[i].ledger) - before;
	size_t others = all > own ? all - own : 0;

	if (!x->options->withdraw || x->options->allow_empty ||
	    others * 2 <= before)
		return false;
	rw_report(x->outlets[i].found, RW_FEED_SHRUNK, RW_NOWHERE,
		  x->boards[i].board->name, number(x, before),
		  number(x, before - others));
	return true;
}

/* A board takes them for as many jobs that closed, and as many new ones. */
static bool changes_ids(struct export *x, size_t i)
{
	size_t before = rw_ledger_before(x->outlets[i].ledger);
	size_t items = rw_feed_file_items(x->outlets[i].feed);
	size_t all = x->outlets[i].changes.renamed;

	if (x->options->allow_new_ids || all < FEWEST_RENAMED ||
	    all * 2 <= (before < items ? before : items))
		return false;
	rw_report(x->outlets[i].found, RW_FEED_RENAMED, RW_NOWHERE,
		  x->boards[i].board->name, number(x, all), number(x, before));
	return true;
}

static void prepare(struct export *x, size_t i)
{
	struct outlet *outlet = &x->outlets[i];

	if (rw_feed_file_finish(outlet->feed) != 0 ||
	    rw_ledger_merge(outlet->ledger, x->boards[i].board->name,
			    note_of(x, i), &outlet->changes) != 0)
		outlet->failed = true;
	outlet->compared = !outlet->failed;
	if (outlet->compared && (shrinks(x, i) || loses_others(x, i) ||
				 changes_ids(x, i) || is_another(x, i)))
		outlet->failed = true;
}

static void end_board(struct export *x, size_t i)
{
	struct outlet *outlet = &x->outlets[i];
	struct rw_board_outcome outcome = {
		.items = rw_feed_file_items(outlet->feed),
		.postings = outlet->postings,
		.refused = outlet->absences.refused,
		.refused_postings = outlet->refused_postings,
		.partly = outlet->partly,
		.stamped = outlet->stamped,
		.before = rw_ledger_before(outlet->ledger),
		.replaced = outlet->replaced,
		.tried = outlet->tried,
		.changes = outlet->compared ? &outlet->changes : NULL,
		.found = outlet->found,
	};

	outcome.files = rw_feed_file_names(outlet->feed, &outcome.file_count);
	rw_board_report_end(outlet->report, &outcome);
	rw_vec_release(&outlet->changes.added_items);
	rw_vec_release(&outlet->changes.gone_items);
}

/* Adds the name of a file of a board's feed to what is said of the posting. */
static void note_still(struct export *x, struct rw_map *still, const char *id,
		       const char *board)
{
	const char *before = rw_map_get(still, id);

	rw_map_put(still, id,
		   before ? rw_arena_printf(x->arena, "%s, %s", before, board)
			  : (void *)(uintptr_t)board);
}

/* Who withdraws a posting believes that it is out of all feeds. */
static void report_still(struct export *x)
{
	struct rw_map *still = rw_map_new();
	const char **ids;

	for (size_t i = 0; i < x->count; i++) {
		const char *board = x->boards[i].board->id;
		struct rw_vec found = { 0 };

		if (!x->outlets[i].replaced)
			rw_ledger_having(x->arena, ledger_path(x, board),
					 x->withdrawn, &found);
		for (size_t k = 0; k < found.count; k++)
			note_still(x, still, found.items[k], board);
		rw_vec_release(&found);
	}
	ids = rw_map_keys(still);
	for (size_t i = 0; i < rw_map_count(still); i++)
		rw_report(x->diags, RW_WITHDRAW_STILL, RW_NOWHERE, ids[i],
			  rw_map_get(still, ids[i]), NULL);
	rw_free(ids);
	rw_map_free(still);
}

static void finish(struct export *x, bool whole)
{
	bool *may = rw_arena_zalloc(x->arena, x->count * sizeof(*may));

	for (size_t i = 0; i < x->count; i++)
		may[i] = whole && may_replace(x, i);
	if (is_strict_about(x))
		memset(may, 0, x->count * sizeof(*may));
	for (size_t i = 0; i < x->count; i++)
		if (may[i])
			prepare(x, i);
	for (size_t i = 0; i < x->count; i++) {
		may[i] = may[i] && !x->outlets[i].failed;
		x->outlets[i].tried = may[i] && x->options->dry_run;
		if (may[i] && !x->options->dry_run)
			commit(x, i);
		end_board(x, i);
	}
	if (!x->options->dry_run)
		report_still(x);
}

static void clean_up(struct export *x)
{
	for (size_t i = 0; x->outlets && i < x->options->board_count; i++) {
		rw_diags_merge(x->diags, x->outlets[i].found);
		rw_diags_free(x->outlets[i].found);
	}
	for (size_t i = 0; i < x->count; i++) {
		rw_seen_free(x->outlets[i].seen);
		rw_seen_free(x->outlets[i].urls);
	}
	for (unsigned i = 0; x->dispatchers && i < x->options->threads; i++) {
		rw_check_free(x->dispatchers[i].check);
		rw_diags_free(x->dispatchers[i].found);
		rw_resolver_free(x->dispatchers[i].resolver);
	}
	rw_pool_free(x->pool);
	rw_alike_free(x->dispatch.alike);
	rw_similar_free(x->similar);
	rw_lock_release(x->lock);
}

struct rw_export_report *rw_export(struct rw_workspace *ws,
				   struct rw_arena *arena,
				   const struct rw_export_options *options,
				   const struct rw_postings *postings,
				   struct rw_diags *diags)
{
	struct export x = {
		.ws = ws,
		.arena = arena,
		.options = options,
		.postings = postings,
		.diags = diags,
		.lock = -1,
	};
	bool begun = begin(&x) == 0;

	if (begun)
		finish(&x, run(&x) == 0);
	clean_up(&x);
	return begun ? x.report : NULL;
}

const char *const *rw_export_boards(struct rw_arena *arena, const char *output,
				    size_t *count)
{
	const char *real = rw_path_real(arena, output);
	const char *base = real ? rw_path_base(real) : "";
	const char *state = real ? state_of(arena, real) : "";
	char **names = NULL;
	const char **ids;
	size_t all = 0, len = strlen(base);

	*count = 0;
	if (!real || rw_file_children(arena, state, &names, &all) != 0)
		return NULL;
	ids = rw_arena_zalloc(arena, (all + 1) * sizeof(*ids));
	for (size_t i = 0; i < all; i++)
		if (strncmp(names[i], base, len) == 0 && names[i][len] == '.')
			ids[(*count)++] = names[i] + len + 1;
	return ids;
}
