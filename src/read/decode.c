/*
 * UTF-8 passes through; what is in another encoding goes through ICU.
 */
#include "read/decode.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/utf8.h"

#define CHUNK (64 * 1024)
#define PIVOT 2048 /* UTF-16 units between two converters */
#define SAMPLE 256 /* bytes that zero bytes are counted in */
#define REPLACEMENT "\xEF\xBF\xBD"

struct rw_decode {
	int fd;
	const char *name;
	struct rw_diags *diags;
	struct rw_buf raw; /* read, not yet decoded */
	size_t at;	   /* in 'raw' */
	char encoding[64];
	bool end, flushed, guessed;
	bool foreign; /* seen beyond ASCII */
	UConverter *from, *to;
	UChar pivot[PIVOT];
	UChar *pivot_source, *pivot_target;
};

const char *rw_decode_encoding(const struct rw_decode *d)
{
	return d->encoding;
}

/* Reads until 'raw' holds 'want' bytes behind 'at', or the end. */
static int fill(struct rw_decode *d, size_t want)
{
	while (!d->end && d->raw.len - d->at < want) {
		/* No more than that: pipes give any number at a time. */
		size_t room = want - (d->raw.len - d->at);
		ssize_t count;

		room = room < CHUNK ? room : CHUNK;
		rw_buf_reserve(&d->raw, room);
		count = read(d->fd, d->raw.data + d->raw.len, room);
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0) {
			rw_report(d->diags, RW_FILE_READ, RW_NOWHERE, d->name,
				  strerror(errno), NULL);
			return -1;
		}
		d->end = count == 0;
		d->raw.len += (size_t)count;
		d->raw.data[d->raw.len] = '\0';
	}
	return 0;
}

/* ------------------------------------------------------------- detection */

static bool begins(const struct rw_decode *d, const char *with, size_t len)
{
	return d->raw.len >= len && memcmp(d->raw.data, with, len) == 0;
}

/* Text of Western languages has a zero in every other byte of UTF-16. */
static const char *by_zeros(const struct rw_decode *d)
{
	size_t len = d->raw.len < SAMPLE ? d->raw.len : SAMPLE;
	size_t zeros[2] = { 0, 0 };

	for (size_t i = 0; i < len; i++)
		zeros[i % 2] += d->raw.data[i] == '\0';
	if (zeros[0] + zeros[1] < len / 4 || len < 4)
		return NULL;
	return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

/* Whether the bytes at the end may be a character that is cut off. */
static bool is_cut_off(const struct rw_decode *d, size_t valid)
{
	return !d->end && d->raw.len - valid < 4;
}

static const char *detect(struct rw_decode *d)
{
	size_t valid;
	const char *name;

	if (begins(d, "\xEF\xBB\xBF", 3))
		return "UTF-8";
	if (begins(d, "\xFF\xFE", 2))
		return "UTF-16LE";
	if (begins(d, "\xFE\xFF", 2))
		return "UTF-16BE";
	name = by_zeros(d);
	if (name != NULL)
		return name;
	valid = rw_utf8_valid_prefix(d->raw.data, d->raw.len);
	return valid == d->raw.len || is_cut_off(d, valid) ? "UTF-8"
							   : "windows-1252";
}

static void say(struct rw_decode *d)
{
	rw_report(d->diags, RW_TABLE_ENCODING, RW_NOWHERE, d->name, d->encoding,
		  NULL);
}

bool rw_decode_is_binary(const struct rw_decode *d, const char **what)
{
	static const struct {
		const char *magic;
		size_t len;
		const char *name;
	} kinds[] = {
		{ "PK\3\4", 4, "a spreadsheet or an archive" },
		{ "\xD0\xCF\x11\xE0", 4, "a spreadsheet" },
		{ "%PDF", 4, "a PDF" },
		{ "\x1F\x8B", 2, "compressed" },
		{ "<?xml", 5, "XML" },
		{ "<html", 5, "HTML" },
		{ "<!DOCTYPE", 9, "HTML" },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		*what = kinds[i].name;
		if (begins(d, kinds[i].magic, kinds[i].len))
			return true;
	}
	return false;
}

/* ------------------------------------------------------------ conversion */

static bool is_utf8(const struct rw_decode *d)
{
	return strcasecmp(d->encoding, "UTF-8") == 0 ||
	       strcasecmp(d->encoding, "utf8") == 0;
}

static int open_converters(struct rw_decode *d)
{
	UErrorCode status = U_ZERO_ERROR;

	d->from = ucnv_open(d->encoding, &status);
	d->to = ucnv_open("UTF-8", &status);
	d->pivot_source = d->pivot_target = d->pivot;
	if (U_SUCCESS(status))
		return 0;
	rw_report(d->diags, RW_ENCODING_NONE, RW_NOWHERE, d->encoding, NULL,
		  NULL);
	return -1;
}

static int set_encoding(struct rw_decode *d, const char *name)
{
	size_t len = strlen(name);

	if (len >= sizeof(d->encoding))
		len = sizeof(d->encoding) - 1;
	memcpy(d->encoding, name, len);
	d->encoding[len] = '\0';
	return is_utf8(d) ? 0 : open_converters(d);
}

static void skip_mark(struct rw_decode *d)
{
	if (is_utf8(d) && begins(d, "\xEF\xBB\xBF", 3))
		d->at = 3;
	else if (strncasecmp(d->encoding, "UTF-16", 6) == 0 &&
		 (begins(d, "\xFF\xFE", 2) || begins(d, "\xFE\xFF", 2)))
		d->at = 2;
}

static int begin(struct rw_decode *d, const char *encoding)
{
	if (fill(d, RW_DECODE_PEEK) != 0)
		return -1;
	d->guessed = encoding == NULL;
	if (set_encoding(d, encoding ? encoding : detect(d)) != 0)
		return -1;
	if (d->guessed && !is_utf8(d))
		say(d);
	skip_mark(d);
	return 0;
}

static int open_file(struct rw_decode *d, const char *path)
{
	struct stat facts;

	if (strcmp(path, "-") == 0)
		return 0;
	d->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (d->fd < 0)
		return errno;
	if (fstat(d->fd, &facts) != 0)
		return errno;
	return S_ISDIR(facts.st_mode) ? EISDIR : 0;
}

struct rw_decode *rw_decode_open(const char *path, const char *name,
				 const char *encoding, struct rw_diags *diags)
{
	struct rw_decode *d = rw_calloc(1, sizeof(*d));
	int error;

	d->fd = STDIN_FILENO;
	d->name = name;
	d->diags = diags;
	rw_buf_init(&d->raw);
	error = open_file(d, path);
	if (error != 0)
		rw_report(diags, RW_FILE_READ, RW_NOWHERE, name,
			  strerror(error), NULL);
	if (error == 0 && begin(d, encoding) == 0)
		return d;
	rw_decode_close(d);
	return NULL;
}

void rw_decode_close(struct rw_decode *d)
{
	if (d == NULL)
		return;
	if (d->fd > STDIN_FILENO)
		close(d->fd);
	ucnv_close(d->from);
	ucnv_close(d->to);
	rw_buf_release(&d->raw);
	rw_free(d);
}

/* Drops what was decoded, and the room that only the first look took. */
static void forget(struct rw_decode *d)
{
	struct rw_buf rest = RW_BUF_INIT;
	size_t left = d->raw.len - d->at;

	if (d->at > 0 && left <= CHUNK && d->raw.cap > 4 * CHUNK) {
		rw_buf_add(&rest, d->raw.data + d->at, left);
		rw_buf_release(&d->raw);
		d->raw = rest;
	} else {
		memmove(d->raw.data, d->raw.data + d->at, left);
		rw_buf_cut(&d->raw, left);
	}
	d->at = 0;
}

static int convert(struct rw_decode *d, struct rw_buf *out)
{
	const char *source = d->raw.data + d->at;
	const char *end = d->raw.data + d->raw.len;
	UErrorCode status = U_BUFFER_OVERFLOW_ERROR;

	while (status == U_BUFFER_OVERFLOW_ERROR) {
		char *target;

		rw_buf_reserve(out, CHUNK);
		target = out->data + out->len;
		status = U_ZERO_ERROR;
		ucnv_convertEx(d->to, d->from, &target, target + CHUNK, &source,
			       end, d->pivot, &d->pivot_source,
			       &d->pivot_target, d->pivot + PIVOT, false,
			       d->end, &status);
		out->len = (size_t)(target - out->data);
		out->data[out->len] = '\0';
	}
	d->at = d->raw.len;
	d->flushed = d->end;
	return 1;
}

static bool is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] >= 0x80)
			return false;
	return true;
}

/* Text that is no UTF-8, behind nothing but ASCII: another encoding. */
static int change_mind(struct rw_decode *d, struct rw_buf *out)
{
	if (set_encoding(d, "windows-1252") != 0)
		return -1;
	say(d);
	return convert(d, out);
}

static int pass(struct rw_decode *d, struct rw_buf *out)
{
	while (d->at < d->raw.len) {
		const char *text = d->raw.data + d->at;
		size_t len = d->raw.len - d->at < CHUNK ? d->raw.len - d->at
							: CHUNK;
		size_t valid = rw_utf8_valid_prefix(text, len);
		bool last = d->end && d->at + len == d->raw.len;

		if (!d->foreign)
			d->foreign = !is_ascii(text, valid);
		rw_buf_add(out, text, valid);
		d->at += valid;
		if (valid == len || (!last && len - valid < 4))
			break;
		if (!d->foreign && d->guessed)
			return change_mind(d, out);
		rw_buf_puts(out, REPLACEMENT);
		d->at++;
	}
	return 1;
}

int rw_decode_next(struct rw_decode *d, struct rw_buf *out)
{
	size_t before = out->len;

	while (out->len == before) {
		forget(d);
		if (fill(d, CHUNK) != 0)
			return -1;
		if (d->raw.len == 0 && (is_utf8(d) || d->flushed))
			return 0;
		if ((is_utf8(d) ? pass(d, out) : convert(d, out)) < 0)
			return -1;
		if (d->end && d->at == d->raw.len && out->len == before)
			return 0;
	}
	return 1;
}
