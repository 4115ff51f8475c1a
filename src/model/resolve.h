/*
 * The resolved document: one thing with all that it inherits, in one language,
 * for one audience, with every word and figure that a reader sees.
 */
#ifndef RW_MODEL_RESOLVE_H
#define RW_MODEL_RESOLVE_H

#include "base/map.h"
#include "model/site.h"
#include "model/workspace.h"
#include "text/locale.h"
#include "text/term_memo.h"

/* What one thread needs to resolve documents: formatters of languages. */
struct rw_resolver;

/* The caller frees it. */
struct rw_resolver *rw_resolver_new(struct rw_workspace *workspace);
void rw_resolver_free(struct rw_resolver *resolver);
struct rw_workspace *rw_resolver_workspace(const struct rw_resolver *resolver);
struct rw_locale *rw_resolver_locale(struct rw_resolver *resolver,
				     const char *tag);

/* What is known of texts that were searched with a glossary of 'lang'. */
struct rw_term_memo *rw_resolver_memo(struct rw_resolver *resolver,
				      const char *lang,
				      const struct rw_term_index *index);

struct rw_resolve_options {
	const char *lang;	    /* NULL: the document's own */
	const char *as;		    /* "ad", "description", "summary", "kit" */
	const char *audience;	    /* NULL: "public" for ad and summary */
	const struct rw_site *site; /* NULL: it stands alone */
	bool explain;		    /* write src:at and the table of files */
	bool bare;     /* for a check: no labels, words, or links found */
	bool unlinked; /* only links that its writer has set */
	const struct rw_node *source;  /* of a posting that is read already */
	const struct rw_node *company; /* of it, where it is in no file */
	const struct rw_node *agency;  /* the same */
	const char *page;	       /* of a row, elsewhere; NULL: none */
	bool own_day; /* when its role or company changed says nothing of it */
	const struct rw_map *pages; /* that exist; NULL: as the site wishes */
};

/*
 * Resolves the role, posting or guide 'entry'. The document, which 'arena'
 * owns, or NULL with errors in 'diags'.
 */
struct rw_doc *rw_resolve(struct rw_resolver *resolver, struct rw_arena *arena,
			  struct rw_entry *entry,
			  const struct rw_resolve_options *options,
			  struct rw_diags *diags);

/*
 * The same for a document that is in no file; 'root' as rw_workspace_parse
 * gave it.
 */
struct rw_doc *rw_resolve_root(struct rw_resolver *resolver,
			       struct rw_arena *arena,
			       const struct rw_node *root,
			       const struct rw_resolve_options *options,
			       struct rw_diags *diags);

/*
 * Whether a posting is written in 'lang' or translated into it; roles speak
 * every language, falling back part by part. False after an error, too.
 */
bool rw_resolve_speaks(struct rw_resolver *resolver,
		       const struct rw_entry *entry, const char *lang,
		       struct rw_arena *arena, struct rw_diags *diags);

/*
 * Why a site of 'today' leaves the resolved document 'root' out: "draft"
 * (unless 'drafts'), "retired", "internal", "not posted yet", "expired" or,
 * where nothing else keeps it, "confidential"; "" if it does not.
 */
const char *rw_resolve_left_out(const struct rw_node *root, int32_t today,
				bool drafts);

/* Whether a document has parts of its own that the public does not see. */
bool rw_resolve_hides(const struct rw_node *root);

#endif
