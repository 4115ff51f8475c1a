/*
 * HTML of strangers, through the allow-list and out as Markdown, which holds no
 * raw HTML when it is read again.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/htmlprose.h"
#include "read/textprose.h"
#include "text/markdown.h"
#include "write/write.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void refuse_html(const struct rw_buf *markdown)
{
	cmark_node *tree = cmark_parse_document(markdown->data, markdown->len,
						CMARK_OPT_DEFAULT);
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

/* Everything in it is of our vocabulary; links lead to the web. */
static void check_nodes(const struct rw_node *root)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk_all(n, root)) {
		const char *to;

		if (rw_node_kind(n) != RW_NODE_ELEMENT)
			continue;
		to = rw_node_attr(n, "destination");
		if (n != root && strcmp(rw_node_ns(n), RW_NS_MD) != 0 &&
		    strcmp(rw_node_ns(n), RW_NS) != 0)
			abort();
		if (to != NULL && strchr("hHmMtT", to[0]) == NULL)
			abort();
	}
}

static void write(struct rw_arena *arena, const struct rw_node *prose,
		  struct rw_diags *diags)
{
	struct rw_doc *doc = rw_doc_new(arena, RW_NS_MD, "document");
	struct rw_buf out = RW_BUF_INIT;
	const struct rw_node *n = rw_node_first(prose);

	for (; n != NULL; n = rw_node_next(n))
		rw_node_copy(n, rw_doc_root(doc));
	if (rw_write_markdown(doc, &out, diags) == 0) {
		if (rw_utf8_valid_prefix(out.data, out.len) != out.len)
			abort();
		refuse_html(&out);
	}
	rw_buf_release(&out);
}

static void on_item(void *context, const struct rw_node *content)
{
	(void)context;
	check_nodes(content);
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
	struct rw_arena *arena = rw_arena_new();
	struct rw_sources *sources = rw_sources_new();
	struct rw_diags *diags = rw_diags_new(sources);
	struct rw_node *prose =
		rw_doc_root(rw_doc_new(arena, RW_NS, "opening"));
	char *text = rw_arena_strndup(arena, (const char *)data, size);

	/* Cells are valid UTF-8 when they come here. */
	if (rw_utf8_valid_prefix(text, strlen(text)) == strlen(text)) {
		rw_html_is_in(text);
		rw_html_prose(prose, text, RW_NOWHERE, diags);
		check_nodes(prose);
		write(arena, prose, diags);
		rw_html_items(text, RW_NOWHERE, diags, on_item, NULL);
		rw_node_empty(prose);
		rw_text_prose(prose, text, RW_NOWHERE);
		write(arena, prose, diags);
	}
	rw_arena_free(arena);
	rw_diags_free(diags);
	rw_sources_free(sources);
	return 0;
}
