/*
 * diff: two roles or postings, statement by statement, today or in a revision.
 */
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/revision.h"
#include "model/compare.h"
#include "publish/render.h"

#define FORMATS "md html txt json tex"

static const struct rw_option options[] = {
	{ "to", 't', "FORMAT", false, "format; the suffix of -o without it",
	  FORMATS },
	{ "output", 'o', "FILE", false, "write there", NULL },
	{ "lang", 'l', "TAG", false, "language", NULL },
	{ "audience", 0, "WHO", false, "what is compared", "public internal" },
	{ "all", 0, NULL, false, "show what is the same, too", NULL },
	{ 0 },
};

/* One of the two arguments. */
struct side {
	const char *name;     /* of the document, without revision */
	const char *revision; /* NULL: as it is now */
	const char *folder;   /* temporary; NULL: none */
	struct rw_workspace *ws;
	struct rw_resolver *resolver;
	struct rw_doc *doc;
};

static enum rw_format format_of(const struct rw_cli *cli)
{
	const char *name = rw_cli_option(cli, "to");
	const char *path = rw_cli_option(cli, "output");
	const char *dot = path ? strrchr(path, '.') : NULL;

	if (name == NULL && dot != NULL && strchr(dot, '/') == NULL)
		name = dot + 1;
	return rw_format_find(name ? name : "md");
}

static const char *sheet_of(enum rw_format format)
{
	switch (format) {
	case RW_FORMAT_HTML:
		return "site/diff.xsl";
	case RW_FORMAT_JSON:
		return "site/diff-json.xsl";
	case RW_FORMAT_MD:
	case RW_FORMAT_TXT:
	case RW_FORMAT_TEX:
		return "site/diff-commonmark.xsl";
	default:
		return NULL;
	}
}

/* ------------------------------------------------------------------ sides */

static void split(struct rw_cli *cli, const char *argument, struct side *side)
{
	const char *at = strchr(argument, '@');

	side->name = argument;
	if (at == NULL || rw_file_exists(argument))
		return;
	side->name =
		rw_arena_strndup(cli->arena, argument, (size_t)(at - argument));
	side->revision = at + 1;
}

static struct rw_entry *entry_of(struct rw_cli *cli, struct side *side)
{
	static const enum rw_kind kinds[] = { RW_KIND_POSTING, RW_KIND_ROLE,
					      RW_KINDS };
	struct rw_workspace *now = cli->ws;
	struct rw_entry *entry;

	cli->ws = side->ws;
	entry = rw_cli_entry(cli, side->name, kinds);
	cli->ws = now;
	return entry;
}

static struct rw_doc *resolve(struct rw_cli *cli, struct side *side,
			      const char *lang)
{
	const char *audience = rw_cli_option(cli, "audience");
	struct rw_resolve_options how = {
		.lang = lang,
		.as = "description",
		.audience = audience ? audience : "public",
	};
	struct rw_entry *entry;

	side->ws = cli->ws;
	if (side->revision != NULL)
		side->ws = rw_revision_open(cli, side->revision, &side->folder);
	entry = side->ws ? entry_of(cli, side) : NULL;
	if (entry == NULL)
		return NULL;
	side->resolver = rw_resolver_new(side->ws);
	side->doc =
		rw_resolve(side->resolver, cli->arena, entry, &how, cli->diags);
	return side->doc;
}

static void release(struct rw_cli *cli, struct side *side)
{
	int error = side->folder ? rw_file_remove_tree(side->folder) : 0;

	rw_resolver_free(side->resolver);
	if (error != 0)
		rw_report(cli->diags, RW_FILE_WRITE, RW_NOWHERE, side->folder,
			  strerror(error), NULL);
}

/* ------------------------------------------------------------------ driver */

static void write_diff(struct rw_cli *cli, struct rw_doc *doc,
		       enum rw_format format)
{
	struct rw_press press = { rw_sheets_new(cli->arena, cli->ws),
				  cli->arena, cli->diags };
	struct rw_buf out = RW_BUF_INIT;

	if ((format != RW_FORMAT_HTML ||
	     rw_render_style(cli->ws, cli->arena, doc, cli->diags) == 0) &&
	    rw_format_write(&press, doc, sheet_of(format), format, &out) == 0 &&
	    rw_diags_count(cli->diags, RW_ERROR) == 0)
		rw_cli_write(cli, out.data, out.len);
	rw_buf_release(&out);
}

static void compare(struct rw_cli *cli, struct side *a, struct side *b,
		    enum rw_format format)
{
	const char *lang = rw_cli_option(cli, "lang");
	struct rw_compare_options how = { .all = rw_cli_has(cli, "all") };
	struct rw_resolver *resolver;
	struct rw_doc *doc;

	if (resolve(cli, a, lang) == NULL)
		return;
	if (lang == NULL)
		lang = rw_node_lang(rw_doc_root(a->doc));
	if (resolve(cli, b, lang) == NULL)
		return;
	how.a = (struct rw_compare_side){ a->doc, cli->args[0], a->revision };
	how.b = (struct rw_compare_side){ b->doc, cli->args[1], b->revision };
	resolver = rw_resolver_new(cli->ws);
	doc = rw_compare(resolver, cli->arena, &how, cli->diags);
	if (doc != NULL)
		write_diff(cli, doc, format);
	rw_resolver_free(resolver);
}

static int diff(struct rw_cli *cli)
{
	enum rw_format format = format_of(cli);
	struct side a = { 0 }, b = { 0 };

	if (sheet_of(format) == NULL)
		return rw_cli_usage(cli,
				    "the suffix of '%s' is no format of a "
				    "comparison: use one of: " FORMATS
				    ", or give one with --to",
				    rw_cli_option(cli, "output"));
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	split(cli, cli->args[0], &a);
	split(cli, cli->args[1], &b);
	compare(cli, &a, &b, format);
	release(cli, &a);
	release(cli, &b);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_diff = {
	.name = "diff",
	.arguments = "A[@REVISION] B[@REVISION]",
	.what = "compare two roles or postings, statement by statement",
	.options = options,
	.run = diff,
	.least = 2,
	.most = 2,
	.completes = "documents",
};
