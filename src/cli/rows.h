/*
 * Tables of postings on the command line: --postings, --map, --encoding,
 * --rejected, --suggest-map.
 */
#ifndef RW_CLI_ROWS_H
#define RW_CLI_ROWS_H

#include "cli/cli.h"
#include "publish/intake.h"

/*
 * Opens the table of --postings for 'threads' threads; 'most' findings of a
 * code are shown (0: all). NULL after an error.
 */
struct rw_intake *rw_cli_rows_open(struct rw_cli *cli, size_t most,
				   unsigned threads);

/* Ends the intake and appends what it did in words. -1 after an error. */
int rw_cli_rows_finish(struct rw_cli *cli, struct rw_intake *intake,
		       struct rw_buf *summary);

/* Whether 'path', which would be written, is the table; then it is reported. */
bool rw_cli_is_table(struct rw_cli *cli, const char *path);

/* What is wrong with the options, or NULL: those of tables go together. */
const char *rw_cli_rows_misused(const struct rw_cli *cli);

/* Writes a map for the table of --suggest-map; an rw_exit. */
int rw_cli_suggest_map(struct rw_cli *cli);

#endif
