/*
 * build: the site and all documents.
 */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/commands.h"
#include "publish/build.h"

static const struct rw_option options[] = {
	{ "output", 'o', "DIR", false, "build into this folder (output)",
	  NULL },
	{ "formats", 0, "LIST", false,
	  "formats of each document (html,docx,md,txt,json)", NULL },
	{ "drafts", 0, NULL, false, "publish drafts, too, marked", NULL },
	{ "publish-partial", 0, NULL, false,
	  "leave out what has errors and publish the rest", NULL },
	{ "in-place", 0, NULL, false,
	  "replace file by file, where folders cannot be swapped", NULL },
	{ "jobs", 'j', "N", false, "work on N documents at a time", NULL },
	{ "quiet", 'q', NULL, false, "say nothing when all is well", NULL },
	{ 0 },
};

/* "html,docx" as bits; 0 if a name is unknown. */
static unsigned read_formats(struct rw_cli *cli, const char *list)
{
	unsigned bits = 0;

	while (*list != '\0') {
		size_t len = strcspn(list, ",");
		char *name = rw_arena_strndup(cli->arena, list, len);
		enum rw_format format = rw_format_find(name);

		if (format >= RW_FORMAT_XML) {
			rw_cli_usage(cli, "'%s' is not a format", name);
			return 0;
		}
		bits |= 1u << format;
		list += len + (list[len] == ',');
	}
	return bits;
}

static void tell(struct rw_cli *cli, const struct rw_build_options *how,
		 const struct rw_build_report *report)
{
	struct rw_buf text = RW_BUF_INIT;

	if (report->unchanged)
		rw_buf_printf(&text, "%s: nothing has changed, %zu files\n",
			      how->output, report->files);
	else
		rw_buf_printf(&text,
			      "%s: %zu files, %zu written, %zu removed"
			      " (today from %s)\n",
			      how->output, report->files, report->written,
			      report->removed, cli->today_from);
	rw_fd_write(STDERR_FILENO, text.data, text.len);
	rw_buf_release(&text);
}

static int build(struct rw_cli *cli)
{
	const char *formats = rw_cli_option(cli, "formats");
	const char *output = rw_cli_option(cli, "output");
	struct rw_build_options how = {
		.drafts = rw_cli_has(cli, "drafts"),
		.partial = rw_cli_has(cli, "publish-partial"),
		.in_place = rw_cli_has(cli, "in-place"),
		.progress = !rw_cli_has(cli, "quiet"),
	};
	struct rw_build_report report;
	int status;

	how.output = output ? output
			    : rw_path_join(cli->arena, cli->folder, "output");
	how.formats =
		read_formats(cli, formats ? formats : "html,docx,md,txt,json");
	if (how.formats == 0 || !rw_cli_jobs(cli, &how.threads))
		return RW_EXIT_USAGE;
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	status = rw_build(cli->ws, cli->arena, &how, &report, cli->diags);
	if (status == 0 && !rw_cli_has(cli, "quiet"))
		tell(cli, &how, &report);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_build = {
	.name = "build",
	.arguments = "",
	.what = "make the site and all documents of the workspace",
	.options = options,
	.run = build,
	.least = 0,
	.most = 0,
	.completes = "",
};
