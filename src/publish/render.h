/*
 * One document in one format.
 */
#ifndef RW_PUBLISH_RENDER_H
#define RW_PUBLISH_RENDER_H

#include "model/resolve.h"
#include "publish/format.h"

/*
 * Puts into 'doc' what the format needs from outside: the logo for Word, the
 * style sheet for a web page that stands alone. -1 after an error.
 */
int rw_render_prepare(const struct rw_press *press, struct rw_doc *doc,
		      enum rw_format format, bool alone);

/*
 * Makes a file of the resolved document 'doc', appended to 'out'. -1 after an
 * error. 'doc' may change.
 */
int rw_render(const struct rw_press *press, struct rw_doc *doc,
	      enum rw_format format, struct rw_buf *out);

/* The same up to the result tree of the stylesheet, as XML. */
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
