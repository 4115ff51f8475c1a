/*
 * cmark knows lines and columns of the text it was given, which lost its
 * indentation after the XML parser had decoded it. Two lists of stretches
 * lead back: dedented to decoded, decoded to source.
 */
#include "text/prose_map.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

static void push(struct rw_stretches *list, size_t here, size_t there)
{
	if (list->count == list->cap) {
		list->cap = list->cap ? list->cap * 2 : 8;
		list->items = rw_realloc(list->items,
					 list->cap * sizeof(*list->items));
	}
	list->items[list->count++] = (struct rw_stretch){ here, there };
}

/* The last stretch that begins at or before 'here'. */
static const struct rw_stretch *find(const struct rw_stretches *list,
				     size_t here)
{
	size_t low = 0, high = list->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (list->items[middle].here <= here)
			low = middle;
		else
			high = middle;
	}
	return &list->items[low];
}

/* ------------------------------------------------- decoded to source */

struct scan {
	const char *text;
	size_t len, at;
	struct rw_source_map *map;
	bool joined; /* the last stretch still goes on here */
};

static bool begins(const struct scan *s, const char *with)
{
	size_t len = strlen(with);

	return s->len - s->at >= len && memcmp(s->text + s->at, with, len) == 0;
}

/* Moves behind the next 'end', or to the end of the text. */
static void skip_past(struct scan *s, const char *end)
{
	size_t len = strlen(end);

	while (s->at < s->len && !begins(s, end))
		s->at++;
	s->at = s->at + len < s->len ? s->at + len : s->len;
}

/* Moves behind a tag; true if it is an empty element's. */
static bool skip_tag(struct scan *s)
{
	char quote = '\0', last = '\0';

	for (; s->at < s->len; s->at++) {
		char c = s->text[s->at];

		if (quote != '\0') {
			if (c == quote)
				quote = '\0';
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '>') {
			s->at++;
			return last == '/';
		}
		last = c;
	}
	return false;
}

/* 'count' decoded bytes stand for 'size' bytes here. */
static void take(struct scan *s, size_t count, size_t size)
{
	struct rw_source_map *map = s->map;

	if (!s->joined)
		push(&map->decoded, map->len, s->at);
	s->joined = count == size;
	map->len += count;
	s->at += size;
}

static void take_entity(struct scan *s)
{
	const char *end = memchr(s->text + s->at, ';', s->len - s->at);
	size_t size = end ? (size_t)(end - s->text) - s->at + 1 : 1;
	const char *p = s->text + s->at + 1;
	uint32_t c = 0;
	char utf8[4];

	if (!end || *p != '#') {
		s->joined = false;
		take(s, 1, size);
		return;
	}
	p++;
	for (bool hex = *p == 'x' && p++; p < end && c < 0x110000; p++) {
		uint32_t digit = (uint32_t)(*p <= '9' ? *p - '0'
						      : (*p | 0x20) - 'a' + 10);
		c = c * (hex ? 16 : 10) + digit;
	}
	s->joined = false;
	take(s, rw_utf8_encode(c, utf8), size);
}

static void take_byte(struct scan *s)
{
	bool pair = begins(s, "\r\n");

	take(s, 1, pair ? 2 : 1);
	s->joined = !pair;
}

/* The bytes from here that are none of a, b and a carriage return. */
static void take_run(struct scan *s, char a, char b)
{
	const char *text = s->text + s->at;
	size_t most = s->len - s->at, size = 0;

	while (size < most && text[size] != a && text[size] != b &&
	       text[size] != '\r')
		size++;
	if (size > 0)
		take(s, size, size);
	else
		take_byte(s);
}

static void take_cdata(struct scan *s)
{
	s->at += strlen("<![CDATA[");
	s->joined = false;
	while (s->at < s->len && !begins(s, "]]>"))
		take_run(s, ']', ']');
	skip_past(s, "]]>");
	s->joined = false;
}

/* Markup that is no text of ours; the change of depth. */
static int skip_markup(struct scan *s)
{
	s->joined = false;
	if (begins(s, "<!--"))
		skip_past(s, "-->");
	else if (begins(s, "<?"))
		skip_past(s, "?>");
	else if (begins(s, "<![CDATA["))
		skip_past(s, "]]>");
	else if (begins(s, "</"))
		return skip_tag(s), -1;
	else
		return skip_tag(s) ? 0 : 1;
	return 0;
}

static void scan_content(struct scan *s)
{
	int depth = 0;

	while (s->at < s->len && depth >= 0) {
		char c = s->text[s->at];

		if (depth == 0 && begins(s, "<![CDATA["))
			take_cdata(s);
		else if (c == '<')
			depth += skip_markup(s);
		else if (depth > 0)
			s->at++;
		else if (c == '&')
			take_entity(s);
		else
			take_run(s, '<', '&');
	}
}

static size_t own_text_len(const struct rw_node *element)
{
	const struct rw_node *node = rw_node_first(element);
	size_t len = 0;

	for (; node; node = rw_node_next(node)) {
		enum rw_node_kind kind = rw_node_kind(node);

		if (kind == RW_NODE_TEXT || kind == RW_NODE_CDATA)
			len += strlen(rw_node_content(node));
	}
	return len;
}

void rw_source_map_init(struct rw_source_map *map,
			const struct rw_node *element,
			const struct rw_sources *sources)
{
	struct scan s = { .map = map };

	*map = (struct rw_source_map){ .element = rw_node_pos(element) };
	if (map->element.file == 0 || map->element.offset == RW_POS_FILE_ONLY)
		return;
	s.text = rw_sources_text(sources, map->element.file, &s.len);
	s.at = map->element.offset;
	if (s.at >= s.len || s.text[s.at] != '<' || skip_tag(&s))
		return;
	scan_content(&s);
	if (map->len != own_text_len(element))
		map->decoded.count = 0;
}

void rw_source_map_release(struct rw_source_map *map)
{
	rw_free(map->decoded.items);
}

struct rw_pos rw_source_map_at(const struct rw_source_map *map, size_t offset)
{
	const struct rw_stretch *stretch;
	struct rw_pos pos = map->element;

	if (map->decoded.count == 0)
		return pos;
	stretch = find(&map->decoded, offset);
	pos.offset = (uint32_t)(stretch->there + (offset - stretch->here));
	return pos;
}

/* ------------------------------------------------- dedented to decoded */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static size_t line_end(const char *raw, size_t len, size_t at)
{
	const char *end = memchr(raw + at, '\n', len - at);

	return end ? (size_t)(end - raw) : len;
}

static size_t blanks(const char *raw, size_t from, size_t to)
{
	size_t at = from;

	while (at < to && is_blank(raw[at]))
		at++;
	return at - from;
}

/*
 * The indentation that all lines share that are not blank; the first, which
 * stands behind a tag, has none. *size becomes its bytes.
 */
static const char *common_indent(const char *raw, size_t len, size_t *size)
{
	const char *indent = NULL;
	size_t at = line_end(raw, len, 0);

	*size = 0;
	while (at < len) {
		size_t from = at + 1, to = line_end(raw, len, from);
		size_t own = blanks(raw, from, to), same = 0;

		at = to;
		if (own == to - from)
			continue;
		if (!indent) {
			indent = raw + from;
			*size = own;
			continue;
		}
		while (same < own && same < *size &&
		       indent[same] == raw[from + same])
			same++;
		*size = same;
	}
	return indent;
}

static void add_line(struct rw_prose *prose, const char *raw, size_t from,
		     size_t to, size_t base)
{
	push(&prose->lines, prose->text.len, base + from);
	while (to > from && raw[to - 1] == '\r')
		to--;
	if (blanks(raw, from, to) == to - from)
		to = from;
	rw_buf_add(&prose->text, raw + from, to - from);
	for (size_t i = prose->text.len - (to - from); i < prose->text.len; i++)
		if (prose->text.data[i] == '\r')
			prose->text.data[i] = ' ';
}

void rw_prose_init(struct rw_prose *prose, const char *raw, size_t len,
		   size_t base)
{
	size_t indent, at = 0, end;

	*prose = (struct rw_prose){ .text = RW_BUF_INIT };
	common_indent(raw, len, &indent);
	while (at <= len) {
		size_t begin = at;

		end = line_end(raw, len, at);
		if (at == 0)
			begin += blanks(raw, 0, end);
		else
			begin += indent < end - at ? indent : end - at;
		add_line(prose, raw, begin, end, base);
		rw_buf_putc(&prose->text, '\n');
		at = end + 1;
	}
}

void rw_prose_init_inline(struct rw_prose *prose, const char *raw, size_t len,
			  size_t base)
{
	size_t at = 0, end;

	*prose = (struct rw_prose){ .text = RW_BUF_INIT };
	rw_buf_puts(&prose->text, RW_PROSE_INLINE);
	while (at <= len) {
		end = line_end(raw, len, at);
		at += blanks(raw, at, end);
		if (at < end) {
			add_line(prose, raw, at, end, base);
			rw_buf_putc(&prose->text, ' ');
		}
		at = end + 1;
	}
	if (prose->lines.count == 0)
		push(&prose->lines, prose->text.len, base);
}

void rw_prose_release(struct rw_prose *prose)
{
	rw_buf_release(&prose->text);
	rw_free(prose->lines.items);
}

size_t rw_prose_decoded(const struct rw_prose *prose, size_t offset)
{
	const struct rw_stretch *line = find(&prose->lines, offset);

	return offset < line->here ? line->there
				   : line->there + (offset - line->here);
}

size_t rw_prose_line(const struct rw_prose *prose, int line)
{
	if (line < 1)
		return 0;
	if ((size_t)line > prose->lines.count)
		return prose->text.len;
	return prose->lines.items[line - 1].here;
}
