/*
 * Mistakes and attacks at the edge where documents come in: each is refused,
 * at the right place, in our words.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "xml/doc.h"

struct fixture {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
};

static int setup(void **state)
{
	static struct fixture f;

	f.arena = rw_arena_new();
	f.sources = rw_sources_new();
	f.diags = rw_diags_new(f.sources);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	rw_arena_free(f->arena);
	return 0;
}

/* Parses and compares the findings: "line:column id" joined by blanks. */
static void assert_findings(struct fixture *f, const char *text, size_t len,
			    const struct rw_limits *limits,
			    const char *expected)
{
	struct rw_diags *diags = rw_diags_new(f->sources);
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ text, len, "t" }, limits,
		diags);
	struct rw_buf all = RW_BUF_INIT, out = RW_BUF_INIT;
	char *rest;

	rw_diags_write(diags, RW_DIAGS_TEXT, false, 0, &all);
	for (char *l = strtok_r(all.data, "\n", &rest); l;
	     l = strtok_r(NULL, "\n", &rest)) {
		char *id = strstr(l, "[RW");
		unsigned line = 0, column = 0;

		if (strncmp(l, "t:", 2) || !id)
			continue;
		sscanf(l, "t:%u:%u", &line, &column);
		rw_buf_printf(&out, "%s%u:%u %.5s", out.len ? " " : "", line,
			      column, id + 1);
	}
	if (strcmp(out.data, expected))
		print_message("%.60s\n", text);
	assert_string_equal(out.data, expected);
	assert_true(!doc == (*expected != '\0'));
	rw_buf_release(&all);
	rw_buf_release(&out);
	rw_diags_free(diags);
}

static void tells_mistakes(void **state)
{
	static const struct {
		const char *text;
		const char *expected;
	} cases[] = {
		{ "<a/>", "" },
		{ "\xef\xbb\xbf<a/>", "" },
		{ "<?xml version='1.0' encoding='Utf-8'?>\r\n<a>\r\n</a>\n"
		  "<!-- x --><?p i?>\n",
		  "" },
		{ "<a b='>'>&#38;&#x26;&lt;]]&gt;<![CDATA[<&]]></a>", "" },
		{ "", "0:0 RW003" },
		{ " \n\t", "0:0 RW003" },
		{ "\xef\xbb\xbf\n", "0:0 RW003" },
		{ "<a>\xc3\xa4 \xff</a>", "1:6 RW004" },
		{ "<a>\n\x01\x0b</a>", "2:1 RW005 2:2 RW005" },
		{ "<a>\n\xc2\x85</a>", "2:1 RW005" },
		{ "<a b='\xe2\x80\xae'/>", "1:7 RW006" },
		{ "<a>&#x202E;</a>", "1:4 RW006" },
		{ "<a>&#x85;&#0;&#xD800;</a>",
		  "1:4 RW022 1:10 RW022 1:14 RW022" },
		{ "<!DOCTYPE a><a/>", "1:1 RW007" },
		{ "\n <!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "2:2 RW007" },
		{ "<?xml version='1.0' encoding='latin1'?><a/>", "1:31 RW010" },
		{ "\xff\xfe<\0a\0", "0:0 RW010" },
		{ "PK\x03\x04zip", "0:0 RW011" },
		{ "\x1f\x8b\x08gzip", "0:0 RW011" },
		{ "%PDF-1.4", "0:0 RW011" },
		{ "Dear team", "1:1 RW008" },
		{ "<a><b></a>", "1:7 RW012" },
		{ "<a><b></bb></a>", "1:7 RW012" },
		{ "<a>\n</wrong></a>", "2:1 RW014" },
		{ "<a><b>", "1:4 RW013" },
		{ "<a", "1:1 RW015" },
		{ "<a><b <c/></a>", "1:4 RW015 1:11 RW012" },
		{ "<a b='x/>", "1:4 RW030" },
		{ "<a><!-- x</a>", "1:4 RW015" },
		{ "<a><![CDATA[ x</a>", "1:4 RW015" },
		{ "<a><?x </a>", "1:4 RW015" },
		{ "<a b=c d/>", "1:6 RW016 1:8 RW016" },
		{ "<a b='x c='y'/>", "1:4 RW030" },
		{ "<a b='x><c/></a>", "1:4 RW030" },
		{ "<a b=\xE2\x80\x9Cx y\xE2\x80\x9D c='y'/>", "1:6 RW016" },
		{ "<a b='1' c='2' b='3'/>", "1:16 RW017" },
		{ "<a>1 < 2 & 3 <4</a>", "1:6 RW018 1:10 RW020 1:14 RW018" },
		{ "<a b='<'/>", "1:7 RW019" },
		{ "<a b='R&D'>&T</a>", "1:8 RW020 1:12 RW020" },
		{ "<a>&nbsp;&ouml;</a>", "1:4 RW021 1:10 RW021" },
		{ "<x:a y:b=''/>", "1:2 RW023 1:6 RW023" },
		{ "<a><b xmlns:x='u'/><x:c/></a>", "1:21 RW023" },
		{ "<a>]]></a>", "1:4 RW024" },
		{ "<a><!-- a -- b --><!-- c ---></a>",
		  "1:11 RW025 1:26 RW025" },
		{ "<a/>x", "1:5 RW026" },
		{ "<a/><b/>", "1:5 RW026" },
		{ "<!-- only -->", "1:1 RW027" },
		{ "\n<?xml version='1.0'?><a/>", "2:1 RW028" },
		{ "</a>", "1:1 RW014" },
		{ "<a b='1'c='2'/>", "1:9 RW008" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t len = strlen(cases[i].text);

		if (!strncmp(cases[i].text, "\xff\xfe", 2))
			len = 5;
		assert_findings(*state, cases[i].text, len, &rw_limits_role,
				cases[i].expected);
	}
}

/* Where libxml2 stops is its own affair, and differs between versions. */
static void trusts_no_silence(void **state)
{
	static const char *const cases[] = {
		"<a xmlns:x=''/>",
		"<a xmlns:x='u' xmlns:y='u' x:b='' y:b=''/>",
		"<a:b:c xmlns:a='u'/>",
		"<a xmlns:xml='u'/>",
		"<?xml version='1.0' standalone='maybe'?><a/>",
		"<a><?xMl x?></a>",
		"<a \xc3\x97='1'/>",
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct rw_diags *diags = rw_diags_new(f->sources);

		assert_null(
			rw_doc_parse(f->arena,
				     &(const struct rw_input){
					     cases[i], strlen(cases[i]), "t" },
				     &rw_limits_role, diags));
		assert_int_equal(rw_diags_count(diags, RW_ERROR), 1);
		rw_diags_free(diags);
	}
}

/* ----------------------------------------------------------------- limits */

static void repeat(struct rw_buf *out, const char *text, size_t count)
{
	for (size_t i = 0; i < count; i++)
		rw_buf_puts(out, text);
}

static void check(struct fixture *f, struct rw_buf *text,
		  const struct rw_limits *limits, const char *expected)
{
	assert_findings(f, text->data, text->len, limits, expected);
	rw_buf_clear(text);
}

/* T6: at the limit, and one past it. */
static void keeps_limits(void **state)
{
	const struct rw_limits small = { 4096, 64, 3, 5, 10, 20 };
	struct rw_buf t = RW_BUF_INIT;

	for (size_t past = 0; past < 2; past++) {
		repeat(&t, "<a>", 5 + past);
		repeat(&t, "</a>", 5 + past);
		check(*state, &t, &small, past ? "1:16 RW009" : "");
		rw_buf_puts(&t, past ? "<a b='' c='' d='' e=''/>"
				     : "<a b='' c='' d=''/>");
		check(*state, &t, &small, past ? "1:19 RW009" : "");
		rw_buf_puts(&t, "<a>");
		repeat(&t, "<b/>", 9 + past);
		rw_buf_puts(&t, "</a>");
		check(*state, &t, &small, past ? "1:40 RW009" : "");
		rw_buf_puts(&t, "<a>");
		repeat(&t, "x", 15);
		rw_buf_puts(&t, "<![CDATA[");
		repeat(&t, "y", 5 + past);
		rw_buf_puts(&t, "]]></a>");
		check(*state, &t, &small, past ? "1:37 RW009" : "");
		rw_buf_puts(&t, "<a b='");
		repeat(&t, "x", 57 + past);
		rw_buf_puts(&t, "'/>");
		check(*state, &t, &small, past ? "1:1 RW009" : "");
		rw_buf_puts(&t, "<a/>");
		repeat(&t, " ", 4092 + past);
		check(*state, &t, &small, past ? "0:0 RW002" : "");
	}
	rw_buf_release(&t);
}

static void keeps_the_designs_limits(void **state)
{
	struct rw_buf t = RW_BUF_INIT;

	for (size_t past = 0; past < 2; past++) {
		repeat(&t, "<a>", 64 + past);
		repeat(&t, "</a>", 64 + past);
		check(*state, &t, &rw_limits_role, past ? "1:193 RW009" : "");
		rw_buf_puts(&t, "<a");
		for (size_t i = 0; i < 256 + past; i++)
			rw_buf_printf(&t, " b%zu=''", i);
		rw_buf_puts(&t, "/>");
		check(*state, &t, &rw_limits_role, past ? "1:1942 RW009" : "");
		rw_buf_puts(&t, "<a>");
		repeat(&t, "<b/>", 199999 + past);
		rw_buf_puts(&t, "</a>");
		check(*state, &t, &rw_limits_glossary,
		      past ? "1:800000 RW009" : "");
	}
	rw_buf_release(&t);
}

/* A tag of 80,000 attributes takes libxml2 2.9.14 ten seconds. */
static void passes_no_bombs(void **state)
{
	struct rw_buf t = RW_BUF_INIT;

	rw_buf_puts(&t, "<a");
	for (size_t i = 0; i < 80000; i++)
		rw_buf_printf(&t, " b%zu=''", i);
	rw_buf_puts(&t, "/>");
	check(*state, &t, &rw_limits_role, "1:1942 RW009");
	repeat(&t, "<a>", 300000);
	check(*state, &t, &rw_limits_role, "1:193 RW009");
	repeat(&t, "&", 1000);
	check(*state, &t, &rw_limits_role, "1:1 RW008");
	rw_buf_release(&t);
}

/* ------------------------------------------------------------------ files */

static void reads_files(void **state)
{
	struct fixture *f = *state;
	char folder[] = "/tmp/rw-hostile-XXXXXX";
	char *path;
	size_t before;

	assert_non_null(mkdtemp(folder));
	path = rw_path_join(f->arena, folder, "a.xml");
	assert_null(rw_doc_read(f->arena, path, "a.xml", &rw_limits_role,
				f->diags));
	assert_null(rw_doc_read(f->arena, folder, "folder", &rw_limits_role,
				f->diags));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 2);
	rw_file_write(path, "<a/>", 4);
	assert_non_null(rw_doc_read(f->arena, path, "a.xml", &rw_limits_role,
				    f->diags));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 2);
	assert_int_equal(truncate(path, 1024 * 1024 + 1), 0);
	before = rw_diags_count(f->diags, RW_ERROR);
	assert_null(rw_doc_read(f->arena, path, "a.xml", &rw_limits_role,
				f->diags));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), before + 1);
	rw_file_remove_tree(folder);
}

/* T1 to T5: every file in the folder of attacks but those named ok-*. */
static void refuses_attacks(void **state)
{
	struct fixture *f = *state;
	const char *folder = getenv("RW_HOSTILE");
	char **names;
	size_t count;

	if (!folder)
		folder = "tests/data/hostile";
	assert_int_equal(rw_file_list(f->arena, folder, ".xml", &names, &count),
			 0);
	assert_true(count > 0);
	for (size_t i = 0; i < count; i++) {
		struct rw_diags *diags = rw_diags_new(f->sources);
		struct rw_doc *doc;

		doc = rw_doc_read(f->arena,
				  rw_path_join(f->arena, folder, names[i]),
				  names[i], &rw_limits_role, diags);
		if (!doc == !strncmp(names[i], "ok-", 3))
			print_message("%s\n", names[i]);
		assert_true(!doc != !strncmp(names[i], "ok-", 3));
		assert_true(!doc == (rw_diags_count(diags, RW_ERROR) > 0));
		rw_diags_free(diags);
	}
}

/*
 * Any change of a good document is either read or refused with a place: no
 * crash, no silence.
 */
static void survives_changes(void **state)
{
	static const char good[] =
		"<?xml version='1.0' encoding='UTF-8'?>\n<!-- c -->\n"
		"<r:role xmlns:r='urn:rolewright:1' id=\"a\"><r:t>x &amp; "
		"&#xE4; \xc3\xa4<![CDATA[<]]></r:t><?p q?></r:role>\n";
	static const char bytes[] = "<>&;\"'/=!?-[] \n:x0\x80\xc3\x01";
	struct fixture *f = *state;
	char text[sizeof(good)];

	for (size_t i = 0; i + 1 < sizeof(good); i++) {
		for (size_t k = 0; k + 1 < sizeof(bytes); k++) {
			struct rw_arena *arena = rw_arena_new();
			struct rw_sources *sources = rw_sources_new();
			struct rw_diags *diags = rw_diags_new(sources);
			struct rw_doc *doc;

			memcpy(text, good, sizeof(good));
			text[i] = bytes[k];
			doc = rw_doc_parse(
				arena,
				&(const struct rw_input){
					text, sizeof(good) - 1, "t" },
				&rw_limits_role, diags);
			assert_true(!doc ==
				    (rw_diags_count(diags, RW_ERROR) > 0));
			doc = rw_doc_parse(
				arena, &(const struct rw_input){ good, i, "t" },
				&rw_limits_role, diags);
			assert_true(!doc || i + 2 > sizeof(good) - 1);
			rw_diags_free(diags);
			rw_sources_free(sources);
			rw_arena_free(arena);
		}
	}
	(void)f;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(tells_mistakes),  TEST(trusts_no_silence),
		TEST(keeps_limits),    TEST(keeps_the_designs_limits),
		TEST(passes_no_bombs), TEST(reads_files),
		TEST(refuses_attacks), TEST(survives_changes),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
