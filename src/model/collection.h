/*
 * Collection documents: many things, sorted, as one page or file shows them.
 */
#ifndef RW_MODEL_COLLECTION_H
#define RW_MODEL_COLLECTION_H

#include "model/catalogue.h"
#include "model/resolve.h"

#define RW_PAGE_ENTRIES 200 /* of a list on one page */

struct rw_collection_query {
	const struct rw_site *site;
	const struct rw_catalogue *catalogue;
	const char *lang;	    /* of the site */
	size_t page;		    /* of a long list, from 0 */
	const struct rw_map *terms; /* with a page of their own */
};

/*
 * "index" "roles" "postings" "guides" "glossary" "matrix" "sitemap"; ends in
 * NULL.
 */
extern const char *const rw_collection_names[];

/* How many pages the list 'name' has; at least 1. */
size_t rw_collection_pages(const struct rw_collection_query *query,
			   const char *name);

/* The path of page number 'page', from the site's root, without suffix. */
char *rw_collection_path(const struct rw_site *site, struct rw_arena *arena,
			 const char *lang, const char *name, size_t page);

/* The collection 'name', which 'arena' owns; NULL after an error. */
struct rw_doc *rw_collection_make(struct rw_resolver *resolver,
				  struct rw_arena *arena, const char *name,
				  const struct rw_collection_query *query,
				  struct rw_diags *diags);

/* A page that has a new address. */
struct rw_moved {
	const char *folder; /* "roles", "postings", "guides", "glossary" */
	const char *former; /* id that it had */
	const char *id;
	const char *title;
};

/* The document for the former address. */
struct rw_doc *rw_collection_moved(struct rw_resolver *resolver,
				   struct rw_arena *arena,
				   const struct rw_moved *moved,
				   const struct rw_collection_query *query,
				   struct rw_diags *diags);

/* The page of one term. */
struct rw_doc *rw_collection_term(struct rw_resolver *resolver,
				  struct rw_arena *arena,
				  const struct rw_term *term,
				  const struct rw_collection_query *query,
				  struct rw_diags *diags);

#endif
