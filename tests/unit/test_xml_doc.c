/*
 * Documents: reading, looking, positions, changing, copying.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "xml/doc.h"
#include "xml/serialise.h"

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

static struct rw_doc *parse(struct fixture *f, const char *text)
{
	return rw_doc_parse(
		f->arena,
		&(const struct rw_input){ text, strlen(text), "test.xml" },
		&rw_limits_role, f->diags);
}

static struct rw_doc *parse_ok(struct fixture *f, const char *text)
{
	struct rw_doc *doc = parse(f, text);

	if (!doc) {
		struct rw_buf out = RW_BUF_INIT;

		rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &out);
		print_message("%s", out.data);
		rw_buf_release(&out);
	}
	assert_non_null(doc);
	return doc;
}

static void assert_at(struct fixture *f, struct rw_pos pos, unsigned line,
		      unsigned column)
{
	unsigned l, c;

	rw_sources_locate(f->sources, pos, &l, &c);
	assert_int_equal(l, line);
	assert_int_equal(c, column);
}

static void assert_written(const struct rw_doc *doc, const char *expected)
{
	struct rw_buf out = RW_BUF_INIT;

	rw_doc_write(doc, false, &out);
	assert_string_equal(out.data, expected);
	rw_buf_release(&out);
}

#define DECL "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void reads_and_looks(void **state)
{
	struct rw_doc *doc = parse_ok(
		*state, "<role xmlns='urn:rolewright:1' id='kam' xml:lang='de'>"
			"<!-- c --><title>a &amp; b<![CDATA[<c>]]></title>"
			"<x:y xmlns:x='urn:other'/><scope/></role>");
	struct rw_node *root = rw_doc_root(doc);
	struct rw_node *title = rw_node_child(root, "title");
	struct fixture *f = *state;

	assert_true(rw_node_is(root, "role"));
	assert_string_equal(rw_node_attr(root, "id"), "kam");
	assert_string_equal(rw_node_attr(root, "xml:lang"), "de");
	assert_null(rw_node_attr(root, "lang"));
	assert_string_equal(rw_node_lang(title), "de");
	assert_string_equal(rw_node_text(f->arena, title), "a & b<c>");
	assert_int_equal(rw_node_kind(rw_node_first(root)), RW_NODE_COMMENT);
	assert_string_equal(rw_node_ns(rw_node_next_element(title, NULL)),
			    "urn:other");
	assert_true(rw_node_is(rw_node_next_element(title, "scope"), "scope"));
	assert_null(rw_node_parent(root));
	assert_ptr_equal(rw_node_walk(root, root), title);
	assert_true(rw_node_is(rw_node_walk(title, root), "scope"));
	assert_null(rw_node_walk(rw_node_walk(title, root), root));
}

static void knows_positions(void **state)
{
	struct fixture *f = *state;
	struct rw_doc *doc = parse_ok(
		f, "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\n"
		   "<!-- <no/> -->\n"
		   "<role xmlns='urn:rolewright:1'\n"
		   "   id = \"kam\" version='>'>\n"
		   "  <title>M\xc3\xbc<!-- <x> -->nchen &amp; <b id='1'/>x"
		   "<![CDATA[<y>&]]>z&#x20AC;end\r\nlast</title>\n"
		   "\t<scope\n/></role>\n");
	struct rw_node *root = rw_doc_root(doc);
	struct rw_node *title = rw_node_child(root, "title");
	struct rw_pos at = rw_node_pos(title);
	const char *text = rw_sources_text(f->sources, at.file, &(size_t){ 0 });
	const char *plain = "M\xc3\xbcnchen & x<y>&z\xe2\x82\xac"
			    "end\nlast";

	assert_at(f, rw_node_pos(root), 3, 1);
	assert_at(f, at, 5, 3);
	assert_at(f, rw_node_pos(rw_node_first(title)), 5, 3);
	assert_at(f, rw_node_pos(rw_node_child(title, "b")), 5, 36);
	assert_at(f, rw_node_pos(rw_node_child(root, "scope")), 6 + 1, 2);
	assert_at(f, rw_node_attr_pos(root, "id", f->sources), 4, 4);
	assert_at(f, rw_node_attr_value_pos(root, "id", f->sources), 4, 10);
	assert_at(f, rw_node_attr_pos(root, "none", f->sources), 3, 1);
	for (const char *p = "Mxyzle"; *p; p++) {
		size_t offset = (size_t)(strchr(plain, *p) - plain);
		struct rw_pos pos = rw_source_text_pos(f->sources, at, offset);

		assert_int_equal(text[pos.offset], *p);
	}
	at = rw_source_text_pos(f->sources, at, strlen(plain));
	assert_memory_equal(text + at.offset, "</title>", 8);
}

/* libxml2's own line numbers stop at 65,535. */
static void knows_late_positions(void **state)
{
	struct fixture *f = *state;
	struct rw_buf text = RW_BUF_INIT;
	struct rw_doc *doc;
	struct rw_node *node;
	unsigned line = 2;

	rw_buf_puts(&text, "<g xmlns='urn:rolewright:1'>\n");
	for (unsigned i = 0; i < 100000; i++)
		rw_buf_puts(&text, i % 2 ? "\n" : " \xc3\xa4<t/>\n");
	rw_buf_puts(&text, "</g>");
	doc = rw_doc_parse(
		f->arena,
		&(const struct rw_input){ text.data, text.len, "long.xml" },
		&rw_limits_glossary, f->diags);
	rw_buf_release(&text);
	assert_non_null(doc);
	node = rw_node_child(rw_doc_root(doc), "t");
	for (; node; node = rw_node_next_element(node, "t"), line += 2) {
		if (line > 65000)
			assert_at(f, rw_node_pos(node), line, 3);
	}
	assert_int_equal(line, 100002);
}

static void changes(void **state)
{
	struct fixture *f = *state;
	struct rw_doc *doc = rw_doc_new(f->arena, RW_NS, "role");
	struct rw_node *root = rw_doc_root(doc);
	struct rw_node *a = rw_node_add(root, NULL, "a");
	struct rw_node *p = rw_node_add(root, RW_NS_MD, "paragraph");
	struct rw_node *q = rw_node_add_with_text(p, NULL, "text", "x & ");

	rw_node_add_text(q, "<y>");
	rw_node_add(p, RW_NS_MD, "emph");
	rw_node_set_attr(root, "xml:lang", "en");
	rw_node_set_attr(a, "src:at", "1:2");
	rw_node_set_attr(a, "id", "\"<&'\n");
	rw_node_set_attrf(a, "n", "%d/%s", 7, "z");
	rw_node_set_attr(a, "n", NULL);
	rw_node_set_attr(a, "n", NULL);
	rw_node_rename(a, "aa");
	rw_node_add(root, RW_NS_OUT, "cdata");
	rw_node_add(rw_node_add(root, "", "bare"), RW_NS, "in");
	assert_written(
		doc,
		DECL "<role xmlns=\"urn:rolewright:1\" "
		     "xmlns:md=\"http://commonmark.org/xml/1.0\" "
		     "xmlns:src=\"urn:rolewright:source\" "
		     "xmlns:out=\"urn:rolewright:output\" xml:lang=\"en\">"
		     "<aa src:at=\"1:2\" id=\"&quot;&lt;&amp;'&#10;\"/>"
		     "<md:paragraph><md:text>x &amp; &lt;y&gt;</md:text>"
		     "<md:emph/></md:paragraph><out:cdata/>"
		     "<bare xmlns=\"\"><in xmlns=\"urn:rolewright:1\"/></bare>"
		     "</role>\n");
}

static void copies_between_documents(void **state)
{
	struct fixture *f = *state;
	struct rw_doc *from = parse_ok(
		f,
		"<r:role xmlns:r='urn:rolewright:1'>\n"
		"<r:list><!-- gone --><r:item id='a' xml:lang='de'>x"
		"<?gone?>y<m:strong xmlns:m='http://commonmark.org/xml/1.0' "
		"m:k='v'>z</m:strong><r:b/></r:item><r:c><r:d/></r:c></r:list>"
		"<o:x xmlns:o='urn:other' o:y=''/></r:role>");
	struct rw_doc *to = rw_doc_new(f->arena, RW_NS, "role");
	struct rw_node *root = rw_doc_root(to);
	struct rw_node *list = rw_node_child(rw_doc_root(from), "list");
	struct rw_node *copy = rw_node_copy(list, root);

	rw_node_copy(rw_node_next_element(list, NULL), root);
	rw_node_copy(rw_node_child(list, "item"), root);
	rw_node_copy_shallow(rw_node_child(list, "item"), root);
	assert_written(to, DECL
		       "<role xmlns=\"urn:rolewright:1\" "
		       "xmlns:md=\"http://commonmark.org/xml/1.0\" "
		       "xmlns:o=\"urn:other\">"
		       "<list><item id=\"a\" xml:lang=\"de\">xy<md:strong "
		       "md:k=\"v\">z</md:strong><b/></item><c><d/></c></list>"
		       "<o:x o:y=\"\"/>"
		       "<item id=\"a\" xml:lang=\"de\">xy<md:strong "
		       "md:k=\"v\">z</md:strong><b/></item>"
		       "<item id=\"a\" xml:lang=\"de\"/></role>\n");
	assert_at(f, rw_node_pos(rw_node_child(copy, "item")), 2, 22);
	assert_int_equal(rw_doc_file(to), 0);
	assert_int_equal(rw_doc_file(from), 1);
}

static void copies_documents(void **state)
{
	struct fixture *f = *state;
	struct rw_doc *from = parse_ok(
		f, "<!-- kept --><a xmlns='urn:rolewright:1'>\n<b>t</b></a>");
	struct rw_doc *to = rw_doc_copy(f->arena, from);

	assert_written(to, DECL "<!-- kept -->\n<a xmlns=\"urn:rolewright:1\">"
				"\n<b>t</b></a>\n");
	assert_int_equal(rw_doc_file(to), 1);
	assert_at(f, rw_node_pos(rw_node_child(rw_doc_root(to), "b")), 2, 1);
}

static void moves(void **state)
{
	struct rw_doc *doc = parse_ok(
		*state,
		"<a xmlns='urn:rolewright:1'><b/><c/><w xmlns:m="
		"'http://commonmark.org/xml/1.0'><m:p m:x='1'>t</m:p></w></a>");
	struct rw_node *a = rw_doc_root(doc);
	struct rw_node *b = rw_node_child(a, "b");
	struct rw_node *c = rw_node_child(a, "c");
	struct rw_node *w = rw_node_child(a, "w");

	rw_node_move_before(c, b);
	rw_node_move_after(b, b);
	rw_node_move_into(rw_node_child(w, NULL), b);
	rw_node_remove(w);
	rw_node_move_after(c, b);
	assert_written(doc, DECL
		       "<a xmlns=\"urn:rolewright:1\" "
		       "xmlns:md=\"http://commonmark.org/xml/1.0\"><b><md:p "
		       "md:x=\"1\">t</md:p></b><c/></a>\n");
	rw_node_empty(a);
	assert_null(rw_node_first(a));
}

static void indents(void **state)
{
	struct rw_buf out = RW_BUF_INIT;
	struct rw_doc *doc = parse_ok(
		*state,
		"<a><b><c/><!--x--></b><d>t <e> </e><f><g/></f></d></a>");

	rw_doc_write(doc, true, &out);
	assert_string_equal(out.data,
			    DECL "<a>\n  <b>\n    <c/>\n    <!--x-->\n  </b>\n"
				 "  <d>t <e> </e><f><g/></f></d>\n</a>\n");
	rw_buf_clear(&out);
	rw_doc_write_c14n(doc, &out);
	assert_string_equal(out.data, "<a><b><c></c></b><d>t <e> </e>"
				      "<f><g></g></f></d></a>");
	rw_buf_release(&out);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(reads_and_looks),
		TEST(knows_positions),
		TEST(knows_late_positions),
		TEST(changes),
		TEST(copies_between_documents),
		TEST(copies_documents),
		TEST(moves),
		TEST(indents),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
