/*
 * Groups of rows alike, and which of them a pattern is made of.
 */
#include "publish/alike.h"

#include <pthread.h>
#include <string.h>

#include "base/date.h"
#include "base/memory.h"
#include "base/slot.h"
#include "publish/rowpattern.h"
#include "text/markdown.h"
#include "xml/attributes.h"
#include "xml/inspect.h"

/* Rows that go the long way before the next one leaves a pattern; the same for
   one with marks for texts, which saves less and costs as much. */
#define BEFORE_PATTERN 1
#define BEFORE_TEXTS 7
/* Rows in a row that a pattern does not fit before another one is tried. */
#define MOST_MISSES 4
#define MOST_TRIES 4
/* Kinds of rows that are remembered, and bytes of their patterns. */
#define MOST_GROUPS 16384
#define MOST_BYTES ((size_t)24 * 1024 * 1024)

enum state {
	SEEN,
	TRIED,
	READY
};

struct group {
	enum state state;
	size_t count;
	size_t misses; /* of the pattern, in a row */
	size_t tries;
	struct rw_row_pattern *pattern; /* once it is ready */
};

struct rw_alike {
	const struct rw_dispatch *dispatch;
	bool *fit;	       /* for each board */
	bool *fit_texts;       /* the same where texts are marks, too */
	pthread_mutex_t mutex; /* guards what follows */
	struct rw_map *groups; /* by the keys of rows */
	struct rw_vec retired; /* patterns: other threads may use them still */
	size_t bytes;	       /* of patterns */
	bool full;
};

/* --------------------------------------------------------------- what fits */

/* What no expression of a profile or stylesheet may look at, or go to. */
struct guarded {
	const char *const *paths;
	const char *const *steps; /* NULL: it may go anywhere */
};

static bool looks(const struct rw_inspection *inspection,
		  const struct guarded *guarded)
{
	const char *const *path = guarded->paths;
	const char *const *step = guarded->steps;

	while (*path && !rw_inspects(inspection, *path))
		path++;
	while (step && *step && !rw_inspects_step(inspection, *step))
		step++;
	return *path || (step && *step);
}

static bool sheet_looks(const struct rw_dispatch *d, const char *name,
			const struct guarded *guarded, struct rw_diags *diags)
{
	const struct rw_inspection *inspection =
		rw_sheets_inspect(d->sheets, name, diags);

	return !inspection || looks(inspection, guarded);
}

static bool profile_looks(struct rw_arena *arena, const struct rw_board *board,
			  const struct guarded *guarded)
{
	for (size_t i = 0; i < board->field_count; i++) {
		const struct rw_board_field *f = &board->fields[i];

		if (f->feed || rw_board_field_runs(f))
			continue;
		if (looks(rw_inspect_expression(arena, f->expression,
						"posting"),
			  guarded) ||
		    looks(rw_inspect_expression(arena, f->when_expression,
						"posting"),
			  guarded))
			return true;
	}
	return false;
}

static bool find_fit(struct rw_alike *a, struct rw_diags *diags)
{
	const struct rw_dispatch *d = a->dispatch;
	const struct guarded values = { rw_marks_paths(), NULL };
	const struct guarded texts = { rw_marks_text_paths(),
				       rw_marks_text_steps() };
	struct rw_arena *arena = rw_arena_new();
	bool any = false;

	a->fit = rw_calloc(d->count, sizeof(*a->fit));
	a->fit_texts = rw_calloc(d->count, sizeof(*a->fit_texts));
	for (size_t i = 0; i < d->count; i++) {
		const struct rw_dispatch_board *b = &d->boards[i];

		a->fit[i] = !sheet_looks(d, b->sheet, &values, diags) &&
			    !profile_looks(arena, b->board, &values);
		a->fit_texts[i] = a->fit[i] &&
				  !sheet_looks(d, b->sheet, &texts, diags) &&
				  !profile_looks(arena, b->board, &texts);
		any = any || a->fit[i];
	}
	rw_arena_free(arena);
	return any && !sheet_looks(d, "board/description.xsl", &values, diags);
}

struct rw_alike *rw_alike_new(const struct rw_dispatch *dispatch,
			      struct rw_diags *diags)
{
	struct rw_alike *a = rw_calloc(1, sizeof(*a));

	a->dispatch = dispatch;
	a->groups = rw_map_new();
	pthread_mutex_init(&a->mutex, NULL);
	if (find_fit(a, diags))
		return a;
	rw_alike_free(a);
	return NULL;
}

/* ------------------------------------------------------------------ groups */

static void free_group(struct group *group)
{
	rw_row_pattern_free(group->pattern);
	rw_free(group);
}

/* Forgets all groups, or those that have no pattern. */
static void forget(struct rw_alike *a, bool all)
{
	struct rw_map *old = a->groups;
	size_t count = rw_map_count(old);
	const char **keys = rw_map_keys(old);

	a->groups = rw_map_new();
	for (size_t i = 0; i < count; i++) {
		struct group *group = rw_map_get(old, keys[i]);

		if (all || group->state != READY)
			free_group(group);
		else
			rw_map_put(a->groups, keys[i], group);
	}
	rw_free(keys);
	rw_map_free(old);
}

void rw_alike_free(struct rw_alike *a)
{
	if (!a)
		return;
	forget(a, true);
	for (size_t i = 0; i < a->retired.count; i++)
		rw_row_pattern_free(a->retired.items[i]);
	rw_vec_release(&a->retired);
	rw_map_free(a->groups);
	pthread_mutex_destroy(&a->mutex);
	rw_free(a->fit);
	rw_free(a->fit_texts);
	rw_free(a);
}

/* The group of the rows with 'key'; NULL if it is a new one too many. */
static struct group *group_of(struct rw_alike *a, const char *key)
{
	struct group *group = rw_map_get(a->groups, key);

	if (group || a->full)
		return group;
	if (rw_map_count(a->groups) == MOST_GROUPS) {
		forget(a, false);
		a->full = rw_map_count(a->groups) > MOST_GROUPS / 2;
	}
	group = rw_calloc(1, sizeof(*group));
	rw_map_put(a->groups, key, group);
	return group;
}

/* ------------------------------------------------------------------ values */

static size_t count_equal(const struct rw_node *root, const char *value)
{
	size_t count = 0;

	for (const struct rw_node *n = root; n; n = rw_node_walk(n, root)) {
		struct rw_attr_cursor cursor;

		rw_attr_begin(&cursor, n);
		while (rw_attr_next(&cursor))
			count += strcmp(cursor.attr.value, value) == 0;
	}
	return count;
}

/* No value is the same as another: something might look at that. */
static bool are_different(const struct rw_row_values *v)
{
	for (int i = 0; i < RW_ROW_SLOTS; i++) {
		const char *value = v->values[i];
		size_t own = i != RW_ROW_PAGE;

		if (!value)
			continue;
		if (i == RW_ROW_PAGE && v->values[RW_ROW_APPLY] &&
		    strcmp(v->values[RW_ROW_APPLY], value) == 0)
			own = 1;
		if (!rw_row_pattern_takes(value) || rw_slot_in(value) ||
		    count_equal(v->root, value) != own)
			return false;
	}
	return true;
}

/* The days say nothing that a posting is told of, or left out for. */
static bool are_current(const struct rw_row_at_work *w,
			const struct rw_row_values *v)
{
	const char *posted = v->values[RW_ROW_POSTED];
	const char *closes = v->values[RW_ROW_CLOSES];
	int32_t today = rw_workspace_options(w->by->dispatch->ws)->today;
	int32_t first = posted ? rw_date_parse(posted) : today;
	int32_t last = closes ? rw_date_parse(closes) : today;

	return first <= today && last >= today;
}

static bool is_link(const struct rw_row_at_work *w, const char *url)
{
	struct rw_diags *found = w->by->found;
	bool good = !url || rw_link_check(url, RW_NOWHERE, found) == 0;

	good = good && rw_diags_count(found, RW_NOTE) == 0;
	rw_diags_drop_below(found, RW_SEVERITIES);
	return good;
}

static bool is_plain(const struct rw_row_at_work *w)
{
	const struct rw_row_values *v = w->values;

	return !rw_map_get(w->by->dispatch->withdrawn, v->values[RW_ROW_ID]) &&
	       are_current(w, v) && are_different(v) &&
	       is_link(w, v->values[RW_ROW_APPLY]);
}

/* ---------------------------------------------------------------- patterns */

/* The pattern of the rows with 'key', or NULL; counts the row at work. */
static struct rw_row_pattern *pattern_of(struct rw_alike *a, const char *key)
{
	struct rw_row_pattern *pattern = NULL;
	struct group *group;

	pthread_mutex_lock(&a->mutex);
	group = group_of(a, key);
	if (group) {
		group->count++;
		pattern = group->pattern;
	}
	pthread_mutex_unlock(&a->mutex);
	return pattern;
}

/* The row of a pattern may have been an odd one: then another one is tried. */
static void note_fit(const struct rw_row_at_work *w,
		     const struct rw_row_pattern *pattern, bool fits)
{
	struct rw_alike *a = w->by->dispatch->alike;
	struct group *group;

	pthread_mutex_lock(&a->mutex);
	group = rw_map_get(a->groups, w->values->key);
	if (group && group->pattern == pattern) {
		group->misses = fits ? 0 : group->misses + 1;
		if (group->misses >= MOST_MISSES && group->tries < MOST_TRIES) {
			rw_vec_push(&a->retired, group->pattern);
			group->pattern = NULL;
			group->state = SEEN;
			group->misses = 0;
			group->tries++;
		}
	}
	pthread_mutex_unlock(&a->mutex);
}

bool rw_alike_stamp(const struct rw_dispatcher *by, struct rw_consignment *c,
		    struct rw_likeness *like)
{
	const struct rw_postings *from = by->dispatch->postings;
	struct rw_row_values *v = &like->values;
	const struct rw_row_at_work w = { by, v };
	struct rw_row_pattern *pattern;
	bool fits;

	*like = (struct rw_likeness){ 0 };
	if (from->values(from->context, by->thread, c->arena, &c->posting, v) !=
	    0)
		return false;
	if (!is_plain(&w)) {
		v->root = NULL;
		return false;
	}
	pattern = pattern_of(by->dispatch->alike, v->key);
	if (!pattern)
		return false;
	fits = rw_row_pattern_stamp(&w, pattern, c);
	note_fit(&w, pattern, fits);
	return fits;
}

void rw_alike_look(const struct rw_dispatcher *by, struct rw_consignment *c,
		   const struct rw_node *resolved, struct rw_likeness *like)
{
	const struct rw_row_at_work w = { by, &like->values };
	const struct rw_row_pattern *pattern;

	if (!like->values.root)
		return;
	rw_row_frame(&c->posting.row->posting, c->arena, like->frame);
	pattern = pattern_of(by->dispatch->alike, like->frame);
	if (pattern)
		like->texts = rw_row_pattern_stamping(&w, pattern, c, resolved);
}

/* ------------------------------------------------- rows with their own text */

static struct rw_row_pattern_item *item_of(const struct rw_stamping *s,
					   size_t board)
{
	const struct rw_vec *items = s ? &s->pattern->items : NULL;

	for (size_t i = 0; items && i < items->count; i++)
		if (((struct rw_row_pattern_item *)items->items[i])
			    ->like.board == board)
			return items->items[i];
	return NULL;
}

static enum rw_row_pattern_proof
proof_of(const struct rw_stamping *s, const struct rw_row_pattern_item *item)
{
	struct rw_alike *a = s->w->by->dispatch->alike;
	enum rw_row_pattern_proof proof;

	pthread_mutex_lock(&a->mutex);
	proof = item->proof;
	pthread_mutex_unlock(&a->mutex);
	return proof;
}

static void set_proof(const struct rw_stamping *s,
		      struct rw_row_pattern_item *item, bool right)
{
	struct rw_alike *a = s->w->by->dispatch->alike;

	pthread_mutex_lock(&a->mutex);
	if (item->proof != RW_ROW_PATTERN_WRONG)
		item->proof = right ? RW_ROW_PATTERN_RIGHT
				    : RW_ROW_PATTERN_WRONG;
	pthread_mutex_unlock(&a->mutex);
}

bool rw_alike_make(const struct rw_likeness *likeness, struct rw_item *item,
		   struct rw_result *result)
{
	struct rw_stamping *s = likeness->texts;
	const struct rw_row_pattern_item *like = item_of(s, result->board);

	if (!like || proof_of(s, like) != RW_ROW_PATTERN_RIGHT)
		return false;
	result->stamped = rw_row_pattern_fill(s, like, item, result) == 0;
	result->refused = rw_diags_count(item->diags, RW_ERROR) > 0;
	if (result->stamped)
		return true;
	rw_diags_drop_below(item->diags, RW_SEVERITIES);
	item->tree = NULL;
	item->texts = NULL;
	return false;
}

void rw_alike_prove(const struct rw_likeness *likeness,
		    const struct rw_item *item, const struct rw_result *result)
{
	struct rw_stamping *s = likeness->texts;
	struct rw_row_pattern_item *like = item_of(s, result->board);
	struct rw_result again = *result;
	struct rw_item ours = *item;

	if (!like || proof_of(s, like) != RW_ROW_PATTERN_UNSEEN)
		return;
	ours.diags = again.diags =
		rw_diags_new(rw_diags_sources(result->diags));
	rw_buf_init(&again.bytes);
	if (rw_row_pattern_fill(s, like, &ours, &again) == 0) {
		again.refused = rw_diags_count(again.diags, RW_ERROR) > 0;
		/* What is refused for its text says nothing of the rest. */
		if (!again.refused || !like->stamp || !result->refused)
			set_proof(s, like,
				  rw_row_pattern_same_result(&again, result));
	}
	rw_buf_release(&again.bytes);
	rw_diags_free(again.diags);
}

/* ---------------------------------------------------------------- learning */

static size_t size_of(const struct rw_consignment *c)
{
	size_t size = 4096;

	for (size_t i = 0; i < c->results.count; i++)
		size += ((const struct rw_result *)c->results.items[i])
				->bytes.len +
			1024;
	return size;
}

/* Whether it is this row that the pattern is made of. */
static bool begins(struct rw_alike *a, const char *key, size_t before)
{
	struct group *group;
	bool begins;

	pthread_mutex_lock(&a->mutex);
	group = rw_map_get(a->groups, key);
	begins = group && group->state == SEEN && group->count > before &&
		 a->bytes <= MOST_BYTES;
	if (begins)
		group->state = TRIED;
	pthread_mutex_unlock(&a->mutex);
	return begins;
}

static void keep(struct rw_alike *a, const char *key,
		 struct rw_row_pattern *pattern, size_t size)
{
	struct group *group;

	if (!pattern)
		return;
	pthread_mutex_lock(&a->mutex);
	group = group_of(a, key);
	if (group && !group->pattern) {
		group->state = READY;
		group->pattern = pattern;
		a->bytes += size;
	} else {
		rw_row_pattern_free(pattern);
	}
	pthread_mutex_unlock(&a->mutex);
}

/* Whether all boards that take the posting take stamped items. */
static bool are_fit(const struct rw_alike *a, const struct rw_consignment *c)
{
	for (size_t i = 0; i < c->results.count; i++)
		if (!a->fit[((const struct rw_result *)c->results.items[i])
				    ->board])
			return false;
	return true;
}

static void note_once(void *context, const struct rw_found *found)
{
	*(bool *)context |= found->code == RW_LANGUAGE_WORDS;
}

/* What is said once for all rows would be said of each that is stamped. */
static bool says_once(const struct rw_consignment *c)
{
	bool once = false;

	rw_diags_each(c->diags, note_once, &once);
	return once;
}

/* Each value may give away who is not to be named: no pattern sees that. */
static bool is_secret(const struct rw_consignment *c)
{
	return strcmp(c->left_out, "confidential") == 0;
}

void rw_alike_learn(const struct rw_dispatcher *by,
		    const struct rw_consignment *c,
		    const struct rw_likeness *like)
{
	struct rw_alike *a = by->dispatch->alike;
	const struct rw_row_values *v = &like->values;
	const struct rw_row_at_work w = { by, v };

	if (!v->root || c->results.count == 0 || !c->wanted || c->broken ||
	    says_once(c) || is_secret(c))
		return;
	if (are_fit(a, c) && begins(a, v->key, BEFORE_PATTERN))
		keep(a, v->key, rw_row_pattern_learn(&w, c), size_of(c));
	else if (begins(a, like->frame, BEFORE_TEXTS))
		keep(a, like->frame,
		     rw_row_pattern_learn_texts(&w, c, a->fit_texts),
		     size_of(c));
}
