/*
 * Edit distance in three rolling rows (optimal string alignment).
 */
#include "base/nearest.h"

#include <string.h>

/* Names are short; longer strings are never a slip of the pen. */
#define LONGEST 256

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/*
 * Fills 'row' for byte i of 'a' from the row before it and the one before
 * that; its least value.
 */
static unsigned next_row(unsigned *const rows[3], const char *a, size_t i,
			 const char *b)
{
	unsigned *row = rows[0];
	unsigned best = row[0] = (unsigned)i + 1;

	for (size_t j = 0; b[j]; j++) {
		unsigned cell = rows[1][j] + (a[i] != b[j]);

		cell = least(cell, least(row[j], rows[1][j + 1]) + 1);
		if (i && j && a[i] == b[j - 1] && a[i - 1] == b[j])
			cell = least(cell, rows[2][j - 1] + 1);
		row[j + 1] = cell;
		best = least(best, cell);
	}
	return best;
}

unsigned rw_distance(const char *a, const char *b, unsigned most)
{
	size_t a_len = strlen(a);
	size_t b_len = strlen(b);
	unsigned table[3][LONGEST + 1];
	unsigned before = 0;

	if (a_len > LONGEST || b_len > LONGEST)
		return strcmp(a, b) == 0 ? 0 : most + 1;
	if ((a_len > b_len ? a_len - b_len : b_len - a_len) > most)
		return most + 1;
	for (unsigned j = 0; j <= b_len; j++)
		table[2][j] = j;
	for (size_t i = 0; i < a_len; i++) {
		unsigned *const rows[3] = { table[i % 3], table[(i + 2) % 3],
					    table[(i + 1) % 3] };
		unsigned best = next_row(rows, a, i, b);

		if (least(best, before) > most)
			return most + 1;
		before = best;
	}
	return least(table[(a_len + 2) % 3][b_len], most + 1);
}

/* Lower case of ASCII; what is longer than any name is left out. */
static const char *fold(char folded[LONGEST + 2], const char *name)
{
	size_t i = 0;

	for (; name[i] && i <= LONGEST; i++)
		folded[i] = name[i] >= 'A' && name[i] <= 'Z'
				    ? (char)(name[i] - 'A' + 'a')
				    : name[i];
	folded[i] = '\0';
	return folded;
}

const char *rw_nearest(const char *wanted, const char *const *names,
		       size_t count)
{
	char folded[LONGEST + 2], other[LONGEST + 2];
	const char *nearest = NULL;
	size_t len = strlen(wanted);
	unsigned most = ((unsigned)(len < LONGEST ? len : LONGEST) + 1) / 3;

	for (size_t i = 0; i < count; i++) {
		unsigned distance = rw_distance(fold(folded, wanted),
						fold(other, names[i]), most);
		size_t name_len = strlen(names[i]);

		if (distance > most ||
		    distance >= (len > name_len ? len : name_len))
			continue;
		nearest = names[i];
		if (!distance)
			break;
		most = distance - 1;
	}
	return nearest;
}
