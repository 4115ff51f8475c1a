/*
 * Office Open XML files (ECMA-376 part 2) of their one-document form: parts in
 * pkg:package become entries of a zip archive.
 */
#include "write/write.h"

#include <string.h>

#include "base/map.h"
#include "write/archive.h"
#include "write/escape.h"
#include "write/markup.h"
#include "write/xml.h"
#include "xml/attributes.h"

#define NS_PKG "http://schemas.microsoft.com/office/2006/xmlPackage"
#define NS_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define TYPES_NAME "[Content_Types].xml"

struct part {
	const char *name; /* begins with '/' */
	const char *type;
	bool binary;
	struct rw_buf data;
};

struct package {
	struct rw_arena *arena;
	struct rw_diags *diags;
	struct part *parts;
	size_t count;
	struct rw_map *names;
	struct rw_map *defaults; /* extension to content type */
};

static bool is_pkg(const struct rw_node *node, const char *name)
{
	return !strcmp(rw_node_ns(node), NS_PKG) &&
	       !strcmp(rw_node_name(node), name);
}

/* Value of the attribute pkg:'name', or NULL. */
static const char *pkg_attribute(const struct rw_node *node, const char *name)
{
	struct rw_attr_cursor cursor;

	rw_attr_begin(&cursor, node);
	while (rw_attr_next(&cursor)) {
		if (!strcmp(cursor.attr.ns, NS_PKG) &&
		    !strcmp(cursor.attr.name, name))
			return cursor.attr.value;
	}
	return NULL;
}

static const struct rw_node *pkg_child(const struct rw_node *node,
				       const char *name)
{
	const struct rw_node *child = rw_node_child(node, NULL);

	while (child && !is_pkg(child, name))
		child = rw_node_next_element(child, NULL);
	return child;
}

/* ------------------------------------------------------------------ parts */

/* A path of segments that neither climb nor need escapes. */
static bool is_part_name(const char *name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

	while (*name == '/') {
		size_t len = strspn(name + 1, allowed);

		if (!len || name[len] == '.')
			return false;
		name += 1 + len;
		if (!*name)
			return true;
	}
	return false;
}

static int value_of_digit(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* Decodes base64 (RFC 4648) with white space in it; false if it is not that. */
static bool decode_base64(const char *text, struct rw_buf *out)
{
	unsigned long bits = 0;
	unsigned digits = 0;
	unsigned padding = 0;

	for (; *text; text++) {
		int value = value_of_digit(*text);

		if (strchr(" \t\r\n", *text))
			continue;
		if (*text == '=' ? ++padding > 2 : value < 0 || padding)
			return false;
		bits = bits << 6 | (unsigned long)(value < 0 ? 0 : value);
		if (++digits % 4)
			continue;
		rw_buf_putc(out, (char)(bits >> 16 & 0xFF));
		rw_buf_putc(out, (char)(bits >> 8 & 0xFF));
		rw_buf_putc(out, (char)(bits & 0xFF));
	}
	if (digits % 4)
		return false;
	out->len -= padding;
	return true;
}

static int fill_binary(struct package *package, struct part *part,
		       const struct rw_node *data)
{
	part->binary = true;
	if (decode_base64(rw_node_text(package->arena, data), &part->data))
		return 0;
	rw_report(package->diags, RW_PART_BASE64, rw_node_pos(data), part->name,
		  NULL, NULL);
	return -1;
}

static int fill_xml(struct package *package, struct part *part,
		    const struct rw_node *data)
{
	const struct rw_node *root = rw_node_child(data, NULL);

	if (!root || rw_node_next_element(root, NULL)) {
		rw_report(package->diags, RW_OUTPUT_SINGLE, rw_node_pos(data),
			  rw_node_name(data), NULL, NULL);
		return -1;
	}
	rw_buf_puts(&part->data, "<?xml version=\"1.0\" encoding=\"UTF-8\""
				 " standalone=\"yes\"?>\n");
	return rw_xml_element(root, &part->data, package->diags);
}

static int fill_part(struct package *package, struct part *part,
		     const struct rw_node *node)
{
	const struct rw_node *xml = pkg_child(node, "xmlData");
	const struct rw_node *binary = pkg_child(node, "binaryData");

	if (xml && !binary)
		return fill_xml(package, part, xml);
	if (binary && !xml)
		return fill_binary(package, part, binary);
	rw_report(package->diags, RW_PART_EMPTY, rw_node_pos(node), part->name,
		  NULL, NULL);
	return -1;
}

static int name_part(struct package *package, struct part *part,
		     const struct rw_node *node)
{
	struct rw_pos pos = rw_node_pos(node);

	part->name = pkg_attribute(node, "name");
	part->type = pkg_attribute(node, "contentType");
	if (!part->name || !part->type) {
		rw_report(package->diags, RW_ATTRIBUTE_MISSING, pos, "pkg:part",
			  part->name ? "pkg:contentType" : "pkg:name", NULL);
		return -1;
	}
	if (!is_part_name(part->name)) {
		rw_report(package->diags, RW_PART_NAME, pos, part->name, NULL,
			  NULL);
		return -1;
	}
	if (rw_map_put(package->names, part->name, part)) {
		rw_report(package->diags, RW_PART_TWICE, pos, part->name, NULL,
			  NULL);
		return -1;
	}
	return 0;
}

static int add_part(struct package *package, const struct rw_node *node)
{
	struct part *part = &package->parts[package->count++];

	rw_buf_init(&part->data);
	if (!is_pkg(node, "part")) {
		rw_report(package->diags, RW_OUTPUT_ELEMENT, rw_node_pos(node),
			  rw_node_name(node), "a part", NULL);
		return -1;
	}
	if (name_part(package, part, node))
		return -1;
	return fill_part(package, part, node);
}

/* ---------------------------------------------------------- content types */

/* The extension of a part whose type may be that of all such parts, or NULL. */
static const char *default_extension(const struct part *part)
{
	const char *dot = strrchr(part->name, '.');

	if (!dot || strchr(dot, '/'))
		return NULL;
	return part->binary || !strcmp(dot, ".rels") ? dot + 1 : NULL;
}

static void type_element(struct rw_buf *out, const char *element,
			 const char *key, const char *type)
{
	rw_buf_puts(out, element);
	rw_escape(out, key, RW_ESCAPE_XML_ATTR);
	rw_buf_puts(out, "\" ContentType=\"");
	rw_escape(out, type, RW_ESCAPE_XML_ATTR);
	rw_buf_puts(out, "\"/>");
}

/* The first type of each extension is its default ... */
static void put_defaults(struct package *package, struct rw_buf *out)
{
	for (size_t i = 0; i < package->count; i++) {
		const struct part *part = &package->parts[i];
		const char *extension = default_extension(part);

		if (!extension || rw_map_get(package->defaults, extension))
			continue;
		rw_map_put(package->defaults, extension,
			   rw_arena_strdup(package->arena, part->type));
		type_element(out, "<Default Extension=\"", extension,
			     part->type);
	}
}

/* ... and every part that differs has an element of its own. */
static void put_overrides(struct package *package, struct rw_buf *out)
{
	for (size_t i = 0; i < package->count; i++) {
		const struct part *part = &package->parts[i];
		const char *extension = default_extension(part);
		const char *type =
			extension ? rw_map_get(package->defaults, extension)
				  : NULL;

		if (!type || strcmp(type, part->type))
			type_element(out, "<Override PartName=\"", part->name,
				     part->type);
	}
}

static void put_types(struct package *package, struct rw_buf *out)
{
	rw_buf_puts(out,
		    "<?xml version=\"1.0\" encoding=\"UTF-8\""
		    " standalone=\"yes\"?>\n<Types xmlns=\"" NS_TYPES "\">");
	put_defaults(package, out);
	put_overrides(package, out);
	rw_buf_puts(out, "</Types>");
}

/* ---------------------------------------------------------------- package */

static size_t count_elements(const struct rw_node *node)
{
	const struct rw_node *child = rw_node_child(node, NULL);
	size_t count = 0;

	for (; child; child = rw_node_next_element(child, NULL))
		count++;
	return count;
}

static int add_parts(struct package *package, const struct rw_node *root)
{
	const struct rw_node *child = rw_node_child(root, NULL);
	int result = 0;

	if (!is_pkg(root, "package") || !child) {
		rw_report(package->diags, RW_OUTPUT_ELEMENT, rw_node_pos(root),
			  rw_node_name(root), "a package of parts", NULL);
		return -1;
	}
	package->parts = rw_arena_zalloc(
		package->arena, count_elements(root) * sizeof(*package->parts));
	for (; child; child = rw_node_next_element(child, NULL))
		result |= add_part(package, child);
	return result;
}

/* The list of types comes first: some readers tell the format by it. */
static int zip_parts(struct package *package, int32_t day, struct rw_buf *out,
		     struct rw_pos pos)
{
	struct rw_buf types = RW_BUF_INIT;
	struct rw_archive archive;
	struct rw_entry *entries;
	int result;

	entries = rw_arena_zalloc(package->arena,
				  (package->count + 1) * sizeof(*entries));
	put_types(package, &types);
	entries[0] = (struct rw_entry){ TYPES_NAME, types.data, types.len };
	for (size_t i = 0; i < package->count; i++) {
		const struct part *part = &package->parts[i];

		entries[i + 1] = (struct rw_entry){ part->name + 1,
						    part->data.data,
						    part->data.len };
	}
	archive = (struct rw_archive){ entries, package->count + 1, day, pos };
	result = rw_archive_write(&archive, out, package->diags);
	rw_buf_release(&types);
	return result;
}

int rw_write_opc(const struct rw_doc *tree, int32_t day, struct rw_buf *out,
		 struct rw_diags *diags)
{
	const struct rw_node *root = rw_doc_root(tree);
	struct package package = { .diags = diags };
	int result;

	if (rw_tree_check(root, diags))
		return -1;
	package.arena = rw_arena_new();
	package.names = rw_map_new();
	package.defaults = rw_map_new();
	result = add_parts(&package, root);
	if (!result)
		result = zip_parts(&package, day, out, rw_node_pos(root));
	for (size_t i = 0; i < package.count; i++)
		rw_buf_release(&package.parts[i].data);
	rw_map_free(package.defaults);
	rw_map_free(package.names);
	rw_arena_free(package.arena);
	return result;
}
