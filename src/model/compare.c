/*
 * Two resolved documents compared: the collection document "diff".
 */
#include <string.h>

#include "model/attributions.h"
#include "model/changes.h"
#include "model/compare.h"
#include "model/frame.h"

struct comparison {
	struct rw_frame frame;
	const struct rw_compare_options *options;
	const struct rw_outline *a, *b;
	struct rw_node *diff;
};

static void write_statement(struct rw_node *change, const char *side,
			    const struct rw_statement *s, bool figures)
{
	if (s != NULL)
		rw_statement_write(s, figures ? s->figures : NULL,
				   rw_node_add(change, RW_NS, side));
}

static void write_change(struct rw_node *section, const struct rw_change *c)
{
	const struct rw_statement *s = c->b ? c->b : c->a;
	struct rw_node *change = rw_node_add(section, RW_NS, "change");
	bool figures = c->a != NULL && c->b != NULL &&
		       strcmp(c->a->figures, c->b->figures) != 0;

	rw_node_set_attr(change, "kind", rw_change_name(c->kind));
	rw_node_set_attr(change, "id", s->id);
	rw_node_set_attr(change, "label", s->label);
	if (c->a != NULL && strcmp(c->a->id, s->id) != 0)
		rw_node_set_attr(change, "from", c->a->id);
	write_statement(change, "a", c->a, figures);
	write_statement(change, "b", c->b, figures);
}

/* Facts that the comparison shows elsewhere. */
static bool is_shown_elsewhere(const char *section, const char *id)
{
	return strcmp(section, "facts") == 0 &&
	       (strcmp(id, RW_FACT_OF_PAY) == 0 ||
		strcmp(id, RW_FACT_OF_POSITIONS) == 0);
}

static void write_section(struct comparison *c,
			  const struct rw_outline_section *a,
			  const struct rw_outline_section *b)
{
	const struct rw_outline_section *one = b ? b : a;
	struct rw_node *section = NULL;
	size_t count;
	struct rw_change *changes =
		rw_compare_section(c->frame.arena, a, b, &count);

	for (size_t i = 0; i < count; i++) {
		const struct rw_statement *s = changes[i].b ? changes[i].b
							    : changes[i].a;

		if (is_shown_elsewhere(one->name, s->id) ||
		    (changes[i].kind == RW_CHANGE_SAME && !c->options->all))
			continue;
		if (section == NULL) {
			section = rw_node_add(c->diff, RW_NS, "section");
			rw_node_set_attr(section, "name", one->name);
			rw_node_set_attr(section, "label", one->label);
		}
		write_change(section, &changes[i]);
	}
}

/* Sections of both in reading order: those of b, and before each those of a
 * that only a has. */
static void write_sections(struct comparison *c)
{
	size_t next = 0;

	for (size_t j = 0; j <= c->b->count; j++) {
		const struct rw_outline_section *b =
			j < c->b->count ? &c->b->sections[j] : NULL;
		const struct rw_outline_section *a =
			b ? rw_outline_section(c->a, b->name) : NULL;
		size_t end = a ? (size_t)(a - c->a->sections) : next;

		for (end = b ? end : c->a->count; next < end; next++)
			if (!rw_outline_section(c->b,
						c->a->sections[next].name))
				write_section(c, &c->a->sections[next], NULL);
		next = a && end + 1 > next ? end + 1 : next;
		if (b != NULL)
			write_section(c, a, b);
	}
}

static const char *title_of(struct comparison *c,
			    const struct rw_compare_side *side)
{
	const struct rw_node *title =
		rw_node_child(rw_doc_root(side->doc), "title");

	return title ? rw_node_text(c->frame.arena, title) : side->name;
}

/* What tells two sides of the same title apart, or NULL. */
static const char *distinction(struct comparison *c,
			       const struct rw_compare_side *side)
{
	const struct rw_compare_options *o = c->options;

	if (side->revision != NULL || o->a.revision || o->b.revision ||
	    strcmp(o->a.name, o->b.name) == 0 ||
	    strcmp(title_of(c, &o->a), title_of(c, &o->b)) != 0)
		return side->revision;
	return side->name;
}

static void write_side(struct comparison *c, const char *which,
		       const struct rw_compare_side *side)
{
	struct rw_node *to = rw_node_add(c->diff, RW_NS, "side");
	const char *title = title_of(c, side);
	const char *note = distinction(c, side);

	rw_node_set_attr(to, "which", which);
	rw_node_set_attr(to, "id", side->name);
	rw_node_set_attr(to, "revision", side->revision);
	if (note != NULL)
		title = rw_arena_printf(c->frame.arena, "%s (%s)", title, note);
	rw_node_add_with_text(to, RW_NS, "title", title);
}

/* --------------------------------------------------------------------- pay */

/* The middle of the range, twice; false if it has none. */
static bool middle(const struct rw_node *pay, rw_decimal *twice)
{
	const char *min = rw_node_attr(pay, "min");
	const char *max = rw_node_attr(pay, "max");
	rw_decimal low, high;

	if (!min || !max || !rw_decimal_parse(min, &low) ||
	    !rw_decimal_parse(max, &high) || low <= 0 || high < low ||
	    high > INT64_MAX / 4)
		return false;
	*twice = low + high;
	return true;
}

static bool agree(const struct rw_node *a, const struct rw_node *b,
		  const char *name)
{
	const char *x = rw_node_attr(a, name), *y = rw_node_attr(b, name);

	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* "+12%": how much more the middle of the range is, in whole per cent. */
static char *difference(struct comparison *c, const struct rw_node *a,
			const struct rw_node *b)
{
	rw_decimal was, is, percent;
	char *text;

	if (!agree(a, b, "currency") || !agree(a, b, "period") ||
	    !middle(a, &was) || !middle(b, &is))
		return NULL;
	percent = rw_decimal_multiply(
		rw_decimal_divide(is > was ? is - was : was - is, was),
		100 * RW_DECIMAL_SCALE);
	percent = rw_decimal_round(percent, RW_DECIMAL_SCALE);
	if (percent == 0)
		return NULL;
	text = rw_locale_percent(c->frame.locale, c->frame.arena, percent);
	return rw_arena_printf(c->frame.arena, "%s%s",
			       is > was ? "+" : "\xE2\x88\x92", text);
}

static const char *pay_text(const struct rw_node *pay)
{
	const char *text = pay ? rw_node_attr(pay, "text-long") : NULL;

	return text ? text : "";
}

static void write_pay(struct comparison *c)
{
	const struct rw_node *a = rw_node_child(c->a->root, "pay");
	const struct rw_node *b = rw_node_child(c->b->root, "pay");
	const char *was = pay_text(a), *is = pay_text(b);
	struct rw_node *pay;

	if ((*was == '\0' && *is == '\0') ||
	    (strcmp(was, is) == 0 && !c->options->all))
		return;
	pay = rw_node_add(c->diff, RW_NS, "pay");
	if (strcmp(was, is) == 0)
		rw_node_set_attr(pay, "kind", "same");
	if (*was != '\0')
		rw_node_set_attr(rw_node_add(pay, RW_NS, "a"), "text", was);
	if (*is == '\0')
		return;
	pay = rw_node_add(pay, RW_NS, "b");
	rw_node_set_attr(pay, "text", is);
	if (*was != '\0')
		rw_node_set_attr(pay, "change-text", difference(c, a, b));
}

/* ------------------------------------------------------------------ driver */

static bool is_internal(const struct rw_compare_side *side)
{
	const char *audience = rw_node_attr(rw_doc_root(side->doc), "audience");

	return audience != NULL && strcmp(audience, "internal") == 0;
}

/* A comparison is as internal as what it compares. */
static void mark_internal(struct comparison *c, struct rw_node *root)
{
	if (!is_internal(&c->options->a) && !is_internal(&c->options->b))
		return;
	rw_node_set_attr(root, "audience", "internal");
	rw_node_set_attr(rw_node_add(root, RW_NS, "notice-internal"), "label",
			 rw_words_get(c->frame.words, "internal"));
}

static struct rw_doc *write_document(struct comparison *c)
{
	struct rw_doc *doc = rw_doc_new(c->frame.arena, RW_NS, "collection");
	struct rw_node *root = rw_doc_root(doc);

	rw_frame_root(&c->frame, root);
	rw_node_set_attr(root, "name", "diff");
	mark_internal(c, root);
	c->diff = rw_node_add(root, RW_NS, "diff");
	write_side(c, "a", &c->options->a);
	write_side(c, "b", &c->options->b);
	write_pay(c);
	write_sections(c);
	rw_attributions_add(root, c->a->root);
	rw_attributions_add(root, c->b->root);
	return rw_frame_add(&c->frame, root) == 0 ? doc : NULL;
}

struct rw_doc *rw_compare(struct rw_resolver *resolver, struct rw_arena *arena,
			  const struct rw_compare_options *options,
			  struct rw_diags *diags)
{
	struct comparison c = { .options = options };
	const struct rw_node *root = rw_doc_root(options->b.doc);

	c.frame.ws = rw_resolver_workspace(resolver);
	c.frame.arena = arena;
	c.frame.lang = rw_node_lang(root);
	c.frame.locale = rw_resolver_locale(resolver, c.frame.lang);
	c.frame.words = rw_words_load(c.frame.ws, c.frame.lang, diags);
	c.frame.page = "diff";
	c.frame.up = "";
	c.frame.folder = "";
	c.frame.id = "diff";
	c.frame.diags = diags;
	if (c.frame.words == NULL)
		return NULL;
	c.a = rw_outline_of(arena, rw_doc_root(options->a.doc), c.frame.words);
	c.b = rw_outline_of(arena, root, c.frame.words);
	return write_document(&c);
}
