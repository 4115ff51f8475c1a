/*
 * What prose may hold: depth, definitions, link destinations.
 */
#ifndef RW_TEXT_MARKDOWN_LIMITS_H
#define RW_TEXT_MARKDOWN_LIMITS_H

#include <stdbool.h>

#include <cmark.h>

#include "text/prose_map.h"

/*
 * True if no line opens more containers than RW_PROSE_DEPTH, by marks or by
 * indentation. Asked before cmark parses, which is slow on deep ones.
 */
bool rw_prose_is_shallow(const struct rw_prose *prose);

/* The same of the parsed tree, inline nodes included. */
bool rw_tree_is_shallow(cmark_node *document);

/*
 * Offset in prose->text of a link reference definition that cmark took from
 * it when it parsed 'document', or SIZE_MAX.
 */
size_t rw_prose_definition(const struct rw_prose *prose, cmark_node *document);

#endif
