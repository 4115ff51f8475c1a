/*
 * HTML reduced to the tags that a reader knows, and plain text of HTML.
 */
#ifndef RW_WRITE_PROFILE_H
#define RW_WRITE_PROFILE_H

#include "xml/doc.h"

/* What a reader of HTML knows. */
struct rw_profile {
	const char *tags; /* names of elements, parted by blanks */
	bool entities; /* else it shows them as they stand: only '<' is one */
};

/*
 * Appends what stands inside 'node' with the tags of 'profile' only, without
 * attributes but the href of a link. Other elements are replaced by the nearest
 * that it has, or by their content; a block stays a block.
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
