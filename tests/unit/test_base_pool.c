/* Threads and progress. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/pool.h"
#include "base/progress.h"

#define JOBS 10007

struct tally {
	atomic_uint runs[JOBS];
	atomic_uint highest_thread;
	struct rw_progress *progress;
};

static void count_job(void *context, size_t index, unsigned thread)
{
	struct tally *tally = context;
	unsigned highest = atomic_load(&tally->highest_thread);

	atomic_fetch_add(&tally->runs[index], 1);
	while (thread > highest &&
	       !atomic_compare_exchange_weak(&tally->highest_thread, &highest,
					     thread))
		;
	if (tally->progress)
		rw_progress_step(tally->progress);
	rw_free(rw_malloc(100));
}

static void each_job_runs_once(void **state)
{
	static const unsigned threads[] = { 0, 1, 2, 7, 1000 };
	static const size_t counts[] = { 0, 1, 2, 3, 100, JOBS };
	static struct tally tally;

	(void)state;
	for (size_t t = 0; t < 5; t++) {
		for (size_t c = 0; c < 6; c++) {
			memset(&tally, 0, sizeof(tally));
			rw_pool_run(threads[t], counts[c], count_job, &tally);
			for (size_t i = 0; i < JOBS; i++)
				assert_int_equal(atomic_load(&tally.runs[i]),
						 i < counts[c]);
			assert_true(tally.highest_thread <=
				    (threads[t] ? threads[t] - 1 : 0));
		}
	}
	assert_true(rw_pool_processors() >= 1);
}

static void a_pool_lasts(void **state)
{
	static const size_t counts[] = { 3, 0, 1, 1000, 2 };
	static struct tally tally;

	(void)state;
	for (unsigned threads = 0; threads < 5; threads++) {
		struct rw_pool *pool = rw_pool_new(threads);

		memset(&tally, 0, sizeof(tally));
		for (size_t turn = 0; turn < 500; turn++)
			rw_pool_do(pool, counts[turn % 5], count_job, &tally);
		rw_pool_free(pool);
		assert_int_equal(atomic_load(&tally.runs[0]), 400);
		assert_int_equal(atomic_load(&tally.runs[1]), 300);
		assert_int_equal(atomic_load(&tally.runs[999]), 100);
		assert_int_equal(atomic_load(&tally.runs[1000]), 0);
	}
	rw_pool_free(NULL);
}

static void use_stack(void *context, size_t index, unsigned thread)
{
	volatile char big[6 << 20];

	(void)context;
	(void)thread;
	for (size_t i = 0; i < sizeof(big); i += 4096)
		big[i] = (char)index;
}

static void stacks_are_big(void **state)
{
	(void)state;
	rw_pool_run(2, 4, use_stack, NULL);
}

static void threads_settle_their_memory(void **state)
{
	static struct tally tally;
	size_t before;

	(void)state;
	rw_memory_settle();
	before = rw_memory_live();
	rw_pool_run(4, JOBS, count_job, &tally);
	rw_memory_settle();
	assert_int_equal(rw_memory_live(), before);
}

static void progress_is_silent_off_terminals(void **state)
{
	static struct tally tally;
	char byte;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	tally.progress = rw_progress_new(ends[1], true, "build", JOBS);
	rw_pool_run(2, JOBS, count_job, &tally);
	rw_progress_free(tally.progress);
	rw_progress_free(NULL);
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 0);
	close(ends[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_job_runs_once),
		cmocka_unit_test(a_pool_lasts),
		cmocka_unit_test(stacks_are_big),
		cmocka_unit_test(threads_settle_their_memory),
		cmocka_unit_test(progress_is_silent_off_terminals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
