/*
 * The table of codes and their explanations.
 */
#include <strings.h>

#include "diag/diags.h"

struct code {
	const char *id;
	const char *name;
	enum rw_severity severity;
	const char *message;
	const char *hint;
};

static const struct code codes[] = {
#define CODE(name, id, severity, message, hint) \
	{ id, #name, RW_##severity, message, hint },
#include "diag/codes.def"
#undef CODE
};

/* By name, so that explain.def may come in any order. */
static const char *const explanations[RW_CODES] = {
#define EXPLAIN(name, paragraph) [RW_##name] = paragraph,
#include "diag/explain.def"
#undef EXPLAIN
};

const char *rw_code_id(enum rw_code code)
{
	return codes[code].id;
}

const char *rw_code_name(enum rw_code code)
{
	return codes[code].name;
}

enum rw_severity rw_code_severity(enum rw_code code)
{
	return codes[code].severity;
}

const char *rw_code_message(enum rw_code code)
{
	return codes[code].message;
}

const char *rw_code_hint(enum rw_code code)
{
	return codes[code].hint;
}

const char *rw_code_explain(enum rw_code code)
{
	return explanations[code] ? explanations[code] : "";
}

enum rw_code rw_code_find(const char *id_or_name)
{
	for (unsigned i = 0; i < RW_CODES; i++)
		if (strcasecmp(codes[i].id, id_or_name) == 0 ||
		    strcasecmp(codes[i].name, id_or_name) == 0)
			return (enum rw_code)i;
	return RW_CODES;
}

const char *rw_severity_name(enum rw_severity severity)
{
	static const char *const names[] = { "note", "style", "warning",
					     "error" };

	return names[severity];
}
