/*
 * The manifest of a build: which files it wrote, from what, so that the next
 * one does again only what has changed.
 */
#ifndef RW_PUBLISH_MANIFEST_H
#define RW_PUBLISH_MANIFEST_H

#include "base/map.h"
#include "diag/diags.h"
#include "model/catalogue.h"

/* A file in the output folder. */
struct rw_output_file {
	const char *path;
	const char *hash; /* of its bytes, 32 hex digits */
	size_t size;
};

/* A page with its twins: what it was made from and what it is. */
struct rw_output_page {
	const char *key; /* hash of all that it depends on */
	struct rw_summary *summary;
	const char
		*left_out;  /* "draft", "retired", "expired"; "" if published */
	const char **files; /* paths, file_count of them */
	size_t file_count;
};

struct rw_manifest {
	const char *key;	/* hash of all inputs of the build; "" */
	uint64_t inode;		/* of the output folder */
	struct rw_vec files;	/* struct rw_output_file */
	struct rw_vec pages;	/* struct rw_output_page */
	struct rw_map *by_path; /* path -> struct rw_output_file */
	struct rw_map *by_page; /* page -> struct rw_output_page */
};

/* An empty manifest; 'arena' owns it. */
struct rw_manifest *rw_manifest_new(struct rw_arena *arena);

/*
 * What the names of the manifest of 'output' begin with: it lies in the folder
 * 'state', beside those of the outputs next to this one. 'arena' owns it.
 */
char *rw_manifest_stem(struct rw_arena *arena, const char *state,
		       const char *output);

/*
 * Reads the manifest after 'stem' that describes the folder with number
 * 'inode': the next one, if the last build died after its swap. An
 * unreadable or foreign one counts as empty.
 */
struct rw_manifest *rw_manifest_read(struct rw_arena *arena, const char *stem,
				     uint64_t inode);

/*
 * Writes it as the next one; rw_manifest_settle makes it the one that
 * counts. -1 after an error.
 */
int rw_manifest_write(const struct rw_manifest *manifest, const char *stem,
		      struct rw_diags *diags);
int rw_manifest_settle(const char *stem, struct rw_diags *diags);

void rw_manifest_add_file(struct rw_manifest *manifest,
			  struct rw_output_file *file);
void rw_manifest_add_page(struct rw_manifest *manifest,
			  struct rw_output_page *page);

#endif
