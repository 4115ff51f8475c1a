/*
 * What the fields of a board hold for one posting, or for a feed.
 */
#ifndef RW_PUBLISH_BOARD_FIELDS_H
#define RW_PUBLISH_BOARD_FIELDS_H

#include "publish/board.h"
#include "publish/description.h"
#include "publish/marks.h"

/* A posting on its way to a board. */
struct rw_item {
	const struct rw_board *board;
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct rw_node *root;	   /* of the resolved posting, or of <feed> */
	struct rw_node *own;	   /* its <board>, once there is one */
	struct rw_pos pos;	   /* of the posting, for what is not there */
	const char *account;	   /* of the company at the board, or NULL */
	const char *contact;	   /* who answers the board, or NULL */
	const char *email;	   /* of who sends the posting, or NULL */
	const char *id;		   /* in the feed */
	const struct rw_doc *tree; /* what the stylesheet made, or NULL */
	struct rw_description *description; /* of the posting, or NULL */
	struct rw_marks *marks; /* it has marks for values; NULL: none */
	const char **texts;	/* of its fields, as far as they were asked for;
			       NULL: they are not kept */
};

/*
 * Adds <board id name tags entities account item> to the root, with a <field
 * name> for each value: selected, mapped and formatted. Reports what is
 * missing, too long or too short. -1 where a profile cannot be applied at all.
 */
int rw_board_fields_add(struct rw_item *item);

/*
 * 'text' as fields of 'format' have it, for the posting 'root'; NULL if it
 * cannot be. 'arena' owns it.
 */
const char *rw_field_format_text(struct rw_arena *arena,
				 const struct rw_node *root, const char *text,
				 enum rw_field_format format);

/* Takes it away again. */
void rw_board_fields_remove(struct rw_item *item);

/* The first value of field 'name', or NULL. */
const char *rw_board_field(const struct rw_item *item, const char *name);

/* True for a field whose text the stylesheet makes. */
bool rw_board_field_runs(const struct rw_board_field *field);

/*
 * The plain text of field 'name' as the stylesheet made it, in one part or
 * several (out:markup with field="name"), an empty line between them; the
 * item's arena owns it. "" if there is none.
 */
const char *rw_board_text(const struct rw_item *item, const char *name);

/* Reports fields of running text that are missing, too long or too short. */
void rw_board_check_texts(const struct rw_item *item);

/* Reports, in one finding, the required fields whose profile is not sure. */
void rw_board_doubt(const struct rw_board *board, struct rw_diags *diags);

/* Where the value of field 'name' was selected; the posting's place if not. */
struct rw_pos rw_board_field_pos(const struct rw_item *item, const char *name);

#endif
