/*
 * R(document, language): the chain of documents behind one document.
 *
 * R(d, L) = overlay(merge(R(parent of d, L), d), d.L), where the parent is the
 * document of the same id in the library below, or what 'extends' names.
 */
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "model/inherit.h"

struct link {
	struct rw_entry *entry;
	const char *lang;	  /* "" for the original */
	const struct link *child; /* who asks */
};

static struct rw_node *resolve_link(struct rw_workspace *ws,
				    const struct link *link,
				    struct rw_diags *diags);

static bool in_chain(const struct link *link, const struct rw_entry *entry)
{
	for (; link != NULL; link = link->child)
		if (link->entry == entry)
			return true;
	return false;
}

static bool stands_alone(const struct rw_node *root)
{
	const char *replace = rw_node_attr(root, "replace");

	return replace != NULL && strcmp(replace, "yes") == 0;
}

/* What 'entry' lies over or extends; NULL if there is none, or it is broken. */
static struct rw_entry *next_of(struct rw_workspace *ws, struct rw_entry *entry,
				struct rw_diags *diags)
{
	const struct rw_node *root = rw_entry_root(ws, entry, diags);
	const char *extends = root ? rw_node_attr(root, "extends") : NULL;

	if (root != NULL && entry->lower != NULL && !stands_alone(root))
		return entry->lower;
	return extends ? rw_workspace_find(ws, entry->kind, extends, NULL)
		       : NULL;
}

/* A circle is not deep: it is reported where it closes. */
static bool is_deep(struct rw_workspace *ws, struct rw_entry *entry,
		    struct rw_diags *diags)
{
	struct rw_entry *seen[RW_INHERIT_DEPTH];

	for (size_t n = 0; entry != NULL; n++) {
		for (size_t i = 0; i < n; i++)
			if (seen[i] == entry)
				return false;
		if (n == RW_INHERIT_DEPTH)
			return true;
		seen[n] = entry;
		entry = next_of(ws, entry, diags);
	}
	return false;
}

/* What 'link' extends: 1 and a link filled in, 0 nothing, -1 an error. */
static int parent_of(struct rw_workspace *ws, const struct link *link,
		     const struct rw_node *root, struct link *parent,
		     struct rw_diags *diags)
{
	const char *extends = rw_node_attr(root, "extends");
	struct rw_pos pos;

	*parent = (struct link){
		NULL, link->lang[0] ? link->lang : rw_node_lang(root), link
	};
	if (link->entry->lower && !stands_alone(root)) {
		parent->entry = link->entry->lower;
		return 1;
	}
	if (extends == NULL)
		return 0;
	pos = rw_node_attr_value_pos(root, "extends", rw_diags_sources(diags));
	parent->entry =
		rw_workspace_need(ws, link->entry->kind, extends, pos, diags);
	if (parent->entry == NULL)
		return -1;
	if (in_chain(link, parent->entry)) {
		rw_report(diags, RW_INHERIT_CYCLE, pos, link->entry->id,
			  extends, NULL);
		return -1;
	}
	if (is_deep(ws, link->entry, diags)) {
		rw_report(diags, RW_INHERIT_DEEP, pos, link->entry->id, "16",
			  NULL);
		return -1;
	}
	return 1;
}

/* The newest of the dates of what a document is made of. */
static void keep_newest(struct rw_node *base, const struct rw_node *parent)
{
	const char *theirs = rw_node_attr(parent, "updated");
	const char *ours = rw_node_attr(base, "updated");

	if (theirs != NULL && (ours == NULL || strcmp(ours, theirs) < 0))
		rw_node_set_attr(base, "updated", theirs);
}

static struct rw_node *begin(struct rw_arena *arena,
			     const struct rw_node *parent,
			     const struct rw_node *root, const char *lang)
{
	struct rw_doc *doc = rw_doc_new(arena, RW_NS, rw_node_name(root));
	struct rw_node *base = rw_doc_root(doc);

	rw_node_set_attr(base, "xml:lang", lang[0] ? lang : rw_node_lang(root));
	if (parent != NULL)
		for (struct rw_node *n = rw_node_child(parent, NULL); n;
		     n = rw_node_next_element(n, NULL))
			rw_node_copy(n, base);
	return base;
}

static int overlay_one(struct rw_workspace *ws, const struct link *link,
		       struct rw_entry *overlay, struct rw_node *base,
		       struct rw_diags *diags)
{
	struct link source = { link->entry, "", link->child };
	struct rw_node *root = rw_entry_root(ws, overlay, diags);
	struct rw_node *original = root ? resolve_link(ws, &source, diags)
					: NULL;

	return original ? rw_inherit_overlay(base, original, root, diags) : -1;
}

/*
 * The translation that the workspace has of a document of the library which
 * it does not change itself, or NULL.
 */
static struct rw_entry *translation_above(const struct rw_workspace *ws,
					  const struct rw_entry *entry,
					  const char *lang)
{
	struct rw_entry *top =
		rw_workspace_find(ws, entry->kind, entry->id, lang);

	return top && top->layer < entry->layer &&
			       rw_workspace_find(ws, entry->kind, entry->id,
						 NULL) == entry
		       ? top
		       : NULL;
}

/* Lays the translations into 'lang' over 'base': "de", then "de-AT". */
static int overlay_all(struct rw_workspace *ws, const struct link *link,
		       struct rw_node *base, struct rw_diags *diags)
{
	size_t stem = strcspn(link->lang, "-"), len = strlen(link->lang);
	char *tag = rw_malloc(len + 1);
	int status = 0;

	memcpy(tag, link->lang, len + 1);
	for (tag[stem] = '\0';; tag[stem] = link->lang[stem]) {
		struct rw_entry *overlays[] = {
			rw_workspace_translation(ws, link->entry, tag),
			translation_above(ws, link->entry, tag),
		};

		for (size_t i = 0; i < 2; i++)
			if (overlays[i] != NULL &&
			    overlay_one(ws, link, overlays[i], base, diags))
				status = -1;
		if (strlen(tag) == len)
			break;
	}
	rw_free(tag);
	return status;
}

/*
 * True if merging would only copy 'root': a glossary, which may be long, whose
 * terms each stand once and where they are.
 */
static bool is_whole(const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, NULL);
	struct rw_map *seen;

	if (!rw_node_is(root, "glossary"))
		return false;
	seen = rw_map_new();
	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		const char *id = rw_node_attr(n, "id");

		if (rw_node_is(n, "remove") || rw_node_is(n, "use") ||
		    rw_node_attr(n, "before") || rw_node_attr(n, "after") ||
		    (id && rw_map_put(seen, id, seen)))
			break;
	}
	rw_map_free(seen);
	return n == NULL;
}

static void *make(struct rw_workspace *ws, struct rw_arena *arena,
		  void *context, struct rw_diags *diags)
{
	const struct link *link = context;
	struct rw_node *root = rw_entry_root(ws, link->entry, diags);
	struct rw_node *base, *above = NULL;
	struct link parent;
	int found;

	if (root == NULL)
		return NULL;
	found = parent_of(ws, link, root, &parent, diags);
	if (found > 0)
		above = resolve_link(ws, &parent, diags);
	if (found < 0 || (found > 0 && above == NULL))
		return NULL;
	if (found == 0 && link->lang[0] == '\0' && is_whole(root))
		return root;
	base = begin(arena, above, root, link->lang);
	if (rw_inherit_merge(ws, base, root, diags) != 0)
		return NULL;
	if (above != NULL)
		keep_newest(base, above);
	if (link->lang[0] && overlay_all(ws, link, base, diags) != 0)
		return NULL;
	return base;
}

static struct rw_node *resolve_link(struct rw_workspace *ws,
				    const struct link *link,
				    struct rw_diags *diags)
{
	struct rw_buf key = RW_BUF_INIT;
	struct rw_node *base;

	rw_buf_printf(&key, "chain/%s/%s/%u/%s",
		      rw_kind_name(link->entry->kind), link->entry->id,
		      link->entry->layer, link->lang);
	base = rw_workspace_once(ws, key.data, make, (void *)link, diags);
	rw_buf_release(&key);
	return base;
}

struct rw_node *rw_inherit_resolve(struct rw_workspace *ws,
				   struct rw_entry *entry, const char *lang,
				   struct rw_diags *diags)
{
	struct link link = { entry, lang ? lang : "", NULL };
	struct rw_node *root;

	/* A document in its own language needs no translation. */
	root = lang ? rw_entry_root(ws, entry, diags) : NULL;
	if (root != NULL && rw_lang_same(rw_node_lang(root), lang) &&
	    rw_workspace_translation(ws, entry, lang) == NULL &&
	    entry->kind != RW_KIND_ROLE)
		link.lang = "";
	return resolve_link(ws, &link, diags);
}
