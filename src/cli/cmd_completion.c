/*
 * completion: a script that teaches a shell the commands and options.
 */
#include <string.h>

#include "cli/commands.h"
#include "cli/complete.h"

static const struct rw_option options[] = {
	{ 0 },
};

static int completion(struct rw_cli *cli)
{
	const char *shell = cli->args[0];
	struct rw_buf out = RW_BUF_INIT;
	int status;

	if (strcmp(shell, "bash") == 0)
		rw_complete_bash(cli->arena, &out);
	else if (strcmp(shell, "zsh") == 0)
		rw_complete_zsh(cli->arena, &out);
	else if (strcmp(shell, "fish") == 0)
		rw_complete_fish(cli->arena, &out);
	else
		return rw_cli_usage(cli,
				    "'%s' is no shell that rolewright "
				    "knows: use one of: bash zsh fish",
				    shell);
	status = rw_cli_print(cli, out.data, out.len);
	rw_buf_release(&out);
	return status == RW_EXIT_FINE ? status : rw_cli_finish(cli);
}

const struct rw_command rw_command_completion = {
	.name = "completion",
	.arguments = "bash|zsh|fish",
	.what = "print a script that completes commands, options and ids",
	.options = options,
	.run = completion,
	.least = 1,
	.most = 1,
	.completes = "shells",
};
