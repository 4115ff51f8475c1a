/*
 * Levels of a ladder: who stands above whom should have no less pay and no
 * fewer years, and no step leads back to where it began.
 */
#include <string.h>

#include "check/rule.h"
#include "model/inherit.h"

struct level {
	const char *id;
	const struct rw_node *root; /* merged */
	const struct rw_node *pay;
	const struct rw_node *experience; /* asks for most years */
	rw_decimal rank, years;
	bool ranked;
	struct rw_band band;
	bool has_band;
};

static const struct rw_node *role_root(struct rw_check *c, const char *id)
{
	struct rw_entry *entry =
		rw_workspace_find(c->ws, RW_KIND_ROLE, id, NULL);

	return entry ? rw_inherit_resolve(c->ws, entry, NULL, c->diags) : NULL;
}

/* The required item that asks for most years. */
static void find_years(struct level *level)
{
	const struct rw_node *list = rw_node_child(level->root, "requirements");
	const struct rw_node *n = list ? rw_node_child(list, NULL) : NULL;
	rw_decimal years;

	for (; n != NULL; n = rw_node_next_element(n, NULL))
		if (!rw_check_is(n, "level", "preferred") &&
		    rw_check_number(n, "years", &years) &&
		    years > level->years) {
			level->years = years;
			level->experience = n;
		}
}

static void find_band(struct rw_check *c, struct level *level)
{
	struct rw_band_query query = { 0 };

	level->pay = rw_node_child(level->root, "pay");
	if (level->pay == NULL || rw_node_attr(level->pay, "grade") == NULL)
		return;
	query.role = true;
	query.company = rw_pay_company(c->ws, c->diags);
	query.grade = rw_node_attr(level->pay, "grade");
	query.table = rw_node_attr(level->pay, "table");
	query.grade_pos = rw_check_at(c, level->pay, "grade");
	query.table_pos = rw_check_at(c, level->pay, "table");
	level->has_band = rw_pay_find(c->ws, &query, &level->band, c->diags) ==
			  0;
}

static bool read_level(struct rw_check *c, const char *id, struct level *level)
{
	const struct rw_node *rank;

	memset(level, 0, sizeof(*level));
	level->id = id;
	level->root = role_root(c, id);
	if (level->root == NULL)
		return false;
	rank = rw_node_child(level->root, "level");
	level->ranked = rank && rw_check_number(rank, "rank", &level->rank);
	find_years(level);
	find_band(c, level);
	return true;
}

/* ------------------------------------------------------------ two levels */

/* A hint that names the other place. */
static void report(struct rw_check *c, enum rw_code code,
		   const struct rw_node *node, const struct rw_node *other,
		   const char *const args[3])
{
	const char *hint = rw_arena_printf(c->arena, "compare %s",
					   rw_check_where(c, other));

	rw_report_hint(c->diags, code, rw_node_pos(node), hint, args);
}

static bool comparable(const struct level *a, const struct level *b)
{
	static const char *const names[] = { "currency", "period" };

	if (!a->has_band || !b->has_band)
		return false;
	for (size_t i = 0; i < 2; i++) {
		const char *x = rw_node_attr(a->band.root, names[i]);
		const char *y = rw_node_attr(b->band.root, names[i]);

		if (x == NULL || y == NULL || strcmp(x, y) != 0)
			return false;
	}
	return true;
}

static void compare_pay(struct rw_check *c, const struct level *high,
			const struct level *low)
{
	rw_decimal mine = high->band.min, theirs = low->band.min;
	const char *end = "starts";

	if (!comparable(high, low))
		return;
	if (mine >= theirs) {
		mine = high->band.max;
		theirs = low->band.max;
		end = "ends";
	}
	if (mine < theirs)
		report(c, RW_LADDER_PAY, high->pay, low->pay,
		       (const char *const[]){
			       high->id, low->id,
			       rw_arena_printf(c->arena, "it %s at %s, not %s",
					       end, rw_check_figure(c, mine),
					       rw_check_figure(c, theirs)) });
}

static void compare_years(struct rw_check *c, const struct level *high,
			  const struct level *low)
{
	if (high->experience != NULL && high->years < low->years)
		report(c, RW_LADDER_YEARS, high->experience, low->experience,
		       (const char *const[]){
			       high->id, low->id,
			       rw_arena_printf(
				       c->arena, "%s, not %s",
				       rw_check_figure(c, high->years),
				       rw_check_figure(c, low->years)) });
}

static void compare(struct rw_check *c, const struct level *a,
		    const struct level *b)
{
	const struct level *high = a->rank > b->rank ? a : b;
	const struct level *low = high == a ? b : a;

	if (!a->ranked || !b->ranked || a->rank == b->rank)
		return;
	compare_pay(c, high, low);
	compare_years(c, high, low);
}

/* ---------------------------------------------------------------- steps */

/* Whether 'from' grows into 'to', by one step or more. */
static bool leads_to(struct rw_check *c, const char *from, const char *to,
		     struct rw_map *seen)
{
	const struct rw_node *root, *list, *n;

	if (rw_map_put(seen, from, seen) != NULL)
		return false;
	root = role_root(c, from);
	list = root ? rw_node_child(root, "grows-into") : NULL;
	n = list ? rw_node_child(list, "position") : NULL;
	for (; n != NULL; n = rw_node_next_element(n, "position")) {
		const char *ref = rw_node_attr(n, "ref");

		if (ref != NULL &&
		    (strcmp(ref, to) == 0 || leads_to(c, ref, to, seen)))
			return true;
	}
	return false;
}

/* A circle is mended at a step that does not lead up. */
static bool leads_up(const struct level *from, const struct level *to)
{
	return from->ranked && to->ranked && from->rank < to->rank;
}

static bool is_circle(struct rw_check *c, const struct level *level,
		      const char *ref)
{
	struct rw_map *seen = rw_map_new();
	bool circle = strcmp(ref, level->id) == 0 ||
		      leads_to(c, ref, level->id, seen);

	rw_map_free(seen);
	return circle;
}

static void check_step(struct rw_check *c, const struct level *level,
		       const struct rw_node *position)
{
	const char *ref = rw_node_attr(position, "ref");
	struct rw_pos pos = rw_check_at(c, position, "ref");
	struct level next;

	if (!read_level(c, ref, &next))
		return;
	if (!leads_up(level, &next) && is_circle(c, level, ref))
		rw_report(c->diags, RW_LADDER_CYCLE, pos, level->id, ref, NULL);
	else if (level->ranked && next.ranked && next.rank < level->rank)
		rw_report(c->diags, RW_LADDER_DOWN, pos, level->id, ref, NULL);
	else
		compare(c, level, &next);
}

/* The step is looked at where it is written. */
static bool is_step(const struct rw_node *from, const char *to)
{
	const struct rw_node *list = rw_node_child(from, "grows-into");
	const struct rw_node *n = list ? rw_node_child(list, "position") : NULL;

	while (n != NULL && !rw_check_is(n, "ref", to))
		n = rw_node_next_element(n, "position");
	return n != NULL;
}

void rw_rule_ladder(struct rw_check *c, const struct rw_subject *s)
{
	const char *extends = rw_node_attr(s->own, "extends");
	const struct rw_node *list = rw_node_child(s->own, "grows-into");
	const struct rw_node *n = list ? rw_node_child(list, "position") : NULL;
	struct level level, other;

	if (!read_level(c, s->entry->id, &level))
		return;
	if (extends != NULL && read_level(c, extends, &other) &&
	    !is_step(other.root, level.id))
		compare(c, &level, &other);
	for (; n != NULL; n = rw_node_next_element(n, "position"))
		if (rw_node_attr(n, "ref") != NULL)
			check_step(c, &level, n);
}
