/*
 * A progress bar on a terminal; silent elsewhere.
 */
#ifndef RW_BASE_PROGRESS_H
#define RW_BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct rw_progress;

/* 'label' must outlive it. Shown on 'fd' if that is a terminal and 'show'. */
struct rw_progress *rw_progress_new(int fd, bool show, const char *label,
				    size_t total);
/* One more is done; any thread. Redraws at most ten times a second. */
void rw_progress_step(struct rw_progress *progress);
/* Erases the bar. */
void rw_progress_free(struct rw_progress *progress);

#endif
