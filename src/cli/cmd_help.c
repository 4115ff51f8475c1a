/*
 * help: the commands, or one with its options.
 */
#include <string.h>

#include "base/map.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/usage.h"

static const struct rw_option options[] = {
	{ 0 },
};

static int unknown(const struct rw_cli *cli, const char *name)
{
	struct rw_vec names = { 0 };
	const char *near;
	int status;

	for (size_t i = 0; rw_commands[i] != NULL; i++)
		rw_vec_push(&names, (void *)rw_commands[i]->name);
	near = rw_nearest(name, (const char *const *)names.items, names.count);
	status = near ? rw_cli_usage(cli,
				     "unknown command '%s'; did you mean "
				     "'%s'?",
				     name, near)
		      : rw_cli_usage(cli, "unknown command '%s'", name);
	rw_vec_release(&names);
	return status;
}

static int help(struct rw_cli *cli)
{
	const char *name = cli->arg_count ? cli->args[0] : NULL;
	const struct rw_command *command = NULL;
	int status;

	for (size_t i = 0; name && rw_commands[i] && !command; i++)
		if (strcmp(rw_commands[i]->name, name) == 0)
			command = rw_commands[i];
	if (name != NULL && command == NULL)
		return unknown(cli, name);
	status = rw_usage_show(cli, command);
	return status == RW_EXIT_FINE ? status : rw_cli_finish(cli);
}

const struct rw_command rw_command_help = {
	.name = "help",
	.arguments = "[COMMAND]",
	.what = "list the commands, or show one",
	.options = options,
	.run = help,
	.least = 0,
	.most = 1,
	.completes = "commands",
};
