/*
 * Files that are written bit by bit and appear only when they are whole: a
 * temporary file beside the place, which takes its name at the end. Functions
 * return errno values, 0 for success, and report nothing.
 */
#ifndef RW_BASE_STREAM_H
#define RW_BASE_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct rw_stream;

/*
 * Begins to write a file that will stand in the folder of 'path', compressed
 * (gzip) or not. NULL and *error. The caller ends it with rw_stream_close.
 */
struct rw_stream *rw_stream_open(const char *path, bool gzip, int *error);

/* After an error this one and all that follow return it. */
int rw_stream_write(struct rw_stream *stream, const char *data, size_t len);

/* Bytes written so far, before compression. */
uint64_t rw_stream_size(const struct rw_stream *stream);

/* Writes out what is held back and syncs: the temporary file is whole. */
int rw_stream_finish(struct rw_stream *stream);

/* Appends what the unfinished stream 'from', not compressed, has written. */
int rw_stream_append(struct rw_stream *stream, struct rw_stream *from);

/* Gives the finished file its name, in place of any other file. */
int rw_stream_commit(struct rw_stream *stream, const char *path);

/* Ends it: a file that was not committed is removed. NULL is fine. */
void rw_stream_close(struct rw_stream *stream);

/* Removes temporary files in 'folder' that a killed process left. */
void rw_stream_clean(const char *folder);

#endif
