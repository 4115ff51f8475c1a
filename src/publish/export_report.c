/*
 * The report of an export as a document.
 */
#include "publish/export_report.h"

#include <string.h>

#include "base/date.h"
#include "model/words.h"
#include "publish/render.h"
#include "version.h"

struct rw_export_report {
	struct rw_arena *arena;
	struct rw_doc *doc;
	struct rw_node *root;
	struct rw_board_report *broken; /* NULL: none is */
	size_t left_out, elsewhere, left_out_more;
	bool brief; /* no items */
};

struct rw_board_report {
	struct rw_export_report *report;
	struct rw_node *node;
	size_t refused, warned; /* items that were noted */
};

struct rw_export_report *rw_export_report_new(struct rw_arena *arena,
					      struct rw_workspace *ws,
					      const char *output,
					      const char *lang)
{
	struct rw_export_report *report =
		rw_arena_zalloc(arena, sizeof(*report));
	char date[RW_DATE_SIZE];

	rw_date_format(rw_workspace_options(ws)->today, date);
	report->arena = arena;
	report->doc = rw_doc_new(arena, RW_NS, "report");
	report->root = rw_doc_root(report->doc);
	rw_node_set_attr(report->root, "xml:lang", lang);
	rw_node_set_attr(report->root, "date", date);
	rw_node_set_attr(report->root, "output", output);
	rw_node_set_attr(report->root, "generator", "rolewright " RW_VERSION);
	return report;
}

void rw_export_report_brief(struct rw_export_report *report)
{
	report->brief = true;
}

struct rw_board_report *rw_export_report_board(struct rw_export_report *report,
					       const struct rw_board *board)
{
	struct rw_board_report *b = rw_arena_zalloc(report->arena, sizeof(*b));

	b->report = report;
	b->node = rw_node_add(report->root, RW_NS, "board");
	rw_node_set_attr(b->node, "id", board->id);
	rw_node_set_attr(b->node, "name", board->name);
	return b;
}

/* Where findings of one item go. */
struct finder {
	struct rw_node *item;
	const struct rw_sources *sources;
};

static void add_finding(void *context, const struct rw_found *found)
{
	const struct finder *f = context;
	struct rw_node *n = rw_node_add(f->item, RW_NS, "finding");
	const char *path = rw_sources_path(f->sources, found->pos.file);
	unsigned line, column;

	rw_node_set_attr(n, "code", rw_code_id(found->code));
	rw_node_set_attr(n, "severity", rw_severity_name(found->severity));
	rw_node_set_attr(n, "message", found->message);
	if (found->hint[0])
		rw_node_set_attr(n, "hint", found->hint);
	if (!path)
		return;
	rw_node_set_attr(n, "file", path);
	rw_sources_locate(f->sources, found->pos, &line, &column);
	if (line)
		rw_node_set_attrf(n, "line", "%u", line);
	if (column)
		rw_node_set_attrf(n, "column", "%u", column);
}

void rw_board_report_item(struct rw_board_report *board,
			  const struct rw_ledger_item *item, bool refused,
			  const struct rw_diags *why)
{
	struct finder f = { .sources = rw_diags_sources(why) };
	size_t most = refused ? RW_REPORT_REFUSED : RW_REPORT_ITEMS;
	size_t count = refused ? ++board->refused : ++board->warned;

	if (board->report->brief)
		return;
	if (count > most) {
		rw_node_set_attrf(board->node,
				  refused ? "refused-more" : "warned-more",
				  "%zu", count - most);
		return;
	}
	f.item =
		rw_node_add(board->node, RW_NS, refused ? "refused" : "warned");
	rw_node_set_attr(f.item, "id", item->item);
	rw_node_set_attr(f.item, "posting", item->posting);
	if (item->place[0])
		rw_node_set_attr(f.item, "place", item->place);
	rw_node_set_attr(f.item, "title", item->title);
	rw_diags_each(why, add_finding, &f);
}

void rw_export_report_broken(struct rw_export_report *report,
			     const struct rw_ledger_item *item,
			     const struct rw_diags *why)
{
	if (!report->broken) {
		report->broken =
			rw_arena_zalloc(report->arena, sizeof(*report->broken));
		report->broken->report = report;
		report->broken->node =
			rw_node_add(report->root, RW_NS, "broken");
	}
	rw_board_report_item(report->broken, item, true, why);
}

static void add_names(struct rw_board_report *board, const char *what,
		      const struct rw_vec *items, size_t all)
{
	for (size_t i = 0; i < items->count; i++) {
		const struct rw_ledger_name *name = items->items[i];
		struct rw_node *n = rw_node_add(board->node, RW_NS, what);

		rw_node_set_attr(n, "id", name->item);
		rw_node_set_attr(n, "title", name->title);
	}
	if (all > items->count)
		rw_node_set_attrf(
			board->node,
			rw_arena_printf(board->report->arena, "%s-more", what),
			"%zu", all - items->count);
}

void rw_board_report_end(struct rw_board_report *board,
			 const struct rw_board_outcome *outcome)
{
	struct rw_node *n = board->node;
	struct finder f = { n, rw_diags_sources(outcome->found) };

	rw_diags_each(outcome->found, add_finding, &f);
	rw_node_set_attrf(n, "items", "%zu", outcome->items);
	rw_node_set_attrf(n, "postings", "%zu", outcome->postings);
	rw_node_set_attrf(n, "refused", "%zu", outcome->refused);
	rw_node_set_attrf(n, "refused-of", "%zu", outcome->refused_postings);
	if (outcome->partly > 0)
		rw_node_set_attrf(n, "partly", "%zu", outcome->partly);
	rw_node_set_attrf(n, "warned", "%zu", board->warned);
	rw_node_set_attrf(n, "before", "%zu", outcome->before);
	rw_node_set_attrf(n, "stamped", "%zu", outcome->stamped);
	rw_node_set_attr(n, "replaced",
			 outcome->replaced ? "yes"
			 : outcome->tried  ? "dry-run"
					   : "no");
	for (size_t i = 0; i < outcome->file_count; i++)
		rw_node_set_attr(rw_node_add(n, RW_NS, "file"), "href",
				 outcome->files[i]);
	if (!outcome->changes)
		return;
	rw_node_set_attrf(n, "added", "%zu", outcome->changes->added);
	rw_node_set_attrf(n, "gone", "%zu", outcome->changes->gone);
	add_names(board, "added", &outcome->changes->added_items,
		  outcome->changes->added);
	add_names(board, "gone", &outcome->changes->gone_items,
		  outcome->changes->gone);
}

void rw_export_report_left_out(struct rw_export_report *report,
			       const struct rw_left_out *left_out)
{
	struct rw_node *n;
	size_t *count = left_out->elsewhere ? &report->elsewhere
					    : &report->left_out;
	size_t most = left_out->elsewhere ? RW_REPORT_ELSEWHERE
					  : RW_REPORT_ITEMS;

	if (++*count > most) {
		rw_node_set_attrf(report->root, "left-out-more", "%zu",
				  ++report->left_out_more);
		return;
	}
	n = rw_node_add(report->root, RW_NS, "left-out");
	rw_node_set_attr(n, "posting", left_out->posting);
	rw_node_set_attr(n, "title", left_out->title);
	rw_node_set_attr(n, "why", left_out->why);
	if (left_out->boards)
		rw_node_set_attr(n, "boards", left_out->boards);
}

/* The words of the page; other documents do not carry them. */
static void add_words(const struct rw_words *words, struct rw_node *root)
{
	static const char *const keys[] = {
		"report.title",	  "report.board",	"report.items",
		"report.refused", "report.warned",	"report.added",
		"report.gone",	  "report.feed",	"report.replaced",
		"report.tried",	  "report.kept",	"report.refused-list",
		"report.broken",  "report.warned-list", "report.left-out",
		"report.more",	  "report.entries",
	};
	struct rw_node *parent = rw_node_add(root, RW_NS, "words");

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const char *word = rw_words_get(words, keys[i]);

		rw_node_set_attr(rw_node_add_with_text(parent, RW_NS, "word",
						       word ? word : keys[i]),
				 "key", keys[i]);
	}
}

static bool ends_in(const char *text, const char *end)
{
	size_t len = strlen(text), tail = strlen(end);

	return len >= tail && strcmp(text + len - tail, end) == 0;
}

int rw_export_report_write(const struct rw_export_report *report,
			   struct rw_workspace *ws, const char *path,
			   struct rw_buf *out, struct rw_diags *diags)
{
	bool page = ends_in(path, ".html");
	struct rw_arena *arena = rw_arena_new();
	const struct rw_press press = { rw_sheets_new(arena, ws), arena,
					diags };
	struct rw_doc *doc = rw_doc_copy(arena, report->doc);
	const struct rw_words *words =
		rw_words_load(ws, rw_node_lang(rw_doc_root(doc)), diags);
	int status = words ? 0 : -1;

	if (status == 0 && page) {
		add_words(words, rw_doc_root(doc));
		status = rw_render_style(ws, arena, doc, diags);
	}
	if (status == 0)
		status = rw_format_write(
			&press, doc,
			page ? "site/report.xsl" : "site/report-json.xsl",
			page ? RW_FORMAT_HTML : RW_FORMAT_JSON, out);
	rw_arena_free(arena);
	return status;
}

static const char *plural(const char *number)
{
	return strcmp(number, "1") == 0 ? "" : "s";
}

/* "2 postings", or "3 items of 2 postings", where 'partly' even of as many */
static void count(struct rw_buf *out, const char *items, const char *postings,
		  bool partly)
{
	if (strcmp(items, postings) != 0 || partly)
		rw_buf_printf(out, "%s item%s of ", items, plural(items));
	rw_buf_printf(out, "%s posting%s", postings, plural(postings));
}

/* "indeed: 12 postings in indeed.xml, 2 refused, 3 new, 1 gone" */
static void summarise(const struct rw_node *board, struct rw_buf *out)
{
	const struct rw_node *file = rw_node_child(board, "file");
	const char *added = rw_node_attr(board, "added");
	const char *replaced = rw_node_attr(board, "replaced");
	const char *refused = rw_node_attr(board, "refused");
	const char *of = rw_node_attr(board, "refused-of");
	bool partly = rw_node_attr(board, "partly") != NULL;

	rw_buf_printf(out, "%s: ", rw_node_attr(board, "id"));
	count(out, rw_node_attr(board, "items"),
	      rw_node_attr(board, "postings"), partly);
	if (file && strcmp(replaced, "no") != 0)
		rw_buf_printf(out, " in %s", rw_node_attr(file, "href"));
	rw_buf_puts(out, ", ");
	if (strcmp(refused, of) == 0 && !partly)
		rw_buf_puts(out, refused);
	else
		count(out, refused, of, partly);
	rw_buf_puts(out, " refused");
	if (added)
		rw_buf_printf(out, ", %s new, %s gone", added,
			      rw_node_attr(board, "gone"));
	if (strcmp(replaced, "no") == 0)
		rw_buf_puts(out, "; the feed is not replaced");
	else if (strcmp(replaced, "dry-run") == 0)
		rw_buf_puts(out, "; a dry run");
	rw_buf_putc(out, '\n');
}

void rw_export_report_summary(const struct rw_export_report *report,
			      struct rw_buf *out)
{
	const struct rw_node *n = rw_node_child(report->root, "board");

	for (; n; n = rw_node_next_element(n, "board"))
		summarise(n, out);
}
