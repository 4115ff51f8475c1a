/*
 * Prefixes and attributes with their namespaces.
 */
#include "xml/attributes.h"

#include "xml/node.h"

static const char *chars(const xmlChar *string)
{
	return string ? RW_STR(string) : "";
}

const char *rw_node_prefix(const struct rw_node *node)
{
	const xmlNode *element = rw_xml_node(node);

	if (element->type != XML_ELEMENT_NODE || !element->ns)
		return "";
	return chars(element->ns->prefix);
}

void rw_attr_begin(struct rw_attr_cursor *cursor, const struct rw_node *node)
{
	const xmlNode *element = rw_xml_node(node);

	cursor->next = NULL;
	if (element->type == XML_ELEMENT_NODE)
		cursor->next = element->properties;
}

bool rw_attr_next(struct rw_attr_cursor *cursor)
{
	const xmlAttr *attr = cursor->next;

	if (!attr)
		return false;
	cursor->attr = (struct rw_attribute){
		.prefix = chars(attr->ns ? attr->ns->prefix : NULL),
		.ns = chars(attr->ns ? attr->ns->href : NULL),
		.name = chars(attr->name),
		.value = chars(attr->children ? attr->children->content : NULL),
	};
	cursor->next = attr->next;
	return true;
}
