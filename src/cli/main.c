/*
 * rolewright: role definitions in, all that is published about a job out.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/options.h"
#include "cli/usage.h"
#include "text/locale.h"
#include "version.h"
#include "xml/doc.h"

/* Memory of a run: generous for a build, far below what hurts a machine. */
#define MEMORY_CAP ((size_t)1 << 30)

static _Noreturn void exhausted(void)
{
	static const char text[] = "rolewright: out of memory\n";

	(void)!write(STDERR_FILENO, text, sizeof(text) - 1);
	_exit(RW_EXIT_ENVIRONMENT);
}

/* The library beside the program in its build tree, or the installed one. */
static const char *find_library(struct rw_arena *arena)
{
	char *program = rw_path_real(arena, "/proc/self/exe");
	char *folder = program ? rw_path_folder(arena, program) : NULL;
	static const char *const up[] = { "..", "../..", "../../.." };

	for (size_t i = 0; folder != NULL && i < 3; i++) {
		char *root = rw_path_join(arena, folder, up[i]);

		if (rw_file_exists(rw_path_join(
			    arena, root, "templates/schema/rolewright.xsd")) &&
		    rw_file_is_folder(rw_path_join(arena, root, "src/cli")))
			return rw_path_real(arena, root);
	}
	return RW_DATADIR;
}

static int today(struct rw_cli *cli)
{
	const char *date = rw_cli_option(cli, "date");
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;

	cli->today_from = date	  ? "--date"
			  : epoch ? "SOURCE_DATE_EPOCH"
				  : "the clock";
	if (date != NULL) {
		cli->today = rw_date_parse(date);
		if (cli->today == RW_DATE_NONE)
			return rw_cli_usage(cli,
					    "'%s' is not a date; write "
					    "YYYY-MM-DD",
					    date);
		return RW_EXIT_FINE;
	}
	if (epoch == NULL) {
		cli->today = rw_date_of_unix((int64_t)time(NULL));
		return RW_EXIT_FINE;
	}
	errno = 0;
	cli->today = rw_date_of_unix(strtoll(epoch, &end, 10));
	if (errno != 0 || end == epoch || *end != '\0')
		return rw_cli_usage(cli,
				    "SOURCE_DATE_EPOCH is '%s', not a "
				    "count of seconds",
				    epoch);
	return RW_EXIT_FINE;
}

static void set_colour(struct rw_cli *cli)
{
	const char *when = rw_cli_option(cli, "color");

	if (when != NULL && strcmp(when, "auto") != 0)
		cli->colour = strcmp(when, "always") == 0;
	else
		cli->colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
}

static int check_arguments(struct rw_cli *cli)
{
	const struct rw_command *command = cli->command;

	if (cli->arg_count < command->least)
		return rw_cli_usage(cli, "'%s' needs: %s", command->name,
				    command->arguments);
	if (cli->arg_count > command->most)
		return rw_cli_usage(cli,
				    "'%s' is one argument too many for "
				    "'%s'",
				    cli->args[command->most], command->name);
	return RW_EXIT_FINE;
}

static int run(struct rw_cli *cli)
{
	int status = check_arguments(cli);

	if (status == RW_EXIT_FINE)
		status = today(cli);
	if (status != RW_EXIT_FINE)
		return status;
	set_colour(cli);
	cli->folder = rw_cli_option(cli, "directory");
	cli->folder = cli->folder ? cli->folder : ".";
	cli->library = rw_cli_option(cli, "library");
	if (cli->library == NULL)
		cli->library = find_library(cli->arena);
	return cli->command->run(cli);
}

/* The command line, or what it asks to be shown. */
static int start(struct rw_cli *cli, int argc, char **argv)
{
	int status;

	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return rw_usage_version(cli);
	status = rw_options_parse(cli, argc, argv);
	if (status != RW_EXIT_FINE)
		return status;
	if (rw_cli_has(cli, "help"))
		return rw_usage_show(cli, cli->command);
	if (cli->command == NULL)
		return rw_cli_usage(cli, "no command is given");
	return run(cli);
}

/* Under a sanitizer everything is released, so that it sees how. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LEAVES_MEMORY false
#else
#define LEAVES_MEMORY true
#endif

int main(int argc, char **argv)
{
	/* Lasts to the end: what it points to is no leak. */
	static struct rw_cli cli;
	int status;

	rw_memory_on_exhaustion(exhausted);
	rw_memory_cap(MEMORY_CAP);
	rw_memory_hold();
	signal(SIGPIPE, SIG_IGN);
	rw_locale_init();
	rw_xml_init();
	cli.arena = rw_arena_new();
	cli.sources = rw_sources_new();
	cli.diags = rw_diags_new(cli.sources);
	status = start(&cli, argc, argv);
	if (LEAVES_MEMORY && cli.command && cli.command->memory_only)
		return status;
	rw_arena_free(cli.arena);
	rw_diags_free(cli.diags);
	rw_sources_free(cli.sources);
	return status;
}
