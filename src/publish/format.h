/*
 * Formats: which stylesheets and which writer make a file of a resolved or
 * collection document.
 */
#ifndef RW_PUBLISH_FORMAT_H
#define RW_PUBLISH_FORMAT_H

#include "base/buf.h"
#include "model/workspace.h"
#include "xml/inspect.h"

enum rw_format {
	RW_FORMAT_HTML,
	RW_FORMAT_MD,
	RW_FORMAT_TXT,
	RW_FORMAT_DOCX,
	RW_FORMAT_JSON,
	RW_FORMAT_TEX,
	RW_FORMAT_MAN,
	RW_FORMAT_XML,
	RW_FORMATS
};

struct rw_format_facts {
	const char *name; /* also the suffix of files: "html" */
	const char *media_type;
	const char *what; /* for people: "web page" */
};

const struct rw_format_facts *rw_format_facts(enum rw_format format);

/* The format called 'name', or RW_FORMATS. */
enum rw_format rw_format_find(const char *name);

/* Compiled stylesheets of a run, each compiled when first used. */
struct rw_sheets;

/* 'arena' owns it; threads may share it. */
struct rw_sheets *rw_sheets_new(struct rw_arena *arena,
				struct rw_workspace *workspace);

struct rw_workspace *rw_sheets_workspace(const struct rw_sheets *sheets);

/* Compiles the stylesheet 'name' now; what is wrong with it goes to 'diags'. */
void rw_sheets_compile(struct rw_sheets *sheets, const char *name,
		       struct rw_diags *diags);

/*
 * What the stylesheet 'name' looks at; NULL if it cannot be compiled, with
 * errors in 'diags'.
 */
const struct rw_inspection *rw_sheets_inspect(struct rw_sheets *sheets,
					      const char *name,
					      struct rw_diags *diags);

/* What it takes to make a file: stylesheets, memory, and whom to tell. */
struct rw_press {
	struct rw_sheets *sheets;
	struct rw_arena *arena;
	struct rw_diags *diags;
};

/*
 * Makes a file of 'doc' with the stylesheet 'name' ("document/html.xsl", see
 * rw_format_sheet), appended to 'out'. 'doc' may change. -1 after an error.
 */
int rw_format_write(const struct rw_press *press, struct rw_doc *doc,
		    const char *name, enum rw_format format,
		    struct rw_buf *out);

/* The result tree before any out: instruction is carried out, as XML. */
int rw_format_write_tree(const struct rw_press *press, struct rw_doc *doc,
			 const char *name, struct rw_buf *out);

/*
 * The result tree itself, instructions and all; the press's arena owns it.
 * NULL after an error.
 */
struct rw_doc *rw_format_tree(const struct rw_press *press, struct rw_doc *doc,
			      const char *name);

/* The stylesheet for a document in 'format': "document/commonmark.xsl". */
const char *rw_format_sheet(enum rw_format format);

#endif
