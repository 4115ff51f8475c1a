/*
 * What the collector keeps of a diagnostic; for the writers of diag/ only.
 */
#ifndef RW_DIAG_RECORD_H
#define RW_DIAG_RECORD_H

#include "base/map.h"
#include "diag/diags.h"

struct rw_record {
	enum rw_code code;
	enum rw_severity severity;
	struct rw_pos pos;
	char *message;
	char *hint;	  /* "": none */
	const char *path; /* NULL: no place; owned by the sources */
	unsigned before;  /* lines before the part of the file that is kept */
	unsigned line;	  /* 0: not known; set before writing */
	unsigned column;
};

struct rw_record_style {
	bool colour;
	size_t most;	      /* of a code; 0: all */
	const size_t *passed; /* for each code, how many more; NULL: none */
};

/* 'records' are sorted struct rw_record pointers. */
void rw_records_write_text(const struct rw_sources *sources,
			   const struct rw_vec *records,
			   const struct rw_record_style *style,
			   struct rw_buf *out);
void rw_records_write_json(const struct rw_vec *records, struct rw_buf *out);
void rw_records_write_sarif(const struct rw_vec *records, struct rw_buf *out);

#endif
