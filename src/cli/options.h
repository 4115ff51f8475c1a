/*
 * Parsing a command line by the tables of its command.
 */
#ifndef RW_CLI_OPTIONS_H
#define RW_CLI_OPTIONS_H

#include "cli/cli.h"

/*
 * Fills in command, arguments and options of 'cli' from the words of a
 * command line; an rw_exit, RW_EXIT_USAGE after a complaint.
 */
int rw_options_parse(struct rw_cli *cli, int argc, char **argv);

#endif
