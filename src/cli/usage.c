/*
 * Help and version.
 */
#include <string.h>

#include "cli/usage.h"
#include "version.h"
#include "text/text_versions.h"
#include "xml/xml_versions.h"

#define COLUMN 26 /* where explanations begin */

static void pad(struct rw_buf *out, size_t used)
{
	if (used >= COLUMN) {
		rw_buf_putc(out, '\n');
		used = 0;
	}
	for (; used < COLUMN; used++)
		rw_buf_putc(out, ' ');
}

static void show_option(const struct rw_option *option, struct rw_buf *out)
{
	size_t start = out->len;

	rw_buf_puts(out, "  ");
	if (option->letter != 0)
		rw_buf_printf(out, "-%c, ", option->letter);
	rw_buf_printf(out, "--%s", option->name);
	if (option->value != NULL)
		rw_buf_printf(out, " %s", option->value);
	pad(out, out->len - start);
	rw_buf_puts(out, option->what);
	if (option->choices != NULL)
		rw_buf_printf(out, ": %s", option->choices);
	rw_buf_putc(out, '\n');
}

static void show_options(const struct rw_option *table, const char *title,
			 struct rw_buf *out)
{
	if (table == NULL || table->name == NULL)
		return;
	rw_buf_printf(out, "\n%s:\n", title);
	for (; table->name != NULL; table++)
		show_option(table, out);
}

static void show_command(const struct rw_command *command, struct rw_buf *out)
{
	rw_buf_printf(out, "usage: rolewright [-C DIR] %s [OPTION...]%s%s\n\n",
		      command->name, command->arguments[0] ? " " : "",
		      command->arguments);
	rw_buf_printf(out, "%s\n", command->what);
	show_options(command->options, "options", out);
	if (command->notes != NULL)
		rw_buf_printf(out, "\n%s", command->notes);
}

static void show_all(struct rw_buf *out)
{
	rw_buf_puts(out, "usage: rolewright [-C DIR] COMMAND [OPTION...] "
			 "[ARG...]\n\ncommands:\n");
	for (size_t i = 0; rw_commands[i] != NULL; i++) {
		size_t start = out->len;

		rw_buf_printf(out, "  %s", rw_commands[i]->name);
		pad(out, out->len - start);
		rw_buf_printf(out, "%s\n", rw_commands[i]->what);
	}
}

int rw_usage_show(struct rw_cli *cli, const struct rw_command *command)
{
	struct rw_buf out = RW_BUF_INIT;
	int status;

	if (command != NULL)
		show_command(command, &out);
	else
		show_all(&out);
	show_options(rw_common_options, "options of every command", &out);
	status = rw_cli_print(cli, out.data, out.len);
	rw_buf_release(&out);
	return status;
}

int rw_usage_version(struct rw_cli *cli)
{
	struct rw_buf out = RW_BUF_INIT;
	int status;

	rw_buf_puts(&out, "rolewright " RW_VERSION "\n");
	rw_xml_versions(&out);
	rw_text_versions(&out);
	status = rw_cli_print(cli, out.data, out.len);
	rw_buf_release(&out);
	return status;
}
