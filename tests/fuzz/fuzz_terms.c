/*
 * The term index against a search by hand. The first line of the input is the
 * text, each further line a form; a form that begins with '=' matches in its
 * own case only. Both must find the same places of the same terms.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/terms.h"

#define FORMS 32
#define FORM_BYTES 64
#define TEXT_BYTES 512

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct form {
	const char *text;
	size_t len;
	bool exact;
};

struct forms {
	struct form list[FORMS];
	size_t count;
};

static bool is_space(uint32_t c)
{
	return u_isUWhiteSpace((UChar32)c);
}

static bool is_word(uint32_t c)
{
	return u_isalnum((UChar32)c) ||
	       (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0;
}

static uint32_t decode(const char *text, size_t len, size_t *size)
{
	return rw_utf8_decode(text, len, size);
}

/* Bytes of white space at 'at'. */
static size_t blank(const char *text, size_t len, size_t at)
{
	size_t start = at, size;

	while (at < len && is_space(decode(text + at, len - at, &size)))
		at += size;
	return at - start;
}

/* Where 'form' ends when it begins at text[at], or 0. */
static size_t matches(const struct form *form, const char *text, size_t len,
		      size_t at)
{
	size_t i = 0, a, b;

	while (i < form->len) {
		size_t skip = blank(form->text, form->len, i);
		uint32_t x, y;

		if (skip > 0) {
			size_t gap = blank(text, len, at);

			if (gap == 0)
				return 0;
			i += skip;
			at += gap;
			continue;
		}
		if (at >= len)
			return 0;
		x = decode(form->text + i, form->len - i, &a);
		y = decode(text + at, len - at, &b);
		if (form->exact ? x != y
				: u_foldCase((UChar32)x, U_FOLD_CASE_DEFAULT) !=
					  u_foldCase((UChar32)y,
						     U_FOLD_CASE_DEFAULT))
			return 0;
		i += a;
		at += b;
	}
	return at;
}

static bool edge_before(const char *text, size_t at)
{
	size_t start = at, size;

	if (at == 0)
		return true;
	do
		start--;
	while (start > 0 && ((unsigned char)text[start] & 0xc0) == 0x80);
	return !is_word(decode(text + start, at - start, &size));
}

static bool edge_after(const char *text, size_t len, size_t at)
{
	size_t size;

	return at == len || !is_word(decode(text + at, len - at, &size));
}

static bool find(const struct forms *forms, const char *text, size_t len,
		 size_t start, struct rw_term_hit *hit)
{
	for (size_t at = start, size; at < len; at += size) {
		decode(text + at, len - at, &size);
		hit->to = 0;
		if (!edge_before(text, at))
			continue;
		for (size_t i = 0; i < forms->count; i++) {
			size_t to = matches(&forms->list[i], text, len, at);

			if (to > at && to > hit->to &&
			    edge_after(text, len, to))
				*hit = (struct rw_term_hit){ at, to, i };
		}
		if (hit->to > 0)
			return true;
	}
	return false;
}

/* Forms as the index takes them: no white space at their ends. */
static void read_forms(struct forms *forms, struct rw_arena *arena,
		       const char *line, size_t left)
{
	while (left > 0 && forms->count < FORMS) {
		const char *end = memchr(line, '\n', left);
		size_t len = end ? (size_t)(end - line) : left;
		size_t from, to = len, size;
		struct form *form = &forms->list[forms->count];

		form->exact = len > 0 && line[0] == '=';
		from = form->exact;
		from += blank(line, len, from);
		for (size_t at = from; at < len; at += size)
			if (!is_space(decode(line + at, len - at, &size)))
				to = at + size;
		if (from >= len)
			to = from;
		form->len = to - from;
		form->text = rw_arena_strndup(arena, line + from, form->len);
		if (form->len > 0 && form->len <= FORM_BYTES)
			forms->count++;
		line += len + (end != NULL);
		left -= len + (end != NULL);
	}
}

static void compare(const struct forms *forms,
		    const struct rw_term_index *index, const char *text,
		    size_t len)
{
	for (size_t start = 0;;) {
		struct rw_term_hit a = { 0 }, b = { 0 };
		bool ours = rw_term_index_find(index, text, len, start, &a);
		bool theirs = find(forms, text, len, start, &b);

		if (ours != theirs)
			abort();
		if (!ours)
			return;
		if (a.from != b.from || a.to != b.to || a.term != b.term)
			abort();
		start = a.to;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	const char *end = size ? memchr(text, '\n', size) : NULL;
	size_t len = end ? (size_t)(end - text) : 0;
	struct forms forms = { .count = 0 };
	struct rw_term_index *index;
	struct rw_arena *arena;

	if (end == NULL || len > TEXT_BYTES || memchr(text, '\0', size) ||
	    rw_utf8_valid_prefix(text, size) != size)
		return 0;
	arena = rw_arena_new();
	index = rw_term_index_new(arena);
	read_forms(&forms, arena, end + 1, size - len - 1);
	for (size_t i = 0; i < forms.count; i++)
		rw_term_index_add(index, forms.list[i].text,
				  forms.list[i].exact, i);
	rw_term_index_seal(index);
	compare(&forms, index, text, len);
	rw_arena_free(arena);
	return 0;
}
