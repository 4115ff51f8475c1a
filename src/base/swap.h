/*
 * Exchanging one generation of a folder for the next. Functions return errno
 * values, 0 for success, and report nothing.
 */
#ifndef RW_BASE_SWAP_H
#define RW_BASE_SWAP_H

/*
 * Exchanges the names of two folders on one file system in one step: a reader
 * sees either the old or the new content. EXDEV between file systems, EBUSY
 * for a mount point, EINVAL or ENOSYS where the file system cannot do it.
 */
int rw_folder_exchange(const char *a, const char *b);

/* Writes all that the file system of 'path' still holds back to the disk. */
int rw_folder_sync(const char *path);

#endif
