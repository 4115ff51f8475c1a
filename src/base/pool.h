/*
 * Running many independent jobs on several threads.
 */
#ifndef RW_BASE_POOL_H
#define RW_BASE_POOL_H

#include <stddef.h>

/* Job number 'index', on thread number 'thread' (0 ...). */
typedef void rw_job_fn(void *context, size_t index, unsigned thread);

/* Number of processors that this process may use, at least 1. */
unsigned rw_pool_processors(void);

/*
 * 'threads' threads, of which the caller of rw_pool_do is one and the others
 * have 8 MiB stacks; fewer where the system refuses them. The caller frees the
 * pool.
 */
struct rw_pool;
struct rw_pool *rw_pool_new(unsigned threads);
void rw_pool_free(struct rw_pool *pool);

/*
 * Calls job(context, 0 .. count - 1, thread) on all threads; returns when all
 * are done. Jobs are handed out in order, in small batches.
 */
void rw_pool_do(struct rw_pool *pool, size_t count, rw_job_fn *job,
		void *context);

/* The same with threads of its own. */
void rw_pool_run(unsigned threads, size_t count, rw_job_fn *job, void *context);

#endif
