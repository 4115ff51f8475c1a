/*
 * Source texts with tables of lines, built when a text is first asked for a
 * position.
 */
#include "diag/sources.h"

#include <pthread.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "base/utf8.h"

/* Code points are counted ahead in steps, so that long lines cost little. */
#define STEP 1024u
#define BOM "\xEF\xBB\xBF"
#define BOM_SIZE 3u

struct source {
	char *path;
	char *text;
	size_t len;
	size_t begin;	 /* after the byte order mark */
	unsigned before; /* lines of the file that are not kept */
	uint32_t *lines; /* offset of each line; NULL: not yet built */
	size_t line_count;
	uint32_t *counts; /* code points before each step */
};

struct rw_sources {
	pthread_mutex_t mutex;
	struct rw_vec list;
};

/* The mutex changes under callers that only read. */
static pthread_mutex_t *mutex_of(const struct rw_sources *sources)
{
	return (pthread_mutex_t *)&sources->mutex;
}

static struct source *get(const struct rw_sources *sources, uint32_t file)
{
	struct source *source = NULL;

	pthread_mutex_lock(mutex_of(sources));
	if (file && file <= sources->list.count)
		source = sources->list.items[file - 1];
	pthread_mutex_unlock(mutex_of(sources));
	return source;
}

static void find_lines(struct source *source)
{
	const char *end = source->text + source->len;
	const char *at = source->text + source->begin;
	uint32_t *lines;
	size_t count = 1;

	for (const char *p = at; (p = memchr(p, '\n', (size_t)(end - p))); p++)
		count++;
	lines = rw_malloc(count * sizeof(*lines));
	lines[0] = (uint32_t)source->begin;
	for (size_t i = 1; i < count; i++) {
		at = memchr(at, '\n', (size_t)(end - at));
		at++;
		lines[i] = (uint32_t)(at - source->text);
	}
	source->lines = lines;
	source->line_count = count;
}

static void count_steps(struct source *source)
{
	size_t steps = source->len / STEP + 1;
	uint32_t *counts = rw_malloc(steps * sizeof(*counts));

	counts[0] = 0;
	for (size_t i = 1; i < steps; i++)
		counts[i] = counts[i - 1] +
			    (uint32_t)rw_utf8_length(
				    source->text + (i - 1) * STEP, STEP);
	source->counts = counts;
}

/* The source with its tables, or NULL. */
static const struct source *get_with_tables(const struct rw_sources *sources,
					    uint32_t file)
{
	struct source *source = get(sources, file);

	if (!source)
		return NULL;
	pthread_mutex_lock(mutex_of(sources));
	if (!source->lines) {
		find_lines(source);
		count_steps(source);
	}
	pthread_mutex_unlock(mutex_of(sources));
	return source;
}

/* Code points before 'offset'. */
static size_t count_before(const struct source *source, size_t offset)
{
	size_t step = offset / STEP;

	return source->counts[step] +
	       rw_utf8_length(source->text + step * STEP, offset % STEP);
}

/* Index of the last line that begins at or before 'offset'. */
static size_t line_at(const struct source *source, size_t offset)
{
	size_t low = 0;
	size_t high = source->line_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct rw_sources *rw_sources_new(void)
{
	struct rw_sources *sources = rw_calloc(1, sizeof(*sources));

	pthread_mutex_init(&sources->mutex, NULL);
	return sources;
}

void rw_sources_free(struct rw_sources *sources)
{
	if (!sources)
		return;
	for (size_t i = 0; i < sources->list.count; i++) {
		struct source *source = sources->list.items[i];

		rw_free(source->path);
		rw_free(source->text);
		rw_free(source->lines);
		rw_free(source->counts);
		rw_free(source);
	}
	rw_vec_release(&sources->list);
	pthread_mutex_destroy(&sources->mutex);
	rw_free(sources);
}

uint32_t rw_sources_add(struct rw_sources *sources, const char *path,
			const char *text, size_t len)
{
	return rw_sources_add_part(sources, path, 1, text, len);
}

unsigned rw_sources_lines_before(const struct rw_sources *sources,
				 uint32_t file)
{
	const struct source *source = get(sources, file);

	return source ? source->before : 0;
}

uint32_t rw_sources_add_part(struct rw_sources *sources, const char *path,
			     size_t line, const char *text, size_t len)
{
	struct source *source = rw_calloc(1, sizeof(*source));
	uint32_t file;

	source->path = rw_strdup(path);
	source->text = rw_malloc(len + 1);
	if (len)
		memcpy(source->text, text, len);
	source->text[len] = '\0';
	source->len = len;
	source->before = (unsigned)line - 1;
	if (len >= BOM_SIZE && memcmp(text, BOM, BOM_SIZE) == 0)
		source->begin = BOM_SIZE;
	pthread_mutex_lock(&sources->mutex);
	rw_vec_push(&sources->list, source);
	file = (uint32_t)sources->list.count;
	pthread_mutex_unlock(&sources->mutex);
	return file;
}

const char *rw_sources_path(const struct rw_sources *sources, uint32_t file)
{
	const struct source *source = get(sources, file);

	return source ? source->path : NULL;
}

const char *rw_sources_text(const struct rw_sources *sources, uint32_t file,
			    size_t *len)
{
	const struct source *source = get(sources, file);

	*len = source ? source->len : 0;
	return source ? source->text : NULL;
}

size_t rw_sources_count(const struct rw_sources *sources)
{
	size_t count;

	pthread_mutex_lock(mutex_of(sources));
	count = sources->list.count;
	pthread_mutex_unlock(mutex_of(sources));
	return count;
}

void rw_sources_locate(const struct rw_sources *sources, struct rw_pos pos,
		       unsigned *line, unsigned *column)
{
	const struct source *source = NULL;
	size_t offset = pos.offset;
	size_t index;

	*line = *column = 0;
	if (pos.offset != RW_POS_FILE_ONLY)
		source = get_with_tables(sources, pos.file);
	if (!source)
		return;
	if (offset > source->len)
		offset = source->len;
	if (offset < source->begin)
		offset = source->begin;
	index = line_at(source, offset);
	*line = (unsigned)index + 1 + source->before;
	*column = (unsigned)(count_before(source, offset) -
			     count_before(source, source->lines[index])) +
		  1;
}

const char *rw_sources_line(const struct rw_sources *sources, uint32_t file,
			    unsigned line, size_t *len)
{
	const struct source *source = get_with_tables(sources, file);
	size_t begin, end;

	*len = 0;
	if (!source || line <= source->before ||
	    line - source->before > source->line_count)
		return NULL;
	line -= source->before;
	begin = source->lines[line - 1];
	end = line < source->line_count ? source->lines[line] - 1 : source->len;
	if (end > begin && source->text[end - 1] == '\r')
		end--;
	*len = end - begin;
	return source->text + begin;
}
