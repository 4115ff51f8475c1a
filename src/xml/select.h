/*
 * XPath 1.0 expressions over a document, with the prefixes rw and md bound.
 * User strings never become part of an expression.
 */
#ifndef RW_XML_SELECT_H
#define RW_XML_SELECT_H

#include "xml/doc.h"

/* A compiled expression; threads may share it. */
struct rw_selector;

/* 'arena' owns it. NULL with an error at 'pos', where it is written. */
struct rw_selector *rw_selector_new(struct rw_arena *arena,
				    const char *expression, struct rw_pos pos,
				    struct rw_diags *diags);

/* One of the nodes that an expression selects, or its value. */
struct rw_selected {
	const char *text;	    /* string value */
	const struct rw_node *node; /* the element, or the one around it */
	const char *attribute;	    /* name of an attribute; NULL: none */
};

struct rw_selection {
	struct rw_selected *items; /* in document order */
	size_t count;
};

/* What evaluates expressions on one document, on one thread. */
struct rw_select;

/* 'arena' owns it; it may not outlive the document of 'node'. */
struct rw_select *rw_select_new(struct rw_arena *arena, struct rw_node *node);

/*
 * Fills in what 'selector' selects at 'node'; the arena of 'select' owns it. A
 * string, number or truth that it computes is one item without attribute, at
 * 'node'; an empty string is none. -1 with an error.
 */
int rw_select_run(struct rw_select *select, struct rw_selector *selector,
		  struct rw_node *node, struct rw_selection *selection,
		  struct rw_diags *diags);

/* Whether the expression is true at 'node'; false after an error, too. */
bool rw_select_test(struct rw_select *select, struct rw_selector *selector,
		    struct rw_node *node, struct rw_diags *diags);

/* Where a selected thing is written: the value of its attribute, or itself. */
struct rw_pos rw_selected_pos(const struct rw_selected *selected,
			      const struct rw_sources *sources);

#endif
