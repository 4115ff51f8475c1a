/*
 * The table of commands.
 */
#include "cli/commands.h"

const struct rw_command *const rw_commands[] = {
	&rw_command_render,
	&rw_command_resolve,
	NULL,
};
