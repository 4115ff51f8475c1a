/*
 * The values in which rows alike differ: id, days, addresses, the place.
 */
#include <string.h>

#include "base/hash.h"
#include "read/rowmaking.h"
#include "xml/attributes.h"

/* Fields that are read; the cells of all others are hashed as they are. */
static const enum rw_field read_fields[] = {
	RW_FIELD_ID,	   RW_FIELD_POSTED,	 RW_FIELD_CLOSES,
	RW_FIELD_URL,	   RW_FIELD_APPLY_URL,	 RW_FIELD_APPLY_EMAIL,
	RW_FIELD_CITY,	   RW_FIELD_REGION,	 RW_FIELD_COUNTRY,
	RW_FIELD_STREET,   RW_FIELD_POSTAL_CODE, RW_FIELD_LOCATION,
	RW_FIELD_PLACE,	   RW_FIELD_WORKPLACE,	 RW_FIELD_REMOTE_FROM,
	RW_FIELD_LANGUAGE,
};

/* Where the values stand; the page stands in no element. */
static const struct {
	const char *element; /* "": the posting itself; NULL: none */
	const char *attribute;
} slots[RW_ROW_SLOTS] = {
	[RW_ROW_ID] = { "", "id" },
	[RW_ROW_POSTED] = { "", "posted" },
	[RW_ROW_CLOSES] = { "", "closes" },
	[RW_ROW_APPLY] = { "apply", "url" },
	[RW_ROW_CITY] = { "place", "city" },
	[RW_ROW_REGION] = { "place", "region" },
	[RW_ROW_REGION_NAME] = { "place", "region-name" },
	[RW_ROW_POSTAL_CODE] = { "place", "postal-code" },
	[RW_ROW_STREET] = { "place", "street" },
};

/* The name of the element that holds a slot in the posting 'root', or NULL. */
static const char *holder_of(const struct rw_node *root, enum rw_row_slot slot)
{
	bool place = slot == RW_ROW_CITY || slot == RW_ROW_REGION ||
		     slot == RW_ROW_REGION_NAME;

	return place && rw_node_attr(root, "role") ? NULL : slots[slot].element;
}

static struct rw_node *element_of(struct rw_node *root, enum rw_row_slot slot)
{
	const char *name = holder_of(root, slot);

	if (!name)
		return NULL;
	return *name ? rw_node_child(root, name) : root;
}

void rw_row_values_of(struct rw_node *root, const char *page,
		      const char *values[RW_ROW_SLOTS])
{
	for (int i = 0; i < RW_ROW_SLOTS; i++) {
		const struct rw_node *n = element_of(root, i);

		values[i] = n ? rw_node_attr(n, slots[i].attribute) : NULL;
	}
	values[RW_ROW_PAGE] = page;
}

void rw_row_values_set(struct rw_node *root, enum rw_row_slot slot,
		       const char *value)
{
	rw_node_set_attr(element_of(root, slot), slots[slot].attribute, value);
}

/* --------------------------------------------------------------------- key */

static bool is_read(int field)
{
	size_t count = sizeof(read_fields) / sizeof(read_fields[0]), i = 0;

	while (i < count && (int)read_fields[i] != field)
		i++;
	return i < count;
}

/* A text that is told from the next one. */
static void add(struct rw_buf *key, const char *text)
{
	rw_buf_puts(key, text);
	rw_buf_putc(key, '\0');
}

static void add_cells(const struct rw_making *m, struct rw_buf *key)
{
	for (int i = 0; i < RW_FIELDS; i++) {
		const struct rw_vec *columns = &m->r->map->fields[i].columns;

		for (size_t k = 0; k < columns->count && !is_read(i); k++) {
			const struct rw_mapped *mapped = columns->items[k];

			add(key, m->row->cells[mapped->column]);
		}
	}
}

static bool is_slot(const struct rw_node *root, const struct rw_node *node,
		    const char *attribute)
{
	for (int i = 0; i < RW_ROW_SLOTS; i++) {
		const char *holder = holder_of(root, i);

		if (holder && strcmp(slots[i].attribute, attribute) == 0 &&
		    (*holder ? rw_node_is(node, holder) : node == root))
			return true;
	}
	return false;
}

/* Figures that boards only show; no row of values has them. */
static bool is_figure(const struct rw_node *root, const struct rw_node *node,
		      const char *attribute)
{
	if (node == root)
		return strcmp(attribute, "openings") == 0;
	return rw_node_is(node, "pay") &&
	       (strcmp(attribute, "min") == 0 || strcmp(attribute, "max") == 0);
}

/* An element, with those values that are in no slot. */
static void add_element(const struct rw_node *root, const struct rw_node *node,
			struct rw_buf *key)
{
	struct rw_attr_cursor cursor;

	add(key, rw_node_name(node));
	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor)) {
		add(key, cursor.attr.name);
		if (!is_slot(root, node, cursor.attr.name) &&
		    !is_figure(root, node, cursor.attr.name))
			add(key, cursor.attr.value);
	}
}

/* 'top' and all below it, of the posting 'root'. */
static void add_elements(const struct rw_node *root, const struct rw_node *top,
			 struct rw_buf *key)
{
	for (const struct rw_node *n = top; n; n = rw_node_walk(n, top))
		add_element(root, n, key);
}

static void add_addresses(const char *page, const char *apply,
			  struct rw_buf *key)
{
	add(key, !page				     ? "no page"
		 : apply && strcmp(apply, page) == 0 ? "one address"
						     : "two addresses");
}

/* A city's region has a name that is none of the values. */
static void add_city_region(const struct rw_row_posting *posting,
			    struct rw_buf *key)
{
	add(key, posting->city_region ? "city region" : "");
}

static void make_key(const struct rw_making *m, struct rw_row_values *out)
{
	struct rw_buf key = RW_BUF_INIT;

	add_cells(m, &key);
	add_elements(m->root, m->root, &key);
	add_addresses(out->page, out->values[RW_ROW_APPLY], &key);
	add_city_region(m->out, &key);
	rw_hash_hex(key.data, key.len, out->key);
	rw_buf_release(&key);
}

/* ------------------------------------------------------------------- frame */

/* What a posting of a row has that boards only show. */
static bool is_text(const struct rw_node *node)
{
	return rw_node_is(node, "title") || rw_node_is(node, "opening");
}

static void add_company(const struct rw_node *company, struct rw_arena *arena,
			struct rw_buf *key)
{
	add(key, company ? rw_node_text(arena, company) : "");
}

void rw_row_frame(const struct rw_row_posting *posting, struct rw_arena *arena,
		  char frame[33])
{
	const struct rw_node *root = posting->root, *n;
	const struct rw_node *apply = rw_node_child(root, "apply");
	struct rw_buf key = RW_BUF_INIT;

	add(&key, "frame");
	add_element(root, root, &key);
	for (n = rw_node_child(root, NULL); n;
	     n = rw_node_next_element(n, NULL)) {
		if (is_text(n)) {
			add_element(root, n, &key);
			continue;
		}
		add_elements(root, n, &key);
		add(&key, rw_node_text(arena, n));
	}
	add_addresses(posting->page, apply ? rw_node_attr(apply, "url") : NULL,
		      &key);
	add_city_region(posting, &key);
	add_company(posting->company, arena, &key);
	add_company(posting->agency, arena, &key);
	rw_hash_hex(key.data, key.len, frame);
	rw_buf_release(&key);
}

/* ------------------------------------------------------------------ values */

static void read_values(struct rw_making *m)
{
	const char *role = rw_making_value(m, RW_FIELD_ROLE);

	rw_node_set_attr(m->root, "role", role);
	rw_making_id(m);
	rw_making_language(m);
	rw_making_day(m, RW_FIELD_POSTED);
	rw_making_day(m, RW_FIELD_CLOSES);
	rw_making_places(m);
	rw_making_apply(m);
}

int rw_row_values(struct rw_row_reader *reader, const struct rw_row *row,
		  struct rw_arena *arena, struct rw_row_values *out)
{
	struct rw_row_posting posting = { .id = "" };
	struct rw_making m = { .r = reader,
			       .row = row,
			       .arena = arena,
			       .diags = reader->quiet,
			       .out = &posting };

	if (row->fault != RW_FAULT_NONE)
		return -1;
	m.root = rw_doc_root(rw_doc_new(arena, RW_NS, "posting"));
	rw_node_set_pos(m.root, (struct rw_pos){ reader->file, 0 });
	read_values(&m);
	if (m.status != 0 || rw_diags_count(reader->quiet, RW_NOTE) > 0 ||
	    rw_node_count(m.root, "place") > 1) {
		rw_diags_drop_below(reader->quiet, RW_SEVERITIES);
		return -1;
	}
	out->root = m.root;
	out->page = posting.page;
	rw_row_values_of(m.root, posting.page, out->values);
	make_key(&m, out);
	return 0;
}
