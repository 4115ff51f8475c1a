/*
 * Calendar days (ISO 8601, proleptic Gregorian), as days since 1970-01-01.
 */
#ifndef RW_BASE_DATE_H
#define RW_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define RW_DATE_NONE INT32_MIN
#define RW_DATE_SIZE 11 /* bytes of "YYYY-MM-DD" and its NUL */

/* "2026-11-21" to a day; RW_DATE_NONE if it is no date. */
int32_t rw_date_parse(const char *text);

/*
 * Writes "YYYY-MM-DD" and a NUL into 'out' (at least 11 bytes); the empty
 * string for a day outside the years 1 to 9999.
 */
void rw_date_format(int32_t day, char *out);

/* Day of a Unix time in seconds, UTC; RW_DATE_NONE if it is out of range. */
int32_t rw_date_of_unix(int64_t seconds);

#endif
