/*
 * What is not the company's own: pay of the built-in library, texts of the
 * example companies.
 */
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "check/rule.h"
#include "model/prose.h"

#define EXAMPLES "templates/examples/templates"
#define FILE_CAP ((size_t)1 << 20)

/* Texts shorter than this are nobody's own ("30 days of leave a year"). */
#define OWN_TEXT_BYTES 40

static bool is_text(const struct rw_node *node)
{
	static const char *const names[] = { "benefit",	   "notice",
					     "about",	   "how",
					     "opening",	   "responsibility",
					     "requirement" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (rw_node_is(node, names[i]))
			return true;
	return false;
}

/* ------------------------------------------------------- the examples */

static void note_texts(struct rw_check *c, const struct rw_node *root,
		       const char *name)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const char *text = is_text(n) ? rw_plain_text(c->arena, n) : "";

		if (strlen(text) >= OWN_TEXT_BYTES)
			rw_map_put(c->examples, text, (void *)name);
	}
}

/* One example document; what is wrong with it is not this workspace's. */
static void read_example(struct rw_check *c, const char *path,
			 enum rw_kind kind)
{
	struct rw_buf text = RW_BUF_INIT;
	struct rw_diags *quiet = rw_diags_new(rw_diags_sources(c->diags));
	struct rw_node *root = NULL, *name;

	if (rw_file_read(path, FILE_CAP, &text) == 0)
		root = rw_workspace_parse(
			c->ws, kind,
			&(const struct rw_input){ text.data, text.len, path },
			c->kept, quiet);
	if (root != NULL) {
		name = rw_node_child(root, "name");
		if (name != NULL)
			rw_vec_push(&c->example_names,
				    rw_node_text(c->kept, name));
		note_texts(c, root, rw_node_attr(root, "id"));
	}
	rw_diags_free(quiet);
	rw_buf_release(&text);
}

static void read_folder(struct rw_check *c, const char *folder,
			enum rw_kind kind)
{
	char **names;
	size_t count;

	if (rw_file_list(c->kept, folder, ".xml", &names, &count) != 0)
		return;
	for (size_t i = 0; i < count; i++)
		read_example(c, rw_path_join(c->kept, folder, names[i]), kind);
}

static bool is_example(struct rw_check *c, const char *examples)
{
	const char *ours = rw_path_real(
		c->arena,
		rw_path_join(c->arena, rw_workspace_options(c->ws)->folder,
			     "templates"));
	const char *theirs = rw_path_real(c->arena, examples);

	return ours != NULL && theirs != NULL && strcmp(ours, theirs) == 0;
}

/* Reads the examples once; none when the workspace is theirs. */
static void read_examples(struct rw_check *c)
{
	const char *library = rw_workspace_options(c->ws)->library;
	const char *folder = rw_path_join(c->kept, library, EXAMPLES);

	if (c->examples_tried)
		return;
	c->examples_tried = true;
	if (is_example(c, folder))
		return;
	read_folder(c, rw_path_join(c->kept, folder, "companies"),
		    RW_KIND_COMPANY);
	read_folder(c, rw_path_join(c->kept, folder, "statements"),
		    RW_KIND_STATEMENTS);
}

/* ----------------------------------------------------------- the rule */

/* The example whose text 'node' holds, word for word or by name. */
static const char *example_of(struct rw_check *c, const struct rw_node *node)
{
	const char *text = rw_plain_text(c->arena, node);
	const char *example = rw_map_get(c->examples, text);

	if (example != NULL)
		return example;
	for (size_t i = 0; i < c->example_names.count; i++)
		if (strstr(text, c->example_names.items[i]) != NULL)
			return c->example_names.items[i];
	return NULL;
}

static void check_texts(struct rw_check *c, const struct rw_node *root)
{
	const struct rw_node *n = root;

	for (; n != NULL; n = rw_node_walk(n, root)) {
		const char *example = is_text(n) ? example_of(c, n) : NULL;
		const char *id = example ? rw_node_attr(n, "id") : NULL;

		if (example != NULL)
			rw_report(c->diags, RW_TEXT_BORROWED, rw_node_pos(n),
				  id ? id : rw_node_name(n), example, NULL);
	}
}

static void check_pay(struct rw_check *c, const struct rw_subject *s)
{
	const struct rw_node *pay =
		s->resolved ? rw_node_child(s->resolved, "pay") : NULL;
	const struct rw_node *own = rw_node_child(s->own, "pay");

	if (pay != NULL && s->entry->layer != RW_LAYER_LIBRARY &&
	    !rw_workspace_is_library(c->ws) &&
	    rw_check_is(pay, "borrowed", "yes"))
		rw_report(c->diags, RW_PAY_BORROWED,
			  own ? rw_check_at(c, own, "table")
			      : rw_node_pos(s->own),
			  rw_node_attr(pay, "table"), NULL, NULL);
}

void rw_rule_borrowed(struct rw_check *c, const struct rw_subject *s)
{
	check_pay(c, s);
	if (rw_workspace_is_library(c->ws))
		return;
	read_examples(c);
	check_texts(c, s->own);
}
