/*
 * Zip archives, through libzip.
 */
#include "write/archive.h"

#include <stdint.h>
#include <zip.h>

#include "base/date.h"
#include "base/memory.h"

#define FIRST_YEAR 1980
#define ZLIB_NO_MEMORY (-4) /* zlib's Z_MEM_ERROR */
#define NOON (12 << 11)	    /* hours begin at bit 11 */

struct zipper {
	zip_t *zip;
	zip_source_t *source; /* what the finished archive is read from */
	struct rw_diags *diags;
	struct rw_pos pos;
	uint16_t date; /* in the form of DOS */
};

/* No memory for libzip, which it may fail to say, is none for anybody. */
static void check_memory(const zip_error_t *error)
{
	int code = zip_error_code_zip(error);

	if (code == ZIP_ER_OK || code == ZIP_ER_MEMORY ||
	    (code == ZIP_ER_ZLIB &&
	     zip_error_code_system(error) == ZLIB_NO_MEMORY))
		rw_malloc(SIZE_MAX / 2); /* ends the program */
}

static int fail(const struct zipper *zipper, zip_error_t *error)
{
	check_memory(error);
	rw_report(zipper->diags, RW_ARCHIVE, zipper->pos,
		  zip_error_strerror(error), NULL, NULL);
	return -1;
}

static int number(const char *digits, size_t len)
{
	int value = 0;

	for (size_t i = 0; i < len; i++)
		value = value * 10 + (digits[i] - '0');
	return value;
}

/*
 * The date of 'day' in the form of DOS. Given as such and not as a time, so
 * that the time zone plays no part.
 */
static uint16_t dos_date(int32_t day)
{
	static const char first[] = "1980-01-01";
	static const char last[] = "2107-12-31";
	char text[11];

	if (day < rw_date_parse(first))
		day = rw_date_parse(first);
	if (day > rw_date_parse(last))
		day = rw_date_parse(last);
	rw_date_format(day, text);
	return (uint16_t)((number(text, 4) - FIRST_YEAR) << 9 |
			  number(text + 5, 2) << 5 | number(text + 8, 2));
}

static int add_entry(struct zipper *zipper, const struct rw_entry *entry)
{
	zip_source_t *data =
		zip_source_buffer(zipper->zip, entry->data, entry->len, 0);
	zip_int64_t at;

	if (!data)
		return fail(zipper, zip_get_error(zipper->zip));
	at = zip_file_add(zipper->zip, entry->name, data, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(data);
		return fail(zipper, zip_get_error(zipper->zip));
	}
	if (zip_set_file_compression(zipper->zip, (zip_uint64_t)at,
				     ZIP_CM_DEFLATE, 6) ||
	    zip_file_set_dostime(zipper->zip, (zip_uint64_t)at, NOON,
				 zipper->date, 0))
		return fail(zipper, zip_get_error(zipper->zip));
	return 0;
}

/* Opens an empty archive in memory; its source outlives it. */
static int open_archive(struct zipper *zipper)
{
	zip_error_t error;
	int result = 0;

	zip_error_init(&error);
	zipper->source = zip_source_buffer_create(NULL, 0, 0, &error);
	if (zipper->source)
		zipper->zip = zip_open_from_source(
			zipper->source, ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (zipper->zip) {
		zip_source_keep(zipper->source);
	} else {
		zip_source_free(zipper->source);
		result = fail(zipper, &error);
	}
	zip_error_fini(&error);
	return result;
}

/* Finishes the archive: libzip compresses only now. */
static int close_archive(struct zipper *zipper)
{
	if (!zip_close(zipper->zip))
		return 0;
	fail(zipper, zip_get_error(zipper->zip));
	zip_discard(zipper->zip);
	return -1;
}

static int read_back(struct zipper *zipper, struct rw_buf *out)
{
	zip_source_t *source = zipper->source;
	zip_int64_t got = -1;
	zip_stat_t stat;

	if (!zip_source_stat(source, &stat) && !zip_source_open(source)) {
		rw_buf_reserve(out, stat.size);
		got = zip_source_read(source, out->data + out->len, stat.size);
		zip_source_close(source);
	}
	if (got < 0 || (zip_uint64_t)got != stat.size)
		return fail(zipper, zip_source_error(source));
	out->len += stat.size;
	out->data[out->len] = '\0';
	return 0;
}

int rw_archive_write(const struct rw_archive *archive, struct rw_buf *out,
		     struct rw_diags *diags)
{
	struct zipper zipper = {
		.diags = diags,
		.pos = archive->pos,
		.date = dos_date(archive->day),
	};
	int result = 0;

	if (open_archive(&zipper))
		return -1;
	for (size_t i = 0; i < archive->count && !result; i++)
		result = add_entry(&zipper, &archive->entries[i]);
	if (result)
		zip_discard(zipper.zip);
	else
		result = close_archive(&zipper);
	if (!result)
		result = read_back(&zipper, out);
	zip_source_free(zipper.source);
	return result;
}
