/*
 * out:markup: reduced HTML, plain text and JSON as text.
 */
#include <stdio.h>

#include "write_trees.h"

/* The text of the root once its instructions are carried out. */
static int expanded(const struct rw_doc *tree, struct rw_buf *out,
		    struct rw_diags *diags)
{
	struct rw_doc *doc = (struct rw_doc *)(uintptr_t)tree;
	struct rw_arena *arena = rw_arena_new();
	int result = rw_markup_expand(doc, diags);

	assert_true(result || !rw_node_child(rw_doc_root(doc), NULL));
	rw_buf_puts(out, rw_node_text(arena, rw_doc_root(doc)));
	rw_arena_free(arena);
	return result;
}

static char *wrap(char *text, size_t size, const char *attributes,
		  const char *content)
{
	snprintf(text, size, "<a " OUT "><out:markup %s>%s</out:markup></a>",
		 attributes, content);
	return text;
}

static void gives(const char *attributes, const char *content,
		  const char *expected)
{
	char text[2000];

	test_gives(expanded, wrap(text, sizeof(text), attributes, content),
		   expected);
}

static void refuses(const char *attributes, const char *content,
		    const char *expected)
{
	char text[2000];

	test_refuses(expanded, wrap(text, sizeof(text), attributes, content),
		     expected);
}

#define HTML "method='html'"
#define BASIC HTML " tags='p br ul ol li strong em'"
#define GOOGLE HTML " tags='p br ul li'"
#define INDEED                                                       \
	HTML " tags='b strong em h1 h2 h3 h4 h5 h6 br p ul li table" \
	     " tbody th tr td' entities='no'"
#define LINKEDIN HTML " tags=' b strong u i  br p ul li em'"
#define TEXT "method='text'"

static void in_its_place(void **state)
{
	(void)state;
	test_gives(expanded,
		   "<a " OUT ">x<out:markup method='text'>y"
		   "</out:markup>z<out:markup method='text'/></a>",
		   "xyz");
	test_gives(expanded,
		   "<a " OUT "><out:markup method='html'><p>"
		   "<out:markup method='html'><b>x</b></out:markup></p>"
		   "</out:markup></a>",
		   "<p>&lt;b&gt;x&lt;/b&gt;</p>");
}

static void all_tags(void **state)
{
	(void)state;
	gives(HTML, "<div class='c'><p>a</p><hr/></div>",
	      "<div class=\"c\"><p>a</p><hr></div>");
	gives(HTML " tags=''", "x &lt; <b>y</b>", "x &lt; y");
}

static void few_tags(void **state)
{
	(void)state;
	gives(BASIC,
	      "<h2>A</h2> <div><p class='c'>b <b>c</b> <i>d</i></p>"
	      "</div><ol><li>e</li></ol>",
	      "<p><strong>A</strong></p><p>b <strong>c</strong> <em>d</em>"
	      "</p><ol><li>e</li></ol>");
	gives(GOOGLE,
	      "<h2>A</h2><p>b <em>c</em> <a href='x'>d</a></p>"
	      "<ol><li>e</li></ol><div>f</div><p/>",
	      "<p>A</p><p>b c d</p><ul><li>e</li></ul><p>f</p><p></p>");
	gives(LINKEDIN, "<h3>A</h3><p>R&amp;D<script>no</script></p>",
	      "<p><strong>A</strong></p><p>R&amp;D</p>");
	gives(INDEED, "<h2>A</h2><p>R&amp;D > \"x\" &lt; y</p><ol><li/></ol>",
	      "<h2>A</h2><p>R&D > \"x\" &lt; y</p><ul><li></li></ul>");
}

static void tables(void **state)
{
	static const char table[] =
		"<table><caption>C</caption><thead><tr><th>a</th><th>b</th>"
		"</tr></thead> <tbody><tr><td>1</td> <td><p>2</p></td></tr>"
		"</tbody></table>";

	(void)state;
	gives(BASIC, table, "<p>C</p><p>a | b</p><p>1 | 2</p>");
	gives(INDEED, table,
	      "<p>C</p><table><tbody><tr><th>a</th><th>b</th>"
	      "</tr></tbody><tbody><tr><td>1</td><td><p>2</p></td></tr>"
	      "</tbody></table>");
	gives(TEXT, table, "C\na | b\n1 | 2");
}

static void plain_text(void **state)
{
	(void)state;
	gives(TEXT, "<h1> A </h1>\n<p>b\n c<br/>d <b>e</b>f</p><p/><p>g</p>",
	      "A\n\nb c\nd ef\n\ng");
	gives(TEXT,
	      "<p>a</p><ul><li><p>b</p><p>c</p></li><li>d<ol><li>e</li>"
	      "<li>f</li></ol></li></ul><p>g</p>",
	      "a\n\n- b\n  c\n- d\n  1. e\n  2. f\n\ng");
	gives(TEXT,
	      "<p><a href='https://a.example/'>x</a> "
	      "<a href='mailto:b@a.example'>b@a.example</a> <a href='#c'>c</a>"
	      "</p>",
	      "x (https://a.example/) b@a.example c");
	gives(TEXT, "<p>a</p><pre>b\n  c\n</pre><p>d <img alt='e f'/></p>",
	      "a\n\nb\n  c\n\nd e f");
	gives(TEXT, "x &lt; y <style>z</style>", "x < y");
}

static void json(void **state)
{
	(void)state;
	gives("method='json'", " <array " FN "><number>1</number></array> ",
	      "[1]");
	refuses("method='json'", "x", "[RW623]");
	refuses("method='json'", "<a/><b/>", "[RW623]");
}

static void mistakes(void **state)
{
	(void)state;
	refuses("method='pdf'", "", "'pdf' is not a method of out:markup");
	refuses("", "", "[RW625]");
	refuses(HTML, "<b xmlns='urn:b'/>", "[RW620]");
	refuses(BASIC, "<b xmlns='urn:b'/>", "[RW620]");
	refuses(TEXT, "<b xmlns='urn:b'/>", "[RW620]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_its_place), cmocka_unit_test(all_tags),
		cmocka_unit_test(few_tags),	cmocka_unit_test(tables),
		cmocka_unit_test(plain_text),	cmocka_unit_test(json),
		cmocka_unit_test(mistakes),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
