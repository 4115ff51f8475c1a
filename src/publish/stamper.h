/*
 * Compile once, stamp many: postings that differ in plain values only go
 * through the stylesheet once for all of them.
 */
#ifndef RW_PUBLISH_STAMPER_H
#define RW_PUBLISH_STAMPER_H

#include "publish/format.h"

struct rw_stamper;

/*
 * For documents of 'format'. 'arena' owns it; threads may share it. NULL if
 * the stylesheet cannot be compiled, with errors in 'diags'.
 */
struct rw_stamper *rw_stamper_new(struct rw_arena *arena,
				  struct rw_sheets *sheets,
				  enum rw_format format,
				  struct rw_diags *diags);

/*
 * Writes 'doc' as rw_render does, byte for byte: from the pattern of the
 * documents alike, or itself where there is none. May change 'doc'. -1 with
 * errors in the press's diags.
 */
int rw_stamper_write(struct rw_stamper *stamper, const struct rw_press *press,
		     struct rw_doc *doc, struct rw_buf *out);

/* How many documents were stamped. */
size_t rw_stamper_count(const struct rw_stamper *stamper);

#endif
