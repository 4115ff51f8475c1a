/*
 * Building the site: every page and its twins, in parallel, and only what has
 * changed.
 */
#ifndef RW_PUBLISH_BUILD_H
#define RW_PUBLISH_BUILD_H

#include "publish/format.h"

struct rw_build_options {
	const char *output; /* the folder */
	unsigned formats;   /* 1 << RW_FORMAT_HTML | ... of each document */
	unsigned threads;
	bool drafts;   /* publish drafts, too, marked */
	bool partial;  /* leave out what has errors and publish the rest */
	bool in_place; /* see generation.h */
	bool progress; /* show a bar on standard error, if it is a terminal */
};

struct rw_build_report {
	size_t files;	/* of the site */
	size_t written; /* of them: the others are as they were */
	size_t removed;
	bool unchanged; /* nothing had changed: no new generation */
};

/*
 * Builds the site of 'workspace'. 0, or -1 after an error: then the output is
 * as it was. What is left out is reported as a note.
 */
int rw_build(struct rw_workspace *workspace, struct rw_arena *arena,
	     const struct rw_build_options *options,
	     struct rw_build_report *report, struct rw_diags *diags);

#endif
