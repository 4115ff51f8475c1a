/*
 * A map document, laid over the columns of one table.
 */
#ifndef RW_READ_TABLEMAP_H
#define RW_READ_TABLEMAP_H

#include "base/map.h"
#include "read/datatable.h"
#include "read/day.h"
#include "read/fields.h"
#include "xml/doc.h"

enum rw_row_format {
	RW_ROW_ANY, /* HTML if there are tags, else text */
	RW_ROW_HTML,
	RW_ROW_MARKDOWN,
	RW_ROW_TEXT
};

/* A column that goes to a field. */
struct rw_mapped {
	int column;
	const char *split;   /* NULL: lines */
	const char *heading; /* NULL: none */
};

struct rw_map_field {
	struct rw_vec columns; /* struct rw_mapped */
	const char *constant;  /* NULL: none */
	const char *fallback;  /* NULL: none */
	struct rw_map *values; /* lower-case value -> meaning; NULL: none */
};

struct rw_table_map {
	struct rw_arena *arena;
	const char *lang;
	enum rw_date_order order;
	enum rw_row_format format;
	struct rw_map_field fields[RW_FIELDS];
	struct rw_vec filters; /* private */
	struct rw_vec id_columns;
	struct rw_vec id_prefixes;
};

/* Takes encoding and delimiter from the map 'root' where they are not set. */
void rw_table_map_options(const struct rw_node *root,
			  struct rw_table_options *options);

/*
 * Lays the map 'root' (a table-map that was validated) over the table. 'arena'
 * owns it. NULL with errors reported: columns that the table does not have, no
 * title and no role. A table of JSON gets the columns that the map names.
 * Those that nothing takes are reported in one note.
 */
struct rw_table_map *rw_table_map_new(struct rw_arena *arena,
				      const struct rw_node *root,
				      struct rw_table *table,
				      struct rw_diags *diags);

/* Whether the filters let the row through. */
bool rw_table_map_wants(const struct rw_table_map *map,
			const struct rw_row *row);

/* True for columns that a file of rejected rows has added ("rw_code"). */
bool rw_table_map_is_own(const char *column);

#endif
