/*
 * Preloaded by the suite 'memory': allocation number FAIL_AT fails, and each
 * one after it.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

static atomic_long count;
static long fail_at = -1;

static int fails(void)
{
	if (fail_at < 0) {
		const char *at = getenv("FAIL_AT");

		fail_at = at != NULL ? atol(at) : 0;
	}
	if (fail_at == 0 || atomic_fetch_add(&count, 1) + 1 < fail_at)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *__libc_malloc(size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_calloc(size_t n, size_t size);

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}

void *calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}
