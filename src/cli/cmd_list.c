/*
 * list: what there is, in the workspace and in the library.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/list.h"
#include "publish/format.h"

static const struct rw_option options[] = {
	{ "format", 0, "FORMAT", false, "how to write it", RW_TABLE_FORMATS },
	{ "title", 0, "TEXT", false, "with these words in one of their titles",
	  NULL },
	{ "status", 0, "STATUS", false, "in this status",
	  "draft approved retired" },
	{ "owner", 0, "NAME", false, "with this in the name of their owner",
	  NULL },
	{ "due", 0, "TIME", false, "to be reviewed within that time, as in 90d",
	  NULL },
	{ "missing", 0, "TAG", false,
	  "with texts that are not in this language", NULL },
	{ "own", 0, NULL, false, "the workspace's own only", NULL },
	{ "lang", 'l', "TAG", false, "titles in this language", NULL },
	{ 0 },
};

static void list_formats(struct rw_lister *l, const struct rw_listing *listing)
{
	(void)listing;
	for (int i = 0; i < RW_FORMATS; i++) {
		const struct rw_format_facts *facts =
			rw_format_facts((enum rw_format)i);
		const char **row = rw_table_row(&l->table);

		row[0] = facts->name;
		row[1] = facts->what;
		row[2] = facts->media_type;
	}
}

#define DOCUMENT_FILTERS "title status owner due missing own lang"

static const struct rw_listing listings[] = {
	{ "roles", "what people do", "id title level status owner where",
	  DOCUMENT_FILTERS, rw_list_documents, RW_KIND_ROLE },
	{ "postings", "jobs that are open",
	  "id title company closes status owner where", DOCUMENT_FILTERS,
	  rw_list_documents, RW_KIND_POSTING },
	{ "companies", "employers and agencies",
	  "id title kind status owner where", DOCUMENT_FILTERS,
	  rw_list_documents, RW_KIND_COMPANY },
	{ "places", "where companies are",
	  "id city region country area company where", "title own",
	  rw_list_places, RW_KIND_COMPANY },
	{ "pay-tables", "tables of pay",
	  "id title currency period effective status where", DOCUMENT_FILTERS,
	  rw_list_documents, RW_KIND_PAY_TABLE },
	{ "grades", "bands of all pay tables",
	  "id min max currency period table where", "title own", rw_list_grades,
	  RW_KIND_PAY_TABLE },
	{ "terms", "terms of the glossary", "id label category glossary where",
	  "title missing own lang", rw_list_terms, RW_KIND_GLOSSARY },
	{ "glossaries", "files of terms", "id title status owner where",
	  DOCUMENT_FILTERS, rw_list_documents, RW_KIND_GLOSSARY },
	{ "guides", "questions that lead to a role",
	  "id title status owner where", DOCUMENT_FILTERS, rw_list_documents,
	  RW_KIND_GUIDE },
	{ "statements", "sentences to take in with <use>, or --with",
	  "id kind text document where", "title own lang", rw_list_statements,
	  RW_KIND_STATEMENTS },
	{ "documents", "all of these documents",
	  "id type title status owner where", DOCUMENT_FILTERS,
	  rw_list_documents, RW_KINDS },
	{ "boards", "job boards, and who may send postings there",
	  "id title who contract delivery format checked confidence where",
	  "title own", rw_list_boards, RW_KIND_BOARD },
	{ "formats", "what render can make", "id what media-type", "",
	  list_formats, RW_KINDS },
	{ "rules", "rules of wording", "id level language message where",
	  "title own", rw_list_rules, RW_KIND_RULES },
	{ "jurisdictions", "places whose law is known",
	  "id name status effective where", "title own", rw_list_jurisdictions,
	  RW_KIND_RULES },
};

#define LISTINGS (sizeof(listings) / sizeof(listings[0]))

/* --------------------------------------------------------------- filters */

/* Days in "90", "90d", "12w", "3m", "1y"; -1 if it is none of these. */
static long days_of(const char *text)
{
	static const struct {
		const char *unit;
		long days;
	} units[] = {
		{ "", 1 }, { "d", 1 }, { "w", 7 }, { "m", 30 }, { "y", 365 }
	};
	char *end;
	long count = strtol(text, &end, 10);

	if (end == text || count < 0 || count > 36500)
		return -1;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strcmp(end, units[i].unit) == 0)
			return count * units[i].days;
	return -1;
}

/* A pattern for the words themselves, whatever signs are in them. */
static struct rw_pattern *literal(struct rw_cli *cli, const char *text)
{
	struct rw_buf pattern = RW_BUF_INIT;
	struct rw_pattern *compiled;

	for (; *text != '\0'; text++) {
		if (strchr("\\^$.[]|()?*+{}#-", *text) != NULL)
			rw_buf_putc(&pattern, '\\');
		rw_buf_putc(&pattern, *text);
	}
	compiled = rw_pattern_new(cli->arena, pattern.data, RW_PATTERN_CASELESS,
				  RW_NOWHERE, cli->diags);
	rw_buf_release(&pattern);
	return compiled;
}

static bool finds(const struct rw_lister *l, const struct rw_pattern *pattern,
		  const char *text)
{
	struct rw_match match = { .subject = text, .len = strlen(text) };

	return pattern == NULL ||
	       rw_pattern_find(pattern, &match, l->cli->diags) > 0;
}

bool rw_list_matches(const struct rw_lister *l, const char *text)
{
	return finds(l, l->title, text);
}

bool rw_list_owned(const struct rw_lister *l, const char *owner)
{
	return finds(l, l->owner, owner ? owner : "");
}

const char *rw_list_words(const struct rw_lister *l, const char *text,
			  size_t most)
{
	const char *format = rw_cli_option(l->cli, "format");
	bool whole = format != NULL && strcmp(format, "json") == 0;

	return rw_table_words(l->cli->arena, text, whole ? SIZE_MAX : most);
}

const char *rw_list_where(const struct rw_lister *l,
			  const struct rw_entry *entry)
{
	if (entry->layer == RW_LAYER_LIBRARY ||
	    rw_workspace_is_library(l->cli->ws))
		return "library";
	return entry->lower != NULL ? "both" : "workspace";
}

bool rw_list_foreign(const struct rw_lister *l, const struct rw_entry *entry)
{
	return l->own && entry->layer != RW_LAYER_WORKSPACE;
}

static int set_filters(struct rw_lister *l)
{
	struct rw_cli *cli = l->cli;
	const char *due = rw_cli_option(cli, "due");
	const char *title = rw_cli_option(cli, "title");
	const char *owner = rw_cli_option(cli, "owner");

	l->status = rw_cli_option(cli, "status");
	l->missing = rw_cli_option(cli, "missing");
	l->lang = rw_cli_option(cli, "lang");
	l->own = rw_cli_has(cli, "own");
	l->due = RW_DATE_NONE;
	if (due != NULL && days_of(due) < 0)
		return rw_cli_usage(cli,
				    "'%s' is not a time; write 90d, 12w "
				    "or 1y",
				    due);
	if (due != NULL)
		l->due = cli->today + (int32_t)days_of(due);
	if (title != NULL)
		l->title = literal(cli, title);
	if (owner != NULL)
		l->owner = literal(cli, owner);
	return RW_EXIT_FINE;
}

static bool has_word(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (; *list != '\0'; list += strspn(list, " ")) {
		if (strcspn(list, " ") == len && strncmp(list, word, len) == 0)
			return true;
		list += strcspn(list, " ");
	}
	return false;
}

/* An option that says nothing about these things is a mistake. */
static int check_filters(const struct rw_cli *cli, const char *filters,
			 const char *what)
{
	for (const struct rw_option *o = options; o->name != NULL; o++)
		if (rw_cli_has(cli, o->name) &&
		    strcmp(o->name, "format") != 0 &&
		    !has_word(filters, o->name))
			return rw_cli_usage(cli,
					    "'--%s' says nothing about "
					    "%s",
					    o->name, what);
	return RW_EXIT_FINE;
}

/* --------------------------------------------------------------- columns */

static void add_column(struct rw_vec *columns, struct rw_arena *arena,
		       const char *name, size_t len)
{
	rw_vec_push(columns, rw_arena_strndup(arena, name, len));
}

/* The columns of a listing, and those that its filters ask for. */
static const char *const *columns_of(struct rw_lister *l, const char *names)
{
	struct rw_arena *arena = l->cli->arena;
	struct rw_vec columns = { 0 };
	const char **copy;

	for (; *names != '\0'; names += strspn(names, " ")) {
		size_t len = strcspn(names, " ");

		if (l->due != RW_DATE_NONE && strncmp(names, "where", len) == 0)
			add_column(&columns, arena, "review-by", 9);
		if (l->missing != NULL && strncmp(names, "where", len) == 0)
			add_column(&columns, arena, "missing", 7);
		add_column(&columns, arena, names, len);
		names += len;
	}
	copy = rw_arena_zalloc(arena, (columns.count + 1) * sizeof(*copy));
	for (size_t i = 0; i < columns.count; i++)
		copy[i] = columns.items[i];
	rw_vec_release(&columns);
	return copy;
}

const char **rw_list_cell(struct rw_lister *l, const char **row,
			  const char *name)
{
	for (size_t i = 0; i < l->table.width; i++)
		if (strcmp(l->table.columns[i], name) == 0)
			return &row[i];
	return rw_arena_zalloc(l->cli->arena, sizeof(char *));
}

/* ------------------------------------------------------------------- run */

static int unknown_listing(const struct rw_cli *cli, const char *name)
{
	const char *names[LISTINGS + 1];
	const char *near;

	for (size_t i = 0; i < LISTINGS; i++)
		names[i] = listings[i].name;
	names[LISTINGS] = "items";
	near = rw_nearest(name, names, LISTINGS + 1);
	if (near != NULL)
		return rw_cli_usage(cli,
				    "there is no list of '%s'; did you "
				    "mean '%s'?",
				    name, near);
	return rw_cli_usage(cli, "there is no list of '%s'", name);
}

static const struct rw_listing *find_listing(const char *name)
{
	for (size_t i = 0; i < LISTINGS; i++)
		if (strcmp(listings[i].name, name) == 0)
			return &listings[i];
	return NULL;
}

static const char not_applied[] =
	"rolewright: note: this version lists rules and jurisdictions, but "
	"'check' does not apply them yet\n";

static int show(struct rw_lister *l, const char *what)
{
	struct rw_buf text = RW_BUF_INIT;
	int status = rw_cli_finish(l->cli);

	if (strcmp(what, "rules") == 0 || strcmp(what, "jurisdictions") == 0)
		rw_fd_write(STDERR_FILENO, not_applied,
			    sizeof(not_applied) - 1);
	if (l->table.rows.count == 0 && status == RW_EXIT_FINE) {
		rw_buf_printf(&text, "rolewright: no %s found\n", what);
		rw_fd_write(STDERR_FILENO, text.data, text.len);
		rw_buf_release(&text);
	}
	if (rw_table_print(l->cli, &l->table) != RW_EXIT_FINE)
		status = rw_cli_finish(l->cli);
	rw_table_release(&l->table);
	return status;
}

static int list_items(struct rw_lister *l)
{
	static const enum rw_kind kinds[] = {
		RW_KIND_ROLE,	    RW_KIND_POSTING,   RW_KIND_COMPANY,
		RW_KIND_STATEMENTS, RW_KIND_PAY_TABLE, RW_KIND_GLOSSARY,
		RW_KIND_GUIDE,	    RW_KIND_SITE,      RW_KINDS,
	};
	struct rw_cli *cli = l->cli;
	int status = check_filters(cli, "lang", "items");
	struct rw_entry *entry;

	if (status != RW_EXIT_FINE)
		return status;
	if (cli->arg_count < 2)
		return rw_cli_usage(cli, "'items' needs the id of a document");
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	rw_table_init(&l->table, cli->arena,
		      columns_of(l, "id part text hash origin"));
	entry = rw_cli_entry(cli, cli->args[1], kinds);
	if (entry != NULL)
		rw_list_items(l, entry);
	return show(l, "items");
}

/* What can be listed. */
static int list_listings(struct rw_cli *cli)
{
	static const char *const columns[] = { "list", "what", NULL };
	struct rw_table table;
	const char **row;
	int status;

	rw_table_init(&table, cli->arena, columns);
	for (size_t i = 0; i < LISTINGS; i++) {
		row = rw_table_row(&table);
		row[0] = listings[i].name;
		row[1] = listings[i].what;
	}
	row = rw_table_row(&table);
	row[0] = "items";
	row[1] = "every part of the document that is named after it";
	status = rw_table_print(cli, &table);
	rw_table_release(&table);
	return status == RW_EXIT_FINE ? status : rw_cli_finish(cli);
}

static int list(struct rw_cli *cli)
{
	const char *name = cli->arg_count ? cli->args[0] : "";
	const struct rw_listing *listing = find_listing(name);
	struct rw_lister l = { .cli = cli };
	int status = set_filters(&l);

	if (status != RW_EXIT_FINE)
		return status;
	if (cli->arg_count == 0)
		return list_listings(cli);
	if (strcmp(name, "items") == 0)
		return list_items(&l);
	if (listing == NULL)
		return unknown_listing(cli, name);
	if (cli->arg_count > 1)
		return rw_cli_usage(cli, "'%s' is one argument too many",
				    cli->args[1]);
	status = check_filters(cli, listing->filters, name);
	if (status != RW_EXIT_FINE)
		return status;
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	rw_table_init(&l.table, cli->arena, columns_of(&l, listing->columns));
	listing->fill(&l, listing);
	if (l.due != RW_DATE_NONE)
		rw_table_sort(&l.table, "review-by");
	return show(&l, name);
}

const struct rw_command rw_command_list = {
	.name = "list",
	.arguments = "[WHAT [ID]]",
	.what = "list what there is; alone, what can be listed",
	.options = options,
	.run = list,
	.least = 0,
	.most = 2,
	.completes = "listings",
};
