/*
 * XML Schema 1.0, as far as one needs to say what was expected: particles,
 * attributes, groups, extensions, enumerations. It never decides validity.
 */
#include "xml/grammar.h"

#include <string.h>

#include "base/map.h"

#define NS_XS "http://www.w3.org/2001/XMLSchema"
/* Types that refer to each other without end are refused by libxml2. */
#define MOST_DEPTH 40

struct rw_grammar {
	struct rw_arena *arena;
	struct rw_map *components; /* "kind name" -> struct rw_node */
	struct rw_map *decls;	   /* name -> struct rw_decl */
	const char **names;
	size_t count;
};

/* The walk through one element's type. */
struct walk {
	const struct rw_grammar *grammar;
	struct rw_vec children;
	struct rw_vec attrs;
	struct rw_decl *decl;
	unsigned depth;
};

/* How a particle stands in those around it. */
struct place {
	bool optional;
	bool many;
};

static bool is(const struct rw_node *node, const char *name)
{
	return !strcmp(rw_node_name(node), name) &&
	       !strcmp(rw_node_ns(node), NS_XS);
}

static const char *local(const char *qname)
{
	const char *colon = qname ? strchr(qname, ':') : NULL;

	return colon ? colon + 1 : qname;
}

static const struct rw_node *component(const struct rw_grammar *grammar,
				       const char *kind, const char *qname)
{
	struct rw_buf key = RW_BUF_INIT;
	const struct rw_node *node;

	if (!qname)
		return NULL;
	rw_buf_printf(&key, "%s %s", kind, local(qname));
	node = rw_map_get(grammar->components, key.data);
	rw_buf_release(&key);
	return node;
}

static const struct rw_node *find_type(const struct rw_grammar *grammar,
				       const char *qname)
{
	const struct rw_node *node;

	/* The schema has a type 'date' of its own. */
	if (qname && !strncmp(qname, "xs:", 3))
		return NULL;
	node = component(grammar, "complexType", qname);
	return node ? node : component(grammar, "simpleType", qname);
}

/* ------------------------------------------------------------ declarations */

static void walk_type(struct walk *walk, const struct rw_node *node,
		      struct place place);

static void walk_children(struct walk *walk, const struct rw_node *node,
			  struct place place)
{
	const struct rw_node *child;

	if (!node || ++walk->depth > MOST_DEPTH)
		return;
	for (child = rw_node_child(node, NULL); child;
	     child = rw_node_next_element(child, NULL))
		walk_type(walk, child, place);
	walk->depth--;
}

static struct place nested(const struct rw_node *node, struct place place)
{
	const char *min = rw_node_attr(node, "minOccurs");
	const char *max = rw_node_attr(node, "maxOccurs");

	if (is(node, "choice") || (min && !strcmp(min, "0")))
		place.optional = true;
	if (max && strcmp(max, "1"))
		place.many = true;
	return place;
}

static void add_child(struct walk *walk, const struct rw_node *node,
		      struct place place)
{
	const char *name = rw_node_attr(node, "name");
	struct rw_child *child;

	if (!name)
		name = local(rw_node_attr(node, "ref"));
	place = nested(node, place);
	for (size_t i = 0; i < walk->children.count; i++) {
		child = walk->children.items[i];
		if (!strcmp(child->name, name)) {
			child->many = true;
			return;
		}
	}
	child = rw_arena_zalloc(walk->grammar->arena, sizeof(*child));
	child->name = name;
	child->required = !place.optional;
	child->many = place.many;
	rw_vec_push(&walk->children, child);
}

static void walk_type(struct walk *walk, const struct rw_node *node,
		      struct place place)
{
	const struct rw_grammar *grammar = walk->grammar;
	const char *ref = rw_node_attr(node, "ref");

	if (is(node, "element")) {
		add_child(walk, node, place);
	} else if (is(node, "attribute")) {
		rw_vec_push(&walk->attrs, (void *)(uintptr_t)node);
	} else if (is(node, "any")) {
		walk->decl->any_child = true;
	} else if (is(node, "anyAttribute")) {
		walk->decl->any_attr = true;
	} else if (is(node, "group") && ref) {
		walk_children(walk, component(grammar, "group", ref),
			      nested(node, place));
	} else if (is(node, "attributeGroup") && ref) {
		walk_children(walk, component(grammar, "attributeGroup", ref),
			      place);
	} else if (is(node, "extension")) {
		walk_children(walk,
			      find_type(grammar, rw_node_attr(node, "base")),
			      place);
		walk_children(walk, node, place);
	} else if (!is(node, "simpleType") && !is(node, "annotation")) {
		walk_children(walk, node, nested(node, place));
	}
}

static bool is_root(const struct rw_node *node)
{
	const struct rw_node *n = rw_node_child(node, NULL);
	const char *merge;

	for (n = n && is(n, "annotation") ? rw_node_child(n, NULL) : NULL; n;
	     n = rw_node_next_element(n, NULL)) {
		const struct rw_node *said = rw_node_child(n, NULL);

		merge = said ? rw_node_attr(said, "merge") : NULL;
		if (is(n, "appinfo") && merge && !strcmp(merge, "root"))
			return true;
	}
	return false;
}

static const char *attr_name(const struct rw_grammar *grammar,
			     const struct rw_node *attr)
{
	const char *name = rw_node_attr(attr, "name");
	const char *ref = rw_node_attr(attr, "ref");

	(void)grammar;
	return name ? name : ref ? ref : "";
}

static void fill(struct rw_decl *decl, const struct walk *walk)
{
	struct rw_arena *arena = walk->grammar->arena;
	size_t n = walk->children.count, m = walk->attrs.count;

	decl->children =
		rw_arena_zalloc(arena, (n + 1) * sizeof(*decl->children));
	decl->child_names =
		rw_arena_zalloc(arena, (n + 1) * sizeof(*decl->child_names));
	for (size_t i = 0; i < n; i++) {
		decl->children[i] = *(struct rw_child *)walk->children.items[i];
		decl->child_names[i] = decl->children[i].name;
	}
	decl->child_count = n;
	decl->attrs = rw_arena_zalloc(arena, (m + 1) * sizeof(*decl->attrs));
	decl->attr_nodes =
		rw_arena_zalloc(arena, (m + 1) * sizeof(*decl->attr_nodes));
	for (size_t i = 0; i < m; i++) {
		decl->attr_nodes[i] = walk->attrs.items[i];
		decl->attrs[i] = attr_name(walk->grammar, decl->attr_nodes[i]);
	}
	decl->attr_count = m;
}

static void declare(struct rw_grammar *grammar, const struct rw_node *node)
{
	struct rw_decl *decl = rw_arena_zalloc(grammar->arena, sizeof(*decl));
	struct walk walk = { .grammar = grammar, .decl = decl };
	const struct place place = { false, false };

	decl->name = rw_node_attr(node, "name");
	decl->node = node;
	decl->root = is_root(node);
	walk_children(&walk, find_type(grammar, rw_node_attr(node, "type")),
		      place);
	walk_children(&walk, node, place);
	fill(decl, &walk);
	rw_vec_release(&walk.children);
	rw_vec_release(&walk.attrs);
	rw_map_put(grammar->decls, decl->name, decl);
	grammar->names[grammar->count++] = decl->name;
}

static void release(void *object)
{
	struct rw_grammar *grammar = object;

	rw_map_free(grammar->components);
	rw_map_free(grammar->decls);
}

static size_t index_components(struct rw_grammar *grammar,
			       const struct rw_node *schema)
{
	struct rw_buf key = RW_BUF_INIT;
	struct rw_node *node;
	size_t count = 0;

	for (node = rw_node_child(schema, NULL); node;
	     node = rw_node_next_element(node, NULL)) {
		const char *name = rw_node_attr(node, "name");

		if (!name)
			continue;
		rw_buf_clear(&key);
		rw_buf_printf(&key, "%s %s", rw_node_name(node), name);
		rw_map_put(grammar->components, key.data, node);
		count++;
	}
	rw_buf_release(&key);
	return count;
}

struct rw_grammar *rw_grammar_new(struct rw_arena *arena,
				  const struct rw_doc *xsd)
{
	struct rw_grammar *grammar = rw_arena_zalloc(arena, sizeof(*grammar));
	const struct rw_node *root = rw_doc_root(xsd);
	const struct rw_node *node;
	size_t count;

	grammar->arena = arena;
	grammar->components = rw_map_new();
	grammar->decls = rw_map_new();
	rw_arena_defer(arena, release, grammar);
	count = index_components(grammar, root);
	grammar->names =
		rw_arena_zalloc(arena, (count + 1) * sizeof(*grammar->names));
	for (node = rw_node_child(root, NULL); node;
	     node = rw_node_next_element(node, NULL)) {
		if (is(node, "element") && rw_node_attr(node, "name"))
			declare(grammar, node);
	}
	return grammar;
}

const struct rw_decl *rw_grammar_find(const struct rw_grammar *grammar,
				      const char *name)
{
	return rw_map_get(grammar->decls, name);
}

const char *const *rw_grammar_names(const struct rw_grammar *grammar,
				    size_t *count)
{
	*count = grammar->count;
	return grammar->names;
}

bool rw_grammar_is_required(const struct rw_node *attribute)
{
	const char *use = rw_node_attr(attribute, "use");

	return use && !strcmp(use, "required");
}

bool rw_decl_allows_child(const struct rw_decl *decl, const char *name)
{
	for (size_t i = 0; i < decl->child_count; i++) {
		if (!strcmp(decl->child_names[i], name))
			return true;
	}
	return false;
}

long rw_decl_attr(const struct rw_decl *decl, const char *name)
{
	for (size_t i = 0; i < decl->attr_count; i++) {
		if (!strcmp(decl->attrs[i], name))
			return (long)i;
	}
	return -1;
}

/* ----------------------------------------------------------------- values */

/* The first sentence of a declaration's documentation, or NULL. */
static const char *documentation(const struct rw_node *node,
				 struct rw_arena *arena)
{
	const struct rw_node *n = rw_node_child(node, NULL);
	char *text, *out, *in, *end;

	n = n && is(n, "annotation") ? rw_node_child(n, NULL) : NULL;
	while (n && !is(n, "documentation"))
		n = rw_node_next_element(n, NULL);
	if (!n)
		return NULL;
	text = rw_node_text(arena, n);
	for (in = out = text; *in; in++) {
		if (!strchr(" \t\n", *in))
			*out++ = *in;
		else if (out > text && out[-1] != ' ')
			*out++ = ' ';
	}
	*out = '\0';
	while (out > text && (out[-1] == ' ' || out[-1] == '.'))
		*--out = '\0';
	end = strstr(text, ". ");
	if (end)
		*end = '\0';
	if (*text >= 'A' && *text <= 'Z' && (text[1] >= 'a' || text[1] == ' '))
		*text = (char)(*text - 'A' + 'a');
	if (!*text)
		return NULL;
	return rw_arena_printf(arena, "a value of this kind: %s", text);
}

static const char *builtin_form(const char *qname)
{
	static const char *const forms[][2] = {
		{ "decimal", "a number such as 12.5" },
		{ "integer", "a whole number" },
		{ "nonNegativeInteger", "a whole number from 0" },
		{ "positiveInteger", "a whole number from 1" },
		{ "date", "a date such as 2026-11-21" },
		{ "gYear", "a year such as 2026" },
		{ "gYearMonth", "a month such as 2026-11" },
		{ "language", "a language tag such as en or de-AT" },
		{ "anyURI", "a URL" },
		{ "boolean", "true or false" },
		{ "NMTOKEN", "a word without blanks" },
		{ "NMTOKENS", "words, separated by blanks" },
	};
	const char *name = local(qname);

	for (size_t i = 0; name && i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (!strcmp(forms[i][0], name))
			return forms[i][1];
	}
	return NULL;
}

struct gather {
	const struct rw_grammar *grammar;
	struct rw_arena *arena;
	struct rw_vec names;
	struct rw_values values;
	unsigned depth;
};

static void gather(struct gather *g, const struct rw_node *node);

static void gather_type(struct gather *g, const char *qname)
{
	const struct rw_node *type = find_type(g->grammar, qname);

	if (type && !g->values.form)
		g->values.form = documentation(type, g->arena);
	if (type) {
		gather(g, type);
		return;
	}
	if (qname && !g->values.form)
		g->values.form = builtin_form(qname);
	if (qname && !g->values.base)
		g->values.base = local(qname);
}

static void gather_union(struct gather *g, const char *members)
{
	char *copy = rw_arena_strdup(g->arena, members ? members : "");

	while (*copy) {
		size_t n = strcspn(copy, " \n\t");
		bool last = !copy[n];

		copy[n] = '\0';
		if (n)
			gather_type(g, copy);
		copy += n + !last;
	}
}

static void gather(struct gather *g, const struct rw_node *node)
{
	const struct rw_node *n;

	if (++g->depth > MOST_DEPTH)
		return;
	for (n = rw_node_child(node, NULL); n;
	     n = rw_node_next_element(n, NULL)) {
		if (is(n, "enumeration")) {
			rw_vec_push(&g->names, (void *)(uintptr_t)rw_node_attr(
						       n, "value"));
		} else if (is(n, "list")) {
			g->values.list = true;
			gather_type(g, rw_node_attr(n, "itemType"));
			gather(g, n);
		} else if (is(n, "union")) {
			gather_union(g, rw_node_attr(n, "memberTypes"));
			gather(g, n);
		} else if (is(n, "restriction") || is(n, "extension")) {
			gather(g, n);
			gather_type(g, rw_node_attr(n, "base"));
		} else if (!is(n, "annotation")) {
			gather(g, n);
		}
	}
	g->depth--;
}

struct rw_values rw_grammar_values(const struct rw_grammar *grammar,
				   const struct rw_node *declaration,
				   struct rw_arena *arena)
{
	struct gather g = { .grammar = grammar, .arena = arena };
	const char *type = rw_node_attr(declaration, "type");
	size_t i;

	if (!type && rw_node_attr(declaration, "ref"))
		type = "xs:language";
	gather_type(&g, type);
	gather(&g, declaration);
	g.values.count = g.names.count;
	g.values.names = rw_arena_zalloc(
		arena, (g.names.count + 1) * sizeof(*g.values.names));
	for (i = 0; i < g.names.count; i++)
		g.values.names[i] = g.names.items[i];
	rw_vec_release(&g.names);
	return g.values;
}
