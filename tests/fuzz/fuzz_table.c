/*
 * Tables of strangers. The first byte says which kind of map; the rest is the
 * file. No cell that comes through may hold bad UTF-8, and no posting a control
 * character.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "read/guess.h"
#include "read/rowposting.h"
#include "xml/serialise.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PATH_BYTES 64

static void path_of(char path[PATH_BYTES])
{
	snprintf(path, PATH_BYTES, "/tmp/rolewright-fuzz-%ld.csv",
		 (long)getpid());
}

/* A map that takes all columns for something. */
static struct rw_node *all_columns(struct rw_arena *arena,
				   const struct rw_table *table)
{
	struct rw_node *root =
		rw_doc_root(rw_doc_new(arena, RW_NS, "table-map"));
	size_t count;
	const char *const *names = rw_table_columns(table, &count);

	for (size_t i = 0; i < count || i < 2; i++) {
		struct rw_node *column = rw_node_add(root, RW_NS, "column");

		rw_node_set_attr(column, "from", names[i < count ? i : 0]);
		rw_node_set_attr(column, "to",
				 rw_field_name((enum rw_field)(
					 (i + RW_FIELD_TITLE) % RW_FIELDS)));
	}
	return root;
}

static void check_cells(const struct rw_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		size_t len = strlen(row->cells[i]);

		if (rw_utf8_valid_prefix(row->cells[i], len) != len)
			abort();
	}
}

static void check_posting(const struct rw_node *root)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk_all(n, root)) {
		const struct rw_node *text = rw_node_first(n);

		for (; text != NULL; text = rw_node_next(text)) {
			const char *at = rw_node_content(text);

			for (; *at != '\0'; at++)
				if ((unsigned char)*at < 0x20 &&
				    strchr("\t\r\n", *at) == NULL)
					abort();
		}
	}
}

static void read_rows(struct rw_arena *arena, struct rw_workspace *ws,
		      struct rw_table *table, const struct rw_node *root,
		      struct rw_diags *diags)
{
	struct rw_table_map *map = rw_table_map_new(arena, root, table, diags);
	struct rw_row_reader *reader;
	struct rw_row_posting posting;
	struct rw_row row;

	if (map == NULL)
		return;
	reader = rw_row_reader_new(arena, ws, map, table, diags);
	while (rw_table_next(table, &row) == 1) {
		check_cells(&row);
		if (rw_row_posting(reader, &row, arena, diags, &posting) == 0)
			check_posting(posting.root);
		rw_table_pos(table, &row, 0);
	}
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	rw_xml_init();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_sources *sources = rw_sources_new();
	struct rw_diags *diags = rw_diags_new(sources);
	const struct rw_workspace_options where = {
		.folder = "tests/fuzz/workspace",
		.library = "tests/fuzz/workspace",
	};
	char path[PATH_BYTES];
	struct rw_table_options options = { .path = path, .name = "fuzz" };
	const struct rw_guess_for whom = { NULL, "2026-11-21" };
	struct rw_buf said = RW_BUF_INIT;
	struct rw_table *table = NULL;

	path_of(path);
	if (size > 0 &&
	    rw_file_write(path, (const char *)data + 1, size - 1) == 0)
		table = rw_table_open(arena, &options, diags);
	if (table != NULL && data[0] % 4 == 3)
		rw_guess_write(arena, table, &whom, &said, diags);
	else if (table != NULL)
		read_rows(arena, rw_workspace_open(arena, &where, diags), table,
			  data[0] % 2 ? all_columns(arena, table)
				      : rw_guess_map(arena, table, &said),
			  diags);
	unlink(path);
	rw_buf_release(&said);
	rw_arena_free(arena);
	rw_diags_free(diags);
	rw_sources_free(sources);
	return 0;
}
