/*
 * Reading profiles of job boards.
 */
#include "publish/board.h"

#include <string.h>

#include "base/decimal.h"
#include "model/inherit.h"

static const char *const formats[RW_FIELD_FORMATS] = {
	[RW_FIELD_TEXT] = "text",
	[RW_FIELD_HTML] = "html",
	[RW_FIELD_MARKUP] = "markup",
	[RW_FIELD_DATE] = "date",
	[RW_FIELD_DATE_TIME] = "date-time",
	[RW_FIELD_END_OF_DAY] = "end-of-day",
	[RW_FIELD_RFC822] = "rfc822",
	[RW_FIELD_DMY_DOTS] = "dmy-dots",
	[RW_FIELD_DMY] = "dmy",
	[RW_FIELD_MDY] = "mdy",
	[RW_FIELD_DAYS] = "days",
	[RW_FIELD_QUERY] = "query",
	[RW_FIELD_FRAGMENT] = "fragment",
	[RW_FIELD_INTEGER] = "integer",
	[RW_FIELD_DECIMAL] = "decimal",
	[RW_FIELD_MONEY] = "money",
};

/* One reading of a profile. */
struct reader {
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct rw_board *board;
	const struct rw_node *root; /* of the profile */
	struct rw_map *maps;	    /* name -> struct rw_map */
	int status;
};

const char *rw_field_format_name(enum rw_field_format format)
{
	return formats[format];
}

static bool is(const struct rw_node *node, const char *name, const char *value)
{
	const char *have = node ? rw_node_attr(node, name) : NULL;

	return have && strcmp(have, value) == 0;
}

static size_t count_of(const struct rw_node *node, const char *name)
{
	const char *text = node ? rw_node_attr(node, name) : NULL;
	rw_decimal value;

	if (!text || !rw_decimal_parse(text, &value) || value < 0)
		return 0;
	return (size_t)(value / RW_DECIMAL_SCALE);
}

static const char *attr(struct reader *r, const struct rw_node *node,
			const char *name)
{
	const char *value = node ? rw_node_attr(node, name) : NULL;

	return value ? rw_arena_strdup(r->arena, value) : NULL;
}

static const char *attr_or_none(struct reader *r, const struct rw_node *node,
				const char *name)
{
	const char *value = attr(r, node, name);

	return value ? value : "";
}

static const char *text_of(struct reader *r, const struct rw_node *root,
			   const char *name)
{
	const struct rw_node *node = rw_node_child(root, name);

	return node ? rw_node_text(r->arena, node) : "";
}

/* ------------------------------------------------------------------ maps */

static void free_map(void *map)
{
	rw_map_free(map);
}

static void read_map(struct reader *r, const struct rw_node *node)
{
	const struct rw_node *n = rw_node_child(node, "value");
	struct rw_map *map = rw_map_new();

	rw_arena_defer(r->arena, free_map, map);
	for (; n; n = rw_node_next_element(n, "value")) {
		const char *from = rw_node_attr(n, "from");
		const char *to = attr(r, n, "to");

		if (from && to)
			rw_map_put(map, from, (void *)(uintptr_t)to);
	}
	rw_map_put(r->maps, rw_node_attr(node, "name"), map);
}

static const struct rw_map *map_of(struct reader *r,
				   const struct rw_node *field)
{
	const char *name = rw_node_attr(field, "map");
	const struct rw_map *map = name ? rw_map_get(r->maps, name) : NULL;

	if (name && !map) {
		rw_report(r->diags, RW_BOARD_MAP_UNKNOWN,
			  rw_node_attr_value_pos(field, "map",
						 rw_diags_sources(r->diags)),
			  name, NULL, NULL);
		r->status = -1;
	}
	return map;
}

/* The values of the map as they stand, for a field that takes one. */
static const char *const *order_of(struct reader *r,
				   const struct rw_node *field)
{
	const char *name = rw_node_attr(field, "map");
	const struct rw_node *map = rw_node_child(r->root, "map"), *n;
	const char **order;
	size_t count = 0;

	if (!name || !is(field, "one", "yes"))
		return NULL;
	while (map && !is(map, "name", name))
		map = rw_node_next_element(map, "map");
	if (!map)
		return NULL;
	order = rw_arena_zalloc(r->arena, (rw_node_count(map, "value") + 1) *
						  sizeof(*order));
	for (n = rw_node_child(map, "value"); n;
	     n = rw_node_next_element(n, "value"))
		order[count++] = attr_or_none(r, n, "to");
	return order;
}

/* ---------------------------------------------------------------- fields */

static struct rw_selector *
selector(struct reader *r, const struct rw_node *field, const char *name)
{
	const char *expression = rw_node_attr(field, name);
	struct rw_selector *compiled;
	struct rw_pos pos;

	if (!expression)
		return NULL;
	pos = rw_node_attr_value_pos(field, name, rw_diags_sources(r->diags));
	compiled = rw_selector_new(r->arena, expression, pos, r->diags);
	if (!compiled)
		r->status = -1;
	return compiled;
}

static enum rw_field_format format_of(const struct rw_node *field)
{
	const char *name = rw_node_attr(field, "format");
	int i = 0;

	while (name && i < RW_FIELD_FORMATS && strcmp(formats[i], name) != 0)
		i++;
	return i < RW_FIELD_FORMATS ? (enum rw_field_format)i : RW_FIELD_TEXT;
}

/* Whether what the board wants was read in its own documentation. */
static bool is_sure(const struct rw_node *field, const struct rw_board *board)
{
	const char *own = rw_node_attr(field, "confidence");

	return strcmp(own ? own : board->confidence, "C") != 0;
}

/* What people call the values that most boards ask for. */
static const char *words_for(const char *expression)
{
	static const struct {
		const char *expression, *words;
	} known[] = {
		{ "@closes", "a last day: 'closes'" },
		{ "@employment", "a kind of employment: 'employment'" },
		{ "@posted", "the day of posting: 'posted'" },
		{ "rw:apply/@email",
		  "an address for mail: 'email' of 'apply', or 'apply-email' "
		  "of a table" },
		{ "rw:benefits", "benefits" },
		{ "rw:board/@account",
		  "an account at this board: 'accounts' in the document of "
		  "its company" },
		{ "rw:company/rw:about",
		  "a company that tells of itself: 'about'" },
		{ "rw:company/rw:name", "a company that has a name" },
		{ "rw:place", "a place" },
		{ "rw:place/@city", "a city: 'city' of its place" },
		{ "rw:place/@country", "a country: 'country' of its place" },
		{ "rw:place/@postal-code",
		  "a postal code: 'postal-code' of its place" },
		{ "rw:place/@region",
		  "the code of a region, such as CO for a state: 'region' "
		  "of its place; a name in 'region-name' is none" },
		{ "rw:place/@street", "a street: 'street' of its place" },
		{ "rw:requirements", "requirements" },
		{ "rw:responsibilities",
		  "a text: 'responsibilities', or 'description' of a table" },
		{ "rw:site/@base-url",
		  "a site that has an address: 'base-url' in site.xml" },
		{ "rw:site/@title",
		  "a site that has a title: 'title' in site.xml" },
		{ "rw:title", "a title" },
	};
	size_t i = 0, count = sizeof(known) / sizeof(known[0]);

	while (i < count && strcmp(known[i].expression, expression) != 0)
		i++;
	return i < count ? known[i].words : expression;
}

static void read_field(struct reader *r, const struct rw_node *node)
{
	struct rw_board *board = r->board;
	const char *select = attr_or_none(r, node, "select");
	const char *ask = attr(r, node, "ask");

	board->fields[board->field_count++] = (struct rw_board_field){
		.name = attr_or_none(r, node, "name"),
		.expression = select,
		.ask = ask ? ask : words_for(select),
		.select = selector(r, node, "select"),
		.when = selector(r, node, "when"),
		.when_expression = attr_or_none(r, node, "when"),
		.map = map_of(r, node),
		.first = order_of(r, node),
		.format = format_of(node),
		.most = count_of(node, "max-length"),
		.least = count_of(node, "min-length"),
		.required = is(node, "required", "yes"),
		.part_of = attr(r, node, "part-of"),
		.part = is(node, "required", "part"),
		.sure = is_sure(node, board),
		.feed = is(node, "scope", "feed"),
		.pos = rw_node_pos(node),
	};
}

static void read_rule(struct reader *r, const struct rw_node *node)
{
	static const struct {
		const char *name;
		enum rw_severity level;
	} levels[] = {
		{ "warning", RW_WARNING },
		{ "note", RW_NOTE },
	};
	struct rw_board_rule *rule = &r->board->rules[r->board->rule_count++];

	*rule = (struct rw_board_rule){
		.name = attr_or_none(r, node, "rule"),
		.level = RW_ERROR,
		.off = is(node, "level", "off"),
		.limit = count_of(node, "limit"),
		.words = attr(r, node, "words"),
		.pos = rw_node_attr_value_pos(node, "rule",
					      rw_diags_sources(r->diags)),
	};
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		if (is(node, "level", levels[i].name))
			rule->level = levels[i].level;
}

/* Calls 'read' for each child 'name' of 'root'. */
static void each(struct reader *r, const struct rw_node *root, const char *name,
		 void (*read)(struct reader *, const struct rw_node *))
{
	const struct rw_node *n = rw_node_child(root, name);

	for (; n; n = rw_node_next_element(n, name))
		read(r, n);
}

static size_t count_children(const struct rw_node *root, const char *name)
{
	const struct rw_node *n = rw_node_child(root, name);
	size_t count = 0;

	for (; n; n = rw_node_next_element(n, name))
		count++;
	return count;
}

/* ------------------------------------------------------------------ head */

static void read_head(struct reader *r, const struct rw_node *root)
{
	const struct rw_node *facts = rw_node_child(root, "facts");
	const struct rw_node *submit = rw_node_child(root, "submit");
	const struct rw_node *delivery = rw_node_child(root, "delivery");
	const struct rw_node *markup = rw_node_child(root, "markup");
	const struct rw_node *limits = rw_node_child(root, "limits");
	const char *name = text_of(r, root, "name");

	*r->board = (struct rw_board){
		.id = attr_or_none(r, root, "id"),
		.name = *name ? name : attr_or_none(r, root, "id"),
		.url = text_of(r, root, "url"),
		.who = attr_or_none(r, submit, "who"),
		.method = attr_or_none(r, delivery, "method"),
		.format = attr_or_none(r, delivery, "format"),
		.checked = attr_or_none(r, facts, "checked"),
		.confidence = attr_or_none(r, facts, "confidence"),
		.tags = attr(r, markup, "tags"),
		.entities = attr(r, markup, "entities"),
		.contract = is(submit, "contract", "yes"),
		.confidential = is(submit, "confidential", "yes"),
		.per_place = is(limits, "per-place", "yes"),
		.most_items = count_of(limits, "items"),
		.most_bytes = count_of(limits, "bytes"),
		.pos = rw_node_pos(root),
	};
}

static void read_board(struct reader *r, const struct rw_node *root)
{
	struct rw_board *board = r->board;

	r->root = root;
	read_head(r, root);
	board->fields =
		rw_arena_zalloc(r->arena, count_children(root, "field") *
						  sizeof(*board->fields));
	board->rules =
		rw_arena_zalloc(r->arena, count_children(root, "preflight") *
						  sizeof(*board->rules));
	each(r, root, "map", read_map);
	each(r, root, "field", read_field);
	each(r, root, "preflight", read_rule);
}

const struct rw_board *rw_board_load(struct rw_workspace *ws,
				     struct rw_arena *arena, const char *id,
				     struct rw_diags *diags)
{
	struct rw_entry *entry =
		rw_workspace_need(ws, RW_KIND_BOARD, id, RW_NOWHERE, diags);
	const struct rw_node *root =
		entry ? rw_inherit_resolve(ws, entry, NULL, diags) : NULL;
	struct reader r = { .arena = arena, .diags = diags };

	if (!root)
		return NULL;
	r.board = rw_arena_zalloc(arena, sizeof(*r.board));
	r.maps = rw_map_new();
	read_board(&r, root);
	rw_map_free(r.maps);
	return r.status == 0 ? r.board : NULL;
}

static const struct rw_node *
company_root(struct rw_workspace *ws, const char *id, struct rw_diags *diags)
{
	struct rw_entry *entry =
		id ? rw_workspace_find(ws, RW_KIND_COMPANY, id, NULL) : NULL;

	return entry ? rw_inherit_resolve(ws, entry, NULL, diags) : NULL;
}

const char *rw_board_account(struct rw_workspace *ws, const char *company,
			     const char *board, struct rw_diags *diags)
{
	const struct rw_node *n = company_root(ws, company, diags);

	n = n ? rw_node_child(n, "accounts") : NULL;
	n = n ? rw_node_child(n, "account") : NULL;
	while (n && !is(n, "board", board))
		n = rw_node_next_element(n, "account");
	return n ? rw_node_attr(n, "id") : NULL;
}

static bool asks_for(const struct rw_board *board, const char *attribute)
{
	size_t i = 0;

	while (i < board->field_count &&
	       !strstr(board->fields[i].expression, attribute))
		i++;
	return i < board->field_count;
}

const char *rw_board_email(struct rw_workspace *ws, const char *company,
			   const struct rw_board *board, struct rw_diags *diags)
{
	const struct rw_node *n = asks_for(board, "/@company-email")
					  ? company_root(ws, company, diags)
					  : NULL;

	n = n ? rw_node_child(n, "apply") : NULL;
	return n ? rw_node_attr(n, "email") : NULL;
}

const char *rw_board_contact(struct rw_workspace *ws, const char *company,
			     const struct rw_board *board,
			     struct rw_diags *diags)
{
	const struct rw_node *n = asks_for(board, "/@contact")
					  ? company_root(ws, company, diags)
					  : NULL;

	n = n ? rw_node_child(n, "contact") : NULL;
	return n ? rw_node_attr(n, "name") : NULL;
}
