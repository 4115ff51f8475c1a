/*
 * Instructions in result trees: nodes that become text.
 */
#include "write/markup.h"

#include <string.h>

#include "write/html.h"
#include "write/jsontree.h"
#include "write/profile.h"
#include "write/write.h"

bool rw_out_is(const struct rw_node *node, const char *name)
{
	return !strcmp(rw_node_ns(node), RW_NS_OUT) &&
	       !strcmp(rw_node_name(node), name);
}

/* The node after 'node' in document order, all kinds; keeps *depth. */
static const struct rw_node *following(const struct rw_node *node,
				       const struct rw_node *top, size_t *depth)
{
	const struct rw_node *next = rw_node_first(node);

	if (next) {
		++*depth;
		return next;
	}
	while (node != top) {
		next = rw_node_next(node);
		if (next)
			return next;
		node = rw_node_parent(node);
		--*depth;
	}
	return NULL;
}

int rw_tree_check(const struct rw_node *top, struct rw_diags *diags)
{
	const struct rw_node *node = top;
	size_t depth = 1;

	if (!top) {
		rw_report(diags, RW_OUTPUT_EMPTY, RW_NOWHERE, NULL, NULL, NULL);
		return -1;
	}
	for (; node; node = following(node, top, &depth)) {
		if (depth <= RW_WRITE_DEPTH)
			continue;
		rw_report(diags, RW_LIMIT, rw_node_pos(node), "depth",
			  RW_DECIMAL_OF(RW_WRITE_DEPTH), NULL);
		return -1;
	}
	return 0;
}

static int html_text(const struct rw_node *node, const struct rw_node *content,
		     struct rw_buf *out, struct rw_diags *diags)
{
	const char *tags = rw_node_attr(node, "tags");
	const char *entities = rw_node_attr(node, "entities");
	struct rw_profile profile = { tags, true };

	if (!tags)
		return rw_html_fragment(content, out, diags);
	profile.entities = !entities || strcmp(entities, "no");
	return rw_profile_write(&profile, content, out, diags);
}

/* The one element in 'node', or NULL if there are more, or text. */
static const struct rw_node *only_element(const struct rw_node *node)
{
	const struct rw_node *element = rw_node_child(node, NULL);
	const struct rw_node *child = rw_node_first(node);

	for (; child; child = rw_node_next(child)) {
		const char *text = rw_node_content(child);

		if (text[strspn(text, " \t\n\r")])
			return NULL;
	}
	if (element && rw_node_next_element(element, NULL))
		return NULL;
	return element;
}

static int json_text(const struct rw_node *node, struct rw_buf *out,
		     struct rw_diags *diags)
{
	const struct rw_node *value = only_element(node);

	if (value)
		return rw_json_tree(value, false, out, diags);
	rw_report(diags, RW_OUTPUT_SINGLE, rw_node_pos(node),
		  rw_node_name(node), NULL, NULL);
	return -1;
}

int rw_markup_text(const struct rw_node *node, struct rw_buf *out,
		   struct rw_diags *diags)
{
	return rw_markup_text_of(node, node, out, diags);
}

int rw_markup_text_of(const struct rw_node *node, const struct rw_node *content,
		      struct rw_buf *out, struct rw_diags *diags)
{
	const char *method = rw_node_attr(node, "method");

	if (rw_out_is(node, "cdata"))
		return rw_markup_content(node, out, diags);
	if (!rw_out_is(node, "markup")) {
		rw_report(diags, RW_OUTPUT_ELEMENT, rw_node_pos(node),
			  rw_node_name(node), "text", NULL);
		return -1;
	}
	if (method && !strcmp(method, "html"))
		return html_text(node, content, out, diags);
	if (method && !strcmp(method, "text"))
		return rw_profile_text(content, out, diags);
	if (method && !strcmp(method, "json"))
		return json_text(content, out, diags);
	rw_report(diags, RW_MARKUP_ATTRIBUTE, rw_node_pos(node), "method",
		  method ? method : "", "html, text, json");
	return -1;
}

static int add_content(const struct rw_node *child, struct rw_buf *out,
		       struct rw_diags *diags)
{
	switch (rw_node_kind(child)) {
	case RW_NODE_TEXT:
	case RW_NODE_CDATA:
		rw_buf_puts(out, rw_node_content(child));
		return 0;
	case RW_NODE_ELEMENT:
		break;
	default:
		return 0;
	}
	if (!strcmp(rw_node_ns(child), RW_NS_OUT))
		return rw_markup_text(child, out, diags);
	rw_report(diags, RW_ELEMENT_MISPLACED, rw_node_pos(child),
		  rw_node_name(child), rw_node_name(rw_node_parent(child)),
		  NULL);
	return -1;
}

int rw_markup_content(const struct rw_node *node, struct rw_buf *out,
		      struct rw_diags *diags)
{
	const struct rw_node *child = rw_node_first(node);
	int result = 0;

	for (; child; child = rw_node_next(child))
		result |= add_content(child, out, diags);
	return result;
}

void rw_markup_replace(struct rw_node *node, const char *text)
{
	rw_node_empty(node);
	rw_node_add_text(node, text);
	if (rw_node_first(node))
		rw_node_move_before(rw_node_first(node), node);
	rw_node_remove(node);
}

static int expand_markup(struct rw_node *node, struct rw_diags *diags)
{
	struct rw_buf text = RW_BUF_INIT;
	int result = rw_markup_text(node, &text, diags);

	if (!result)
		rw_markup_replace(node, text.data);
	rw_buf_release(&text);
	return result;
}

static int expand_below(struct rw_node *node, struct rw_diags *diags)
{
	struct rw_node *child = rw_node_child(node, NULL);
	int result = 0;

	while (child) {
		struct rw_node *next = rw_node_next_element(child, NULL);

		if (rw_out_is(child, "markup"))
			result |= expand_markup(child, diags);
		else
			result |= expand_below(child, diags);
		child = next;
	}
	return result;
}

int rw_markup_expand(struct rw_doc *tree, struct rw_diags *diags)
{
	struct rw_node *root = rw_doc_root(tree);

	if (rw_tree_check(root, diags))
		return -1;
	return expand_below(root, diags);
}
