/*
 * Arenas: chunks that are cut up from the front; big blocks stand apart.
 */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

#define FIRST_CHUNK 4096u
#define LAST_CHUNK 262144u
/* A block over this part of a chunk stands apart, so that little is wasted. */
#define BIG_PART 4
/* Bytes of a formatted text that needs no second pass. */
#define SHORT_TEXT 256
/* Under AddressSanitizer every block stands apart, so that it is watched. */
#ifdef __SANITIZE_ADDRESS__
#define ALL_APART 1
#else
#define ALL_APART 0
#endif

struct chunk {
	struct chunk *next;
	max_align_t data[];
};

struct deferred {
	struct deferred *next;
	void (*release)(void *);
	void *object;
};

struct rw_arena {
	struct chunk *chunks;
	char *free;
	size_t left;
	size_t chunk_size;
	struct deferred *deferred;
};

static void *add_chunk(struct rw_arena *arena, size_t size)
{
	struct chunk *chunk = rw_malloc(sizeof(*chunk) + size);

	chunk->next = arena->chunks;
	arena->chunks = chunk;
	return chunk->data;
}

static void refill(struct rw_arena *arena)
{
	arena->free = add_chunk(arena, arena->chunk_size);
	arena->left = arena->chunk_size;
	if (arena->chunk_size < LAST_CHUNK)
		arena->chunk_size *= 2;
}

static size_t aligned(size_t size)
{
	size_t unit = _Alignof(max_align_t);

	return size ? (size + unit - 1) / unit * unit : unit;
}

struct rw_arena *rw_arena_new(void)
{
	struct rw_arena *arena = rw_calloc(1, sizeof(*arena));

	arena->chunk_size = FIRST_CHUNK;
	return arena;
}

void rw_arena_free(struct rw_arena *arena)
{
	struct chunk *chunk;

	if (!arena)
		return;
	while (arena->deferred) {
		struct deferred *last = arena->deferred;

		arena->deferred = last->next;
		last->release(last->object);
	}
	while ((chunk = arena->chunks)) {
		arena->chunks = chunk->next;
		rw_free(chunk);
	}
	rw_free(arena);
}

void *rw_arena_alloc(struct rw_arena *arena, size_t size)
{
	char *block;

	if (size > SIZE_MAX / 2) /* no such memory: ends the program */
		return rw_malloc(SIZE_MAX / 2);
	if (ALL_APART)
		return add_chunk(arena, size);
	size = aligned(size);
	if (size > arena->left) {
		if (size > arena->chunk_size / BIG_PART)
			return add_chunk(arena, size);
		refill(arena);
	}
	block = arena->free;
	arena->free += size;
	arena->left -= size;
	return block;
}

void *rw_arena_zalloc(struct rw_arena *arena, size_t size)
{
	return memset(rw_arena_alloc(arena, size), 0, size);
}

char *rw_arena_strdup(struct rw_arena *arena, const char *string)
{
	return rw_arena_strndup(arena, string, strlen(string));
}

char *rw_arena_strndup(struct rw_arena *arena, const char *string, size_t len)
{
	char *copy = rw_arena_alloc(arena, len + 1);

	if (len)
		memcpy(copy, string, len);
	copy[len] = '\0';
	return copy;
}

char *rw_arena_printf(struct rw_arena *arena, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = rw_arena_vprintf(arena, format, ap);
	va_end(ap);
	return text;
}

char *rw_arena_vprintf(struct rw_arena *arena, const char *format, va_list ap)
{
	va_list again;
	char small[SHORT_TEXT];
	char *text;
	int len;

	va_copy(again, ap);
	len = vsnprintf(small, sizeof(small), format, ap);
	if (len < 0)
		len = 0;
	if ((size_t)len < sizeof(small)) {
		text = rw_arena_strndup(arena, small, (size_t)len);
	} else {
		text = rw_arena_zalloc(arena, (size_t)len + 1);
		vsnprintf(text, (size_t)len + 1, format, again);
	}
	va_end(again);
	return text;
}

void rw_arena_defer(struct rw_arena *arena, void (*release)(void *),
		    void *object)
{
	struct deferred *last = rw_arena_alloc(arena, sizeof(*last));

	last->next = arena->deferred;
	last->release = release;
	last->object = object;
	arena->deferred = last;
}
