/*
 * Groups of documents alike, and their patterns.
 *
 * A pattern is trusted if no expression of the stylesheet looks at a slot
 * (xml/inspect.h), if every value passed only through escapes on its way out
 * (write/stamp.h), if two fillings give the same text around the slots, and if
 * it gives the bytes of a document that was made the long way without an error.
 */
#include "publish/stamper.h"

#include <pthread.h>
#include <string.h>

#include "publish/render.h"
#include "publish/slots.h"
#include "write/stamp.h"

/* Documents alike that are made the long way before a pattern pays. */
#define BEFORE_PATTERN 3

enum state {
	NONE,
	MAKING,
	READY,
	REFUSED
};

struct group {
	size_t count;
	enum state state;
	struct rw_arena *arena;
	struct rw_stamp *stamp;
};

struct rw_stamper {
	struct rw_arena *arena; /* guarded by the mutex */
	struct rw_slot_kinds *kinds;
	enum rw_format format;
	pthread_mutex_t mutex;
	struct rw_map *groups; /* by the key of their slots */
	struct rw_vec all;
	size_t stamped;
};

static void release(void *object)
{
	struct rw_stamper *s = object;

	for (size_t i = 0; i < s->all.count; i++)
		rw_arena_free(((struct group *)s->all.items[i])->arena);
	rw_vec_release(&s->all);
	rw_map_free(s->groups);
	rw_arena_free(s->arena);
	pthread_mutex_destroy(&s->mutex);
}

struct rw_stamper *rw_stamper_new(struct rw_arena *arena,
				  struct rw_sheets *sheets,
				  enum rw_format format, struct rw_diags *diags)
{
	const struct rw_inspection *inspection =
		rw_sheets_inspect(sheets, rw_format_sheet(format), diags);
	struct rw_stamper *s;

	if (inspection == NULL)
		return NULL;
	s = rw_arena_zalloc(arena, sizeof(*s));
	s->arena = rw_arena_new();
	s->kinds = rw_slot_kinds_new(s->arena, inspection);
	s->format = format;
	s->groups = rw_map_new();
	pthread_mutex_init(&s->mutex, NULL);
	rw_arena_defer(arena, release, s);
	return s;
}

size_t rw_stamper_count(const struct rw_stamper *s)
{
	return s->stamped;
}

/* The group of 'key'; *makes if the caller is to make its pattern. */
static struct group *join(struct rw_stamper *s, const char *key, bool *makes)
{
	struct group *group;

	pthread_mutex_lock(&s->mutex);
	group = rw_map_get(s->groups, key);
	if (group == NULL) {
		group = rw_arena_zalloc(s->arena, sizeof(*group));
		rw_map_put(s->groups, key, group);
		rw_vec_push(&s->all, group);
	}
	group->count++;
	*makes = group->state == NONE && group->count >= BEFORE_PATTERN;
	if (*makes)
		group->state = MAKING;
	if (group->state == READY)
		s->stamped++;
	pthread_mutex_unlock(&s->mutex);
	return group;
}

static bool is_ready(struct rw_stamper *s, const struct group *group)
{
	bool ready;

	pthread_mutex_lock(&s->mutex);
	ready = group->state == READY;
	pthread_mutex_unlock(&s->mutex);
	return ready;
}

/* The pattern from 'doc' with marks numbered up or 'down'; NULL: none. */
static struct rw_stamp *pattern(struct rw_stamper *s,
				const struct rw_press *press,
				struct rw_arena *arena,
				const struct rw_doc *doc, bool down)
{
	struct rw_doc *copy = rw_doc_copy(press->arena, doc);
	struct rw_buf bytes = RW_BUF_INIT;
	struct rw_stamp *stamp = NULL;
	struct rw_slots slots;

	if (rw_slots_find(&slots, press->arena, s->kinds, copy) == 0) {
		size_t count = slots.values.count;

		rw_slots_mark(&slots, down);
		if (rw_render(press, copy, s->format, &bytes) == 0)
			stamp = rw_stamp_cut(arena, &bytes, count);
	}
	rw_slots_release(&slots);
	rw_buf_release(&bytes);
	return stamp;
}

/* Whether the pattern gives 'bytes' for the values that they were made of. */
static bool gives(const struct rw_stamp *stamp, const struct rw_slots *slots,
		  const struct rw_buf *bytes)
{
	struct rw_buf ours = RW_BUF_INIT;
	bool same = rw_stamp_write(stamp,
				   (const char *const *)slots->values.items,
				   &ours) == 0 &&
		    ours.len == bytes->len &&
		    memcmp(ours.data, bytes->data, ours.len) == 0;

	rw_buf_release(&ours);
	return same;
}

static void settle(struct rw_stamper *s, struct group *group,
		   struct rw_arena *arena, struct rw_stamp *stamp)
{
	pthread_mutex_lock(&s->mutex);
	group->arena = arena;
	group->stamp = stamp;
	group->state = stamp ? READY : REFUSED;
	pthread_mutex_unlock(&s->mutex);
}

/* Writes 'doc' the long way, and makes the pattern of its group from it. */
static int write_and_learn(struct rw_stamper *s, struct group *group,
			   const struct rw_press *press, struct rw_doc *doc,
			   struct rw_buf *out)
{
	struct rw_diags *quiet = rw_diags_new(rw_diags_sources(press->diags));
	const struct rw_press learning = { press->sheets, press->arena, quiet };
	struct rw_arena *arena = rw_arena_new();
	struct rw_doc *copy = rw_doc_copy(press->arena, doc);
	struct rw_stamp *up, *down;
	size_t errors = rw_diags_count(press->diags, RW_ERROR);
	struct rw_slots slots;
	int status;

	up = pattern(s, &learning, arena, doc, false);
	down = up ? pattern(s, &learning, press->arena, doc, true) : NULL;
	status = rw_render(press, doc, s->format, out);
	if (rw_slots_find(&slots, press->arena, s->kinds, copy) != 0 ||
	    status != 0 || rw_diags_count(press->diags, RW_ERROR) > errors ||
	    !down || !rw_stamp_mirrors(up, down) || !gives(up, &slots, out))
		up = NULL;
	settle(s, group, arena, up);
	rw_slots_release(&slots);
	rw_diags_free(quiet);
	return status;
}

int rw_stamper_write(struct rw_stamper *s, const struct rw_press *press,
		     struct rw_doc *doc, struct rw_buf *out)
{
	struct group *group = NULL;
	struct rw_slots slots;
	bool makes = false;
	int status = -1;

	if (rw_slots_find(&slots, press->arena, s->kinds, doc) == 0)
		group = join(s, slots.key, &makes);
	if (group && !makes && is_ready(s, group))
		status = rw_stamp_write(group->stamp,
					(const char *const *)slots.values.items,
					out);
	rw_slots_release(&slots);
	if (status == 0)
		return 0;
	return makes ? write_and_learn(s, group, press, doc, out)
		     : rw_render(press, doc, s->format, out);
}
