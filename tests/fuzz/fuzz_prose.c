/*
 * Marks in prose: placeholders and terms are expanded, filled and written. The
 * values hold what Markdown would take for markup: none of it may come out as
 * such. The first byte says what the text stands in: prose, a line or a cell.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/markdown.h"
#include "write/write.h"
#include "xml/serialise.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define VALUE "a *b* <i>c</i> [[d]] {{e}}\n\n# f"

struct run {
	struct rw_arena *arena;
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

static struct rw_doc *read(struct run *run, const char *element,
			   const uint8_t *data, size_t size)
{
	rw_buf_clear(&run->out);
	rw_buf_printf(&run->out, "<%s xmlns=\"" RW_NS "\">", element);
	add_escaped(&run->out, data, size);
	rw_buf_printf(&run->out, "</%s>", element);
	return rw_doc_parse(run->arena,
			    &(const struct rw_input){
				    run->out.data, run->out.len, "prose.xml" },
			    &rw_limits_stylesheet, run->diags);
}

/* As the model does it: the value becomes a text node, never parsed again. */
static void fill(struct rw_node *root)
{
	struct rw_node *n = root, *next, *text;

	for (; n != NULL; n = next) {
		struct rw_node *parent = rw_node_parent(n);

		next = rw_node_walk_all(n, root);
		if (!rw_node_is(n, "placeholder"))
			continue;
		if (rw_node_attr(n, "name") == NULL ||
		    rw_node_attr(n, "name")[0] == '\0')
			abort();
		text = rw_node_add_with_text(parent, RW_NS_MD, "text", VALUE);
		rw_node_move_before(text, n);
		rw_node_remove(n);
	}
}

/* No mark without a name, none inside code or a link's text by itself. */
static void check(const struct rw_node *root)
{
	for (const struct rw_node *n = root; n; n = rw_node_walk_all(n, root)) {
		const struct rw_node *parent = rw_node_parent(n);

		if (!rw_node_is(n, "term"))
			continue;
		if (rw_node_attr(n, "ref") == NULL ||
		    rw_node_attr(n, "ref")[0] == '\0' ||
		    rw_node_first(n) == NULL)
			abort();
		if (rw_node_is(parent, "term") || rw_node_is_md(parent, "link"))
			abort();
	}
}

/* The value's tags must not come alive. */
static void refuse_html(const char *markdown, size_t len)
{
	cmark_node *tree =
		cmark_parse_document(markdown, len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(tree);

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node_type type =
			cmark_node_get_type(cmark_iter_get_node(iter));

		if (type == CMARK_NODE_HTML_BLOCK ||
		    type == CMARK_NODE_HTML_INLINE)
			abort();
	}
	cmark_iter_free(iter);
	cmark_node_free(tree);
}

static void write_all(struct run *run, const struct rw_node *root)
{
	static write_fn *const writers[] = { rw_write_markdown, rw_write_plain,
					     rw_write_latex, rw_write_man };
	struct rw_doc *doc = rw_doc_new(run->arena, RW_NS_MD, "document");
	const struct rw_node *n = rw_node_first(root);

	for (; n != NULL; n = rw_node_next(n))
		rw_node_copy(n, rw_doc_root(doc));
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

static void try_prose(struct run *run, const uint8_t *data, size_t size,
		      const char *element)
{
	const struct rw_doc *doc = read(run, element, data, size);
	char before[9], after[9];
	struct rw_node *root;

	if (!doc)
		return;
	root = rw_doc_root(doc);
	if (rw_markdown_expand(root, run->diags) != 0)
		return;
	check(root);
	rw_prose_hash(root, before);
	rw_prose_hash(rw_doc_root(rw_doc_copy(run->arena, doc)), after);
	if (strcmp(before, after) != 0)
		abort();
	fill(root);
	write_all(run, root);
}

static void try_line(struct run *run, const uint8_t *data, size_t size)
{
	const struct rw_doc *doc = read(run, "title", data, size);
	struct rw_node *n, *root;

	if (!doc)
		return;
	root = rw_doc_root(doc);
	if (rw_line_expand(root, run->diags) != 0)
		return;
	for (n = root; n != NULL; n = rw_node_walk_all(n, root))
		if (n != root && rw_node_kind(n) == RW_NODE_ELEMENT &&
		    !rw_node_is(n, "placeholder"))
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct run run = { .out = RW_BUF_INIT };
	struct rw_sources *sources;

	if (size == 0)
		return 0;
	pthread_once(&once, rw_xml_init);
	run.arena = rw_arena_new();
	sources = rw_sources_new();
	run.diags = rw_diags_new(sources);
	if (data[0] % 3 == 0)
		try_prose(&run, data + 1, size - 1, "summary");
	else if (data[0] % 3 == 1)
		try_prose(&run, data + 1, size - 1, "cell");
	else
		try_line(&run, data + 1, size - 1);
	rw_buf_release(&run.out);
	rw_diags_free(run.diags);
	rw_sources_free(sources);
	rw_arena_free(run.arena);
	return 0;
}
