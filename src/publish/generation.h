/*
 * A generation of an output folder: made beside it, swapped in whole.
 *
 * Readers of the folder see the old files or the new ones, never a mixture,
 * and a crash leaves one or the other.
 */
#ifndef RW_PUBLISH_GENERATION_H
#define RW_PUBLISH_GENERATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/workspace.h"

struct rw_generation;

struct rw_generation_options {
	const char *output; /* the folder, of rw_generation_place */
	const char *state;  /* the folder of lock and manifest */
	bool in_place;	    /* file by file, where a swap cannot be */
};

/*
 * The absolute path of the output, made where it is missing. NULL with an
 * error, also where a build could destroy more than its own files: the
 * workspace itself, what it lies in, or its sources.
 */
const char *rw_generation_place(struct rw_arena *arena, const char *output,
				const struct rw_workspace_options *workspace,
				struct rw_diags *diags);

/*
 * Takes the lock and clears what a crashed build left. The generation, which
 * 'arena' owns; NULL with an error (locked, a mount point, no permission).
 */
struct rw_generation *
rw_generation_new(struct rw_arena *arena,
		  const struct rw_generation_options *options,
		  struct rw_diags *diags);

/*
 * Writes a file of the new generation, 'path' being relative. Any thread. -1
 * after an error.
 */
int rw_generation_put(struct rw_generation *generation, const char *path,
		      const char *data, size_t len, struct rw_diags *diags);

/*
 * Takes over a file of the old generation as it is (a hard link). Any
 * thread.
 */
int rw_generation_keep(struct rw_generation *generation, const char *path,
		       struct rw_diags *diags);

/* True if the old generation has the file, with 'size' bytes. */
bool rw_generation_has(const struct rw_generation *generation, const char *path,
		       size_t size);

/*
 * Before the swap: takes over foreign files: those of the folder that are
 * neither new nor among the 'own' files of the last build, and folders. An
 * error where a new file would replace a foreign one. Then syncs.
 * *inode becomes the folder's number, by which a later run can tell whether
 * the swap took place.
 */
int rw_generation_prepare(struct rw_generation *generation,
			  const char *const *own, size_t count, uint64_t *inode,
			  struct rw_diags *diags);

/*
 * Swaps the folders and removes the old files. -1 after an error: nothing
 * changed.
 */
int rw_generation_commit(struct rw_generation *generation,
			 const char *const *own, size_t count,
			 struct rw_diags *diags);

/* The number of the output folder as it stands; 0 if there is none. */
uint64_t rw_generation_inode(const struct rw_generation *generation);

#endif
