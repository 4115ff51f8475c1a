/*
 * Diagnostics as text for people: the message, the source line, a caret.
 */
#include <string.h>

#include "base/utf8.h"
#include "diag/record.h"

#define TAB 8u
/* A longer source line is cut to about this many columns round the caret. */
#define LINE_COLUMNS 100u
#define BEFORE_CARET 60u
#define ELLIPSIS "…"

#define RESET "\033[0m"
#define BOLD "\033[1m"
#define CARET_COLOUR "\033[1;32m"
#define GUTTER_COLOUR "\033[1;34m"

/* A stretch of a source line, and the offset of the caret in it. */
struct view {
	const char *text;
	size_t len;
	size_t caret;
	bool cut_before;
	bool cut_after;
};

static const char *colour_of(enum rw_severity severity)
{
	static const char *const colours[] = { "\033[1;36m", "\033[1;35m",
					       "\033[1;33m", "\033[1;31m" };

	return colours[severity];
}

static void begin_colour(struct rw_buf *out, bool colour, const char *code)
{
	if (colour)
		rw_buf_puts(out, code);
}

static void end_colour(struct rw_buf *out, bool colour)
{
	if (colour)
		rw_buf_puts(out, RESET);
}

/* What hides, reorders or ends a line of text on a terminal. */
static bool is_harmful(uint32_t c)
{
	return c < 0x20 || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
	       rw_utf8_is_control(c) || rw_utf8_is_bidi(c);
}

/*
 * Adds the character of 'size' bytes at 'at' in a harmless form; the columns
 * it takes. 'column' (from 0) decides the width of a tab.
 */
static unsigned add_character(struct rw_buf *out, const char *at, size_t size,
			      uint32_t c, unsigned column)
{
	size_t before = out->len;
	unsigned width;

	if (c == '\t') {
		width = TAB - column % TAB;
		rw_buf_printf(out, "%*s", (int)width, "");
		return width;
	}
	if (c == 0xFFFD && size == 1) {
		rw_buf_printf(out, "\\x{%02X}", (unsigned char)*at);
		return (unsigned)(out->len - before);
	}
	if (is_harmful(c)) {
		rw_buf_printf(out, "\\u{%X}", (unsigned)c);
		return (unsigned)(out->len - before);
	}
	rw_buf_add(out, at, size);
	return rw_utf8_width(c);
}

/* Adds 'text' with all that could harm a terminal, or fake a line, escaped. */
static void add_escaped(struct rw_buf *out, const char *text)
{
	size_t len = strlen(text);

	for (size_t at = 0, size; at < len; at += size) {
		uint32_t c = rw_utf8_decode(text + at, len - at, &size);

		if (c == '\t')
			rw_buf_puts(out, "\\u{9}");
		else
			add_character(out, text + at, size, c, 0);
	}
}

/* Columns of a stretch, up to 'len' bytes of it. */
static unsigned width_of(const char *text, size_t len)
{
	struct rw_buf scrap = RW_BUF_INIT;
	unsigned column = 0;

	for (size_t at = 0, size; at < len; at += size) {
		uint32_t c = rw_utf8_decode(text + at, len - at, &size);

		column += add_character(&scrap, text + at, size, c, column);
	}
	rw_buf_release(&scrap);
	return column;
}

/* Where the code point before offset 'at' (> 0) begins. */
static size_t step_back(const char *text, size_t at)
{
	unsigned steps = 0;

	do
		at--;
	while (at && ++steps < 4 && ((unsigned char)text[at] & 0xC0) == 0x80);
	return at;
}

/* Narrows 'view' to the surroundings of its caret. */
static void cut(struct view *view)
{
	size_t begin = view->caret;
	size_t end = view->caret;
	unsigned columns = 0;

	for (; begin && columns < BEFORE_CARET; columns++)
		begin = step_back(view->text, begin);
	columns = width_of(view->text + begin, end - begin);
	while (end < view->len && columns < LINE_COLUMNS) {
		size_t size;

		rw_utf8_decode(view->text + end, view->len - end, &size);
		columns += width_of(view->text + end, size);
		end += size;
	}
	view->cut_before = begin > 0;
	view->cut_after = end < view->len;
	view->text += begin;
	view->caret -= begin;
	view->len = end - begin;
}

/* The whole line of 'record', uncut; false if there is nothing to show. */
static bool find_line(struct view *view, const struct rw_sources *sources,
		      const struct rw_record *record)
{
	const uint32_t file = record->pos.file;
	size_t len, begin;
	const char *text = rw_sources_text(sources, file, &len);

	view->text = rw_sources_line(sources, file, record->line, &view->len);
	if (!view->text || !view->len)
		return false;
	begin = (size_t)(view->text - text);
	view->caret = record->pos.offset > begin ? record->pos.offset - begin
						 : 0;
	if (view->caret > view->len)
		view->caret = view->len;
	return true;
}

static void add_gutter(struct rw_buf *out, bool colour, unsigned line)
{
	begin_colour(out, colour, GUTTER_COLOUR);
	if (line)
		rw_buf_printf(out, "%5u |", line);
	else
		rw_buf_puts(out, "      |");
	end_colour(out, colour);
	rw_buf_putc(out, ' ');
}

static void add_view(struct rw_buf *out, const struct view *view)
{
	unsigned column = 0;

	if (view->cut_before)
		rw_buf_puts(out, ELLIPSIS);
	for (size_t at = 0, size; at < view->len; at += size) {
		uint32_t c =
			rw_utf8_decode(view->text + at, view->len - at, &size);

		column += add_character(out, view->text + at, size, c, column);
	}
	if (view->cut_after)
		rw_buf_puts(out, ELLIPSIS);
	rw_buf_putc(out, '\n');
}

static void add_source(struct rw_buf *out, const struct rw_sources *sources,
		       const struct rw_record *record, bool colour)
{
	struct view view = { .len = 0 };
	unsigned columns;

	if (!find_line(&view, sources, record))
		return;
	if (view.len > LINE_COLUMNS * 4 ||
	    width_of(view.text, view.len) > LINE_COLUMNS)
		cut(&view);
	add_gutter(out, colour, record->line);
	add_view(out, &view);
	add_gutter(out, colour, 0);
	columns = width_of(view.text, view.caret) + view.cut_before;
	rw_buf_printf(out, "%*s", (int)columns, "");
	begin_colour(out, colour, CARET_COLOUR);
	rw_buf_putc(out, '^');
	end_colour(out, colour);
	rw_buf_putc(out, '\n');
}

static void add_place(struct rw_buf *out, const struct rw_record *record)
{
	add_escaped(out, record->path ? record->path : "rolewright");
	if (record->line)
		rw_buf_printf(out, ":%u", record->line);
	if (record->column)
		rw_buf_printf(out, ":%u", record->column);
	rw_buf_putc(out, ':');
}

static void add_record(struct rw_buf *out, const struct rw_sources *sources,
		       const struct rw_record *record, bool colour)
{
	begin_colour(out, colour, BOLD);
	add_place(out, record);
	end_colour(out, colour);
	rw_buf_putc(out, ' ');
	begin_colour(out, colour, colour_of(record->severity));
	rw_buf_printf(out, "%s:", rw_severity_name(record->severity));
	end_colour(out, colour);
	rw_buf_putc(out, ' ');
	add_escaped(out, record->message);
	rw_buf_printf(out, " [%s]\n", rw_code_id(record->code));
	add_source(out, sources, record, colour);
	if (!*record->hint)
		return;
	begin_colour(out, colour, GUTTER_COLOUR);
	rw_buf_puts(out, "      =");
	end_colour(out, colour);
	rw_buf_puts(out, " help: ");
	add_escaped(out, record->hint);
	rw_buf_putc(out, '\n');
}

void rw_records_write_text(const struct rw_sources *sources,
			   const struct rw_vec *records,
			   const struct rw_record_style *style,
			   struct rw_buf *out)
{
	size_t counts[RW_CODES] = { 0 };

	for (size_t i = 0; i < records->count; i++) {
		const struct rw_record *record = records->items[i];

		if (!style->most || counts[record->code] < style->most)
			add_record(out, sources, record, style->colour);
		counts[record->code]++;
	}
	for (unsigned i = 0; i < RW_CODES; i++) {
		size_t more = counts[i] && style->passed ? style->passed[i] : 0;

		if (style->most && counts[i] > style->most)
			more += counts[i] - style->most;
		if (more)
			rw_buf_printf(out, "... and %zu more [%s]\n", more,
				      rw_code_id((enum rw_code)i));
	}
}
