/*
 * The files of a feed: items are streamed into a file that takes its name only
 * when all files of the feed are whole.
 */
#ifndef RW_PUBLISH_FEED_FILE_H
#define RW_PUBLISH_FEED_FILE_H

#include "base/map.h"
#include "diag/diags.h"
#include "write/feed.h"

struct rw_feed_options {
	const char *folder;
	const char *name;  /* of the files, without suffix: "indeed" */
	size_t most_items; /* of one file; 0: any */
	size_t most_bytes;
	bool gzip;
};

struct rw_feed_file;

/*
 * A feed without items; 'options' and 'frame' must outlive it. 'arena' owns it
 * and removes what was not committed.
 */
struct rw_feed_file *rw_feed_file_new(struct rw_arena *arena,
				      const struct rw_feed_options *options,
				      const struct rw_feed_frame *frame,
				      struct rw_diags *diags);

/* Adds an item, its bytes. -1 after an error. */
int rw_feed_file_add(struct rw_feed_file *feed, const char *item, size_t len);

/* Completes and syncs the temporary files. -1 after an error. */
int rw_feed_file_finish(struct rw_feed_file *feed);

/*
 * Gives them their names: NAME.xml, or NAME-1.xml ... and NAME-index.xml; none
 * without items where a file holds one. -1 after an error.
 */
int rw_feed_file_commit(struct rw_feed_file *feed);

/* Names of the files in the folder, after finish: an array of *count. */
const char *const *rw_feed_file_names(const struct rw_feed_file *feed,
				      size_t *count);

size_t rw_feed_file_items(const struct rw_feed_file *feed);

#endif
