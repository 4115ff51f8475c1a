/*
 * The one JSON emitter (RFC 8259). Two spaces of indent, or none.
 * '<', '>', '&', U+2028 and U+2029 are always escaped, so that the text can
 * stand in a script element; so are control and bidi characters. Malformed
 * UTF-8 becomes U+FFFD.
 */
#ifndef RW_BASE_JSON_H
#define RW_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Deeper containers are written as null, without what is in them. */
#define RW_JSON_DEPTH 64

struct rw_json {
	struct rw_buf *out;
	bool pretty;
	unsigned depth;
	unsigned skipped;	    /* open containers that are too deep */
	bool filled[RW_JSON_DEPTH]; /* the container has a member */
	bool keyed;		    /* a key was just written */
};

void rw_json_init(struct rw_json *json, struct rw_buf *out, bool pretty);

/* Open a container; 'bracket', which closes it, is '}' or ']'. */
void rw_json_object(struct rw_json *json);
void rw_json_array(struct rw_json *json);
void rw_json_end(struct rw_json *json, char bracket);

/* A key, then its value; in an array, values only. */
void rw_json_key(struct rw_json *json, const char *key);
void rw_json_string(struct rw_json *json, const char *string);
void rw_json_string_n(struct rw_json *json, const char *string, size_t len);
void rw_json_integer(struct rw_json *json, long long number);
/* A number that is already in JSON's form, such as "12.50". */
void rw_json_number(struct rw_json *json, const char *number);
void rw_json_bool(struct rw_json *json, bool truth);
void rw_json_null(struct rw_json *json);

/* What stands between the quotes of a string. */
void rw_json_escape(struct rw_buf *out, const char *string, size_t len);

/* Whether 'text' is a number in JSON's form (RFC 8259, section 6). */
bool rw_json_is_number(const char *text);

#endif
