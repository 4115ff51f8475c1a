/*
 * Allocation that cannot fail: exhaustion ends the program at once
 * through the handler that the command line registers.
 */
#ifndef RW_BASE_MEMORY_H
#define RW_BASE_MEMORY_H

#include <stddef.h>

/* Called when memory is exhausted or the cap is passed; must not return. */
typedef void rw_exhausted_fn(void);

/* Registers 'handler'; without one, exhaustion aborts the program. */
void rw_memory_on_exhaustion(rw_exhausted_fn *handler);

/*
 * Limits all live allocations of the process to 'bytes'; 0: no limit. Exact
 * to 64 KiB per thread, since threads count on their own in between.
 */
void rw_memory_cap(size_t bytes);

/*
 * Lets libc hold what is freed: giving it back to the system and asking again
 * for each document takes longer than making the document. Before threads
 * start.
 */
void rw_memory_hold(void);

/*
 * Adds what this thread has counted to the total, and gives back the freed
 * blocks that it keeps; before a thread ends.
 */
void rw_memory_settle(void);

/*
 * Live bytes of the process, exact for threads that have settled; small blocks
 * that others keep count, too.
 */
size_t rw_memory_live(void);

/* Like their namesakes in libc, but never NULL. Released by rw_free. */
void *rw_malloc(size_t size);
void *rw_calloc(size_t n, size_t size);
void *rw_realloc(void *memory, size_t size);
char *rw_strdup(const char *string);
void rw_free(void *memory);

#endif
