/*
 * What the tests of text share: documents from strings, their prose expanded,
 * what was reported as one string.
 */
#ifndef RW_TESTS_PROSE_FIXTURE_H
#define RW_TESTS_PROSE_FIXTURE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/memory.h"
#include "text/markdown.h"
#include "xml/serialise.h"

struct fixture {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_buf text;
	int result; /* of the last expansion */
};

static inline void fixture_open(struct fixture *f)
{
	f->arena = rw_arena_new();
	f->sources = rw_sources_new();
	f->diags = rw_diags_new(f->sources);
	rw_buf_init(&f->text);
}

static inline void fixture_close(struct fixture *f)
{
	rw_buf_release(&f->text);
	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	rw_arena_free(f->arena);
}

/* One element <p> in our namespace that holds 'content', which is XML. */
static inline struct rw_node *fixture_parse(struct fixture *f,
					    const char *content)
{
	char *xml = rw_arena_printf(
		f->arena, "<p xmlns=\"urn:rolewright:1\">%s</p>", content);
	struct rw_doc *doc = rw_doc_parse(
		f->arena, &(const struct rw_input){ xml, strlen(xml), "p.xml" },
		&rw_limits_stylesheet, f->diags);

	assert_non_null(doc);
	return rw_doc_root(doc);
}

/* XML text for any text. */
static inline char *fixture_escape(struct fixture *f, const char *text)
{
	struct rw_buf out = RW_BUF_INIT;
	char *copy;

	for (; *text; text++) {
		if (*text == '<')
			rw_buf_puts(&out, "&lt;");
		else if (*text == '&')
			rw_buf_puts(&out, "&amp;");
		else if (*text == '>')
			rw_buf_puts(&out, "&gt;");
		else
			rw_buf_putc(&out, *text);
	}
	copy = rw_arena_strdup(f->arena, out.data);
	rw_buf_release(&out);
	return copy;
}

static inline void show_attr(void *context, const char *name, const char *value)
{
	rw_buf_printf(context, " %s=%s", name, value);
}

static inline void show(const struct rw_node *node, struct rw_buf *out)
{
	bool text = rw_node_is_md(node, "text");
	const struct rw_node *child = rw_node_first(node);

	if (rw_node_kind(node) != RW_NODE_ELEMENT) {
		rw_buf_puts(out, rw_node_content(node));
		return;
	}
	rw_buf_putc(out, text ? '\'' : '(');
	if (!text) {
		rw_buf_printf(out, "%s", rw_node_name(node));
		rw_node_attrs(node, show_attr, out);
		rw_buf_puts(out, child ? " " : "");
	}
	for (; child; child = rw_node_next(child))
		show(child, out);
	rw_buf_putc(out, text ? '\'' : ')');
}

/* The children of 'node' in short: md text quoted, elements in brackets. */
static inline const char *fixture_show(struct fixture *f,
				       const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);

	rw_buf_clear(&f->text);
	for (; child; child = rw_node_next(child))
		show(child, &f->text);
	return f->text.data;
}

static inline const char *fixture_reports(struct fixture *f)
{
	rw_buf_clear(&f->text);
	rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &f->text);
	return f->text.data;
}

static inline struct rw_node *fixture_expand(struct fixture *f,
					     const char *markdown)
{
	struct rw_node *node = fixture_parse(f, fixture_escape(f, markdown));

	f->result = rw_markdown_expand(node, f->diags);
	return node;
}

#endif
