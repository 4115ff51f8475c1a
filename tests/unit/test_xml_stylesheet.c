/*
 * Stylesheets: overlay of folders, errors at their place, hostile sheets.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <pthread.h>
#include <cmocka.h>

#include "base/file.h"
#include "xml/select.h"
#include "xml/serialise.h"
#include "xml/stylesheet.h"

struct fixture {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_stylesheet_path path;
	const char *folders[2];
	char root[64];
};

static int setup(void **state)
{
	static struct fixture f;

	f.arena = rw_arena_new();
	f.sources = rw_sources_new();
	f.diags = rw_diags_new(f.sources);
	snprintf(f.root, sizeof(f.root), "/tmp/rw-sheets-XXXXXX");
	assert_non_null(mkdtemp(f.root));
	f.folders[0] = rw_path_join(f.arena, f.root, "mine");
	f.folders[1] = rw_path_join(f.arena, f.root, "builtin");
	f.path = (struct rw_stylesheet_path){ f.folders, 2 };
	rw_file_make_folder(rw_path_join(f.arena, f.folders[0], "d"));
	rw_file_make_folder(rw_path_join(f.arena, f.folders[1], "d"));
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	rw_file_remove_tree(f->root);
	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	rw_arena_free(f->arena);
	return 0;
}

#define XSL                                                 \
	"<xsl:stylesheet version='1.0' "                    \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
	"xmlns:exsl='http://exslt.org/common'"              \
	" extension-element-prefixes='exsl'>\n"
#define END "</xsl:stylesheet>\n"

static void put(struct fixture *f, size_t folder, const char *name,
		const char *body)
{
	char *path = rw_path_join(f->arena, f->folders[folder], name);
	char *text = rw_arena_printf(f->arena, "%s%s%s", XSL, body, END);

	assert_int_equal(rw_file_write(path, text, strlen(text)), 0);
}

static struct rw_doc *run(struct fixture *f, const char *name,
			  const char *input)
{
	struct rw_stylesheet *sheet =
		rw_stylesheet_load(f->arena, &f->path, name, f->diags);
	struct rw_doc *doc = rw_doc_parse(
		f->arena,
		&(const struct rw_input){ input, strlen(input), "in.xml" },
		&rw_limits_role, f->diags);

	assert_non_null(doc);
	return sheet ? rw_stylesheet_run(f->arena, sheet, doc, f->diags) : NULL;
}

static char *written(struct fixture *f, const struct rw_doc *doc)
{
	struct rw_buf out = RW_BUF_INIT;
	char *text;

	assert_non_null(doc);
	rw_doc_write_c14n(doc, &out);
	text = rw_arena_strndup(f->arena, out.data, out.len);
	rw_buf_release(&out);
	return text;
}

/* Everything that was reported, without the paths of the test's folder. */
static char *reported(struct fixture *f)
{
	struct rw_buf out = RW_BUF_INIT, plain = RW_BUF_INIT;
	char *text;

	rw_diags_write(f->diags, RW_DIAGS_JSON, false, 0, &out);
	text = rw_arena_strndup(f->arena, out.data, out.len);
	rw_buf_release(&out);
	rw_buf_release(&plain);
	return text;
}

static void fresh_diags(struct fixture *f)
{
	rw_diags_free(f->diags);
	f->diags = rw_diags_new(f->sources);
}

static void assert_reported(struct fixture *f, const char *part)
{
	const char *text = reported(f);

	if (!strstr(text, part))
		print_message("%s", text);
	assert_non_null(strstr(text, part));
}

static void transforms(void **state)
{
	struct fixture *f = *state;

	put(f, 1, "d/a.xsl",
	    "<xsl:template match='/'><o><xsl:value-of "
	    "select='r/@x'/> <xsl:text> </xsl:text><b/></o></xsl:template>");
	assert_string_equal(written(f, run(f, "d/a.xsl", "<r x='1'/>")),
			    "<o>1 <b></b></o>");
	assert_int_equal(rw_diags_count(f->diags, RW_NOTE), 0);
}

static void overlays_modules(void **state)
{
	struct fixture *f = *state;

	put(f, 1, "d/main.xsl",
	    "<xsl:import href='../m.xsl'/>"
	    "<xsl:include href='./n.xsl'/><xsl:template match='/'>"
	    "<o><xsl:call-template name='m'/><xsl:call-template name='n'/>"
	    "<xsl:call-template name='k'/></o></xsl:template>");
	put(f, 1, "m.xsl",
	    "<xsl:template name='m'>old</xsl:template>"
	    "<xsl:template name='k'>kept</xsl:template>");
	put(f, 1, "d/n.xsl", "<xsl:template name='n'>n</xsl:template>");
	assert_string_equal(written(f, run(f, "d/main.xsl", "<r/>")),
			    "<o>oldnkept</o>");
	/* It overrides m.xsl and imports the one that it hides. */
	put(f, 0, "m.xsl",
	    "<xsl:import href='m.xsl'/>"
	    "<xsl:template name='m'>new</xsl:template>");
	assert_string_equal(written(f, run(f, "d/main.xsl", "<r/>")),
			    "<o>newnkept</o>");
	assert_int_equal(rw_diags_count(f->diags, RW_NOTE), 0);
}

static void reports_missing_module(void **state)
{
	struct fixture *f = *state;

	put(f, 0, "a.xsl",
	    "  <xsl:import href='none.xsl'/>\n"
	    "<xsl:import href='../../etc/passwd'/>\n"
	    "<xsl:include href='file:///etc/passwd'/>\n"
	    "<xsl:include href='/etc/passwd'/>\n");
	assert_null(run(f, "a.xsl", "<r/>"));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 4);
	assert_reported(f, "\"line\":2,\"column\":21");
	assert_reported(f, "RW612");
	assert_null(run(f, "none.xsl", "<r/>"));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 5);
}

static void refuses_links_out(void **state)
{
	struct fixture *f = *state;
	char *link = rw_path_join(f->arena, f->folders[0], "out.xsl");

	put(f, 0, "a.xsl", "<xsl:include href='out.xsl'/>");
	rw_file_write(rw_path_join(f->arena, f->root, "secret.xsl"), XSL END,
		      strlen(XSL END));
	assert_int_equal(symlink("../secret.xsl", link), 0);
	assert_null(run(f, "a.xsl", "<r/>"));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 1);
}

static void reports_compile_errors(void **state)
{
	struct fixture *f = *state;

	put(f, 0, "a.xsl",
	    "<xsl:template match='/'>\n  <o>\n"
	    "    <b/> <xsl:value-of\n   select='1 +'/></o></xsl:template>");
	assert_null(run(f, "a.xsl", "<r/>"));
	assert_reported(f, "\"line\":4,\"column\":10");
	assert_reported(f, "RW601");
	put(f, 0, "b.xsl", "<xsl:template match='['/>");
	assert_null(run(f, "b.xsl", "<r/>"));
	put(f, 0, "c.xsl",
	    "<xsl:template match='/'><xsl:call-template "
	    "name='none'/></xsl:template>");
	assert_null(run(f, "c.xsl", "<r/>"));
	put(f, 0, "d.xsl",
	    "<xsl:template match='/'><xsl:nosuch/>"
	    "</xsl:template>");
	assert_null(run(f, "d.xsl", "<r/>"));
	put(f, 0, "e.xsl", "<!DOCTYPE x []>");
	assert_null(run(f, "e.xsl", "<r/>"));
	put(f, 0, "g.xsl", "<xsl:import href='g.xsl'/>");
	assert_null(run(f, "g.xsl", "<r/>"));
	put(f, 0, "h.xsl", "<xsl:include href='i.xsl'/>");
	put(f, 0, "i.xsl", "<xsl:include href='h.xsl'/>");
	assert_null(run(f, "h.xsl", "<r/>"));
}

static void reports_runtime_errors(void **state)
{
	struct fixture *f = *state;

	put(f, 0, "a.xsl",
	    "<xsl:template match='/'><o>\n"
	    "   <xsl:value-of select='$none'/></o></xsl:template>");
	assert_null(run(f, "a.xsl", "<r/>"));
	assert_reported(f, "\"line\":3,\"column\":4");
	put(f, 0, "b.xsl",
	    "<xsl:template match='/'><o>"
	    "<xsl:value-of select='none()'/></o></xsl:template>");
	assert_null(run(f, "b.xsl", "<r/>"));
	put(f, 0, "c.xsl", "<xsl:template match='/'/>");
	assert_null(run(f, "c.xsl", "<r/>"));
	assert_reported(f, "RW615");
}

static void reports_messages(void **state)
{
	struct fixture *f = *state;

	put(f, 0, "a.xsl",
	    "<xsl:template match='/'>\n <xsl:message>look at "
	    "<xsl:value-of select='1+1'/></xsl:message><o/></xsl:template>");
	assert_non_null(run(f, "a.xsl", "<r/>"));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 0);
	assert_reported(f, "stylesheet says: look at 2");
	assert_reported(f, "RW602");
	assert_reported(f, "\"line\":3,\"column\":2");
	put(f, 0, "b.xsl",
	    "<xsl:template match='/'>\n\n   <xsl:message "
	    "terminate='yes'>no mode for <xsl:value-of select='name(*)'/>"
	    "</xsl:message></xsl:template>");
	assert_null(run(f, "b.xsl", "<r/>"));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 1);
	assert_reported(f, "stylesheet stops: no mode for r");
	assert_reported(f, "RW611");
	assert_reported(f, "\"line\":4,\"column\":4");
}

/* T7: each wants a file, a folder or the network. */
static void refuses_access(void **state)
{
	static const char *const wants[] = {
		"<xsl:copy-of select=\"document('/etc/hostname')\"/>",
		"<xsl:copy-of select=\"document('')\"/>",
		"<xsl:copy-of select=\"document('http://127.0.0.1:9/x')\"/>",
		"<xsl:copy-of select=\"document('secret.xsl')\"/>",
		"<exsl:document href='/tmp/rw-written'>x</exsl:document>",
		"<xsl:document href='/tmp/rw-written'>x</xsl:document>",
		"<s:output xmlns:s='http://icl.com/saxon' "
		"xsl:extension-element-prefixes='s' "
		"href='/tmp/rw-written'>x</s:output>",
		"<exsl:document href='/tmp/rw-folder/a/b'>x</exsl:document>",
		"<w:write xmlns:w='org.apache.xalan.xslt.extensions.Redirect' "
		"xsl:extension-element-prefixes='w' "
		"file='/tmp/rw-written'>x</w:write>",
		"<xsl:value-of select='1' disable-output-escaping='yes'/>",
		"<xsl:text disable-output-escaping='yes'>&lt;</xsl:text>",
		"<xsl:value-of select=\"str:x()\" "
		"xmlns:str='http://exslt.org/strings'/>",
		"<xsl:value-of select=\"c:md5('x')\" "
		"xmlns:c='http://exslt.org/crypto'/>",
		"<xsl:value-of select=\"d:evaluate('1')\" "
		"xmlns:d='http://exslt.org/dynamic'/>",
	};
	struct fixture *f = *state;

	put(f, 0, "secret.xsl", "");
	for (size_t i = 0; i < sizeof(wants) / sizeof(wants[0]); i++) {
		fresh_diags(f);
		put(f, 0, "a.xsl",
		    rw_arena_printf(f->arena,
				    "<xsl:template "
				    "match='/'><o>%s</o></xsl:template>",
				    wants[i]));
		assert_null(run(f, "a.xsl", "<r/>"));
		assert_int_not_equal(rw_diags_count(f->diags, RW_ERROR), 0);
	}
	assert_false(rw_file_exists("/tmp/rw-written"));
	assert_false(rw_file_exists("/tmp/rw-folder"));
}

static void refuses_what_is_not_xslt(void **state)
{
	struct fixture *f = *state;

	put(f, 0, "a.xsl",
	    "<xsl:template match='/'><o><xsl:value-of "
	    "select='1' disable-output-escaping='no'/></o></xsl:template>");
	assert_null(run(f, "a.xsl", "<r/>"));
	assert_reported(f, "RW613");
	put(f, 0, "b.xsl",
	    "<xsl:template match='/'><o xmlns:x='urn:x' "
	    "xsl:extension-element-prefixes='x'><x:y/></o></xsl:template>");
	assert_null(run(f, "b.xsl", "<r/>"));
	assert_reported(f, "RW617");
}

static void allows_node_set(void **state)
{
	struct fixture *f = *state;

	put(f, 0, "a.xsl",
	    "<xsl:template match='/'><xsl:variable name='v'>"
	    "<a/><a/></xsl:variable><o><xsl:value-of select='count("
	    "exsl:node-set($v)/*)'/></o></xsl:template>");
	assert_string_equal(written(f, run(f, "a.xsl", "<r/>")), "<o>2</o>");
}

#define T8                                                             \
	"<xsl:template match='/'><o><xsl:call-template name='t'/></o>" \
	"</xsl:template>"
#define N0                                                           \
	"<xsl:value-of select='count(//*[count(//*[count(//*[count(" \
	"//*[count(//*) &gt; 0]) &gt; 0]) &gt; 0]) &gt; 0])'/>"

/* T8: each runs for ever, or nearly so. */
static void ends_endless(void **state)
{
	static const char *const endless[] = {
		/* recursion without end */
		T8 "<xsl:template name='t'><xsl:call-template name='t'/>"
		   "</xsl:template>",
		/* apply-templates on itself */
		"<xsl:template match='/|*'><o><xsl:apply-templates "
		"select='.'/></o></xsl:template>",
		/* exponential time */
		T8 "<xsl:template name='t'><xsl:param name='n' select='200'/>"
		   "<xsl:if test='$n &gt; 0'><xsl:call-template name='t'>"
		   "<xsl:with-param name='n' select='$n - 1'/>"
		   "</xsl:call-template><xsl:call-template name='t'>"
		   "<xsl:with-param name='n' select='$n - 1'/>"
		   "</xsl:call-template></xsl:if></xsl:template>",
		/* one expression */
		T8 "<xsl:template name='t'>" N0 "</xsl:template>",
		/* loops in loops */
		T8
		"<xsl:template name='t'><xsl:for-each select='//*'>"
		"<xsl:for-each select='//*'><xsl:for-each select='//*'>"
		"<xsl:for-each select='//*'><xsl:value-of select='.'/>"
		"</xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each>"
		"</xsl:template>",
		/* a variable that needs itself */
		"<xsl:variable name='a' select='$b'/>"
		"<xsl:variable name='b' select='$a'/>"
		"<xsl:template match='/'><o><xsl:value-of select='$a'/></o>"
		"</xsl:template>",
		/* attribute sets in a ring */
		"<xsl:attribute-set name='a' use-attribute-sets='b'/>"
		"<xsl:attribute-set name='b' use-attribute-sets='a'/>"
		"<xsl:template match='/'><o xsl:use-attribute-sets='a'/>"
		"</xsl:template>",
	};
	struct fixture *f = *state;
	struct rw_buf in = RW_BUF_INIT;

	rw_buf_puts(&in, "<r>");
	for (size_t i = 0; i < 60; i++)
		rw_buf_puts(&in, "<a/>");
	rw_buf_puts(&in, "</r>");
	for (size_t i = 0; i < sizeof(endless) / sizeof(endless[0]); i++) {
		fresh_diags(f);
		put(f, 0, "a.xsl", endless[i]);
		assert_null(run(f, "a.xsl", in.data));
		if (i < 5)
			assert_reported(f, "RW614");
		assert_int_not_equal(rw_diags_count(f->diags, RW_ERROR), 0);
	}
	rw_buf_release(&in);
}

static void *stop_soon(void *context)
{
	const struct timespec wait = { 0, 200000000L };

	(void)context;
	nanosleep(&wait, NULL);
	rw_stylesheet_stop_all();
	return NULL;
}

/* The same way as the deadline takes. */
static void stops_when_asked(void **state)
{
	struct fixture *f = *state;
	struct rw_buf in = RW_BUF_INIT;
	pthread_t thread;
	time_t start = time(NULL);

	rw_buf_puts(&in, "<r>");
	for (size_t i = 0; i < 5000; i++)
		rw_buf_puts(&in, "<a/>");
	rw_buf_puts(&in, "</r>");
	put(f, 0, "a.xsl",
	    "<xsl:template match='/'><o><xsl:for-each "
	    "select='//a'><xsl:for-each select='//a'><xsl:value-of "
	    "select='.'/></xsl:for-each></xsl:for-each></o></xsl:template>");
	assert_int_equal(pthread_create(&thread, NULL, stop_soon, NULL), 0);
	assert_null(run(f, "a.xsl", in.data));
	pthread_join(thread, NULL);
	assert_true(time(NULL) - start < 5);
	assert_reported(f, "RW6");
	rw_buf_release(&in);
}

#define THREADS 4

struct shared {
	const struct rw_stylesheet *sheet;
	size_t good;
};

static void *transform_many(void *context)
{
	struct shared *shared = context;

	for (size_t i = 0; i < 200; i++) {
		struct rw_arena *arena = rw_arena_new();
		struct rw_sources *sources = rw_sources_new();
		struct rw_diags *diags = rw_diags_new(sources);
		struct rw_doc *doc = rw_doc_parse(
			arena,
			&(const struct rw_input){ "<r><a/><a/></r>", 15, "t" },
			&rw_limits_role, diags);

		doc = rw_stylesheet_run(arena, shared->sheet, doc, diags);
		if (doc && !strcmp(rw_node_text(arena, rw_doc_root(doc)), "2"))
			shared->good++;
		rw_diags_free(diags);
		rw_sources_free(sources);
		rw_arena_free(arena);
	}
	return NULL;
}

static void serves_threads(void **state)
{
	struct fixture *f = *state;
	struct shared shared[THREADS] = { { NULL, 0 } };
	pthread_t threads[THREADS];
	const struct rw_stylesheet *sheet;

	put(f, 0, "a.xsl",
	    "<xsl:key name='k' match='a' use=\"'x'\"/>"
	    "<xsl:template match='/'><o><xsl:value-of select=\"count("
	    "key('k', 'x'))\"/></o></xsl:template>");
	sheet = rw_stylesheet_load(f->arena, &f->path, "a.xsl", f->diags);
	assert_non_null(sheet);
	for (size_t i = 0; i < THREADS; i++) {
		shared[i].sheet = sheet;
		pthread_create(&threads[i], NULL, transform_many, &shared[i]);
	}
	for (size_t i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(shared[i].good, 200);
	}
}

/* The string value of what 'expression' gives at 'node'; NULL with an error. */
static const char *string_of(struct fixture *f, struct rw_node *node,
			     const char *expression)
{
	struct rw_selector *selector =
		rw_selector_new(f->arena, expression, RW_NOWHERE, f->diags);
	struct rw_selection found = { NULL, 0 };

	if (!selector || rw_select_run(rw_select_new(f->arena, node), selector,
				       node, &found, f->diags) != 0)
		return NULL;
	return found.count ? found.items[0].text : "";
}

/* A plain path gives what XPath gives for it in brackets. */
static void plain_paths_are_xpath(void **state)
{
	static const char *const paths[] = {
		"@id",		 "@xml:lang",	    "@none",
		"rw:title",	 "rw:place",	    "rw:place/@city",
		"rw:place/@x",	 "rw:list/rw:item", "rw:list/rw:item/@n",
		"rw:list/rw:no", "rw:list",	    "rw:empty",
	};
	const char *text =
		"<role xmlns='urn:rolewright:1' xmlns:o='urn:o' id='kam' "
		"o:id='other' xml:lang='en'><title> T <b xmlns='"
		"http://commonmark.org/xml/1.0'>u</b>v</title>"
		"<place city='A' o:x='1'/><o:place city='O'/><place/>"
		"<place city=''/><place city='B'><title>no</title></place>"
		"<list><item n='1'>a</item></list><empty/><list>"
		"<item n='2'>b</item> <item>c</item></list></role>";
	struct fixture *f = *state;
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ text, strlen(text), "in" },
		&rw_limits_role, f->diags);
	struct rw_node *root = rw_doc_root(doc);
	struct rw_select *select = rw_select_new(f->arena, root);

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct rw_buf in_brackets = RW_BUF_INIT;
		struct rw_selection a, b;

		rw_buf_printf(&in_brackets, "(%s)", paths[i]);
		assert_int_equal(
			rw_select_run(select,
				      rw_selector_new(f->arena, paths[i],
						      RW_NOWHERE, f->diags),
				      root, &a, f->diags),
			0);
		assert_int_equal(
			rw_select_run(select,
				      rw_selector_new(f->arena,
						      in_brackets.data,
						      RW_NOWHERE, f->diags),
				      root, &b, f->diags),
			0);
		assert_int_equal(a.count, b.count);
		for (size_t k = 0; k < a.count; k++) {
			assert_string_equal(a.items[k].text, b.items[k].text);
			assert_ptr_equal(a.items[k].node, b.items[k].node);
			if (a.items[k].attribute || b.items[k].attribute)
				assert_string_equal(a.items[k].attribute,
						    b.items[k].attribute);
		}
		rw_buf_release(&in_brackets);
	}
}

static void selects(void **state)
{
	struct fixture *f = *state;
	const char *text = "<role xmlns='urn:rolewright:1' id='kam'>"
			   "<title>T</title><pay min='1'/></role>";
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ text, strlen(text), "in" },
		&rw_limits_role, f->diags);
	struct rw_node *root = rw_doc_root(doc);

	assert_string_equal(string_of(f, root, "concat(rw:title, '/', @id)"),
			    "T/kam");
	assert_string_equal(string_of(f, root, "rw:none"), "");
	assert_string_equal(string_of(f, root, "count(//rw:*) * 2"), "6");
	assert_int_equal(rw_diags_count(f->diags, RW_NOTE), 0);
	assert_null(string_of(f, root, "1 +"));
	assert_null(string_of(f, root, "x:y"));
	assert_null(string_of(f, root, "document('/etc/passwd')"));
	assert_null(string_of(
		f, root,
		"count(//*[count(//*[count(//*[count(//*[count(//*[count(//*["
		"count(//*[count(//*[count(//*[count(//*[count(//*[count(//*["
		"count(//*)>1])>1])>1])>1])>1])>1])>1])>1])>1])>1])>1])>1])"));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 4);
	assert_reported(f, "RW616");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(transforms),
		TEST(overlays_modules),
		TEST(reports_missing_module),
		TEST(refuses_links_out),
		TEST(reports_compile_errors),
		TEST(reports_runtime_errors),
		TEST(reports_messages),
		TEST(refuses_access),
		TEST(refuses_what_is_not_xslt),
		TEST(allows_node_set),
		TEST(ends_endless),
		TEST(stops_when_asked),
		TEST(serves_threads),
		TEST(plain_paths_are_xpath),
		TEST(selects),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
