/*
 * Finding slots: one walk through the document, which also hashes what is no
 * slot.
 */
#include "publish/slots.h"

#include <string.h>

#include "base/hash.h"
#include "base/slot.h"
#include "xml/attributes.h"

/* Elements with plain values, by their path from the root. */
static const struct {
	const char *path;
	const char *attributes;
} plain[] = {
	{ "posting", "id page posted posted-text closes closes-text starts "
		     "starts-text ends ends-text openings openings-text" },
	{ "posting/summary", "plain" },
	{ "posting/place",
	  "id city region region-name postal-code street latitude "
	  "longitude text pay-min pay-max pay-text" },
	{ "posting/pay", "min max text text-long" },
	{ "posting/apply", "url email phone" },
	{ "posting/site/canonical", "href" },
	{ "posting/site/alternate", "href url" },
	{ "posting/site/twin", "href" },
};
#define PLAIN (sizeof(plain) / sizeof(plain[0]))
#define MOST_ATTRIBUTES 12
#define OPENING "posting/opening/md/text()"
/* Elements that are the same in all documents of a language. */
#define WORDS "words"

struct rw_slot_kinds {
	/* Names in 'plain' that a stylesheet only copies; NULL at the end. */
	const char *names[PLAIN][MOST_ATTRIBUTES + 1];
	bool opening;
};

/* Where a value stands. */
struct place {
	struct rw_node *node;
	const char *attribute; /* NULL: it is all that is in the node */
};

struct walk {
	struct rw_slots *slots;
	struct rw_arena *arena;
	const struct rw_slot_kinds *kinds;
	struct rw_buf rest; /* all that is no slot */
	bool marked;
};

/* ------------------------------------------------------------------- kinds */

static void keep_names(struct rw_slot_kinds *kinds, struct rw_arena *arena,
		       size_t element, const struct rw_inspection *inspection)
{
	const char *at = plain[element].attributes;
	size_t count = 0;

	while (*(at += strspn(at, " ")) != '\0') {
		size_t len = strcspn(at, " ");
		char *name = rw_arena_strndup(arena, at, len);
		char *path = rw_arena_printf(arena, "%s/@%s",
					     plain[element].path, name);

		if (!rw_inspects(inspection, path))
			kinds->names[element][count++] = name;
		at += len;
	}
}

struct rw_slot_kinds *rw_slot_kinds_new(struct rw_arena *arena,
					const struct rw_inspection *inspection)
{
	struct rw_slot_kinds *kinds = rw_arena_zalloc(arena, sizeof(*kinds));

	for (size_t i = 0; i < PLAIN; i++)
		keep_names(kinds, arena, i, inspection);
	kinds->opening = !rw_inspects(inspection, OPENING);
	return kinds;
}

/* -------------------------------------------------------------------- walk */

/* Blank values are told from others by what is made of them. */
static bool is_plain(const char *value)
{
	return value[strspn(value, " \t\r\n")] != '\0';
}

static void add_slot(struct walk *w, struct rw_node *node,
		     const char *attribute, const char *value)
{
	struct place *place = rw_arena_zalloc(w->arena, sizeof(*place));

	place->node = node;
	place->attribute = attribute;
	rw_vec_push(&w->slots->places, place);
	rw_vec_push(&w->slots->values, (void *)(uintptr_t)value);
	rw_buf_putc(&w->rest, '\1');
}

/* A part of the rest, told from the next one. */
static void add_rest(struct walk *w, char kind, const char *text)
{
	w->marked |= rw_slot_in(text);
	rw_buf_putc(&w->rest, kind);
	rw_buf_puts(&w->rest, text);
	rw_buf_putc(&w->rest, '\0');
}

static const char *const *names_of(const struct walk *w, const char *path)
{
	for (size_t i = 0; i < PLAIN; i++)
		if (strcmp(plain[i].path, path) == 0)
			return w->kinds->names[i];
	return NULL;
}

static const char *slot_name(const char *const *names,
			     const struct rw_attribute *attr)
{
	if (names == NULL || attr->ns[0] != '\0')
		return NULL;
	while (*names != NULL && strcmp(*names, attr->name) != 0)
		names++;
	return *names;
}

static void walk_attributes(struct walk *w, struct rw_node *node,
			    const char *path)
{
	const char *const *names = path ? names_of(w, path) : NULL;
	struct rw_attr_cursor cursor;

	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor)) {
		const struct rw_attribute *attr = &cursor.attr;
		const char *slot = slot_name(names, attr);

		add_rest(w, '@', attr->ns);
		add_rest(w, '=', attr->name);
		if (slot != NULL && is_plain(attr->value) &&
		    !rw_slot_in(attr->value))
			add_slot(w, node, slot, attr->value);
		else
			add_rest(w, '"', attr->value);
	}
}

static void walk_text(struct walk *w, struct rw_node *node, bool opening)
{
	const char *text = rw_node_content(node);
	struct rw_node *parent = rw_node_parent(node);

	if (opening && is_plain(text) && !rw_slot_in(text) &&
	    rw_node_is_md(parent, "text") &&
	    rw_node_first(parent) == rw_node_last(parent))
		add_slot(w, parent, NULL, text);
	else
		add_rest(w, 't', text);
}

/* The path of 'child', if there may be plain values in it or below. */
static const char *path_of(struct walk *w, const char *path,
			   const struct rw_node *child)
{
	if (path == NULL || strcmp(rw_node_ns(child), RW_NS) != 0 ||
	    (strchr(path, '/') && strcmp(path, "posting/site") != 0))
		return NULL;
	return rw_arena_printf(w->arena, "%s/%s", path, rw_node_name(child));
}

/* 'path' leads to 'node'; NULL where nothing below is plain. */
static void walk_element(struct walk *w, struct rw_node *node, const char *path,
			 bool opening)
{
	struct rw_node *child = rw_node_first(node);

	add_rest(w, '<', rw_node_ns(node));
	add_rest(w, ':', rw_node_name(node));
	walk_attributes(w, node, path);
	opening |= w->kinds->opening && path &&
		   strcmp(path, "posting/opening") == 0;
	for (; child != NULL; child = rw_node_next(child)) {
		if (rw_node_kind(child) != RW_NODE_ELEMENT)
			walk_text(w, child, opening);
		else if (path == NULL || !rw_node_is(child, WORDS))
			walk_element(w, child, path_of(w, path, child),
				     opening);
	}
	rw_buf_putc(&w->rest, '>');
}

int rw_slots_find(struct rw_slots *slots, struct rw_arena *arena,
		  const struct rw_slot_kinds *kinds, struct rw_doc *doc)
{
	struct walk w = { .slots = slots, .arena = arena, .kinds = kinds };
	struct rw_node *root = rw_doc_root(doc);

	*slots = (struct rw_slots){ 0 };
	rw_buf_init(&w.rest);
	walk_element(&w, root, rw_node_name(root), false);
	rw_hash_hex(w.rest.data, w.rest.len, slots->key);
	rw_buf_release(&w.rest);
	return w.marked ? -1 : 0;
}

void rw_slots_release(struct rw_slots *slots)
{
	rw_vec_release(&slots->values);
	rw_vec_release(&slots->places);
}

void rw_slots_mark(struct rw_slots *slots, bool down)
{
	size_t count = slots->places.count;
	struct rw_buf mark = RW_BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		const struct place *place = slots->places.items[i];

		rw_buf_clear(&mark);
		rw_slot_add(&mark, down ? count - 1 - i : i);
		if (place->attribute != NULL) {
			rw_node_set_attr(place->node, place->attribute,
					 mark.data);
			continue;
		}
		rw_node_empty(place->node);
		rw_node_add_text(place->node, mark.data);
	}
	rw_buf_release(&mark);
}
