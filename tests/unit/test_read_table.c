/*
 * Tables: CSV, JSON lines, encodings; what is hostile ends as a fault of a
 * row, or as an error.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/seen.h"
#include "read/datatable.h"
#include "read/guess.h"

struct fixture {
	char path[64];
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	struct rw_buf out;
};

static int set_up(void **state)
{
	struct fixture *f = rw_calloc(1, sizeof(*f));
	int fd;

	snprintf(f->path, sizeof(f->path), "%s", "/tmp/rolewright.XXXXXX");
	fd = mkstemp(f->path);
	assert_true(fd >= 0);
	close(fd);
	f->arena = rw_arena_new();
	f->sources = rw_sources_new();
	f->diags = rw_diags_new(f->sources);
	rw_buf_init(&f->out);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	unlink(f->path);
	rw_buf_release(&f->out);
	rw_arena_free(f->arena);
	rw_diags_free(f->diags);
	rw_sources_free(f->sources);
	rw_free(f);
	return 0;
}

static struct rw_table *open_bytes(struct fixture *f, const char *bytes,
				   size_t len)
{
	const struct rw_table_options options = { .path = f->path,
						  .name = "t" };

	assert_int_equal(rw_file_write(f->path, bytes, len), 0);
	return rw_table_open(f->arena, &options, f->diags);
}

static struct rw_table *open_text(struct fixture *f, const char *text)
{
	return open_bytes(f, text, strlen(text));
}

static const char *reported(struct fixture *f)
{
	rw_buf_clear(&f->out);
	rw_diags_write(f->diags, RW_DIAGS_TEXT, false, 0, &f->out);
	return f->out.data;
}

/* "a|b\n1:1=x|y\n": columns, then line, fault and cells of each row. */
static const char *all(struct fixture *f, struct rw_table *table)
{
	struct rw_row row;
	size_t count;
	const char *const *names = rw_table_columns(table, &count);
	int next;

	rw_buf_clear(&f->out);
	for (size_t i = 0; i < count; i++)
		rw_buf_printf(&f->out, "%s%s", i ? "|" : "", names[i]);
	rw_buf_putc(&f->out, '\n');
	while ((next = rw_table_next(table, &row)) == 1) {
		rw_buf_printf(&f->out, "%zu:%d=", row.line, (int)row.fault);
		for (size_t i = 0; i < row.count; i++)
			rw_buf_printf(&f->out, "%s%s", i ? "|" : "",
				      row.cells[i]);
		rw_buf_putc(&f->out, '\n');
	}
	if (next < 0)
		rw_buf_puts(&f->out, "error\n");
	return f->out.data;
}

static void assert_table(struct fixture *f, const char *text,
			 const char *expected)
{
	struct rw_table *table = open_text(f, text);

	assert_non_null(table);
	assert_string_equal(all(f, table), expected);
}

static void csv(void **state)
{
	struct fixture *f = *state;

	assert_table(f, "a,b\n1,2\n", "a|b\n2:0=1|2\n");
	assert_table(f,
		     "a;b\r\n1;\"x;\r\ny\"\r\n\r\n3;4", /* no last line end */
		     "a|b\n2:0=1|x;\r\ny\n5:0=3|4\n");
	assert_table(f, "a\tb\n1\t\"say \"\"hi\"\"\"\n",
		     "a|b\n2:0=1|say \"hi\"\n");
	assert_table(f, "\"a,b\"|c\n1|2\n", "a,b|c\n2:0=1|2\n");
	assert_table(f, "a,,b\n1,2,3\n", "a|column-2|b\n2:0=1|2|3\n");
	assert_table(f,
		     "\xEF\xBB\xBF"
		     "a,b\n\xC3\xA4,2\n",
		     "a|b\n2:0=\xC3\xA4|2\n");
	assert_string_equal(reported(f), "");
}

static void csv_faults(void **state)
{
	struct fixture *f = *state;
	struct rw_table *table;

	assert_table(f, "a,b\n1\n1,2,3\n4,5\n",
		     "a|b\n2:1=1\n3:1=1|2|3\n4:0=4|5\n");
	table = open_bytes(f, "a,b\nx\0y,2\n3,4\n", 14);
	assert_string_equal(all(f, table), "a|b\n2:2=x|2\n3:0=3|4\n");
	assert_table(f, "a,b\n1,\"2\n", "a|b\nerror\n");
	assert_non_null(strstr(reported(f), "t:2:1: error: a quoted cell of "
					    "the row in line 2 is never "
					    "closed [RW044]"));
}

static void csv_long(void **state)
{
	struct fixture *f = *state;
	size_t len = RW_TABLE_ROW_BYTES + 100;
	char *text = rw_malloc(len);
	struct rw_table *table;

	memset(text, 'x', len);
	memcpy(text, "a,b\n1,", 6);
	memcpy(text + len - 5, "\n3,4\n", 5);
	table = open_bytes(f, text, len);
	assert_string_equal(all(f, table), "a|b\n2:3=\n3:0=3|4\n");
	rw_free(text);
}

static void no_table(void **state)
{
	struct fixture *f = *state;

	assert_null(open_text(f, ""));
	assert_non_null(strstr(reported(f), "RW040"));
	assert_null(open_text(f, "PK\3\4zip"));
	assert_non_null(strstr(reported(f), "a spreadsheet or an archive, "
					    "not a table [RW041]"));
	assert_null(open_text(f, "[{\"a\":1}]"));
	assert_non_null(strstr(reported(f), "one array"));
	assert_non_null(open_text(f, "a,A\n1,2\n"));
	assert_non_null(strstr(reported(f), "RW045"));
}

static void json_lines(void **state)
{
	struct fixture *f = *state;

	assert_table(f,
		     "{\"id\":7,\"at\":{\"city\":\"Bonn\"},\"pay\":61500.5}\n"
		     "\n"
		     "{\"more\":[\"a\",\"b\"],\"id\":null,\"on\":true}\n",
		     "id|at.city|pay|more|on\n"
		     "1:0=7|Bonn|61500.5||\n"
		     "3:0=|||a\nb|yes\n");
	assert_table(f, "{\"a\":1}\n[2]\n{\"a\":\n{\"a\":\"x\\ny\"}",
		     "a\n1:0=1\n2:4=\n3:4=\n4:0=x\ny\n");
}

static void assert_encoded(struct fixture *f, const char *bytes, size_t len,
			   const char *name)
{
	struct rw_table *table = open_bytes(f, bytes, len);

	assert_non_null(table);
	assert_string_equal(rw_table_encoding(table), name);
	assert_string_equal(all(f, table), "a|b\n2:0=\xC3\xA4|2\n");
}

static void encodings(void **state)
{
	struct fixture *f = *state;

	assert_encoded(f, "a,b\n\xE4,2\n", 8, "windows-1252");
	assert_non_null(strstr(reported(f), "read as windows-1252 [RW042]"));
	assert_encoded(f,
		       "\xFF\xFE"
		       "a\0,\0b\0\n\0\xE4\0,\0002\0\n\0",
		       18, "UTF-16LE");
	assert_encoded(f, "\0a\0,\0b\0\n\0\xE4\0,\0002\0\n", 16, "UTF-16BE");
}

/* What is no UTF-8 shows far behind the beginning. */
static void late_encoding(void **state)
{
	struct fixture *f = *state;
	struct rw_buf text = RW_BUF_INIT;
	struct rw_table *table;
	struct rw_row row;
	size_t rows = 0;

	rw_buf_puts(&text, "a,b\n");
	while (text.len < 3 * 1024 * 1024)
		rw_buf_puts(&text, "plain,text of a row that fills\n");
	rw_buf_puts(&text, "\xE4,2\n");
	table = open_bytes(f, text.data, text.len);
	while (rw_table_next(table, &row) == 1) {
		rows++;
		assert_int_equal(row.fault, RW_FAULT_NONE);
		if (row.cells[0][0] != 'p')
			assert_string_equal(row.cells[0], "\xC3\xA4");
	}
	assert_true(rows > 90000);
	assert_string_equal(rw_table_encoding(table), "windows-1252");
	rw_buf_release(&text);
}

static void unknown_encoding(void **state)
{
	struct fixture *f = *state;
	const struct rw_table_options options = { .path = f->path,
						  .name = "t",
						  .encoding = "klingon" };

	assert_int_equal(rw_file_write(f->path, "a\n1\n", 4), 0);
	assert_null(rw_table_open(f->arena, &options, f->diags));
	assert_non_null(strstr(reported(f), "RW043"));
}

static void places(void **state)
{
	struct fixture *f = *state;
	struct rw_table *table =
		open_text(f, "a,b,c\n1,2,3\n\"x\ny\",\"z\",last\n");
	struct rw_row row;
	unsigned line, column;

	rw_table_next(table, &row);
	rw_table_next(table, &row);
	rw_sources_locate(f->sources, rw_table_pos(table, &row, 1), &line,
			  &column);
	assert_int_equal(line, 4);
	assert_int_equal(column, 5);
	rw_sources_locate(f->sources, rw_table_pos(table, &row, 2), &line,
			  &column);
	assert_int_equal(column, 8);
	rw_sources_locate(f->sources, rw_table_pos(table, &row, -1), &line,
			  &column);
	assert_int_equal(line, 3);
	assert_int_equal(column, 1);
}

static void headings(void **state)
{
	struct fixture *f = *state;
	struct rw_table *table = open_text(
		f, "# Of Positions,Job Title,job.location,Posting Date,x\n"
		   "1,Clerk,\"Bonn, Germany\",21/11/2026,y\n");
	const struct rw_guess_for whom = { NULL, "2026-11-21" };
	struct rw_buf said = RW_BUF_INIT;

	assert_int_equal(rw_table_column(table, "job title"), 1);
	assert_int_equal(rw_table_column(table, "Job-Title"), 1);
	assert_int_equal(rw_table_column(table, "nothing"), -1);
	rw_guess_map(f->arena, table, &said);
	assert_string_equal(said.data,
			    "'# Of Positions' as openings, 'Job Title' as "
			    "title, 'job.location' as location, 'Posting "
			    "Date' as posted");
	rw_buf_release(&said);
	rw_buf_clear(&f->out);
	assert_int_equal(
		rw_guess_write(f->arena, table, &whom, &f->out, f->diags), 0);
	assert_non_null(strstr(f->out.data, "date-order=\"dmy\""));
	assert_non_null(strstr(f->out.data, "<!-- <column from=\"x\""));
}

static void cells(void **state)
{
	struct fixture *f = *state;

	rw_csv_cell(&f->out, "plain", ',');
	rw_csv_cell(&f->out, "a,b", ',');
	rw_csv_cell(&f->out, "a,b", ';');
	rw_csv_cell(&f->out, "say \"hi\"", ',');
	rw_csv_cell(&f->out, " x", ',');
	rw_csv_cell(&f->out, "", ',');
	assert_string_equal(f->out.data,
			    "plain\"a,b\"a,b\"say \"\"hi\"\"\"\" x\"");
}

static void seen(void **state)
{
	struct rw_seen *seen = rw_seen_new();
	char text[16];

	(void)state;
	for (uint32_t i = 1; i <= 100000; i++) {
		int len = snprintf(text, sizeof(text), "row-%u", (unsigned)i);

		assert_int_equal(rw_seen_add(seen, text, (size_t)len, i), 0);
	}
	assert_int_equal(rw_seen_add(seen, "row-777", 7, 1), 777);
	assert_int_equal(rw_seen_count(seen), 100000);
	rw_seen_free(seen);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(csv),	     TEST(csv_faults),
		TEST(csv_long),	     TEST(no_table),
		TEST(json_lines),    TEST(encodings),
		TEST(late_encoding), TEST(unknown_encoding),
		TEST(places),	     TEST(headings),
		TEST(cells),	     TEST(seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
