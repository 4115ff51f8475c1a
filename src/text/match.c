/*
 * Patterns come from rule documents that anyone may write, so a match may
 * take only so many steps and so much memory; beyond that it is an error,
 * never "no match".
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "text/match.h"

#include <pcre2.h>
#include <string.h>

#include "base/memory.h"

#define PATTERN_BYTES 4096
#define PATTERN_PARENS 50
#define MATCH_STEPS 1000000
#define MATCH_DEPTH 10000
#define MATCH_HEAP 20000 /* KiB */
#define SUBJECT_BYTES (1024 * 1024)

struct rw_pattern {
	pcre2_code *code;
	pcre2_match_context *limits;
	pcre2_general_context *memory;
	const char *text;
	struct rw_pos pos;
};

static void *take(PCRE2_SIZE size, void *unused)
{
	(void)unused;
	return rw_malloc(size);
}

static void give(void *memory, void *unused)
{
	(void)unused;
	rw_free(memory);
}

static void release(void *object)
{
	struct rw_pattern *pattern = object;

	pcre2_match_context_free(pattern->limits);
	pcre2_code_free(pattern->code);
	pcre2_general_context_free(pattern->memory);
}

static void report(const struct rw_pattern *pattern, enum rw_code code,
		   int error, struct rw_diags *diags)
{
	PCRE2_UCHAR message[128];

	pcre2_get_error_message(error, message, sizeof(message));
	rw_report(diags, code, pattern->pos, pattern->text,
		  (const char *)message, NULL);
}

static int compile(struct rw_pattern *pattern, uint32_t options)
{
	pcre2_compile_context *context =
		pcre2_compile_context_create(pattern->memory);
	PCRE2_SIZE offset;
	int error = 0;

	pcre2_set_max_pattern_length(context, PATTERN_BYTES);
	pcre2_set_parens_nest_limit(context, PATTERN_PARENS);
	pattern->code = pcre2_compile((PCRE2_SPTR)pattern->text,
				      PCRE2_ZERO_TERMINATED, options, &error,
				      &offset, context);
	pcre2_compile_context_free(context);
	return pattern->code ? 0 : error;
}

struct rw_pattern *rw_pattern_new(struct rw_arena *arena, const char *pattern,
				  unsigned flags, struct rw_pos pos,
				  struct rw_diags *diags)
{
	struct rw_pattern *new = rw_arena_zalloc(arena, sizeof(*new));
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
			   (flags & RW_PATTERN_CASELESS ? PCRE2_CASELESS : 0);
	int error;

	new->text = rw_arena_strdup(arena, pattern);
	new->pos = pos;
	new->memory = pcre2_general_context_create(take, give, NULL);
	new->limits = pcre2_match_context_create(new->memory);
	rw_arena_defer(arena, release, new);
	pcre2_set_match_limit(new->limits, MATCH_STEPS);
	pcre2_set_depth_limit(new->limits, MATCH_DEPTH);
	pcre2_set_heap_limit(new->limits, MATCH_HEAP);
	error = compile(new, options);
	if (error) {
		report(new, RW_PATTERN, error, diags);
		return NULL;
	}
	/* It may fail where memory cannot be made executable: no harm. */
	if (!(flags & RW_PATTERN_BRIEF))
		pcre2_jit_compile(new->code, PCRE2_JIT_COMPLETE);
	return new;
}

static int run(const struct rw_pattern *pattern, const struct rw_match *m,
	       pcre2_match_data *data)
{
	uint32_t options = m->to > 0 ? PCRE2_NO_UTF_CHECK : 0;
	PCRE2_SPTR subject = (PCRE2_SPTR)m->subject;
	int rc = pcre2_match(pattern->code, subject, m->len, m->to, options,
			     data, pattern->limits);

	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(pattern->code, subject, m->len, m->to,
				 options | PCRE2_NO_JIT, data, pattern->limits);
	return rc;
}

int rw_pattern_find(const struct rw_pattern *pattern, struct rw_match *match,
		    struct rw_diags *diags)
{
	pcre2_match_data *data;
	int rc;

	if (match->to > match->len)
		return 0;
	if (match->len > SUBJECT_BYTES) {
		report(pattern, RW_PATTERN_LIMIT, PCRE2_ERROR_MATCHLIMIT,
		       diags);
		return -1;
	}
	data = pcre2_match_data_create(1, pattern->memory);
	rc = run(pattern, match, data);
	if (rc >= 0) {
		const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(data);

		match->from = offsets[0];
		match->to = offsets[1];
	}
	pcre2_match_data_free(data);
	if (rc == PCRE2_ERROR_NOMATCH)
		return 0;
	/* \K in a lookahead may end a match before it begins. */
	if (rc >= 0 && match->from > match->to)
		rc = PCRE2_ERROR_BADOFFSET;
	if (rc >= 0)
		return 1;
	report(pattern, RW_PATTERN_LIMIT, rc, diags);
	return -1;
}
