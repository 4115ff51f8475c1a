/*
 * Diagnostics as SARIF 2.1.0 (OASIS), one run; the rules are the codes that
 * occur, in the order of their ids.
 */
#include <string.h>

#include "base/json.h"
#include "base/memory.h"
#include "diag/record.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static const char *level_of(enum rw_severity severity)
{
	switch (severity) {
	case RW_ERROR:
		return "error";
	case RW_WARNING:
		return "warning";
	default:
		return "note";
	}
}

static void member(struct rw_json *json, const char *key, const char *string)
{
	rw_json_key(json, key);
	rw_json_string(json, string);
}

static void text_member(struct rw_json *json, const char *key, const char *text)
{
	rw_json_key(json, key);
	rw_json_object(json);
	member(json, "text", text);
	rw_json_end(json, '}');
}

/* 'path' as a URI reference (RFC 3986); the caller frees it. */
static char *uri_of(const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~/!$&'()*+,;=@";
	struct rw_buf uri = RW_BUF_INIT;

	if (path[0] == '/')
		rw_buf_puts(&uri, "file://");
	for (; *path; path++) {
		if (strchr(plain, *path))
			rw_buf_putc(&uri, *path);
		else
			rw_buf_printf(&uri, "%%%02X", (unsigned char)*path);
	}
	return rw_buf_detach(&uri);
}

/* What a code says in general: its message with gaps for the arguments. */
static void write_description(struct rw_json *json, enum rw_code code)
{
	struct rw_buf text = RW_BUF_INIT;

	for (const char *at = rw_code_message(code); *at; at++) {
		if (*at == '%' && at[1] >= '1' && at[1] <= '3') {
			rw_buf_puts(&text, "…");
			at++;
		} else {
			rw_buf_putc(&text, *at);
		}
	}
	text_member(json, "shortDescription", text.data);
	rw_buf_release(&text);
}

static void write_rule(struct rw_json *json, enum rw_code code)
{
	const char *help = rw_code_explain(code);

	rw_json_object(json);
	member(json, "id", rw_code_id(code));
	member(json, "name", rw_code_name(code));
	write_description(json, code);
	if (*help)
		text_member(json, "help", help);
	rw_json_key(json, "defaultConfiguration");
	rw_json_object(json);
	member(json, "level", level_of(rw_code_severity(code)));
	rw_json_end(json, '}');
	rw_json_end(json, '}');
}

/* Numbers the codes that occur, in indexes[]. */
static void write_rules(struct rw_json *json, const struct rw_vec *records,
			unsigned indexes[RW_CODES])
{
	bool used[RW_CODES] = { false };
	unsigned count = 0;

	for (size_t i = 0; i < records->count; i++) {
		const struct rw_record *record = records->items[i];

		used[record->code] = true;
	}
	rw_json_key(json, "rules");
	rw_json_array(json);
	for (unsigned i = 0; i < RW_CODES; i++) {
		if (!used[i])
			continue;
		indexes[i] = count++;
		write_rule(json, (enum rw_code)i);
	}
	rw_json_end(json, ']');
}

static void write_region(struct rw_json *json, const struct rw_record *record)
{
	if (!record->line)
		return;
	rw_json_key(json, "region");
	rw_json_object(json);
	rw_json_key(json, "startLine");
	rw_json_integer(json, record->line);
	if (record->column) {
		rw_json_key(json, "startColumn");
		rw_json_integer(json, record->column);
	}
	rw_json_end(json, '}');
}

static void write_location(struct rw_json *json, const struct rw_record *record)
{
	char *uri;

	if (!record->path)
		return;
	uri = uri_of(record->path);
	rw_json_key(json, "locations");
	rw_json_array(json);
	rw_json_object(json);
	rw_json_key(json, "physicalLocation");
	rw_json_object(json);
	rw_json_key(json, "artifactLocation");
	rw_json_object(json);
	member(json, "uri", uri);
	rw_json_end(json, '}');
	write_region(json, record);
	rw_json_end(json, '}');
	rw_json_end(json, '}');
	rw_json_end(json, ']');
	rw_free(uri);
}

/* A result has no place for a hint, so it follows the message. */
static void write_message(struct rw_json *json, const struct rw_record *record)
{
	struct rw_buf text = RW_BUF_INIT;

	rw_buf_puts(&text, record->message);
	if (*record->hint)
		rw_buf_printf(&text, "; %s", record->hint);
	text_member(json, "message", text.data);
	rw_buf_release(&text);
}

static void write_result(struct rw_json *json, const struct rw_record *record,
			 unsigned rule)
{
	rw_json_object(json);
	member(json, "ruleId", rw_code_id(record->code));
	rw_json_key(json, "ruleIndex");
	rw_json_integer(json, rule);
	member(json, "level", level_of(record->severity));
	write_message(json, record);
	write_location(json, record);
	rw_json_end(json, '}');
}

void rw_records_write_sarif(const struct rw_vec *records, struct rw_buf *out)
{
	unsigned indexes[RW_CODES] = { 0 };
	struct rw_json json;

	rw_json_init(&json, out, true);
	rw_json_object(&json);
	member(&json, "$schema", SCHEMA);
	member(&json, "version", "2.1.0");
	rw_json_key(&json, "runs");
	rw_json_array(&json);
	rw_json_object(&json);
	rw_json_key(&json, "tool");
	rw_json_object(&json);
	rw_json_key(&json, "driver");
	rw_json_object(&json);
	member(&json, "name", "rolewright");
	write_rules(&json, records, indexes);
	rw_json_end(&json, '}');
	rw_json_end(&json, '}');
	member(&json, "columnKind", "unicodeCodePoints");
	rw_json_key(&json, "results");
	rw_json_array(&json);
	for (size_t i = 0; i < records->count; i++) {
		const struct rw_record *record = records->items[i];

		write_result(&json, record, indexes[record->code]);
	}
	rw_json_end(&json, ']');
	rw_json_end(&json, '}');
	rw_json_end(&json, ']');
	rw_json_end(&json, '}');
	rw_buf_putc(out, '\n');
}
