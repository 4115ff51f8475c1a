/*
 * check --postings: rows of a table.
 */
#ifndef RW_CLI_CHECK_ROWS_H
#define RW_CLI_CHECK_ROWS_H

#include "cli/cli.h"

/*
 * The map that --map names, by id or path; NULL without the option, and after
 * an error, when *status is -1.
 */
const struct rw_node *rw_cli_map(struct rw_cli *cli, int *status);

/*
 * Checks the table of --postings, at most 'most' findings of a code (0: all)
 * going to the collector of the run; what it did goes to 'summary' in words.
 * -1 after an error that ends the run.
 */
int rw_cli_check_rows(struct rw_cli *cli, size_t most, struct rw_buf *summary);

/* Writes a map for the table of --suggest-map; an rw_exit. */
int rw_cli_suggest_map(struct rw_cli *cli);

#endif
