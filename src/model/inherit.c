/*
 * Merging by id, statements, translations.
 */
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "model/inherit.h"
#include "model/lists.h"
#include "model/vocabulary.h"
#include "text/markdown.h"

struct merge {
	struct rw_workspace *ws;
	struct rw_node *base;
	const char *lang; /* of the child, where it differs from base's */
	struct rw_diags *diags;
	int status;
};

bool rw_lang_same(const char *a, const char *b)
{
	size_t len = strcspn(a, "-");

	return len == strcspn(b, "-") && strncmp(a, b, len) == 0;
}

struct rw_node *rw_list_item(const struct rw_node *list, const char *id)
{
	struct rw_node *item = rw_node_child(list, NULL);

	for (; item != NULL; item = rw_node_next_element(item, NULL)) {
		const char *other = rw_node_attr(item, "id");

		if (other != NULL && strcmp(other, id) == 0)
			return item;
	}
	return NULL;
}

/* What makes an item the same as another: its id, or another key. */
static const char *key_name(const struct rw_node *item)
{
	static const char *const names[] = { "id",  "grade", "from",
					     "key", "name",  "rule" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (rw_node_attr(item, names[i]) != NULL)
			return names[i];
	return NULL;
}

static const char *key_of(const struct rw_node *item)
{
	const char *name = key_name(item);

	return name ? rw_node_attr(item, name) : NULL;
}

/* The item of a document (pay table, glossary) with the key of 'item'. */
static struct rw_node *twin_of(const struct rw_node *base,
			       const struct rw_node *item)
{
	const char *key = key_of(item);
	struct rw_node *n = rw_node_child(base, rw_node_name(item));

	for (; n != NULL; n = rw_node_next_element(n, rw_node_name(item))) {
		const char *other = key_of(n);

		if (key != NULL && other != NULL && strcmp(key, other) == 0)
			break;
	}
	return n;
}

/* ------------------------------------------------------------- reports */

/* Reports that attribute 'name' of 'node' names no item of 'list'. */
static void report_missing(struct merge *m, enum rw_code code,
			   const struct rw_node *node, const char *name,
			   const struct rw_node *list)
{
	const char *id = rw_node_attr(node, name);
	struct rw_vec ids = { 0 };
	const char *near;

	for (struct rw_node *i = list ? rw_node_child(list, NULL) : NULL; i;
	     i = rw_node_next_element(i, NULL))
		if (rw_node_attr(i, "id") != NULL)
			rw_vec_push(&ids, (void *)rw_node_attr(i, "id"));
	near = rw_nearest(id, (const char *const *)ids.items, ids.count);
	rw_report_near(
		m->diags, code,
		rw_node_attr_value_pos(node, name, rw_diags_sources(m->diags)),
		near,
		(const char *const[]){ id, rw_node_name(rw_node_parent(node)),
				       NULL });
	rw_vec_release(&ids);
	m->status = -1;
}

/* ---------------------------------------------------------------- items */

static struct rw_node *copy_item(struct merge *m, const struct rw_node *item,
				 struct rw_node *list)
{
	struct rw_node *copy = rw_node_copy(item, list);

	rw_node_set_attr(copy, "before", NULL);
	rw_node_set_attr(copy, "after", NULL);
	if (m->lang != NULL && rw_node_attr(copy, "xml:lang") == NULL)
		rw_node_set_attr(copy, "xml:lang", m->lang);
	return copy;
}

/* Puts 'copy' where 'item' says, or where 'old' stood, or leaves it last. */
static void place_item(struct merge *m, const struct rw_node *item,
		       struct rw_node *copy, struct rw_node *old)
{
	const char *which = rw_node_attr(item, "before") ? "before" : "after";
	const char *id = rw_node_attr(item, which);
	struct rw_node *list = rw_node_parent(copy);
	struct rw_node *other = id ? rw_list_item(list, id) : NULL;

	if (id != NULL && (other == NULL || other == copy))
		report_missing(m, RW_PLACE_UNKNOWN, item, which, list);
	else if (id != NULL && which[0] == 'b')
		rw_node_move_before(copy, other);
	else if (id != NULL)
		rw_node_move_after(copy, other);
	else if (old != NULL)
		rw_node_move_before(copy, old);
}

static bool same_text(const struct rw_node *a, const struct rw_node *b)
{
	char x[9], y[9];

	rw_prose_hash(a, x);
	rw_prose_hash(b, y);
	return strcmp(x, y) == 0;
}

static bool same_part(const struct rw_node *a, const struct rw_node *b,
		      const char *name)
{
	a = rw_node_child(a, name);
	b = rw_node_child(b, name);
	return a && b ? same_text(a, b) : a == b;
}

struct attributes {
	const struct rw_node *other;
	bool equal;
};

static void compare_attribute(void *context, const char *name,
			      const char *value)
{
	struct attributes *a = context;
	const char *other = rw_node_attr(a->other, name);

	if (strcmp(name, "before") == 0 || strcmp(name, "after") == 0 ||
	    strcmp(name, "xml:lang") == 0)
		a->equal &= strcmp(name, "xml:lang") == 0;
	else if (other == NULL || strcmp(other, value) != 0)
		a->equal = false;
}

static bool same_attributes(const struct rw_node *a, const struct rw_node *b)
{
	struct attributes forth = { b, true }, back = { a, true };

	rw_node_attrs(a, compare_attribute, &forth);
	rw_node_attrs(b, compare_attribute, &back);
	return forth.equal && back.equal;
}

/*
 * An override that says the same as what it replaces is of no use. What holds
 * only elements, such as a step of a guide, says nothing by itself.
 */
static void check_use(struct merge *m, const struct rw_node *item,
		      const struct rw_node *old)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(item));

	if (type != NULL && type->content == RW_CONTENT_STRUCT)
		return;
	if (rw_node_attr(old, "xml:lang") == NULL && m->lang == NULL &&
	    rw_node_child(item, NULL) != NULL && same_attributes(item, old) &&
	    same_text(item, old) && same_part(item, old, "measure") &&
	    same_part(item, old, "good-answer"))
		rw_report(m->diags, RW_OVERRIDE_UNUSED, rw_node_pos(item),
			  rw_node_attr(item, "id"), NULL, NULL);
}

static void merge_item(struct merge *m, const struct rw_node *item,
		       struct rw_node *list)
{
	const char *id = rw_node_attr(item, "id");
	struct rw_node *old = list == m->base ? twin_of(list, item)
			      : id	      ? rw_list_item(list, id)
					      : NULL;
	struct rw_node *copy = copy_item(m, item, list);

	place_item(m, item, copy, old);
	if (old == NULL)
		return;
	check_use(m, item, old);
	rw_node_remove(old);
}

static void merge_remove(struct merge *m, const struct rw_node *item,
			 struct rw_node *list)
{
	struct rw_node *old = rw_list_item(list, rw_node_attr(item, "ref"));

	if (old == NULL)
		report_missing(m, RW_REMOVE_UNKNOWN, item, "ref", list);
	else
		rw_node_remove(old);
}

/* ----------------------------------------------------------- statements */

struct statement_search {
	const char *id;
	size_t id_len;
	const char *document; /* "" for any */
	size_t document_len;
	struct rw_vec ids;
};

static struct rw_node *search_document(struct rw_workspace *ws,
				       struct rw_entry *entry,
				       struct statement_search *s,
				       const char *lang, struct rw_diags *diags)
{
	struct rw_node *root = rw_inherit_resolve(ws, entry, lang, diags);
	struct rw_node *item = root ? rw_node_child(root, NULL) : NULL;

	for (; item != NULL; item = rw_node_next_element(item, NULL)) {
		const char *id = rw_node_attr(item, "id");

		if (id == NULL)
			continue;
		if (strlen(id) == s->id_len &&
		    strncmp(id, s->id, s->id_len) == 0)
			return item;
		rw_vec_push(&s->ids, (void *)id);
	}
	return NULL;
}

static struct rw_node *find_statement(struct merge *m, const char *ref,
				      struct statement_search *s)
{
	const char *hash = strchr(ref, '#');
	const char *lang = m->base ? rw_node_lang(m->base) : "";
	struct rw_entry *const *entries;
	size_t count;

	s->document = hash ? ref : "";
	s->document_len = hash ? (size_t)(hash - ref) : 0;
	s->id = hash ? hash + 1 : ref;
	s->id_len = strlen(s->id);
	entries = rw_workspace_list(m->ws, RW_KIND_STATEMENTS, &count);
	for (size_t i = 0; i < count; i++) {
		struct rw_node *item;

		if (s->document_len > 0 &&
		    (strlen(entries[i]->id) != s->document_len ||
		     strncmp(entries[i]->id, ref, s->document_len) != 0))
			continue;
		item = search_document(m->ws, entries[i], s,
				       lang[0] ? lang : NULL, m->diags);
		if (item != NULL)
			return item;
	}
	return NULL;
}

const char *rw_statement_list(struct rw_workspace *ws, const char *ref,
			      struct rw_diags *diags)
{
	struct statement_search s = { 0 };
	struct merge m = { .ws = ws, .diags = diags };
	const struct rw_node *item = find_statement(&m, ref, &s);

	rw_vec_release(&s.ids);
	return item ? rw_list_of_item(rw_node_name(item)) : NULL;
}

/* Which list of the vocabulary holds an item: requirement -> requirements. */
static bool fits(const struct rw_node *item, const struct rw_node *list)
{
	return strcmp(rw_list_of_item(rw_node_name(item)),
		      rw_node_name(list)) == 0;
}

static void report_statement(struct merge *m, const struct rw_node *use,
			     const struct statement_search *s)
{
	const char *near = rw_nearest(s->id, (const char *const *)s->ids.items,
				      s->ids.count);

	rw_report_near(
		m->diags, RW_REFERENCE_UNKNOWN,
		rw_node_attr_value_pos(use, "ref", rw_diags_sources(m->diags)),
		near, (const char *const[]){ "statement", s->id, NULL });
	m->status = -1;
}

static void merge_use(struct merge *m, const struct rw_node *use,
		      struct rw_node *list)
{
	struct statement_search s = { 0 };
	const char *ref = rw_node_attr(use, "ref");
	const struct rw_node *item = find_statement(m, ref, &s);
	struct rw_node *old, *copy;

	if (item == NULL) {
		report_statement(m, use, &s);
	} else if (!fits(item, list)) {
		rw_report(m->diags, RW_USE_KIND,
			  rw_node_attr_value_pos(use, "ref",
						 rw_diags_sources(m->diags)),
			  ref, rw_node_name(item), rw_node_name(list));
		m->status = -1;
	} else {
		const char *id = rw_node_attr(use, "id");

		id = id ? id : rw_node_attr(item, "id");
		old = rw_list_item(list, id);
		copy = rw_node_copy(item, list);
		rw_node_set_attr(copy, "id", id);
		if (rw_node_attr(use, "audience") != NULL)
			rw_node_set_attr(copy, "audience",
					 rw_node_attr(use, "audience"));
		place_item(m, use, copy, old);
		if (old != NULL)
			rw_node_remove(old);
	}
	rw_vec_release(&s.ids);
}

/* ---------------------------------------------------------------- lists */

static void merge_entry(struct merge *m, const struct rw_node *item,
			struct rw_node *list)
{
	if (rw_node_is(item, "remove"))
		merge_remove(m, item, list);
	else if (rw_node_is(item, "use"))
		merge_use(m, item, list);
	else
		merge_item(m, item, list);
}

static void check_twice(struct merge *m, struct rw_map *seen,
			const struct rw_node *item)
{
	const char *id = rw_node_attr(item, "id");

	if (id == NULL)
		return;
	if (rw_map_put(seen, id, (void *)id) != NULL) {
		rw_report(m->diags, RW_ID_TWICE,
			  rw_node_attr_value_pos(item, "id",
						 rw_diags_sources(m->diags)),
			  id, rw_node_name(rw_node_parent(item)), NULL);
		m->status = -1;
	}
}

struct copy_attributes {
	struct rw_node *to;
};

static void copy_attribute(void *context, const char *name, const char *value)
{
	struct copy_attributes *c = context;

	rw_node_set_attr(c->to, name, value);
}

static void merge_list(struct merge *m, const struct rw_node *from)
{
	struct rw_node *list = rw_node_child(m->base, rw_node_name(from));
	struct rw_map *seen = rw_map_new();
	struct rw_node *item;

	if (list == NULL) {
		list = rw_node_copy_shallow(from, m->base);
	} else {
		struct copy_attributes copy = { list };

		rw_node_attrs(from, copy_attribute, &copy);
	}
	for (item = rw_node_child(from, NULL); item != NULL;
	     item = rw_node_next_element(item, NULL)) {
		check_twice(m, seen, item);
		merge_entry(m, item, list);
	}
	rw_map_free(seen);
}

/* ---------------------------------------------------------------- parts */

/* Removes what the base has under that name: the child speaks for it all. */
static void drop_parts(struct rw_node *base, const char *name)
{
	struct rw_node *old = rw_node_child(base, name);

	while (old != NULL) {
		struct rw_node *next = rw_node_next_element(old, name);

		rw_node_remove(old);
		old = next;
	}
}

static bool first_of_name(const struct rw_node *part)
{
	const char *name = rw_node_name(part);

	return rw_node_child(rw_node_parent(part), name) == part;
}

static void merge_part(struct merge *m, const struct rw_node *part)
{
	struct rw_node *copy;

	if (first_of_name(part))
		drop_parts(m->base, rw_node_name(part));
	copy = rw_node_copy(part, m->base);
	if (m->lang != NULL)
		rw_node_set_attr(copy, "xml:lang", m->lang);
}

static void clear_attribute(void *context, const char *name, const char *value)
{
	(void)value;
	rw_vec_push(context, rw_strdup(name));
}

/* The root's attributes become the child's; its language stays. */
static void merge_root(struct merge *m, const struct rw_node *child)
{
	struct rw_vec names = { 0 };
	struct copy_attributes copy = { m->base };
	char *lang = rw_strdup(rw_node_lang(m->base));

	rw_node_attrs(m->base, clear_attribute, &names);
	for (size_t i = 0; i < names.count; i++) {
		rw_node_set_attr(m->base, names.items[i], NULL);
		rw_free(names.items[i]);
	}
	rw_vec_release(&names);
	rw_node_attrs(child, copy_attribute, &copy);
	rw_node_set_pos(m->base, rw_node_pos(child));
	if (lang[0])
		rw_node_set_attr(m->base, "xml:lang", lang);
	rw_free(lang);
}

static void merge_begin(struct merge *m, struct rw_workspace *ws,
			struct rw_node *base, const struct rw_node *child,
			struct rw_diags *diags)
{
	const char *from = rw_node_lang(child), *to = rw_node_lang(base);

	*m = (struct merge){ ws, base, NULL, diags, 0 };
	if (from[0] && to[0] && !rw_lang_same(from, to))
		m->lang = from;
}

/* An item that stands in the document itself: a term, a band. */
static void merge_own(struct merge *m, struct rw_map *seen,
		      const struct rw_node *item)
{
	struct rw_buf key = RW_BUF_INIT;

	rw_buf_printf(&key, "%s %s", rw_node_name(item), key_of(item));
	if (rw_map_put(seen, key.data, seen) != NULL) {
		rw_report(m->diags, RW_ID_TWICE,
			  rw_node_attr_value_pos(item, key_name(item),
						 rw_diags_sources(m->diags)),
			  key_of(item), rw_node_name(rw_node_parent(item)),
			  NULL);
		m->status = -1;
	} else {
		merge_item(m, item, m->base);
	}
	rw_buf_release(&key);
}

int rw_inherit_merge(struct rw_workspace *ws, struct rw_node *base,
		     const struct rw_node *child, struct rw_diags *diags)
{
	struct rw_map *seen = rw_map_new();
	struct merge m;
	struct rw_node *n;

	merge_begin(&m, ws, base, child, diags);
	merge_root(&m, child);
	for (n = rw_node_child(child, NULL); n != NULL;
	     n = rw_node_next_element(n, NULL)) {
		const struct rw_element_type *type =
			rw_element_type(rw_node_name(n));

		if (type != NULL && type->merge == RW_MERGE_LIST)
			merge_list(&m, n);
		else if (type != NULL && type->merge == RW_MERGE_ITEM &&
			 key_of(n) != NULL)
			merge_own(&m, seen, n);
		else
			merge_part(&m, n);
	}
	rw_map_free(seen);
	return m.status;
}

int rw_inherit_list(struct rw_workspace *ws, struct rw_node *base,
		    const struct rw_node *list, struct rw_diags *diags)
{
	struct merge m;

	merge_begin(&m, ws, base, list, diags);
	merge_list(&m, list);
	return m.status;
}

/* --------------------------------------------------------- translations */

struct overlay {
	const char *lang;
	struct rw_diags *diags;
	int status;
};

static bool has_text(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type != NULL && type->content != RW_CONTENT_STRUCT &&
	       type->content != RW_CONTENT_NONE;
}

/* Children that are text of the element itself, not parts of it. */
static bool is_own_text(const struct rw_node *child)
{
	const struct rw_element_type *type;

	if (rw_node_kind(child) != RW_NODE_ELEMENT)
		return rw_node_content(child)[strspn(rw_node_content(child),
						     " \t\r\n")] != '\0';
	if (strcmp(rw_node_ns(child), RW_NS) != 0)
		return true;
	type = rw_element_type(rw_node_name(child));
	return rw_node_is(child, "placeholder") || rw_node_is(child, "term") ||
	       rw_node_is(child, "table") || type == NULL ||
	       type->merge != RW_MERGE_CHILD;
}

static bool has_own_text(const struct rw_node *node)
{
	for (struct rw_node *c = rw_node_first(node); c; c = rw_node_next(c))
		if (is_own_text(c))
			return true;
	return false;
}

/* Replaces the own text of 'to' by that of 'from', before its child parts. */
static void replace_text(struct rw_node *to, const struct rw_node *from)
{
	struct rw_node *c = rw_node_first(to), *next, *part;

	for (; c != NULL; c = next) {
		next = rw_node_next(c);
		if (is_own_text(c))
			rw_node_remove(c);
	}
	part = rw_node_child(to, NULL);
	for (c = rw_node_first(from); c != NULL; c = rw_node_next(c)) {
		struct rw_node *copy;

		if (!is_own_text(c))
			continue;
		copy = rw_node_copy(c, to);
		if (part != NULL)
			rw_node_move_before(copy, part);
	}
	rw_node_set_pos(to, rw_node_pos(from));
}

static void check_stale(struct overlay *o, const struct rw_node *original,
			const struct rw_node *item)
{
	const char *of = rw_node_attr(item, "of");
	const char *id = rw_node_attr(item, "id");
	char hash[9];

	if (of == NULL || original == NULL)
		return;
	rw_prose_hash(original, hash);
	if (strcmp(of, hash) != 0)
		rw_report(o->diags, RW_TRANSLATION_STALE,
			  rw_node_attr_value_pos(item, "of",
						 rw_diags_sources(o->diags)),
			  id ? id : rw_node_name(item), hash, NULL);
}

/* The child of 'base' that 'item' translates: by id, else by name and rank. */
static struct rw_node *counterpart(const struct rw_node *base,
				   const struct rw_node *item)
{
	const char *id = rw_node_attr(item, "id");
	struct rw_node *n, *twin;

	if (base == NULL)
		return NULL;
	if (id != NULL)
		return rw_list_item(base, id);
	n = rw_node_child(base, rw_node_name(item));
	twin = rw_node_child(rw_node_parent(item), rw_node_name(item));
	for (; n != NULL && twin != item;
	     twin = rw_node_next_element(twin, rw_node_name(item)))
		n = rw_node_next_element(n, rw_node_name(item));
	return n;
}

static void overlay_children(struct overlay *o, struct rw_node *base,
			     const struct rw_node *original,
			     const struct rw_node *overlay);

/* Labels of a term are a set: those of the language replace all of them. */
static bool is_set(const struct rw_node *node)
{
	return rw_node_is(node, "synonym") || rw_node_is(node, "inflection") ||
	       rw_node_is(node, "abbreviation") ||
	       (rw_node_is(node, "title") &&
		rw_node_is(rw_node_parent(node), "other-titles"));
}

static void overlay_set(struct rw_node *base, const struct rw_node *item)
{
	if (first_of_name(item))
		drop_parts(base, rw_node_name(item));
	rw_node_copy(item, base);
}

/* Parts that are not translated keep the language of what holds them. */
static void hand_down_language(struct rw_node *node)
{
	const char *lang = rw_node_attr(node, "xml:lang");
	struct rw_node *n = lang ? rw_node_child(node, NULL) : NULL;

	for (; n != NULL; n = rw_node_next_element(n, NULL))
		if (strcmp(rw_node_ns(n), RW_NS) == 0 &&
		    rw_node_attr(n, "xml:lang") == NULL &&
		    rw_node_first(n) != NULL &&
		    !(has_text(node) && is_own_text(n)))
			rw_node_set_attr(n, "xml:lang", lang);
}

/* Says the language of the translation where what is around has another. */
static void set_language(struct overlay *o, struct rw_node *node)
{
	rw_node_set_attr(node, "xml:lang", NULL);
	if (!rw_lang_same(rw_node_lang(node), o->lang))
		rw_node_set_attr(node, "xml:lang", o->lang);
}

/* What these attributes say is text, for people. */
static bool is_text_attribute(const char *element, const char *name)
{
	static const char *const texts[][2] = {
		{ "source", "method" },	    { "place", "city" },
		{ "place", "region-name" }, { "scope", "region" },
		{ "occupation", "name" },   { "approval", "role" },
		{ "image", "alt" },	    { "video", "alt" },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(texts[i][0], element) == 0 &&
		    strcmp(texts[i][1], name) == 0)
			return true;
	return false;
}

/* What a translation says of itself. */
static bool is_own_attribute(const char *name)
{
	static const char *const names[] = { "id",	"xml:lang", "of",
					     "updated", "version",  "status",
					     "owner",	"review-by" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

struct overlay_attributes {
	struct overlay *overlay;
	struct rw_node *to;
	const struct rw_node *from;
};

/* A translation may repeat what is no text, and change what is. */
static void overlay_attribute(void *context, const char *name,
			      const char *value)
{
	struct overlay_attributes *a = context;
	struct rw_diags *diags = a->overlay->diags;
	const char *theirs = rw_node_attr(a->to, name);
	struct rw_buf text = RW_BUF_INIT;

	if (is_own_attribute(name) ||
	    (theirs != NULL && strcmp(value, theirs) == 0))
		return;
	if (is_text_attribute(rw_node_name(a->from), name)) {
		rw_node_set_attr(a->to, name, value);
		return;
	}
	rw_buf_printf(&text, "%s=\"%s\"", name, value);
	rw_report_hint(diags, RW_TRANSLATION_STRUCTURE,
		       rw_node_attr_pos(a->from, name, rw_diags_sources(diags)),
		       theirs ? "repeat what the document says, or take it out"
			      : "take it out: text is all that is translated",
		       (const char *const[]){ text.data, NULL, NULL });
	rw_buf_release(&text);
	a->overlay->status = -1;
}

static void overlay_attributes(struct overlay *o, struct rw_node *to,
			       const struct rw_node *from)
{
	struct overlay_attributes a = { o, to, from };

	rw_node_attrs(from, overlay_attribute, &a);
}

static void overlay_item(struct overlay *o, struct rw_node *base,
			 const struct rw_node *original,
			 const struct rw_node *item)
{
	struct rw_node *to = counterpart(base, item);
	const char *id = rw_node_attr(item, "id");

	if (is_set(item)) {
		overlay_set(base, item);
		return;
	}
	if (to == NULL) {
		rw_report(o->diags, RW_TRANSLATION_STRUCTURE, rw_node_pos(item),
			  id ? id : rw_node_name(item), NULL, NULL);
		o->status = -1;
		return;
	}
	original = counterpart(original, item);
	check_stale(o, original, item);
	overlay_attributes(o, to, item);
	if (has_text(item) && has_own_text(item)) {
		hand_down_language(to);
		replace_text(to, item);
		set_language(o, to);
	} else if (!has_text(item)) {
		hand_down_language(to);
		set_language(o, to);
	}
	overlay_children(o, to, original, item);
}

static void overlay_children(struct overlay *o, struct rw_node *base,
			     const struct rw_node *original,
			     const struct rw_node *overlay)
{
	struct rw_node *n;

	for (n = rw_node_child(overlay, NULL); n != NULL;
	     n = rw_node_next_element(n, NULL))
		if (strcmp(rw_node_ns(n), RW_NS) == 0 &&
		    rw_element_type(rw_node_name(n)) != NULL &&
		    !(has_text(overlay) && is_own_text(n)))
			overlay_item(o, base, original, n);
}

int rw_inherit_overlay(struct rw_node *base, const struct rw_node *original,
		       const struct rw_node *overlay, struct rw_diags *diags)
{
	struct overlay o = { rw_node_lang(overlay), diags, 0 };
	const char *updated = rw_node_attr(overlay, "updated");
	const char *old = rw_node_attr(base, "updated");

	if (updated != NULL && (old == NULL || strcmp(old, updated) < 0))
		rw_node_set_attr(base, "updated", updated);
	overlay_attributes(&o, base, overlay);
	overlay_children(&o, base, original, overlay);
	return o.status;
}
