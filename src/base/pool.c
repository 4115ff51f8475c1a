/*
 * A pool of threads that take batches of jobs from one counter.
 */
#define _GNU_SOURCE
#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "base/memory.h"

#define STACK_SIZE (8u << 20)
#define MOST_THREADS 256u
#define MOST_BATCH 16u
/* Batches per thread, so that the last ones to finish wait little. */
#define SHARES 8u

struct pool {
	rw_job_fn *job;
	void *context;
	size_t count;
	size_t batch;
	atomic_size_t next;
};

struct worker {
	struct pool *pool;
	unsigned number;
	pthread_t thread;
};

static void work(struct pool *pool, unsigned thread)
{
	for (;;) {
		size_t at = atomic_fetch_add(&pool->next, pool->batch);
		size_t end;

		if (at >= pool->count)
			return;
		end = pool->count - at < pool->batch ? pool->count
						     : at + pool->batch;
		for (; at < end; at++)
			pool->job(pool->context, at, thread);
	}
}

static void *run_worker(void *argument)
{
	struct worker *worker = argument;

	work(worker->pool, worker->number);
	rw_memory_settle();
	return NULL;
}

/* Starts up to 'wanted' workers; how many run. */
static unsigned start(struct worker *workers, unsigned wanted,
		      struct pool *pool)
{
	pthread_attr_t attributes;
	unsigned running = 0;

	if (pthread_attr_init(&attributes))
		return 0;
	pthread_attr_setstacksize(&attributes, STACK_SIZE);
	for (; running < wanted; running++) {
		struct worker *worker = &workers[running];

		worker->pool = pool;
		worker->number = running;
		if (pthread_create(&worker->thread, &attributes, run_worker,
				   worker))
			break;
	}
	pthread_attr_destroy(&attributes);
	return running;
}

static size_t batch_size(size_t count, unsigned threads)
{
	size_t batch = count / threads / SHARES;

	if (batch < 1)
		return 1;
	return batch < MOST_BATCH ? batch : MOST_BATCH;
}

unsigned rw_pool_processors(void)
{
	cpu_set_t set;
	int count;

	if (sched_getaffinity(0, sizeof(set), &set))
		return 1;
	count = CPU_COUNT(&set);
	return count > 0 ? (unsigned)count : 1;
}

void rw_pool_run(unsigned threads, size_t count, rw_job_fn *job, void *context)
{
	struct pool pool = { .job = job, .context = context, .count = count };
	struct worker *workers;
	unsigned running;

	if (threads > MOST_THREADS)
		threads = MOST_THREADS;
	if (threads > count)
		threads = (unsigned)count;
	if (!threads)
		threads = 1;
	pool.batch = batch_size(count, threads);
	atomic_init(&pool.next, 0);
	if (threads == 1) {
		work(&pool, 0);
		return;
	}
	workers = rw_calloc(threads, sizeof(*workers));
	running = start(workers, threads - 1, &pool);
	work(&pool, running);
	for (unsigned i = 0; i < running; i++)
		pthread_join(workers[i].thread, NULL);
	rw_free(workers);
}
