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

/* %1 company id, %2 name, %3 language, %4 base URL */
static const char site[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!--\n"
	"  The site that 'rolewright build' writes into output/. base-url is "
	"the address\n"
	"  where it will stand. Without roles, postings or glossary it has a "
	"page for each\n"
	"  posting, each role that one of them uses, and each term that they "
	"mention.\n"
	"-->\n"
	"<site xmlns=\"urn:rolewright:1\" company=\"%1\" xml:lang=\"%3\" "
	"base-url=\"%4\"\n"
	"      languages=\"%3\">\n"
	"  <title>%2</title>\n"
	"</site>\n";

/*
 * %1 company id, %2 name, %3 language, %4 place id, %5 city, %6 country,
 * %7 "url" or "email", %8 address, %9 today
 */
static const char company[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<company xmlns=\"urn:rolewright:1\" id=\"%1\" xml:lang=\"%3\" "
	"kind=\"employer\" "
	"updated=\"%9\">\n"
	"  <name>%2</name>\n"
	"  <!-- What stands here is part of every posting. Take out of the "
	"comment what you need.\n"
	"  <about>\n"
	"    Two or three sentences on what the company does, for whom, and "
	"where.\n"
	"  </about>\n"
	"  <benefits>\n"
	"    <benefit id=\"vacation\" kind=\"leave\">30 days of vacation a "
	"year.</benefit>\n"
	"    <benefit id=\"health\" kind=\"health\">Health insurance from the "
	"first day.</benefit>\n"
	"    <benefit id=\"pension\" kind=\"retirement\">A pension "
	"plan.</benefit>\n"
	"  </benefits>\n"
	"  -->\n"
	"  <places>\n"
	"    <!-- The law of a place decides what its postings must say: add "
	"region=\"CO\" and\n"
	"         headcount=\"25\" where there are regions. -->\n"
	"    <place id=\"%4\" city=\"%5\" country=\"%6\"/>\n"
	"  </places>\n"
	"  <apply %7=\"%8\"/>\n"
	"</company>\n";

/* %1 company's name, %2 a place's id */
static const char readme[] =
	"# Jobs at %1\n"
	"\n"
	"- `templates/companies/`: who the employer is, its places, benefits "
	"and notices\n"
	"- `templates/postings/`: one file for each posting\n"
	"- `templates/roles/`: roles of your own, or changes to those of the "
	"library\n"
	"- `templates/pay/`: your pay tables\n"
	"- `glossary/`: your terms\n"
	"- `site.xml`: what is published; `output/`: what `rolewright build` "
	"writes\n"
	"\n"
	"```sh\n"
	"rolewright list roles                   # what there is to begin "
	"with\n"
	"rolewright new posting ID --role ROLE   # a first posting\n"
	"rolewright check                        # finds what is wrong\n"
	"rolewright render ID -o ID.docx         # one document\n"
	"rolewright build                        # the whole site\n"
	"```\n";

static const char ignore[] = "/output/\n/.rolewright/\n";

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

/* The answer of an option, or of the person at the terminal; an rw_exit. */
static int answer(struct rw_cli *cli, const char *option, const char *question,
		  const char **value)
{
	bool asks = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);

	*value = rw_cli_option(cli, option);
	while (asks && (*value == NULL || (*value)[0] == '\0')) {
		*value = ask(cli, question);
		if (*value == NULL)
			asks = false;
	}
	if (*value == NULL || (*value)[0] == '\0')
		return rw_cli_usage(cli, "'--%s' is missing", option);
	return RW_EXIT_FINE;
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

static int read_answers(struct rw_cli *cli, struct answers *a)
{
	static const struct {
		const char *option, *question;
	} questions[] = {
		{ "company", "Name of the company: " },
		{ "city", "City of its first place of work: " },
		{ "country", "Country of that place (US, DE, ES ...): " },
		{ "apply", "Web or e-mail address for applications: " },
	};
	const char **values[] = { &a->company, &a->city, &a->country,
				  &a->apply };
	const char *country;

	a->lang = rw_cli_option(cli, "lang");
	a->lang = a->lang ? a->lang : "en";
	if (!is_tag(a->lang))
		return rw_cli_usage(cli,
				    "'%s' is not a language; write it as "
				    "en, de or es-MX",
				    a->lang);
	for (size_t i = 0; i < 4; i++)
		if (answer(cli, questions[i].option, questions[i].question,
			   values[i]) != RW_EXIT_FINE)
			return RW_EXIT_USAGE;
	country = rw_country_find(cli->arena, a->country, a->lang);
	if (country == NULL)
		return rw_cli_usage(cli,
				    "'%s' is not a country; write its "
				    "code of two letters",
				    a->country);
	a->country = country;
	if (!is_address(a->apply))
		return rw_cli_usage(cli,
				    "'%s' is neither a web nor an e-mail "
				    "address; write https://... or "
				    "name@example.com",
				    a->apply);
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
	static const char *const folders[] = {
		"templates/roles", "templates/postings", "templates/statements",
		"templates/pay",   "glossary",		 "static",
	};

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		char *path = rw_path_join(cli->arena, cli->folder, folders[i]);
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
	const char *name;

	id = id[0] ? id : "company";
	place = place[0] ? place : "office";
	name = rw_arena_printf(cli->arena, "templates/companies/%s.xml", id);
	if (write_file(cli, "site.xml", site,
		       (const char *const[]){ id, a->company, a->lang, url }) !=
		    0 ||
	    write_file(cli, name, company,
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
	    write_extra(cli, "README.md", readme, &a) == 0)
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
