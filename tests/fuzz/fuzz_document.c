/*
 * Any bytes as a role or a posting of a small workspace, through reading, the
 * schema, inheritance and resolving to a page. What resolves for the public
 * must hold no internal element, and no output bad UTF-8.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "model/resolve.h"
#include "model/vocabulary.h"
#include "publish/render.h"

#define ONE_DAY 20778 /* 2026-11-21 */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Opened for so many runs, since its list of sources grows with each. */
#define RUNS 500

struct run {
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct rw_resolver *resolver;
	struct rw_workspace *ws;
	struct rw_sheets *sheets;
};

/* What all runs share. */
struct shared {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_workspace *ws;
	struct rw_resolver *resolver;
	struct rw_sheets *sheets;
	unsigned runs;
};

static void check_public(const struct rw_node *root)
{
	for (const struct rw_node *n = root; n; n = rw_node_walk(n, root)) {
		const char *audience = rw_node_attr(n, "audience");
		const struct rw_element_type *type =
			rw_element_type(rw_node_name(n));

		if (audience ? strcmp(audience, "internal") == 0
			     : type != NULL && type->internal)
			abort();
	}
}

static void check_pages(struct run *run, const struct rw_doc *doc)
{
	static const enum rw_format formats[] = { RW_FORMAT_HTML,
						  RW_FORMAT_TXT };
	struct rw_press press = { run->sheets, run->arena, run->diags };
	struct rw_buf out = RW_BUF_INIT;

	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++) {
		rw_buf_clear(&out);
		if (rw_render(&press, rw_doc_copy(run->arena, doc), formats[i],
			      &out) != 0)
			continue;
		if (rw_utf8_valid_prefix(out.data, out.len) != out.len)
			abort();
	}
	rw_buf_release(&out);
}

static void try_kind(struct run *run, enum rw_kind kind, const char *text,
		     size_t len)
{
	static const char *const languages[] = { NULL, "de" };
	static const char *const ways[] = { "ad", "summary", "kit" };
	const struct rw_node *root = rw_workspace_parse(
		run->ws, kind,
		&(const struct rw_input){ text, len, "fuzz.xml" }, run->arena,
		run->diags);

	for (size_t i = 0; root != NULL && i < 3; i++) {
		struct rw_resolve_options how = { .lang = languages[i % 2],
						  .as = ways[i] };
		struct rw_doc *doc = rw_resolve_root(run->resolver, run->arena,
						     root, &how, run->diags);

		if (doc == NULL)
			continue;
		if (i < 2)
			check_public(rw_doc_root(doc));
		if (i == 0)
			check_pages(run, doc);
	}
}

static void open_shared(struct shared *s)
{
	struct rw_workspace_options options = {
		.folder = "tests/fuzz/workspace",
		.library = ".",
		.today = ONE_DAY,
		.validate = true,
	};
	struct rw_diags *diags;

	if (!rw_file_is_folder(options.folder)) {
		options.folder = "workspace";
		options.library = "../..";
	}
	s->arena = rw_arena_new();
	s->sources = rw_sources_new();
	diags = rw_diags_new(s->sources);
	s->ws = rw_workspace_open(s->arena, &options, diags);
	if (s->ws == NULL)
		abort();
	s->resolver = rw_resolver_new(s->ws);
	s->sheets = rw_sheets_new(s->arena, s->ws);
	rw_diags_free(diags);
}

static void close_shared(struct shared *s)
{
	rw_resolver_free(s->resolver);
	rw_arena_free(s->arena);
	rw_sources_free(s->sources);
	s->ws = NULL;
}

static void try(struct shared *s, const char *text, size_t len)
{
	struct rw_buf out = RW_BUF_INIT;
	struct run run = { .ws = s->ws,
			   .resolver = s->resolver,
			   .sheets = s->sheets };
	bool posting = strstr(text, "<posting") != NULL;

	run.arena = rw_arena_new();
	run.diags = rw_diags_new(s->sources);
	try_kind(&run, posting ? RW_KIND_POSTING : RW_KIND_ROLE, text, len);
	rw_diags_write(run.diags, RW_DIAGS_TEXT, false, 0, &out);
	rw_buf_release(&out);
	rw_arena_free(run.arena);
	rw_diags_free(run.diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	static struct shared shared;
	char *text;

	pthread_once(&once, rw_xml_init);
	text = rw_malloc(size + 1);
	if (shared.runs++ % RUNS == 0) {
		if (shared.ws != NULL)
			close_shared(&shared);
		open_shared(&shared);
		shared.runs = 1;
	}
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	try(&shared, text, size);
	rw_free(text);
	return 0;
}
