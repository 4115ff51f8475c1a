/*
 * Completion scripts for shells.
 */
#include "cli/complete.h"

#include <string.h>

#define LIST(what) "rolewright list " what " --format ids 2>/dev/null"

/* What stands in 'completes' of a command, or is the name of an option. */
static const struct {
	const char *name;
	const char *words;
} sources[] = {
	{ "documents", LIST("roles") "; " LIST("postings") },
	{ "pages", LIST("roles") "; " LIST("postings") "; " LIST("guides") },
	{ "anything",
	  LIST("documents") "; " LIST("terms") "; " LIST(
		  "statements") "; " LIST("grades") "; " LIST("places") },
	{ "listings", "rolewright list --format ids" },
	{ "kinds",
	  "printf '%s\\n' role posting term company pay-table statements "
	  "glossary" },
	{ "shells", "printf '%s\\n' bash zsh fish" },
	{ "codes", "rolewright explain --format ids 2>/dev/null" },
	{ "files", "FILE" },
	{ "folders", "DIR" },
};

static const struct {
	const char *option;
	const char *words;
} values[] = {
	{ "company", LIST("companies") }, { "place", LIST("places") },
	{ "role", LIST("roles") },	  { "extends", LIST("roles") },
	{ "with", LIST("statements") },	  { "board", LIST("boards") },
	{ "withdraw", LIST("postings") },
};

/* Commands come from the table itself. */
static const char *command_names(struct rw_arena *arena)
{
	struct rw_buf text = RW_BUF_INIT;
	char *words;

	rw_buf_puts(&text, "printf '%s\\n'");
	for (size_t i = 0; rw_commands[i] != NULL; i++)
		rw_buf_printf(&text, " %s", rw_commands[i]->name);
	words = rw_arena_strdup(arena, text.data);
	rw_buf_release(&text);
	return words;
}

const char *rw_complete_argument(struct rw_arena *arena,
				 const struct rw_command *command)
{
	const char *kind = command->completes ? command->completes : "";

	if (strcmp(kind, "commands") == 0)
		return command_names(arena);

	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++)
		if (strcmp(sources[i].name, kind) == 0)
			return sources[i].words;
	return NULL;
}

const char *rw_complete_value(const struct rw_option *option)
{
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strcmp(values[i].option, option->name) == 0)
			return values[i].words;
	if (option->value && (strcmp(option->value, "FILE") == 0 ||
			      strcmp(option->value, "DIR") == 0))
		return option->value;
	return NULL;
}

char *rw_complete_what(struct rw_arena *arena, const char *text)
{
	return rw_arena_strndup(arena, text, strcspn(text, ":,;("));
}

/* ------------------------------------------------------------------ bash */

static void bash_options(const struct rw_option *table, struct rw_buf *out)
{
	for (; table && table->name; table++)
		rw_buf_printf(out, " --%s", table->name);
}

/* A case of the value of an option: what can follow it. */
static void bash_value(const struct rw_command *command,
		       const struct rw_option *option, struct rw_buf *out)
{
	const char *words = rw_complete_value(option);

	if (option->value == NULL)
		return;
	rw_buf_printf(out, "\t%s:--%s", command ? command->name : "*",
		      option->name);
	if (option->letter != 0)
		rw_buf_printf(out, "|%s:-%c", command ? command->name : "*",
			      option->letter);
	rw_buf_puts(out, ") ");
	if (option->choices != NULL)
		rw_buf_printf(out, "words='%s'", option->choices);
	else if (words == NULL)
		rw_buf_puts(out, "words=");
	else if (strcmp(words, "FILE") == 0 || strcmp(words, "DIR") == 0)
		rw_buf_printf(out, "kind=%s", words);
	else
		rw_buf_printf(out, "words=$(%s)", words);
	rw_buf_puts(out, ";;\n");
}

static void bash_command(struct rw_arena *arena,
			 const struct rw_command *command, struct rw_buf *out)
{
	const char *words = rw_complete_argument(arena, command);

	rw_buf_printf(out, "\t%s)\n\t\toptions='", command->name);
	bash_options(command->options, out);
	bash_options(rw_common_options, out);
	rw_buf_puts(out, "'\n\t\t");
	if (words == NULL)
		rw_buf_puts(out, ":;;\n");
	else if (strcmp(words, "FILE") == 0 || strcmp(words, "DIR") == 0)
		rw_buf_printf(out, "kind=%s;;\n", words);
	else
		rw_buf_printf(out, "words=$(%s);;\n", words);
}

static const char bash_head[] =
	"# bash completion for rolewright\n"
	"_rolewright()\n"
	"{\n"
	"\tlocal current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS"
	"[COMP_CWORD-1]}\n"
	"\tlocal command= words= options= kind= known= i\n"
	"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	"\t\tcase ${COMP_WORDS[i]} in\n"
	"\t\t-C|--directory|--date|--library|--color) ((i++));;\n"
	"\t\t-*) ;;\n"
	"\t\t*) command=${COMP_WORDS[i]}; break;;\n"
	"\t\tesac\n"
	"\tdone\n"
	"\tif [[ $current == = ]]; then\n"
	"\t\tcurrent=\n"
	"\telif [[ $previous == = && $COMP_CWORD -gt 1 ]]; then\n"
	"\t\tprevious=${COMP_WORDS[COMP_CWORD-2]}\n"
	"\tfi\n"
	"\tknown=yes\n"
	"\tcase $command:$previous in\n";

static const char bash_middle[] = "\t*) known=;;\n"
				  "\tesac\n"
				  "\t[[ -n $known ]] || case $command in\n";

static const char bash_tail[] =
	"\tesac\n"
	"\t[[ $current == -* || -z $command ]] || options=\n"
	"\tcase $kind in\n"
	"\tFILE) COMPREPLY=($(compgen -f -W \"$options\" -- \"$current\"));;\n"
	"\tDIR) COMPREPLY=($(compgen -d -W \"$options\" -- \"$current\"));;\n"
	"\t*) COMPREPLY=($(compgen -W \"$words $options\" -- \"$current\"));;\n"
	"\tesac\n"
	"}\n"
	"complete -o filenames -F _rolewright rolewright\n";

void rw_complete_bash(struct rw_arena *arena, struct rw_buf *out)
{
	rw_buf_puts(out, bash_head);
	for (size_t i = 0; rw_commands[i] != NULL; i++)
		for (const struct rw_option *o = rw_commands[i]->options;
		     o && o->name; o++)
			bash_value(rw_commands[i], o, out);
	for (const struct rw_option *o = rw_common_options; o->name; o++)
		bash_value(NULL, o, out);
	rw_buf_puts(out, bash_middle);
	rw_buf_puts(out, "\t'')\n\t\toptions='");
	bash_options(rw_common_options, out);
	rw_buf_puts(out, " --version'\n\t\twords='");
	for (size_t i = 0; rw_commands[i] != NULL; i++)
		rw_buf_printf(out, "%s%s", i ? " " : "", rw_commands[i]->name);
	rw_buf_puts(out, "';;\n");
	for (size_t i = 0; rw_commands[i] != NULL; i++)
		bash_command(arena, rw_commands[i], out);
	rw_buf_puts(out, bash_tail);
}

/* ------------------------------------------------------------------- zsh */

/* Inside single quotes, and in what _arguments reads. */
static void zsh_quote(struct rw_buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			rw_buf_puts(out, "'\\''");
		else if (strchr(":[]", *text) != NULL)
			rw_buf_printf(out, "\\%c", *text);
		else
			rw_buf_putc(out, *text);
	}
}

static void zsh_action(const char *words, struct rw_buf *out)
{
	if (words == NULL)
		rw_buf_puts(out, " ");
	else if (strcmp(words, "FILE") == 0)
		rw_buf_puts(out, "_files");
	else if (strcmp(words, "DIR") == 0)
		rw_buf_puts(out, "_files -/");
	else {
		rw_buf_puts(out, "{compadd -- ${(f)\"$(");
		for (; *words; words++)
			rw_buf_puts(out, *words == '\''
						 ? "'\\''"
						 : (char[]){ *words, '\0' });
		rw_buf_puts(out, ")\"}}");
	}
}

static void zsh_option(struct rw_arena *arena, const struct rw_option *option,
		       struct rw_buf *out)
{
	for (int name = 0; name < (option->letter ? 2 : 1); name++) {
		rw_buf_puts(out, " \\\n\t\t\t'");
		if (option->many)
			rw_buf_putc(out, '*');
		if (name == 0)
			rw_buf_printf(out, "--%s%s", option->name,
				      option->value ? "=" : "");
		else
			rw_buf_printf(out, "-%c%s", option->letter,
				      option->value ? "+" : "");
		rw_buf_putc(out, '[');
		zsh_quote(out, rw_complete_what(arena, option->what));
		rw_buf_putc(out, ']');
		if (option->value != NULL) {
			rw_buf_putc(out, ':');
			zsh_quote(out, option->value);
			rw_buf_putc(out, ':');
			if (option->choices != NULL)
				rw_buf_printf(out, "(%s)", option->choices);
			else
				zsh_action(rw_complete_value(option), out);
		}
		rw_buf_putc(out, '\'');
	}
}

static void zsh_command(struct rw_arena *arena,
			const struct rw_command *command, struct rw_buf *out)
{
	const char *words = rw_complete_argument(arena, command);

	rw_buf_printf(out, "\t\t%s)\n\t\t\t_arguments $common", command->name);
	for (const struct rw_option *o = command->options; o && o->name; o++)
		zsh_option(arena, o, out);
	if (command->most > 0) {
		rw_buf_puts(out, " \\\n\t\t\t'*:argument:");
		zsh_action(words, out);
		rw_buf_putc(out, '\'');
	}
	rw_buf_puts(out, ";;\n");
}

void rw_complete_zsh(struct rw_arena *arena, struct rw_buf *out)
{
	rw_buf_puts(out, "#compdef rolewright\n"
			 "# zsh completion for rolewright\n"
			 "_rolewright()\n{\n"
			 "\tlocal context state state_descr line\n"
			 "\ttypeset -A opt_args\n"
			 "\tlocal -a common commands\n\tcommon=(");
	for (const struct rw_option *o = rw_common_options; o->name; o++)
		zsh_option(arena, o, out);
	rw_buf_puts(out, ")\n\tcommands=(\n");
	for (size_t i = 0; rw_commands[i] != NULL; i++) {
		rw_buf_printf(out, "\t\t'%s:", rw_commands[i]->name);
		zsh_quote(out, rw_complete_what(arena, rw_commands[i]->what));
		rw_buf_puts(out, "'\n");
	}
	rw_buf_puts(out, "\t)\n\t_arguments -C $common "
			 "'--version[show the version]' \\\n"
			 "\t\t'1:command:->command' '*::argument:->argument'\n"
			 "\tcase $state in\n"
			 "\tcommand) _describe command commands;;\n"
			 "\targument)\n\t\tcase $line[1] in\n");
	for (size_t i = 0; rw_commands[i] != NULL; i++)
		zsh_command(arena, rw_commands[i], out);
	rw_buf_puts(out, "\t\tesac;;\n\tesac\n}\n"
			 "if [ \"$funcstack[1]\" = _rolewright ]; then\n"
			 "\t_rolewright \"$@\"\nelse\n"
			 "\tcompdef _rolewright rolewright\nfi\n");
}

/* ------------------------------------------------------------------ fish */

static void fish_quote(struct rw_buf *out, const char *text)
{
	rw_buf_putc(out, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '\'' || *text == '\\')
			rw_buf_putc(out, '\\');
		rw_buf_putc(out, *text);
	}
	rw_buf_putc(out, '\'');
}

static void fish_words(const char *words, struct rw_buf *out)
{
	struct rw_buf call = RW_BUF_INIT;

	if (words == NULL || strcmp(words, "FILE") == 0) {
		rw_buf_puts(out, words ? " -F" : "");
	} else if (strcmp(words, "DIR") == 0) {
		rw_buf_puts(out, " -a '(__fish_complete_directories)'");
	} else {
		rw_buf_printf(&call, "(%s)", words);
		rw_buf_puts(out, " -a ");
		fish_quote(out, call.data);
	}
	rw_buf_release(&call);
}

static void fish_option(struct rw_arena *arena, const char *command,
			const struct rw_option *option, struct rw_buf *out)
{
	rw_buf_puts(out, "complete -c rolewright");
	if (command != NULL)
		rw_buf_printf(out, " -n '__fish_seen_subcommand_from %s'",
			      command);
	rw_buf_printf(out, " -l %s", option->name);
	if (option->letter != 0)
		rw_buf_printf(out, " -s %c", option->letter);
	if (option->value != NULL)
		rw_buf_puts(out, " -r");
	if (option->choices != NULL) {
		rw_buf_puts(out, " -f -a ");
		fish_quote(out, option->choices);
	} else if (option->value != NULL) {
		fish_words(rw_complete_value(option), out);
	}
	rw_buf_puts(out, " -d ");
	fish_quote(out, rw_complete_what(arena, option->what));
	rw_buf_putc(out, '\n');
}

static void fish_command(struct rw_arena *arena,
			 const struct rw_command *command, struct rw_buf *out)
{
	const char *words = rw_complete_argument(arena, command);

	rw_buf_printf(out,
		      "complete -c rolewright -n __fish_use_subcommand "
		      "-a %s -d ",
		      command->name);
	fish_quote(out, rw_complete_what(arena, command->what));
	rw_buf_putc(out, '\n');
	for (const struct rw_option *o = command->options; o && o->name; o++)
		fish_option(arena, command->name, o, out);
	if (words == NULL)
		return;
	rw_buf_printf(out,
		      "complete -c rolewright -n "
		      "'__fish_seen_subcommand_from %s'",
		      command->name);
	fish_words(words, out);
	rw_buf_putc(out, '\n');
}

void rw_complete_fish(struct rw_arena *arena, struct rw_buf *out)
{
	rw_buf_puts(out, "# fish completion for rolewright\n"
			 "complete -c rolewright -f\n"
			 "complete -c rolewright -l version -d "
			 "'show the version'\n");
	for (const struct rw_option *o = rw_common_options; o->name; o++)
		fish_option(arena, NULL, o, out);
	for (size_t i = 0; rw_commands[i] != NULL; i++)
		fish_command(arena, rw_commands[i], out);
}
