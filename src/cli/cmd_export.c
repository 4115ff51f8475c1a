/*
 * export: feeds for job boards.
 */
#include <string.h>
#include <unistd.h>

#include "base/decimal.h"
#include "base/file.h"
#include "base/map.h"
#include "base/pool.h"
#include "cli/commands.h"
#include "cli/rows.h"
#include "publish/export.h"

/* Findings of one code that are shown; the report has all. */
#define SHOWN_PER_CODE 5

static const struct rw_option options[] = {
	{ "board", 'b', "NAME,...", true, "boards to make feeds for", NULL },
	{ "output", 'o', "DIR", false, "write the feeds there (feeds)", NULL },
	{ "all", 'a', NULL, false,
	  "all postings, not only those that name the board", NULL },
	{ "postings", 0, "FILE", false,
	  "the rows of a table (CSV, JSON lines) instead of the workspace's",
	  NULL },
	{ "map", 0, "MAP", false, "what the columns mean: id or file", NULL },
	{ "encoding", 0, "NAME", false, "encoding of the table", NULL },
	{ "rejected", 0, "FILE", false, "write rejected rows there", NULL },
	{ "suggest-map", 0, "FILE", false, "write a map for a table", NULL },
	{ "strict", 0, NULL, false, "replace no feed if any posting is refused",
	  NULL },
	{ "max-rejected", 0, "N|P%", false,
	  "leave a feed as it is when more postings are refused", NULL },
	{ "allow-empty", 0, NULL, false,
	  "replace a feed also by one that is empty, or half as long", NULL },
	{ "allow-new-ids", 0, NULL, false,
	  "replace a feed also where half of the postings have other ids",
	  NULL },
	{ "dry-run", 'n', NULL, false,
	  "say what each board would take, and replace no feed", NULL },
	{ "gzip", 0, NULL, false, "compress the feeds", NULL },
	{ "withdraw", 0, "ID", false,
	  "close this posting in all feeds, for good", NULL },
	{ "report", 0, "FILE", false, "write what was done (.json or .html)",
	  NULL },
	{ "direct", 0, NULL, false,
	  "make each row by itself, even where rows are alike", NULL },
	{ "jobs", 'j', "N", false, "work on N postings at a time", NULL },
	{ "quiet", 'q', NULL, false, "say nothing when all is well", NULL },
	{ 0 },
};

static const char notes[] =
	"A posting goes to the boards that its 'boards' names, a row of a "
	"table that has\nnone to all; 'rolewright list boards' lists them. "
	"How to add one is in 'A board\nof your own' of the manual page "
	"rolewright(5), 'man 5 rolewright'.\n\n"
	"Without --rejected, rejected rows are written to rejected.csv beside "
	"the table,\nby --dry-run, too; standard input has no folder, there "
	"it is the current one.\n\n"
	"Ids of withdrawn postings stand in .rolewright/export/withdrawn, in "
	"the\nworkspace. Keep that file (commit it): without it they go out "
	"again.\n";

static void add_board(struct rw_vec *boards, struct rw_arena *arena,
		      const char *name, size_t len)
{
	char *copy = rw_arena_strndup(arena, name, len);

	for (size_t i = 0; i < boards->count; i++)
		if (strcmp(boards->items[i], copy) == 0)
			return;
	if (len)
		rw_vec_push(boards, copy);
}

/* The boards that are named, or that have feeds to withdraw from. */
static void read_boards(struct rw_cli *cli, struct rw_vec *boards,
			const struct rw_export_options *how)
{
	const char *list, *const *known;
	unsigned position = 0;
	size_t count = 0;

	while ((list = rw_cli_next(cli, "board", &position)) != NULL)
		for (; *list; list += *list == ',') {
			size_t len = strcspn(list, ",");

			add_board(boards, cli->arena, list, len);
			list += len;
		}
	if (!how->withdraw || boards->count)
		return;
	known = rw_export_boards(cli->arena, how->output, &count);
	for (size_t i = 0; i < count; i++)
		add_board(boards, cli->arena, known[i], strlen(known[i]));
}

/* "20" or "5%" */
static bool read_rejected(struct rw_cli *cli, struct rw_export_options *how)
{
	const char *text = rw_cli_option(cli, "max-rejected");
	size_t len = text ? strlen(text) : 0;
	rw_decimal value;

	if (!text)
		return true;
	how->limited = true;
	how->percent = len && text[len - 1] == '%';
	if (!rw_decimal_parse(
		    rw_arena_strndup(cli->arena, text, len - how->percent),
		    &value) ||
	    value < 0 || value % RW_DECIMAL_SCALE != 0) {
		rw_cli_usage(cli, "'--max-rejected' takes a whole number or a "
				  "percentage, as in 20 or 5%%");
		return false;
	}
	how->most_rejected = (size_t)(value / RW_DECIMAL_SCALE);
	return true;
}

static int write_report(struct rw_cli *cli,
			const struct rw_export_report *report)
{
	const char *path = rw_cli_option(cli, "report");
	struct rw_buf out = RW_BUF_INIT;
	int error = 0;

	if (!path)
		return 0;
	if (rw_export_report_write(report, cli->ws, path, &out, cli->diags) ==
	    0)
		error = rw_file_write(path, out.data, out.len);
	rw_buf_release(&out);
	if (error)
		rw_report(cli->diags, RW_FILE_WRITE, RW_NOWHERE, path,
			  strerror(error), NULL);
	return error;
}

/* Any other name is that of something else: of the table, or of the map. */
static bool is_report(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;

	return !path || (dot && (strcmp(dot, ".json") == 0 ||
				 strcmp(dot, ".html") == 0));
}

static void tell(const struct rw_cli *cli,
		 const struct rw_export_report *report,
		 const struct rw_buf *summary)
{
	struct rw_buf text = RW_BUF_INIT;

	if (!rw_cli_has(cli, "quiet") ||
	    rw_diags_count(cli->diags, RW_WARNING) > 0) {
		rw_buf_add(&text, summary->data, summary->len);
		rw_export_report_summary(report, &text);
	}
	rw_fd_write(STDERR_FILENO, text.data, text.len);
	rw_buf_release(&text);
}

/* Documents, or rows; 'summary' says what became of the rows. */
static struct rw_export_report *make(struct rw_cli *cli,
				     const struct rw_export_options *how,
				     struct rw_buf *summary)
{
	struct rw_postings postings;
	struct rw_export_report *report;
	struct rw_intake *intake = NULL;

	if (rw_cli_is_table(cli, rw_cli_option(cli, "report")))
		return NULL;
	if (rw_cli_has(cli, "postings")) {
		intake = rw_cli_rows_open(cli, RW_REPORT_ITEMS, how->threads);
		if (intake == NULL)
			return NULL;
		postings = rw_postings_rows(intake);
	} else {
		postings = rw_postings_documents(cli->arena, cli->ws);
	}
	rw_diags_limit(cli->diags, SHOWN_PER_CODE);
	report = rw_export(cli->ws, cli->arena, how, &postings, cli->diags);
	if (intake)
		rw_cli_rows_finish(cli, intake, summary);
	return report;
}

static int run(struct rw_cli *cli, const struct rw_export_options *how)
{
	struct rw_buf summary = RW_BUF_INIT;
	struct rw_export_report *report;
	int status;

	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	report = make(cli, how, &summary);
	if (report)
		write_report(cli, report);
	if (rw_cli_has(cli, "quiet"))
		rw_diags_drop_below(cli->diags, RW_WARNING);
	status = rw_cli_finish_most(cli, SHOWN_PER_CODE);
	if (report)
		tell(cli, report, &summary);
	rw_buf_release(&summary);
	return status;
}

static int export(struct rw_cli *cli)
{
	const char *output = rw_cli_option(cli, "output");
	struct rw_export_options how = {
		.all = rw_cli_has(cli, "all"),
		.strict = rw_cli_has(cli, "strict"),
		.allow_empty = rw_cli_has(cli, "allow-empty"),
		.allow_new_ids = rw_cli_has(cli, "allow-new-ids"),
		.dry_run = rw_cli_has(cli, "dry-run"),
		.brief = !rw_cli_has(cli, "report"),
		.gzip = rw_cli_has(cli, "gzip"),
		.direct = rw_cli_has(cli, "direct"),
		.withdraw = rw_cli_option(cli, "withdraw"),
	};
	struct rw_vec boards = { 0 };
	int status = RW_EXIT_USAGE;

	if (rw_cli_has(cli, "suggest-map"))
		return rw_cli_suggest_map(cli);
	if (rw_cli_rows_misused(cli))
		return rw_cli_usage(cli, "%s", rw_cli_rows_misused(cli));
	if (!is_report(rw_cli_option(cli, "report")))
		return rw_cli_usage(cli, "'--report' takes a name that ends in "
					 ".json or .html");
	how.output = output ? output
			    : rw_path_join(cli->arena, cli->folder, "feeds");
	read_boards(cli, &boards, &how);
	how.boards = (const char *const *)boards.items;
	how.board_count = boards.count;
	if (boards.count == 0)
		rw_cli_usage(cli,
			     how.withdraw ? "no board was exported to '%s' yet"
					  : "'export' needs --board NAME; see "
					    "'rolewright list boards'",
			     how.output);
	else if (how.dry_run && how.withdraw)
		rw_cli_usage(cli, "'--withdraw' is for good; without "
				  "'--dry-run' only");
	else if (read_rejected(cli, &how) && rw_cli_jobs(cli, &how.threads))
		status = run(cli, &how);
	rw_vec_release(&boards);
	return status;
}

const struct rw_command rw_command_export = {
	.name = "export",
	.arguments = "",
	.what = "make the feeds of job boards",
	.options = options,
	.notes = notes,
	.run = export,
	.least = 0,
	.most = 0,
	.completes = "",
};
