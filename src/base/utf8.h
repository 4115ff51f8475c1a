/*
 * UTF-8: checking, counting, and the characters that must never reach a
 * terminal or an output raw.
 */
#ifndef RW_BASE_UTF8_H
#define RW_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of a code point at most. */
#define RW_UTF8_MOST 4

/* Offset of the first byte that is not well-formed UTF-8, or 'len'. */
size_t rw_utf8_valid_prefix(const char *data, size_t len);

/* Number of code points in well-formed 'data'. */
size_t rw_utf8_length(const char *data, size_t len);

/*
 * Decodes one code point at data[0]; *size becomes its bytes (at least 1).
 * Malformed bytes give U+FFFD, one at a time.
 */
uint32_t rw_utf8_decode(const char *data, size_t len, size_t *size);

/*
 * Writes 'c' to 'out' (4 bytes at least); the number of bytes. A surrogate or
 * a value over U+10FFFF is written as U+FFFD.
 */
size_t rw_utf8_encode(uint32_t c, char *out);

/*
 * Bytes at the start of 'data' that stand for themselves in every format, and
 * of which nothing is to be said: printable ASCII but for " & < > \.
 */
size_t rw_utf8_bare_prefix(const char *data, size_t len);

/* The longest prefix of 'data' in bytes with at most 'most' code points. */
size_t rw_utf8_cut(const char *data, size_t len, size_t most);

/*
 * The letter of ASCII, in lower case, that the Latin letter 'c' is made of, as
 * 'o' of "ö", or the digit; '\0' for anything else.
 */
char rw_utf8_plain(uint32_t c);

/* True for C0 but tab, LF, CR; DEL; C1; noncharacters (U+FDD0, U+FFFE ...). */
bool rw_utf8_is_control(uint32_t c);

/* True for the bidi embeddings, overrides and isolates (Unicode UAX 9). */
bool rw_utf8_is_bidi(uint32_t c);

/*
 * Columns that 'c' takes on a terminal: 0 for combining marks, 2 for East
 * Asian wide characters and emoji (after Unicode UAX 11, by block), else 1.
 */
unsigned rw_utf8_width(uint32_t c);

#endif
