/*
 * Quick acceptance against the schema itself: every document of the library is
 * accepted, and of thousands of mutants none is that the schema refuses.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/map.h"
#include "xml/acceptance.h"
#include "xml/schema.h"

#define MUTANTS 5000
#define VALUE_MUTANTS 5000
#define SEED 20261121u
#define LONG_VALUE 2100

static const char *const folders[] = {
	"glossary",
	"stylesheets/l10n",
	"templates/roles",
	"templates/statements",
	"templates/pay",
	"templates/rules",
	"templates/boards",
	"templates/examples",
	"templates/examples/templates/roles",
	"templates/examples/templates/statements",
	"templates/examples/templates/pay",
	"templates/examples/templates/companies",
	"templates/examples/templates/postings",
};

static const char *const values[] = {
	"",
	" ",
	"a",
	"a b",
	"a  b ",
	"A",
	"0",
	"-1",
	"+5",
	"1e3",
	"1.",
	".5",
	"00",
	"-0",
	"0.0",
	"1.5",
	"1.23456",
	"100",
	"100.01",
	"101",
	"60",
	"61",
	"1000000000",
	"1000000001",
	"999999999999",
	"1234567890123456",
	"0.00001",
	"0.000000001",
	"2026-02-30",
	"2024-02-29",
	"2023-02-29",
	"0000-01-01",
	"2026-11-21",
	"2026-11",
	"2026-13",
	"2026",
	"0000",
	"10000-01-01",
	"2026-01-01Z",
	"26-01-01",
	"en",
	"EN",
	"en-US",
	"en-us",
	"english",
	"x-test",
	"de-Latn-AT",
	"de-Latn",
	"es-419",
	"i-x",
	"e",
	"http://",
	"http://a",
	"http://-/",
	"https://a.b/c d",
	"https://a.b/%zz",
	"https://a.b/c?d=e#f",
	"https://a.b/c?d=e",
	"https://a.b/c?",
	"?a",
	"https://a.b:8080/",
	"https://a..b/",
	"ftp://a.b",
	"mailto:a@b",
	"a#b",
	"#b",
	"a#b#c",
	"\xc3\xbc",
	"a\xcc\x81",
	"yes",
	"no",
	"Yes",
	"yes ",
	" yes",
	"yes no",
	"US",
	"us",
	"US-CO",
	"US-NY-NYC",
	"US-NY-NYC-X",
	"USD",
	"CO",
	"+1 (303) 555-0100",
	"+1",
	"a@b",
	"a@@b",
	"@",
	"a b@c",
	"../x",
	"/x",
	".x",
	"a/b",
	"a//b",
	"a.b",
	"a..b",
	"a.b.",
	"#123456",
	"#12345g",
	"50/50",
	"1/2/3",
	"1234/1",
	"full-time",
	"full-time part-time",
	"full-time,part-time",
	"0123abcd",
	"0123abcg",
	"a-b",
	"-a",
	"a_b",
	"a:b",
	"a\tb",
	"a\nb",
	"all",
	"used",
	"all used",
};

struct library {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_schema *schema;
	struct rw_vec docs;
	struct rw_vec nodes; /* of all documents */
	uint32_t random;
	size_t accepted, tried;
};

static size_t pick(struct library *l, size_t count)
{
	l->random = l->random * 1664525u + 1013904223u;
	return (l->random >> 8) % count;
}

static void read_folder(struct library *l, const char *folder)
{
	char **names;
	size_t count;

	assert_int_equal(rw_file_list(l->arena, folder, ".xml", &names, &count),
			 0);
	for (size_t i = 0; i < count; i++) {
		const char *path = rw_path_join(l->arena, folder, names[i]);
		struct rw_doc *doc = rw_doc_read(l->arena, path, path,
						 &rw_limits_glossary, l->diags);

		assert_non_null(doc);
		rw_vec_push(&l->docs, doc);
		for (struct rw_node *n = rw_doc_root(doc); n;
		     n = rw_node_walk(n, rw_doc_root(doc)))
			rw_vec_push(&l->nodes, n);
	}
}

static int setup(void **state)
{
	static struct library l;

	l.arena = rw_arena_new();
	l.sources = rw_sources_new();
	l.diags = rw_diags_new(l.sources);
	l.random = SEED;
	l.schema = rw_schema_load(l.arena, "templates/schema/rolewright.xsd",
				  l.diags);
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		read_folder(&l, folders[i]);
	*state = &l;
	return l.schema ? 0 : -1;
}

static int teardown(void **state)
{
	struct library *l = *state;

	rw_vec_release(&l->docs);
	rw_vec_release(&l->nodes);
	rw_diags_free(l->diags);
	rw_sources_free(l->sources);
	rw_arena_free(l->arena);
	return 0;
}

/* What is accepted must be valid. */
static void compare(struct library *l, const struct rw_doc *doc,
		    const char *what)
{
	struct rw_diags *diags = rw_diags_new(l->sources);
	struct rw_buf text = RW_BUF_INIT;

	l->tried++;
	if (rw_doc_is_accepted(doc)) {
		l->accepted++;
		if (rw_schema_check(l->schema, doc, NULL, diags)) {
			rw_diags_write(diags, RW_DIAGS_TEXT, false, 0, &text);
			fail_msg("accepted after '%s': %s", what, text.data);
		}
	}
	rw_buf_release(&text);
	rw_diags_free(diags);
}

static void accepts_the_library(void **state)
{
	struct library *l = *state;

	for (size_t i = 0; i < l->docs.count; i++) {
		const struct rw_doc *doc = l->docs.items[i];

		compare(l, doc, "nothing");
		if (!rw_doc_is_accepted(doc))
			fail_msg("document %zu is not accepted", i);
	}
}

/* --------------------------------------------------------------- mutants */

static struct rw_node *any_node(struct library *l, struct rw_doc *doc)
{
	struct rw_node *root = rw_doc_root(doc), *n;
	size_t count = 0;

	for (n = root; n; n = rw_node_walk(n, root))
		count++;
	count = pick(l, count);
	for (n = root; count; count--)
		n = rw_node_walk(n, root);
	return n;
}

static void note_name(void *context, const char *name, const char *value)
{
	struct library *l = ((void **)context)[0];
	struct rw_vec *names = ((void **)context)[1];

	(void)value;
	rw_vec_push(names, rw_arena_strdup(l->arena, name));
}

/* An attribute that 'node' has, or NULL. */
static const char *any_attribute(struct library *l, const struct rw_node *node)
{
	struct rw_vec names = { 0 };
	void *context[] = { l, &names };
	const char *name = NULL;

	rw_node_attrs(node, note_name, context);
	if (names.count)
		name = names.items[pick(l, names.count)];
	rw_vec_release(&names);
	return name;
}

/* A value with one character dropped, doubled, changed or added. */
static char *spoilt(struct library *l, struct rw_arena *arena,
		    const char *value)
{
	static const char signs[] = "aZ0 -.#/@:\t,+%~\x7f";
	size_t len = strlen(value), at = pick(l, len + 1);
	char sign = signs[pick(l, sizeof(signs) - 1)];
	int head = (int)at;

	switch (pick(l, 4)) {
	case 0:
		return rw_arena_printf(arena, "%.*s%s", head, value,
				       value + at + (at < len));
	case 1:
		return rw_arena_printf(arena, "%.*s%s", (int)(at + (at < len)),
				       value, value + at);
	case 2:
		return rw_arena_printf(arena, "%.*s%c%s", head, value, sign,
				       value + at + (at < len));
	default:
		return rw_arena_printf(arena, "%.*s%c%s", head, value, sign,
				       value + at);
	}
}

static void mutate_value(struct library *l, struct rw_arena *arena,
			 struct rw_node *node)
{
	const char *name = any_attribute(l, node);
	char *long_value;

	if (!name)
		return;
	switch (pick(l, 8)) {
	case 0:
		rw_node_set_attr(node, name, NULL);
		break;
	case 1:
		long_value = rw_arena_alloc(arena, LONG_VALUE);
		memset(long_value, 'a', LONG_VALUE - 1);
		long_value[pick(l, 2) ? LONG_VALUE - 1 : 501] = '\0';
		rw_node_set_attr(node, name, long_value);
		break;
	case 2:
	case 3:
	case 4:
		rw_node_set_attr(node, name,
				 spoilt(l, arena, rw_node_attr(node, name)));
		break;
	default:
		rw_node_set_attr(
			node, name,
			values[pick(l, sizeof(values) / sizeof(values[0]))]);
	}
}

/* An attribute that some other element has. */
static void add_attribute(struct library *l, struct rw_node *node)
{
	const struct rw_node *other = l->nodes.items[pick(l, l->nodes.count)];
	const char *name = any_attribute(l, other);

	if (name)
		rw_node_set_attr(node, name, rw_node_attr(other, name));
}

static void mutate_inside(struct library *l, struct rw_arena *arena,
			  struct rw_node *node)
{
	const struct rw_node *other = l->nodes.items[pick(l, l->nodes.count)];

	switch (pick(l, 6)) {
	case 0:
		rw_node_rename(node, rw_node_name(other));
		break;
	case 1:
		rw_node_rename(node, spoilt(l, arena, rw_node_name(node)));
		break;
	case 2:
		rw_node_add_text(node, pick(l, 2) ? "text" : " \n");
		break;
	case 3:
		rw_node_copy(other, node);
		break;
	case 4:
		add_attribute(l, node);
		break;
	default:
		rw_node_empty(node);
	}
}

static void mutate_place(struct library *l, struct rw_node *node)
{
	struct rw_node *parent = rw_node_parent(node);
	struct rw_node *next = rw_node_next_element(node, NULL);

	switch (parent ? pick(l, 4) : 0) {
	case 0:
		if (parent)
			rw_node_remove(node);
		break;
	case 1:
		rw_node_copy(node, parent);
		break;
	case 2:
		if (next)
			rw_node_move_before(next, node);
		break;
	default:
		rw_node_move_into(node, parent);
	}
}

static void refuses_what_the_schema_refuses(void **state)
{
	struct library *l = *state;

	for (size_t i = 0; i < MUTANTS; i++) {
		struct rw_arena *arena = rw_arena_new();
		struct rw_doc *doc = rw_doc_copy(
			arena, l->docs.items[pick(l, l->docs.count)]);
		struct rw_node *node = any_node(l, doc);

		if (pick(l, 2))
			mutate_place(l, node);
		else
			mutate_inside(l, arena, node);
		compare(l, doc, "a change of the tree");
		rw_arena_free(arena);
	}
}

/* One element with its surroundings would do, but its whole document is
 * what people have. */
static void refuses_values_that_the_schema_refuses(void **state)
{
	struct library *l = *state;

	for (size_t i = 0; i < VALUE_MUTANTS; i++) {
		struct rw_arena *arena = rw_arena_new();
		struct rw_doc *doc = rw_doc_copy(
			arena, l->docs.items[pick(l, l->docs.count)]);

		mutate_value(l, arena, any_node(l, doc));
		compare(l, doc, "a change of a value");
		rw_arena_free(arena);
	}
	print_message("%zu of %zu documents accepted quickly\n", l->accepted,
		      l->tried);
}

static void knows_values(void **state)
{
	static const struct {
		const char *type, *value;
		bool accepted;
	} cases[] = {
		{ "rw_id", "key-account-manager", true },
		{ "rw_id", "-a", false },
		{ "rw_reference", "common#sell", true },
		{ "rw_reference", "common#", false },
		{ "rw_date", "2024-02-29", true },
		{ "rw_date", "2023-02-29", false },
		{ "rw_partial_date", "2026-11", true },
		{ "rw_partial_date", "2026-13", false },
		{ "rw_amount", "61500.25", true },
		{ "rw_amount", "-1", false },
		{ "rw_percent", "100.01", false },
		{ "rw_web_address", "https://example.com/a", true },
		{ "rw_web_address", "example.com", false },
		{ "rw_file", "brand/logo.svg", true },
		{ "rw_file", "../logo.svg", false },
		{ "rw_employment", "full-time permanent", true },
		{ "rw_employment", "", false },
		{ "rw_selection", "all", true },
		{ "rw_yes_no", "maybe", false },
		{ "rw_area_code", "US-NY-NYC", true },
		{ "no_such_type", "a", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (rw_value_is_accepted(cases[i].type, cases[i].value) !=
		    cases[i].accepted)
			fail_msg("%s: '%s'", cases[i].type, cases[i].value);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_values),
		cmocka_unit_test(accepts_the_library),
		cmocka_unit_test(refuses_what_the_schema_refuses),
		cmocka_unit_test(refuses_values_that_the_schema_refuses),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, setup, teardown);
}
