/*
 * Making new files: names, texts and the files themselves.
 */
#ifndef RW_CLI_SCAFFOLD_H
#define RW_CLI_SCAFFOLD_H

#include "cli/cli.h"

/* What 'id' must be like: lower-case letters, digits, hyphens; at most 80. */
bool rw_id_valid(const char *id);

/*
 * An id from a name: "Müller & Söhne" gives "muller-sohne", or with 'german'
 * "mueller-soehne". "" if nothing is left. 'arena' owns it.
 */
char *rw_id_from_name(struct rw_arena *arena, const char *name, bool german);

/* A title from an id: "key-account-manager", "Key Account Manager". */
char *rw_id_title(struct rw_arena *arena, const char *id);

/*
 * The ISO 3166-1 code of a country that is given as a code, or by its name in
 * English or 'lang'; NULL if there is none.
 */
const char *rw_country_find(struct rw_arena *arena, const char *text,
			    const char *lang);

/* Adds text, escaped for an element or an attribute in double quotes. */
void rw_scaffold_escape(struct rw_buf *out, const char *text);

/*
 * Adds 'template' with each %1 .. %9 replaced by the escaped value of that
 * number; "%%" is a percent sign.
 */
void rw_scaffold_fill(struct rw_buf *out, const char *template,
		      const char *const *values);

/* Today as YYYY-MM-DD; the arena of 'cli' owns it. */
char *rw_scaffold_today(struct rw_cli *cli);

/*
 * Writes the new file 'name' below the workspace's folder, a document in its
 * canonical form, makes the folders on its way and names it on standard
 * output. -1 after an error, also when there is such a file.
 */
int rw_scaffold_write(struct rw_cli *cli, const char *name,
		      const struct rw_buf *text);

#endif
