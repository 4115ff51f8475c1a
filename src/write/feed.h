/*
 * Feeds: one tree for what stands around the postings, one for each of them.
 */
#ifndef RW_WRITE_FEED_H
#define RW_WRITE_FEED_H

#include "xml/doc.h"

/* How the trees are written; their root says it. */
enum rw_feed_kind {
	RW_FEED_XML,
	RW_FEED_JSON, /* fn:map or fn:array */
	RW_FEED_CSV   /* out:table, or out:row of an item; RFC 4180 */
};

/* What goes before and after the items. */
struct rw_feed_frame {
	enum rw_feed_kind kind;
	const char *head, *tail;
	bool counts; /* one of them says how many items there are */
	bool alone;  /* a file holds one item, and nothing around it */
};

/*
 * Stands for the number of items in the tree of a frame, which is written
 * before they are counted; a constant text.
 */
#define RW_FEED_COUNT  \
	"\xEF\xB7\x90" \
	"1"            \
	"\xEF\xB7\x91"

/*
 * Writes the tree of a frame, in which out:items marks the place of the items;
 * as the root it says that each of them is an XML document. 'arena' owns the
 * texts. Changes the tree. -1 with errors in 'diags'; *no_place says that there
 * is no such mark, or more than one, unreported.
 */
int rw_write_frame(struct rw_doc *tree, struct rw_arena *arena,
		   struct rw_feed_frame *frame, bool *no_place,
		   struct rw_diags *diags);

/* Appends head or tail with the number of items. */
void rw_feed_frame_put(struct rw_buf *out, const char *text, size_t count);

/* Appends the tree of one item. -1 with errors in 'diags'. */
int rw_write_item(const struct rw_doc *tree, enum rw_feed_kind kind,
		  struct rw_buf *out, struct rw_diags *diags);

/* What stands between two items. */
const char *rw_feed_separator(enum rw_feed_kind kind);

/* "xml", "json", "csv": the suffix of such files. */
const char *rw_feed_suffix(enum rw_feed_kind kind);

#endif
