/* What became of the statements of a section. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/buf.h"
#include "model/changes.h"

struct fixture {
	struct rw_arena *arena;
	const struct rw_node *prose;
};

static int set_up(void **state)
{
	static struct fixture f;

	rw_xml_init();
	f.arena = rw_arena_new();
	f.prose = rw_doc_root(rw_doc_new(f.arena, RW_NS, "item"));
	*state = &f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	rw_arena_free(f->arena);
	return 0;
}

/* A section of "id=text" statements, parted by bars. */
static struct rw_outline_section section(struct fixture *f, const char *items)
{
	struct rw_outline_section s = { .name = "duties", .label = "Duties" };

	s.statements = rw_arena_zalloc(f->arena, (strlen(items) + 1) *
							 sizeof(*s.statements));
	while (*items != '\0') {
		size_t id = strcspn(items, "="), len = strcspn(items, "|");
		struct rw_statement *to = &s.statements[s.count++];

		to->id = rw_arena_strndup(f->arena, items, id);
		to->text = rw_arena_strndup(f->arena, items + id + 1,
					    len - id - 1);
		to->node = f->prose;
		to->figures = "";
		to->lang = "en";
		items += len + (items[len] == '|');
	}
	return s;
}

static void expect(struct fixture *f, const char *was, const char *is,
		   const char *expected)
{
	struct rw_outline_section a = section(f, was), b = section(f, is);
	struct rw_buf got = RW_BUF_INIT;
	size_t count;
	struct rw_change *changes =
		rw_compare_section(f->arena, &a, &b, &count);

	for (size_t i = 0; i < count; i++) {
		const struct rw_change *c = &changes[i];

		rw_buf_printf(&got, "%s%s", i ? " " : "",
			      rw_change_name(c->kind));
		rw_buf_printf(&got, ":%s", c->b ? c->b->id : c->a->id);
		if (c->a && c->b && strcmp(c->a->id, c->b->id) != 0)
			rw_buf_printf(&got, "<%s", c->a->id);
	}
	assert_string_equal(got.data, expected);
	rw_buf_release(&got);
}

static void statements_are_matched_by_id(void **state)
{
	expect(*state, "", "", "");
	expect(*state, "a=one|b=two", "a=one|b=two", "same:a same:b");
	expect(*state, "a=one", "a=other", "reworded:a");
	expect(*state, "a=one", "", "removed:a");
	expect(*state, "", "a=one", "added:a");
}

static void what_went_stands_after_what_it_followed(void **state)
{
	expect(*state, "a=one|b=two|c=three", "a=one|c=three|d=four",
	       "same:a removed:b same:c added:d");
	expect(*state, "a=one|b=two", "b=two|c=three",
	       "removed:a same:b added:c");
}

static void the_fewest_statements_count_as_moved(void **state)
{
	expect(*state, "a=1|b=2|c=3|d=4", "b=2|c=3|d=4|a=1",
	       "same:b same:c same:d moved:a");
	expect(*state, "a=1|b=2|c=3", "c=3|a=1|b=2", "moved:c same:a same:b");
}

static void near_words_with_another_id_are_reworded(void **state)
{
	/* Six words of ten in common, and five of ten. */
	expect(*state, "a=k l m n o p q r", "b=k l m n o p s t",
	       "reworded:b<a");
	expect(*state, "a=k l m n o p q r", "b=k l m n o s t u",
	       "added:b removed:a");
	expect(*state, "a=Bake, the bread!", "b=bake the BREAD",
	       "reworded:b<a");
	expect(*state, "a=same words", "b=same words", "same:b<a");
	/* The nearest wins. */
	expect(*state, "a=k l m n", "b=k l m x|c=k l m n", "added:b same:c<a");
	/* Nothing to go by. */
	expect(*state, "a=!", "b=?", "added:b removed:a");
}

static void lines_are_matched_by_id_only(void **state)
{
	struct fixture f = *(struct fixture *)*state;

	f.prose = NULL;
	expect(&f, "a=account manager", "b=account manager",
	       "added:b removed:a");
}

static void figures_make_a_difference(void **state)
{
	struct fixture *f = *state;
	struct rw_outline_section a = section(f, "a=one"),
				  b = section(f, "a=one");
	size_t count;

	b.statements[0].figures = "5 years";
	assert_int_equal(rw_compare_section(f->arena, &a, &b, &count)->kind,
			 RW_CHANGE_REWORDED);
	assert_int_equal(count, 1);
}

static void a_side_may_lack_the_section(void **state)
{
	struct fixture *f = *state;
	struct rw_outline_section s = section(f, "a=one");
	size_t count;

	assert_int_equal(rw_compare_section(f->arena, NULL, &s, &count)->kind,
			 RW_CHANGE_ADDED);
	assert_int_equal(rw_compare_section(f->arena, &s, NULL, &count)->kind,
			 RW_CHANGE_REMOVED);
	rw_compare_section(f->arena, NULL, NULL, &count);
	assert_int_equal(count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statements_are_matched_by_id),
		cmocka_unit_test(what_went_stands_after_what_it_followed),
		cmocka_unit_test(the_fewest_statements_count_as_moved),
		cmocka_unit_test(near_words_with_another_id_are_reworded),
		cmocka_unit_test(lines_are_matched_by_id_only),
		cmocka_unit_test(figures_make_a_difference),
		cmocka_unit_test(a_side_may_lack_the_section),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
