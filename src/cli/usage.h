/*
 * Help and version, from the tables of commands and options.
 */
#ifndef RW_CLI_USAGE_H
#define RW_CLI_USAGE_H

#include "cli/cli.h"

/* Prints help on 'command', or on all for NULL; an rw_exit. */
int rw_usage_show(struct rw_cli *cli, const struct rw_command *command);

/* Prints the versions of the program and its libraries; an rw_exit. */
int rw_usage_version(struct rw_cli *cli);

#endif
