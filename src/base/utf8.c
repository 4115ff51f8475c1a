/*
 * UTF-8 after Unicode table 3-7 (well-formed byte sequences).
 */
#include "base/utf8.h"

#include <string.h>

#define REPLACEMENT 0xFFFDu

struct range {
	uint32_t first;
	uint32_t last;
};

/* Bytes of the sequence that 'lead' begins, or 0 if it begins none. */
static size_t sequence_size(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	if (lead >= 0xF0 && lead <= 0xF4)
		return 4;
	return 0;
}

/* Keeps out overlong forms, surrogates and values over U+10FFFF. */
static bool second_allowed(unsigned char lead, unsigned char second)
{
	switch (lead) {
	case 0xE0:
		return second >= 0xA0;
	case 0xED:
		return second <= 0x9F;
	case 0xF0:
		return second >= 0x90;
	case 0xF4:
		return second <= 0x8F;
	default:
		return true;
	}
}

/* Bytes of the well-formed sequence at 'data', or 0. */
static size_t well_formed(const char *data, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)data;
	size_t size = sequence_size(bytes[0]);

	if (!size || size > len)
		return 0;
	for (size_t i = 1; i < size; i++)
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
	if (size > 2 && !second_allowed(bytes[0], bytes[1]))
		return 0;
	return size;
}

static bool in_ranges(uint32_t c, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

/* Bytes below 0x80 at the start of 'data', eight at a time. */
static size_t ascii_prefix(const char *data, size_t len)
{
	size_t at = 0;

	for (uint64_t word; at + sizeof(word) <= len; at += sizeof(word)) {
		memcpy(&word, data + at, sizeof(word));
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	while (at < len && !((unsigned char)data[at] & 0x80))
		at++;
	return at;
}

size_t rw_utf8_valid_prefix(const char *data, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t size = ascii_prefix(data + at, len - at);

		at += size;
		if (at == len)
			break;
		size = well_formed(data + at, len - at);

		if (!size)
			break;
		at += size;
	}
	return at;
}

/* The compiler's vectors: 16 bytes compared at once. */
#define AT_ONCE 16
typedef uint8_t bytes_at_once __attribute__((vector_size(AT_ONCE)));

static bool is_bare(unsigned char c)
{
	return c >= 0x20 && c < 0x7F && c != '"' && c != '&' && c != '<' &&
	       c != '>' && c != '\\';
}

static bool are_bare(const char *data)
{
	bytes_at_once all, odd;
	uint64_t halves[2];

	memcpy(&all, data, sizeof(all));
	odd = (bytes_at_once)((all < 0x20) | (all >= 0x7F) | (all == '"') |
			      (all == '&') | (all == '<') | (all == '>') |
			      (all == '\\'));
	memcpy(halves, &odd, sizeof(halves));
	return !(halves[0] | halves[1]);
}

size_t rw_utf8_bare_prefix(const char *data, size_t len)
{
	size_t at = 0;

	while (len - at >= AT_ONCE && are_bare(data + at))
		at += AT_ONCE;
	while (at < len && is_bare((unsigned char)data[at]))
		at++;
	return at;
}

size_t rw_utf8_length(const char *data, size_t len)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t count = len, i = 0;

	/* Eight at a time; what is 10xxxxxx goes on with a character. */
	for (; len - i >= sizeof(uint64_t); i += sizeof(uint64_t)) {
		uint64_t eight;

		memcpy(&eight, data + i, sizeof(eight));
		eight = (eight >> 7) & ~(eight >> 6) & ones;
		count -= (size_t)(eight * ones >> 56);
	}
	for (; i < len; i++)
		count -= ((unsigned char)data[i] & 0xC0) == 0x80;
	return count;
}

uint32_t rw_utf8_decode(const char *data, size_t len, size_t *size)
{
	static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	size_t bytes = len ? well_formed(data, len) : 0;
	uint32_t c;

	if (!bytes) {
		*size = 1;
		return REPLACEMENT;
	}
	c = (unsigned char)data[0] & lead_bits[bytes];
	for (size_t i = 1; i < bytes; i++)
		c = c << 6 | ((unsigned char)data[i] & 0x3Fu);
	*size = bytes;
	return c;
}

size_t rw_utf8_encode(uint32_t c, char *out)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = REPLACEMENT;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t rw_utf8_cut(const char *data, size_t len, size_t most)
{
	size_t at = 0;

	while (at < len && most--) {
		size_t size;

		rw_utf8_decode(data + at, len - at, &size);
		at += size;
	}
	return at;
}

char rw_utf8_plain(uint32_t c)
{
	/* U+00C0 to U+017F, after their canonical decompositions */
	static const char letters[] =
		"aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiii"
		"dnooooo-ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg"
		"gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooo"
		"oooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
	char plain = '\0';

	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		plain = (char)c;
	else if (c >= 'A' && c <= 'Z')
		plain = (char)(c + 0x20);
	else if (c >= 0xC0 && c < 0xC0 + sizeof(letters) - 1)
		plain = letters[c - 0xC0];
	return plain == '-' ? '\0' : plain;
}

bool rw_utf8_is_control(uint32_t c)
{
	if (c < 0x20)
		return c != '\t' && c != '\n' && c != '\r';
	return (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) ||
	       (c & 0xFFFE) == 0xFFFE;
}

bool rw_utf8_is_bidi(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

unsigned rw_utf8_width(uint32_t c)
{
	static const struct range zero[] = {
		{ 0x0300, 0x036F },   { 0x0483, 0x0489 }, { 0x0591, 0x05BD },
		{ 0x064B, 0x065F },   { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF },
		{ 0x200B, 0x200F },   { 0x2060, 0x2064 }, { 0x20D0, 0x20FF },
		{ 0xFE00, 0xFE0F },   { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF },
		{ 0xE0100, 0xE01EF },
	};
	static const struct range wide[] = {
		{ 0x1100, 0x115F },   { 0x2E80, 0x303E },
		{ 0x3041, 0xA4CF },   { 0xA960, 0xA97F },
		{ 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },
		{ 0xFE30, 0xFE6F },   { 0xFF00, 0xFF60 },
		{ 0xFFE0, 0xFFE6 },   { 0x1F300, 0x1F64F },
		{ 0x1F680, 0x1F6FF }, { 0x1F900, 0x1FAFF },
		{ 0x20000, 0x3FFFD },
	};

	if (c < 0x300)
		return 1;
	if (in_ranges(c, zero, sizeof(zero) / sizeof(*zero)))
		return 0;
	if (in_ranges(c, wide, sizeof(wide) / sizeof(*wide)))
		return 2;
	return 1;
}
