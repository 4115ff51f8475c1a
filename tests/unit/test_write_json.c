/*
 * JSON of fn: trees.
 */
#include <stdio.h>

#include "write_trees.h"

static int compact(const struct rw_doc *tree, struct rw_buf *out,
		   struct rw_diags *diags)
{
	return rw_write_json(tree, false, out, diags);
}

static int pretty(const struct rw_doc *tree, struct rw_buf *out,
		  struct rw_diags *diags)
{
	return rw_write_json(tree, true, out, diags);
}

static void values(void **state)
{
	(void)state;
	test_gives(compact,
		   "<map " FN "> <string key='s'> a\n</string>"
		   "<number key='n'> -12.50e+3 </number><boolean key='t'>1"
		   "</boolean><boolean key='f'>false</boolean><null key='z'/>"
		   "<array key='a'><string/><map/><array/></array></map>",
		   "{\"s\":\" a\\n\",\"n\":-12.50e+3,\"t\":true,\"f\":false,"
		   "\"z\":null,\"a\":[\"\",{},[]]}\n");
	test_gives(compact, "<string " FN ">x</string>", "\"x\"\n");
}

static void lines(void **state)
{
	(void)state;
	test_gives(pretty,
		   "<map " FN "><array key='a'><number>0</number>"
		   "<number>1</number></array></map>",
		   "{\n  \"a\": [\n    0,\n    1\n  ]\n}\n");
}

static void escapes(void **state)
{
	(void)state;
	test_gives(compact,
		   "<map " FN "><string key='&lt;/\"\\'>"
		   "&lt;/script>\"\\&amp;\xE2\x80\xA8\xE2\x80\xA9]]&gt;"
		   "\xC3\xA9</string></map>",
		   "{\"\\u003c/\\\"\\\\\":\"\\u003c/script\\u003e\\\"\\\\"
		   "\\u0026\\u2028\\u2029]]\\u003e\xC3\xA9\"}\n");
}

static void markup(void **state)
{
	(void)state;
	test_gives(compact,
		   "<map " FN " " OUT "><string key='d'><out:markup "
		   "method='html'><p xmlns=''>x</p></out:markup></string>"
		   "</map>",
		   "{\"d\":\"\\u003cp\\u003ex\\u003c/p\\u003e\"}\n");
}

static void mistakes(void **state)
{
	static const char *const numbers[] = { "",	"+1",  "01",
					       "1.",	".5",  "1e",
					       "1,000", "NaN", "Infinity",
					       "0x1",	"- 1", "1 2" };
	char text[200];

	(void)state;
	test_refuses(compact, "<map " FN "><string/></map>", "[RW626]");
	test_refuses(compact,
		     "<map " FN "><null key='a'/><null key='a'/>"
		     "</map>",
		     "[RW627]");
	test_refuses(compact, "<map " FN ">x</map>", "[RW628]");
	test_refuses(compact, "<null " FN ">x</null>", "[RW628]");
	test_refuses(compact, "<boolean " FN ">yes</boolean>", "[RW628]");
	test_refuses(compact, "<string " FN "><b/></string>", "[RW102]");
	test_refuses(compact, "<text " FN "/>", "[RW620]");
	test_refuses(compact, "<map/>", "[RW620]");
	test_refuses(compact, "<string " FN " escaped='true'>\\n</string>",
		     "[RW620]");
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		snprintf(text, sizeof(text), "<number " FN ">%s</number>",
			 numbers[i]);
		test_refuses(compact, text, "[RW628]");
	}
}

static void place_of_mistake(void **state)
{
	(void)state;
	test_refuses(compact, "<map " FN ">\n <string/>\n</map>",
		     "tree.xml:2:2: error: member 'string'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),   cmocka_unit_test(lines),
		cmocka_unit_test(escapes),  cmocka_unit_test(markup),
		cmocka_unit_test(mistakes), cmocka_unit_test(place_of_mistake),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
