/*
 * What an argument of 'rename' and 'where-used' names.
 */
#include "cli/targets.h"

#include <string.h>

#include "base/nearest.h"

/* "name a role, statements ... or place": what has an id. */
static const char *kinds_hint(struct rw_cli *cli)
{
	struct rw_buf text = RW_BUF_INIT;
	const char *hint;

	for (int i = 0; i < RW_TARGETS; i++)
		rw_buf_printf(&text, "%s%s",
			      i == 0		    ? "name one of these: "
			      : i + 1 == RW_TARGETS ? " or "
						    : ", ",
			      rw_target_name(i));
	hint = rw_arena_strdup(cli->arena, text.data);
	rw_buf_release(&text);
	return hint;
}

static void report_unknown(struct rw_cli *cli, const char *kind, const char *id)
{
	const char *const args[] = { kind[0] ? kind : "document or part", id,
				     NULL };
	struct rw_vec ids = { 0 };
	struct rw_names names;

	for (int i = 0; i < RW_TARGETS; i++)
		if (kind[0] == '\0' || strcmp(kind, rw_target_name(i)) == 0)
			rw_target_ids(cli->ws, i, &ids, cli->diags);
	names = (struct rw_names){ id, (const char *const *)ids.items,
				   ids.count };
	if ((kind[0] == '\0' &&
	     rw_nearest(id, names.all, names.count) == NULL) ||
	    ids.count == 0)
		rw_report_hint(cli->diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE,
			       kinds_hint(cli), args);
	else
		rw_report_unknown(cli->diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE,
				  &names, args);
	rw_vec_release(&ids);
}

const char *rw_target_article(int kind)
{
	const char *name = rw_target_name(kind);

	return strchr("aeiou", name[0]) ? "an" : "a";
}

size_t rw_cli_targets(struct rw_cli *cli, const char *name,
		      struct rw_target *targets)
{
	const char *slash = strchr(name, '/');
	const char *kind = slash ? rw_arena_strndup(cli->arena, name,
						    (size_t)(slash - name))
				 : "";
	struct rw_target target = { 0, slash ? slash + 1 : name };
	size_t count = 0;

	for (; target.kind < RW_TARGETS; target.kind++)
		if ((kind[0] == '\0' ||
		     strcmp(kind, rw_target_name(target.kind)) == 0) &&
		    rw_target_exists(cli->ws, &target, cli->diags))
			targets[count++] = target;
	if (count == 0)
		report_unknown(cli, kind, target.id);
	return count;
}
