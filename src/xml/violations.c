/*
 * What libxml2 says about values, order and number, in our words.
 */
#include <string.h>

#include "base/nearest.h"
#include "xml/findings.h"
#include "xml/meant.h"
#include "xml/names.h"
#include "xml/node.h"
#include "xml/scan.h"

/* Of a value, for messages. */
#define SHOWN 60

static struct rw_sources *sources(const struct rw_findings *f)
{
	return rw_diags_sources(f->diags);
}

/* ----------------------------------------------------------------- values */

static bool among(const struct rw_values *values, const char *word)
{
	for (size_t i = 0; i < values->count; i++) {
		if (!strcmp(values->names[i], word))
			return true;
	}
	return false;
}

/* The first word of a list that is not allowed; '*offset' where it stands. */
static const char *wrong_word(struct rw_findings *f,
			      const struct rw_values *values, const char *value,
			      size_t *offset)
{
	const char *blanks = " \t\n";

	*offset = 0;
	if (!values->list || !values->count)
		return value;
	for (const char *at = value; *at;) {
		size_t space = strspn(at, blanks);
		size_t len = strcspn(at + space, blanks);
		const char *word = rw_arena_strndup(f->arena, at + space, len);

		if (len && !among(values, word)) {
			*offset = (size_t)(at + space - value);
			return word;
		}
		at += space + len;
	}
	return value;
}

static const char *joined(struct rw_findings *f, const struct rw_values *v)
{
	struct rw_buf text = RW_BUF_INIT;
	const char *copy;

	for (size_t i = 0; i < v->count; i++)
		rw_buf_printf(&text, "%s%s", i ? ", " : "", v->names[i]);
	copy = rw_arena_strdup(f->arena, text.data);
	rw_buf_release(&text);
	return copy;
}

static bool is_of(const struct rw_values *values, const char *base)
{
	return values->base && !strcmp(values->base, base);
}

/* What was meant by a value that is written as people write it, or NULL. */
static const char *meant(struct rw_findings *f, const struct rw_values *values,
			 const char *value)
{
	bool decimal = is_of(values, "decimal");

	if (values->list)
		return NULL;
	if (is_of(values, "date"))
		return rw_meant_date(f->arena, value);
	if (decimal || is_of(values, "integer") ||
	    is_of(values, "positiveInteger") ||
	    is_of(values, "nonNegativeInteger"))
		return rw_meant_number(f->arena, value, !decimal);
	return NULL;
}

/* NULL: the table's, which lists all that are allowed. */
static const char *value_hint(struct rw_findings *f,
			      const struct rw_values *values, const char *value)
{
	const char *near = rw_nearest(value, values->names, values->count);

	if (near)
		return rw_arena_printf(f->arena, "did you mean '%s'?", near);
	if (values->count)
		return NULL;
	near = meant(f, values, value);
	if (near)
		return rw_arena_printf(f->arena, "write %s", near);
	if (is_of(values, "date") && !values->list)
		return "write a date in the form 2027-01-15";
	if (!values->form)
		return "write a value of the right form";
	return rw_arena_printf(f->arena, "write %s", values->form);
}

/* The same where the value names something that others have written. */
static const char *name_hint(struct rw_findings *f,
			     const struct rw_node *element, const char *name,
			     const char *value)
{
	const char *near =
		f->names ? f->names->near(f->names, element, name, value)
			 : NULL;

	return near ? rw_arena_printf(f->arena, "did you mean '%s'?", near)
		    : NULL;
}

static const char *shown(struct rw_findings *f, const char *value)
{
	size_t len = strlen(value);

	if (len <= SHOWN)
		return value;
	for (len = SHOWN; (value[len] & 0xC0) == 0x80;)
		len--;
	return rw_arena_printf(f->arena, "%.*s...", (int)len, value);
}

/* What the attribute 'name' is called in the original, if it was mistyped. */
static const char *original_name(const xmlNode *node, const char *name,
				 const char *value)
{
	const xmlNode *original = rw_xml_node(rw_findings_original(node));

	if (rw_attr_find(original, name))
		return name;
	for (xmlAttr *attr = original->properties; attr; attr = attr->next) {
		if (attr->ns || !attr->children || !attr->children->content ||
		    rw_attr_find(node, RW_STR(attr->name)))
			continue;
		if (!strcmp(RW_STR(attr->children->content), value))
			return RW_STR(attr->name);
	}
	return name;
}

static void bad_attribute(struct rw_findings *f, const xmlNode *node,
			  const char *name)
{
	const struct rw_node *original = rw_findings_original(node);
	const struct rw_decl *decl =
		rw_grammar_find(f->grammar, rw_node_name(rw_from_xml(node)));
	long i = decl ? rw_decl_attr(decl, name) : -1;
	const char *value = rw_node_attr(rw_from_xml(node), name);
	const char *args[3] = { NULL, name, "" }, *hint;
	struct rw_values values = { .count = 0 };
	struct rw_pos pos;
	size_t offset;

	if (i >= 0)
		values = rw_grammar_values(f->grammar, decl->attr_nodes[i],
					   f->arena);
	if (!value)
		value = "";
	pos = rw_node_attr_value_pos(original, original_name(node, name, value),
				     sources(f));
	value = wrong_word(f, &values, value, &offset);
	args[0] = shown(f, value);
	args[2] = joined(f, &values);
	if (pos.offset != rw_node_pos(original).offset)
		pos.offset += (uint32_t)offset;
	if (is_of(&values, "date") && rw_meant_no_day(value)) {
		args[1] = rw_meant_day(f->arena, value);
		rw_findings_report(f, RW_DAY_NONE, pos, NULL, args);
		return;
	}
	hint = name_hint(f, original, name, value);
	rw_findings_report(f, RW_ATTRIBUTE_VALUE, pos,
			   hint ? hint : value_hint(f, &values, value), args);
}

/* Offset of the first character of the text in 'node' that is no blank. */
static bool first_text(const xmlNode *node, size_t *offset)
{
	*offset = 0;
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type != XML_TEXT_NODE || !n->content)
			continue;
		for (const char *c = RW_STR(n->content); *c; c++) {
			if (!rw_scan_is_space(*c))
				return true;
			++*offset;
		}
	}
	return false;
}

/* The place 'extra' bytes behind the first character that is no blank. */
static struct rw_pos text_pos(struct rw_findings *f, const xmlNode *node,
			      size_t extra)
{
	struct rw_pos pos = rw_node_pos(rw_findings_original(node));
	size_t offset;

	if (!first_text(node, &offset))
		return pos;
	return rw_source_text_pos(sources(f), pos, offset + extra);
}

static void bad_text(struct rw_findings *f, const xmlNode *node)
{
	const char *name = rw_node_name(rw_from_xml(node));
	const struct rw_decl *decl = rw_grammar_find(f->grammar, name);
	struct rw_values values = { .count = 0 };
	const char *args[3] = { NULL, name, "" };
	char *value = rw_node_text(f->arena, rw_from_xml(node));
	const char *word;
	size_t len, offset;

	if (decl)
		values = rw_grammar_values(f->grammar, decl->node, f->arena);
	while (rw_scan_is_space(*value))
		value++;
	for (len = strlen(value); len && rw_scan_is_space(value[len - 1]);)
		value[--len] = '\0';
	word = wrong_word(f, &values, value, &offset);
	args[0] = shown(f, word);
	args[2] = joined(f, &values);
	rw_findings_report(f, RW_TEXT_VALUE, text_pos(f, node, offset),
			   value_hint(f, &values, word), args);
}

/* ---------------------------------------------------------------- content */

static void stray_text(struct rw_findings *f, xmlNode *node)
{
	const char *args[3] = { rw_node_name(rw_from_xml(node)), NULL, NULL };
	xmlNode *next;

	rw_findings_report(f, RW_TEXT_MISPLACED, text_pos(f, node, 0), NULL,
			   args);
	for (xmlNode *n = node->children; n; n = next) {
		next = n->next;
		if (n->type != XML_TEXT_NODE)
			continue;
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
	f->mended = true;
}

static void stray_elements(struct rw_findings *f, xmlNode *node)
{
	const char *args[3] = { NULL, rw_node_name(rw_from_xml(node)), NULL };
	xmlNode *next;

	for (xmlNode *n = node->children; n; n = next) {
		next = n->next;
		if (n->type != XML_ELEMENT_NODE)
			continue;
		args[0] = rw_node_name(rw_from_xml(n));
		rw_findings_report(f, RW_ELEMENT_MISPLACED,
				   rw_node_pos(rw_findings_original(n)), NULL,
				   args);
		rw_findings_put_aside(f, n);
	}
}

/* The first name in "Expected is one of ( {ns}a, {ns}b )", or NULL. */
static const char *expected(struct rw_findings *f, const char *message)
{
	const char *list = strstr(message, "Expected is");
	const char *name = list ? strchr(list, '(') : NULL;
	const char *brace;

	if (!name)
		return NULL;
	name += 1 + strspn(name + 1, " ");
	brace = *name == '{' ? strchr(name, '}') : NULL;
	if (brace)
		name = brace + 1;
	return rw_arena_strndup(f->arena, name, strcspn(name, " ,)"));
}

static void missing_child(struct rw_findings *f, const xmlNode *parent,
			  const char *name, struct rw_pos pos)
{
	const char *args[3] = { rw_node_name(rw_from_xml(parent)), name, NULL };

	rw_findings_report(f, RW_ELEMENT_MISSING, pos, NULL, args);
}

/* All that the parent must have and has not. */
static void missing_children(struct rw_findings *f, const xmlNode *node,
			     const char *message)
{
	const struct rw_decl *decl =
		rw_grammar_find(f->grammar, rw_node_name(rw_from_xml(node)));
	struct rw_pos pos = rw_node_pos(rw_findings_original(node));
	const char *first = expected(f, message);
	size_t found = 0;

	for (size_t i = 0; decl && i < decl->child_count; i++) {
		if (!decl->children[i].required ||
		    rw_node_child(rw_from_xml(node), decl->child_names[i]))
			continue;
		missing_child(f, node, decl->child_names[i], pos);
		found++;
	}
	if (!found)
		missing_child(f, node, first ? first : "child element", pos);
}

static bool has_earlier(const xmlNode *node)
{
	const char *name = rw_node_name(rw_from_xml(node));

	for (const xmlNode *n = node->prev; n; n = n->prev) {
		if (rw_node_is(rw_from_xml(n), name))
			return true;
	}
	return false;
}

static bool may_repeat(const struct rw_findings *f, const xmlNode *node)
{
	const struct rw_decl *decl = rw_grammar_find(
		f->grammar, rw_node_name(rw_from_xml(node->parent)));
	const char *name = rw_node_name(rw_from_xml(node));

	for (size_t i = 0; decl && i < decl->child_count; i++) {
		if (!strcmp(decl->child_names[i], name))
			return decl->children[i].many;
	}
	return false;
}

/* Puts an empty element in, so that what follows can be checked. */
static void put_in(struct rw_findings *f, xmlNode *before, const char *name)
{
	xmlNode *node = xmlNewDocNode(before->doc, before->parent->ns,
				      RW_XML(name), NULL);

	xmlAddPrevSibling(before, node);
	f->mended = true;
}

/* Moves the later sibling that should stand first, or takes 'node' out. */
static void put_in_order(struct rw_findings *f, xmlNode *node,
			 const char *first)
{
	struct rw_node *next = rw_from_xml(node);

	next = first ? rw_node_next_element(next, first) : NULL;
	if (next) {
		rw_node_move_before(next, rw_from_xml(node));
		f->mended = true;
	} else {
		rw_findings_put_aside(f, node);
	}
}

/* 'node' has a name that its parent may hold, but not here. */
static void unexpected(struct rw_findings *f, xmlNode *node,
		       const char *message)
{
	const struct rw_node *original = rw_findings_original(node);
	const struct rw_node *parent = rw_from_xml(node->parent);
	const char *name = rw_node_name(rw_from_xml(node));
	const char *first = expected(f, message);
	struct rw_pos pos = rw_node_pos(original);
	const char *args[3] = { name, rw_node_name(parent), NULL };
	const char *hint = NULL;

	if (has_earlier(node) && !may_repeat(f, node)) {
		if (!strcmp(rw_node_name(original), name))
			rw_findings_report(f, RW_ELEMENT_TWICE, pos, NULL,
					   args);
		rw_findings_put_aside(f, node);
	} else if (first && !rw_node_child(parent, first)) {
		missing_child(f, node->parent, first,
			      rw_node_pos(rw_findings_original(node->parent)));
		put_in(f, node, first);
	} else {
		if (first)
			hint = rw_arena_printf(f->arena, "put '%s' before it",
					       first);
		rw_findings_report(f, RW_ELEMENT_MISPLACED, pos, hint, args);
		put_in_order(f, node, first);
	}
}

static void content(struct rw_findings *f, xmlNode *node, const char *message)
{
	bool in_tree = node->parent && node->parent->type == XML_ELEMENT_NODE;

	if (strstr(message, "Missing child") || !in_tree)
		missing_children(f, node, message);
	else
		unexpected(f, node, message);
}

/* ------------------------------------------------------------------- all */

/* The attribute that a message is about, or NULL. */
static const char *attribute_of(struct rw_findings *f, const char *message)
{
	const char *name = strstr(message, ", attribute '");
	size_t len;
	char *copy, *brace;

	if (!name)
		return NULL;
	name += strlen(", attribute '");
	len = strcspn(name, "'");
	copy = rw_arena_strndup(f->arena, name, len);
	brace = strchr(copy, '}');
	if (!brace)
		return copy;
	return rw_arena_printf(f->arena, "xml:%s", brace + 1);
}

void rw_findings_violation(struct rw_findings *f, const struct rw_violation *v)
{
	const char *attribute = attribute_of(f, v->message);

	if (!v->node || v->node->type != XML_ELEMENT_NODE ||
	    !rw_findings_original(v->node)) {
		f->count++;
		return;
	}
	switch (v->code) {
	case XML_SCHEMAV_ELEMENT_CONTENT:
		content(f, v->node, v->message);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
		if (strstr(v->message, "Character content"))
			stray_text(f, v->node);
		else
			stray_elements(f, v->node);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
	case XML_SCHEMAV_CVC_TYPE_3_1_2:
		stray_elements(f, v->node);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
		f->count++; /* rw_findings_names has told it */
		break;
	default:
		if (attribute)
			bad_attribute(f, v->node, attribute);
		else
			bad_text(f, v->node);
	}
}
