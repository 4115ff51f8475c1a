/*
 * Hits by text.
 */
#include "text/term_memo.h"

#include <string.h>

#include "base/map.h"

/* Texts; those of a large library are fewer. */
#define MOST 16384

struct hits {
	size_t count;
	struct rw_term_hit *items;
};

struct rw_term_memo {
	struct rw_arena *arena;
	const struct rw_term_index *index;
	struct rw_map *texts; /* -> struct hits */
};

static void release(void *object)
{
	struct rw_term_memo *memo = object;

	rw_map_free(memo->texts);
}

struct rw_term_memo *rw_term_memo_new(struct rw_arena *arena,
				      const struct rw_term_index *index)
{
	struct rw_term_memo *memo = rw_arena_zalloc(arena, sizeof(*memo));

	memo->arena = arena;
	memo->index = index;
	memo->texts = rw_map_new();
	rw_arena_defer(arena, release, memo);
	return memo;
}

static struct hits *find(const struct rw_term_memo *memo,
			 struct rw_arena *arena, const char *text)
{
	struct hits *hits = rw_arena_zalloc(arena, sizeof(*hits));
	struct rw_vec found = { 0 };
	size_t len = strlen(text), start = 0;
	struct rw_term_hit hit;

	while (rw_term_index_find(memo->index, text, len, start, &hit)) {
		struct rw_term_hit *copy = rw_arena_zalloc(arena, sizeof(hit));

		*copy = hit;
		rw_vec_push(&found, copy);
		start = hit.to;
	}
	hits->count = found.count;
	hits->items = rw_arena_zalloc(arena, (found.count + 1) * sizeof(hit));
	for (size_t i = 0; i < found.count; i++)
		hits->items[i] = *(struct rw_term_hit *)found.items[i];
	rw_vec_release(&found);
	return hits;
}

const struct rw_term_hit *rw_term_memo_find(struct rw_term_memo *memo,
					    struct rw_arena *arena,
					    const char *text, size_t *count)
{
	struct hits *hits = rw_map_get(memo->texts, text);

	if (!hits && rw_map_count(memo->texts) < MOST) {
		hits = find(memo, memo->arena, text);
		rw_map_put(memo->texts, text, hits);
	} else if (!hits) {
		hits = find(memo, arena, text);
	}
	*count = hits->count;
	return hits->items;
}
