/*
 * JSON lines: one object a line.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "read/datatable_kinds.h"
#include "read/fields.h"

#define DEPTH 8 /* of objects in objects */

/* A flat view of one object: names and values in order. */
struct flat {
	struct rw_vec names, values; /* allocated strings */
};

static void release_flat(struct flat *flat)
{
	for (size_t i = 0; i < flat->names.count; i++) {
		rw_free(flat->names.items[i]);
		rw_free(flat->values.items[i]);
	}
	rw_vec_release(&flat->names);
	rw_vec_release(&flat->values);
}

/* A whole number without a point; else as short as it reads back. */
static void add_number(struct rw_buf *out, const json_t *value)
{
	char text[40];

	if (json_is_integer(value))
		snprintf(text, sizeof(text), "%" JSON_INTEGER_FORMAT,
			 json_integer_value(value));
	else
		snprintf(text, sizeof(text), "%.15g", json_real_value(value));
	rw_buf_puts(out, text);
}

/* A value in words: items of an array one a line, the empty for null. */
static void add_value(struct rw_buf *out, const json_t *value, unsigned depth)
{
	if (json_is_string(value))
		rw_buf_add(out, json_string_value(value),
			   json_string_length(value));
	else if (json_is_number(value))
		add_number(out, value);
	else if (json_is_boolean(value))
		rw_buf_puts(out, json_is_true(value) ? "yes" : "no");
	if (!json_is_array(value) || depth > DEPTH)
		return;
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (i > 0)
			rw_buf_putc(out, '\n');
		add_value(out, json_array_get(value, i), depth + 1);
	}
}

static void flatten(struct flat *flat, const char *prefix, json_t *object,
		    unsigned depth)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		struct rw_buf name = RW_BUF_INIT, text = RW_BUF_INIT;

		rw_buf_printf(&name, "%s%s%s", prefix, prefix[0] ? "." : "",
			      key);
		if (json_is_object(value) && depth < DEPTH) {
			flatten(flat, name.data, value, depth + 1);
			rw_buf_release(&name);
			continue;
		}
		add_value(&text, value, 0);
		rw_buf_putc(&text, '\0');
		rw_vec_push(&flat->names, rw_buf_detach(&name));
		rw_vec_push(&flat->values, rw_buf_detach(&text));
	}
}

/* 1 with a line that is not blank in 'raw', as rw_table_take_line. */
static int read_line(struct rw_table *t)
{
	int found;

	do {
		rw_table_clear_row(t);
		found = rw_table_take_line(t);
	} while (found == 1 &&
		 t->raw.data[strspn(t->raw.data, " \t\r\n")] == '\0');
	return found;
}

static json_t *parse(const char *text, size_t len, json_error_t *error)
{
	json_t *value = json_loadb(text, len, JSON_REJECT_DUPLICATES, error);

	if (value != NULL && !json_is_object(value)) {
		json_decref(value);
		value = NULL;
		snprintf(error->text, sizeof(error->text), "%s",
			 "it is no object");
	}
	return value;
}

/* Notes keys of the object that are no columns yet; whether there is room. */
static bool note_columns(struct rw_table *t, json_t *object)
{
	struct flat flat = { { 0 }, { 0 } };
	bool room = true;

	flatten(&flat, "", object, 0);
	for (size_t i = 0; i < flat.names.count && room; i++) {
		if (rw_table_column(t, flat.names.items[i]) >= 0)
			continue;
		room = t->columns.count < RW_TABLE_COLUMNS;
		if (room)
			rw_table_add_column(t, flat.names.items[i]);
	}
	release_flat(&flat);
	return room;
}

/* Reads ahead as far as the limit of one row. */
static int look_ahead(struct rw_table *t)
{
	while (t->text.len < RW_TABLE_ROW_BYTES && !t->ended) {
		int more = rw_decode_next(t->decode, &t->text);

		if (more < 0)
			return -1;
		t->ended = more == 0;
	}
	return 0;
}

static int refuse_array(struct rw_table *t)
{
	rw_report(t->diags, RW_TABLE_JSON, RW_NOWHERE,
		  "the file is one array, not one object a line", NULL, NULL);
	return -1;
}

/* The keys of the records in 'text'; -1 if there are too many, or none. */
static int find_columns(struct rw_table *t)
{
	const char *at = t->text.data, *end;
	json_error_t error;
	bool room = true;

	for (; *at != '\0' && room; at = *end ? end + 1 : end) {
		json_t *object;

		end = at + strcspn(at, "\n");
		object = parse(at, (size_t)(end - at), &error);
		room = object == NULL || note_columns(t, object);
		json_decref(object);
	}
	if (!room)
		rw_report(t->diags, RW_LIMIT, RW_NOWHERE, "number of columns",
			  "1,024", NULL);
	else if (t->columns.count == 0)
		rw_report(t->diags, RW_TABLE_EMPTY, RW_NOWHERE, t->name, NULL,
			  NULL);
	return room && t->columns.count > 0 ? 0 : -1;
}

int rw_jsonl_begin(struct rw_table *t)
{
	const char *at = t->text.data;

	if (at[strspn(at, " \t\r\n")] == '[')
		return refuse_array(t);
	return look_ahead(t) == 0 ? find_columns(t) : -1;
}

/* Whether key 'i' says that somebody is not to be named. */
static bool tells_secrecy(const struct flat *flat, size_t i)
{
	const char *value = flat->values.items[i];

	return rw_field_is_secrecy(flat->names.items[i]) && value[0] != '\0' &&
	       strcmp(value, "no") != 0;
}

static void refuse_key(struct rw_table *t, const char *key, struct rw_row *row)
{
	row->fault = RW_FAULT_KEY;
	rw_buf_clear(&t->reason);
	rw_buf_puts(&t->reason, key);
	row->reason = t->reason.data;
}

/* Puts the values into the order of the columns. */
static void set_row(struct rw_table *t, const struct flat *flat,
		    struct rw_row *row)
{
	struct rw_vec values = { 0 };

	for (size_t i = 0; i < t->columns.count; i++)
		rw_vec_push(&values, (void *)"");
	for (size_t i = 0; i < flat->names.count; i++) {
		int column = rw_table_column(t, flat->names.items[i]);

		if (column >= 0)
			values.items[column] = flat->values.items[i];
		else if (tells_secrecy(flat, i))
			refuse_key(t, flat->names.items[i], row);
	}
	for (size_t i = 0; i < values.count; i++)
		rw_table_add_cell(t, values.items[i], strlen(values.items[i]));
	rw_vec_release(&values);
}

int rw_jsonl_row(struct rw_table *t, struct rw_row *row)
{
	struct flat flat = { { 0 }, { 0 } };
	json_error_t error;
	json_t *object;
	int found = read_line(t);

	if (found == 2)
		row->fault = RW_FAULT_LONG;
	if (found != 1)
		return found == 2 ? 1 : found;
	object = parse(t->raw.data, t->raw.len, &error);
	if (object == NULL) {
		row->fault = RW_FAULT_JSON;
		rw_buf_clear(&t->reason);
		rw_buf_puts(&t->reason, error.text);
		row->reason = t->reason.data;
		return 1;
	}
	flatten(&flat, "", object, 0);
	set_row(t, &flat, row);
	release_flat(&flat);
	json_decref(object);
	return 1;
}

size_t rw_jsonl_offset(const struct rw_table *t, const struct rw_row *row,
		       size_t column)
{
	const char *name = column < t->columns.count ? t->columns.items[column]
						     : "";
	const char *dot = strrchr(name, '.'), *at;
	struct rw_buf key = RW_BUF_INIT;

	rw_buf_printf(&key, "\"%s\"", dot ? dot + 1 : name);
	at = strstr(row->raw, key.data);
	if (at != NULL)
		at += key.len;
	rw_buf_release(&key);
	if (at == NULL)
		return 0;
	at += strspn(at, " \t:");
	return (size_t)(at - row->raw) + (*at == '"');
}
