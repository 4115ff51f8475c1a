/*
 * The workspace as it was in a revision of git.
 */
#ifndef RW_CLI_REVISION_H
#define RW_CLI_REVISION_H

#include "cli/cli.h"

/*
 * Takes the workspace at -C out of 'revision' into a new temporary folder, and
 * opens it. *folder, which the run's arena owns, is to be removed in any case
 * (NULL: there is none). NULL after an error.
 */
struct rw_workspace *rw_revision_open(struct rw_cli *cli, const char *revision,
				      const char **folder);

#endif
