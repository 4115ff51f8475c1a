/*
 * Feeds on disk.
 */
#include "publish/feed_file.h"

#include <string.h>

#include "base/file.h"
#include "base/stream.h"
#include "write/escape.h"

/* One file of the feed. */
struct part {
	struct rw_stream *stream;
	size_t items;
};

struct rw_feed_file {
	struct rw_arena *arena;
	const struct rw_feed_options *options;
	const struct rw_feed_frame *frame;
	struct rw_diags *diags;
	struct rw_vec parts; /* struct part */
	struct part *last;   /* that is open, or NULL */
	size_t around;	     /* bytes of head and tail */
	size_t items;
	const char **names;
	size_t name_count;
};

static void release(void *object)
{
	struct rw_feed_file *feed = object;

	for (size_t i = 0; i < feed->parts.count; i++)
		rw_stream_close(((struct part *)feed->parts.items[i])->stream);
	rw_vec_release(&feed->parts);
}

struct rw_feed_file *rw_feed_file_new(struct rw_arena *arena,
				      const struct rw_feed_options *options,
				      const struct rw_feed_frame *frame,
				      struct rw_diags *diags)
{
	struct rw_feed_file *feed = rw_arena_zalloc(arena, sizeof(*feed));

	feed->arena = arena;
	feed->options = options;
	feed->frame = frame;
	feed->diags = diags;
	feed->around = strlen(frame->head) + strlen(frame->tail);
	rw_arena_defer(arena, release, feed);
	return feed;
}

/* "indeed.xml.gz", or "indeed-2.xml.gz" for a number over 0. */
static const char *name_of(const struct rw_feed_file *feed, size_t number)
{
	const char *suffix = rw_feed_suffix(feed->frame->kind);
	const char *gz = feed->options->gzip ? ".gz" : "";

	if (number == 0)
		return rw_arena_printf(feed->arena, "%s.%s%s",
				       feed->options->name, suffix, gz);
	return rw_arena_printf(feed->arena, "%s-%zu.%s%s", feed->options->name,
			       number, suffix, gz);
}

static const char *path_of(const struct rw_feed_file *feed, const char *name)
{
	return rw_path_join(feed->arena, feed->options->folder, name);
}

static int failed(struct rw_feed_file *feed, const char *path, int error)
{
	rw_report(feed->diags, RW_FILE_WRITE, RW_NOWHERE, path, strerror(error),
		  NULL);
	return -1;
}

static int check(struct rw_feed_file *feed, int error)
{
	return error ? failed(feed, path_of(feed, name_of(feed, 0)), error) : 0;
}

/* ---------------------------------------------------------------- parts */

static int put_text(struct rw_feed_file *feed, struct rw_stream *stream,
		    const char *text, size_t items)
{
	struct rw_buf out = RW_BUF_INIT;
	int error;

	rw_feed_frame_put(&out, text, items);
	error = rw_stream_write(stream, out.data, out.len);
	rw_buf_release(&out);
	return check(feed, error);
}

/* A file under a name that nothing else of the feed has meanwhile. */
static struct rw_stream *open_stream(struct rw_feed_file *feed,
				     const char *what, bool gzip)
{
	const char *path =
		path_of(feed, rw_arena_printf(feed->arena, "%s-%zu.%s",
					      feed->options->name,
					      feed->parts.count, what));
	struct rw_stream *stream;
	int error;

	stream = rw_stream_open(path, gzip, &error);
	if (!stream)
		failed(feed, path, error);
	return stream;
}

/*
 * A head that says how many items follow is written when they are counted:
 * until then the file has items only.
 */
static int open_part(struct rw_feed_file *feed)
{
	bool late = feed->frame->counts;
	struct rw_stream *stream =
		open_stream(feed, "part", feed->options->gzip && !late);

	if (!stream)
		return -1;
	feed->last = rw_arena_zalloc(feed->arena, sizeof(*feed->last));
	feed->last->stream = stream;
	rw_vec_push(&feed->parts, feed->last);
	return late ? 0 : put_text(feed, stream, feed->frame->head, 0);
}

/* Puts head and tail around the items of a part. */
static int surround(struct rw_feed_file *feed, struct part *part)
{
	struct rw_stream *whole =
		open_stream(feed, "whole", feed->options->gzip);
	int status;

	if (!whole)
		return -1;
	status = put_text(feed, whole, feed->frame->head, part->items);
	if (status == 0)
		status = check(feed, rw_stream_append(whole, part->stream));
	rw_stream_close(part->stream);
	part->stream = whole;
	return status;
}

static int close_part(struct rw_feed_file *feed)
{
	struct part *part = feed->last;
	int status = 0;

	feed->last = NULL;
	if (feed->frame->counts)
		status = surround(feed, part);
	if (status == 0)
		status = put_text(feed, part->stream, feed->frame->tail,
				  part->items);
	return status ? status : check(feed, rw_stream_finish(part->stream));
}

static bool is_full(const struct rw_feed_file *feed, size_t more)
{
	const struct rw_feed_options *o = feed->options;
	const struct part *part = feed->last;

	if (!part->items)
		return false;
	return feed->frame->alone ||
	       (o->most_items && part->items >= o->most_items) ||
	       (o->most_bytes &&
		rw_stream_size(part->stream) + feed->around + more >
			o->most_bytes);
}

int rw_feed_file_add(struct rw_feed_file *feed, const char *item, size_t len)
{
	const char *separator = rw_feed_separator(feed->frame->kind);
	int error = 0;

	if (feed->last && is_full(feed, len) && close_part(feed) != 0)
		return -1;
	if (!feed->last && open_part(feed) != 0)
		return -1;
	if (feed->last->items++)
		error = rw_stream_write(feed->last->stream, separator,
					strlen(separator));
	if (!error)
		error = rw_stream_write(feed->last->stream, item, len);
	feed->items++;
	return check(feed, error);
}

/* ----------------------------------------------------------------- index */

static const char *index_name(const struct rw_feed_file *feed)
{
	return rw_arena_printf(feed->arena, "%s-index.xml",
			       feed->options->name);
}

static int write_index(struct rw_feed_file *feed)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *path = path_of(feed, index_name(feed));
	int error;

	rw_buf_printf(&out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feeds xmlns=\"" RW_NS "\" name=\"%s\" items=\"%zu\">\n",
		      feed->options->name, feed->items);
	for (size_t i = 0; i < feed->parts.count; i++) {
		const struct part *part = feed->parts.items[i];

		rw_buf_puts(&out, "  <feed href=\"");
		rw_escape(&out, feed->names[i], RW_ESCAPE_XML_ATTR);
		rw_buf_printf(&out, "\" items=\"%zu\" bytes=\"%llu\"/>\n",
			      part->items,
			      (unsigned long long)rw_stream_size(part->stream));
	}
	rw_buf_puts(&out, "</feeds>\n");
	error = rw_file_write(path, out.data, out.len);
	rw_buf_release(&out);
	return error ? failed(feed, path, error) : 0;
}

/* ------------------------------------------------------------------- end */

int rw_feed_file_finish(struct rw_feed_file *feed)
{
	size_t count;

	if (!feed->parts.count && !feed->frame->alone && open_part(feed) != 0)
		return -1;
	if (feed->last && close_part(feed) != 0)
		return -1;
	count = feed->parts.count;
	feed->names =
		rw_arena_zalloc(feed->arena, (count + 1) * sizeof(char *));
	for (size_t i = 0; i < count; i++)
		feed->names[feed->name_count++] =
			name_of(feed, count > 1 ? i + 1 : 0);
	if (count > 1)
		feed->names[feed->name_count++] = index_name(feed);
	return 0;
}

int rw_feed_file_commit(struct rw_feed_file *feed)
{
	int error = 0;

	for (size_t i = 0; i < feed->parts.count && !error; i++) {
		struct part *part = feed->parts.items[i];

		error = rw_stream_commit(part->stream,
					 path_of(feed, feed->names[i]));
	}
	if (error)
		return check(feed, error);
	if (feed->parts.count > 1 && write_index(feed) != 0)
		return -1;
	return check(feed, rw_file_sync_folder(feed->options->folder));
}

const char *const *rw_feed_file_names(const struct rw_feed_file *feed,
				      size_t *count)
{
	*count = feed->name_count;
	return feed->names;
}

size_t rw_feed_file_items(const struct rw_feed_file *feed)
{
	return feed->items;
}
