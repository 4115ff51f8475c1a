/*
 * HTML: what browsers must read, and what must never reach them.
 */
#include <libxml/tree.h>

#include "write_trees.h"

#define DOCTYPE "<!doctype html>\n"

static void page(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<html " XHTML " lang='en'><head><meta charset='utf-8'/>"
		   "<title>R&amp;D</title></head> <body><h1>A <em>b</em> c</h1>"
		   "\n\n<p>x<br/>y</p><!-- no --><?no no?></body></html>",
		   DOCTYPE
		   "<html lang=\"en\">\n<head>\n"
		   "<meta charset=\"utf-8\">\n<title>R&amp;D</title>\n"
		   "</head>\n<body>\n<h1>A <em>b</em> c</h1>\n<p>x<br>y</p>\n"
		   "</body>\n</html>\n");
}

static void white_space_of_text_stays(void **state)
{
	(void)state;
	test_gives(rw_write_html, "<div><b>a</b> <i>b</i>\n<p>c</p></div>",
		   DOCTYPE "<div><b>a</b> <i>b</i>\n<p>c</p>\n</div>\n");
	test_gives(rw_write_html,
		   "<ul> <li>a</li> <li>b<ul><li>c</li></ul>"
		   "</li></ul>",
		   DOCTYPE "<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>"
			   "</li>\n</ul>\n");
	test_gives(rw_write_html,
		   "<section><a>x</a> <a>y</a> <p> </p><a>z</a></section>",
		   DOCTYPE "<section><a>x</a> <a>y</a>\n<p> </p>\n<a>z</a>"
			   "</section>\n");
}

static void preformatted(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<div><pre>\n a\n</pre><pre><p>x</p>"
		   "<p>y</p></pre></div>",
		   DOCTYPE "<div>\n<pre>\n\n a\n</pre>\n<pre><p>x</p><p>y</p>"
			   "</pre>\n</div>\n");
	test_gives(rw_write_html, "<textarea>\n&lt;b</textarea>",
		   DOCTYPE "<textarea>\n\n&lt;b</textarea>\n");
}

static void escapes(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<p title='&quot;&gt;&lt;&amp;&#10;\xC2\xA0'>"
		   "&lt;/script>&amp;amp; \"'\xC2\xA0\xE2\x80\xA8]]&gt;</p>",
		   DOCTYPE
		   "<p title=\"&quot;&gt;&lt;&amp;\n\xC2\xA0\">"
		   "&lt;/script&gt;&amp;amp; \"'\xC2\xA0\xE2\x80\xA8]]&gt;"
		   "</p>\n");
}

static void void_and_empty(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<p><img alt=''/><wbr/><input disabled="
		   "'disabled'/><span/></p>",
		   DOCTYPE "<p><img alt=\"\"><wbr><input disabled=\"disabled\">"
			   "<span></span></p>\n");
	test_refuses(rw_write_html, "<br>x</br>", "[RW621]");
}

static void raw_text(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<script>if (a &amp;&amp; b > 1) c();"
		   "</script>",
		   DOCTYPE "<script>if (a && b > 1) c();</script>\n");
	test_gives(rw_write_html, "<style>a > b { content: '&lt;'; }</style>",
		   DOCTYPE "<style>a > b { content: '<'; }</style>\n");
	test_refuses(rw_write_html, "<script>a &lt; b</script>", "[RW622]");
	test_refuses(rw_write_html, "<script><![CDATA[<!--]]></script>",
		     "[RW622]");
	test_refuses(rw_write_html, "<style>&lt;/style></style>", "[RW622]");
	test_refuses(rw_write_html, "<title>a<b>c</b></title>", "[RW102]");
	test_refuses(rw_write_html, "<xmp>a</xmp>", "[RW620]");
}

static void json_in_script(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<script " XHTML " " OUT " type='application/ld+json'>"
		   "<out:markup method='json'><map " FN "><string key='a'>"
		   "&lt;/script>&lt;!--&#x2028;</string></map></out:markup>"
		   "</script>",
		   DOCTYPE "<script type=\"application/ld+json\">"
			   "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u2028\"}"
			   "</script>\n");
}

static void addresses(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<p><a href='HTTPS://a.example/?b=c&amp;d'/>"
		   "<a href='tel:1'/><a href='../a:b'/><a href='#x'/>"
		   "<img src='data:image/png;base64,AA=='/></p>",
		   DOCTYPE "<p><a href=\"HTTPS://a.example/?b=c&amp;d\"></a>"
			   "<a href=\"tel:1\"></a><a href=\"../a:b\"></a>"
			   "<a href=\"#x\"></a>"
			   "<img src=\"data:image/png;base64,AA==\"></p>\n");
	test_refuses(rw_write_html, "<a href='javascript:x'/>", "[RW403]");
	test_refuses(rw_write_html, "<a href=' Java&#10;Script&#9;:x'/>",
		     "[RW403]");
	test_refuses(rw_write_html, "<a href='data:text/html,x'/>", "[RW403]");
	test_refuses(rw_write_html, "<form action='vbscript:x'/>", "[RW403]");
	test_refuses(rw_write_html,
		     "<svg xmlns='http://www.w3.org/2000/svg' "
		     "xmlns:l='http://www.w3.org/1999/xlink'>"
		     "<a l:href='javascript:x'/></svg>",
		     "[RW403]");
}

static void names(void **state)
{
	(void)state;
	test_gives(rw_write_html,
		   "<p xml:lang='de' xmlns:a='urn:a' a:b='c'>"
		   "<b lang='en' xml:lang='en'/></p>",
		   DOCTYPE "<p lang=\"de\"><b lang=\"en\"></b></p>\n");
	test_gives(rw_write_html,
		   "<p><svg xmlns='http://www.w3.org/2000/svg' "
		   "viewBox='0 0 1 1'><path d='M0 0'/></svg></p>",
		   DOCTYPE "<p><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\">"
			   "</path></svg></p>\n");
	test_refuses(rw_write_html, "<p><b xmlns='urn:rolewright:1'/></p>",
		     "[RW620]");
	test_refuses(rw_write_html, "<p><_a/></p>", "[RW620]");
	test_refuses(rw_write_html, "<p><\xC3\xA9/></p>", "[RW620]");
}

static void too_deep(void **state)
{
	struct test_job job;
	struct rw_doc *doc;
	struct rw_node *node;

	(void)state;
	test_begin(&job);
	doc = rw_doc_new(job.arena, "", "div");
	node = rw_doc_root(doc);
	for (int i = 0; i < 10000; i++)
		node = rw_node_add(node, "", "b");
	assert_int_equal(rw_write_html(doc, &job.out, job.diags), -1);
	assert_int_equal(rw_write_xml(doc, &job.out, job.diags), -1);
	assert_int_equal(rw_write_json(doc, false, &job.out, job.diags), -1);
	assert_int_equal(rw_write_opc(doc, 0, &job.out, job.diags), -1);
	assert_int_equal(rw_markup_expand(doc, job.diags), -1);
	assert_int_equal(rw_diags_count(job.diags, RW_ERROR), 1);
	test_end(&job);
}

static void nothing(void **state)
{
	struct test_job job;
	xmlDoc *empty = xmlNewDoc(NULL);

	(void)state;
	test_begin(&job);
	assert_int_equal(
		rw_write_html((struct rw_doc *)empty, &job.out, job.diags), -1);
	rw_diags_write(job.diags, RW_DIAGS_TEXT, false, 0, &job.out);
	assert_non_null(strstr(job.out.data, "[RW624]"));
	test_end(&job);
	xmlFreeDoc(empty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page),
		cmocka_unit_test(white_space_of_text_stays),
		cmocka_unit_test(preformatted),
		cmocka_unit_test(escapes),
		cmocka_unit_test(void_and_empty),
		cmocka_unit_test(raw_text),
		cmocka_unit_test(json_in_script),
		cmocka_unit_test(addresses),
		cmocka_unit_test(names),
		cmocka_unit_test(too_deep),
		cmocka_unit_test(nothing),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
