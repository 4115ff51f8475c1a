/*
 * Office packages: what is in the archive, and that it is always the same.
 */
#include <stdio.h>
#include <time.h>

#include <zip.h>

#include "base/date.h"
#include "write/archive.h"
#include "write_trees.h"

#define PACKAGE(parts)                                                      \
	"<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/" \
	"xmlPackage'>" parts "</pkg:package>"

#define RELS                                                          \
	"<pkg:part pkg:name='/_rels/.rels' pkg:contentType='t/rels'>" \
	"<pkg:xmlData><Relationships xmlns='urn:rels'><R a='1'/>"     \
	"</Relationships></pkg:xmlData></pkg:part>"
#define DOCUMENT                                                            \
	"<pkg:part pkg:name='/word/document.xml' pkg:contentType='t/main'>" \
	"<pkg:xmlData> <w:document xmlns:w='urn:w' xmlns:unused='urn:u'>"   \
	"<w:t xml:space='preserve'> a &lt; b </w:t></w:document>"           \
	"</pkg:xmlData></pkg:part>"
#define PICTURE                                                    \
	"<pkg:part pkg:name='/word/media/logo.png' "               \
	"pkg:contentType='image/png'><pkg:binaryData>aGVs\nbG8=\n" \
	"</pkg:binaryData></pkg:part>"

#define XML_DECLARATION \
	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static int on_day(const struct rw_doc *tree, struct rw_buf *out,
		  struct rw_diags *diags)
{
	return rw_write_opc(tree, rw_date_parse("2026-11-21"), out, diags);
}

static void write_package(struct test_job *job, const char *text)
{
	assert_int_equal(on_day(test_parse(job, text), &job->out, job->diags),
			 0);
}

/* Entry number 'at' has this name, content and time. */
static void entry_is(zip_t *zip, zip_uint64_t at, const char *name,
		     const char *content)
{
	char data[1000];
	zip_stat_t stat;
	zip_file_t *file;
	struct tm parts;

	assert_int_equal(zip_stat_index(zip, at, 0, &stat), 0);
	assert_string_equal(stat.name, name);
	assert_int_equal(stat.comp_method, ZIP_CM_DEFLATE);
	assert_non_null(localtime_r(&stat.mtime, &parts));
	assert_int_equal(parts.tm_year, 126);
	assert_int_equal(parts.tm_mon, 10);
	assert_int_equal(parts.tm_mday, 21);
	assert_int_equal(parts.tm_hour, 12);
	assert_int_equal(zip_file_extra_fields_count(zip, at, ZIP_FL_LOCAL), 0);
	assert_int_equal(zip_file_extra_fields_count(zip, at, ZIP_FL_CENTRAL),
			 0);
	file = zip_fopen_index(zip, at, 0);
	assert_non_null(file);
	assert_int_equal(zip_fread(file, data, sizeof(data)), stat.size);
	data[stat.size] = '\0';
	assert_string_equal(data, content);
	zip_fclose(file);
}

static void contents(void **state)
{
	struct test_job job;
	zip_error_t error;
	zip_t *zip;

	(void)state;
	test_begin(&job);
	write_package(&job, PACKAGE(RELS DOCUMENT PICTURE));
	zip_error_init(&error);
	zip = zip_open_from_source(
		zip_source_buffer_create(job.out.data, job.out.len, 0, &error),
		ZIP_CHECKCONS | ZIP_RDONLY, &error);
	assert_non_null(zip);
	assert_int_equal(zip_get_num_entries(zip, 0), 4);
	entry_is(zip, 0, "[Content_Types].xml",
		 XML_DECLARATION
		 "<Types xmlns=\"http://schemas.openxmlformats.org/package/"
		 "2006/content-types\"><Default Extension=\"rels\" "
		 "ContentType=\"t/rels\"/><Default Extension=\"png\" "
		 "ContentType=\"image/png\"/><Override PartName=\""
		 "/word/document.xml\" ContentType=\"t/main\"/></Types>");
	entry_is(zip, 1, "_rels/.rels",
		 XML_DECLARATION "<Relationships xmlns=\"urn:rels\">"
				 "<R a=\"1\"/></Relationships>");
	entry_is(zip, 2, "word/document.xml",
		 XML_DECLARATION
		 "<w:document xmlns:w=\"urn:w\"><w:t "
		 "xml:space=\"preserve\"> a &lt; b </w:t></w:document>");
	entry_is(zip, 3, "word/media/logo.png", "hello");
	zip_discard(zip);
	zip_error_fini(&error);
	test_end(&job);
}

static void same_bytes_everywhere(void **state)
{
	static const char *const zones[] = { "UTC", "Pacific/Kiritimati",
					     "America/Denver", "Asia/Kolkata" };
	struct test_job job;
	struct rw_buf first = RW_BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
		setenv("TZ", zones[i], 1);
		tzset();
		test_begin(&job);
		write_package(&job, PACKAGE(RELS DOCUMENT PICTURE));
		if (!i)
			rw_buf_add(&first, job.out.data, job.out.len);
		assert_int_equal(job.out.len, first.len);
		assert_memory_equal(job.out.data, first.data, first.len);
		test_end(&job);
	}
	setenv("TZ", "UTC", 1);
	tzset();
	rw_buf_release(&first);
}

static void days_outside(void **state)
{
	static const int32_t days[] = { INT32_MIN, -1, 0, 100000, INT32_MAX };
	struct test_job job;

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		test_begin(&job);
		assert_int_equal(rw_write_opc(test_parse(&job, PACKAGE(RELS)),
					      days[i], &job.out, job.diags),
				 0);
		test_end(&job);
	}
}

#define PART(name, content)                                                  \
	PACKAGE("<pkg:part pkg:name='" name "' pkg:contentType='t'>" content \
		"</pkg:part>")
#define BINARY(data) "<pkg:binaryData>" data "</pkg:binaryData>"

static void names(void **state)
{
	static const char *const bad[] = {
		PART("a", BINARY("")),
		PART("/", BINARY("")),
		PART("/a/", BINARY("")),
		PART("//a", BINARY("")),
		PART("/../a", BINARY("")),
		PART("/a/./b", BINARY("")),
		PART("/a.", BINARY("")),
		PART("/a b", BINARY("")),
		PART("/a\\b", BINARY("")),
		PART("", BINARY("")),
		PART("/[Content_Types].xml", BINARY("")),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		test_refuses(on_day, bad[i], "[RW629]");
	test_refuses(on_day, PACKAGE(RELS RELS), "[RW630]");
	test_refuses(on_day, PACKAGE("<pkg:part pkg:name='/a'/>"), "[RW106]");
}

static void mistakes(void **state)
{
	(void)state;
	test_refuses(on_day, PART("/a", ""), "[RW631]");
	test_refuses(on_day, PART("/a", "<pkg:xmlData/>"), "[RW623]");
	test_refuses(on_day, PART("/a", "<pkg:xmlData><a/><b/></pkg:xmlData>"),
		     "[RW623]");
	test_refuses(on_day, PART("/a", BINARY("A")), "[RW632]");
	test_refuses(on_day, PART("/a", BINARY("A===")), "[RW632]");
	test_refuses(on_day, PART("/a", BINARY("AA=A")), "[RW632]");
	test_refuses(on_day, PART("/a", BINARY("AA-A")), "[RW632]");
	test_refuses(on_day, "<package/>", "[RW620]");
	test_refuses(on_day, PACKAGE(""), "[RW620]");
	test_refuses(on_day, PACKAGE("<part/>"), "[RW620]");
}

static void archive_with_a_name_twice(void **state)
{
	static const struct rw_entry entries[] = { { "a", "x", 1 },
						   { "a", "y", 1 } };
	const struct rw_archive archive = { entries, 2, 0, RW_NOWHERE };
	struct test_job job;

	(void)state;
	test_begin(&job);
	assert_int_equal(rw_archive_write(&archive, &job.out, job.diags), -1);
	assert_int_equal(job.out.len, 0);
	rw_diags_write(job.diags, RW_DIAGS_TEXT, false, 0, &job.out);
	assert_non_null(strstr(job.out.data, "[RW633]"));
	test_end(&job);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents),
		cmocka_unit_test(same_bytes_everywhere),
		cmocka_unit_test(days_outside),
		cmocka_unit_test(names),
		cmocka_unit_test(mistakes),
		cmocka_unit_test(archive_with_a_name_twice),
	};

	rw_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
