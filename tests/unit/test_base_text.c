/* UTF-8, nearest names, hashes, maps and JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/json.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/utf8.h"

static void malformed_utf8_is_found(void **state)
{
	static const struct {
		const char *text;
		size_t len;
		size_t valid;
	} cases[] = {
		{ "", 0, 0 },
		{ "abc", 3, 3 },
		{ "a\0b", 3, 3 },
		{ "\xC3\xA4", 2, 2 },
		{ "\xF0\x9F\x98\x80", 4, 4 },
		{ "\xF4\x8F\xBF\xBF", 4, 4 }, /* U+10FFFF */
		{ "a\x80", 2, 1 },	      /* alone */
		{ "\xC0\x80", 2, 0 },	      /* overlong NUL */
		{ "\xC1\xBF", 2, 0 },	      /* overlong */
		{ "\xE0\x9F\xBF", 3, 0 },     /* overlong */
		{ "\xED\xA0\x80", 3, 0 },     /* surrogate */
		{ "\xED\x9F\xBF", 3, 3 },
		{ "\xF0\x8F\xBF\xBF", 4, 0 }, /* overlong */
		{ "\xF4\x90\x80\x80", 4, 0 }, /* over U+10FFFF */
		{ "\xF5\x80\x80\x80", 4, 0 },
		{ "\xFF", 1, 0 },
		{ "ab\xE2\x82", 4, 2 }, /* cut off */
		{ "ab\xE2\x82x", 5, 2 },
		{ "\xC3", 1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(
			rw_utf8_valid_prefix(cases[i].text, cases[i].len),
			cases[i].valid);
}

static void code_points_round_trip(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char bytes[4];
		size_t size;
		size_t put = rw_utf8_encode(c, bytes);
		uint32_t expected = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;

		if (rw_utf8_decode(bytes, put, &size) != expected ||
		    size != put)
			fail_msg("U+%04X", (unsigned)c);
	}
}

static void utf8_is_counted_and_cut(void **state)
{
	const char *text = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80z";
	size_t size;

	(void)state;
	assert_int_equal(rw_utf8_length(text, strlen(text)), 5);
	assert_int_equal(rw_utf8_length("", 0), 0);
	/* However the characters lie across eight bytes. */
	for (size_t from = 0; from < 12; from++) {
		const char *many = "abcdefghijkl\xE2\x82\xAC\xC3\xA4"
				   "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
				   "\x80\xBF\xC0\xFF mnopq";

		assert_int_equal(
			rw_utf8_length(many + from, strlen(many + from)),
			12 - from + 4 + 2 + 6);
	}
	assert_int_equal(rw_utf8_cut(text, strlen(text), 3), 6);
	assert_int_equal(rw_utf8_cut(text, strlen(text), 99), strlen(text));
	assert_int_equal(rw_utf8_decode("\xE2\x82", 2, &size), 0xFFFD);
	assert_int_equal(size, 1);
	assert_int_equal(rw_utf8_decode("", 0, &size), 0xFFFD);
	assert_int_equal(size, 1);
}

static void bare_bytes_are_told(void **state)
{
	(void)state;
	/* Any byte, wherever it lies in eight. */
	for (unsigned byte = 0; byte < 256; byte++) {
		bool bare = byte >= 0x20 && byte < 0x7F &&
			    !strchr("\"&<>\\", (int)byte);

		for (size_t at = 0; at < 20; at++) {
			char text[24];

			memset(text, 'a', sizeof(text));
			text[at] = (char)byte;
			assert_int_equal(
				rw_utf8_bare_prefix(text, sizeof(text)),
				bare ? sizeof(text) : at);
			assert_int_equal(rw_utf8_bare_prefix(text, at), at);
		}
	}
}

static void dangerous_characters_are_known(void **state)
{
	(void)state;
	assert_true(rw_utf8_is_control(0));
	assert_true(rw_utf8_is_control(0x1B));
	assert_true(rw_utf8_is_control(0x7F));
	assert_true(rw_utf8_is_control(0x9B));
	assert_true(rw_utf8_is_control(0xFFFE));
	assert_true(rw_utf8_is_control(0xFDD0));
	assert_true(rw_utf8_is_control(0x1FFFF));
	assert_false(rw_utf8_is_control(0xFDF0));
	assert_false(rw_utf8_is_control(0x1F600));
	assert_false(rw_utf8_is_control('\t'));
	assert_false(rw_utf8_is_control(0xA0));
	assert_true(rw_utf8_is_bidi(0x202E));
	assert_true(rw_utf8_is_bidi(0x2066));
	assert_false(rw_utf8_is_bidi(0x200E));
	assert_int_equal(rw_utf8_width('a'), 1);
	assert_int_equal(rw_utf8_width(0x301), 0);
	assert_int_equal(rw_utf8_width(0x6F22), 2);
}

static void distances(void **state)
{
	(void)state;
	assert_int_equal(rw_distance("", "", 3), 0);
	assert_int_equal(rw_distance("", "ab", 3), 2);
	assert_int_equal(rw_distance("ab", "", 3), 2);
	assert_int_equal(rw_distance("title", "titel", 3), 1);
	assert_int_equal(rw_distance("summary", "sumary", 3), 1);
	assert_int_equal(rw_distance("kitten", "sitting", 9), 3);
	assert_int_equal(rw_distance("kitten", "sitting", 2), 3);
	assert_int_equal(rw_distance("abcdef", "uvwxyz", 2), 3);
	assert_int_equal(rw_distance("abcdefghi", "a", 2), 3);
}

static void nearest_names(void **state)
{
	static const char *const names[] = { "responsibility", "requirement",
					     "summary", "title", "pay" };

	(void)state;
	assert_string_equal(rw_nearest("responsability", names, 5),
			    "responsibility");
	assert_string_equal(rw_nearest("titel", names, 5), "title");
	assert_string_equal(rw_nearest("title", names, 5), "title");
	assert_string_equal(rw_nearest("pya", names, 5), "pay");
	assert_null(rw_nearest("zebra", names, 5));
	assert_null(rw_nearest("x", names, 5));
	assert_null(rw_nearest("title", names, 0));
}

static void nearest_takes_the_first_of_equals(void **state)
{
	static const char *const names[] = { "cat", "bat", "rat" };

	(void)state;
	assert_ptr_equal(rw_nearest("hat", names, 3), names[0]);
	assert_ptr_equal(rw_nearest("rat", names, 3), names[2]);
}

static void long_names_are_compared(void **state)
{
	char a[1000], b[1000];
	const char *const names[] = { b };

	(void)state;
	memset(a, 'x', sizeof(a));
	memset(b, 'x', sizeof(b));
	a[999] = b[999] = '\0';
	assert_ptr_equal(rw_nearest(a, names, 1), b);
	b[5] = 'y';
	assert_null(rw_nearest(a, names, 1));
}

static void hashes_are_stable(void **state)
{
	char hex[33];

	(void)state;
	/* As 'xxhsum -H2' and 'xxhsum -H3' print them. */
	rw_hash_hex("", 0, hex);
	assert_string_equal(hex, "99aa06d3014798d86001c324468d497f");
	assert_true(rw_hash("", 0) == UINT64_C(0x2d06800538d394c2));
	assert_true(rw_hash("a", 1) != rw_hash("b", 1));
}

static void map_keeps_many_keys(void **state)
{
	struct rw_map *map = rw_map_new();
	static char values[20000];
	char key[32];

	(void)state;
	for (size_t i = 0; i < 20000; i++) {
		snprintf(key, sizeof(key), "key-%zu", i);
		assert_null(rw_map_put(map, key, &values[i]));
	}
	for (size_t i = 0; i < 20000; i += 3) {
		snprintf(key, sizeof(key), "key-%zu", i);
		assert_ptr_equal(rw_map_remove(map, key), &values[i]);
		assert_null(rw_map_remove(map, key));
	}
	for (size_t i = 0; i < 20000; i++) {
		snprintf(key, sizeof(key), "key-%zu", i);
		assert_ptr_equal(rw_map_get(map, key),
				 i % 3 ? &values[i] : NULL);
	}
	assert_int_equal(rw_map_count(map), 20000 - 6667);
	rw_map_free(map);
	rw_map_free(NULL);
}

static void map_keys_are_in_byte_order(void **state)
{
	struct rw_map *map = rw_map_new();
	char value;
	const char **keys = rw_map_keys(map);

	(void)state;
	rw_free(keys);
	rw_map_put(map, "b", &value);
	rw_map_put(map, "\xC3\xA4", &value);
	rw_map_put(map, "B", &value);
	rw_map_put(map, "", &value);
	assert_ptr_equal(rw_map_put(map, "b", &value), &value);
	keys = rw_map_keys(map);
	assert_int_equal(rw_map_count(map), 4);
	assert_string_equal(keys[0], "");
	assert_string_equal(keys[1], "B");
	assert_string_equal(keys[2], "b");
	assert_string_equal(keys[3], "\xC3\xA4");
	rw_free(keys);
	rw_map_free(map);
}

static void json_is_escaped(void **state)
{
	struct rw_buf out = RW_BUF_INIT;
	struct rw_json json;

	(void)state;
	rw_json_init(&json, &out, false);
	rw_json_string_n(&json,
			 "</script>&\"\\\n\t\x01\x7F\0\xE2\x80\xA8"
			 "\xE2\x80\xAE\xC3\xA4\xFF\xF0\x9F\x98\x80",
			 30);
	assert_string_equal(out.data,
			    "\"\\u003c/script\\u003e\\u0026\\\"\\\\\\n\\t"
			    "\\u0001\\u007f\\u0000\\u2028\\u202e\xC3\xA4"
			    "\xEF\xBF\xBD\xF0\x9F\x98\x80\"");
	rw_buf_release(&out);
}

static void json_is_laid_out(void **state)
{
	struct rw_buf out = RW_BUF_INIT;
	struct rw_json json;

	(void)state;
	rw_json_init(&json, &out, true);
	rw_json_object(&json);
	rw_json_key(&json, "a");
	rw_json_array(&json);
	rw_json_integer(&json, -5);
	rw_json_number(&json, "12.50");
	rw_json_end(&json, ']');
	rw_json_key(&json, "b");
	rw_json_object(&json);
	rw_json_end(&json, '}');
	rw_json_key(&json, "c");
	rw_json_bool(&json, true);
	rw_json_key(&json, "d");
	rw_json_null(&json);
	rw_json_end(&json, '}');
	assert_string_equal(out.data, "{\n  \"a\": [\n    -5,\n    12.50\n"
				      "  ],\n  \"b\": {},\n  \"c\": true,\n"
				      "  \"d\": null\n}");
	rw_buf_release(&out);
}

static void json_too_deep_is_null(void **state)
{
	struct rw_buf out = RW_BUF_INIT;
	struct rw_json json;

	(void)state;
	rw_json_init(&json, &out, false);
	for (int i = 0; i < RW_JSON_DEPTH + 5; i++)
		rw_json_array(&json);
	rw_json_string(&json, "lost");
	for (int i = 0; i < RW_JSON_DEPTH + 5; i++)
		rw_json_end(&json, ']');
	assert_int_equal(out.len, RW_JSON_DEPTH * 2 + 4);
	assert_memory_equal(out.data + RW_JSON_DEPTH, "null]", 5);
	rw_buf_release(&out);
}

static void vector_grows(void **state)
{
	struct rw_vec vec = { .count = 0 };
	char items[100];

	(void)state;
	for (int i = 0; i < 100; i++)
		rw_vec_push(&vec, &items[i]);
	assert_int_equal(vec.count, 100);
	assert_ptr_equal(vec.items[99], &items[99]);
	rw_vec_release(&vec);
	assert_int_equal(vec.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(malformed_utf8_is_found),
		cmocka_unit_test(code_points_round_trip),
		cmocka_unit_test(utf8_is_counted_and_cut),
		cmocka_unit_test(bare_bytes_are_told),
		cmocka_unit_test(dangerous_characters_are_known),
		cmocka_unit_test(distances),
		cmocka_unit_test(nearest_names),
		cmocka_unit_test(nearest_takes_the_first_of_equals),
		cmocka_unit_test(long_names_are_compared),
		cmocka_unit_test(hashes_are_stable),
		cmocka_unit_test(map_keeps_many_keys),
		cmocka_unit_test(map_keys_are_in_byte_order),
		cmocka_unit_test(json_is_escaped),
		cmocka_unit_test(json_is_laid_out),
		cmocka_unit_test(json_too_deep_is_null),
		cmocka_unit_test(vector_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
