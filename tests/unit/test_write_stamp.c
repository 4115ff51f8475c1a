/*
 * Cutting outputs at marks and filling them: in each place the bytes are those
 * of a value that was there from the start, or the value is refused.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/slot.h"
#include "write/escape.h"
#include "write/stamp.h"

static const char *const values[] = {
	"Bonn",
	"a & b",
	"]]>",
	"]]",
	"]",
	">",
	"]>",
	"</x>",
	"\"",
	"'",
	"&amp;",
	"1.",
	" a ",
	"\t\n",
	"\x01z",
	"M\xC3\xBCnchen",
	"\xE2\x80\xA8",
	"x]y",
	"a>b",
};
#define VALUES (sizeof(values) / sizeof(values[0]))

/* Text before and behind the value, which an escape may look at, too. */
static const char *const around[][2] = {
	{ "", "" }, { "a ", " b" }, { "]]", ">" }, { "]", "]>" }, { "&", ";" },
};

/* One escape after another; 'where' ends with -1. */
static void write_text(struct rw_buf *out, const char *text, const int *where)
{
	struct rw_buf now = RW_BUF_INIT, next = RW_BUF_INIT;

	rw_buf_puts(&now, text);
	for (; *where >= 0; where++) {
		if (*where == RW_ESCAPES)
			rw_escape_cdata(&next, now.data, now.len);
		else
			rw_escape_n(&next, now.data, now.len,
				    (enum rw_escape) * where);
		rw_buf_release(&now);
		now = next;
		rw_buf_init(&next);
	}
	rw_buf_add(out, now.data, now.len);
	rw_buf_release(&now);
}

static void text_with(struct rw_buf *out, size_t place, const char *value)
{
	rw_buf_puts(out, around[place][0]);
	rw_buf_puts(out, value);
	rw_buf_puts(out, around[place][1]);
}

/* How many of the values were stamped, all of them rightly. */
static size_t stamped(size_t place, const int *where)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_buf mark = RW_BUF_INIT, text = RW_BUF_INIT;
	struct rw_buf pattern = RW_BUF_INIT;
	struct rw_stamp *stamp;
	size_t count = 0;

	rw_slot_add(&mark, 0);
	text_with(&text, place, mark.data);
	write_text(&pattern, text.data, where);
	stamp = rw_stamp_cut(arena, &pattern, 1);
	assert_non_null(stamp);
	assert_true(rw_stamp_has(stamp, 0));
	assert_false(rw_stamp_has(stamp, 1));
	for (size_t i = 0; i < VALUES; i++) {
		struct rw_buf ours = RW_BUF_INIT, theirs = RW_BUF_INIT;

		rw_buf_clear(&text);
		text_with(&text, place, values[i]);
		write_text(&theirs, text.data, where);
		if (rw_stamp_write(stamp, &values[i], &ours) == 0) {
			assert_string_equal(ours.data, theirs.data);
			count++;
		} else {
			assert_int_equal(ours.len, 0);
		}
		rw_buf_release(&ours);
		rw_buf_release(&theirs);
	}
	rw_buf_release(&mark);
	rw_buf_release(&text);
	rw_buf_release(&pattern);
	rw_arena_free(arena);
	return count;
}

static void escapes_are_kept(void **state)
{
	static const int ways[][4] = {
		{ RW_ESCAPE_XML_TEXT, -1 },
		{ RW_ESCAPE_XML_ATTR, -1 },
		{ RW_ESCAPE_HTML_TEXT, RW_ESCAPE_XML_TEXT, -1 },
		{ RW_ESCAPE_HTML_BARE, RW_ESCAPE_HTML_ATTR, -1 },
	};

	(void)state;
	for (size_t way = 0; way < sizeof(ways) / sizeof(ways[0]); way++)
		for (size_t place = 0; place < 5; place++)
			assert_int_equal(stamped(place, ways[way]), VALUES);
}

/* What may be part of the end of a section is not stamped. */
static void cdata_is_whole(void **state)
{
	static const int plain[] = { RW_ESCAPES, -1 };
	static const int nested[] = { RW_ESCAPE_HTML_TEXT, RW_ESCAPES, -1 };

	(void)state;
	for (size_t place = 0; place < 5; place++) {
		assert_int_equal(stamped(place, plain), VALUES - 5);
		assert_int_equal(stamped(place, nested), VALUES - 4);
	}
}

static void unsigned_marks_are_refused(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_buf text = RW_BUF_INIT;

	(void)state;
	rw_slot_add(&text, 0);
	assert_null(rw_stamp_cut(arena, &text, 1));
	rw_buf_release(&text);
	rw_arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes_are_kept),
		cmocka_unit_test(cdata_is_whole),
		cmocka_unit_test(unsigned_marks_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
