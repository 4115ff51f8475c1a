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
 * Calls job(context, 0 .. count - 1, thread) on 'threads' threads, of which
 * this is one and the others have 8 MiB stacks; returns when all are done. Jobs
 * are handed out in order, in small batches. Where the system refuses threads,
 * fewer run.
 */
void rw_pool_run(unsigned threads, size_t count, rw_job_fn *job, void *context);

#endif
