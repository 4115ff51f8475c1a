/*
 * From a document to indexes of columns.
 */
#include "read/tablemap.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"

#define UNUSED_NAMED 8 /* columns in a note; the rest is counted */

struct filter {
	int column;
	const char *equals, *not, *present;
};

static const char *const own_columns[] = { "rw_code", "rw_board", "rw_column",
					   "rw_reason", "rw_fix" };

bool rw_table_map_is_own(const char *column)
{
	for (size_t i = 0; i < sizeof(own_columns) / sizeof(own_columns[0]);
	     i++)
		if (strcmp(own_columns[i], column) == 0)
			return true;
	return false;
}

void rw_table_map_options(const struct rw_node *root,
			  struct rw_table_options *options)
{
	const char *delimiter = rw_node_attr(root, "delimiter");

	if (options->encoding == NULL)
		options->encoding = rw_node_attr(root, "encoding");
	if (options->delimiter == 0 && delimiter != NULL)
		options->delimiter =
			strcasecmp(delimiter, "tab") == 0 ? '\t' : *delimiter;
}

/* What is being built. */
struct laying {
	struct rw_table_map *map;
	struct rw_table *table;
	struct rw_diags *diags;
	bool *used;
	size_t seen; /* columns that the table had before the map */
	int status;
};

/* The column that 'name' of 'node' names; -1 after an error. */
static int column_of(struct laying *l, const struct rw_node *node,
		     const char *name)
{
	const char *wanted = rw_node_attr(node, name);
	bool seen;
	int column = rw_table_want_column(l->table, wanted, &seen);
	struct rw_names names = { .wanted = wanted };

	if (column >= 0)
		l->used[column] = true;
	if (seen)
		return column;
	names.all = rw_table_columns(l->table, &names.count);
	names.count = l->seen;
	rw_report_unknown(
		l->diags, column >= 0 ? RW_KEY_LATE : RW_COLUMN_NONE,
		rw_node_attr_value_pos(node, name, rw_diags_sources(l->diags)),
		&names, (const char *const[]){ wanted, NULL, NULL });
	if (column < 0)
		l->status = -1;
	return column;
}

static struct rw_map_field *field_of(struct laying *l,
				     const struct rw_node *node)
{
	return &l->map->fields[rw_field_find(rw_node_attr(node, "to"))];
}

static void lay_column(struct laying *l, const struct rw_node *node)
{
	struct rw_mapped *mapped =
		rw_arena_zalloc(l->map->arena, sizeof(*mapped));

	mapped->column = column_of(l, node, "from");
	mapped->split = rw_node_attr(node, "split");
	mapped->heading = rw_node_attr(node, "heading");
	if (mapped->column >= 0)
		rw_vec_push(&field_of(l, node)->columns, mapped);
}

static char *folded(struct rw_arena *arena, const char *text)
{
	char *copy = rw_arena_strdup(arena, text);

	for (char *p = copy; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

/* Whether each value of 'text', with a comma between them, is known. */
static bool is_known(const struct laying *l, enum rw_field field,
		     const char *text)
{
	const char *one;

	while ((one = rw_field_part(l->map->arena, field, &text)) != NULL)
		if (rw_field_value(field, one) == NULL)
			return false;
	return true;
}

/* What 'value' means: of several words, commas come between them. */
static const char *meaning_of(struct laying *l, enum rw_field field,
			      const struct rw_node *value)
{
	const char *to = rw_node_attr(value, "to");
	char *list = rw_arena_strdup(l->map->arena, to);

	if (!rw_field_is_closed(field) || is_known(l, field, to))
		return list;
	for (char *p = list; *p != '\0'; p++)
		if (*p == ' ')
			*p = ',';
	if (is_known(l, field, list))
		return list;
	rw_report(
		l->diags, RW_MAP_VALUE,
		rw_node_attr_value_pos(value, "to", rw_diags_sources(l->diags)),
		to, rw_field_what(field), NULL);
	l->status = -1;
	return "";
}

static void lay_values(struct laying *l, const struct rw_node *node)
{
	struct rw_map_field *field = field_of(l, node);
	enum rw_field to = rw_field_find(rw_node_attr(node, "to"));
	struct rw_node *value = rw_node_child(node, "value");

	if (field->values == NULL)
		field->values = rw_map_new();
	for (; value != NULL; value = rw_node_next_element(value, "value"))
		rw_map_put(field->values,
			   folded(l->map->arena, rw_node_attr(value, "from")),
			   (void *)(uintptr_t)meaning_of(l, to, value));
}

static void lay_filter(struct laying *l, const struct rw_node *node)
{
	struct filter *filter = rw_arena_zalloc(l->map->arena, sizeof(*filter));

	filter->column = column_of(l, node, "column");
	filter->equals = rw_node_attr(node, "equals");
	filter->not = rw_node_attr(node, "not");
	filter->present = rw_node_attr(node, "present");
	if (filter->column >= 0)
		rw_vec_push(&l->map->filters, filter);
}

static void lay_id(struct laying *l, const struct rw_node *node)
{
	int column = column_of(l, node, "from");
	const char *prefix = rw_node_attr(node, "prefix");

	if (column < 0)
		return;
	rw_vec_push(&l->map->id_columns, (void *)(uintptr_t)column);
	rw_vec_push(&l->map->id_prefixes, (void *)(prefix ? prefix : ""));
}

static void lay(struct laying *l, const struct rw_node *node)
{
	if (rw_node_is(node, "column"))
		lay_column(l, node);
	else if (rw_node_is(node, "constant"))
		field_of(l, node)->constant = rw_node_text(l->map->arena, node);
	else if (rw_node_is(node, "default"))
		field_of(l, node)->fallback = rw_node_text(l->map->arena, node);
	else if (rw_node_is(node, "values"))
		lay_values(l, node);
	else if (rw_node_is(node, "filter"))
		lay_filter(l, node);
	else if (rw_node_is(node, "row-id"))
		lay_id(l, node);
}

static bool is_given(const struct rw_table_map *map, enum rw_field field)
{
	const struct rw_map_field *f = &map->fields[field];

	return f->columns.count > 0 || f->constant || f->fallback;
}

static void note_unused(const struct laying *l)
{
	struct rw_buf list = RW_BUF_INIT;
	size_t count, unused = 0;
	const char *const *names = rw_table_columns(l->table, &count);

	for (size_t i = 0; i < count; i++) {
		if (l->used[i] || rw_table_map_is_own(names[i]))
			continue;
		if (unused++ < UNUSED_NAMED)
			rw_buf_printf(&list, "%s'%s'", list.len ? ", " : "",
				      names[i]);
	}
	if (unused > UNUSED_NAMED)
		rw_buf_printf(&list, " and %zu more", unused - UNUSED_NAMED);
	if (unused > 0)
		rw_report(l->diags, RW_COLUMN_UNUSED, RW_NOWHERE, list.data,
			  NULL, NULL);
	rw_buf_release(&list);
}

/*
 * A column that seems to tell whom not to name must not be overlooked: what is
 * published cannot be taken back. A map that says 'confidential' has thought
 * of it.
 */
static void check_secrecy(struct laying *l)
{
	size_t count;
	const char *const *names = rw_table_columns(l->table, &count);

	for (size_t i = 0; i < count; i++) {
		if (l->used[i] || is_given(l->map, RW_FIELD_CONFIDENTIAL) ||
		    !rw_field_is_secrecy(names[i]))
			continue;
		rw_report(l->diags, RW_COLUMN_SECRET, RW_NOWHERE, names[i],
			  NULL, NULL);
		l->status = -1;
	}
}

static enum rw_row_format format_of(const struct rw_node *root)
{
	static const char *const names[] = { "", "html", "markdown", "text" };
	const char *name = rw_node_attr(root, "format");

	for (int i = 1; i < 4 && name != NULL; i++)
		if (strcmp(name, names[i]) == 0)
			return (enum rw_row_format)i;
	return RW_ROW_ANY;
}

static void release(void *object)
{
	struct rw_table_map *map = object;

	for (int i = 0; i < RW_FIELDS; i++) {
		rw_vec_release(&map->fields[i].columns);
		rw_map_free(map->fields[i].values);
	}
	rw_vec_release(&map->filters);
	rw_vec_release(&map->id_columns);
	rw_vec_release(&map->id_prefixes);
}

struct rw_table_map *rw_table_map_new(struct rw_arena *arena,
				      const struct rw_node *root,
				      struct rw_table *table,
				      struct rw_diags *diags)
{
	struct rw_table_map *map = rw_arena_zalloc(arena, sizeof(*map));
	struct laying l = { .map = map, .table = table, .diags = diags };
	const char *lang = rw_node_attr(root, "xml:lang");
	struct rw_node *n = rw_node_child(root, NULL);

	rw_table_columns(table, &l.seen);
	l.used = rw_arena_zalloc(arena, RW_TABLE_COLUMNS * sizeof(bool));
	map->arena = arena;
	map->lang = lang ? lang : "en";
	map->order = rw_date_order(rw_node_attr(root, "date-order"));
	map->format = format_of(root);
	rw_arena_defer(arena, release, map);
	for (; n != NULL; n = rw_node_next_element(n, NULL))
		lay(&l, n);
	check_secrecy(&l);
	if (l.status != 0)
		return NULL;
	if (!is_given(map, RW_FIELD_TITLE) && !is_given(map, RW_FIELD_ROLE)) {
		rw_report(diags, RW_MAP_TITLE, rw_node_pos(root), NULL, NULL,
			  NULL);
		return NULL;
	}
	note_unused(&l);
	return map;
}

/* --------------------------------------------------------------- filters */

static bool same(const char *a, const char *b)
{
	size_t len;

	a += strspn(a, " \t\r\n");
	len = strlen(a);
	while (len > 0 && isspace((unsigned char)a[len - 1]))
		len--;
	return strlen(b) == len && strncasecmp(a, b, len) == 0;
}

static bool passes(const struct filter *filter, const char *cell)
{
	bool blank = cell[strspn(cell, " \t\r\n")] == '\0';

	if (filter->equals != NULL && !same(cell, filter->equals))
		return false;
	if (filter->not != NULL && same(cell, filter->not ))
		return false;
	return filter->present == NULL ||
	       blank == (strcmp(filter->present, "no") == 0);
}

/* One of the filters of each column must pass; all that say 'not'. */
bool rw_table_map_wants(const struct rw_table_map *map,
			const struct rw_row *row)
{
	for (size_t i = 0; i < map->filters.count; i++) {
		const struct filter *filter = map->filters.items[i];
		bool one = false;

		if ((size_t)filter->column >= row->count)
			continue;
		for (size_t k = 0; k < map->filters.count && !one; k++) {
			const struct filter *other = map->filters.items[k];

			one = other->column == filter->column &&
			      passes(other, row->cells[filter->column]);
		}
		if (!one || (filter->not != NULL &&
			     !passes(filter, row->cells[filter->column])))
			return false;
	}
	return true;
}
