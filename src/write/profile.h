/*
 * HTML reduced to the tags that a reader knows, and plain text of HTML.
 */
#ifndef RW_WRITE_PROFILE_H
#define RW_WRITE_PROFILE_H

#include "xml/doc.h"

struct rw_profile;

/*
 * The profile 'name': a set of tags that a job board shows ("basic",
 * "google", "indeed", "linkedin"); NULL if there is none.
 */
const struct rw_profile *rw_profile_find(const char *name);

/* The names of all profiles, for hints. */
#define RW_PROFILE_NAMES "basic, google, indeed, linkedin"

/*
 * Appends what stands inside 'node' with the tags of 'profile' only, without
 * attributes but for safe absolute links. Other elements are replaced by the
 * nearest that it has, or by their content; a block stays a block.
 * -1 with errors in 'diags'.
 */
int rw_profile_write(const struct rw_profile *profile,
		     const struct rw_node *node, struct rw_buf *out,
		     struct rw_diags *diags);

/*
 * Appends the plain text of what stands inside 'node': an empty line between
 * blocks, one line for each list item and table row.
 */
int rw_profile_text(const struct rw_node *node, struct rw_buf *out,
		    struct rw_diags *diags);

#endif
