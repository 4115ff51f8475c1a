/*
 * Guides: every way from the first step ends at a role.
 */
#include <string.h>

#include "check/rule.h"
#include "model/inherit.h"

/* What is known of a step. */
enum state {
	ON_WAY, /* from the first step to the one at hand */
	DONE	/* all that it leads to was seen */
};

struct guide {
	struct rw_check *check;
	const struct rw_node *steps;
	struct rw_map *states; /* step -> one of 'values' */
	enum state values[2];
};

static const struct rw_node *step_of(const struct guide *g, const char *id)
{
	return id ? rw_list_item(g->steps, id) : NULL;
}

static void put(struct guide *g, const struct rw_node *step, enum state state)
{
	rw_map_put(g->states, rw_node_attr(step, "id"), &g->values[state]);
}

static void visit(struct guide *g, const struct rw_node *step, unsigned depth);

static void follow(struct guide *g, const struct rw_node *answer,
		   unsigned depth)
{
	const struct rw_node *next = step_of(g, rw_node_attr(answer, "to"));
	const char *id = next ? rw_node_attr(next, "id") : NULL;
	const enum state *state = id ? rw_map_get(g->states, id) : NULL;

	if (next == NULL)
		return;
	if (state == NULL)
		visit(g, next, depth + 1);
	else if (*state == ON_WAY)
		rw_report(g->check->diags, RW_GUIDE_CYCLE,
			  rw_check_at(g->check, answer, "to"), id,
			  rw_node_attr(rw_node_parent(answer), "id"), NULL);
}

/* Steps on one way; a longer one is a defect of the guide, not a deep stack. */
#define MOST_STEPS 1000u

static void visit(struct guide *g, const struct rw_node *step, unsigned depth)
{
	const struct rw_node *n = rw_node_child(step, "answer");

	put(g, step, ON_WAY);
	for (; n != NULL && depth < MOST_STEPS;
	     n = rw_node_next_element(n, "answer"))
		follow(g, n, depth);
	put(g, step, DONE);
}

/* -------------------------------------------------------------- one step */

static void report_unknown(struct guide *g, const struct rw_node *answer)
{
	const struct rw_node *n = rw_node_child(g->steps, "step");
	struct rw_vec ids = { 0 };

	for (; n != NULL; n = rw_node_next_element(n, "step"))
		rw_vec_push(&ids, (void *)rw_node_attr(n, "id"));
	rw_check_unknown(g->check, rw_check_at(g->check, answer, "to"),
			 (const char *const[]){
				 "step", rw_node_attr(answer, "to"), NULL },
			 &ids);
	rw_vec_release(&ids);
}

static void check_answer(struct guide *g, struct rw_map *seen,
			 const struct rw_node *answer)
{
	const char *id = rw_node_attr(answer, "id");

	if (rw_map_put(seen, id, g) != NULL)
		rw_report(g->check->diags, RW_ID_TWICE,
			  rw_check_at(g->check, answer, "id"), id, "step",
			  NULL);
	if (rw_node_attr(answer, "to") != NULL &&
	    step_of(g, rw_node_attr(answer, "to")) == NULL)
		report_unknown(g, answer);
	if ((rw_node_attr(answer, "to") == NULL) ==
	    (rw_node_attr(answer, "role") == NULL))
		rw_report(g->check->diags, RW_ANSWER_TARGET,
			  rw_node_pos(answer), id, NULL, NULL);
}

static void check_step(struct guide *g, const struct rw_node *step)
{
	const struct rw_node *n = rw_node_child(step, "answer");
	const char *id = rw_node_attr(step, "id");
	struct rw_map *seen = rw_map_new();

	if (n == NULL)
		rw_report(g->check->diags, RW_STEP_ANSWERS_NONE,
			  rw_node_pos(step), id, NULL, NULL);
	for (; n != NULL; n = rw_node_next_element(n, "answer"))
		check_answer(g, seen, n);
	if (rw_map_get(g->states, id) == NULL)
		rw_report(g->check->diags, RW_STEP_UNREACHED,
			  rw_check_at(g->check, step, "id"), id, NULL, NULL);
	rw_map_free(seen);
}

void rw_rule_guide(struct rw_check *c, const struct rw_subject *s)
{
	struct guide g = { .check = c, .values = { ON_WAY, DONE } };
	const struct rw_node *step;

	g.steps = rw_node_child(s->merged, "steps");
	step = g.steps ? rw_node_child(g.steps, "step") : NULL;
	if (step == NULL)
		return;
	g.states = rw_map_new();
	visit(&g, step, 0);
	for (; step != NULL; step = rw_node_next_element(step, "step"))
		check_step(&g, step);
	rw_map_free(g.states);
}
