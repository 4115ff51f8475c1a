/*
 * Marks (base/slot.h) in place of the values in which rows alike differ: a
 * posting of marks goes the same way as any other, and leaves a pattern.
 * Private to the export.
 */
#ifndef RW_PUBLISH_MARKS_H
#define RW_PUBLISH_MARKS_H

#include "publish/board.h"
#include "read/rowposting.h"

/*
 * What a mark stands for: a value of the row; if texts are marks, a value of
 * the resolved posting, too; its id at a board; its text as the board takes
 * it. As it is, or in one of the formats of fields.
 */
enum {
	RW_MARK_OWN = RW_ROW_SLOTS, /* the first of the resolved posting */
	RW_MARK_PAY_MIN = RW_MARK_OWN,
	RW_MARK_PAY_MAX,
	RW_MARK_OPENINGS,
	RW_MARK_TITLE,
	RW_MARK_ITEM,
	RW_MARK_TEXT,
	RW_MARKED
};
#define RW_MARKS_OWN (RW_MARK_ITEM - RW_MARK_OWN)
#define RW_MARKS ((size_t)RW_MARKED * RW_FIELD_FORMATS)

/* A value of a field that has a length to keep. */
struct rw_marked_length {
	const struct rw_board_field *field;
	const char *text; /* with marks */
	size_t board;
};

/* How a board shows the text. */
struct rw_marked_text {
	const struct rw_doc *tree; /* the one out:markup that stands for it
				      (publish/description.h); NULL: there are
				      parts of it, or none */
	size_t board;
};

/* A posting of marks at work. */
struct rw_marks {
	bool down;		/* they are numbered from the last one down */
	bool texts;		/* title, text and figures are marks, too */
	bool own[RW_MARKS_OWN]; /* values of its own that are */
	bool unfit;		/* something has looked at a mark */
	struct rw_vec spoiled;	/* boards that have, as numbers */
	size_t board;		/* that it is made for */
	struct rw_vec lengths;	/* struct rw_marked_length */
	struct rw_vec given;	/* marks in formats of fields, as numbers */
	struct rw_vec shown;	/* struct rw_marked_text; if texts are marks */
};

/* The mark for 'what' in a format; 'arena' owns it. */
const char *rw_mark(struct rw_arena *arena, const struct rw_marks *marks,
		    size_t what, enum rw_field_format format);

/*
 * 'text' with values for its marks, numbered up, 'values[i]' for mark i;
 * 'arena' owns it.
 */
const char *rw_marks_replace(struct rw_arena *arena, const char *text,
			     const char *const *values);

/* The board that it is made for looks at a mark. */
void rw_marks_spoil(struct rw_marks *marks);
bool rw_marks_spoiled(const struct rw_marks *marks, size_t board);

/* Frees the vectors. */
void rw_marks_release(struct rw_marks *marks);

/* The value of 'root', a resolved posting, that RW_MARK_OWN + i stands for. */
const char *rw_marks_own(struct rw_arena *arena, const struct rw_node *root,
			 size_t i);

/* Puts marks for the values of 'root', a row's posting, and 'page'. */
void rw_marks_put(struct rw_arena *arena, struct rw_marks *marks,
		  struct rw_node *root, const char **page);

/*
 * The same for the days of the resolved posting, which other days were put in
 * for; notes marks where no value is known to go.
 */
void rw_marks_settle(struct rw_arena *arena, struct rw_marks *marks,
		     struct rw_node *root);

/* A tree with 'markup' alone; 'arena' owns it. */
const struct rw_doc *rw_marks_text(struct rw_arena *arena,
				   const struct rw_node *markup);

/* Notes how 'tree', made for a board, shows the text. */
void rw_marks_note_text(struct rw_arena *arena, struct rw_marks *marks,
			const struct rw_doc *tree);

/*
 * Where values may stand in a resolved posting with the fields of a board, as
 * rw_inspects takes paths; NULL at the end. The same for title and text.
 */
const char *const *rw_marks_paths(void);
const char *const *rw_marks_text_paths(void);

/* Steps to texts that differ in what they are made of; NULL at the end. */
const char *const *rw_marks_text_steps(void);

#endif
