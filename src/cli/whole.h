/*
 * A document with all that it inherits, before anything is looked up or
 * formatted: what its author can change.
 */
#ifndef RW_CLI_WHOLE_H
#define RW_CLI_WHOLE_H

#include "cli/cli.h"

/*
 * The chain behind 'entry' in 'lang' (NULL: its own language). A posting has
 * its role's text and its company's benefits and notices, too. Read-only;
 * NULL after an error.
 */
const struct rw_node *rw_cli_whole(struct rw_cli *cli, struct rw_entry *entry,
				   const char *lang);

/*
 * The same for a posting that is not written yet; role and company may be
 * NULL.
 */
struct rw_node *rw_cli_whole_posting(struct rw_cli *cli, struct rw_entry *role,
				     struct rw_entry *company,
				     const char *lang);

/*
 * The text of an element as its author wrote it, without markup but with its
 * placeholders; the arena of 'cli' owns it.
 */
char *rw_cli_plain(struct rw_cli *cli, const struct rw_node *node);

#endif
