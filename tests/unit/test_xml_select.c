/*
 * Expressions of profiles, on several threads.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/pool.h"
#include "xml/select.h"

#define DOCS 4000

/* Up to libxml2 2.9.14, threads that share it see one of its parts twice. */
#define EXPRESSION                                         \
	"(rw:place/@city | rw:workplace[not(../rw:place)]" \
	"/rw:from/@country-name)[1]"

struct shared {
	struct rw_selector *selector;
	struct rw_diags *diags;
	bool wrong[DOCS];
};

static struct rw_node *posting(struct rw_arena *arena, bool remote)
{
	struct rw_node *root = rw_doc_root(rw_doc_new(arena, RW_NS, "posting"));
	struct rw_node *place;

	if (remote) {
		place = rw_node_add(rw_node_add(root, RW_NS, "workplace"),
				    RW_NS, "from");
		rw_node_set_attr(place, "country-name", "Spain");
	} else {
		place = rw_node_add(root, RW_NS, "place");
		rw_node_set_attr(place, "city", "Berlin");
		rw_node_add(root, RW_NS, "workplace");
	}
	return root;
}

static void select_one(void *context, size_t i, unsigned thread)
{
	struct shared *s = context;
	struct rw_arena *arena = rw_arena_new();
	struct rw_node *root = posting(arena, i % 2);
	struct rw_selection got;

	(void)thread;
	s->wrong[i] = rw_select_run(rw_select_new(arena, root), s->selector,
				    root, &got, s->diags) != 0 ||
		      got.count != 1 ||
		      strcmp(got.items[0].text, i % 2 ? "Spain" : "Berlin") !=
			      0;
	rw_arena_free(arena);
}

static void threads_share_an_expression(void **state)
{
	struct rw_arena *arena = rw_arena_new();
	struct rw_sources *sources = rw_sources_new();
	struct shared s = { .diags = rw_diags_new(sources) };
	struct rw_pool *pool = rw_pool_new(4);
	size_t wrong = 0;

	(void)state;
	s.selector = rw_selector_new(arena, EXPRESSION, RW_NOWHERE, s.diags);
	assert_non_null(s.selector);
	for (int turn = 0; turn < 10; turn++) {
		rw_pool_do(pool, DOCS, select_one, &s);
		for (size_t i = 0; i < DOCS; i++)
			wrong += s.wrong[i];
	}
	assert_int_equal(wrong, 0);
	rw_pool_free(pool);
	rw_diags_free(s.diags);
	rw_sources_free(sources);
	rw_arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(threads_share_an_expression),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
