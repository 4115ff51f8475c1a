/*
 * Hashing inputs: what did not change need not be made again.
 */
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "model/published.h"
#include "model/site.h"
#include "publish/inputs.h"
#include "text/text_versions.h"
#include "version.h"
#include "xml/xml_versions.h"

#define INPUT_BYTES ((size_t)64 * 1024 * 1024)

/* Appends name and hash of the file to 'list'. */
static int add_file(struct rw_buf *list, const char *path, const char *name,
		    struct rw_diags *diags)
{
	struct rw_buf text = RW_BUF_INIT;
	int error = rw_file_read(path, INPUT_BYTES, &text);
	char hash[33];

	if (error != 0) {
		rw_report(diags, RW_FILE_READ, RW_NOWHERE, path,
			  strerror(error), NULL);
		rw_buf_release(&text);
		return -1;
	}
	rw_hash_hex(text.data, text.len, hash);
	rw_buf_printf(list, "%s %s\n", name, hash);
	rw_buf_release(&text);
	return 0;
}

static int add_folder(struct rw_buf *list, struct rw_arena *arena,
		      const char *folder, struct rw_diags *diags)
{
	char **names;
	size_t count;

	if (rw_file_list(arena, folder, NULL, &names, &count) != 0)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (add_file(list, rw_path_join(arena, folder, names[i]),
			     names[i], diags) != 0)
			return -1;
	return 0;
}

static bool is_posting(const struct rw_entry *entry)
{
	return entry->kind == RW_KIND_POSTING &&
	       entry->layer == RW_LAYER_WORKSPACE;
}

static void add_posting(struct rw_inputs *inputs, struct rw_arena *arena,
			const struct rw_entry *entry, const char *line)
{
	const char *old = rw_map_get(inputs->postings, entry->id);

	rw_map_put(inputs->postings, entry->id,
		   rw_arena_printf(arena, "%s%s", old ? old : "", line));
}

/* What is read so far: of all pages, and of single postings. */
struct lists {
	struct rw_buf common, postings;
};

static int add_documents(struct rw_inputs *inputs, struct rw_workspace *ws,
			 struct rw_arena *arena, struct lists *lists,
			 struct rw_diags *diags)
{
	struct rw_entry *const *entries;
	size_t count;
	int status = 0;

	entries = rw_workspace_all(ws, &count);
	for (size_t i = 0; i < count && status == 0; i++) {
		struct rw_buf *list = is_posting(entries[i]) ? &lists->postings
							     : &lists->common;
		size_t start = list->len;

		status = add_file(list, entries[i]->path, entries[i]->name,
				  diags);
		if (is_posting(entries[i]) && status == 0)
			add_posting(inputs, arena, entries[i],
				    list->data + start);
	}
	return status;
}

/* The page of the company around ours. */
static int add_frame(struct rw_workspace *ws, struct rw_arena *arena,
		     struct rw_buf *common, struct rw_diags *diags)
{
	const struct rw_site *site = rw_site_load(ws, diags);
	const struct rw_node *frame = site ? rw_node_child(site->root, "frame")
					   : NULL;
	const char *file = frame ? rw_node_attr(frame, "file") : NULL;

	if (file == NULL)
		return 0;
	return add_file(
		common,
		rw_path_join(arena, rw_workspace_options(ws)->folder, file),
		file, diags);
}

/* Which roles have pages decides which positions are links. */
static void add_published(struct rw_workspace *ws, struct rw_buf *common,
			  struct rw_diags *diags)
{
	struct rw_entry *const *entries;
	size_t count;

	entries = rw_workspace_list(ws, RW_KIND_ROLE, &count);
	for (size_t i = 0; i < count; i++)
		if (rw_published_role(ws, entries[i]->id, diags))
			rw_buf_printf(common, "%s ", entries[i]->id);
}

static void add_facts(const struct rw_workspace *ws, const char *options,
		      struct rw_buf *common)
{
	rw_buf_printf(common, "\nrolewright %s\n%ld\n%s\n", RW_VERSION,
		      (long)rw_workspace_options(ws)->today, options);
	rw_xml_versions(common);
	rw_text_versions(common);
}

static void release(void *object)
{
	struct rw_inputs *inputs = object;

	rw_map_free(inputs->postings);
}

static char *hex(struct rw_arena *arena, const struct rw_buf *text)
{
	char hash[33];

	rw_hash_hex(text->data, text->len, hash);
	return rw_arena_strdup(arena, hash);
}

struct rw_inputs *rw_inputs_hash(struct rw_workspace *ws,
				 struct rw_arena *arena, const char *options,
				 struct rw_diags *diags)
{
	struct rw_inputs *inputs = rw_arena_zalloc(arena, sizeof(*inputs));
	struct lists lists = { RW_BUF_INIT, RW_BUF_INIT };
	struct rw_buf *common = &lists.common;
	const char *const *folders;
	size_t count;
	int status;

	inputs->postings = rw_map_new();
	rw_arena_defer(arena, release, inputs);
	status = add_documents(inputs, ws, arena, &lists, diags);
	folders = rw_workspace_stylesheets(ws, &count);
	for (size_t i = 0; i < count && status == 0; i++)
		status = add_folder(common, arena, folders[i], diags);
	if (status == 0)
		status = add_folder(
			common, arena,
			rw_path_join(arena, rw_workspace_options(ws)->folder,
				     "static"),
			diags);
	if (status == 0)
		status = add_frame(ws, arena, common, diags);
	add_published(ws, common, diags);
	add_facts(ws, options, common);
	inputs->common = hex(arena, common);
	rw_buf_add(common, lists.postings.data, lists.postings.len);
	inputs->all = hex(arena, common);
	rw_buf_release(common);
	rw_buf_release(&lists.postings);
	return status == 0 ? inputs : NULL;
}

char *rw_inputs_key(const struct rw_inputs *inputs, struct rw_arena *arena,
		    const struct rw_entry *entry, const char *lang)
{
	const char *own = is_posting(entry)
				  ? rw_map_get(inputs->postings, entry->id)
				  : NULL;
	struct rw_buf text = RW_BUF_INIT;
	char *key;

	rw_buf_printf(&text, "%s %s %s %s", inputs->common, entry->id, lang,
		      own ? own : "");
	key = hex(arena, &text);
	rw_buf_release(&text);
	return key;
}
