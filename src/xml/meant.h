/*
 * For src/xml/ only: what was meant by a value that is written as people write
 * it, not as a document has it.
 */
#ifndef RW_XML_MEANT_H
#define RW_XML_MEANT_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * "2027-01-15" from "15.1.2027" or "15/01/2027"; NULL if it is no day, or may
 * be two ("01/02/2027"). 'arena' owns it.
 */
const char *rw_meant_date(struct rw_arena *arena, const char *value);

/*
 * "38.5" from "38,5", "1500" from "1,500 EUR"; NULL if it is no number, or not
 * a 'whole' one. 'arena' owns it.
 */
const char *rw_meant_number(struct rw_arena *arena, const char *value,
			    bool whole);

/* True for "2027-02-30": the form is right, but there is no such day. */
bool rw_meant_no_day(const char *value);

/*
 * A day near to one that there is not: the last of its month, or any. 'arena'
 * owns it.
 */
const char *rw_meant_day(struct rw_arena *arena, const char *value);

#endif
