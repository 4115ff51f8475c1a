/*
 * Opening and ending a table of postings.
 */
#include "cli/rows.h"

#include <errno.h>
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "read/guess.h"

#define REJECTED "rejected.csv"
#define REJECTED_AGAIN "rejected-again.csv"

/* A map in a file that is part of no workspace. */
static const struct rw_node *read_map(struct rw_cli *cli, const char *path)
{
	struct rw_buf text = RW_BUF_INIT;
	const struct rw_node *root = NULL;
	int error = rw_file_read(path, rw_limits_role.file_bytes, &text);

	if (error != 0)
		rw_report(cli->diags, RW_FILE_READ, RW_NOWHERE, path,
			  strerror(error), NULL);
	else
		root = rw_workspace_parse(
			cli->ws, RW_KIND_TABLE_MAP,
			&(const struct rw_input){ text.data, text.len, path },
			cli->arena, cli->diags);
	rw_buf_release(&text);
	return root;
}

/* The map that --map names, by id or path; *status is -1 after an error. */
static const struct rw_node *find_map(struct rw_cli *cli, int *status)
{
	const char *name = rw_cli_option(cli, "map");
	const struct rw_node *root;
	struct rw_entry *entry;

	*status = 0;
	if (name == NULL)
		return NULL;
	if (strchr(name, '/') != NULL || strstr(name, ".xml") != NULL) {
		root = read_map(cli, name);
	} else {
		entry = rw_workspace_need(cli->ws, RW_KIND_TABLE_MAP, name,
					  RW_NOWHERE, cli->diags);
		root = entry ? rw_entry_root(cli->ws, entry, cli->diags) : NULL;
	}
	if (root == NULL)
		*status = -1;
	return root;
}

/* Beside the table, unless --rejected says where; never the table itself. */
static const char *rejected_path(struct rw_cli *cli, const char *table)
{
	const char *path = rw_cli_option(cli, "rejected");
	const char *folder = rw_path_folder(cli->arena, table);

	if (path != NULL)
		return path;
	if (strcmp(table, "-") == 0)
		return REJECTED;
	path = rw_path_join(cli->arena, folder, REJECTED);
	return rw_path_same(cli->arena, path, table)
		       ? rw_path_join(cli->arena, folder, REJECTED_AGAIN)
		       : path;
}

static struct rw_table_options table_options(const struct rw_cli *cli,
					     const char *path)
{
	return (struct rw_table_options){
		.path = path,
		.name = strcmp(path, "-") == 0 ? "standard input" : path,
		.encoding = rw_cli_option(cli, "encoding"),
	};
}

/*
 * "3843 rows: 3819 accepted, 24 rejected (see rejected.csv)"
 * "4 rows: 2 taken by every board, 2 left out, 0 rejected by one or more"
 */
static void sum_up(const struct rw_cli *cli, const struct rw_intake *intake,
		   const char *rejected, struct rw_buf *out)
{
	bool boards = strcmp(cli->command->name, "export") == 0;
	const struct rw_intake_counts *counts = rw_intake_counts(intake);
	size_t good = counts->rows - counts->filtered - counts->rejected -
		      counts->left_out;

	rw_buf_printf(out, "%zu row%s", counts->rows,
		      counts->rows == 1 ? "" : "s");
	if (counts->filtered > 0)
		rw_buf_printf(out, ", %zu passed over by filters",
			      counts->filtered);
	rw_buf_printf(out, ": %zu %s", good,
		      boards ? "taken by every board" : "accepted");
	if (counts->left_out > 0)
		rw_buf_printf(out, ", %zu left out", counts->left_out);
	rw_buf_printf(out, ", %zu rejected%s", counts->rejected,
		      boards ? " by one or more" : "");
	if (counts->rejected > 0)
		rw_buf_printf(out, " (see %s)", rejected);
	rw_buf_putc(out, '\n');
	rw_intake_sum_up(intake, out);
}

bool rw_cli_is_table(struct rw_cli *cli, const char *path)
{
	const char *table = rw_cli_option(cli, "postings");

	if (path == NULL || table == NULL ||
	    !rw_path_same(cli->arena, path, table))
		return false;
	rw_report_hint(cli->diags, RW_FILE_EXISTS, RW_NOWHERE,
		       "it is the table itself: name another file",
		       (const char *const[]){ path, NULL, NULL });
	return true;
}

struct rw_intake *rw_cli_rows_open(struct rw_cli *cli, size_t most,
				   unsigned threads)
{
	const char *path = rw_cli_option(cli, "postings");
	struct rw_intake_options *options =
		rw_arena_zalloc(cli->arena, sizeof(*options));
	int status;

	options->table = table_options(cli, path);
	options->rejected = rejected_path(cli, path);
	options->most = most;
	options->threads = threads;
	if (rw_cli_is_table(cli, options->rejected))
		return NULL;
	options->map = find_map(cli, &status);
	return status == 0 ? rw_intake_open(cli->arena, cli->ws, options,
					    cli->diags)
			   : NULL;
}

int rw_cli_rows_finish(struct rw_cli *cli, struct rw_intake *intake,
		       struct rw_buf *summary)
{
	if (rw_intake_finish(intake) != 0)
		return -1;
	sum_up(cli, intake, rejected_path(cli, rw_cli_option(cli, "postings")),
	       summary);
	return 0;
}

const char *rw_cli_rows_misused(const struct rw_cli *cli)
{
	static const char *const names[] = { "map", "rejected" };

	for (size_t i = 0; i < 2; i++)
		if (rw_cli_has(cli, names[i]) && !rw_cli_has(cli, "postings"))
			return "'--map' and '--rejected' need '--postings'";
	return NULL;
}

/* The id of the workspace's company, if there is one only; else NULL. */
static const char *only_company(struct rw_cli *cli)
{
	size_t count = 0, own = 0;
	struct rw_entry *const *list =
		rw_cli_open(cli)
			? rw_workspace_list(cli->ws, RW_KIND_COMPANY, &count)
			: NULL;
	const char *id = NULL;

	for (size_t i = 0; i < count; i++)
		if (list[i]->layer == RW_LAYER_WORKSPACE) {
			id = list[i]->id;
			own++;
		}
	return own == 1 ? id : NULL;
}

int rw_cli_suggest_map(struct rw_cli *cli)
{
	struct rw_table_options options =
		table_options(cli, rw_cli_option(cli, "suggest-map"));
	const char *output = rw_cli_option(cli, "output");
	char today[RW_DATE_SIZE];
	const struct rw_guess_for whom = { only_company(cli), today };
	struct rw_buf out = RW_BUF_INIT;
	struct rw_table *table;

	rw_date_format(cli->today, today);
	/* Somebody may have read it over already. */
	if (output != NULL && rw_file_exists(output)) {
		rw_report_hint(cli->diags, RW_FILE_EXISTS, RW_NOWHERE,
			       "name another file, or delete this one",
			       (const char *const[]){ output, NULL, NULL });
		return rw_cli_finish(cli);
	}
	table = rw_table_open(cli->arena, &options, cli->diags);
	if (table != NULL &&
	    rw_guess_write(cli->arena, table, &whom, &out, cli->diags) == 0)
		rw_cli_write(cli, out.data, out.len);
	rw_buf_release(&out);
	return rw_cli_finish(cli);
}
