/*
 * explain: what a diagnostic means and how to mend it.
 */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/table.h"

#define WIDTH 72       /* columns of the paragraph */
#define EXAMPLE "    " /* begins a line that is not wrapped */

static const struct rw_option options[] = {
	{ "format", 0, "FORMAT", false, "how to write the list of all codes",
	  RW_TABLE_FORMATS },
	{ 0 },
};

/* "%1" and its like stand for what is named in a message. */
static void put_template(struct rw_buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '%' && text[1] >= '1' && text[1] <= '3') {
			rw_buf_puts(out, "...");
			text++;
		} else {
			rw_buf_putc(out, *text);
		}
	}
}

/* Writes 'len' bytes of words in lines of at most WIDTH columns. */
static void wrap(struct rw_buf *out, const char *text, size_t len)
{
	size_t column = 0, at = 0;

	while (at < len) {
		size_t word = strcspn(text + at, " \n");

		word = word < len - at ? word : len - at;
		if (column > 0 && column + 1 + word > WIDTH) {
			rw_buf_putc(out, '\n');
			column = 0;
		}
		if (column > 0 && word > 0) {
			rw_buf_putc(out, ' ');
			column++;
		}
		rw_buf_add(out, text + at, word);
		column += word;
		at += word;
		at += at < len ? 1 : 0;
	}
	rw_buf_putc(out, '\n');
}

/* Wraps the paragraph, and keeps its examples as they are. */
static void put_paragraph(struct rw_buf *out, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		if (strncmp(text, EXAMPLE, strlen(EXAMPLE)) == 0) {
			rw_buf_add(out, text, len);
			rw_buf_putc(out, '\n');
		} else {
			wrap(out, text, len);
		}
		text += len + (text[len] == '\n' ? 1 : 0);
	}
}

static int explain_one(struct rw_cli *cli, enum rw_code code)
{
	struct rw_buf out = RW_BUF_INIT;
	int status;

	rw_buf_printf(&out, "%s %s (%s)\n\n    ", rw_code_id(code),
		      rw_code_name(code),
		      rw_severity_name(rw_code_severity(code)));
	put_template(&out, rw_code_message(code));
	rw_buf_puts(&out, "\n    help: ");
	put_template(&out, rw_code_hint(code));
	rw_buf_puts(&out, "\n\n");
	put_paragraph(&out, rw_code_explain(code));
	status = rw_cli_print(cli, out.data, out.len);
	rw_buf_release(&out);
	return status;
}

static int list_all(struct rw_cli *cli)
{
	static const char *const columns[] = { "id", "severity", "message",
					       NULL };
	struct rw_table table;
	int status;

	rw_table_init(&table, cli->arena, columns);
	for (int i = 0; i < RW_CODES; i++) {
		struct rw_buf message = RW_BUF_INIT;
		const char **row = rw_table_row(&table);
		enum rw_code code = (enum rw_code)i;

		put_template(&message, rw_code_message(code));
		row[0] = rw_code_id(code);
		row[1] = rw_severity_name(rw_code_severity(code));
		row[2] = rw_arena_strdup(cli->arena, message.data);
		rw_buf_release(&message);
	}
	status = rw_table_print(cli, &table);
	rw_table_release(&table);
	return status;
}

static int unknown(const struct rw_cli *cli, const char *name)
{
	const char *names[2 * RW_CODES];
	const char *near;

	for (int i = 0; i < RW_CODES; i++) {
		names[2 * i] = rw_code_id((enum rw_code)i);
		names[2 * i + 1] = rw_code_name((enum rw_code)i);
	}
	near = rw_nearest(name, names, 2 * RW_CODES);
	if (near != NULL)
		return rw_cli_usage(cli,
				    "there is no diagnostic '%s'; did "
				    "you mean '%s'?",
				    name, near);
	return rw_cli_usage(cli,
			    "there is no diagnostic '%s'; 'rolewright "
			    "explain' lists all",
			    name);
}

static int explain(struct rw_cli *cli)
{
	enum rw_code code;
	int status;

	if (cli->arg_count == 0) {
		status = list_all(cli);
	} else {
		code = rw_code_find(cli->args[0]);
		if (code == RW_CODES)
			return unknown(cli, cli->args[0]);
		status = explain_one(cli, code);
	}
	return status == RW_EXIT_FINE ? status : rw_cli_finish(cli);
}

const struct rw_command rw_command_explain = {
	.name = "explain",
	.arguments = "[CODE]",
	.what = "say what a diagnostic means and how to mend it",
	.options = options,
	.run = explain,
	.least = 0,
	.most = 1,
	.completes = "codes",
};
