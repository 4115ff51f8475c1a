/*
 * Random trees, written and read again: by ourselves for XML, by libxml2's
 * reader of HTML for HTML.
 */
#include <stdio.h>

#include <libxml/HTMLparser.h>

#include "write_trees.h"
#include "xml/attributes.h"

#define TREES 2000
#define DEPTH 5
#define PREFIXES 4
#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *const texts[] = { "a",
				     " ",
				     "\n",
				     "&amp;",
				     "&lt;",
				     "&gt;",
				     "]]&gt;",
				     "\"",
				     "'",
				     "&#13;",
				     "&#9;",
				     "\xC2\xA0",
				     "\xE2\x80\xA8",
				     "\xF0\x9F\x98\x80",
				     "&lt;/script&gt;",
				     "&lt;!--",
				     "--&gt;",
				     "&amp;amp;",
				     "&amp;#60;" };

/* Source of a tree; the same seed, the same tree. */
struct maker {
	uint32_t seed;
	struct rw_buf text;
};

static uint32_t pick(struct maker *maker, size_t count)
{
	maker->seed = maker->seed * 1664525 + 1013904223;
	return (maker->seed >> 8) % (uint32_t)count;
}

static void make_text(struct maker *maker)
{
	for (uint32_t i = pick(maker, 4); i; i--)
		rw_buf_puts(&maker->text, texts[pick(maker, LENGTH(texts))]);
}

/* -------------------------------------------------------------------- XML */

static const char *const prefixes[PREFIXES] = { "", "p", "q", "ns1" };
static const char *const spaces[] = { "", "urn:1", "urn:2", "urn:3" };

static void make_attributes(struct maker *maker,
			    const char *const scope[PREFIXES])
{
	static const char *const names[] = { "a", "b", "c", "d" };

	for (size_t i = 0; i < LENGTH(names); i++) {
		uint32_t prefix = pick(maker, PREFIXES);

		if (pick(maker, 3))
			continue;
		if (!prefix || !*scope[prefix])
			rw_buf_printf(&maker->text, " %s=\"", names[i]);
		else
			rw_buf_printf(&maker->text, " %s:%s=\"",
				      prefixes[prefix], names[i]);
		for (uint32_t n = pick(maker, 3); n; n--) {
			uint32_t text = pick(maker, LENGTH(texts));

			rw_buf_puts(&maker->text, *texts[text] == '"'
							  ? "&quot;"
							  : texts[text]);
		}
		rw_buf_putc(&maker->text, '"');
	}
}

static void make_xml(struct maker *maker, const char *const outer[PREFIXES],
		     unsigned depth)
{
	const char *scope[PREFIXES];
	uint32_t declared = pick(maker, 1 << PREFIXES);
	uint32_t prefix = pick(maker, PREFIXES);

	memcpy(scope, outer, sizeof(scope));
	for (uint32_t i = 0; i < PREFIXES; i++) {
		if (!(declared & 1u << i))
			continue;
		scope[i] = spaces[i ? 1 + pick(maker, 3) : pick(maker, 4)];
	}
	if (!*scope[prefix])
		prefix = 0;
	rw_buf_printf(&maker->text, "<%s%se", prefixes[prefix],
		      prefix ? ":" : "");
	for (uint32_t i = 0; i < PREFIXES; i++) {
		if (declared & 1u << i)
			rw_buf_printf(&maker->text, " xmlns%s%s=\"%s\"",
				      i ? ":" : "", prefixes[i], scope[i]);
	}
	make_attributes(maker, scope);
	rw_buf_putc(&maker->text, '>');
	make_text(maker);
	for (uint32_t i = depth ? pick(maker, 4) : 0; i; i--) {
		make_xml(maker, scope, depth - 1);
		make_text(maker);
	}
	rw_buf_printf(&maker->text, "</%s%se>", prefixes[prefix],
		      prefix ? ":" : "");
}

static void same_attributes(const struct rw_node *a, const struct rw_node *b)
{
	struct rw_attr_cursor one;
	struct rw_attr_cursor two;

	rw_attr_begin(&one, a);
	rw_attr_begin(&two, b);
	while (rw_attr_next(&one)) {
		assert_true(rw_attr_next(&two));
		assert_string_equal(one.attr.ns, two.attr.ns);
		assert_string_equal(one.attr.name, two.attr.name);
		assert_string_equal(one.attr.value, two.attr.value);
	}
	assert_false(rw_attr_next(&two));
}

static void same_tree(const struct rw_node *a, const struct rw_node *b)
{
	assert_non_null(a);
	assert_non_null(b);
	assert_int_equal(rw_node_kind(a), rw_node_kind(b));
	assert_string_equal(rw_node_name(a), rw_node_name(b));
	assert_string_equal(rw_node_ns(a), rw_node_ns(b));
	assert_string_equal(rw_node_content(a), rw_node_content(b));
	same_attributes(a, b);
	a = rw_node_first(a);
	b = rw_node_first(b);
	for (; a; a = rw_node_next(a), b = rw_node_next(b))
		same_tree(a, b);
	assert_null(b);
}

static void xml_comes_back(void **state)
{
	static const char *const none[PREFIXES] = { "", "", "", "" };
	struct maker maker = { .text = RW_BUF_INIT };
	struct test_job job;
	struct rw_doc *tree;

	(void)state;
	for (uint32_t i = 0; i < TREES; i++) {
		maker.seed = i;
		rw_buf_clear(&maker.text);
		make_xml(&maker, none, i % DEPTH);
		test_begin(&job);
		tree = test_parse(&job, maker.text.data);
		assert_int_equal(rw_write_xml(tree, &job.out, job.diags), 0);
		same_tree(rw_doc_root(tree),
			  rw_doc_root(test_parse(&job, job.out.data)));
		test_end(&job);
	}
	rw_buf_release(&maker.text);
}

/* ------------------------------------------------------------------- HTML */

static void make_inline(struct maker *maker, unsigned depth)
{
	static const char *const names[] = { "b", "i", "span", "code" };
	const char *name = names[pick(maker, LENGTH(names))];

	make_text(maker);
	if (!depth)
		return;
	rw_buf_printf(&maker->text, "<%s title='&lt;&amp;\"&gt;'>", name);
	make_inline(maker, depth - 1);
	rw_buf_printf(&maker->text, "</%s>", name);
	make_text(maker);
}

static void make_blocks(struct maker *maker, unsigned depth)
{
	rw_buf_puts(&maker->text, "<div>");
	for (uint32_t i = 1 + pick(maker, 3); i; i--) {
		rw_buf_puts(&maker->text, pick(maker, 2) ? " " : "");
		if (depth && pick(maker, 2)) {
			make_blocks(maker, depth - 1);
			continue;
		}
		rw_buf_puts(&maker->text, "<p>.");
		make_inline(maker, pick(maker, 3));
		rw_buf_puts(&maker->text, ".</p>");
	}
	rw_buf_puts(&maker->text, "</div>");
}

/* The texts of all paragraphs below 'node', each with a mark at its end. */
static void add_texts(const struct rw_node *node, struct rw_arena *arena,
		      struct rw_buf *out)
{
	const struct rw_node *child = rw_node_child(node, NULL);

	if (!strcmp(rw_node_name(node), "p")) {
		rw_buf_puts(out, rw_node_text(arena, node));
		rw_buf_putc(out, '|');
		return;
	}
	for (; child; child = rw_node_next_element(child, NULL))
		add_texts(child, arena, out);
}

/* An htmlDoc is an xmlDoc, and so are ours. */
static void same_texts(struct test_job *job, const struct rw_doc *tree)
{
	htmlDocPtr html = htmlReadMemory(job->out.data, (int)job->out.len, NULL,
					 "UTF-8",
					 HTML_PARSE_NOERROR | HTML_PARSE_NONET);
	struct rw_buf before = RW_BUF_INIT;
	struct rw_buf after = RW_BUF_INIT;

	assert_non_null(html);
	add_texts(rw_doc_root(tree), job->arena, &before);
	add_texts((struct rw_node *)xmlDocGetRootElement(html), job->arena,
		  &after);
	assert_string_equal(before.data, after.data);
	rw_buf_release(&before);
	rw_buf_release(&after);
	xmlFreeDoc(html);
}

static void html_comes_back(void **state)
{
	struct maker maker = { .text = RW_BUF_INIT };
	struct test_job job;
	struct rw_doc *tree;

	(void)state;
	for (uint32_t i = 0; i < TREES; i++) {
		maker.seed = i;
		rw_buf_clear(&maker.text);
		rw_buf_puts(&maker.text, "<html><body>");
		make_blocks(&maker, i % DEPTH);
		rw_buf_puts(&maker.text, "</body></html>");
		test_begin(&job);
		tree = test_parse(&job, maker.text.data);
		assert_int_equal(rw_write_html(tree, &job.out, job.diags), 0);
		same_texts(&job, tree);
		test_end(&job);
	}
	rw_buf_release(&maker.text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xml_comes_back),
		cmocka_unit_test(html_comes_back),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
