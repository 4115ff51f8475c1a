#include "write/rendered.h"

#include <string.h>

#include "base/memory.h"
#include "text/cmark_memory.h"

cmark_node *rw_rendered_tree(const struct rw_doc *doc, rw_table_fn *table,
			     struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(doc);

	if (!rw_node_is_md(root, "document")) {
		rw_report(diags, RW_TREE_ELEMENT, rw_node_pos(root),
			  rw_node_name(root), NULL, NULL);
		return NULL;
	}
	return table ? rw_markdown_tree_with(root, table, diags)
		     : rw_markdown_tree(root, diags);
}

void rw_rendered_raise_headings(cmark_node *tree)
{
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		int level;

		if (event != CMARK_EVENT_ENTER ||
		    cmark_node_get_type(node) != CMARK_NODE_HEADING)
			continue;
		level = cmark_node_get_heading_level(node);
		if (level > 1)
			cmark_node_set_heading_level(node, level - 1);
	}
	cmark_iter_free(iter);
}

cmark_node *rw_rendered_title(cmark_node *tree)
{
	cmark_node *first = cmark_node_first_child(tree), *child;
	cmark_node *document, *paragraph;

	if (!first || cmark_node_get_type(first) != CMARK_NODE_HEADING ||
	    cmark_node_get_heading_level(first) != 1)
		return NULL;
	document =
		cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, rw_cmark_memory());
	paragraph = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH,
					    rw_cmark_memory());
	cmark_node_append_child(document, paragraph);
	while ((child = cmark_node_first_child(first)) != NULL)
		cmark_node_append_child(paragraph, child);
	cmark_node_unlink(first);
	cmark_node_free(first);
	rw_rendered_raise_headings(tree);
	return document;
}

static bool leads_out(const char *url)
{
	static const char *const schemes[] = { "http:", "https:", "mailto:",
					       "tel:" };

	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (strncmp(url, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

void rw_rendered_drop_local_links(cmark_node *tree)
{
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter), *child;

		if (event != CMARK_EVENT_EXIT ||
		    cmark_node_get_type(node) != CMARK_NODE_LINK ||
		    leads_out(cmark_node_get_url(node)))
			continue;
		while ((child = cmark_node_first_child(node)) != NULL)
			cmark_node_insert_before(node, child);
		cmark_node_unlink(node);
		cmark_node_free(node);
	}
	cmark_iter_free(iter);
}

void rw_rendered_add(struct rw_buf *out, char *text)
{
	size_t len = strlen(text);

	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == ' '))
		len--;
	rw_buf_add(out, text, len);
	rw_free(text);
}

const char *rw_rendered_attr(const struct rw_doc *doc, const char *name)
{
	const char *value = rw_node_attr(rw_doc_root(doc), name);

	return value ? value : "";
}
