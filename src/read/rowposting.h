/*
 * Rows of a table as postings.
 */
#ifndef RW_READ_ROWPOSTING_H
#define RW_READ_ROWPOSTING_H

#include "model/workspace.h"
#include "read/tablemap.h"

struct rw_row_reader;

/*
 * Reads rows of 'table' as 'map' says; companies are looked for in 'ws'.
 * 'arena' owns it.
 */
struct rw_row_reader *rw_row_reader_new(struct rw_arena *arena,
					struct rw_workspace *ws,
					const struct rw_table_map *map,
					struct rw_table *table,
					struct rw_diags *diags);

/* What a row became. */
struct rw_row_posting {
	struct rw_node *root;	       /* a posting, as if it had been read */
	const struct rw_node *company; /* that is in no file, or NULL */
	const struct rw_node *agency;  /* the same */
	const char *id;		       /* "" if it could not be made */
	const char *page; /* its address, or that to apply at; NULL: none */
	bool city_region; /* a region is called as its city is */
};

/*
 * Makes the posting of 'row' in 'arena'. What is wrong is reported to 'diags',
 * all of it; -1 if anything is an error. The places of these reports, and of
 * all that is reported of the posting later, mean fields: rw_row_reader_column
 * says which column.
 */
int rw_row_posting(struct rw_row_reader *reader, const struct rw_row *row,
		   struct rw_arena *arena, struct rw_diags *diags,
		   struct rw_row_posting *posting);

/*
 * Values in which rows that are alike otherwise may differ. City and region of
 * a posting with a role are none: pay goes by them.
 */
enum rw_row_slot {
	RW_ROW_ID,
	RW_ROW_POSTED,
	RW_ROW_CLOSES,
	RW_ROW_PAGE, /* its address */
	RW_ROW_APPLY,
	RW_ROW_CITY, /* the place, but for its country */
	RW_ROW_REGION,
	RW_ROW_REGION_NAME,
	RW_ROW_POSTAL_CODE,
	RW_ROW_STREET,
	RW_ROW_SLOTS
};

/* The values of a row, and a hash of all the rest that the map takes of it. */
struct rw_row_values {
	struct rw_node *root; /* a posting with them, its role and workplace */
	const char *values[RW_ROW_SLOTS]; /* NULL: there is none */
	const char *page;		  /* as in struct rw_row_posting */
	char key[33]; /* rows with the same one differ in the values only: 128
			 bits of XXH3, no defence against a forged table */
};

/*
 * Reads no more of 'row' than its values, in 'arena'. -1, which nothing is
 * reported of, if they cannot be read without a finding, or if they are more
 * than the slots can hold.
 */
int rw_row_values(struct rw_row_reader *reader, const struct rw_row *row,
		  struct rw_arena *arena, struct rw_row_values *values);

/*
 * A hash of what a row's posting has beside its values, its figures of pay and
 * openings, its title and description: of these, whether they are there.
 */
void rw_row_frame(const struct rw_row_posting *posting, struct rw_arena *arena,
		  char frame[33]);

/*
 * The values of a posting that is such a row's, and the elements that hold
 * them; 'page' is not part of it.
 */
void rw_row_values_of(struct rw_node *root, const char *page,
		      const char *values[RW_ROW_SLOTS]);
void rw_row_values_set(struct rw_node *root, enum rw_row_slot slot,
		       const char *value);

/*
 * The column that the place of a diagnostic means: -1 for the row as a whole;
 * -2 if the place is in another document.
 */
int rw_row_reader_column(const struct rw_row_reader *reader, struct rw_pos pos);

/* The place of the id of any posting that it makes. */
struct rw_pos rw_row_reader_id(const struct rw_row_reader *reader);

#endif
