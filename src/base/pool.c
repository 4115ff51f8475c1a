/*
 * A pool of threads that take batches of jobs from one counter.
 */
#define _GNU_SOURCE
#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "base/memory.h"

#define STACK_SIZE (8u << 20)
#define MOST_THREADS 256u
#define MOST_BATCH 16u
/* Batches per thread, so that the last ones to finish wait little. */
#define SHARES 32u

/* What there is to do. */
struct work {
	rw_job_fn *job;
	void *context;
	size_t count;
	size_t batch;
	atomic_size_t next;
};

struct worker {
	struct rw_pool *pool;
	unsigned number;
	pthread_t thread;
};

struct rw_pool {
	struct work work;
	struct worker *workers;
	unsigned running; /* without the caller of rw_pool_do */
	pthread_mutex_t mutex;
	pthread_cond_t begins, ends;
	size_t turn;   /* counts what has been begun */
	unsigned busy; /* workers that have not ended it */
	bool stopped;
};

static void work(struct work *w, unsigned thread)
{
	for (;;) {
		size_t at = atomic_fetch_add(&w->next, w->batch);
		size_t end;

		if (at >= w->count)
			return;
		end = w->count - at < w->batch ? w->count : at + w->batch;
		for (; at < end; at++)
			w->job(w->context, at, thread);
	}
}

/* Waits for the turn after 'seen'; false if there is none. */
static bool wait_for_turn(struct rw_pool *pool, size_t seen)
{
	bool stopped;

	pthread_mutex_lock(&pool->mutex);
	while (pool->turn == seen && !pool->stopped)
		pthread_cond_wait(&pool->begins, &pool->mutex);
	stopped = pool->stopped;
	pthread_mutex_unlock(&pool->mutex);
	return !stopped;
}

static void end_turn(struct rw_pool *pool)
{
	pthread_mutex_lock(&pool->mutex);
	if (--pool->busy == 0)
		pthread_cond_signal(&pool->ends);
	pthread_mutex_unlock(&pool->mutex);
}

static void *run_worker(void *argument)
{
	struct worker *worker = argument;

	for (size_t turn = 0; wait_for_turn(worker->pool, turn); turn++) {
		work(&worker->pool->work, worker->number);
		end_turn(worker->pool);
	}
	rw_memory_settle();
	return NULL;
}

/* Starts up to 'wanted' workers; fewer where the system refuses them. */
static void start(struct rw_pool *pool, unsigned wanted)
{
	pthread_attr_t attributes;

	if (pthread_attr_init(&attributes))
		return;
	pthread_attr_setstacksize(&attributes, STACK_SIZE);
	for (; pool->running < wanted; pool->running++) {
		struct worker *worker = &pool->workers[pool->running];

		worker->pool = pool;
		worker->number = pool->running;
		if (pthread_create(&worker->thread, &attributes, run_worker,
				   worker))
			break;
	}
	pthread_attr_destroy(&attributes);
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

struct rw_pool *rw_pool_new(unsigned threads)
{
	struct rw_pool *pool = rw_calloc(1, sizeof(*pool));

	if (threads > MOST_THREADS)
		threads = MOST_THREADS;
	pthread_mutex_init(&pool->mutex, NULL);
	pthread_cond_init(&pool->begins, NULL);
	pthread_cond_init(&pool->ends, NULL);
	if (threads > 1) {
		pool->workers = rw_calloc(threads, sizeof(*pool->workers));
		start(pool, threads - 1);
	}
	return pool;
}

void rw_pool_free(struct rw_pool *pool)
{
	if (!pool)
		return;
	pthread_mutex_lock(&pool->mutex);
	pool->stopped = true;
	pthread_cond_broadcast(&pool->begins);
	pthread_mutex_unlock(&pool->mutex);
	for (unsigned i = 0; i < pool->running; i++)
		pthread_join(pool->workers[i].thread, NULL);
	pthread_cond_destroy(&pool->ends);
	pthread_cond_destroy(&pool->begins);
	pthread_mutex_destroy(&pool->mutex);
	rw_free(pool->workers);
	rw_free(pool);
}

void rw_pool_do(struct rw_pool *pool, size_t count, rw_job_fn *job,
		void *context)
{
	struct work *w = &pool->work;

	pthread_mutex_lock(&pool->mutex);
	w->job = job;
	w->context = context;
	w->count = count;
	w->batch = batch_size(count, pool->running + 1);
	atomic_store(&w->next, 0);
	pool->busy = pool->running;
	pool->turn++;
	pthread_cond_broadcast(&pool->begins);
	pthread_mutex_unlock(&pool->mutex);
	work(w, pool->running);
	pthread_mutex_lock(&pool->mutex);
	while (pool->busy)
		pthread_cond_wait(&pool->ends, &pool->mutex);
	pthread_mutex_unlock(&pool->mutex);
}

void rw_pool_run(unsigned threads, size_t count, rw_job_fn *job, void *context)
{
	struct rw_pool *pool =
		rw_pool_new(threads > count ? (unsigned)count : threads);

	rw_pool_do(pool, count, job, context);
	rw_pool_free(pool);
}
