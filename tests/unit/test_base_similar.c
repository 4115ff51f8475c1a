/*
 * Texts that are nearly the same are found, others are not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/memory.h"
#include "base/similar.h"

#define WORDS 400

/* Word number 'i' of text 'seed'. */
static void add_word(struct rw_buf *text, unsigned seed, unsigned i)
{
	rw_buf_printf(text, "w%u%c", (seed * 7919 + i) * 2654435761u,
		      i % 11 ? ' ' : '\n');
}

/* A text whose words from 'from' to 'to' are another's. */
static struct rw_sketch sketch(unsigned seed, unsigned from, unsigned to)
{
	struct rw_buf text = RW_BUF_INIT;
	struct rw_sketch made;

	for (unsigned i = 0; i < WORDS; i++)
		add_word(&text, i >= from && i < to ? seed + 1000 : seed, i);
	made = rw_sketch_of(text.data);
	rw_buf_release(&text);
	return made;
}

/* Over many texts the estimate is right, and it is near for each. */
static void likeness_is_estimated(void **state)
{
	static const struct {
		unsigned changed;
		double jaccard;
	} cases[] = { { 0, 1 }, { 40, 0.82 }, { 100, 0.6 }, { 200, 0.33 } };

	(void)state;
	for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); c++) {
		double sum = 0;

		for (unsigned seed = 1; seed <= 50; seed++) {
			struct rw_sketch a = sketch(seed, 0, 0);
			struct rw_sketch b =
				sketch(seed, 100, 100 + cases[c].changed);
			double likeness = rw_sketch_likeness(&a, &b);

			assert_true(likeness > cases[c].jaccard - 0.3);
			assert_true(likeness < cases[c].jaccard + 0.3);
			sum += likeness;
		}
		assert_true(sum / 50 > cases[c].jaccard - 0.06);
		assert_true(sum / 50 < cases[c].jaccard + 0.06);
	}
}

static void found_in_the_group_only(void **state)
{
	struct rw_similar *similar = rw_similar_new();
	struct rw_sketch a = sketch(1, 0, 0), near = sketch(1, 390, 400);
	struct rw_sketch far = sketch(1, 100, 300), other = sketch(2, 0, 0);

	(void)state;
	assert_null(rw_similar_add(similar, 7, &a, "a"));
	assert_null(rw_similar_add(similar, 8, &near, "elsewhere"));
	assert_null(rw_similar_add(similar, 7, &far, "far"));
	assert_null(rw_similar_add(similar, 7, &other, "other"));
	assert_string_equal(rw_similar_add(similar, 7, &near, "near"), "a");
	/* Groups whose numbers share a bucket are two. */
	assert_null(rw_similar_add(similar, 7 + RW_SIMILAR_MOST, &a, "b"));
	rw_similar_free(similar);
	rw_similar_free(NULL);
}

static void short_texts_are_not_compared(void **state)
{
	struct rw_similar *similar = rw_similar_new();
	struct rw_sketch empty = rw_sketch_of("");
	struct rw_sketch few = rw_sketch_of(" Drive the mail to Elko.\n ");

	(void)state;
	assert_false(empty.known);
	assert_false(few.known);
	assert_null(rw_similar_add(similar, 1, &few, "a"));
	assert_null(rw_similar_add(similar, 1, &few, "b"));
	assert_true(rw_sketch_likeness(&few, &few) == 0);
	rw_similar_free(similar);
}

/* The latest are known, and memory does not grow. */
static void old_texts_are_forgotten(void **state)
{
	struct rw_similar *similar = rw_similar_new();
	struct rw_sketch a = sketch(1, 0, 0);
	size_t full = 0;
	char id[16];

	(void)state;
	for (uint64_t i = 0; i < 2 * RW_SIMILAR_MOST + 10; i++) {
		snprintf(id, sizeof(id), "%08u", (unsigned)i);
		assert_null(rw_similar_add(similar, i, &a, id));
		if (i == RW_SIMILAR_MOST - 1)
			full = rw_memory_live();
	}
	assert_true(rw_memory_live() <= full + (1 << 20));
	assert_string_equal(
		rw_similar_add(similar, 2 * RW_SIMILAR_MOST + 9, &a, "x"), id);
	rw_similar_free(similar);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(likeness_is_estimated),
		cmocka_unit_test(found_in_the_group_only),
		cmocka_unit_test(short_texts_are_not_compared),
		cmocka_unit_test(old_texts_are_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
