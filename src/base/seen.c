/*
 * Open hash tables of 128-bit hashes, at most three quarters full. Each grows
 * by half, and by itself, so that all together never take over 40 bytes for
 * each of some hundred things or more, nor twice that while one grows.
 */
#include "base/seen.h"

#include <string.h>
#include <xxhash.h>

#include "base/memory.h"

#define TABLES 64u
#define FIRST_SIZE 16u /* slots */

struct slot {
	uint32_t hash[4];
	uint32_t where; /* 0: free */
};

struct table {
	struct slot *slots;
	size_t size, count;
};

struct rw_seen {
	struct table tables[TABLES];
};

struct rw_seen *rw_seen_new(void)
{
	struct rw_seen *seen = rw_calloc(1, sizeof(*seen));

	for (size_t i = 0; i < TABLES; i++) {
		seen->tables[i].size = FIRST_SIZE;
		seen->tables[i].slots =
			rw_calloc(FIRST_SIZE, sizeof(struct slot));
	}
	return seen;
}

void rw_seen_free(struct rw_seen *seen)
{
	if (seen == NULL)
		return;
	for (size_t i = 0; i < TABLES; i++)
		rw_free(seen->tables[i].slots);
	rw_free(seen);
}

size_t rw_seen_count(const struct rw_seen *seen)
{
	size_t count = 0;

	for (size_t i = 0; i < TABLES; i++)
		count += seen->tables[i].count;
	return count;
}

/* The slot of 'hash', or the free one where it belongs. */
static struct slot *find(const struct table *table, const uint32_t hash[4])
{
	size_t at = (size_t)((uint64_t)hash[0] * table->size >> 32);

	while (table->slots[at].where != 0 &&
	       memcmp(table->slots[at].hash, hash, sizeof(table->slots->hash)))
		at = at + 1 < table->size ? at + 1 : 0;
	return &table->slots[at];
}

static void grow(struct table *table)
{
	struct table larger = { .size = table->size + table->size / 2,
				.count = table->count };

	larger.slots = rw_calloc(larger.size, sizeof(*larger.slots));
	for (size_t i = 0; i < table->size; i++)
		if (table->slots[i].where != 0)
			*find(&larger, table->slots[i].hash) = table->slots[i];
	rw_free(table->slots);
	*table = larger;
}

uint32_t rw_seen_add(struct rw_seen *seen, const void *data, size_t len,
		     uint32_t where)
{
	XXH128_hash_t sum = XXH3_128bits(data, len);
	const uint32_t hash[4] = { (uint32_t)sum.low64,
				   (uint32_t)(sum.low64 >> 32),
				   (uint32_t)sum.high64,
				   (uint32_t)(sum.high64 >> 32) };
	struct table *table = &seen->tables[hash[3] % TABLES];
	struct slot *slot = find(table, hash);

	if (slot->where != 0)
		return slot->where;
	memcpy(slot->hash, hash, sizeof(slot->hash));
	slot->where = where;
	if (++table->count > table->size / 4 * 3)
		grow(table);
	return 0;
}
