/*
 * check: everything that can be wrong, with its place. Findings are what this
 * command makes, so they go to standard output.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/nearest.h"
#include "check/check.h"
#include "cli/rows.h"

/* Findings of a code that are shown of the rows of a table, as text. */
#define SHOWN_OF_ROWS 10

static const struct rw_option options[] = {
	{ "format", 'f', "FORMAT", false, "how findings are written",
	  "text json sarif" },
	{ "only", 0, "CODES", false, "show these codes only: RW301,RW4", NULL },
	{ "fail-on", 0, "SEVERITY", false, "exit with 1 from this severity on",
	  "note style warning error" },
	{ "postings", 0, "FILE", false,
	  "check the rows of a table (CSV, JSON lines)", NULL },
	{ "map", 0, "MAP", false, "what the columns mean: id or file", NULL },
	{ "encoding", 0, "NAME", false, "encoding of the table", NULL },
	{ "rejected", 0, "FILE", false, "write rejected rows there", NULL },
	{ "output", 'o', "FILE", false, "write there", NULL },
	{ 0 },
};

/* Kinds whose ids are looked for, in this order. */
static const enum rw_kind kinds[] = {
	RW_KIND_ROLE,	   RW_KIND_POSTING,    RW_KIND_COMPANY,
	RW_KIND_PAY_TABLE, RW_KIND_STATEMENTS, RW_KIND_GLOSSARY,
	RW_KIND_GUIDE,	   RW_KIND_SITE,       RW_KIND_RULES,
	RW_KIND_BOARD,	   RW_KIND_TABLE_MAP,  RW_KIND_WORDS,
	RW_KINDS
};

static enum rw_diags_format format_of(const struct rw_cli *cli)
{
	const char *name = rw_cli_option(cli, "format");

	if (name != NULL && strcmp(name, "json") == 0)
		return RW_DIAGS_JSON;
	if (name != NULL && strcmp(name, "sarif") == 0)
		return RW_DIAGS_SARIF;
	return RW_DIAGS_TEXT;
}

static enum rw_severity fail_on(const struct rw_cli *cli)
{
	const char *name = rw_cli_option(cli, "fail-on");
	enum rw_severity severity = RW_NOTE;

	if (name == NULL)
		return RW_ERROR;
	while (strcmp(rw_severity_name(severity), name) != 0)
		severity++;
	return severity;
}

/* ---------------------------------------------------------- what to check */

static bool is_path(const char *name)
{
	return strchr(name, '/') != NULL || strstr(name, ".xml") != NULL;
}

static const char *reason(int error)
{
	return error == EINVAL ? "it is not a regular file" : strerror(error);
}

/* The kind of document that begins like 'text'; RW_KINDS if none does. */
static enum rw_kind kind_of(struct rw_cli *cli, const struct rw_buf *text)
{
	struct rw_diags *quiet = rw_diags_new(cli->sources);
	struct rw_doc *doc = rw_doc_parse(
		cli->arena,
		&(const struct rw_input){ text->data, text->len, "" },
		&rw_limits_glossary, quiet);
	const char *root = doc ? rw_node_name(rw_doc_root(doc)) : "role";
	int kind = 0;

	while (kind < RW_KINDS &&
	       strcmp(rw_kind_name((enum rw_kind)kind), root) != 0)
		kind++;
	rw_diags_free(quiet);
	return (enum rw_kind)kind;
}

/* A file in no folder of the workspace: what it says by itself. */
static void check_file(struct rw_cli *cli, const char *name)
{
	const char *path = rw_path_join(cli->arena, cli->folder, name);
	struct rw_buf text = RW_BUF_INIT;
	enum rw_kind kind;
	int error;

	if (rw_path_real(cli->arena, path) == NULL &&
	    rw_path_real(cli->arena, name) != NULL)
		path = name;
	error = rw_file_read(path, rw_limits_glossary.file_bytes, &text);
	if (error == 0) {
		kind = kind_of(cli, &text);
		rw_workspace_parse(
			cli->ws, kind == RW_KINDS ? RW_KIND_ROLE : kind,
			&(const struct rw_input){ text.data, text.len, name },
			cli->arena, cli->diags);
	} else if (error == EFBIG) {
		rw_report(cli->diags, RW_FILE_TOO_BIG, RW_NOWHERE,
			  rw_arena_printf(cli->arena, "%zu",
					  rw_limits_glossary.file_bytes),
			  NULL, NULL);
	} else {
		rw_report(cli->diags, RW_FILE_READ, RW_NOWHERE, name,
			  reason(error), NULL);
	}
	rw_buf_release(&text);
}

/* The document with this id, of any kind; NULL after an error. */
static struct rw_entry *find(struct rw_cli *cli, const char *id)
{
	struct rw_entry *entry = NULL, *const * all;
	struct rw_vec ids = { 0 };
	size_t count;
	const char *near;

	for (size_t i = 0; kinds[i] != RW_KINDS && entry == NULL; i++)
		entry = rw_workspace_find(cli->ws, kinds[i], id, NULL);
	if (entry != NULL)
		return entry;
	all = rw_workspace_all(cli->ws, &count);
	for (size_t i = 0; i < count; i++)
		rw_vec_push(&ids, (void *)all[i]->id);
	near = rw_nearest(id, (const char *const *)ids.items, ids.count);
	rw_report_near(cli->diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE, near,
		       (const char *const[]){ "document", id, NULL });
	rw_vec_release(&ids);
	return NULL;
}

static size_t check_named(struct rw_cli *cli, struct rw_check *check)
{
	for (unsigned i = 0; i < cli->arg_count; i++) {
		const char *name = cli->args[i];
		struct rw_entry *entry = NULL;

		if (is_path(name))
			entry = rw_workspace_by_path(cli->ws, name);
		else
			entry = find(cli, name);
		if (entry != NULL)
			rw_check_document(check, entry);
		else if (is_path(name))
			check_file(cli, name);
	}
	return cli->arg_count;
}

/* The workspace's own documents; a translation goes with its document. */
static size_t check_all(struct rw_cli *cli, struct rw_check *check)
{
	size_t count, checked = 0;
	struct rw_entry *const *all = rw_workspace_all(cli->ws, &count);

	for (size_t i = 0; i < count; i++) {
		if (all[i]->layer != RW_LAYER_WORKSPACE)
			continue;
		checked++;
		if (all[i]->lang[0] == '\0' ||
		    rw_workspace_find(cli->ws, all[i]->kind, all[i]->id,
				      NULL) == NULL)
			rw_check_document(check, all[i]);
	}
	rw_check_whole(check);
	return checked;
}

/* ---------------------------------------------------------------- result */

static size_t of_severity(const struct rw_cli *cli, enum rw_severity severity)
{
	size_t count = rw_diags_count(cli->diags, severity);

	if (severity < RW_ERROR)
		count -= rw_diags_count(cli->diags, severity + 1);
	return count;
}

/* "12 documents checked: 1 error, 2 warnings" */
static void sum_up(const struct rw_cli *cli, size_t checked)
{
	struct rw_buf line = RW_BUF_INIT, found = RW_BUF_INIT;
	static const struct {
		enum rw_severity severity;
		const char *name;
	} severities[] = { { RW_ERROR, "error" },
			   { RW_WARNING, "warning" },
			   { RW_STYLE, "style" },
			   { RW_NOTE, "note" } };

	for (size_t i = 0; i < 4; i++) {
		size_t count = of_severity(cli, severities[i].severity);

		if (count > 0 || i == 0)
			rw_buf_printf(&found, "%s%zu %s%s", i ? ", " : "",
				      count, severities[i].name,
				      count == 1 ? "" : "s");
	}
	rw_buf_printf(&line, "%zu document%s checked: %s\n", checked,
		      checked == 1 ? "" : "s", found.data);
	rw_fd_write(STDERR_FILENO, line.data, line.len);
	rw_buf_release(&line);
	rw_buf_release(&found);
}

/* Writes what was found; an rw_exit for what could not be written. */
static int write_findings(struct rw_cli *cli)
{
	struct rw_buf out = RW_BUF_INIT;
	int status;

	rw_diags_write(cli->diags, format_of(cli), cli->colour, 0, &out);
	status = rw_cli_write(cli, out.data, out.len);
	rw_buf_release(&out);
	return status == RW_EXIT_FINE ? status : rw_cli_finish(cli);
}

static int judge(const struct rw_cli *cli)
{
	if (rw_diags_has(cli->diags, RW_DEFECT))
		return RW_EXIT_DEFECT;
	return rw_diags_count(cli->diags, fail_on(cli)) > 0 ? RW_EXIT_FINDINGS
							    : RW_EXIT_FINE;
}

static int finish(struct rw_cli *cli, size_t checked)
{
	int status = write_findings(cli);

	if (status != RW_EXIT_FINE)
		return status;
	if (format_of(cli) == RW_DIAGS_TEXT)
		sum_up(cli, checked);
	status = judge(cli);
	return checked == 0 && status == RW_EXIT_FINE ? RW_EXIT_FINDINGS
						      : status;
}

static void check_row(struct rw_check *check, struct rw_intake_row *row,
		      struct rw_diags *found)
{
	const struct rw_check_known known = { .entry = &row->entry,
					      .source = row->posting.root,
					      .company = row->posting.company,
					      .agency = row->posting.agency,
					      .page = row->posting.page };

	if (!row->broken)
		rw_check_known(check, &known, found);
}

/* Each row is checked as a posting in a file is. */
static int check_rows(struct rw_cli *cli, struct rw_intake *intake)
{
	struct rw_check *check = rw_check_new(cli->ws, cli->diags);
	int next = 1;

	while (next == 1) {
		struct rw_arena *arena = rw_arena_new();
		struct rw_diags *found = rw_diags_new(cli->sources);
		struct rw_intake_row row;

		next = rw_intake_next(intake, arena, &row);
		if (next == 1) {
			rw_intake_read(intake, 0, arena, &row, found);
			check_row(check, &row, found);
			rw_intake_settle(intake, &row, "", found);
			rw_diags_merge(cli->diags, found);
		}
		rw_diags_free(found);
		rw_arena_free(arena);
	}
	rw_check_free(check);
	return next;
}

static int check_all_rows(struct rw_cli *cli, struct rw_buf *summary)
{
	bool text = format_of(cli) == RW_DIAGS_TEXT;
	size_t most = text ? SHOWN_OF_ROWS : 0;
	struct rw_intake *intake = rw_cli_rows_open(cli, most, 1);

	if (intake == NULL)
		return -1;
	rw_diags_limit(cli->diags, most);
	if (check_rows(cli, intake) != 0)
		return -1;
	return rw_cli_rows_finish(cli, intake, summary);
}

/* Rows of a table; what was done with them goes to standard error. */
static int check_table(struct rw_cli *cli)
{
	struct rw_buf summary = RW_BUF_INIT;
	int status;

	if (check_all_rows(cli, &summary) != 0) {
		rw_buf_release(&summary);
		status = rw_cli_finish(cli);
		return status == RW_EXIT_FINE ? RW_EXIT_FINDINGS : status;
	}
	status = write_findings(cli);
	rw_fd_write(STDERR_FILENO, summary.data, summary.len);
	rw_buf_release(&summary);
	return status == RW_EXIT_FINE ? judge(cli) : status;
}

/* Options of tables go with --postings, and documents do not. */
static const char *misused(const struct rw_cli *cli)
{
	if (rw_cli_has(cli, "postings") && cli->arg_count > 0)
		return "'--postings' takes no documents";
	return rw_cli_rows_misused(cli);
}

static int check(struct rw_cli *cli)
{
	const char *only = rw_cli_option(cli, "only");
	struct rw_check *check;
	size_t checked;

	if (only != NULL && !rw_diags_filter(cli->diags, only))
		return rw_cli_usage(cli,
				    "'%s' names a code that does not "
				    "exist",
				    only);
	if (misused(cli) != NULL)
		return rw_cli_usage(cli, "%s", misused(cli));
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	if (rw_cli_has(cli, "postings"))
		return check_table(cli);
	check = rw_check_new(cli->ws, cli->diags);
	checked = cli->arg_count > 0 ? check_named(cli, check)
				     : check_all(cli, check);
	rw_check_free(check);
	if (checked == 0)
		rw_report(cli->diags, RW_DOCUMENT_NONE, RW_NOWHERE, cli->folder,
			  NULL, NULL);
	return finish(cli, checked);
}

const struct rw_command rw_command_check = {
	.name = "check",
	.arguments = "[FILE or ID...]",
	.what = "find everything that is wrong",
	.options = options,
	.run = check,
	.least = 0,
	.most = 10000,
	.completes = "documents",
};
