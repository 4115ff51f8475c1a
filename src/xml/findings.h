/*
 * For src/xml/ only: what is wrong with a document, against its schema. A
 * copy of the document is mended while findings are reported, so that one
 * mistake does not hide the next. _private of a copy's element points to its
 * original, or is NULL for one that was put in.
 */
#ifndef RW_XML_FINDINGS_H
#define RW_XML_FINDINGS_H

#include <libxml/tree.h>

#include "base/map.h"
#include "xml/compat.h"
#include "xml/grammar.h"
#include "xml/schema.h"

struct rw_findings {
	const struct rw_grammar *grammar;
	const struct rw_schema_names *names; /* or NULL */
	struct rw_diags *diags;
	struct rw_arena *arena; /* for the time of the check */
	struct rw_vec aside;	/* xmlNode: taken out, checked alone */
	struct rw_vec dropped;	/* xmlNode: taken out for good */
	size_t count;
	bool mended; /* the copy changed */
};

/* An error of libxml2, copied. */
struct rw_violation {
	int code;
	xmlNode *node;
	const char *message;
};

/*
 * Reports and mends unknown and misplaced names below 'top', with our own
 * knowledge of the schema: all of them in one pass.
 */
void rw_findings_names(struct rw_findings *findings, xmlNode *top);

/* The same for the root element alone; false if nothing below makes sense. */
bool rw_findings_root(struct rw_findings *findings, xmlNode *root);

/* Reports and mends what libxml2 found. */
void rw_findings_violation(struct rw_findings *findings,
			   const struct rw_violation *violation);

/* The original of an element of the copy, or NULL. */
struct rw_node *rw_findings_original(const xmlNode *node);

/* Reports 'code' at 'pos' with up to three arguments and a hint, or NULL. */
void rw_findings_report(struct rw_findings *findings, enum rw_code code,
			struct rw_pos pos, const char *hint,
			const char *const args[3]);

/* Takes 'node' out of its tree; if it is known it is checked alone. */
void rw_findings_put_aside(struct rw_findings *findings, xmlNode *node);

#endif
