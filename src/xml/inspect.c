/*
 * Reading expressions: a value is followed from the path that selects it to
 * the operator or function that takes it.
 *
 * The grammar is XPath 1.0's, read by recursive descent; libxslt has accepted
 * every expression before, so that nothing is reported here. What a template
 * is applied to ('.') is known from its pattern, or from its xsl:for-each.
 */
#include "xml/inspect.h"

#include <ctype.h>
#include <libxslt/imports.h>
#include <libxslt/xsltInternals.h>
#include <string.h>

#include "base/map.h"
#include "xml/node.h"
#include "xml/sheets.h"

#define NS_XSLT "http://www.w3.org/1999/XSL/Transform"
/* Variables that refer to variables, and expressions in expressions. */
#define MOST_DEPTH 40
#define ANYTHING "//"

struct rw_inspection {
	struct rw_arena *arena;
	struct rw_vec sheets;	 /* xmlDoc: the stylesheet and its modules */
	struct rw_vec inspected; /* paths */
	struct rw_map *known;	 /* the same as a set */
	struct rw_map *steps;	 /* names of elements in any path */
};

/* What the value of an expression may come from. */
struct value {
	struct rw_vec paths;
	bool empty; /* it is the literal '' */
};

struct reader {
	struct rw_inspection *in;
	const char *at;
	const xmlNode *node; /* that the expression belongs to */
	const struct value *dot;
	const struct value *current; /* the same outside of predicates */
	unsigned depth;
};

static void read_or(struct reader *r, struct value *to);

/* ------------------------------------------------------------------ values */

static void add_path(struct value *value, const char *path)
{
	for (size_t i = 0; i < value->paths.count; i++)
		if (!strcmp(value->paths.items[i], path))
			return;
	rw_vec_push(&value->paths, (void *)(uintptr_t)path);
}

static void add_all(struct value *to, const struct value *from)
{
	for (size_t i = 0; i < from->paths.count; i++)
		add_path(to, from->paths.items[i]);
}

static void release(struct value *value)
{
	rw_vec_release(&value->paths);
	value->empty = false;
}

static void inspected(struct rw_inspection *in, const struct value *value)
{
	for (size_t i = 0; i < value->paths.count; i++) {
		char *path = value->paths.items[i];

		if (rw_map_get(in->known, path))
			continue;
		rw_map_put(in->known, path, path);
		rw_vec_push(&in->inspected, path);
	}
}

/* ------------------------------------------------------------------ tokens */

static void blanks(struct reader *r)
{
	r->at += strspn(r->at, " \t\r\n");
}

static bool take(struct reader *r, const char *token)
{
	size_t len = strlen(token);

	blanks(r);
	if (strncmp(r->at, token, len) != 0)
		return false;
	r->at += len;
	return true;
}

static bool in_name(char c)
{
	unsigned char byte = (unsigned char)c;

	return isalnum(byte) || byte >= 0x80 || (c && strchr("_-.", c));
}

static size_t name_length(const char *text)
{
	size_t len = 0;

	if (isdigit((unsigned char)*text) || *text == '-' || *text == '.')
		return 0;
	while (in_name(text[len]) ||
	       (text[len] == ':' && text[len + 1] != ':' && len))
		len++;
	if (len && text[len - 1] == ':' && text[len] == '*')
		len++;
	return len;
}

/* An operator that is a word stands alone. */
static bool take_word(struct reader *r, const char *word)
{
	blanks(r);
	if (name_length(r->at) != strlen(word) ||
	    strncmp(r->at, word, strlen(word)) != 0)
		return false;
	r->at += strlen(word);
	return true;
}

static bool is_commonmark(struct reader *r, const char *name, size_t len)
{
	char *prefix = rw_arena_strndup(r->in->arena, name, len);
	xmlNode *node;
	const xmlNs *ns;

	/* An expression in no stylesheet has the prefixes of xml/select.h. */
	if (!r->node)
		return !strcmp(prefix, "md");
	node = rw_xml_node(rw_from_xml(r->node));
	ns = xmlSearchNs(node->doc, node, RW_XML(prefix));
	return ns && !strcmp(RW_STR(ns->href), RW_NS_MD);
}

/* Notes that a path goes this way, whatever comes of it. */
static void note_step(struct reader *r, const char *name)
{
	rw_map_put(r->in->steps, name, r->in);
}

/* The step that a name test is: without prefix; "md" for CommonMark's. */
static char *step_of(struct reader *r, const char *name, size_t len)
{
	const char *colon = memchr(name, ':', len);

	if (colon && is_commonmark(r, name, (size_t)(colon - name)))
		return rw_arena_strdup(r->in->arena, "md");
	if (colon) {
		len -= (size_t)(colon + 1 - name);
		name = colon + 1;
	}
	return rw_arena_strndup(r->in->arena, name, len);
}

/* --------------------------------------------------------------- functions */

static const char *const asks_only_whether[] = {
	"boolean",
	"count",
	"element-available",
	"false",
	"function-available",
	"generate-id",
	"last",
	"local-name",
	"name",
	"namespace-uri",
	"not",
	"position",
	"system-property",
	"true",
};

static bool is_one_of(const char *name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(name, list[i]))
			return true;
	return false;
}

/* What an xsl:key finds. */
static void add_keyed(struct reader *r, struct value *to);

static void read_arguments(struct reader *r, struct value *all, size_t *count)
{
	*count = 0;
	if (take(r, ")"))
		return;
	do {
		struct value one = { 0 };

		read_or(r, &one);
		add_all(all, &one);
		release(&one);
		++*count;
	} while (take(r, ","));
	take(r, ")");
}

static void read_call(struct reader *r, const char *name, struct value *to)
{
	struct value arguments = { 0 };
	size_t count;

	read_arguments(r, &arguments, &count);
	if (!strcmp(name, "current")) {
		add_all(to, r->current);
	} else if (!strcmp(name, "string") && count == 0) {
		add_all(to, r->dot);
	} else if (!strcmp(name, "string") || !strcmp(name, "concat")) {
		add_all(to, &arguments);
	} else if (!strcmp(name, "key")) {
		inspected(r->in, &arguments);
		add_keyed(r, to);
	} else if (!is_one_of(name, asks_only_whether,
			      sizeof(asks_only_whether) /
				      sizeof(*asks_only_whether))) {
		if (count == 0)
			inspected(r->in, r->dot);
		inspected(r->in, &arguments);
		/* What an extension returns is not known. */
		if (strchr(name, ':'))
			add_path(to, ANYTHING);
	}
	release(&arguments);
}

/* --------------------------------------------------------------- variables */

static const char *attr_of(const xmlNode *node, const char *name)
{
	const char *value = rw_node_attr(rw_from_xml(node), name);

	return value ? value : "";
}

static bool is_xslt(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       !strcmp(rw_node_ns(rw_from_xml(node)), NS_XSLT) &&
	       (!name || !strcmp(rw_node_name(rw_from_xml(node)), name));
}

static void read_at(struct rw_inspection *in, const xmlNode *node,
		    const char *text, unsigned depth, struct value *to);

/* The value of a variable, wherever it is bound. */
static void add_binding(struct reader *r, const xmlNode *binding,
			struct value *to)
{
	const char *select = attr_of(binding, "select");

	if (*select)
		read_at(r->in, binding, select, r->depth + 1, to);
	else if (binding->children)
		add_path(to, ANYTHING);
}

static bool binds(const xmlNode *node, const char *name)
{
	return (is_xslt(node, "variable") || is_xslt(node, "param") ||
		is_xslt(node, "with-param")) &&
	       !strcmp(attr_of(node, "name"), name);
}

static void add_variable(struct reader *r, const char *name, struct value *to)
{
	if (r->depth > MOST_DEPTH) {
		add_path(to, ANYTHING);
		return;
	}
	for (size_t i = 0; i < r->in->sheets.count; i++) {
		const xmlNode *root =
			xmlDocGetRootElement(r->in->sheets.items[i]);

		for (const xmlNode *n = root; n; n = rw_xml_after(n, root, 0))
			if (binds(n, name))
				add_binding(r, n, to);
	}
}

static void add_keyed(struct reader *r, struct value *to)
{
	for (size_t i = 0; i < r->in->sheets.count; i++) {
		xmlNode *root = xmlDocGetRootElement(r->in->sheets.items[i]);
		const xmlNode *n = root ? root->children : NULL;

		for (; n && r->depth <= MOST_DEPTH; n = n->next)
			if (is_xslt(n, "key"))
				read_at(r->in, n, attr_of(n, "match"),
					r->depth + 1, to);
	}
}

/* ------------------------------------------------------------------- paths */

/* 'path' with one more step; a path to an attribute ends there. */
static const char *longer(struct reader *r, const char *path, const char *step)
{
	if (!*path)
		return step;
	return rw_arena_printf(r->in->arena, "%s/%s", path, step);
}

static void read_predicates(struct reader *r, const struct value *of)
{
	while (take(r, "[")) {
		struct reader inside = *r;
		struct value ignored = { 0 };

		inside.dot = of;
		inside.depth++;
		read_or(&inside, &ignored);
		r->at = inside.at;
		take(r, "]");
		release(&ignored);
	}
}

struct step {
	const char *name; /* "" for '.'; NULL: there is none */
	bool back; /* to a parent or sibling: what came before says nothing */
};

static bool is_node_type(const char *name)
{
	static const char *const types[] = { "node", "text", "comment",
					     "processing-instruction" };

	return is_one_of(name, types, 4);
}

/* "child::", "attribute::" ...: true if the axis leads downwards or stays. */
static bool read_axis(struct reader *r, bool *attribute)
{
	static const char *const down[] = { "child", "descendant", "attribute",
					    "descendant-or-self", "self" };
	static const char *const deep[] = { "descendant", "descendant-or-self",
					    "following", "preceding" };
	size_t len = name_length(r->at);
	char *axis;

	if (!len || r->at[len] != ':' || r->at[len + 1] != ':')
		return true;
	axis = rw_arena_strndup(r->in->arena, r->at, len);
	r->at += len + 2;
	blanks(r);
	*attribute = !strcmp(axis, "attribute");
	if (is_one_of(axis, deep, sizeof(deep) / sizeof(*deep)))
		note_step(r, RW_STEP_ANY);
	return is_one_of(axis, down, 5);
}

static struct step read_step(struct reader *r)
{
	struct step step = { NULL, false };
	bool attribute;
	size_t len;

	if (take(r, "..")) {
		step.name = "*";
		step.back = true;
		return step;
	}
	if (take(r, ".")) {
		step.name = "";
		return step;
	}
	attribute = take(r, "@");
	blanks(r);
	step.back = !read_axis(r, &attribute);
	len = *r->at == '*' ? 1 : name_length(r->at);
	if (!len)
		return step;
	step.name = step_of(r, r->at, len);
	if (!attribute && memchr(r->at, ':', len) &&
	    strncmp(r->at, "rw:", 3) != 0)
		note_step(r, RW_STEP_FOREIGN);
	r->at += len;
	if (*r->at == '(' && is_node_type(step.name)) {
		step.name = rw_arena_strdup(r->in->arena, "*");
		r->at = strchr(r->at, ')') ? strchr(r->at, ')') + 1 : "";
	}
	if (attribute)
		step.name = rw_arena_printf(r->in->arena, "@%s", step.name);
	else
		note_step(r, step.name);
	return step;
}

static void append_step(struct reader *r, struct value *value,
			const struct step *step)
{
	struct value longer_ones = { 0 };

	for (size_t i = 0; i < value->paths.count; i++) {
		const char *path = value->paths.items[i];
		bool attribute = strchr(path, '@') != NULL;

		if (step->back || attribute)
			path = "";
		if (!strcmp(path, ANYTHING))
			add_path(&longer_ones, ANYTHING);
		else
			add_path(&longer_ones, longer(r, path, step->name));
	}
	release(value);
	*value = longer_ones;
}

/* Whether it may be the root, or what is right below it: "//", "*", ".". */
static bool may_be_root(const struct value *value)
{
	for (size_t i = 0; i < value->paths.count; i++) {
		const char *path = value->paths.items[i];
		const char *slash = strrchr(path, '/');
		const char *last = slash ? slash + 1 : path;

		if (!*last || strcmp(last, "*") == 0 ||
		    strcmp(last, "posting") == 0)
			return true;
	}
	return value->paths.count == 0;
}

/* Steps behind 'value', each after a slash. */
static void read_steps(struct reader *r, struct value *value)
{
	while (take(r, "/")) {
		struct step step;

		if (take(r, "/") && may_be_root(value))
			note_step(r, RW_STEP_ANY);
		step = read_step(r);
		if (!step.name)
			return;
		if (*step.name)
			append_step(r, value, &step);
		read_predicates(r, value);
	}
}

/* A path that starts from '.'. */
static void read_relative(struct reader *r, struct value *to)
{
	struct step step = read_step(r);

	if (!step.name)
		return;
	add_all(to, r->dot);
	if (*step.name)
		append_step(r, to, &step);
	read_predicates(r, to);
	read_steps(r, to);
}

static void read_literal(struct reader *r, struct value *to)
{
	char quote = *r->at++;
	const char *end = strchr(r->at, quote);

	to->empty = end == r->at;
	r->at = end ? end + 1 : "";
}

static bool read_function(struct reader *r, struct value *to)
{
	size_t len = name_length(r->at);
	const char *open = r->at + len + strspn(r->at + len, " \t\r\n");
	char *name;

	if (!len || *open != '(')
		return false;
	name = rw_arena_strndup(r->in->arena, r->at, len);
	if (is_node_type(name))
		return false;
	r->at = open + 1;
	read_call(r, name, to);
	return true;
}

/* A path from the root, which may be all of it. */
static void read_absolute(struct reader *r, struct value *to)
{
	add_path(to, "*");
	read_steps(r, to);
}

static void read_path(struct reader *r, struct value *to)
{
	blanks(r);
	if (*r->at == '"' || *r->at == '\'') {
		read_literal(r, to);
		return;
	}
	if (isdigit((unsigned char)*r->at) ||
	    (*r->at == '.' && isdigit((unsigned char)r->at[1]))) {
		r->at += strspn(r->at, "0123456789.");
		return;
	}
	if (*r->at == '/') {
		read_absolute(r, to);
		return;
	}
	if (take(r, "(")) {
		read_or(r, to);
		take(r, ")");
	} else if (take(r, "$")) {
		size_t len = name_length(r->at);
		char *name = rw_arena_strndup(r->in->arena, r->at, len);

		r->at += len;
		add_variable(r, name, to);
	} else if (!read_function(r, to)) {
		read_relative(r, to);
		return;
	}
	read_predicates(r, to);
	read_steps(r, to);
}

/* --------------------------------------------------------------- operators */

static void read_union(struct reader *r, struct value *to)
{
	bool negated = false;

	while (take(r, "-"))
		negated = true;
	do {
		struct value one = { 0 };

		read_path(r, &one);
		if (negated)
			inspected(r->in, &one);
		add_all(to, &one);
		to->empty = one.empty;
		release(&one);
	} while (take(r, "|"));
}

static bool take_operator(struct reader *r, bool *equality)
{
	static const char *const signs[] = { "!=", "=", "<=", ">=", "<",
					     ">",  "+", "-",  "*" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (take(r, signs[i])) {
			*equality = i < 2;
			return true;
		}
	*equality = false;
	return take_word(r, "div") || take_word(r, "mod");
}

/*
 * Comparison and arithmetic, whatever binds closer: all operands of a chain
 * are looked at. Only against '' they are not: that asks whether there is one.
 */
static void read_chain(struct reader *r, struct value *to)
{
	bool equality, chained = false;

	read_union(r, to);
	while (take_operator(r, &equality)) {
		struct value right = { 0 };

		read_union(r, &right);
		if (!equality || chained || !(to->empty || right.empty)) {
			inspected(r->in, to);
			inspected(r->in, &right);
		}
		add_all(to, &right);
		release(&right);
		chained = true;
	}
	if (chained)
		release(to);
}

static void read_or(struct reader *r, struct value *to)
{
	bool several = false;

	do {
		struct value one = { 0 };

		read_chain(r, &one);
		add_all(to, &one);
		to->empty = one.empty;
		release(&one);
		several = take_word(r, "and") || take_word(r, "or");
	} while (several);
}

/* ------------------------------------------------------------- stylesheets */

/* What '.' may be where 'node' stands. */
static void context_of(struct rw_inspection *in, const xmlNode *node,
		       unsigned depth, struct value *dot)
{
	const xmlNode *n = node->parent;
	bool sorts = is_xslt(node, "sort");

	for (; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
		bool selects = is_xslt(n, "for-each") ||
			       (sorts && is_xslt(n, "apply-templates"));
		const char *from = selects ? attr_of(n, "select")
				   : is_xslt(n, "template")
					   ? attr_of(n, "match")
					   : "";

		if (*from && depth <= MOST_DEPTH) {
			read_at(in, n, from, depth + 1, dot);
			return;
		}
		if (is_xslt(n, "template") || depth > MOST_DEPTH)
			break;
	}
	add_path(dot, n && is_xslt(n, "template") ? ANYTHING : "*");
}

static void read_at(struct rw_inspection *in, const xmlNode *node,
		    const char *text, unsigned depth, struct value *to)
{
	struct value dot = { 0 };
	struct reader r = { in, text, node, &dot, &dot, depth };

	context_of(in, node, depth, &dot);
	do {
		const char *before = r.at;

		read_or(&r, to);
		blanks(&r);
		/* Something this reader does not know. */
		if (*r.at && r.at == before) {
			add_path(to, ANYTHING);
			inspected(in, to);
			break;
		}
	} while (*r.at);
	release(&dot);
}

static void read_expression(struct rw_inspection *in, const xmlNode *node,
			    const char *text, bool looks)
{
	struct value value = { 0 };

	read_at(in, node, text, 0, &value);
	if (looks)
		inspected(in, &value);
	release(&value);
}

/* The brace that ends the expression at 'text': none in a literal does. */
static const char *closing_brace(const char *text)
{
	while (*(text += strcspn(text, "}\"'"))) {
		const char *quote = strchr("\"'", *text);

		if (!quote)
			return text;
		text = strchr(text + 1, *quote);
		if (!text)
			return NULL;
		text++;
	}
	return NULL;
}

/* The expressions between braces. */
static void read_template(struct rw_inspection *in, const xmlNode *node,
			  const char *text, bool looks)
{
	while ((text = strchr(text, '{'))) {
		const char *close = closing_brace(text);

		if (text[1] == '{' || !close) {
			text += text[1] == '{' ? 2 : 1;
			continue;
		}
		read_expression(in, node,
				rw_arena_strndup(in->arena, text + 1,
						 (size_t)(close - text - 1)),
				looks);
		text = close + 1;
	}
}

/* xsl:sort, xsl:number and xsl:key look at what they select. */
static bool looks_at(const xmlNode *node, const char *attribute)
{
	if (!strcmp(attribute, "use"))
		return true;
	return is_xslt(node, "sort") || is_xslt(node, "number");
}

static void read_attribute(struct rw_inspection *in, const xmlNode *node,
			   const char *name, const char *value)
{
	static const char *const expressions[] = { "select", "test",  "match",
						   "use",    "value", "count",
						   "from" };

	if (!is_xslt(node, NULL))
		read_template(in, node, value, false);
	else if (is_one_of(name, expressions, 7))
		read_expression(in, node, value, looks_at(node, name));
	else
		read_template(in, node, value, true);
}

struct visit {
	struct rw_inspection *in;
	const xmlNode *node;
};

static void visit_attribute(void *context, const char *name, const char *value)
{
	const struct visit *v = context;

	read_attribute(v->in, v->node, name, value);
}

static void read_sheet(struct rw_inspection *in, const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);

	for (const xmlNode *n = root; n; n = rw_xml_after(n, root, 0)) {
		struct visit visit = { in, n };

		if (n->type == XML_ELEMENT_NODE)
			rw_node_attrs(rw_from_xml(n), visit_attribute, &visit);
	}
}

static void forget(void *object)
{
	struct rw_inspection *in = object;

	rw_vec_release(&in->sheets);
	rw_vec_release(&in->inspected);
	rw_map_free(in->known);
	rw_map_free(in->steps);
}

/* One level of import precedence: a stylesheet and what it includes. */
static void add_modules(struct rw_inspection *in, const xsltStylesheet *s)
{
	rw_vec_push(&in->sheets, s->doc);
	for (const xsltDocument *d = s->docList; d; d = d->next)
		if (d->doc != s->doc)
			rw_vec_push(&in->sheets, d->doc);
}

struct rw_inspection *rw_inspect(struct rw_arena *arena,
				 const struct rw_stylesheet *sheet)
{
	struct rw_inspection *in = rw_arena_zalloc(arena, sizeof(*in));
	xsltStylesheet *s = rw_stylesheet_compiled(sheet);

	in->arena = arena;
	in->known = rw_map_new();
	in->steps = rw_map_new();
	rw_arena_defer(arena, forget, in);
	for (; s; s = xsltNextImport(s))
		add_modules(in, s);
	for (size_t i = 0; i < in->sheets.count; i++)
		read_sheet(in, in->sheets.items[i]);
	return in;
}

struct rw_inspection *rw_inspect_expression(struct rw_arena *arena,
					    const char *expression,
					    const char *element)
{
	struct rw_inspection *in = rw_arena_zalloc(arena, sizeof(*in));
	struct value dot = { 0 }, result = { 0 };
	struct reader r = { in, expression, NULL, &dot, &dot, 0 };

	in->arena = arena;
	in->known = rw_map_new();
	in->steps = rw_map_new();
	rw_arena_defer(arena, forget, in);
	add_path(&dot, element);
	read_or(&r, &result);
	blanks(&r);
	/* Something this reader does not know. */
	if (*r.at) {
		add_path(&result, ANYTHING);
		inspected(in, &result);
	}
	release(&result);
	release(&dot);
	return in;
}

/* --------------------------------------------------------------- questions */

/* Whether 'name', 'len' bytes, is a step of 'path' before its last one. */
static bool has_step(const char *path, const char *name, size_t len)
{
	while (strchr(path, '/')) {
		size_t size = strcspn(path, "/");

		if (size == len && !strncmp(path, name, len))
			return true;
		path += size + 1;
	}
	return false;
}

static const char *last_step(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Whether the steps of 'inspected' may lead to 'path'. */
static bool may_mean(const char *inspected, const char *path)
{
	const char *ours = last_step(path), *theirs = last_step(inspected);

	if (!strcmp(inspected, ANYTHING))
		return true;
	if ((*ours == '@') != (*theirs == '@'))
		return false;
	if (*theirs == '@' && strcmp(theirs, "@*") && strcmp(theirs, ours))
		return false;
	while (*inspected) {
		size_t len = strcspn(inspected, "/");
		bool any = len == 1 && *inspected == '*';

		if (*inspected != '@' && !any &&
		    !has_step(path, inspected, len))
			return false;
		inspected += len + (inspected[len] == '/');
	}
	return true;
}

bool rw_inspects(const struct rw_inspection *in, const char *path)
{
	for (size_t i = 0; i < in->inspected.count; i++)
		if (may_mean(in->inspected.items[i], path))
			return true;
	return false;
}

bool rw_inspects_step(const struct rw_inspection *in, const char *name)
{
	return rw_map_get(in->steps, name) != NULL;
}
