/* Sources, the collector and its three ways to write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/pool.h"
#include "diag/diags.h"

#define PAY "<pay\n\n\tmin=\"9\" max=\"7\"/>\n"

struct run {
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_buf out;
};

static int begin(void **state)
{
	struct run *run = rw_calloc(1, sizeof(*run));

	run->sources = rw_sources_new();
	run->diags = rw_diags_new(run->sources);
	rw_buf_init(&run->out);
	*state = run;
	return 0;
}

static int end(void **state)
{
	struct run *run = *state;

	rw_diags_free(run->diags);
	rw_sources_free(run->sources);
	rw_buf_release(&run->out);
	rw_free(run);
	return 0;
}

static uint32_t add(struct run *run, const char *path, const char *text)
{
	return rw_sources_add(run->sources, path, text, strlen(text));
}

static const char *text_of(struct run *run)
{
	rw_buf_clear(&run->out);
	rw_diags_write(run->diags, RW_DIAGS_TEXT, false, 0, &run->out);
	return run->out.data;
}

/* The third line of the text, which holds the caret. */
static size_t caret_column(struct run *run)
{
	const char *line = text_of(run);

	line = strchr(line, '\n') + 1;
	line = strchr(line, '\n') + 1;
	return (size_t)(strchr(line, '^') - line) - strlen("      | ") + 1;
}

static void assert_place(struct run *run, uint32_t file, uint32_t offset,
			 const unsigned expected[2])
{
	unsigned line, column;

	rw_sources_locate(run->sources, (struct rw_pos){ file, offset }, &line,
			  &column);
	assert_int_equal(line, expected[0]);
	assert_int_equal(column, expected[1]);
}

static void places_are_found(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "a",
			    "\xEF\xBB\xBF"
			    "ab\r\n\xC3\xA4\xE2\x82\xAC"
			    "c\n\nz");

	assert_place(run, file, 0, (unsigned[]){ 1, 1 });
	assert_place(run, file, 3, (unsigned[]){ 1, 1 });
	assert_place(run, file, 4, (unsigned[]){ 1, 2 });
	assert_place(run, file, 7, (unsigned[]){ 2, 1 });
	assert_place(run, file, 12, (unsigned[]){ 2, 3 });
	assert_place(run, file, 13, (unsigned[]){ 2, 4 });
	assert_place(run, file, 14, (unsigned[]){ 3, 1 });
	assert_place(run, file, 15, (unsigned[]){ 4, 1 });
	assert_place(run, file, 99, (unsigned[]){ 4, 2 });
	assert_place(run, file, RW_POS_FILE_ONLY, (unsigned[]){ 0, 0 });
	assert_place(run, 0, 5, (unsigned[]){ 0, 0 });
	assert_place(run, 9, 5, (unsigned[]){ 0, 0 });
	assert_place(run, add(run, "b", ""), 0, (unsigned[]){ 1, 1 });
}

static void lines_are_found(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "a", "\xEF\xBB\xBFone\r\n\nthree");
	const char *line;
	size_t len;

	line = rw_sources_line(run->sources, file, 1, &len);
	assert_int_equal(len, 3);
	assert_memory_equal(line, "one", 3);
	assert_non_null(rw_sources_line(run->sources, file, 2, &len));
	assert_int_equal(len, 0);
	line = rw_sources_line(run->sources, file, 3, &len);
	assert_int_equal(len, 5);
	assert_memory_equal(line, "three", 5);
	assert_null(rw_sources_line(run->sources, file, 4, &len));
	assert_null(rw_sources_line(run->sources, file, 0, &len));
	assert_null(rw_sources_line(run->sources, 7, 1, &len));
	assert_null(rw_sources_path(run->sources, 7));
	assert_string_equal(rw_sources_path(run->sources, file), "a");
}

/* Columns in one line of a mebibyte are counted in steps. */
static void long_lines_are_counted(void **state)
{
	struct run *run = *state;
	size_t count = 300000;
	char *text = rw_malloc(count * 3 + 1);
	uint32_t file;

	for (size_t i = 0; i < count; i++)
		memcpy(text + i * 3, "\xE2\x82\xAC", 3);
	text[count * 3] = '\0';
	file = add(run, "long", text);
	for (uint32_t i = 0; i < count; i += 997)
		assert_place(run, file, i * 3, (unsigned[]){ 1, i + 1 });
	rw_report(run->diags, RW_ENCODING,
		  (struct rw_pos){ file, (uint32_t)count / 2 * 3 }, NULL, NULL,
		  NULL);
	assert_true(strlen(text_of(run)) < 1000);
	assert_int_equal(caret_column(run), 62);
	rw_free(text);
}

static void a_finding_shows_its_source_line(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "pay.xml", PAY);
	const struct rw_pos pos = { file, 7 };

	rw_report(run->diags, RW_ATTRIBUTE_VALUE, pos, "x", "min", "a, b");
	assert_string_equal(
		text_of(run),
		"pay.xml:3:2: error: 'x' is not a value of attribute 'min' "
		"[RW107]\n"
		"    3 |         min=\"9\" max=\"7\"/>\n"
		"      |         ^\n"
		"      = help: use one of: a, b\n");
}

static void findings_without_line_are_short(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "a.xml", "");

	rw_report(run->diags, RW_FILE_EMPTY,
		  (struct rw_pos){ file, RW_POS_FILE_ONLY }, NULL, NULL, NULL);
	rw_report(run->diags, RW_FILE_READ, RW_NOWHERE, "b.xml", "gone", NULL);
	assert_string_equal(
		text_of(run),
		"rolewright: error: cannot read 'b.xml': gone [RW001]\n"
		"      = help: check the path and its permissions\n"
		"a.xml: error: file is empty [RW003]\n"
		"      = help: write a document into it, or delete it\n");
}

static void the_caret_lines_up(void **state)
{
	static const struct {
		const char *line;
		uint32_t offset;
		size_t column;
	} cases[] = {
		{ "abc", 0, 1 },
		{ "abc", 2, 3 },
		{ "abc", 3, 4 }, /* at the end */
		{ "\xC3\xA4\xC3\xB6z", 4, 3 },
		{ "\tx", 1, 9 },
		{ "ab\tx", 3, 9 },
		{ "\xE6\xBC\xA2z", 3, 3 }, /* wide */
		{ "e\xCC\x81z", 3, 2 },	   /* combining */
		{ "\xE2\x80\xAEz", 3, 9 }, /* \u{202E} */
		{ "\x01z", 1, 6 },	   /* \u{1} */
		{ "\xFFz", 1, 7 },	   /* \x{FF} */
	};
	struct run *run = *state;

	(void)run;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		void *fresh;
		uint32_t file;

		begin(&fresh);
		run = fresh;
		file = add(run, "a", cases[i].line);
		rw_report(run->diags, RW_ENCODING,
			  (struct rw_pos){ file, cases[i].offset }, NULL, NULL,
			  NULL);
		assert_int_equal(caret_column(run), cases[i].column);
		end(&fresh);
	}
}

static void hidden_characters_are_shown(void **state)
{
	struct run *run = *state;
	uint32_t file =
		add(run, "a\n\x1B[31m.xml", "x\x1B]0;\x07\xE2\x80\xAE\xFFy");

	rw_report(run->diags, RW_NOT_WELL_FORMED, (struct rw_pos){ file, 0 },
		  "\xE2\x81\xA6\n\xC2\x9B"
		  "1m",
		  NULL, NULL);
	text_of(run);
	assert_non_null(strstr(run->out.data, "a\\u{A}\\u{1B}[31m.xml:1:1:"));
	assert_non_null(strstr(run->out.data, "\\u{2066}\\u{A}\\u{9B}1m"));
	assert_non_null(
		strstr(run->out.data, "x\\u{1B}]0;\\u{7}\\u{202E}\\x{FF}y\n"));
	assert_null(strchr(run->out.data, '\x1B'));
}

static void long_lines_are_cut_round_the_caret(void **state)
{
	struct run *run = *state;
	char text[1001];
	uint32_t file;

	memset(text, 'x', 1000);
	text[500] = 'Y';
	text[1000] = '\0';
	file = add(run, "a", text);
	rw_report(run->diags, RW_ENCODING, (struct rw_pos){ file, 500 }, NULL,
		  NULL, NULL);
	assert_int_equal(caret_column(run), 62);
	assert_non_null(strstr(run->out.data, "    1 | \xE2\x80\xA6xxx"));
	assert_non_null(strstr(run->out.data, "xxx\xE2\x80\xA6\n"));
	assert_true(strstr(run->out.data, "Y") -
			    strstr(run->out.data, "1 | ") ==
		    4 + 3 + 60);
}

static void equal_findings_are_kept_once(void **state)
{
	struct run *run = *state;
	const struct rw_pos pos = { add(run, "a", "x"), 0 };
	const struct rw_pos again = { add(run, "a", "x"), 0 };

	rw_report(run->diags, RW_ENCODING, pos, NULL, NULL, NULL);
	rw_report(run->diags, RW_ENCODING, pos, NULL, NULL, NULL);
	rw_report(run->diags, RW_ENCODING, again, NULL, NULL, NULL);
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 1);
	rw_report(run->diags, RW_FILE_EMPTY, pos, NULL, NULL, NULL);
	rw_report(run->diags, RW_MARKDOWN_HTML, pos, "<b>", NULL, NULL);
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 3);
	assert_int_equal(rw_diags_count(run->diags, RW_ERROR), 2);
}

static void findings_are_sorted(void **state)
{
	struct run *run = *state;
	uint32_t b = add(run, "b", "1\n22\n");
	uint32_t a = add(run, "a", "1\n22\n");
	const struct rw_pos places[] = {
		{ b, 2 }, { b, 0 }, { a, 3 }, { a, 2 }, { a, 0 }
	};
	const char *at;

	for (size_t i = 0; i < 5; i++) {
		rw_report(run->diags, RW_FILE_EMPTY, places[i], NULL, NULL,
			  NULL);
		rw_report(run->diags, RW_FILE_READ, places[i], "x", "y", NULL);
	}
	at = text_of(run);
	for (size_t i = 0; i < 10; i++) {
		static const char *const expected[] = {
			"a:1:1:", "a:2:1:", "a:2:2:", "b:1:1:", "b:2:1:"
		};

		at = strstr(at, expected[i / 2]);
		assert_non_null(at);
		assert_int_equal(strstr(at, "[RW")[5], i % 2 ? '3' : '1');
		at = strchr(at, ']');
	}
}

static void hints_and_severities_can_be_set(void **state)
{
	struct run *run = *state;
	const struct rw_pos pos = { add(run, "a", "x"), 0 };
	const char *const args[] = { "tilte", "role", NULL };
	const struct rw_finding finding = {
		.code = RW_ENCODING, .severity = RW_NOTE, .pos = pos, .hint = ""
	};

	rw_report_hint(run->diags, RW_ELEMENT_UNKNOWN, pos,
		       "write 'title', not '%1', 100 %", args);
	rw_report_finding(run->diags, &finding);
	text_of(run);
	assert_non_null(strstr(run->out.data,
			       "help: write 'title', not 'tilte', 100 %\n"));
	assert_non_null(strstr(run->out.data, "note: byte is not"));
	assert_null(strstr(run->out.data, "save the file"));
}

static void long_arguments_are_cut(void **state)
{
	struct run *run = *state;
	char text[3001];

	for (size_t i = 0; i < 1000; i++)
		memcpy(text + i * 3, "\xE2\x82\xAC", 3);
	text[3000] = '\0';
	rw_report(run->diags, RW_NOT_WELL_FORMED, RW_NOWHERE, text, NULL, NULL);
	assert_true(strlen(text_of(run)) < 1400);
	assert_non_null(strstr(run->out.data, "\xE2\x82\xAC\xE2\x80\xA6"));
}

static void merging_moves_everything(void **state)
{
	struct run *run = *state;
	struct rw_diags *other = rw_diags_new(run->sources);
	const struct rw_pos pos = { add(run, "a", "x"), 0 };

	rw_report(run->diags, RW_ENCODING, pos, NULL, NULL, NULL);
	rw_report(other, RW_ENCODING, pos, NULL, NULL, NULL);
	rw_report(other, RW_FILE_EMPTY, pos, NULL, NULL, NULL);
	rw_diags_merge(run->diags, other);
	rw_diags_merge(run->diags, run->diags);
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 2);
	assert_int_equal(rw_diags_count(other, RW_NOTE), 0);
	rw_report(other, RW_ENCODING, pos, NULL, NULL, NULL);
	assert_int_equal(rw_diags_count(other, RW_NOTE), 1);
	rw_diags_free(other);
}

static void filters_keep_what_they_name(void **state)
{
	struct run *run = *state;
	const struct rw_pos pos = { add(run, "a", "x"), 0 };

	rw_report(run->diags, RW_FILE_EMPTY, pos, NULL, NULL, NULL);
	rw_report(run->diags, RW_ELEMENT_UNKNOWN, pos, "a", "b", NULL);
	rw_report(run->diags, RW_MARKDOWN_HTML, pos, "a", NULL, NULL);
	assert_false(rw_diags_filter(run->diags, "RW1,nonsense"));
	assert_false(rw_diags_filter(run->diags, "RW1,"));
	assert_false(rw_diags_filter(run->diags, ""));
	assert_false(rw_diags_filter(run->diags, "RW1011"));
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 3);
	assert_true(rw_diags_filter(run->diags, "rw1,FILE_EMPTY"));
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 2);
	rw_report(run->diags, RW_MARKDOWN_HTML, pos, "a", NULL, NULL);
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 2);
	assert_true(rw_diags_filter(run->diags, "RW101"));
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 1);
}

static void most_limits_each_code(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "a", "xxxxxxxxxx");

	for (uint32_t i = 0; i < 10; i++)
		rw_report(run->diags, RW_ENCODING, (struct rw_pos){ file, i },
			  NULL, NULL, NULL);
	rw_report(run->diags, RW_FILE_EMPTY, (struct rw_pos){ file, 0 }, NULL,
		  NULL, NULL);
	rw_diags_write(run->diags, RW_DIAGS_TEXT, false, 3, &run->out);
	assert_non_null(strstr(run->out.data, "a:1:3:"));
	assert_null(strstr(run->out.data, "a:1:4:"));
	assert_non_null(strstr(run->out.data, "... and 7 more [RW004]\n"));
	assert_null(strstr(run->out.data, "more [RW003]"));
}

static void beyond_the_limit_they_are_counted(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "a", "xxxxxxxxxx");

	rw_diags_limit(run->diags, 2);
	for (uint32_t i = 0; i < 10; i++)
		rw_report(run->diags, RW_ENCODING, (struct rw_pos){ file, i },
			  NULL, NULL, NULL);
	rw_report(run->diags, RW_ENCODING, (struct rw_pos){ file, 0 }, NULL,
		  NULL, NULL);
	assert_int_equal(rw_diags_count(run->diags, RW_ERROR), 10);
	rw_diags_write(run->diags, RW_DIAGS_TEXT, false, 5, &run->out);
	assert_non_null(strstr(run->out.data, "a:1:2:"));
	assert_null(strstr(run->out.data, "a:1:3:"));
	assert_non_null(strstr(run->out.data, "... and 8 more [RW004]\n"));
	rw_diags_drop_below(run->diags, RW_ERROR);
	assert_int_equal(rw_diags_count(run->diags, RW_ERROR), 10);
	rw_diags_drop_below(run->diags, RW_SEVERITIES);
	assert_int_equal(rw_diags_count(run->diags, RW_NOTE), 0);
}

static void colours_are_balanced(void **state)
{
	struct run *run = *state;
	int begun = 0, ended = 0;

	rw_report(run->diags, RW_ENCODING,
		  (struct rw_pos){ add(run, "a", "xyz"), 1 }, NULL, NULL, NULL);
	rw_diags_write(run->diags, RW_DIAGS_TEXT, true, 0, &run->out);
	for (const char *at = run->out.data; (at = strchr(at, '\x1B')); at++) {
		if (strncmp(at, "\x1B[0m", 4) == 0)
			ended++;
		else
			begun++;
	}
	assert_true(begun > 0);
	assert_int_equal(begun, ended);
}

static void json_lines_hold_every_field(void **state)
{
	struct run *run = *state;
	json_t *object;
	char *second;

	rw_report(run->diags, RW_FILE_READ, RW_NOWHERE, "\"\n", "gone", NULL);
	rw_report(run->diags, RW_ATTRIBUTE_MISSING,
		  (struct rw_pos){ add(run, "\xC3\xA4.xml", "ab\ncd"), 4 },
		  "role", "id", NULL);
	rw_diags_write(run->diags, RW_DIAGS_JSON, true, 1, &run->out);
	second = strchr(run->out.data, '\n');
	*second++ = '\0';
	object = json_loads(run->out.data, 0, NULL);
	assert_true(json_is_null(json_object_get(object, "file")));
	assert_true(json_is_null(json_object_get(object, "line")));
	assert_string_equal(
		json_string_value(json_object_get(object, "message")),
		"cannot read '\"\n': gone");
	json_decref(object);
	object = json_loads(second, 0, NULL);
	assert_int_equal(json_object_size(object), 8);
	assert_string_equal(json_string_value(json_object_get(object, "file")),
			    "\xC3\xA4.xml");
	assert_int_equal(json_integer_value(json_object_get(object, "line")),
			 2);
	assert_int_equal(json_integer_value(json_object_get(object, "column")),
			 2);
	assert_string_equal(json_string_value(json_object_get(object, "name")),
			    "ATTRIBUTE_MISSING");
	assert_string_equal(json_string_value(json_object_get(object, "help")),
			    "add id=\"...\"");
	json_decref(object);
}

/* Follows a path such as "runs.0.tool"; fails if there is nothing. */
static json_t *member(json_t *root, const char *path)
{
	json_t *at = root;

	while (*path) {
		size_t len = strcspn(path, ".");
		char name[40];

		snprintf(name, sizeof(name), "%.*s", (int)len, path);
		at = json_is_array(at)
			     ? json_array_get(at, (size_t)(name[0] - '0'))
			     : json_object_get(at, name);
		if (!at)
			fail_msg("no %s", path);
		path += len + (path[len] == '.');
	}
	return at;
}

static void assert_member(json_t *root, const char *path, const char *expected)
{
	assert_string_equal(json_string_value(member(root, path)), expected);
}

static void sarif_has_what_the_format_asks(void **state)
{
	struct run *run = *state;
	uint32_t file = add(run, "a b/\xC3\xA4.xml", "x\n\xC3\xA4y");
	json_t *root, *first;

	rw_report(run->diags, RW_MARKDOWN_HTML, (struct rw_pos){ file, 4 },
		  "<b>", NULL, NULL);
	rw_report(run->diags, RW_FILE_EMPTY,
		  (struct rw_pos){ file, RW_POS_FILE_ONLY }, NULL, NULL, NULL);
	rw_report(run->diags, RW_DEFECT, RW_NOWHERE, "x", NULL, NULL);
	rw_diags_write(run->diags, RW_DIAGS_SARIF, false, 0, &run->out);
	root = json_loads(run->out.data, 0, NULL);
	assert_non_null(root);
	assert_member(root, "version", "2.1.0");
	first = member(root, "runs.0");
	assert_member(first, "columnKind", "unicodeCodePoints");
	assert_member(first, "tool.driver.name", "rolewright");
	assert_int_equal(json_array_size(member(first, "tool.driver.rules")),
			 3);
	assert_member(first, "tool.driver.rules.0.id", "RW003");
	assert_true(strlen(json_string_value(member(
			    first, "tool.driver.rules.0.help.text"))) > 50);
	assert_member(first, "results.0.ruleId", "RW901");
	assert_null(json_object_get(member(first, "results.0"), "locations"));
	assert_null(json_object_get(
		member(first, "results.1.locations.0.physicalLocation"),
		"region"));
	assert_member(first, "results.2.level", "warning");
	assert_int_equal(
		json_integer_value(member(first, "results.2.ruleIndex")), 1);
	first = member(first, "results.2.locations.0.physicalLocation");
	assert_member(first, "artifactLocation.uri", "a%20b/%C3%A4.xml");
	assert_int_equal(json_integer_value(member(first, "region.startLine")),
			 2);
	assert_int_equal(
		json_integer_value(member(first, "region.startColumn")), 2);
	json_decref(root);
}

static void nothing_to_write_is_fine(void **state)
{
	struct run *run = *state;
	json_t *root;

	assert_string_equal(text_of(run), "");
	rw_diags_write(run->diags, RW_DIAGS_JSON, false, 0, &run->out);
	assert_string_equal(run->out.data, "");
	rw_diags_write(run->diags, RW_DIAGS_SARIF, false, 0, &run->out);
	root = json_loads(run->out.data, 0, NULL);
	assert_int_equal(json_array_size(member(root, "runs.0.results")), 0);
	json_decref(root);
}

static void report_from_thread(void *context, size_t index, unsigned thread)
{
	struct run *run = context;
	char path[32];
	uint32_t file;

	(void)thread;
	snprintf(path, sizeof(path), "f%03zu", index % 100);
	file = rw_sources_add(run->sources, path, "a\nb\nc\n", 6);
	rw_report(run->diags, RW_ENCODING, (struct rw_pos){ file, 2 }, NULL,
		  NULL, NULL);
	assert_place(run, file, 2, (unsigned[]){ 2, 1 });
}

static void threads_may_report(void **state)
{
	struct run *run = *state;

	rw_pool_run(4, 1000, report_from_thread, run);
	assert_int_equal(rw_diags_count(run->diags, RW_ERROR), 100);
	assert_int_equal(rw_sources_count(run->sources), 1000);
	assert_non_null(strstr(text_of(run), "f042:2:1: error:"));
}

static void codes_have_facts(void **state)
{
	(void)state;
	assert_string_equal(rw_code_id(RW_FILE_READ), "RW001");
	assert_string_equal(rw_code_name(RW_FILE_READ), "FILE_READ");
	assert_int_equal(rw_code_severity(RW_MARKDOWN_HTML), RW_WARNING);
	assert_string_equal(rw_severity_name(RW_STYLE), "style");
	assert_int_equal(rw_code_find("rw001"), RW_FILE_READ);
	assert_int_equal(rw_code_find("file_read"), RW_FILE_READ);
	assert_int_equal(rw_code_find("RW00"), RW_CODES);
	assert_true(strlen(rw_code_explain(RW_FILE_READ)) > 100);
	for (unsigned i = 1; i < RW_CODES; i++)
		assert_true(strcmp(rw_code_id((enum rw_code)(i - 1)),
				   rw_code_id((enum rw_code)i)) < 0);
}

#define IN_RUN(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_RUN(places_are_found),
		IN_RUN(lines_are_found),
		IN_RUN(long_lines_are_counted),
		IN_RUN(a_finding_shows_its_source_line),
		IN_RUN(findings_without_line_are_short),
		IN_RUN(the_caret_lines_up),
		IN_RUN(hidden_characters_are_shown),
		IN_RUN(long_lines_are_cut_round_the_caret),
		IN_RUN(equal_findings_are_kept_once),
		IN_RUN(findings_are_sorted),
		IN_RUN(hints_and_severities_can_be_set),
		IN_RUN(long_arguments_are_cut),
		IN_RUN(merging_moves_everything),
		IN_RUN(filters_keep_what_they_name),
		IN_RUN(most_limits_each_code),
		IN_RUN(beyond_the_limit_they_are_counted),
		IN_RUN(colours_are_balanced),
		IN_RUN(json_lines_hold_every_field),
		IN_RUN(sarif_has_what_the_format_asks),
		IN_RUN(nothing_to_write_is_fine),
		IN_RUN(threads_may_report),
		cmocka_unit_test(codes_have_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
