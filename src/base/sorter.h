/*
 * Sorting more lines than memory should hold: sorted runs on disk, merged.
 */
#ifndef RW_BASE_SORTER_H
#define RW_BASE_SORTER_H

struct rw_sorter;

/* The caller frees it. */
struct rw_sorter *rw_sorter_new(void);
void rw_sorter_free(struct rw_sorter *sorter);

/* Adds a line (without line feeds). An errno value, 0 for success. */
int rw_sorter_add(struct rw_sorter *sorter, const char *line);

/* Ends the adding. An errno value. */
int rw_sorter_begin(struct rw_sorter *sorter);

/* The next line in byte order, valid until the next call; NULL at the end. */
const char *rw_sorter_next(struct rw_sorter *sorter);

#endif
