/*
 * What surrounds a page: words, the site with its navigation, the company.
 */
#ifndef RW_MODEL_FRAME_H
#define RW_MODEL_FRAME_H

#include "model/site.h"
#include "model/words.h"

struct rw_frame {
	struct rw_workspace *ws;
	struct rw_arena *arena;
	const struct rw_site *site; /* NULL: the page stands alone */
	const struct rw_words *words;
	struct rw_locale *locale;
	const char *lang;
	const char *page;   /* from the site's root, without suffix */
	const char *up;	    /* from the page to the site's root */
	const char *folder; /* "roles" ...: for the same page elsewhere */
	const char *id;
	const char *const *languages; /* that have the page, too */
	size_t language_count;
	bool twins; /* Word, Markdown, text and JSON stand beside it */
	struct rw_diags *diags;
};

/* Language, date, page and the like on the root of a collection document. */
void rw_frame_root(const struct rw_frame *frame, struct rw_node *root);

/* A date as the language writes it; other text as it is. */
const char *rw_frame_date(const struct rw_frame *frame, const char *date);

/* site.xml in the language of the page, shared; NULL after an error. */
const struct rw_node *rw_frame_site(const struct rw_frame *frame);

/*
 * Adds <words> and, for a site, <site> and its <company> to 'root'. -1 after
 * an error.
 */
int rw_frame_add(const struct rw_frame *frame, struct rw_node *root);

/* Adds <company> with what the public may know; 'company' may be NULL. */
void rw_frame_company(const struct rw_frame *frame, struct rw_node *root,
		      const struct rw_node *company);

#endif
