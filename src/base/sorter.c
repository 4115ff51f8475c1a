/*
 * Lines in memory up to a size, then a sorted temporary file, and so on; the
 * files are merged.
 */
#include "base/sorter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"

/*
 * Files grow with their number, so that few lines take little memory and many
 * lines few files.
 */
#define FIRST_RUN ((size_t)256 * 1024)
#define LARGEST_RUN ((size_t)4 * 1024 * 1024)
#define RUNS_ALIKE 4

/* A sorted file and the line of it that comes next. */
struct run {
	FILE *file;
	char *line; /* NULL: at its end */
	size_t cap;
};

struct rw_sorter {
	struct rw_vec lines; /* char *, owned */
	size_t bytes;
	size_t at; /* of lines: the next one */
	struct rw_vec runs;
	struct run *last; /* whose line was given out */
};

struct rw_sorter *rw_sorter_new(void)
{
	return rw_calloc(1, sizeof(struct rw_sorter));
}

static void drop_lines(struct rw_sorter *sorter)
{
	for (size_t i = 0; i < sorter->lines.count; i++)
		rw_free(sorter->lines.items[i]);
	rw_vec_release(&sorter->lines);
	memset(&sorter->lines, 0, sizeof(sorter->lines));
	sorter->bytes = 0;
}

void rw_sorter_free(struct rw_sorter *sorter)
{
	if (!sorter)
		return;
	drop_lines(sorter);
	for (size_t i = 0; i < sorter->runs.count; i++) {
		struct run *run = sorter->runs.items[i];

		fclose(run->file);
		free(run->line);
		rw_free(run);
	}
	rw_vec_release(&sorter->runs);
	rw_free(sorter);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort_lines(struct rw_sorter *sorter)
{
	if (sorter->lines.count)
		qsort(sorter->lines.items, sorter->lines.count, sizeof(char *),
		      by_bytes);
}

/* Writes what is in memory to a file of its own. */
static int spill(struct rw_sorter *sorter)
{
	struct run *run = rw_calloc(1, sizeof(*run));

	run->file = tmpfile();
	if (!run->file) {
		rw_free(run);
		return errno;
	}
	rw_vec_push(&sorter->runs, run);
	sort_lines(sorter);
	for (size_t i = 0; i < sorter->lines.count; i++) {
		fputs(sorter->lines.items[i], run->file);
		fputc('\n', run->file);
	}
	drop_lines(sorter);
	if (fflush(run->file) || ferror(run->file))
		return errno ? errno : EIO;
	return 0;
}

/* Bytes of lines that the next file is to have. */
static size_t run_bytes(const struct rw_sorter *sorter)
{
	size_t bytes = FIRST_RUN;

	for (size_t i = RUNS_ALIKE; i <= sorter->runs.count; i += RUNS_ALIKE)
		bytes = bytes < LARGEST_RUN ? bytes * 2 : LARGEST_RUN;
	return bytes;
}

int rw_sorter_add(struct rw_sorter *sorter, const char *line)
{
	size_t len = strlen(line);
	char *copy = rw_malloc(len + 1);

	memcpy(copy, line, len + 1);
	rw_vec_push(&sorter->lines, copy);
	sorter->bytes += len + 2 * sizeof(char *);
	return sorter->bytes > run_bytes(sorter) ? spill(sorter) : 0;
}

static void advance(struct run *run)
{
	ssize_t len = getline(&run->line, &run->cap, run->file);

	if (len <= 0) {
		free(run->line);
		run->line = NULL;
	} else if (run->line[len - 1] == '\n') {
		run->line[len - 1] = '\0';
	}
}

int rw_sorter_begin(struct rw_sorter *sorter)
{
	sort_lines(sorter);
	for (size_t i = 0; i < sorter->runs.count; i++) {
		struct run *run = sorter->runs.items[i];

		rewind(run->file);
		advance(run);
	}
	return 0;
}

/* The run whose line comes first, or NULL. */
static struct run *first_run(const struct rw_sorter *sorter)
{
	struct run *first = NULL;

	for (size_t i = 0; i < sorter->runs.count; i++) {
		struct run *run = sorter->runs.items[i];

		if (run->line && (!first || strcmp(run->line, first->line) < 0))
			first = run;
	}
	return first;
}

const char *rw_sorter_next(struct rw_sorter *sorter)
{
	struct run *run;
	const char *line = NULL;

	if (sorter->last)
		advance(sorter->last);
	if (sorter->at < sorter->lines.count)
		line = sorter->lines.items[sorter->at];
	run = first_run(sorter);
	if (run && (!line || strcmp(run->line, line) < 0)) {
		sorter->last = run;
		return run->line;
	}
	sorter->last = NULL;
	sorter->at += line != NULL;
	return line;
}
