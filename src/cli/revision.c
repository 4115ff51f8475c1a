/*
 * The workspace as it was in a revision of git.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/process.h"
#include "cli/revision.h"

extern char **environ;

/* Bytes that are read of what a program writes. */
#define OUTPUT_BYTES 65536

#define ENVIRONMENT 4096 /* variables that are handed on */
#define ARGUMENTS 16

/* A run of git or tar; release the buffers. */
struct run {
	struct rw_cli *cli;
	const char *argv[ARGUMENTS];
	size_t argc;
	struct rw_buf out, err;
	int status;
};

/* ---------------------------------------------------------------- running */

static void argument(struct run *run, const char *text)
{
	if (run->argc + 1 < ARGUMENTS)
		run->argv[run->argc++] = text;
}

static void start_git(struct run *run, struct rw_cli *cli)
{
	*run = (struct run){ .cli = cli };
	rw_buf_init(&run->out);
	rw_buf_init(&run->err);
	argument(run, "git");
	argument(run, "-C");
	argument(run, cli->folder);
	/* A folder that only looks like a repository brings no options. */
	argument(run, "-c");
	argument(run, "safe.bareRepository=explicit");
}

static void release(struct run *run)
{
	rw_buf_release(&run->out);
	rw_buf_release(&run->err);
}

/* Messages of the programs in English, whatever the user's language. */
static char **plain_environment(struct rw_arena *arena)
{
	char **env = rw_arena_zalloc(arena, (ENVIRONMENT + 2) * sizeof(*env));
	size_t count = 0;

	for (size_t i = 0; environ[i] != NULL && count < ENVIRONMENT; i++)
		if (strncmp(environ[i], "LC_ALL=", 7) != 0 &&
		    strncmp(environ[i], "GIT_DIR=", 8) != 0 &&
		    strncmp(environ[i], "GIT_WORK_TREE=", 14) != 0 &&
		    strncmp(environ[i], "GIT_INDEX_FILE=", 15) != 0)
			env[count++] = environ[i];
	env[count] = rw_arena_strdup(arena, "LC_ALL=C");
	return env;
}

/* True if the program ran and was content. */
static bool ran(struct run *run)
{
	struct rw_arena *arena = run->cli->arena;
	char **argv = rw_arena_zalloc(arena, (run->argc + 1) * sizeof(*argv));
	struct rw_process process = { .argv = argv,
				      .env = plain_environment(arena),
				      .cap = OUTPUT_BYTES,
				      .out = &run->out,
				      .err = &run->err };
	int error;

	for (size_t i = 0; i < run->argc; i++)
		argv[i] = rw_arena_strdup(arena, run->argv[i]);
	error = rw_process_run(&process, &run->status);
	if (error == 0)
		return run->status == 0;
	rw_buf_printf(&run->err, "%s: %s", run->argv[0], strerror(error));
	return false;
}

/* The first line of what the program complains of. */
static const char *reason(struct run *run)
{
	const char *text = run->err.data;
	char *line;

	if (strncmp(text, "fatal: ", 7) == 0 ||
	    strncmp(text, "error: ", 7) == 0)
		text += 7;
	line = rw_arena_strndup(run->cli->arena, text, strcspn(text, "\n"));
	if (line[0] == '\0')
		return rw_arena_printf(run->cli->arena, "%s: exit status %d",
				       run->argv[0], run->status);
	return line;
}

/* ------------------------------------------------------------------- steps */

static bool is_repository(struct rw_cli *cli)
{
	struct run run;
	bool ok;

	start_git(&run, cli);
	argument(&run, "rev-parse");
	argument(&run, "--show-prefix");
	ok = ran(&run);
	if (!ok)
		rw_report(cli->diags, RW_GIT_NONE, RW_NOWHERE, cli->folder,
			  reason(&run), NULL);
	release(&run);
	return ok;
}

/* The hash of a revision; no user's text goes further than this. */
static const char *commit_of(struct rw_cli *cli, const char *revision)
{
	const char *commit = NULL;
	struct run run;

	start_git(&run, cli);
	argument(&run, "rev-parse");
	argument(&run, "--verify");
	argument(&run, "--quiet");
	argument(&run, rw_arena_printf(cli->arena, "%s^{commit}", revision));
	if (revision[0] != '\0' && revision[0] != '-' && ran(&run))
		commit = rw_arena_strndup(cli->arena, run.out.data,
					  strcspn(run.out.data, "\n"));
	else
		rw_report(cli->diags, RW_REVISION_UNKNOWN, RW_NOWHERE, revision,
			  NULL, NULL);
	release(&run);
	return commit;
}

/* Adds what a workspace consists of, as far as the commit has it. */
static int add_parts(struct rw_cli *cli, const char *commit,
		     struct run *archive)
{
	static const char *const parts[] = { "templates", "glossary",
					     "site.xml" };
	size_t before = archive->argc;
	struct run run;

	start_git(&run, cli);
	argument(&run, "ls-tree");
	argument(&run, "--name-only");
	argument(&run, commit);
	for (size_t i = 0; i < 3; i++)
		argument(&run, parts[i]);
	ran(&run);
	for (size_t i = 0; i < 3; i++)
		if (strstr(run.out.data, rw_arena_printf(cli->arena, "%s\n",
							 parts[i])) != NULL)
			argument(archive, parts[i]);
	release(&run);
	return archive->argc > before ? 0 : -1;
}

static int read_failed(struct rw_cli *cli, const char *revision,
		       const char *why)
{
	rw_report(cli->diags, RW_REVISION_READ, RW_NOWHERE, revision, why,
		  NULL);
	return -1;
}

/* Writes the commit's files to an archive beside the folder they go to. */
static int pack(struct rw_cli *cli, const char *revision, const char *commit,
		const char *archive)
{
	struct run run;
	int status = 0;

	start_git(&run, cli);
	argument(&run, "archive");
	argument(&run, "--format=tar");
	argument(&run, "-o");
	argument(&run, archive);
	argument(&run, commit);
	if (add_parts(cli, commit, &run) != 0) {
		rw_report(cli->diags, RW_REVISION_EMPTY, RW_NOWHERE, revision,
			  cli->folder, NULL);
		status = -1;
	} else if (!ran(&run)) {
		status = read_failed(cli, revision, reason(&run));
	}
	release(&run);
	return status;
}

static int unpack(struct rw_cli *cli, const char *revision, const char *archive,
		  const char *folder)
{
	struct run run = { .cli = cli };
	int status = 0;

	rw_buf_init(&run.out);
	rw_buf_init(&run.err);
	argument(&run, "tar");
	argument(&run, "-xf");
	argument(&run, archive);
	argument(&run, "-C");
	argument(&run, folder);
	if (!ran(&run))
		status = read_failed(cli, revision, reason(&run));
	release(&run);
	return status;
}

static const char *make_folder(struct rw_cli *cli, const char *revision)
{
	const char *where = getenv("TMPDIR");
	char *folder = rw_path_join(cli->arena,
				    where && *where ? where : "/tmp",
				    "rolewright-XXXXXX");

	if (mkdtemp(folder) != NULL)
		return rw_path_real(cli->arena, folder);
	read_failed(
		cli, revision,
		rw_arena_printf(cli->arena, "%s: %s", folder, strerror(errno)));
	return NULL;
}

/* ------------------------------------------------------------------ driver */

/*
 * Schema and words are today's on both sides: this program needs its own
 * schema, and each change of a word would look like one of all documents.
 */
static int link_today(struct rw_cli *cli, const char *revision,
		      const char *folder, const char *name)
{
	char *today = rw_path_real(cli->arena,
				   rw_path_join(cli->arena, cli->folder, name));
	char *there = rw_path_join(cli->arena, folder, name);
	char *above = rw_path_folder(cli->arena, there);
	char *real = rw_path_real(cli->arena, above);

	if (real != NULL && strcmp(real, above) != 0)
		return read_failed(cli, revision,
				   "'templates' is a symbolic link there");
	rw_file_remove_tree(there);
	if (today == NULL || symlink(today, there) == 0)
		return 0;
	return read_failed(cli, revision, strerror(errno));
}

struct rw_workspace *rw_revision_open(struct rw_cli *cli, const char *revision,
				      const char **folder)
{
	struct rw_workspace_options options = { .today = cli->today,
						.validate = true };
	const char *commit, *archive;

	*folder = NULL;
	commit = is_repository(cli) ? commit_of(cli, revision) : NULL;
	if (commit == NULL)
		return NULL;
	*folder = make_folder(cli, revision);
	if (*folder == NULL)
		return NULL;
	archive = rw_path_join(cli->arena, *folder, "archive.tar");
	options.folder = rw_path_join(cli->arena, *folder, "workspace");
	if (pack(cli, revision, commit, archive) != 0 ||
	    rw_file_make_folder(options.folder) != 0 ||
	    unpack(cli, revision, archive, options.folder) != 0 ||
	    link_today(cli, revision, options.folder, "stylesheets") != 0 ||
	    link_today(cli, revision, options.folder, "templates/schema") != 0)
		return NULL;
	options.library = rw_workspace_is_library(cli->ws) ? options.folder
							   : cli->library;
	return rw_workspace_open(cli->arena, &options, cli->diags);
}
