/*
 * where-used: everything that refers to a document or to a part of one.
 */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "cli/targets.h"
#include "model/glossary.h"

static const struct rw_option options[] = {
	{ "format", 0, "FORMAT", false, "how to write it", RW_TABLE_FORMATS },
	{ 0 },
};

static void add_row(struct rw_cli *cli, struct rw_table *table,
		    const struct rw_reference *r)
{
	const char **row = rw_table_row(table);
	const char *path = rw_sources_path(cli->sources, r->pos.file);
	unsigned line, column;

	rw_sources_locate(cli->sources, r->pos, &line, &column);
	row[0] = rw_arena_printf(cli->arena, "%s:%u:%u",
				 path ? path : r->entry->name, line, column);
	row[1] = r->what;
	row[2] = rw_arena_printf(cli->arena, "%s %s",
				 rw_kind_name(r->entry->kind), r->entry->id);
}

/* How often running text has the words of the term that 'id' names. */
static size_t count_mentions(struct rw_cli *cli, const struct rw_node *root,
			     const char *id)
{
	const struct rw_glossary *glossary =
		rw_glossary_load(cli->ws, rw_node_lang(root), cli->diags);
	size_t count = 0;

	for (const struct rw_node *n = root; n && glossary;
	     n = rw_node_walk_all(n, root)) {
		const char *text = rw_node_is_md(n, "text")
					   ? rw_node_text(cli->arena, n)
					   : "";
		struct rw_term_hit hit = { 0 };

		while (rw_term_index_find(glossary->index, text, strlen(text),
					  hit.to, &hit))
			count += strcmp(glossary->terms[hit.term].id, id) == 0;
	}
	return count;
}

static void show_mentions(struct rw_cli *cli, const char *id)
{
	struct rw_buf line = RW_BUF_INIT;
	struct rw_entry *const *entries;
	size_t count, mentions = 0, documents = 0;

	entries = rw_workspace_all(cli->ws, &count);
	for (size_t i = 0; i < count; i++) {
		const struct rw_node *root =
			entries[i]->kind == RW_KIND_WORDS
				? NULL
				: rw_entry_root(cli->ws, entries[i],
						cli->diags);
		size_t found = root ? count_mentions(cli, root, id) : 0;

		mentions += found;
		documents += found > 0;
	}
	rw_buf_printf(&line,
		      "running text of %zu %s has it %zu %s; the first "
		      "in a document becomes a link\n",
		      documents, documents == 1 ? "file" : "files", mentions,
		      mentions == 1 ? "time" : "times");
	if (mentions > 0)
		rw_cli_print(cli, line.data, line.len);
	rw_buf_release(&line);
}

static void show(struct rw_cli *cli, const struct rw_target *targets,
		 size_t count)
{
	static const char *const columns[] = { "where", "what", "in", NULL };
	static const char nothing[] = "rolewright: nothing refers to it\n";
	const char *format = rw_cli_option(cli, "format");
	struct rw_vec found = { 0 };
	struct rw_table table;

	rw_table_init(&table, cli->arena, columns);
	for (size_t i = 0; i < count; i++)
		rw_references_find(cli->ws, cli->arena, &targets[i], &found,
				   cli->diags);
	for (size_t i = 0; i < found.count; i++)
		add_row(cli, &table, found.items[i]);
	rw_table_print(cli, &table);
	if (found.count == 0)
		rw_fd_write(STDERR_FILENO, nothing, sizeof(nothing) - 1);
	for (size_t i = 0; i < count; i++)
		if (targets[i].kind == RW_TARGET_TERM &&
		    (format == NULL || strcmp(format, "text") == 0))
			show_mentions(cli, targets[i].id);
	rw_vec_release(&found);
	rw_table_release(&table);
}

static int where_used(struct rw_cli *cli)
{
	struct rw_target targets[RW_TARGETS];
	size_t count;

	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	count = rw_cli_targets(cli, cli->args[0], targets);
	if (count > 0)
		show(cli, targets, count);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_where_used = {
	.name = "where-used",
	.arguments = "ID or KIND/ID",
	.what = "list everything that refers to a document, term, statement, "
		"grade or place",
	.options = options,
	.run = where_used,
	.least = 1,
	.most = 1,
	.completes = "anything",
};
