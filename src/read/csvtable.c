/*
 * CSV through libcsv, fed line by line: a row ends with a line, and the lines
 * of a row are kept while it is the last one, to tell where a cell stands.
 */
#include <csv.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "read/datatable_kinds.h"

/* Cells of a first line that is no header, which is at most so far below. */
#define MOST_TITLES 1
#define MOST_ABOVE 20
/* Cells of a header; in each at most so many bytes. */
#define FEWEST_HEADINGS 5
#define HEADING_BYTES 40

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

/* The candidate that stands most often in the line, outside quotes. */
static char find_delimiter(const char *line)
{
	static const char candidates[] = ",;\t|";
	size_t counts[sizeof(candidates)] = { 0 }, best = 0;
	bool quoted = false;
	const char *p = line;

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

/* The delimiter that a first line "sep=;" of Excel tells, or 0. */
static char told_delimiter(const char *text)
{
	bool quoted = *text == '"';

	text += quoted;
	if (strncasecmp(text, "sep=", 4) != 0 || text[4] == '\0' ||
	    strchr("\r\n\"", text[4]) != NULL || (quoted && text[5] != '"') ||
	    text[5 + quoted] == '\0' ||
	    strchr("\r\n", text[5 + quoted]) == NULL)
		return 0;
	return text[4];
}

/* Passes that line over. -1 after an error. */
static int take_delimiter(struct rw_table *t)
{
	char told = told_delimiter(t->text.data + t->at);

	if (told != 0) {
		rw_table_clear_row(t);
		if (rw_table_take_line(t) < 0)
			return -1;
		if (t->delimiter == 0)
			t->delimiter = told;
	}
	if (t->delimiter == 0)
		t->delimiter = find_delimiter(t->text.data + t->at);
	return 0;
}

/* Spreadsheets write rows that were cleared, and those below the last one. */
static bool is_blank_row(const struct rw_table *t)
{
	for (size_t i = 0; i < t->cells.len; i++)
		if (strchr(" \t", t->cells.data[i]) == NULL)
			return false;
	return true;
}

static bool ends_row(struct rw_table *t)
{
	if (t->row_done && is_blank_row(t)) {
		rw_table_clear_row(t);
		t->row_done = false;
	}
	return t->row_done;
}

/* Reads lines until a row is complete: as rw_table_next, 2 if it is cut. */
static int read_row(struct rw_table *t)
{
	bool cut = false;

	rw_table_clear_row(t);
	t->row_done = false;
	while (!ends_row(t)) {
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
		return ends_row(t) ? 1 : 0;
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

/* ---------------------------------------------------- lines above it */

/* A cell that may be a heading: short words, without figures. */
static bool is_heading(const char *cell, size_t len)
{
	while (len > 0 && strchr(" \"", *cell) != NULL)
		cell++, len--;
	if (len == 0 || len > HEADING_BYTES ||
	    !(isalpha((unsigned char)*cell) || (unsigned char)*cell >= 0x80))
		return false;
	for (size_t i = 0; i < len; i++)
		if (strchr("0123456789@:.", cell[i]) != NULL)
			return false;
	return true;
}

/* How many headings stand in the line; 0 if a cell is none, or empty. */
static size_t count_headings(const char *line)
{
	char delimiter[] = { find_delimiter(line), '\r', '\n', '\0' };
	size_t count = 0;

	for (;;) {
		size_t len = strcspn(line, delimiter);

		if (!is_heading(line, len))
			return 0;
		count++;
		line += len;
		if (*line != delimiter[0])
			return count;
		line++;
	}
}

/*
 * Programs write titles above the header: next to nothing there, and a line of
 * headings soon below. *line is that of the header; false if it is not sure.
 */
static bool has_titles(const struct rw_table *t, size_t *line)
{
	const char *at = t->text.data + t->at;
	size_t named = 0;

	for (size_t i = 0; i < t->starts.count; i++)
		named += t->cells.data[(uintptr_t)t->starts.items[i]] != '\0';
	if (named > MOST_TITLES)
		return false;
	for (size_t i = 0; i < MOST_ABOVE && *at != '\0'; i++) {
		*line = t->line + i;
		if (count_headings(at) >= FEWEST_HEADINGS)
			return true;
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	return false;
}

static int refuse_titles(const struct rw_table *t, const struct rw_row *header)
{
	size_t line;
	char text[24];

	if (!has_titles(t, &line))
		return 0;
	snprintf(text, sizeof(text), "%zu", line);
	rw_report(t->diags, RW_TABLE_TITLES, rw_table_pos(t, header, -1), text,
		  NULL, NULL);
	return -1;
}

int rw_csv_begin(struct rw_table *t)
{
	struct rw_row header;
	int found;

	if (take_delimiter(t) != 0)
		return -1;
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
	if (refuse_titles(t, &header) != 0)
		return -1;
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
