/*
 * Arenas: everything of one job is allocated here and released at once.
 */
#ifndef RW_BASE_ARENA_H
#define RW_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct rw_arena;

/* A new, empty arena; the caller frees it. */
struct rw_arena *rw_arena_new(void);

/* Releases deferred objects, last first, then all memory. NULL is fine. */
void rw_arena_free(struct rw_arena *arena);

/*
 * Memory aligned for any type, not cleared / cleared; lives as long as
 * 'arena'.
 */
void *rw_arena_alloc(struct rw_arena *arena, size_t size);
void *rw_arena_zalloc(struct rw_arena *arena, size_t size);

/* Copies that 'arena' owns; always terminated by a NUL. */
char *rw_arena_strdup(struct rw_arena *arena, const char *string);
char *rw_arena_strndup(struct rw_arena *arena, const char *string, size_t len);
char *rw_arena_printf(struct rw_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
char *rw_arena_vprintf(struct rw_arena *arena, const char *format, va_list ap)
	__attribute__((format(printf, 2, 0)));

/* Makes 'arena' own 'object': rw_arena_free calls release(object). */
void rw_arena_defer(struct rw_arena *arena, void (*release)(void *),
		    void *object);

#endif
