#include "text/align.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

#define ENTITY_BYTES 40 /* the longest that HTML 5 has is 33 */

void rw_aligned_release(struct rw_aligned *aligned)
{
	rw_free(aligned->text);
	rw_free(aligned->origin);
	rw_free(aligned->literal);
}

static void make_room(struct rw_aligned *aligned, size_t count)
{
	size_t cap = aligned->cap ? aligned->cap : 128;

	if (aligned->cap - aligned->len >= count)
		return;
	while (cap - aligned->len < count)
		cap *= 2;
	aligned->text = rw_realloc(aligned->text, cap);
	aligned->origin =
		rw_realloc(aligned->origin, cap * sizeof(*aligned->origin));
	aligned->literal =
		rw_realloc(aligned->literal, cap * sizeof(*aligned->literal));
	aligned->cap = cap;
}

void rw_aligned_push(struct rw_aligned *aligned, char byte, size_t origin,
		     bool literal)
{
	make_room(aligned, 1);
	aligned->text[aligned->len] = byte;
	aligned->origin[aligned->len] = origin;
	aligned->literal[aligned->len++] = literal;
}

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !is_alnum(c);
}

static char here(const struct rw_cursor *cursor, size_t ahead)
{
	return cursor->at + ahead < cursor->end
		       ? cursor->text[cursor->at + ahead]
		       : '\0';
}

/* Bytes of what looks like a character reference here, or 0. */
static size_t entity_size(const struct rw_cursor *cursor)
{
	size_t size = 1;

	if (here(cursor, 0) != '&')
		return 0;
	if (here(cursor, 1) == '#')
		size++;
	while (size < ENTITY_BYTES && is_alnum(here(cursor, size)))
		size++;
	return size > 1 && here(cursor, size) == ';' ? size + 1 : 0;
}

/* True if cmark left the reference here as it stands. */
static bool kept(const struct rw_cursor *cursor, size_t size, const char *text,
		 size_t len)
{
	const char *entity = cursor->text + cursor->at;

	return len >= size && memcmp(entity, text, size) == 0 &&
	       entity[1] != '#' && memcmp(entity, "&amp;", 5) != 0;
}

/* Moves to the next place where 'c' may have come from. */
static void seek(struct rw_cursor *cursor, char c)
{
	size_t at = cursor->at;

	while (at < cursor->end && cursor->text[at] != c)
		at++;
	if (at < cursor->end)
		cursor->at = at;
}

static size_t push_all(struct rw_aligned *out, const char *text, size_t count,
		       size_t origin)
{
	for (size_t i = 0; i < count; i++)
		rw_aligned_push(out, text[i], origin, false);
	return count;
}

/* Aligns one step of text[0 .. len); the bytes of it that are done. */
static size_t align_step(struct rw_cursor *cursor, const char *text, size_t len,
			 struct rw_aligned *out)
{
	size_t entity = entity_size(cursor), size, origin;

	if (entity > 0 && !kept(cursor, entity, text, len)) {
		rw_utf8_decode(text, len, &size);
		origin = cursor->at;
		cursor->at += entity;
		return push_all(out, text, size, origin);
	}
	if (here(cursor, 0) == '\\' && here(cursor, 1) == text[0] &&
	    is_punctuation(text[0])) {
		rw_aligned_push(out, text[0], cursor->at + 1, true);
		cursor->at += 2;
		return 1;
	}
	if (here(cursor, 0) != text[0])
		seek(cursor, text[0]);
	rw_aligned_push(out, text[0], cursor->at, false);
	if (here(cursor, 0) == text[0])
		rw_cursor_skip(cursor, 1);
	return 1;
}

/* Bytes that stand in both alike, and that Markdown cannot have changed. */
static size_t align_run(struct rw_cursor *cursor, const char *text, size_t len,
			struct rw_aligned *out)
{
	const char *from = cursor->text + cursor->at;
	size_t most = cursor->end - cursor->at, size = 0;

	if (most > len)
		most = len;
	while (size < most && from[size] == text[size] && from[size] != '&' &&
	       from[size] != '\\')
		size++;
	make_room(out, size);
	for (size_t i = 0; i < size; i++) {
		out->text[out->len + i] = text[i];
		out->origin[out->len + i] = cursor->at + i;
		out->literal[out->len + i] = false;
	}
	out->len += size;
	cursor->at += size;
	return size;
}

void rw_cursor_text(struct rw_cursor *cursor, const char *text, size_t len,
		    struct rw_aligned *out)
{
	for (size_t i = 0; i < len;) {
		i += align_run(cursor, text + i, len - i, out);
		if (i < len)
			i += align_step(cursor, text + i, len - i, out);
	}
}

void rw_cursor_find(struct rw_cursor *cursor, const char *any)
{
	size_t at = cursor->at;

	while (at < cursor->end && !strchr(any, cursor->text[at]))
		at++;
	if (at < cursor->end)
		cursor->at = at;
}

void rw_cursor_skip(struct rw_cursor *cursor, size_t count)
{
	size_t left = cursor->end - cursor->at;

	cursor->at += count < left ? count : left;
}

void rw_cursor_blanks(struct rw_cursor *cursor)
{
	while (here(cursor, 0) == ' ' || here(cursor, 0) == '\t')
		cursor->at++;
}

static size_t ticks(const struct rw_cursor *cursor)
{
	size_t count = 0;

	while (here(cursor, count) == '`')
		count++;
	return count;
}

void rw_cursor_code(struct rw_cursor *cursor)
{
	size_t wanted = ticks(cursor), count;

	rw_cursor_skip(cursor, wanted);
	while (cursor->at < cursor->end) {
		count = ticks(cursor);
		rw_cursor_skip(cursor, count > 0 ? count : 1);
		if (count == wanted)
			return;
	}
}

/* Moves behind the next 'c' that no backslash escapes. */
static void skip_behind(struct rw_cursor *cursor, char c)
{
	while (cursor->at < cursor->end && here(cursor, 0) != c)
		rw_cursor_skip(cursor, here(cursor, 0) == '\\' ? 2 : 1);
	rw_cursor_skip(cursor, 1);
}

void rw_cursor_link_end(struct rw_cursor *cursor, bool automatic)
{
	int depth = 1;
	char before = ' ';

	if (automatic) {
		skip_behind(cursor, '>');
		return;
	}
	skip_behind(cursor, ']');
	if (here(cursor, 0) != '(')
		return;
	rw_cursor_skip(cursor, 1);
	while (cursor->at < cursor->end && depth > 0) {
		char c = here(cursor, 0);

		rw_cursor_skip(cursor, c == '\\' ? 2 : 1);
		if (c == '<' && before == ' ')
			skip_behind(cursor, '>');
		else if ((c == '"' || c == '\'') &&
			 (before == ' ' || before == '\n'))
			skip_behind(cursor, c);
		else if (c == '(')
			depth++;
		else if (c == ')')
			depth--;
		before = c;
	}
}
