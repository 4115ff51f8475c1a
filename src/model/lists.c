/*
 * Two small tables about lists and parts.
 */
#include <string.h>

#include "model/lists.h"

static const struct {
	const char *item;
	const char *list;
} lists[] = {
	{ "benefit", "benefits" },
	{ "competency", "competencies" },
	{ "condition", "working-conditions" },
	{ "criterion", "scorecard" },
	{ "goal", "first-90-days" },
	{ "kpi", "kpis" },
	{ "notice", "notices" },
	{ "question", "interview" },
	{ "requirement", "requirements" },
	{ "responsibility", "responsibilities" },
	{ "skill", "skills" },
};

static const char *const order[] = {
	"opening",
	"summary",
	"scope",
	"responsibilities",
	"requirements",
	"competencies",
	"skills",
	"languages",
	"kpis",
	"reports-to",
	"works-with",
	"grows-into",
	"direct-reports",
	"travel",
	"working-conditions",
	"classification",
	"pay",
	"benefits",
	"company",
	"interview",
	"scorecard",
	"first-90-days",
	"apply",
	"notices",
	"steps",
};

const char *rw_list_of_item(const char *item)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		if (strcmp(lists[i].item, item) == 0)
			return lists[i].list;
	return "";
}

const char *const *rw_reading_order(size_t *count)
{
	*count = sizeof(order) / sizeof(order[0]);
	return order;
}
