/*
 * Paragraphs are taken apart at their line breaks.
 */
#include "read/bulleted.h"

#include <string.h>

#define FEWEST 2 /* lines that are a list */

/* Bytes of the bullet that 'text' begins with, and of the blank behind it. */
static size_t bullet(const char *text)
{
	/* The last is how the font Symbol writes the first. */
	static const char *const bullets[] = { "•", "●", "▪",
					       "■", "◦", "‣",
					       "⁃", "·", "\xEF\x82\xB7" };
	size_t i = 0, len, count = sizeof(bullets) / sizeof(bullets[0]);

	while (i < count && strncmp(text, bullets[i], strlen(bullets[i])) != 0)
		i++;
	if (i == count)
		return 0;
	len = strlen(bullets[i]);
	/* A middle dot may stand inside a word. */
	if (strcmp(bullets[i], "·") == 0 && text[len] != ' ')
		return 0;
	return len + (text[len] == ' ');
}

static bool is_break(const struct rw_node *node)
{
	return rw_node_is_md(node, "linebreak");
}

/* The words of a node of text, or NULL. */
static const char *words(const struct rw_node *node)
{
	const struct rw_node *text = node && rw_node_is_md(node, "text")
					     ? rw_node_first(node)
					     : NULL;

	return text ? rw_node_content(text) : NULL;
}

/* Whether a bullet, and something behind it, stands in the line at 'node'. */
static bool is_bulleted(const struct rw_node *node)
{
	const char *text = words(node);
	size_t len = text ? bullet(text) : 0;
	const struct rw_node *next = node ? rw_node_next(node) : NULL;

	return len > 0 && (text[len] != '\0' || (next && !is_break(next)));
}

static struct rw_node *next_line(struct rw_node *node)
{
	while (node != NULL && !is_break(node))
		node = rw_node_next(node);
	return node ? rw_node_next(node) : NULL;
}

/*
 * How many lines at the end of the paragraph have bullets, from *first on; 0
 * also if lines without any are among them.
 */
static size_t count_lines(const struct rw_node *paragraph,
			  struct rw_node **first)
{
	struct rw_node *line = rw_node_first(paragraph);
	size_t count = 0;

	*first = NULL;
	if (!rw_node_is_md(paragraph, "paragraph"))
		return 0;
	for (; line != NULL; line = next_line(line)) {
		if (is_bulleted(line)) {
			*first = count++ ? *first : line;
		} else if (count > 0) {
			return 0;
		}
	}
	return count;
}

static void strip(struct rw_node *node)
{
	struct rw_buf rest = RW_BUF_INIT;

	rw_buf_puts(&rest, words(node) + bullet(words(node)));
	rw_node_empty(node);
	if (rest.len > 0)
		rw_node_add_text(node, rest.data);
	else
		rw_node_remove(node);
	rw_buf_release(&rest);
}

void rw_bulleted_strip(struct rw_node *paragraph)
{
	struct rw_node *node = paragraph ? rw_node_first(paragraph) : NULL;

	if (is_bulleted(node))
		strip(node);
}

/* Moves the lines from 'line' on into the list. */
static void move_lines(struct rw_node *list, struct rw_node *line)
{
	struct rw_node *paragraph = rw_node_parent(line), *next;

	while (line != NULL) {
		struct rw_node *item = rw_node_add(list, NULL, "item");
		struct rw_node *into = rw_node_add(item, NULL, "paragraph");

		for (; line != NULL && !is_break(line); line = next) {
			next = rw_node_next(line);
			rw_node_move_into(line, into);
		}
		rw_bulleted_strip(into);
		if (line != NULL) {
			next = rw_node_next(line);
			rw_node_remove(line);
			line = next;
		}
	}
	while ((next = rw_node_last(paragraph)) != NULL && is_break(next))
		rw_node_remove(next);
	if (rw_node_first(paragraph) == NULL)
		rw_node_remove(paragraph);
}

static bool is_list(const struct rw_node *node)
{
	return node != NULL && rw_node_is_md(node, "list");
}

/* Paragraphs in a row that are one list. */
struct run {
	struct rw_node *begin, *first; /* paragraph, and line in it */
	struct rw_node *end;	       /* the block behind it, or NULL */
	size_t lines;
};

static struct run find_run(struct rw_node *paragraph)
{
	struct run run = { .begin = paragraph };
	struct rw_node *first;

	run.lines = count_lines(paragraph, &run.first);
	run.end = rw_node_next(paragraph);
	while (run.lines > 0 && run.end != NULL) {
		size_t more = count_lines(run.end, &first);

		if (more == 0 || rw_node_prev(first) != NULL)
			break;
		run.lines += more;
		run.end = rw_node_next(run.end);
	}
	return run;
}

/* Two lists side by side would be one. */
static bool stands_alone(const struct run *run)
{
	return !is_list(run->end) &&
	       (rw_node_prev(run->first) || !is_list(rw_node_prev(run->begin)));
}

static void make_list(const struct run *run)
{
	struct rw_node *list =
		rw_node_add(rw_node_parent(run->begin), RW_NS_MD, "list");
	struct rw_node *n = run->begin, *first = run->first, *next;

	rw_node_set_attr(list, "type", "bullet");
	rw_node_set_attr(list, "tight", "true");
	rw_node_move_after(list, run->begin);
	for (; n != run->end; n = next) {
		next = rw_node_next(n);
		if (n == list)
			continue;
		move_lines(list, n == run->begin ? first : rw_node_first(n));
	}
}

void rw_bulleted_lists(struct rw_node *prose, const struct rw_node *last)
{
	struct rw_node *n = last ? rw_node_next(last) : rw_node_first(prose);

	while (n != NULL) {
		struct run run = find_run(n);

		if (run.lines >= FEWEST && stands_alone(&run))
			make_list(&run);
		n = run.end;
	}
}
