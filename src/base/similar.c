#include "base/similar.h"

#include <string.h>

#include "base/hash.h"
#include "base/memory.h"

#define RUN 3	  /* words */
#define BINS 128u /* a bit each */
#define FEWEST 30 /* runs of a text that is compared */
/* Nine tenths of a text the same: 0.9 of 1.1 runs. Some are estimated less. */
#define LIKENESS 0.77
/* Of a group, so many are looked at, the latest first. */
#define LOOKS 4096

#define SPACE " \t\r\n"

struct entry {
	uint64_t group;
	struct rw_sketch sketch;
	char *id;
	uint32_t next; /* of the same bucket, 1 more than its number; 0: none */
};

struct rw_similar {
	uint32_t heads[RW_SIMILAR_MOST];
	struct entry entries[RW_SIMILAR_MOST];
	uint32_t count;
};

/* ----------------------------------------------------------------- sketches */

/* The least hash of the runs that fall into each bin; UINT64_MAX: none do. */
static size_t fill_bins(const char *text, uint64_t bins[BINS])
{
	const char *starts[RUN] = { NULL };
	size_t words = 0, runs = 0, len;

	for (text += strspn(text, SPACE); *text; text += strspn(text, SPACE)) {
		starts[words % RUN] = text;
		len = strcspn(text, SPACE);
		text += len;
		if (++words >= RUN) {
			const char *from = starts[words % RUN];
			uint64_t hash = rw_hash(from, (size_t)(text - from));
			uint64_t *bin = &bins[hash % BINS];

			hash /= BINS;
			*bin = hash < *bin ? hash : *bin;
			runs++;
		}
	}
	return runs;
}

struct rw_sketch rw_sketch_of(const char *text)
{
	struct rw_sketch sketch = { .known = true };
	uint64_t bins[BINS];

	memset(bins, 0xFF, sizeof(bins));
	if (fill_bins(text, bins) < FEWEST)
		return (struct rw_sketch){ .known = false };
	for (unsigned i = 0; i < BINS; i++) {
		unsigned from = i;

		/* An empty bin takes the next one's. */
		while (bins[from] == UINT64_MAX)
			from = (from + 1) % BINS;
		/* The lowest bits of a minimum are as good as any. */
		sketch.bits[i / 64] |= (bins[from] & 1) << i % 64;
	}
	return sketch;
}

/* In pairs, fours, bytes, and then the sum of the bytes. */
static unsigned count_bits(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) +
	       (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (unsigned)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* Half of the bits are equal by chance. */
double rw_sketch_likeness(const struct rw_sketch *a, const struct rw_sketch *b)
{
	unsigned differ = count_bits(a->bits[0] ^ b->bits[0]) +
			  count_bits(a->bits[1] ^ b->bits[1]);
	double likeness = 1 - 2.0 * differ / BINS;

	return a->known && b->known && likeness > 0 ? likeness : 0;
}

/* --------------------------------------------------------------- collection */

struct rw_similar *rw_similar_new(void)
{
	return rw_calloc(1, sizeof(struct rw_similar));
}

static void clear(struct rw_similar *similar)
{
	for (uint32_t i = 0; i < similar->count; i++)
		rw_free(similar->entries[i].id);
	memset(similar->heads, 0, sizeof(similar->heads));
	similar->count = 0;
}

void rw_similar_free(struct rw_similar *similar)
{
	if (!similar)
		return;
	clear(similar);
	rw_free(similar);
}

static const char *find(const struct rw_similar *similar, uint32_t at,
			uint64_t group, const struct rw_sketch *sketch)
{
	for (int looks = 0; at && looks < LOOKS; looks++) {
		const struct entry *entry = &similar->entries[at - 1];

		if (entry->group == group &&
		    rw_sketch_likeness(&entry->sketch, sketch) >= LIKENESS)
			return entry->id;
		at = entry->next;
	}
	return NULL;
}

const char *rw_similar_add(struct rw_similar *similar, uint64_t group,
			   const struct rw_sketch *sketch, const char *id)
{
	uint32_t *head = &similar->heads[group % RW_SIMILAR_MOST];
	const char *found;

	if (!sketch->known)
		return NULL;
	if (similar->count == RW_SIMILAR_MOST)
		clear(similar);
	found = find(similar, *head, group, sketch);
	similar->entries[similar->count] =
		(struct entry){ group, *sketch, rw_strdup(id), *head };
	*head = ++similar->count;
	return found;
}
