/*
 * What rows alike have in common: for each board the bytes that it gets, cut
 * where their values go, and what was found. Private to publish/alike.c.
 */
#ifndef RW_PUBLISH_ROWPATTERN_H
#define RW_PUBLISH_ROWPATTERN_H

#include "publish/alike.h"
#include "write/stamp.h"

/* Something that was found of all of them. */
struct rw_row_pattern_finding {
	struct rw_found found;
	bool varies; /* with the values: it is looked for again */
};

/* Of an item with a text: whether it was seen to be what the long way makes. */
enum rw_row_pattern_proof {
	RW_ROW_PATTERN_UNSEEN,
	RW_ROW_PATTERN_RIGHT,
	RW_ROW_PATTERN_WRONG
};

/* What a board gets. */
struct rw_row_pattern_item {
	struct rw_result like;	   /* 'place' and 'url' have marks */
	struct rw_stamp *stamp;	   /* NULL: it is refused */
	struct rw_vec findings;	   /* struct rw_row_pattern_finding */
	struct rw_vec lengths;	   /* struct rw_marked_length */
	const struct rw_doc *text; /* how it shows the text; NULL: in no mark */
	enum rw_row_pattern_proof proof; /* guarded by alike's mutex */
};

struct rw_row_pattern {
	struct rw_arena *arena;
	bool own[RW_MARKS_OWN]; /* values of resolved postings that are marks */
	uint32_t file;		/* of places in the row that it is made of */
	struct rw_vec items;	/* struct rw_row_pattern_item, as results go */
	struct rw_vec findings; /* of the posting */
	struct rw_vec used;	/* marks, as numbers */
	const char *title;	/* as written */
	const char *shown;	/* as boards show it */
	const char *left_out;
	const char *whose; /* with marks */
	const char *country_name;
	struct rw_sketch sketch;
	bool *wanted;
};

/* A row at work. */
struct rw_row_at_work {
	const struct rw_dispatcher *by;
	const struct rw_row_values *values;
};

/* A row that is being stamped. */
struct rw_stamping {
	const struct rw_row_at_work *w;
	const struct rw_row_pattern *pattern;
	struct rw_consignment *c;
	const char *values[RW_MARKS]; /* those that are used */
};

/* Frees it, arena and all; NULL is nothing. */
void rw_row_pattern_free(struct rw_row_pattern *pattern);
void rw_row_pattern_item_free(struct rw_row_pattern_item *item);

/* Whether a value may stand for a mark: one line that is not blank. */
bool rw_row_pattern_takes(const char *value);

/* What 'diags' holds, as struct rw_row_pattern_finding; 'arena' owns them. */
struct rw_vec rw_row_pattern_findings(struct rw_arena *arena,
				      const struct rw_diags *diags);
bool rw_row_pattern_same_finding(const struct rw_found *a,
				 const struct rw_found *b);
bool rw_row_pattern_same_result(const struct rw_result *a,
				const struct rw_result *b);

/* What the rules that look at values find of the row at work. */
struct rw_vec rw_row_pattern_found_now(const struct rw_row_at_work *work,
				       const struct rw_result *result,
				       struct rw_arena *arena);

/* Adds what the long way would have added to the posting of values. */
void rw_row_pattern_complete(const struct rw_row_at_work *work,
			     const struct rw_row_pattern *pattern,
			     struct rw_node *root);

/* Makes all items of the row; false, with none, if the pattern does not fit. */
bool rw_row_pattern_stamp(const struct rw_row_at_work *work,
			  const struct rw_row_pattern *pattern,
			  struct rw_consignment *consignment);

/*
 * What the values of a row with its own texts are at boards, once it is
 * 'resolved'; NULL if one cannot be written. The consignment's arena owns it.
 */
struct rw_stamping *rw_row_pattern_stamping(
	const struct rw_row_at_work *work, const struct rw_row_pattern *pattern,
	struct rw_consignment *consignment, const struct rw_node *resolved);

/* Makes an item of such a row; -1 if the pattern does not fit. */
int rw_row_pattern_fill(struct rw_stamping *stamping,
			const struct rw_row_pattern_item *like,
			struct rw_item *item, struct rw_result *result);

/*
 * A new pattern from the row at work, of which 'like' was made the long way;
 * NULL if that cannot be trusted.
 */
struct rw_row_pattern *rw_row_pattern_learn(const struct rw_row_at_work *work,
					    const struct rw_consignment *like);

/*
 * The same with marks for title and text, too, for the boards that are 'fit'
 * for them; its items are yet to be proven.
 */
struct rw_row_pattern *
rw_row_pattern_learn_texts(const struct rw_row_at_work *work,
			   const struct rw_consignment *like, const bool *fit);

#endif
