/* Memory, arenas and buffers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"

static void exit_3(void)
{
	_exit(3);
}

/* Exit status of a child that takes 'size' bytes under a cap of 1 MiB. */
static int status_with(size_t size, int times)
{
	pid_t child = fork();
	int status = 0;

	if (!child) {
		rw_memory_on_exhaustion(exit_3);
		rw_memory_cap((size_t)1 << 20);
		for (int i = 0; i < times; i++)
			memset(rw_malloc(size), 1, size);
		_exit(0);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void cap_ends_the_program(void **state)
{
	(void)state;
	assert_int_equal(status_with(1000, 10), 0);
	assert_int_equal(status_with(2 << 20, 1), 3);
	assert_int_equal(status_with(1000, 2000), 3);
}

static void freed_memory_does_not_count(void **state)
{
	size_t before = rw_memory_live();

	(void)state;
	for (int i = 0; i < 1000; i++) {
		char *block = rw_malloc(100000);

		block = rw_realloc(block, 200000);
		assert_true(rw_memory_live() >= before + 200000);
		rw_free(block);
	}
	assert_int_equal(rw_memory_live(), before);
	rw_free(NULL);
}

static void zero_sizes_give_memory(void **state)
{
	void *a = rw_malloc(0);
	void *b = rw_calloc(0, 8);
	void *c = rw_realloc(NULL, 0);

	(void)state;
	assert_non_null(a);
	assert_non_null(b);
	assert_non_null(c);
	rw_free(a);
	rw_free(b);
	rw_free(c);
}

static void arena_blocks_are_apart(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	unsigned char *blocks[500];

	(void)state;
	for (size_t i = 0; i < 500; i++) {
		size_t size = i * 37 + (i % 50 ? 0 : 300000);

		blocks[i] = rw_arena_alloc(arena, size);
		assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t),
				 0);
		memset(blocks[i], (int)(i % 251), size);
	}
	for (size_t i = 1; i < 500; i++) {
		assert_int_equal(blocks[i][0], i % 251);
		assert_int_equal(blocks[i][i * 37 - 1], i % 251);
	}
	rw_arena_free(arena);
	rw_arena_free(NULL);
}

static void arena_copies_strings(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	char *zeros = rw_arena_zalloc(arena, 9000);

	(void)state;
	assert_string_equal(rw_arena_strdup(arena, "role"), "role");
	assert_string_equal(rw_arena_strndup(arena, "role", 2), "ro");
	assert_string_equal(rw_arena_strndup(arena, NULL, 0), "");
	assert_string_equal(rw_arena_printf(arena, "%s-%d", "a", 7), "a-7");
	for (size_t i = 0; i < 9000; i++)
		assert_int_equal(zeros[i], 0);
	rw_arena_free(arena);
}

struct trace {
	struct rw_buf *out;
	char name;
};

static void leave_trace(void *object)
{
	struct trace *trace = object;

	rw_buf_putc(trace->out, trace->name);
}

static void arena_releases_last_first(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_buf out = RW_BUF_INIT;

	(void)state;
	for (char name = 'a'; name <= 'd'; name++) {
		struct trace *trace = rw_arena_alloc(arena, sizeof(*trace));

		trace->out = &out;
		trace->name = name;
		rw_arena_defer(arena, leave_trace, trace);
	}
	rw_arena_free(arena);
	assert_string_equal(out.data, "dcba");
	rw_buf_release(&out);
}

static void buffer_grows(void **state)
{
	struct rw_buf buf = RW_BUF_INIT;

	(void)state;
	assert_string_equal(buf.data, "");
	rw_buf_add(&buf, NULL, 0);
	rw_buf_clear(&buf);
	assert_int_equal(buf.cap, 0);
	for (int i = 0; i < 10000; i++)
		rw_buf_printf(&buf, "%d,", i % 10);
	assert_int_equal(buf.len, 20000);
	assert_int_equal(strlen(buf.data), 20000);
	rw_buf_clear(&buf);
	assert_string_equal(buf.data, "");
	rw_buf_puts(&buf, "x");
	rw_buf_release(&buf);
	assert_string_equal(buf.data, "");
}

static void detached_bytes_are_the_callers(void **state)
{
	struct rw_buf buf;
	char *bytes;

	(void)state;
	rw_buf_init(&buf);
	bytes = rw_buf_detach(&buf);
	assert_string_equal(bytes, "");
	rw_free(bytes);
	rw_buf_puts(&buf, "grade");
	bytes = rw_buf_detach(&buf);
	assert_string_equal(bytes, "grade");
	assert_int_equal(buf.len, 0);
	rw_free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cap_ends_the_program),
		cmocka_unit_test(freed_memory_does_not_count),
		cmocka_unit_test(zero_sizes_give_memory),
		cmocka_unit_test(arena_blocks_are_apart),
		cmocka_unit_test(arena_copies_strings),
		cmocka_unit_test(arena_releases_last_first),
		cmocka_unit_test(buffer_grows),
		cmocka_unit_test(detached_bytes_are_the_callers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
