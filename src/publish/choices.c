/*
 * Choices of a command line, written as a document.
 */
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/map.h"
#include "base/nearest.h"
#include "model/inherit.h"
#include "model/known.h"
#include "model/lists.h"
#include "model/vocabulary.h"
#include "publish/canonical.h"
#include "publish/choices.h"
#include "text/locale.h"
#include "write/write.h"
#include "xml/serialise.h"

struct maker {
	struct rw_workspace *ws;
	struct rw_arena *arena;
	const struct rw_choices *choices;
	struct rw_doc *doc;	       /* the new document */
	struct rw_node *root;	       /* its root */
	const struct rw_node *role;    /* resolved chain */
	const struct rw_node *company; /* the same, or NULL */
	struct rw_diags *diags;
	int status;
};

bool rw_choices_any(const struct rw_choices *c)
{
	return c->company || c->pay || c->places.count || c->set.count ||
	       c->with.count || c->without.count || c->max.count;
}

static bool needs_posting(const struct rw_choices *c)
{
	return c->base->kind == RW_KIND_POSTING || c->company || c->pay ||
	       c->places.count;
}

static void fail(struct maker *m, const char *option, const char *value,
		 const char *why)
{
	rw_report(m->diags, RW_CHOICE, RW_NOWHERE, option, value, why);
	m->status = -1;
}

/* ----------------------------------------------------------------- begin */

static const char *only_company(struct maker *m)
{
	struct rw_entry *const *entries, *own = NULL;
	size_t count, found = 0;

	entries = rw_workspace_list(m->ws, RW_KIND_COMPANY, &count);
	for (size_t i = 0; i < count; i++)
		if (entries[i]->layer == RW_LAYER_WORKSPACE) {
			own = entries[i];
			found++;
		}
	if (found == 1)
		return own->id;
	fail(m, "--company", "",
	     found ? "the workspace has several companies"
		   : "the workspace has no company");
	return NULL;
}

static struct rw_node *read_root(struct maker *m, const struct rw_entry *entry)
{
	struct rw_doc *doc = rw_doc_read(m->arena, entry->path, entry->name,
					 &rw_limits_role, m->diags);

	if (doc != NULL && entry == m->choices->base)
		m->doc = doc;
	return doc ? rw_doc_root(doc) : NULL;
}

/* The posting as it is written, with the words of its translation. */
static struct rw_node *read_posting(struct maker *m)
{
	const struct rw_choices *c = m->choices;
	struct rw_entry *overlay =
		c->lang ? rw_workspace_translation(m->ws, c->base, c->lang)
			: NULL;
	struct rw_node *root = read_root(m, c->base), *words;

	if (root == NULL || overlay == NULL)
		return root;
	rw_node_set_attr(root, "xml:lang", c->lang);
	words = read_root(m, overlay);
	return words && rw_inherit_overlay(root, NULL, words, m->diags) == 0
		       ? root
		       : NULL;
}

static struct rw_node *begin_posting(struct maker *m)
{
	const struct rw_choices *c = m->choices;
	struct rw_node *root;

	if (c->base->kind == RW_KIND_POSTING)
		return read_posting(m);
	m->doc = rw_doc_new(m->arena, RW_NS, "posting");
	root = rw_doc_root(m->doc);
	rw_node_set_attr(root, "id", c->base->id);
	rw_node_set_attr(root, "role", c->base->id);
	rw_node_set_attr(root, "company",
			 c->company ? c->company : only_company(m));
	return root;
}

static struct rw_node *begin_role(struct maker *m)
{
	struct rw_node *root;

	m->doc = rw_doc_new(m->arena, RW_NS, "role");
	root = rw_doc_root(m->doc);
	rw_node_set_attr(root, "id", m->choices->base->id);
	rw_node_set_attr(root, "extends", m->choices->base->id);
	return root;
}

/* The chain that 'name' of the new root refers to. */
static const struct rw_node *chain(struct maker *m, const char *name,
				   enum rw_kind kind, const char *lang)
{
	const char *id = rw_node_attr(m->root, name);
	struct rw_entry *entry =
		id ? rw_workspace_need(m->ws, kind, id, RW_NOWHERE, m->diags)
		   : NULL;
	const struct rw_node *root =
		entry ? rw_inherit_resolve(m->ws, entry, lang, m->diags) : NULL;

	if (id != NULL && root == NULL)
		m->status = -1;
	return root;
}

static void set_language(struct maker *m)
{
	const char *lang = m->choices->lang;
	struct rw_node *base = rw_entry_root(m->ws, m->choices->base, m->diags);

	if (lang == NULL && rw_node_lang(m->root)[0] == '\0')
		lang = base ? rw_node_lang(base) : "en";
	if (lang != NULL)
		rw_node_set_attr(m->root, "xml:lang", lang);
}

/*
 * "write 'NEAR'; there are NEAR, B, C": what could have been meant by a name
 * that is none of 'names', the nearest first, each once.
 */
static const char *names_hint(struct maker *m, const char *wanted,
			      const struct rw_vec *names)
{
	const char *const *all = (const char *const *)names->items;
	const char *near = rw_nearest(wanted, all, names->count), *hint;
	struct rw_map *seen = rw_map_new();
	struct rw_buf text = RW_BUF_INIT;

	if (near != NULL) {
		rw_buf_printf(&text, "write '%s'; there are: %s", near, near);
		rw_map_put(seen, near, seen);
	}
	for (size_t i = 0; i < names->count; i++)
		if (rw_map_put(seen, all[i], seen) == NULL)
			rw_buf_printf(&text, "%s%s",
				      text.len ? ", " : "use one of: ", all[i]);
	hint = text.len ? rw_arena_strdup(m->arena, text.data) : NULL;
	rw_map_free(seen);
	rw_buf_release(&text);
	return hint;
}

/* --------------------------------------------------------------- choices */

/* The ids of the command line name places of the company. */
static void check_places(struct maker *m)
{
	const struct rw_vec *places = &m->choices->places;
	struct rw_vec ids = { 0 };

	if (m->company != NULL)
		rw_known_places(m->company, &ids);
	for (size_t i = 0; i < places->count; i++) {
		const char *id = places->items[i];
		size_t k = 0;

		while (k < ids.count && strcmp(ids.items[k], id) != 0)
			k++;
		if (k < ids.count)
			continue;
		rw_report_hint(m->diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE,
			       names_hint(m, id, &ids),
			       (const char *const[]){ "place", id, NULL });
		m->status = -1;
	}
	rw_vec_release(&ids);
}

static void set_places(struct maker *m)
{
	struct rw_node *old = rw_node_child(m->root, "place"), *next;

	for (; old != NULL && m->choices->places.count; old = next) {
		next = rw_node_next_element(old, "place");
		rw_node_remove(old);
	}
	for (size_t i = 0; i < m->choices->places.count; i++)
		rw_node_set_attr(rw_node_add(m->root, RW_NS, "place"), "ref",
				 m->choices->places.items[i]);
}

/* The currency of the country of the first place. */
static const char *currency(struct maker *m)
{
	struct rw_node *ref = rw_node_child(m->root, "place");
	struct rw_node *places =
		m->company ? rw_node_child(m->company, "places") : NULL;
	struct rw_node *place =
		places && ref && rw_node_attr(ref, "ref")
			? rw_list_item(places, rw_node_attr(ref, "ref"))
			: NULL;
	const char *country;

	if (place == NULL && places != NULL)
		place = rw_node_child(places, "place");
	country = place ? rw_node_attr(place, "country") : NULL;
	return country ? rw_locale_currency(m->arena, country) : NULL;
}

/* Sets an amount of the pay; its value, or -1 if it is none. */
static rw_decimal set_amount(struct rw_node *pay, const char *name,
			     const char *text)
{
	rw_decimal value;

	rw_node_set_attr(pay, name, text);
	return rw_decimal_parse(text, &value) && value >= 0 ? value : -1;
}

static void set_amounts(struct maker *m, struct rw_node *pay, char *range)
{
	char *dash = strchr(range, '-');
	rw_decimal min, max;

	if (dash != NULL)
		*dash = '\0';
	min = set_amount(pay, dash ? "min" : "fixed", range);
	max = dash ? set_amount(pay, "max", dash + 1) : min;
	if (min < 0 || max < 0)
		fail(m, "--pay", m->choices->pay,
		     "write it as 60000-80000/year");
	else if (min > max)
		fail(m, "--pay", m->choices->pay,
		     "it starts above where it ends");
}

static void copy_attr(void *node, const char *name, const char *value)
{
	if (strcmp(name, "of") != 0)
		rw_node_set_attr(node, name, value);
}

/* Another range is no other commission: what was said of it stays. */
static void keep_pay_texts(struct maker *m, const struct rw_node *from,
			   struct rw_node *to)
{
	const struct rw_node *n = from ? rw_node_child(from, NULL) : NULL;

	for (; n != NULL; n = rw_node_next_element(n, NULL))
		rw_node_attrs(n, copy_attr,
			      rw_node_add_with_text(to, RW_NS, rw_node_name(n),
						    rw_node_text(m->arena, n)));
}

static void set_pay(struct maker *m)
{
	char *text = rw_arena_strdup(m->arena, m->choices->pay);
	struct rw_node *old = rw_node_child(m->root, "pay"), *pay;
	char *period = strchr(text, '/'), *unit;

	pay = rw_node_add(m->root, RW_NS, "pay");
	if (old == NULL && m->role != NULL)
		keep_pay_texts(m, rw_node_child(m->role, "pay"), pay);
	else
		keep_pay_texts(m, old, pay);
	if (old != NULL)
		rw_node_remove(old);
	if (period != NULL)
		*period++ = '\0';
	unit = period ? strchr(period, '/') : NULL;
	if (unit != NULL)
		*unit++ = '\0';
	set_amounts(m, pay, text);
	rw_node_set_attr(pay, "period", period ? period : "year");
	rw_node_set_attr(pay, "currency", unit ? unit : currency(m));
	if (unit != NULL && !rw_locale_is_currency(unit))
		fail(m, "--pay", m->choices->pay, "there is no such currency");
	if (rw_node_attr(pay, "currency") == NULL)
		fail(m, "--pay", m->choices->pay,
		     "name the currency: 60000-80000/year/USD");
}

static struct rw_node *list_in(struct maker *m, const char *name)
{
	struct rw_node *list = rw_node_child(m->root, name);

	return list ? list : rw_node_add(m->root, RW_NS, name);
}

static bool has_class(const struct rw_node *item, const char *name)
{
	const char *list = rw_node_attr(item, "class");
	size_t len = strlen(name);

	for (; list && *(list += strspn(list, " ")) != '\0';
	     list += strcspn(list, " "))
		if (strcspn(list, " ") == len && !strncmp(list, name, len))
			return true;
	return false;
}

/* Calls for each item of a list of 'from' with that id or class. */
static size_t each_match(struct maker *m, const struct rw_node *from,
			 const char *name,
			 void (*fn)(struct maker *m, const struct rw_node *item,
				    const char *arg),
			 const char *arg)
{
	struct rw_node *list = from ? rw_node_child(from, NULL) : NULL;
	size_t found = 0;

	for (; list != NULL; list = rw_node_next_element(list, NULL)) {
		struct rw_node *item = rw_node_child(list, NULL), *next;

		for (; item; item = next) {
			const char *id = rw_node_attr(item, "id");

			next = rw_node_next_element(item, NULL);
			if (!rw_list_of_item(rw_node_name(item))[0] ||
			    ((id == NULL || strcmp(id, name) != 0) &&
			     !has_class(item, name)))
				continue;
			fn(m, item, arg);
			found++;
		}
	}
	return found;
}

static bool has_remove(const struct rw_node *list, const char *id)
{
	const struct rw_node *n = rw_node_child(list, "remove");

	for (; n != NULL; n = rw_node_next_element(n, "remove"))
		if (rw_node_attr(n, "ref") &&
		    strcmp(rw_node_attr(n, "ref"), id) == 0)
			return true;
	return false;
}

static void remove_item(struct maker *m, const struct rw_node *item,
			const char *arg)
{
	struct rw_node *list = list_in(m, rw_list_of_item(rw_node_name(item)));
	struct rw_node *own = rw_list_item(list, rw_node_attr(item, "id"));

	(void)arg;
	if (own != NULL)
		rw_node_remove(own);
	if (has_remove(list, rw_node_attr(item, "id")))
		return;
	rw_node_set_attr(rw_node_add(list, RW_NS, "remove"), "ref",
			 rw_node_attr(item, "id"));
}

static void drop_item(struct maker *m, const struct rw_node *item,
		      const char *arg)
{
	(void)m;
	(void)arg;
	rw_node_remove((struct rw_node *)item);
}

/* True if 'use' takes in the statement, or calls it, 'id'. */
static bool takes_in(const struct rw_node *use, const char *id)
{
	const char *own = rw_node_attr(use, "id");
	const char *ref = rw_node_attr(use, "ref");
	const char *hash = ref ? strchr(ref, '#') : NULL;

	if (!rw_node_is(use, "use") || ref == NULL)
		return false;
	return strcmp(own ? own : hash ? hash + 1 : ref, id) == 0;
}

/* Drops the <use> of that statement; how many there were. */
static size_t drop_uses(struct maker *m, const char *id)
{
	struct rw_node *list = rw_node_child(m->root, NULL), *use, *next;
	size_t found = 0;

	for (; list != NULL; list = rw_node_next_element(list, NULL))
		for (use = rw_node_child(list, NULL); use; use = next) {
			next = rw_node_next_element(use, NULL);
			if (!takes_in(use, id))
				continue;
			rw_node_remove(use);
			found++;
		}
	return found;
}

/* Adds the ids of the items in the lists of 'from', which may be NULL. */
static void note_items(const struct rw_node *from, struct rw_vec *ids)
{
	const struct rw_node *list = from ? rw_node_child(from, NULL) : NULL;

	for (; list != NULL; list = rw_node_next_element(list, NULL)) {
		const struct rw_node *item = rw_node_child(list, NULL);

		for (; item != NULL; item = rw_node_next_element(item, NULL))
			if (rw_list_of_item(rw_node_name(item))[0] &&
			    rw_node_attr(item, "id"))
				rw_vec_push(ids,
					    (void *)rw_node_attr(item, "id"));
	}
}

static void report_no_item(struct maker *m, const char *name)
{
	struct rw_vec ids = { 0 };

	note_items(m->role, &ids);
	note_items(m->company, &ids);
	note_items(m->root, &ids);
	rw_report_near(
		m->diags, RW_CHOICE, RW_NOWHERE,
		rw_nearest(name, (const char *const *)ids.items, ids.count),
		(const char *const[]){ "--without", name,
				       "no item has this id or class; see "
				       "'rolewright list items'" });
	m->status = -1;
	rw_vec_release(&ids);
}

static void set_without(struct maker *m, const char *name)
{
	size_t found = each_match(m, m->role, name, remove_item, NULL) +
		       each_match(m, m->company, name, remove_item, NULL);

	if (found == 0)
		found = each_match(m, m->root, name, drop_item, NULL);
	found += drop_uses(m, name);
	if (found == 0)
		report_no_item(m, name);
}

static void set_with(struct maker *m, const char *ref)
{
	const char *list = rw_statement_list(m->ws, ref, m->diags);

	if (list == NULL)
		fail(m, "--with", ref,
		     "no statement has this id; see "
		     "'rolewright list statements'");
	else
		rw_node_set_attr(rw_node_add(list_in(m, list), RW_NS, "use"),
				 "ref", ref);
}

static bool is_marked(const struct rw_node *item, const char *name,
		      const char *value)
{
	const char *other = rw_node_attr(item, name);

	return other != NULL && strcmp(other, value) == 0;
}

/* The list as it will be, with all that it inherits; NULL after an error. */
static struct rw_node *merged_list(struct maker *m, const char *name)
{
	const struct rw_node *from[] = { m->role, m->company, m->root };
	struct rw_doc *doc = rw_doc_new(m->arena, RW_NS, "posting");
	struct rw_node *root = rw_doc_root(doc);

	rw_node_set_attr(root, "xml:lang", rw_node_lang(m->root));
	for (size_t i = 0; i < sizeof(from) / sizeof(from[0]); i++) {
		const struct rw_node *list =
			from[i] ? rw_node_child(from[i], name) : NULL;

		if (list != NULL &&
		    rw_inherit_list(m->ws, root, list, m->diags) != 0)
			m->status = -1;
	}
	return m->status == 0 ? rw_node_child(root, name) : NULL;
}

/*
 * Removes what is over 'most', the last first, and what is marked as key last
 * of all. What only insiders read does not count.
 */
static void keep_most(struct maker *m, const struct rw_node *list, size_t most)
{
	size_t keys = 0, others;
	struct rw_node *own = list_in(m, rw_node_name(list)), *item;

	for (item = rw_node_child(list, NULL); item != NULL;
	     item = rw_node_next_element(item, NULL))
		keys += is_marked(item, "key", "yes") &&
			!is_marked(item, "audience", "internal");
	keys = keys < most ? keys : most;
	others = most - keys;
	for (item = rw_node_child(list, NULL); item != NULL;
	     item = rw_node_next_element(item, NULL)) {
		size_t *left = is_marked(item, "key", "yes") ? &keys : &others;

		if (is_marked(item, "audience", "internal"))
			continue;
		if (*left > 0)
			--*left;
		else
			rw_node_set_attr(rw_node_add(own, RW_NS, "remove"),
					 "ref", rw_node_attr(item, "id"));
	}
}

static void set_max(struct maker *m, const char *value)
{
	const char *equals = strchr(value, '=');
	const struct rw_element_type *type;
	struct rw_node *list;
	char *name;

	name = rw_arena_strndup(m->arena, value,
				equals ? (size_t)(equals - value) : 0);
	type = rw_element_type(name);
	if (equals == NULL || type == NULL || type->merge != RW_MERGE_LIST ||
	    equals[1] == '\0' || equals[1 + strspn(equals + 1, "0123456789")]) {
		fail(m, "--max", value, "write it as responsibilities=6");
		return;
	}
	list = merged_list(m, name);
	if (list != NULL)
		keep_most(m, list, strtoul(equals + 1, NULL, 10));
}

/* --------------------------------------------------------------------- set */

static void keep_attribute(void *context, const char *name, const char *value)
{
	static const char *const dropped[] = { "before", "after", "of",
					       "xml:lang" };

	for (size_t i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		if (strcmp(name, dropped[i]) == 0)
			return;
	rw_node_set_attr(context, name, value);
}

/* A part of the item, such as the measure of a kpi, as it was written. */
static void keep_part(struct maker *m, struct rw_node *own,
		      const struct rw_node *part)
{
	struct rw_doc *doc = rw_doc_new(m->arena, RW_NS_MD, "document");
	struct rw_buf text = RW_BUF_INIT;
	const struct rw_node *n = rw_node_first(part);

	for (; n != NULL; n = rw_node_next(n))
		rw_node_copy(n, rw_doc_root(doc));
	if (rw_write_markdown(doc, &text, m->diags) == 0)
		rw_node_add_text_n(rw_node_add(own, RW_NS, rw_node_name(part)),
				   text.data, text.len);
	else
		m->status = -1;
	rw_buf_release(&text);
}

static void reword_item(struct maker *m, const struct rw_node *item,
			const char *text)
{
	struct rw_node *list = list_in(m, rw_list_of_item(rw_node_name(item)));
	struct rw_node *own = rw_list_item(list, rw_node_attr(item, "id"));
	const struct rw_node *part;

	if (own == NULL)
		own = rw_node_add(list, RW_NS, rw_node_name(item));
	rw_node_attrs(item, keep_attribute, own);
	rw_node_empty(own);
	rw_node_add_text(own, text);
	for (part = rw_node_child(item, NULL); part != NULL;
	     part = rw_node_next_element(part, NULL)) {
		const struct rw_element_type *type =
			rw_element_type(rw_node_name(part));

		if (strcmp(rw_node_ns(part), RW_NS) == 0 && type != NULL &&
		    type->merge == RW_MERGE_CHILD)
			keep_part(m, own, part);
	}
}

/* An item that the document has already: its words go, its parts stay. */
static void reword_own(struct maker *m, const struct rw_node *item,
		       const char *text)
{
	struct rw_node *own =
		rw_list_item(rw_node_parent(item), rw_node_attr(item, "id"));
	struct rw_node *n = rw_node_first(own), *next, *part;

	(void)m;
	for (; n != NULL; n = next) {
		next = rw_node_next(n);
		if (rw_node_kind(n) != RW_NODE_ELEMENT)
			rw_node_remove(n);
	}
	part = rw_node_child(own, NULL);
	rw_node_add_text(own, text);
	if (part != NULL)
		rw_node_move_before(rw_node_last(own), part);
}

static size_t reword(struct maker *m, const char *name, const char *text)
{
	size_t found = each_match(m, m->root, name, reword_own, text);

	if (found == 0)
		found = each_match(m, m->role, name, reword_item, text) +
			each_match(m, m->company, name, reword_item, text);
	return found;
}

/* Attributes of a posting that --set changes; ends in NULL. */
static const char *const facts[] = {
	"employment", "openings",	"posted", "closes",	 "ongoing",
	"starts",     "ends",		"hours",  "requisition", "status",
	"version",    "qualifications", NULL,
};

static bool is_root_attribute(const char *name)
{
	for (size_t i = 0; facts[i] != NULL; i++)
		if (strcmp(facts[i], name) == 0)
			return true;
	return false;
}

static bool is_text_part(const struct rw_element_type *type)
{
	return type != NULL && type->merge == RW_MERGE_PART &&
	       type->content != RW_CONTENT_STRUCT &&
	       type->content != RW_CONTENT_NONE;
}

static bool set_part(struct maker *m, const char *name, const char *text)
{
	const struct rw_element_type *type = rw_element_type(name);
	struct rw_node *part;

	if (!is_text_part(type))
		return false;
	part = rw_node_child(m->root, name);
	if (part == NULL)
		part = rw_node_add(m->root, RW_NS, name);
	rw_node_empty(part);
	rw_node_add_text(part, text);
	return true;
}

/* The parts and items of a document, by their names. */
static void note_settable(const struct rw_node *root, struct rw_vec *names)
{
	const struct rw_node *part = root ? rw_node_child(root, NULL) : NULL;

	for (; part != NULL; part = rw_node_next_element(part, NULL)) {
		const char *name = rw_node_name(part);
		const struct rw_node *item = rw_node_child(part, NULL);

		if (!rw_node_is(root, "company") &&
		    is_text_part(rw_element_type(name)))
			rw_vec_push(names, (void *)name);
		for (; item != NULL; item = rw_node_next_element(item, NULL))
			if (rw_list_of_item(rw_node_name(item))[0] &&
			    rw_node_attr(item, "id") != NULL)
				rw_vec_push(names,
					    (void *)rw_node_attr(item, "id"));
	}
}

static void report_unsettable(struct maker *m, const char *name)
{
	struct rw_vec names = { 0 };

	rw_vec_push(&names, (void *)"title");
	rw_vec_push(&names, (void *)"workplace");
	for (size_t i = 0; facts[i] != NULL; i++)
		rw_vec_push(&names, (void *)facts[i]);
	note_settable(m->role, &names);
	note_settable(m->company, &names);
	note_settable(m->root, &names);
	rw_report_hint(
		m->diags, RW_CHOICE, RW_NOWHERE, names_hint(m, name, &names),
		(const char *const[]){ "--set", name,
				       "it is no part, fact or item of this "
				       "document" });
	m->status = -1;
	rw_vec_release(&names);
}

static void set_value(struct maker *m, const char *value)
{
	const char *equals = strchr(value, '=');
	char *name;

	if (equals == NULL || equals == value) {
		fail(m, "--set", value, "write it as title=\"Sales Lead\"");
		return;
	}
	name = rw_arena_strndup(m->arena, value, (size_t)(equals - value));
	if (strchr(name, '/') != NULL) /* "benefit/vacation": by its id */
		name = strchr(name, '/') + 1;
	if (strcmp(name, "workplace") == 0)
		rw_node_set_attr(list_in(m, name), "mode", equals + 1);
	else if (is_root_attribute(name))
		rw_node_set_attr(m->root, name, equals + 1);
	else if (!set_part(m, name, equals + 1) &&
		 reword(m, name, equals + 1) == 0)
		report_unsettable(m, name);
}

/* A document of its own: what only the base can say of itself goes. */
static void make_new(struct maker *m)
{
	static const char *const names[] = { "formerly", "requisition" };
	struct rw_node *note = rw_node_child(m->root, "note");

	for (size_t i = 0; i < 2 && m->choices->base->kind == RW_KIND_POSTING;
	     i++)
		rw_node_set_attr(m->root, names[i], NULL);
	if (note != NULL)
		rw_node_remove(note);
	rw_node_set_attr(m->root, "id", m->choices->id);
}

static void make_choices(struct maker *m)
{
	const struct rw_choices *c = m->choices;

	check_places(m);
	set_places(m);
	if (c->pay != NULL)
		set_pay(m);
	for (size_t i = 0; i < c->set.count; i++)
		set_value(m, c->set.items[i]);
	for (size_t i = 0; i < c->with.count; i++)
		set_with(m, c->with.items[i]);
	for (size_t i = 0; i < c->without.count; i++)
		set_without(m, c->without.items[i]);
	for (size_t i = 0; i < c->max.count; i++)
		set_max(m, c->max.items[i]);
	if (c->id != NULL)
		make_new(m);
}

static char *write_out(struct maker *m)
{
	struct rw_buf raw = RW_BUF_INIT, out = RW_BUF_INIT;
	char *text;

	rw_doc_write(m->doc, true, &raw);
	rw_canonical_write(raw.data, raw.len, &out);
	text = rw_arena_strndup(m->arena, out.data, out.len);
	rw_buf_release(&raw);
	rw_buf_release(&out);
	return text;
}

char *rw_choices_write(struct rw_workspace *ws, struct rw_arena *arena,
		       const struct rw_choices *choices, enum rw_kind *kind,
		       struct rw_diags *diags)
{
	struct maker m = {
		.ws = ws, .arena = arena, .choices = choices, .diags = diags
	};
	bool posting = needs_posting(choices);
	const char *lang;

	*kind = posting ? RW_KIND_POSTING : RW_KIND_ROLE;
	m.root = posting ? begin_posting(&m) : begin_role(&m);
	if (m.root == NULL || m.status != 0)
		return NULL;
	if (posting && choices->company != NULL)
		rw_node_set_attr(m.root, "company", choices->company);
	set_language(&m);
	lang = rw_node_lang(m.root);
	m.role = chain(&m, posting ? "role" : "extends", RW_KIND_ROLE, lang);
	m.company = posting ? chain(&m, "company", RW_KIND_COMPANY, lang)
			    : NULL;
	if (m.status == 0)
		make_choices(&m);
	return m.status == 0 ? write_out(&m) : NULL;
}
