#include "text/cmark_memory.h"

#include "base/memory.h"

cmark_mem *rw_cmark_memory(void)
{
	static const cmark_mem memory = { rw_calloc, rw_realloc, rw_free };

	return (cmark_mem *)&memory; /* cmark only reads it */
}
