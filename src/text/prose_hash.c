/*
 * The hash of what an element says, so that a translation can tell when its
 * source changed: line ends, term links and places do not count.
 */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "text/markdown.h"

struct digest {
	struct rw_buf text;
	bool blank; /* white space stands before what comes */
};

static void put(struct digest *d, const char *text)
{
	while (*text) {
		size_t blanks = strspn(text, " \t\r\n");
		size_t word = strcspn(text + blanks, " \t\r\n");

		d->blank = d->blank || blanks > 0;
		text += blanks;
		if (word > 0 && d->blank && d->text.len > 0)
			rw_buf_putc(&d->text, ' ');
		if (word > 0)
			d->blank = false;
		rw_buf_add(&d->text, text, word);
		text += word;
	}
}

/* Begins or ends an element; the byte cannot stand in XML text. */
static void mark(struct digest *d, const char *name, const char *detail)
{
	d->blank = false;
	rw_buf_putc(&d->text, '\1');
	rw_buf_puts(&d->text, name);
	rw_buf_puts(&d->text, detail ? detail : "");
	rw_buf_putc(&d->text, '\1');
}

static void digest_children(struct digest *d, const struct rw_node *node);

static void digest_md(struct digest *d, const struct rw_node *node)
{
	const char *name = rw_node_name(node);
	const char *detail = rw_node_attr(node, "destination");

	if (!detail)
		detail = rw_node_attr(node, "level");
	if (strcmp(name, "text") == 0) {
		digest_children(d, node);
	} else if (strcmp(name, "softbreak") == 0) {
		put(d, " ");
	} else {
		/* Emphasis begins in the line: the blank before it counts. */
		put(d, "");
		if (d->blank && d->text.len > 0)
			rw_buf_putc(&d->text, ' ');
		mark(d, name, detail);
		digest_children(d, node);
		mark(d, "", NULL);
	}
}

static void digest_own(struct digest *d, const struct rw_node *node)
{
	static const char *const parts[] = { "table", "caption", "row",
					     "cell" };

	if (rw_node_is(node, "placeholder")) {
		put(d, "{{");
		put(d, rw_node_attr(node, "name"));
		put(d, "}}");
	} else if (rw_node_is(node, "term")) {
		digest_children(d, node);
	}
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!rw_node_is(node, parts[i]))
			continue;
		mark(d, parts[i], NULL);
		digest_children(d, node);
	}
}

static void digest_children(struct digest *d, const struct rw_node *node)
{
	const struct rw_node *child = rw_node_first(node);

	for (; child; child = rw_node_next(child)) {
		if (rw_node_kind(child) != RW_NODE_ELEMENT)
			put(d, rw_node_content(child));
		else if (strcmp(rw_node_ns(child), RW_NS_MD) == 0)
			digest_md(d, child);
		else
			digest_own(d, child);
	}
}

void rw_prose_hash(const struct rw_node *element, char *out)
{
	struct digest d = { .text = RW_BUF_INIT };

	digest_children(&d, element);
	snprintf(out, 9, "%08x",
		 (unsigned)(rw_hash(d.text.data, d.text.len) & 0xFFFFFFFF));
	rw_buf_release(&d.text);
}
