/*
 * A hash map from strings to pointers, and a vector of pointers.
 */
#ifndef RW_BASE_MAP_H
#define RW_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct rw_map;

/* A new map; the caller frees it. Keys are copied, values are not owned. */
struct rw_map *rw_map_new(void);
void rw_map_free(struct rw_map *map);

/* The value of 'key', or NULL. */
void *rw_map_get(const struct rw_map *map, const char *key);

/* Sets 'key' to 'value' (not NULL); the earlier value, or NULL. */
void *rw_map_put(struct rw_map *map, const char *key, void *value);

/* Drops 'key'; its value, or NULL. */
void *rw_map_remove(struct rw_map *map, const char *key);

size_t rw_map_count(const struct rw_map *map);

/*
 * The keys in byte order, an array of rw_map_count() pointers that are valid
 * until the map changes; the caller frees the array with rw_free.
 */
const char **rw_map_keys(const struct rw_map *map);

/* A vector: zero it to begin, rw_vec_release frees 'items' only. */
struct rw_vec {
	void **items;
	size_t count;
	size_t cap;
};
void rw_vec_push(struct rw_vec *vec, void *item);
void rw_vec_release(struct rw_vec *vec);

#endif
