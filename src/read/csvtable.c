/*
 * CSV through libcsv, fed line by line: a row ends with a line, and the lines
 * of a row are kept while it is the last one, to tell where a cell stands.
 */
#include <csv.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "read/datatable_kinds.h"

static void on_cell(void *cell, size_t len, void *context)
{
	rw_table_add_cell(context, cell ? cell : "", cell ? len : 0);
}

static void on_row(int c, void *context)
{
	struct rw_table *t = context;

	(void)c;
	t->row_done = true;
}

/* The candidate that stands most often in the header, outside quotes. */
static char find_delimiter(const struct rw_table *t)
{
	static const char candidates[] = ",;\t|";
	size_t counts[sizeof(candidates)] = { 0 }, best = 0;
	bool quoted = false;
	const char *p = t->text.data;

	for (; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++) {
		const char *hit = strchr(candidates, *p);

		if (*p == '"')
			quoted = !quoted;
		else if (hit != NULL && !quoted)
			counts[hit - candidates]++;
	}
	for (size_t i = 1; i + 1 < sizeof(candidates); i++)
		if (counts[i] > counts[best])
			best = i;
	return candidates[best];
}

/* Reads lines until a row is complete: as rw_table_next, 2 if it is cut. */
static int read_row(struct rw_table *t)
{
	bool cut = false;

	rw_table_clear_row(t);
	t->row_done = false;
	while (!t->row_done) {
		size_t before = t->raw.len, fed;
		int more = rw_table_take_line(t);

		if (more < 0)
			return -1;
		if (more == 0)
			break;
		cut = cut || more == 2;
		if (cut) {
			csv_free(t->parser);
			csv_init(t->parser, CSV_APPEND_NULL);
			csv_set_delim(t->parser, (unsigned char)t->delimiter);
			return 2;
		}
		fed = t->raw.len - before;
		if (csv_parse(t->parser, t->raw.data + before, fed, on_cell,
			      on_row, t) != fed)
			return -1;
		if (!t->row_done && t->starts.count == 0 &&
		    t->raw.data[strspn(t->raw.data, "\r\n\t ")] == '\0')
			rw_table_clear_row(t); /* a blank line */
	}
	return t->row_done ? 1 : 0;
}

/* The end of the file may end the last row, or break off inside quotes. */
static int finish(struct rw_table *t)
{
	struct rw_row last;
	char line[24];

	/* Strict at the end only: quotes inside cells are taken as they are. */
	csv_set_opts(t->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	if (csv_fini(t->parser, on_cell, on_row, t) == 0)
		return t->row_done ? 1 : 0;
	last = rw_table_last(t);
	snprintf(line, sizeof(line), "%zu", t->raw_line);
	rw_report(t->diags, RW_TABLE_QUOTE, rw_table_pos(t, &last, -1), line,
		  NULL, NULL);
	return -1;
}

static int next(struct rw_table *t)
{
	int found = read_row(t);

	if (found == 0 && t->raw.len > 0)
		return finish(t);
	return found;
}

/* 'found': 0 for nothing, 2 for a line that never ends. */
static int refuse_header(struct rw_table *t, int found)
{
	if (found == 2)
		rw_report(t->diags, RW_LIMIT, RW_NOWHERE, "header", "4 MiB",
			  NULL);
	else
		rw_report(t->diags, RW_TABLE_EMPTY, RW_NOWHERE, t->name, NULL,
			  NULL);
	return -1;
}

int rw_csv_begin(struct rw_table *t)
{
	struct rw_row header;
	int found;

	if (t->delimiter == 0)
		t->delimiter = find_delimiter(t);
	t->parser = rw_calloc(1, sizeof(*t->parser));
	csv_init(t->parser, CSV_APPEND_NULL);
	csv_set_delim(t->parser, (unsigned char)t->delimiter);
	found = next(t);
	if (found < 0)
		return -1;
	if (found != 1)
		return refuse_header(t, found);
	header = rw_table_last(t);
	if (t->starts.count > RW_TABLE_COLUMNS) {
		rw_report(t->diags, RW_LIMIT, rw_table_pos(t, &header, -1),
			  "number of columns", "1,024", NULL);
		return -1;
	}
	for (size_t i = 0; i < t->starts.count; i++) {
		const char *name =
			t->cells.data + (uintptr_t)t->starts.items[i];

		if (!rw_table_add_column(t, name))
			rw_report(t->diags, RW_TABLE_COLUMN_TWICE,
				  rw_table_pos(t, &header, (int)i), name, NULL,
				  NULL);
	}
	return 0;
}

int rw_csv_row(struct rw_table *t, struct rw_row *row)
{
	int found = next(t);

	if (found == 2) {
		row->fault = RW_FAULT_LONG;
		t->starts.count = 0;
		return 1;
	}
	return found;
}

size_t rw_csv_offset(const struct rw_table *t, const struct rw_row *row,
		     size_t column)
{
	const char *p = row->raw;
	bool quoted = false;

	for (; *p != '\0' && column > 0; p++) {
		if (*p == '"')
			quoted = !quoted;
		else if (*p == t->delimiter && !quoted)
			column--;
	}
	p += strspn(p, t->delimiter == '\t' ? " " : " \t");
	return (size_t)(p - row->raw) + (*p == '"');
}
