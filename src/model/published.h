/*
 * What a site publishes: the workspace's own documents and what they refer to.
 */
#ifndef RW_MODEL_PUBLISHED_H
#define RW_MODEL_PUBLISHED_H

#include "model/workspace.h"

/*
 * The title of a role or posting in 'lang', as plain text that 'arena' owns;
 * NULL after an error. Placeholders in it are left out.
 */
char *rw_published_title(struct rw_workspace *workspace, struct rw_arena *arena,
			 struct rw_entry *entry, const char *lang,
			 struct rw_diags *diags);

/*
 * Whether the site has a page for the role: site/@roles is "all", or names
 * it, or ("used", the default) it is the workspace's own or the role of one
 * of its postings.
 */
bool rw_published_role(struct rw_workspace *workspace, const char *id,
		       struct rw_diags *diags);

/*
 * Whether the site has a page for the posting (site/@postings: "all" or
 * ids).
 */
bool rw_published_posting(struct rw_workspace *workspace,
			  const struct rw_entry *entry, struct rw_diags *diags);

/*
 * Whether the role has a page and will be there: it is no draft (unless the
 * workspace is open for drafts) and not retired.
 */
bool rw_published_role_page(struct rw_workspace *workspace, const char *id,
			    struct rw_diags *diags);

/*
 * The first role of a guide that has no page, where that keeps the guide from
 * being published (site/@guides is "used", the default); else NULL.
 */
const char *rw_published_guide_gap(struct rw_workspace *workspace,
				   struct rw_entry *entry,
				   struct rw_diags *diags);

/*
 * Whether the site has a page for the guide: site/@guides is "all", or names
 * it, or is "used" and there is no gap.
 */
bool rw_published_guide(struct rw_workspace *workspace, struct rw_entry *entry,
			struct rw_diags *diags);

/* Whether the site has any guide. */
bool rw_published_guides(struct rw_workspace *workspace,
			 struct rw_diags *diags);

#endif
