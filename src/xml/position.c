/*
 * Where things stand in the source: elements know it, the rest is found by
 * scanning forward from them.
 */
#include <string.h>

#include "xml/doc.h"
#include "xml/node.h"
#include "xml/scan.h"

struct rw_pos rw_node_pos(const struct rw_node *node)
{
	const xmlNode *n = rw_xml_node(node);

	if (n->type != XML_ELEMENT_NODE)
		n = n->parent;
	if (!n || n->type != XML_ELEMENT_NODE)
		return RW_NOWHERE;
	return rw_pos_unpack(n->_private);
}

void rw_node_set_pos(struct rw_node *node, struct rw_pos pos)
{
	xmlNode *n = rw_xml_node(node);

	if (n->type == XML_ELEMENT_NODE)
		n->_private = rw_pos_pack(pos);
}

/* The text that 'pos' lies in, or NULL; '*at' becomes the offset in it. */
static const char *text_at(const struct rw_sources *sources, struct rw_pos pos,
			   size_t *len, size_t *at)
{
	const char *text;

	if (!pos.file || pos.file > rw_sources_count(sources))
		return NULL;
	text = rw_sources_text(sources, pos.file, len);
	*at = pos.offset;
	if (*at >= *len || text[*at] != '<')
		return NULL;
	return text;
}

/* The attribute 'name' in the start tag at 'pos'. */
static bool find_attr(const struct rw_sources *sources, struct rw_pos pos,
		      const char *name, struct rw_scan_attr *attr)
{
	struct rw_token token;
	size_t len, at, wanted = strlen(name);
	const char *text = text_at(sources, pos, &len, &at);

	if (!text)
		return false;
	rw_scan_token(text, len, at, &token);
	if (token.kind != RW_TOKEN_START)
		return false;
	at += 1 + rw_scan_name(text, len, at + 1);
	while (rw_scan_attr(text, token.end, &at, attr)) {
		if (attr->name_len == wanted &&
		    !memcmp(text + attr->name, name, wanted))
			return true;
	}
	return false;
}

struct rw_pos rw_node_attr_pos(const struct rw_node *node, const char *name,
			       const struct rw_sources *sources)
{
	struct rw_pos pos = rw_node_pos(node);
	struct rw_scan_attr attr;

	if (find_attr(sources, pos, name, &attr))
		pos.offset = (uint32_t)attr.name;
	return pos;
}

struct rw_pos rw_node_attr_value_pos(const struct rw_node *node,
				     const char *name,
				     const struct rw_sources *sources)
{
	struct rw_pos pos = rw_node_pos(node);
	struct rw_scan_attr attr;

	if (find_attr(sources, pos, name, &attr))
		pos.offset = (uint32_t)attr.value;
	return pos;
}

/*
 * Counts decoded bytes of one token up to '*left'; true with '*at' at the
 * byte when it lies inside.
 */
static bool count_text(const char *text, const struct rw_token *token,
		       size_t *left, size_t *at)
{
	size_t i = token->body, decoded, n;

	while (i < token->body_end) {
		if (token->kind == RW_TOKEN_CDATA && text[i] == '&') {
			n = 1;
			decoded = 1;
		} else {
			n = rw_scan_entity(text, token->body_end, i, &decoded);
		}
		if (*left < decoded) {
			*at = i;
			return true;
		}
		*left -= decoded;
		i += n;
	}
	return false;
}

struct rw_pos rw_source_text_pos(const struct rw_sources *sources,
				 struct rw_pos element, size_t offset)
{
	struct rw_token token;
	struct rw_pos pos = element;
	size_t len, at, depth = 0;
	const char *text = text_at(sources, element, &len, &at);

	if (!text)
		return element;
	do {
		rw_scan_token(text, len, at, &token);
		at = token.end;
		if (token.kind == RW_TOKEN_NONE)
			return element;
		if (token.kind == RW_TOKEN_START && !token.empty)
			depth++;
		else if (token.kind == RW_TOKEN_END)
			depth--;
		else if (depth == 1 &&
			 (token.kind == RW_TOKEN_TEXT ||
			  token.kind == RW_TOKEN_CDATA) &&
			 count_text(text, &token, &offset, &at)) {
			pos.offset = (uint32_t)at;
			return pos;
		}
	} while (depth);
	pos.offset = (uint32_t)(token.start);
	return pos;
}
