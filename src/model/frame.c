/*
 * Words, site and company in a resolved or collection document.
 */
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "model/frame.h"
#include "model/inherit.h"
#include "model/job.h"
#include "model/published.h"
#include "version.h"

static void set_href(const struct rw_frame *f, struct rw_node *node,
		     const char *name, const char *folder, const char *id)
{
	rw_node_set_attr(node, name,
			 rw_arena_printf(f->arena, "%s%s.html", f->up,
					 rw_site_page(f->site, f->arena,
						      f->lang, folder, id)));
}

static void add_link(struct rw_node *parent, const char *element,
		     const char *href, const char *text)
{
	struct rw_node *node =
		rw_node_add_with_text(parent, RW_NS, element, text);

	rw_node_set_attr(node, "href", href);
}

static const char *word(const struct rw_frame *f, const char *key)
{
	const char *text = rw_words_get(f->words, key);

	return text ? text : key;
}

static bool is_absolute(const char *href)
{
	return strstr(href, "://") != NULL || href[0] == '#' ||
	       strncmp(href, "mailto:", 7) == 0;
}

static void add_navigation(const struct rw_frame *f, struct rw_node *site,
			   const struct rw_node *source)
{
	struct rw_node *nav = rw_node_child(source, "nav");
	struct rw_node *link = nav ? rw_node_child(nav, "link") : NULL;
	struct rw_node *to;

	if (link == NULL)
		return;
	to = rw_node_add(site, RW_NS, "nav");
	for (; link != NULL; link = rw_node_next_element(link, "link")) {
		const char *href = rw_node_attr(link, "href");

		add_link(to, "link",
			 is_absolute(href) ? href
					   : rw_arena_printf(f->arena, "%s%s",
							     f->up, href),
			 rw_node_text(f->arena, link));
	}
}

/* "Español": a language in itself, as it stands in a list. */
static char *own_name(const struct rw_frame *f, const char *lang)
{
	struct rw_locale *locale = rw_locale_new(f->arena, lang);

	return rw_locale_capitalise(locale, f->arena,
				    rw_locale_language(locale, f->arena, lang));
}

/* The same page in every language of the site that has it. */
static void add_alternates(const struct rw_frame *f, struct rw_node *site)
{
	for (size_t i = 0; i < f->language_count && f->language_count > 1;
	     i++) {
		const char *lang = f->languages[i];
		struct rw_node *alternate;
		char *page =
			rw_site_page(f->site, f->arena, lang, f->folder, f->id);

		alternate = rw_node_add(site, RW_NS, "alternate");
		rw_node_set_attr(alternate, "xml:lang", lang);
		rw_node_set_attrf(alternate, "href", "%s%s.html", f->up, page);
		if (f->site->base_url[0] != '\0')
			rw_node_set_attrf(alternate, "url", "%s%s.html",
					  f->site->base_url, page);
		rw_node_set_attr(alternate, "label", own_name(f, lang));
		if (rw_lang_same(lang, f->lang))
			rw_node_set_attr(alternate, "current", "yes");
	}
}

static void add_twins(const struct rw_frame *f, struct rw_node *site)
{
	static const char *const formats[] = { "docx", "md", "txt", "json" };
	const char *name = strrchr(f->page, '/');

	for (size_t i = 0; i < 4 && f->twins; i++) {
		struct rw_node *twin = rw_node_add(site, RW_NS, "twin");

		rw_node_set_attr(twin, "format", formats[i]);
		rw_node_set_attrf(twin, "href", "%s.%s",
				  name ? name + 1 : f->page, formats[i]);
		rw_node_set_attr(twin, "label",
				 word(f, rw_arena_printf(f->arena, "twin.%s",
							 formats[i])));
	}
}

static void add_crumbs(const struct rw_frame *f, struct rw_node *site)
{
	if (f->folder[0] == '\0' && strcmp(f->id, "index") == 0)
		return;
	add_link(site, "crumb", rw_node_attr(site, "home-href"),
		 word(f, "ui.nav.home"));
	if (f->folder[0] != '\0' && f->twins)
		add_link(site, "crumb",
			 rw_node_attr(site, rw_arena_printf(f->arena, "%s-href",
							    f->folder)),
			 word(f, rw_arena_printf(f->arena, "ui.nav.%s",
						 f->folder)));
	else if (strcmp(f->folder, "glossary") == 0 &&
		 strcmp(f->id, "index") != 0)
		add_link(site, "crumb", rw_node_attr(site, "glossary-href"),
			 word(f, "ui.nav.glossary"));
}

static void add_urls(const struct rw_frame *f, struct rw_node *site)
{
	const char *base = f->site->base_url;
	struct rw_node *canonical;

	rw_node_set_attr(site, "base-url", base);
	set_href(f, site, "home-href", "", "index");
	set_href(f, site, "roles-href", "roles", "index");
	set_href(f, site, "postings-href", "postings", "index");
	set_href(f, site, "glossary-href", "glossary", "index");
	if (rw_published_guides(f->ws, f->diags))
		set_href(f, site, "guides-href", "guides", "index");
	if (rw_node_attr(f->site->root, "matrix") != NULL)
		set_href(f, site, "matrix-href", "", "matrix");
	rw_node_set_attrf(site, "css-href", "%scss/rolewright.css", f->up);
	if (base[0] == '\0')
		return;
	canonical = rw_node_add(site, RW_NS, "canonical");
	rw_node_set_attrf(canonical, "href", "%s%s.html", base, f->page);
}

const struct rw_node *rw_frame_site(const struct rw_frame *f)
{
	struct rw_entry *entry =
		rw_workspace_find(f->ws, RW_KIND_SITE, "site", NULL);

	return rw_inherit_resolve(f->ws, entry, f->lang, f->diags);
}

/* The page of the company that <frame file="..."> names. */
static void *read_frame(struct rw_workspace *ws, struct rw_arena *arena,
			void *context, struct rw_diags *diags)
{
	const char *file = rw_node_attr(context, "file");
	const char *folder = rw_workspace_options(ws)->folder;
	const char *path = rw_path_join(arena, folder, file);
	struct rw_doc *doc;

	if (rw_file_exists(path) && !rw_path_inside(arena, folder, path)) {
		rw_report(diags, RW_FILE_OUTSIDE, rw_node_pos(context), file,
			  NULL, NULL);
		return NULL;
	}
	doc = rw_doc_read(arena, path, file, &rw_limits_role, diags);
	return doc ? rw_doc_root(doc) : NULL;
}

static int add_page_frame(const struct rw_frame *f, struct rw_node *site,
			  const struct rw_node *source)
{
	struct rw_node *frame = rw_node_child(source, "frame");
	const struct rw_node *page;

	if (frame == NULL)
		return 0;
	page = rw_workspace_once(f->ws, "site/frame", read_frame, frame,
				 f->diags);
	if (page != NULL)
		rw_node_copy(page, rw_node_add(site, RW_NS, "frame"));
	return page ? 0 : -1;
}

static int add_site(const struct rw_frame *f, struct rw_node *root)
{
	const struct rw_node *source = rw_frame_site(f);
	struct rw_node *site, *n;

	if (source == NULL)
		return -1;
	site = rw_node_add(root, RW_NS, "site");
	n = rw_node_child(source, "title");
	rw_node_set_attr(site, "title", n ? rw_node_text(f->arena, n) : "");
	add_urls(f, site);
	add_navigation(f, site, source);
	add_alternates(f, site);
	add_twins(f, site);
	add_crumbs(f, site);
	n = rw_node_child(source, "tagline");
	if (n != NULL)
		rw_node_set_attr(site, "tagline", rw_node_text(f->arena, n));
	n = rw_node_child(source, "footer");
	if (n != NULL)
		rw_node_copy(n, site);
	return add_page_frame(f, site, source);
}

/* The company whose site it is: its brand colours every page. */
static int add_site_company(const struct rw_frame *f, struct rw_node *root)
{
	const char *id = rw_node_attr(f->site->root, "company");
	struct rw_pos pos = rw_node_attr_value_pos(f->site->root, "company",
						   rw_diags_sources(f->diags));
	struct rw_entry *entry;
	const struct rw_node *company;

	if (id == NULL || rw_node_child(root, "company") != NULL)
		return 0;
	entry = rw_workspace_need(f->ws, RW_KIND_COMPANY, id, pos, f->diags);
	company = entry ? rw_inherit_resolve(f->ws, entry, f->lang, f->diags)
			: NULL;
	rw_frame_company(f, root, company);
	return company ? 0 : -1;
}

int rw_frame_add(const struct rw_frame *f, struct rw_node *root)
{
	rw_words_copy(f->words, root);
	if (f->site == NULL)
		return 0;
	if (rw_node_attr(root, "confidential") == NULL &&
	    add_site_company(f, root) != 0)
		return -1;
	return add_site(f, root);
}

void rw_frame_root(const struct rw_frame *f, struct rw_node *root)
{
	int32_t today = rw_workspace_options(f->ws)->today;
	char date[RW_DATE_SIZE];

	rw_date_format(today, date);
	rw_node_set_attr(root, "xml:lang", f->lang);
	rw_node_set_attr(root, "dir", "ltr");
	rw_node_set_attr(root, "audience", "public");
	rw_node_set_attr(root, "generator", "rolewright " RW_VERSION);
	rw_node_set_attr(root, "date", date);
	rw_node_set_attr(root, "date-text",
			 rw_locale_date(f->locale, f->arena, today));
	rw_node_set_attr(root, "page", f->page);
	rw_node_set_attr(root, "root", f->up);
}

/* "About Lindquell" */
static void label_about(const struct rw_frame *f, struct rw_node *company)
{
	struct rw_node *about = rw_node_child(company, "about");
	struct rw_node *name = rw_node_child(company, "name");

	if (about != NULL && name != NULL)
		rw_node_set_attr(
			about, "label",
			rw_words_format(f->words, f->arena, "section.about.of",
					rw_node_text(f->arena, name), NULL));
}

void rw_frame_company(const struct rw_frame *f, struct rw_node *root,
		      const struct rw_node *company)
{
	static const char *const attributes[] = { "id",	      "url",
						  "kind",     "founded",
						  "industry", "nace",
						  "register", "headcount" };
	static const char *const parts[] = { "name", "legal-name", "about",
					     "parent-organization", "brand" };
	struct rw_node *to, *n;
	const char *logo;

	if (company == NULL)
		return;
	to = rw_node_add(root, RW_NS, "company");
	rw_node_set_pos(to, rw_node_pos(company));
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		rw_node_set_attr(to, attributes[i],
				 rw_node_attr(company, attributes[i]));
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		n = rw_node_child(company, parts[i]);
		if (n != NULL)
			rw_node_copy(n, to);
	}
	label_about(f, to);
	n = rw_node_child(to, "brand");
	logo = n ? rw_node_attr(n, "logo") : NULL;
	if (logo != NULL && f->site != NULL)
		rw_node_set_attrf(n, "logo-href", "%s%s", f->up, logo);
}

const char *rw_frame_date(const struct rw_frame *f, const char *date)
{
	return rw_locale_when(f->locale, f->arena, date);
}

/* ---------------------------------------------------------- of one document */

/* Languages of the site that this document has a page in. */
static void set_languages(const struct rw_job *job, struct rw_frame *f)
{
	const struct rw_site *site = job->options->site;
	const char **languages = rw_arena_zalloc(
		job->arena, site->language_count * sizeof(*languages));
	const char *own = job->source_lang ? job->source_lang : job->lang;
	struct rw_entry *entry =
		rw_workspace_find(job->ws, RW_KIND_POSTING, f->id, NULL);

	for (size_t i = 0; i < site->language_count; i++) {
		const char *lang = site->languages[i];

		if (!rw_node_is(job->root, "posting") ||
		    rw_lang_same(lang, own) ||
		    (entry && rw_workspace_translation(job->ws, entry, lang)))
			languages[f->language_count++] = lang;
	}
	f->languages = languages;
}

/* "Made from version 1.2 on 21 November 2026" */
static void add_made(struct rw_job *job)
{
	struct rw_node *made = rw_node_add(job->root, RW_NS, "made");
	const char *version = rw_node_attr(job->root, "version");
	const char *date = rw_node_attr(job->root, "date-text");
	char *text = version ? rw_words_format(job->words, job->arena, "made",
					       version, date)
			     : rw_words_format(job->words, job->arena,
					       "made.unversioned", date, NULL);

	rw_node_set_attr(made, "version", version);
	rw_node_set_attr(made, "date-text", date);
	rw_node_set_attr(made, "text", text);
}

static void add_notes(struct rw_job *job)
{
	const char *text = rw_words_get(job->words, "internal");

	if (job->internal)
		rw_node_set_attr(
			rw_node_add(job->root, RW_NS, "notice-internal"),
			"label", text);
	text = rw_words_get(job->words, "draft");
	if (rw_node_attr(job->root, "draft") != NULL && text != NULL)
		rw_node_set_attr(job->root, "draft-text", text);
}

/* Who posts for the company. */
static void add_agency(struct rw_job *job)
{
	const struct rw_node *name =
		job->agency ? rw_node_child(job->agency, "name") : NULL;
	struct rw_node *agency;

	if (name == NULL)
		return;
	agency = rw_node_add(job->root, RW_NS, "agency");
	rw_node_set_attr(agency, "id", rw_node_attr(job->agency, "id"));
	rw_node_set_attr(agency, "url", rw_node_attr(job->agency, "url"));
	rw_node_copy(name, agency);
}

void rw_job_company(struct rw_job *job)
{
	struct rw_frame f = { .site = job->options->site,
			      .up = job->up,
			      .arena = job->arena,
			      .words = job->words };

	if (!job->confidential)
		rw_frame_company(&f, job->root, job->company);
	add_agency(job);
}

void rw_job_frame(struct rw_job *job)
{
	struct rw_frame f = {
		.ws = job->ws,
		.arena = job->arena,
		.site = job->options->site,
		.words = job->words,
		.locale = job->locale,
		.lang = job->lang,
		.page = job->page,
		.up = job->up,
		.diags = job->diags,
		.twins = true,
		.folder = rw_site_folder(rw_node_name(job->root)),
		.id = rw_node_attr(job->root, "id"),
	};

	if (f.site != NULL)
		set_languages(job, &f);
	add_made(job);
	rw_job_attributions(job);
	add_notes(job);
	if (rw_frame_add(&f, job->root) != 0)
		job->status = -1;
}
