/*
 * XML: namespaces, escapes, CDATA.
 */
#include "write_trees.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void elements(void **state)
{
	(void)state;
	test_gives(rw_write_xml, "<a b='1' c='2'> <d/><!-- x --><e></e>\n</a>",
		   DECLARATION "<a b=\"1\" c=\"2\"> <d/><e/>\n</a>\n");
	test_gives(rw_write_xml, "<a><!-- x --></a>", DECLARATION "<a/>\n");
}

static void escapes(void **state)
{
	(void)state;
	test_gives(rw_write_xml,
		   "<a b='&lt;&amp;&gt;&quot;&#9;&#10;&#13;'>"
		   "&lt;]]&gt;&amp;&#13;\n\t\xC2\xA0</a>",
		   DECLARATION "<a b=\"&lt;&amp;&gt;&quot;&#9;&#10;&#13;\">"
			       "&lt;]]&gt;&amp;&#13;\n\t\xC2\xA0</a>\n");
}

static void unused_namespaces(void **state)
{
	(void)state;
	test_gives(rw_write_xml,
		   "<a xmlns:rw='urn:rolewright:1' " OUT ">"
		   "<b xmlns:x='urn:x'/></a>",
		   DECLARATION "<a><b/></a>\n");
}

static void used_namespaces(void **state)
{
	(void)state;
	test_gives(rw_write_xml,
		   "<a xmlns='urn:a' xmlns:u='urn:u'><b xmlns:x="
		   "'urn:x' x:c='1'/><x:d xmlns:x='urn:x'/><e xmlns=''/></a>",
		   DECLARATION "<a xmlns=\"urn:a\" xmlns:x=\"urn:x\">"
			       "<b x:c=\"1\"/><x:d/><e xmlns=\"\"/></a>\n");
	test_gives(rw_write_xml,
		   "<p:a xmlns:p='urn:1'><p:b xmlns:p='urn:2' "
		   "p:c='' xml:lang='en'/><p:d/></p:a>",
		   DECLARATION "<p:a xmlns:p=\"urn:1\"><p:b xmlns:p=\"urn:2\""
			       " p:c=\"\" xml:lang=\"en\"/><p:d/></p:a>\n");
}

static void cdata(void **state)
{
	(void)state;
	test_gives(rw_write_xml,
		   "<a " OUT "><b><out:cdata>R&amp;D ]]&gt; &lt;"
		   "</out:cdata></b><c><out:cdata/></c></a>",
		   DECLARATION "<a><b><![CDATA[R&D ]]]]><![CDATA[> <]]></b>"
			       "<c><![CDATA[]]></c></a>\n");
	test_gives(rw_write_xml,
		   "<a " OUT "><out:cdata>]]]]&gt;&gt;]]"
		   "</out:cdata></a>",
		   DECLARATION "<a><![CDATA[]]]]]]><![CDATA[>>]]]]></a>\n");
	test_gives(rw_write_xml,
		   "<a " OUT "><out:cdata>x &amp; <b c='d'/>"
		   "</out:cdata></a>",
		   DECLARATION "<a><![CDATA[x &amp; <b c=\"d\"/>]]></a>\n");
	test_gives(rw_write_xml, "<a><![CDATA[<b>]]></a>",
		   DECLARATION "<a>&lt;b&gt;</a>\n");
}

static void markup(void **state)
{
	(void)state;
	test_gives(rw_write_xml,
		   "<a " OUT "><b><out:markup method='html'><p>"
		   "x &amp; y<br/></p></out:markup></b><c><out:cdata>"
		   "<out:markup method='html'><p>x</p></out:markup>"
		   "</out:cdata></c></a>",
		   DECLARATION "<a><b>&lt;p&gt;x &amp;amp; y&lt;br&gt;&lt;/p"
			       "&gt;</b><c><![CDATA[<p>x</p>]]></c></a>\n");
	test_refuses(rw_write_xml, "<a " OUT "><out:other/></a>", "[RW620]");
	test_refuses(rw_write_xml, "<out:cdata " OUT "/>", "[RW620]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements),
		cmocka_unit_test(escapes),
		cmocka_unit_test(unused_namespaces),
		cmocka_unit_test(used_namespaces),
		cmocka_unit_test(cdata),
		cmocka_unit_test(markup),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
