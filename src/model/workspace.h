/*
 * The workspace: every document of the user's folder, laid over the built-in
 * library, found by kind and id and read when first asked for.
 */
#ifndef RW_MODEL_WORKSPACE_H
#define RW_MODEL_WORKSPACE_H

#include <stdbool.h>
#include <stdint.h>

#include "xml/doc.h"

enum rw_kind {
	RW_KIND_ROLE,
	RW_KIND_STATEMENTS,
	RW_KIND_PAY_TABLE,
	RW_KIND_COMPANY,
	RW_KIND_POSTING,
	RW_KIND_GLOSSARY,
	RW_KIND_GUIDE,
	RW_KIND_RULES,
	RW_KIND_BOARD,
	RW_KIND_TABLE_MAP,
	RW_KIND_WORDS,
	RW_KIND_SITE,
	RW_KINDS
};

enum {
	RW_LAYER_WORKSPACE,
	RW_LAYER_LIBRARY,
	RW_LAYERS
};

/* A document that exists, whether or not it has been read. */
struct rw_entry {
	enum rw_kind kind;
	const char *id;	  /* the file's stem, without language */
	const char *lang; /* of a translation; "" for the document */
	unsigned layer;
	const char *path;	/* to open it */
	const char *name;	/* for people: relative to the workspace */
	struct rw_entry *lower; /* the same document in the library */
	struct rw_doc *doc;	/* private to workspace.c */
	int state;		/* private to workspace.c */
};

struct rw_workspace;

struct rw_workspace_options {
	const char *folder;  /* of the workspace */
	const char *library; /* the built-in library's folder */
	int32_t today;	     /* a day of base/date.h */
	bool validate;	     /* against the schema, while reading */
	bool drafts;	     /* drafts have pages, too */
};

/*
 * Opens a workspace: lists its files, reads none. 'arena' owns it; it and
 * 'sources' (which every collector of the run must share) outlive all use.
 * NULL with errors in 'diags'.
 */
struct rw_workspace *
rw_workspace_open(struct rw_arena *arena,
		  const struct rw_workspace_options *options,
		  struct rw_diags *diags);

const struct rw_workspace_options *
rw_workspace_options(const struct rw_workspace *workspace);

/* True when the workspace is the library itself. */
bool rw_workspace_is_library(const struct rw_workspace *workspace);

/* Folders that stylesheets are read from, in the order of the overlay. */
const char *const *rw_workspace_stylesheets(const struct rw_workspace *ws,
					    size_t *count);

/* The topmost document of that kind, id and language (NULL: ""), or NULL. */
struct rw_entry *rw_workspace_find(const struct rw_workspace *workspace,
				   enum rw_kind kind, const char *id,
				   const char *lang);

/*
 * The same, reporting RW_REFERENCE_UNKNOWN at 'pos' with the nearest id when
 * there is none; 'what' names the kind for people ("role").
 */
struct rw_entry *rw_workspace_need(const struct rw_workspace *workspace,
				   enum rw_kind kind, const char *id,
				   struct rw_pos pos, struct rw_diags *diags);

/*
 * All topmost documents of a kind in the order of their ids, translations
 * left out: an array of *count that the workspace owns.
 */
struct rw_entry *const *rw_workspace_list(const struct rw_workspace *workspace,
					  enum rw_kind kind, size_t *count);

/* All entries, translations and both layers too, in the order of names. */
struct rw_entry *const *rw_workspace_all(const struct rw_workspace *workspace,
					 size_t *count);

/* Those of them that are translations, in the same order. */
struct rw_entry *const *
rw_workspace_translations(const struct rw_workspace *workspace, size_t *count);

/* The document whose file is 'path' (as given or as in 'name'), or NULL. */
struct rw_entry *rw_workspace_by_path(const struct rw_workspace *workspace,
				      const char *path);

/* The translation of 'entry' into 'lang' in the same layer, or NULL. */
struct rw_entry *rw_workspace_translation(const struct rw_workspace *workspace,
					  const struct rw_entry *entry,
					  const char *lang);

/* "role", "posting" ...: also the name of the root element. */
const char *rw_kind_name(enum rw_kind kind);

/* Where documents of a kind stand: "templates/roles". */
const char *rw_kind_folder(enum rw_kind kind);

/*
 * The root of a document, read, validated and with its prose expanded; the
 * workspace owns it and nobody changes it. NULL when it has errors, which
 * were reported to the collector of whoever asked first. Any thread.
 */
struct rw_node *rw_entry_root(struct rw_workspace *workspace,
			      struct rw_entry *entry, struct rw_diags *diags);

/* The same, read anew into 'arena', for documents that are used once. */
struct rw_node *rw_entry_read(struct rw_workspace *workspace,
			      const struct rw_entry *entry,
			      struct rw_arena *arena, struct rw_diags *diags);

/* The same from memory, as if it stood in the file 'name'. */
struct rw_node *rw_workspace_parse(struct rw_workspace *workspace,
				   enum rw_kind kind,
				   const struct rw_input *input,
				   struct rw_arena *arena,
				   struct rw_diags *diags);

/*
 * Shared results, computed once: returns what make(context) gave the first
 * time for 'key' (which may be NULL: a failure is remembered too). Its errors
 * go to all who ask, so that chance does not say whom they stop; what else was
 * found, to the first. Only one computation runs at a time, and one may ask for
 * others.
 */
typedef void *rw_make_fn(struct rw_workspace *workspace, struct rw_arena *arena,
			 void *context, struct rw_diags *diags);
void *rw_workspace_once(struct rw_workspace *workspace, const char *key,
			rw_make_fn *make, void *context,
			struct rw_diags *diags);

#endif
