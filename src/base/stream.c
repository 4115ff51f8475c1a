/*
 * Files that appear when they are whole.
 */
#include "base/stream.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"

/* Bytes that are held back: few system calls, little memory. */
#define HELD ((size_t)64 * 1024)
#define GZIP_WINDOW (15 + 16) /* zlib: 32 KiB, with a gzip header */
#define PREFIX ".rw-feed-"

struct rw_stream {
	struct rw_arena *arena;
	char *temporary;
	struct rw_buf held;
	z_stream *gzip; /* NULL: not compressed */
	uint64_t size;
	int fd; /* -1: closed, the file is whole */
	int error;
	bool begun; /* there is a temporary file */
	bool committed;
};

static z_stream *gzip_new(struct rw_arena *arena)
{
	z_stream *gzip = rw_arena_zalloc(arena, sizeof(*gzip));
	int status = deflateInit2(gzip, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
				  GZIP_WINDOW, 8, Z_DEFAULT_STRATEGY);

	return status == Z_OK ? gzip : NULL;
}

struct rw_stream *rw_stream_open(const char *path, bool gzip, int *error)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_stream *s = rw_arena_zalloc(arena, sizeof(*s));

	s->arena = arena;
	rw_buf_init(&s->held);
	s->temporary = rw_arena_printf(arena, "%s/" PREFIX "%ld-%s.tmp",
				       rw_path_folder(arena, path),
				       (long)getpid(), rw_path_base(path));
	s->fd = open(s->temporary,
		     O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
	*error = s->fd < 0 ? errno : 0;
	s->begun = s->fd >= 0;
	if (gzip && !*error) {
		s->gzip = gzip_new(arena);
		*error = s->gzip ? 0 : ENOMEM;
	}
	if (!*error)
		return s;
	rw_stream_close(s);
	return NULL;
}

/* Compresses 'len' bytes and writes what comes out; 'flush' as zlib has it. */
static int deflate_out(struct rw_stream *s, const char *data, size_t len,
		       int flush)
{
	unsigned char out[16384];
	int status;

	s->gzip->next_in = (unsigned char *)(uintptr_t)data;
	s->gzip->avail_in = (unsigned)len;
	do {
		s->gzip->next_out = out;
		s->gzip->avail_out = sizeof(out);
		status = deflate(s->gzip, flush);
		s->error = rw_fd_write(s->fd, (const char *)out,
				       sizeof(out) - s->gzip->avail_out);
	} while (!s->error && status == Z_OK && s->gzip->avail_out == 0);
	if (!s->error && status == Z_STREAM_ERROR)
		s->error = EIO;
	return s->error;
}

static int put(struct rw_stream *s, const char *data, size_t len)
{
	if (s->error)
		return s->error;
	if (s->gzip)
		return deflate_out(s, data, len, Z_NO_FLUSH);
	s->error = rw_fd_write(s->fd, data, len);
	return s->error;
}

static int put_held(struct rw_stream *s)
{
	int error = put(s, s->held.data, s->held.len);

	rw_buf_clear(&s->held);
	return error;
}

int rw_stream_write(struct rw_stream *s, const char *data, size_t len)
{
	s->size += len;
	if (s->held.len + len > HELD)
		put_held(s);
	if (len > HELD)
		return put(s, data, len);
	if (!s->error)
		rw_buf_add(&s->held, data, len);
	return s->error;
}

uint64_t rw_stream_size(const struct rw_stream *s)
{
	return s->size;
}

/* A feed may have more files than a process may have open. */
static void close_file(struct rw_stream *s)
{
	if (s->fd >= 0 && close(s->fd) && !s->error)
		s->error = errno;
	s->fd = -1;
}

int rw_stream_finish(struct rw_stream *s)
{
	put_held(s);
	if (s->gzip && !s->error)
		deflate_out(s, "", 0, Z_FINISH);
	if (!s->error && fsync(s->fd))
		s->error = errno;
	close_file(s);
	rw_buf_release(&s->held);
	return s->error;
}

int rw_stream_append(struct rw_stream *s, struct rw_stream *from)
{
	char data[65536];
	ssize_t got = 1;

	if (put_held(from))
		return from->error;
	if (lseek(from->fd, 0, SEEK_SET) < 0)
		return errno;
	while (got > 0 && !s->error) {
		got = read(from->fd, data, sizeof(data));
		if (got < 0 && errno != EINTR)
			return errno;
		if (got > 0)
			rw_stream_write(s, data, (size_t)got);
		else if (got < 0)
			got = 1;
	}
	return s->error;
}

int rw_stream_commit(struct rw_stream *s, const char *path)
{
	struct stat old;

	/* A file that may not be written is not replaced. */
	if (!stat(path, &old) && access(path, W_OK))
		return errno;
	if (rename(s->temporary, path))
		return errno;
	s->committed = true;
	return 0;
}

void rw_stream_close(struct rw_stream *s)
{
	if (!s)
		return;
	if (s->gzip)
		deflateEnd(s->gzip);
	close_file(s);
	if (s->begun && !s->committed)
		unlink(s->temporary);
	rw_buf_release(&s->held);
	rw_arena_free(s->arena);
}

/* True if 'name' is a temporary file of a process that is gone. */
static bool is_left_over(const char *name)
{
	long pid;
	char *end;

	if (strncmp(name, PREFIX, strlen(PREFIX)) != 0)
		return false;
	pid = strtol(name + strlen(PREFIX), &end, 10);
	return *end == '-' && pid > 0 && kill((pid_t)pid, 0) && errno == ESRCH;
}

void rw_stream_clean(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	while (dir && (entry = readdir(dir)) != NULL)
		if (is_left_over(entry->d_name))
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir)
		closedir(dir);
}
