/*
 * Counting what a feed does not have, and saying so.
 */
#include "publish/absences.h"

#include <string.h>

#include "base/buf.h"

void rw_absences_add(struct rw_absences *absences, struct rw_arena *arena,
		     const char *why)
{
	size_t i = 0;

	while (absences->left_out[i].why && i + 1 < RW_ABSENCE_REASONS &&
	       strcmp(absences->left_out[i].why, why) != 0)
		i++;
	if (!absences->left_out[i].why)
		absences->left_out[i].why = rw_arena_strdup(arena, why);
	absences->left_out[i].count++;
}

/* "2 draft, 1 expired" */
static void put(struct rw_buf *out, size_t count, const char *what)
{
	if (count)
		rw_buf_printf(out, "%s%zu %s", out->len ? ", " : "", count,
			      what);
}

const char *rw_absences_say(const struct rw_absences *absences,
			    struct rw_arena *arena)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *copy;

	put(&out, absences->refused, "refused");
	for (size_t i = 0; i < RW_ABSENCE_REASONS; i++)
		put(&out, absences->left_out[i].count,
		    absences->left_out[i].why);
	if (out.len)
		put(&out, absences->unnamed, "without this board in 'boards'");
	else
		rw_buf_puts(&out, absences->unnamed
					  ? "no posting names this board"
					  : "there is no posting");
	copy = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return copy;
}

const char *rw_absences_hint(const struct rw_absences *absences)
{
	if (absences->refused)
		return NULL;
	if (absences->left_out[0].count)
		return "change the postings that should go out, or say "
		       "--allow-empty for a feed without any";
	if (absences->unnamed)
		return "add '%3' to 'boards' of a posting, or say --all; "
		       "--allow-empty is for a feed without any";
	return "write a posting, see 'rolewright help new', or say "
	       "--allow-empty";
}
