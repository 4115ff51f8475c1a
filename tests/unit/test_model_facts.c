/* Facts in words, and the groups that lists are shown in. */
#include "model_fixture.h"

static const struct rw_node *kit(struct fixture *f, const char *content)
{
	struct rw_resolve_options how = { .as = "kit" };

	put_role(f, "r", NULL, content);
	return resolve_how(f, RW_KIND_ROLE, "r", &how);
}

/* The headings of the groups of a list, and its items. */
static const char *groups(struct fixture *f, const struct rw_node *root,
			  const char *name)
{
	const struct rw_node *list = rw_node_child(root, name);
	const struct rw_node *group = rw_node_child(list, "group"), *n;
	struct rw_buf out = RW_BUF_INIT;
	char *text;

	for (; group != NULL; group = rw_node_next_element(group, "group")) {
		rw_buf_printf(&out, "[%s]", rw_node_attr(group, "label"));
		for (n = rw_node_child(group, NULL); n != NULL;
		     n = rw_node_next_element(n, NULL))
			rw_buf_printf(&out, " %s", rw_node_attr(n, "id"));
		rw_buf_putc(&out, ' ');
	}
	text = rw_arena_strdup(f->arena, out.len ? out.data : "");
	rw_buf_release(&out);
	return text;
}

#define GOAL(id, day) "<goal id='" id "' by-day='" day "'>Goal.</goal>"

static void goals_come_by_day(void **state)
{
	struct fixture *f = *state;
	const struct rw_node *root;

	root = kit(f,
		   "<title>R</title><first-90-days>" GOAL("c", "45")
			   GOAL("e", "90") GOAL("b", "30") GOAL("a", "20")
				   GOAL("f", "100") GOAL("d", "75")
					   GOAL("b2", "30") "</first-90-days>");
	assert_string_equal(groups(f, root, "first-90-days"),
			    "[By day 20] a [By day 30] b b2 [By day 45] c "
			    "[By day 75] d [By day 90] e [By day 100] f ");
	assert_fine(f);
}

static const char *travel(struct fixture *f, const char *lang,
			  const char *attributes, const char *name)
{
	const struct rw_node *root;

	put_role(f, "r", NULL,
		 rw_arena_printf(f->arena, "<title>R</title><travel %s/>",
				 attributes));
	fixture_reopen(f);
	root = role(f, "r", lang);
	assert_non_null(root);
	return attr(root, "travel", name);
}

#define NO_TRAVEL "percent-max='0' overnight='no' international='no'"

static void no_travel_is_a_word(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(travel(f, "en", NO_TRAVEL, "percent-text"),
			    "No travel");
	assert_string_equal(travel(f, "en", NO_TRAVEL, "overnight-text"), "");
	assert_string_equal(travel(f, "en", NO_TRAVEL, "international-text"),
			    "");
	assert_string_equal(travel(f, "de", NO_TRAVEL, "percent-text"),
			    "Keine Reisen");
	assert_string_equal(travel(f, "es", NO_TRAVEL, "percent-text"),
			    "Sin viajes");
	assert_string_equal(travel(f, "en", "percent-max='5' overnight='no'",
				   "percent-text"),
			    "Up to 5% of your time");
	assert_string_equal(travel(f, "en", "percent-min='0' percent-max='5'",
				   "percent-text"),
			    "Up to 5% of your time");
	assert_string_equal(travel(f, "en", "percent-max='5' overnight='no'",
				   "overnight-text"),
			    "No nights away");
}

static const char *language(struct fixture *f, const char *lang)
{
	const struct rw_node *root;

	put(f, "workspace/templates/companies/c.xml",
	    "<company " NS " id='c' xml:lang='en'><name>C</name></company>");
	put(f, "workspace/templates/postings/p.xml",
	    "<posting " NS " id='p' company='c' xml:lang='en'>"
	    "<title>P</title><languages><language lang='es' "
	    "cefr='C1'/></languages></posting>");
	root = posting(f, "p", lang);
	assert_fine(f);
	return attr(rw_node_child(root, "languages"), "language", "lang-text");
}

/* It begins an item; languages that write it small do not do so there. */
static void names_of_languages_begin_items(void **state)
{
	assert_string_equal(language(*state, "es"), "Español");
	assert_string_equal(language(*state, "en"), "Spanish");
	assert_string_equal(language(*state, "de"), "Spanisch");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(goals_come_by_day),
		TEST(no_travel_is_a_word),
		TEST(names_of_languages_begin_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
