/*
 * What every command needs: workspace, output, diagnostics, exit status.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/decimal.h"
#include "base/file.h"
#include "base/map.h"
#include "base/pool.h"
#include "cli/cli.h"

/* Findings of one code that are shown on a terminal; the rest is counted. */
#define SHOWN_PER_CODE 50
#define MOST_JOBS 256u

int rw_cli_usage(const struct rw_cli *cli, const char *format, ...)
{
	struct rw_buf text = RW_BUF_INIT;
	char message[512];
	va_list ap;

	va_start(ap, format);
	vsnprintf(message, sizeof(message), format, ap);
	va_end(ap);
	rw_buf_printf(&text, "rolewright: %s\n", message);
	if (cli->command != NULL)
		rw_buf_printf(&text, "  = help: see 'rolewright help %s'\n",
			      cli->command->name);
	else
		rw_buf_puts(&text, "  = help: see 'rolewright help'\n");
	rw_fd_write(STDERR_FILENO, text.data, text.len);
	rw_buf_release(&text);
	return RW_EXIT_USAGE;
}

struct rw_workspace *rw_cli_open(struct rw_cli *cli)
{
	struct rw_workspace_options options = {
		.drafts = rw_cli_has(cli, "drafts"),
		.folder = cli->folder,
		.library = cli->library,
		.today = cli->today,
		.validate = true,
	};

	if (cli->ws == NULL)
		cli->ws = rw_workspace_open(cli->arena, &options, cli->diags);
	return cli->ws;
}

static int write_failed(struct rw_cli *cli, const char *path, int error)
{
	rw_report(cli->diags, RW_FILE_WRITE, RW_NOWHERE, path, strerror(error),
		  NULL);
	return RW_EXIT_ENVIRONMENT;
}

int rw_cli_print(struct rw_cli *cli, const char *data, size_t len)
{
	int error = rw_fd_write(STDOUT_FILENO, data, len);

	if (error == EPIPE) /* who reads has seen enough */
		error = 0;
	return error ? write_failed(cli, "standard output", error)
		     : RW_EXIT_FINE;
}

int rw_cli_write(struct rw_cli *cli, const char *data, size_t len)
{
	const char *path = rw_cli_option(cli, "output");
	int error;

	if (path == NULL || strcmp(path, "-") == 0)
		return rw_cli_print(cli, data, len);
	error = rw_file_write(path, data, len);
	return error ? write_failed(cli, path, error) : RW_EXIT_FINE;
}

int rw_cli_status(const struct rw_cli *cli, enum rw_severity fail_on)
{
	if (rw_diags_has(cli->diags, RW_DEFECT))
		return RW_EXIT_DEFECT;
	if (rw_diags_has(cli->diags, RW_FILE_WRITE) ||
	    rw_diags_has(cli->diags, RW_FILE_READ) ||
	    rw_diags_has(cli->diags, RW_OUTPUT_MOUNT) ||
	    rw_diags_has(cli->diags, RW_LOCKED))
		return RW_EXIT_ENVIRONMENT;
	return rw_diags_count(cli->diags, fail_on) > 0 ? RW_EXIT_FINDINGS
						       : RW_EXIT_FINE;
}

int rw_cli_finish_most(struct rw_cli *cli, size_t most)
{
	struct rw_buf text = RW_BUF_INIT;

	rw_diags_write(cli->diags, RW_DIAGS_TEXT, cli->colour, most, &text);
	rw_fd_write(STDERR_FILENO, text.data, text.len);
	rw_buf_release(&text);
	return rw_cli_status(cli, RW_ERROR);
}

int rw_cli_finish(struct rw_cli *cli)
{
	return rw_cli_finish_most(cli, SHOWN_PER_CODE);
}

bool rw_cli_jobs(struct rw_cli *cli, unsigned *threads)
{
	const char *jobs = rw_cli_option(cli, "jobs");
	rw_decimal value;

	*threads = rw_pool_processors();
	if (jobs == NULL)
		return true;
	if (!rw_decimal_parse(jobs, &value) || value < RW_DECIMAL_SCALE ||
	    value % RW_DECIMAL_SCALE != 0 ||
	    value > MOST_JOBS * RW_DECIMAL_SCALE) {
		rw_cli_usage(cli, "'--jobs' takes a whole number from 1 to %u",
			     MOST_JOBS);
		return false;
	}
	*threads = (unsigned)(value / RW_DECIMAL_SCALE);
	return true;
}

/* "role or posting" */
static void name_kinds(const enum rw_kind *kinds, struct rw_buf *out)
{
	for (size_t i = 0; kinds[i] != RW_KINDS; i++)
		rw_buf_printf(out, "%s%s",
			      i == 0			 ? ""
			      : kinds[i + 1] == RW_KINDS ? " or "
							 : ", ",
			      rw_kind_name(kinds[i]));
}

static void note_ids(const struct rw_cli *cli, const enum rw_kind *kinds,
		     struct rw_vec *ids)
{
	for (size_t i = 0; kinds[i] != RW_KINDS; i++) {
		size_t count;
		struct rw_entry *const *list =
			rw_workspace_list(cli->ws, kinds[i], &count);

		for (size_t n = 0; n < count; n++)
			rw_vec_push(ids, (void *)list[n]->id);
	}
}

static void report_unknown(struct rw_cli *cli, const char *name,
			   const enum rw_kind *kinds)
{
	struct rw_vec ids = { 0 };
	struct rw_buf what = RW_BUF_INIT;
	struct rw_names names;

	note_ids(cli, kinds, &ids);
	names = (struct rw_names){ name, (const char *const *)ids.items,
				   ids.count };
	name_kinds(kinds, &what);
	rw_report_unknown(cli->diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE, &names,
			  (const char *const[]){ what.data, name, NULL });
	rw_buf_release(&what);
	rw_vec_release(&ids);
}

/* The document that had this id before it was renamed. */
static struct rw_entry *by_former_id(struct rw_cli *cli, const char *name,
				     const enum rw_kind *kinds)
{
	struct rw_entry *entry = NULL;

	for (size_t i = 0; kinds[i] != RW_KINDS && entry == NULL; i++) {
		struct rw_diags *diags = rw_diags_new(cli->sources);

		entry = rw_workspace_need(cli->ws, kinds[i], name, RW_NOWHERE,
					  diags);
		if (entry != NULL)
			rw_diags_merge(cli->diags, diags);
		rw_diags_free(diags);
	}
	return entry;
}

struct rw_entry *rw_cli_entry(struct rw_cli *cli, const char *name,
			      const enum rw_kind *kinds)
{
	struct rw_entry *entry = NULL;

	for (size_t i = 0; kinds[i] != RW_KINDS && entry == NULL; i++)
		entry = rw_workspace_find(cli->ws, kinds[i], name, NULL);
	if (entry == NULL && strchr(name, '.') != NULL)
		entry = rw_workspace_by_path(cli->ws, name);
	if (entry == NULL)
		entry = by_former_id(cli, name, kinds);
	if (entry == NULL)
		report_unknown(cli, name, kinds);
	return entry;
}
