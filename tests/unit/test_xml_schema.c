/*
 * Validation: all findings in one run, at their places, with hints.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "xml/schema.h"
#include "xml/serialise.h"

static const char schema_text[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'\n"
	" xmlns='urn:rolewright:1' targetNamespace='urn:rolewright:1'\n"
	" elementFormDefault='qualified'>\n"
	"<xs:import namespace='http://www.w3.org/XML/1998/namespace'\n"
	" schemaLocation='lang.xsd'/>\n"
	"<xs:simpleType name='state'><xs:restriction base='xs:token'>\n"
	" <xs:enumeration value='draft'/><xs:enumeration value='approved'/>\n"
	" </xs:restriction></xs:simpleType>\n"
	"<xs:simpleType name='states'><xs:list "
	"itemType='state'/></xs:simpleType>\n"
	"<xs:simpleType name='id'><xs:annotation><xs:documentation>\n"
	" Lower-case letters, at most 8.</xs:documentation></xs:annotation>\n"
	" <xs:restriction base='xs:token'><xs:pattern value='[a-z]{1,8}'/>\n"
	" </xs:restriction></xs:simpleType>\n"
	"<xs:attributeGroup name='all'>\n"
	" <xs:attribute name='id' type='id' use='required'/>\n"
	" <xs:attribute ref='xml:lang'/></xs:attributeGroup>\n"
	"<xs:element name='role'><xs:annotation><xs:appinfo>\n"
	" <vocabulary merge='root'/></xs:appinfo></xs:annotation>\n"
	" <xs:complexType><xs:all><xs:element ref='title'/>\n"
	" <xs:element ref='items' minOccurs='0'/>\n"
	" <xs:element ref='band' minOccurs='0'/>\n"
	" <xs:element ref='marks' minOccurs='0'/>\n"
	" <xs:element ref='empty' minOccurs='0'/></xs:all>\n"
	" <xs:attributeGroup ref='all'/>\n"
	" <xs:attribute name='status' type='state'/>\n"
	" <xs:attribute name='states' type='states'/>\n"
	" <xs:attribute name='count' type='xs:positiveInteger'/>\n"
	" </xs:complexType></xs:element>\n"
	"<xs:complexType name='prose' mixed='true'/>\n"
	"<xs:element name='title' type='prose'/>\n"
	"<xs:element name='items'><xs:complexType>\n"
	" <xs:choice minOccurs='0' maxOccurs='unbounded'>\n"
	" <xs:element ref='item'/><xs:element ref='remove'/></xs:choice>\n"
	" </xs:complexType></xs:element>\n"
	"<xs:element name='item'><xs:complexType "
	"mixed='true'><xs:complexContent>\n"
	" <xs:extension base='prose'><xs:attributeGroup "
	"ref='all'/></xs:extension>\n"
	" </xs:complexContent></xs:complexType></xs:element>\n"
	"<xs:element name='remove'><xs:complexType>\n"
	" <xs:attribute name='ref' type='id' "
	"use='required'/></xs:complexType>\n"
	" </xs:element>\n"
	"<xs:element name='band'><xs:complexType><xs:sequence>\n"
	" <xs:element ref='low'/><xs:element ref='high'/>\n"
	" <xs:element ref='note' "
	"minOccurs='0'/></xs:sequence></xs:complexType>\n"
	" </xs:element>\n"
	"<xs:element name='low' type='xs:decimal'/>\n"
	"<xs:element name='high' type='xs:decimal'/>\n"
	"<xs:element name='note' type='prose'/>\n"
	"<xs:element name='marks' type='states'/>\n"
	"<xs:element name='empty'><xs:complexType/></xs:element>\n"
	"</xs:schema>\n";

static const char lang_text[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'\n"
	" targetNamespace='http://www.w3.org/XML/1998/namespace'>\n"
	"<xs:attribute name='lang' type='xs:language'/></xs:schema>\n";

struct fixture {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_schema *schema;
	char folder[64];
};

static void write_text(struct fixture *f, const char *name, const char *text)
{
	assert_int_equal(rw_file_write(rw_path_join(f->arena, f->folder, name),
				       text, strlen(text)),
			 0);
}

static int setup(void **state)
{
	static struct fixture f;

	f.arena = rw_arena_new();
	f.sources = rw_sources_new();
	f.diags = rw_diags_new(f.sources);
	snprintf(f.folder, sizeof(f.folder), "/tmp/rw-schema-XXXXXX");
	assert_non_null(mkdtemp(f.folder));
	write_text(&f, "test.xsd", schema_text);
	write_text(&f, "lang.xsd", lang_text);
	f.schema = rw_schema_load(
		f.arena, rw_path_join(f.arena, f.folder, "test.xsd"), f.diags);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	rw_file_remove_tree(f->folder);
	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	rw_arena_free(f->arena);
	return 0;
}

/* Appends the part of 'line' from behind 'from'; false if it has none. */
static bool add_part(struct rw_buf *out, const char *line, const char *from)
{
	const char *part = strstr(line, from);

	if (part)
		rw_buf_puts(out, part + strlen(from));
	return part != NULL;
}

/* The findings of 'text': "line:column: error: message [id] hint" a line. */
static char *findings(struct fixture *f, const char *text)
{
	struct rw_buf all = RW_BUF_INIT, out = RW_BUF_INIT;
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ text, strlen(text), "t" },
		&rw_limits_role, f->diags);
	char *rest, *copy;
	int result;

	assert_non_null(doc);
	result = rw_schema_check(f->schema, doc, NULL, f->diags);
	assert_int_equal(result, rw_diags_count(f->diags, RW_NOTE) ? -1 : 0);
	rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &all);
	for (char *l = strtok_r(all.data, "\n", &rest); l;
	     l = strtok_r(NULL, "\n", &rest)) {
		if (!strncmp(l, "t:", 2))
			rw_buf_puts(&out, l + 2);
		else if (add_part(&out, l, "= help:"))
			rw_buf_putc(&out, '\n');
	}
	copy = rw_arena_strndup(f->arena, out.data, out.len);
	rw_buf_release(&all);
	rw_buf_release(&out);
	return copy;
}

#define ROLE "<role xmlns='urn:rolewright:1' id='a'"

static void accepts(void **state)
{
	struct fixture *f = *state;

	assert_non_null(f->schema);
	assert_string_equal(
		findings(
			f, ROLE
			" xml:lang='en' "
			"xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
			"xsi:schemaLocation='urn:rolewright:1 x.xsd' "
			"states='draft'>"
			"<items><item id='x'>t</item><remove ref='y'/></items>"
			"<title>T</title><band><low>1</low>"
			"<high>2.5</high></band>"
			"</role>"),
		"");
}

static void finds_everything(void **state)
{
	assert_string_equal(
		findings(*state,
			 ROLE " sttus='x'\n"
			      "  states='draft aproved' count='0'>stray\n"
			      "  <titel/>\n"
			      "  <items>\n"
			      "    <itme id='TOO-LONG'/><item/><item id='b' "
			      "ref='x'/>\n"
			      "    <low>x</low> <other/>\n"
			      "  </items>\n"
			      "  <marks> draft  wrong </marks>\n"
			      "  <band><high>9</high><low>1</low></band>\n"
			      "  <items><remove/></items>\n"
			      "  <empty>t<title/></empty>\n"
			      "</role>\n"),
		"1:39: error: unknown attribute 'sttus' on 'role' [RW105] "
		"did you mean 'status'?\n"
		"1:46: error: 'x' is not a value of attribute 'status' "
		"[RW107] use one of: draft, approved\n"
		"2:17: error: 'aproved' is not a value of attribute "
		"'states' [RW107] did you mean 'approved'?\n"
		"2:33: error: '0' is not a value of attribute 'count' "
		"[RW107] write a whole number from 1\n"
		"2:36: error: text is not allowed directly in 'role' "
		"[RW109] put it into an element\n"
		"3:3: error: unknown element 'titel' in 'role' [RW101] did "
		"you mean 'title'?\n"
		"5:5: error: unknown element 'itme' in 'items' [RW101] did "
		"you mean 'item'?\n"
		"5:15: error: 'TOO-LONG' is not a value of attribute 'id' "
		"[RW107] write a value of this kind: lower-case letters, "
		"at most 8\n"
		"5:26: error: 'item' has no attribute 'id' [RW106] add "
		"id=\"...\"\n"
		"5:46: error: unknown attribute 'ref' on 'item' [RW105] "
		"use one of: id, xml:lang\n"
		"6:5: error: element 'low' is not allowed in 'items' "
		"[RW102] move it into 'band'\n"
		"6:10: error: 'x' is not a value of element 'low' [RW108] "
		"write a number such as 12.5\n"
		"6:18: error: unknown element 'other' in 'items' [RW101] "
		"use one of: item, remove\n"
		"8:18: error: 'wrong' is not a value of element 'marks' "
		"[RW108] use one of: draft, approved\n"
		"9:9: error: element 'high' is not allowed in 'band' "
		"[RW102] put 'low' before it\n"
		"10:3: error: element 'items' stands twice in 'role' "
		"[RW104] merge the two or delete one\n"
		"10:10: error: 'remove' has no attribute 'ref' [RW106] add "
		"ref=\"...\"\n"
		"11:10: error: text is not allowed directly in 'empty' "
		"[RW109] put it into an element\n"
		"11:11: error: element 'title' is not allowed in 'empty' "
		"[RW102] move it into 'role'\n");
}

static void does_not_change(void **state)
{
	struct fixture *f = *state;
	const char *text = ROLE "><titel/><item/>x</role>";
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ text, strlen(text), "t" },
		&rw_limits_role, f->diags);
	struct rw_buf before = RW_BUF_INIT, after = RW_BUF_INIT;

	rw_doc_write(doc, false, &before);
	assert_int_equal(rw_schema_check(f->schema, doc, NULL, f->diags), -1);
	rw_doc_write(doc, false, &after);
	assert_string_equal(before.data, after.data);
	rw_buf_release(&before);
	rw_buf_release(&after);
}

static void knows_roots(void **state)
{
	assert_string_equal(
		findings(*state, "<rol xmlns='urn:rolewright:1'/>"),
		"1:1: error: 'role' has no 'title' [RW103] add <title>\n"
		"1:1: error: 'role' has no attribute 'id' [RW106] add "
		"id=\"...\"\n"
		"1:1: error: 'rol' is not a kind of document [RW190] did you "
		"mean 'role'?\n");
}

static void refuses_other_roots(void **state)
{
	assert_string_equal(
		findings(*state, "<item xmlns='urn:rolewright:1' id='a'/>"),
		"1:1: error: 'item' is not a kind of document [RW190] begin "
		"with one of: role\n");
}

static void knows_namespaces(void **state)
{
	assert_string_equal(
		findings(*state,
			 "<role id='a'><title/>\n"
			 "<o:items xmlns:o='urn:o'/><xi:include xmlns:xi="
			 "'http://www.w3.org/2001/XInclude' href='x'/>"
			 "</role>"),
		"1:1: error: 'role' is not in the namespace "
		"'urn:rolewright:1' [RW110] write "
		"xmlns=\"urn:rolewright:1\" on the root element\n"
		"2:1: error: 'items' is not in the namespace "
		"'urn:rolewright:1' [RW110] write "
		"xmlns=\"urn:rolewright:1\" on the root element\n"
		"2:27: error: unknown element 'include' in 'role' [RW101] "
		"use one of: title, items, band, marks, empty\n");
}

static void orders(void **state)
{
	assert_string_equal(
		findings(*state, ROLE ">\n<band>\n<note/>\n"
				      "<high>x</high></band></role>"),
		"1:1: error: 'role' has no 'title' [RW103] add <title>\n"
		"2:1: error: 'band' has no 'low' [RW103] add <low>\n"
		"3:1: error: element 'note' is not allowed in 'band' [RW102] "
		"put 'high' before it\n"
		"4:7: error: 'x' is not a value of element 'high' [RW108] "
		"write a number such as 12.5\n");
}

static void refuses_broken_schema(void **state)
{
	struct fixture *f = *state;
	struct rw_buf out = RW_BUF_INIT;

	write_text(f, "a.xsd",
		   "<xs:schema xmlns:xs="
		   "'http://www.w3.org/2001/XMLSchema'><xs:element name='a' "
		   "type='none'/></xs:schema>");
	assert_null(rw_schema_load(f->arena,
				   rw_path_join(f->arena, f->folder, "a.xsd"),
				   f->diags));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 1);
	rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &out);
	assert_non_null(strstr(out.data, "[RW191]"));
	rw_buf_release(&out);
	assert_null(rw_schema_load(f->arena,
				   rw_path_join(f->arena, f->folder, "b.xsd"),
				   f->diags));
	assert_int_equal(rw_diags_count(f->diags, RW_ERROR), 2);
}

/* An import outside the schema's folder is not read. */
static void keeps_imports_inside(void **state)
{
	struct fixture *f = *state;
	char *folder = rw_path_join(f->arena, f->folder, "sub");
	char *path = rw_path_join(f->arena, folder, "a.xsd");
	const char *text =
		"<xs:schema xmlns:xs="
		"'http://www.w3.org/2001/XMLSchema'><xs:import namespace="
		"'http://www.w3.org/XML/1998/namespace' "
		"schemaLocation='../lang.xsd'/><xs:element name='a'>"
		"<xs:complexType><xs:attribute ref='xml:lang'/>"
		"</xs:complexType></xs:element></xs:schema>";

	rw_file_make_folder(folder);
	rw_file_write(path, text, strlen(text));
	assert_null(rw_schema_load(f->arena, path, f->diags));
	assert_true(rw_diags_count(f->diags, RW_ERROR) > 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(accepts),
		TEST(finds_everything),
		TEST(does_not_change),
		TEST(knows_roots),
		TEST(refuses_other_roots),
		TEST(knows_namespaces),
		TEST(orders),
		TEST(refuses_broken_schema),
		TEST(keeps_imports_inside),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
