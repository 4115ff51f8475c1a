/*
 * JSON of the XML that XPath 3.1 defines for it (fn:json-to-xml, section
 * 17.4.2). Nothing is guessed: what is not in that form is an error.
 */
#include "write/jsontree.h"

#include <string.h>

#include "base/json.h"
#include "base/map.h"
#include "base/slot.h"
#include "write/markup.h"
#include "write/write.h"

struct tree {
	struct rw_json *json;
	struct rw_diags *diags;
};

static int write_value(const struct tree *tree, const struct rw_node *node);

static bool is_fn(const struct rw_node *node, const char *name)
{
	return !strcmp(rw_node_ns(node), RW_NS_FN) &&
	       !strcmp(rw_node_name(node), name);
}

/* Cuts white space off both ends of 'text', in place. */
static char *trim(struct rw_buf *text)
{
	char *start = text->data + strspn(text->data, " \t\n\r");
	size_t len = strlen(start);

	while (len && strchr(" \t\n\r", start[len - 1]))
		len--;
	if (start[len])
		start[len] = '\0';
	return start;
}

static int refuse(const struct tree *tree, const struct rw_node *node,
		  const char *text, const char *kind)
{
	rw_report(tree->diags, RW_JSON_VALUE, rw_node_pos(node), text, kind,
		  NULL);
	return -1;
}

static int write_number(const struct tree *tree, const struct rw_node *node,
			const char *text)
{
	struct rw_buf signed_mark = RW_BUF_INIT;
	size_t len = strlen(text);

	if (len && rw_slot_length(text, len) == len) {
		rw_slot_sign(&signed_mark, text, len, RW_SLOT_NUMBER);
		rw_json_number(tree->json, signed_mark.data);
		rw_buf_release(&signed_mark);
		return 0;
	}
	if (!rw_json_is_number(text))
		return refuse(tree, node, text, "number");
	rw_json_number(tree->json, text);
	return 0;
}

static int write_boolean(const struct tree *tree, const struct rw_node *node,
			 const char *text)
{
	bool yes = !strcmp(text, "true") || !strcmp(text, "1");

	if (!yes && strcmp(text, "false") && strcmp(text, "0"))
		return refuse(tree, node, text, "boolean");
	rw_json_bool(tree->json, yes);
	return 0;
}

static int write_null(const struct tree *tree, const struct rw_node *node,
		      const char *text)
{
	if (*text)
		return refuse(tree, node, text, "null");
	rw_json_null(tree->json);
	return 0;
}

static int write_scalar(const struct tree *tree, const struct rw_node *node,
			struct rw_buf *text)
{
	if (is_fn(node, "number"))
		return write_number(tree, node, trim(text));
	if (is_fn(node, "boolean"))
		return write_boolean(tree, node, trim(text));
	if (is_fn(node, "null"))
		return write_null(tree, node, trim(text));
	rw_json_string_n(tree->json, text->data, text->len);
	return 0;
}

static int write_key(const struct tree *tree, const struct rw_node *node,
		     struct rw_map *keys)
{
	const char *key = rw_node_attr(node, "key");

	if (!key) {
		rw_report(tree->diags, RW_JSON_KEY, rw_node_pos(node),
			  rw_node_name(node), NULL, NULL);
		return -1;
	}
	if (rw_map_put(keys, key, keys)) {
		rw_report(tree->diags, RW_JSON_KEY_TWICE, rw_node_pos(node),
			  key, NULL, NULL);
		return -1;
	}
	rw_json_key(tree->json, key);
	return 0;
}

/* Members of a map ('keys') or an array (NULL). */
static int write_members(const struct tree *tree, const struct rw_node *node,
			 struct rw_map *keys)
{
	const struct rw_node *child = rw_node_first(node);
	int result = 0;

	for (; child; child = rw_node_next(child)) {
		const char *text = rw_node_content(child);

		if (text[strspn(text, " \t\n\r")])
			result |= refuse(tree, node, text, rw_node_name(node));
		if (rw_node_kind(child) != RW_NODE_ELEMENT)
			continue;
		if (keys && write_key(tree, child, keys))
			result = -1;
		else
			result |= write_value(tree, child);
	}
	return result;
}

static int write_map(const struct tree *tree, const struct rw_node *node)
{
	struct rw_map *keys = rw_map_new();
	int result;

	rw_json_object(tree->json);
	result = write_members(tree, node, keys);
	rw_json_end(tree->json, '}');
	rw_map_free(keys);
	return result;
}

static int write_array(const struct tree *tree, const struct rw_node *node)
{
	int result;

	rw_json_array(tree->json);
	result = write_members(tree, node, NULL);
	rw_json_end(tree->json, ']');
	return result;
}

static int write_container(const struct tree *tree, const struct rw_node *node)
{
	if (tree->json->depth >= RW_JSON_DEPTH) {
		rw_report(tree->diags, RW_LIMIT, rw_node_pos(node),
			  "depth of JSON", RW_DECIMAL_OF(RW_JSON_DEPTH), NULL);
		return -1;
	}
	return is_fn(node, "map") ? write_map(tree, node)
				  : write_array(tree, node);
}

static bool is_scalar(const struct rw_node *node)
{
	return is_fn(node, "string") || is_fn(node, "number") ||
	       is_fn(node, "boolean") || is_fn(node, "null");
}

/* Keys and strings that already hold JSON escapes: nothing of ours does. */
static bool is_escaped(const struct rw_node *node)
{
	return rw_node_attr(node, "escaped") ||
	       rw_node_attr(node, "escaped-key");
}

static int write_value(const struct tree *tree, const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;
	int result;

	if (!is_escaped(node) && (is_fn(node, "map") || is_fn(node, "array")))
		return write_container(tree, node);
	if (is_escaped(node) || !is_scalar(node)) {
		rw_report(tree->diags, RW_OUTPUT_ELEMENT, rw_node_pos(node),
			  rw_node_name(node), "JSON", NULL);
		return -1;
	}
	result = rw_markup_content(node, &text, tree->diags);
	if (!result)
		result = write_scalar(tree, node, &text);
	rw_buf_release(&text);
	return result;
}

int rw_json_tree(const struct rw_node *node, bool pretty, struct rw_buf *out,
		 struct rw_diags *diags)
{
	struct rw_json json;
	struct tree tree = { .json = &json, .diags = diags };

	rw_json_init(&json, out, pretty);
	return write_value(&tree, node);
}

int rw_write_json(const struct rw_doc *tree, bool pretty, struct rw_buf *out,
		  struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(tree);

	if (rw_tree_check(root, diags) ||
	    rw_json_tree(root, pretty, out, diags))
		return -1;
	rw_buf_putc(out, '\n');
	return 0;
}
