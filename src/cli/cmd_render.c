/*
 * render: one document in one format, with the choices of the command line.
 */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/pool.h"
#include "cli/commands.h"
#include "publish/choices.h"
#include "publish/render.h"
#include "xml/serialise.h"

#define FORMATS "html md txt docx json tex man"

static const struct rw_option options[] = {
	{ "to", 't', "FORMAT", false, "format; the suffix of -o without it",
	  FORMATS },
	{ "output", 'o', "FILE", false, "write there", NULL },
	{ "as", 0, "KIND", false, "what the document is for",
	  "ad description summary kit" },
	{ "audience", 0, "WHO", false, "who may read it", "public internal" },
	{ "lang", 'l', "TAG", false, "language", NULL },
	{ "company", 0, "ID", false, "the employer", NULL },
	{ "place", 0, "ID,...", true, "places of the company", NULL },
	{ "pay", 0, "MIN-MAX/PERIOD", false, "the pay range", NULL },
	{ "set", 0, "NAME=TEXT", true, "change a part, a fact or an item",
	  NULL },
	{ "with", 0, "ID,...", true, "take in shared statements", NULL },
	{ "without", 0, "ID,...", true, "leave out items, by id or class",
	  NULL },
	{ "max", 0, "LIST=N", true, "keep at most N items of a list", NULL },
	{ "save", 0, "ID", false, "keep the choices as a posting", NULL },
	{ "stage", 0, "STAGE", false, "stop at a stage", "resolved tree" },
	{ 0 },
};

static const char notes[] =
	"--set takes the name of a part (title, summary, opening ...), of a "
	"fact\n(employment, openings, posted, closes, ongoing, starts, ends, "
	"hours,\nrequisition, status, version, qualifications, workplace), or "
	"the id of an item;\n'rolewright list items ID' shows the ids.\n\n"
	"examples:\n"
	"  --pay 60000-80000/year/USD\n"
	"  --set title='Head of Renewals'\n"
	"  --with crm-hygiene\n"
	"  --without renewals,adoption\n";

/* What is wrong with the command line comes before any work. */
static enum rw_format format_of(struct rw_cli *cli)
{
	const char *name = rw_cli_option(cli, "to");
	const char *path = rw_cli_option(cli, "output");
	const char *dot = path ? strrchr(path, '.') : NULL;

	if (name == NULL && dot != NULL && strchr(dot, '/') == NULL)
		name = dot + 1;
	return rw_format_find(name ? name : "html");
}

static void collect(const struct rw_cli *cli, const char *name,
		    struct rw_vec *values)
{
	unsigned position = 0;
	const char *value;

	while ((value = rw_cli_next(cli, name, &position)) != NULL)
		rw_vec_push(values, (void *)value);
}

/* The same for ids: "renewals,adoption" are two. */
static void collect_ids(const struct rw_cli *cli, const char *name,
			struct rw_vec *ids)
{
	unsigned position = 0;
	const char *value;

	while ((value = rw_cli_next(cli, name, &position)) != NULL)
		do {
			size_t len = strcspn(value, ",");

			rw_vec_push(ids,
				    rw_arena_strndup(cli->arena, value, len));
			value += len + (value[len] == ',');
		} while (*value != '\0');
}

static void read_choices(const struct rw_cli *cli, struct rw_choices *c)
{
	c->id = rw_cli_option(cli, "save");
	c->lang = rw_cli_option(cli, "lang");
	c->company = rw_cli_option(cli, "company");
	c->pay = rw_cli_option(cli, "pay");
	collect_ids(cli, "place", &c->places);
	collect(cli, "set", &c->set);
	collect_ids(cli, "with", &c->with);
	collect_ids(cli, "without", &c->without);
	collect(cli, "max", &c->max);
}

static void release_choices(struct rw_choices *c)
{
	rw_vec_release(&c->places);
	rw_vec_release(&c->set);
	rw_vec_release(&c->with);
	rw_vec_release(&c->without);
	rw_vec_release(&c->max);
}

/* Keeps the choices as a posting of the workspace. */
static int save(struct rw_cli *cli, const char *id, const char *text)
{
	char *name =
		rw_arena_printf(cli->arena, "templates/postings/%s.xml", id);
	char *path = rw_path_join(cli->arena, cli->folder, name);
	int error;

	if (rw_file_exists(path)) {
		rw_report(cli->diags, RW_FILE_EXISTS, RW_NOWHERE, name, NULL,
			  NULL);
		return -1;
	}
	error = rw_file_make_folder(rw_path_folder(cli->arena, path));
	if (error == 0)
		error = rw_file_write(path, text, strlen(text));
	if (error != 0)
		rw_report(cli->diags, RW_FILE_WRITE, RW_NOWHERE, path,
			  strerror(error), NULL);
	return error ? -1 : 0;
}

struct job {
	struct rw_resolver *resolver;
	struct rw_resolve_options how;
	char *text; /* of the document that the choices make, or NULL */
};

static struct rw_doc *resolve_choices(struct rw_cli *cli, struct job *job,
				      const struct rw_choices *choices)
{
	enum rw_kind kind;
	struct rw_node *root;
	const char *name;

	job->text = rw_choices_write(cli->ws, cli->arena, choices, &kind,
				     cli->diags);
	if (job->text == NULL)
		return NULL;
	if (choices->id != NULL && kind != RW_KIND_POSTING) {
		rw_report(cli->diags, RW_CHOICE, RW_NOWHERE, "--save",
			  choices->id, "a posting needs --company");
		return NULL;
	}
	name = choices->id ? rw_arena_printf(cli->arena,
					     "templates/postings/%s.xml",
					     choices->id)
			   : "(command line)";
	root = rw_workspace_parse(
		cli->ws, kind,
		&(const struct rw_input){ job->text, strlen(job->text), name },
		cli->arena, cli->diags);
	job->how.lang = NULL;
	return root ? rw_resolve_root(job->resolver, cli->arena, root,
				      &job->how, cli->diags)
		    : NULL;
}

static struct rw_doc *resolve(struct rw_cli *cli, struct job *job)
{
	static const enum rw_kind kinds[] = { RW_KIND_POSTING, RW_KIND_ROLE,
					      RW_KIND_GUIDE, RW_KINDS };
	struct rw_choices choices = { 0 };
	struct rw_doc *doc = NULL;

	choices.base = rw_cli_entry(cli, cli->args[0], kinds);
	read_choices(cli, &choices);
	if (choices.base == NULL)
		doc = NULL;
	else if (choices.base->kind == RW_KIND_GUIDE &&
		 (rw_choices_any(&choices) || choices.id != NULL))
		rw_report(cli->diags, RW_CHOICE, RW_NOWHERE, "render",
			  cli->args[0], "a guide takes no choices");
	else if (rw_choices_any(&choices) || choices.id != NULL)
		doc = resolve_choices(cli, job, &choices);
	else
		doc = rw_resolve(job->resolver, cli->arena, choices.base,
				 &job->how, cli->diags);
	release_choices(&choices);
	return doc;
}

static bool stops_resolved(struct rw_cli *cli)
{
	const char *stage = rw_cli_option(cli, "stage");

	return stage != NULL && strcmp(stage, "resolved") == 0;
}

/* What needs no other: the document, and the stylesheet that it will need. */
struct start {
	struct rw_cli *cli;
	struct job *job;
	struct rw_sheets *sheets;
	enum rw_format format;
	struct rw_doc *doc;
};

static void begin(void *context, size_t index, unsigned thread)
{
	struct start *s = context;

	(void)thread;
	if (index == 0)
		s->doc = resolve(s->cli, s->job);
	else if (!stops_resolved(s->cli))
		rw_sheets_compile(s->sheets, rw_format_sheet(s->format),
				  s->cli->diags);
}

static int produce(const struct start *s, struct rw_buf *out)
{
	struct rw_press press = {
		.sheets = s->sheets,
		.arena = s->cli->arena,
		.diags = s->cli->diags,
	};

	if (rw_render_prepare(&press, s->doc, s->format, true) != 0)
		return -1;
	if (stops_resolved(s->cli)) {
		rw_doc_write(s->doc, false, out);
		return 0;
	}
	if (rw_cli_has(s->cli, "stage"))
		return rw_render_tree(&press, s->doc, s->format, out);
	return rw_render(&press, s->doc, s->format, out);
}

/* A Word document is no text for a terminal. */
static bool suits_terminal(struct rw_cli *cli, enum rw_format format)
{
	const char *path = rw_cli_option(cli, "output");

	return format != RW_FORMAT_DOCX || path != NULL ||
	       rw_cli_has(cli, "stage") || !isatty(STDOUT_FILENO);
}

static void render_to(struct rw_cli *cli, struct job *job,
		      enum rw_format format)
{
	const char *id = rw_cli_option(cli, "save");
	struct start s = { .cli = cli, .job = job, .format = format };
	struct rw_buf out = RW_BUF_INIT;

	s.sheets = rw_sheets_new(cli->arena, cli->ws);
	rw_pool_run(rw_pool_processors(), 2, begin, &s);
	if (s.doc != NULL && produce(&s, &out) == 0 &&
	    rw_diags_count(cli->diags, RW_ERROR) == 0 &&
	    (id == NULL || save(cli, id, job->text) == 0))
		rw_cli_write(cli, out.data, out.len);
	rw_buf_release(&out);
}

static int render(struct rw_cli *cli)
{
	enum rw_format format = format_of(cli);
	struct job job = {
		.how = { .lang = rw_cli_option(cli, "lang"),
			 .as = rw_cli_option(cli, "as"),
			 .audience = rw_cli_option(cli, "audience") },
	};

	if (format >= RW_FORMAT_XML)
		return rw_cli_usage(cli,
				    "the suffix of '%s' is no format: use one "
				    "of: " FORMATS ", or give one with --to "
				    "(docx and html print to PDF)",
				    rw_cli_option(cli, "output"));
	if (!suits_terminal(cli, format))
		return rw_cli_usage(cli, "a Word document is no text for a "
					 "terminal; give it a file with -o");
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	job.resolver = rw_resolver_new(cli->ws);
	render_to(cli, &job, format);
	rw_resolver_free(job.resolver);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_render = {
	.name = "render",
	.arguments = "ID",
	.what = "make one document, customised by options",
	.options = options,
	.notes = notes,
	.run = render,
	.memory_only = true,
	.least = 1,
	.most = 1,
	.completes = "pages",
};
