/*
 * Completion scripts for shells, made from the tables of commands and
 * options.
 */
#ifndef RW_CLI_COMPLETE_H
#define RW_CLI_COMPLETE_H

#include "cli/cli.h"

/*
 * Where the words of an argument or a value come from: a command line whose
 * output is one word a line ("rolewright list roles --format ids"), "FILE",
 * "DIR", or NULL where nothing can be offered.
 */
const char *rw_complete_argument(struct rw_arena *arena,
				 const struct rw_command *command);
const char *rw_complete_value(const struct rw_option *option);

/* The first words of 'text', as far as one line of a shell needs them. */
char *rw_complete_what(struct rw_arena *arena, const char *text);

/* The whole script of a shell. */
void rw_complete_bash(struct rw_arena *arena, struct rw_buf *out);
void rw_complete_zsh(struct rw_arena *arena, struct rw_buf *out);
void rw_complete_fish(struct rw_arena *arena, struct rw_buf *out);

#endif
