/*
 * The catalogue of a site: what its lists and indexes say of each page, and
 * which terms the pages use.
 */
#ifndef RW_MODEL_CATALOGUE_H
#define RW_MODEL_CATALOGUE_H

#include "base/map.h"
#include "model/glossary.h"
#include "model/site.h"

/* Facts of a page, all plain text; "" where there is none. */
enum rw_fact {
	RW_FACT_KIND, /* "role", "posting" or "guide" */
	RW_FACT_ID,
	RW_FACT_LANG, /* of the site */
	RW_FACT_PAGE, /* from the site's root, without suffix */
	RW_FACT_TITLE,
	RW_FACT_TITLE_LANG, /* where it is not that of the page */
	RW_FACT_SUMMARY,
	RW_FACT_UPDATED, /* ISO 8601 */
	RW_FACT_FAMILY,
	RW_FACT_RANK, /* of the level */
	RW_FACT_POSTED,
	RW_FACT_POSTED_TEXT,
	RW_FACT_CLOSES,
	RW_FACT_CLOSES_TEXT,
	RW_FACT_COMPANY,
	RW_FACT_PLACES, /* a line each */
	RW_FACT_WORKPLACE,
	RW_FACT_EMPLOYMENT,
	RW_FACT_PAY,
	RW_FACT_DRAFT,	  /* "yes" */
	RW_FACT_FORMERLY, /* earlier ids, parted by blanks */
	RW_FACT_TERMS,	  /* ids that the page links, parted by blanks */
	RW_FACTS
};

struct rw_summary {
	const char *facts[RW_FACTS];
};

/* The name of a fact where it is stored: "posted-text". */
const char *rw_fact_name(enum rw_fact fact);

/*
 * What a resolved document of the site says for the catalogue; 'arena' owns
 * it.
 */
struct rw_summary *rw_summary_of(struct rw_arena *arena,
				 const struct rw_doc *doc);

/* Zero it to begin; release the vector. */
struct rw_catalogue {
	struct rw_vec summaries; /* struct rw_summary */
};

/*
 * The ids of the terms that have a page in 'lang': all, or the workspace's
 * own and those that pages of the catalogue link (site/@glossary). A map of
 * ids that the caller frees; NULL after an error.
 */
struct rw_map *rw_catalogue_terms(const struct rw_catalogue *catalogue,
				  struct rw_workspace *workspace,
				  const struct rw_site *site, const char *lang,
				  struct rw_diags *diags);

#endif
