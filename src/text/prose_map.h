/*
 * From a run of prose, dedented for cmark, back to the bytes of the file.
 */
#ifndef RW_TEXT_PROSE_MAP_H
#define RW_TEXT_PROSE_MAP_H

#include <stdbool.h>

#include "base/buf.h"
#include "xml/doc.h"

/* A stretch that is mapped byte by byte: from 'here' on, 'there' on. */
struct rw_stretch {
	size_t here, there;
};

struct rw_stretches {
	struct rw_stretch *items;
	size_t count, cap;
};

/* The decoded text directly inside an element, and where it stands. */
struct rw_source_map {
	struct rw_pos element;
	struct rw_stretches decoded;
	size_t len; /* of the decoded text */
};

/*
 * Scans the source of 'element', once and in time linear in it. Where the
 * element was not read from a file, or holds other text than it did there,
 * every place is the element's own.
 */
void rw_source_map_init(struct rw_source_map *map,
			const struct rw_node *element,
			const struct rw_sources *sources);
void rw_source_map_release(struct rw_source_map *map);

/* The place of byte 'offset' of the decoded text. */
struct rw_pos rw_source_map_at(const struct rw_source_map *map, size_t offset);

/*
 * A text run without its common indentation. Carriage returns are blanks, and
 * lines of white space are empty.
 */
struct rw_prose {
	struct rw_buf text;
	struct rw_stretches lines; /* one for each line, to decoded */
};

/* 'base' is the offset of 'raw' in the element's decoded text. */
void rw_prose_init(struct rw_prose *prose, const char *raw, size_t len,
		   size_t base);

/*
 * The same, as one line that cmark cannot take for a block: it begins with
 * RW_PROSE_INLINE, and line ends are blanks.
 */
#define RW_PROSE_INLINE "( "
void rw_prose_init_inline(struct rw_prose *prose, const char *raw, size_t len,
			  size_t base);
void rw_prose_release(struct rw_prose *prose);

/* Offset in the decoded text of byte 'offset' of the dedented text. */
size_t rw_prose_decoded(const struct rw_prose *prose, size_t offset);

/* Offset of the first byte of 'line' (from 1), at most the text's length. */
size_t rw_prose_line(const struct rw_prose *prose, int line);

#endif
