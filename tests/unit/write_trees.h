/*
 * For the tests of src/write/: trees from text, and what a writer makes of
 * them.
 */
#ifndef TEST_WRITE_TREES_H
#define TEST_WRITE_TREES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "diag/diags.h"
#include "write/write.h"
#include "xml/doc.h"

#define XHTML "xmlns='" RW_NS_XHTML "'"
#define FN "xmlns='" RW_NS_FN "'"
#define OUT "xmlns:out='" RW_NS_OUT "'"

typedef int test_writer(const struct rw_doc *tree, struct rw_buf *out,
			struct rw_diags *diags);

struct test_job {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_buf out;
};

static inline void test_begin(struct test_job *job)
{
	job->arena = rw_arena_new();
	job->sources = rw_sources_new();
	job->diags = rw_diags_new(job->sources);
	rw_buf_init(&job->out);
}

static inline void test_end(struct test_job *job)
{
	rw_buf_release(&job->out);
	rw_arena_free(job->arena);
	rw_diags_free(job->diags);
	rw_sources_free(job->sources);
}

static inline struct rw_doc *test_parse(struct test_job *job, const char *text)
{
	struct rw_doc *doc = rw_doc_parse(
		job->arena,
		&(const struct rw_input){ text, strlen(text), "tree.xml" },
		&rw_limits_role, job->diags);

	if (!doc) {
		rw_diags_write(job->diags, RW_DIAGS_TEXT, false, 0, &job->out);
		fail_msg("%s\n%s", text, job->out.data);
	}
	return doc;
}

/* 'writer' makes 'expected' of the tree 'text', and reports nothing. */
static inline void test_gives(test_writer *writer, const char *text,
			      const char *expected)
{
	struct test_job job;

	test_begin(&job);
	if (writer(test_parse(&job, text), &job.out, job.diags)) {
		rw_buf_clear(&job.out);
		rw_diags_write(job.diags, RW_DIAGS_TEXT, false, 0, &job.out);
		fail_msg("%s", job.out.data);
	}
	assert_string_equal(job.out.data, expected);
	assert_int_equal(rw_diags_count(job.diags, RW_NOTE), 0);
	test_end(&job);
}

/* 'writer' refuses the tree 'text', and reports 'expected' in this form. */
static inline void test_refuses(test_writer *writer, const char *text,
				const char *expected)
{
	struct test_job job;

	test_begin(&job);
	assert_int_equal(writer(test_parse(&job, text), &job.out, job.diags),
			 -1);
	rw_buf_clear(&job.out);
	rw_diags_write(job.diags, RW_DIAGS_TEXT, false, 0, &job.out);
	if (!strstr(job.out.data, expected))
		fail_msg("'%s' is not in:\n%s", expected, job.out.data);
	test_end(&job);
}

#endif
