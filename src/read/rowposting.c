/*
 * A posting from the cells of a row.
 *
 * Places: a small text that looks like a posting, with every field that the map
 * fills, is added to the sources once, and the elements of each row's posting
 * claim to have been read from it. So a rule that points at an attribute points
 * at a field, without knowing of tables.
 */
#include "read/rowposting.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "model/inherit.h"
#include "read/amount.h"
#include "read/damage.h"
#include "read/rowmaking.h"
#include "text/locale.h"
#include "xml/htmlparse.h"

/* Of a title in an id: with a hash, and mostly a place, LinkedIn takes it. */
#define ID_TITLE_BYTES 16
#define ID_BYTES 79 /* of an id in the schema, one less than it may have */
#define TITLE_BYTES 500
#define HOURS_OF_WEEK 168

/* ---------------------------------------------------------------- places */

static bool same_element(int a, int b)
{
	return strcmp(rw_field_element((enum rw_field)a),
		      rw_field_element((enum rw_field)b)) == 0;
}

/* The attributes of the element of field 'first', noting where they are. */
static void add_attributes(struct rw_row_reader *r, struct rw_buf *text,
			   int first)
{
	uint32_t element = (uint32_t)text->len;

	rw_buf_printf(text, "<%s", rw_field_element((enum rw_field)first));
	for (int i = first; i < RW_FIELDS; i++) {
		const char *name = rw_field_attribute((enum rw_field)i);

		if (!same_element(i, first))
			continue;
		r->element[i] = r->at[i] = element;
		if (name[0] == '\0')
			continue;
		rw_buf_printf(text, " %s=\"", name);
		r->at[i] = (uint32_t)text->len;
		/* A place for each column of the field. */
		for (size_t k = 1; k < r->map->fields[i].columns.count; k++)
			rw_buf_putc(text, ' ');
		rw_buf_putc(text, '"');
	}
}

static void make_places(struct rw_row_reader *r, struct rw_sources *sources)
{
	struct rw_buf text = RW_BUF_INIT;

	for (int i = 0; i < RW_FIELDS; i++) {
		int first = 0;

		while (!same_element(i, first))
			first++;
		if (first != i)
			continue;
		add_attributes(r, &text, i);
		rw_buf_puts(&text, i == 0 ? ">" : "/>");
	}
	rw_buf_puts(&text, "</posting>");
	r->file = rw_sources_add(sources, rw_table_name(r->table), text.data,
				 text.len);
	rw_buf_release(&text);
}

/* The column that 'field' is read from, of several the one at 'k', or -1. */
static int column_of(const struct rw_table_map *map, int field, size_t k)
{
	const struct rw_vec *columns = &map->fields[field].columns;

	if (field == RW_FIELD_ID && columns->count == 0 &&
	    map->id_columns.count > 0)
		return (int)(uintptr_t)map->id_columns.items[0];
	return k >= columns->count
		       ? -1
		       : ((const struct rw_mapped *)columns->items[k])->column;
}

/* Whether 'offset' is a place of the field's attribute; *k: which. */
static bool is_at(const struct rw_row_reader *r, int field, uint32_t offset,
		  size_t *k)
{
	size_t count = r->map->fields[field].columns.count;

	*k = offset - r->at[field];
	return r->at[field] != r->element[field] && offset >= r->at[field] &&
	       *k < (count > 1 ? count : 1);
}

int rw_row_reader_column(const struct rw_row_reader *r, struct rw_pos pos)
{
	int column = -1;
	size_t k;

	if (pos.file != r->file)
		return pos.file == 0 ? -1 : -2;
	for (int i = 0; i < RW_FIELDS; i++)
		if (is_at(r, i, pos.offset, &k))
			return column_of(r->map, i, k);
	for (int i = 0; i < RW_FIELDS && column < 0; i++)
		if (r->element[i] == pos.offset && r->element[i] != 0)
			column = column_of(r->map, i, 0);
	return column;
}

struct rw_pos rw_row_reader_id(const struct rw_row_reader *r)
{
	return (struct rw_pos){ r->file, r->at[RW_FIELD_ID] };
}

struct rw_pos rw_making_pos(const struct rw_making *m, enum rw_field field)
{
	uint32_t at = m->r->at[field];

	if (at != m->r->element[field])
		at += (uint32_t)m->from[field];
	return (struct rw_pos){ m->r->file, at };
}

struct rw_pos rw_making_element_pos(const struct rw_making *m,
				    enum rw_field field)
{
	return (struct rw_pos){ m->r->file, m->r->element[field] };
}

/* ---------------------------------------------------------------- values */

/* The heading of the column behind a field, or the field's name. */
const char *rw_making_column(const struct rw_making *m, enum rw_field field)
{
	int column = column_of(m->r->map, (int)field, m->from[field]);
	size_t count;
	const char *const *names = rw_table_columns(m->r->table, &count);

	return column >= 0 ? names[column] : rw_field_name(field);
}

void rw_making_refuse(struct rw_making *m, enum rw_field field,
		      const char *value, const char *what)
{
	const char *doubt = rw_field_doubt(field, value);

	if (doubt != NULL)
		doubt = rw_arena_printf(m->arena,
					"%s; <values> in the map says it for "
					"all rows",
					doubt);
	rw_report_hint(m->diags, RW_VALUE_UNREADABLE, rw_making_pos(m, field),
		       doubt,
		       (const char *const[]){ value, rw_making_column(m, field),
					      what });
	m->status = -1;
}

/* What was letters once, and a field that nobody filled in. */
static void note_damage(struct rw_making *m, enum rw_field field,
			const char *text)
{
	const char *at;
	size_t len;
	enum rw_damage damage = rw_damage_find(text, &at, &len);

	if (damage != RW_DAMAGE_NONE)
		rw_report(m->diags,
			  damage == RW_DAMAGE_FIELD ? RW_FIELD_UNFILLED
						    : RW_LETTERS_SPOILT,
			  rw_making_pos(m, field), rw_making_column(m, field),
			  rw_arena_strndup(m->arena, at, len), NULL);
}

/* Control and direction characters never get further than here. */
bool rw_making_is_clean(struct rw_making *m, enum rw_field field,
			const char *text)
{
	size_t len = strlen(text), size;
	size_t at = rw_utf8_bare_prefix(text, len);
	char name[16];

	while (at < len) {
		uint32_t c = rw_utf8_decode(text + at, len - at, &size);
		bool bidi = rw_utf8_is_bidi(c);

		at += size;
		at += rw_utf8_bare_prefix(text + at, len - at);
		if (!bidi && !rw_utf8_is_control(c))
			continue;
		snprintf(name, sizeof(name), "U+%04X", (unsigned)c);
		rw_report(m->diags,
			  bidi ? RW_BIDI_CHARACTER : RW_CONTROL_CHARACTER,
			  rw_making_pos(m, field), name, NULL, NULL);
		m->status = -1;
		return false;
	}
	note_damage(m, field, text);
	return true;
}

char *rw_making_trimmed(struct rw_arena *arena, const char *text)
{
	size_t len;

	text += strspn(text, " \t\r\n");
	len = strlen(text);
	while (len > 0 && isspace((unsigned char)text[len - 1]))
		len--;
	return rw_arena_strndup(arena, text, len);
}

/* What joins several columns of a field; "": the first that is not blank. */
static const char *joint_of(enum rw_field field)
{
	switch (field) {
	case RW_FIELD_LOCATION:
	case RW_FIELD_STREET:
	case RW_FIELD_PLACE:
	case RW_FIELD_REMOTE_FROM:
		return ", ";
	case RW_FIELD_PAY:
		return " ";
	default:
		return "";
	}
}

/* The cells of a field as one text, trimmed. */
static const char *cells_of(struct rw_making *m, enum rw_field field)
{
	const struct rw_vec *columns = &m->r->map->fields[field].columns;
	const char *joint = joint_of(field), *text = "";

	for (size_t i = 0; i < columns->count; i++) {
		const struct rw_mapped *mapped = columns->items[i];
		const char *cell = rw_making_trimmed(
			m->arena, m->row->cells[mapped->column]);

		if (cell[0] == '\0')
			continue;
		if (text[0] != '\0' && joint[0] == '\0')
			break;
		if (text[0] == '\0')
			m->from[field] = i;
		text = text[0] ? rw_arena_printf(m->arena, "%s%s%s", text,
						 joint, cell)
			       : cell;
	}
	return text;
}

const char *rw_making_meaning(struct rw_making *m, enum rw_field field,
			      const char *text)
{
	const struct rw_map *values = m->r->map->fields[field].values;
	char *key = rw_arena_strdup(m->arena, text);
	const char *value;

	if (values == NULL)
		return text;
	for (char *p = key; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	value = rw_map_get(values, key);
	return value ? value : text;
}

/* The value of a field; NULL if it has none. */
/* What a spreadsheet shows where a formula has failed. */
static bool is_error(const char *text)
{
	static const char *const errors[] = { "#N/A",	 "#NV",	    "#REF!",
					      "#BEZUG!", "#VALUE!", "#WERT!",
					      "#NAME?",	 "#NULL!",  "#NUM!",
					      "#ZAHL!",	 "#DIV/0!" };
	size_t i = 0, count = sizeof(errors) / sizeof(errors[0]);

	while (text[0] == '#' && i < count && strcmp(errors[i], text) != 0)
		i++;
	return text[0] == '#' && i < count;
}

/* Fields of one plain line that people copy from web pages. */
static bool is_line(enum rw_field field)
{
	static const enum rw_field fields[] = {
		RW_FIELD_TITLE,	   RW_FIELD_COMPANY, RW_FIELD_AGENCY,
		RW_FIELD_CITY,	   RW_FIELD_REGION,  RW_FIELD_LOCATION,
		RW_FIELD_STREET,   RW_FIELD_URL,     RW_FIELD_APPLY_URL,
		RW_FIELD_CATEGORY,
	};
	size_t i = 0, count = sizeof(fields) / sizeof(fields[0]);

	while (i < count && fields[i] != field)
		i++;
	return i < count;
}

/* Where descriptions are HTML, short texts are often escaped as it. */
static bool is_escaped(const struct rw_making *m, enum rw_field field)
{
	return m->r->map->format == RW_ROW_HTML && is_line(field);
}

/* Bytes of the tag or the reference that 'text' begins with; 0: none. */
static size_t markup_length(const char *text)
{
	const char *name = text + 1, *end;

	if (*text == '&')
		return rw_html_reference(text);
	if (*text != '<')
		return 0;
	name += *name == '/';
	end = strpbrk(name, "<>");
	return isalpha((unsigned char)*name) && end && *end == '>'
		       ? (size_t)(end - text) + 1
		       : 0;
}

/* Markup in plain text is not taken for it, but not meant either. */
static void note_markup(struct rw_making *m, enum rw_field field,
			const char *text)
{
	const char *at = strpbrk(text, "&<");
	size_t len = 0;

	while (at != NULL && (len = markup_length(at)) == 0)
		at = strpbrk(at + 1, "&<");
	if (at != NULL)
		rw_report(m->diags, RW_MARKUP_PLAIN, rw_making_pos(m, field),
			  rw_making_column(m, field),
			  rw_arena_strndup(m->arena, at, len), NULL);
}

/* "Sales &amp; Service" as "Sales & Service" */
static const char *unescaped(struct rw_arena *arena, const char *text)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *plain = text;
	bool cut;

	if (strchr(text, '&') == NULL)
		return text;
	while (*text != '\0') {
		size_t len = rw_html_reference(text);
		struct rw_doc *one = len ? rw_html_parse(arena, text, len, &cut)
					 : NULL;

		if (one != NULL)
			rw_buf_puts(&out,
				    rw_node_text(arena, rw_doc_root(one)));
		else
			rw_buf_putc(&out, *text);
		text += one != NULL ? len : 1;
	}
	plain = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	return plain;
}

const char *rw_making_value(struct rw_making *m, enum rw_field field)
{
	const struct rw_map_field *f = &m->r->map->fields[field];
	const char *text = f->constant ? f->constant : cells_of(m, field);

	text = rw_making_meaning(m, field, text);
	if (is_error(text))
		text = "";
	if (text[0] == '\0' && f->fallback != NULL)
		text = f->fallback;
	if (text[0] == '\0' || !rw_making_is_clean(m, field, text))
		return NULL;
	if (is_escaped(m, field))
		text = unescaped(m->arena, text);
	if (is_line(field))
		note_markup(m, field, text);
	return text;
}

struct rw_node *rw_making_add(struct rw_making *m, enum rw_field field)
{
	struct rw_node *node =
		rw_node_add(m->root, RW_NS, rw_field_element(field));

	rw_node_set_pos(node, rw_making_element_pos(m, field));
	return node;
}

/* The element of a field, made if need be. */
struct rw_node *rw_making_element(struct rw_making *m, enum rw_field field)
{
	struct rw_node *node = rw_node_child(m->root, rw_field_element(field));

	return node ? node : rw_making_add(m, field);
}

/* -------------------------------------------------------------------- id */

/* Letters and digits, hyphens between them, at most ID_BYTES. */
static void add_slug(struct rw_buf *out, const char *text)
{
	while (*text != '\0' && out->len < ID_BYTES) {
		size_t size;
		uint32_t c = rw_utf8_decode(text, strnlen(text, 4), &size);

		if (rw_utf8_plain(c))
			rw_buf_putc(out, rw_utf8_plain(c));
		else if (out->len > 0 && out->data[out->len - 1] != '-')
			rw_buf_putc(out, '-');
		text += size;
	}
	while (out->len > 0 && out->data[out->len - 1] == '-')
		rw_buf_cut(out, out->len - 1);
}

bool rw_making_is_plain(const char *text)
{
	while (isalnum((unsigned char)*text) || *text == '-' || *text == '_' ||
	       *text == ' ' || *text == '.')
		text++;
	return *text == '\0';
}

/* The id of 'text'; what letters cannot tell apart, a hash does. */
static const char *slug(struct rw_arena *arena, const char *text)
{
	struct rw_buf out = RW_BUF_INIT;
	char hash[33];
	const char *id;

	add_slug(&out, text);
	if (out.len == 0 || strlen(text) > ID_BYTES ||
	    !rw_making_is_plain(text)) {
		rw_hash_hex(text, strlen(text), hash);
		rw_buf_cut(&out, out.len < 70 ? out.len : 70);
		rw_buf_printf(&out, "%s%.8s", out.len ? "-" : "", hash);
	}
	id = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return id;
}

/* Many ids become one number in a spreadsheet, and none can be got back. */
static void check_id(struct rw_making *m, const char *cell, const char *column)
{
	if (!rw_damage_is_number(cell))
		return;
	rw_report(m->diags, RW_ID_SPOILT, rw_making_pos(m, RW_FIELD_ID), cell,
		  column, NULL);
	m->status = -1;
}

static const char *mapped_id(struct rw_making *m)
{
	const struct rw_table_map *map = m->r->map;
	struct rw_buf text = RW_BUF_INIT;
	const char *id;
	bool filled = false;
	size_t count;

	for (size_t i = 0; i < map->id_columns.count; i++) {
		size_t column = (size_t)(uintptr_t)map->id_columns.items[i];
		const char *cell =
			rw_making_trimmed(m->arena, m->row->cells[column]);

		check_id(m, cell,
			 rw_table_columns(m->r->table, &count)[column]);
		filled = filled || cell[0] != '\0';
		rw_buf_printf(&text, "%s%s%s", i ? "-" : "",
			      (const char *)map->id_prefixes.items[i], cell);
	}
	if (filled && !rw_making_is_clean(m, RW_FIELD_ID, text.data))
		filled = false;
	id = filled ? slug(m->arena, text.data) : NULL;
	rw_buf_release(&text);
	return id;
}

/* Where no column is the id: title, and a hash of who and where. */
static const char *made_id(struct rw_making *m)
{
	static const enum rw_field fields[] = {
		RW_FIELD_TITLE, RW_FIELD_COMPANY, RW_FIELD_LOCATION,
		RW_FIELD_CITY,	RW_FIELD_ROLE,	  RW_FIELD_URL
	};
	struct rw_buf text = RW_BUF_INIT, id = RW_BUF_INIT;
	char hash[33];
	const char *made;

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		rw_buf_printf(&text, "%s\n", cells_of(m, fields[i]));
	rw_hash_hex(text.data, text.len, hash);
	add_slug(&id, cells_of(m, RW_FIELD_TITLE));
	rw_buf_cut(&id, id.len < ID_TITLE_BYTES ? id.len : ID_TITLE_BYTES);
	rw_buf_printf(&id, "%s%.12s", id.len ? "-" : "", hash);
	made = rw_arena_strdup(m->arena, id.data);
	rw_buf_release(&text);
	rw_buf_release(&id);
	return made;
}

static void say_empty(struct rw_making *m, enum rw_field field,
		      const char *what, const char *hint)
{
	rw_report(m->diags, RW_ROW_EMPTY, rw_making_pos(m, field), what, hint,
		  NULL);
	m->status = -1;
}

void rw_making_id(struct rw_making *m)
{
	const struct rw_table_map *map = m->r->map;
	const char *id = NULL, *text;

	if (map->id_columns.count > 0) {
		id = mapped_id(m);
	} else if (column_of(map, RW_FIELD_ID, 0) >= 0) {
		text = rw_making_value(m, RW_FIELD_ID);
		check_id(m, text ? text : "", rw_making_column(m, RW_FIELD_ID));
		id = text ? slug(m->arena, text) : NULL;
	} else {
		id = made_id(m);
	}
	if (id == NULL)
		say_empty(m, RW_FIELD_ID, "id",
			  "make the id of another column");
	else
		rw_node_set_attr(m->root, "id", id);
	m->out->id = id ? id : "";
}

/* ------------------------------------------------------------ attributes */

static bool is_language(const char *tag)
{
	size_t part = 0, parts = 0;

	for (;; tag++) {
		if (isalnum((unsigned char)*tag)) {
			part++;
			continue;
		}
		/* Names of languages are longer than their tags. */
		if (part < (parts == 0 ? 2u : 1u) ||
		    part > (parts == 0 ? 3u : 8u))
			return false;
		parts++;
		part = 0;
		if (*tag == '\0')
			return parts > 0;
		if (*tag != '-')
			return false;
	}
}

void rw_making_language(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_LANGUAGE);
	char *tag;

	rw_node_set_attr(m->root, "xml:lang", m->r->map->lang);
	if (text == NULL)
		return;
	tag = rw_arena_strdup(m->arena, text);
	for (char *p = tag; *p != '\0'; p++)
		if (*p == '_')
			*p = '-';
	if (is_language(tag))
		rw_node_set_attr(m->root, "xml:lang", tag);
	else
		rw_making_refuse(m, RW_FIELD_LANGUAGE, text,
				 "language, such as en-GB");
}

void rw_making_day(struct rw_making *m, enum rw_field field)
{
	static const enum rw_code codes[] = {
		[RW_DAY_UNREADABLE] = RW_DATE_UNREADABLE,
		[RW_DAY_AMBIGUOUS] = RW_DATE_AMBIGUOUS,
		[RW_DAY_WEEKDAY] = RW_DATE_UNREADABLE,
		[RW_DAY_SERIAL] = RW_DATE_SERIAL
	};
	const char *text = rw_making_value(m, field);
	enum rw_day_result result;
	char iso[RW_DATE_SIZE];
	int32_t day;

	if (text == NULL ||
	    (field == RW_FIELD_STARTS && rw_field_is_open_start(text)))
		return;
	result = rw_day_read(text, m->r->map->order, &day);
	if (result != RW_DAY_GOOD) {
		rw_report_hint(
			m->diags, codes[result], rw_making_pos(m, field),
			result == RW_DAY_WEEKDAY
				? "it is another day of the week; "
				  "correct it, or the date"
				: NULL,
			(const char *const[]){ text, rw_making_column(m, field),
					       NULL });
		m->status = -1;
		return;
	}
	rw_date_format(day, iso);
	rw_node_set_attr(m->root, rw_field_attribute(field), iso);
}

/* The check of documents says the same; an export makes no such check. */
static void note_past_start(struct rw_making *m)
{
	const char *starts = rw_node_attr(m->root, "starts");
	int32_t day;

	if (starts != NULL &&
	    rw_day_read(starts, RW_ORDER_YMD, &day) == RW_DAY_GOOD &&
	    day < rw_workspace_options(m->r->ws)->today)
		rw_report(m->diags, RW_STARTS_PAST,
			  rw_making_pos(m, RW_FIELD_STARTS), starts, NULL,
			  NULL);
}

/* What 'text' means as a value of a closed vocabulary; NULL: refused. */
static const char *word_of(struct rw_making *m, enum rw_field field,
			   const char *text)
{
	const char *word = rw_field_value(field, text);

	if (word != NULL)
		return word;
	word = rw_field_value_of(field, text);
	if (word == NULL)
		rw_making_refuse(m, field, text, rw_field_what(field));
	else
		rw_report(m->diags, RW_VALUE_DETAIL, rw_making_pos(m, field),
			  text, rw_making_column(m, field), word);
	return word;
}

/* A value of a closed vocabulary. */
void rw_making_set_word(struct rw_making *m, struct rw_node *node,
			enum rw_field field, const char *text)
{
	const char *word = word_of(m, field, text);

	if (word != NULL)
		rw_node_set_attr(node, rw_field_attribute(field), word);
}

static void set_truth(struct rw_making *m, enum rw_field field)
{
	const char *text = rw_making_value(m, field);

	if (text != NULL)
		rw_making_set_word(m, m->root, field, text);
}

/* Adds those of "part-time permanent" that are not there. */
static void add_words(struct rw_buf *words, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, " ");
		char word[24];

		snprintf(word, sizeof(word), "%.*s", (int)len, text);
		if (strstr(words->data, word) == NULL)
			rw_buf_printf(words, "%s%s", words->len ? " " : "",
				      word);
		text += len + (text[len] != '\0');
	}
}

/*
 * Adds the words of the list 'text' as the schema has them; 'asks': what the
 * map says of each comes first.
 */
static void add_employment(struct rw_making *m, const char *text, bool asks,
			   struct rw_buf *words)
{
	const enum rw_field field = RW_FIELD_EMPLOYMENT;
	const char *one, *word;

	while ((one = rw_field_part(m->arena, field, &text)) != NULL) {
		word = asks ? rw_making_meaning(m, field, one) : one;
		if (word != one) {
			add_employment(m, word, false, words);
			continue;
		}
		word = word_of(m, field, one);
		if (word != NULL)
			add_words(words, word);
	}
}

/* What the map says of a whole cell goes before what it says of its parts. */
static void add_employment_cell(struct rw_making *m, const char *cell,
				struct rw_buf *words)
{
	const char *text = rw_making_meaning(m, RW_FIELD_EMPLOYMENT, cell);

	if (!is_error(text) && rw_making_is_clean(m, RW_FIELD_EMPLOYMENT, text))
		add_employment(m, text, text == cell, words);
}

static void set_employment(struct rw_making *m)
{
	const struct rw_map_field *f = &m->r->map->fields[RW_FIELD_EMPLOYMENT];
	struct rw_buf words = RW_BUF_INIT;
	int status = m->status;

	for (size_t i = 0; i < f->columns.count && !f->constant; i++) {
		const struct rw_mapped *mapped = f->columns.items[i];

		m->from[RW_FIELD_EMPLOYMENT] = i;
		add_employment_cell(
			m,
			rw_making_trimmed(m->arena,
					  m->row->cells[mapped->column]),
			&words);
	}
	if (f->constant != NULL)
		add_employment_cell(m, f->constant, &words);
	else if (words.len == 0 && f->fallback && m->status == status)
		add_employment_cell(m, f->fallback, &words);
	if (words.len > 0)
		rw_node_set_attr(m->root, "employment", words.data);
	rw_buf_release(&words);
}

static void set_count(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_OPENINGS);

	if (text == NULL)
		return;
	if (strspn(text, "0123456789") != strlen(text) || strlen(text) > 6 ||
	    strspn(text, "0") == strlen(text))
		rw_making_refuse(m, RW_FIELD_OPENINGS, text,
				 "number of openings");
	else
		rw_node_set_attr(m->root, "openings", text);
}

static void set_hours(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_HOURS);
	rw_decimal hours;
	char figure[24];

	if (text == NULL)
		return;
	if (!rw_amount_hours(m->arena, text, &hours) ||
	    hours > HOURS_OF_WEEK * RW_DECIMAL_SCALE) {
		rw_making_refuse(m, RW_FIELD_HOURS, text,
				 "number of hours a week");
		return;
	}
	/* Contracts of zero hours, and programs where nobody filled it in. */
	if (hours == 0) {
		rw_report(m->diags, RW_VALUE_SILENT,
			  rw_making_pos(m, RW_FIELD_HOURS), text,
			  rw_making_column(m, RW_FIELD_HOURS),
			  "the hours of a week");
		return;
	}
	rw_decimal_format(hours, figure);
	rw_node_set_attr(m->root, "hours", figure);
}

/* Runs of blanks as one. */
char *rw_making_line(struct rw_arena *arena, const char *text)
{
	char *line = rw_arena_strdup(arena, text), *out = line;

	for (const char *p = line; *p != '\0'; p++) {
		if (!isspace((unsigned char)*p))
			*out++ = *p;
		else if (out > line && out[-1] != ' ')
			*out++ = ' ';
	}
	*out = '\0';
	return line;
}

static void set_texts(struct rw_making *m)
{
	static const enum rw_field fields[] = { RW_FIELD_ROLE,
						RW_FIELD_REQUISITION };

	for (size_t i = 0; i < 2; i++) {
		const char *text = rw_making_value(m, fields[i]);

		if (text != NULL)
			rw_node_set_attr(m->root, rw_field_attribute(fields[i]),
					 rw_making_line(m->arena, text));
	}
}

/* ------------------------------------------------------------- companies */

/* A company that is in no file: its name. */
static const struct rw_node *nameless(struct rw_making *m, enum rw_field field,
				      const char *name, const char *id)
{
	struct rw_doc *doc = rw_doc_new(m->arena, RW_NS, "company");
	struct rw_node *root = rw_doc_root(doc), *n;

	rw_node_set_attr(root, "id", id);
	rw_node_set_attr(root, "kind",
			 field == RW_FIELD_AGENCY ? "agency" : "employer");
	rw_node_set_pos(root, rw_making_pos(m, field));
	n = rw_node_add_with_text(root, RW_NS, "name", name);
	rw_node_set_pos(n, rw_making_pos(m, field));
	return root;
}

static void set_company(struct rw_making *m, enum rw_field field,
			const struct rw_node **company)
{
	const char *text = rw_making_value(m, field), *id;
	char *key;

	if (text == NULL)
		return;
	text = rw_making_line(m->arena, text);
	key = rw_arena_strdup(m->arena, text);
	for (char *p = key; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	id = rw_map_get(m->r->companies, key);
	if (id == NULL) {
		id = slug(m->arena, text);
		*company = nameless(m, field, text, id);
	}
	rw_node_set_attr(m->root, rw_field_attribute(field), id);
}

/* ------------------------------------------------------------------ rest */

static bool is_web_address(const char *text)
{
	return (strncasecmp(text, "http://", 7) == 0 ||
		strncasecmp(text, "https://", 8) == 0) &&
	       strpbrk(text, " \t\r\n\"<>") == NULL && strlen(text) <= 2000 &&
	       strchr(text, ':')[3] != '\0';
}

static bool is_email(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at > text && at[1] != '\0' &&
	       strchr(at + 1, '@') == NULL &&
	       strpbrk(text, " \t\r\n\"<>,;") == NULL;
}

void rw_making_apply(struct rw_making *m)
{
	enum rw_field field = RW_FIELD_APPLY_URL;
	const char *url = rw_making_value(m, field);
	const char *page = rw_making_value(m, RW_FIELD_URL);
	const char *email = rw_making_value(m, RW_FIELD_APPLY_EMAIL);

	if (url == NULL) {
		field = RW_FIELD_URL;
		url = page;
	}
	if (url != NULL && strncasecmp(url, "mailto:", 7) == 0 &&
	    email == NULL) {
		email = url + 7;
		url = NULL;
	}
	if (url != NULL && is_web_address(url)) {
		rw_node_set_attr(rw_making_element(m, RW_FIELD_APPLY_URL),
				 "url", url);
		m->out->page = page != NULL && is_web_address(page) ? page
								    : url;
	} else if (url != NULL)
		rw_making_refuse(m, field, url, "web address");
	if (email != NULL && is_email(email))
		rw_node_set_attr(rw_making_element(m, RW_FIELD_APPLY_URL),
				 "email", email);
	else if (email != NULL)
		rw_making_refuse(m, RW_FIELD_APPLY_EMAIL, email,
				 "e-mail address");
}

static void set_rest(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_CATEGORY);
	struct rw_node *node;

	if (text != NULL) {
		node = rw_node_add_with_text(
			rw_making_element(m, RW_FIELD_CATEGORY), RW_NS,
			"category", rw_making_line(m->arena, text));
		rw_node_set_pos(node, rw_making_pos(m, RW_FIELD_CATEGORY));
	}
	text = rw_making_value(m, RW_FIELD_SENIORITY);
	if (text != NULL)
		rw_making_set_word(m, rw_making_element(m, RW_FIELD_SENIORITY),
				   RW_FIELD_SENIORITY, text);
	text = rw_making_value(m, RW_FIELD_BOARDS);
	if (text != NULL) {
		char *ids = rw_making_line(m->arena, text);

		for (char *p = ids; *p != '\0'; p++)
			if (strchr(",;|", *p) != NULL)
				*p = ' ';
		rw_node_add_text(rw_making_element(m, RW_FIELD_BOARDS),
				 rw_making_line(m->arena, ids));
	}
}

static void set_title(struct rw_making *m)
{
	const char *text = rw_making_value(m, RW_FIELD_TITLE);

	if (text == NULL)
		return;
	text = rw_making_line(m->arena, text);
	if (strlen(text) > TITLE_BYTES) {
		rw_report(m->diags, RW_LIMIT, rw_making_pos(m, RW_FIELD_TITLE),
			  "title", "500 bytes", NULL);
		m->status = -1;
		return;
	}
	/* Of strangers: braces in it are no placeholders. */
	rw_node_add_text(rw_making_add(m, RW_FIELD_TITLE), text);
}

/* Whether a part is missing because nobody wrote it. */
static bool is_blank(struct rw_making *m, enum rw_field field)
{
	const char *constant = m->r->map->fields[field].constant;
	const char *text = cells_of(m, field);

	return (constant == NULL || constant[0] == '\0') &&
	       (text[0] == '\0' || is_error(text));
}

/* What a posting cannot do without. */
static void check_whole(struct rw_making *m)
{
	const struct rw_node *root = m->root;

	if (rw_node_attr(root, "company") == NULL &&
	    is_blank(m, RW_FIELD_COMPANY))
		say_empty(m, RW_FIELD_COMPANY, "company",
			  "give the map a constant");
	if (rw_node_attr(root, "role") != NULL)
		return;
	if (rw_node_child(root, "title") == NULL && is_blank(m, RW_FIELD_TITLE))
		say_empty(m, RW_FIELD_TITLE, "title", "name a role");
	if (rw_node_child(root, "opening") == NULL &&
	    rw_node_child(root, "responsibilities") == NULL &&
	    is_blank(m, RW_FIELD_DESCRIPTION))
		say_empty(m, RW_FIELD_DESCRIPTION, "description",
			  "name a role that has one");
}

/* ---------------------------------------------------------------- faults */

static void report_fault(struct rw_making *m)
{
	struct rw_pos pos = { m->r->file, 0 };
	char have[24], want[24];
	size_t count;

	rw_table_columns(m->r->table, &count);
	snprintf(have, sizeof(have), "%zu", m->row->count);
	snprintf(want, sizeof(want), "%zu", count);
	switch (m->row->fault) {
	case RW_FAULT_CELLS:
		rw_report(m->diags, RW_ROW_CELLS, pos, have, want, NULL);
		break;
	case RW_FAULT_BYTES:
		rw_report(m->diags, RW_ROW_BYTES, pos,
			  rw_table_encoding(m->r->table), NULL, NULL);
		break;
	case RW_FAULT_LONG:
		rw_report(m->diags, RW_LIMIT, pos, "row", "4 MiB", NULL);
		break;
	case RW_FAULT_KEY:
		rw_report(m->diags, RW_KEY_SECRET, pos, m->row->reason, NULL,
			  NULL);
		break;
	default:
		rw_report(m->diags, RW_TABLE_JSON, pos,
			  m->row->reason ? m->row->reason : "", NULL, NULL);
		break;
	}
}

int rw_row_posting(struct rw_row_reader *r, const struct rw_row *row,
		   struct rw_arena *arena, struct rw_diags *diags,
		   struct rw_row_posting *posting)
{
	static const enum rw_field days[] = { RW_FIELD_POSTED, RW_FIELD_CLOSES,
					      RW_FIELD_STARTS };
	static const enum rw_field lists[] = { RW_FIELD_RESPONSIBILITIES,
					       RW_FIELD_REQUIREMENTS,
					       RW_FIELD_PREFERRED,
					       RW_FIELD_BENEFITS };
	struct rw_making m = { .r = r,
			       .row = row,
			       .arena = arena,
			       .diags = diags,
			       .out = posting };

	*posting = (struct rw_row_posting){ .id = "" };
	if (row->fault != RW_FAULT_NONE) {
		report_fault(&m);
		return -1;
	}
	m.root = rw_doc_root(rw_doc_new(arena, RW_NS, "posting"));
	posting->root = m.root;
	rw_node_set_pos(m.root, (struct rw_pos){ r->file, 0 });
	rw_making_id(&m);
	rw_making_language(&m);
	set_texts(&m);
	set_company(&m, RW_FIELD_COMPANY, &posting->company);
	set_company(&m, RW_FIELD_AGENCY, &posting->agency);
	for (size_t i = 0; i < 3; i++)
		rw_making_day(&m, days[i]);
	note_past_start(&m);
	set_truth(&m, RW_FIELD_ONGOING);
	set_truth(&m, RW_FIELD_CONFIDENTIAL);
	set_truth(&m, RW_FIELD_AUDIENCE);
	set_employment(&m);
	set_count(&m);
	set_hours(&m);
	set_title(&m);
	rw_making_places(&m);
	rw_making_pay(&m);
	rw_making_description(&m);
	for (size_t i = 0; i < 4; i++)
		rw_making_list(&m, lists[i]);
	rw_making_apply(&m);
	set_rest(&m);
	check_whole(&m);
	return m.status;
}

/* ---------------------------------------------------------------- reader */

/* Ids and names of the companies of the workspace. */
static void note_companies(struct rw_row_reader *r, struct rw_diags *diags)
{
	size_t count;
	struct rw_entry *const *list =
		rw_workspace_list(r->ws, RW_KIND_COMPANY, &count);

	for (size_t i = 0; i < count; i++) {
		const struct rw_node *root =
			rw_inherit_resolve(r->ws, list[i], NULL, diags);
		const struct rw_node *name = root ? rw_node_child(root, "name")
						  : NULL;
		char *key = name ? rw_node_text(r->arena, name) : NULL;

		rw_map_put(r->companies, list[i]->id, (void *)list[i]->id);
		for (char *p = key; p != NULL && *p != '\0'; p++)
			*p = (char)tolower((unsigned char)*p);
		if (key != NULL && rw_map_get(r->companies, key) == NULL)
			rw_map_put(r->companies, key, (void *)list[i]->id);
	}
}

static void release(void *object)
{
	struct rw_row_reader *r = object;

	rw_map_free(r->companies);
	rw_map_free(r->words);
	rw_diags_free(r->quiet);
	rw_arena_free(r->arena);
}

struct rw_row_reader *rw_row_reader_new(struct rw_arena *arena,
					struct rw_workspace *ws,
					const struct rw_table_map *map,
					struct rw_table *table,
					struct rw_diags *diags)
{
	struct rw_row_reader *r = rw_arena_zalloc(arena, sizeof(*r));

	r->arena = rw_arena_new();
	r->ws = ws;
	r->map = map;
	r->table = table;
	r->companies = rw_map_new();
	r->words = rw_map_new();
	r->quiet = rw_diags_new(rw_diags_sources(diags));
	rw_arena_defer(arena, release, r);
	make_places(r, rw_diags_sources(diags));
	note_companies(r, diags);
	return r;
}
