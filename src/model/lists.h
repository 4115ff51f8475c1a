/*
 * Which list holds which items, and in which order a reader meets the parts.
 */
#ifndef RW_MODEL_LISTS_H
#define RW_MODEL_LISTS_H

#include <stddef.h>

/* "requirements" for "requirement"; "" for what is no item of a list. */
const char *rw_list_of_item(const char *item);

/* The parts of a role or posting in reading order, *count of them. */
const char *const *rw_reading_order(size_t *count);

#endif
