/*
 * Diagnostics as JSON, one object a line.
 */
#include "base/json.h"
#include "diag/record.h"

static void string_or_null(struct rw_json *json, const char *key,
			   const char *string)
{
	rw_json_key(json, key);
	if (string && *string)
		rw_json_string(json, string);
	else
		rw_json_null(json);
}

static void number_or_null(struct rw_json *json, const char *key,
			   unsigned number)
{
	rw_json_key(json, key);
	if (number)
		rw_json_integer(json, number);
	else
		rw_json_null(json);
}

static void write_record(const struct rw_record *record, struct rw_buf *out)
{
	struct rw_json json;

	rw_json_init(&json, out, false);
	rw_json_object(&json);
	string_or_null(&json, "file", record->path);
	number_or_null(&json, "line", record->line);
	number_or_null(&json, "column", record->column);
	string_or_null(&json, "severity", rw_severity_name(record->severity));
	string_or_null(&json, "code", rw_code_id(record->code));
	string_or_null(&json, "name", rw_code_name(record->code));
	string_or_null(&json, "message", record->message);
	string_or_null(&json, "help", record->hint);
	rw_json_end(&json, '}');
	rw_buf_putc(out, '\n');
}

void rw_records_write_json(const struct rw_vec *records, struct rw_buf *out)
{
	for (size_t i = 0; i < records->count; i++)
		write_record(records->items[i], out);
}
