/*
 * For src/xml/ only: reading stylesheets and their modules from the folders
 * of the overlay.
 */
#ifndef RW_XML_SHEETS_H
#define RW_XML_SHEETS_H

#include <libxml/tree.h>
#include <libxslt/xsltInternals.h>

#include "xml/stylesheet.h"

/* What libxslt made of it. */
xsltStylesheet *rw_stylesheet_compiled(const struct rw_stylesheet *sheet);

/* One loading, with all modules. */
struct rw_sheets {
	const struct rw_stylesheet_path *path;
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct rw_map *files; /* URL -> number of the source text */
	size_t count;
	size_t errors; /* that were reported */
};

/*
 * The module at 'url' ("/1/document/html.xsl": in folder 1), its includes
 * resolved to such URLs; the caller frees it. NULL with errors reported.
 */
xmlDoc *rw_sheets_load(struct rw_sheets *sheets, const char *url,
		       xmlDict *dict);

/*
 * The URL of 'name', relative to the folders, from folder number 'first' on;
 * the arena owns it. NULL, unreported, if it is in none of them.
 */
char *rw_sheets_find(struct rw_sheets *sheets, const char *name, size_t first);

/* Reports what the compiler wrote, each error at its place. */
void rw_sheets_report(struct rw_sheets *sheets, const char *errors);

#endif
