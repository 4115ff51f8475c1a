/*
 * The collector: any thread may report; equal diagnostics are kept once.
 */
#include "diag/diags.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "diag/record.h"

/* Longer arguments (a list of values, a quoted text) are cut. */
#define ARGUMENT_LENGTH 400
/* A hint lists so many names, not more. */
#define MOST_NAMES 8

/* What is kept of each code: most collectors do without. */
struct codes {
	bool left_out[RW_CODES];
	size_t kept[RW_CODES];
	size_t passed[RW_CODES]; /* that were counted only */
};

struct rw_diags {
	pthread_mutex_t mutex;
	struct rw_sources *sources;
	struct rw_vec records;
	struct rw_map *seen;
	size_t counts[RW_SEVERITIES];
	struct codes *codes; /* NULL: no code is left out or limited */
	size_t most;	     /* that are kept of a code; 0: all */
	size_t passed_counts[RW_SEVERITIES];
};

/* The mutex changes under callers that only read. */
static pthread_mutex_t *mutex_of(const struct rw_diags *diags)
{
	return (pthread_mutex_t *)&diags->mutex;
}

static void add_argument(struct rw_buf *out, const char *argument)
{
	size_t len = argument ? strlen(argument) : 0;
	size_t cut = rw_utf8_cut(argument, len, ARGUMENT_LENGTH);

	rw_buf_add(out, argument, cut);
	if (cut < len)
		rw_buf_puts(out, "…");
}

/* 'template' with %1..%3 replaced; any other '%' stands for itself. */
static char *substitute(const char *template, const char *const args[3])
{
	struct rw_buf text = RW_BUF_INIT;

	for (const char *at = template; *at; at++) {
		if (*at == '%' && at[1] >= '1' && at[1] <= '3')
			add_argument(&text, args[*++at - '1']);
		else
			rw_buf_putc(&text, *at);
	}
	return rw_buf_detach(&text);
}

static void free_record(struct rw_record *record)
{
	rw_free(record->message);
	rw_free(record->hint);
	rw_free(record);
}

/* Eight hex digits: tables give millions of these. */
static void add_number(struct rw_buf *out, uint32_t number)
{
	char digits[8];

	for (int i = 7; i >= 0; i--, number >>= 4)
		digits[i] = "0123456789abcdef"[number & 15];
	rw_buf_add(out, digits, sizeof(digits));
}

/*
 * What makes two diagnostics equal. The path, not the number of the file: two
 * threads may have read the same file.
 */
static char *key_of(const struct rw_record *record)
{
	struct rw_buf key = RW_BUF_INIT;

	add_number(&key, record->code);
	add_number(&key, record->severity);
	add_number(&key, record->before);
	add_number(&key, record->pos.offset);
	rw_buf_puts(&key, record->path ? record->path : "");
	rw_buf_putc(&key, '\n');
	rw_buf_puts(&key, record->message);
	rw_buf_putc(&key, '\n');
	rw_buf_puts(&key, record->hint);
	return rw_buf_detach(&key);
}

static bool is_left_out(const struct rw_diags *diags, enum rw_code code)
{
	return diags->codes && diags->codes->left_out[code];
}

static bool is_full(const struct rw_diags *diags, enum rw_code code)
{
	return diags->most && diags->codes->kept[code] >= diags->most;
}

/* Takes 'record' over; the mutex is held. */
static void add_record(struct rw_diags *diags, struct rw_record *record)
{
	char *key = key_of(record);

	if (is_left_out(diags, record->code) || rw_map_get(diags->seen, key)) {
		free_record(record);
	} else if (is_full(diags, record->code)) {
		diags->codes->passed[record->code]++;
		diags->passed_counts[record->severity]++;
		free_record(record);
	} else {
		rw_map_put(diags->seen, key, diags);
		rw_vec_push(&diags->records, record);
		diags->counts[record->severity]++;
		if (diags->codes)
			diags->codes->kept[record->code]++;
	}
	rw_free(key);
}

/* The codes of the collector, with what it has; the mutex is held. */
static struct codes *codes_of(struct rw_diags *diags)
{
	if (diags->codes)
		return diags->codes;
	diags->codes = rw_calloc(1, sizeof(*diags->codes));
	for (size_t i = 0; i < diags->records.count; i++) {
		const struct rw_record *record = diags->records.items[i];

		diags->codes->kept[record->code]++;
	}
	return diags->codes;
}

/* Takes the records out, into the caller's vector; the mutex is held. */
static struct rw_vec take_records(struct rw_diags *diags)
{
	struct rw_vec records = diags->records;

	memset(&diags->records, 0, sizeof(diags->records));
	memset(diags->counts, 0, sizeof(diags->counts));
	if (diags->codes)
		memset(diags->codes->kept, 0, sizeof(diags->codes->kept));
	rw_map_free(diags->seen);
	diags->seen = rw_map_new();
	return records;
}

static int compare_numbers(unsigned a, unsigned b)
{
	return (a > b) - (a < b);
}

static int compare_paths(const char *a, const char *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

static int by_place(const void *first, const void *second)
{
	const struct rw_record *a = *(struct rw_record *const *)first;
	const struct rw_record *b = *(struct rw_record *const *)second;
	int order = compare_paths(a->path, b->path);

	if (!order)
		order = compare_numbers(a->line, b->line);
	if (!order)
		order = compare_numbers(a->column, b->column);
	if (!order)
		order = strcmp(rw_code_id(a->code), rw_code_id(b->code));
	if (!order)
		order = strcmp(a->message, b->message);
	return order ? order : strcmp(a->hint, b->hint);
}

/* True if one of the names in the list 'only' stands for 'code'. */
static bool names_code(const char *only, enum rw_code code)
{
	const char *id = rw_code_id(code);
	const char *name = rw_code_name(code);

	while (*only) {
		size_t len = strcspn(only, ",");

		if (len &&
		    ((len <= strlen(id) && !strncasecmp(only, id, len)) ||
		     (len == strlen(name) && !strncasecmp(only, name, len))))
			return true;
		only += len + (only[len] == ',');
	}
	return false;
}

/* True if every name in the list 'only' stands for some code. */
static bool all_known(const char *only)
{
	char *list = rw_strdup(only);
	char *name = list;
	bool known = true;

	while (known && name) {
		char *comma = strchr(name, ',');

		if (comma)
			*comma++ = '\0';
		known = false;
		for (unsigned i = 0; i < RW_CODES && !known; i++)
			known = names_code(name, (enum rw_code)i);
		name = comma;
	}
	rw_free(list);
	return known;
}

struct rw_diags *rw_diags_new(struct rw_sources *sources)
{
	struct rw_diags *diags = rw_calloc(1, sizeof(*diags));

	pthread_mutex_init(&diags->mutex, NULL);
	diags->sources = sources;
	diags->seen = rw_map_new();
	return diags;
}

void rw_diags_free(struct rw_diags *diags)
{
	if (!diags)
		return;
	for (size_t i = 0; i < diags->records.count; i++)
		free_record(diags->records.items[i]);
	rw_vec_release(&diags->records);
	rw_map_free(diags->seen);
	rw_free(diags->codes);
	pthread_mutex_destroy(&diags->mutex);
	rw_free(diags);
}

struct rw_sources *rw_diags_sources(const struct rw_diags *diags)
{
	return diags->sources;
}

void rw_report_hint(struct rw_diags *diags, enum rw_code code,
		    struct rw_pos pos, const char *hint,
		    const char *const args[3])
{
	const struct rw_finding finding = {
		.code = code,
		.severity = rw_code_severity(code),
		.pos = pos,
		.hint = hint,
		.args = { args[0], args[1], args[2] },
	};

	rw_report_finding(diags, &finding);
}

void rw_report_near(struct rw_diags *diags, enum rw_code code,
		    struct rw_pos pos, const char *near,
		    const char *const args[3])
{
	struct rw_buf hint = RW_BUF_INIT;

	if (near != NULL)
		rw_buf_printf(&hint, "write '%s'", near);
	rw_report_hint(diags, code, pos, near ? hint.data : NULL, args);
	rw_buf_release(&hint);
}

/* The first of 'names', each once: their number, MOST_NAMES + 1 for more. */
static size_t first_of(const struct rw_names *names,
		       const char *out[MOST_NAMES + 1])
{
	size_t count = 0;

	for (size_t i = 0; i < names->count && count <= MOST_NAMES; i++) {
		size_t k = 0;

		while (k < count && strcmp(out[k], names->all[i]) != 0)
			k++;
		if (k == count)
			out[count++] = names->all[i];
	}
	return count;
}

void rw_report_unknown(struct rw_diags *diags, enum rw_code code,
		       struct rw_pos pos, const struct rw_names *names,
		       const char *const args[3])
{
	const char *near = rw_nearest(names->wanted, names->all, names->count);
	const char *first[MOST_NAMES + 1];
	struct rw_buf hint = RW_BUF_INIT;
	size_t count = first_of(names, first);

	for (size_t i = 0; i < count && i < MOST_NAMES; i++)
		rw_buf_printf(&hint, "%s%s",
			      i ? ", " : "use one of: ", first[i]);
	if (count > MOST_NAMES)
		rw_buf_puts(&hint, " ...");
	if (near != NULL || count == 0)
		rw_report_near(diags, code, pos, near, args);
	else
		rw_report_hint(diags, code, pos, hint.data, args);
	rw_buf_release(&hint);
}

/* Takes 'message' and 'hint' over. */
static void collect(struct rw_diags *diags, const struct rw_found *found,
		    char *message, char *hint)
{
	struct rw_record *record = rw_calloc(1, sizeof(*record));

	record->code = found->code;
	record->severity = found->severity;
	record->pos = found->pos;
	record->path = rw_sources_path(diags->sources, found->pos.file);
	record->before =
		rw_sources_lines_before(diags->sources, found->pos.file);
	record->message = message;
	record->hint = hint;
	pthread_mutex_lock(&diags->mutex);
	add_record(diags, record);
	pthread_mutex_unlock(&diags->mutex);
}

void rw_report_finding(struct rw_diags *diags, const struct rw_finding *finding)
{
	const struct rw_found found = { .code = finding->code,
					.severity = finding->severity,
					.pos = finding->pos };
	const char *hint = finding->hint;

	if (!hint)
		hint = rw_code_hint(finding->code);
	collect(diags, &found,
		substitute(rw_code_message(finding->code), finding->args),
		substitute(hint, finding->args));
}

void rw_diags_add(struct rw_diags *diags, const struct rw_found *found)
{
	collect(diags, found, rw_strdup(found->message),
		rw_strdup(found->hint));
}

void rw_diags_each(const struct rw_diags *diags,
		   void (*fn)(void *context, const struct rw_found *found),
		   void *context)
{
	for (size_t i = 0; i < diags->records.count; i++) {
		const struct rw_record *record = diags->records.items[i];
		const struct rw_found found = { record->code, record->severity,
						record->pos, record->message,
						record->hint };

		fn(context, &found);
	}
}

static bool is_same(const struct rw_record *a, const struct rw_record *b)
{
	return a->code == b->code && a->severity == b->severity &&
	       a->pos.file == b->pos.file && a->pos.offset == b->pos.offset &&
	       strcmp(a->message, b->message) == 0 &&
	       strcmp(a->hint, b->hint) == 0;
}

bool rw_diags_same(const struct rw_diags *a, const struct rw_diags *b)
{
	size_t i = 0;

	if (a->records.count != b->records.count)
		return false;
	while (i < a->records.count &&
	       is_same(a->records.items[i], b->records.items[i]))
		i++;
	return i == a->records.count;
}

size_t rw_diags_count(const struct rw_diags *diags, enum rw_severity severity)
{
	size_t count = 0;

	pthread_mutex_lock(mutex_of(diags));
	for (unsigned i = severity; i < RW_SEVERITIES; i++)
		count += diags->counts[i] + diags->passed_counts[i];
	pthread_mutex_unlock(mutex_of(diags));
	return count;
}

bool rw_diags_has(const struct rw_diags *diags, enum rw_code code)
{
	bool has = false;

	pthread_mutex_lock(mutex_of(diags));
	for (size_t i = 0; i < diags->records.count && !has; i++)
		has = ((struct rw_record *)diags->records.items[i])->code ==
		      code;
	pthread_mutex_unlock(mutex_of(diags));
	return has;
}

void rw_diags_limit(struct rw_diags *diags, size_t most)
{
	pthread_mutex_lock(&diags->mutex);
	codes_of(diags);
	diags->most = most;
	pthread_mutex_unlock(&diags->mutex);
}

void rw_diags_merge(struct rw_diags *into, struct rw_diags *from)
{
	struct rw_vec records;

	if (into == from)
		return;
	pthread_mutex_lock(&from->mutex);
	records = take_records(from);
	pthread_mutex_unlock(&from->mutex);
	pthread_mutex_lock(&into->mutex);
	for (size_t i = 0; i < records.count; i++)
		add_record(into, records.items[i]);
	pthread_mutex_unlock(&into->mutex);
	rw_vec_release(&records);
}

bool rw_diags_filter(struct rw_diags *diags, const char *only)
{
	struct rw_vec records;

	if (!all_known(only))
		return false;
	pthread_mutex_lock(&diags->mutex);
	records = take_records(diags);
	for (unsigned i = 0; i < RW_CODES; i++)
		if (!names_code(only, (enum rw_code)i))
			codes_of(diags)->left_out[i] = true;
	for (size_t i = 0; i < records.count; i++)
		add_record(diags, records.items[i]);
	pthread_mutex_unlock(&diags->mutex);
	rw_vec_release(&records);
	return true;
}

void rw_diags_drop_below(struct rw_diags *diags, enum rw_severity severity)
{
	struct rw_vec records;

	pthread_mutex_lock(&diags->mutex);
	records = take_records(diags);
	memset(diags->passed_counts, 0,
	       severity * sizeof(*diags->passed_counts));
	for (size_t i = 0; i < records.count; i++) {
		struct rw_record *record = records.items[i];

		if (record->severity < severity)
			free_record(record);
		else
			add_record(diags, record);
	}
	pthread_mutex_unlock(&diags->mutex);
	rw_vec_release(&records);
}

void rw_diags_write(const struct rw_diags *diags, enum rw_diags_format format,
		    bool colour, size_t most, struct rw_buf *out)
{
	const struct rw_vec *records = &diags->records;
	const struct rw_record_style style = {
		colour, most, diags->codes ? diags->codes->passed : NULL
	};

	pthread_mutex_lock(mutex_of(diags));
	for (size_t i = 0; i < records->count; i++) {
		struct rw_record *record = records->items[i];

		rw_sources_locate(diags->sources, record->pos, &record->line,
				  &record->column);
	}
	if (records->count)
		qsort(records->items, records->count, sizeof(*records->items),
		      by_place);
	if (format == RW_DIAGS_TEXT)
		rw_records_write_text(diags->sources, records, &style, out);
	else if (format == RW_DIAGS_JSON)
		rw_records_write_json(records, out);
	else
		rw_records_write_sarif(records, out);
	pthread_mutex_unlock(mutex_of(diags));
}
