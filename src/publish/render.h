/*
 * One document in one format.
 */
#ifndef RW_PUBLISH_RENDER_H
#define RW_PUBLISH_RENDER_H

#include "model/resolve.h"
#include "publish/format.h"

/*
 * Makes a file of the resolved document 'doc', appended to 'out'; what
 * stands alone carries its style with it. With 'tree': the result tree
 * instead. -1 after an error. 'doc' may change.
 */
int rw_render(const struct rw_press *press, struct rw_doc *doc,
	      enum rw_format format, struct rw_buf *out);
int rw_render_tree(const struct rw_press *press, struct rw_doc *doc,
		   enum rw_format format, struct rw_buf *out);

/*
 * Gives a document that stands alone the style sheet of the workspace, as
 * <css>. -1 after an error.
 */
int rw_render_style(struct rw_workspace *workspace, struct rw_arena *arena,
		    struct rw_doc *doc, struct rw_diags *diags);

/*
 * The text of css/rolewright.css, of the workspace or the library; 'arena'
 * owns it. NULL after an error.
 */
char *rw_render_css(struct rw_workspace *workspace, struct rw_arena *arena,
		    struct rw_diags *diags);

#endif
