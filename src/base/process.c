/*
 * Running another program, without a shell.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/process.h"

static void close_pipe(int ends[2])
{
	close(ends[0]);
	close(ends[1]);
}

static int open_pipes(int out[2], int err[2])
{
	int error;

	if (pipe2(out, O_CLOEXEC) != 0)
		return errno;
	if (pipe2(err, O_CLOEXEC) == 0)
		return 0;
	error = errno;
	close_pipe(out);
	return error;
}

static int spawn(const struct rw_process *p, int out, int err, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);

	if (error != 0)
		return error;
	error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO,
						 "/dev/null", O_RDONLY, 0);
	if (error == 0)
		error = posix_spawn_file_actions_adddup2(&actions, out,
							 STDOUT_FILENO);
	if (error == 0)
		error = posix_spawn_file_actions_adddup2(&actions, err,
							 STDERR_FILENO);
	if (error == 0)
		error = posix_spawnp(pid, p->argv[0], &actions, NULL, p->argv,
				     p->env);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

/* Reads what there is; false at the end. */
static bool drain(int fd, size_t cap, struct rw_buf *buf)
{
	char bytes[4096];
	ssize_t n = read(fd, bytes, sizeof(bytes));
	size_t room = buf->len < cap ? cap - buf->len : 0;

	if (n > 0)
		rw_buf_add(buf, bytes, (size_t)n < room ? (size_t)n : room);
	return n > 0 || (n < 0 && errno == EINTR);
}

/* Reads both ends until the program has closed them. */
static void read_all(const struct rw_process *p, int out, int err)
{
	struct pollfd fds[] = { { .fd = out, .events = POLLIN },
				{ .fd = err, .events = POLLIN } };
	struct rw_buf *bufs[] = { p->out, p->err };

	while (fds[0].fd >= 0 || fds[1].fd >= 0) {
		int ready = poll(fds, 2, -1);

		if (ready < 0 && errno != EINTR)
			return;
		for (int i = 0; i < 2 && ready > 0; i++)
			if (fds[i].revents != 0 &&
			    !drain(fds[i].fd, p->cap, bufs[i]))
				fds[i].fd = -1;
	}
}

static int wait_for(pid_t pid, int *status)
{
	int how;

	while (waitpid(pid, &how, 0) < 0)
		if (errno != EINTR)
			return errno;
	*status = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
	return 0;
}

int rw_process_run(const struct rw_process *p, int *status)
{
	int out[2], err[2];
	pid_t pid;
	int error = open_pipes(out, err);

	if (error != 0)
		return error;
	error = spawn(p, out[1], err[1], &pid);
	close(out[1]);
	close(err[1]);
	if (error == 0) {
		read_all(p, out[0], err[0]);
		error = wait_for(pid, status);
	}
	close(out[0]);
	close(err[0]);
	return error;
}
