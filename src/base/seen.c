/*
 * An open hash table of 128-bit hashes, at most three quarters full. It grows
 * by half, so that it never takes over 40 bytes for each thing.
 */
#include "base/seen.h"

#include <string.h>
#include <xxhash.h>

#include "base/memory.h"

#define FIRST_SIZE 1024u /* slots */

struct slot {
	uint32_t hash[4];
	uint32_t where; /* 0: free */
};

struct rw_seen {
	struct slot *slots;
	size_t size, count;
};

struct rw_seen *rw_seen_new(void)
{
	struct rw_seen *seen = rw_calloc(1, sizeof(*seen));

	seen->size = FIRST_SIZE;
	seen->slots = rw_calloc(seen->size, sizeof(*seen->slots));
	return seen;
}

void rw_seen_free(struct rw_seen *seen)
{
	if (seen == NULL)
		return;
	rw_free(seen->slots);
	rw_free(seen);
}

size_t rw_seen_count(const struct rw_seen *seen)
{
	return seen->count;
}

/* The slot of 'hash', or the free one where it belongs. */
static struct slot *find(const struct rw_seen *seen, const uint32_t hash[4])
{
	size_t at = (size_t)((uint64_t)hash[0] * seen->size >> 32);

	while (seen->slots[at].where != 0 &&
	       memcmp(seen->slots[at].hash, hash, sizeof(seen->slots->hash)))
		at = at + 1 < seen->size ? at + 1 : 0;
	return &seen->slots[at];
}

static void grow(struct rw_seen *seen)
{
	struct rw_seen larger = { .size = seen->size + seen->size / 2 };

	larger.slots = rw_calloc(larger.size, sizeof(*larger.slots));
	for (size_t i = 0; i < seen->size; i++)
		if (seen->slots[i].where != 0)
			*find(&larger, seen->slots[i].hash) = seen->slots[i];
	rw_free(seen->slots);
	seen->slots = larger.slots;
	seen->size = larger.size;
}

uint32_t rw_seen_add(struct rw_seen *seen, const void *data, size_t len,
		     uint32_t where)
{
	XXH128_hash_t sum = XXH3_128bits(data, len);
	const uint32_t hash[4] = { (uint32_t)sum.low64,
				   (uint32_t)(sum.low64 >> 32),
				   (uint32_t)sum.high64,
				   (uint32_t)(sum.high64 >> 32) };
	struct slot *slot = find(seen, hash);

	if (slot->where != 0)
		return slot->where;
	memcpy(slot->hash, hash, sizeof(slot->hash));
	slot->where = where;
	if (++seen->count > seen->size / 4 * 3)
		grow(seen);
	return 0;
}
