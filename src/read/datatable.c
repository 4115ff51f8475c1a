/*
 * What all kinds of tables have in common: lines, columns, positions.
 */
#include "read/datatable.h"

#include <csv.h>
#include <ctype.h>
#include <string.h>

#include "base/memory.h"
#include "read/datatable_kinds.h"

/* A shown line ends so many bytes behind the place that is meant. */
#define SHOWN_BEHIND 200

int rw_table_take_line(struct rw_table *t)
{
	const char *end = NULL;
	size_t len;
	bool cut;

	while (end == NULL) {
		int more;

		end = memchr(t->text.data + t->at, '\n', t->text.len - t->at);
		if (end != NULL || t->ended ||
		    t->text.len - t->at > RW_TABLE_ROW_BYTES)
			break;
		memmove(t->text.data, t->text.data + t->at,
			t->text.len - t->at);
		rw_buf_cut(&t->text, t->text.len - t->at);
		t->at = 0;
		more = rw_decode_next(t->decode, &t->text);
		if (more < 0)
			return -1;
		t->ended = more == 0;
	}
	len = end ? (size_t)(end - t->text.data) + 1 - t->at
		  : t->text.len - t->at;
	cut = t->raw.len + len > RW_TABLE_ROW_BYTES;
	if (!cut)
		rw_buf_add(&t->raw, t->text.data + t->at, len);
	t->at += len;
	t->line += end != NULL;
	return len == 0 ? 0 : cut ? 2 : 1;
}

void rw_table_clear_row(struct rw_table *t)
{
	rw_buf_clear(&t->raw);
	rw_buf_clear(&t->cells);
	t->starts.count = 0;
	t->values.count = 0;
	t->bad_bytes = false;
	t->raw_line = t->line;
}

bool rw_table_add_cell(struct rw_table *t, const char *text, size_t len)
{
	if (t->starts.count > RW_TABLE_COLUMNS)
		return false;
	if (memchr(text, '\0', len) != NULL)
		t->bad_bytes = true;
	rw_vec_push(&t->starts, (void *)(uintptr_t)t->cells.len);
	rw_buf_add(&t->cells, text, len);
	rw_buf_putc(&t->cells, '\0');
	return true;
}

/* Lower case, each run of other characters than letters and digits one '-'. */
static void fold(struct rw_buf *out, const char *name)
{
	rw_buf_clear(out);
	for (; *name != '\0'; name++) {
		unsigned char c = (unsigned char)*name;

		if (isalnum(c) || c >= 0x80 || c == '#')
			rw_buf_putc(out, (char)tolower(c));
		else if (out->len > 0 && out->data[out->len - 1] != '-')
			rw_buf_putc(out, '-');
	}
}

bool rw_table_add_column(struct rw_table *t, const char *name)
{
	struct rw_buf folded = RW_BUF_INIT;
	bool fresh;

	if (name[0] == '\0')
		name = rw_arena_printf(t->arena, "column-%zu",
				       t->columns.count + 1);
	rw_vec_push(&t->columns, rw_arena_strdup(t->arena, name));
	fold(&folded, name);
	fresh = rw_map_get(t->index, folded.data) == NULL;
	if (fresh)
		rw_map_put(t->index, folded.data,
			   (void *)(uintptr_t)t->columns.count);
	rw_buf_release(&folded);
	return fresh;
}

int rw_table_column(const struct rw_table *t, const char *name)
{
	struct rw_buf folded = RW_BUF_INIT;
	uintptr_t position;

	for (size_t i = 0; i < t->columns.count; i++)
		if (strcmp(t->columns.items[i], name) == 0)
			return (int)i;
	fold(&folded, name);
	position = (uintptr_t)rw_map_get(t->index, folded.data);
	rw_buf_release(&folded);
	return (int)position - 1;
}

int rw_table_want_column(struct rw_table *t, const char *name, bool *seen)
{
	int column = rw_table_column(t, name);

	*seen = column >= 0;
	if (*seen || !t->json || t->columns.count == RW_TABLE_COLUMNS)
		return column;
	rw_table_add_column(t, name);
	return (int)t->columns.count - 1;
}

const char *const *rw_table_columns(const struct rw_table *t, size_t *count)
{
	*count = t->columns.count;
	return (const char *const *)t->columns.items;
}

const char *rw_table_name(const struct rw_table *t)
{
	return t->name;
}

char rw_table_delimiter(const struct rw_table *t)
{
	return t->json ? ',' : t->delimiter;
}

const char *rw_table_encoding(const struct rw_table *t)
{
	return rw_decode_encoding(t->decode);
}

static void release(void *object)
{
	struct rw_table *t = object;

	if (t->parser != NULL)
		csv_free(t->parser);
	rw_free(t->parser);
	rw_decode_close(t->decode);
	rw_map_free(t->index);
	rw_vec_release(&t->columns);
	rw_vec_release(&t->starts);
	rw_vec_release(&t->values);
	rw_buf_release(&t->text);
	rw_buf_release(&t->raw);
	rw_buf_release(&t->reason);
	rw_buf_release(&t->cells);
}

/* JSON lines begin with an object; a header may hold anything but a brace. */
static int find_kind(struct rw_table *t)
{
	const char *text;
	int more = rw_decode_next(t->decode, &t->text);

	if (more < 0)
		return -1;
	if (more == 0) {
		rw_report(t->diags, RW_TABLE_EMPTY, RW_NOWHERE, t->name, NULL,
			  NULL);
		return -1;
	}
	text = t->text.data + strspn(t->text.data, " \t\r\n");
	t->json = *text == '{' || *text == '[';
	return t->json ? rw_jsonl_begin(t) : rw_csv_begin(t);
}

struct rw_table *rw_table_open(struct rw_arena *arena,
			       const struct rw_table_options *options,
			       struct rw_diags *diags)
{
	struct rw_table *t = rw_arena_zalloc(arena, sizeof(*t));
	const char *what;

	t->arena = arena;
	t->diags = diags;
	t->name = rw_arena_strdup(arena, options->name);
	t->delimiter = options->delimiter;
	t->line = 1;
	rw_buf_init(&t->text);
	rw_buf_init(&t->raw);
	rw_buf_init(&t->reason);
	rw_buf_init(&t->cells);
	t->index = rw_map_new();
	rw_arena_defer(arena, release, t);
	t->decode = rw_decode_open(options->path, t->name, options->encoding,
				   diags);
	if (t->decode == NULL)
		return NULL;
	if (rw_decode_is_binary(t->decode, &what)) {
		rw_report(diags, RW_TABLE_BINARY, RW_NOWHERE, t->name, what,
			  NULL);
		return NULL;
	}
	return find_kind(t) == 0 ? t : NULL;
}

/* Strings of the cells, once all are there and no longer move. */
static void set_cells(struct rw_table *t, struct rw_row *row)
{
	t->values.count = 0;
	for (size_t i = 0; i < t->starts.count; i++)
		rw_vec_push(&t->values,
			    t->cells.data + (uintptr_t)t->starts.items[i]);
	row->cells = (const char *const *)t->values.items;
	row->count = t->values.count;
}

/* U+FFFD stands for what could not be decoded, and sometimes for itself. */
static bool has_bad_bytes(const struct rw_table *t)
{
	return t->bad_bytes || strstr(t->raw.data, "\xEF\xBF\xBD") != NULL ||
	       memchr(t->raw.data, '\0', t->raw.len) != NULL;
}

/* A last row that lacks something, and an end of line, too. */
static bool is_cut(const struct rw_table *t, const struct rw_row *row)
{
	char last = row->raw_len > 0 ? row->raw[row->raw_len - 1] : '\n';
	bool lacks = t->json ? row->fault == RW_FAULT_JSON
			     : row->fault == RW_FAULT_NONE &&
				       row->count < t->columns.count;

	return lacks && last != '\n' && last != '\r';
}

int rw_table_next(struct rw_table *t, struct rw_row *row)
{
	int found;

	*row = (struct rw_row){ .fault = RW_FAULT_NONE };
	found = t->json ? rw_jsonl_row(t, row) : rw_csv_row(t, row);
	if (found != 1)
		return found;
	row->number = ++t->number;
	row->line = t->raw_line;
	row->raw = t->raw.data;
	row->raw_len = t->raw.len;
	set_cells(t, row);
	if (is_cut(t, row)) {
		rw_report(t->diags, RW_TABLE_CUT, rw_table_pos(t, row, -1),
			  NULL, NULL, NULL);
		return -1;
	}
	if (row->fault != RW_FAULT_NONE)
		return 1;
	if (has_bad_bytes(t))
		row->fault = RW_FAULT_BYTES;
	else if (row->count != t->columns.count)
		row->fault = RW_FAULT_CELLS;
	return 1;
}

struct rw_row rw_table_last(const struct rw_table *t)
{
	return (struct rw_row){ .number = t->number,
				.line = t->raw_line,
				.raw = t->raw.data,
				.raw_len = t->raw.len };
}

struct rw_row rw_row_copy(struct rw_arena *arena, const struct rw_row *row)
{
	struct rw_row copy = *row;
	const char **cells =
		rw_arena_alloc(arena, (row->count + 1) * sizeof(*cells));

	for (size_t i = 0; i < row->count; i++)
		cells[i] = rw_arena_strdup(arena, row->cells[i]);
	copy.cells = cells;
	if (row->reason != NULL)
		copy.reason = rw_arena_strdup(arena, row->reason);
	copy.raw = rw_arena_strndup(arena, row->raw, row->raw_len);
	return copy;
}

struct rw_pos rw_table_pos(const struct rw_table *t, const struct rw_row *row,
			   int column)
{
	struct rw_sources *sources = rw_diags_sources(t->diags);
	size_t at = 0, begin = 0, end, line = row->line;
	const char *raw = row->raw, *next;
	uint32_t file;

	if (column >= 0)
		at = t->json ? rw_jsonl_offset(t, row, (size_t)column)
			     : rw_csv_offset(t, row, (size_t)column);
	if (at > row->raw_len)
		at = row->raw_len;
	while ((next = memchr(raw + begin, '\n', at - begin)) != NULL) {
		begin = (size_t)(next - raw) + 1;
		line++;
	}
	end = at + strcspn(raw + at, "\r\n");
	if (end - at > SHOWN_BEHIND)
		end = at + SHOWN_BEHIND;
	while (end > at && ((unsigned char)raw[end] & 0xC0) == 0x80)
		end--;
	file = rw_sources_add_part(sources, t->name, line, raw + begin,
				   end - begin);
	return (struct rw_pos){ file, (uint32_t)(at - begin) };
}
