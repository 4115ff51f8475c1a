/*
 * Files and folders: whole reads with a cap, writes that are whole or not
 * at all. Functions return errno values, 0 for success, and report nothing.
 */
#ifndef RW_BASE_FILE_H
#define RW_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * Adds the bytes of the regular file 'path' to 'out', which stays as it is on
 * error. EFBIG if it has over 'cap' bytes, EISDIR for a folder, EINVAL for a
 * device, FIFO or socket ("-": standard input).
 */
int rw_file_read(const char *path, size_t cap, struct rw_buf *out);

/*
 * Writes 'path' through a temporary file beside it, sync and rename. On error
 * the old file stays; a file that may not be written is not replaced, a
 * symbolic link is followed. Makes no folders. A path that is a device
 * (/dev/stdout, /dev/full), or a FIFO, is written directly.
 */
int rw_file_write(const char *path, const char *data, size_t len);

/*
 * Writes the new file 'path' without sync, for a folder that nobody reads yet
 * (rw_folder_sync follows). EEXIST if there is one.
 */
int rw_file_create(const char *path, const char *data, size_t len);

/* Syncs the entries of one folder, after a rename in it. */
int rw_file_sync_folder(const char *folder);

/* Gives the file 'from' the second name 'to' (a hard link; EEXIST, EXDEV). */
int rw_file_link(const char *from, const char *to);

/* Gives 'to' the permissions of 'from'. */
int rw_file_copy_mode(const char *from, const char *to);

/* Copies the file 'from' to the new file 'to', with mode and times. */
int rw_file_copy(const char *from, const char *to);

/* Facts of a file, links followed. */
struct rw_file_facts {
	uint64_t size;	 /* bytes */
	int64_t mtime;	 /* nanoseconds since 1970 */
	uint64_t device; /* equal: on the same file system */
	uint64_t inode;
	bool folder;
};
int rw_file_facts(const char *path, struct rw_file_facts *facts);

/* Writes all bytes to 'fd', over EINTR and short writes. */
int rw_fd_write(int fd, const char *data, size_t len);

/* mkdir -p. */
int rw_file_make_folder(const char *path);

/*
 * Removes a file, or a folder with all in it; a missing one is no error.
 * Symbolic links are removed, not followed.
 */
int rw_file_remove_tree(const char *path);

bool rw_file_exists(const char *path);
bool rw_file_is_link(const char *path);
bool rw_file_is_folder(const char *path);

/*
 * The names of files below 'folder' that end in 'suffix' (NULL: all), relative
 * to it, folders walked, hidden names passed over, symbolic links to folders
 * not followed; in byte order. *names is an array of *count strings; 'arena'
 * owns both. ENOENT if there is no 'folder'.
 */
int rw_file_list(struct rw_arena *arena, const char *folder, const char *suffix,
		 char ***names, size_t *count);

/* The same with any suffix, hidden names, and all that is no folder. */
int rw_file_list_all(struct rw_arena *arena, const char *folder, char ***names,
		     size_t *count);

/* The names of all folders below 'folder', each before what is in it. */
int rw_file_list_folders(struct rw_arena *arena, const char *folder,
			 char ***names, size_t *count);

/* The names directly in 'folder', files and folders, hidden ones too. */
int rw_file_children(struct rw_arena *arena, const char *folder, char ***names,
		     size_t *count);

/*
 * "a/b" from "a" and "b"; 'name' alone where it is absolute or 'folder' is ""
 * or ".".
 */
char *rw_path_join(struct rw_arena *arena, const char *folder,
		   const char *name);

/* The last component of 'path'; part of 'path'. */
const char *rw_path_base(const char *path);

/* The absolute path without links; NULL if there is nothing at 'path'. */
char *rw_path_real(struct rw_arena *arena, const char *path);

/* True if both are there and are the same, links followed in both. */
bool rw_path_same(struct rw_arena *arena, const char *a, const char *b);

/* True if 'path' is 'folder' or lies in it, links followed in both. */
bool rw_path_inside(struct rw_arena *arena, const char *folder,
		    const char *path);

/* The folder of 'path' ("." if it names none), a copy that 'arena' owns. */
char *rw_path_folder(struct rw_arena *arena, const char *path);

#endif
