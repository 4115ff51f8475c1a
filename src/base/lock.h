/*
 * Locks between processes: flock on a file that stays where it is.
 */
#ifndef RW_BASE_LOCK_H
#define RW_BASE_LOCK_H

/*
 * Takes the lock of the file 'path', which is made if need be. A descriptor
 * for rw_lock_release, or -1 with errno: EWOULDBLOCK if somebody else holds
 * it. The system releases it when the process ends, in whatever way.
 */
int rw_lock_try(const char *path);

/* Releases the lock; -1 is fine. The file stays. */
void rw_lock_release(int lock);

#endif
