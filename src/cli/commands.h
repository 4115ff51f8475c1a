/*
 * Every command, one file each.
 */
#ifndef RW_CLI_COMMANDS_H
#define RW_CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct rw_command rw_command_check;
extern const struct rw_command rw_command_build;
extern const struct rw_command rw_command_render;
extern const struct rw_command rw_command_resolve;
extern const struct rw_command rw_command_completion;
extern const struct rw_command rw_command_diff;
extern const struct rw_command rw_command_explain;
extern const struct rw_command rw_command_export;
extern const struct rw_command rw_command_fmt;
extern const struct rw_command rw_command_help;
extern const struct rw_command rw_command_init;
extern const struct rw_command rw_command_list;
extern const struct rw_command rw_command_new;
extern const struct rw_command rw_command_rename;
extern const struct rw_command rw_command_where_used;

#endif
