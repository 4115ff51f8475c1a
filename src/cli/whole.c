/*
 * A document with all that it inherits.
 */
#include "cli/whole.h"

#include "model/inherit.h"

static const struct rw_node *chain(struct rw_cli *cli, struct rw_entry *entry,
				   const char *lang)
{
	return entry ? rw_inherit_resolve(cli->ws, entry, lang, cli->diags)
		     : NULL;
}

struct rw_node *rw_cli_whole_posting(struct rw_cli *cli, struct rw_entry *role,
				     struct rw_entry *company, const char *lang)
{
	static const char *const lists[] = { "benefits", "notices" };
	const struct rw_node *from = chain(cli, role, lang), *list;
	struct rw_node *root;

	root = rw_doc_root(rw_doc_new(cli->arena, RW_NS, "posting"));
	if ((role != NULL && from == NULL))
		return NULL;
	rw_node_set_attr(root, "xml:lang", lang);
	for (const struct rw_node *n = from ? rw_node_child(from, NULL) : NULL;
	     n != NULL; n = rw_node_next_element(n, NULL))
		rw_node_copy(n, root);
	from = chain(cli, company, lang);
	if (company != NULL && from == NULL)
		return NULL;
	for (size_t i = 0; i < 2 && from != NULL; i++) {
		list = rw_node_child(from, lists[i]);
		if (list != NULL &&
		    rw_inherit_list(cli->ws, root, list, cli->diags) != 0)
			return NULL;
	}
	return root;
}

/* The document that attribute 'name' of 'root' names; -1 after an error. */
static int referred(struct rw_cli *cli, const struct rw_node *root,
		    const char *name, enum rw_kind kind,
		    struct rw_entry **entry)
{
	const char *id = rw_node_attr(root, name);

	*entry = NULL;
	if (id == NULL)
		return 0;
	*entry = rw_workspace_need(
		cli->ws, kind, id,
		rw_node_attr_value_pos(root, name, cli->sources), cli->diags);
	return *entry ? 0 : -1;
}

/* Lays the posting's translation over it, if there is one. */
static int translate(struct rw_cli *cli, struct rw_entry *entry,
		     struct rw_node *root, const struct rw_node *own,
		     const char *lang)
{
	struct rw_entry *overlay =
		rw_workspace_translation(cli->ws, entry, lang);
	const struct rw_node *texts;

	if (overlay == NULL || rw_lang_same(rw_node_lang(own), lang))
		return 0;
	texts = rw_entry_root(cli->ws, overlay, cli->diags);
	return texts ? rw_inherit_overlay(root, own, texts, cli->diags) : -1;
}

const struct rw_node *rw_cli_whole(struct rw_cli *cli, struct rw_entry *entry,
				   const char *lang)
{
	struct rw_entry *role, *company;
	const struct rw_node *own;
	struct rw_node *root;

	if (entry->kind != RW_KIND_POSTING)
		return chain(cli, entry, lang);
	own = rw_entry_root(cli->ws, entry, cli->diags);
	if (own == NULL ||
	    referred(cli, own, "role", RW_KIND_ROLE, &role) != 0 ||
	    referred(cli, own, "company", RW_KIND_COMPANY, &company) != 0)
		return NULL;
	lang = lang ? lang : rw_node_lang(own);
	root = rw_cli_whole_posting(cli, role, company, lang);
	if (root == NULL ||
	    rw_inherit_merge(cli->ws, root, own, cli->diags) != 0 ||
	    translate(cli, entry, root, own, lang) != 0)
		return NULL;
	return root;
}

static void add_words(struct rw_buf *out, const struct rw_node *node,
		      unsigned depth)
{
	const struct rw_node *n = rw_node_first(node);

	for (; n != NULL && depth > 0; n = rw_node_next(n)) {
		if (rw_node_kind(n) == RW_NODE_TEXT ||
		    rw_node_kind(n) == RW_NODE_CDATA)
			rw_buf_puts(out, rw_node_content(n));
		else if (rw_node_is(n, "placeholder"))
			rw_buf_printf(out, "{{%s}}", rw_node_attr(n, "name"));
		else if (rw_node_kind(n) == RW_NODE_ELEMENT)
			add_words(out, n, depth - 1);
		if (rw_node_is_md(n, "paragraph") || rw_node_is(n, "title") ||
		    rw_node_is_md(n, "softbreak") || rw_node_is(n, "position"))
			rw_buf_putc(out, ' ');
	}
}

char *rw_cli_plain(struct rw_cli *cli, const struct rw_node *node)
{
	struct rw_buf text = RW_BUF_INIT;
	char *copy;

	add_words(&text, node, 64);
	copy = rw_arena_strdup(cli->arena, text.data);
	rw_buf_release(&text);
	return copy;
}
