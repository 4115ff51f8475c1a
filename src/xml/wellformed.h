/*
 * Well-formedness and limits of a document, told in our words: libxml2 stops
 * at the first mistake, and its texts and codes change between versions.
 */
#ifndef RW_XML_WELLFORMED_H
#define RW_XML_WELLFORMED_H

#include "xml/doc.h"

/* A text, which is number 'file' of the sources and begins at 'skip'. */
struct rw_markup {
	const char *text;
	size_t len;
	size_t skip; /* bytes of a byte order mark */
	uint32_t file;
	const struct rw_limits *limits;
	struct rw_diags *diags;
};

/* The offsets of all start tags, in document order. */
struct rw_tags {
	uint32_t *starts; /* rw_free releases them */
	size_t count;
	size_t cap;
};

/*
 * Checks 'markup': 0 with 'tags' filled, or -1 with all mistakes reported.
 * 'tags' is to be released in both cases.
 */
int rw_wellformed_check(const struct rw_markup *markup, struct rw_tags *tags);

/*
 * Some of the text at 'at', for messages: at most 'most' bytes and no more
 * than 'size' - 1, whole characters, no control characters.
 */
const char *rw_markup_excerpt(const struct rw_markup *markup, size_t at,
			      size_t most, char *out, size_t size);

#endif
