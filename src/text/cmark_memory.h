/*
 * cmark on our allocator, which cannot fail.
 */
#ifndef RW_TEXT_CMARK_MEMORY_H
#define RW_TEXT_CMARK_MEMORY_H

#include <cmark.h>

/* For every cmark object; what cmark renders is released with rw_free. */
cmark_mem *rw_cmark_memory(void);

#endif
