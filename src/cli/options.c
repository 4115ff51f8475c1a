/*
 * Parsing a command line by the tables of its command.
 */
#include <string.h>

#include "base/map.h"
#include "base/nearest.h"
#include "cli/options.h"

const struct rw_option rw_common_options[] = {
	{ "directory", 'C', "DIR", false, "work in this workspace", NULL },
	{ "date", 0, "YYYY-MM-DD", false, "take this day for today", NULL },
	{ "library", 0, "DIR", false, "use this built-in library", NULL },
	{ "color", 0, "WHEN", false, "colour of diagnostics",
	  "auto always never" },
	{ "help", 'h', NULL, false, "show help", NULL },
	{ 0 },
};

static const struct rw_option *in_table(const struct rw_option *table,
					const char *name, size_t len)
{
	for (; table != NULL && table->name != NULL; table++)
		if (strlen(table->name) == len &&
		    strncmp(table->name, name, len) == 0)
			return table;
	return NULL;
}

static const struct rw_option *by_letter(const struct rw_option *table,
					 char letter)
{
	for (; table != NULL && table->name != NULL; table++)
		if (table->letter == letter)
			return table;
	return NULL;
}

static const struct rw_option *find(const struct rw_cli *cli, const char *name,
				    size_t len)
{
	const struct rw_option *option = in_table(rw_common_options, name, len);

	if (option == NULL && cli->command != NULL)
		option = in_table(cli->command->options, name, len);
	return option;
}

static void note_names(const struct rw_option *table, struct rw_vec *names)
{
	for (; table != NULL && table->name != NULL; table++)
		rw_vec_push(names, (void *)table->name);
}

static int unknown(struct rw_cli *cli, const char *word)
{
	struct rw_vec names = { 0 };
	const char *near;
	int status;

	note_names(rw_common_options, &names);
	if (cli->command != NULL)
		note_names(cli->command->options, &names);
	near = rw_nearest(word + 2, (const char *const *)names.items,
			  names.count);
	status = near ? rw_cli_usage(cli,
				     "unknown option '%s'; did you mean "
				     "'--%s'?",
				     word, near)
		      : rw_cli_usage(cli, "unknown option '%s'", word);
	rw_vec_release(&names);
	return status;
}

static int give(struct rw_cli *cli, const struct rw_option *option,
		const char *value)
{
	for (unsigned i = 0; i < cli->given_count && !option->many; i++)
		if (cli->given[i].option == option)
			return rw_cli_usage(cli, "'--%s' is given twice",
					    option->name);
	cli->given[cli->given_count].option = option;
	cli->given[cli->given_count++].value = value;
	return RW_EXIT_FINE;
}

static bool is_choice(const char *choices, const char *value)
{
	size_t len = strlen(value);

	while (*choices != '\0') {
		size_t word = strcspn(choices, " ");

		if (word == len && strncmp(choices, value, len) == 0)
			return true;
		choices += word + strspn(choices + word, " ");
	}
	return false;
}

/* One option with its value; *used words of argv were taken. */
static int take(struct rw_cli *cli, char **argv, const struct rw_option *option,
		const char *value, int *used)
{
	if (option->value == NULL && value != NULL)
		return rw_cli_usage(cli, "'--%s' takes no value", option->name);
	if (option->value != NULL && value == NULL) {
		value = argv[1];
		if (value == NULL)
			return rw_cli_usage(cli, "'--%s' needs a value: %s",
					    option->name, option->value);
		*used = 2;
	}
	if (option->value != NULL && option->choices != NULL &&
	    option->value[0] != '[' && !is_choice(option->choices, value))
		return rw_cli_usage(cli,
				    "'%s' is not a value of '--%s': "
				    "use one of: %s",
				    value, option->name, option->choices);
	return give(cli, option, value ? value : "");
}

static int take_long(struct rw_cli *cli, char **argv, int *used)
{
	const char *word = argv[0];
	size_t len = strcspn(word + 2, "=");
	const struct rw_option *option = find(cli, word + 2, len);

	if (option == NULL)
		return unknown(cli, word);
	return take(cli, argv, option,
		    word[2 + len] == '=' ? word + 3 + len : NULL, used);
}

static int take_short(struct rw_cli *cli, char **argv, int *used)
{
	const char *word = argv[0];
	const struct rw_option *option = by_letter(rw_common_options, word[1]);

	if (option == NULL && cli->command != NULL)
		option = by_letter(cli->command->options, word[1]);
	if (option == NULL)
		return rw_cli_usage(cli, "unknown option '%s'", word);
	return take(cli, argv, option, word[2] ? word + 2 : NULL, used);
}

static int set_command(struct rw_cli *cli, const char *name)
{
	struct rw_vec names = { 0 };
	const char *near;
	int status = RW_EXIT_FINE;

	for (size_t i = 0; rw_commands[i] != NULL && !cli->command; i++) {
		if (strcmp(rw_commands[i]->name, name) == 0)
			cli->command = rw_commands[i];
		rw_vec_push(&names, (void *)rw_commands[i]->name);
	}
	near = rw_nearest(name, (const char *const *)names.items, names.count);
	if (cli->command == NULL)
		status = near ? rw_cli_usage(cli,
					     "unknown command '%s'; did "
					     "you mean '%s'?",
					     name, near)
			      : rw_cli_usage(cli, "unknown command '%s'", name);
	rw_vec_release(&names);
	return status;
}

static int take_word(struct rw_cli *cli, char **argv, bool literal, int *used)
{
	*used = 1;
	if (!literal && strncmp(argv[0], "--", 2) == 0)
		return take_long(cli, argv, used);
	if (!literal && argv[0][0] == '-' && argv[0][1] != '\0')
		return take_short(cli, argv, used);
	if (cli->command == NULL)
		return set_command(cli, argv[0]);
	((const char **)cli->args)[cli->arg_count++] = argv[0];
	return RW_EXIT_FINE;
}

int rw_options_parse(struct rw_cli *cli, int argc, char **argv)
{
	bool literal = false;
	size_t words = (size_t)argc + 1;

	cli->args = rw_arena_zalloc(cli->arena, words * sizeof(char *));
	cli->given =
		rw_arena_zalloc(cli->arena, words * sizeof(struct rw_given));
	for (int i = 1; i < argc;) {
		int used = 1, status = RW_EXIT_FINE;

		if (!literal && strcmp(argv[i], "--") == 0)
			literal = true;
		else
			status = take_word(cli, argv + i, literal, &used);
		if (status != RW_EXIT_FINE)
			return status;
		i += used;
	}
	return RW_EXIT_FINE;
}

const char *rw_cli_option(const struct rw_cli *cli, const char *name)
{
	const char *value = NULL;

	for (unsigned i = 0; i < cli->given_count; i++)
		if (strcmp(cli->given[i].option->name, name) == 0)
			value = cli->given[i].value;
	return value;
}

bool rw_cli_has(const struct rw_cli *cli, const char *name)
{
	return rw_cli_option(cli, name) != NULL;
}

const char *rw_cli_next(const struct rw_cli *cli, const char *name,
			unsigned *position)
{
	while (*position < cli->given_count) {
		const struct rw_given *given = &cli->given[(*position)++];

		if (strcmp(given->option->name, name) == 0)
			return given->value;
	}
	return NULL;
}
