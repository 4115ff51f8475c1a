/*
 * Stamping: the same bytes as the long way, whatever the values are.
 */
#include "model_fixture.h"

#include "publish/render.h"
#include "publish/stamper.h"

#define POSTINGS 400

/* What people, and those who mean harm, write into a table. */
static const char *const values[] = {
	"Denver",
	"]]>",
	"]]",
	">",
	"1.",
	"</script>",
	"<!--",
	"\"quoted\" 'twice'",
	"a&amp;b & c",
	"  blanks  ",
	"{{place.city}}",
	"[[account]]",
	"\\u003c \\n \\",
	"M\xC3\xBCnchen \xF0\x9F\x98\x80",
	"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
	"\xEF\xB7\x90"
	"0t\xEF\xB7\x91",
	"\xEF\xBF\xBD\xEF\xB7",
	"%41+%zz?x=1&y=2#z",
	"0",
	"Account Manager",
};
#define VALUES (sizeof(values) / sizeof(values[0]))

static const char *any(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return values[(*seed >> 16) % VALUES];
}

static void put_library(struct fixture *f)
{
	put(f, "workspace/site.xml",
	    "<site " NS " base-url=\"https://w.example/\" company=\"wm\" "
	    "languages=\"en\"><title>Jobs</title></site>");
	put(f, "workspace/templates/companies/wm.xml",
	    "<company " NS " id=\"wm\" kind=\"employer\"><name>W &amp; M</name>"
	    "<places><place id=\"d\" city=\"Denver\" country=\"US\" "
	    "region=\"CO\" postal-code=\"80202\"/></places>"
	    "<apply url=\"https://w.example/apply\"/></company>");
	put_role(f, "walker", NULL,
		 "<title>Walker</title><summary>You walk.</summary>"
		 "<responsibilities><responsibility id=\"walk\">Walk in "
		 "{{place.city}}.</responsibility></responsibilities>");
	put(f, "workspace/templates/postings/one.xml",
	    "<posting " NS " id=\"one\" role=\"walker\" company=\"wm\" "
	    "xml:lang=\"en\" posted=\"2026-11-02\" closes=\"2026-12-24\" "
	    "openings=\"2\" employment=\"full-time\"><place ref=\"d\"/>"
	    "<pay min=\"60000\" max=\"70000\" currency=\"USD\" "
	    "period=\"year\"/><opening>We look for *two* people.</opening>"
	    "<apply url=\"https://w.example/one\"/></posting>");
}

/* The resolved posting with other plain values. */
static struct rw_doc *variant(struct fixture *f, struct rw_arena *arena,
			      unsigned seed)
{
	static const char *const names[] = { "id", "posted", "closes",
					     "closes-text", "openings" };
	struct rw_resolve_options how = { 0 };
	struct rw_node *root, *n;
	struct rw_doc *doc;

	how.site = rw_site_load(workspace(f), f->diags);
	doc = rw_resolve(f->resolver, arena,
			 rw_workspace_find(f->ws, RW_KIND_POSTING, "one", NULL),
			 &how, f->diags);
	assert_non_null(doc);
	root = rw_doc_root(doc);
	for (size_t i = 0; i < 4; i++)
		rw_node_set_attr(root, names[i], any(&seed));
	rw_node_set_attrf(root, "openings", "%u", seed >> 16 & 3);
	n = rw_node_child(root, "place");
	rw_node_set_attr(n, "city", any(&seed));
	rw_node_set_attr(n, "text", any(&seed));
	n = rw_node_child(root, "pay");
	rw_node_set_attr(n, "text-long", any(&seed));
	rw_node_set_attr(n, "min", seed & 1 << 20 ? "10.50" : "7");
	n = rw_node_child(root, "apply");
	rw_node_set_attr(n, "url",
			 seed & 1 << 21 ? "https://w.example/\"<&>"
					: any(&seed));
	n = rw_node_child(rw_node_child(root, "opening"), NULL);
	n = rw_node_child(n, NULL);
	rw_node_empty(n);
	rw_node_add_text(n, any(&seed));
	return doc;
}

static void the_same_as_the_long_way(void **state)
{
	struct fixture *f = *state;
	struct rw_stamper *stamper;
	struct rw_sheets *sheets;

	put_library(f);
	sheets = rw_sheets_new(f->arena, workspace(f));
	stamper = rw_stamper_new(f->arena, sheets, RW_FORMAT_HTML, f->diags);
	assert_non_null(stamper);
	for (unsigned i = 0; i < POSTINGS; i++) {
		struct rw_press press = { sheets, rw_arena_new(), f->diags };
		struct rw_doc *doc = variant(f, press.arena, i * 2654435761u);
		struct rw_doc *copy = rw_doc_copy(press.arena, doc);
		struct rw_buf a = RW_BUF_INIT, b = RW_BUF_INIT;
		int stamped = rw_stamper_write(stamper, &press, doc, &a);

		assert_int_equal(stamped,
				 rw_render(&press, copy, RW_FORMAT_HTML, &b));
		if (strcmp(a.data, b.data) != 0)
			fail_msg("posting %u: %s\n\n%s", i, a.data, b.data);
		rw_buf_release(&a);
		rw_buf_release(&b);
		rw_arena_free(press.arena);
	}
	/* Those whose values hold marks themselves go the long way. */
	assert_true(rw_stamper_count(stamper) > POSTINGS / 4);
}

/* A stylesheet that looks at a value is given that value. */
static void what_is_looked_at_is_no_slot(void **state)
{
	struct fixture *f = *state;
	struct rw_stamper *stamper;
	struct rw_sheets *sheets;

	put_library(f);
	put(f, "workspace/stylesheets/document/html.xsl",
	    "<xsl:stylesheet version=\"1.0\" xmlns:rw=\"urn:rolewright:1\" "
	    "xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" "
	    "xmlns=\"http://www.w3.org/1999/xhtml\">"
	    "<xsl:template match=\"/rw:posting\"><p>"
	    "<xsl:value-of select=\"string-length(rw:place/@city)\"/> "
	    "<xsl:value-of select=\"@id\"/></p></xsl:template>"
	    "</xsl:stylesheet>");
	sheets = rw_sheets_new(f->arena, workspace(f));
	stamper = rw_stamper_new(f->arena, sheets, RW_FORMAT_HTML, f->diags);
	for (unsigned i = 0; i < 60; i++) {
		struct rw_press press = { sheets, rw_arena_new(), f->diags };
		struct rw_doc *doc =
			variant(f, press.arena, i % 7 * 2654435761u);
		struct rw_doc *copy = rw_doc_copy(press.arena, doc);
		struct rw_buf a = RW_BUF_INIT, b = RW_BUF_INIT;

		assert_int_equal(rw_stamper_write(stamper, &press, doc, &a), 0);
		assert_int_equal(rw_render(&press, copy, RW_FORMAT_HTML, &b),
				 0);
		assert_string_equal(a.data, b.data);
		rw_buf_release(&a);
		rw_buf_release(&b);
		rw_arena_free(press.arena);
	}
	assert_true(rw_stamper_count(stamper) > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_as_the_long_way,
						fixture_open, fixture_close),
		cmocka_unit_test_setup_teardown(what_is_looked_at_is_no_slot,
						fixture_open, fixture_close),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
