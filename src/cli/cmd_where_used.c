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
#include "model/resolve.h"

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

/* ------------------------------------------------------------------- pay */

static bool is_found(const struct rw_vec *found, const struct rw_entry *entry)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct rw_reference *r = found->items[i];

		if (r->entry == entry)
			return true;
	}
	return false;
}

/*
 * Whether the pay of a role or posting, as it is resolved, has 'id' as its
 * 'attribute'. What is wrong with the document is for 'check'.
 */
static bool pays(struct rw_cli *cli, struct rw_resolver *resolver,
		 struct rw_entry *entry, const char *attribute, const char *id)
{
	struct rw_resolve_options how = { .as = "description" };
	struct rw_arena *arena = rw_arena_new();
	struct rw_diags *quiet = rw_diags_new(cli->sources);
	struct rw_doc *doc = rw_resolve(resolver, arena, entry, &how, quiet);
	const struct rw_node *pay = doc ? rw_node_child(rw_doc_root(doc), "pay")
					: NULL;
	const char *value = pay ? rw_node_attr(pay, attribute) : NULL;
	bool same = value != NULL && strcmp(value, id) == 0;

	rw_diags_free(quiet);
	rw_arena_free(arena);
	return same;
}

/* Where the document says what it pays, or inherits it. */
static void add_paid(struct rw_cli *cli, struct rw_entry *entry,
		     struct rw_vec *found)
{
	struct rw_reference *r = rw_arena_zalloc(cli->arena, sizeof(*r));
	const struct rw_node *root = rw_entry_root(cli->ws, entry, cli->diags);
	const struct rw_node *pay = root ? rw_node_child(root, "pay") : NULL;

	r->entry = entry;
	r->pos = pay ? rw_node_pos(pay) : root ? rw_node_pos(root) : RW_NOWHERE;
	r->what = "pay";
	rw_vec_push(found, r);
}

/* Roles and postings that are paid from it, and do not name it themselves. */
static void find_paid(struct rw_cli *cli, const struct rw_target *target,
		      struct rw_vec *found)
{
	static const enum rw_kind kinds[] = { RW_KIND_ROLE, RW_KIND_POSTING };
	const char *attribute = target->kind == RW_KIND_PAY_TABLE ? "table"
								  : "grade";
	struct rw_resolver *resolver = rw_resolver_new(cli->ws);

	for (size_t k = 0; k < 2; k++) {
		size_t count;
		struct rw_entry *const *list =
			rw_workspace_list(cli->ws, kinds[k], &count);

		for (size_t i = 0; i < count; i++)
			if (!is_found(found, list[i]) &&
			    pays(cli, resolver, list[i], attribute, target->id))
				add_paid(cli, list[i], found);
	}
	rw_resolver_free(resolver);
}

static void find(struct rw_cli *cli, const struct rw_target *target,
		 struct rw_vec *found)
{
	rw_references_find(cli->ws, cli->arena, target, found, cli->diags);
	if (target->kind == RW_KIND_PAY_TABLE ||
	    target->kind == RW_TARGET_GRADE)
		find_paid(cli, target, found);
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
		find(cli, &targets[i], &found);
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
