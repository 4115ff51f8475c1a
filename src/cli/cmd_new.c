/*
 * new: a document in which everything that it inherits stands as a comment.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "cli/commands.h"
#include "cli/scaffold.h"
#include "cli/skeleton.h"
#include "cli/whole.h"
#include "model/glossary.h"
#include "model/inherit.h"
#include "model/site.h"
#include "model/words.h"
#include "text/locale.h"
#include "xml/scan.h"

static const struct rw_option options[] = {
	{ "title", 0, "TEXT", false, "its title, name or label", NULL },
	{ "extends", 0, "ID", false, "the role that a role extends", NULL },
	{ "role", 0, "ID", false, "the role of a posting", NULL },
	{ "company", 0, "ID", false,
	  "the employer of a posting; the only one without", NULL },
	{ "lang", 'l', "TAG", false,
	  "its language; of a document that exists: a translation", NULL },
	{ "file", 0, "ID", false,
	  "the glossary that a term is added to; terms without", NULL },
	{ 0 },
};

static const struct {
	const char *name;
	enum rw_kind kind;
	const char *options; /* that it takes */
} kinds[] = {
	{ "role", RW_KIND_ROLE, "title extends lang" },
	{ "posting", RW_KIND_POSTING, "title role company lang" },
	{ "term", RW_KIND_GLOSSARY, "title lang file" },
	{ "company", RW_KIND_COMPANY, "title lang" },
	{ "pay-table", RW_KIND_PAY_TABLE, "title lang" },
	{ "statements", RW_KIND_STATEMENTS, "lang" },
	{ "glossary", RW_KIND_GLOSSARY, "title lang" },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define DEFAULT_GLOSSARY "terms"
#define NS "xmlns=\"urn:rolewright:1\""

/* %1 id, %2 language, %3 today, %4 title */
static const char role_template[] =
	"  <!-- Take out of its comment what the role needs.\n"
	"  <family id=\"sales\">Sales</family>\n"
	"  <level rank=\"20\">Professional</level>\n"
	"  -->\n"
	"  <!--\n"
	"  <summary>\n"
	"    What the job is for, in two or three sentences.\n"
	"  </summary>\n"
	"  -->\n"
	"  <responsibilities>\n"
	"    <!--\n"
	"    <responsibility id=\"first\" essential=\"yes\" key=\"yes\">\n"
	"      Begin with a verb; say what is done, for whom and how often.\n"
	"    </responsibility>\n"
	"    -->\n"
	"  </responsibilities>\n"
	"  <requirements>\n"
	"    <!--\n"
	"    <requirement id=\"experience\" level=\"required\" "
	"kind=\"experience\" years=\"2\">\n"
	"      What somebody must have done before.\n"
	"    </requirement>\n"
	"    -->\n"
	"  </requirements>\n"
	"  <!--\n"
	"  <pay grade=\"GRADE\"/>\n"
	"  -->\n";

/* %1 this year */
static const char pay_source[] =
	"  <!-- Each figure names the source that it comes from; write yours "
	"in "
	"place of MIN,\n"
	"       MID and MAX. The grades are those that roles ask for.\n"
	"  <source id=\"own-%1\" date=\"%1\" method=\"How the figures were "
	"found\">\n"
	"    Our own pay structure\n"
	"  </source>\n";

/* %1 this year, %2 a grade */
static const char pay_band[] = "  <band grade=\"%2\" min=\"MIN\" "
			       "mid=\"MID\" max=\"MAX\" "
			       "source=\"own-%1\"/>\n";

/* %1 this year */
static const char pay_rest[] =
	"  <area id=\"capital\" name=\"The capital\" factor=\"1.1\" "
	"source=\"own-%1\"/>\n"
	"  <experience from=\"5\" factor=\"1.05\" source=\"own-%1\"/>\n"
	"  -->\n";

static const char statements_template[] =
	"  <!-- Sentences that several documents take in with <use ref=\"its "
	"id\"/>.\n"
	"  <requirement id=\"driving-licence\" level=\"required\" "
	"kind=\"licence\">\n"
	"    A driving licence for cars.\n"
	"  </requirement>\n"
	"  <notice id=\"equal-chances\" kind=\"eeo\">\n"
	"    {{company}} chooses people by what they can do.\n"
	"  </notice>\n"
	"  -->\n";

static const char company_template[] =
	"  <!-- What stands here is part of every posting. Take out of the "
	"comment what you need.\n"
	"  <about>\n"
	"    Two or three sentences on what the company does, for whom, and "
	"where.\n"
	"  </about>\n"
	"  <benefits>\n"
	"    <benefit id=\"vacation\" kind=\"leave\">30 days of vacation a "
	"year.</benefit>\n"
	"  </benefits>\n"
	"  <places>\n"
	"    <place id=\"denver\" city=\"Denver\" country=\"US\" "
	"region=\"CO\"/>\n"
	"  </places>\n"
	"  <apply url=\"https://jobs.example/\"/>\n"
	"  -->\n";

static const char inherited_note[] =
	"<!--\n"
	"  What is inherited stands in comments. Take out of its comment what "
	"shall be\n"
	"  different here, and change it; all else stays as it is there. To "
	"drop an item\n"
	"  write <remove ref=\"its id\"/>; a new item needs an id of its own. "
	"A draft is\n"
	"  published when its status becomes \"approved\".\n"
	"\n"
	"  In this order:\n";

struct maker {
	struct rw_cli *cli;
	const char *name; /* of the kind: "role" */
	enum rw_kind kind;
	const char *id;
	const char *title; /* NULL: none is given */
	const char *lang;
	struct rw_entry *lower; /* what the new document lies over, or NULL */
	struct rw_buf out;
};

static const char *folder_file(struct maker *m, const char *id,
			       const char *lang)
{
	return rw_arena_printf(m->cli->arena, "%s/%s%s%s.xml",
			       rw_kind_folder(m->kind), id, lang[0] ? "." : "",
			       lang);
}

/* ------------------------------------------------------------------ start */

static void attribute(struct maker *m, const char *name, const char *value)
{
	if (value == NULL)
		return;
	rw_buf_printf(&m->out, " %s=\"", name);
	rw_scaffold_escape(&m->out, value);
	rw_buf_putc(&m->out, '"');
}

/* Begins a document that inherits the parts of 'whole' but for 'without'. */
static void begin(struct maker *m, const struct rw_node *whole,
		  const char *without)
{
	rw_buf_puts(&m->out, HEAD);
	if (whole != NULL) {
		rw_buf_puts(&m->out, inherited_note);
		rw_skeleton_contents(whole, without, &m->out);
		rw_buf_puts(&m->out, "-->\n");
	}
	rw_buf_printf(&m->out, "<%s %s", rw_kind_name(m->kind), NS);
	attribute(m, "id", m->id);
	attribute(m, "xml:lang", m->lang);
	attribute(m, "updated", rw_scaffold_today(m->cli));
}

static void put_title(struct maker *m, const char *element, const char *text)
{
	rw_buf_printf(&m->out, "  <%s>", element);
	rw_scaffold_escape(&m->out, text);
	rw_buf_printf(&m->out, "</%s>\n", element);
}

static int end(struct maker *m)
{
	rw_buf_printf(&m->out, "</%s>\n", rw_kind_name(m->kind));
	return rw_scaffold_write(m->cli, folder_file(m, m->id, ""), &m->out);
}

static const char *title_of(const struct maker *m)
{
	return m->title ? m->title : rw_id_title(m->cli->arena, m->id);
}

/* The entry that option 'name' gives; -1 after an error. */
static int entry_of(struct maker *m, const char *name, enum rw_kind kind,
		    struct rw_entry **entry)
{
	const char *id = rw_cli_option(m->cli, name);

	*entry = NULL;
	if (id == NULL)
		return 0;
	*entry = rw_workspace_need(m->cli->ws, kind, id, RW_NOWHERE,
				   m->cli->diags);
	return *entry ? 0 : -1;
}

/* ------------------------------------------------------------------- role */

static const char role_without[] = "title sources changes approvals note";

static int new_role(struct maker *m)
{
	struct rw_entry *parent = m->lower;
	const struct rw_node *whole = NULL;

	if (entry_of(m, "extends", RW_KIND_ROLE, &parent) != 0)
		return -1;
	parent = parent ? parent : m->lower;
	if (parent != NULL)
		whole = rw_cli_whole(m->cli, parent, m->lang);
	if (parent != NULL && whole == NULL)
		return -1;
	begin(m, whole, role_without);
	attribute(m, "extends", rw_cli_option(m->cli, "extends"));
	rw_buf_puts(&m->out, " version=\"0.1\" status=\"draft\">\n");
	if (parent == NULL || parent != m->lower || m->title != NULL)
		put_title(m, "title", title_of(m));
	if (whole != NULL)
		rw_skeleton_parts(m->cli, whole, role_without, &m->out);
	else
		rw_buf_puts(&m->out, role_template);
	return end(m);
}

/* ---------------------------------------------------------------- posting */

/* The company of --company, or the only one of the workspace. */
static int find_company(struct maker *m, struct rw_entry **company)
{
	struct rw_entry *const *entries;
	size_t count, own = 0;

	if (entry_of(m, "company", RW_KIND_COMPANY, company) != 0)
		return -1;
	if (*company != NULL)
		return 0;
	entries = rw_workspace_list(m->cli->ws, RW_KIND_COMPANY, &count);
	for (size_t i = 0; i < count; i++)
		if (entries[i]->layer == RW_LAYER_WORKSPACE) {
			*company = entries[i];
			own++;
		}
	if (own == 1)
		return 0;
	rw_cli_usage(m->cli,
		     own ? "the workspace has several companies; "
			   "name one with --company"
			 : "the workspace has no company; make one with "
			   "'rolewright new company ID'");
	return -1;
}

/* The first place is taken, the others stand beside it as comments. */
static void put_places(struct maker *m, const struct rw_node *company)
{
	const struct rw_node *places =
		company ? rw_node_child(company, "places") : NULL;
	const struct rw_node *n = places ? rw_node_child(places, "place")
					 : NULL;
	bool first = true;

	for (; n != NULL; n = rw_node_next_element(n, "place")) {
		rw_buf_printf(&m->out,
			      first ? "  <place ref=\"%s\"/>\n"
				    : "  <!-- <place ref=\"%s\"/> -->\n",
			      rw_node_attr(n, "id"));
		first = false;
	}
	rw_buf_puts(&m->out, "  <workplace mode=\"on-site\"/>\n");
}

static const char posting_without[] =
	"title sources changes approvals note pay other-titles occupations";

static const char *currency(struct maker *m, const struct rw_node *company)
{
	const struct rw_node *places =
		company ? rw_node_child(company, "places") : NULL;
	const struct rw_node *place = places ? rw_node_child(places, "place")
					     : NULL;
	const char *country = place ? rw_node_attr(place, "country") : NULL;
	const char *code = country ? rw_locale_currency(m->cli->arena, country)
				   : NULL;

	return code ? code : "USD";
}

static int new_posting(struct maker *m)
{
	struct rw_entry *role, *company;
	const struct rw_node *whole, *employer;

	if (rw_cli_option(m->cli, "role") == NULL) {
		rw_cli_usage(m->cli, "'--role' is missing; 'rolewright list "
				     "roles' shows what there is");
		return -1;
	}
	if (entry_of(m, "role", RW_KIND_ROLE, &role) != 0 ||
	    find_company(m, &company) != 0)
		return -1;
	whole = rw_cli_whole_posting(m->cli, role, company, m->lang);
	employer = rw_cli_whole(m->cli, company, m->lang);
	if (whole == NULL || employer == NULL)
		return -1;
	begin(m, whole, posting_without);
	attribute(m, "role", role->id);
	attribute(m, "company", company->id);
	attribute(m, "posted", rw_scaffold_today(m->cli));
	rw_buf_puts(&m->out,
		    " ongoing=\"yes\" employment=\"full-time "
		    "permanent\" status=\"draft\">\n  <!-- ongoing=\"yes\": "
		    "until it is filled; else closes=\"YYYY-MM-DD\" -->\n");
	if (m->title != NULL)
		put_title(m, "title", m->title);
	else
		rw_skeleton_part(m->cli, whole, "title", &m->out);
	put_places(m, employer);
	rw_buf_puts(&m->out,
		    "  <!--\n  <opening>\n    What makes this job "
		    "different from others of its kind.\n  </opening>\n"
		    "  -->\n");
	rw_buf_printf(&m->out,
		      "  <!-- The pay of this job; without it that of "
		      "the grade is meant.\n  <pay min=\"50000\" "
		      "max=\"60000\" currency=\"%s\" period=\"year\"/>\n"
		      "  -->\n",
		      currency(m, employer));
	rw_buf_puts(&m->out,
		    "  <!-- The job boards that 'export' sends it to; without "
		    "them, only its option 'all' does.\n"
		    "  <boards>indeed linkedin</boards>\n  -->\n");
	rw_skeleton_parts(m->cli, whole, posting_without, &m->out);
	return end(m);
}

/* -------------------------------------------------------------- pay table */

/* The currency of the country of the workspace's company. */
static const char *own_currency(struct maker *m)
{
	size_t count;
	struct rw_entry *const *list =
		rw_workspace_list(m->cli->ws, RW_KIND_COMPANY, &count);

	for (size_t i = 0; i < count; i++)
		if (list[i]->layer == RW_LAYER_WORKSPACE)
			return currency(m,
					rw_cli_whole(m->cli, list[i], m->lang));
	return currency(m, NULL);
}

static void note_grade(const struct rw_node *whole, struct rw_vec *grades)
{
	const struct rw_node *pay = whole ? rw_node_child(whole, "pay") : NULL;
	const char *grade = pay ? rw_node_attr(pay, "grade") : NULL;

	for (size_t i = 0; i < grades->count && grade != NULL; i++)
		if (strcmp(grades->items[i], grade) == 0)
			grade = NULL;
	if (grade != NULL)
		rw_vec_push(grades, (void *)grade);
}

/* The role of a posting, or NULL. */
static const struct rw_node *role_of(struct maker *m, struct rw_entry *posting)
{
	const struct rw_node *root =
		rw_entry_root(m->cli->ws, posting, m->cli->diags);
	const char *id = root ? rw_node_attr(root, "role") : NULL;
	struct rw_entry *role =
		id ? rw_workspace_find(m->cli->ws, RW_KIND_ROLE, id, NULL)
		   : NULL;

	return role ? rw_cli_whole(m->cli, role, NULL) : NULL;
}

/* The grades of the roles of the workspace's postings, else of all roles. */
static void note_grades(struct maker *m, struct rw_vec *grades)
{
	struct rw_workspace *ws = m->cli->ws;
	struct rw_entry *const *list;
	size_t count;

	list = rw_workspace_list(ws, RW_KIND_POSTING, &count);
	for (size_t i = 0; i < count; i++)
		if (list[i]->layer == RW_LAYER_WORKSPACE)
			note_grade(role_of(m, list[i]), grades);
	if (grades->count > 0)
		return;
	list = rw_workspace_list(ws, RW_KIND_ROLE, &count);
	for (size_t i = 0; i < count; i++)
		note_grade(rw_cli_whole(m->cli, list[i], NULL), grades);
}

static void put_bands(struct maker *m)
{
	const char *year =
		rw_arena_strndup(m->cli->arena, rw_scaffold_today(m->cli), 4);
	struct rw_vec grades = { 0 };

	note_grades(m, &grades);
	rw_scaffold_fill(&m->out, pay_source, &year);
	for (size_t i = 0; i < grades.count; i++)
		rw_scaffold_fill(
			&m->out, pay_band,
			(const char *const[]){ year, grades.items[i] });
	rw_scaffold_fill(&m->out, pay_rest, &year);
	rw_vec_release(&grades);
}

static void put_units(struct maker *m, const struct rw_node *whole)
{
	const char *unit = whole ? rw_node_attr(whole, "currency") : NULL;
	const char *period = whole ? rw_node_attr(whole, "period") : NULL;

	attribute(m, "currency", unit ? unit : own_currency(m));
	attribute(m, "period", period ? period : "year");
	attribute(m, "effective", rw_scaffold_today(m->cli));
}

/* ------------------------------------------------------- other documents */

static const char other_without[] = "title name changes note";

static int new_other(struct maker *m)
{
	const struct rw_node *whole =
		m->lower ? rw_cli_whole(m->cli, m->lower, m->lang) : NULL;
	bool pay = m->kind == RW_KIND_PAY_TABLE;
	static const char *const templates[RW_KINDS] = {
		[RW_KIND_COMPANY] = company_template,
		[RW_KIND_STATEMENTS] = statements_template,
		[RW_KIND_GLOSSARY] = "",
	};

	if (m->lower != NULL && whole == NULL)
		return -1;
	begin(m, whole, other_without);
	if (pay)
		put_units(m, whole);

	rw_buf_puts(&m->out, pay ? " status=\"draft\">\n" : ">\n");
	if (m->kind != RW_KIND_STATEMENTS && (whole == NULL || m->title))
		put_title(m, m->kind == RW_KIND_COMPANY ? "name" : "title",
			  title_of(m));
	if (whole != NULL)
		rw_skeleton_parts(m->cli, whole, other_without, &m->out);
	else if (pay)
		put_bands(m);
	else
		rw_buf_puts(&m->out, templates[m->kind]);
	return end(m);
}

/* ------------------------------------------------------------------- term */

static void put_term(struct maker *m, struct rw_buf *out)
{
	const struct rw_glossary *glossary =
		rw_glossary_load(m->cli->ws, m->lang, m->cli->diags);
	const struct rw_term *known =
		glossary ? rw_glossary_find(glossary, m->id) : NULL;
	const char *label = m->title;
	char *words = rw_arena_strdup(m->cli->arena, m->id);

	for (char *p = words; *p; p++)
		*p = *p == '-' ? ' ' : *p;
	label = label ? label : words;
	rw_buf_printf(out, "\n  <term id=\"%s\" updated=\"%s\">\n", m->id,
		      rw_scaffold_today(m->cli));
	if (known == NULL || m->title != NULL) {
		rw_buf_puts(out, "    <label>");
		rw_scaffold_escape(out, label);
		rw_buf_puts(out, "</label>\n");
	}
	if (known != NULL)
		rw_skeleton_parts(m->cli, known->node, "", out);
	else
		rw_scaffold_fill(
			out,
			"    <!-- <definition>What is meant by %1, in one "
			"sentence.</definition> -->\n"
			"    <!-- <synonym>another word for it</synonym> -->\n"
			"    <!-- <see-also ref=\"ID\"/> -->\n",
			&label);
	rw_buf_puts(out, "  </term>\n");
}

static bool has_term(struct maker *m, struct rw_entry *file)
{
	struct rw_node *root = rw_entry_root(m->cli->ws, file, m->cli->diags);
	struct rw_node *n = root ? rw_node_child(root, "term") : NULL;

	for (; n != NULL; n = rw_node_next_element(n, "term"))
		if (strcmp(rw_node_attr(n, "id"), m->id) == 0) {
			rw_report(m->cli->diags, RW_TERM_TWICE, rw_node_pos(n),
				  m->id, NULL, NULL);
			return true;
		}
	return root == NULL;
}

/* Puts the term before the end tag of a glossary that exists. */
static int add_term(struct maker *m, struct rw_entry *file)
{
	struct rw_buf text = RW_BUF_INIT, out = RW_BUF_INIT, done = RW_BUF_INIT;
	int error =
		rw_file_read(file->path, rw_limits_glossary.file_bytes, &text);
	size_t at = text.len;

	while (at > 0 && strncmp(text.data + at, "</glossary", 10) != 0)
		at--;
	if (error == 0 && at == 0) {
		rw_report(m->cli->diags, RW_DEFECT, RW_NOWHERE,
			  "the glossary has no end tag", NULL, NULL);
		error = -1;
	} else if (error == 0) {
		rw_buf_add(&out, text.data, at);
		put_term(m, &out);
		rw_buf_add(&out, text.data + at, text.len - at);
		error = rw_file_write(file->path, out.data, out.len);
	}
	if (error > 0)
		rw_report(m->cli->diags, RW_FILE_WRITE, RW_NOWHERE, file->name,
			  strerror(error), NULL);
	rw_buf_printf(&done, "%s\n", file->path);
	if (error == 0)
		rw_cli_print(m->cli, done.data, done.len);
	rw_buf_release(&text);
	rw_buf_release(&out);
	rw_buf_release(&done);
	return error ? -1 : 0;
}

/* "Glossary" in the language of the file; of others their own name. */
static const char *glossary_title(struct maker *m, const char *name)
{
	const struct rw_words *words =
		rw_words_load(m->cli->ws, m->lang, m->cli->diags);
	const char *title = words ? rw_words_get(words, "ui.glossary.title")
				  : NULL;

	if (title == NULL || strcmp(name, DEFAULT_GLOSSARY) != 0)
		return rw_id_title(m->cli->arena, name);
	return title;
}

static int new_term(struct maker *m)
{
	const char *name = rw_cli_option(m->cli, "file");
	struct rw_entry *file;
	int status;

	name = name ? name : DEFAULT_GLOSSARY;
	file = rw_workspace_find(m->cli->ws, RW_KIND_GLOSSARY, name, NULL);
	if (file != NULL && file->layer == RW_LAYER_WORKSPACE)
		return has_term(m, file) ? -1 : add_term(m, file);
	m->out.len = 0;
	rw_buf_printf(&m->out, HEAD "<glossary " NS " id=\"%s\"", name);
	attribute(m, "xml:lang", m->lang);
	attribute(m, "updated", rw_scaffold_today(m->cli));
	rw_buf_puts(&m->out, ">\n");
	if (file == NULL)
		put_title(m, "title", glossary_title(m, name));
	put_term(m, &m->out);
	rw_buf_puts(&m->out, "</glossary>\n");
	status = rw_scaffold_write(m->cli, folder_file(m, name, ""), &m->out);
	return status;
}

/* ------------------------------------------------------------ translation */

static int translate(struct maker *m, struct rw_entry *entry)
{
	const struct rw_node *own, *there;
	size_t count;

	if (entry->layer != RW_LAYER_WORKSPACE) {
		rw_report(m->cli->diags, RW_NOT_OWN, RW_NOWHERE, m->id, NULL,
			  NULL);
		return -1;
	}
	own = rw_entry_root(m->cli->ws, entry, m->cli->diags);
	there = own ? rw_cli_whole(m->cli, entry, m->lang) : NULL;
	if (there == NULL)
		return -1;
	rw_buf_puts(&m->out, HEAD
		    "<!--\n  Write the translation of a text "
		    "behind its comment; take an element that stands in a\n"
		    "  comment out of it, and translate its words. All else "
		    "is shown in the language of\n  the document. 'of' tells "
		    "when the original changes later: leave it as it is.\n"
		    "-->\n");
	rw_buf_printf(&m->out, "<%s " NS, rw_kind_name(m->kind));
	attribute(m, "id", entry->id);
	attribute(m, "xml:lang", m->lang);
	rw_buf_puts(&m->out, ">\n");
	count = rw_skeleton_translation(m->cli, own, there, m->lang, &m->out);
	if (count == 0)
		return rw_cli_usage(m->cli,
				    "'%s' has no text that is not "
				    "there in '%s'",
				    m->id, m->lang),
		       -1;
	rw_buf_printf(&m->out, "</%s>\n", rw_kind_name(m->kind));
	return rw_scaffold_write(m->cli, folder_file(m, entry->id, m->lang),
				 &m->out);
}

/* -------------------------------------------------------------------- run */

static const char *default_language(struct rw_cli *cli)
{
	const struct rw_site *site = rw_site_exists(cli->ws)
					     ? rw_site_load(cli->ws, cli->diags)
					     : NULL;

	return site ? site->languages[0] : "en";
}

static int make(struct maker *m)
{
	struct rw_entry *entry =
		rw_workspace_find(m->cli->ws, m->kind, m->id, NULL);
	const struct rw_node *root =
		entry ? rw_entry_root(m->cli->ws, entry, m->cli->diags) : NULL;
	bool term = strcmp(m->name, "term") == 0;

	if (entry != NULL && root == NULL && !term)
		return -1;
	if (root != NULL && !term && rw_cli_option(m->cli, "lang") != NULL &&
	    !rw_lang_same(rw_node_lang(root), m->lang))
		return translate(m, entry);
	m->lower = entry;
	if (term)
		return new_term(m);
	if (m->kind == RW_KIND_ROLE)
		return new_role(m);
	return m->kind == RW_KIND_POSTING ? new_posting(m) : new_other(m);
}

static int check_options(const struct rw_cli *cli, const char *allowed)
{
	for (const struct rw_option *o = options; o->name != NULL; o++)
		if (rw_cli_has(cli, o->name) &&
		    strstr(allowed, o->name) == NULL)
			return rw_cli_usage(cli,
					    "'--%s' says nothing about a "
					    "%s",
					    o->name, cli->args[0]);
	return RW_EXIT_FINE;
}

static int check_id(struct rw_cli *cli, const char *id)
{
	if (rw_id_valid(id))
		return RW_EXIT_FINE;
	return rw_cli_usage(cli, "'%s' is not an id; write '%s'", id,
			    rw_id_from_name(cli->arena, id, false));
}

static int new (struct rw_cli *cli)
{
	struct maker m = { .cli = cli, .out = RW_BUF_INIT };
	size_t i = 0;

	while (i < KINDS && strcmp(kinds[i].name, cli->args[0]) != 0)
		i++;
	if (i == KINDS)
		return rw_cli_usage(cli,
				    "there is no new '%s'; use one of: "
				    "role posting term company pay-table "
				    "statements glossary",
				    cli->args[0]);
	if (check_options(cli, kinds[i].options) != RW_EXIT_FINE ||
	    check_id(cli, cli->args[1]) != RW_EXIT_FINE ||
	    check_id(cli, rw_cli_has(cli, "file")
				  ? rw_cli_option(cli, "file")
				  : DEFAULT_GLOSSARY) != RW_EXIT_FINE)
		return RW_EXIT_USAGE;
	if (rw_cli_open(cli) == NULL)
		return rw_cli_finish(cli);
	m.name = kinds[i].name;
	m.kind = kinds[i].kind;
	m.id = cli->args[1];
	m.title = rw_cli_option(cli, "title");
	m.lang = rw_cli_option(cli, "lang");
	m.lang = m.lang ? m.lang : default_language(cli);
	if (make(&m) != 0 && rw_diags_count(cli->diags, RW_NOTE) == 0) {
		rw_buf_release(&m.out);
		return RW_EXIT_USAGE;
	}
	rw_buf_release(&m.out);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_new = {
	.name = "new",
	.arguments = "role|posting|term|company|pay-table|statements|glossary "
		     "ID",
	.what = "write a document with all that it inherits as comments",
	.options = options,
	.run = new,
	.least = 2,
	.most = 2,
	.completes = "kinds",
};
