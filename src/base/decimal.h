/*
 * Decimal numbers, never floating point: a signed 64-bit count of millionths.
 */
#ifndef RW_BASE_DECIMAL_H
#define RW_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RW_DECIMAL_SCALE INT64_C(1000000)

typedef int64_t rw_decimal; /* millionths */

/*
 * Parses XSD decimal ("-12.50"), at most six fraction digits; false if it is
 * not one or does not fit.
 */
bool rw_decimal_parse(const char *text, rw_decimal *value);

/* Writes the shortest form ("12.5") into 'out' (at least 24 bytes). */
void rw_decimal_format(rw_decimal value, char *out);

/* a * b, rounded half away from zero; saturates. */
rw_decimal rw_decimal_multiply(rw_decimal a, rw_decimal b);

/* a / b, cut off after six digits; b is not 0; saturates. */
rw_decimal rw_decimal_divide(rw_decimal a, rw_decimal b);

/* 'value' rounded half up to a multiple of 'step' (> 0); saturates. */
rw_decimal rw_decimal_round(rw_decimal value, rw_decimal step);

#endif
