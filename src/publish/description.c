/*
 * Ways of writing a description, and what each has given.
 */
#include "publish/description.h"

#include <string.h>

#include "base/map.h"
#include "write/markup.h"
#include "write/profile.h"

/* What an out:markup says of the way. */
static const char *const attributes[] = { "method", "tags", "entities" };
#define ATTRIBUTES (sizeof(attributes) / sizeof(attributes[0]))

struct version {
	const char *way[ATTRIBUTES];
	const char *text;
};

struct rw_description {
	struct rw_arena *arena;
	const struct rw_node *node;
	const char *mark;  /* NULL: it is a text */
	const char *plain; /* NULL: not asked for yet */
	struct rw_vec versions;
};

static void release(void *object)
{
	struct rw_description *d = object;

	rw_vec_release(&d->versions);
}

struct rw_description *rw_description_new(struct rw_arena *arena,
					  const struct rw_node *node)
{
	struct rw_description *d = rw_arena_zalloc(arena, sizeof(*d));

	d->arena = arena;
	d->node = node;
	rw_arena_defer(arena, release, d);
	return d;
}

struct rw_description *rw_description_marked(struct rw_arena *arena,
					     const char *mark)
{
	struct rw_description *d = rw_description_new(arena, NULL);

	d->mark = mark;
	return d;
}

const struct rw_node *rw_description_node(const struct rw_description *d)
{
	return d->node;
}

bool rw_description_is(const struct rw_node *node)
{
	const char *ref = rw_out_is(node, "markup") ? rw_node_attr(node, "ref")
						    : NULL;

	return ref && strcmp(ref, "description") == 0;
}

static bool is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static struct version *find(const struct rw_description *d,
			    const struct rw_node *markup)
{
	for (size_t i = 0; i < d->versions.count; i++) {
		struct version *v = d->versions.items[i];
		size_t k = 0;

		while (k < ATTRIBUTES &&
		       is_same(v->way[k], rw_node_attr(markup, attributes[k])))
			k++;
		if (k == ATTRIBUTES)
			return v;
	}
	return NULL;
}

static struct version *add(struct rw_description *d,
			   const struct rw_node *markup, const char *text)
{
	struct version *v = rw_arena_zalloc(d->arena, sizeof(*v));

	for (size_t k = 0; k < ATTRIBUTES; k++) {
		const char *value = rw_node_attr(markup, attributes[k]);

		v->way[k] = value ? rw_arena_strdup(d->arena, value) : NULL;
	}
	v->text = text;
	rw_vec_push(&d->versions, v);
	return v;
}

static const char *kept(struct rw_arena *arena, struct rw_buf *text)
{
	const char *copy = rw_arena_strndup(arena, text->data, text->len);

	rw_buf_release(text);
	return copy;
}

const char *rw_description_text(struct rw_description *d,
				const struct rw_node *markup,
				struct rw_diags *diags)
{
	struct version *version = find(d, markup);
	struct rw_buf text = RW_BUF_INIT;

	if (d->mark)
		return d->mark;
	if (version)
		return version->text;
	if (rw_markup_text_of(markup, d->node, &text, diags) != 0) {
		rw_buf_release(&text);
		return NULL;
	}
	return add(d, markup, kept(d->arena, &text))->text;
}

const char *rw_description_plain(struct rw_description *d,
				 struct rw_diags *diags)
{
	struct rw_buf text = RW_BUF_INIT;

	if (d->plain)
		return d->plain;
	if (rw_profile_text(d->node, &text, diags) != 0) {
		rw_buf_release(&text);
		return NULL;
	}
	d->plain = kept(d->arena, &text);
	return d->plain;
}

int rw_description_fill(struct rw_description *d, struct rw_doc *tree,
			struct rw_diags *diags)
{
	struct rw_node *top = rw_doc_root(tree), *next;

	for (struct rw_node *n = top; n; n = next) {
		const char *text;

		next = rw_node_walk_all(n, top);
		if (!rw_description_is(n))
			continue;
		text = rw_description_text(d, n, diags);
		if (!text)
			return -1;
		rw_markup_replace(n, text);
	}
	return 0;
}
