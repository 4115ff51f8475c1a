/*
 * Decimal numbers in millionths.
 */
#include "base/decimal.h"

#include <inttypes.h>
#include <stdio.h>

#define FORMAT_SIZE 24
#define FRACTION_DIGITS 6

__extension__ typedef __int128 wide;

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Appends a digit to *size; false if it passes what a decimal can hold. */
static bool append(uint64_t *size, unsigned digit)
{
	const uint64_t most = (uint64_t)INT64_MAX + 1;

	if (*size > (most - digit) / 10)
		return false;
	*size = *size * 10 + digit;
	return true;
}

/* Scans digits with a point among them; the millionths go to *size. */
static bool scan(const char *text, uint64_t *size)
{
	unsigned fraction = 0;
	unsigned seen = 0;
	bool point = false;

	for (; *text; text++) {
		if (*text == '.' && !point) {
			point = true;
			continue;
		}
		if (!is_digit(*text) || !append(size, (unsigned)(*text - '0')))
			return false;
		seen++;
		fraction += point;
	}
	if (!seen || fraction > FRACTION_DIGITS)
		return false;
	for (; fraction < FRACTION_DIGITS; fraction++)
		if (!append(size, 0))
			return false;
	return true;
}

bool rw_decimal_parse(const char *text, rw_decimal *value)
{
	bool minus = *text == '-';
	uint64_t size = 0;

	if (!scan(text + (minus || *text == '+'), &size))
		return false;
	if (!minus && size > INT64_MAX)
		return false;
	*value = minus ? (rw_decimal)(0 - size) : (rw_decimal)size;
	return true;
}

void rw_decimal_format(rw_decimal value, char *out)
{
	uint64_t scale = (uint64_t)RW_DECIMAL_SCALE;
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	const char *sign = value < 0 ? "-" : "";
	uint64_t fraction = size % scale;
	int digits = FRACTION_DIGITS;

	if (!fraction) {
		snprintf(out, FORMAT_SIZE, "%s%" PRIu64, sign, size / scale);
		return;
	}
	for (; fraction % 10 == 0; digits--)
		fraction /= 10;
	snprintf(out, FORMAT_SIZE, "%s%" PRIu64 ".%0*" PRIu64, sign,
		 size / scale, digits, fraction);
}

rw_decimal rw_decimal_multiply(rw_decimal a, rw_decimal b)
{
	wide product = (wide)a * b;
	wide half = product < 0 ? -RW_DECIMAL_SCALE / 2 : RW_DECIMAL_SCALE / 2;
	wide result = (product + half) / RW_DECIMAL_SCALE;

	if (result > INT64_MAX)
		return INT64_MAX;
	if (result < INT64_MIN)
		return INT64_MIN;
	return (rw_decimal)result;
}

rw_decimal rw_decimal_divide(rw_decimal a, rw_decimal b)
{
	wide result = (wide)a * RW_DECIMAL_SCALE / b;

	if (result > INT64_MAX)
		return INT64_MAX;
	if (result < INT64_MIN)
		return INT64_MIN;
	return (rw_decimal)result;
}

rw_decimal rw_decimal_round(rw_decimal value, rw_decimal step)
{
	rw_decimal over = value % step;

	if (over < 0)
		over += step;
	if (over >= step - over) {
		rw_decimal missing = step - over;

		return value > INT64_MAX - missing ? INT64_MAX
						   : value + missing;
	}
	return value < INT64_MIN + over ? INT64_MIN : value - over;
}
