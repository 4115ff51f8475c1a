/*
 * A resolved document down to single statements.
 */
#include <string.h>

#include "base/map.h"
#include "model/lists.h"
#include "model/outline.h"
#include "model/prose.h"

struct maker {
	struct rw_arena *arena;
	const struct rw_node *root;
	const struct rw_words *words;
	struct rw_vec sections;
	struct rw_vec statements; /* of the section in hand */
};

/* ---------------------------------------------------------------- figures */

static void add_joined(struct rw_buf *out, const char *joint, const char *text)
{
	if (text[0] != '\0')
		rw_buf_printf(out, "%s%s", out->len ? joint : "", text);
}

static void add_figure(void *context, const char *name, const char *value)
{
	size_t len = strlen(name);

	if (len > 5 && strcmp(name + len - 5, "-text") == 0)
		add_joined(context, "; ", value);
}

static const char *take(struct rw_arena *arena, struct rw_buf *buf)
{
	char *text = rw_arena_strndup(arena, buf->data, buf->len);

	rw_buf_release(buf);
	return text;
}

/* All that resolving has put into words: "Required; 5 years". */
static const char *figures_of(struct rw_arena *arena,
			      const struct rw_node *node)
{
	struct rw_buf out = RW_BUF_INIT;

	rw_node_attrs(node, add_figure, &out);
	return take(arena, &out);
}

/* ------------------------------------------------------------- statements */

static const char *attr(const struct rw_node *node, const char *name)
{
	const char *value = rw_node_attr(node, name);

	return value ? value : "";
}

/* A statement that stands in 'from'. */
static struct rw_statement *add(struct maker *m, const char *id,
				const struct rw_node *from, const char *text)
{
	struct rw_statement *s = rw_arena_zalloc(m->arena, sizeof(*s));

	s->id = rw_arena_strdup(m->arena, id);
	s->text = text;
	s->figures = "";
	s->lang = rw_arena_strdup(m->arena, rw_node_lang(from));
	rw_vec_push(&m->statements, s);
	return s;
}

static const char *line_of(struct maker *m, const struct rw_node *node)
{
	struct rw_buf out = RW_BUF_INIT;

	if (rw_node_is(node, "occupation")) {
		rw_buf_printf(&out, "%s %s", attr(node, "scheme-text"),
			      attr(node, "code"));
		add_joined(&out, ", ", attr(node, "name"));
		add_joined(&out, ", ", attr(node, "match-text"));
	} else if (rw_node_is(node, "language")) {
		add_joined(&out, ", ", attr(node, "lang-text"));
		add_joined(&out, ", ", attr(node, "cefr"));
		add_joined(&out, ", ", rw_node_text(m->arena, node));
	} else {
		rw_buf_puts(&out, rw_node_text(m->arena, node));
	}
	return take(m->arena, &out);
}

/* What an item without an id is known by. */
static const char *id_of(struct maker *m, const struct rw_node *node)
{
	static const char *const keys[] = { "id", "ref", "lang" };
	const char *id = NULL;

	for (size_t i = 0; i < 3 && id == NULL; i++)
		id = rw_node_attr(node, keys[i]);
	if (id == NULL && rw_node_attr(node, "code") != NULL)
		id = rw_arena_printf(m->arena, "%s:%s", attr(node, "scheme"),
				     attr(node, "code"));
	return id ? id : rw_node_text(m->arena, node);
}

/* Of these the figures are the text. */
static bool is_line(const struct rw_node *node)
{
	return rw_node_is(node, "occupation") || rw_node_is(node, "language") ||
	       rw_node_is(node, "position") || rw_node_is(node, "title") ||
	       rw_node_is(node, "skill");
}

static void add_prose(struct maker *m, const char *id,
		      const struct rw_node *node)
{
	const char *text = rw_plain_text(m->arena, node);
	struct rw_statement *s;

	if (text[strspn(text, " \n\t")] == '\0')
		return;
	s = add(m, id, node, text);
	s->node = node;
	s->figures = figures_of(m->arena, node);
}

static void add_items(struct maker *m, const struct rw_node *list)
{
	struct rw_node *n = rw_node_child(list, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		if (strcmp(rw_node_ns(n), RW_NS) != 0)
			continue;
		if (rw_node_is(n, "group"))
			add_items(m, n);
		else if (is_line(n))
			add(m, id_of(m, n), n, line_of(m, n));
		else
			add_prose(m, id_of(m, n), n);
	}
}

/* ------------------------------------------------------------------ facts */

enum value {
	TEXT,
	ATTRIBUTES,
	ITEMS,
	EXPERIENCE
};

/* Facts in the order that they are shown in. */
static const struct {
	const char *id;
	const char *element; /* NULL: the root */
	enum value value;
	const char *attribute;
	const char *key; /* of its label; NULL: none */
} facts[] = {
	{ "title", "title", TEXT, NULL, NULL },
	{ "family", "family", TEXT, NULL, "ui.family" },
	{ "level", "level", TEXT, NULL, "ui.level" },
	{ "version", NULL, ATTRIBUTES, "version", "ui.version" },
	{ "status", NULL, ATTRIBUTES, "status-text", "ui.status" },
	{ "employment", NULL, ATTRIBUTES, "employment-text", "ui.employment" },
	{ "hours", NULL, ATTRIBUTES, "hours-text", "ui.hours" },
	{ "openings", NULL, ATTRIBUTES, "openings-text", "ui.openings" },
	{ "posted", NULL, ATTRIBUTES, "posted-text", "ui.posted" },
	{ "closes", NULL, ATTRIBUTES, "closes-text", "ui.closes" },
	{ "starts", NULL, ATTRIBUTES, "starts-text", "ui.starts" },
	{ "ends", NULL, ATTRIBUTES, "ends-text", "ui.ends" },
	{ "place", "place", ITEMS, "text", "ui.place" },
	{ "workplace", "workplace", ATTRIBUTES,
	  "mode-text days-on-site-text from-text", "ui.workplace" },
	{ "scope", "scope", ATTRIBUTES, "accounts-text revenue-text team-text",
	  "section.scope" },
	{ "pay", "pay", ATTRIBUTES, "text-long", "ui.pay" },
	{ "experience", "requirements", EXPERIENCE, NULL, "kind.experience" },
	{ "travel", "travel", ATTRIBUTES,
	  "percent-text overnight-text international-text", "section.travel" },
	{ "direct-reports", "direct-reports", ATTRIBUTES, "count-text",
	  "section.direct-reports" },
	{ "classification", "classification", ATTRIBUTES, "exempt-text",
	  "ui.exempt" },
	{ "seniority", "seniority", ATTRIBUTES, "level-text",
	  "section.seniority" },
	{ "reports-to", "reports-to", ITEMS, NULL,
	  "section.reports-to.description" },
};

/* The words of the attributes that 'names' lists, in its order. */
static const char *join_attributes(struct maker *m, const struct rw_node *node,
				   const char *names)
{
	struct rw_buf out = RW_BUF_INIT;

	while (*names != '\0') {
		size_t len = strcspn(names, " ");

		add_joined(&out, "; ",
			   attr(node, rw_arena_strndup(m->arena, names, len)));
		names += len + (names[len] == ' ');
	}
	return take(m->arena, &out);
}

/* Attribute (NULL: text) of all elements of a name, or of all items. */
static void join_items(struct maker *m, const struct rw_node *first,
		       const char *attribute, struct rw_buf *out)
{
	const char *name = attribute ? rw_node_name(first) : NULL;
	const struct rw_node *n = attribute ? first
					    : rw_node_child(first, NULL);

	for (; n != NULL; n = rw_node_next_element(n, name))
		add_joined(out, ", ",
			   attribute ? attr(n, attribute)
				     : rw_node_text(m->arena, n));
}

/* The most years that a requirement asks for. */
static const char *most_years(const struct rw_node *list)
{
	const struct rw_node *n = list;
	const char *text = "";
	rw_decimal most = 0, years;

	while ((n = rw_node_walk(n, list)) != NULL) {
		if (rw_decimal_parse(attr(n, "years"), &years) &&
		    years > most) {
			most = years;
			text = attr(n, "years-text");
		}
	}
	return text;
}

static const char *fact_text(struct maker *m, size_t which)
{
	const char *name = facts[which].attribute;
	const struct rw_node *node =
		facts[which].element
			? rw_node_child(m->root, facts[which].element)
			: m->root;
	struct rw_buf out = RW_BUF_INIT;

	if (node == NULL)
		return "";
	switch (facts[which].value) {
	case TEXT:
		return rw_node_text(m->arena, node);
	case EXPERIENCE:
		return rw_arena_strdup(m->arena, most_years(node));
	case ATTRIBUTES:
		return join_attributes(m, node, name);
	case ITEMS:
	default:
		join_items(m, node, name, &out);
		return take(m->arena, &out);
	}
}

/* The element that tells the language of a fact. */
static const struct rw_node *written_at(struct maker *m, size_t which)
{
	const struct rw_node *node =
		facts[which].value == TEXT
			? rw_node_child(m->root, facts[which].element)
			: NULL;

	return node ? node : m->root;
}

static void add_facts(struct maker *m)
{
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
		const char *text = fact_text(m, i);

		if (text[0] != '\0')
			add(m, facts[i].id, written_at(m, i), text)->label =
				facts[i].key
					? rw_words_get(m->words, facts[i].key)
					: NULL;
	}
}

/* --------------------------------------------------------------- sections */

static void close_section(struct maker *m, const char *name, const char *label)
{
	struct rw_outline_section *s = rw_arena_zalloc(m->arena, sizeof(*s));

	s->name = name;
	s->label = label ? rw_arena_strdup(m->arena, label) : name;
	s->count = m->statements.count;
	s->statements = rw_arena_zalloc(
		m->arena, (s->count + 1) * sizeof(*s->statements));
	for (size_t i = 0; i < s->count; i++)
		s->statements[i] =
			*(struct rw_statement *)m->statements.items[i];
	m->statements.count = 0;
	if (s->count > 0)
		rw_vec_push(&m->sections, s);
}

static bool is_part(const char *name)
{
	static const char *const parts[] = { "opening", "summary",
					     "scope",	"direct-reports",
					     "travel",	"classification" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strcmp(parts[i], name) == 0)
			return true;
	return false;
}

/* The figures of a part are facts. */
static void drop_figures(struct maker *m)
{
	for (size_t i = 0; i < m->statements.count; i++)
		((struct rw_statement *)m->statements.items[i])->figures = "";
}

static void add_section(struct maker *m, const char *name)
{
	const struct rw_node *part = rw_node_child(m->root, name);
	const char *label = part ? rw_node_attr(part, "label") : NULL;

	if (part == NULL || strcmp(name, "pay") == 0 ||
	    strcmp(name, "company") == 0 || strcmp(name, "apply") == 0)
		return;
	if (!is_part(name)) {
		add_items(m, part);
	} else {
		add_prose(m, name, part);
		drop_figures(m);
	}
	close_section(m, name,
		      label ? label : rw_words_get2(m->words, "section", name));
}

struct rw_outline *rw_outline_of(struct rw_arena *arena,
				 const struct rw_node *root,
				 const struct rw_words *words)
{
	struct rw_outline *outline = rw_arena_zalloc(arena, sizeof(*outline));
	struct maker m = { .arena = arena, .root = root, .words = words };
	size_t count;
	const char *const *order = rw_reading_order(&count);

	add_facts(&m);
	close_section(&m, "facts", rw_words_get(words, "ui.facts"));
	for (size_t i = 0; i < count; i++)
		add_section(&m, order[i]);
	add_section(&m, "other-titles");
	add_section(&m, "occupations");
	outline->root = root;
	outline->count = m.sections.count;
	outline->sections = rw_arena_zalloc(
		arena, (m.sections.count + 1) * sizeof(*outline->sections));
	for (size_t i = 0; i < m.sections.count; i++)
		outline->sections[i] =
			*(struct rw_outline_section *)m.sections.items[i];
	rw_vec_release(&m.sections);
	rw_vec_release(&m.statements);
	return outline;
}

const struct rw_outline_section *
rw_outline_section(const struct rw_outline *outline, const char *name)
{
	for (size_t i = 0; i < outline->count; i++)
		if (strcmp(outline->sections[i].name, name) == 0)
			return &outline->sections[i];
	return NULL;
}

const struct rw_statement *
rw_outline_statement(const struct rw_outline_section *section, const char *id)
{
	for (size_t i = 0; section != NULL && i < section->count; i++)
		if (strcmp(section->statements[i].id, id) == 0)
			return &section->statements[i];
	return NULL;
}

bool rw_statement_same(const struct rw_statement *a,
		       const struct rw_statement *b)
{
	return strcmp(a->text, b->text) == 0 &&
	       strcmp(a->figures, b->figures) == 0;
}

/* ---------------------------------------------------------------- writing */

static void write_line(struct rw_node *to, const char *text, bool emphasis)
{
	struct rw_node *paragraph = rw_node_add(to, RW_NS_MD, "paragraph");

	if (emphasis)
		paragraph = rw_node_add(paragraph, RW_NS_MD, "emph");
	rw_node_add_with_text(paragraph, RW_NS_MD, "text", text);
}

/* Prose of the element, then that of its children, such as <measure>. */
static void write_prose(const struct rw_node *node, struct rw_node *to)
{
	struct rw_node *n = rw_node_child(node, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL)) {
		if (strcmp(rw_node_ns(n), RW_NS) != 0 || rw_node_is(n, "table"))
			rw_node_copy(n, to);
		else
			write_prose(n, to);
	}
}

void rw_statement_write(const struct rw_statement *s, const char *figures,
			struct rw_node *to)
{
	if (s->lang[0] != '\0' && strcmp(s->lang, rw_node_lang(to)) != 0)
		rw_node_set_attr(to, "xml:lang", s->lang);
	if (s->node == NULL)
		write_line(to, s->text, false);
	else
		write_prose(s->node, to);
	if (figures != NULL && figures[0] != '\0')
		write_line(to, figures, true);
}
