/*
 * A progress bar: one line that is drawn over, at most ten times a second.
 */
#include "base/progress.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"

#define REDRAW_NS INT64_C(100000000)
#define BAR_WIDTH 30
#define PLAIN_COLUMNS 80
#define ERASE "\r\033[K"

struct rw_progress {
	int fd; /* -1: silent */
	const char *label;
	size_t total;
	atomic_size_t done;
	pthread_mutex_t drawing;
	int64_t drawn_at; /* guarded by 'drawing' */
};

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static unsigned columns(int fd)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) || !size.ws_col)
		return PLAIN_COLUMNS;
	return size.ws_col;
}

static void add_bar(struct rw_buf *line, size_t done, size_t total)
{
	size_t filled = done >= total ? BAR_WIDTH : done * BAR_WIDTH / total;

	rw_buf_puts(line, " [");
	for (size_t i = 0; i < BAR_WIDTH; i++)
		rw_buf_putc(line, i < filled ? '#' : '.');
	rw_buf_putc(line, ']');
}

static void draw(const struct rw_progress *progress)
{
	size_t done = atomic_load(&progress->done);
	struct rw_buf line = RW_BUF_INIT;
	struct rw_buf bar = RW_BUF_INIT;

	rw_buf_printf(&line, "%s", progress->label ? progress->label : "");
	add_bar(&bar, done, progress->total);
	if (line.len + bar.len + 24 < columns(progress->fd))
		rw_buf_add(&line, bar.data, bar.len);
	rw_buf_printf(&line, " %zu/%zu", done, progress->total);
	rw_buf_clear(&bar);
	rw_buf_puts(&bar, ERASE);
	rw_buf_add(&bar, line.data, line.len);
	(void)rw_fd_write(progress->fd, bar.data, bar.len);
	rw_buf_release(&bar);
	rw_buf_release(&line);
}

struct rw_progress *rw_progress_new(int fd, bool show, const char *label,
				    size_t total)
{
	struct rw_progress *progress = rw_calloc(1, sizeof(*progress));

	progress->fd = show && total && isatty(fd) ? fd : -1;
	progress->label = label;
	progress->total = total;
	atomic_init(&progress->done, 0);
	pthread_mutex_init(&progress->drawing, NULL);
	return progress;
}

void rw_progress_step(struct rw_progress *progress)
{
	int64_t time;

	atomic_fetch_add(&progress->done, 1);
	if (progress->fd < 0 || pthread_mutex_trylock(&progress->drawing))
		return;
	time = now();
	if (time - progress->drawn_at >= REDRAW_NS) {
		draw(progress);
		progress->drawn_at = time;
	}
	pthread_mutex_unlock(&progress->drawing);
}

void rw_progress_free(struct rw_progress *progress)
{
	if (!progress)
		return;
	if (progress->fd >= 0 && progress->drawn_at)
		(void)rw_fd_write(progress->fd, ERASE, sizeof(ERASE) - 1);
	pthread_mutex_destroy(&progress->drawing);
	rw_free(progress);
}
