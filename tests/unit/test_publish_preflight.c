/* Rules of preflight that documents of a workspace cannot break, for 'check'
 * refuses them before: rows of tables can. Formats of days, texts in parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "publish/preflight.h"

struct fixture {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
};

static struct rw_node *parse(struct fixture *f, const char *xml)
{
	const struct rw_input input = { xml, strlen(xml), "posting.xml" };
	struct rw_doc *doc =
		rw_doc_parse(f->arena, &input, &rw_limits_role, f->diags);

	assert_non_null(doc);
	return rw_doc_root(doc);
}

/* The code that 'rule' raises for a posting, or RW_CODES. */
static enum rw_code raised(const char *rule, const char *xml)
{
	struct fixture f = { .arena = rw_arena_new(),
			     .sources = rw_sources_new() };
	struct rw_board_rule one = { .name = rule, .level = RW_ERROR };
	struct rw_board board = { .name = "B", .rules = &one, .rule_count = 1 };
	struct rw_item item = { .board = &board, .arena = f.arena };
	static const enum rw_code codes[] = { RW_PAY_PARTIAL, RW_PAY_REVERSED,
					      RW_EXPIRY_EARLY };
	enum rw_code found = RW_CODES;

	item.diags = f.diags = rw_diags_new(f.sources);
	item.root = parse(&f, xml);
	assert_int_equal(rw_preflight_find(&board, f.diags), 0);
	rw_preflight_run(&item);
	for (size_t i = 0; i < 3; i++)
		if (rw_diags_has(f.diags, codes[i]))
			found = codes[i];
	rw_arena_free(f.arena);
	rw_diags_free(f.diags);
	rw_sources_free(f.sources);
	return found;
}

#define POSTING(attributes, parts)                                        \
	"<posting xmlns='urn:rolewright:1' date='2026-11-21' " attributes \
	">" parts "</posting>"

static void pay(void **state)
{
	(void)state;
	assert_int_equal(raised("pay-whole",
				POSTING("", "<pay min='9' period='hour'/>")),
			 RW_PAY_PARTIAL);
	assert_int_equal(raised("pay-whole",
				POSTING("", "<pay min='9' currency='EUR'/>")),
			 RW_PAY_PARTIAL);
	assert_int_equal(
		raised("pay-whole", POSTING("", "<pay min='9' period='hour' "
						"currency='EUR'/>")),
		RW_CODES);
	assert_int_equal(raised("pay-whole", POSTING("", "<pay/>")), RW_CODES);
	assert_int_equal(
		raised("pay-order", POSTING("", "<pay min='9' max='8.9' "
						"period='hour' "
						"currency='EUR'/>")),
		RW_PAY_REVERSED);
	assert_int_equal(raised("pay-order", POSTING("", "<pay min='9' max='9' "
							 "period='hour' "
							 "currency='EUR'/>")),
			 RW_CODES);
}

static void expiry(void **state)
{
	(void)state;
	assert_int_equal(raised("expiry", POSTING("closes='2026-11-20'", "")),
			 RW_EXPIRY_EARLY);
	assert_int_equal(raised("expiry", POSTING("posted='2026-12-02' "
						  "closes='2026-12-01'",
						  "")),
			 RW_EXPIRY_EARLY);
	assert_int_equal(raised("expiry", POSTING("closes='2026-11-21'", "")),
			 RW_CODES);
}

/* What a field makes of its value. */
static const char *written(struct fixture *f, enum rw_field_format format,
			   const char *value)
{
	struct rw_board_field field = {
		.name = "x",
		.format = format,
		.select = rw_selector_new(f->arena, "@v", RW_NOWHERE, f->diags),
	};
	struct rw_board board = {
		.name = "B", .id = "b", .fields = &field, .field_count = 1
	};
	struct rw_item item = { .board = &board,
				.arena = f->arena,
				.diags = f->diags };

	item.root = parse(f, POSTING("posted='2026-11-21'", ""));
	rw_node_set_attr(item.root, "v", value);
	assert_int_equal(rw_board_fields_add(&item), 0);
	return rw_board_field(&item, "x");
}

static void formats(void **state)
{
	static const struct {
		enum rw_field_format format;
		const char *value, *written; /* NULL: refused */
	} cases[] = {
		{ RW_FIELD_TEXT, " a \n b ", "a b" },
		{ RW_FIELD_DATE, "2026-11-21", "2026-11-21" },
		{ RW_FIELD_DATE, "2026-02-29", NULL },
		{ RW_FIELD_DATE_TIME, "2026-11-21", "2026-11-21T00:00:00Z" },
		{ RW_FIELD_END_OF_DAY, "2026-11-21", "2026-11-21T23:59:59Z" },
		/* Week-days by another calendar program. */
		{ RW_FIELD_RFC822, "2026-11-21",
		  "Sat, 21 Nov 2026 00:00:00 GMT" },
		{ RW_FIELD_RFC822, "2008-12-10",
		  "Wed, 10 Dec 2008 00:00:00 GMT" },
		{ RW_FIELD_RFC822, "1969-12-31",
		  "Wed, 31 Dec 1969 00:00:00 GMT" },
		{ RW_FIELD_RFC822, "2024-02-29",
		  "Thu, 29 Feb 2024 00:00:00 GMT" },
		{ RW_FIELD_DMY_DOTS, "2026-01-09", "09.01.2026" },
		{ RW_FIELD_DMY, "2026-01-09", "09/01/2026" },
		{ RW_FIELD_MDY, "2026-01-09", "01/09/2026" },
		/* The day of posting is the first. */
		{ RW_FIELD_DAYS, "2026-11-21", "1" },
		{ RW_FIELD_DAYS, "2026-12-20", "30" },
		{ RW_FIELD_DAYS, "2028-02-29", "466" },
		{ RW_FIELD_DAYS, "2026-11-20", NULL },
		{ RW_FIELD_DAYS, "soon", NULL },
		{ RW_FIELD_INTEGER, "60000.00", "60000" },
		{ RW_FIELD_INTEGER, "20.5", NULL },
		{ RW_FIELD_DECIMAL, "20.50", "20.5" },
		{ RW_FIELD_DECIMAL, "1e3", NULL },
	};
	struct fixture f = { .arena = rw_arena_new(),
			     .sources = rw_sources_new() };

	(void)state;
	f.diags = rw_diags_new(f.sources);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *text = written(&f, cases[i].format, cases[i].value);

		if (cases[i].written)
			assert_string_equal(text, cases[i].written);
		else
			assert_null(text);
	}
	rw_arena_free(f.arena);
	rw_diags_free(f.diags);
	rw_sources_free(f.sources);
}

/* How many findings a limit of 'most' characters has for a text with tags. */
static size_t too_long(enum rw_field_format format, size_t most)
{
	struct fixture f = { .arena = rw_arena_new(),
			     .sources = rw_sources_new() };
	struct rw_board_field field = { .name = "x",
					.format = format,
					.most = most };
	struct rw_board board = {
		.name = "B", .id = "b", .fields = &field, .field_count = 1
	};
	struct rw_item item = { .board = &board, .arena = f.arena };
	static const char tree[] = "<job xmlns:o='" RW_NS_OUT
				   "'><o:markup method='html' "
				   "field='x' tags='p'><p xmlns='" RW_NS_XHTML
				   "'>Pumps</p></o:markup></job>";
	const struct rw_input input = { tree, sizeof(tree) - 1, "tree.xml" };
	size_t count;

	item.diags = f.diags = rw_diags_new(f.sources);
	item.tree = rw_doc_parse(f.arena, &input, &rw_limits_role, f.diags);
	assert_non_null(item.tree);
	rw_board_check_texts(&item);
	count = rw_diags_count(f.diags, RW_ERROR);
	rw_arena_free(f.arena);
	rw_diags_free(f.diags);
	rw_sources_free(f.sources);
	return count;
}

/* "Pumps" has 5 characters, "<p>Pumps</p>" 12. */
static void lengths(void **state)
{
	(void)state;
	assert_int_equal(too_long(RW_FIELD_HTML, 5), 0);
	assert_int_equal(too_long(RW_FIELD_HTML, 4), 1);
	assert_int_equal(too_long(RW_FIELD_MARKUP, 12), 0);
	assert_int_equal(too_long(RW_FIELD_MARKUP, 11), 1);
}

#define TREE                                                                 \
	"<job xmlns:out='urn:rolewright:output' "                            \
	"xmlns='http://www.w3.org/1999/xhtml'><a><out:markup "               \
	"method='html' field='text'><p>One.</p></out:markup></a>"            \
	"<out:markup method='html' field='other'><p>No.</p></out:markup>"    \
	"<b><out:markup method='html' field='text'><p>Two.</p></out:markup>" \
	"</b></job>"

/* A text in several parts is one text for the rules, and for its limits. */
static void parts(void **state)
{
	struct fixture f = { .arena = rw_arena_new(),
			     .sources = rw_sources_new() };
	const struct rw_input input = { TREE, strlen(TREE), "tree.xml" };
	struct rw_board_field field = { .name = "text",
					.format = RW_FIELD_HTML,
					.most = 10 };
	struct rw_board board = { .name = "B",
				  .fields = &field,
				  .field_count = 1 };
	struct rw_item item = { .board = &board, .arena = f.arena };

	(void)state;
	item.diags = rw_diags_new(f.sources);
	item.tree = rw_doc_parse(f.arena, &input, &rw_limits_role, item.diags);
	assert_string_equal(rw_board_text(&item, "text"), "One.\n\nTwo.");
	assert_string_equal(rw_board_text(&item, "none"), "");
	rw_board_check_texts(&item);
	assert_false(rw_diags_has(item.diags, RW_BOARD_FIELD_LONG));
	field.most = 9;
	rw_board_check_texts(&item);
	assert_true(rw_diags_has(item.diags, RW_BOARD_FIELD_LONG));
	rw_arena_free(f.arena);
	rw_diags_free(item.diags);
	rw_sources_free(f.sources);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pay),	   cmocka_unit_test(expiry),
		cmocka_unit_test(formats), cmocka_unit_test(lengths),
		cmocka_unit_test(parts),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
