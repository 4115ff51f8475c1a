/*
 * Trees of folders: making, listing, removing. Declared in base/file.h.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/memory.h"

/* Each level holds a descriptor open. */
#define DEEPEST 128u

struct walk {
	struct rw_arena *arena;
	const char *suffix;
	struct rw_vec names;
	unsigned depth;
	bool hidden;  /* hidden names, too */
	bool flat;    /* names of folders in place of what is below them */
	bool folders; /* names of folders only */
};

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool ends_in(const char *name, const char *suffix)
{
	size_t len = strlen(name);
	size_t suffix_len = suffix ? strlen(suffix) : 0;

	return len >= suffix_len &&
	       (!suffix_len || !strcmp(name + len - suffix_len, suffix));
}

static bool is_self_or_parent(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Opens the folder 'name' in 'at' for reading; NULL with errno. */
static DIR *open_folder(int at, const char *name, int flags)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
	DIR *folder;
	int error;

	if (fd < 0)
		return NULL;
	folder = fdopendir(fd);
	if (!folder) {
		error = errno;
		close(fd);
		errno = error;
	}
	return folder;
}

/* The next entry; NULL at the end (errno is 0) or on error. */
static struct dirent *next_entry(DIR *folder)
{
	struct dirent *entry;

	do {
		errno = 0;
		entry = readdir(folder);
	} while (entry && is_self_or_parent(entry->d_name));
	return entry;
}

/*
 * DT_DIR, DT_REG (also through a link), DT_LNK for other links, DT_UNKNOWN
 * for all else.
 */
static int kind_of(DIR *folder, const struct dirent *entry)
{
	struct stat facts;

	if (entry->d_type == DT_DIR || entry->d_type == DT_REG)
		return entry->d_type;
	if (entry->d_type == DT_UNKNOWN &&
	    !fstatat(dirfd(folder), entry->d_name, &facts,
		     AT_SYMLINK_NOFOLLOW) &&
	    S_ISDIR(facts.st_mode))
		return DT_DIR;
	if (!fstatat(dirfd(folder), entry->d_name, &facts, 0) &&
	    S_ISREG(facts.st_mode))
		return DT_REG;
	return entry->d_type == DT_LNK ? DT_LNK : DT_UNKNOWN;
}

static int list_into(struct walk *walk, DIR *folder, const char *prefix);

static int list_below(struct walk *walk, DIR *parent, const char *name,
		      const char *path)
{
	DIR *folder;
	int error;

	if (walk->depth == DEEPEST)
		return ELOOP;
	folder = open_folder(dirfd(parent), name, O_NOFOLLOW);
	if (!folder)
		return errno == ENOENT ? 0 : errno;
	walk->depth++;
	error = list_into(walk, folder, path);
	walk->depth--;
	closedir(folder);
	return error;
}

static int list_into(struct walk *walk, DIR *folder, const char *prefix)
{
	struct dirent *entry;
	int error = 0;

	while (!error && (entry = next_entry(folder))) {
		const char *name = entry->d_name;
		char *path;
		int kind;

		if (name[0] == '.' && !walk->hidden)
			continue;
		kind = kind_of(folder, entry);
		path = rw_path_join(walk->arena, prefix, name);
		if (walk->flat || (walk->folders && kind == DT_DIR))
			rw_vec_push(&walk->names, path);
		if (kind == DT_DIR && !walk->flat)
			error = list_below(walk, folder, name, path);
		else if (walk->flat || walk->folders)
			continue;
		else if ((kind == DT_REG || walk->hidden) &&
			 ends_in(name, walk->suffix))
			rw_vec_push(&walk->names, path);
	}
	return error ? error : errno;
}

static int list(struct walk *walk, const char *folder, char ***names,
		size_t *count)
{
	DIR *top = open_folder(AT_FDCWD, folder, 0);
	size_t size;
	int error;

	*names = NULL;
	*count = 0;
	if (!top)
		return errno;
	error = list_into(walk, top, "");
	closedir(top);
	size = walk->names.count * sizeof(**names);
	if (!error && size) {
		*names = rw_arena_alloc(walk->arena, size);
		memcpy(*names, walk->names.items, size);
		*count = walk->names.count;
		qsort(*names, *count, sizeof(**names), by_bytes);
	}
	rw_vec_release(&walk->names);
	return error;
}

int rw_file_list(struct rw_arena *arena, const char *folder, const char *suffix,
		 char ***names, size_t *count)
{
	struct walk walk = { .arena = arena, .suffix = suffix };

	return list(&walk, folder, names, count);
}

int rw_file_list_all(struct rw_arena *arena, const char *folder, char ***names,
		     size_t *count)
{
	struct walk walk = { .arena = arena, .hidden = true };

	return list(&walk, folder, names, count);
}

int rw_file_list_folders(struct rw_arena *arena, const char *folder,
			 char ***names, size_t *count)
{
	struct walk walk = { .arena = arena, .hidden = true, .folders = true };

	return list(&walk, folder, names, count);
}

int rw_file_children(struct rw_arena *arena, const char *folder, char ***names,
		     size_t *count)
{
	struct walk walk = { .arena = arena, .hidden = true, .flat = true };

	return list(&walk, folder, names, count);
}

static int make_one(const char *path)
{
	if (!mkdir(path, 0777))
		return 0;
	if (errno == EEXIST)
		return rw_file_is_folder(path) ? 0 : ENOTDIR;
	return errno;
}

int rw_file_make_folder(const char *path)
{
	char *copy = rw_strdup(path);
	char *slash = copy;
	int error = 0;

	while (!error && (slash = strchr(slash + (*slash != '\0'), '/'))) {
		*slash = '\0';
		error = make_one(copy);
		*slash = '/';
	}
	if (!error && path[0])
		error = make_one(path);
	rw_free(copy);
	return error;
}

static int remove_in(int at, const char *name, unsigned depth);

static int empty_folder(int at, const char *name, unsigned depth)
{
	struct dirent *entry;
	DIR *folder;
	int error = 0;

	if (depth == DEEPEST)
		return ELOOP;
	folder = open_folder(at, name, O_NOFOLLOW);
	if (!folder)
		return errno == ENOENT ? 0 : errno;
	/* A read-only folder goes, too. Where that fails, removing tells. */
	(void)fchmod(dirfd(folder), S_IRWXU);
	while (!error && (entry = next_entry(folder)))
		error = remove_in(dirfd(folder), entry->d_name, depth + 1);
	if (!error)
		error = errno;
	closedir(folder);
	return error;
}

static int remove_in(int at, const char *name, unsigned depth)
{
	int error;

	if (!unlinkat(at, name, 0) || errno == ENOENT)
		return 0;
	/* Linux says EISDIR for a folder, POSIX EPERM. */
	if (errno != EISDIR && errno != EPERM)
		return errno;
	error = empty_folder(at, name, depth);
	if (error)
		return error;
	return unlinkat(at, name, AT_REMOVEDIR) && errno != ENOENT ? errno : 0;
}

int rw_file_remove_tree(const char *path)
{
	return remove_in(AT_FDCWD, path, 0);
}
