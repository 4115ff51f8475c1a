/*
 * Prose through the Markdown bridge and out again. An even first byte: the
 * rest is text; an odd one: XML inside an element. What is written as Markdown
 * must hold no raw HTML when it is read again, and no output bad UTF-8.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/markdown.h"
#include "write/write.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct run {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_buf out;
};

typedef int write_fn(const struct rw_doc *tree, struct rw_buf *out,
		     struct rw_diags *diags);

static void add_escaped(struct rw_buf *out, const uint8_t *data, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (data[i] == '<')
			rw_buf_puts(out, "&lt;");
		else if (data[i] == '&')
			rw_buf_puts(out, "&amp;");
		else if (data[i] == '>')
			rw_buf_puts(out, "&gt;");
		else
			rw_buf_putc(out, (char)data[i]);
	}
}

static struct rw_doc *read(struct run *run, const uint8_t *data, size_t size)
{
	rw_buf_puts(&run->out, "<p xmlns=\"" RW_NS "\">");
	if (data[0] & 1)
		rw_buf_add(&run->out, data + 1, size - 1);
	else
		add_escaped(&run->out, data + 1, size - 1);
	rw_buf_puts(&run->out, "</p>");
	return rw_doc_parse(run->arena,
			    &(const struct rw_input){
				    run->out.data, run->out.len, "fuzz.xml" },
			    &rw_limits_stylesheet, run->diags);
}

static void refuse_html(const char *markdown, size_t len)
{
	cmark_node *tree =
		cmark_parse_document(markdown, len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node_type type =
			cmark_node_get_type(cmark_iter_get_node(iter));

		if (type == CMARK_NODE_HTML_BLOCK ||
		    type == CMARK_NODE_HTML_INLINE)
			abort();
	}
	cmark_iter_free(iter);
	cmark_node_free(tree);
}

static void write_all(struct run *run, const struct rw_node *node)
{
	static write_fn *const writers[] = { rw_write_markdown, rw_write_plain,
					     rw_write_latex, rw_write_man };
	struct rw_doc *doc = rw_doc_new(run->arena, RW_NS_MD, "document");

	for (node = rw_node_first(node); node; node = rw_node_next(node))
		rw_node_copy(node, rw_doc_root(doc));
	for (size_t i = 0; i < sizeof(writers) / sizeof(*writers); i++) {
		rw_buf_clear(&run->out);
		if (writers[i](doc, &run->out, run->diags) != 0)
			continue;
		if (rw_utf8_valid_prefix(run->out.data, run->out.len) !=
		    run->out.len)
			abort();
		if (i == 0)
			refuse_html(run->out.data, run->out.len);
	}
}

static void try(struct run *run, const uint8_t *data, size_t size)
{
	const struct rw_doc *doc = read(run, data, size);
	struct rw_node *root;
	char hash[9];

	if (!doc)
		return;
	root = rw_doc_root(doc);
	rw_markdown_expand(root, run->diags);
	rw_prose_hash(root, hash);
	write_all(run, root);
	rw_buf_clear(&run->out);
	doc = read(run, data, size);
	if (doc)
		rw_line_expand(rw_doc_root(doc), run->diags);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	rw_xml_init();
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct run run = { .out = RW_BUF_INIT };

	if (size == 0)
		return 0;
	run.arena = rw_arena_new();
	run.sources = rw_sources_new();
	run.diags = rw_diags_new(run.sources);
	try(&run, data, size);
	rw_buf_clear(&run.out);
	rw_diags_write(run.diags, RW_DIAGS_TEXT, false, 0, &run.out);
	rw_buf_release(&run.out);
	rw_diags_free(run.diags);
	rw_sources_free(run.sources);
	rw_arena_free(run.arena);
	return 0;
}
