/*
 * A matcher by backtracking. Its depth is the number of atoms in the pattern
 * and of rounds through a group, and its steps are counted.
 */
#include "xml/pattern.h"

#include <limits.h>
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

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What stands behind the backslash. */
static bool escape_matches(struct matcher *m, char what, char c)
{
	if (what == 's')
		return is_space(c);
	if (what == '\0' || !strchr("\\|.-^?*+{}()[]", what)) {
		m->unknown = true;
		return false;
	}
	return c == what;
}

/* A class at its '['; moves behind its ']'. */
static bool class_matches(struct matcher *m, const char **pattern, char c)
{
	const char *p = *pattern + 1;
	bool negative = *p == '^', found = false;

	for (p += negative; *p && *p != ']'; p++) {
		if (*p == '[') {
			m->unknown = true;
		} else if (*p == '\\') {
			found |= escape_matches(m, *++p, c);
		} else if (p[1] == '-' && p[2] != ']') {
			if (strchr("\\[", p[2]) || *p == '-')
				m->unknown = true;
			found |= c >= p[0] && c <= p[2];
			p += 2;
		} else {
			found |= c == *p;
		}
		if (m->unknown)
			return false;
	}
	m->unknown |= *p != ']';
	*pattern = p + 1;
	return found != negative && !m->unknown;
}

/* One character against the atom at '*pattern'; moves behind the atom. */
static bool atom_matches(struct matcher *m, const char **pattern, char c)
{
	const char *p = *pattern;

	if (*p == '[')
		return class_matches(m, pattern, c) && c > 0;
	if (*p == '\\') {
		*pattern = p + 2;
		return escape_matches(m, p[1], c) && c > 0;
	}
	if (strchr("|.?*+{}]^$", *p))
		m->unknown = true;
	*pattern = p + 1;
	return *p == c && !m->unknown;
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
	while (*p && *p != ')') {
		if (*p == '[')
			atom_matches(m, &p, 'a');
		else if (*p == '\\' && p[1])
			p += 2;
		else if (*p++ == '(')
			m->unknown = true; /* groups in groups */
		if (m->unknown)
			return p;
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
	const char *behind = p, *start = s;
	unsigned long min, max;

	atom_matches(m, &behind, '\0');
	if (m->unknown)
		return false;
	behind = quantifier(m, behind, &min, &max);
	for (const char *atom = p; *s && (unsigned long)(s - start) < max;
	     atom = p, s++) {
		if (!atom_matches(m, &atom, *s))
			break;
	}
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
