/*
 * Groups of rows alike, their patterns, and what is checked before a pattern
 * is trusted.
 */
#include "publish/alike.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/slot.h"
#include "base/utf8.h"
#include "publish/preflight.h"
#include "text/markdown.h"
#include "write/stamp.h"
#include "xml/attributes.h"
#include "xml/inspect.h"

/* Rows that go the long way before the next one leaves a pattern. */
#define BEFORE_PATTERN 1
/* Rows in a row that a pattern does not fit before another one is tried. */
#define MOST_MISSES 4
#define MOST_TRIES 4
/* Kinds of rows that are remembered, and bytes of their patterns. */
#define MOST_GROUPS 16384
#define MOST_BYTES ((size_t)24 * 1024 * 1024)

/* Something that was found of all of them. */
struct saved {
	struct rw_found found;
	bool varies; /* with the values: it is looked for again */
};

/* What a board gets. */
struct item {
	struct rw_result like;	/* 'place' and 'url' have marks */
	struct rw_stamp *stamp; /* NULL: it is refused */
	struct rw_vec findings; /* struct saved */
	struct rw_vec lengths;	/* struct rw_marked_length */
};

struct pattern {
	struct rw_arena *arena;
	uint32_t file;		/* of places in the row that it is made of */
	struct rw_vec items;	/* struct item, in the order of results */
	struct rw_vec findings; /* of the posting */
	struct rw_vec used;	/* marks, as numbers */
	const char *title;	/* as written */
	const char *shown;	/* as boards show it */
	const char *left_out;
	const char *whose; /* with marks */
	const char *region_name, *country_name;
	struct rw_sketch sketch;
	bool *wanted;
};

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
	struct pattern *pattern; /* once it is ready */
};

struct rw_alike {
	const struct rw_dispatch *dispatch;
	bool *fit;	       /* for each board */
	pthread_mutex_t mutex; /* guards what follows */
	struct rw_map *groups; /* by the keys of rows */
	struct rw_vec retired; /* patterns: other threads may use them still */
	size_t bytes;	       /* of patterns */
	bool full;
};

/* A row at work. */
struct work {
	struct rw_alike *a;
	const struct rw_dispatcher *by;
	const struct rw_row_values *values;
};

/* --------------------------------------------------------------- what fits */

/* Whether an expression of a profile or stylesheet looks at a value. */
static bool looks(const struct rw_inspection *inspection)
{
	const char *const *paths = rw_marks_paths();

	while (*paths && !rw_inspects(inspection, *paths))
		paths++;
	return *paths != NULL;
}

static bool sheet_looks(const struct rw_dispatch *d, const char *name,
			struct rw_diags *diags)
{
	const struct rw_inspection *inspection =
		rw_sheets_inspect(d->sheets, name, diags);

	return !inspection || looks(inspection);
}

static bool profile_looks(struct rw_arena *arena, const struct rw_board *board)
{
	for (size_t i = 0; i < board->field_count; i++) {
		const struct rw_board_field *f = &board->fields[i];

		if (f->feed || rw_board_field_runs(f))
			continue;
		if (looks(rw_inspect_expression(arena, f->expression,
						"posting")) ||
		    looks(rw_inspect_expression(arena, f->when_expression,
						"posting")))
			return true;
	}
	return false;
}

static bool find_fit(struct rw_alike *a, struct rw_diags *diags)
{
	const struct rw_dispatch *d = a->dispatch;
	struct rw_arena *arena = rw_arena_new();
	bool any = false;

	a->fit = rw_calloc(d->count, sizeof(*a->fit));
	for (size_t i = 0; i < d->count; i++) {
		a->fit[i] = !sheet_looks(d, d->boards[i].sheet, diags) &&
			    !profile_looks(arena, d->boards[i].board);
		any = any || a->fit[i];
	}
	rw_arena_free(arena);
	return any && !sheet_looks(d, "board/description.xsl", diags);
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

static void free_pattern(struct pattern *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->items.count; i++) {
		struct item *item = p->items.items[i];

		rw_vec_release(&item->findings);
		rw_vec_release(&item->lengths);
	}
	rw_vec_release(&p->items);
	rw_vec_release(&p->findings);
	rw_vec_release(&p->used);
	rw_arena_free(p->arena);
	rw_free(p);
}

static void free_group(struct group *group)
{
	free_pattern(group->pattern);
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
		free_pattern(a->retired.items[i]);
	rw_vec_release(&a->retired);
	rw_map_free(a->groups);
	pthread_mutex_destroy(&a->mutex);
	rw_free(a->fit);
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

/* Longer ones may be cut in messages. */
#define VALUE_BYTES 400

/* A field has it as it is: one line that is not blank. */
static bool is_line(const char *value)
{
	const char *at = value;

	for (; *at != '\0'; at++)
		if (strchr("\t\r\n", *at) ||
		    (*at == ' ' &&
		     (at == value || at[1] == ' ' || at[1] == '\0')))
			return false;
	return at > value && at - value <= VALUE_BYTES;
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
		if (!is_line(value) || rw_slot_in(value) ||
		    count_equal(v->root, value) != own)
			return false;
	}
	return true;
}

/* The days say nothing that a posting is told of, or left out for. */
static bool are_current(const struct work *w, const struct rw_row_values *v)
{
	const char *posted = v->values[RW_ROW_POSTED];
	const char *closes = v->values[RW_ROW_CLOSES];
	int32_t today = rw_workspace_options(w->by->dispatch->ws)->today;
	int32_t first = posted ? rw_date_parse(posted) : today;
	int32_t last = closes ? rw_date_parse(closes) : today;

	return first <= today && last >= today;
}

static bool is_link(const struct work *w, const char *url)
{
	struct rw_diags *found = w->by->found;
	bool good = !url || rw_link_check(url, RW_NOWHERE, found) == 0;

	good = good && rw_diags_count(found, RW_NOTE) == 0;
	rw_diags_drop_below(found, RW_SEVERITIES);
	return good;
}

static bool is_plain(const struct work *w)
{
	const struct rw_row_values *v = w->values;

	return !rw_map_get(w->by->dispatch->withdrawn, v->values[RW_ROW_ID]) &&
	       are_current(w, v) && are_different(v) &&
	       is_link(w, v->values[RW_ROW_APPLY]);
}

/* ---------------------------------------------------------------- findings */

struct saving {
	struct rw_arena *arena;
	struct rw_vec *to;
};

static void save(void *context, const struct rw_found *found)
{
	const struct saving *s = context;
	struct saved *copy = rw_arena_zalloc(s->arena, sizeof(*copy));

	copy->found = *found;
	copy->found.message = rw_arena_strdup(s->arena, found->message);
	copy->found.hint = rw_arena_strdup(s->arena, found->hint);
	rw_vec_push(s->to, copy);
}

static struct rw_vec saved(struct rw_arena *arena, const struct rw_diags *diags)
{
	struct rw_vec list = { 0 };
	struct saving s = { arena, &list };

	rw_diags_each(diags, save, &s);
	return list;
}

static bool is_same_finding(const struct rw_found *a, const struct rw_found *b)
{
	return a->code == b->code && a->severity == b->severity &&
	       strcmp(a->message, b->message) == 0 &&
	       strcmp(a->hint, b->hint) == 0;
}

/* ---------------------------------------------------------------- stamping */

/* A row that is being stamped. */
struct stamping {
	const struct work *w;
	const struct pattern *pattern;
	struct rw_consignment *c;
	const char *values[RW_MARKS]; /* those that are used */
};

/* What the long way would have added to the posting that rules look at. */
static void complete(const struct work *w, const struct pattern *p,
		     struct rw_node *root)
{
	struct rw_node *place = rw_node_child(root, "place");
	char today[RW_DATE_SIZE];

	if (rw_node_attr(root, "date"))
		return;
	rw_date_format(rw_workspace_options(w->by->dispatch->ws)->today, today);
	rw_node_set_attr(root, "date", today);
	rw_node_add_with_text(root, RW_NS, "title", p->shown);
	if (place && p->region_name)
		rw_node_set_attr(place, "region-name", p->region_name);
	if (place && p->country_name)
		rw_node_set_attr(place, "country-name", p->country_name);
	if (w->values->page)
		rw_node_set_attr(rw_node_add(rw_node_add(root, RW_NS, "site"),
					     RW_NS, "canonical"),
				 "href", w->values->page);
}

/* The values that marks stand for; false if one cannot be written so. */
static bool fill_values(struct stamping *s)
{
	const struct rw_row_values *v = s->w->values;

	for (int i = 0; i < RW_ROW_SLOTS; i++)
		s->values[i * RW_FIELD_FORMATS] = v->values[i] ? v->values[i]
							       : "";
	for (size_t i = 0; i < s->pattern->used.count; i++) {
		size_t mark = (size_t)(uintptr_t)s->pattern->used.items[i];
		size_t what = mark / RW_FIELD_FORMATS;

		if (what == RW_MARK_ITEM || !v->values[what])
			continue;
		s->values[mark] = rw_field_format_text(
			s->c->arena, v->root, v->values[what],
			(enum rw_field_format)(mark % RW_FIELD_FORMATS));
		if (!s->values[mark])
			return false;
	}
	return true;
}

static bool has_length(const struct stamping *s,
		       const struct rw_marked_length *length)
{
	const char *text =
		rw_marks_replace(s->c->arena, length->text, s->values);
	size_t size = rw_utf8_length(text, strlen(text));

	return size >= length->field->least &&
	       (!length->field->most || size <= length->field->most);
}

/* Each thread's reader has a file of its own for the places in rows. */
static void add_found(const struct stamping *s, struct rw_diags *diags,
		      const struct rw_found *found)
{
	struct rw_found ours = *found;

	if (ours.pos.file == s->pattern->file)
		ours.pos.file = s->c->posting.pos.file;
	rw_diags_add(diags, &ours);
}

/* What the rules that look at values find of the row at work. */
static struct rw_vec found_now(const struct work *w,
			       const struct rw_result *result,
			       struct rw_arena *arena)
{
	const struct rw_dispatch *d = w->by->dispatch;
	struct rw_diags *now = rw_diags_new(rw_diags_sources(result->diags));
	const struct rw_item item = { .board = d->boards[result->board].board,
				      .arena = arena,
				      .diags = now,
				      .root = w->values->root,
				      .pos = result->pos };
	struct rw_vec found;

	rw_preflight_values(&item);
	found = saved(arena, now);
	rw_diags_free(now);
	return found;
}

/* What the rules find now takes the places of what they found before. */
static bool replay(const struct stamping *s, const struct item *item,
		   struct rw_result *result)
{
	struct rw_vec found = found_now(s->w, result, s->c->arena);
	size_t at = 0;
	bool same = true;

	for (size_t i = 0; i < item->findings.count && same; i++) {
		const struct saved *old = item->findings.items[i];
		struct rw_found add = old->found;

		if (old->varies) {
			const struct saved *new =
				at < found.count ? found.items[at++] : NULL;

			same = new &&new->found.code == add.code;
			if (same) {
				add.message = new->found.message;
				add.hint = new->found.hint;
			}
		}
		add_found(s, result->diags, &add);
	}
	same = same && at == found.count;
	rw_vec_release(&found);
	return same;
}

static void name_item(struct stamping *s, const struct item *item,
		      struct rw_result *result)
{
	const char *id = s->w->values->values[RW_ROW_ID];
	const char *city = s->w->values->values[RW_ROW_CITY];

	result->posting = id;
	if (rw_slot_in(item->like.place))
		result->place = rw_dispatch_place(s->c->arena, city);
	result->item = result->place[0] ? rw_arena_printf(s->c->arena, "%s.%s",
							  id, result->place)
					: id;
	s->values[RW_MARK_ITEM * RW_FIELD_FORMATS] = result->item;
}

/* One item; false if it has to be made the long way. */
static bool stamp_item(struct stamping *s, const struct item *item)
{
	struct rw_result *result =
		rw_arena_zalloc(s->c->arena, sizeof(*result));

	*result = item->like;
	result->pos = s->c->posting.pos;
	result->diags = rw_diags_new(rw_diags_sources(s->c->diags));
	rw_buf_init(&result->bytes);
	rw_vec_push(&s->c->results, result);
	name_item(s, item, result);
	result->url = rw_marks_replace(s->c->arena, item->like.url, s->values);
	for (size_t i = 0; i < item->lengths.count; i++)
		if (!has_length(s, item->lengths.items[i]))
			return false;
	return replay(s, item, result) &&
	       (!item->stamp ||
		rw_stamp_write(item->stamp, s->values, &result->bytes) == 0);
}

static bool stamp(const struct work *w, const struct pattern *p,
		  struct rw_consignment *c)
{
	struct stamping s = { .w = w, .pattern = p, .c = c };
	uint64_t whose;
	bool good;

	complete(w, p, w->values->root);
	good = fill_values(&s);
	for (size_t i = 0; i < p->items.count && good; i++)
		good = stamp_item(&s, p->items.items[i]);
	if (!good) {
		rw_dispatch_drop(c);
		return false;
	}
	for (size_t i = 0; i < p->findings.count; i++)
		add_found(&s, c->diags,
			  &((struct saved *)p->findings.items[i])->found);
	c->stamped = true;
	c->left_out = p->left_out;
	c->title = p->title;
	c->wanted = p->wanted;
	c->sketch = p->sketch;
	c->whose = rw_marks_replace(c->arena, p->whose, s.values);
	whose = rw_hash(c->whose, strlen(c->whose));
	for (size_t i = 0; i < c->results.count; i++)
		((struct rw_result *)c->results.items[i])->whose = whose;
	return true;
}

/* The pattern of rows like this one, or NULL; whether one may be made of it. */
static const struct pattern *pattern_of(const struct work *w, bool *may_begin)
{
	const struct pattern *pattern = NULL;
	struct group *group;

	*may_begin = false;
	pthread_mutex_lock(&w->a->mutex);
	group = group_of(w->a, w->values->key);
	if (group) {
		group->count++;
		pattern = group->pattern;
		*may_begin = group->state == SEEN &&
			     group->count > BEFORE_PATTERN;
	}
	pthread_mutex_unlock(&w->a->mutex);
	return pattern;
}

/* The row of a pattern may have been an odd one: then another one is tried. */
static void note_fit(const struct work *w, const struct pattern *pattern,
		     bool fits)
{
	struct rw_alike *a = w->a;
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
		    struct rw_row_values *values)
{
	const struct rw_postings *from = by->dispatch->postings;
	const struct work w = { by->dispatch->alike, by, values };
	const struct pattern *pattern;
	bool fits = false, may_begin;

	values->root = NULL;
	if (from->values(from->context, by->thread, c->arena, &c->posting,
			 values) != 0)
		return false;
	pattern = pattern_of(&w, &may_begin);
	if ((pattern || may_begin) && !is_plain(&w)) {
		values->root = NULL;
	} else if (pattern) {
		fits = stamp(&w, pattern, c);
		note_fit(&w, pattern, fits);
	} else if (!may_begin) {
		values->root = NULL;
	}
	return fits;
}

/* ---------------------------------------------------------------- learning */

/* The posting of marks, numbered up and down. */
struct learning {
	const struct work *w;
	const struct rw_consignment *like;
	struct rw_marks marks[2];
	struct rw_consignment made[2];
	struct pattern *pattern;
};

static bool make(struct learning *l, bool down)
{
	struct rw_consignment *c = &l->made[down];
	struct rw_marks *marks = &l->marks[down];

	*c = (struct rw_consignment){ .arena = rw_arena_new() };
	c->diags = rw_diags_new(rw_diags_sources(l->like->diags));
	marks->down = down;
	rw_dispatch_marked(l->w->by, &l->like->posting, marks, c);
	return !marks->unfit && c->whose &&
	       rw_diags_count(c->diags, RW_ERROR) == 0 &&
	       c->results.count == l->like->results.count;
}

/* Whether one of the row's values stands in a message. */
static bool names_value(const struct work *w, const struct rw_found *found)
{
	for (int i = 0; i < RW_ROW_SLOTS; i++) {
		const char *value = w->values->values[i];

		if (value && (strstr(found->message, value) ||
			      strstr(found->hint, value)))
			return true;
	}
	return false;
}

/* Which findings are those of rules that look at values. */
static void note_varying(const struct learning *l, struct item *item,
			 const struct rw_result *result)
{
	struct rw_vec found = found_now(l->w, result, l->like->arena);

	for (size_t i = 0, at = 0; i < item->findings.count; i++) {
		struct saved *one = item->findings.items[i];
		const struct saved *next = at < found.count ? found.items[at]
							    : NULL;

		one->varies = next &&
			      is_same_finding(&one->found, &next->found);
		at += one->varies;
	}
	rw_vec_release(&found);
}

static bool save_findings(const struct learning *l, struct item *item,
			  const struct rw_result *result)
{
	item->findings = saved(l->pattern->arena, result->diags);
	note_varying(l, item, result);
	for (size_t i = 0; i < item->findings.count; i++) {
		const struct saved *one = item->findings.items[i];

		if (!one->varies && names_value(l->w, &one->found))
			return false;
	}
	return true;
}

static void save_lengths(const struct learning *l, struct item *item,
			 size_t board)
{
	struct rw_arena *arena = l->pattern->arena;
	const struct rw_vec *lengths = &l->marks[0].lengths;

	for (size_t i = 0; i < lengths->count; i++) {
		const struct rw_marked_length *length = lengths->items[i];
		struct rw_marked_length *copy;

		if (length->board != board)
			continue;
		copy = rw_arena_zalloc(arena, sizeof(*copy));
		*copy = *length;
		copy->text = rw_arena_strdup(arena, length->text);
		rw_vec_push(&item->lengths, copy);
	}
}

/* Both numberings give the same around their marks. */
static bool cut(struct learning *l, struct item *item, size_t i)
{
	const struct rw_result *up = l->made[0].results.items[i];
	const struct rw_result *down = l->made[1].results.items[i];
	struct rw_stamp *mirror;

	if (up->refused || down->refused || !up->bytes.len)
		return false;
	item->stamp = rw_stamp_cut(l->pattern->arena, &up->bytes, RW_MARKS);
	mirror = rw_stamp_cut(l->made[1].arena, &down->bytes, RW_MARKS);
	return item->stamp && mirror && rw_stamp_mirrors(item->stamp, mirror);
}

static bool learn_item(struct learning *l, size_t i)
{
	struct rw_arena *arena = l->pattern->arena;
	const struct rw_result *like = l->like->results.items[i];
	const struct rw_result *made = l->made[0].results.items[i];
	struct item *item = rw_arena_zalloc(arena, sizeof(*item));

	rw_vec_push(&l->pattern->items, item);
	if (made->board != like->board)
		return false;
	item->like = (struct rw_result){
		.board = like->board,
		.place = rw_arena_strdup(arena, made->place),
		.title = rw_arena_strdup(arena, like->title),
		.url = rw_arena_strdup(arena, made->url),
		.refused = like->refused,
	};
	save_lengths(l, item, like->board);
	return save_findings(l, item, like) &&
	       (like->refused || cut(l, item, i));
}

static const char *copied(struct rw_arena *arena, const char *text)
{
	return text ? rw_arena_strdup(arena, text) : NULL;
}

static void save_posting(const struct learning *l)
{
	const struct rw_consignment *like = l->like, *made = &l->made[0];
	const struct rw_node *place = rw_node_child(made->resolved, "place");
	size_t boards = l->w->by->dispatch->count;
	struct pattern *p = l->pattern;

	p->findings = saved(p->arena, like->diags);
	p->title = rw_arena_strdup(p->arena, like->title);
	p->shown = rw_arena_strdup(
		p->arena,
		((const struct rw_result *)like->results.items[0])->title);
	p->left_out = rw_arena_strdup(p->arena, like->left_out);
	p->whose = rw_arena_strdup(p->arena, made->whose);
	p->sketch = like->sketch;
	p->wanted = rw_arena_alloc(p->arena, boards * sizeof(bool));
	memcpy(p->wanted, like->wanted, boards * sizeof(bool));
	if (!place)
		return;
	p->region_name = copied(p->arena, rw_node_attr(place, "region-name"));
	p->country_name = copied(p->arena, rw_node_attr(place, "country-name"));
}

/* The formats that fields have asked for, whether or not they are shown. */
static void note_used(const struct learning *l)
{
	const struct rw_vec *given = &l->marks[0].given;

	for (size_t i = 0; i < given->count; i++)
		rw_vec_push(&l->pattern->used, given->items[i]);
}

/* A mark that no value is known for, such as that of a day in words. */
static bool has_unknown(const char *text)
{
	for (size_t len = strlen(text); len; text++, len--) {
		size_t mark = rw_slot_length(text, len);

		size_t number =
			mark ? strtoul(text + strlen(RW_SLOT_OPEN), NULL, 10)
			     : 0;

		if (number >= RW_MARKS)
			return true;
	}
	return false;
}

static bool has_unknown_mark(const struct item *item)
{
	for (size_t i = 0; i < item->lengths.count; i++) {
		const struct rw_marked_length *length = item->lengths.items[i];

		if (has_unknown(length->text))
			return true;
	}
	return has_unknown(item->like.url);
}

static bool is_same_result(const struct rw_result *a, const struct rw_result *b)
{
	return a->board == b->board && a->refused == b->refused &&
	       strcmp(a->posting, b->posting) == 0 &&
	       strcmp(a->place, b->place) == 0 &&
	       strcmp(a->item, b->item) == 0 &&
	       strcmp(a->title, b->title) == 0 && strcmp(a->url, b->url) == 0 &&
	       a->bytes.len == b->bytes.len &&
	       memcmp(a->bytes.data, b->bytes.data, a->bytes.len) == 0 &&
	       rw_diags_same(a->diags, b->diags);
}

/* The pattern gives what the long way has given. */
static bool proves(const struct learning *l)
{
	const struct rw_consignment *like = l->like;
	struct rw_consignment again = { .arena = like->arena,
					.posting = like->posting };
	bool same;

	again.diags = rw_diags_new(rw_diags_sources(like->diags));
	same = stamp(l->w, l->pattern, &again) &&
	       strcmp(again.whose, like->whose) == 0 &&
	       again.results.count == like->results.count &&
	       rw_diags_same(again.diags, like->diags);
	for (size_t i = 0; i < again.results.count && same; i++)
		same = is_same_result(again.results.items[i],
				      like->results.items[i]);
	rw_dispatch_drop(&again);
	rw_diags_free(again.diags);
	return same;
}

static bool learn(struct learning *l)
{
	struct pattern *p = l->pattern;

	if (!make(l, false) || !make(l, true))
		return false;
	save_posting(l);
	for (size_t i = 0; i < p->findings.count; i++)
		if (names_value(l->w,
				&((struct saved *)p->findings.items[i])->found))
			return false;
	complete(l->w, p, l->w->values->root);
	for (size_t i = 0; i < l->like->results.count; i++)
		if (!learn_item(l, i) || has_unknown_mark(p->items.items[i]))
			return false;
	note_used(l);
	return proves(l);
}

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
static bool begins(struct rw_alike *a, const char *key)
{
	struct group *group;
	bool begins;

	pthread_mutex_lock(&a->mutex);
	group = rw_map_get(a->groups, key);
	begins = group && group->state == SEEN &&
		 group->count > BEFORE_PATTERN && a->bytes <= MOST_BYTES;
	if (begins)
		group->state = TRIED;
	pthread_mutex_unlock(&a->mutex);
	return begins;
}

static void keep(struct rw_alike *a, const char *key, struct pattern *pattern,
		 size_t size)
{
	struct group *group;

	pthread_mutex_lock(&a->mutex);
	group = group_of(a, key);
	if (group && !group->pattern) {
		group->state = READY;
		group->pattern = pattern;
		a->bytes += size;
	} else {
		free_pattern(pattern);
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
	return c->results.count > 0 && c->wanted && !c->broken;
}

void rw_alike_learn(const struct rw_dispatcher *by,
		    const struct rw_consignment *c,
		    const struct rw_row_values *values)
{
	struct rw_alike *a = by->dispatch->alike;
	const struct work w = { a, by, values };
	struct learning l = { .w = &w, .like = c };

	if (!values->root || !are_fit(a, c) || !begins(a, values->key))
		return;
	l.pattern = rw_calloc(1, sizeof(*l.pattern));
	l.pattern->arena = rw_arena_new();
	l.pattern->file = c->posting.pos.file;
	if (learn(&l))
		keep(a, values->key, l.pattern, size_of(c));
	else
		free_pattern(l.pattern);
	for (int i = 0; i < 2; i++) {
		rw_vec_release(&l.marks[i].lengths);
		rw_vec_release(&l.marks[i].given);
		if (l.made[i].arena)
			rw_dispatch_release(&l.made[i]);
	}
}
