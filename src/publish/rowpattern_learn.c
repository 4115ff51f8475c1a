/*
 * Patterns from rows, and what is checked before one is trusted.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/slot.h"
#include "publish/rowpattern.h"
#include "xml/attributes.h"

/* The posting of marks, numbered up and down. */
struct learning {
	const struct rw_row_at_work *w;
	const struct rw_consignment *like;
	struct rw_marks marks[2];
	struct rw_consignment made[2];
	struct rw_row_pattern *pattern;
	const bool *fit; /* boards that take title and text as marks */
};

static bool make(struct learning *l, bool down)
{
	struct rw_consignment *c = &l->made[down];
	struct rw_marks *marks = &l->marks[down];

	*c = (struct rw_consignment){ .arena = rw_arena_new() };
	c->diags = rw_diags_new(rw_diags_sources(l->like->diags));
	marks->down = down;
	rw_dispatch_marked(l->w->by, &l->like->posting, marks, c);
	return !marks->unfit && (marks->texts || !marks->spoiled.count) &&
	       c->whose && rw_diags_count(c->diags, RW_ERROR) == 0 &&
	       c->results.count == l->like->results.count;
}

/* Whether one of the row's values stands in a message. */
static bool names_value(const struct rw_row_at_work *w,
			const struct rw_found *found)
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
static void note_varying(const struct learning *l,
			 struct rw_row_pattern_item *item,
			 const struct rw_result *result)
{
	struct rw_vec found =
		rw_row_pattern_found_now(l->w, result, l->like->arena);

	for (size_t i = 0, at = 0; i < item->findings.count; i++) {
		struct rw_row_pattern_finding *one = item->findings.items[i];
		const struct rw_row_pattern_finding *next =
			at < found.count ? found.items[at] : NULL;

		one->varies = next && rw_row_pattern_same_finding(&one->found,
								  &next->found);
		at += one->varies;
	}
	rw_vec_release(&found);
}

static bool save_findings(const struct learning *l,
			  struct rw_row_pattern_item *item,
			  const struct rw_result *result)
{
	item->findings =
		rw_row_pattern_findings(l->pattern->arena, result->diags);
	note_varying(l, item, result);
	for (size_t i = 0; i < item->findings.count; i++) {
		const struct rw_row_pattern_finding *one =
			item->findings.items[i];

		if (!one->varies && names_value(l->w, &one->found))
			return false;
	}
	return true;
}

static void save_lengths(const struct learning *l,
			 struct rw_row_pattern_item *item, size_t board)
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
static bool cut(struct learning *l, struct rw_row_pattern_item *item, size_t i)
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
	struct rw_row_pattern_item *item =
		rw_arena_zalloc(arena, sizeof(*item));

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
	struct rw_row_pattern *p = l->pattern;

	p->findings = rw_row_pattern_findings(p->arena, like->diags);
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

static bool has_unknown_mark(const struct rw_row_pattern_item *item)
{
	for (size_t i = 0; i < item->lengths.count; i++) {
		const struct rw_marked_length *length = item->lengths.items[i];

		if (has_unknown(length->text))
			return true;
	}
	return has_unknown(item->like.url);
}

/* The pattern gives what the long way has given. */
static bool proves(const struct learning *l)
{
	const struct rw_consignment *like = l->like;
	struct rw_consignment again = { .arena = like->arena,
					.posting = like->posting };
	bool same;

	again.diags = rw_diags_new(rw_diags_sources(like->diags));
	same = rw_row_pattern_stamp(l->w, l->pattern, &again) &&
	       strcmp(again.whose, like->whose) == 0 &&
	       again.results.count == like->results.count &&
	       rw_diags_same(again.diags, like->diags);
	for (size_t i = 0; i < again.results.count && same; i++)
		same = rw_row_pattern_same_result(again.results.items[i],
						  like->results.items[i]);
	rw_dispatch_drop(&again);
	rw_diags_free(again.diags);
	return same;
}

static bool learn(struct learning *l)
{
	struct rw_row_pattern *p = l->pattern;

	if (!make(l, false) || !make(l, true))
		return false;
	save_posting(l);
	for (size_t i = 0; i < p->findings.count; i++)
		if (names_value(l->w, &((struct rw_row_pattern_finding *)
						p->findings.items[i])
					       ->found))
			return false;
	rw_row_pattern_complete(l->w, p, l->w->values->root);
	for (size_t i = 0; i < l->like->results.count; i++)
		if (!learn_item(l, i) || has_unknown_mark(p->items.items[i]))
			return false;
	note_used(l);
	return proves(l);
}

static const struct rw_doc *text_of(const struct learning *l, size_t board)
{
	const struct rw_vec *shown = &l->marks[0].shown;

	for (size_t i = 0; i < shown->count; i++) {
		const struct rw_marked_text *text = shown->items[i];

		if (text->board == board)
			return text->tree;
	}
	return NULL;
}

static bool finds_marks(const struct rw_row_pattern_item *item)
{
	for (size_t i = 0; i < item->findings.count; i++) {
		const struct rw_row_pattern_finding *one =
			item->findings.items[i];

		if (rw_slot_in(one->found.message) ||
		    rw_slot_in(one->found.hint))
			return true;
	}
	return false;
}

/* An item with marks for title and text; the rules see each row. */
static bool learn_text(struct learning *l, struct rw_row_pattern_item *item,
		       size_t i)
{
	const struct rw_result *up = l->made[0].results.items[i];
	const struct rw_result *down = l->made[1].results.items[i];
	const struct rw_doc *text = text_of(l, up->board);
	struct rw_arena *arena = l->pattern->arena;

	if (!text || !l->fit[up->board] ||
	    rw_marks_spoiled(&l->marks[0], up->board))
		return false;
	item->text =
		rw_marks_text(arena, rw_node_child(rw_doc_root(text), NULL));
	item->like = (struct rw_result){
		.board = up->board,
		.url = rw_arena_strdup(arena, up->url),
	};
	item->findings = rw_row_pattern_findings(arena, up->diags);
	save_lengths(l, item, up->board);
	return !finds_marks(item) && !has_unknown_mark(item) &&
	       (up->refused ? down->refused : cut(l, item, i));
}

static bool learn_texts(struct learning *l)
{
	struct rw_row_pattern *p = l->pattern;

	l->marks[0].texts = l->marks[1].texts = true;
	if (!make(l, false) || !make(l, true))
		return false;
	memcpy(p->own, l->marks[0].own, sizeof(p->own));
	for (size_t i = 0; i < l->like->results.count; i++) {
		struct rw_row_pattern_item *item =
			rw_arena_zalloc(p->arena, sizeof(*item));

		if (learn_text(l, item, i))
			rw_vec_push(&p->items, item);
		else
			rw_row_pattern_item_free(item);
	}
	note_used(l);
	return p->items.count > 0;
}

/* The pattern, if it is 'good'; frees all else. */
static struct rw_row_pattern *end(struct learning *l, bool good)
{
	for (int i = 0; i < 2; i++) {
		rw_marks_release(&l->marks[i]);
		if (l->made[i].arena)
			rw_dispatch_release(&l->made[i]);
	}
	if (good)
		return l->pattern;
	rw_row_pattern_free(l->pattern);
	return NULL;
}

static struct rw_row_pattern *begin(const struct rw_consignment *like)
{
	struct rw_row_pattern *p = rw_calloc(1, sizeof(*p));

	p->arena = rw_arena_new();
	p->file = like->posting.pos.file;
	return p;
}

struct rw_row_pattern *rw_row_pattern_learn(const struct rw_row_at_work *work,
					    const struct rw_consignment *like)
{
	struct learning l = { .w = work, .like = like, .pattern = begin(like) };

	return end(&l, learn(&l));
}

struct rw_row_pattern *
rw_row_pattern_learn_texts(const struct rw_row_at_work *work,
			   const struct rw_consignment *like, const bool *fit)
{
	struct learning l = {
		.w = work, .like = like, .pattern = begin(like), .fit = fit
	};

	return end(&l, learn_texts(&l));
}
