/*
 * Zip archives in memory, the same bytes for the same entries.
 */
#ifndef RW_WRITE_ARCHIVE_H
#define RW_WRITE_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "diag/diags.h"

struct rw_entry {
	const char *name; /* path in the archive */
	const char *data;
	size_t len;
};

struct rw_archive {
	const struct rw_entry *entries;
	size_t count;
	int32_t day;	   /* days since 1970-01-01 */
	struct rw_pos pos; /* what an error is blamed on */
};

/*
 * Appends a zip archive of the entries in their order, deflated, all dated
 * noon of the day (from 1980 to 2107, as the format has no others), without
 * owner or extra fields. -1 with an error in 'diags'.
 */
int rw_archive_write(const struct rw_archive *archive, struct rw_buf *out,
		     struct rw_diags *diags);

#endif
