/*
 * rename: a document or a term, with everything that refers to it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/scaffold.h"
#include "cli/targets.h"

static const struct rw_option options[] = {
	{ "dry-run", 'n', NULL, false, "only show what would change", NULL },
	{ 0 },
};

/* A change in a file: 'len' bytes at 'offset' become 'text'. */
struct edit {
	size_t offset, len;
	const char *text;
	const char *what;
};

/* A file that changes. */
struct change {
	struct rw_entry *entry;
	uint32_t file;	     /* number of its source */
	const char *to;	     /* its new path, or NULL */
	const char *to_name; /* the same for people */
	struct rw_vec edits;
	struct rw_buf text; /* what it becomes */
	bool written;
};

struct renamer {
	struct rw_cli *cli;
	struct rw_target target;
	const char *new;
	struct rw_vec changes;
};

/* --------------------------------------------------------------- planning */

static struct change *change_of(struct renamer *r, struct rw_entry *entry,
				uint32_t file)
{
	struct change *c;

	for (size_t i = 0; i < r->changes.count; i++) {
		c = r->changes.items[i];
		if (c->entry == entry)
			return c;
	}
	c = rw_arena_zalloc(r->cli->arena, sizeof(*c));
	rw_buf_init(&c->text);
	c->entry = entry;
	c->file = file;
	rw_vec_push(&r->changes, c);
	return c;
}

static void add_edit(struct renamer *r, struct rw_entry *entry, uint32_t file,
		     struct edit edit)
{
	struct edit *e = rw_arena_alloc(r->cli->arena, sizeof(*e));

	*e = edit;
	rw_vec_push(&change_of(r, entry, file)->edits, e);
}

/* The new id of a document or term, and the old one into 'formerly'. */
static void rename_node(struct renamer *r, struct rw_entry *entry,
			const struct rw_node *node)
{
	const struct rw_sources *sources = r->cli->sources;
	const char *old = r->target.id, *text;
	struct rw_pos pos;

	if (rw_node_attr(node, "id") == NULL)
		return;
	pos = rw_node_attr_value_pos(node, "id", sources);
	add_edit(r, entry, pos.file,
		 (struct edit){ pos.offset, strlen(old), r->new, "id" });
	if (entry->lang[0] != '\0')
		return;
	if (rw_node_attr(node, "formerly") != NULL) {
		pos = rw_node_attr_value_pos(node, "formerly", sources);
		text = rw_arena_printf(r->cli->arena, "%s ", old);
	} else {
		pos.offset += (uint32_t)strlen(old) + 1;
		text = rw_arena_printf(r->cli->arena, " formerly=\"%s\"", old);
	}
	add_edit(r, entry, pos.file,
		 (struct edit){ pos.offset, 0, text, "formerly" });
}

static void move_file(struct renamer *r, struct rw_entry *entry, uint32_t file)
{
	struct change *c = change_of(r, entry, file);
	struct rw_arena *arena = r->cli->arena;
	const char *base = rw_arena_printf(arena, "%s%s%s.xml", r->new,
					   entry->lang[0] ? "." : "",
					   entry->lang);

	c->to = rw_path_join(arena, rw_path_folder(arena, entry->path), base);
	c->to_name =
		rw_path_join(arena, rw_path_folder(arena, entry->name), base);
}

/* The terms of one glossary file. */
static void rename_terms(struct renamer *r, struct rw_entry *entry,
			 const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, "term");

	for (; n != NULL; n = rw_node_next_element(n, "term"))
		if (strcmp(rw_node_attr(n, "id"), r->target.id) == 0)
			rename_node(r, entry, n);
}

/* The thing itself, in the document and in its translations. */
static void plan_thing(struct renamer *r)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_all(r->cli->ws, &count);
	for (size_t i = 0; i < count; i++) {
		struct rw_entry *e = entries[i];
		const struct rw_node *root =
			e->layer == RW_LAYER_WORKSPACE
				? rw_entry_root(r->cli->ws, e, r->cli->diags)
				: NULL;

		if (root == NULL)
			continue;
		if (r->target.kind == RW_TARGET_TERM &&
		    e->kind == RW_KIND_GLOSSARY) {
			rename_terms(r, e, root);
		} else if ((int)e->kind == r->target.kind &&
			   strcmp(e->id, r->target.id) == 0) {
			rename_node(r, e, root);
			move_file(r, e, rw_node_pos(root).file);
		}
	}
}

/*
 * What stands in place of the old name: where brackets hold it alone, it is
 * also what readers see, and stays that.
 */
static const char *new_name(struct renamer *r, const struct rw_reference *ref)
{
	size_t len, at = ref->pos.offset + strlen(r->target.id);
	const char *text =
		rw_sources_text(r->cli->sources, ref->pos.file, &len);

	if (strcmp(ref->what, "[[term]]") != 0 || at + 2 > len ||
	    strncmp(text + at, "]]", 2) != 0)
		return r->new;
	return rw_arena_printf(r->cli->arena, "%s|%s", r->new, r->target.id);
}

static int plan(struct renamer *r)
{
	struct rw_vec found = { 0 };
	int status = rw_references_find(r->cli->ws, r->cli->arena, &r->target,
					&found, r->cli->diags);

	plan_thing(r);
	for (size_t i = 0; i < found.count; i++) {
		const struct rw_reference *ref = found.items[i];

		if (ref->by_id && ref->entry->layer == RW_LAYER_WORKSPACE)
			add_edit(r, ref->entry, ref->pos.file,
				 (struct edit){ ref->pos.offset,
						strlen(r->target.id),
						new_name(r, ref), ref->what });
	}
	rw_vec_release(&found);
	return status;
}

/* --------------------------------------------------------------- applying */

static int by_offset(const void *a, const void *b)
{
	const struct edit *x = *(void *const *)a, *y = *(void *const *)b;

	return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* Makes the text of a file; -1 if an edit does not fit its source. */
static int apply(struct renamer *r, struct change *c)
{
	size_t len, at = 0, old = strlen(r->target.id);
	const char *text = rw_sources_text(r->cli->sources, c->file, &len);

	if (c->edits.count > 1)
		qsort(c->edits.items, c->edits.count, sizeof(void *),
		      by_offset);
	for (size_t i = 0; i < c->edits.count; i++) {
		const struct edit *e = c->edits.items[i];

		if (e->offset < at || e->offset + e->len > len ||
		    (e->len > 0 &&
		     (e->len != old ||
		      memcmp(text + e->offset, r->target.id, old) != 0))) {
			rw_report(
				r->cli->diags, RW_DEFECT,
				(struct rw_pos){ c->file, (uint32_t)e->offset },
				"the name is not where it was found", NULL,
				NULL);
			return -1;
		}
		rw_buf_add(&c->text, text + at, e->offset - at);
		rw_buf_puts(&c->text, e->text);
		at = e->offset + e->len;
	}
	rw_buf_add(&c->text, text + at, len - at);
	return 0;
}

static void report_write(struct renamer *r, const char *path, int error)
{
	rw_report(r->cli->diags, RW_FILE_WRITE, RW_NOWHERE, path,
		  strerror(error), NULL);
}

/* Everything as it was before. */
static void roll_back(struct renamer *r)
{
	for (size_t i = 0; i < r->changes.count; i++) {
		struct change *c = r->changes.items[i];
		size_t len;
		const char *text =
			rw_sources_text(r->cli->sources, c->file, &len);
		int error = 0;

		if (!c->written)
			continue;
		if (c->to == NULL || !rw_file_exists(c->entry->path))
			error = rw_file_write(c->entry->path, text, len);
		if (error == 0 && c->to != NULL)
			error = rw_file_remove_tree(c->to);
		if (error != 0)
			report_write(r, c->entry->name, error);
	}
}

static int write_all(struct renamer *r)
{
	int error = 0;

	for (size_t i = 0; i < r->changes.count && error == 0; i++) {
		struct change *c = r->changes.items[i];
		const char *path = c->to ? c->to : c->entry->path;

		error = c->to && rw_file_exists(c->to)
				? EEXIST
				: rw_file_write(path, c->text.data,
						c->text.len);
		c->written = error == 0;
		if (error != 0)
			report_write(r, path, error);
	}
	for (size_t i = 0; i < r->changes.count && error == 0; i++) {
		struct change *c = r->changes.items[i];

		error = c->to ? rw_file_remove_tree(c->entry->path) : 0;
		if (error != 0)
			report_write(r, c->entry->name, error);
	}
	if (error != 0)
		roll_back(r);
	return error ? -1 : 0;
}

/* ---------------------------------------------------------------- showing */

static void show_edits(struct renamer *r, const struct change *c,
		       struct rw_buf *out)
{
	for (size_t i = 0; i < c->edits.count; i++) {
		const struct edit *e = c->edits.items[i];
		struct rw_pos pos = { c->file, (uint32_t)e->offset };
		unsigned line, column;

		rw_sources_locate(r->cli->sources, pos, &line, &column);
		rw_buf_printf(out, "%s:%u:%u: %s\n", c->entry->name, line,
			      column, e->what);
	}
}

static void show(struct renamer *r, bool edits)
{
	struct rw_buf out = RW_BUF_INIT;

	for (size_t i = 0; i < r->changes.count; i++) {
		const struct change *c = r->changes.items[i];

		if (edits)
			show_edits(r, c, &out);
		if (c->to != NULL)
			rw_buf_printf(&out, "%s -> %s\n", c->entry->name,
				      c->to_name);
		else if (!edits)
			rw_buf_printf(&out, "%s\n", c->entry->name);
	}
	rw_cli_print(r->cli, out.data, out.len);
	rw_buf_release(&out);
}

/* ------------------------------------------------------------------- run */

static int refuse(struct renamer *r, const char *why, const char *hint)
{
	rw_report_hint(r->cli->diags, RW_RENAME, RW_NOWHERE, hint,
		       (const char *const[]){ r->target.id, why, NULL });
	return -1;
}

/* What is in no file of its own is changed by hand. */
static int refuse_part(struct renamer *r)
{
	const char *kind = rw_target_name(r->target.kind);
	const char *hint = "leave it; its file is found by this name";

	if (r->target.kind > RW_TARGET_TERM)
		hint = rw_arena_printf(
			r->cli->arena,
			"change it by hand, here and where 'rolewright "
			"where-used %s/%s' finds it",
			kind, r->target.id);
	return refuse(r,
		      rw_arena_printf(r->cli->arena, "%s %s keeps its name",
				      rw_target_article(r->target.kind), kind),
		      hint);
}

/* Whether the workspace has the thing, and it alone. */
static int check_layers(struct renamer *r)
{
	struct rw_entry *const *entries;
	bool own = false, library = false;
	size_t count;

	entries = rw_workspace_all(r->cli->ws, &count);
	for (size_t i = 0; i < count; i++) {
		struct rw_entry *e = entries[i];
		bool has = (int)e->kind == r->target.kind &&
			   strcmp(e->id, r->target.id) == 0;
		const struct rw_node *n = NULL;

		if (r->target.kind == RW_TARGET_TERM &&
		    e->kind == RW_KIND_GLOSSARY && e->lang[0] == '\0') {
			n = rw_entry_root(r->cli->ws, e, r->cli->diags);
			n = n ? rw_node_child(n, "term") : NULL;
		}
		for (; n != NULL && !has; n = rw_node_next_element(n, "term"))
			has = strcmp(rw_node_attr(n, "id"), r->target.id) == 0;
		own |= has && e->layer == RW_LAYER_WORKSPACE;
		library |= has && e->layer == RW_LAYER_LIBRARY;
	}
	if (own && library)
		return refuse(r,
			      "it lies over one of the library, whose name "
			      "stays",
			      "move its content into a document of the new id, "
			      "which 'rolewright new' begins");
	if (!own)
		rw_report(r->cli->diags, RW_NOT_OWN, RW_NOWHERE, r->target.id,
			  NULL, NULL);
	return own ? 0 : -1;
}

static int check(struct renamer *r)
{
	const struct rw_target taken = { r->target.kind, r->new };
	const char *kind = rw_target_name(r->target.kind);

	if (r->target.kind == RW_KIND_SITE || r->target.kind == RW_KIND_WORDS ||
	    (r->target.kind > RW_TARGET_TERM))
		return refuse_part(r);
	if (rw_target_exists(r->cli->ws, &taken, r->cli->diags))
		return refuse(r,
			      rw_arena_printf(r->cli->arena,
					      "there is %s %s '%s' already",
					      rw_target_article(r->target.kind),
					      kind, r->new),
			      "choose an id that is free");
	return check_layers(r);
}

/* The one thing that the first argument means; an rw_exit. */
static int find_target(struct rw_cli *cli, struct rw_target *target)
{
	struct rw_target targets[RW_TARGETS];
	size_t count = rw_cli_targets(cli, cli->args[0], targets);

	if (count == 0)
		return rw_cli_finish(cli);
	if (count > 1)
		return rw_cli_usage(
			cli, "'%s' is %s %s and %s %s; write '%s/%s'",
			cli->args[0], rw_target_article(targets[0].kind),
			rw_target_name(targets[0].kind),
			rw_target_article(targets[1].kind),
			rw_target_name(targets[1].kind),
			rw_target_name(targets[0].kind), targets[0].id);
	*target = targets[0];
	return RW_EXIT_FINE;
}

static void carry_out(struct renamer *r)
{
	bool dry = rw_cli_has(r->cli, "dry-run");
	int status = check(r) == 0 && plan(r) == 0 ? 0 : -1;

	for (size_t i = 0; i < r->changes.count && status == 0; i++)
		status = apply(r, r->changes.items[i]);
	if (status == 0 && !dry)
		status = write_all(r);
	if (status == 0)
		show(r, dry);
	for (size_t i = 0; i < r->changes.count; i++) {
		struct change *c = r->changes.items[i];

		rw_vec_release(&c->edits);
		rw_buf_release(&c->text);
	}
	rw_vec_release(&r->changes);
}

static int rename_document(struct rw_cli *cli)
{
	struct renamer r = { .cli = cli, .new = cli->args[1] };
	int status;

	if (!rw_id_valid(r.new))
		return rw_cli_usage(cli, "'%s' is not an id; write '%s'", r.new,
				    rw_id_from_name(cli->arena, r.new, false));
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	status = find_target(cli, &r.target);
	if (status != RW_EXIT_FINE)
		return status;
	carry_out(&r);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_rename = {
	.name = "rename",
	.arguments = "OLD NEW",
	.what = "rename a document or a term, and everything that refers to it",
	.options = options,
	.run = rename_document,
	.least = 2,
	.most = 2,
	.completes = "anything",
};
