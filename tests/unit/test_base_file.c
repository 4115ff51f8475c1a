/* Files, folders, locks and the exchange of folders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lock.h"
#include "base/swap.h"

/* A fresh folder that is the current one while a test runs. */
static int enter(void **state)
{
	char *folder = strdup("/tmp/rw-unit-XXXXXX");

	*state = folder;
	return !folder || !mkdtemp(folder) || chdir(folder);
}

static int leave(void **state)
{
	char *folder = *state;
	int error = chdir("/") || rw_file_remove_tree(folder) ||
		    rw_file_exists(folder);

	free(folder);
	return error;
}

static void assert_content(const char *path, const char *expected)
{
	struct rw_buf out = RW_BUF_INIT;

	assert_int_equal(rw_file_read(path, 1000, &out), 0);
	assert_string_equal(out.data, expected);
	rw_buf_release(&out);
}

static size_t count_files(const char *folder)
{
	struct rw_arena *arena = rw_arena_new();
	char **names;
	size_t count;

	assert_int_equal(rw_file_list(arena, folder, NULL, &names, &count), 0);
	rw_arena_free(arena);
	return count;
}

static void what_is_written_is_read(void **state)
{
	struct rw_buf out = RW_BUF_INIT;

	(void)state;
	assert_int_equal(rw_file_write("a", "one", 3), 0);
	assert_content("a", "one");
	assert_int_equal(rw_file_write("a", "twofold", 7), 0);
	assert_content("a", "twofold");
	assert_int_equal(rw_file_write("a", "", 0), 0);
	assert_content("a", "");
	rw_buf_puts(&out, "before ");
	assert_int_equal(rw_file_write("a", "x\0y", 3), 0);
	assert_int_equal(rw_file_read("a", 3, &out), 0);
	assert_int_equal(out.len, 10);
	assert_int_equal(rw_file_read("a", 2, &out), EFBIG);
	assert_int_equal(out.len, 10);
	assert_int_equal(count_files("."), 1);
	rw_buf_release(&out);
}

static void what_is_no_file_is_not_read(void **state)
{
	struct rw_buf out = RW_BUF_INIT;

	(void)state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_int_equal(rw_file_read("none", 9, &out), ENOENT);
	assert_int_equal(rw_file_read(".", 9, &out), EISDIR);
	assert_int_equal(rw_file_read("fifo", 9, &out), EINVAL);
	assert_int_equal(rw_file_read("/dev/zero", 9, &out), EINVAL);
	assert_int_equal(out.len, 0);
	rw_buf_release(&out);
}

static void standard_input_is_read(void **state)
{
	struct rw_buf out = RW_BUF_INIT;
	int saved = dup(STDIN_FILENO);
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "piped", 5), 5);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	assert_int_equal(rw_file_read("-", 100, &out), 0);
	assert_string_equal(out.data, "piped");
	dup2(saved, STDIN_FILENO);
	close(ends[0]);
	close(saved);
	rw_buf_release(&out);
}

static void full_devices_are_noticed(void **state)
{
	(void)state;
	assert_int_equal(rw_file_write("/dev/full", "x", 1), ENOSPC);
	assert_int_equal(rw_file_write("/dev/null", "x", 1), 0);
	assert_true(rw_file_exists("/dev/full"));
}

static void failed_writes_leave_no_trace(void **state)
{
	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(rw_file_write("folder", "x", 1), EISDIR);
	assert_int_equal(rw_file_write("none/x", "x", 1), ENOENT);
	assert_int_equal(rw_file_write("", "x", 1), ENOENT);
	assert_int_equal(count_files("."), 0);
}

static void mode_and_links_are_kept(void **state)
{
	struct stat facts;

	(void)state;
	assert_int_equal(rw_file_write("real", "1", 1), 0);
	assert_int_equal(chmod("real", 0640), 0);
	assert_int_equal(symlink("real", "link"), 0);
	assert_int_equal(rw_file_write("link", "2", 1), 0);
	assert_content("real", "2");
	assert_int_equal(lstat("link", &facts), 0);
	assert_true(S_ISLNK(facts.st_mode));
	assert_int_equal(stat("real", &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0640);
}

static void new_files_are_never_written_over(void **state)
{
	struct rw_file_facts a, b;

	(void)state;
	assert_int_equal(rw_file_create("a", "1", 1), 0);
	assert_int_equal(rw_file_create("a", "2", 1), EEXIST);
	assert_int_equal(rw_file_link("a", "b"), 0);
	assert_int_equal(rw_file_link("a", "b"), EEXIST);
	assert_int_equal(rw_file_copy("a", "c"), 0);
	assert_int_equal(rw_file_facts("a", &a), 0);
	assert_int_equal(rw_file_facts("b", &b), 0);
	assert_true(a.inode == b.inode && a.device == b.device);
	assert_int_equal(rw_file_facts("c", &b), 0);
	assert_true(a.inode != b.inode && a.mtime == b.mtime && b.size == 1);
	assert_int_equal(rw_file_write("b", "3", 1), 0);
	assert_content("a", "1");
	assert_int_equal(rw_file_facts("none", &a), ENOENT);
}

static void folders_are_made(void **state)
{
	(void)state;
	assert_int_equal(rw_file_make_folder("x/y//z/"), 0);
	assert_int_equal(rw_file_make_folder("x/y/z"), 0);
	assert_int_equal(rw_file_make_folder("/tmp"), 0);
	assert_true(rw_file_is_folder("x/y/z"));
	assert_int_equal(rw_file_write("x/file", "", 0), 0);
	assert_int_equal(rw_file_make_folder("x/file"), ENOTDIR);
	assert_int_equal(rw_file_make_folder("x/file/y"), ENOTDIR);
	assert_false(rw_file_is_folder("x/file"));
}

static void lists_are_in_byte_order(void **state)
{
	static const char *const expected[] = { "B.xml",       "a-b.xml",
						"a.xml",       "a/b.xml",
						"a/c/d.xml",   "link.xml",
						"\xC3\xA4.xml" };
	struct rw_arena *arena = rw_arena_new();
	char **names;
	size_t count;

	(void)state;
	assert_int_equal(rw_file_make_folder("t/a/c"), 0);
	assert_int_equal(rw_file_make_folder("t/.git"), 0);
	for (size_t i = 0; i < 7; i++)
		if (i != 5)
			assert_int_equal(
				rw_file_create(
					rw_path_join(arena, "t", expected[i]),
					"", 0),
				0);
	assert_int_equal(rw_file_create("t/.git/x.xml", "", 0), 0);
	assert_int_equal(rw_file_create("t/.x.xml", "", 0), 0);
	assert_int_equal(rw_file_create("t/note.txt", "", 0), 0);
	assert_int_equal(symlink("a.xml", "t/link.xml"), 0);
	assert_int_equal(symlink("..", "t/up"), 0);
	assert_int_equal(symlink("none", "t/dangling.xml"), 0);
	assert_int_equal(rw_file_list(arena, "t", ".xml", &names, &count), 0);
	assert_int_equal(count, 7);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(names[i], expected[i]);
	assert_int_equal(rw_file_list(arena, "none", NULL, &names, &count),
			 ENOENT);
	assert_int_equal(count, 0);
	rw_arena_free(arena);
}

static void removal_does_not_follow_links(void **state)
{
	(void)state;
	assert_int_equal(rw_file_make_folder("keep"), 0);
	assert_int_equal(rw_file_create("keep/file", "", 0), 0);
	assert_int_equal(rw_file_make_folder("gone/a/b"), 0);
	assert_int_equal(symlink("../keep", "gone/link"), 0);
	assert_int_equal(rw_file_remove_tree("gone"), 0);
	assert_int_equal(rw_file_remove_tree("gone"), 0);
	assert_false(rw_file_exists("gone"));
	assert_true(rw_file_exists("keep/file"));
	assert_int_equal(rw_file_remove_tree("keep/file"), 0);
	assert_false(rw_file_exists("keep/file"));
}

static void folders_are_exchanged(void **state)
{
	(void)state;
	assert_int_equal(rw_file_make_folder("old"), 0);
	assert_int_equal(rw_file_make_folder("new"), 0);
	assert_int_equal(rw_file_create("old/x", "old", 3), 0);
	assert_int_equal(rw_file_create("new/x", "new", 3), 0);
	assert_int_equal(rw_folder_sync("new"), 0);
	assert_int_equal(rw_folder_exchange("old", "new"), 0);
	assert_content("old/x", "new");
	assert_content("new/x", "old");
	assert_int_equal(rw_folder_exchange("old", "none"), ENOENT);
	assert_int_equal(rw_folder_sync("none"), ENOENT);
}

static void locks_exclude_each_other(void **state)
{
	int first = rw_lock_try("lock");
	int second;

	(void)state;
	assert_true(first >= 0);
	second = rw_lock_try("lock");
	assert_int_equal(second, -1);
	assert_int_equal(errno, EWOULDBLOCK);
	rw_lock_release(first);
	second = rw_lock_try("lock");
	assert_true(second >= 0);
	rw_lock_release(second);
	rw_lock_release(-1);
	assert_int_equal(rw_lock_try("none/lock"), -1);
	assert_int_equal(errno, ENOENT);
}

static void paths_are_joined(void **state)
{
	struct rw_arena *arena = rw_arena_new();

	(void)state;
	assert_string_equal(rw_path_join(arena, "a", "b"), "a/b");
	assert_string_equal(rw_path_join(arena, "a/", "b"), "a/b");
	assert_string_equal(rw_path_join(arena, "", "b"), "b");
	assert_string_equal(rw_path_join(arena, ".", "b"), "b");
	assert_string_equal(rw_path_join(arena, "a", "/b"), "/b");
	assert_string_equal(rw_path_base("a/b.xml"), "b.xml");
	assert_string_equal(rw_path_base("b.xml"), "b.xml");
	assert_string_equal(rw_path_folder(arena, "a/b/c"), "a/b");
	assert_string_equal(rw_path_folder(arena, "c"), ".");
	assert_string_equal(rw_path_folder(arena, "/c"), "/");
	rw_arena_free(arena);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_is_written_is_read),
		IN_FOLDER(what_is_no_file_is_not_read),
		IN_FOLDER(standard_input_is_read),
		IN_FOLDER(full_devices_are_noticed),
		IN_FOLDER(failed_writes_leave_no_trace),
		IN_FOLDER(mode_and_links_are_kept),
		IN_FOLDER(new_files_are_never_written_over),
		IN_FOLDER(folders_are_made),
		IN_FOLDER(lists_are_in_byte_order),
		IN_FOLDER(removal_does_not_follow_links),
		IN_FOLDER(folders_are_exchanged),
		IN_FOLDER(locks_exclude_each_other),
		cmocka_unit_test(paths_are_joined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
