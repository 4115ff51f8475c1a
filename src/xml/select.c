/*
 * XPath expressions, with the same limits as stylesheets.
 */
#include "xml/select.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "xml/compat.h"
#include "xml/node.h"

/* An expression of a board's profile needs some hundred of them. */
#define MOST_OPERATIONS 1000000

static void on_error(void *context, rw_xml_error *error)
{
	char *text = context; /* of 80 bytes */

	if (!*text && error->message)
		snprintf(text, 80, "%s", error->message);
	text[strcspn(text, "\n")] = '\0';
}

struct rw_selector {
	xmlXPathCompExpr *compiled;
	/* Up to libxml2 2.9.14, evaluating "(a | b)[1]" swaps its two parts. */
	pthread_mutex_t mutex;
	const char *expression;
	struct rw_pos pos;
	struct rw_vec elements; /* of a plain path: names, from the node down */
	const char *attribute;	/* at its end; NULL: none */
	bool plain;
};

struct rw_select {
	struct rw_arena *arena;
	xmlDoc *doc;
	xmlXPathContext *context; /* once it is needed */
	char error[80];
};

static xmlXPathContext *context_new(xmlDoc *doc, char *error)
{
	xmlXPathContext *ctxt = xmlXPathNewContext(doc);

	ctxt->opLimit = MOST_OPERATIONS;
	ctxt->error = on_error;
	ctxt->userData = error;
	xmlXPathRegisterNs(ctxt, RW_XML("rw"), RW_XML(RW_NS));
	xmlXPathRegisterNs(ctxt, RW_XML("md"), RW_XML(RW_NS_MD));
	return ctxt;
}

static void release_selector(void *object)
{
	struct rw_selector *selector = object;

	xmlXPathFreeCompExpr(selector->compiled);
	pthread_mutex_destroy(&selector->mutex);
	rw_vec_release(&selector->elements);
}

/* -------------------------------------------------------------- plain paths
 *
 * Most expressions are as plain as "@posted" or "rw:place/@city": children and
 * an attribute. libxml2 takes a thousand times as long for them as a walk.
 */

static size_t name_length(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz-");
}

/* "rw:place/" and so on; what is behind them. */
static const char *read_elements(struct rw_arena *arena, const char *at,
				 struct rw_vec *names)
{
	while (strncmp(at, "rw:", 3) == 0 && name_length(at + 3)) {
		size_t len = name_length(at + 3);

		rw_vec_push(names, rw_arena_strndup(arena, at + 3, len));
		at += 3 + len;
		if (*at != '/' || !at[1])
			return at;
		at++;
	}
	return at;
}

static void read_plain(struct rw_arena *arena, struct rw_selector *selector)
{
	const char *at =
		read_elements(arena, selector->expression, &selector->elements);
	bool lang = strcmp(at, "@xml:lang") == 0;

	if (*at == '@' &&
	    (lang || (name_length(at + 1) && !at[1 + name_length(at + 1)])))
		selector->attribute = at + 1;
	selector->plain = selector->attribute ||
			  (!*at && selector->elements.count);
}

static void add_plain(struct rw_arena *arena, struct rw_selection *selection,
		      const struct rw_node *node, const char *attribute)
{
	const char *text = attribute ? rw_node_attr(node, attribute)
				     : rw_node_text(arena, node);
	size_t count = selection->count;
	struct rw_selected *items = selection->items;

	if (!text)
		return;
	/* Room for 1, 2, 4 ... */
	if ((count & (count - 1)) == 0) {
		selection->items = rw_arena_alloc(
			arena, (count ? 2 * count : 1) * sizeof(*items));
		if (count)
			memcpy(selection->items, items, count * sizeof(*items));
	}
	selection->items[selection->count++] =
		(struct rw_selected){ text, node, attribute };
}

static void walk_plain(const struct rw_select *select,
		       const struct rw_selector *selector, size_t step,
		       const struct rw_node *node,
		       struct rw_selection *selection)
{
	const char *name;

	if (step == selector->elements.count) {
		add_plain(select->arena, selection, node, selector->attribute);
		return;
	}
	name = selector->elements.items[step];
	for (const struct rw_node *n = rw_node_child(node, name); n;
	     n = rw_node_next_element(n, name))
		walk_plain(select, selector, step + 1, n, selection);
}

/* ------------------------------------------------------------ expressions */

struct rw_selector *rw_selector_new(struct rw_arena *arena,
				    const char *expression, struct rw_pos pos,
				    struct rw_diags *diags)
{
	struct rw_selector *selector =
		rw_arena_zalloc(arena, sizeof(*selector));
	char text[80] = "";
	xmlXPathContext *ctxt = context_new(NULL, text);

	selector->expression = rw_arena_strdup(arena, expression);
	selector->pos = pos;
	selector->compiled = xmlXPathCtxtCompile(ctxt, RW_XML(expression));
	xmlXPathFreeContext(ctxt);
	if (selector->compiled) {
		read_plain(arena, selector);
		pthread_mutex_init(&selector->mutex, NULL);
		rw_arena_defer(arena, release_selector, selector);
		return selector;
	}
	rw_report(diags, RW_EXPRESSION, pos, expression,
		  *text ? text : "not XPath", NULL);
	return NULL;
}

static void release_select(void *object)
{
	xmlXPathFreeContext(((struct rw_select *)object)->context);
}

struct rw_select *rw_select_new(struct rw_arena *arena, struct rw_node *node)
{
	struct rw_select *select = rw_arena_zalloc(arena, sizeof(*select));

	select->arena = arena;
	select->doc = rw_xml_node(node)->doc;
	rw_arena_defer(arena, release_select, select);
	return select;
}

/* What the expression gives; the caller frees it. NULL with an error. */
static xmlXPathObject *evaluate(struct rw_select *select,
				struct rw_selector *selector,
				struct rw_node *node, struct rw_diags *diags)
{
	xmlXPathObject *result;

	if (!select->context)
		select->context = context_new(select->doc, select->error);
	select->error[0] = '\0';
	select->context->node = rw_xml_node(node);
	select->context->opCount = 0;
	pthread_mutex_lock(&selector->mutex);
	result = xmlXPathCompiledEval(selector->compiled, select->context);
	pthread_mutex_unlock(&selector->mutex);
	if (result && !select->error[0])
		return result;
	xmlXPathFreeObject(result);
	rw_report(diags, RW_EXPRESSION, selector->pos, selector->expression,
		  select->error[0] ? select->error : "no value", NULL);
	return NULL;
}

static char *copy_and_free(struct rw_arena *arena, xmlChar *string)
{
	char *copy = rw_arena_strdup(arena, RW_STR(string));

	xmlFree(string);
	return copy;
}

static const char *attribute_name(struct rw_arena *arena, const xmlNode *node)
{
	if (node->type != XML_ATTRIBUTE_NODE)
		return NULL;
	if (node->ns && node->ns->prefix)
		return rw_arena_printf(arena, "%s:%s", node->ns->prefix,
				       node->name);
	return rw_arena_strdup(arena, RW_STR(node->name));
}

static struct rw_selected selected(struct rw_arena *arena, xmlNode *node)
{
	xmlNode *element = node;

	while (element->parent && element->type != XML_ELEMENT_NODE)
		element = element->parent;
	return (struct rw_selected){
		copy_and_free(arena, xmlXPathCastNodeToString(node)),
		rw_from_xml(element), attribute_name(arena, node)
	};
}

static void take_nodes(struct rw_arena *arena, xmlNodeSet *set,
		       struct rw_selection *selection)
{
	if (xmlXPathNodeSetIsEmpty(set))
		return;
	xmlXPathNodeSetSort(set);
	selection->items = rw_arena_alloc(
		arena, (size_t)set->nodeNr * sizeof(*selection->items));
	for (int i = 0; i < set->nodeNr; i++)
		if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
			selection->items[selection->count++] =
				selected(arena, set->nodeTab[i]);
}

int rw_select_run(struct rw_select *select, struct rw_selector *selector,
		  struct rw_node *node, struct rw_selection *selection,
		  struct rw_diags *diags)
{
	xmlXPathObject *result;

	*selection = (struct rw_selection){ 0 };
	if (selector->plain) {
		walk_plain(select, selector, 0, node, selection);
		return 0;
	}
	result = evaluate(select, selector, node, diags);
	if (!result)
		return -1;
	if (result->type == XPATH_NODESET) {
		take_nodes(select->arena, result->nodesetval, selection);
	} else {
		struct rw_selected *one =
			rw_arena_zalloc(select->arena, sizeof(*one));

		one->text = copy_and_free(select->arena,
					  xmlXPathCastToString(result));
		one->node = node;
		selection->items = one;
		selection->count = one->text[0] ? 1 : 0;
	}
	xmlXPathFreeObject(result);
	return 0;
}

bool rw_select_test(struct rw_select *select, struct rw_selector *selector,
		    struct rw_node *node, struct rw_diags *diags)
{
	xmlXPathObject *result = evaluate(select, selector, node, diags);
	bool truth = result && xmlXPathCastToBoolean(result);

	xmlXPathFreeObject(result);
	return truth;
}

struct rw_pos rw_selected_pos(const struct rw_selected *selected,
			      const struct rw_sources *sources)
{
	if (selected->attribute)
		return rw_node_attr_value_pos(selected->node,
					      selected->attribute, sources);
	return rw_node_pos(selected->node);
}
