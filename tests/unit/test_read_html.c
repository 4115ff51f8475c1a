/*
 * HTML and plain text as CommonMark XML: what is allowed, what is dropped.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/memory.h"
#include "read/htmlprose.h"
#include "read/textprose.h"
#include "write/write.h"
#include "xml/serialise.h"

struct fixture {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_buf out;
};

static int set_up(void **state)
{
	struct fixture *f = rw_calloc(1, sizeof(*f));

	f->arena = rw_arena_new();
	f->sources = rw_sources_new();
	f->diags = rw_diags_new(f->sources);
	rw_buf_init(&f->out);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	rw_buf_release(&f->out);
	rw_arena_free(f->arena);
	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	rw_free(f);
	return 0;
}

static const char *reported(struct fixture *f)
{
	rw_buf_clear(&f->out);
	rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &f->out);
	return rw_arena_strdup(f->arena, f->out.data);
}

/* What Markdown the prose becomes: an independent writer, cmark's. */
static const char *markdown(struct fixture *f, const struct rw_node *prose)
{
	struct rw_doc *doc = rw_doc_new(f->arena, RW_NS_MD, "document");
	const struct rw_node *n = rw_node_first(prose);

	for (; n != NULL; n = rw_node_next(n))
		rw_node_copy(n, rw_doc_root(doc));
	rw_buf_clear(&f->out);
	assert_int_equal(rw_write_markdown(doc, &f->out, f->diags), 0);
	return f->out.data;
}

static void assert_html(struct fixture *f, const char *html,
			const char *expected)
{
	struct rw_node *prose =
		rw_doc_root(rw_doc_new(f->arena, RW_NS, "opening"));

	assert_int_equal(rw_html_prose(prose, html, RW_NOWHERE, f->diags), 0);
	assert_string_equal(markdown(f, prose), expected);
}

static void allowed(void **state)
{
	struct fixture *f = *state;

	assert_html(f, "<p>One <b>bold</b> and <i>leaning</i>.</p><p>Two</p>",
		    "One **bold** and *leaning*.\n\nTwo\n");
	assert_html(f, "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
		    "  - a\n  - b\n      - c\n");
	assert_html(f, "<ol><li><p>a</p></li><li>b</li></ol>",
		    "1.  a\n2.  b\n");
	assert_html(f, "<h1>Head</h1>text<br>next<br><br>last",
		    "### Head\n\ntext  \nnext\n\nlast\n");
	assert_html(f, "<div><span>in</span> <div>deep</div></div>",
		    "in\n\ndeep\n");
	assert_html(f, "see <a href='https://x.org/?a=1&amp;b=2'>this</a>",
		    "see [this](https://x.org/?a=1&b=2)\n");
	assert_html(f, "<blockquote>said</blockquote><hr><pre>a\n  b</pre>",
		    "> said\n\n-----\n\n```\na\n  b\n```\n");
	assert_html(f, "a&nbsp;&nbsp;b &amp; c &lt;d&gt; &euro;",
		    "a b & c \\<d\\> \xE2\x82\xAC\n");
	assert_string_equal(reported(f), "");
}

/* No blank comes or goes where a tag does. */
static void running(void **state)
{
	struct fixture *f = *state;

	assert_html(f,
		    "<p><span>B</span>right<font>field</font>, "
		    "re<u>sume</u> <mark>now</mark>, <o:p>too</o:p>.</p>",
		    "Brightfield, resume now, too.\n");
	assert_html(f, "<p>2<sup>nd</sup> shift, <span>so</span><wbr>on</p>",
		    "2nd shift, soon\n");
	assert_html(f, "<p>20 m<sup>2</sup>, H<sub>2</sub>O, 10<sup>-6</sup>",
		    "20 m², H₂O, 10⁻⁶\n");
	assert_html(f, "<p>say <q>yes </q>now", "say \"yes\" now\n");
	assert_html(f, "<p>one<p><span>two<div>three</div></span>four",
		    "one\n\ntwo\n\nthree\n\nfour\n");
	assert_string_equal(reported(f), "");
	assert_html(f, "<p>$60 <s>$50</s> an hour", "$60 an hour\n");
	assert_non_null(strstr(reported(f), "<s>"));
}

/* Blocks inside blocks: each keeps to itself. */
static void apart(void **state)
{
	struct fixture *f = *state;

	assert_html(f,
		    "<ul><li><p>First.</p><p>Second.</p></li><li>b</li></ul>",
		    "  - First.\n\n    Second.\n\n  - b\n");
	assert_html(f, "<ul><li>Intro<div>Pick</div><div>Pack</div></li></ul>",
		    "  - Intro\n\n    Pick\n\n    Pack\n");
	assert_html(f, "<ul><li>a<ul><li>b</li></ul></li></ul>",
		    "  - a\n      - b\n");
	assert_html(f, "<dl><dt>Hours</dt><dd><p>37</p><p>38</p></dd></dl>",
		    "Hours\n\n37\n\n38\n");
	assert_html(f,
		    "<details><summary>More</summary>in</details>"
		    "<address>a</address>b",
		    "More\n\nin\n\na\n\nb\n");
	assert_html(f, "<h3><p>a</p><p>b</p></h3><tr><td>c<td>d</tr>",
		    "a\n\nb\n\nc\n\nd\n");
	assert_string_equal(reported(f), "");
}

static void tables(void **state)
{
	struct fixture *f = *state;

	assert_html(f,
		    "<table><tr><th>a</th><th>b</th></tr>"
		    "<tr><td>1</td><td>2</td></tr></table>",
		    "| a | b |\n| --- | --- |\n| 1 | 2 |\n");
	assert_html(f,
		    "<table><tr><td>just</td></tr><tr><td>room</td></tr>"
		    "</table>",
		    "just\n\nroom\n");
	assert_html(
		f,
		"<table><caption>Hours</caption><tr><td><p>Mon</p><p>Tue</p>"
		"<td>x<ul><li>a<li>b</ul><tr><td>c<td>d</table>",
		"Hours\n\n|  |  |\n| --- | --- |\n| Mon   Tue | x   a   b |\n"
		"| c | d |\n");
	assert_html(f,
		    "<table><tr><td>a<td>b</tr>loose<tr><td>c<td>d</tr>"
		    "</table>",
		    "a\n\nb\n\nloose\n\nc\n\nd\n");
}

static void escaped(void **state)
{
	struct fixture *f = *state;

	assert_true(rw_html_is_in("&lt;p&gt;x&lt;/p&gt;"));
	assert_true(rw_html_is_in("a <br/> b"));
	assert_false(rw_html_is_in("a < b and c > d"));
	assert_false(rw_html_is_in("AT&amp;T"));
	assert_html(f, "&lt;p&gt;R&amp;amp;D &lt;b&gt;now&lt;/b&gt;&lt;/p&gt;",
		    "R\\&D **now**\n");
}

static void dropped(void **state)
{
	struct fixture *f = *state;

	assert_html(f,
		    "a<script>alert(1)</script><style>b{}</style>"
		    "<form><input value=x></form><script>2</script>"
		    "<img src=x onerror=y>b"
		    "<a href='javascript:x'>c</a><iframe src=//x></iframe>",
		    "a\n\nbc\n");
	assert_string_equal(
		reported(f),
		"rolewright: warning: <form> is left out of the HTML [RW062]\n"
		"      = help: delete it in the source, or say the same in "
		"words\n"
		"rolewright: warning: <iframe> is left out of the HTML "
		"[RW062]\n"
		"      = help: delete it in the source, or say the same in "
		"words\n"
		"rolewright: warning: <img> is left out of the HTML [RW062]\n"
		"      = help: delete it in the source, or say the same in "
		"words\n"
		"rolewright: warning: <script> is left out of the HTML "
		"[RW062]\n"
		"      = help: delete it in the source, or say the same in "
		"words\n"
		"rolewright: warning: <style> is left out of the HTML "
		"[RW062]\n"
		"      = help: delete it in the source, or say the same in "
		"words\n"
		"rolewright: warning: a link that leads nowhere outside is "
		"left out of the HTML [RW062]\n"
		"      = help: delete it in the source, or say the same in "
		"words\n");
}

/* The sign of an item, as Word writes it: with the blanks behind it. */
#define BEGIN                                                    \
	"<![if !supportLists]><span style='font-family:Symbol'>" \
	"<span style='mso-list:Ignore'>"
#define END "<span>&nbsp;&nbsp; </span></span></span><![endif]>"

/* Word writes lists as paragraphs, with the bullet as text. */
static void word(void **state)
{
	struct fixture *f = *state;
	const char *pick = "<p class=MsoListParagraph style='mso-list:l0 "
			   "level1 lfo1'>" BEGIN "&middot;" END
			   "Pick<o:p></o:p></p>\n"
			   "<p style='mso-list:l0 level2 lfo1'>" BEGIN "o" END
			   "Pack</p><p><!--[if !supportLists]-->&#9642;&nbsp;"
			   "<!--[endif]-->Ship</p><p>and</p>";
	const char *count = "<p>" BEGIN "1." END "a</p><p>" BEGIN "2." END
			    "b</p><p>x</p><p>" BEGIN "3." END "c</p><p>" BEGIN
			    "iv)" END "d</p>";

	assert_html(f, pick, "  - Pick\n      - Pack\n  - Ship\n\nand\n");
	assert_html(f, count, "1.  a\n2.  b\n\nx\n\n3\\. c\n\niv) d\n");
	assert_html(f,
		    "<ul><li style='mso-list:l0 level1 lfo1'>"
		    "<p style='mso-list:l0 level1 lfo1'>a</p></li></ul>"
		    "<h1>" BEGIN "2." END "Head</h1>",
		    "  - a\n\n### 2\\. Head\n");
	assert_html(f,
		    "<p>a<![if !vml]>b<![endif]>c "
		    "<![if !supportLists]>never ends</p>",
		    "abc never ends\n");
	assert_html(f,
		    "&lt;p&gt;&lt;![if !supportLists]&gt;&amp;middot;"
		    "&lt;![endif]&gt;a&lt;/p&gt;",
		    "  - a\n");
	assert_string_equal(reported(f), "");
	assert_html(f,
		    "<xml><w:View>Normal</w:View>junk</xml>"
		    "<w:WordDocument>more</w:WordDocument>"
		    "<w:Sdt>a</w:Sdt> <st1:City>b</st1:City>",
		    "a b\n");
	assert_non_null(strstr(reported(f), "<xml> is left out"));
}

static void unseen(void **state)
{
	struct fixture *f = *state;

	assert_html(f,
		    "<p style='mso-hide:all'>a</p><p hidden>b</p><ul><li>c"
		    "<span style='color:red; DISPLAY : none!important'>d</span>"
		    "</li></ul><p style='display:block'>e</p>",
		    "  - c\n\ne\n");
	assert_non_null(strstr(reported(f), "hidden text is left out"));
}

/* What is typed as a list is one, if it cannot be anything else. */
static void bullets(void **state)
{
	struct fixture *f = *state;

	assert_html(f,
		    "<p>Duties:<br>\xE2\x80\xA2 One<br>\xE2\x80\xA2\tTwo</p>"
		    "<p>\xE2\x80\xA2<b>Three</b></p>end",
		    "Duties:\n\n  - One\n  - Two\n  - **Three**\n\nend\n");
	assert_html(f, "<p>\xC2\xB7 one<p>\xC2\xB7 two<p>\xC2\xB7three",
		    "  - one\n  - two\n\n\xC2\xB7three\n");
	assert_html(f, "<p>- yes</p><p>- no</p>", "\\- yes\n\n\\- no\n");
	assert_html(f, "<p>\xE2\x80\xA2 one</p><p>alone</p>",
		    "\xE2\x80\xA2 one\n\nalone\n");
	assert_html(f, "<p>\xE2\x80\xA2 one<br>goes on<br>\xE2\x80\xA2 two</p>",
		    "\xE2\x80\xA2 one  \ngoes on  \n\xE2\x80\xA2 two\n");
	assert_string_equal(reported(f), "");
}

static void hostile(void **state)
{
	struct fixture *f = *state;
	struct rw_buf deep = RW_BUF_INIT;
	struct rw_node *prose =
		rw_doc_root(rw_doc_new(f->arena, RW_NS, "opening"));

	for (int i = 0; i < 6000; i++)
		rw_buf_puts(&deep, "<div><b>");
	rw_buf_puts(&deep, "end");
	assert_int_equal(rw_html_prose(prose, deep.data, RW_NOWHERE, f->diags),
			 -1);
	assert_non_null(strstr(reported(f), "nesting of HTML"));
	rw_buf_clear(&deep);
	while (deep.len <= RW_HTML_BYTES)
		rw_buf_puts(&deep, "<p>long</p>");
	assert_int_equal(rw_html_prose(prose, deep.data, RW_NOWHERE, f->diags),
			 -1);
	assert_non_null(strstr(reported(f), "64 KiB [RW009]"));
	rw_buf_release(&deep);
	assert_html(f, "", "");
	assert_html(f, "<p>a < b, c <5", "a \\< b, c \\<5\n");
	assert_html(f, "<p>un<b>closed<i>all", "un**closed*all***\n");
	assert_html(f,
		    "<!DOCTYPE html [<!ENTITY x SYSTEM '/etc/passwd'>]>"
		    "<p>y&x;",
		    "\\]\\>\n\ny\\&x;\n");
	assert_html(f,
		    "&#0;&#1;&#x202E;a\x01"
		    "b",
		    "ab\n");
}

static void count_items(void *context, const struct rw_node *content)
{
	struct rw_buf *out = context;
	struct rw_arena *arena = rw_arena_new();

	rw_buf_printf(out, "[%s]", rw_node_text(arena, content));
	rw_arena_free(arena);
}

static void items(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(rw_html_items("<p>Duties</p><ul><li>a</li><li><p>b"
				       "</p></li></ul>c<br>",
				       RW_NOWHERE, f->diags, count_items,
				       &f->out),
			 0);
	assert_string_equal(f->out.data, "[Duties][a][b][c]");
}

static void text(void **state)
{
	struct fixture *f = *state;
	struct rw_node *prose =
		rw_doc_root(rw_doc_new(f->arena, RW_NS, "opening"));

	rw_text_prose(prose,
		      "First *line*\nsecond\n\n- a\n- b\n\n1. x\r\n-5 is cold",
		      RW_NOWHERE);
	assert_string_equal(markdown(f, prose),
			    "First \\*line\\*  \nsecond\n\n"
			    "  - a\n  - b\n  - x  \n    \\-5 is cold\n");
}

static void add_item(void *context, const char *item, size_t len)
{
	rw_buf_printf(context, "[%.*s]", (int)len, item);
}

static void text_items(void **state)
{
	struct fixture *f = *state;

	rw_text_items("\xE2\x80\xA2 one\n\n  2) two \r\n-three", NULL, add_item,
		      &f->out);
	rw_text_items("a | b |  | c", " | ", add_item, &f->out);
	assert_string_equal(f->out.data, "[one][two][-three][a][b][c]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(allowed),	  TEST(running), TEST(apart), TEST(tables),
		TEST(escaped),	  TEST(dropped), TEST(word),  TEST(unseen),
		TEST(bullets),	  TEST(hostile), TEST(items), TEST(text),
		TEST(text_items),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
