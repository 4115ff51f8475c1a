/*
 * Items of lists: how many, which are alike, and what each must say.
 */
#include <ctype.h>
#include <string.h>

#include "base/memory.h"
#include "base/nearest.h"
#include "check/rule.h"
#include "model/inherit.h"
#include "model/lists.h"
#include "model/prose.h"

#define REQUIRED_MOST 7
#define WORDS_LEAST 4 /* in items that are compared word by word */
#define LIKENESS 80   /* per cent of words that two items share */

static bool is_item(const struct rw_node *node)
{
	return rw_list_of_item(rw_node_name(node))[0] != '\0';
}

/* ------------------------------------------------------------- counting */

static size_t count_items(const struct rw_node *root, const char *list,
			  bool keys)
{
	const struct rw_node *n = rw_node_child(root, list);
	size_t count = 0;

	n = n ? rw_node_child(n, NULL) : NULL;
	for (; n != NULL; n = rw_node_next_element(n, NULL))
		count += !keys || rw_check_is(n, "key", "yes");
	return count;
}

static size_t count_required(const struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(root, "requirements");
	size_t count = 0;

	n = n ? rw_node_child(n, NULL) : NULL;
	for (; n != NULL; n = rw_node_next_element(n, NULL))
		count += !rw_check_is(n, "level", "preferred");
	return count;
}

static struct rw_pos list_pos(const struct rw_subject *s, const char *list)
{
	const struct rw_node *own = rw_node_child(s->own, list);

	return rw_node_pos(own ? own : s->own);
}

/* What the document extends, with all that it inherits; or NULL. */
static const struct rw_node *parent_of(struct rw_check *c,
				       const struct rw_subject *s)
{
	const char *id = rw_node_attr(s->own, "extends");
	struct rw_entry *parent =
		id ? rw_workspace_find(c->ws, RW_KIND_ROLE, id, NULL) : NULL;

	return parent ? rw_inherit_resolve(c->ws, parent, NULL, c->diags)
		      : NULL;
}

static bool has_key(const struct rw_node *root)
{
	return count_items(root, "responsibilities", true) +
		       count_items(root, "requirements", true) >
	       0;
}

/* What is so further up already is reported there. */
void rw_rule_items(struct rw_check *c, const struct rw_subject *s)
{
	const char *id = s->entry->id;
	const struct rw_node *parent = parent_of(c, s);
	size_t required = count_required(s->merged);

	if (count_items(s->merged, "responsibilities", false) == 0)
		rw_report(c->diags, RW_RESPONSIBILITIES_NONE,
			  rw_node_pos(s->own), id, NULL, NULL);
	else if (!has_key(s->merged) && (parent == NULL || has_key(parent)))
		rw_report(c->diags, RW_KEY_NONE,
			  list_pos(s, "responsibilities"), id, NULL, NULL);
	if (required > REQUIRED_MOST &&
	    (parent == NULL || count_required(parent) < required))
		rw_report(c->diags, RW_REQUIRED_MANY,
			  list_pos(s, "requirements"), id,
			  rw_arena_printf(c->arena, "%zu", required),
			  rw_arena_printf(c->arena, "%d", REQUIRED_MOST));
}

/* ------------------------------------------------------------- likeness */

struct words {
	const struct rw_node *item;
	struct rw_map *set;
};

static void add_words(struct rw_arena *arena, struct words *words,
		      const char *text)
{
	while (*text != '\0') {
		size_t len = 0;
		char *word;

		while (isalnum((unsigned char)text[len]) || (text[len] & 0x80))
			len++;
		word = rw_arena_strndup(arena, text, len);
		for (char *p = word; *p != '\0'; p++)
			*p = (char)tolower((unsigned char)*p);
		if (len > 0)
			rw_map_put(words->set, word, word);
		text += len > 0 ? len : 1;
	}
}

/* Two sets of words are alike: |A and B| / |A or B|, after Jaccard. */
static bool alike(const struct words *a, const struct words *b)
{
	size_t in_a = rw_map_count(a->set), in_b = rw_map_count(b->set);
	const char **keys;
	size_t both = 0;

	if (in_a < WORDS_LEAST || in_b < WORDS_LEAST ||
	    100 * (in_a < in_b ? in_a : in_b) <
		    LIKENESS * (in_a < in_b ? in_b : in_a))
		return false;
	keys = rw_map_keys(a->set);
	for (size_t i = 0; i < in_a; i++)
		both += rw_map_get(b->set, keys[i]) != NULL;
	rw_free(keys);
	return 100 * both >= LIKENESS * (in_a + in_b - both);
}

/* Items of one kind; those on two languages differ in one word only. */
static bool comparable(const struct rw_node *a, const struct rw_node *b)
{
	const char *x = rw_node_attr(a, "lang"), *y = rw_node_attr(b, "lang");

	return strcmp(rw_node_name(a), rw_node_name(b)) == 0 &&
	       strcmp(x ? x : "", y ? y : "") == 0;
}

static void compare(struct rw_check *c, const struct rw_subject *s,
		    const struct words *a, const struct words *b)
{
	const struct words *mine = rw_check_owns(c, s, b->item) ? b : a;
	const struct words *other = mine == b ? a : b;
	const char *hint;

	if (!rw_check_owns(c, s, mine->item) || !comparable(a->item, b->item) ||
	    !alike(a, b))
		return;
	hint = rw_arena_printf(c->arena,
			       "remove one of the two, or word them apart; "
			       "the other is at %s",
			       rw_check_where(c, other->item));
	rw_report_hint(c->diags, RW_ITEM_NEAR, rw_node_pos(mine->item), hint,
		       (const char *const[]){ rw_node_attr(mine->item, "id"),
					      rw_node_attr(other->item, "id"),
					      NULL });
}

void rw_rule_near(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *root = s->resolved ? s->resolved : s->merged;
	const struct rw_node *n = root;
	struct rw_vec items = { 0 };

	for (; n != NULL; n = rw_node_walk(n, root)) {
		struct words *w;

		if (!is_item(n) || rw_node_attr(n, "id") == NULL)
			continue;
		w = rw_arena_alloc(c->arena, sizeof(*w));
		w->item = n;
		w->set = rw_map_new();
		add_words(c->arena, w, rw_plain_text(c->arena, n));
		for (size_t i = 0; i < items.count; i++)
			compare(c, s, items.items[i], w);
		rw_vec_push(&items, w);
	}
	for (size_t i = 0; i < items.count; i++)
		rw_map_free(((struct words *)items.items[i])->set);
	rw_vec_release(&items);
}

/* ------------------------------------------------------ kpis, questions */

void rw_rule_kpis(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *n = rw_check_next(s->own, s->own, "kpi");

	for (; n != NULL; n = rw_check_next(n, s->own, "kpi")) {
		const char *id = rw_node_attr(n, "id");
		const char *missing = NULL;

		if (rw_node_attr(n, "target") == NULL)
			continue;
		if (rw_node_attr(n, "unit") == NULL)
			missing = "unit";
		else if (rw_check_is(n, "unit", "currency") &&
			 rw_node_attr(n, "currency") == NULL)
			missing = "currency";
		if (missing != NULL)
			rw_report(c->diags, RW_KPI_UNIT,
				  rw_check_at(c, n, "target"), id ? id : "",
				  missing, NULL);
	}
}

/* Ids that a question may be about; true if 'id' is one. */
static bool note_ids(const struct rw_node *root, const char *id,
		     struct rw_vec *ids)
{
	const struct rw_node *n = root;
	bool found = false;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const char *other = rw_node_attr(n, "id");

		if (other == NULL || !is_item(n) || rw_node_is(n, "question"))
			continue;
		found |= strcmp(other, id) == 0;
		rw_vec_push(ids, (void *)other);
	}
	return found;
}

static void check_question(struct rw_check *c, const struct rw_node *root,
			   const struct rw_node *question)
{
	const char *about = rw_node_attr(question, "about");
	const char *id = rw_node_attr(question, "id"), *near;
	struct rw_vec ids = { 0 };

	if (about != NULL && !note_ids(root, about, &ids)) {
		near = rw_nearest(about, (const char *const *)ids.items,
				  ids.count);
		rw_report_near(
			c->diags, RW_ABOUT_UNKNOWN,
			rw_check_at(c, question, "about"), near,
			(const char *const[]){ id ? id : "", about, NULL });
	}
	rw_vec_release(&ids);
}

/*
 * Questions that are written here, and inherited ones whose requirement is
 * removed here; the latter stand in another document.
 */
void rw_rule_questions(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *root = s->resolved ? s->resolved : s->merged;
	const struct rw_node *n = rw_check_next(root, root, "question");

	for (; n != NULL; n = rw_check_next(n, root, "question"))
		if (rw_check_owns(c, s, n))
			check_question(c, root, n);
}
