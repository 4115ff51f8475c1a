/*
 * Markdown to CommonMark XML: structure, marks, refusals, places, limits.
 */
#include "prose_fixture.h"

/* Expands and compares; nothing may be reported. */
static void expands(const char *markdown, const char *expected)
{
	struct fixture f;
	struct rw_node *node;

	fixture_open(&f);
	node = fixture_expand(&f, markdown);
	assert_string_equal(fixture_reports(&f), "");
	assert_int_equal(f.result, 0);
	assert_string_equal(fixture_show(&f, node), expected);
	fixture_close(&f);
}

/* Expands; 'where' is the line, column and code of the only report. */
static void reports(const char *markdown, int result, const char *where,
		    const char *expected)
{
	struct fixture f;
	struct rw_node *node;
	const char *text;

	fixture_open(&f);
	node = fixture_expand(&f, markdown);
	text = fixture_reports(&f);
	if (!strstr(text, where))
		print_message("%s\n%s", markdown, text);
	assert_non_null(strstr(text, where));
	assert_int_equal(rw_diags_count(f.diags, RW_NOTE), 1);
	assert_int_equal(f.result, result);
	if (expected)
		assert_string_equal(fixture_show(&f, node), expected);
	fixture_close(&f);
}

static void blocks(void **state)
{
	(void)state;
	expands("One *two* **three** `four`.\nFive\\\nsix",
		"(paragraph 'One '(emph 'two')' '(strong 'three')' '"
		"(code four)'.'(softbreak)'Five'(linebreak)'six')");
	expands("# Head\n\n> quote\n\n---\n\n```sh\nls\n```",
		"(heading level=1 'Head')(block_quote (paragraph 'quote'))"
		"(thematic_break)(code_block info=sh ls\n)");
	expands("3) a\n4) b\n\n   c",
		"(list type=ordered start=3 delim=paren tight=false "
		"(item (paragraph 'a'))(item (paragraph 'b')(paragraph 'c')))");
	expands("[a *b*](https://x.example \"t\") <mailto:a@b.example>",
		"(paragraph (link destination=https://x.example title=t "
		"'a '(emph 'b'))' '(link destination=mailto:a@b.example "
		"title= 'mailto:a@b.example'))");
	expands("", "");
	expands(" \n\t\n ", "");
}

static void dedent(void **state)
{
	(void)state;
	expands("\n    One\n    two\n\n      - a\n      - b\n    ",
		"(paragraph 'One'(softbreak)'two')(list type=bullet tight=true "
		"(item (paragraph 'a'))(item (paragraph 'b')))");
	expands("Intro:\n    - a\n    - b",
		"(paragraph 'Intro:')(list type=bullet tight=true "
		"(item (paragraph 'a'))(item (paragraph 'b')))");
	expands("\n\t\tOne\n\t\t    code?\n\n\t\t    code",
		"(paragraph 'One'(softbreak)'code?')(code_block code\n)");
	expands("\n  a\r\n  b\r\n", "(paragraph 'a'(softbreak)'b')");
}

static void adjacent_lists(void **state)
{
	(void)state;
	expands("- a\n\n\n* b",
		"(list type=bullet tight=true (item (paragraph 'a'))"
		"(item (paragraph 'b')))");
	reports("- a\n\n1. b", -1, "follow each other [RW407]", NULL);
}

static void placeholders(void **state)
{
	(void)state;
	expands("At {{company}} in *{{place.city}}*.",
		"(paragraph 'At '(placeholder name=company)' in '"
		"(emph (placeholder name=place.city))'.')");
	expands("[us]({{apply.url}}) {x} { {a}} }}",
		"(paragraph (link destination={{apply.url}} title= 'us')"
		"' {x} { {a}} }}')");
	expands("a \\{{b}} {\\{c}}", "(paragraph 'a {{b}} {{c}}')");
	expands("{{a_b_c}}{{d-e}}",
		"(paragraph (placeholder name=a_b_c)(placeholder name=d-e))");
	reports("some `{{pay}}` here", 0,
		"p.xml:1:34: warning: placeholder "
		"'{{pay}}' stays literal in code [RW404]",
		"(paragraph 'some '(code {{pay}})' here')");
	reports("x {{ pay }} y", -1,
		"p.xml:1:31: error: '{{ pay }}' is not a "
		"placeholder",
		NULL);
	reports("x {{pay y", -1, ":31: error: '{{pay'", NULL);
	reports("x {{}}", -1, ":31: error: '{{}}'", NULL);
	reports("{{a.}}", -1, ":29: error: '{{a.}}'", NULL);
}

static void terms(void **state)
{
	(void)state;
	expands("the [[key account]] and [[kpi|its\nfigures]].",
		"(paragraph 'the '(term ref=key account 'key account')' and '"
		"(term ref=kpi 'its'(softbreak)'figures')'.')");
	expands("[[a\nb]] \\[[c]] [\\[d]]",
		"(paragraph (term ref=a b 'a'(softbreak)'b')' [[c]] [[d]]')");
	expands("[[x|{{y}} z]]",
		"(paragraph (term ref=x (placeholder name=y)' z'))");
	expands("[x] a]] [[a]](http://x.example)",
		"(paragraph '[x] a]] '(link destination=http://x.example "
		"title= '[a]'))");
	reports("one [[two three", -1,
		":33: error: '[[two' is not a link to a term [RW406]", NULL);
	reports("one [[]] x", -1, ":33: error: '[[]]'", NULL);
	reports("one [[a|]] x", -1, ":33: error: '[[a|]]'", NULL);
	reports("one [[a|**b**]] x", -1, ":33: error: '[[a|'", NULL);
	reports("[see [[a]]](http://x.example)", -1, ":34: error: '[[a]]'",
		NULL);
}

static void html(void **state)
{
	(void)state;
	reports("a <b>c", 0,
		"p.xml:1:31: warning: raw HTML is left out: '<b>' "
		"[RW401]",
		"(paragraph 'a ''c')");
	reports("x\n\n<script>\nalert(1)\n</script>\n\ny", 0,
		"p.xml:3:1: warning: raw HTML is left out: '<script>'",
		"(paragraph 'x')(paragraph 'y')");
	reports("<!-- note -->", 0, "RW401", "");
	reports("- a\n\n<!-- -->\n\n- b", 0, "p.xml:3:1",
		"(list type=bullet tight=true (item (paragraph 'a'))"
		"(item (paragraph 'b')))");
	expands("a < b > c &lt;b>", "(paragraph 'a < b > c <b>')");
}

static void definitions(void **state)
{
	(void)state;
	reports("[a]\n\n[a]: http://x.example", -1, "supported [RW402]", NULL);
	reports("> - [b c]:\n>   /x 'y'", -1, "p.xml:1:36: error", NULL);
	reports("[a]: /b\ntext [c]", -1, "p.xml:1:29: error: link ref", NULL);
	expands("[a]: <> t\n[a]: /b",
		"(paragraph '[a]: <> t'(softbreak)'[a]: /b')");
	expands("text\n[a]: b", "(paragraph 'text'(softbreak)'[a]: b')");
	expands("x\n\n    [a]: /x\n\ny",
		"(paragraph 'x')"
		"(code_block [a]: /x\n)(paragraph 'y')");
	expands("```\n[a]: /x\n```", "(code_block [a]: /x\n)");
	expands("`[a]: x`", "(paragraph (code [a]: x))");
	expands("\\[a]: /x", "(paragraph '[a]: /x')");
	expands("[a]:", "(paragraph '[a]:')");
}

static void schemes(void **state)
{
	static const char *const good[] = { "http://a.example",
					    "HTTPS://a.example",
					    "tel:+4912",
					    "mailto:a@b.example",
					    "/a/b",
					    "a/b.html",
					    "#part",
					    "?q=a:b",
					    "./a:b",
					    "..",
					    "{{apply.url}}",
					    "a%3Ab" };
	static const char *const bad[] = { "javascript:alert(1)",
					   "JaVaScRiPt:x",
					   "data:text/html,x",
					   "vbscript:x",
					   "file:///etc",
					   "feed:javascript:x",
					   "blob:x",
					   "//host.example/",
					   "\\\\\\\\host",
					   "/\\\\host",
					   "ftp://x",
					   "&#106;avascript:x",
					   "javascript&colon;x",
					   "java&#10;script:x",
					   "&#1;javascript:x",
					   "x-y.z+1:q" };
	char text[128];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		char expected[128];

		snprintf(text, sizeof(text), "[t](%s)", good[i]);
		snprintf(expected, sizeof(expected),
			 "(paragraph (link destination=%s title= 't'))",
			 good[i]);
		expands(text, expected);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		snprintf(text, sizeof(text), "[t](%s)", bad[i]);
		reports(text, -1, "RW403", "(paragraph 't')");
		snprintf(text, sizeof(text), "![t](%s)", bad[i]);
		reports(text, -1, "RW403", "(paragraph 't')");
	}
}

static void children_stay(void **state)
{
	struct fixture f;
	struct rw_node *node;

	(void)state;
	fixture_open(&f);
	node = fixture_parse(
		&f, "\n  Before <!-- c --> *it*\n\n  "
		    "<table><caption>Cap  {{x}}</caption><row header=\"yes\">"
		    "<cell>- **a**</cell><cell>1.\n 2</cell></row></table>"
		    "\n  <![CDATA[after &amp; that]]>\n"
		    "  <measure>m *n*</measure>\n");
	assert_int_equal(rw_markdown_expand(node, f.diags), 0);
	assert_string_equal(
		fixture_show(&f, node),
		"(paragraph 'Before  '(emph 'it'))"
		"(table (caption Cap (placeholder name=x))(row header=yes "
		"(cell '- '(strong 'a'))(cell '1. 2')))"
		"(paragraph 'after & that')(measure m *n*)");
	/* A second time changes nothing. */
	assert_int_equal(rw_markdown_expand(node, f.diags), 0);
	assert_non_null(strstr(fixture_show(&f, node), "(cell '1. 2')"));
	fixture_close(&f);
}

static void lines(void **state)
{
	struct fixture f;
	struct rw_node *node;

	(void)state;
	fixture_open(&f);
	node = fixture_parse(&f, "\n  Key *A*  [[B]] {{c}}\n d &amp;\n");
	assert_int_equal(rw_line_expand(node, f.diags), 0);
	assert_string_equal(fixture_show(&f, node),
			    "Key *A* [[B]] (placeholder name=c) d &");
	assert_int_equal(rw_line_expand(node, f.diags), 0);
	assert_string_equal(fixture_show(&f, node),
			    "Key *A* [[B]] (placeholder name=c) d &");
	node = fixture_parse(&f, "a &amp; {{ b }}");
	assert_int_equal(rw_line_expand(node, f.diags), -1);
	assert_non_null(strstr(fixture_reports(&f),
			       "p.xml:1:37: error: "
			       "'{{ b }}' is not a placeholder [RW405]"));
	fixture_close(&f);
}

/* Every md text node stands where its first byte stands in the file. */
static void check_places(struct fixture *f, const struct rw_node *node,
			 unsigned *count)
{
	const struct rw_node *child = rw_node_first(node);

	if (rw_node_is_md(node, "text")) {
		struct rw_pos pos = rw_node_pos(node);
		size_t len;
		const char *source =
			rw_sources_text(f->sources, pos.file, &len);
		const char *text = rw_node_content(rw_node_first(node));

		if (source[pos.offset] != '&' && source[pos.offset] != text[0])
			print_message("'%s' at '%.10s'\n", text,
				      source + pos.offset);
		if (source[pos.offset] != '&')
			assert_int_equal(source[pos.offset], text[0]);
		++*count;
	}
	for (; child; child = rw_node_next(child))
		check_places(f, child, count);
}

static void places(void **state)
{
	static const char *const texts[] = {
		"One **two** `th` three &lt;http://u.example> four\n   five",
		"a &lt;b&gt; **c** &amp;amp; _d_ \\* e [f](g \"h\") i",
		"\n    > q [r *s*](t(u)v) w\n    > x\n\n    1. y\n       z",
		"<![CDATA[a & b\n\n- **c** d]]>",
		"# head *e* #\n\nset *x*\n===\n\n![i **j**](k) l",
		"a<!-- **no** -->b **c**<measure>**m**</measure>\n\n**d** e",
		"m [[n]] {{o}} p [[q|r]] s `` ` `` t",
		"x &#233; *y* &amp;eacute; **z**",
	};
	unsigned count = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct fixture f;
		struct rw_node *node;

		fixture_open(&f);
		node = fixture_parse(&f, texts[i]);
		assert_int_equal(rw_markdown_expand(node, f.diags), 0);
		check_places(&f, node, &count);
		fixture_close(&f);
	}
	assert_true(count > 40);
}

/* 'unit' repeated to 'size' bytes, behind 'head'. */
static char *repeat(struct fixture *f, const char *head, const char *unit,
		    size_t size)
{
	char *text = rw_arena_alloc(f->arena, size + 1);
	size_t len = strlen(head), step = strlen(unit);

	memcpy(text, head, len);
	for (size_t i = len; i < size; i++)
		text[i] = unit[(i - len) % step];
	text[size] = '\0';
	return text;
}

static void bounded(void **state)
{
	static const char *const units[] = {
		"![[]()", "*a _b ", "[a](",	"[",	     "`a``b```",
		"<",	  "\\",	    "&",	"{{",	     "[[",
		"[[a|",	  "]: ",    "[a]: b\n", "- ",	     "> ",
		">",	  "*",	    "_*",	"1. ",	     "<!--",
		"\n",	  "a\n",    "&amp;",	"&amp;amp;", "~",
		"[x](<",  "![",	    "**a ",	"{{a}}",     "[[a]] ",
		"`",	  "<a ",    "\n    ",	"*a* ",	     "1) a\n",
		"#",	  "# a\n",  "---\n",	"|",	     "[a]\\:",
		"\r"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct fixture f;
		struct rw_node *node;

		fixture_open(&f);
		node = fixture_expand(&f, repeat(&f, "x ", units[i], 16000));
		(void)node;
		fixture_close(&f);
		fixture_open(&f);
		fixture_expand(&f, repeat(&f, "", units[i], 16000));
		fixture_close(&f);
	}
}

static void limits(void **state)
{
	struct fixture f;

	(void)state;
	fixture_open(&f);
	fixture_expand(&f, repeat(&f, "", "word ", RW_PROSE_BYTES));
	assert_int_equal(f.result, 0);
	fixture_expand(&f, repeat(&f, "", "word ", RW_PROSE_BYTES + 1));
	assert_int_equal(f.result, -1);
	assert_non_null(strstr(fixture_reports(&f), "prose field is over the "
						    "limit of 16384 bytes"));
	fixture_close(&f);
	expands("> > > > > > > > > > > > > > > > x",
		"(block_quote (block_quote (block_quote (block_quote "
		"(block_quote (block_quote (block_quote (block_quote "
		"(block_quote (block_quote (block_quote (block_quote "
		"(block_quote (block_quote (block_quote (block_quote "
		"(paragraph 'x')))))))))))))))))");
	reports("> > > > > > > > > > > > > > > > > x", -1,
		"nesting in prose is over the limit of 16 levels", "");
	reports("*a _b *c _d *e _f *g _h *i _j *k _l *m _n *o _p *q _r* "
		"q_ p* o_ n* m_ l* k_ j* i_ h* g_ f* e_ d* c_ b* a_",
		-1, "nesting in prose", "");
}

static void hash_of(const char *markdown, char *out)
{
	struct fixture f;
	struct rw_node *node;

	fixture_open(&f);
	node = fixture_expand(&f, markdown);
	assert_int_equal(f.result, 0);
	rw_prose_hash(node, out);
	fixture_close(&f);
}

static void same_hash(const char *a, const char *b, bool same)
{
	char hash_a[9], hash_b[9];

	hash_of(a, hash_a);
	hash_of(b, hash_b);
	assert_int_equal(strlen(hash_a), 8);
	if ((strcmp(hash_a, hash_b) == 0) != same)
		print_message("'%s' '%s'\n", a, b);
	assert_int_equal(strcmp(hash_a, hash_b) == 0, same);
}

static void hashes(void **state)
{
	(void)state;
	same_hash("One two *three* four.", "\n  One\n  two\n  *three*\n  four.",
		  true);
	same_hash("- a b\n- c", "- a\n  b\n- c", true);
	same_hash("the [[key account]]", "the key account", true);
	same_hash("the [[key account|a]]", "the a", true);
	same_hash("a {{b}} c", "a\n{{b}}\nc", true);
	same_hash("One", "one", false);
	same_hash("a b", "ab", false);
	same_hash("*a* b", "**a** b", false);
	same_hash("a *b*", "a*b*", false);
	same_hash("a\n\nb", "a\nb", false);
	same_hash("[a](b)", "[a](c)", false);
	same_hash("a {{b}}", "a {{c}}", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks),
		cmocka_unit_test(dedent),
		cmocka_unit_test(adjacent_lists),
		cmocka_unit_test(placeholders),
		cmocka_unit_test(terms),
		cmocka_unit_test(html),
		cmocka_unit_test(definitions),
		cmocka_unit_test(schemes),
		cmocka_unit_test(children_stay),
		cmocka_unit_test(lines),
		cmocka_unit_test(places),
		cmocka_unit_test(bounded),
		cmocka_unit_test(limits),
		cmocka_unit_test(hashes),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
