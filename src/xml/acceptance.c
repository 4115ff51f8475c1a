/*
 * Checks a tree against the table of elements. Everything that is not known to
 * be right is refused: the schema itself has the last word.
 */
#include "xml/acceptance.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xml/acceptance_value.h"
#include "xml/names.h"
#include "xml/node.h"

#define NS_XSI "http://www.w3.org/2001/XMLSchema-instance"
#define MANY UINT32_MAX
/* Children of xs:all are bits of a word. */
#define MOST_OF_ALL 64

enum model {
	MODEL_DOUBT,
	MODEL_NOTHING,	/* no children */
	MODEL_VALUE,	/* a simple type's text */
	MODEL_ALL,	/* each child once, in any order */
	MODEL_SEQUENCE, /* children in this order */
	MODEL_ANY,	/* any of the children, any number */
	MODEL_OPTIONAL	/* one of the children or none */
};

enum rule_kind {
	RULE_END,
	RULE_CHILD,
	RULE_CONTENT,
	RULE_ATTRIBUTE
};
enum {
	NEED_FREE,
	NEED_REQUIRED
};
enum {
	TEXT_NO_TEXT,
	TEXT_TEXT
};
enum {
	PLACE_INNER,
	PLACE_ROOT
};

struct rule {
	enum rule_kind kind;
	const char *name;
	uint32_t min; /* of an attribute: whether it is required */
	uint32_t max;
	enum rw_value_type type;
};

struct element {
	const char *name;
	enum model model;
	bool text;
	bool root;
	const struct rule *rules;
};

static const struct element elements[] = {
#define VALUE(name, kind, base, text)
#define ELEMENT(name, model, text, place)                                  \
	{                                                                  \
		name, MODEL_##model, TEXT_##text == TEXT_TEXT,             \
			PLACE_##place == PLACE_ROOT, (const struct rule[]) \
		{
#define CHILD(name, min, max) { RULE_CHILD, name, min, max, 0 },
#define CONTENT(type) { RULE_CONTENT, "", 0, 0, RW_VALUE_##type },
#define ATTRIBUTE(name, type, need) \
	{ RULE_ATTRIBUTE, name, NEED_##need, 1, RW_VALUE_##type },
#define END                           \
	{                             \
		RULE_END, "", 0, 0, 0 \
	}                             \
	}                             \
	}                             \
	,
#include "xml/acceptance.def"
#undef VALUE
#undef ELEMENT
#undef CHILD
#undef CONTENT
#undef ATTRIBUTE
#undef END
};

static int compare(const void *key, const void *member)
{
	return strcmp(key, ((const struct element *)member)->name);
}

static const struct element *element_of(const xmlNode *node)
{
	return bsearch(node->name, elements,
		       sizeof(elements) / sizeof(elements[0]),
		       sizeof(elements[0]), compare);
}

/* ------------------------------------------------------------- attributes */

/* Where editors find the schema: nobody reads it here. */
static bool is_for_editors(const xmlAttr *attr)
{
	return attr->ns && !strcmp(RW_STR(attr->ns->href), NS_XSI) &&
	       (!strcmp(RW_STR(attr->name), "schemaLocation") ||
		!strcmp(RW_STR(attr->name), "noNamespaceSchemaLocation"));
}

static const struct rule *attribute_rule(const struct element *element,
					 const xmlAttr *attr)
{
	const char *name = RW_STR(attr->name);
	const struct rule *rule = element->rules;

	if (attr->ns) {
		if (strcmp(RW_STR(attr->ns->href), RW_NS_XML) ||
		    strcmp(name, "lang"))
			return NULL;
		name = "xml:lang";
	}
	for (; rule->kind != RULE_END; rule++) {
		if (rule->kind == RULE_ATTRIBUTE && !strcmp(rule->name, name))
			return rule;
	}
	return NULL;
}

/* The one text that 'children' are, or NULL. */
static const char *only_text(const xmlNode *children)
{
	if (!children || children->next || children->type != XML_TEXT_NODE)
		return NULL;
	return RW_STR(children->content);
}

static bool attributes_fit(const struct element *element, const xmlNode *node)
{
	const struct rule *rule;
	const char *value;
	unsigned required = 0;

	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (is_for_editors(a))
			continue;
		rule = attribute_rule(element, a);
		value = only_text(a->children);
		if (!rule || !value || !rw_value_accepts(rule->type, value))
			return false;
		required += rule->min;
	}
	for (rule = element->rules; rule->kind != RULE_END; rule++) {
		if (rule->kind == RULE_ATTRIBUTE)
			required -= rule->min;
	}
	return required == 0;
}

/* --------------------------------------------------------------- children */

static const xmlNode *element_from(const xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

static const struct rule *child_rule(const struct element *element,
				     const xmlNode *child)
{
	const struct rule *rule = element->rules;

	for (; rule->kind == RULE_CHILD; rule++) {
		if (!strcmp(rule->name, RW_STR(child->name)))
			return rule;
	}
	return NULL;
}

static bool any_fit(const struct element *element, const xmlNode *child,
		    bool once)
{
	for (size_t count = 0; child; child = element_from(child->next)) {
		if (!child_rule(element, child) || (once && count++))
			return false;
	}
	return true;
}

static bool all_fit(const struct element *element, const xmlNode *child)
{
	const struct rule *rule;
	uint64_t seen = 0, bit;

	for (; child; child = element_from(child->next)) {
		rule = child_rule(element, child);
		if (!rule || rule - element->rules >= MOST_OF_ALL)
			return false;
		bit = UINT64_C(1) << (rule - element->rules);
		if (seen & bit)
			return false;
		seen |= bit;
	}
	for (rule = element->rules; rule->kind == RULE_CHILD; rule++) {
		if (rule->min && (rule - element->rules >= MOST_OF_ALL ||
				  !(seen >> (rule - element->rules) & 1)))
			return false;
	}
	return true;
}

static bool sequence_fits(const struct element *element, const xmlNode *child)
{
	const struct rule *rule = element->rules;

	for (; rule->kind == RULE_CHILD; rule++) {
		uint32_t count = 0;

		while (child && count < rule->max &&
		       !strcmp(RW_STR(child->name), rule->name)) {
			child = element_from(child->next);
			count++;
		}
		if (count < rule->min)
			return false;
	}
	return !child;
}

static bool children_fit(const struct element *element, const xmlNode *node)
{
	const xmlNode *child = element_from(node->children);

	switch (element->model) {
	case MODEL_NOTHING:
	case MODEL_VALUE:
		return !child;
	case MODEL_ALL:
		return all_fit(element, child);
	case MODEL_SEQUENCE:
		return sequence_fits(element, child);
	case MODEL_ANY:
		return any_fit(element, child, false);
	case MODEL_OPTIONAL:
		return any_fit(element, child, true);
	default:
		return false;
	}
}

/* ------------------------------------------------------------------- text */

static bool value_fits(const struct element *element, const xmlNode *node)
{
	const char *text = only_text(node->children);
	const struct rule *rule = element->rules;

	for (; rule->kind != RULE_END; rule++) {
		if (rule->kind == RULE_CONTENT)
			return text && rw_value_accepts(rule->type, text);
	}
	return false;
}

static bool is_blank(const xmlNode *text)
{
	const char *content = RW_STR(text->content);

	return !content || !content[strspn(content, " \t\r\n")];
}

static bool text_fits(const struct element *element, const xmlNode *node)
{
	const bool space = element->text || element->model != MODEL_NOTHING;

	if (element->model == MODEL_VALUE)
		return value_fits(element, node);
	for (const xmlNode *n = node->children; n; n = n->next) {
		switch (n->type) {
		case XML_ELEMENT_NODE:
		case XML_COMMENT_NODE:
		case XML_PI_NODE:
			break;
		case XML_TEXT_NODE:
			if (!space || (!element->text && !is_blank(n)))
				return false;
			break;
		default:
			return false;
		}
	}
	return true;
}

static bool element_fits(const struct element *element, const xmlNode *node)
{
	return !strcmp(rw_node_ns(rw_from_xml(node)), RW_NS) &&
	       attributes_fit(element, node) && children_fit(element, node) &&
	       text_fits(element, node);
}

bool rw_doc_is_accepted(const struct rw_doc *doc)
{
	const xmlNode *root = rw_xml_node(rw_doc_root(doc));
	const struct element *element = element_of(root);

	if (!element || !element->root)
		return false;
	for (const xmlNode *n = root; n; n = rw_xml_after(n, root, 0)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		element = element_of(n);
		if (!element || !element_fits(element, n))
			return false;
	}
	return true;
}
