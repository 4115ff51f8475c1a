/*
 * A matcher by backtracking. Its depth is the number of atoms in the pattern
 * and of rounds through a group, and its steps are counted.
 */
#include "xml/pattern.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST_STEPS 2000

struct matcher {
	unsigned steps;
	bool unknown; /* the pattern has something that we do not know */
};

/* A group that is being repeated. */
struct group {
	const char *inside;
	const char *behind; /* its quantifier */
	unsigned long done, min, max;
	const struct group *outer;
};

/* The characters that an atom stands for: a bit for each of ASCII. */
struct set {
	uint64_t bits[2];
};

static void add(struct set *set, char from, char to)
{
	for (int word = from / 64; from >= 0 && word <= to / 64; word++) {
		int low = word == from / 64 ? from % 64 : 0;
		int high = word == to / 64 ? to % 64 : 63;

		set->bits[word] |= UINT64_MAX >> (63 - high + low) << low;
	}
}

static bool holds(const struct set *set, char c)
{
	return c > 0 && (set->bits[c / 64] >> (c % 64) & 1);
}

/* What stands behind the backslash. */
static void add_escape(struct matcher *m, struct set *set, char what)
{
	if (what == 's') {
		add(set, '\t', '\n');
		add(set, '\r', '\r');
		add(set, ' ', ' ');
	} else if (what == '\0' || !strchr("\\|.-^?*+{}()[]", what)) {
		m->unknown = true;
	} else {
		add(set, what, what);
	}
}

/* From one character to another, in a class. */
static void add_range(struct matcher *m, struct set *set, const char *p)
{
	if (!p[2] || strchr("\\[", p[2]) || *p == '-' || p[2] < *p)
		m->unknown = true;
	else
		add(set, p[0], p[2]);
}

/* A class at its '['; what stands behind its ']'. */
static const char *read_class(struct matcher *m, const char *p, struct set *set)
{
	bool negative = *++p == '^';

	for (p += negative; *p && *p != ']' && !m->unknown; p++) {
		if (*p == '[') {
			m->unknown = true;
		} else if (*p == '\\') {
			add_escape(m, set, *++p);
		} else if (p[1] == '-' && p[2] != ']') {
			add_range(m, set, p);
			p += 2;
		} else {
			add(set, *p, *p);
		}
	}
	if (*p != ']' || m->unknown) {
		m->unknown = true;
		return p;
	}
	for (int i = 0; i < 2 && negative; i++)
		set->bits[i] = ~set->bits[i];
	return p + 1;
}

/* The atom at 'p', which is no group; what stands behind it. */
static const char *read_atom(struct matcher *m, const char *p, struct set *set)
{
	*set = (struct set){ { 0, 0 } };
	if (*p == '[')
		return read_class(m, p, set);
	if (*p == '\\') {
		add_escape(m, set, p[1]);
		return p + 2;
	}
	if (strchr("|.?*+{}]^$", *p))
		m->unknown = true;
	add(set, *p, *p);
	return p + 1;
}

static const char *quantifier(struct matcher *m, const char *p,
			      unsigned long *min, unsigned long *max)
{
	char *end;

	*min = *p == '*' || *p == '?' ? 0 : 1;
	*max = *p == '*' || *p == '+' ? ULONG_MAX : 1;
	if (*p && strchr("*+?", *p))
		return p + 1;
	if (*p != '{')
		return p;
	*min = *max = strtoul(p + 1, &end, 10);
	if (*end == ',')
		*max = strtoul(end + 1, &end, 10);
	if (*end != '}' || *max < *min)
		m->unknown = true;
	return *end ? end + 1 : end;
}

static const char *group_end(struct matcher *m, const char *p)
{
	struct set set = { { 0, 0 } };

	while (*p && *p != ')' && !m->unknown) {
		if (*p == '[')
			p = read_class(m, p, &set);
		else if (*p == '\\' && p[1])
			p += 2;
		else if (*p++ == '(')
			m->unknown = true; /* groups in groups */
	}
	m->unknown |= *p != ')';
	return p;
}

static bool match(struct matcher *m, const char *p, const char *s,
		  const struct group *group);

/* Once more through the group, or on behind it. */
static bool repeat(struct matcher *m, const struct group *group, const char *s)
{
	struct group next = *group;

	if (group->done < group->max) {
		next.done++;
		if (match(m, group->inside, s, &next))
			return true;
	}
	return group->done >= group->min &&
	       match(m, group->behind, s, group->outer);
}

static bool match_group(struct matcher *m, const char *p, const char *s,
			const struct group *outer)
{
	struct group group = { .inside = p + 1, .outer = outer };
	const char *end = group_end(m, p + 1);

	if (m->unknown)
		return false;
	group.behind = quantifier(m, end + 1, &group.min, &group.max);
	return repeat(m, &group, s);
}

static bool match_atom(struct matcher *m, const char *p, const char *s,
		       const struct group *group)
{
	const char *behind, *start = s;
	unsigned long min, max;
	struct set set;

	behind = read_atom(m, p, &set);
	if (m->unknown)
		return false;
	behind = quantifier(m, behind, &min, &max);
	while (holds(&set, *s) && (unsigned long)(s - start) < max)
		s++;
	for (; (unsigned long)(s - start) >= min; s--) {
		if (match(m, behind, s, group))
			return true;
		if (s == start || m->unknown)
			break;
	}
	return false;
}

/* 's' against the rest of the pattern, from 'p' in 'group'. */
static bool match(struct matcher *m, const char *p, const char *s,
		  const struct group *group)
{
	if (m->unknown || ++m->steps > MOST_STEPS)
		return false;
	if (!*p)
		return !*s;
	if (*p == ')') {
		m->unknown |= !group;
		return group && repeat(m, group, s);
	}
	if (*p == '(')
		return match_group(m, p, s, group);
	return match_atom(m, p, s, group);
}

bool rw_pattern_matches(const char *pattern, const char *value)
{
	struct matcher m = { 0, false };

	for (const char *c = value; *c; c++) {
		if ((unsigned char)*c >= 0x80)
			return false;
	}
	return match(&m, pattern, value, NULL) && !m.unknown;
}
