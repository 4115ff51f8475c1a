/*
 * XPath expressions, with the same limits as stylesheets.
 */
#include "xml/select.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

#include "xml/compat.h"
#include "xml/node.h"

/* An expression of a board's profile needs some hundred of them. */
#define MOST_OPERATIONS 1000000

static void on_error(void *context, rw_xml_error *error)
{
	char *text = context;

	if (!*text && error->message)
		snprintf(text, 80, "%s", error->message);
	text[strcspn(text, "\n")] = '\0';
}

char *rw_select_string(struct rw_arena *arena, struct rw_node *node,
		       const char *expression, struct rw_pos pos,
		       struct rw_diags *diags)
{
	xmlNode *n = rw_xml_node(node);
	xmlXPathContext *ctxt = xmlXPathNewContext(n->doc);
	xmlXPathObject *result;
	xmlChar *string;
	char text[80] = "", *copy = NULL;

	ctxt->node = n;
	ctxt->opLimit = MOST_OPERATIONS;
	ctxt->error = on_error;
	ctxt->userData = text;
	xmlXPathRegisterNs(ctxt, RW_XML("rw"), RW_XML(RW_NS));
	xmlXPathRegisterNs(ctxt, RW_XML("md"), RW_XML(RW_NS_MD));
	result = xmlXPathEvalExpression(RW_XML(expression), ctxt);
	if (result && !*text) {
		string = xmlXPathCastToString(result);
		copy = rw_arena_strdup(arena, RW_STR(string));
		xmlFree(string);
	} else {
		rw_report(diags, RW_EXPRESSION, pos, expression,
			  *text ? text : "no value", NULL);
	}
	xmlXPathFreeObject(result);
	xmlXPathFreeContext(ctxt);
	return copy;
}
