/*
 * What the steps from a row to a posting share. Private to src/read/.
 */
#ifndef RW_READ_ROWMAKING_H
#define RW_READ_ROWMAKING_H

#include "read/rowposting.h"

struct rw_row_reader {
	struct rw_arena *arena; /* its own: each thread has a reader */
	struct rw_workspace *ws;
	const struct rw_table_map *map;
	struct rw_table *table;
	struct rw_gazetteer *gazetteer; /* once it is needed */
	struct rw_map *companies;	/* lower-case name -> id */
	struct rw_map *words;		/* by languages of rows */
	uint32_t file;			/* of the text that places are in */
	uint32_t at[RW_FIELDS];		/* of each field in it */
	uint32_t element[RW_FIELDS];
	struct rw_diags *quiet; /* takes what is not to be reported */
};

/* A row that becomes a posting. */
struct rw_making {
	struct rw_row_reader *r;
	const struct rw_row *row;
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct rw_row_posting *out;
	struct rw_node *root;
	size_t from[RW_FIELDS];	  /* which of a field's columns is read */
	enum rw_field list_field; /* that items are added of */
	struct rw_node *list;
	unsigned items;
	int status;
};

/* The place of a field, and of the element that it goes to. */
struct rw_pos rw_making_pos(const struct rw_making *m, enum rw_field field);
struct rw_pos rw_making_element_pos(const struct rw_making *m,
				    enum rw_field field);

/* The heading of the column behind a field, or the field's name. */
const char *rw_making_column(const struct rw_making *m, enum rw_field field);

/* Reports that 'value' of the field is no 'what'. */
void rw_making_refuse(struct rw_making *m, enum rw_field field,
		      const char *value, const char *what);

/* Whether no control or direction character is in 'text'; reports it. */
bool rw_making_is_clean(struct rw_making *m, enum rw_field field,
			const char *text);

/* Copies without blanks at the ends; with one blank for each run of them. */
char *rw_making_trimmed(struct rw_arena *arena, const char *text);
char *rw_making_line(struct rw_arena *arena, const char *text);

/* True for letters, digits, blanks and "-_." only. */
bool rw_making_is_plain(const char *text);

/* What the map says that 'text' means, or 'text'. */
const char *rw_making_meaning(struct rw_making *m, enum rw_field field,
			      const char *text);

/* The value of a field, constants and defaults too; NULL if it has none. */
const char *rw_making_value(struct rw_making *m, enum rw_field field);

/* The element of a field: a new one; the one there is, made if need be. */
struct rw_node *rw_making_add(struct rw_making *m, enum rw_field field);
struct rw_node *rw_making_element(struct rw_making *m, enum rw_field field);

/* Sets the attribute of a field of a closed vocabulary. */
void rw_making_set_word(struct rw_making *m, struct rw_node *node,
			enum rw_field field, const char *text);

/* rowposting.c: the id; the language; a day; where to apply, and the page. */
void rw_making_id(struct rw_making *m);
void rw_making_language(struct rw_making *m);
void rw_making_day(struct rw_making *m, enum rw_field field);
void rw_making_apply(struct rw_making *m);

/* rowplace.c: places and workplace. */
void rw_making_places(struct rw_making *m);

/* rowpay.c */
void rw_making_pay(struct rw_making *m);

/* rowprose.c: the opening, and a list of items. */
void rw_making_description(struct rw_making *m);
void rw_making_list(struct rw_making *m, enum rw_field field);

#endif
