/*
 * init: a workspace from four answers.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/scaffold.h"

static const struct rw_option options[] = {
	{ "company", 0, "NAME", false, "the employer's name", NULL },
	{ "city", 0, "CITY", false, "where its first place of work is", NULL },
	{ "country", 0, "CODE", false,
	  "the country of that place, as in US, DE or ES", NULL },
	{ "apply", 0, "ADDRESS", false,
	  "web or e-mail address for applications", NULL },
	{ "lang", 'l', "TAG", false, "language of the documents; en without",
	  NULL },
	{ 0 },
};

/* What the new files say to their reader, in one language. */
struct texts {
	const char *lang;
	const char *site; /* comment, as the two that follow */
	const char *company;
	const char *places;
	const char *about, *vacation, *health, *pension;
	const char *title; /* of README.md; %1 is the company's name */
	const char *folders[6];
	const char *commands[5];
};

static const struct texts texts[] = {
	{ "en",
	  "  The site that 'rolewright build' writes into output/. base-url is "
	  "the address\n"
	  "  where it will stand. Without roles, postings or glossary it has a "
	  "page for each\n"
	  "  posting, each role that one of them uses, and each term that they "
	  "mention.\n",
	  "What stands here is part of every posting. Take out of the comment "
	  "what you need.",
	  "The law of a place decides what its postings must say: add "
	  "region=\"CO\" and\n"
	  "         headcount=\"25\" where there are regions.",
	  "Two or three sentences on what the company does, for whom, and "
	  "where.",
	  "30 days of vacation a year.",
	  "Health insurance from the first day.",
	  "A pension plan.",
	  "Jobs at %1",
	  { "who the employer is, its places, benefits and notices",
	    "one file for each posting",
	    "roles of your own, or changes to those of the library",
	    "your pay tables", "your terms",
	    "what is published; `output/`: what `rolewright build` writes" },
	  { "what there is to begin with", "a first posting",
	    "finds what is wrong", "one document", "the whole site" } },
	{ "de",
	  "  Die Website, die 'rolewright build' nach output/ schreibt. "
	  "base-url ist die Adresse,\n"
	  "  unter der sie stehen wird. Ohne roles, postings oder glossary hat "
	  "sie eine Seite für\n"
	  "  jede Ausschreibung, jede Rolle, die eine davon verwendet, und "
	  "jeden Begriff darin.\n",
	  "Was hier steht, ist Teil jeder Ausschreibung. Nehmen Sie aus dem "
	  "Kommentar, was Sie brauchen.",
	  "Das Recht eines Ortes bestimmt, was in der Ausschreibung stehen "
	  "muss: ergänzen Sie\n"
	  "         region=\"BY\" und headcount=\"25\", wo es Regionen gibt.",
	  "Zwei oder drei Sätze: was das Unternehmen tut, für wen und wo.",
	  "30 Tage Urlaub im Jahr.",
	  "Zuschuss zur betrieblichen Krankenversicherung ab dem ersten Tag.",
	  "Betriebliche Altersvorsorge.",
	  "Stellen bei %1",
	  { "wer der Arbeitgeber ist, seine Orte, Leistungen und Hinweise",
	    "eine Datei für jede Ausschreibung",
	    "eigene Rollen oder Änderungen an denen der Bibliothek",
	    "Ihre Gehaltstabellen", "Ihre Begriffe",
	    "was veröffentlicht wird; `output/`: was `rolewright build` "
	    "schreibt" },
	  { "womit man anfangen kann", "eine erste Ausschreibung",
	    "findet, was nicht stimmt", "ein Dokument", "die ganze Website" } },
	{ "es",
	  "  El sitio web que 'rolewright build' escribe en output/. base-url "
	  "es la dirección en\n"
	  "  la que estará. Sin roles, postings ni glossary tiene una página "
	  "para cada oferta,\n"
	  "  cada puesto que alguna de ellas utiliza y cada término que "
	  "mencionan.\n",
	  "Lo que figura aquí forma parte de todas las ofertas. Saque del "
	  "comentario lo que necesite.",
	  "La ley del lugar decide qué debe decir la oferta: añada "
	  "region=\"MD\" y\n"
	  "         headcount=\"25\" donde haya regiones.",
	  "Dos o tres frases sobre lo que hace la empresa, para quién y dónde.",
	  "30 días de vacaciones al año.",
	  "Seguro médico desde el primer día.",
	  "Plan de pensiones.",
	  "Empleo en %1",
	  { "quién es el empleador, sus lugares, beneficios y avisos",
	    "un archivo para cada oferta",
	    "puestos propios, o cambios en los de la biblioteca",
	    "sus tablas salariales", "sus términos",
	    "lo que se publica; `output/`: lo que escribe `rolewright "
	    "build`" },
	  { "lo que hay para empezar", "una primera oferta",
	    "encuentra lo que está mal", "un documento", "todo el sitio" } },
};

/* %1 company id, %2 name, %3 language, %4 base URL; @1 the comment */
static const char site[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!--\n@1-->\n"
	"<site xmlns=\"urn:rolewright:1\" company=\"%1\" xml:lang=\"%3\" "
	"base-url=\"%4\"\n"
	"      languages=\"%3\">\n"
	"  <title>%2</title>\n"
	"</site>\n";

/*
 * %1 company id, %2 name, %3 language, %4 place id, %5 city, %6 country,
 * %7 "url" or "email", %8 address, %9 today; @1 .. @6 the texts
 */
static const char company[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<company xmlns=\"urn:rolewright:1\" id=\"%1\" xml:lang=\"%3\" "
	"kind=\"employer\" "
	"updated=\"%9\">\n"
	"  <name>%2</name>\n"
	"  <!-- @1\n"
	"  <about>\n"
	"    @3\n"
	"  </about>\n"
	"  <benefits>\n"
	"    <benefit id=\"vacation\" kind=\"leave\">@4</benefit>\n"
	"    <benefit id=\"health\" kind=\"health\">@5</benefit>\n"
	"    <benefit id=\"pension\" kind=\"retirement\">@6</benefit>\n"
	"  </benefits>\n"
	"  -->\n"
	"  <places>\n"
	"    <!-- @2 -->\n"
	"    <place id=\"%4\" city=\"%5\" country=\"%6\"/>\n"
	"  </places>\n"
	"  <apply %7=\"%8\"/>\n"
	"</company>\n";

static const char *const folders[] = {
	"templates/companies/", "templates/postings/", "templates/roles/",
	"templates/pay/",	"glossary/",	       "site.xml",
};

static const char *const commands[] = {
	"rolewright list roles", "rolewright new posting ID --role ROLE",
	"rolewright check",	 "rolewright render ID -o ID.docx",
	"rolewright build",
};

/* Withdrawn postings stay withdrawn where the workspace is cloned. */
static const char ignore[] = "/output/\n"
			     "/.rolewright/*\n"
			     "!/.rolewright/export/\n"
			     "/.rolewright/export/*\n"
			     "!/.rolewright/export/withdrawn\n";

struct answers {
	const char *company, *city, *country, *apply, *lang;
};

/* --------------------------------------------------------------- answers */

/* One line from the terminal, without its end; NULL at the end of input. */
static char *ask(struct rw_cli *cli, const char *question)
{
	char line[1024];
	size_t len;

	rw_fd_write(STDERR_FILENO, question, strlen(question));
	if (fgets(line, (int)sizeof(line), stdin) == NULL)
		return NULL;
	len = strlen(line);
	while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == ' '))
		len--;
	return rw_arena_strndup(cli->arena, line, len);
}

static bool is_tag(const char *tag)
{
	size_t len = strcspn(tag, "-");

	return len >= 2 && len <= 3 &&
	       strspn(tag, "abcdefghijklmnopqrstuvwxyz") == len &&
	       strspn(tag,
		      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		      "0123456789-") == strlen(tag);
}

static bool is_address(const char *text)
{
	return strpbrk(text, " \t") == NULL &&
	       (strncmp(text, "https://", 8) == 0 ||
		strncmp(text, "http://", 7) == 0 ||
		(strchr(text, '@') != NULL && strstr(text, "://") == NULL));
}

/* What is wrong with an answer, or NULL; it may put *value in order. */
typedef const char *check_fn(struct rw_cli *cli, const struct answers *a,
			     const char **value);

/* "Denver, CO" would become the name of a city. */
static const char *check_city(struct rw_cli *cli, const struct answers *a,
			      const char **value)
{
	size_t len = strcspn(*value, ",");

	(void)a;
	if ((*value)[len] == '\0')
		return NULL;
	return rw_arena_printf(cli->arena,
			       "'%s' is more than a city; write '%.*s', and "
			       "add the region to the place in the company's "
			       "file",
			       *value, (int)len, *value);
}

static const char *check_country(struct rw_cli *cli, const struct answers *a,
				 const char **value)
{
	const char *code = rw_country_find(cli->arena, *value, a->lang);

	if (code == NULL)
		return rw_arena_printf(cli->arena,
				       "'%s' is not a country; write its code "
				       "of two letters",
				       *value);
	*value = code;
	return NULL;
}

static const char *check_address(struct rw_cli *cli, const struct answers *a,
				 const char **value)
{
	(void)a;
	if (is_address(*value))
		return NULL;
	return rw_arena_printf(cli->arena,
			       "'%s' is neither a web nor an e-mail address; "
			       "write https://... or name@example.com",
			       *value);
}

struct question {
	const char *option, *text;
	check_fn *check; /* NULL: any answer will do */
};

/* Asks the person at the terminal until the answer is good; an rw_exit. */
static int ask_well(struct rw_cli *cli, const struct question *q,
		    const struct answers *a, const char **value)
{
	const char *wrong = NULL;

	do {
		*value = ask(cli, q->text);
		if (*value == NULL)
			return rw_cli_usage(cli, "'--%s' is missing",
					    q->option);
		wrong = q->check && (*value)[0] ? q->check(cli, a, value)
						: NULL;
		if (wrong != NULL) {
			wrong = rw_arena_printf(cli->arena, "%s\n", wrong);
			rw_fd_write(STDERR_FILENO, wrong, strlen(wrong));
		}
	} while (wrong != NULL || (*value)[0] == '\0');
	return RW_EXIT_FINE;
}

/* The answer of an option, or of the person at the terminal; an rw_exit. */
static int answer(struct rw_cli *cli, const struct question *q,
		  const struct answers *a, const char **value)
{
	bool asks = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
	const char *wrong;

	*value = rw_cli_option(cli, q->option);
	if (*value != NULL && (*value)[0] != '\0') {
		wrong = q->check ? q->check(cli, a, value) : NULL;
		return wrong ? rw_cli_usage(cli, "%s", wrong) : RW_EXIT_FINE;
	}
	return asks ? ask_well(cli, q, a, value)
		    : rw_cli_usage(cli, "'--%s' is missing", q->option);
}

static int read_answers(struct rw_cli *cli, struct answers *a)
{
	static const struct question questions[] = {
		{ "company", "Name of the company: ", NULL },
		{ "city", "City of its first place of work: ", check_city },
		{ "country",
		  "Country of that place (US, DE, ES ...): ", check_country },
		{ "apply",
		  "Web or e-mail address for applications: ", check_address },
	};
	const char **values[] = { &a->company, &a->city, &a->country,
				  &a->apply };

	a->lang = rw_cli_option(cli, "lang");
	a->lang = a->lang ? a->lang : "en";
	if (!is_tag(a->lang))
		return rw_cli_usage(cli,
				    "'%s' is not a language; write it as "
				    "en, de or es-MX",
				    a->lang);
	for (size_t i = 0; i < 4; i++)
		if (answer(cli, &questions[i], a, values[i]) != RW_EXIT_FINE)
			return RW_EXIT_USAGE;
	return RW_EXIT_FINE;
}

/* ----------------------------------------------------------------- files */

/* Where a site of that employer would stand: its own domain. */
static char *base_url(struct rw_arena *arena, const char *apply)
{
	const char *host = strstr(apply, "://");
	size_t len;

	host = host ? host + 3 : strrchr(apply, '@') + 1;
	len = strcspn(host, "/?#");
	return rw_arena_printf(arena, "https://%.*s/careers/", (int)len, host);
}

static const struct texts *texts_of(const char *lang)
{
	size_t len = strcspn(lang, "-");

	for (size_t i = 1; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strncmp(texts[i].lang, lang, len) == 0 &&
		    texts[i].lang[len] == '\0')
			return &texts[i];
	return &texts[0];
}

/* The template with its texts in place of @1 .. @9. */
static const char *in_words(struct rw_arena *arena, const char *template,
			    const char *const *words)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *copy;

	for (; *template != '\0'; template ++)
		if (*template == '@')
			rw_buf_puts(&out, words[*++template - '1']);
		else
			rw_buf_putc(&out, *template);
	copy = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return copy;
}

/* README.md: what stands where, and what to do first. */
static const char *readme(struct rw_arena *arena, const struct texts *t)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *copy;

	rw_buf_printf(&out, "# %s\n\n", t->title);
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		rw_buf_printf(&out, "- `%s`: %s\n", folders[i], t->folders[i]);
	rw_buf_puts(&out, "\n```sh\n");
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		rw_buf_printf(&out, "%-40s# %s\n", commands[i], t->commands[i]);
	rw_buf_puts(&out, "```\n");
	copy = rw_arena_strdup(arena, out.data);
	rw_buf_release(&out);
	return copy;
}

static int write_file(struct rw_cli *cli, const char *name, const char *text,
		      const char *const *values)
{
	struct rw_buf out = RW_BUF_INIT;
	int status;

	rw_scaffold_fill(&out, text, values);
	status = rw_scaffold_write(cli, name, &out);
	rw_buf_release(&out);
	return status;
}

static int make_folders(struct rw_cli *cli)
{
	static const char *const others[] = {
		"templates/roles", "templates/postings", "templates/statements",
		"templates/pay",   "glossary",		 "static",
	};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		char *path = rw_path_join(cli->arena, cli->folder, others[i]);
		int error = rw_file_make_folder(path);

		if (error != 0) {
			rw_report(cli->diags, RW_FILE_WRITE, RW_NOWHERE, path,
				  strerror(error), NULL);
			return -1;
		}
	}
	return 0;
}

static int write_all(struct rw_cli *cli, const struct answers *a)
{
	bool german = strcmp(a->country, "DE") == 0 ||
		      strcmp(a->country, "AT") == 0 ||
		      strcmp(a->country, "CH") == 0 ||
		      strncmp(a->lang, "de", 2) == 0;
	const char *id = rw_id_from_name(cli->arena, a->company, german);
	const char *place = rw_id_from_name(cli->arena, a->city, german);
	const char *url = base_url(cli->arena, a->apply);
	bool mail = strstr(a->apply, "://") == NULL;
	const struct texts *t = texts_of(a->lang);
	const char *name, *own;

	id = id[0] ? id : "company";
	place = place[0] ? place : "office";
	name = rw_arena_printf(cli->arena, "templates/companies/%s.xml", id);
	own = in_words(cli->arena, company,
		       (const char *const[]){ t->company, t->places, t->about,
					      t->vacation, t->health,
					      t->pension });
	if (write_file(cli, "site.xml", in_words(cli->arena, site, &t->site),
		       (const char *const[]){ id, a->company, a->lang, url }) !=
		    0 ||
	    write_file(cli, name, own,
		       (const char *const[]){ id, a->company, a->lang, place,
					      a->city, a->country,
					      mail ? "email" : "url", a->apply,
					      rw_scaffold_today(cli) }) != 0 ||
	    make_folders(cli) != 0)
		return -1;
	return 0;
}

/* Files that are no part of the workspace's meaning may be there already. */
static int write_extra(struct rw_cli *cli, const char *name, const char *text,
		       const struct answers *a)
{
	if (rw_file_exists(rw_path_join(cli->arena, cli->folder, name)))
		return 0;
	return write_file(cli, name, text, (const char *const[]){ a->company });
}

static bool is_workspace(struct rw_cli *cli)
{
	static const char *const names[] = { "site.xml", "templates" };

	for (size_t i = 0; i < 2; i++) {
		char *path = rw_path_join(cli->arena, cli->folder, names[i]);

		if (!rw_file_exists(path))
			continue;
		rw_report(cli->diags, RW_FILE_EXISTS, RW_NOWHERE, path, NULL,
			  NULL);
		return true;
	}
	return false;
}

static int init(struct rw_cli *cli)
{
	struct answers a;
	int status;

	cli->folder = rw_path_join(cli->arena, cli->folder, cli->args[0]);
	if (is_workspace(cli))
		return rw_cli_finish(cli);
	status = read_answers(cli, &a);
	if (status != RW_EXIT_FINE)
		return status;
	if (write_all(cli, &a) == 0 &&
	    write_extra(cli, "README.md", readme(cli->arena, texts_of(a.lang)),
			&a) == 0)
		write_extra(cli, ".gitignore", ignore, &a);
	return rw_cli_finish(cli);
}

const struct rw_command rw_command_init = {
	.name = "init",
	.arguments = "DIR",
	.what = "make a workspace; asks what no option says",
	.options = options,
	.run = init,
	.least = 1,
	.most = 1,
	.completes = "folders",
};
