/*
 * The table of commands.
 */
#include "cli/commands.h"

const struct rw_command *const rw_commands[] = {
	&rw_command_init,	&rw_command_new,
	&rw_command_list,	&rw_command_explain,
	&rw_command_fmt,	&rw_command_rename,
	&rw_command_where_used, &rw_command_help,
	&rw_command_completion, &rw_command_check,
	&rw_command_render,	&rw_command_build,
	&rw_command_export,	&rw_command_resolve,
	&rw_command_diff,	NULL,
};
