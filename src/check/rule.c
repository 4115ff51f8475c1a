/*
 * Small helpers of all rules.
 */
#include <string.h>

#include "base/date.h"
#include "check/rule.h"

struct rw_pos rw_check_at(const struct rw_check *c, const struct rw_node *node,
			  const char *name)
{
	if (name == NULL || rw_node_attr(node, name) == NULL)
		return rw_node_pos(node);
	return rw_node_attr_value_pos(node, name, c->sources);
}

bool rw_check_owns(const struct rw_check *c, const struct rw_subject *s,
		   const struct rw_node *node)
{
	const char *a = rw_sources_path(c->sources, rw_node_pos(node).file);
	const char *b = rw_sources_path(c->sources, rw_node_pos(s->own).file);

	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

const char *rw_check_where(struct rw_check *c, const struct rw_node *node)
{
	struct rw_pos pos = rw_node_pos(node);
	const char *path = rw_sources_path(c->sources, pos.file);
	unsigned line, column;

	rw_sources_locate(c->sources, pos, &line, &column);
	return rw_arena_printf(c->arena, "%s:%u", path ? path : "?", line);
}

void rw_check_unknown(struct rw_check *c, struct rw_pos pos,
		      const char *const args[3], const struct rw_vec *names)
{
	const struct rw_names known = { args[1],
					(const char *const *)names->items,
					names->count };

	rw_report_unknown(c->diags, RW_REFERENCE_UNKNOWN, pos, &known, args);
}

bool rw_check_is(const struct rw_node *node, const char *name,
		 const char *value)
{
	const char *other = rw_node_attr(node, name);

	return other != NULL && strcmp(other, value) == 0;
}

bool rw_check_number(const struct rw_node *node, const char *name,
		     rw_decimal *value)
{
	const char *text = rw_node_attr(node, name);

	return text != NULL && rw_decimal_parse(text, value);
}

int32_t rw_check_day(const struct rw_node *node, const char *name)
{
	const char *text = rw_node_attr(node, name);

	return text != NULL ? rw_date_parse(text) : RW_DATE_NONE;
}

const char *rw_check_figure(struct rw_check *c, rw_decimal value)
{
	char text[24];

	rw_decimal_format(value, text);
	return rw_arena_strdup(c->arena, text);
}

struct rw_node *rw_check_next(const struct rw_node *n,
			      const struct rw_node *top, const char *name)
{
	struct rw_node *next = rw_node_walk(n, top);

	while (next != NULL && !rw_node_is(next, name))
		next = rw_node_walk(next, top);
	return next;
}
