/*
 * What an argument of 'rename' and 'where-used' names.
 */
#ifndef RW_CLI_TARGETS_H
#define RW_CLI_TARGETS_H

#include "cli/cli.h"
#include "model/references.h"

/*
 * Fills 'targets' (RW_TARGETS of them) with everything that 'name' is the id
 * of, or with the one that "KIND/ID" means; their number, 0 after an error
 * that names the nearest id.
 */
size_t rw_cli_targets(struct rw_cli *cli, const char *name,
		      struct rw_target *targets);

/* "an" of "area", "a" of "place". */
const char *rw_target_article(int kind);

#endif
