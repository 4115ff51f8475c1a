/*
 * The profile of a job board: what it takes and how.
 */
#ifndef RW_PUBLISH_BOARD_H
#define RW_PUBLISH_BOARD_H

#include "base/map.h"
#include "model/workspace.h"
#include "xml/select.h"

/* How a value is written; the names are those of the schema. */
enum rw_field_format {
	RW_FIELD_TEXT,
	RW_FIELD_HTML,	 /* the stylesheet makes it; its words count */
	RW_FIELD_MARKUP, /* the same, but its tags count too */
	RW_FIELD_DATE,
	RW_FIELD_DATE_TIME,
	RW_FIELD_END_OF_DAY,
	RW_FIELD_RFC822,
	RW_FIELD_DMY_DOTS,
	RW_FIELD_DMY,
	RW_FIELD_MDY,
	RW_FIELD_DAYS,	/* from the day of posting to this one, both counted */
	RW_FIELD_QUERY, /* an address, ready for a parameter behind it */
	RW_FIELD_FRAGMENT, /* "#top" of an address: what stands behind that */
	RW_FIELD_INTEGER,
	RW_FIELD_DECIMAL,
	RW_FIELD_MONEY, /* a decimal, and two digits of cents if it has any */
	RW_FIELD_FORMATS
};

struct rw_board_field {
	const char *name; /* what the board calls it */
	const char *expression;
	const char *ask; /* what a posting without it needs, for people */
	struct rw_selector *select;
	struct rw_selector *when; /* it is required; NULL: always */
	const char *when_expression;
	const struct rw_map *map; /* our value -> theirs; NULL: ours */
	const char *const *first; /* theirs, the one to take first; NULL where
				     several are taken; ends with NULL */
	enum rw_field_format format;
	size_t most, least; /* characters; 0: any */
	bool required;
	const char *part_of; /* that it is written with; NULL: itself only */
	bool part;	     /* without it nothing of that is written */
	bool sure;	     /* what the board wants is known */
	bool feed;	     /* once in a feed, not in each posting */
	struct rw_pos pos;   /* in the profile */
};

/* A rule of preflight, as this board takes it. */
struct rw_board_rule {
	const char *name;
	size_t number; /* in the table of rules, see rw_preflight_find */
	enum rw_severity level;
	bool off;
	size_t limit;	   /* 0: the rule's own */
	const char *words; /* parted by "|"; NULL: the rule's own */
	struct rw_pos pos;
};

struct rw_board {
	const char *id;
	const char *name; /* for people */
	const char *url;
	const char *who;	/* may submit: "employer", "partner" ...; "" */
	const char *method;	/* "feed", "page", "api", "upload"; "" */
	const char *format;	/* "XML", "JSON-LD" ...; "" */
	const char *checked;	/* the day of its facts; "" */
	const char *confidence; /* of its facts: "A" to "C"; "" */
	const char *tags;	/* of HTML that it shows; NULL: all */
	const char *entities;	/* "yes", "no" or NULL */
	bool contract;
	bool confidential; /* takes postings that do not name the employer */
	bool per_place;	   /* wants an item for each place */
	size_t most_items; /* of a file; 0: any */
	size_t most_bytes;
	struct rw_board_field *fields;
	size_t field_count;
	struct rw_board_rule *rules;
	size_t rule_count;
	struct rw_pos pos;
};

/*
 * Reads the profile 'id' with all that it inherits; 'arena' owns it, threads
 * may share it. NULL with errors in 'diags'.
 */
const struct rw_board *rw_board_load(struct rw_workspace *workspace,
				     struct rw_arena *arena, const char *id,
				     struct rw_diags *diags);

/*
 * What the board 'board' calls the company 'company' (NULL: none), which is
 * part of the company's document; NULL if that does not say.
 */
const char *rw_board_account(struct rw_workspace *workspace,
			     const char *company, const char *board,
			     struct rw_diags *diags);

/*
 * Where the company takes applications by mail, whatever a posting says; only
 * for a board that has a field for it (rw:board/@company-email). NULL if it
 * does not.
 */
const char *rw_board_email(struct rw_workspace *workspace, const char *company,
			   const struct rw_board *board,
			   struct rw_diags *diags);

/*
 * The name of the company's contact, who answers questions of boards; only for
 * a board that has a field for it (rw:board/@contact). NULL if there is none.
 */
const char *rw_board_contact(struct rw_workspace *workspace,
			     const char *company, const struct rw_board *board,
			     struct rw_diags *diags);

/* The name of a format: "end-of-day". */
const char *rw_field_format_name(enum rw_field_format format);

#endif
