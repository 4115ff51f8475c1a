/*
 * Texts of other documents as comments of a new one: taken from the source,
 * as their authors wrote them.
 */
#include "cli/skeleton.h"

#include <string.h>

#include "cli/scaffold.h"
#include "model/inherit.h"
#include "model/lists.h"
#include "model/vocabulary.h"
#include "publish/canonical.h"
#include "text/markdown.h"
#include "xml/scan.h"

/* A line of the table of contents is broken behind so many bytes. */
#define CONTENTS_WIDTH 60

/* ---------------------------------------------------------------- source */

/* "--" may not stand in a comment; written so it means the same outside. */
static void put_safe(struct rw_buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		bool second = text[i] == '-' && out->len > 0 &&
			      out->data[out->len - 1] == '-';

		if (second)
			rw_buf_puts(out, "&#45;");
		else
			rw_buf_putc(out, text[i]);
	}
}

/* CDATA as escaped text. */
static void put_cdata(struct rw_buf *out, const char *text, size_t len)
{
	struct rw_buf plain = RW_BUF_INIT, escaped = RW_BUF_INIT;

	rw_buf_add(&plain, text, len);
	rw_scaffold_escape(&escaped, plain.data);
	put_safe(out, escaped.data, escaped.len);
	rw_buf_release(&plain);
	rw_buf_release(&escaped);
}

static void put_token(struct rw_buf *out, const char *text,
		      const struct rw_token *token)
{
	if (token->kind == RW_TOKEN_CDATA)
		put_cdata(out, text + token->body,
			  token->body_end - token->body);
	else if (token->kind != RW_TOKEN_COMMENT && token->kind != RW_TOKEN_PI)
		put_safe(out, text + token->start, token->end - token->start);
}

static bool is_table(const char *text, const struct rw_token *token)
{
	size_t len = token->end - token->start;

	return len > 6 && strncmp(text + token->start, "<table", 6) == 0;
}

/*
 * What stands between the tags of 'node' in its source, without comments;
 * with 'text_only' without elements that have a text of their own.
 */
static void put_inner(struct rw_cli *cli, const struct rw_node *node,
		      bool text_only, struct rw_buf *out)
{
	struct rw_pos pos = rw_node_pos(node);
	struct rw_token token;
	size_t len, depth = 1;
	const char *text = rw_sources_text(cli->sources, pos.file, &len);
	bool skips = false;

	if (text == NULL || pos.offset >= len)
		return;
	rw_scan_token(text, len, pos.offset, &token);
	if (token.kind != RW_TOKEN_START || token.empty)
		return;
	for (;;) {
		bool tag, outer = depth == 1;

		rw_scan_token(text, len, token.end, &token);
		tag = token.kind == RW_TOKEN_START;
		if (tag && !token.empty)
			depth++;
		else if (token.kind == RW_TOKEN_END)
			depth--;
		if (depth == 0 || token.kind == RW_TOKEN_NONE)
			return;
		if (tag && outer)
			skips = text_only && !is_table(text, &token);
		if (!skips || (outer && !tag))
			put_token(out, text, &token);
	}
}

/* -------------------------------------------------------------- elements */

static void put_attribute(void *context, const char *name, const char *value)
{
	static const char *const left_out[] = { "id", "xml:lang", "of",
						"before", "after" };
	struct rw_buf *out = context;
	struct rw_buf escaped = RW_BUF_INIT;

	for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++)
		if (strcmp(name, left_out[i]) == 0)
			return;
	rw_scaffold_escape(&escaped, value);
	rw_buf_printf(out, " %s=\"", name);
	put_safe(out, escaped.data, escaped.len);
	rw_buf_putc(out, '"');
	rw_buf_release(&escaped);
}

static enum rw_content content_of(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type ? type->content : RW_CONTENT_STRUCT;
}

static bool is_text(const struct rw_node *node)
{
	enum rw_content content = content_of(node);

	return content == RW_CONTENT_LINE || content == RW_CONTENT_PROSE ||
	       content == RW_CONTENT_BLOCKS;
}

/* The attributes: for a translation only what says of which text it is. */
static void put_attributes(const struct rw_node *node, bool translation,
			   struct rw_buf *out)
{
	const char *id = rw_node_attr(node, "id");
	char hash[9];

	if (id != NULL)
		rw_buf_printf(out, " id=\"%s\"", id);
	if (!translation) {
		rw_node_attrs(node, put_attribute, out);
	} else if (is_text(node)) {
		rw_prose_hash(node, hash);
		rw_buf_printf(out, " of=\"%s\"", hash);
	}
}

/* What nobody translates: notes of the makers, names, marks of structure. */
static bool is_left_out(const struct rw_node *node)
{
	static const char *const names[] = {
		"remove",  "use",	"sources", "source",
		"changes", "approvals", "note",	   "legal-name",
		"table",   "agreement", "concept",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (rw_node_is(node, names[i]))
			return true;
	return strcmp(rw_node_ns(node), RW_NS) != 0;
}

static void put_element(struct rw_cli *cli, const struct rw_node *node,
			bool translation, struct rw_buf *out)
{
	const struct rw_node *n = rw_node_child(node, NULL);
	struct rw_buf inner = RW_BUF_INIT;

	rw_buf_printf(out, "<%s", rw_node_name(node));
	put_attributes(node, translation, out);
	if (content_of(node) == RW_CONTENT_STRUCT)
		for (; n != NULL; n = rw_node_next_element(n, NULL)) {
			rw_buf_putc(&inner, '\n');
			if (!translation || (is_text(n) && !is_left_out(n)))
				put_element(cli, n, translation, &inner);
		}
	else
		put_inner(cli, node, false, &inner);
	if (inner.len == 0) {
		rw_buf_puts(out, "/>");
	} else {
		rw_buf_putc(out, '>');
		rw_buf_add(out, inner.data, inner.len);
		rw_buf_printf(out, "</%s>", rw_node_name(node));
	}
	rw_buf_release(&inner);
}

/*
 * The element as a comment. Its canonical form is that of a document with
 * nothing around it, less the XML declaration.
 */
static void put_comment(struct rw_cli *cli, const struct rw_node *node,
			bool translation, struct rw_buf *out)
{
	struct rw_buf source = RW_BUF_INIT, text = RW_BUF_INIT;
	size_t start;

	put_element(cli, node, translation, &source);
	rw_canonical_write(source.data, source.len, &text);
	start = strcspn(text.data, "\n") + 1;
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		rw_buf_putc(out, '\n');
	if (strcspn(text.data + start, "\n") + start + 1 >= text.len) {
		rw_buf_printf(out, "<!-- %.*s -->\n",
			      (int)(text.len - start - 1), text.data + start);
	} else {
		rw_buf_puts(out, "<!--\n");
		rw_canonical_lines(text.data + start, text.len - start, 0, out);
		rw_buf_puts(out, "-->\n");
	}
	rw_buf_release(&source);
	rw_buf_release(&text);
}

/* ----------------------------------------------------------------- parts */

static bool is_list(const struct rw_node *node)
{
	const struct rw_element_type *type =
		rw_element_type(rw_node_name(node));

	return type != NULL && type->merge == RW_MERGE_LIST;
}

static void put_part(struct rw_cli *cli, const struct rw_node *part,
		     struct rw_buf *out)
{
	const struct rw_node *n = rw_node_child(part, NULL);

	if (!is_list(part)) {
		put_comment(cli, part, false, out);
		return;
	}
	rw_buf_printf(out, "\n<!-- === %s === -->\n<%s>\n", rw_node_name(part),
		      rw_node_name(part));
	for (; n != NULL; n = rw_node_next_element(n, NULL))
		put_comment(cli, n, false, out);
	rw_buf_printf(out, "</%s>\n", rw_node_name(part));
}

static bool has_word(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (; *list != '\0'; list += strspn(list, " ")) {
		if (strcspn(list, " ") == len && strncmp(list, word, len) == 0)
			return true;
		list += strcspn(list, " ");
	}
	return false;
}

/* Place of a part in reading order; what has none stands before all. */
static size_t rank_of(const struct rw_node *part)
{
	size_t count, i = 0;
	const char *const *order = rw_reading_order(&count);

	while (i < count && strcmp(order[i], rw_node_name(part)) != 0)
		i++;
	return i < count ? i + 1 : 0;
}

static size_t count_items(const struct rw_node *list)
{
	const struct rw_node *n = rw_node_child(list, NULL);
	size_t count = 0;

	for (; n != NULL; n = rw_node_next_element(n, NULL))
		count++;
	return count;
}

/* The part behind 'n' (NULL: the first) in reading order, or NULL. */
static const struct rw_node *next_part(const struct rw_node *whole,
				       const struct rw_node *n,
				       const char *without)
{
	size_t count, rank = n ? rank_of(n) : 0;

	rw_reading_order(&count);
	n = n ? rw_node_next_element(n, NULL) : rw_node_child(whole, NULL);
	for (; rank <= count; rank++) {
		for (; n != NULL; n = rw_node_next_element(n, NULL))
			if (rank_of(n) == rank &&
			    !has_word(without, rw_node_name(n)))
				return n;
		n = rw_node_child(whole, NULL);
	}
	return NULL;
}

void rw_skeleton_contents(const struct rw_node *whole, const char *without,
			  struct rw_buf *out)
{
	const struct rw_node *n = next_part(whole, NULL, without), *next;
	size_t line = out->len;

	for (; n != NULL; n = next) {
		next = next_part(whole, n, without);
		rw_buf_printf(out, "%s%s", line == out->len ? "  " : " ",
			      rw_node_name(n));
		if (is_list(n))
			rw_buf_printf(out, " (%zu)", count_items(n));
		rw_buf_puts(out, next ? "," : "\n");
		if (next != NULL && out->len - line > CONTENTS_WIDTH) {
			rw_buf_putc(out, '\n');
			line = out->len;
		}
	}
}

void rw_skeleton_part(struct rw_cli *cli, const struct rw_node *whole,
		      const char *name, struct rw_buf *out)
{
	const struct rw_node *part = rw_node_child(whole, name);

	if (part != NULL)
		put_part(cli, part, out);
}

void rw_skeleton_parts(struct rw_cli *cli, const struct rw_node *whole,
		       const char *without, struct rw_buf *out)
{
	const struct rw_node *n = next_part(whole, NULL, without);

	for (; n != NULL; n = next_part(whole, n, without))
		put_part(cli, n, out);
}

/* ----------------------------------------------------------- translation */

struct translation {
	struct rw_cli *cli;
	const char *lang;
	size_t count;
};

/* The element of the translated document that stands for 'node'. */
static const struct rw_node *twin(const struct rw_node *parent,
				  const struct rw_node *node)
{
	const char *id = rw_node_attr(node, "id");
	const struct rw_node *n, *same;

	if (parent == NULL)
		return NULL;
	n = rw_node_child(parent, rw_node_name(node));
	for (; id != NULL && n; n = rw_node_next_element(n, rw_node_name(node)))
		if (rw_node_attr(n, "id") != NULL &&
		    strcmp(rw_node_attr(n, "id"), id) == 0)
			return n;
	same = rw_node_child(rw_node_parent(node), rw_node_name(node));
	for (; id == NULL && n != NULL && same != node;
	     same = rw_node_next_element(same, rw_node_name(node)))
		n = rw_node_next_element(n, rw_node_name(node));
	return n;
}

static void put_source(struct translation *t, const struct rw_node *node,
		       struct rw_buf *out)
{
	struct rw_buf inner = RW_BUF_INIT, lines = RW_BUF_INIT;

	put_inner(t->cli, node, true, &inner);
	rw_canonical_lines(inner.data, inner.len, 0, &lines);
	if (lines.len > 0 &&
	    strchr(lines.data, '\n') == lines.data + lines.len - 1)
		rw_buf_printf(out, "\n<!-- %.*s -->\n", (int)lines.len - 1,
			      lines.data);
	else
		rw_buf_printf(out, "\n<!--\n%s-->\n", lines.data);
	rw_buf_release(&inner);
	rw_buf_release(&lines);
}

/* Whether any text at or below 'node' is in another language. */
static bool lacks(const struct translation *t, const struct rw_node *node)
{
	for (const struct rw_node *n = node; n; n = rw_node_walk(n, node))
		if (is_text(n) && !rw_lang_same(rw_node_lang(n), t->lang))
			return true;
	return false;
}

/*
 * A part that holds elements, and each of several words for a thing, is
 * translated as a whole.
 */
static bool is_whole(const struct rw_node *node)
{
	return (content_of(node) == RW_CONTENT_STRUCT && !is_list(node)) ||
	       rw_node_is(node, "synonym") || rw_node_is(node, "inflection") ||
	       rw_node_is(node, "abbreviation");
}

static void put_translations(struct translation *t, const struct rw_node *own,
			     const struct rw_node *translated,
			     struct rw_buf *out);

static void put_empty(struct translation *t, const struct rw_node *node,
		      const struct rw_node *there, struct rw_buf *out)
{
	struct rw_buf inner = RW_BUF_INIT, tag = RW_BUF_INIT;
	bool text = is_text(node) &&
		    rw_node_text(t->cli->arena, node)[0] != '\0' &&
		    !rw_lang_same(rw_node_lang(there), t->lang);

	if (text)
		put_source(t, node, &inner);
	put_translations(t, node, there, &inner);
	put_attributes(node, true, &tag);
	if (inner.len > 0)
		rw_buf_printf(out, "<%s%s>%s</%s>\n", rw_node_name(node),
			      tag.data, inner.data, rw_node_name(node));
	t->count += text;
	rw_buf_release(&inner);
	rw_buf_release(&tag);
}

static void put_one(struct translation *t, const struct rw_node *node,
		    const struct rw_node *there, struct rw_buf *out)
{
	if (there == NULL) {
		return;
	} else if (!is_whole(node)) {
		put_empty(t, node, there, out);
	} else if (lacks(t, there)) {
		put_comment(t->cli, node, true, out);
		t->count++;
	}
}

static void put_translations(struct translation *t, const struct rw_node *own,
			     const struct rw_node *translated,
			     struct rw_buf *out)
{
	const struct rw_node *n = rw_node_child(own, NULL);

	for (; n != NULL; n = rw_node_next_element(n, NULL))
		if (!is_left_out(n))
			put_one(t, n, twin(translated, n), out);
}

size_t rw_skeleton_translation(struct rw_cli *cli, const struct rw_node *own,
			       const struct rw_node *translated,
			       const char *lang, struct rw_buf *out)
{
	struct translation t = { cli, lang, 0 };

	put_translations(&t, own, translated, out);
	return t.count;
}
