/*
 * What became of the statements of a section: matched by id, then by words.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/memory.h"
#include "model/changes.h"

/* Statements on a side that are compared by their words; more have ids only. */
#define NEAR_MOST 500

/* Words in common, of all words of both, that make two statements one. */
#define NEAR_COMMON 6
#define NEAR_ALL 10

/* ------------------------------------------------------------------ words */

/* The different words of a text, as sorted hashes. */
struct bag {
	uint64_t *words;
	size_t count;
};

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static bool is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

static size_t add_words(struct bag *bag, char *text)
{
	size_t count = 0;
	char *p = text;

	for (char *q = text; *q != '\0'; q++)
		if (*q >= 'A' && *q <= 'Z')
			*q = (char)(*q - 'A' + 'a');
	while (*p != '\0') {
		size_t len = 0;

		while (is_word_byte((unsigned char)p[len]))
			len++;
		if (len > 0)
			bag->words[count++] = rw_hash(p, len);
		p += len ? len : 1;
	}
	return count;
}

static struct bag bag_of(struct rw_arena *arena, const char *text)
{
	struct bag bag = { 0 };
	size_t count;

	bag.words = rw_arena_alloc(arena,
				   (strlen(text) / 2 + 1) * sizeof(*bag.words));
	count = add_words(&bag, rw_arena_strdup(arena, text));
	qsort(bag.words, count, sizeof(*bag.words), by_value);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || bag.words[i] != bag.words[i - 1])
			bag.words[bag.count++] = bag.words[i];
	return bag;
}

/* Words that both have, in thousandths of all words of both. */
static size_t likeness(const struct bag *a, const struct bag *b)
{
	size_t i = 0, j = 0, common = 0;

	while (i < a->count && j < b->count) {
		if (a->words[i] == b->words[j]) {
			common++;
			i++;
			j++;
		} else if (a->words[i] < b->words[j]) {
			i++;
		} else {
			j++;
		}
	}
	return common ? common * 1000 / (a->count + b->count - common) : 0;
}

/* --------------------------------------------------------------- matching */

/* Numbers of statements plus one; 0 for none. */
struct match {
	struct rw_arena *arena;
	const struct rw_outline_section *a, *b;
	size_t *of_a; /* the statement of b that it became */
	size_t *of_b; /* the statement of a that it was */
	bool *kept;   /* of a: its order among the others is kept */
};

static void match_ids(struct match *m)
{
	struct rw_map *ids = rw_map_new();

	for (size_t j = 0; j < m->b->count; j++)
		rw_map_put(ids, m->b->statements[j].id, &m->of_b[j]);
	for (size_t i = 0; i < m->a->count; i++) {
		size_t *was = rw_map_get(ids, m->a->statements[i].id);

		if (was == NULL || *was != 0)
			continue;
		*was = i + 1;
		m->of_a[i] = (size_t)(was - m->of_b) + 1;
	}
	rw_map_free(ids);
}

/* Names of positions and the like are alike without being the same. */
static bool is_prose(const struct rw_statement *s)
{
	return s->node != NULL;
}

static struct bag *bags_of(struct match *m,
			   const struct rw_outline_section *section,
			   const size_t *matched, size_t *left)
{
	struct bag *bags =
		rw_arena_zalloc(m->arena, (section->count + 1) * sizeof(*bags));

	*left = 0;
	for (size_t i = 0; i < section->count; i++) {
		if (matched[i] != 0 || !is_prose(&section->statements[i]))
			continue;
		++*left;
		bags[i] = bag_of(m->arena, section->statements[i].text);
	}
	return bags;
}

/* The statement of b that is most like number 'i' of a, plus one. */
static size_t most_like(const struct match *m, const struct bag *bag,
			const struct bag *others)
{
	size_t best = 0, most = 1000 * NEAR_COMMON / NEAR_ALL;

	for (size_t j = 0; j < m->b->count; j++) {
		size_t like;

		if (m->of_b[j] != 0 || !is_prose(&m->b->statements[j]))
			continue;
		like = likeness(bag, &others[j]);
		if (like > most || (like == most && best == 0)) {
			most = like;
			best = j + 1;
		}
	}
	return best;
}

static void match_words(struct match *m)
{
	size_t left_a, left_b;
	struct bag *a = bags_of(m, m->a, m->of_a, &left_a);
	struct bag *b = bags_of(m, m->b, m->of_b, &left_b);

	if (left_a > NEAR_MOST || left_b > NEAR_MOST)
		return;
	for (size_t i = 0; i < m->a->count; i++) {
		if (m->of_a[i] != 0 || !is_prose(&m->a->statements[i]))
			continue;
		m->of_a[i] = most_like(m, &a[i], b);
		if (m->of_a[i] != 0)
			m->of_b[m->of_a[i] - 1] = i + 1;
	}
}

/*
 * Marks the longest run of statements that stand in the same order on both
 * sides: the fewest others count as moved. (Patience: tail[n] is the last
 * statement of the best run of length n + 1.)
 */
static void keep_order(struct match *m)
{
	size_t *tail = rw_calloc(m->a->count + 1, sizeof(*tail));
	size_t *before = rw_calloc(m->a->count + 1, sizeof(*before));
	size_t length = 0;

	for (size_t i = 0; i < m->a->count; i++) {
		size_t low = 0, high = length;

		if (m->of_a[i] == 0)
			continue;
		while (low < high) {
			size_t mid = (low + high) / 2;

			if (m->of_a[tail[mid]] < m->of_a[i])
				low = mid + 1;
			else
				high = mid;
		}
		before[i] = low ? tail[low - 1] + 1 : 0;
		tail[low] = i;
		length = low == length ? length + 1 : length;
	}
	for (size_t i = length ? tail[length - 1] + 1 : 0; i != 0;
	     i = before[i - 1])
		m->kept[i - 1] = true;
	rw_free(tail);
	rw_free(before);
}

/* ---------------------------------------------------------------- changes */

static enum rw_change_kind kind_of(const struct match *m, size_t i,
				   const struct rw_statement *b)
{
	if (!rw_statement_same(&m->a->statements[i], b))
		return RW_CHANGE_REWORDED;
	return m->kept[i] ? RW_CHANGE_SAME : RW_CHANGE_MOVED;
}

/* Adds what was removed from a before its number 'end', from *next on. */
static void add_removed(const struct match *m, size_t *next, size_t end,
			struct rw_change *changes, size_t *count)
{
	for (; *next < end; ++*next)
		if (m->of_a[*next] == 0)
			changes[(*count)++] =
				(struct rw_change){ RW_CHANGE_REMOVED,
						    &m->a->statements[*next],
						    NULL };
}

static struct rw_change *list_changes(const struct match *m, size_t *count)
{
	struct rw_change *changes = rw_arena_zalloc(
		m->arena, (m->a->count + m->b->count + 1) * sizeof(*changes));
	size_t next = 0;

	*count = 0;
	for (size_t j = 0; j < m->b->count; j++) {
		const struct rw_statement *b = &m->b->statements[j];
		size_t i = m->of_b[j];

		if (i == 0) {
			changes[(*count)++] =
				(struct rw_change){ RW_CHANGE_ADDED, NULL, b };
			continue;
		}
		if (m->kept[i - 1])
			add_removed(m, &next, i - 1, changes, count);
		changes[(*count)++] =
			(struct rw_change){ kind_of(m, i - 1, b),
					    &m->a->statements[i - 1], b };
	}
	add_removed(m, &next, m->a->count, changes, count);
	return changes;
}

struct rw_change *rw_compare_section(struct rw_arena *arena,
				     const struct rw_outline_section *a,
				     const struct rw_outline_section *b,
				     size_t *count)
{
	static const struct rw_outline_section nothing = { 0 };
	struct match m = { .arena = arena,
			   .a = a ? a : &nothing,
			   .b = b ? b : &nothing };

	m.of_a = rw_arena_zalloc(arena, (m.a->count + 1) * sizeof(*m.of_a));
	m.of_b = rw_arena_zalloc(arena, (m.b->count + 1) * sizeof(*m.of_b));
	m.kept = rw_arena_zalloc(arena, (m.a->count + 1) * sizeof(*m.kept));
	match_ids(&m);
	match_words(&m);
	keep_order(&m);
	return list_changes(&m, count);
}

const char *rw_change_name(enum rw_change_kind kind)
{
	static const char *const names[] = {
		[RW_CHANGE_SAME] = "same",
		[RW_CHANGE_ADDED] = "added",
		[RW_CHANGE_REMOVED] = "removed",
		[RW_CHANGE_REWORDED] = "reworded",
		[RW_CHANGE_MOVED] = "moved",
	};

	return names[kind];
}
