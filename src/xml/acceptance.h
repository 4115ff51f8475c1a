/*
 * Quick acceptance: whether a document is certainly valid, told from a table
 * that is made from the schema at build time. Compiling the schema and
 * checking with it costs far more, and most documents are valid.
 */
#ifndef RW_XML_ACCEPTANCE_H
#define RW_XML_ACCEPTANCE_H

#include <stdbool.h>

#include "xml/doc.h"

/*
 * True only if rw_schema_check would find nothing; false says nothing: the
 * document may still be valid.
 */
bool rw_doc_is_accepted(const struct rw_doc *doc);

/*
 * For tests: whether the simple type 'type' ("rw_date", "xs_language") is sure
 * to hold 'value'.
 */
bool rw_value_is_accepted(const char *type, const char *value);

#endif
