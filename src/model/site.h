/*
 * What site.xml says, and where pages stand.
 */
#ifndef RW_MODEL_SITE_H
#define RW_MODEL_SITE_H

#include "model/workspace.h"

struct rw_site {
	struct rw_node *root; /* of site.xml, in its own language */
	const char *title;
	const char *base_url; /* ends in a slash; "" if not given */
	char **languages;
	size_t language_count; /* at least 1 */
};

/* The site of the workspace, shared; NULL with an error when there is none. */
const struct rw_site *rw_site_load(struct rw_workspace *workspace,
				   struct rw_diags *diags);

/* True if there is a site.xml. */
bool rw_site_exists(const struct rw_workspace *workspace);

/*
 * The path of a page without suffix, from the site's root:
 * "roles/key-account-manager", "de/glossary/churn". 'folder' is "roles",
 * "postings", "guides", "glossary" or "".
 */
char *rw_site_page(const struct rw_site *site, struct rw_arena *arena,
		   const char *lang, const char *folder, const char *id);

/*
 * Where documents of a kind have their pages: "roles" for "role". 'kind' is
 * the name of a root element; "" if it has no pages.
 */
const char *rw_site_folder(const char *kind);

/* "../" for each folder of 'page'. */
char *rw_site_up(struct rw_arena *arena, const char *page);

/*
 * The site's language for a document's tag: itself, the one with the same
 * first subtag, or the site's first.
 */
const char *rw_site_language(const struct rw_site *site, const char *tag);

#endif
