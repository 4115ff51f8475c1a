/*
 * Terms of the glossary in running text: those the author marked, and the
 * first occurrence of each other, longest match first.
 */
#include <string.h>

#include "base/map.h"
#include "model/glossary.h"
#include "model/job.h"
#include "model/links.h"
#include "model/lists.h"

#define LINKS_PER_BLOCK 2 /* found by themselves; more would distract */
#define LINKS_PER_DOCUMENT 24

static bool may_link(const struct rw_linker *l, const struct rw_term *term)
{
	return l->only == NULL || rw_map_get(l->only, term->id) != NULL;
}

static void name_term(struct rw_linker *l, struct rw_node *node,
		      const struct rw_term *term)
{
	rw_node_set_attr(node, "ref", term->id);
	rw_node_set_attr(node, "title", term->plain);
	if (l->site != NULL && may_link(l, term))
		rw_node_set_attr(
			node, "href",
			rw_arena_printf(l->arena, "%s%s.html", l->up,
					rw_site_page(l->site, l->arena, l->lang,
						     "glossary", term->id)));
	rw_map_put(l->seen, term->id, (void *)term->id);
}

static bool was_seen(const struct rw_linker *l, const struct rw_term *term)
{
	return rw_map_get(l->seen, term->id) != NULL;
}

static void report_unknown(struct rw_linker *l, const struct rw_node *node)
{
	const char *ref = rw_node_attr(node, "ref");
	const char *near = rw_glossary_nearest(l->glossary, ref);
	struct rw_buf hint = RW_BUF_INIT;

	if (near != NULL)
		rw_buf_printf(&hint, "write '[[%s]]'", near);
	rw_report_hint(l->diags, RW_TERM_UNKNOWN, rw_node_pos(node),
		       near ? hint.data : NULL,
		       (const char *const[]){ ref, NULL, NULL });
	rw_buf_release(&hint);
	l->status = -1;
}

/* The glossary of the language that 'node' is written in. */
static const struct rw_glossary *glossary_of(struct rw_linker *l,
					     const struct rw_node *node)
{
	const char *lang = rw_node_lang(node);
	const struct rw_glossary *own = NULL;

	if (lang[0] != '\0' && !rw_lang_same(lang, l->lang))
		own = rw_glossary_load(l->ws, lang, l->diags);
	return own ? own : l->glossary;
}

/* The term that the author's [[words]] name: an id, or any of its forms. */
static const struct rw_term *marked_term(struct rw_linker *l,
					 const struct rw_node *node)
{
	const struct rw_glossary *glossary = glossary_of(l, node);
	const char *ref = rw_node_attr(node, "ref");
	const struct rw_term *term = rw_glossary_find(glossary, ref);
	struct rw_term_hit hit;
	size_t len = strlen(ref);

	if (term == NULL &&
	    rw_term_index_find(glossary->index, ref, len, 0, &hit) &&
	    hit.from == 0 && hit.to == len)
		term = &glossary->terms[hit.term];
	return term;
}

static void link_marked(struct rw_linker *l, struct rw_node *node)
{
	const struct rw_term *term = marked_term(l, node);

	if (term == NULL)
		report_unknown(l, node);
	else
		name_term(l, node, term);
}

/* ------------------------------------------------------------- automatic */

static bool may_link_here(const struct rw_linker *l, const struct rw_term *term)
{
	return !was_seen(l, term) && may_link(l, term) &&
	       (l->own == NULL || strcmp(l->own, term->id) != 0);
}

static struct rw_node *add_text(struct rw_node *parent, const char *text,
				size_t len, struct rw_node *before)
{
	struct rw_node *node = rw_node_add(parent, RW_NS_MD, "text");

	rw_node_add_text_n(node, text, len);
	rw_node_set_pos(node, rw_node_pos(before));
	rw_node_move_before(node, before);
	return node;
}

/* Splits the md:text 'node' at its terms. */
static void link_text(struct rw_linker *l, struct rw_node *node,
		      unsigned *budget)
{
	char *text = rw_node_text(l->arena, node);
	size_t len = strlen(text), done = 0, count;
	struct rw_node *parent = rw_node_parent(node);
	const struct rw_term_hit *hit =
		rw_term_memo_find(l->memo, l->arena, text, &count);

	for (; count > 0 && *budget > 0 && l->left > 0; count--, hit++) {
		const struct rw_term *named = &l->glossary->terms[hit->term];
		struct rw_node *term;

		if (!may_link_here(l, named))
			continue;
		term = rw_node_add(parent, RW_NS, "term");
		rw_node_set_pos(term, rw_node_pos(node));
		rw_node_move_before(term, node);
		if (hit->from > done)
			add_text(parent, text + done, hit->from - done, term);
		rw_node_add_text_n(rw_node_add(term, RW_NS_MD, "text"),
				   text + hit->from, hit->to - hit->from);
		name_term(l, term, named);
		done = hit->to;
		--*budget;
		l->left--;
	}
	if (done == 0)
		return;
	if (done < len)
		add_text(parent, text + done, len - done, node);
	rw_node_remove(node);
}

/* Walks inline content; never into links, code, headings or terms. */
static void link_inline(struct rw_linker *l, struct rw_node *node,
			unsigned *budget)
{
	struct rw_node *n = rw_node_child(node, NULL), *next;

	for (; n != NULL; n = next) {
		next = rw_node_next_element(n, NULL);
		if (rw_node_is(n, "term")) {
			link_marked(l, n);
		} else if (rw_node_is_md(n, "text")) {
			if (l->automatic)
				link_text(l, n, budget);
		} else if (!rw_node_is_md(n, "link") &&
			   !rw_node_is_md(n, "code") &&
			   !rw_node_is_md(n, "code_block") &&
			   !rw_node_is_md(n, "heading")) {
			link_inline(l, n, budget);
		}
	}
}

/* Every block of prose below 'node' gets its own budget. */
static void link_blocks(struct rw_linker *l, struct rw_node *node)
{
	struct rw_node *n = rw_node_child(node, NULL), *next;
	const char *lang = rw_node_attr(node, "xml:lang");
	bool automatic = l->automatic;

	if (lang != NULL && !rw_lang_same(lang, l->lang))
		l->automatic = false;
	for (; n != NULL; n = next) {
		unsigned budget = LINKS_PER_BLOCK;

		next = rw_node_next_element(n, NULL);
		if (rw_node_is_md(n, "paragraph"))
			link_inline(l, n, &budget);
		else
			link_blocks(l, n);
	}
	l->automatic = automatic;
}

void rw_link_terms(struct rw_linker *l, struct rw_node *part)
{
	link_blocks(l, part);
}

/* The author's marks count as first occurrences wherever they stand. */
static void note_marked(struct rw_linker *l, const struct rw_node *root)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const struct rw_term *term =
			rw_node_is(n, "term") && rw_node_attr(n, "ref")
				? marked_term(l, n)
				: NULL;

		if (term != NULL)
			rw_map_put(l->seen, term->id, (void *)term->id);
	}
}

int rw_linker_init(struct rw_linker *l, struct rw_workspace *ws,
		   const struct rw_node *root)
{
	l->ws = ws;
	l->glossary = rw_glossary_load(ws, l->lang, l->diags);
	l->seen = rw_map_new();
	l->left = LINKS_PER_DOCUMENT;
	l->automatic = true;
	l->status = l->glossary ? 0 : -1;
	if (l->glossary != NULL)
		l->memo = l->resolver ? rw_resolver_memo(l->resolver, l->lang,
							 l->glossary->index)
				      : rw_term_memo_new(l->arena,
							 l->glossary->index);
	if (l->glossary != NULL && root != NULL)
		note_marked(l, root);
	return l->status;
}

void rw_linker_release(struct rw_linker *l)
{
	rw_map_free(l->seen);
}

void rw_job_links(struct rw_job *job)
{
	struct rw_linker l = { .arena = job->arena,
			       .resolver = job->resolver,
			       .lang = job->lang,
			       .site = job->options->site,
			       .up = job->up,
			       .diags = job->diags };
	const char *const *order;
	size_t count;

	if (rw_linker_init(&l, job->ws, job->root) != 0)
		job->status = -1;
	l.automatic = !job->options->bare && !job->options->unlinked;
	order = rw_reading_order(&count);
	for (size_t i = 0; i < count && l.glossary != NULL; i++) {
		struct rw_node *part = rw_node_child(job->root, order[i]);

		if (part != NULL)
			rw_link_terms(&l, part);
	}
	if (l.status != 0)
		job->status = -1;
	rw_linker_release(&l);
}
