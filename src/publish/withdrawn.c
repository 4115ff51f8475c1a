/*
 * The list of withdrawn postings: an id on each line.
 */
#include "publish/withdrawn.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"

#define LIST ".rolewright/export/withdrawn"
#define MOST_BYTES ((size_t)16 * 1024 * 1024)

static void free_map(void *map)
{
	rw_map_free(map);
}

static char *path_of(struct rw_workspace *ws, struct rw_arena *arena)
{
	return rw_path_join(arena, rw_workspace_options(ws)->folder, LIST);
}

struct rw_map *rw_withdrawn_read(struct rw_workspace *ws,
				 struct rw_arena *arena, struct rw_diags *diags)
{
	struct rw_map *map = rw_map_new();
	struct rw_buf text = RW_BUF_INIT;
	const char *path = path_of(ws, arena);
	int error = rw_file_read(path, MOST_BYTES, &text);
	const char *at = text.data;

	rw_arena_defer(arena, free_map, map);
	if (error == ENOENT)
		error = 0;
	while (!error && *(at += strspn(at, " \t\r\n"))) {
		size_t len = strcspn(at, " \t\r\n");

		rw_map_put(map, rw_arena_strndup(arena, at, len), map);
		at += len;
	}
	rw_buf_release(&text);
	if (error)
		rw_report(diags, RW_FILE_READ, RW_NOWHERE, path,
			  strerror(error), NULL);
	return error ? NULL : map;
}

int rw_withdrawn_add(struct rw_workspace *ws, struct rw_arena *arena,
		     struct rw_map *withdrawn, const char *id,
		     struct rw_diags *diags)
{
	struct rw_buf text = RW_BUF_INIT;
	const char *path = path_of(ws, arena), **keys;
	int error;

	if (rw_map_put(withdrawn, id, withdrawn))
		return 0;
	keys = rw_map_keys(withdrawn);
	for (size_t i = 0; i < rw_map_count(withdrawn); i++)
		rw_buf_printf(&text, "%s\n", keys[i]);
	rw_free(keys);
	error = rw_file_make_folder(rw_path_folder(arena, path));
	if (!error)
		error = rw_file_write(path, text.data, text.len);
	rw_buf_release(&text);
	if (error)
		rw_report(diags, RW_FILE_WRITE, RW_NOWHERE, path,
			  strerror(error), NULL);
	return error ? -1 : 0;
}
