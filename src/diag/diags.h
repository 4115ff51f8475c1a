/*
 * The collector of diagnostics. What they say stands in codes.def only.
 */
#ifndef RW_DIAG_DIAGS_H
#define RW_DIAG_DIAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "diag/sources.h"

enum rw_severity {
	RW_NOTE,
	RW_STYLE,
	RW_WARNING,
	RW_ERROR,
	RW_SEVERITIES
};

enum rw_code {
#define CODE(name, id, severity, message, hint) RW_##name,
#include "diag/codes.def"
#undef CODE
	RW_CODES
};

struct rw_diags;

/* 'sources' must outlive the collector. */
struct rw_diags *rw_diags_new(struct rw_sources *sources);
void rw_diags_free(struct rw_diags *diags);
struct rw_sources *rw_diags_sources(const struct rw_diags *diags);

/*
 * Adds a diagnostic at 'pos'. args[0..2] replace %1..%3 of message and hint;
 * NULL for those that are not used. 'hint' stands in place of the table's
 * (NULL: the table's; "": none). Any thread may call it. A diagnostic equal
 * in all parts to an earlier one is dropped. Very long arguments are cut.
 */
void rw_report_hint(struct rw_diags *diags, enum rw_code code,
		    struct rw_pos pos, const char *hint,
		    const char *const args[3]);

/*
 * The same with the hint "write 'NEAR'", where there is a name near to the one
 * that is wrong; with the table's for NULL.
 */
void rw_report_near(struct rw_diags *diags, enum rw_code code,
		    struct rw_pos pos, const char *near,
		    const char *const args[3]);

/*
 * The same for a name that is none of those that exist: the hint writes the
 * nearest or, where none is near, lists the first of them.
 */
struct rw_names {
	const char *wanted;
	const char *const *all; /* may hold a name more than once */
	size_t count;
};
void rw_report_unknown(struct rw_diags *diags, enum rw_code code,
		       struct rw_pos pos, const struct rw_names *names,
		       const char *const args[3]);

/* The same with the table's hint; six parameters for the sake of callers. */
static inline void rw_report(struct rw_diags *diags, enum rw_code code,
			     struct rw_pos pos, const char *a1, const char *a2,
			     const char *a3)
{
	const char *const args[] = { a1, a2, a3 };

	rw_report_hint(diags, code, pos, NULL, args);
}

/* The same with a severity in place of the table's, for rules that set it. */
struct rw_finding {
	enum rw_code code;
	enum rw_severity severity;
	struct rw_pos pos;
	const char *hint; /* NULL: the table's */
	const char *args[3];
};
void rw_report_finding(struct rw_diags *diags,
		       const struct rw_finding *finding);

/* A diagnostic that was collected, in words. */
struct rw_found {
	enum rw_code code;
	enum rw_severity severity;
	struct rw_pos pos;
	const char *message;
	const char *hint; /* "": none */
};

/* Calls 'fn' for each, in the order in which they came. */
void rw_diags_each(const struct rw_diags *diags,
		   void (*fn)(void *context, const struct rw_found *found),
		   void *context);

/* Whether both hold the same, in the same order. */
bool rw_diags_same(const struct rw_diags *a, const struct rw_diags *b);

/* Adds what was found in another collector, copying its words. */
void rw_diags_add(struct rw_diags *diags, const struct rw_found *found);

/* Number of diagnostics of 'severity' or above. */
size_t rw_diags_count(const struct rw_diags *diags, enum rw_severity severity);

/* True if there is a diagnostic of 'code'. */
bool rw_diags_has(const struct rw_diags *diags, enum rw_code code);

/*
 * Moves everything in 'from', which has no limit, to 'into', leaving 'from'
 * empty. Used to hold back what one document reports. Both have the same
 * sources.
 */
void rw_diags_merge(struct rw_diags *into, struct rw_diags *from);

/* Drops what is below 'severity' so far; all of it for RW_SEVERITIES. */
void rw_diags_drop_below(struct rw_diags *diags, enum rw_severity severity);

/*
 * Keeps only codes and id prefixes that the comma-separated 'only' names
 * ("RW301,RW4"), now and later; false (and nothing changes) if a name is
 * unknown.
 */
bool rw_diags_filter(struct rw_diags *diags, const char *only);

/*
 * Keeps no more than 'most' diagnostics of a code from now on (0: all) and
 * counts the rest, so that memory does not grow with them.
 */
void rw_diags_limit(struct rw_diags *diags, size_t most);

enum rw_diags_format {
	RW_DIAGS_TEXT,
	RW_DIAGS_JSON,
	RW_DIAGS_SARIF
};

/*
 * Adds all to 'out', sorted by file, line, column, code: text with source line
 * and caret; JSON, one object a line; SARIF 2.1.0. For text only: 'colour';
 * 'most' limits each code to so many findings (0: all), with a line that counts
 * the rest, and those that were not kept.
 */
void rw_diags_write(const struct rw_diags *diags, enum rw_diags_format format,
		    bool colour, size_t most, struct rw_buf *out);

/*
 * Facts of a code: "RW301", "PAY_INVERTED", its default severity, message and
 * hint templates, and the paragraph that explains it.
 */
const char *rw_code_id(enum rw_code code);
const char *rw_code_name(enum rw_code code);
enum rw_severity rw_code_severity(enum rw_code code);
const char *rw_code_message(enum rw_code code);
const char *rw_code_hint(enum rw_code code);
const char *rw_code_explain(enum rw_code code);

/* The code with this id or name, in any case of letters; RW_CODES if none. */
enum rw_code rw_code_find(const char *id_or_name);

/* "note", "style", "warning", "error". */
const char *rw_severity_name(enum rw_severity severity);

#endif
