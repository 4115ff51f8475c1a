/*
 * What the schema says of each element and attribute: what it holds, how it is
 * inherited, who may read it. The table is made from the schema at build time.
 */
#ifndef RW_MODEL_VOCABULARY_H
#define RW_MODEL_VOCABULARY_H

#include <stdbool.h>

/* What stands inside an element. */
enum rw_content {
	RW_CONTENT_NONE,   /* nothing */
	RW_CONTENT_LINE,   /* plain words in one line, with placeholders */
	RW_CONTENT_PROSE,  /* CommonMark */
	RW_CONTENT_BLOCKS, /* CommonMark and tables */
	RW_CONTENT_TEXT,   /* characters that are used as they are */
	RW_CONTENT_STRUCT  /* elements */
};

/* What becomes of an element when a document inherits from another. */
enum rw_merge {
	RW_MERGE_ROOT, /* a document */
	RW_MERGE_PART, /* replaced whole; at most once in its parent */
	RW_MERGE_LIST, /* its items are merged; at most once in its parent */
	RW_MERGE_ITEM, /* merged with the item of the same key */
	RW_MERGE_CHILD /* goes with its parent */
};

struct rw_element_type {
	const char *name;
	enum rw_content content;
	enum rw_merge merge;
	bool internal; /* never in public output, with all that it holds */
};

/* The type of the element 'name', a constant; NULL if there is none. */
const struct rw_element_type *rw_element_type(const char *name);

/*
 * Whether the attribute is never in public output. Names as they are written
 * ("owner", "xml:lang"); false for one that the schema does not know.
 */
bool rw_attribute_is_internal(const char *element, const char *attribute);

#endif
