/*
 * Exchanging folders.
 */
#define _GNU_SOURCE
#include "base/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int rw_folder_exchange(const char *a, const char *b)
{
	if (renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE))
		return errno;
	return 0;
}

int rw_folder_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int error = 0;

	if (fd < 0)
		return errno;
	if (syncfs(fd))
		error = errno;
	close(fd);
	return error;
}
