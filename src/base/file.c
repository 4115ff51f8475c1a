/*
 * Reading and writing single files.
 */
#define _GNU_SOURCE
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

#define READ_STEP 65536u
#define TEMPORARY_TRIES 100u
#define NS_PER_SECOND 1000000000

/* close() that keeps 'error', or gives its own where there was none. */
static int close_after(int fd, int error)
{
	if (close(fd) && !error && errno != EINTR)
		return errno;
	return error;
}

static int wait_for(int fd, short events)
{
	struct pollfd wanted = { .fd = fd, .events = events };

	while (poll(&wanted, 1, -1) < 0)
		if (errno != EINTR)
			return errno;
	return 0;
}

/* After a read or write that failed: 0 if it is worth another try. */
static int retry(int fd, short events)
{
	if (errno == EINTR)
		return 0;
	if (errno == EAGAIN || errno == EWOULDBLOCK)
		return wait_for(fd, events);
	return errno;
}

static int check_regular(int fd, size_t cap, size_t *size)
{
	struct stat facts;

	if (fstat(fd, &facts))
		return errno;
	if (S_ISDIR(facts.st_mode))
		return EISDIR;
	if (!S_ISREG(facts.st_mode))
		return EINVAL;
	if ((uintmax_t)facts.st_size > cap)
		return EFBIG;
	*size = (size_t)facts.st_size;
	return 0;
}

/* Reads to the end; the file may grow meanwhile, so 'cap' is checked again. */
static int read_all(int fd, size_t cap, struct rw_buf *out)
{
	size_t start = out->len;

	for (;;) {
		size_t left = cap - (out->len - start);
		size_t step = left < READ_STEP ? left + 1 : READ_STEP;
		ssize_t got;
		int error;

		rw_buf_reserve(out, step);
		got = read(fd, out->data + out->len, step);
		if (!got)
			return 0;
		if (got < 0) {
			error = retry(fd, POLLIN);
			if (error)
				return error;
			continue;
		}
		if ((size_t)got > left)
			return EFBIG;
		out->len += (size_t)got;
	}
}

static int read_path(const char *path, size_t cap, struct rw_buf *out)
{
	size_t size = 0;
	int error;
	/* O_NONBLOCK: opening a FIFO must not wait for its writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0)
		return errno;
	error = check_regular(fd, cap, &size);
	if (!error) {
		rw_buf_reserve(out, size + 1);
		error = read_all(fd, cap, out);
	}
	close(fd);
	return error;
}

int rw_file_read(const char *path, size_t cap, struct rw_buf *out)
{
	size_t start = out->len;
	int error;

	if (cap > SIZE_MAX / 8)
		cap = SIZE_MAX / 8;
	if (strcmp(path, "-") == 0)
		error = read_all(STDIN_FILENO, cap, out);
	else
		error = read_path(path, cap, out);
	if (error)
		out->len = start;
	if (out->cap)
		out->data[out->len] = '\0';
	return error;
}

int rw_fd_write(int fd, const char *data, size_t len)
{
	while (len) {
		ssize_t put = write(fd, data, len);

		if (put < 0) {
			int error = retry(fd, POLLOUT);

			if (error)
				return error;
			continue;
		}
		data += put;
		len -= (size_t)put;
	}
	return 0;
}

static int write_device(const char *path, const char *data, size_t len)
{
	int fd;

	/* Opening these anew would begin at the start of a redirected file. */
	if (strcmp(path, "/dev/stdout") == 0)
		return rw_fd_write(STDOUT_FILENO, data, len);
	if (strcmp(path, "/dev/stderr") == 0)
		return rw_fd_write(STDERR_FILENO, data, len);
	fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return errno;
	return close_after(fd, rw_fd_write(fd, data, len));
}

static int put_and_close(int fd, const char *data, size_t len, bool sync)
{
	int error = rw_fd_write(fd, data, len);

	if (!error && sync && fsync(fd))
		error = errno;
	return close_after(fd, error);
}

/* Opens a new hidden file in 'folder'; its name goes to 'name'. */
static int open_temporary(const char *folder, struct rw_buf *name)
{
	struct timespec time;
	int fd = -1;

	clock_gettime(CLOCK_REALTIME, &time);
	for (unsigned i = 0; fd < 0 && i < TEMPORARY_TRIES; i++) {
		rw_buf_clear(name);
		rw_buf_printf(name, "%s/.rw-%ld-%ld-%u.tmp", folder,
			      (long)getpid(), time.tv_nsec, i);
		fd = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
			  0666);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

int rw_file_sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = 0;

	if (fd < 0)
		return errno;
	/* Some file systems cannot sync a folder and need not. */
	if (fsync(fd) && errno != EINVAL)
		error = errno;
	return close_after(fd, error);
}

/* 'old': the facts of the file that is replaced, or NULL. */
static int replace(const char *path, const struct stat *old, const char *data,
		   size_t len)
{
	struct rw_arena *arena = rw_arena_new();
	char *folder = rw_path_folder(arena, path);
	struct rw_buf name = RW_BUF_INIT;
	int error = 0;
	int fd = open_temporary(folder, &name);

	if (fd < 0) {
		error = errno;
		goto out_arena;
	}
	if (old && fchmod(fd, old->st_mode & 0777))
		error = errno;
	error = error ? close_after(fd, error)
		      : put_and_close(fd, data, len, true);
	if (!error && rename(name.data, path))
		error = errno;
	if (error)
		unlink(name.data);
	else
		error = rw_file_sync_folder(folder);
out_arena:
	rw_buf_release(&name);
	rw_arena_free(arena);
	return error;
}

static bool is_below(const char *path, const char *folder)
{
	return strncmp(path, folder, strlen(folder)) == 0;
}

int rw_file_write(const char *path, const char *data, size_t len)
{
	struct stat old;
	char *target;
	int error;

	if (stat(path, &old))
		return errno == ENOENT ? replace(path, NULL, data, len) : errno;
	if (S_ISDIR(old.st_mode))
		return EISDIR;
	if (!S_ISREG(old.st_mode) || is_below(path, "/dev/") ||
	    is_below(path, "/proc/"))
		return write_device(path, data, len);
	if (access(path, W_OK))
		return errno;
	target = realpath(path, NULL);
	if (!target)
		return errno;
	error = replace(target, &old, data, len);
	free(target);
	return error;
}

int rw_file_create(const char *path, const char *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	int error;

	if (fd < 0)
		return errno;
	error = put_and_close(fd, data, len, false);
	if (error)
		unlink(path);
	return error;
}

int rw_file_link(const char *from, const char *to)
{
	return link(from, to) ? errno : 0;
}

/* Makes 'path' look as old and as open as 'facts' say. */
static int take_on(const char *path, const struct stat *facts)
{
	struct timespec times[2] = { facts->st_atim, facts->st_mtim };

	if (chmod(path, facts->st_mode & 0777) ||
	    utimensat(AT_FDCWD, path, times, 0))
		return errno;
	return 0;
}

int rw_file_copy_mode(const char *from, const char *to)
{
	struct stat facts;

	return stat(from, &facts) || chmod(to, facts.st_mode & 07777) ? errno
								      : 0;
}

static int copy_link(const char *from, const char *to)
{
	char target[PATH_MAX];
	ssize_t len = readlink(from, target, sizeof(target) - 1);

	if (len < 0)
		return errno;
	target[len] = '\0';
	return symlink(target, to) ? errno : 0;
}

int rw_file_copy(const char *from, const char *to)
{
	struct rw_buf bytes = RW_BUF_INIT;
	struct stat facts;
	int error;

	if (lstat(from, &facts))
		return errno;
	if (S_ISLNK(facts.st_mode))
		return copy_link(from, to);
	error = rw_file_read(from, SIZE_MAX, &bytes);
	if (!error)
		error = rw_file_create(to, bytes.data, bytes.len);
	if (!error)
		error = take_on(to, &facts);
	rw_buf_release(&bytes);
	return error;
}

int rw_file_facts(const char *path, struct rw_file_facts *facts)
{
	struct stat found;

	if (stat(path, &found))
		return errno;
	facts->size = (uint64_t)found.st_size;
	facts->mtime = (int64_t)found.st_mtim.tv_sec * NS_PER_SECOND +
		       found.st_mtim.tv_nsec;
	facts->device = (uint64_t)found.st_dev;
	facts->inode = (uint64_t)found.st_ino;
	facts->folder = S_ISDIR(found.st_mode);
	return 0;
}

bool rw_file_exists(const char *path)
{
	struct stat facts;

	return stat(path, &facts) == 0;
}

bool rw_file_is_link(const char *path)
{
	struct stat facts;

	return lstat(path, &facts) == 0 && S_ISLNK(facts.st_mode);
}

bool rw_file_is_folder(const char *path)
{
	struct stat facts;

	return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

char *rw_path_join(struct rw_arena *arena, const char *folder, const char *name)
{
	size_t len = strlen(folder);

	if (!len || strcmp(folder, ".") == 0 || name[0] == '/')
		return rw_arena_strdup(arena, name);
	return rw_arena_printf(arena, "%s%s%s", folder,
			       folder[len - 1] == '/' ? "" : "/", name);
}

const char *rw_path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *rw_path_folder(struct rw_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return rw_arena_strdup(arena, ".");
	if (slash == path)
		return rw_arena_strdup(arena, "/");
	return rw_arena_strndup(arena, path, (size_t)(slash - path));
}

char *rw_path_real(struct rw_arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	char *copy = real ? rw_arena_strdup(arena, real) : NULL;

	free(real);
	return copy;
}

bool rw_path_same(struct rw_arena *arena, const char *a, const char *b)
{
	const char *real_a = rw_path_real(arena, a);
	const char *real_b = rw_path_real(arena, b);

	return real_a && real_b && strcmp(real_a, real_b) == 0;
}

bool rw_path_inside(struct rw_arena *arena, const char *folder,
		    const char *path)
{
	const char *outer = rw_path_real(arena, folder);
	const char *inner = rw_path_real(arena, path);
	size_t len = outer ? strlen(outer) : 0;

	return outer && inner && strncmp(outer, inner, len) == 0 &&
	       (inner[len] == '\0' || inner[len] == '/' || len == 1);
}
