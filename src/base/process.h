/*
 * Running another program, without a shell.
 */
#ifndef RW_BASE_PROCESS_H
#define RW_BASE_PROCESS_H

#include "base/buf.h"

/* A program to run, and buffers for what it writes. */
struct rw_process {
	char *const *argv; /* [0] is looked for on PATH; ends in NULL */
	char *const *env;  /* like environ */
	size_t cap;	   /* bytes of each output */
	struct rw_buf *out, *err;
};

/*
 * Runs the program without input and waits for it, adding what it writes to
 * 'out' and 'err'; bytes over the cap are dropped. Returns an errno value if
 * it could not be run, else 0 and in *status its exit status (128 and the
 * number of the signal that ended it).
 */
int rw_process_run(const struct rw_process *process, int *status);

#endif
