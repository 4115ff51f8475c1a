/*
 * resolve: prints the resolved document, the interface of stylesheets.
 */
#include <string.h>

#include "cli/commands.h"
#include "model/catalogue_fill.h"
#include "model/collection.h"
#include "xml/serialise.h"

static const struct rw_option options[] = {
	{ "explain", 0, NULL, false, "say where each statement comes from",
	  NULL },
	{ "lang", 'l', "TAG", false, "language", NULL },
	{ "as", 0, "KIND", false, "what the document is for",
	  "ad description summary kit" },
	{ "audience", 0, "WHO", false, "who may read it", "public internal" },
	{ "site", 0, NULL, false, "as a page of the site", NULL },
	{ "collection", 0, "NAME", false, "a collection in place of ID",
	  "index roles postings guides glossary matrix sitemap" },
	{ "output", 'o', "FILE", false, "write there", NULL },
	{ 0 },
};

static int print(struct rw_cli *cli, const struct rw_doc *doc)
{
	struct rw_buf out = RW_BUF_INIT;
	int status;

	rw_doc_write(doc, false, &out);
	status = rw_cli_write(cli, out.data, out.len);
	rw_buf_release(&out);
	return status;
}

/* A collection of the whole site. */
static struct rw_doc *collect(struct rw_cli *cli, const char *name,
			      struct rw_resolver *resolver)
{
	const struct rw_site *site = rw_site_load(cli->ws, cli->diags);
	const char *lang = rw_cli_option(cli, "lang");
	struct rw_catalogue catalogue = { 0 };
	struct rw_collection_query query = { .site = site,
					     .catalogue = &catalogue };
	struct rw_map *terms = NULL;
	struct rw_doc *doc = NULL;

	if (site != NULL) {
		query.lang = rw_site_language(site, lang ? lang : "");
		if (rw_catalogue_fill(&catalogue, resolver, cli->arena, site,
				      cli->diags) == 0)
			terms = rw_catalogue_terms(&catalogue, cli->ws, site,
						   query.lang, cli->diags);
	}
	query.terms = terms;
	if (terms != NULL)
		doc = rw_collection_make(resolver, cli->arena, name, &query,
					 cli->diags);
	rw_map_free(terms);
	rw_vec_release(&catalogue.summaries);
	return doc;
}

static struct rw_doc *resolve_one(struct rw_cli *cli,
				  struct rw_resolver *resolver)
{
	static const enum rw_kind kinds[] = { RW_KIND_POSTING, RW_KIND_ROLE,
					      RW_KIND_GUIDE, RW_KINDS };
	struct rw_resolve_options how = {
		.lang = rw_cli_option(cli, "lang"),
		.as = rw_cli_option(cli, "as"),
		.audience = rw_cli_option(cli, "audience"),
		.explain = rw_cli_has(cli, "explain"),
	};
	struct rw_entry *entry = rw_cli_entry(cli, cli->args[0], kinds);

	if (rw_cli_has(cli, "site"))
		how.site = rw_site_load(cli->ws, cli->diags);
	return entry ? rw_resolve(resolver, cli->arena, entry, &how, cli->diags)
		     : NULL;
}

static int resolve(struct rw_cli *cli)
{
	const char *name = rw_cli_option(cli, "collection");
	struct rw_resolver *resolver;
	struct rw_doc *doc;

	if ((name == NULL) == (cli->arg_count == 0))
		return rw_cli_usage(cli, "'resolve' needs an ID or "
					 "--collection NAME");
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	resolver = rw_resolver_new(cli->ws);
	doc = name ? collect(cli, name, resolver) : resolve_one(cli, resolver);
	if (doc != NULL)
		print(cli, doc);
	rw_resolver_free(resolver);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_resolve = {
	.name = "resolve",
	.arguments = "ID",
	.what = "print the resolved document: what stylesheets see",
	.options = options,
	.run = resolve,
	.memory_only = true,
	.least = 0,
	.most = 1,
	.completes = "pages",
};
