/*
 * What a stylesheet looks at, and what it only copies.
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
#include "xml/inspect.h"

#define HEAD                                                \
	"<xsl:stylesheet version='1.0' "                    \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
	"xmlns:rw='urn:rolewright:1' "                      \
	"xmlns:text='http://commonmark.org/xml/1.0'>"

struct job {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	char folder[64];
};

static int setup(void **state)
{
	static struct job job;

	job.arena = rw_arena_new();
	job.sources = rw_sources_new();
	job.diags = rw_diags_new(job.sources);
	snprintf(job.folder, sizeof(job.folder), "/tmp/rw-inspect-XXXXXX");
	assert_non_null(mkdtemp(job.folder));
	*state = &job;
	return 0;
}

static int teardown(void **state)
{
	struct job *job = *state;

	rw_file_remove_tree(job->folder);
	rw_diags_free(job->diags);
	rw_sources_free(job->sources);
	rw_arena_free(job->arena);
	return 0;
}

/* What is known of a stylesheet with these templates. */
static const struct rw_inspection *sheet(struct job *job, const char *templates)
{
	const char *folders[] = { job->folder };
	struct rw_stylesheet_path path = { folders, 1 };
	struct rw_stylesheet *compiled;
	struct rw_buf text = RW_BUF_INIT;

	rw_buf_printf(&text, HEAD "%s</xsl:stylesheet>", templates);
	rw_file_write(rw_path_join(job->arena, job->folder, "a.xsl"), text.data,
		      text.len);
	rw_buf_release(&text);
	compiled = rw_stylesheet_load(job->arena, &path, "a.xsl", job->diags);
	assert_non_null(compiled);
	return rw_inspect(job->arena, compiled);
}

static void gives(void **state, const char *templates, const char *path,
		  bool looks)
{
	const struct rw_inspection *in = sheet(*state, templates);

	if (rw_inspects(in, path) != looks)
		fail_msg("%s: %s is %s", templates, path,
			 looks ? "looked at" : "only copied");
}

#define COPIES(templates, path) gives(state, templates, path, false)
#define LOOKS(templates, path) gives(state, templates, path, true)
#define AT(match, body) \
	"<xsl:template match=\"" match "\">" body "</xsl:template>"
#define EACH(select, body) \
	"<xsl:for-each select='" select "'>" body "</xsl:for-each>"
#define NAMED(body) "<xsl:template name='n'>" body "</xsl:template>"
#define KEY "<xsl:key name='k' match='rw:w' use='@y'/>"
#define VALUE(select) "<xsl:value-of select=\"" select "\"/>"

static void copying_is_not_looking(void **state)
{
	COPIES(AT("rw:a", VALUE("@x")), "a/@x");
	COPIES(AT("rw:a", "<p title='{@x}'/>"), "a/@x");
	LOOKS(AT("rw:a", "<p title=\"{{{concat('}', @x = 1)}\"/>"), "a/@x");
	COPIES(AT("rw:a", "<xsl:copy-of select='@*'/>"), "a/@x");
	COPIES(AT("rw:a", VALUE("concat(@x, ', ', string(@y))")), "a/@x");
	COPIES(AT("@x", VALUE(".")), "a/@x");
	COPIES(AT("rw:a", "<xsl:variable name='v' select='@x'/>" VALUE("$v")),
	       "a/@x");
}

static void asking_whether_there_is_one(void **state)
{
	COPIES(AT("rw:a[@x]", "<xsl:if test='@x and not(@y)'/>"), "a/@x");
	COPIES(AT("rw:a", "<xsl:if test=\"@x != ''\"/>"), "a/@x");
	COPIES(AT("rw:a", "<xsl:if test=\"'' = @x\"/>"), "a/@x");
	COPIES(AT("rw:a", "<xsl:if test='count(@x | @y) = 1'/>"), "a/@x");
	COPIES(AT("@x[. != '']", VALUE(".")), "a/@x");
}

static void functions_and_operators_look(void **state)
{
	LOOKS(AT("rw:a", "<xsl:if test=\"contains(@x, 'b')\"/>"), "a/@x");
	LOOKS(AT("rw:a", VALUE("substring(@x, 2)")), "a/@x");
	LOOKS(AT("rw:a", VALUE("normalize-space(@x)")), "a/@x");
	LOOKS(AT("rw:a", VALUE("string-length(concat('b', @x))")), "a/@x");
	LOOKS(AT("rw:a", VALUE("@x * 12")), "a/@x");
	LOOKS(AT("rw:a", VALUE("12 div @x")), "a/@x");
	LOOKS(AT("rw:a", VALUE("format-number(@x, '0')")), "a/@x");
	LOOKS(AT("rw:a", "<xsl:if test=\"@x = 'b'\"/>"), "a/@x");
	LOOKS(AT("rw:a", "<xsl:if test=\"@x = @y\"/>"), "a/@y");
	LOOKS(AT("rw:a", "<xsl:if test=\"(@y | @x) &lt; 3\"/>"), "a/@x");
	LOOKS(AT("rw:a", "<xsl:if test=\"'b' = '' = @x\"/>"), "a/@x");
	LOOKS(AT("rw:a", "<xsl:if test=\"attribute::x != ' '\"/>"), "a/@x");
}

static void the_context_is_known(void **state)
{
	LOOKS(AT("@x", "<xsl:if test=\". = 'b'\"/>"), "a/@x");
	LOOKS(AT("rw:a/@x[. = 'b']", ""), "a/@x");
	COPIES(AT("rw:c/@x[. = 'b']", ""), "a/@x");
	COPIES(AT("@y[. = 'b']", ""), "a/@x");
	LOOKS(AT("@y[../@x = 'b']", ""), "a/@x");
	LOOKS(AT("rw:a", EACH("@x", VALUE(". + 1"))), "a/@x");
	COPIES(AT("rw:a", "<xsl:for-each select='@y'>" VALUE(
				  ". + 1") "</xsl:for-each>"),
	       "a/@x");
	LOOKS(AT("rw:a", "<xsl:for-each select='rw:b[current()/@x = 1]'/>"),
	      "a/@x");
	LOOKS("<xsl:template name='n'>" VALUE(
		      "string-length()") "</xsl:template>",
	      "a/@x");
	LOOKS(AT("rw:a", VALUE("rw:c[@y = 'b']/../@x + 1")), "a/@x");
}

static void variables_are_followed(void **state)
{
	LOOKS(AT("rw:a",
		 "<xsl:variable name='v' select='@x'/>" VALUE("$v + 1")),
	      "a/@x");
	LOOKS("<xsl:variable name='v' select='/rw:a/@x'/>" AT(
		      "rw:b", "<xsl:variable name='w' select='$v'/>"
			      "<xsl:if test='$w = 1'/>"),
	      "a/@x");
	LOOKS(AT("rw:a", "<xsl:variable name='v'>" VALUE(
				 "@x") "</xsl:variable>"
				       "<xsl:if test='$v = 1'/>"),
	      "a/@x");
	COPIES(AT("rw:a",
		  "<xsl:variable name='v'>" VALUE(
			  "@x") "</xsl:variable>"
				"<xsl:if test='string($v)'/>" VALUE("$v")),
	       "a/@x");
	LOOKS(NAMED("<xsl:param name='p'/><xsl:if test=\"$p = 'b'\"/>")
		      AT("rw:a", "<xsl:call-template name='n'>"
				 "<xsl:with-param name='p' select='@x'/>"
				 "</xsl:call-template>"),
	      "a/@x");
	/* A variable that names itself comes to an end. */
	LOOKS(AT("rw:a", "<xsl:variable name='v' select='@x'/><xsl:if test='1'>"
			 "<xsl:variable name='v' select='$v'/>" VALUE(
				 "$v + 1") "</xsl:if>"),
	      "a/@x");
}

static void keys_sorts_and_names_look(void **state)
{
	LOOKS("<xsl:key name='k' match='rw:a' use='@x'/>", "a/@x");
	LOOKS(KEY AT("rw:b", VALUE("key('k', @x)")), "b/@x");
	LOOKS(KEY AT("rw:b", VALUE("substring-after(key('k', 'z')/@x, '1')")),
	      "w/@x");
	LOOKS(AT("rw:r", "<xsl:apply-templates select='rw:a'>"
			 "<xsl:sort select='@x'/></xsl:apply-templates>"),
	      "r/a/@x");
	LOOKS(AT("rw:r", "<xsl:for-each select='rw:a/@x'><xsl:sort/>"
			 "</xsl:for-each>" VALUE("count(rw:a)"))
		      AT("rw:a", "<xsl:element name='{@x}'/>"),
	      "r/a/@x");
	LOOKS(AT("rw:a", "<xsl:number value='@x'/>"), "a/@x");
}

static void text_and_what_is_around_it(void **state)
{
	COPIES(AT("text:text", VALUE(".")), "r/b/md/text()");
	LOOKS(AT("text:text[. = 'b']", ""), "r/b/md/text()");
	LOOKS(AT("rw:b", "<xsl:if test=\". = 'b'\"/>"), "r/b/md/text()");
	LOOKS(AT("*", VALUE("string-length(.)")), "r/b/md/text()");
	COPIES(AT("rw:c", VALUE("string-length(.)")), "r/b/md/text()");
	LOOKS(AT("text()", VALUE("normalize-space()")), "r/b/md/text()");
	LOOKS(AT("rw:c", VALUE("string-length(/)")), "r/b/md/text()");
}

static void what_is_not_known_is_looked_at(void **state)
{
	LOOKS(AT("rw:a", "<b xmlns:e='http://exslt.org/common'>" VALUE(
				 "e:node-set(@x)/rw:b + 1") "</b>"),
	      "c/@x");
}

/* An expression of a profile, at the posting. */
static void expressions_alone(void **state)
{
	static const struct {
		const char *expression, *path;
		bool looks;
	} cases[] = {
		{ "@posted", "posting/@posted", false },
		{ "rw:place/@city", "posting/place/@city", false },
		{ "rw:place/@city | rw:place/@region", "posting/place/@city",
		  false },
		{ "rw:apply[not(@url)]/@email", "posting/apply/@url", false },
		{ "concat(@id, '-', rw:place/@city)", "posting/place/@city",
		  false },
		{ "translate(@id, 'a', 'b')", "posting/@id", true },
		{ "rw:place[@city = 'Bonn']/@country", "posting/place/@city",
		  true },
		{ "rw:pay[not(number(@max) = number(@min))]/@max",
		  "posting/place/@city", false },
		{ "substring(@posted, 1, 4)", "posting/@posted", true },
		{ "rw:board[@item > 1]", "posting/board/@item", true },
		{ "md:x[. = 'y']", "posting/opening/md/text()", true },
		{ "@id ~ 1", "posting/@id", true },
		{ "-rw:title", "posting/title/text()", true },
		{ "rw:title", "posting/title/text()", false },
	};
	struct job *job = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
			rw_inspects(rw_inspect_expression(job->arena,
							  cases[i].expression,
							  "posting"),
				    cases[i].path),
			cases[i].looks);
}

/* Where expressions go, looked at or not. */
static void steps_of_paths(void **state)
{
	static const struct {
		const char *expression, *step;
		bool goes;
	} cases[] = {
		{ "rw:opening//md:list", "opening", true },
		{ "rw:opening//md:list", "md", true },
		{ "rw:opening//md:list", RW_STEP_ANY, false },
		{ "not(rw:place[rw:opening])", "opening", true },
		{ "'rw:opening'", "opening", false },
		{ "@opening", "opening", false },
		{ "@xml:lang", RW_STEP_FOREIGN, false },
		{ "html:p", RW_STEP_FOREIGN, true },
		{ "//rw:place", RW_STEP_ANY, true },
		{ ".//rw:place", RW_STEP_ANY, true },
		{ "*//rw:place", RW_STEP_ANY, true },
		{ "descendant::rw:place", RW_STEP_ANY, true },
		{ "following::rw:place", RW_STEP_ANY, true },
		{ "rw:pay//rw:place", RW_STEP_ANY, false },
	};
	struct job *job = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(rw_inspects_step(rw_inspect_expression(
							  job->arena,
							  cases[i].expression,
							  "posting"),
						  cases[i].step),
				 cases[i].goes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(copying_is_not_looking),
		cmocka_unit_test(asking_whether_there_is_one),
		cmocka_unit_test(functions_and_operators_look),
		cmocka_unit_test(the_context_is_known),
		cmocka_unit_test(variables_are_followed),
		cmocka_unit_test(keys_sorts_and_names_look),
		cmocka_unit_test(text_and_what_is_around_it),
		cmocka_unit_test(what_is_not_known_is_looked_at),
		cmocka_unit_test(expressions_alone),
		cmocka_unit_test(steps_of_paths),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, setup, teardown);
}
