/*
 * A hash map with open addressing (linear probing, at most half full), and
 * a vector.
 */
#include "base/map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"

#define FIRST_SLOTS 16

struct slot {
	char *key; /* NULL: free */
	uint64_t hash;
	void *value;
};

struct rw_map {
	struct slot *slots;
	size_t cap; /* a power of two */
	size_t count;
};

/* The slot that holds 'key', or the free one where it belongs. */
static struct slot *find(const struct rw_map *map, const char *key,
			 uint64_t hash)
{
	size_t at = (size_t)hash & (map->cap - 1);

	for (;; at = (at + 1) & (map->cap - 1)) {
		struct slot *slot = &map->slots[at];

		if (!slot->key ||
		    (slot->hash == hash && strcmp(slot->key, key) == 0))
			return slot;
	}
}

static void grow(struct rw_map *map)
{
	struct slot *old = map->slots;
	size_t old_cap = map->cap;

	map->cap = old_cap * 2;
	map->slots = rw_calloc(map->cap, sizeof(*map->slots));
	for (size_t i = 0; i < old_cap; i++)
		if (old[i].key)
			*find(map, old[i].key, old[i].hash) = old[i];
	rw_free(old);
}

/* Moves later slots of the same run back over the free slot 'hole'. */
static void close_hole(struct rw_map *map, size_t hole)
{
	size_t mask = map->cap - 1;
	size_t at = hole;

	for (;;) {
		size_t home;

		at = (at + 1) & mask;
		if (!map->slots[at].key)
			return;
		home = (size_t)map->slots[at].hash & mask;
		if (((at - home) & mask) < ((at - hole) & mask))
			continue;
		map->slots[hole] = map->slots[at];
		map->slots[at].key = NULL;
		hole = at;
	}
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct rw_map *rw_map_new(void)
{
	struct rw_map *map = rw_calloc(1, sizeof(*map));

	map->cap = FIRST_SLOTS;
	map->slots = rw_calloc(map->cap, sizeof(*map->slots));
	return map;
}

void rw_map_free(struct rw_map *map)
{
	if (!map)
		return;
	for (size_t i = 0; i < map->cap; i++)
		rw_free(map->slots[i].key);
	rw_free(map->slots);
	rw_free(map);
}

void *rw_map_get(const struct rw_map *map, const char *key)
{
	struct slot *slot = find(map, key, rw_hash(key, strlen(key)));

	return slot->key ? slot->value : NULL;
}

void *rw_map_put(struct rw_map *map, const char *key, void *value)
{
	uint64_t hash = rw_hash(key, strlen(key));
	struct slot *slot = find(map, key, hash);
	void *earlier = slot->value;

	if (slot->key) {
		slot->value = value;
		return earlier;
	}
	if ((map->count + 1) * 2 > map->cap) {
		grow(map);
		slot = find(map, key, hash);
	}
	slot->key = rw_strdup(key);
	slot->hash = hash;
	slot->value = value;
	map->count++;
	return NULL;
}

void *rw_map_remove(struct rw_map *map, const char *key)
{
	struct slot *slot = find(map, key, rw_hash(key, strlen(key)));
	void *value = slot->value;

	if (!slot->key)
		return NULL;
	rw_free(slot->key);
	slot->key = NULL;
	map->count--;
	close_hole(map, (size_t)(slot - map->slots));
	return value;
}

size_t rw_map_count(const struct rw_map *map)
{
	return map->count;
}

const char **rw_map_keys(const struct rw_map *map)
{
	const char **keys = rw_malloc((map->count + 1) * sizeof(*keys));
	size_t count = 0;

	for (size_t i = 0; i < map->cap; i++)
		if (map->slots[i].key)
			keys[count++] = map->slots[i].key;
	if (count)
		qsort(keys, count, sizeof(*keys), by_bytes);
	return keys;
}

void rw_vec_push(struct rw_vec *vec, void *item)
{
	if (vec->count == vec->cap) {
		vec->cap = vec->cap ? vec->cap * 2 : 8;
		vec->items =
			rw_realloc(vec->items, vec->cap * sizeof(*vec->items));
	}
	vec->items[vec->count++] = item;
}

void rw_vec_release(struct rw_vec *vec)
{
	rw_free(vec->items);
	memset(vec, 0, sizeof(*vec));
}
