/*
 * Names that the schema does not know, or not there.
 */
#include "xml/findings.h"

#include <string.h>

#include "base/nearest.h"
#include "xml/names.h"
#include "xml/node.h"

#define NS_XSI "http://www.w3.org/2001/XMLSchema-instance"
/* A name this near to an allowed one is taken for it. */
#define TYPO 2
/* Names that share so many bytes at their beginning have one stem. */
#define STEM 4
/* Hints list so many names, not more. */
#define MOST_NAMES 8

struct rw_node *rw_findings_original(const xmlNode *node)
{
	return node->_private;
}

void rw_findings_report(struct rw_findings *f, enum rw_code code,
			struct rw_pos pos, const char *hint,
			const char *const args[3])
{
	f->count++;
	rw_report_hint(f->diags, code, pos, hint, args);
}

static bool is_known(const struct rw_findings *f, const xmlNode *node)
{
	const struct rw_node *n = rw_from_xml(node);

	return !strcmp(rw_node_ns(n), RW_NS) &&
	       rw_grammar_find(f->grammar, rw_node_name(n));
}

void rw_findings_put_aside(struct rw_findings *f, xmlNode *node)
{
	bool known = is_known(f, node) && rw_findings_original(node);

	f->mended = true;
	xmlUnlinkNode(node);
	if (known) {
		rw_ns_repair(node);
		rw_vec_push(&f->aside, node);
	} else {
		rw_vec_push(&f->dropped, node);
	}
}

static const char *did_you_mean(struct rw_findings *f, const char *name)
{
	if (!name)
		return NULL;
	return rw_arena_printf(f->arena, "did you mean '%s'?", name);
}

/*
 * The allowed name nearest to 'name' or, as 'closes' to 'closing', with the
 * same beginning; or NULL.
 */
static const char *near_name(const char *name, const char *const *names,
			     size_t count)
{
	const char *near = rw_nearest(name, names, count);
	size_t best = STEM - 1;

	for (size_t i = 0; near == NULL && i < count; i++) {
		size_t same = 0;

		while (name[same] && name[same] == names[i][same])
			same++;
		if (same <= best)
			continue;
		best = same;
		near = names[i];
	}
	return near;
}

/* "use one of: a, b, c", if they are few. */
static const char *one_of(struct rw_findings *f, const char *const *names,
			  size_t count)
{
	struct rw_buf text = RW_BUF_INIT;
	const char *hint = NULL;

	if (count && count <= MOST_NAMES) {
		rw_buf_puts(&text, "use one of: ");
		for (size_t i = 0; i < count; i++)
			rw_buf_printf(&text, "%s%s", i ? ", " : "", names[i]);
		hint = rw_arena_strdup(f->arena, text.data);
	}
	rw_buf_release(&text);
	return hint;
}

/* --------------------------------------------------------------- elements */

static bool has_child(const xmlNode *parent, const char *name)
{
	return rw_node_child(rw_from_xml(parent), name) != NULL;
}

/* The allowed name nearest to 'name', of those that are still free. */
static const char *nearest_child(struct rw_findings *f, const xmlNode *parent,
				 const struct rw_decl *decl, const char *name)
{
	const char **free_names;
	size_t count = 0;

	free_names = rw_arena_alloc(f->arena, (decl->child_count + 1) *
						      sizeof(*free_names));
	for (size_t i = 0; i < decl->child_count; i++) {
		if (decl->children[i].many ||
		    !has_child(parent, decl->child_names[i]))
			free_names[count++] = decl->child_names[i];
	}
	return rw_nearest(name, free_names, count);
}

/* "move it into 'a' or 'b'", if few elements may hold it. */
static const char *where_to(struct rw_findings *f, const char *name)
{
	struct rw_buf text = RW_BUF_INIT;
	const char *hint = NULL;
	size_t count, found = 0;
	const char *const *names = rw_grammar_names(f->grammar, &count);

	rw_buf_puts(&text, "move it into ");
	for (size_t i = 0; i < count; i++) {
		if (!rw_decl_allows_child(rw_grammar_find(f->grammar, names[i]),
					  name))
			continue;
		rw_buf_printf(&text, "%s'%s'", found++ ? " or " : "", names[i]);
	}
	if (found && found <= 3)
		hint = rw_arena_strdup(f->arena, text.data);
	rw_buf_release(&text);
	return hint;
}

static void set_name(struct rw_findings *f, xmlNode *node, const char *name)
{
	xmlNodeSetName(node, RW_XML(name));
	f->mended = true;
}

static void set_namespace(struct rw_findings *f, xmlNode *node)
{
	if (strcmp(rw_node_ns(rw_from_xml(node)), RW_NS)) {
		node->ns = rw_ns_at(node, RW_NS, NULL, 0);
		f->mended = true;
	}
}

/* A child that is not allowed: renamed to what was meant, or taken out. */
static void wrong_child(struct rw_findings *f, const struct rw_decl *decl,
			xmlNode *node)
{
	const char *name = rw_node_name(rw_from_xml(node));
	const char *parent = rw_node_name(rw_from_xml(node->parent));
	const char *near = nearest_child(f, node->parent, decl, name);
	bool known = is_known(f, node);
	struct rw_pos pos = rw_node_pos(rw_findings_original(node));
	const char *args[3] = { name, parent, NULL };
	const char *hint;

	if (known)
		hint = where_to(f, name);
	else
		hint = did_you_mean(f, near_name(name, decl->child_names,
						 decl->child_count));
	if (!known && !hint)
		hint = one_of(f, decl->child_names, decl->child_count);
	rw_findings_report(f, known ? RW_ELEMENT_MISPLACED : RW_ELEMENT_UNKNOWN,
			   pos, hint, args);
	if (!known && near && rw_distance(name, near, TYPO) <= TYPO) {
		set_namespace(f, node);
		set_name(f, node, near);
	} else {
		rw_findings_put_aside(f, node);
	}
}

static void check_child(struct rw_findings *f, const struct rw_decl *decl,
			xmlNode *node)
{
	const struct rw_node *original = rw_findings_original(node);
	const char *name = rw_node_name(rw_from_xml(node));
	const char *args[3] = { name, NULL, NULL };

	if (decl->any_child || !original)
		return;
	if (!rw_decl_allows_child(decl, name)) {
		wrong_child(f, decl, node);
	} else if (strcmp(rw_node_ns(rw_from_xml(node)), RW_NS)) {
		rw_findings_report(f, RW_NAMESPACE_WRONG, rw_node_pos(original),
				   NULL, args);
		set_namespace(f, node);
	}
}

/* ------------------------------------------------------------- attributes */

struct attr_check {
	struct rw_findings *f;
	const struct rw_decl *decl;
	xmlNode *node;
	struct rw_vec wrong; /* names */
};

static void note_wrong(void *context, const char *name, const char *value)
{
	struct attr_check *check = context;

	(void)value;
	if (rw_decl_attr(check->decl, name) < 0)
		rw_vec_push(&check->wrong,
			    rw_arena_strdup(check->f->arena, name));
}

/* Where to find schemas is for editors; what else xsi: says is refused. */
static bool is_for_editors(const xmlAttr *attr)
{
	return attr->ns && !strcmp(RW_STR(attr->ns->href), NS_XSI) &&
	       (!strcmp(RW_STR(attr->name), "schemaLocation") ||
		!strcmp(RW_STR(attr->name), "noNamespaceSchemaLocation"));
}

static const char *nearest_attr(const struct attr_check *check,
				const char *name)
{
	const struct rw_decl *decl = check->decl;
	const char **names = rw_arena_alloc(
		check->f->arena, (decl->attr_count + 1) * sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < decl->attr_count; i++) {
		if (!rw_node_attr(rw_from_xml(check->node), decl->attrs[i]))
			names[count++] = decl->attrs[i];
	}
	return near_name(name, names, count);
}

static void wrong_attr(struct attr_check *check, const char *name)
{
	struct rw_findings *f = check->f;
	struct rw_node *node = rw_from_xml(check->node);
	const struct rw_node *original = rw_findings_original(check->node);
	struct rw_sources *sources = rw_diags_sources(f->diags);
	const char *near = nearest_attr(check, name);
	const char *hint = did_you_mean(f, near);
	const char *args[3] = { name, rw_node_name(node), NULL };
	const char *value = rw_node_attr(node, name);

	if (!hint)
		hint = one_of(f, check->decl->attrs, check->decl->attr_count);
	rw_findings_report(f, RW_ATTRIBUTE_UNKNOWN,
			   rw_node_attr_pos(original, name, sources), hint,
			   args);
	if (near && value && rw_distance(name, near, TYPO) <= TYPO)
		rw_node_set_attr(node, near, value);
	f->mended = true;
}

static void check_attrs(struct attr_check *check)
{
	xmlNode *node = check->node;

	for (xmlAttr *attr = node->properties, *next; attr; attr = next) {
		next = attr->next;
		if (is_for_editors(attr))
			xmlRemoveProp(attr);
	}
	rw_node_attrs(rw_from_xml(node), note_wrong, check);
	for (size_t i = 0; i < check->wrong.count; i++)
		wrong_attr(check, check->wrong.items[i]);
	for (xmlAttr *attr = node->properties, *next; attr; attr = next) {
		next = attr->next;
		for (size_t i = 0; i < check->wrong.count; i++) {
			const char *wrong = check->wrong.items[i];
			const char *colon = strchr(wrong, ':');

			if (!attr->ns != !colon ||
			    strcmp(RW_STR(attr->name),
				   colon ? colon + 1 : wrong))
				continue;
			xmlRemoveProp(attr);
			break;
		}
	}
	rw_vec_release(&check->wrong);
}

static void check_required(struct rw_findings *f, const struct rw_decl *decl,
			   const xmlNode *node)
{
	const char *name = rw_node_name(rw_from_xml(node));

	for (size_t i = 0; i < decl->attr_count; i++) {
		const char *args[3] = { name, decl->attrs[i], NULL };

		if (rw_grammar_is_required(decl->attr_nodes[i]) &&
		    !rw_node_attr(rw_from_xml(node), decl->attrs[i]))
			rw_findings_report(
				f, RW_ATTRIBUTE_MISSING,
				rw_node_pos(rw_findings_original(node)), NULL,
				args);
	}
}

/* -------------------------------------------------------------- the whole */

static void check_element(struct rw_findings *f, xmlNode *node)
{
	const struct rw_decl *decl =
		rw_grammar_find(f->grammar, rw_node_name(rw_from_xml(node)));
	struct attr_check check = { .f = f, .decl = decl, .node = node };
	xmlNode *child, *next;

	if (!decl || !rw_findings_original(node))
		return;
	if (!decl->any_attr)
		check_attrs(&check);
	check_required(f, decl, node);
	for (child = node->children; child; child = next) {
		next = child->next;
		if (child->type == XML_ELEMENT_NODE)
			check_child(f, decl, child);
	}
}

void rw_findings_names(struct rw_findings *f, xmlNode *top)
{
	for (xmlNode *n = top; n; n = rw_xml_after(n, top, 0)) {
		if (n->type == XML_ELEMENT_NODE)
			check_element(f, n);
	}
}

static const char *roots(struct rw_findings *f, const char ***names,
			 size_t *count)
{
	struct rw_buf text = RW_BUF_INIT;
	const char *joined;
	size_t all;
	const char *const *every = rw_grammar_names(f->grammar, &all);

	*count = 0;
	*names = rw_arena_alloc(f->arena, (all + 1) * sizeof(**names));
	for (size_t i = 0; i < all; i++) {
		if (!rw_grammar_find(f->grammar, every[i])->root)
			continue;
		rw_buf_printf(&text, "%s%s", *count ? ", " : "", every[i]);
		(*names)[(*count)++] = every[i];
	}
	joined = rw_arena_strdup(f->arena, text.data);
	rw_buf_release(&text);
	return joined;
}

/* The whole document was written without, or with another, namespace. */
static void mend_namespace(struct rw_findings *f, xmlNode *root)
{
	const char *wrong =
		rw_arena_strdup(f->arena, rw_node_ns(rw_from_xml(root)));
	const char *args[3] = { rw_node_name(rw_from_xml(root)), NULL, NULL };

	if (!strcmp(wrong, RW_NS))
		return;
	rw_findings_report(f, RW_NAMESPACE_WRONG,
			   rw_node_pos(rw_findings_original(root)), NULL, args);
	for (xmlNode *n = root; n; n = rw_xml_after(n, root, 0)) {
		if (n->type == XML_ELEMENT_NODE &&
		    !strcmp(rw_node_ns(rw_from_xml(n)), wrong))
			set_namespace(f, n);
	}
}

bool rw_findings_root(struct rw_findings *f, xmlNode *root)
{
	const char *name = rw_node_name(rw_from_xml(root));
	const struct rw_decl *decl = rw_grammar_find(f->grammar, name);
	const char **names, *near;
	const char *args[3] = { name, NULL, NULL };
	size_t count;

	mend_namespace(f, root);
	args[1] = roots(f, &names, &count);
	if (decl && (decl->root || !count))
		return true;
	near = decl ? NULL : rw_nearest(name, names, count);
	rw_findings_report(f, RW_ROOT_UNKNOWN,
			   rw_node_pos(rw_findings_original(root)),
			   did_you_mean(f, near), args);
	if (near)
		set_name(f, root, near);
	return near || decl;
}
