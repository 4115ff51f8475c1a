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
	bool strange; /* nothing tells that a build made the output */
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

/* True for ".output.new-4711". */
static bool is_leftover(const struct rw_generation *g, const char *name)
{
	size_t len = strlen(g->prefix);

	return strncmp(name, g->prefix, len) == 0 && name[len] != '\0' &&
	       strspn(name + len, "0123456789") == strlen(name + len);
}

/* What is wrong with the folder as an output; NULL: nothing. */
static const char *unfit(struct rw_arena *arena, const char *output,
			 const char *workspace, const char *library)
{
	static const char *const sources[] = { "templates", "stylesheets",
					       "glossary",  "static",
					       ".git",	    ".rolewright" };

	if (strcmp(output, "/") == 0)
		return "it is the top of all folders";
	if (rw_path_inside(arena, output, workspace))
		return "the workspace lies in it";
	if (rw_path_inside(arena, output, library))
		return "the built-in library lies in it";
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++)
		if (rw_path_inside(arena,
				   rw_path_join(arena, workspace, sources[i]),
				   output))
			return "it lies among the sources of the workspace";
	return NULL;
}

const char *rw_generation_place(struct rw_arena *arena, const char *output,
				const struct rw_workspace_options *ws,
				struct rw_diags *diags)
{
	bool existed = rw_file_exists(output);
	int error = rw_file_make_folder(output);
	const char *real = error ? NULL : rw_path_real(arena, output);
	const char *why;

	if (real == NULL) {
		fail(diags, output, error ? error : errno);
		return NULL;
	}
	why = unfit(arena, real, ws->folder, ws->library);
	if (why == NULL)
		return real;
	rw_report(diags, RW_OUTPUT_UNFIT, RW_NOWHERE, output, why, NULL);
	if (!existed)
		rmdir(real);
	return NULL;
}

/* What builds that died have left beside the output; we hold the lock. */
static void clear_leftovers(struct rw_generation *g)
{
	char **names;
	size_t count;

	if (rw_file_children(g->arena, g->parent, &names, &count) != 0)
		return;
	for (size_t i = 0; i < count; i++)
		if (is_leftover(g, names[i]))
			rw_file_remove_tree(
				rw_path_join(g->arena, g->parent, names[i]));
}

static int take_lock(struct rw_generation *g, const char *state,
		     struct rw_diags *diags)
{
	char *path = rw_path_join(g->arena, state, "lock");
	int error = rw_file_make_folder(state);

	if (error == 0 && rw_file_is_link(state))
		error = ELOOP;
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
	error = rw_file_make_folder(g->next);
	return error ? fail(diags, g->next, error) : 0;
}

struct rw_generation *
rw_generation_new(struct rw_arena *arena,
		  const struct rw_generation_options *options,
		  struct rw_diags *diags)
{
	struct rw_generation *g = rw_arena_zalloc(arena, sizeof(*g));

	g->arena = arena;
	g->output = options->output;
	g->parent = rw_path_folder(arena, g->output);
	g->prefix = rw_arena_printf(arena, ".%s.new-", rw_path_base(g->output));
	g->in_place = options->in_place;
	g->strange = !rw_file_exists(
		rw_path_join(arena, g->output, "css/rolewright.css"));
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

/* Each file is made once; -1 after an error if it is there already. */
static int note(struct rw_generation *g, const char *path,
		struct rw_diags *diags)
{
	bool twice;

	pthread_mutex_lock(&g->mutex);
	twice = rw_map_put(g->files, path, g) != NULL;
	pthread_mutex_unlock(&g->mutex);
	if (twice)
		rw_report(diags, RW_PAGE_TWICE, RW_NOWHERE, path, NULL, NULL);
	return twice ? -1 : 0;
}

/* "FOLDER/PATH"; rw_free releases it. */
static char *name_in(const char *folder, const char *path)
{
	struct rw_buf full = RW_BUF_INIT;

	rw_buf_printf(&full, "%s/%s", folder, path);
	return rw_buf_detach(&full);
}

/* The same, with the folders that it needs. */
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

/* True if the way to the file leads through a link out of the output. */
static bool leads_away(const struct rw_generation *g, const char *path)
{
	char *full = name_in(g->output, path);
	char *slash = full + strlen(g->output) + 1;
	bool away = false;

	while (!away && (slash = strchr(slash, '/')) != NULL) {
		*slash = '\0';
		away = rw_file_is_link(full);
		*slash++ = '/';
	}
	away = away || rw_file_is_link(full);
	rw_free(full);
	return away;
}

static int report_foreign(const struct rw_generation *g, const char *path,
			  struct rw_diags *diags)
{
	rw_report(diags, RW_OUTPUT_FOREIGN, RW_NOWHERE, path, g->output, NULL);
	return -1;
}

/* Replaces a file of the output itself. */
static int put_in_place(struct rw_generation *g, const char *path,
			const char *data, size_t len, struct rw_diags *diags)
{
	char *full = name_in(g->output, path);
	bool foreign = leads_away(g, path) ||
		       (g->strange && rw_file_exists(full));
	int error;

	rw_free(full);
	if (foreign)
		return report_foreign(g, path, diags);
	full = place(g->output, path);
	error = rw_file_write(full, data, len);
	rw_free(full);
	return error ? fail(diags, path, error) : 0;
}

int rw_generation_put(struct rw_generation *g, const char *path,
		      const char *data, size_t len, struct rw_diags *diags)
{
	char *full;
	int error;

	if (note(g, path, diags) != 0)
		return -1;
	if (g->in_place)
		return put_in_place(g, path, data, len, diags);
	full = place(g->next, path);
	error = rw_file_create(full, data, len);
	rw_free(full);
	return error ? fail(diags, path, error) : 0;
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

	if (note(g, path, diags) != 0)
		return -1;
	if (g->in_place)
		return 0;
	from = name_in(g->output, path);
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

/* The files of others, but none that a new one would replace. */
static int keep_files(struct rw_generation *g, struct rw_map *own,
		      struct rw_diags *diags)
{
	bool first = rw_map_count(own) == 0;
	char **names;
	size_t count;
	int status = 0;
	int error = rw_file_list_all(g->arena, g->output, &names, &count);

	if (error != 0)
		return fail(diags, g->output, error);
	for (size_t i = 0; i < count && status == 0; i++) {
		if (rw_map_get(own, names[i]) != NULL)
			continue;
		if (rw_map_get(g->files, names[i]) == NULL &&
		    !rw_file_is_folder(
			    rw_path_join(g->arena, g->next, names[i])))
			status = rw_generation_keep(g, names[i], diags);
		else if (g->strange || !first)
			status = report_foreign(g, names[i], diags);
	}
	return status;
}

/*
 * The folders of others, also empty ones, and the permissions of all: what is
 * deeper goes first, since a folder may end up as read-only.
 */
static int keep_folders(struct rw_generation *g, struct rw_map *own,
			struct rw_diags *diags)
{
	char **names;
	size_t count;
	int error = rw_file_list_folders(g->arena, g->output, &names, &count);

	for (size_t i = 0; i < count && error == 0; i++)
		if (rw_map_get(own, names[i]) == NULL)
			error = rw_file_make_folder(
				rw_path_join(g->arena, g->next, names[i]));
	for (size_t i = count; i-- > 0 && error == 0;) {
		const char *to = rw_path_join(g->arena, g->next, names[i]);

		if (rw_file_is_folder(to))
			error = rw_file_copy_mode(
				rw_path_join(g->arena, g->output, names[i]),
				to);
	}
	if (error == 0)
		error = rw_file_copy_mode(g->output, g->next);
	return error ? fail(diags, g->output, error) : 0;
}

/* The paths and the folders that they need. */
static struct rw_map *map_of(const char *const *own, size_t count)
{
	struct rw_map *map = rw_map_new();

	for (size_t i = 0; i < count; i++) {
		char *path = rw_strdup(own[i]);

		for (char *slash; (slash = strrchr(path, '/')) != NULL;) {
			rw_map_put(map, path, map);
			*slash = '\0';
		}
		rw_map_put(map, path, map);
		rw_free(path);
	}
	return map;
}

int rw_generation_prepare(struct rw_generation *g, const char *const *own,
			  size_t count, uint64_t *inode, struct rw_diags *diags)
{
	struct rw_map *map = map_of(own, count);
	struct rw_file_facts facts = { 0 };
	int status = g->in_place || (keep_files(g, map, diags) == 0 &&
				     keep_folders(g, map, diags) == 0)
			     ? 0
			     : -1;
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

		if (rw_map_get(g->files, own[i]) != NULL ||
		    leads_away(g, own[i]))
			continue;
		full = name_in(g->output, own[i]);
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
