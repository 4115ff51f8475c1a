/*
 * The company's logo inside a Word document.
 */
#ifndef RW_PUBLISH_LOGO_H
#define RW_PUBLISH_LOGO_H

#include "model/workspace.h"

/*
 * Gives the <brand> of the resolved document 'doc' what Word needs: data
 * (base64), media type, width and height in pixels of static/LOGO. Word
 * takes PNG and JPEG; for another kind the file of the same name with .png
 * is used, if there is one. Without a logo nothing changes. -1 after an
 * error.
 */
int rw_logo_embed(struct rw_workspace *workspace, struct rw_arena *arena,
		  struct rw_doc *doc, struct rw_diags *diags);

#endif
