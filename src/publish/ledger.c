/*
 * A line for each item, in byte order: posting, place, id, title, and a hash of
 * employer and places, with tabs between them; above them a line with their
 * number and a note.
 */
#include "publish/ledger.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/sorter.h"
#include "base/stream.h"

#define HEAD "rolewright-export-1\t"
#define FIELDS 5
/* Of items that are new or gone, so many are kept with their ids. */
#define MOST_NAMED 2000

struct rw_ledger {
	struct rw_arena *arena;
	struct rw_diags *diags;
	const char *path;
	FILE *old; /* NULL: none */
	char *line;
	size_t cap;
	size_t before;
	const char *note;
	struct rw_sorter *sorter;
	size_t count;
	struct rw_stream *new;
	struct rw_buf added, gone; /* struct change */
};

enum field {
	POSTING,
	PLACE,
	ITEM,
	TITLE,
	WHOSE, /* "" in ledgers of earlier versions */
};

/* A line in its parts. */
struct line {
	struct {
		const char *at;
		size_t len;
	} fields[FIELDS];
};

/* An item that is new or gone. */
struct change {
	uint64_t what;	  /* hash of title, and of employer and places */
	const char *item; /* its id; NULL beyond MOST_NAMED */
};

static void release(void *object)
{
	struct rw_ledger *ledger = object;

	if (ledger->old)
		fclose(ledger->old);
	free(ledger->line);
	rw_sorter_free(ledger->sorter);
	rw_stream_close(ledger->new);
	rw_buf_release(&ledger->added);
	rw_buf_release(&ledger->gone);
}

/* The next line of the old ledger without its end, or NULL. */
static char *read_line(struct rw_ledger *ledger)
{
	ssize_t len =
		ledger->old ? getline(&ledger->line, &ledger->cap, ledger->old)
			    : -1;

	if (len <= 0)
		return NULL;
	if (ledger->line[len - 1] == '\n')
		ledger->line[len - 1] = '\0';
	return ledger->line;
}

static void read_head(struct rw_ledger *ledger)
{
	const char *line = read_line(ledger), *tab;
	char *end;

	if (!line || strncmp(line, HEAD, strlen(HEAD)) != 0) {
		/* Not ours, or of another version: as if there were none. */
		if (ledger->old)
			fclose(ledger->old);
		ledger->old = NULL;
		return;
	}
	ledger->before = strtoul(line + strlen(HEAD), &end, 10);
	tab = *end == '\t' ? end + 1 : end;
	ledger->note = rw_arena_strdup(ledger->arena, tab);
}

struct rw_ledger *rw_ledger_open(struct rw_arena *arena, const char *path,
				 struct rw_diags *diags)
{
	struct rw_ledger *ledger = rw_arena_zalloc(arena, sizeof(*ledger));

	ledger->arena = arena;
	ledger->diags = diags;
	ledger->path = rw_arena_strdup(arena, path);
	ledger->note = "";
	ledger->sorter = rw_sorter_new();
	rw_buf_init(&ledger->added);
	rw_buf_init(&ledger->gone);
	ledger->old = fopen(path, "re");
	rw_arena_defer(arena, release, ledger);
	read_head(ledger);
	return ledger;
}

size_t rw_ledger_before(const struct rw_ledger *ledger)
{
	return ledger->before;
}

const char *rw_ledger_note(const struct rw_ledger *ledger)
{
	return ledger->note;
}

static int failed(struct rw_ledger *ledger, int error)
{
	rw_report(ledger->diags, RW_FILE_WRITE, RW_NOWHERE, ledger->path,
		  strerror(error), NULL);
	return -1;
}

static void put_field(struct rw_buf *out, const char *text)
{
	for (; *text; text++)
		rw_buf_putc(out, strchr("\t\n\r", *text) ? ' ' : *text);
}

int rw_ledger_add(struct rw_ledger *ledger, const struct rw_ledger_item *item)
{
	char whose[sizeof("0123456789abcdef")];
	const char *const fields[FIELDS] = { item->posting, item->place,
					     item->item, item->title, whose };
	struct rw_buf line = RW_BUF_INIT;
	int error;

	snprintf(whose, sizeof(whose), "%016" PRIx64, item->whose);
	for (size_t i = 0; i < FIELDS; i++) {
		if (i)
			rw_buf_putc(&line, '\t');
		put_field(&line, fields[i]);
	}
	error = rw_sorter_add(ledger->sorter, line.data);
	rw_buf_release(&line);
	ledger->count++;
	return error ? failed(ledger, error) : 0;
}

/* ----------------------------------------------------------------- merge */

static void split(struct line *line, const char *text)
{
	for (size_t i = 0; i < FIELDS; i++) {
		size_t len = strcspn(text, "\t");

		line->fields[i].at = text;
		line->fields[i].len = len;
		text += len + (text[len] == '\t');
	}
}

static bool is_same(const struct line *a, const struct line *b,
		    enum field field)
{
	return a->fields[field].len == b->fields[field].len &&
	       memcmp(a->fields[field].at, b->fields[field].at,
		      a->fields[field].len) == 0;
}

/* In any case of letters. */
static bool is_text(const struct line *line, enum field field, const char *text)
{
	size_t len = strlen(text);

	return line->fields[field].len == len &&
	       strncasecmp(line->fields[field].at, text, len) == 0;
}

/* A copy; 'arena' owns it. */
static char *text_of(struct rw_arena *arena, const struct line *line,
		     enum field field)
{
	return rw_arena_strndup(arena, line->fields[field].at,
				line->fields[field].len);
}

static uint64_t hash_of(const struct line *line, enum field field)
{
	return rw_hash(line->fields[field].at, line->fields[field].len);
}

/* Order of posting and place, the first two fields. */
static int compare(const char *a, const char *b)
{
	unsigned tabs = 0;

	while (*a == *b && *a && tabs < 2) {
		tabs += *a == '\t';
		a++, b++;
	}
	return tabs == 2 ? 0 : (*a > *b) - (*a < *b);
}

struct merge {
	struct rw_ledger *ledger;
	const char *board;
	struct rw_ledger_changes *changes;
};

static void name_item(struct merge *m, struct rw_vec *items,
		      const struct line *line)
{
	struct rw_arena *arena = m->ledger->arena;
	struct rw_ledger_name *name = rw_arena_alloc(arena, sizeof(*name));

	name->item = text_of(arena, line, ITEM);
	name->title = text_of(arena, line, TITLE);
	rw_vec_push(items, name);
}

static void note_change(struct merge *m, struct rw_buf *changes,
			struct rw_vec *items, const char *text)
{
	struct change change = { 0 };
	struct line line;

	split(&line, text);
	if (items->count < RW_LEDGER_NAMES)
		name_item(m, items, &line);
	if (!m->ledger->old || !line.fields[WHOSE].len)
		return;
	if (changes->len < MOST_NAMED * sizeof(change))
		change.item = text_of(m->ledger->arena, &line, ITEM);
	change.what = hash_of(&line, TITLE) * 31 + hash_of(&line, WHOSE);
	rw_buf_add(changes, &change, sizeof(change));
}

static void note_added(struct merge *m, const char *text)
{
	m->changes->added++;
	note_change(m, &m->ledger->added, &m->changes->added_items, text);
}

static void note_gone(struct merge *m, const char *text)
{
	m->changes->gone++;
	note_change(m, &m->ledger->gone, &m->changes->gone_items, text);
}

static void report_change(struct merge *m, enum rw_code code, const char *now,
			  const char *before)
{
	rw_report(m->ledger->diags, code, RW_NOWHERE, m->board, now, before);
}

static void compare_same(struct merge *m, const char *new, const char *old)
{
	struct rw_arena *arena = m->ledger->arena;
	struct line a, b;

	split(&a, new);
	split(&b, old);
	if (!is_same(&a, &b, ITEM)) {
		m->changes->renamed++;
		report_change(m, RW_ITEM_ID_CHANGED, text_of(arena, &a, ITEM),
			      text_of(arena, &b, ITEM));
	}
	if (!is_same(&a, &b, TITLE))
		report_change(m, RW_ITEM_TITLE_CHANGED,
			      text_of(arena, &a, ITEM),
			      text_of(arena, &b, TITLE));
}

static int order(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int what = (x->what > y->what) - (x->what < y->what);

	if (what != 0 || !x->item || !y->item)
		return what ? what : !x->item - !y->item;
	return strcmp(x->item, y->item);
}

static struct change *sorted(struct rw_buf *changes, size_t *count)
{
	struct change *all = (struct change *)(void *)changes->data;

	*count = changes->len / sizeof(*all);
	if (*count)
		qsort(all, *count, sizeof(*all), order);
	return all;
}

/* One that is new and one that is gone may be the same under another id. */
static void find_renamed(struct merge *m)
{
	size_t new_count, old_count, i = 0, k = 0;
	const struct change *new = sorted(&m->ledger->added, &new_count);
	const struct change *old = sorted(&m->ledger->gone, &old_count);

	while (i < new_count && k < old_count) {
		if (new[i].what != old[k].what) {
			if (new[i].what < old[k].what)
				i++;
			else
				k++;
			continue;
		}
		m->changes->renamed++;
		if (new[i].item && old[k].item)
			report_change(m, RW_ITEM_ID_CHANGED, new[i].item,
				      old[k].item);
		i++, k++;
	}
}

static int put_line(struct rw_ledger *ledger, const char *line)
{
	rw_stream_write(ledger->new, line, strlen(line));
	return rw_stream_write(ledger->new, "\n", 1);
}

static int merge_lines(struct merge *m)
{
	struct rw_ledger *ledger = m->ledger;
	const char *old = read_line(ledger);
	const char *new = rw_sorter_next(ledger->sorter);
	int error = 0;

	while (!error && (old || new)) {
		int order = !old ? -1 : !new ? 1 : compare(new, old);

		if (order < 0)
			note_added(m, new);
		else if (order > 0)
			note_gone(m, old);
		else
			compare_same(m, new, old);
		if (order <= 0) {
			error = put_line(ledger, new);
			new = rw_sorter_next(ledger->sorter);
		}
		if (order >= 0)
			old = read_line(ledger);
	}
	return error;
}

int rw_ledger_merge(struct rw_ledger *ledger, const char *board,
		    const char *note, struct rw_ledger_changes *changes)
{
	struct merge m = { ledger, board, changes };
	int error;

	error = rw_sorter_begin(ledger->sorter);
	if (!error)
		ledger->new = rw_stream_open(ledger->path, false, &error);
	if (!error)
		error = put_line(ledger,
				 rw_arena_printf(ledger->arena, HEAD "%zu\t%s",
						 ledger->count, note));
	if (!error)
		error = merge_lines(&m);
	if (!error)
		error = rw_stream_finish(ledger->new);
	if (error)
		return failed(ledger, error);
	find_renamed(&m);
	return 0;
}

int rw_ledger_commit(struct rw_ledger *ledger)
{
	int error = rw_stream_commit(ledger->new, ledger->path);

	return error ? failed(ledger, error) : 0;
}

/* ------------------------------------------------------------ look inside */

/* A ledger that is only read, line by line. */
struct reading {
	FILE *file; /* NULL: there is none */
	char *text;
	size_t cap;
	struct line line;
};

static struct reading begin_reading(const char *path)
{
	return (struct reading){ .file = fopen(path, "re") };
}

/* The next item; false at the end, where all is released. */
static bool read_item(struct reading *r)
{
	ssize_t len = 0;

	while (r->file && (len = getline(&r->text, &r->cap, r->file)) > 0) {
		if (r->text[len - 1] == '\n')
			r->text[len - 1] = '\0';
		if (strncmp(r->text, HEAD, strlen(HEAD)) == 0)
			continue;
		split(&r->line, r->text);
		return true;
	}
	free(r->text);
	if (r->file)
		fclose(r->file);
	return false;
}

size_t rw_ledger_count(const char *path, const char *id)
{
	struct reading r = begin_reading(path);
	size_t count = 0;

	while (read_item(&r))
		count += is_text(&r.line, POSTING, id);
	return count;
}

size_t rw_ledger_having(struct rw_arena *arena, const char *path,
			const struct rw_map *ids, struct rw_vec *found)
{
	struct reading r = { 0 };
	struct rw_buf id = RW_BUF_INIT;
	size_t count = 0;

	if (rw_map_count(ids) == 0)
		return 0;
	r = begin_reading(path);
	while (read_item(&r)) {
		const char *last = found && found->count
					   ? found->items[found->count - 1]
					   : "";

		rw_buf_clear(&id);
		rw_buf_add(&id, r.line.fields[POSTING].at,
			   r.line.fields[POSTING].len);
		if (rw_map_get(ids, id.data) == NULL)
			continue;
		count++;
		if (found && strcmp(last, id.data) != 0)
			rw_vec_push(found, rw_arena_strdup(arena, id.data));
	}
	rw_buf_release(&id);
	return count;
}

const char *rw_ledger_find(struct rw_arena *arena, const char *path,
			   const char *name, bool *item)
{
	struct reading r = begin_reading(path);
	const char *found = NULL;

	while (read_item(&r)) {
		bool posting = is_text(&r.line, POSTING, name);

		/* A posting of that name goes before an item. */
		if (!posting && (found || !is_text(&r.line, ITEM, name)))
			continue;
		if (!found || *item)
			found = text_of(arena, &r.line, POSTING);
		*item = !posting;
	}
	return found;
}

void rw_ledger_ids(struct rw_arena *arena, const char *path, size_t most,
		   struct rw_vec *ids)
{
	struct reading r = begin_reading(path);
	size_t count = 0;

	while (read_item(&r))
		if (count++ < most)
			rw_vec_push(ids, text_of(arena, &r.line, POSTING));
}
