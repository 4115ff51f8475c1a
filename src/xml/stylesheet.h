/*
 * XSLT 1.0, run over untrusted stylesheets: no file, no network, bounded in
 * depth, operations and time.
 */
#ifndef RW_XML_STYLESHEET_H
#define RW_XML_STYLESHEET_H

#include "xml/doc.h"

struct rw_stylesheet;

/*
 * Where stylesheets may be read from: 'folders' in the order of the overlay,
 * 'count' of them. xsl:include and xsl:import are relative to the file that
 * names them, and the result is looked for in all folders: a workspace
 * overrides single modules. A module that names its own path means the one
 * that it overrides. A path, or a link, out of the folders is an error.
 */
struct rw_stylesheet_path {
	const char *const *folders;
	size_t count;
};

/*
 * Compiles 'name' ("document/html.xsl", relative to the folders). 'arena' owns
 * it; threads may share it. NULL with errors in 'diags'.
 */
struct rw_stylesheet *rw_stylesheet_load(struct rw_arena *arena,
					 const struct rw_stylesheet_path *path,
					 const char *name,
					 struct rw_diags *diags);

/*
 * Transforms 'doc'; the result tree, which 'arena' owns, or NULL with errors in
 * 'diags' (xsl:message terminate="yes", a limit, the deadline of 10 s, any
 * error on any channel). A message without terminate is a warning.
 *
 * 'doc' is private to the caller's thread, and xsl:strip-space takes its white
 * space out for good: pass a copy if that matters.
 */
struct rw_doc *rw_stylesheet_run(struct rw_arena *arena,
				 const struct rw_stylesheet *sheet,
				 struct rw_doc *doc, struct rw_diags *diags);

/* Asks all running transformations to stop; safe in a signal handler. */
void rw_stylesheet_stop_all(void);

#endif
