/*
 * What the rules share. Private to src/check/.
 */
#ifndef RW_CHECK_RULE_H
#define RW_CHECK_RULE_H

#include "base/decimal.h"
#include "base/map.h"
#include "check/check.h"
#include "model/glossary.h"
#include "model/pay.h"
#include "model/resolve.h"
#include "text/match.h"

struct rw_check {
	struct rw_workspace *ws;
	struct rw_resolver *resolver;
	struct rw_arena *arena; /* of the document at hand */
	struct rw_arena *kept;	/* of the run */
	struct rw_diags *diags;
	const struct rw_sources *sources;
	int32_t today;
	struct rw_map *mentioned; /* ids of terms that occur somewhere */
	struct rw_map *examples;  /* text -> example company */
	struct rw_vec example_names;
	bool examples_tried;
	struct rw_check_known known; /* of the document at hand */
	struct rw_pattern *promises[3];
};

/* A document under test. */
struct rw_subject {
	struct rw_entry *entry;
	const struct rw_node *own;	/* as written */
	const struct rw_node *merged;	/* with what it inherits */
	const struct rw_node *resolved; /* role, posting, guide; else NULL */
};

typedef void rw_rule_fn(struct rw_check *check, const struct rw_subject *s);

/* structure.c, required.c: the shape of a document. */
rw_rule_fn rw_rule_twice, rw_rule_ids, rw_rule_required, rw_rule_references;
/* addresses.c: links in attributes. */
rw_rule_fn rw_rule_addresses;
/* dates.c, promises.c */
rw_rule_fn rw_rule_dates, rw_rule_promises;
/* bands.c: pay tables; offers.c: pay of roles and postings. */
rw_rule_fn rw_rule_table, rw_rule_offer;
/* ladder.c */
rw_rule_fn rw_rule_ladder;
/* borrowed.c */
rw_rule_fn rw_rule_borrowed;
/* relations.c, labels.c: the glossary. */
rw_rule_fn rw_rule_relations, rw_rule_labels;
/* whereabouts.c: places, workplace, how to apply. */
rw_rule_fn rw_rule_places, rw_rule_workplace;
/* brand.c */
rw_rule_fn rw_rule_brand;
/* items.c */
rw_rule_fn rw_rule_items, rw_rule_near, rw_rule_kpis, rw_rule_questions;
/* pages.c: site.xml */
rw_rule_fn rw_rule_site;
/* guides.c */
rw_rule_fn rw_rule_guide;
/* missing.c: texts without a translation. */
rw_rule_fn rw_rule_missing;
/* spoken.c: adds the languages that a company or statements are read in. */
void rw_check_spoken(struct rw_check *check, const struct rw_subject *s,
		     struct rw_map *languages);

/* mentions.c: notes the terms that occur in a document; then the others. */
rw_rule_fn rw_rule_mentions;
void rw_check_unused_terms(struct rw_check *check);

/* The place of attribute 'name' of 'node', or of the element for NULL. */
struct rw_pos rw_check_at(const struct rw_check *check,
			  const struct rw_node *node, const char *name);

/* True if 'node' was written in the document under test. */
bool rw_check_owns(const struct rw_check *check, const struct rw_subject *s,
		   const struct rw_node *node);

/* "templates/roles/x.xml:12" of 'node'; the check's arena owns it. */
const char *rw_check_where(struct rw_check *check, const struct rw_node *node);

/* Reports that there is no args[0] args[1]; the hint knows the 'names'. */
void rw_check_unknown(struct rw_check *check, struct rw_pos pos,
		      const char *const args[3], const struct rw_vec *names);

/* Whether attribute 'name' of 'node' is 'value'. */
bool rw_check_is(const struct rw_node *node, const char *name,
		 const char *value);

/* Attribute 'name' as a decimal; false if there is none. */
bool rw_check_number(const struct rw_node *node, const char *name,
		     rw_decimal *value);

/* Attribute 'name' as a day, or RW_DATE_NONE. */
int32_t rw_check_day(const struct rw_node *node, const char *name);

/* The text of a figure; the check's arena owns it. */
const char *rw_check_figure(struct rw_check *check, rw_decimal value);

/* The element after 'n' below 'top' that has this name, in the namespace. */
struct rw_node *rw_check_next(const struct rw_node *n,
			      const struct rw_node *top, const char *name);

#endif
