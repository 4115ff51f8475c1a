/*
 * The interface words of a language (stylesheets/l10n).
 */
#ifndef RW_MODEL_WORDS_H
#define RW_MODEL_WORDS_H

#include "model/workspace.h"
#include "text/locale.h"

struct rw_words;

/*
 * The words for 'lang': those of the nearest language there is ("de-AT", then
 * "de", then "en"), the workspace's over the library's. Shared, read-only. NULL
 * after an error.
 */
const struct rw_words *rw_words_load(struct rw_workspace *workspace,
				     const char *lang, struct rw_diags *diags);

/* The word of 'key', or NULL. */
const char *rw_words_get(const struct rw_words *words, const char *key);

/* The word of "PREFIX.NAME", or NULL. */
const char *rw_words_get2(const struct rw_words *words, const char *prefix,
			  const char *name);

/*
 * The name of a region (the part of its ISO 3166-2 code behind the country), or
 * NULL; 'country' and 'region' may be NULL. It goes by its code, "Denver, CO",
 * in some countries' addresses.
 */
const char *rw_words_region(const struct rw_words *words, const char *country,
			    const char *region);
bool rw_words_region_is_code(const char *country);

/* The word of 'key' (its key if there is none) with %1 and %2 replaced. */
char *rw_words_format(const struct rw_words *words, struct rw_arena *arena,
		      const char *key, const char *a1, const char *a2);

/*
 * The plural form of 'key' for 'count', %1 being the count as the language
 * writes it: "5 years".
 */
char *rw_words_count(const struct rw_words *words, struct rw_arena *arena,
		     struct rw_locale *locale, const char *key,
		     rw_decimal count);

/* Adds <words>, with those that stylesheets use, to 'parent'. */
void rw_words_copy(const struct rw_words *words, struct rw_node *parent);

#endif
