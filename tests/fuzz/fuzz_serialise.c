/*
 * Any tree through each serialiser. What XML and JSON come out are read again:
 * XML that does not parse, or JSON that jansson refuses, ends the run.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

#include <jansson.h>

#include "base/arena.h"
#include "diag/diags.h"
#include "write/write.h"
#include "xml/doc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Escaping makes text longer: room for what we wrote. */
#define PLENTY (1 << 24)
static const struct rw_limits wide = {
	.file_bytes = PLENTY,
	.tag_bytes = PLENTY,
	.attributes = 4096,
	.depth = 1024,
	.nodes = PLENTY,
	.text_bytes = PLENTY,
};

struct run {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	const struct rw_doc *tree;
	struct rw_buf out;
};

static void try_xml(struct run *run)
{
	rw_buf_clear(&run->out);
	if (rw_write_xml(run->tree, &run->out, run->diags))
		return;
	if (!rw_doc_parse(run->arena,
			  &(const struct rw_input){ run->out.data, run->out.len,
						    "out.xml" },
			  &wide, run->diags))
		abort();
}

static void try_json(struct run *run, bool pretty)
{
	json_t *json;

	rw_buf_clear(&run->out);
	if (rw_write_json(run->tree, pretty, &run->out, run->diags))
		return;
	json = json_loadb(run->out.data, run->out.len,
			  JSON_DECODE_ANY | JSON_REJECT_DUPLICATES |
				  JSON_DECODE_INT_AS_REAL,
			  NULL);
	if (!json)
		abort();
	json_decref(json);
}

static void try_all(struct run *run)
{
	struct rw_doc *copy = rw_doc_copy(run->arena, run->tree);

	try_xml(run);
	try_json(run, false);
	try_json(run, true);
	rw_buf_clear(&run->out);
	rw_write_html(run->tree, &run->out, run->diags);
	rw_buf_clear(&run->out);
	rw_write_opc(run->tree, 20000, &run->out, run->diags);
	if (!rw_markup_expand(copy, run->diags)) {
		run->tree = copy;
		try_xml(run);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct run run = { .out = RW_BUF_INIT };

	pthread_once(&once, rw_xml_init);
	run.arena = rw_arena_new();
	run.sources = rw_sources_new();
	run.diags = rw_diags_new(run.sources);
	run.tree = rw_doc_parse(
		run.arena,
		&(const struct rw_input){ (const char *)data, size, "in.xml" },
		&rw_limits_role, run.diags);
	if (run.tree)
		try_all(&run);
	rw_buf_release(&run.out);
	rw_arena_free(run.arena);
	rw_diags_free(run.diags);
	rw_sources_free(run.sources);
	return 0;
}
