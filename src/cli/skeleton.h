/*
 * Texts of other documents as comments of a new one.
 */
#ifndef RW_CLI_SKELETON_H
#define RW_CLI_SKELETON_H

#include "cli/cli.h"

/*
 * Adds every part of 'whole' (see whole.h) in reading order, each part and
 * each item in a comment of its own, ready to be taken out; those named in
 * 'without' (names parted by blanks) not.
 */
void rw_skeleton_parts(struct rw_cli *cli, const struct rw_node *whole,
		       const char *without, struct rw_buf *out);

/*
 * Adds the elements of a translation: those of the source text 'own' whose
 * text 'translated' does not have in 'lang', empty, with the hash of the
 * source in 'of' and the source as a comment. Returns how many texts there
 * are.
 */
size_t rw_skeleton_translation(struct rw_cli *cli, const struct rw_node *own,
			       const struct rw_node *translated,
			       const char *lang, struct rw_buf *out);

/*
 * Adds the names of what rw_skeleton_parts writes with these arguments, in its
 * order, with the number of items of a list: "summary, responsibilities (9)".
 * In lines for a comment.
 */
void rw_skeleton_contents(const struct rw_node *whole, const char *without,
			  struct rw_buf *out);

/* Adds the part 'name' of 'whole' as a comment, if there is one. */
void rw_skeleton_part(struct rw_cli *cli, const struct rw_node *whole,
		      const char *name, struct rw_buf *out);

#endif
