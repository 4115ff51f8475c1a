/* Feeds whose files hold one posting, with nothing around it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/feed_file.h"

struct fixture {
	char folder[32];
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
};

static int enter(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	*state = f;
	memcpy(f->folder, "/tmp/rw-unit-XXXXXX", 20);
	f->arena = rw_arena_new();
	f->sources = rw_sources_new();
	f->diags = rw_diags_new(f->sources);
	return !mkdtemp(f->folder) || chdir(f->folder);
}

static int leave(void **state)
{
	struct fixture *f = *state;
	int error = chdir("/") || rw_file_remove_tree(f->folder);

	rw_arena_free(f->arena);
	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	free(f);
	return error;
}

/* The frame that is written for 'xml'. */
static struct rw_feed_frame frame_of(struct fixture *f, const char *xml)
{
	const struct rw_input input = { xml, strlen(xml), "frame.xml" };
	struct rw_doc *doc =
		rw_doc_parse(f->arena, &input, &rw_limits_role, f->diags);
	struct rw_feed_frame frame;
	bool no_place;

	assert_non_null(doc);
	assert_int_equal(
		rw_write_frame(doc, f->arena, &frame, &no_place, f->diags), 0);
	assert_false(no_place);
	return frame;
}

/* Writes a feed of 'items' postings; how many files it has. */
static size_t feed_of(struct fixture *f, const char *frame_xml, size_t items)
{
	struct rw_feed_frame frame = frame_of(f, frame_xml);
	const struct rw_feed_options options = { .folder = ".", .name = "b" };
	struct rw_arena *arena = rw_arena_new();
	struct rw_feed_file *feed =
		rw_feed_file_new(arena, &options, &frame, f->diags);
	size_t count;

	for (size_t i = 0; i < items; i++)
		assert_int_equal(rw_feed_file_add(feed, "<job/>", 6), 0);
	assert_int_equal(rw_feed_file_finish(feed), 0);
	assert_int_equal(rw_feed_file_commit(feed), 0);
	rw_feed_file_names(feed, &count);
	rw_arena_free(arena);
	return count;
}

static void assert_content(const char *path, const char *expected)
{
	struct rw_buf out = RW_BUF_INIT;

	assert_int_equal(rw_file_read(path, 1000, &out), 0);
	assert_string_equal(out.data, expected);
	rw_buf_release(&out);
}

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ALONE "<o:items xmlns:o='" RW_NS_OUT "'/>"
#define TOGETHER "<jobs xmlns:o='" RW_NS_OUT "'><o:items/></jobs>"

static void one_file_each(void **state)
{
	struct fixture *f = *state;

	assert_true(frame_of(f, ALONE).alone);
	assert_false(frame_of(f, TOGETHER).alone);
	assert_int_equal(feed_of(f, TOGETHER, 2), 1);
	assert_content("b.xml", DECLARATION "<jobs><job/>\n<job/></jobs>\n");
	/* Two postings and an index. */
	assert_int_equal(feed_of(f, ALONE, 2), 3);
	assert_content("b-1.xml", DECLARATION "<job/>\n");
	assert_content("b-2.xml", DECLARATION "<job/>\n");
	assert_int_equal(feed_of(f, ALONE, 1), 1);
	assert_content("b.xml", DECLARATION "<job/>\n");
}

static void none_without_items(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(feed_of(f, ALONE, 0), 0);
	assert_false(rw_file_exists("b.xml"));
	assert_int_equal(feed_of(f, TOGETHER, 0), 1);
	assert_content("b.xml", DECLARATION "<jobs></jobs>\n");
}

/* More files than a process may have open. */
static void many_files(void **state)
{
	struct rlimit old, few;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
	few = old;
	few.rlim_cur = 32;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	assert_int_equal(feed_of(*state, ALONE, 100), 101);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
	assert_content("b-100.xml", DECLARATION "<job/>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_file_each, enter, leave),
		cmocka_unit_test_setup_teardown(none_without_items, enter,
						leave),
		cmocka_unit_test_setup_teardown(many_files, enter, leave),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
