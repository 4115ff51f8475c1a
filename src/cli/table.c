/*
 * Tables of what there is.
 */
#include "cli/table.h"

#include <string.h>

#include "base/json.h"
#include "base/utf8.h"

#define GAP 2 /* blanks between columns */

void rw_table_init(struct rw_table *table, struct rw_arena *arena,
		   const char *const *columns)
{
	*table = (struct rw_table){ .arena = arena, .columns = columns };
	while (columns[table->width] != NULL)
		table->width++;
}

void rw_table_release(struct rw_table *table)
{
	rw_vec_release(&table->rows);
}

const char **rw_table_row(struct rw_table *table)
{
	const char **row =
		rw_arena_zalloc(table->arena, table->width * sizeof(*row));

	rw_vec_push(&table->rows, row);
	return row;
}

static const char *cell_of(const struct rw_table *table, size_t row,
			   size_t column)
{
	const char **cells = table->rows.items[row];

	return cells[column] ? cells[column] : "";
}

void rw_table_sort(struct rw_table *table, const char *column)
{
	size_t c = 0;

	while (c < table->width && strcmp(table->columns[c], column) != 0)
		c++;
	if (c == table->width)
		return;
	for (size_t i = 1; i < table->rows.count; i++) {
		void *row = table->rows.items[i];
		size_t to = i;

		for (; to > 0 &&
		       strcmp(cell_of(table, to - 1, c),
			      ((const char **)row)[c] ? ((const char **)row)[c]
						      : "") > 0;
		     to--)
			table->rows.items[to] = table->rows.items[to - 1];
		table->rows.items[to] = row;
	}
}

/* ------------------------------------------------------------- writing */

static size_t width_of(const char *text)
{
	size_t len = strlen(text), at = 0, size, width = 0;

	for (; at < len; at += size)
		width += rw_utf8_width(
			rw_utf8_decode(text + at, len - at, &size));
	return width;
}

/* Writes a cell without what could upset a terminal. */
static void put_plain(struct rw_buf *out, const char *text)
{
	size_t len = strlen(text), size;

	for (size_t at = 0; at < len; at += size) {
		uint32_t c = rw_utf8_decode(text + at, len - at, &size);

		if (c == '\n' || c == '\t' || rw_utf8_is_control(c) ||
		    rw_utf8_is_bidi(c))
			rw_buf_putc(out, ' ');
		else
			rw_buf_add(out, text + at, size);
	}
}

static size_t column_width(const struct rw_table *table, size_t column)
{
	size_t most = strlen(table->columns[column]);

	for (size_t i = 0; i < table->rows.count; i++) {
		size_t width = width_of(cell_of(table, i, column));

		most = width > most ? width : most;
	}
	return most;
}

static void pad(struct rw_buf *out, size_t from, size_t to)
{
	for (; from < to; from++)
		rw_buf_putc(out, ' ');
}

/* Blanks at the end of a line are of no use to anybody. */
static void end_line(struct rw_buf *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		rw_buf_cut(out, out->len - 1);
	rw_buf_putc(out, '\n');
}

static void put_head(const struct rw_table *table, const size_t *widths,
		     struct rw_buf *out)
{
	for (size_t c = 0; c < table->width; c++) {
		const char *name = table->columns[c];

		for (const char *p = name; *p; p++)
			rw_buf_putc(out, *p >= 'a' && *p <= 'z'
						 ? (char)(*p - 'a' + 'A')
						 : *p);
		pad(out, strlen(name), widths[c] + GAP);
	}
	end_line(out);
}

static void write_text(const struct rw_table *table, struct rw_buf *out)
{
	size_t *widths =
		rw_arena_zalloc(table->arena, table->width * sizeof(*widths));

	if (table->rows.count == 0)
		return;
	for (size_t c = 0; c < table->width; c++)
		widths[c] = column_width(table, c);
	put_head(table, widths, out);
	for (size_t i = 0; i < table->rows.count; i++) {
		for (size_t c = 0; c < table->width; c++) {
			const char *cell = cell_of(table, i, c);

			put_plain(out, cell);
			pad(out, width_of(cell), widths[c] + GAP);
		}
		end_line(out);
	}
}

static void write_json(const struct rw_table *table, struct rw_buf *out)
{
	struct rw_json json;

	rw_json_init(&json, out, true);
	rw_json_array(&json);
	for (size_t i = 0; i < table->rows.count; i++) {
		const char **cells = table->rows.items[i];

		rw_json_object(&json);
		for (size_t c = 0; c < table->width; c++) {
			if (cells[c] == NULL || cells[c][0] == '\0')
				continue;
			rw_json_key(&json, table->columns[c]);
			rw_json_string(&json, cells[c]);
		}
		rw_json_end(&json, '}');
	}
	rw_json_end(&json, ']');
	rw_buf_putc(out, '\n');
}

static void write_ids(const struct rw_table *table, struct rw_buf *out)
{
	for (size_t i = 0; i < table->rows.count; i++) {
		put_plain(out, cell_of(table, i, 0));
		rw_buf_putc(out, '\n');
	}
}

int rw_table_print(struct rw_cli *cli, const struct rw_table *table)
{
	const char *format = rw_cli_option(cli, "format");
	struct rw_buf out = RW_BUF_INIT;
	int status;

	if (format != NULL && strcmp(format, "json") == 0)
		write_json(table, &out);
	else if (format != NULL && strcmp(format, "ids") == 0)
		write_ids(table, &out);
	else
		write_text(table, &out);
	status = rw_cli_print(cli, out.data, out.len);
	rw_buf_release(&out);
	return status;
}

char *rw_table_words(struct rw_arena *arena, const char *text, size_t most)
{
	struct rw_buf line = RW_BUF_INIT;
	char *words;
	size_t cut;

	for (; *text != '\0'; text++) {
		bool blank = strchr(" \t\r\n", *text) != NULL;

		if (!blank)
			rw_buf_putc(&line, *text);
		else if (line.len > 0 && line.data[line.len - 1] != ' ')
			rw_buf_putc(&line, ' ');
	}
	while (line.len > 0 && line.data[line.len - 1] == ' ')
		rw_buf_cut(&line, line.len - 1);
	cut = rw_utf8_cut(line.data, line.len, most);
	if (cut < line.len)
		cut = rw_utf8_cut(line.data, line.len, most - 1);
	words = rw_arena_printf(arena, "%.*s%s", (int)cut, line.data,
				cut < line.len ? "\xE2\x80\xA6" : "");
	rw_buf_release(&line);
	return words;
}
