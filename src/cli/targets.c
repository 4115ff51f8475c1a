/*
 * What an argument of 'rename' and 'where-used' names.
 */
#include "cli/targets.h"

#include <string.h>

#include "base/nearest.h"

static void report_unknown(struct rw_cli *cli, const char *kind, const char *id)
{
	struct rw_vec ids = { 0 };
	const char *near;

	for (int i = 0; i < RW_TARGETS; i++)
		if (kind[0] == '\0' || strcmp(kind, rw_target_name(i)) == 0)
			rw_target_ids(cli->ws, i, &ids, cli->diags);
	near = rw_nearest(id, (const char *const *)ids.items, ids.count);
	rw_report_near(
		cli->diags, RW_REFERENCE_UNKNOWN, RW_NOWHERE, near,
		(const char *const[]){ kind[0] ? kind : "document", id, NULL });
	rw_vec_release(&ids);
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
