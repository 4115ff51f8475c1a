/*
 * Stamping rows from their pattern.
 */
#include "publish/rowpattern.h"

#include <string.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/slot.h"
#include "base/utf8.h"
#include "publish/preflight.h"

/* The pattern's arena has the rest. */
void rw_row_pattern_item_free(struct rw_row_pattern_item *item)
{
	rw_vec_release(&item->findings);
	rw_vec_release(&item->lengths);
}

void rw_row_pattern_free(struct rw_row_pattern *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->items.count; i++)
		rw_row_pattern_item_free(p->items.items[i]);
	rw_vec_release(&p->items);
	rw_vec_release(&p->findings);
	rw_vec_release(&p->used);
	rw_arena_free(p->arena);
	rw_free(p);
}

/* Longer ones may be cut in messages. */
#define VALUE_BYTES 400

/* A field has it as it is: one line that is not blank. */
bool rw_row_pattern_takes(const char *value)
{
	const char *at = value;

	for (; *at != '\0'; at++)
		if (strchr("\t\r\n", *at) ||
		    (*at == ' ' &&
		     (at == value || at[1] == ' ' || at[1] == '\0')))
			return false;
	return at > value && at - value <= VALUE_BYTES;
}

/* ---------------------------------------------------------------- findings */

struct saving {
	struct rw_arena *arena;
	struct rw_vec *to;
};

static void save(void *context, const struct rw_found *found)
{
	const struct saving *s = context;
	struct rw_row_pattern_finding *copy =
		rw_arena_zalloc(s->arena, sizeof(*copy));

	copy->found = *found;
	copy->found.message = rw_arena_strdup(s->arena, found->message);
	copy->found.hint = rw_arena_strdup(s->arena, found->hint);
	rw_vec_push(s->to, copy);
}

struct rw_vec rw_row_pattern_findings(struct rw_arena *arena,
				      const struct rw_diags *diags)
{
	struct rw_vec list = { 0 };
	struct saving s = { arena, &list };

	rw_diags_each(diags, save, &s);
	return list;
}

bool rw_row_pattern_same_finding(const struct rw_found *a,
				 const struct rw_found *b)
{
	return a->code == b->code && a->severity == b->severity &&
	       strcmp(a->message, b->message) == 0 &&
	       strcmp(a->hint, b->hint) == 0;
}

bool rw_row_pattern_same_result(const struct rw_result *a,
				const struct rw_result *b)
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

/* ---------------------------------------------------------------- stamping */

/* What the long way would have added to the posting that rules look at. */
void rw_row_pattern_complete(const struct rw_row_at_work *w,
			     const struct rw_row_pattern *p,
			     struct rw_node *root)
{
	struct rw_node *place = rw_node_child(root, "place");
	char today[RW_DATE_SIZE];

	if (rw_node_attr(root, "date"))
		return;
	rw_date_format(rw_workspace_options(w->by->dispatch->ws)->today, today);
	rw_node_set_attr(root, "date", today);
	rw_node_add_with_text(root, RW_NS, "title", p->shown);
	if (place && p->country_name)
		rw_node_set_attr(place, "country-name", p->country_name);
	if (w->values->page)
		rw_node_set_attr(rw_node_add(rw_node_add(root, RW_NS, "site"),
					     RW_NS, "canonical"),
				 "href", w->values->page);
}

/* The values that marks stand for; false if one cannot be written so. */
static bool fill_values(struct rw_stamping *s)
{
	const struct rw_row_values *v = s->w->values;

	for (int i = 0; i < RW_ROW_SLOTS; i++)
		s->values[i * RW_FIELD_FORMATS] = v->values[i] ? v->values[i]
							       : "";
	for (size_t i = 0; i < s->pattern->used.count; i++) {
		size_t mark = (size_t)(uintptr_t)s->pattern->used.items[i];
		const char *value = s->values[mark - mark % RW_FIELD_FORMATS];

		if (!value || !*value)
			continue;
		s->values[mark] = rw_field_format_text(
			s->c->arena, v->root, value,
			(enum rw_field_format)(mark % RW_FIELD_FORMATS));
		if (!s->values[mark])
			return false;
	}
	return true;
}

static bool has_length(const struct rw_stamping *s,
		       const struct rw_marked_length *length)
{
	const char *text =
		rw_marks_replace(s->c->arena, length->text, s->values);
	size_t size = rw_utf8_length(text, strlen(text));

	return size >= length->field->least &&
	       (!length->field->most || size <= length->field->most);
}

/* Each thread's reader has a file of its own for the places in rows. */
static void add_found(const struct rw_stamping *s, struct rw_diags *diags,
		      const struct rw_found *found)
{
	struct rw_found ours = *found;

	if (ours.pos.file == s->pattern->file)
		ours.pos.file = s->c->posting.pos.file;
	rw_diags_add(diags, &ours);
}

/* What the rules that look at values find of the row at work. */
struct rw_vec rw_row_pattern_found_now(const struct rw_row_at_work *w,
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
	found = rw_row_pattern_findings(arena, now);
	rw_diags_free(now);
	return found;
}

/* What the rules find now takes the places of what they found before. */
static bool replay(const struct rw_stamping *s,
		   const struct rw_row_pattern_item *item,
		   struct rw_result *result)
{
	struct rw_vec found =
		rw_row_pattern_found_now(s->w, result, s->c->arena);
	size_t at = 0;
	bool same = true;

	for (size_t i = 0; i < item->findings.count && same; i++) {
		const struct rw_row_pattern_finding *old =
			item->findings.items[i];
		struct rw_found add = old->found;

		if (old->varies) {
			const struct rw_row_pattern_finding *new =
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

static void name_item(struct rw_stamping *s,
		      const struct rw_row_pattern_item *item,
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
static bool stamp_item(struct rw_stamping *s,
		       const struct rw_row_pattern_item *item)
{
	struct rw_result *result =
		rw_arena_zalloc(s->c->arena, sizeof(*result));

	*result = item->like;
	result->pos = s->c->posting.pos;
	result->stamped = true;
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

bool rw_row_pattern_stamp(const struct rw_row_at_work *w,
			  const struct rw_row_pattern *p,
			  struct rw_consignment *c)
{
	struct rw_stamping s = { .w = w, .pattern = p, .c = c };
	uint64_t whose;
	bool good;

	rw_row_pattern_complete(w, p, w->values->root);
	good = fill_values(&s);
	for (size_t i = 0; i < p->items.count && good; i++)
		good = stamp_item(&s, p->items.items[i]);
	if (!good) {
		rw_dispatch_drop(c);
		return false;
	}
	for (size_t i = 0; i < p->findings.count; i++)
		add_found(
			&s, c->diags,
			&((struct rw_row_pattern_finding *)p->findings.items[i])
				 ->found);
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

/* ------------------------------------------------- rows with their own text */

/* Values of the resolved posting; false if one cannot stand for a mark. */
static bool fill_own(struct rw_stamping *s, const struct rw_node *resolved)
{
	for (size_t i = 0; i < RW_MARKS_OWN; i++) {
		const char *value;

		if (!s->pattern->own[i])
			continue;
		value = rw_marks_own(s->c->arena, resolved, i);
		if (!value || rw_slot_in(value) || !rw_row_pattern_takes(value))
			return false;
		s->values[(RW_MARK_OWN + i) * RW_FIELD_FORMATS] = value;
	}
	return true;
}

struct rw_stamping *rw_row_pattern_stamping(const struct rw_row_at_work *w,
					    const struct rw_row_pattern *p,
					    struct rw_consignment *c,
					    const struct rw_node *resolved)
{
	struct rw_stamping *s = rw_arena_zalloc(c->arena, sizeof(*s));
	struct rw_row_at_work *own = rw_arena_alloc(c->arena, sizeof(*own));

	*own = *w;
	*s = (struct rw_stamping){ .w = own, .pattern = p, .c = c };
	return fill_own(s, resolved) && fill_values(s) ? s : NULL;
}

/* The text of an item; false if it cannot stand for a mark. */
static bool fill_text(struct rw_stamping *s,
		      const struct rw_row_pattern_item *like,
		      const struct rw_item *item)
{
	const struct rw_node *markup =
		rw_node_child(rw_doc_root(like->text), NULL);
	const char *text =
		rw_description_text(item->description, markup, item->diags);

	/* An element without text may be written in another way. */
	if (!text || !*text || rw_slot_in(text))
		return false;
	s->values[RW_MARK_ITEM * RW_FIELD_FORMATS] = item->id;
	s->values[RW_MARK_TEXT * RW_FIELD_FORMATS] = text;
	for (size_t i = 0; i < like->lengths.count; i++)
		if (!has_length(s, like->lengths.items[i]))
			return false;
	return true;
}

/* What the pattern makes of a row; -1 if it does not fit. */
int rw_row_pattern_fill(struct rw_stamping *s,
			const struct rw_row_pattern_item *like,
			struct rw_item *item, struct rw_result *result)
{
	size_t fields = item->board->field_count;

	if (!fill_text(s, like, item))
		return -1;
	result->url = rw_marks_replace(s->c->arena, like->like.url, s->values);
	item->tree = like->text;
	item->texts =
		rw_arena_zalloc(s->c->arena, fields * sizeof(*item->texts));
	for (size_t i = 0; i < like->findings.count; i++)
		add_found(s, item->diags,
			  &((struct rw_row_pattern_finding *)
				    like->findings.items[i])
				   ->found);
	rw_board_check_texts(item);
	rw_preflight_run(item);
	if (rw_diags_count(item->diags, RW_ERROR) > 0)
		return 0;
	return like->stamp
		       ? rw_stamp_write(like->stamp, s->values, &result->bytes)
		       : -1;
}
