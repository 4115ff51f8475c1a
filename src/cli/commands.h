/*
 * Every command, one file each.
 */
#ifndef RW_CLI_COMMANDS_H
#define RW_CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct rw_command rw_command_render;
extern const struct rw_command rw_command_resolve;

#endif
