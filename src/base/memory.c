/*
 * Allocation with a cap. Each thread counts on its own and settles with the
 * process in steps, so that threads do not fight for one cache line. It also
 * keeps small blocks that it frees: trees are made of them, and the next tree
 * takes them again without a search.
 */
#include "base/memory.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SETTLE_AFTER 65536

/*
 * Small blocks come in classes: one of class 'n' holds n * UNIT + FIRST bytes,
 * which is what malloc makes of them in any case.
 */
#define UNIT 16
#define FIRST 8
#define CLASSES 33
/* Under AddressSanitizer each block has its own size, and none is kept. */
#ifdef __SANITIZE_ADDRESS__
#define NONE_SMALL 1
#else
#define NONE_SMALL 0
#endif
/* What a thread keeps at most. */
#define MOST_KEPT ((size_t)1 << 20)
/* Freed memory at the end of a heap that is not given back. */
#define HELD (16 << 20)

struct block {
	struct block *next;
};

struct thread {
	int64_t unsettled;
	size_t kept; /* bytes in 'blocks', which still count as live */
	struct block *blocks[CLASSES];
};

static _Atomic(rw_exhausted_fn *) on_exhaustion;
static atomic_size_t cap;
static _Atomic int64_t live;
static _Thread_local struct thread mine;

static void exhausted(void)
{
	rw_exhausted_fn *handler = atomic_load(&on_exhaustion);

	if (handler)
		handler();
	abort();
}

static void settle(void)
{
	int64_t total;
	size_t most = atomic_load_explicit(&cap, memory_order_relaxed);
	int64_t change = mine.unsettled;

	mine.unsettled = 0;
	total = atomic_fetch_add_explicit(&live, change, memory_order_relaxed);
	if (change > 0 && most && total + change > (int64_t)most)
		exhausted();
}

static void count(int64_t change)
{
	mine.unsettled += change;
	if (mine.unsettled > SETTLE_AFTER || mine.unsettled < -SETTLE_AFTER)
		settle();
}

static void *counted(void *memory)
{
	if (!memory)
		exhausted();
	count((int64_t)malloc_usable_size(memory));
	return memory;
}

void rw_memory_on_exhaustion(rw_exhausted_fn *handler)
{
	atomic_store(&on_exhaustion, handler);
}

void rw_memory_cap(size_t bytes)
{
	atomic_store(&cap, bytes < INT64_MAX ? bytes : INT64_MAX);
}

void rw_memory_hold(void)
{
	mallopt(M_MMAP_THRESHOLD, HELD);
	mallopt(M_TRIM_THRESHOLD, HELD);
}

void rw_memory_settle(void)
{
	for (size_t i = 0; i < CLASSES; i++) {
		struct block *block;

		while ((block = mine.blocks[i])) {
			mine.blocks[i] = block->next;
			free(block);
		}
	}
	mine.unsettled -= (int64_t)mine.kept;
	mine.kept = 0;
	settle();
}

size_t rw_memory_live(void)
{
	int64_t total = atomic_load(&live) + mine.unsettled;

	return total > 0 ? (size_t)total : 0;
}

static size_t size_of(size_t class)
{
	return class * UNIT + FIRST;
}

/* The smallest class that holds 'size' bytes; 0 if none does. */
static size_t class_for(size_t size)
{
	if (NONE_SMALL || size > size_of(CLASSES - 1))
		return 0;
	return size <= size_of(1) ? 1 : (size - FIRST + UNIT - 1) / UNIT;
}

void *rw_malloc(size_t size)
{
	size_t class = class_for(size);
	struct block *block = mine.blocks[class];

	if (!class)
		return counted(malloc(size ? size : 1));
	if (!block)
		return counted(malloc(size_of(class)));
	mine.blocks[class] = block->next;
	mine.kept -= size_of(class);
	return block;
}

void *rw_calloc(size_t n, size_t size)
{
	size_t all = size && n > SIZE_MAX / size ? SIZE_MAX : n * size;

	if (class_for(all))
		return memset(rw_malloc(all), 0, all);
	return counted(all ? calloc(n, size) : calloc(1, 1));
}

/* Keeps a block of 'size' bytes for later, if it is small. */
static bool keep(struct block *block, size_t size)
{
	size_t class = class_for(size);

	if (!class || size_of(class) != size || mine.kept + size > MOST_KEPT)
		return false;
	block->next = mine.blocks[class];
	mine.blocks[class] = block;
	mine.kept += size;
	return true;
}

void *rw_realloc(void *memory, size_t size)
{
	size_t before = memory ? malloc_usable_size(memory) : 0;
	void *moved;

	if (class_for(size)) {
		if (memory && class_for(before) == class_for(size))
			return memory;
		moved = rw_malloc(size);
		if (memory)
			memcpy(moved, memory, before < size ? before : size);
		rw_free(memory);
		return moved;
	}
	moved = realloc(memory, size ? size : 1);
	if (!moved)
		exhausted();
	count((int64_t)malloc_usable_size(moved) - (int64_t)before);
	return moved;
}

char *rw_strdup(const char *string)
{
	size_t size = strlen(string) + 1;

	return memcpy(rw_malloc(size), string, size);
}

void rw_free(void *memory)
{
	size_t size;

	if (!memory)
		return;
	size = malloc_usable_size(memory);
	if (keep(memory, size))
		return;
	count(-(int64_t)size);
	free(memory);
}
