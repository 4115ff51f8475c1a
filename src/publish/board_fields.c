/*
 * Select, map, format, measure: the values of a board's fields.
 */
#include "publish/board_fields.h"

#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/memory.h"
#include "base/slot.h"
#include "base/utf8.h"
#include "model/prose.h"
#include "write/markup.h"
#include "write/profile.h"

/* A field that is being filled. */
struct filling {
	struct rw_item *item;
	struct rw_select *select;
	const struct rw_board_field *field;
	size_t count; /* values so far */
	bool marked;  /* one of them holds a mark */
	bool unfit;   /* one could not be written, which was reported */
	bool unknown; /* one has no counterpart at the board */
};

static struct rw_pos pos_or(struct rw_pos pos, struct rw_pos other)
{
	return pos.file ? pos : other;
}

static struct rw_pos pos_of(const struct rw_item *item,
			    const struct rw_selected *selected)
{
	return pos_or(rw_selected_pos(selected, rw_diags_sources(item->diags)),
		      item->pos);
}

/* --------------------------------------------------------------- formats */

static const char *const days[] = { "Sun", "Mon", "Tue", "Wed",
				    "Thu", "Fri", "Sat" };
static const char *const months[] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};

/* 1 January 1970 was a Thursday. */
static const char *weekday(int32_t day)
{
	return days[((day + 4) % 7 + 7) % 7];
}

/* "YYYY-MM-DD" as the board writes days; NULL if it is none. */
static const char *write_day(struct rw_arena *arena, const char *iso,
			     enum rw_field_format format)
{
	int32_t day = rw_date_parse(iso);
	const char *y = iso, *m = iso + 5, *d = iso + 8;

	if (day == RW_DATE_NONE)
		return NULL;
	switch (format) {
	case RW_FIELD_DATE_TIME:
		return rw_arena_printf(arena, "%sT00:00:00Z", iso);
	case RW_FIELD_END_OF_DAY:
		return rw_arena_printf(arena, "%sT23:59:59Z", iso);
	case RW_FIELD_RFC822:
		return rw_arena_printf(
			arena, "%s, %.2s %s %.4s 00:00:00 GMT", weekday(day), d,
			months[(m[0] - '0') * 10 + m[1] - '1'], y);
	case RW_FIELD_DMY_DOTS:
		return rw_arena_printf(arena, "%.2s.%.2s.%.4s", d, m, y);
	case RW_FIELD_DMY:
		return rw_arena_printf(arena, "%.2s/%.2s/%.4s", d, m, y);
	case RW_FIELD_MDY:
		return rw_arena_printf(arena, "%.2s/%.2s/%.4s", m, d, y);
	default:
		return iso;
	}
}

static const char *write_number(struct rw_arena *arena, const char *text,
				bool whole)
{
	char number[24];
	rw_decimal value;

	if (!rw_decimal_parse(text, &value) ||
	    (whole && value % RW_DECIMAL_SCALE != 0))
		return NULL;
	rw_decimal_format(value, number);
	return rw_arena_strdup(arena, number);
}

/* "12.6" as "12.60". */
static const char *write_money(struct rw_arena *arena, const char *text)
{
	const char *number = write_number(arena, text, false);
	const char *point = number ? strchr(number, '.') : NULL;

	return point && strlen(point) == 2
		       ? rw_arena_printf(arena, "%s0", number)
		       : number;
}

/* How many days the posting is out, if the last one is 'iso'. */
static const char *write_days(struct rw_arena *arena,
			      const struct rw_node *root, const char *iso)
{
	const char *posted = rw_node_attr(root, "posted");
	int32_t first = rw_date_parse(posted ? posted : "");
	int32_t last = rw_date_parse(iso);

	if (first == RW_DATE_NONE || last == RW_DATE_NONE || last < first)
		return NULL;
	return rw_arena_printf(arena, "%ld", (long)last - first + 1);
}

/* Appends the query 'from' without what it says of where visitors come from. */
static void add_parameters(struct rw_buf *out, const char *from, size_t len)
{
	static const char source[] = "utm_source=";
	const char *end = from + len;

	while (from < end) {
		size_t size = strcspn(from, "&#");

		if (size && strncmp(from, source, strlen(source)) != 0) {
			rw_buf_add(out, from, size);
			rw_buf_putc(out, '&');
		}
		from += size + 1;
	}
}

/*
 * "https://a.example/?", "https://a.example/?id=1&": up to the part that only
 * browsers read, see RW_FIELD_FRAGMENT.
 */
static const char *write_query(struct rw_arena *arena, const char *address)
{
	size_t len = strcspn(address, "#");
	size_t page = strcspn(address, "?#");
	struct rw_buf text = RW_BUF_INIT;
	const char *copy;

	rw_buf_add(&text, address, page);
	rw_buf_putc(&text, '?');
	if (page < len)
		add_parameters(&text, address + page + 1, len - page - 1);
	copy = rw_arena_strndup(arena, text.data, text.len);
	rw_buf_release(&text);
	return copy;
}

const char *rw_field_format_text(struct rw_arena *arena,
				 const struct rw_node *root, const char *text,
				 enum rw_field_format format)
{
	switch (format) {
	case RW_FIELD_TEXT:
		return text;
	case RW_FIELD_DAYS:
		return write_days(arena, root, text);
	case RW_FIELD_FRAGMENT:
		return text + strcspn(text, "#");
	case RW_FIELD_QUERY:
		return write_query(arena, text);
	case RW_FIELD_INTEGER:
		return write_number(arena, text, true);
	case RW_FIELD_DECIMAL:
		return write_number(arena, text, false);
	case RW_FIELD_MONEY:
		return write_money(arena, text);
	default:
		return write_day(arena, text, format);
	}
}

/* ----------------------------------------------------------------- marks */

/* The mark 'text' in another format; NULL if there is more than a mark. */
static const char *marked(const struct rw_item *item, const char *text,
			  enum rw_field_format format)
{
	size_t slot = 0;

	if (format == RW_FIELD_TEXT)
		return text;
	/* The id of an item comes too late to be written in another format. */
	while (slot < RW_MARK_ITEM &&
	       strcmp(text, rw_mark(item->arena, item->marks, slot,
				    RW_FIELD_TEXT)) != 0)
		slot++;
	if (slot == RW_MARK_ITEM) {
		rw_marks_spoil(item->marks);
		return NULL;
	}
	rw_vec_push(&item->marks->given,
		    (void *)(uintptr_t)(slot * RW_FIELD_FORMATS + format));
	return rw_mark(item->arena, item->marks, slot, format);
}

static bool is_marked(const struct rw_item *item, const char *text)
{
	return item->marks && rw_slot_in(text);
}

/* Its length is known when its values are. */
static void note_length(const struct rw_item *item,
			const struct rw_board_field *field, const char *text)
{
	struct rw_marked_length *length =
		rw_arena_zalloc(item->arena, sizeof(*length));

	*length = (struct rw_marked_length){ field, text, item->marks->board };
	rw_vec_push(&item->marks->lengths, length);
}

/* 'text' in the format of a field; NULL if it cannot be. */
static const char *formatted(const struct rw_item *item, const char *text,
			     enum rw_field_format format)
{
	if (is_marked(item, text))
		return marked(item, text, format);
	return rw_field_format_text(item->arena, item->root, text, format);
}

/* --------------------------------------------------------------- lengths */

/* Ids are made of a table's, with a place behind each. */
static const char *length_hint(const struct rw_item *item, enum rw_code code,
			       const char *name)
{
	const struct rw_board *board = item->board;
	const char *from;
	size_t i = 0;

	while (i < board->field_count &&
	       strcmp(board->fields[i].name, name) != 0)
		i++;
	from = i < board->field_count ? board->fields[i].expression : NULL;
	if (code != RW_BOARD_FIELD_LONG || !from ||
	    strcmp(from, "rw:board/@item") != 0)
		return NULL;
	return "give the posting a shorter id; of a table: make 'row-id' of "
	       "the map another column, such as a number of the requisition";
}

/* "84 characters, at most 60" */
static void report_length(const struct rw_item *item, enum rw_code code,
			  struct rw_pos pos, const char *name,
			  const size_t lengths[2])
{
	struct rw_buf text = RW_BUF_INIT;

	rw_buf_printf(&text, "%zu character%s, at %s %zu", lengths[0],
		      lengths[0] == 1 ? "" : "s",
		      code == RW_BOARD_FIELD_LONG ? "most" : "least",
		      lengths[1]);
	rw_report_hint(
		item->diags, code, pos, length_hint(item, code, name),
		(const char *const[]){ item->board->name, name, text.data });
	rw_buf_release(&text);
}

static void check_length(const struct rw_item *item,
			 const struct rw_board_field *field, const char *text,
			 struct rw_pos pos)
{
	size_t length;

	if (!field->most && !field->least)
		return;
	if (is_marked(item, text)) {
		note_length(item, field, text);
		return;
	}
	length = rw_utf8_length(text, strlen(text));
	if (field->most && length > field->most)
		report_length(item, RW_BOARD_FIELD_LONG, pos, field->name,
			      (size_t[]){ length, field->most });
	if (length < field->least)
		report_length(item, RW_BOARD_FIELD_SHORT, pos, field->name,
			      (size_t[]){ length, field->least });
}

static void report_missing(const struct rw_item *item,
			   const struct rw_board_field *field)
{
	rw_report(item->diags, RW_BOARD_FIELD_MISSING, item->pos,
		  item->board->name, field->name, field->ask);
}

/* ---------------------------------------------------------------- values */

static bool has_value(const struct filling *f, const char *text)
{
	const struct rw_node *n = rw_node_child(f->item->own, "field");

	for (; n; n = rw_node_next_element(n, "field")) {
		const struct rw_node *value = rw_node_first(n);

		if (strcmp(rw_node_attr(n, "name"), f->field->name) == 0 &&
		    value && strcmp(rw_node_content(value), text) == 0)
			return true;
	}
	return false;
}

/* Adds one value as the board writes it; one that is there is no second. */
static void add_value(struct filling *f, const char *text,
		      const struct rw_selected *from)
{
	struct rw_item *item = f->item;
	const char *value = formatted(item, text, f->field->format);
	struct rw_pos pos = pos_of(item, from);
	struct rw_node *node;

	if (!value) {
		rw_report(
			item->diags,
			f->field->required ? RW_BOARD_FIELD_FORMAT
					   : RW_BOARD_FIELD_UNFIT,
			pos, item->board->name, text,
			rw_arena_printf(item->arena, "%s for '%s'",
					rw_field_format_name(f->field->format),
					f->field->name));
		f->unfit = true;
		return;
	}
	if (!*value || has_value(f, value))
		return;
	/* Whether two values are the same is not known yet. */
	f->marked |= is_marked(item, value);
	if (f->marked && f->count)
		rw_marks_spoil(item->marks);
	check_length(item, f->field, value, pos);
	node = rw_node_add_with_text(item->own, RW_NS, "field", value);
	rw_node_set_attr(node, "name", f->field->name);
	rw_node_set_pos(node, pos);
	f->count++;
}

static void report_unmapped(struct filling *f, const char *text,
			    const struct rw_selected *from)
{
	f->unknown = true;
	rw_report(f->item->diags, RW_BOARD_VALUE_UNKNOWN, pos_of(f->item, from),
		  f->item->board->name, text, f->field->name);
}

/* Whole, or as a list of values: "full-time permanent". */
static void add_mapped(struct filling *f, const char *text,
		       const struct rw_selected *from)
{
	const char *to = rw_map_get(f->field->map, text);

	if (is_marked(f->item, text))
		rw_marks_spoil(f->item->marks);
	if (to) {
		add_value(f, to, from);
		return;
	}
	while (*text) {
		size_t len = strcspn(text, " ");
		char *one = rw_arena_strndup(f->item->arena, text, len);

		to = rw_map_get(f->field->map, one);
		if (to)
			add_value(f, to, from);
		else
			report_unmapped(f, one, from);
		text += len + strspn(text + len, " ");
	}
}

/* One line: white space is one blank, none at the ends. */
static char *one_line(struct rw_arena *arena, const char *text)
{
	struct rw_buf line = RW_BUF_INIT;
	char *copy;

	while (*(text += strspn(text, " \t\n\r"))) {
		size_t len = strcspn(text, " \t\n\r");

		if (line.len)
			rw_buf_putc(&line, ' ');
		rw_buf_add(&line, text, len);
		text += len;
	}
	copy = rw_arena_strndup(arena, line.data, line.len);
	rw_buf_release(&line);
	return copy;
}

/* The words of what was selected: prose has markup. */
static const char *words_of(const struct rw_item *item,
			    const struct rw_selected *selected)
{
	const struct rw_node *first;

	if (selected->attribute || selected->node == item->root)
		return selected->text;
	first = rw_node_child(selected->node, NULL);
	return first ? rw_plain_text(item->arena, selected->node)
		     : selected->text;
}

/* Keys of a map that are named in a message, at most: in bytes. */
#define MOST_KNOWN 100

/* "; the profile knows Marketing, Sales" */
static void add_known(struct rw_buf *out, const struct rw_map *map)
{
	const char **keys = rw_map_keys(map);
	size_t start = out->len, said = 0, i = 0;

	for (; i < rw_map_count(map) && out->len - start < MOST_KNOWN; i++)
		if (*(const char *)rw_map_get(map, keys[i]))
			rw_buf_printf(out, "%s'%s'",
				      said++ ? ", " : "; the profile knows ",
				      keys[i]);
	if (i < rw_map_count(map))
		rw_buf_puts(out, " and others");
	rw_free(keys);
}

/* Where values were there, but none that the profile knows: those it knows. */
static void report_unknown(const struct filling *f)
{
	struct rw_buf ask = RW_BUF_INIT;

	rw_buf_puts(&ask, f->field->ask);
	add_known(&ask, f->field->map);
	rw_report(f->item->diags, RW_BOARD_FIELD_MISSING, f->item->pos,
		  f->item->board->name, f->field->name, ask.data);
	rw_buf_release(&ask);
}

static size_t rank_of(const struct filling *f, const struct rw_node *value)
{
	const char *text = rw_node_content(rw_node_first(value));
	size_t rank = 0;

	while (f->field->first[rank] &&
	       strcmp(f->field->first[rank], text) != 0)
		rank++;
	return rank;
}

/* The value after 'n' of the field, or the first one. */
static struct rw_node *next_value(const struct filling *f, struct rw_node *n)
{
	n = n ? rw_node_next_element(n, "field")
	      : rw_node_child(f->item->own, "field");
	while (n && strcmp(rw_node_attr(n, "name"), f->field->name) != 0)
		n = rw_node_next_element(n, "field");
	return n;
}

/* Of several values the one that the map has first, in whatever order. */
static void keep_first(struct filling *f)
{
	struct rw_node *best = NULL, *n, *next;

	for (n = next_value(f, NULL); n; n = next_value(f, n))
		if (!best || rank_of(f, n) < rank_of(f, best))
			best = n;
	for (n = next_value(f, NULL); n; n = next) {
		next = next_value(f, n);
		if (n == best)
			continue;
		rw_report(f->item->diags, RW_BOARD_VALUE_SECOND, rw_node_pos(n),
			  f->item->board->name,
			  rw_node_content(rw_node_first(n)), f->field->name);
		rw_node_remove(n);
	}
	f->count = 1;
}

static bool is_needed(const struct filling *f)
{
	return f->field->required &&
	       (!f->field->when ||
		rw_select_test(f->select, f->field->when, f->item->root,
			       f->item->diags));
}

static int fill(struct filling *f)
{
	struct rw_item *item = f->item;
	struct rw_selection selection;

	if (rw_board_field_runs(f->field))
		return 0;
	if (rw_select_run(f->select, f->field->select, item->root, &selection,
			  item->diags) != 0)
		return -1;
	for (size_t i = 0; i < selection.count; i++) {
		const char *text = one_line(
			item->arena, words_of(item, &selection.items[i]));

		if (f->field->map)
			add_mapped(f, text, &selection.items[i]);
		else
			add_value(f, text, &selection.items[i]);
	}
	if (f->count > 1 && f->field->first)
		keep_first(f);
	if (f->count || f->unfit || !is_needed(f))
		return 0;
	if (f->unknown)
		report_unknown(f);
	else
		report_missing(item, f->field);
	return 0;
}

static struct rw_node *field_node(const struct rw_item *item, const char *name)
{
	struct rw_node *n = rw_node_child(item->own, "field");

	while (n && strcmp(rw_node_attr(n, "name"), name) != 0)
		n = rw_node_next_element(n, "field");
	return n;
}

static bool is_part(const struct rw_board_field *field, const char *whole)
{
	return field->part_of && strcmp(field->part_of, whole) == 0;
}

/* An amount that the posting gives is worth a word; a lone currency is not. */
static bool has_figure(const struct rw_item *item, const char *whole)
{
	const struct rw_board *board = item->board;
	size_t i = 0;

	while (i < board->field_count &&
	       !(is_part(&board->fields[i], whole) &&
		 (board->fields[i].format == RW_FIELD_DECIMAL ||
		  board->fields[i].format == RW_FIELD_MONEY ||
		  board->fields[i].format == RW_FIELD_INTEGER) &&
		 field_node(item, board->fields[i].name)))
		i++;
	return i < board->field_count;
}

static void remove_whole(struct rw_item *item, const char *whole)
{
	const struct rw_board *board = item->board;
	struct rw_node *n;

	for (size_t i = 0; i < board->field_count; i++)
		while (is_part(&board->fields[i], whole) &&
		       (n = field_node(item, board->fields[i].name)))
			rw_node_remove(n);
}

/* Amounts are nothing without their currency: all parts, or none. */
static void drop_incomplete(struct rw_item *item)
{
	const struct rw_board *board = item->board;

	for (size_t i = 0; i < board->field_count; i++) {
		const struct rw_board_field *field = &board->fields[i];

		if (!field->part || !field->part_of ||
		    field_node(item, field->name))
			continue;
		if (has_figure(item, field->part_of))
			rw_report(item->diags, RW_BOARD_PART_MISSING, item->pos,
				  board->name, field->part_of, field->name);
		remove_whole(item, field->part_of);
	}
}

int rw_board_fields_add(struct rw_item *item)
{
	const struct rw_board *board = item->board;
	struct filling f = { .item = item };
	bool feed = rw_node_is(item->root, "feed");
	int status = 0;

	item->own = rw_node_add(item->root, RW_NS, "board");
	rw_node_set_attr(item->own, "id", board->id);
	rw_node_set_attr(item->own, "name", board->name);
	rw_node_set_attr(item->own, "tags", board->tags);
	rw_node_set_attr(item->own, "entities", board->entities);
	rw_node_set_attr(item->own, "account", item->account);
	rw_node_set_attr(item->own, "contact", item->contact);
	rw_node_set_attr(item->own, "company-email", item->email);
	rw_node_set_attr(item->own, "item", item->id);
	item->texts = rw_arena_zalloc(
		item->arena, board->field_count * sizeof(*item->texts));
	f.select = rw_select_new(item->arena, item->root);
	for (size_t i = 0; i < board->field_count && status == 0; i++) {
		f.field = &board->fields[i];
		f.count = 0;
		f.unfit = f.unknown = f.marked = false;
		if (f.field->feed == feed)
			status = fill(&f);
	}
	if (!feed)
		drop_incomplete(item);
	return status;
}

void rw_board_fields_remove(struct rw_item *item)
{
	rw_node_remove(item->own);
	item->own = NULL;
}

const char *rw_board_field(const struct rw_item *item, const char *name)
{
	const struct rw_node *n = field_node(item, name);

	return n ? rw_node_content(rw_node_first(n)) : NULL;
}

struct rw_pos rw_board_field_pos(const struct rw_item *item, const char *name)
{
	const struct rw_node *n = field_node(item, name);

	return n ? pos_or(rw_node_pos(n), item->pos) : item->pos;
}

/* ------------------------------------------------------------ running text */

static bool makes_field(const struct rw_node *node, const char *name)
{
	const char *field = rw_node_attr(node, "field");

	return rw_out_is(node, "markup") && field && strcmp(field, name) == 0;
}

bool rw_board_field_runs(const struct rw_board_field *field)
{
	return field->format == RW_FIELD_HTML ||
	       field->format == RW_FIELD_MARKUP;
}

/* What the stylesheet made of a field: its words, or as the board gets it. */
static void write_made(const struct rw_item *item, const struct rw_node *node,
		       bool plain, struct rw_buf *out)
{
	struct rw_diags *diags = item->diags;
	const char *text;

	if (rw_description_is(node) && item->description) {
		text = plain ? rw_description_plain(item->description, diags)
			     : rw_description_text(item->description, node,
						   diags);
		rw_buf_puts(out, text ? text : "");
	} else if (plain) {
		rw_profile_text(node, out, diags);
	} else {
		rw_markup_text(node, out, diags);
	}
}

static const char *made(const struct rw_item *item, const char *name,
			bool plain)
{
	const struct rw_node *top = item->tree ? rw_doc_root(item->tree) : NULL;
	struct rw_buf text = RW_BUF_INIT;
	const char *copy;

	for (const struct rw_node *n = top; n; n = rw_node_walk_all(n, top)) {
		if (!makes_field(n, name))
			continue;
		if (text.len)
			rw_buf_puts(&text, "\n\n");
		write_made(item, n, plain, &text);
	}
	copy = rw_arena_strndup(item->arena, text.data, text.len);
	rw_buf_release(&text);
	return copy;
}

const char *rw_board_text(const struct rw_item *item, const char *name)
{
	const struct rw_board *board = item->board;
	size_t i = 0;

	while (i < board->field_count &&
	       strcmp(board->fields[i].name, name) != 0)
		i++;
	if (i == board->field_count || !item->texts)
		return made(item, name, true);
	if (!item->texts[i])
		item->texts[i] = made(item, name, true);
	return item->texts[i];
}

void rw_board_check_texts(const struct rw_item *item)
{
	const struct rw_board *board = item->board;

	for (size_t i = 0; i < board->field_count; i++) {
		const struct rw_board_field *field = &board->fields[i];
		const char *text;

		if (!rw_board_field_runs(field))
			continue;
		text = field->format == RW_FIELD_HTML
			       ? rw_board_text(item, field->name)
			       : made(item, field->name, false);
		if (text[0])
			check_length(item, field, text, item->pos);
		else if (field->required)
			report_missing(item, field);
	}
}

void rw_board_doubt(const struct rw_board *board, struct rw_diags *diags)
{
	const struct rw_board_field *first = NULL;
	struct rw_buf names = RW_BUF_INIT;

	for (size_t i = 0; i < board->field_count; i++) {
		const struct rw_board_field *field = &board->fields[i];

		if (!field->required || field->sure)
			continue;
		first = first ? first : field;
		rw_buf_printf(&names, "%s'%s'", names.len ? ", " : "",
			      field->name);
	}
	if (first)
		rw_report(diags, RW_BOARD_FIELD_UNSURE, first->pos, board->name,
			  names.data, NULL);
	rw_buf_release(&names);
}
