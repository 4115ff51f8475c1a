/*
 * Allocation with a cap. Each thread counts on its own and settles with the
 * process in steps, so that threads do not fight for one cache line.
 */
#include "base/memory.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SETTLE_AFTER 65536

static _Atomic(rw_exhausted_fn *) on_exhaustion;
static atomic_size_t cap;
static _Atomic int64_t live;
static _Thread_local int64_t unsettled;

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
	int64_t change = unsettled;

	unsettled = 0;
	total = atomic_fetch_add_explicit(&live, change, memory_order_relaxed);
	if (change > 0 && most && total + change > (int64_t)most)
		exhausted();
}

static void count(int64_t change)
{
	unsettled += change;
	if (unsettled > SETTLE_AFTER || unsettled < -SETTLE_AFTER)
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

void rw_memory_settle(void)
{
	settle();
}

size_t rw_memory_live(void)
{
	int64_t total = atomic_load(&live) + unsettled;

	return total > 0 ? (size_t)total : 0;
}

void *rw_malloc(size_t size)
{
	return counted(malloc(size ? size : 1));
}

void *rw_calloc(size_t n, size_t size)
{
	return counted(n && size ? calloc(n, size) : calloc(1, 1));
}

void *rw_realloc(void *memory, size_t size)
{
	int64_t before = memory ? (int64_t)malloc_usable_size(memory) : 0;
	void *moved = realloc(memory, size ? size : 1);

	if (!moved)
		exhausted();
	count((int64_t)malloc_usable_size(moved) - before);
	return moved;
}

char *rw_strdup(const char *string)
{
	size_t size = strlen(string) + 1;

	return memcpy(rw_malloc(size), string, size);
}

void rw_free(void *memory)
{
	if (!memory)
		return;
	count(-(int64_t)malloc_usable_size(memory));
	free(memory);
}
