/*
 * Labels that two terms share, and definitions that say no more than a label.
 */
#include <ctype.h>
#include <string.h>

#include "check/rule.h"
#include "model/prose.h"

/* Words with a meaning that a definition needs beside those of its label. */
#define OWN_WORDS_LEAST 2

/* The label in a form in which equal ones look equal; ASCII is folded. */
static char *folded(struct rw_arena *arena, const char *text)
{
	char *copy = rw_arena_strdup(arena, text);

	for (char *p = copy; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

static void check_language(struct rw_check *c, const struct rw_subject *s,
			   const char *lang)
{
	const struct rw_glossary *g = rw_glossary_load(c->ws, lang, c->diags);
	struct rw_map *seen = rw_map_new();

	for (size_t i = 0; g != NULL && i < g->count; i++) {
		const struct rw_term *term = &g->terms[i];
		const struct rw_term *other = rw_map_put(
			seen, folded(c->arena, term->label), (void *)term);
		const struct rw_node *label =
			rw_node_child(term->node, "label");

		if (other == NULL || label == NULL)
			continue;
		if (rw_check_owns(c, s, label) ||
		    rw_check_owns(c, s, term->node))
			rw_report(c->diags, RW_LABEL_TWICE, rw_node_pos(label),
				  term->id, other->id, term->label);
	}
	rw_map_free(seen);
}

/* Languages that any file of the glossary is translated into. */
static void check_all_languages(struct rw_check *c, const struct rw_subject *s)
{
	struct rw_entry *const *all;
	struct rw_map *seen = rw_map_new();
	const char *lang = rw_node_lang(s->own);
	size_t count;

	check_language(c, s, lang[0] ? lang : "en");
	all = rw_workspace_all(c->ws, &count);
	for (size_t i = 0; i < count; i++)
		if (all[i]->kind == RW_KIND_GLOSSARY && all[i]->lang[0] &&
		    rw_map_put(seen, all[i]->lang, all[i]) == NULL)
			check_language(c, s, all[i]->lang);
	rw_map_free(seen);
}

/* ------------------------------------------------------------ circular */

static bool is_letter(char byte)
{
	return isalnum((unsigned char)byte) || (byte & 0x80);
}

/* The next word of 'text', folded; moves on. NULL at the end. */
static char *next_word(struct rw_arena *arena, const char **text)
{
	const char *from = *text, *to;

	while (*from != '\0' && !is_letter(*from))
		from++;
	to = from;
	while (is_letter(*to))
		to++;
	*text = to;
	return to > from ? folded(arena, rw_arena_strndup(arena, from,
							  (size_t)(to - from)))
			 : NULL;
}

/* Words of three bytes and less are articles and the like. */
static bool has_meaning(const char *word)
{
	return strlen(word) > 3;
}

static bool says_nothing(struct rw_check *c, const struct rw_term *term,
			 const char *definition)
{
	const char *label = folded(c->arena, term->label);
	unsigned own = 0, words = 0;
	char *word;

	while ((word = next_word(c->arena, &definition)) != NULL) {
		words++;
		own += has_meaning(word) && strstr(label, word) == NULL;
	}
	return words > 0 && own < OWN_WORDS_LEAST;
}

static void check_definition(struct rw_check *c, const struct rw_glossary *g,
			     const struct rw_node *node)
{
	const char *id = rw_node_attr(node, "id");
	const struct rw_node *definition = rw_node_child(node, "definition");
	const struct rw_term *term = id ? rw_glossary_find(g, id) : NULL;

	if (term != NULL && definition != NULL &&
	    says_nothing(c, term, rw_plain_text(c->arena, definition)))
		rw_report(c->diags, RW_DEFINITION_CIRCULAR,
			  rw_node_pos(definition), id, NULL, NULL);
}

void rw_rule_labels(struct rw_check *c, const struct rw_subject *s)
{
	const char *lang = rw_node_lang(s->own);
	const struct rw_glossary *g =
		rw_glossary_load(c->ws, lang[0] ? lang : "en", c->diags);
	const struct rw_node *term = rw_node_child(s->own, "term");

	check_all_languages(c, s);
	for (; g != NULL && term != NULL;
	     term = rw_node_next_element(term, "term"))
		check_definition(c, g, term);
}
