/*
 * What the tests of the model share: a workspace that is written file by file,
 * what it resolves to, and what was reported.
 */
#ifndef RW_TESTS_MODEL_FIXTURE_H
#define RW_TESTS_MODEL_FIXTURE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/file.h"
#include "base/memory.h"
#include "model/resolve.h"
#include "text/markdown.h"
#include "xml/serialise.h"

#define NS "xmlns=\"urn:rolewright:1\""

struct fixture {
	char folder[64];
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_workspace *ws;
	struct rw_resolver *resolver;
	struct rw_buf text;
};

/* The library: this repository's stylesheets and schema without its content. */
static inline void fixture_library(struct fixture *f, const char *part)
{
	char from[512], to[128], here[400];

	assert_non_null(getcwd(here, sizeof(here)));
	snprintf(from, sizeof(from), "%s/%s", here, part);
	snprintf(to, sizeof(to), "%s/library/%s", f->folder, part);
	assert_int_equal(symlink(from, to), 0);
}

static inline int fixture_open(void **state)
{
	struct fixture *f = rw_calloc(1, sizeof(*f));
	char folder[128];

	snprintf(f->folder, sizeof(f->folder), "%s", "/tmp/rolewright.XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	snprintf(folder, sizeof(folder), "%s/library/templates", f->folder);
	rw_file_make_folder(folder);
	snprintf(folder, sizeof(folder), "%s/workspace", f->folder);
	rw_file_make_folder(folder);
	fixture_library(f, "stylesheets");
	fixture_library(f, "templates/schema");
	f->arena = rw_arena_new();
	f->sources = rw_sources_new();
	f->diags = rw_diags_new(f->sources);
	rw_buf_init(&f->text);
	*state = f;
	return 0;
}

/* Forgets what was read and reported, for files that change. */
static inline void fixture_reopen(struct fixture *f)
{
	rw_resolver_free(f->resolver);
	rw_diags_free(f->diags);
	rw_arena_free(f->arena);
	rw_sources_free(f->sources);
	f->arena = rw_arena_new();
	f->sources = rw_sources_new();
	f->diags = rw_diags_new(f->sources);
	f->resolver = NULL;
	f->ws = NULL;
}

static inline int fixture_close(void **state)
{
	struct fixture *f = *state;

	rw_resolver_free(f->resolver);
	rw_buf_release(&f->text);
	rw_diags_free(f->diags);
	rw_arena_free(f->arena);
	rw_sources_free(f->sources);
	rw_file_remove_tree(f->folder);
	rw_free(f);
	return 0;
}

/* Writes a document; 'path' begins with "workspace/" or "library/". */
static inline void put(struct fixture *f, const char *path, const char *text)
{
	char full[256];
	char *slash;

	snprintf(full, sizeof(full), "%s/%s", f->folder, path);
	slash = strrchr(full, '/');
	*slash = '\0';
	assert_int_equal(rw_file_make_folder(full), 0);
	*slash = '/';
	assert_int_equal(rw_file_write(full, text, strlen(text)), 0);
}

/* A role of the workspace in English: its parents and what stands in it. */
static inline void put_role(struct fixture *f, const char *id,
			    const char *extends, const char *content)
{
	char path[128];
	struct rw_buf out = RW_BUF_INIT;

	snprintf(path, sizeof(path), "workspace/templates/roles/%s.xml", id);
	rw_buf_printf(&out, "<role " NS " id=\"%s\" xml:lang=\"en\"", id);
	if (extends != NULL)
		rw_buf_printf(&out, " extends=\"%s\"", extends);
	rw_buf_printf(&out, ">\n%s\n</role>\n", content);
	put(f, path, out.data);
	rw_buf_release(&out);
}

static inline void put_german(struct fixture *f, const char *id,
			      const char *content)
{
	char path[128];
	struct rw_buf out = RW_BUF_INIT;

	snprintf(path, sizeof(path), "workspace/templates/roles/%s.de.xml", id);
	rw_buf_printf(&out,
		      "<role " NS " id=\"%s\" xml:lang=\"de\">\n%s\n"
		      "</role>\n",
		      id, content);
	put(f, path, out.data);
	rw_buf_release(&out);
}

static inline struct rw_workspace *workspace(struct fixture *f)
{
	struct rw_workspace_options options = {
		.today = rw_date_parse("2026-11-21"),
		.validate = true,
	};

	if (f->ws != NULL)
		return f->ws;
	options.folder = rw_arena_printf(f->arena, "%s/workspace", f->folder);
	options.library = rw_arena_printf(f->arena, "%s/library", f->folder);
	f->ws = rw_workspace_open(f->arena, &options, f->diags);
	assert_non_null(f->ws);
	f->resolver = rw_resolver_new(f->ws);
	return f->ws;
}

/* The resolved document, or NULL. */
static inline struct rw_node *resolve_how(struct fixture *f, enum rw_kind kind,
					  const char *id,
					  const struct rw_resolve_options *how)
{
	struct rw_entry *entry =
		rw_workspace_find(workspace(f), kind, id, NULL);
	struct rw_doc *doc;

	assert_non_null(entry);
	doc = rw_resolve(f->resolver, f->arena, entry, how, f->diags);
	return doc ? rw_doc_root(doc) : NULL;
}

static inline struct rw_node *role(struct fixture *f, const char *id,
				   const char *lang)
{
	struct rw_resolve_options how = { .lang = lang,
					  .audience = "internal" };

	return resolve_how(f, RW_KIND_ROLE, id, &how);
}

static inline struct rw_node *posting(struct fixture *f, const char *id,
				      const char *lang)
{
	struct rw_resolve_options how = { .lang = lang };

	return resolve_how(f, RW_KIND_POSTING, id, &how);
}

/* All that was reported: "file:line:col: severity: message [id]" ... */
static inline const char *reported(struct fixture *f)
{
	rw_buf_clear(&f->text);
	rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &f->text);
	return rw_arena_strdup(f->arena, f->text.len ? f->text.data : "");
}

static inline void assert_fine(struct fixture *f)
{
	assert_string_equal(reported(f), "");
}

static inline void assert_reported(struct fixture *f, const char *part)
{
	const char *text = reported(f);

	if (strstr(text, part) == NULL)
		fail_msg("'%s' is not in:\n%s", part, text);
}

/* Adds the text below 'node', each change of language as "[de]". */
static inline void show(const struct rw_node *node, struct rw_buf *out)
{
	const struct rw_node *n = rw_node_first(node);
	const char *lang = rw_node_attr(node, "xml:lang");

	if (lang != NULL)
		rw_buf_printf(out, "[%s]", lang);
	if (rw_node_is(node, "term"))
		rw_buf_printf(out, "<%s:", rw_node_attr(node, "ref"));
	if (rw_node_kind(node) != RW_NODE_ELEMENT)
		rw_buf_puts(out, rw_node_content(node));
	for (; n != NULL; n = rw_node_next(n))
		show(n, out);
	if (rw_node_is(node, "term"))
		rw_buf_putc(out, '>');
}

static inline void show_items(const struct rw_node *list, struct rw_buf *out)
{
	const struct rw_node *n = rw_node_child(list, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		if (rw_node_is(n, "group")) {
			show_items(n, out);
			continue;
		}
		rw_buf_printf(out, "%s=",
			      rw_node_attr(n, "id") ? rw_node_attr(n, "id")
						    : rw_node_name(n));
		show(n, out);
		rw_buf_puts(out, "; ");
	}
}

/* "walk=Walk.; mend=[en]Mend.; " for a list of the document. */
static inline const char *items(struct fixture *f, const struct rw_node *root,
				const char *name)
{
	struct rw_node *list;

	assert_non_null(root);
	list = rw_node_child(root, name);
	rw_buf_clear(&f->text);
	if (list != NULL)
		show_items(list, &f->text);
	return rw_arena_strdup(f->arena, f->text.len ? f->text.data : "");
}

/* The text of a part, or "" if there is none. */
static inline const char *part(struct fixture *f, const struct rw_node *root,
			       const char *name)
{
	struct rw_node *n;

	assert_non_null(root);
	n = rw_node_child(root, name);
	rw_buf_clear(&f->text);
	if (n != NULL)
		show(n, &f->text);
	return rw_arena_strdup(f->arena, f->text.len ? f->text.data : "");
}

/* An attribute of a part, or "". */
static inline const char *attr(const struct rw_node *root, const char *name,
			       const char *attribute)
{
	struct rw_node *n = rw_node_child(root, name);
	const char *value = n ? rw_node_attr(n, attribute) : NULL;

	return value ? value : "";
}

#endif
