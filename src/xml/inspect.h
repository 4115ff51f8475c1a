/*
 * Which values of the input a stylesheet looks at, and which it only copies.
 *
 * A value that is only copied can be put into the result afterwards: what the
 * stylesheet makes of the document does not depend on it but for that place.
 * Looked at is what stands in a comparison, in arithmetic, in a function of
 * strings or numbers, in a key, a sort or a computed name. That it exists or
 * is empty may be asked freely.
 */
#ifndef RW_XML_INSPECT_H
#define RW_XML_INSPECT_H

#include "xml/stylesheet.h"

struct rw_inspection;

/*
 * Reads all expressions of 'sheet' and its modules. 'arena' owns the result.
 */
struct rw_inspection *rw_inspect(struct rw_arena *arena,
				 const struct rw_stylesheet *sheet);

/* The same for one expression without variables, at 'element'. */
struct rw_inspection *rw_inspect_expression(struct rw_arena *arena,
					    const char *expression,
					    const char *element);

/*
 * Whether an expression may look at 'path': names from the root to an
 * attribute or text, without prefixes, such as "posting/place/@city" or
 * "posting/opening/md/text()" ("md" for any element of CommonMark). In doubt
 * true.
 */
bool rw_inspects(const struct rw_inspection *inspection, const char *path);

/* Steps that no name of an element says: "//"; elements of other namespaces. */
#define RW_STEP_ANY "//"
#define RW_STEP_FOREIGN ":"

/*
 * Whether a path goes to or through an element 'name', without prefix ("md" for
 * any of CommonMark), looked at or not. Names behind "*" are not known.
 */
bool rw_inspects_step(const struct rw_inspection *inspection, const char *name);

#endif
