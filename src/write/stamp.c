/*
 * Cutting outputs at slots, and filling them.
 */
#include "write/stamp.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/map.h"
#include "base/slot.h"
#include "write/escape.h"
#include "write/html.h"

/* Escapes of one place: text of HTML in a string of JSON in ... */
#define MOST_SIGNS 4

struct piece {
	size_t start, len; /* of the text before the slot */
	size_t slot;
	char signs[MOST_SIGNS + 1];
};

struct rw_stamp {
	const char *text;
	struct rw_vec pieces;
	size_t slots;
	size_t tail, tail_len; /* after the last slot */
};

static void release(void *object)
{
	struct rw_stamp *stamp = object;

	rw_vec_release(&stamp->pieces);
}

static bool is_sign(char c)
{
	return c == RW_SLOT_JSON || c == RW_SLOT_NUMBER || c == RW_STAMP_URL ||
	       c == RW_ESCAPE_CDATA || strchr(RW_ESCAPE_LETTERS, c) != NULL;
}

/* Every way ends in an escape, a number or a string. */
static int read_signs(struct piece *piece, const char *signs, size_t len)
{
	if (len == 0 || len > MOST_SIGNS || signs[len - 1] == RW_STAMP_URL)
		return -1;
	for (size_t i = 0; i < len; i++)
		if (!is_sign(signs[i]))
			return -1;
	memcpy(piece->signs, signs, len);
	return 0;
}

static int read_mark(struct piece *piece, const char *mark, size_t len,
		     size_t slots)
{
	size_t edge = strlen(RW_SLOT_OPEN);
	const char *last = mark + len - edge;
	char *end;

	if (mark[edge] < '0' || mark[edge] > '9')
		return -1;
	piece->slot = strtoul(mark + edge, &end, 10);
	if (piece->slot >= slots || end >= last)
		return -1;
	return read_signs(piece, end, (size_t)(last - end));
}

struct rw_stamp *rw_stamp_cut(struct rw_arena *arena,
			      const struct rw_buf *bytes, size_t slots)
{
	struct rw_stamp *stamp = rw_arena_zalloc(arena, sizeof(*stamp));
	size_t start = 0;

	stamp->slots = slots;
	stamp->text = rw_arena_strndup(arena, bytes->data, bytes->len);
	rw_arena_defer(arena, release, stamp);
	for (const char *at = stamp->text;
	     (at = strstr(at, RW_SLOT_OPEN)) != NULL;) {
		size_t offset = (size_t)(at - stamp->text);
		size_t len = rw_slot_length(at, bytes->len - offset);
		struct piece *piece = rw_arena_zalloc(arena, sizeof(*piece));

		if (len == 0 || read_mark(piece, at, len, slots) != 0)
			return NULL;
		piece->start = start;
		piece->len = offset - start;
		rw_vec_push(&stamp->pieces, piece);
		start = offset + len;
		at += len;
	}
	stamp->tail = start;
	stamp->tail_len = bytes->len - start;
	return stamp;
}

static bool same_text(const struct rw_stamp *a, const struct piece *x,
		      const struct rw_stamp *b, const struct piece *y)
{
	return x->len == y->len &&
	       memcmp(a->text + x->start, b->text + y->start, x->len) == 0;
}

bool rw_stamp_mirrors(const struct rw_stamp *a, const struct rw_stamp *b)
{
	if (a->slots != b->slots || a->pieces.count != b->pieces.count ||
	    a->tail_len != b->tail_len ||
	    memcmp(a->text + a->tail, b->text + b->tail, a->tail_len) != 0)
		return false;
	for (size_t i = 0; i < a->pieces.count; i++) {
		const struct piece *x = a->pieces.items[i];
		const struct piece *y = b->pieces.items[i];

		if (!same_text(a, x, b, y) ||
		    x->slot + y->slot + 1 != a->slots ||
		    strcmp(x->signs, y->signs) != 0)
			return false;
	}
	return true;
}

bool rw_stamp_has(const struct rw_stamp *stamp, size_t slot)
{
	for (size_t i = 0; i < stamp->pieces.count; i++)
		if (((const struct piece *)stamp->pieces.items[i])->slot ==
		    slot)
			return true;
	return false;
}

/* ------------------------------------------------------------------ values */

static int check(char sign, const char *value)
{
	if (sign == RW_STAMP_URL)
		return rw_html_url_is_safe(value) ? 0 : -1;
	if (sign == RW_SLOT_NUMBER)
		return rw_json_is_number(value) ? 0 : -1;
	/* "]]>" is cut in two wherever it stands, also across an edge. */
	if (sign == RW_ESCAPE_CDATA)
		return !*value || strchr("]>", *value) ||
				       strstr(value, "]]>") ||
				       value[strlen(value) - 1] == ']'
			       ? -1
			       : 0;
	return 0;
}

static void escape(struct rw_buf *out, char sign, const char *value, size_t len)
{
	const char *place = strchr(RW_ESCAPE_LETTERS, sign);

	if (sign == RW_SLOT_JSON)
		rw_json_escape(out, value, len);
	else if (place)
		rw_escape_n(out, value, len,
			    (enum rw_escape)(place - RW_ESCAPE_LETTERS));
	else
		rw_buf_add(out, value, len);
}

static int write_value(const char *signs, const char *value, struct rw_buf *out)
{
	struct rw_buf one = RW_BUF_INIT, two = RW_BUF_INIT;
	int status = 0;

	for (; signs[1] != '\0' && status == 0; signs++) {
		status = check(signs[0], value);
		escape(&two, signs[0], value, strlen(value));
		rw_buf_release(&one);
		one = two;
		rw_buf_init(&two);
		value = one.data;
	}
	if (status == 0)
		status = check(signs[0], value);
	if (status == 0)
		escape(out, signs[0], value, strlen(value));
	rw_buf_release(&one);
	return status;
}

/* Nothing, behind other text in the same CDATA: that stays as it is. */
static bool adds_nothing(const struct piece *piece, const char *value,
			 const struct rw_buf *out)
{
	char last = out->len ? out->data[out->len - 1] : '[';

	return !*value && piece->signs[0] == RW_ESCAPE_CDATA &&
	       !piece->signs[1] && !strchr("[]>", last);
}

int rw_stamp_write(const struct rw_stamp *stamp, const char *const *values,
		   struct rw_buf *out)
{
	size_t before = out->len;

	for (size_t i = 0; i < stamp->pieces.count; i++) {
		const struct piece *piece = stamp->pieces.items[i];

		rw_buf_add(out, stamp->text + piece->start, piece->len);
		if (adds_nothing(piece, values[piece->slot], out))
			continue;
		if (write_value(piece->signs, values[piece->slot], out) != 0) {
			rw_buf_cut(out, before);
			return -1;
		}
	}
	rw_buf_add(out, stamp->text + stamp->tail, stamp->tail_len);
	return 0;
}
