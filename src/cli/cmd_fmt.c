/*
 * fmt: documents in their canonical form.
 */
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "publish/canonical.h"

static const struct rw_option options[] = {
	{ "check", 0, NULL, false,
	  "only name the files that would change; exit 1 if there are any",
	  NULL },
	{ 0 },
};

struct formatter {
	struct rw_cli *cli;
	bool check;
	struct rw_buf names; /* of files that change */
};

/* The canonical form must say what the file says. */
static bool is_safe(struct formatter *f, const struct rw_entry *entry,
		    struct rw_arena *arena, const struct rw_buf *after)
{
	struct rw_cli *cli = f->cli;
	const struct rw_node *a, *b;

	a = rw_entry_read(cli->ws, entry, arena, cli->diags);
	if (a == NULL)
		return false;
	b = rw_workspace_parse(cli->ws, entry->kind,
			       &(const struct rw_input){
				       after->data, after->len, entry->name },
			       arena, cli->diags);
	if (b != NULL && rw_canonical_same(a, b))
		return true;
	rw_report(cli->diags, RW_DEFECT, rw_node_pos(a),
		  "the canonical form would change what the document says",
		  NULL, NULL);
	return false;
}

static void replace(struct formatter *f, const struct rw_entry *entry,
		    const struct rw_buf *after)
{
	int error =
		f->check ? 0
			 : rw_file_write(entry->path, after->data, after->len);

	if (error != 0)
		rw_report(f->cli->diags, RW_FILE_WRITE, RW_NOWHERE, entry->name,
			  strerror(error), NULL);
	else
		rw_buf_printf(&f->names, "%s\n", entry->name);
}

static void format_entry(struct formatter *f, const struct rw_entry *entry)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_buf before = RW_BUF_INIT, after = RW_BUF_INIT;
	int error = rw_file_read(entry->path, rw_limits_glossary.file_bytes,
				 &before);

	if (error != 0) {
		rw_report(f->cli->diags, RW_FILE_READ, RW_NOWHERE, entry->name,
			  strerror(error), NULL);
	} else if (rw_doc_parse(arena,
				&(const struct rw_input){
					before.data, before.len, entry->name },
				&rw_limits_glossary, f->cli->diags) != NULL) {
		rw_canonical_write(before.data, before.len, &after);
		if ((after.len != before.len ||
		     memcmp(after.data, before.data, after.len) != 0) &&
		    is_safe(f, entry, arena, &after))
			replace(f, entry, &after);
	}
	rw_buf_release(&before);
	rw_buf_release(&after);
	rw_arena_free(arena);
}

static void format_all(struct formatter *f)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_all(f->cli->ws, &count);
	for (size_t i = 0; i < count; i++)
		if (entries[i]->layer == RW_LAYER_WORKSPACE)
			format_entry(f, entries[i]);
}

static void format_named(struct formatter *f, const char *name)
{
	static const enum rw_kind kinds[] = {
		RW_KIND_ROLE,	    RW_KIND_POSTING,   RW_KIND_COMPANY,
		RW_KIND_STATEMENTS, RW_KIND_PAY_TABLE, RW_KIND_GLOSSARY,
		RW_KIND_GUIDE,	    RW_KIND_SITE,      RW_KINDS,
	};
	const struct rw_entry *entry = rw_cli_entry(f->cli, name, kinds);

	if (entry != NULL && entry->layer != RW_LAYER_WORKSPACE)
		rw_report(f->cli->diags, RW_NOT_OWN, RW_NOWHERE, name, NULL,
			  NULL);
	else if (entry != NULL)
		format_entry(f, entry);
}

static int fmt(struct rw_cli *cli)
{
	struct formatter f = { cli, rw_cli_has(cli, "check"), RW_BUF_INIT };
	int status;

	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	for (unsigned i = 0; i < cli->arg_count; i++)
		format_named(&f, cli->args[i]);
	if (cli->arg_count == 0)
		format_all(&f);
	rw_cli_print(cli, f.names.data, f.names.len);
	status = rw_cli_finish(cli);
	if (status == RW_EXIT_FINE && f.check && f.names.len > 0)
		status = RW_EXIT_FINDINGS;
	rw_buf_release(&f.names);
	return status;
}

const struct rw_command rw_command_fmt = {
	.name = "fmt",
	.arguments = "[FILE or ID...]",
	.what = "write documents in their canonical form",
	.options = options,
	.run = fmt,
	.least = 0,
	.most = 10000,
	.completes = "files",
};
