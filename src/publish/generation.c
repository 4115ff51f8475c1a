/*
 * Making, swapping and clearing generations.
 */
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lock.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/swap.h"
#include "publish/generation.h"

struct rw_generation {
	struct rw_arena *arena;
	const char *output;
	const char *next; /* the new folder; the output itself in place */
	const char *parent;
	const char *prefix; /* of the names of new folders */
	bool in_place;
	bool done;
	int lock;
	pthread_mutex_t mutex; /* guards 'files' */
	struct rw_map *files;  /* of the new generation */
};

static int fail(struct rw_diags *diags, const char *path, int error)
{
	rw_report(diags, RW_FILE_WRITE, RW_NOWHERE, path, strerror(error),
		  NULL);
	return -1;
}

static void release(void *object)
{
	struct rw_generation *g = object;

	if (!g->done && !g->in_place && g->next != NULL)
		rw_file_remove_tree(g->next);
	rw_map_free(g->files);
	pthread_mutex_destroy(&g->mutex);
	rw_lock_release(g->lock);
}

/* What builds that died have left beside the output; we hold the lock. */
static void clear_leftovers(struct rw_generation *g)
{
	char **names;
	size_t count;

	if (rw_file_children(g->arena, g->parent, &names, &count) != 0)
		return;
	for (size_t i = 0; i < count; i++)
		if (strncmp(names[i], g->prefix, strlen(g->prefix)) == 0)
			rw_file_remove_tree(
				rw_path_join(g->arena, g->parent, names[i]));
}

static int take_lock(struct rw_generation *g, const char *state,
		     struct rw_diags *diags)
{
	char *path = rw_path_join(g->arena, state, "lock");
	int error = rw_file_make_folder(state);

	if (error != 0)
		return fail(diags, state, error);
	g->lock = rw_lock_try(path);
	if (g->lock >= 0)
		return 0;
	if (errno != EWOULDBLOCK)
		return fail(diags, path, errno);
	rw_report(diags, RW_LOCKED, RW_NOWHERE, g->output, NULL, NULL);
	return -1;
}

/* A mount point, or a folder elsewhere, cannot change places. */
static int check_swappable(struct rw_generation *g, struct rw_diags *diags)
{
	struct rw_file_facts output, parent;

	if (g->in_place || rw_file_facts(g->output, &output) != 0 ||
	    rw_file_facts(g->parent, &parent) != 0 ||
	    output.device == parent.device)
		return 0;
	rw_report(diags, RW_OUTPUT_MOUNT, RW_NOWHERE, g->output, NULL, NULL);
	return -1;
}

static int make_next(struct rw_generation *g, struct rw_diags *diags)
{
	int error;

	g->next = g->in_place ? g->output
			      : rw_arena_printf(g->arena, "%s/%s%ld", g->parent,
						g->prefix, (long)getpid());
	error = rw_file_make_folder(g->output);
	if (error != 0)
		return fail(diags, g->output, error);
	error = rw_file_make_folder(g->next);
	return error ? fail(diags, g->next, error) : 0;
}

struct rw_generation *
rw_generation_new(struct rw_arena *arena,
		  const struct rw_generation_options *options,
		  struct rw_diags *diags)
{
	struct rw_generation *g = rw_arena_zalloc(arena, sizeof(*g));
	const char *real = rw_path_real(arena, options->output);

	g->arena = arena;
	g->output = real ? real : options->output;
	g->parent = rw_path_folder(arena, g->output);
	g->prefix = rw_arena_printf(arena, ".%s.new-", rw_path_base(g->output));
	g->in_place = options->in_place;
	g->files = rw_map_new();
	pthread_mutex_init(&g->mutex, NULL);
	g->lock = -1;
	rw_arena_defer(arena, release, g);
	if (take_lock(g, options->state, diags) != 0 ||
	    check_swappable(g, diags) != 0)
		return NULL;
	clear_leftovers(g);
	return make_next(g, diags) == 0 ? g : NULL;
}

static void note(struct rw_generation *g, const char *path)
{
	pthread_mutex_lock(&g->mutex);
	rw_map_put(g->files, path, g);
	pthread_mutex_unlock(&g->mutex);
}

/* "FOLDER/PATH", with the folders that it needs; rw_free releases it. */
static char *place(const char *folder, const char *path)
{
	struct rw_buf full = RW_BUF_INIT;
	char *slash;

	rw_buf_printf(&full, "%s/%s", folder, path);
	slash = strrchr(full.data, '/');
	*slash = '\0';
	rw_file_make_folder(full.data);
	*slash = '/';
	return rw_buf_detach(&full);
}

int rw_generation_put(struct rw_generation *g, const char *path,
		      const char *data, size_t len, struct rw_diags *diags)
{
	char *full = place(g->next, path);
	int error = g->in_place ? rw_file_write(full, data, len)
				: rw_file_create(full, data, len);

	note(g, path);
	if (error != 0)
		fail(diags, path, error);
	rw_free(full);
	return error ? -1 : 0;
}

static int link_or_copy(const char *from, const char *to)
{
	int error = rw_file_link(from, to);

	return error && error != EEXIST ? rw_file_copy(from, to) : error;
}

int rw_generation_keep(struct rw_generation *g, const char *path,
		       struct rw_diags *diags)
{
	char *from, *to;
	int error;

	note(g, path);
	if (g->in_place)
		return 0;
	from = place(g->output, path);
	to = place(g->next, path);
	error = link_or_copy(from, to);
	if (error != 0)
		fail(diags, path, error);
	rw_free(from);
	rw_free(to);
	return error ? -1 : 0;
}

bool rw_generation_has(const struct rw_generation *g, const char *path,
		       size_t size)
{
	struct rw_buf full = RW_BUF_INIT;
	struct rw_file_facts facts;
	bool has;

	rw_buf_printf(&full, "%s/%s", g->output, path);
	has = rw_file_facts(full.data, &facts) == 0 && facts.size == size;
	rw_buf_release(&full);
	return has;
}

static int keep_foreign(struct rw_generation *g, struct rw_map *own,
			struct rw_diags *diags)
{
	char **names;
	size_t count;
	int error = rw_file_list_all(g->arena, g->output, &names, &count);

	if (error != 0)
		return fail(diags, g->output, error);
	for (size_t i = 0; i < count; i++)
		if (!rw_map_get(g->files, names[i]) &&
		    !rw_map_get(own, names[i]) &&
		    rw_generation_keep(g, names[i], diags) != 0)
			return -1;
	return 0;
}

static struct rw_map *map_of(const char *const *own, size_t count)
{
	struct rw_map *map = rw_map_new();

	for (size_t i = 0; i < count; i++)
		rw_map_put(map, own[i], map);
	return map;
}

int rw_generation_prepare(struct rw_generation *g, const char *const *own,
			  size_t count, uint64_t *inode, struct rw_diags *diags)
{
	struct rw_map *map = map_of(own, count);
	struct rw_file_facts facts = { 0 };
	int status = g->in_place ? 0 : keep_foreign(g, map, diags);
	int error;

	rw_map_free(map);
	if (status != 0)
		return -1;
	error = rw_folder_sync(g->next);
	if (error == 0)
		error = rw_file_facts(g->next, &facts);
	*inode = facts.inode;
	return error ? fail(diags, g->next, error) : 0;
}

/* Files of the last build that this one has no more. */
static int remove_stale(struct rw_generation *g, const char *const *own,
			size_t count, struct rw_diags *diags)
{
	for (size_t i = 0; i < count; i++) {
		char *full;
		int error;

		if (rw_map_get(g->files, own[i]) != NULL)
			continue;
		full = place(g->output, own[i]);
		error = rw_file_remove_tree(full);
		rw_free(full);
		if (error != 0)
			return fail(diags, own[i], error);
	}
	return 0;
}

int rw_generation_commit(struct rw_generation *g, const char *const *own,
			 size_t count, struct rw_diags *diags)
{
	int error;

	if (g->in_place) {
		g->done = true;
		return remove_stale(g, own, count, diags);
	}
	error = rw_folder_exchange(g->next, g->output);
	if (error == EBUSY || error == EXDEV) {
		rw_report(diags, RW_OUTPUT_MOUNT, RW_NOWHERE, g->output, NULL,
			  NULL);
		return -1;
	}
	if (error != 0)
		return fail(diags, g->output, error);
	rw_folder_sync(g->parent);
	rw_file_remove_tree(g->next);
	g->done = true;
	return 0;
}

uint64_t rw_generation_inode(const struct rw_generation *g)
{
	struct rw_file_facts facts;

	return rw_file_facts(g->output, &facts) == 0 ? facts.inode : 0;
}
