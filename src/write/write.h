/*
 * The edges out: result trees to bytes. Every function appends to 'out' and
 * returns 0, or -1 with errors in 'diags' (what was appended is then of no
 * use); whoever calls writes the file. Comments and processing instructions
 * of a tree are never written; instructions (elements in RW_NS_OUT) are
 * carried out on the way, whether or not rw_markup_expand was called.
 */
#ifndef RW_WRITE_WRITE_H
#define RW_WRITE_WRITE_H

#include "xml/doc.h"

/*
 * HTML5 of a tree of XHTML elements (RW_NS_XHTML or none), and SVG and MathML
 * in it: doctype, void elements, escaping by context. Pretty enough to read:
 * blocks among blocks begin a line. A script may not hold '<' (out:markup
 * method="json" makes none), a style no '</', a link only schemes that run
 * nothing. xml:lang becomes lang; other attributes with a namespace are
 * dropped.
 */
int rw_write_html(const struct rw_doc *tree, struct rw_buf *out,
		  struct rw_diags *diags);

/*
 * XML 1.0, UTF-8, with declaration. Namespaces are declared only where used:
 * prefixes on the root. out:cdata becomes a CDATA section: of its text, or, if
 * it has elements, of their markup.
 */
int rw_write_xml(const struct rw_doc *tree, struct rw_buf *out,
		 struct rw_diags *diags);

/*
 * JSON of a tree in XPath 3.1's form (fn:map, fn:array, fn:string ...;
 * key="..." names members), and a line end.
 */
int rw_write_json(const struct rw_doc *tree, bool pretty, struct rw_buf *out,
		  struct rw_diags *diags);

/*
 * Replaces each out:markup in 'tree' by the text that its children make:
 * method="html" (tags: the elements that stay, parted by blanks, without
 * attributes but href; all of HTML where it is missing; entities="no": for a
 * reader that knows none), "text", or "json" (one fn: element); innermost
 * first. out:cdata stays for rw_write_xml.
 */
int rw_markup_expand(struct rw_doc *tree, struct rw_diags *diags);

/*
 * From an md:document with rw:table: complete files (LaTeX and man get
 * prologue and epilogue from its title, lang, date attributes).
 */
int rw_write_markdown(const struct rw_doc *tree, struct rw_buf *out,
		      struct rw_diags *diags);
int rw_write_plain(const struct rw_doc *tree, struct rw_buf *out,
		   struct rw_diags *diags); /* 72 columns */
int rw_write_latex(const struct rw_doc *tree, struct rw_buf *out,
		   struct rw_diags *diags);
int rw_write_man(const struct rw_doc *tree, struct rw_buf *out,
		 struct rw_diags *diags);

/*
 * Zips a Flat OPC tree (pkg:package) to an Office Open XML file. Same tree,
 * same bytes: first the list of content types, then the parts in document
 * order, dated noon of 'day'.
 */
int rw_write_opc(const struct rw_doc *tree, int32_t day, struct rw_buf *out,
		 struct rw_diags *diags);

#endif
