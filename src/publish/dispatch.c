/*
 * From a posting to what each board gets of it.
 */
#include "publish/dispatch.h"

#include <string.h>

#include "base/hash.h"
#include "base/slot.h"
#include "base/utf8.h"
#include "model/inherit.h"
#include "publish/alike.h"
#include "publish/board_fields.h"
#include "publish/preflight.h"
#include "write/write.h"

/* A posting that is being dispatched. */
struct dispatching {
	const struct rw_dispatcher *by;
	struct rw_consignment *c;
	const struct rw_node *source; /* as written */
	const char *id;		      /* that feeds know */
	struct rw_pos pos;
	size_t places;
	struct rw_marks *marks;	  /* stand for values; NULL: none do */
	struct rw_likeness *like; /* to other rows; NULL: to none */
};

/* ----------------------------------------------------------- which boards */

static bool has_word(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (; *list; list += strspn(list, " \t\n\r")) {
		size_t size = strcspn(list, " \t\n\r");

		if (size == len && strncmp(list, word, len) == 0)
			return true;
		list += size;
	}
	return false;
}

static bool is_meant_for(const struct dispatching *d,
			 const struct rw_dispatch_board *board)
{
	const struct rw_node *boards = rw_node_child(d->source, "boards");

	/* A row goes to all that the run names, unless it names some. */
	return board->all || (!boards && d->c->posting.row) ||
	       (boards &&
		has_word(rw_node_text(d->c->arena, boards), board->board->id));
}

/* Notes which boards want the posting; false if none does. */
static bool find_boards(const struct dispatching *d)
{
	const struct rw_dispatch *all = d->by->dispatch;
	bool any = false;

	d->c->wanted = rw_arena_zalloc(d->c->arena, all->count * sizeof(bool));
	for (size_t i = 0; i < all->count; i++) {
		d->c->wanted[i] = is_meant_for(d, &all->boards[i]);
		any = any || d->c->wanted[i];
	}
	return any;
}

/* The id that the posting began with: feeds keep it. */
static const char *first_id(const struct dispatching *d)
{
	const char *formerly = rw_node_attr(d->source, "formerly");
	const char *last = formerly ? strrchr(formerly, ' ') : NULL;

	if (!formerly || !*formerly)
		return d->c->posting.id;
	return last ? last + 1 : formerly;
}

/* ----------------------------------------------------------------- resolve */

static void copy_attr(void *context, const char *name, const char *value)
{
	rw_node_set_attr(context, name, value);
}

/* Copies all of a posting to another one's root. */
static void copy_posting(const struct rw_node *from, struct rw_node *root)
{
	const struct rw_node *n = rw_node_child(from, NULL);

	rw_node_attrs(from, copy_attr, root);
	rw_node_set_pos(root, rw_node_pos(from));
	for (; n; n = rw_node_next_element(n, NULL))
		rw_node_copy(n, root);
}

/* The posting as if it had only place number 'place'. */
static const struct rw_node *at_one_place(const struct dispatching *d,
					  size_t place)
{
	struct rw_doc *doc = rw_doc_new(d->c->arena, RW_NS, "posting");
	struct rw_node *root = rw_doc_root(doc);
	const struct rw_node *n = rw_node_child(d->source, NULL);
	size_t number = 0;

	rw_node_attrs(d->source, copy_attr, root);
	rw_node_set_pos(root, d->pos);
	for (; n; n = rw_node_next_element(n, NULL))
		if (!rw_node_is(n, "place") || number++ == place)
			rw_node_copy(n, root);
	return root;
}

/*
 * No site has a page for a row: its page is the one that it names, or where to
 * apply.
 */
static void set_page(const struct dispatching *d, struct rw_node *root)
{
	const char *page = d->c->posting.row->posting.page;
	const struct rw_node *apply = rw_node_child(root, "apply");
	struct rw_node *site = rw_node_child(root, "site"), *canonical;

	if (!page && apply)
		page = rw_node_attr(apply, "url");
	if (!site)
		site = rw_node_add(root, RW_NS, "site");
	canonical = rw_node_child(site, "canonical");
	if (canonical)
		rw_node_remove(canonical);
	if (page)
		rw_node_set_attr(rw_node_add(site, RW_NS, "canonical"), "href",
				 page);
}

static struct rw_doc *resolve(const struct dispatching *d,
			      const struct rw_node *source)
{
	const struct rw_resolve_options how = {
		.site = d->by->dispatch->site,
		.audience = "public",
		.unlinked = true, /* boards show none */
		.source = source,
		.company = d->c->posting.company,
		.agency = d->c->posting.agency,
		.page = d->c->posting.row ? d->c->posting.row->posting.page
					  : NULL,
		.own_day = d->c->posting.row != NULL,
	};
	const struct rw_posting *posting = &d->c->posting;
	struct rw_doc *doc;

	if (!posting->row)
		return rw_resolve(d->by->resolver, d->c->arena, posting->entry,
				  &how, d->c->diags);
	doc = rw_resolve_root(d->by->resolver, d->c->arena, source, &how,
			      d->c->diags);
	if (doc)
		set_page(d, rw_doc_root(doc));
	return doc;
}

/* Pay and text of somebody else may be looked at, but do not leave. */
static void keep_error(void *context, const struct rw_found *found)
{
	struct rw_found error = *found;

	if (found->code == RW_PAY_BORROWED || found->code == RW_TEXT_BORROWED)
		error.severity = RW_ERROR;
	if (error.severity == RW_ERROR)
		rw_diags_add(context, &error);
}

/* What 'check' calls an error refuses a document of the workspace. */
static bool is_sound(const struct dispatching *d, struct rw_doc *resolved)
{
	struct rw_diags *found = d->by->found;
	const struct rw_posting *p = &d->c->posting;
	const struct rw_check_known known = {
		.entry = p->entry,
		.source = p->root,
		.company = p->company,
		.agency = p->agency,
		.page = p->row ? p->row->posting.page : NULL,
		.resolved = resolved ? rw_doc_root(resolved) : NULL,
		.scope = RW_CHECK_LEAVING
	};

	if (p->entry->layer != RW_LAYER_WORKSPACE)
		return true;
	rw_check_known(d->by->check, &known, found);
	rw_diags_each(found, keep_error, d->c->diags);
	rw_diags_drop_below(found, RW_SEVERITIES);
	return rw_diags_count(d->c->diags, RW_ERROR) == 0;
}

/*
 * The posting as boards get it, checked; NULL after an error. One that hides
 * nothing is resolved once for both.
 */
static struct rw_doc *resolve_checked(const struct dispatching *d)
{
	bool plain = !rw_resolve_hides(d->source);
	struct rw_doc *doc = plain ? resolve(d, d->source) : NULL;

	if (!is_sound(d, doc))
		return NULL;
	return plain ? doc : resolve(d, d->source);
}

/* ------------------------------------------------------------------- items */

const char *rw_dispatch_place(struct rw_arena *arena, const char *city)
{
	struct rw_buf slug = RW_BUF_INIT;
	const char *copy;

	while (*city) {
		size_t size;
		uint32_t c = rw_utf8_decode(city, strnlen(city, 4), &size);

		if (rw_utf8_plain(c))
			rw_buf_putc(&slug, rw_utf8_plain(c));
		else if (slug.len && slug.data[slug.len - 1] != '-')
			rw_buf_putc(&slug, '-');
		city += size;
	}
	copy = rw_arena_strdup(arena, slug.data);
	rw_buf_release(&slug);
	return copy;
}

/* The id of a place; a mark of its city stays what it is. */
static const char *place_id(struct rw_arena *arena, const struct rw_node *root)
{
	const struct rw_node *place = rw_node_child(root, "place");
	const char *id = place ? rw_node_attr(place, "id") : NULL;
	const char *city = place ? rw_node_attr(place, "city") : NULL;

	if (id)
		return id;
	if (city && rw_slot_in(city))
		return city;
	return city ? rw_dispatch_place(arena, city) : "";
}

/* Whether another place of the posting has a city of the same letters. */
static bool is_namesake(const struct dispatching *d, const char *id)
{
	const struct rw_node *n = rw_node_child(d->source, "place");
	size_t found = 0;

	for (; n; n = rw_node_next_element(n, "place")) {
		const char *city = rw_node_attr(n, "city");

		found += city &&
			 strcmp(rw_dispatch_place(d->c->arena, city), id) == 0;
	}
	return found > 1;
}

/* Richmond in Virginia and Richmond in California are two items. */
static const char *item_place(const struct dispatching *d,
			      const struct rw_node *root)
{
	struct rw_arena *arena = d->c->arena;
	const char *id = place_id(arena, root), *more;
	const struct rw_node *place = rw_node_child(root, "place");

	if (d->places < 2 || !place || rw_node_attr(place, "id") ||
	    !is_namesake(d, id))
		return id;
	more = rw_node_attr(place, "region");
	if (!more)
		more = rw_node_attr(place, "country");
	return more ? rw_arena_printf(arena, "%s-%s", id,
				      rw_dispatch_place(arena, more))
		    : id;
}

/* Who sends it: the agency, if there is one; nobody who may not be named. */
static const char *sender(const struct dispatching *d)
{
	const char *agency = rw_node_attr(d->source, "agency");

	if (agency || strcmp(d->c->left_out, "confidential") == 0)
		return agency;
	return rw_node_attr(d->source, "company");
}

static const char *title_of(struct rw_arena *arena, const struct rw_node *root)
{
	const struct rw_node *title = rw_node_child(root, "title");

	return title ? rw_node_text(arena, title) : "";
}

/* The employer and the places of the posting, in a text. */
static const char *whose_of(struct rw_arena *arena, const struct rw_node *root)
{
	const struct rw_node *company = rw_node_child(root, "company");
	const struct rw_node *place = rw_node_child(root, "place");
	struct rw_buf whose = RW_BUF_INIT;
	const char *copy;

	if (company)
		company = rw_node_child(company, "name");
	if (company)
		rw_buf_puts(&whose, rw_node_text(arena, company));
	for (; place; place = rw_node_next_element(place, "place")) {
		const char *city = rw_node_attr(place, "city");
		const char *region = rw_node_attr(place, "region");
		const char *country = rw_node_attr(place, "country");

		region = region ? region : rw_node_attr(place, "region-name");
		rw_buf_printf(&whose, "\n%s\n%s\n%s", city ? city : "",
			      region ? region : "", country ? country : "");
	}
	copy = rw_arena_strndup(arena, whose.data, whose.len);
	rw_buf_release(&whose);
	return copy;
}

static struct rw_result *add_result(const struct dispatching *d, size_t board,
				    const struct rw_node *root)
{
	struct rw_arena *arena = d->c->arena;
	const struct rw_board *b = d->by->dispatch->boards[board].board;
	struct rw_result *result = rw_arena_zalloc(arena, sizeof(*result));
	const char *whose;

	result->board = board;
	result->posting = d->id;
	result->place = b->per_place ? item_place(d, root) : "";
	result->item = result->place[0] ? rw_arena_printf(arena, "%s.%s", d->id,
							  result->place)
					: d->id;
	result->title = title_of(arena, root);
	whose = whose_of(arena, root);
	result->whose = rw_hash(whose, strlen(whose));
	result->pos = d->pos;
	result->diags = rw_diags_new(rw_diags_sources(d->c->diags));
	rw_buf_init(&result->bytes);
	rw_vec_push(&d->c->results, result);
	return result;
}

/* Checks and writes one item; what is wrong with it is in the diags. */
static void make_item(const struct dispatching *d, struct rw_item *item,
		      const struct rw_dispatch_board *board, struct rw_doc *doc,
		      struct rw_buf *bytes)
{
	const struct rw_press press = { d->by->dispatch->sheets, d->c->arena,
					item->diags };
	struct rw_doc *tree;

	if (rw_board_fields_add(item) != 0)
		return;
	tree = rw_format_tree(&press, doc, board->sheet);
	item->tree = tree;
	if (!tree)
		return;
	if (item->marks && item->marks->texts)
		rw_marks_note_text(item->arena, item->marks, tree);
	/* Rules look at values, not at marks. */
	if (!item->marks) {
		rw_board_check_texts(item);
		rw_preflight_run(item);
	}
	if (rw_diags_count(item->diags, RW_ERROR) == 0 &&
	    rw_description_fill(item->description, tree, item->diags) == 0 &&
	    rw_markup_expand(tree, item->diags) == 0)
		rw_write_item(tree, board->frame.kind, bytes, item->diags);
}

/* What the board shows as the address of the job. */
static const char *url_of(const struct rw_item *item)
{
	static const char *const names[] = { "url", "link" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *url = rw_board_field(item, names[i]);

		if (url)
			return rw_arena_strdup(item->arena, url);
	}
	return "";
}

/* The long way, which may prove a shorter one. */
static void make_whole(const struct dispatching *d, struct rw_item *item,
		       struct rw_doc *doc, struct rw_result *result)
{
	make_item(d, item, &d->by->dispatch->boards[result->board], doc,
		  &result->bytes);
	result->url = item->own ? url_of(item) : "";
	if (item->own)
		rw_board_fields_remove(item);
	result->refused = rw_diags_count(result->diags, RW_ERROR) > 0;
	if (d->like)
		rw_alike_prove(d->like, item, result);
}

static void dispatch_item(const struct dispatching *d, size_t number,
			  struct rw_doc *doc, struct rw_description *text)
{
	const struct rw_board *board = d->by->dispatch->boards[number].board;
	struct rw_node *root = rw_doc_root(doc);
	struct rw_result *result = add_result(d, number, root);
	struct rw_item item = {
		.board = board,
		.arena = d->c->arena,
		.diags = result->diags,
		.root = root,
		.pos = d->pos,
		.account = rw_board_account(d->by->dispatch->ws, sender(d),
					    board->id, d->c->diags),
		.contact = rw_board_contact(d->by->dispatch->ws, sender(d),
					    board, d->c->diags),
		.email = rw_board_email(d->by->dispatch->ws, sender(d), board,
					d->c->diags),
		.id = result->item,
		.description = text,
		.marks = d->marks,
	};

	if (d->marks) {
		d->marks->board = number;
		item.id = rw_mark(d->c->arena, d->marks, RW_MARK_ITEM,
				  RW_FIELD_TEXT);
	}
	if (!d->like || !rw_alike_make(d->like, &item, result))
		make_whole(d, &item, doc, result);
}

/* Confidential postings go where they are taken, and nowhere else. */
static bool may_go(const struct dispatching *d, const struct rw_board *board)
{
	if (strcmp(d->c->left_out, "confidential") != 0 || board->confidential)
		return true;
	rw_report(d->c->diags, RW_EXPORT_CONFIDENTIAL, d->pos, board->name,
		  d->c->posting.id, NULL);
	return false;
}

/* Adds the text of the posting, which all boards share; NULL: there is none. */
static struct rw_description *describe(const struct dispatching *d,
				       struct rw_doc *doc)
{
	const struct rw_press press = { d->by->dispatch->sheets, d->c->arena,
					d->c->diags };
	struct rw_doc *text =
		rw_format_tree(&press, doc, "board/description.xsl");

	if (!text)
		return NULL;
	return rw_description_new(
		d->c->arena, rw_node_copy(rw_doc_root(text), rw_doc_root(doc)));
}

/* What tells it from a posting that says nearly the same. */
static void sketch(const struct dispatching *d, const struct rw_node *root,
		   struct rw_description *text)
{
	const char *plain = rw_description_plain(text, d->c->diags);

	if (plain)
		d->c->sketch = rw_sketch_of(plain);
	d->c->whose = whose_of(d->c->arena, root);
}

/* All boards that want postings as they are, or one for each place. */
static void dispatch_to(const struct dispatching *d, struct rw_doc *doc,
			struct rw_description *text, bool per_place)
{
	const struct rw_dispatch *all = d->by->dispatch;

	for (size_t i = 0; i < all->count; i++) {
		const struct rw_board *board = all->boards[i].board;

		if (board->per_place == per_place && d->c->wanted[i] &&
		    may_go(d, board))
			dispatch_item(d, i, doc, text);
	}
}

static bool wants_places(const struct dispatching *d)
{
	const struct rw_dispatch *all = d->by->dispatch;
	size_t i = 0;

	while (i < all->count &&
	       !(all->boards[i].board->per_place && d->c->wanted[i]))
		i++;
	return i < all->count;
}

static void dispatch_places(const struct dispatching *d)
{
	for (size_t i = 0; i < d->places && !d->c->broken; i++) {
		struct rw_doc *doc = resolve(d, at_one_place(d, i));
		struct rw_description *text = doc ? describe(d, doc) : NULL;

		d->c->broken = !text;
		if (text)
			dispatch_to(d, doc, text, true);
	}
}

static void dispatch(const struct dispatching *d)
{
	struct rw_consignment *c = d->c;
	int32_t today = rw_workspace_options(d->by->dispatch->ws)->today;
	struct rw_description *text;
	struct rw_doc *doc;

	doc = resolve_checked(d);
	c->broken = !doc;
	if (c->broken)
		return;
	c->left_out = rw_resolve_left_out(rw_doc_root(doc), today, false);
	if (c->left_out[0] && strcmp(c->left_out, "confidential") != 0)
		return;
	text = describe(d, doc);
	c->broken = !text;
	if (c->broken)
		return;
	sketch(d, rw_doc_root(doc), text);
	if (d->like)
		rw_alike_look(d->by, c, rw_doc_root(doc), d->like);
	dispatch_to(d, doc, text, false);
	if (d->places < 2)
		dispatch_to(d, doc, text, true);
	else if (wants_places(d))
		dispatch_places(d);
}

/* As written: the resolved posting is of the public already. */
static bool is_internal(const struct rw_node *root)
{
	const char *audience = rw_node_attr(root, "audience");

	return audience && strcmp(audience, "internal") == 0;
}

/* Under the id that it has now, or one that it had. */
static bool is_withdrawn(const struct dispatching *d)
{
	const struct rw_map *withdrawn = d->by->dispatch->withdrawn;
	const char *ids = rw_node_attr(d->source, "formerly");
	bool found = rw_map_get(withdrawn, d->c->posting.id);

	while (ids && *(ids += strspn(ids, " \t\n\r")) && !found) {
		size_t len = strcspn(ids, " \t\n\r");

		found = rw_map_get(withdrawn,
				   rw_arena_strndup(d->c->arena, ids, len));
		ids += len;
	}
	return found;
}

/* The text of a posting of marks, without any in it, or a mark for it. */
static struct rw_description *describe_marked(const struct dispatching *d,
					      struct rw_doc *doc)
{
	struct rw_description *text;

	if (d->marks->texts) {
		d->c->whose = whose_of(d->c->arena, rw_doc_root(doc));
		return rw_description_marked(
			d->c->arena, rw_mark(d->c->arena, d->marks,
					     RW_MARK_TEXT, RW_FIELD_TEXT));
	}
	text = describe(d, doc);
	if (!text)
		return NULL;
	d->marks->unfit = rw_slot_in(
		rw_node_text(d->c->arena, rw_description_node(text)));
	sketch(d, rw_doc_root(doc), text);
	return text;
}

static void dispatch_marked(const struct dispatching *d)
{
	struct rw_doc *doc = resolve(d, d->source);
	struct rw_description *text;

	if (!doc)
		return;
	d->c->resolved = rw_doc_root(doc);
	rw_marks_settle(d->c->arena, d->marks, rw_doc_root(doc));
	text = d->marks->unfit ? NULL : describe_marked(d, doc);
	if (!text)
		return;
	dispatch_to(d, doc, text, false);
	dispatch_to(d, doc, text, true);
}

void rw_dispatch_marked(const struct rw_dispatcher *by,
			const struct rw_posting *posting,
			struct rw_marks *marks, struct rw_consignment *c)
{
	struct dispatching d = { .by = by, .c = c, .marks = marks };
	struct rw_doc *doc = rw_doc_new(c->arena, RW_NS, "posting");
	struct rw_intake_row *row = rw_arena_zalloc(c->arena, sizeof(*row));

	copy_posting(posting->root, rw_doc_root(doc));
	*row = *posting->row;
	c->posting = *posting;
	c->posting.row = row;
	c->posting.root = rw_doc_root(doc);
	c->left_out = c->title = "";
	rw_marks_put(c->arena, marks, rw_doc_root(doc), &row->posting.page);
	d.source = c->posting.root;
	d.id = rw_node_attr(d.source, "id");
	d.pos = posting->pos;
	d.places = rw_node_count(d.source, "place");
	if (d.places < 2 && find_boards(&d))
		dispatch_marked(&d);
}

static void run(const struct rw_dispatcher *by, struct rw_consignment *c,
		struct rw_likeness *like)
{
	struct dispatching d = { .by = by, .c = c, .like = like };
	const struct rw_postings *from = by->dispatch->postings;

	c->left_out = c->title = "";
	c->broken = from->read(from->context, by->thread, c->arena, &c->posting,
			       c->diags) != 0;
	d.source = c->posting.root;
	if (d.source)
		c->title = title_of(c->arena, d.source);
	if (c->broken)
		return;
	d.id = first_id(&d);
	d.pos = c->posting.pos;
	d.places = rw_node_count(d.source, "place");
	if (!find_boards(&d))
		return;
	if (is_withdrawn(&d))
		c->left_out = "withdrawn";
	else if (is_internal(d.source))
		c->left_out = "internal";
	else
		dispatch(&d);
}

static void keep_result(struct rw_arena *kept, struct rw_result **result)
{
	struct rw_result *copy = rw_arena_alloc(kept, sizeof(*copy));

	*copy = **result;
	copy->posting = rw_arena_strdup(kept, copy->posting);
	copy->place = rw_arena_strdup(kept, copy->place);
	copy->item = rw_arena_strdup(kept, copy->item);
	copy->title = rw_arena_strdup(kept, copy->title);
	copy->url = rw_arena_strdup(kept, copy->url);
	*result = copy;
}

/* Takes what is looked at later out of the arena, and frees that. */
static void keep(struct rw_consignment *c, size_t boards)
{
	struct rw_posting *posting = &c->posting;
	bool *wanted = c->wanted;

	posting->id = rw_arena_strdup(c->kept, posting->id);
	posting->root = posting->company = posting->agency = NULL;
	if (posting->row)
		posting->row->posting =
			(struct rw_row_posting){ .id = posting->id };
	c->title = rw_arena_strdup(c->kept, c->title);
	c->left_out = rw_arena_strdup(c->kept, c->left_out);
	if (c->whose)
		c->whose = rw_arena_strdup(c->kept, c->whose);
	if (wanted) {
		c->wanted = rw_arena_alloc(c->kept, boards * sizeof(*wanted));
		memcpy(c->wanted, wanted, boards * sizeof(*wanted));
	}
	for (size_t i = 0; i < c->results.count; i++)
		keep_result(c->kept, (struct rw_result **)&c->results.items[i]);
	rw_arena_free(c->arena);
	c->arena = NULL;
}

void rw_dispatch_run(const struct rw_dispatcher *by, struct rw_consignment *c)
{
	struct rw_likeness like;

	c->arena = rw_arena_new();
	if (!by->dispatch->alike) {
		run(by, c, NULL);
	} else if (!rw_alike_stamp(by, c, &like)) {
		run(by, c, &like);
		rw_alike_learn(by, c, &like);
	}
	keep(c, by->dispatch->count);
}

void rw_dispatch_drop(struct rw_consignment *c)
{
	for (size_t i = 0; i < c->results.count; i++) {
		struct rw_result *result = c->results.items[i];

		rw_buf_release(&result->bytes);
		rw_diags_free(result->diags);
	}
	rw_vec_release(&c->results);
}

void rw_dispatch_release(struct rw_consignment *c)
{
	rw_dispatch_drop(c);
	rw_diags_free(c->diags);
	rw_arena_free(c->arena);
	rw_arena_free(c->kept);
}
