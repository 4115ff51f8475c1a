/*
 * Source texts: every input file of a run, kept so that a position can be
 * shown as line and column.
 */
#ifndef RW_DIAG_SOURCES_H
#define RW_DIAG_SOURCES_H

#include <stddef.h>
#include <stdint.h>

/*
 * A place in a source text: file number (from 1; 0: no place) and byte offset,
 * from 0. RW_POS_FILE_ONLY as offset names the file as a whole.
 */
struct rw_pos {
	uint32_t file;
	uint32_t offset;
};

#define RW_POS_FILE_ONLY UINT32_MAX
#define RW_NOWHERE ((struct rw_pos){ 0, RW_POS_FILE_ONLY })

struct rw_sources;

struct rw_sources *rw_sources_new(void);
void rw_sources_free(struct rw_sources *sources);

/*
 * Adds a text, copying both; its number. 'path' is what messages show
 * (relative to the workspace). Any thread may call it; texts stay where they
 * are until rw_sources_free.
 */
uint32_t rw_sources_add(struct rw_sources *sources, const char *path,
			const char *text, size_t len);

/*
 * The same for a part of a file that is not kept: its text begins in line
 * 'line' (from 1) of 'path'.
 */
uint32_t rw_sources_add_part(struct rw_sources *sources, const char *path,
			     size_t line, const char *text, size_t len);

/* Lines of the file before the text that is kept; 0 for a whole file. */
unsigned rw_sources_lines_before(const struct rw_sources *sources,
				 uint32_t file);

/* Of file number 'file'; NULL (and *len 0) if there is none. Any thread. */
const char *rw_sources_path(const struct rw_sources *sources, uint32_t file);
const char *rw_sources_text(const struct rw_sources *sources, uint32_t file,
			    size_t *len);
size_t rw_sources_count(const struct rw_sources *sources);

/*
 * Line and column, both from 1, column in code points (a byte order mark is
 * not counted); 0 and 0 for RW_POS_FILE_ONLY. Any thread may call it.
 */
void rw_sources_locate(const struct rw_sources *sources, struct rw_pos pos,
		       unsigned *line, unsigned *column);

/*
 * The line 'line' (from 1) without its end and without a byte order mark;
 * *len its bytes. NULL if there is none.
 */
const char *rw_sources_line(const struct rw_sources *sources, uint32_t file,
			    unsigned line, size_t *len);

#endif
