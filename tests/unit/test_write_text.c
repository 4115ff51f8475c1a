/*
 * Markdown, plain text, LaTeX and man pages of CommonMark XML.
 */
#include "prose_fixture.h"

#include <stdlib.h>

#include "write/write.h"

typedef int write_fn(const struct rw_doc *tree, struct rw_buf *out,
		     struct rw_diags *diags);

#define DOCUMENT                                                        \
	"<md:document xmlns:md='http://commonmark.org/xml/1.0' "        \
	"xmlns='urn:rolewright:1' title='Key &amp; 100%' lang='en-GB' " \
	"date='2026-11-21'>"

static struct rw_doc *parse(struct fixture *f, const char *xml)
{
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ xml, strlen(xml), "t.xml" },
		&rw_limits_stylesheet, f->diags);

	assert_non_null(doc);
	return doc;
}

/* The document that holds 'body', written by 'fn'. */
static const char *written(struct fixture *f, write_fn *fn, const char *body)
{
	struct rw_doc *doc =
		parse(f, rw_arena_printf(f->arena, "%s%s</md:document>",
					 DOCUMENT, body));

	rw_buf_clear(&f->text);
	assert_int_equal(fn(doc, &f->text, f->diags), 0);
	return f->text.data;
}

static void writes(write_fn *fn, const char *body, const char *expected)
{
	struct fixture f;

	fixture_open(&f);
	assert_string_equal(written(&f, fn, body), expected);
	fixture_close(&f);
}

#define P(x) "<md:paragraph>" x "</md:paragraph>"
#define T(x) "<md:text>" x "</md:text>"
#define B(x) "<md:strong>" x "</md:strong>"
#define E(x) "<md:emph>" x "</md:emph>"
#define I(x) "<md:item>" x "</md:item>"
#define UL(x) "<md:list type='bullet' tight='true'>" x "</md:list>"
#define OL(x) "<md:list type='ordered' tight='true'>" x "</md:list>"
#define H(n, x) "<md:heading level='" n "'>" T(x) "</md:heading>"
#define A(u, x) "<md:link destination='" u "' title=''>" x "</md:link>"
#define LINKED(x) "<term ref='x' href='y.html'>" x "</term>"
#define TERM(x) "<term ref='z'>" x "</term>"
#define HOLE "<placeholder name='p.q'/>"
#define RULE "<md:thematic_break/>"
#define CODE(x) "<md:code_block>" x "</md:code_block>"
#define TABLE                                                     \
	"<table><caption>Pay</caption><row header='yes'>"         \
	"<cell>Grade</cell><cell align='right'>From</cell></row>" \
	"<row><cell>" T("a | b") "</cell><cell>" B(T(             \
		"1")) "</cell></row>"                             \
		      "<row><cell><md:code>x|y</md:code></cell></row></table>"

static void markdown(void **state)
{
	(void)state;
	writes(rw_write_markdown,
	       H("1", "Title") P(T("One") "<md:softbreak/>" T("two"))
		       H("2", "Part") UL(I(P(T("a"))) I(P(T("b")))),
	       "# Title\n\nOne\ntwo\n\n## Part\n\n  - a\n  - b\n");
	writes(rw_write_markdown,
	       P(T(" a  b\n c ") LINKED(T("term")) T(" d ") TERM(T("e")) HOLE),
	       "a b c [term](y.html) d e{{p.q}}\n");
	writes(rw_write_markdown, "", "");
}

static void markdown_separates(void **state)
{
	(void)state;
	writes(rw_write_markdown, UL(I(P(T("a")))) UL(I(P(T("b")))),
	       "  - a\n  - b\n");
	writes(rw_write_markdown, UL(I(P(T("a")))) OL(I(P(T("b")))),
	       "  - a\n\n1.  b\n");
	writes(rw_write_markdown,
	       UL(I(P(T("a")))) "<md:code_block>x\n``` y\n</md:code_block>" P(
		       T("z")),
	       "  - a\n\n````\nx\n``` y\n````\n\nz\n");
	writes(rw_write_markdown, UL(I(P(T("a")) P(T("b"))) I("") I(T("c"))),
	       "  - a\n\n    b\n\n  - c\n");
}

static void markdown_emphasis(void **state)
{
	(void)state;
	writes(rw_write_markdown, P(T("a") B(T(" b ")) T("c")), "a **b** c\n");
	writes(rw_write_markdown, P(E(T("a")) E(T("b"))), "*ab*\n");
	writes(rw_write_markdown, P(E(T("a")) B(T("b"))), "*a*__b__\n");
	writes(rw_write_markdown, P(B(T("Now!")) T("soon")), "Now\\!soon\n");
	writes(rw_write_markdown, P(T("x") B(T("(y)")) T("z")), "x(y)z\n");
	writes(rw_write_markdown, P(B(B(T("a")) T(" ") E(""))), "**a**\n");
}

/* What Markdown would end an address at is percent-encoded in both. */
static void markdown_addresses(void **state)
{
	(void)state;
	writes(rw_write_markdown, P(A("a b&lt;c&gt;.html", T("l"))),
	       "[l](a%20b%3Cc%3E.html)\n");
	writes(rw_write_markdown,
	       P("<md:image destination='a b&lt;c&gt;.png' title=''>" T(
		       "i") "</md:image>"),
	       "![i](a%20b%3Cc%3E.png)\n");
}

static void markdown_table(void **state)
{
	(void)state;
	writes(rw_write_markdown, P(T("x")) TABLE P(T("y")),
	       "x\n\nPay\n\n| Grade | From |\n| --- | ---: |\n"
	       "| a \\| b | **1** |\n| `x\\|y` |  |\n\ny\n");
	writes(rw_write_markdown, "<table><row><cell>a</cell></row></table>",
	       "|  |\n| --- |\n| a |\n");
}

static void plain(void **state)
{
	(void)state;
	writes(rw_write_plain,
	       H("1", "Title") P(T("One") "<md:softbreak/>" T("two"))
		       H("2", "Part") UL(I(P(T("a")) UL(I(P(T("b")))))
						 I(P(T("c")))) H("3", "Low"),
	       "Title\n=====\n\nOne two\n\nPart\n----\n\n- a\n  - b\n- c\n\n"
	       "Low\n");
	writes(rw_write_plain,
	       P(T("Write to ") A("mailto:a@b.example", T("a@b.example"))
			 T(" or ") A("https://x.example/", T("us")) T(" and ")
				 A("y.html", T("see"))),
	       "Write to a@b.example or us <https://x.example/> and see\n");
	writes(rw_write_plain,
	       "<md:block_quote>" P(T("q")) OL(I(P(T("a")) P(T("b"))) I(
		       P(T("c")))) "</md:block_quote>" RULE CODE("x\n y\n"),
	       "> q\n>\n> 1. a\n>\n>    b\n>\n> 2. c\n\n* * *\n\n    x\n"
	       "     y\n");
	writes(rw_write_plain, TABLE,
	       "Pay\n\nGrade  From\n-----  ----\na | b     1\nx|y\n");
}

static void plain_wraps(void **state)
{
	(void)state;
	writes(rw_write_plain,
	       UL(I(P(T("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4"
			"456789 123456789 123456789 123456789 "
			"123456789 123456789 "
			"123456789 x")))),
	       "- \xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4"
	       "456789 123456789 123456789 123456789 "
	       "123456789 123456789 "
	       "123456789\n  x\n");
	writes(rw_write_plain, P(T("a") "<md:linebreak/>" T("b")), "a\nb\n");
}

static void latex(void **state)
{
	struct fixture f;
	const char *text;

	(void)state;
	fixture_open(&f);
	text = written(
		&f, rw_write_latex,
		H("1", "Key &amp; 5% #1 _x_") H("2", "P")
			P(A("http://x.example/a_b%20c#d", T("l")) T(" \\{}~^$"))
				CODE("\\end{verbatim}\\input{x}") TABLE);
	assert_non_null(strstr(text, "\\usepackage[shorthands=off,british]"));
	assert_non_null(strstr(text, "\\title{Key \\& 5\\% \\#1"));
	assert_non_null(strstr(text, "\\section{P}"));
	assert_null(strstr(text, "\\end{verbatim}"));
	assert_null(strstr(text, "\\input"));
	assert_non_null(strstr(text, "\\begin{tabular}{lr}"));
	assert_non_null(strstr(text, "\n\\end{document}\n"));
	fixture_close(&f);
}

static void man(void **state)
{
	struct fixture f;
	const char *text;

	(void)state;
	fixture_open(&f);
	text = written(
		&f, rw_write_man,
		H("1", "Key") H("2", "P") H("3", "Q") P(T(".TH x"))
			P(T("'a") "<md:softbreak/>" T(
				".b")) "<md:code_block>.so /etc/passwd\n\\fBx\n"
				       "</md:code_block>" TABLE);
	assert_int_equal(
		strncmp(text, ".TH \"Key & 100%\" 7 \"2026-11-21\"", 31), 0);
	assert_non_null(strstr(text, "\n.SH\nP\n"));
	assert_non_null(strstr(text, "\n.SS\nQ\n"));
	assert_non_null(strstr(text, "\n\\&.TH x"));
	assert_null(strstr(text, "\n.so"));
	assert_null(strstr(text, "\n'a"));
	assert_null(strstr(text, "\n.b"));
	fixture_close(&f);
}

static void refuses(void **state)
{
	struct fixture f;
	struct rw_doc *doc;
	struct rw_buf out = RW_BUF_INIT;

	(void)state;
	fixture_open(&f);
	doc = parse(&f, DOCUMENT P("<measure/>") "</md:document>");
	assert_int_equal(rw_write_markdown(doc, &out, f.diags), -1);
	assert_non_null(strstr(fixture_reports(&f), "RW604"));
	doc = parse(&f, "<role xmlns='urn:rolewright:1'/>");
	assert_int_equal(rw_write_plain(doc, &out, f.diags), -1);
	rw_buf_release(&out);
	fixture_close(&f);
}

/* ------------------------------------------------------------ round trip */

static const char *const nasty[] = {
	"1\\. not a list",
	"\\- no",
	"\\# no",
	"a *b* **c** `d` ***e***",
	"\\*x\\* \\_y\\_ \\`z\\` \\[a\\](b)",
	"&amp;amp; &lt;b&gt; &copy;",
	"C# is #1! Really!",
	"snake_case and 2*3*4",
	"`` a`b `` ``` `` ```",
	"[a](http://x.example/a(b)c \"t \\\" u\") !\\[x](y)",
	"Hi![](http://x.example/) there",
	"Hi\\![a](http://x.example/)",
	"[a](<b c> 'd')",
	"![i](j.png)",
	"a  \nb\\\nc",
	"\\~~x~~ \\~~~",
	"~~~\ncode\n~~~",
	"```x\na\n\n  b\n```",
	"a\n\n    c\n\n    d\n\ne",
	"- a\n- b\n\n  c\n- d",
	"- a\n  - b\n    1. c\n    2. d\n\ne",
	"1. a\n\n   - b\n\n     c",
	"> a\n>\n> - b\n>\n> > c",
	"+ a\n+ b",
	"7) a\n8) b",
	"- a\n\n      code\n",
	"a\n\n---\n\nb",
	"# a #\n\n## b\\#",
	"a\n===\n\nb\n---",
	"\\+ a",
	"\\=\\= x",
	"x\n\\===",
	"a \\| b\n\\-|-",
	"**a**b *c*d",
	"*a **b** c*",
	"**a *b***",
	"_a_ __b__ _a_**b**",
	"<http://x.example/?a=b&c=d>",
	"http://x.example/a_b_c",
	"a\xC2\xA0"
	"b",
	"&#35; x",
	"&#45; x",
	"\\&copy; & &x;",
	"\\-",
	"a - b -- c",
	"2026\\. x",
	"- \\- a",
	"- # a",
	"- ```\n  c\n  ```",
	"*a*\n*b*",
	"[a *b* `c`](d) **[e](f)**",
	"\\<b> < c",
	"`<b>` `&amp;`",
	"\\\\ \\a",
	"- a\n- b\n\npara\n\n- c",
	"a\n\n    code\n\n- b\n\n      code2",
	"\xE2\x80\x9Cq\xE2\x80\x9D \xE2\x80\x93 \xE2\x82\xAC"
	"5",
	"- a\n\n  > q\n\n- b",
	"###### six",
	"x `` ` `` y",
	"` a `",
	"*\\* a*",
	"a\\\n\\- b",
	"(**a**)",
	"\"*a*\"",
	"a*b*c",
	"!\\[",
	"a!",
	"\\!",
};

/* HTML of Markdown, as cmark alone has it. */
static char *html_of(const char *markdown)
{
	return cmark_markdown_to_html(markdown, strlen(markdown),
				      CMARK_OPT_NOBREAKS);
}

static void round_trip(void **state)
{
	unsigned failures = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(nasty) / sizeof(*nasty); i++) {
		struct fixture f;
		struct rw_node *node, *root;
		struct rw_doc *doc;
		struct rw_buf out = RW_BUF_INIT;
		char *before, *after;

		fixture_open(&f);
		/* Behind a line end the first line counts as the others do. */
		node = fixture_expand(
			&f, rw_arena_printf(f.arena, "\n%s", nasty[i]));
		if (f.result != 0)
			print_message("%s\n%s", nasty[i], fixture_reports(&f));
		assert_int_equal(f.result, 0);
		doc = rw_doc_new(f.arena, RW_NS_MD, "document");
		root = rw_doc_root(doc);
		for (node = rw_node_first(node); node;
		     node = rw_node_next(node))
			rw_node_copy(node, root);
		assert_int_equal(rw_write_markdown(doc, &out, f.diags), 0);
		before = html_of(nasty[i]);
		after = html_of(out.data);
		if (strcmp(before, after) != 0)
			print_message("%s\nbecame\n%s\n", nasty[i], out.data);
		failures += strcmp(before, after) != 0;
		assert_int_equal(rw_diags_count(f.diags, RW_NOTE), 0);
		free(before);
		free(after);
		rw_buf_release(&out);
		fixture_close(&f);
	}
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown),
		cmocka_unit_test(markdown_separates),
		cmocka_unit_test(markdown_emphasis),
		cmocka_unit_test(markdown_addresses),
		cmocka_unit_test(markdown_table),
		cmocka_unit_test(plain),
		cmocka_unit_test(plain_wraps),
		cmocka_unit_test(latex),
		cmocka_unit_test(man),
		cmocka_unit_test(refuses),
		cmocka_unit_test(round_trip),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
