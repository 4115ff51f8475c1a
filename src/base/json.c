/*
 * The JSON emitter.
 */
#include "base/json.h"

#include <string.h>

#include "base/slot.h"
#include "base/utf8.h"

static void new_line(struct rw_json *json)
{
	if (!json->pretty)
		return;
	rw_buf_putc(json->out, '\n');
	for (unsigned i = 0; i < json->depth; i++)
		rw_buf_puts(json->out, "  ");
}

/* What stands before a key, or before a value that has no key. */
static void separate(struct rw_json *json)
{
	if (json->keyed) {
		json->keyed = false;
		return;
	}
	if (!json->depth)
		return;
	if (json->filled[json->depth - 1])
		rw_buf_putc(json->out, ',');
	json->filled[json->depth - 1] = true;
	new_line(json);
}

static void value(struct rw_json *json, const char *text)
{
	if (json->skipped)
		return;
	separate(json);
	rw_buf_puts(json->out, text);
}

static void open(struct rw_json *json, char bracket)
{
	if (json->skipped || json->depth == RW_JSON_DEPTH) {
		value(json, "null");
		json->skipped++;
		return;
	}
	separate(json);
	rw_buf_putc(json->out, bracket);
	json->filled[json->depth++] = false;
}

static const char *short_escape(uint32_t c)
{
	switch (c) {
	case '"':
		return "\\\"";
	case '\\':
		return "\\\\";
	case '\n':
		return "\\n";
	case '\r':
		return "\\r";
	case '\t':
		return "\\t";
	default:
		return NULL;
	}
}

static bool needs_number(uint32_t c)
{
	return c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029 ||
	       rw_utf8_is_control(c) || rw_utf8_is_bidi(c);
}

/* One that needs a number is below 0x10000. */
static void add_number(struct rw_buf *out, uint32_t c)
{
	static const char digits[] = "0123456789abcdef";
	const char text[] = { '\\',
			      'u',
			      digits[c >> 12 & 15],
			      digits[c >> 8 & 15],
			      digits[c >> 4 & 15],
			      digits[c & 15] };

	rw_buf_add(out, text, sizeof(text));
}

static void character(struct rw_buf *out, uint32_t c)
{
	const char *escape = short_escape(c);
	char bytes[4];

	if (escape)
		rw_buf_puts(out, escape);
	else if (needs_number(c))
		add_number(out, c);
	else
		rw_buf_add(out, bytes, rw_utf8_encode(c, bytes));
}

static void escape(struct rw_buf *out, const char *string, size_t len,
		   bool slots)
{
	size_t at = 0;

	while (at < len) {
		size_t size = rw_utf8_bare_prefix(string + at, len - at);

		rw_buf_add(out, string + at, size);
		at += size;
		if (at == len)
			break;
		size = slots ? rw_slot_length(string + at, len - at) : 0;
		if (size)
			rw_slot_sign(out, string + at, size, RW_SLOT_JSON);
		else
			character(out,
				  rw_utf8_decode(string + at, len - at, &size));
		at += size;
	}
}

void rw_json_escape(struct rw_buf *out, const char *string, size_t len)
{
	escape(out, string, len, true);
}

static void quoted(struct rw_buf *out, const char *string, size_t len)
{
	rw_buf_putc(out, '"');
	rw_json_escape(out, string, len);
	rw_buf_putc(out, '"');
}

void rw_json_init(struct rw_json *json, struct rw_buf *out, bool pretty)
{
	memset(json, 0, sizeof(*json));
	json->out = out;
	json->pretty = pretty;
}

void rw_json_object(struct rw_json *json)
{
	open(json, '{');
}

void rw_json_array(struct rw_json *json)
{
	open(json, '[');
}

void rw_json_end(struct rw_json *json, char bracket)
{
	if (json->skipped) {
		json->skipped--;
		return;
	}
	if (json->filled[--json->depth])
		new_line(json);
	rw_buf_putc(json->out, bracket);
}

void rw_json_key(struct rw_json *json, const char *key)
{
	if (json->skipped)
		return;
	separate(json);
	/* Keys are compared, so that no slot may stand in one. */
	rw_buf_putc(json->out, '"');
	escape(json->out, key, strlen(key), false);
	rw_buf_puts(json->out, json->pretty ? "\": " : "\":");
	json->keyed = true;
}

void rw_json_string(struct rw_json *json, const char *string)
{
	rw_json_string_n(json, string, strlen(string));
}

void rw_json_string_n(struct rw_json *json, const char *string, size_t len)
{
	if (json->skipped)
		return;
	separate(json);
	quoted(json->out, string, len);
}

void rw_json_integer(struct rw_json *json, long long number)
{
	if (json->skipped)
		return;
	separate(json);
	rw_buf_printf(json->out, "%lld", number);
}

void rw_json_number(struct rw_json *json, const char *number)
{
	value(json, number);
}

void rw_json_bool(struct rw_json *json, bool truth)
{
	value(json, truth ? "true" : "false");
}

void rw_json_null(struct rw_json *json)
{
	value(json, "null");
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *at)
{
	while (is_digit(*at))
		at++;
	return at;
}

bool rw_json_is_number(const char *text)
{
	text += *text == '-';
	if (!is_digit(*text))
		return false;
	text = *text == '0' ? text + 1 : skip_digits(text);
	if (*text == '.') {
		if (!is_digit(text[1]))
			return false;
		text = skip_digits(text + 1);
	}
	if (*text == 'e' || *text == 'E') {
		text++;
		text += *text == '+' || *text == '-';
		if (!is_digit(*text))
			return false;
		text = skip_digits(text);
	}
	return !*text;
}
