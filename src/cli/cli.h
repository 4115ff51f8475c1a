/*
 * The command line: commands, options, and what every command needs.
 */
#ifndef RW_CLI_CLI_H
#define RW_CLI_CLI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/diags.h"
#include "model/workspace.h"

/* Exit codes; there are no others. */
enum rw_exit {
	RW_EXIT_FINE,
	RW_EXIT_FINDINGS, /* at or above --fail-on */
	RW_EXIT_USAGE,
	RW_EXIT_ENVIRONMENT, /* cannot read or write, disk full, locked */
	RW_EXIT_DEFECT,
};

/* An option of a command, or of all of them. */
struct rw_option {
	const char *name;    /* "lang": --lang */
	char letter;	     /* -o; 0: none */
	const char *value;   /* what it takes: "TAG"; NULL: nothing */
	bool many;	     /* may be given more than once */
	const char *what;    /* one line for help */
	const char *choices; /* "text json sarif", for completion; NULL */
};

struct rw_cli;

struct rw_command {
	const char *name;
	const char *arguments;		 /* "ID", "[FILE or ID...]"; "" */
	const char *what;		 /* one line for help */
	const struct rw_option *options; /* ends in a name of NULL */
	const char *notes;		 /* after the options in help; NULL */
	int (*run)(struct rw_cli *cli);	 /* an rw_exit */
	unsigned least, most;		 /* arguments that it takes */
	const char *completes; /* kind of its arguments, for completion */
	/* Holds nothing but memory at its end, which the system takes back. */
	bool memory_only;
};

extern const struct rw_command *const rw_commands[]; /* ends in NULL */
extern const struct rw_option rw_common_options[];

/* A run of one command. */
struct rw_cli {
	struct rw_arena *arena;
	struct rw_sources *sources;
	struct rw_diags *diags;
	const struct rw_command *command;
	const char *folder; /* -C */
	const char *library;
	int32_t today;
	const char *today_from; /* "--date", "SOURCE_DATE_EPOCH", "the clock" */
	const char *const *args;
	unsigned arg_count;
	struct rw_given *given; /* options, in their order */
	unsigned given_count;
	bool colour;		 /* of diagnostics */
	struct rw_workspace *ws; /* once rw_cli_open was called */
};

struct rw_given {
	const struct rw_option *option;
	const char *value; /* "" if it takes none */
};

/* The last value given for --name, or NULL. */
const char *rw_cli_option(const struct rw_cli *cli, const char *name);
bool rw_cli_has(const struct rw_cli *cli, const char *name);

/*
 * The value after *position of an option that may be given often; NULL at
 * the end.
 */
const char *rw_cli_next(const struct rw_cli *cli, const char *name,
			unsigned *position);

/* Opens the workspace at -C; NULL after an error that was shown. */
struct rw_workspace *rw_cli_open(struct rw_cli *cli);

/*
 * Says on standard error what is wrong with the command line, as printf
 * does; RW_EXIT_USAGE.
 */
int rw_cli_usage(const struct rw_cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Writes to standard output; an rw_exit. */
int rw_cli_print(struct rw_cli *cli, const char *data, size_t len);

/* Writes to FILE of -o, or to standard output without it or with "-". */
int rw_cli_write(struct rw_cli *cli, const char *data, size_t len);

/*
 * Shows all diagnostics on standard error; RW_EXIT_FINDINGS if one is an
 * error, RW_EXIT_ENVIRONMENT if a file could not be read or written,
 * RW_EXIT_DEFECT for one of ours.
 */
int rw_cli_finish(struct rw_cli *cli);

/* The same; of each code at most 'most', and how many there are. */
int rw_cli_finish_most(struct rw_cli *cli, size_t most);

/*
 * The threads that --jobs asks for, or as many as there are processors; false
 * after a complaint.
 */
bool rw_cli_jobs(struct rw_cli *cli, unsigned *threads);

/* The same without showing them. */
int rw_cli_status(const struct rw_cli *cli, enum rw_severity fail_on);

/*
 * The document that an argument names: an id of a kind among 'kinds' (the
 * first that has it; ends in RW_KINDS), or a path. NULL after an error.
 */
struct rw_entry *rw_cli_entry(struct rw_cli *cli, const char *name,
			      const enum rw_kind *kinds);

#endif
