/*
 * The manifest as JSON.
 */
#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "publish/manifest.h"
#include "version.h"

#define MANIFEST_BYTES ((size_t)256 * 1024 * 1024)
#define MANIFEST_FORMAT 1

static void release(void *object)
{
	struct rw_manifest *m = object;

	rw_map_free(m->by_path);
	rw_map_free(m->by_page);
	rw_vec_release(&m->files);
	rw_vec_release(&m->pages);
}

struct rw_manifest *rw_manifest_new(struct rw_arena *arena)
{
	struct rw_manifest *m = rw_arena_zalloc(arena, sizeof(*m));

	m->key = "";
	m->by_path = rw_map_new();
	m->by_page = rw_map_new();
	rw_arena_defer(arena, release, m);
	return m;
}

void rw_manifest_add_file(struct rw_manifest *m, struct rw_output_file *file)
{
	rw_vec_push(&m->files, file);
	rw_map_put(m->by_path, file->path, file);
}

void rw_manifest_add_page(struct rw_manifest *m, struct rw_output_page *page)
{
	rw_vec_push(&m->pages, page);
	rw_map_put(m->by_page, page->summary->facts[RW_FACT_PAGE], page);
}

/* ------------------------------------------------------------------ reading */

static const char *text_of(struct rw_arena *arena, const json_t *object,
			   const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? rw_arena_strdup(arena, text) : "";
}

/* A path below the output: what else a file says may be meant to hurt. */
static bool is_below(const char *path)
{
	do {
		size_t len = strcspn(path, "/");

		if (len == 0 || (path[0] == '.' && len == 1) ||
		    (strncmp(path, "..", 2) == 0 && len == 2))
			return false;
		path += len;
	} while (*path++ != '\0');
	return true;
}

static void read_files(struct rw_arena *arena, struct rw_manifest *m,
		       const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *from = json_array_get(list, i);
		struct rw_output_file *file =
			rw_arena_zalloc(arena, sizeof(*file));

		file->path = text_of(arena, from, "path");
		file->hash = text_of(arena, from, "hash");
		file->size = (size_t)json_integer_value(
			json_object_get(from, "size"));
		if (is_below(file->path))
			rw_manifest_add_file(m, file);
	}
}

static struct rw_output_page *read_page(struct rw_arena *arena,
					const json_t *from)
{
	struct rw_output_page *page = rw_arena_zalloc(arena, sizeof(*page));
	const json_t *facts = json_object_get(from, "facts");
	const json_t *files = json_object_get(from, "files");

	page->key = text_of(arena, from, "key");
	page->left_out = text_of(arena, from, "left-out");
	page->summary = rw_arena_zalloc(arena, sizeof(*page->summary));
	for (int i = 0; i < RW_FACTS; i++)
		page->summary->facts[i] =
			text_of(arena, facts, rw_fact_name(i));
	page->file_count = json_array_size(files);
	page->files = rw_arena_zalloc(arena, (page->file_count + 1) *
						     sizeof(*page->files));
	for (size_t i = 0; i < page->file_count; i++) {
		const char *name = json_string_value(json_array_get(files, i));

		page->files[i] = rw_arena_strdup(arena, name ? name : "");
	}
	return page;
}

static struct rw_manifest *parse(struct rw_arena *arena, const char *path)
{
	struct rw_manifest *m = rw_manifest_new(arena);
	struct rw_buf text = RW_BUF_INIT;
	const json_t *pages;
	json_t *root = NULL;

	if (rw_file_read(path, MANIFEST_BYTES, &text) == 0)
		root = json_loadb(text.data, text.len, 0, NULL);
	rw_buf_release(&text);
	if (json_integer_value(json_object_get(root, "format")) ==
	    MANIFEST_FORMAT) {
		m->key = text_of(arena, root, "key");
		m->inode = (uint64_t)json_integer_value(
			json_object_get(root, "inode"));
		read_files(arena, m, json_object_get(root, "files"));
		pages = json_object_get(root, "pages");
		for (size_t i = 0; i < json_array_size(pages); i++)
			rw_manifest_add_page(
				m, read_page(arena, json_array_get(pages, i)));
	}
	json_decref(root);
	return m;
}

char *rw_manifest_stem(struct rw_arena *arena, const char *state,
		       const char *output)
{
	const char *slash = strrchr(output, '/');

	return rw_path_join(arena, state,
			    rw_arena_printf(arena, "%s.manifest",
					    slash ? slash + 1 : output));
}

static char *name_of(struct rw_arena *arena, const char *stem, bool next)
{
	return rw_arena_printf(arena, "%s%s.json", stem, next ? ".next" : "");
}

/* The manifest after 'stem' that describes the folder, or NULL. */
static struct rw_manifest *find(struct rw_arena *arena, const char *stem,
				uint64_t inode, bool next)
{
	struct rw_manifest *m = parse(arena, name_of(arena, stem, next));

	return m->inode == inode && inode != 0 ? m : NULL;
}

/*
 * Earlier, all outputs of a folder shared the name "manifest.json":
 * the last of them finds its own there, once.
 */
static struct rw_manifest *take_over(struct rw_arena *arena, const char *stem,
				     uint64_t inode)
{
	const char *shared =
		rw_path_join(arena, rw_path_folder(arena, stem), "manifest");

	for (int next = 1; next >= 0; next--) {
		struct rw_manifest *m = find(arena, shared, inode, next);

		if (m == NULL)
			continue;
		/* If it stays there, the next build finds it again. */
		(void)rename(name_of(arena, shared, next),
			     name_of(arena, stem, false));
		return m;
	}
	return NULL;
}

struct rw_manifest *rw_manifest_read(struct rw_arena *arena, const char *stem,
				     uint64_t inode)
{
	struct rw_manifest *m = find(arena, stem, inode, true);

	if (m == NULL)
		m = find(arena, stem, inode, false);
	if (m == NULL)
		m = take_over(arena, stem, inode);
	return m ? m : rw_manifest_new(arena);
}

/* ------------------------------------------------------------------ writing */

static void write_pair(struct rw_json *json, const char *key, const char *value)
{
	rw_json_key(json, key);
	rw_json_string(json, value);
}

static void write_file(struct rw_json *json, const struct rw_output_file *file)
{
	rw_json_object(json);
	write_pair(json, "path", file->path);
	write_pair(json, "hash", file->hash);
	rw_json_key(json, "size");
	rw_json_integer(json, (long long)file->size);
	rw_json_end(json, '}');
}

static void write_page(struct rw_json *json, const struct rw_output_page *page)
{
	rw_json_object(json);
	write_pair(json, "key", page->key);
	if (page->left_out[0] != '\0')
		write_pair(json, "left-out", page->left_out);
	rw_json_key(json, "facts");
	rw_json_object(json);
	for (int i = 0; i < RW_FACTS; i++)
		if (page->summary->facts[i][0] != '\0')
			write_pair(json, rw_fact_name(i),
				   page->summary->facts[i]);
	rw_json_end(json, '}');
	rw_json_key(json, "files");
	rw_json_array(json);
	for (size_t i = 0; i < page->file_count; i++)
		rw_json_string(json, page->files[i]);
	rw_json_end(json, ']');
	rw_json_end(json, '}');
}

static void write_all(const struct rw_manifest *m, struct rw_buf *out)
{
	struct rw_json json;

	rw_json_init(&json, out, true);
	rw_json_object(&json);
	rw_json_key(&json, "format");
	rw_json_integer(&json, MANIFEST_FORMAT);
	write_pair(&json, "generator", "rolewright " RW_VERSION);
	write_pair(&json, "key", m->key);
	rw_json_key(&json, "inode");
	rw_json_integer(&json, (long long)m->inode);
	rw_json_key(&json, "files");
	rw_json_array(&json);
	for (size_t i = 0; i < m->files.count; i++)
		write_file(&json, m->files.items[i]);
	rw_json_end(&json, ']');
	rw_json_key(&json, "pages");
	rw_json_array(&json);
	for (size_t i = 0; i < m->pages.count; i++)
		write_page(&json, m->pages.items[i]);
	rw_json_end(&json, ']');
	rw_json_end(&json, '}');
	rw_buf_putc(out, '\n');
}

int rw_manifest_write(const struct rw_manifest *m, const char *stem,
		      struct rw_diags *diags)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_buf out = RW_BUF_INIT;
	char *path = name_of(arena, stem, true);
	int error;

	write_all(m, &out);
	if (rw_file_is_link(path))
		rw_file_remove_tree(path);
	error = rw_file_write(path, out.data, out.len);
	if (error != 0)
		rw_report(diags, RW_FILE_WRITE, RW_NOWHERE, path,
			  strerror(error), NULL);
	rw_buf_release(&out);
	rw_arena_free(arena);
	return error ? -1 : 0;
}

int rw_manifest_settle(const char *stem, struct rw_diags *diags)
{
	struct rw_arena *arena = rw_arena_new();
	char *path = name_of(arena, stem, false);
	int error = rename(name_of(arena, stem, true), path) ? errno : 0;

	if (error != 0)
		rw_report(diags, RW_FILE_WRITE, RW_NOWHERE, path,
			  strerror(error), NULL);
	rw_arena_free(arena);
	return error ? -1 : 0;
}
