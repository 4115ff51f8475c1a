/*
 * Term search: boundaries, the longest of the leftmost, case, white space.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"
#include "text/terms.h"

struct sought {
	const char *form;
	bool exact;
};

/* All hits in 'text' as "[term from:to]". */
static void finds(const struct sought *forms, const char *text,
		  const char *expected)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_term_index *index = rw_term_index_new(arena);
	struct rw_buf out = RW_BUF_INIT;
	struct rw_term_hit hit;
	size_t at = 0;

	for (size_t i = 0; forms[i].form; i++)
		rw_term_index_add(index, forms[i].form, forms[i].exact, i);
	rw_term_index_seal(index);
	while (rw_term_index_find(index, text, strlen(text), at, &hit)) {
		rw_buf_printf(&out, "[%zu %zu:%zu]", hit.term, hit.from,
			      hit.to);
		at = hit.to;
	}
	assert_string_equal(out.data, expected);
	rw_buf_release(&out);
	rw_arena_free(arena);
}

#define FORMS(...) ((const struct sought[]){ __VA_ARGS__, { NULL, false } })

static void boundaries(void **state)
{
	(void)state;
	finds(FORMS({ "account", false }),
	      "account, Account. accounts subaccount account\xC3\xA9 (account)",
	      "[0 0:7][0 9:16][0 49:56]");
	finds(FORMS({ "account", false }), "x-account/account_account9",
	      "[0 2:9][0 10:17]");
	finds(FORMS({ "a", false }), "a", "[0 0:1]");
	finds(FORMS({ "a", false }), "a\xCC\x88", "");
	finds(FORMS({ "a", false }), "", "");
	finds(FORMS({ "", false }, { "  ", false }), "a b", "");
	finds(FORMS({ "(m/w/d)", false }), "Manager (m/w/d) x(m/w/d)",
	      "[0 8:15]");
}

static void longest_and_leftmost(void **state)
{
	(void)state;
	finds(FORMS({ "account", false }, { "key account", false },
		    { "key account manager", false }, { "manager", false }),
	      "key account manager, key account managers, key accounts",
	      "[2 0:19][1 21:32]");
	finds(FORMS({ "b c", false }, { "a b", false }, { "c d", false }),
	      "a b c d", "[1 0:3][2 4:7]");
	/* The longer one fails: the shorter inside it counts. */
	finds(FORMS({ "a b c d e", false }, { "c d", false }), "a b c d x",
	      "[1 4:7]");
	finds(FORMS({ "a b c d", false }, { "b c", false }, { "a", false }),
	      "a b c x", "[2 0:1][1 2:5]");
	finds(FORMS({ "x", false }, { "x", false }), "x", "[0 0:1]");
}

static void case_rules(void **state)
{
	(void)state;
	finds(FORMS({ "IT", true }), "it IT It", "[0 3:5]");
	finds(FORMS({ "IT", true }, { "it", false }), "it IT",
	      "[1 0:2][0 3:5]");
	finds(FORMS({ "\xC3\x9C"
		      "bung",
		      false }),
	      "\xC3\xBC"
	      "BUNG",
	      "[0 0:6]");
	finds(FORMS({ "Key  Account", true }), "Key\n\tAccount key account",
	      "[0 0:12]");
}

static void white_space(void **state)
{
	(void)state;
	finds(FORMS({ " key account ", false }),
	      "key account key  account key\n account key\xC2\xA0"
	      "account "
	      "keyaccount",
	      "[0 0:11][0 12:24][0 25:37][0 38:50]");
}

static void from_the_middle(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_term_index *index = rw_term_index_new(arena);
	struct rw_term_hit hit;

	(void)state;
	rw_term_index_add(index, "count", false, 7);
	rw_term_index_seal(index);
	assert_false(rw_term_index_find(index, "account", 7, 2, &hit));
	assert_false(rw_term_index_find(index, "count", 5, 5, &hit));
	rw_arena_free(arena);
	arena = rw_arena_new();
	index = rw_term_index_new(arena);
	rw_term_index_seal(index);
	assert_false(rw_term_index_find(index, "count", 5, 0, &hit));
	rw_arena_free(arena);
}

/* Forms that overlap with themselves, and one over the window on the stack. */
static void linear(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_term_index *index = rw_term_index_new(arena);
	struct rw_buf form = RW_BUF_INIT, text = RW_BUF_INIT;
	struct rw_term_hit hit;
	size_t at = 0, count = 0;

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		rw_buf_puts(&form, "a ");
	rw_buf_puts(&form, "b");
	rw_term_index_add(index, form.data, false, 0);
	rw_term_index_add(index, "a a", false, 1);
	rw_term_index_seal(index);
	for (size_t i = 0; i < 100000; i++)
		rw_buf_puts(&text, "a ");
	rw_buf_puts(&text, "b");
	while (rw_term_index_find(index, text.data, text.len, at, &hit)) {
		at = hit.to;
		count++;
		if (count > 2000)
			break;
	}
	assert_true(count > 2000);
	rw_buf_release(&form);
	rw_buf_release(&text);
	rw_arena_free(arena);
}

/* Every label of a big list is found whole in a text of all of them. */
static void many(void **state)
{
	const size_t wanted = 13485;
	struct rw_arena *arena = rw_arena_new();
	struct rw_term_index *index = rw_term_index_new(arena);
	struct rw_buf text = RW_BUF_INIT;
	struct rw_term_hit hit;
	size_t at = 0, count = 0;

	(void)state;
	for (size_t i = 0; i < wanted; i++) {
		const char *form =
			rw_arena_printf(arena, "skill %zu of %zu", i % 977, i);

		rw_term_index_add(index, form, false, i);
		rw_buf_printf(&text, "%s; ", form);
	}
	rw_term_index_seal(index);
	while (rw_term_index_find(index, text.data, text.len, at, &hit)) {
		assert_int_equal(hit.term, count);
		at = hit.to;
		count++;
	}
	assert_int_equal(count, wanted);
	rw_buf_release(&text);
	rw_arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boundaries),
		cmocka_unit_test(longest_and_leftmost),
		cmocka_unit_test(case_rules),
		cmocka_unit_test(white_space),
		cmocka_unit_test(from_the_middle),
		cmocka_unit_test(linear),
		cmocka_unit_test(many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
