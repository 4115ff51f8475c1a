/*
 * What the kinds of listings share. Private to the command 'list'.
 */
#ifndef RW_CLI_LIST_H
#define RW_CLI_LIST_H

#include "cli/table.h"
#include "text/match.h"

#define RW_LIST_WORDS 56 /* code points of a text that are shown */

/* A run of the command. */
struct rw_lister {
	struct rw_cli *cli;
	struct rw_table table;
	const char *lang;		  /* --lang, or NULL */
	struct rw_pattern *title, *owner; /* of --title, --owner, or NULL */
	const char *status, *missing;	  /* options, or NULL */
	int32_t due; /* last day of --due, or RW_DATE_NONE */
	bool own;
};

/* A kind of things that can be listed. */
struct rw_listing {
	const char *name;    /* "roles" */
	const char *what;    /* one line for people */
	const char *columns; /* names parted by blanks */
	const char *filters; /* options that apply, parted by blanks */
	void (*fill)(struct rw_lister *lister,
		     const struct rw_listing *listing);
	enum rw_kind kind; /* RW_KINDS: of no one kind */
};

/* True if 'text' has the words of --title; any text has without it. */
bool rw_list_matches(const struct rw_lister *lister, const char *text);

/* The same of --owner; NULL is nobody. */
bool rw_list_owned(const struct rw_lister *lister, const char *owner);

/* The cell of column 'name' in 'row'; a place to write to if there is none. */
const char **rw_list_cell(struct rw_lister *lister, const char **row,
			  const char *name);

/* "workspace", "library", or "both": where a document stands. */
const char *rw_list_where(const struct rw_lister *lister,
			  const struct rw_entry *entry);

/*
 * 'text' in one line: its first 'most' code points in a table, all of it in
 * JSON.
 */
const char *rw_list_words(const struct rw_lister *lister, const char *text,
			  size_t most);

/* True if --own leaves the document out. */
bool rw_list_foreign(const struct rw_lister *lister,
		     const struct rw_entry *entry);

/* Number of texts below 'root' that are not in 'lang'. */
size_t rw_list_missing(const struct rw_node *root, const char *lang);

/* Roles, postings, companies ...: each row a document. */
void rw_list_documents(struct rw_lister *l, const struct rw_listing *listing);

/* Each row a part of a document. */
void rw_list_terms(struct rw_lister *l, const struct rw_listing *listing);
void rw_list_places(struct rw_lister *l, const struct rw_listing *listing);
void rw_list_grades(struct rw_lister *l, const struct rw_listing *listing);
void rw_list_statements(struct rw_lister *l, const struct rw_listing *listing);
void rw_list_boards(struct rw_lister *l, const struct rw_listing *listing);
void rw_list_rules(struct rw_lister *l, const struct rw_listing *listing);
void rw_list_jurisdictions(struct rw_lister *l,
			   const struct rw_listing *listing);

/* Every part and item of a document. */
void rw_list_items(struct rw_lister *l, struct rw_entry *entry);

#endif
