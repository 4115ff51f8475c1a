/*
 * The way of a row: filter, posting, id, findings, rejected.csv.
 */
#include "publish/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/seen.h"
#include "base/stream.h"
#include "read/guess.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* The row that is being rejected, and by whom. */
struct rejection {
	size_t number; /* of the row; 0: none */
	struct rw_buf cells;
	struct rw_buf codes, boards, columns, reasons, fixes;
};

struct rw_intake {
	struct rw_arena *arena;
	struct rw_diags *diags;
	const struct rw_intake_options *options;
	struct rw_table *table;
	struct rw_table_map *map;
	struct rw_row_reader **readers; /* one for each thread */
	struct rw_seen *seen;
	struct rw_intake_counts counts;
	size_t found[RW_CODES];
	struct rejection rejection;
	struct rw_stream *stream;
	int error; /* errno of the file of rejected rows */
};

const struct rw_intake_counts *rw_intake_counts(const struct rw_intake *in)
{
	return &in->counts;
}

static void release(void *object)
{
	struct rw_intake *in = object;

	rw_seen_free(in->seen);
	rw_stream_close(in->stream);
	rw_buf_release(&in->rejection.cells);
	rw_buf_release(&in->rejection.codes);
	rw_buf_release(&in->rejection.boards);
	rw_buf_release(&in->rejection.columns);
	rw_buf_release(&in->rejection.reasons);
	rw_buf_release(&in->rejection.fixes);
}

static void init_rejection(struct rejection *r)
{
	rw_buf_init(&r->cells);
	rw_buf_init(&r->codes);
	rw_buf_init(&r->boards);
	rw_buf_init(&r->columns);
	rw_buf_init(&r->reasons);
	rw_buf_init(&r->fixes);
}

/* The map that was given, or one that is guessed. */
static int lay_map(struct rw_intake *in)
{
	const struct rw_node *root = in->options->map;
	struct rw_buf said = RW_BUF_INIT;

	if (root == NULL) {
		root = rw_guess_map(in->arena, in->table, &said);
		rw_report(in->diags, RW_MAP_GUESSED, RW_NOWHERE, said.data,
			  NULL, NULL);
		rw_buf_release(&said);
	}
	in->map = rw_table_map_new(in->arena, root, in->table, in->diags);
	return in->map ? 0 : -1;
}

struct rw_intake *rw_intake_open(struct rw_arena *arena,
				 struct rw_workspace *ws,
				 const struct rw_intake_options *options,
				 struct rw_diags *diags)
{
	struct rw_intake *in = rw_arena_zalloc(arena, sizeof(*in));
	struct rw_table_options table = options->table;

	in->arena = arena;
	in->diags = diags;
	in->options = options;
	in->seen = rw_seen_new();
	init_rejection(&in->rejection);
	rw_arena_defer(arena, release, in);
	if (options->map != NULL)
		rw_table_map_options(options->map, &table);
	in->table = rw_table_open(arena, &table, diags);
	if (in->table == NULL || lay_map(in) != 0)
		return NULL;
	in->readers =
		rw_arena_zalloc(arena, options->threads * sizeof(*in->readers));
	for (unsigned i = 0; i < options->threads; i++)
		in->readers[i] =
			rw_row_reader_new(arena, ws, in->map, in->table, diags);
	return in;
}

/* --------------------------------------------------------------- reading */

/* Two postings of one id would replace each other. */
static void check_id(struct rw_intake *in, struct rw_intake_row *row,
		     struct rw_diags *found)
{
	const char *id = row->posting.id;
	uint32_t line;
	char text[24];
	struct rw_buf out = RW_BUF_INIT;

	if (id[0] == '\0')
		return;
	line = rw_seen_add(in->seen, id, strlen(id), (uint32_t)row->row.line);
	if (line == 0)
		return;
	rw_buf_printf(&out, "%u", (unsigned)line);
	memcpy(text, out.data, out.len + 1);
	rw_buf_release(&out);
	rw_report(found, RW_ROW_ID_TWICE, rw_row_reader_id(row->reader), id,
		  text, NULL);
	row->broken = true;
}

int rw_intake_next(struct rw_intake *in, struct rw_arena *arena,
		   struct rw_intake_row *out)
{
	struct rw_row row;
	int next;

	for (;;) {
		next = rw_table_next(in->table, &row);
		if (next != 1)
			return next;
		in->counts.rows++;
		if (row.fault != RW_FAULT_NONE ||
		    rw_table_map_wants(in->map, &row))
			break;
		in->counts.filtered++;
	}
	*out = (struct rw_intake_row){ .row = rw_row_copy(arena, &row) };
	return 1;
}

static void make_entry(const struct rw_intake *in, struct rw_intake_row *out)
{
	out->entry = (struct rw_entry){ .kind = RW_KIND_POSTING,
					.id = out->posting.id,
					.lang = "",
					.layer = RW_LAYER_WORKSPACE,
					.path = rw_table_name(in->table),
					.name = rw_table_name(in->table) };
}

void rw_intake_read(struct rw_intake *in, unsigned thread,
		    struct rw_arena *arena, struct rw_intake_row *out,
		    struct rw_diags *found)
{
	out->reader = in->readers[thread];
	out->broken = rw_row_posting(in->readers[thread], &out->row, arena,
				     found, &out->posting) != 0;
	make_entry(in, out);
}

int rw_intake_values(struct rw_intake *in, unsigned thread,
		     struct rw_arena *arena, struct rw_intake_row *out,
		     struct rw_row_values *values)
{
	if (rw_row_values(in->readers[thread], &out->row, arena, values) != 0)
		return -1;
	out->reader = in->readers[thread];
	out->posting = (struct rw_row_posting){
		.root = values->root,
		.id = values->values[RW_ROW_ID],
		.page = values->page,
	};
	make_entry(in, out);
	return 0;
}

/* -------------------------------------------------------------- rejected */

#define BETWEEN "; "

/* Whether 'word' is one of those in 'list', not a part of one. */
static bool holds(const char *list, const char *word)
{
	size_t len = strlen(word), between = strlen(BETWEEN);
	const char *next = list;

	while (next != NULL) {
		if (strncmp(next, word, len) == 0 &&
		    (next[len] == '\0' ||
		     strncmp(next + len, BETWEEN, between) == 0))
			return true;
		next = strstr(next, BETWEEN);
		next = next ? next + between : NULL;
	}
	return false;
}

/* True if it was not there yet. */
static bool add_word(struct rw_buf *out, const char *word)
{
	if (word[0] == '\0' || holds(out->data, word))
		return false;
	rw_buf_printf(out, "%s%s", out->len ? BETWEEN : "", word);
	return true;
}

static void write_stream(struct rw_intake *in, const struct rw_buf *text)
{
	if (in->error == 0 && in->stream == NULL)
		in->stream = rw_stream_open(in->options->rejected, false,
					    &in->error);
	if (in->error == 0)
		in->error = rw_stream_write(in->stream, text->data, text->len);
}

static char delimiter(const struct rw_intake *in)
{
	return rw_table_delimiter(in->table);
}

static void write_header(struct rw_intake *in)
{
	static const char own[] = "rw_code%crw_board%crw_column%crw_reason%c"
				  "rw_fix\n";
	struct rw_buf line = RW_BUF_INIT;
	size_t count;
	const char *const *names = rw_table_columns(in->table, &count);
	const char d = delimiter(in);

	/* Whose spreadsheet does not write UTF-8 does not expect it, either. */
	if (strcmp(rw_table_encoding(in->table), "UTF-8") != 0)
		rw_buf_puts(&line, BYTE_ORDER_MARK);
	for (size_t i = 0; i < count; i++) {
		if (rw_table_map_is_own(names[i]))
			continue;
		rw_csv_cell(&line, names[i], d);
		rw_buf_putc(&line, d);
	}
	rw_buf_printf(&line, own, d, d, d, d);
	write_stream(in, &line);
	rw_buf_release(&line);
}

/*
 * The cells in the order of the columns. What a row has too much stands in its
 * last cell, what it lacks is empty.
 */
static void copy_cells(struct rw_intake *in, const struct rw_row *row)
{
	struct rw_buf *out = &in->rejection.cells;
	struct rw_buf last = RW_BUF_INIT;
	size_t count;
	const char *const *names = rw_table_columns(in->table, &count);
	const char d = delimiter(in);

	for (size_t i = 0; i < count; i++) {
		if (rw_table_map_is_own(names[i]))
			continue;
		rw_buf_clear(&last);
		rw_buf_puts(&last, i < row->count ? row->cells[i] : "");
		for (size_t k = count; i + 1 == count && k < row->count; k++)
			rw_buf_printf(&last, "%c%s", d, row->cells[k]);
		rw_csv_cell(out, last.data, d);
		rw_buf_putc(out, d);
	}
	rw_buf_release(&last);
}

static void flush_rejection(struct rw_intake *in)
{
	struct rejection *r = &in->rejection;
	struct rw_buf *const parts[] = { &r->codes, &r->boards, &r->columns,
					 &r->reasons, &r->fixes };

	if (r->number == 0 || in->options->rejected == NULL)
		return;
	if (in->counts.rejected == 1)
		write_header(in);
	for (size_t i = 0; i < 5; i++) {
		rw_csv_cell(&r->cells, parts[i]->data, delimiter(in));
		rw_buf_putc(&r->cells, i < 4 ? delimiter(in) : '\n');
		rw_buf_clear(parts[i]);
	}
	write_stream(in, &r->cells);
	rw_buf_clear(&r->cells);
	r->number = 0;
}

static void begin_rejection(struct rw_intake *in,
			    const struct rw_intake_row *row)
{
	if (in->rejection.number == row->row.number)
		return;
	flush_rejection(in);
	in->counts.rejected++;
	in->rejection.number = row->row.number;
	copy_cells(in, &row->row);
}

/* -------------------------------------------------------------- settling */

struct settling {
	struct rw_intake *in;
	const struct rw_intake_row *row;
	const char *board;
	struct rw_diags *placed;
};

/* A reason with the way to mend it, so that both lists are of one length. */
static void note_reason(const struct settling *s, const struct rw_found *found,
			int column)
{
	struct rejection *r = &s->in->rejection;
	const char *path = rw_sources_path(rw_diags_sources(s->in->diags),
					   found->pos.file);
	struct rw_buf reason = RW_BUF_INIT;

	/* It is not the row that is wrong. */
	if (column == -2 && path)
		rw_buf_printf(&reason, "%s: ", path);
	rw_buf_puts(&reason, found->message);
	if (add_word(&r->reasons, reason.data))
		rw_buf_printf(&r->fixes, "%s%s", r->fixes.len ? BETWEEN : "",
			      found->hint[0] ? found->hint : "-");
	rw_buf_release(&reason);
}

static void note_rejection(struct settling *s, const struct rw_found *found,
			   int column)
{
	struct rejection *r = &s->in->rejection;
	size_t count;
	const char *const *names = rw_table_columns(s->in->table, &count);

	begin_rejection(s->in, s->row);
	add_word(&r->codes, rw_code_id(found->code));
	add_word(&r->boards, s->board);
	if (column >= 0)
		add_word(&r->columns, names[column]);
	note_reason(s, found, column);
}

/* Errors are looked up more often than the rest. */
static bool is_placed(const struct rw_intake *in, const struct rw_found *found)
{
	size_t most = in->options->most;

	if (found->severity == RW_ERROR)
		most *= 5;
	return most == 0 || in->found[found->code] <= most;
}

/* How to mend in a table what is mended otherwise in a document. */
static const char *hint_for_rows(const struct rw_found *found)
{
#define BY_MAP "; a constant of the map fills it in all rows"
	static const struct {
		enum rw_code code;
		const char *hint;
	} hints[] = {
		{ RW_REGION_MISSING, "fill 'region' with the letters of the "
				     "state or province" },
		{ RW_WORKPLACE_NONE, "fill 'workplace' with on-site, hybrid or "
				     "remote" BY_MAP },
		{ RW_REMOTE_FROM, "fill 'remote-from' with the letters of a "
				  "country" BY_MAP },
		{ RW_REMOTE_NOWHERE, "fill 'remote-from' with the letters of a "
				     "country" BY_MAP },
		{ RW_APPLY_NONE, "fill 'apply-url' or 'apply-email'" BY_MAP },
		{ RW_PLACE_NONE, "fill 'city' or 'location'" },
		{ RW_PAY_HALF, "fill 'pay-min' and 'pay-max'" },
		{ RW_PAY_PARTIAL, "fill 'currency' and 'period'" BY_MAP },
		{ RW_PAY_INCOMPLETE, "fill 'currency' and 'period'" BY_MAP },
		{ RW_CLOSES_NONE, "fill 'closes', or 'ongoing' with yes" },
		{ RW_POSTING_EXPIRED, "write a later day into 'closes', or "
				      "filter the row out by the map" },
		{ RW_COUNTRY_UNSERVED, "leave the board out of 'boards' of the "
				       "row" },
	};
#undef BY_MAP
	size_t i = 0, count = sizeof(hints) / sizeof(hints[0]);

	while (i < count && hints[i].code != found->code)
		i++;
	return i < count ? hints[i].hint : found->hint;
}

static void settle(void *context, const struct rw_found *found)
{
	struct settling *s = context;
	struct rw_intake *in = s->in;
	int column = rw_row_reader_column(s->row->reader, found->pos);
	struct rw_found moved = *found;

	moved.hint = hint_for_rows(found);
	in->found[found->code]++;
	if (found->severity == RW_ERROR)
		note_rejection(s, &moved, column);
	/* Which row asks for words first is chance, where several are made. */
	if (found->code == RW_LANGUAGE_WORDS) {
		rw_diags_add(in->diags, found);
		return;
	}
	if (column >= -1 && is_placed(in, found))
		moved.pos = rw_table_pos(in->table, &s->row->row, column);
	else if (column >= -1)
		moved.pos.offset = RW_POS_FILE_ONLY;
	rw_diags_add(s->placed, &moved);
}

void rw_intake_settle(struct rw_intake *in, struct rw_intake_row *row,
		      const char *board, struct rw_diags *found)
{
	struct settling s = { in, row, board, NULL };

	if (board[0] == '\0')
		check_id(in, row, found);
	if (rw_diags_count(found, RW_NOTE) == 0)
		return;
	s.placed = rw_diags_new(rw_diags_sources(found));
	rw_diags_each(found, settle, &s);
	rw_diags_drop_below(found, RW_SEVERITIES);
	rw_diags_merge(found, s.placed);
	rw_diags_free(s.placed);
}

void rw_intake_leave_out(struct rw_intake *in, const struct rw_intake_row *row)
{
	if (in->rejection.number != row->row.number)
		in->counts.left_out++;
}

/* An old file of rejected rows speaks of another run. */
static bool is_stale(const struct rw_intake *in)
{
	const char *path = in->options->rejected;

	return rw_file_exists(path) && !rw_file_is_folder(path);
}

/* The file of the last run may have been mended since. */
static void keep_earlier(struct rw_arena *arena, const char *path)
{
	if (rw_file_exists(path) && !rw_file_is_folder(path))
		rename(path, rw_arena_printf(arena, "%s~", path));
}

int rw_intake_finish(struct rw_intake *in)
{
	const char *path = in->options->rejected;

	if (path == NULL)
		return 0;
	flush_rejection(in);
	if (in->counts.rejected == 0 && in->error == 0 && is_stale(in))
		write_header(in);
	if (in->error == 0 && in->stream != NULL)
		in->error = rw_stream_finish(in->stream);
	if (in->error == 0 && in->stream != NULL) {
		keep_earlier(in->arena, path);
		in->error = rw_stream_commit(in->stream, path);
	}
	if (in->error == 0)
		return 0;
	rw_report(in->diags, RW_FILE_WRITE, RW_NOWHERE, path,
		  strerror(in->error), NULL);
	return -1;
}

/* --------------------------------------------------------------- summary */

/* A message without what differs from row to row. */
static void add_general(struct rw_buf *out, const char *message)
{
	for (; *message != '\0'; message++) {
		if (strncmp(message, "'%", 2) == 0) {
			rw_buf_puts(out, "…");
			message += strcspn(message + 1, "'") + 1;
		} else if (*message == '%') {
			rw_buf_puts(out, "…");
			message++;
		} else {
			rw_buf_putc(out, *message);
		}
	}
}

void rw_intake_sum_up(const struct rw_intake *in, struct rw_buf *out)
{
	bool done[RW_CODES] = { false };

	for (;;) {
		int best = -1;

		for (int i = 0; i < RW_CODES; i++)
			if (in->found[i] > 0 && !done[i] &&
			    (best < 0 || in->found[i] > in->found[best]))
				best = i;
		if (best < 0)
			return;
		done[best] = true;
		rw_buf_printf(out, "%8zu  %s  ", in->found[best],
			      rw_code_id((enum rw_code)best));
		add_general(out, rw_code_message((enum rw_code)best));
		rw_buf_putc(out, '\n');
	}
}
