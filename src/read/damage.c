/*
 * Letters of a wrong encoding, fields of a letter that nobody filled in.
 */
#include "read/damage.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

#define FIELD_BYTES 40 /* of the name of a field, at most */

/*
 * What a byte of UTF-8 behind the first one becomes where it is read as
 * Windows-1252; without those signs that may follow a word, as in "AMANHÃ…".
 */
static bool is_second(uint32_t c)
{
	static const uint32_t signs[] = {
		0x20AC, 0x0192, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
		0x0152, 0x017D, 0x02DC, 0x0161, 0x0153, 0x017E, 0x0178,
	};
	size_t i = 0, count = sizeof(signs) / sizeof(signs[0]);

	while (i < count && signs[i] != c)
		i++;
	return i < count || (c >= 0xA1 && c <= 0xBF && c != 0xBB);
}

/* Bytes of "Ã©", "â€™"; 0: neither. */
static size_t letters_length(const char *text)
{
	size_t len = strnlen(text, 2 * RW_UTF8_MOST), first, second;
	uint32_t c = rw_utf8_decode(text, len, &first);
	uint32_t d = rw_utf8_decode(text + first, len - first, &second);

	if ((c == 0xC3 && is_second(d)) || (c == 0xE2 && d == 0x20AC))
		return first + second;
	return 0;
}

/* "{{first_name}}", "[[Name]]", "<<Name>>"; 0: none. */
static size_t field_length(const char *text)
{
	const char close = (char)(*text == '{'	 ? '}'
				  : *text == '[' ? ']'
						 : '>');
	const char *at = text + 2, *name;

	if (text[1] != *text)
		return 0;
	/* "a << b >> c" is a shift. */
	name = at += *text == '<' ? 0 : strspn(at, " ");
	while (isalnum((unsigned char)*at) || strchr("_.- ", *at) != NULL) {
		if (*at == '\0')
			break;
		at++;
	}
	if (!isalpha((unsigned char)*name) || at - name < 2 ||
	    at - name > FIELD_BYTES || at[0] != close || at[1] != close)
		return 0;
	return (size_t)(at - text) + 2;
}

enum rw_damage rw_damage_find(const char *text, const char **at, size_t *len)
{
	static const char begins[] = "{[<\xC3\xE2";

	for (text = strpbrk(text, begins); text != NULL;
	     text = strpbrk(text + 1, begins)) {
		bool letter = (unsigned char)*text >= 0x80;

		*len = letter ? letters_length(text) : field_length(text);
		*at = text;
		if (*len > 0)
			return letter ? RW_DAMAGE_LETTERS : RW_DAMAGE_FIELD;
	}
	return RW_DAMAGE_NONE;
}

bool rw_damage_is_number(const char *text)
{
	size_t len = strspn(text, "0123456789");

	if (len != 1)
		return false;
	text += len;
	if (*text == '.' || *text == ',')
		text += 1 + strspn(text + 1, "0123456789");
	if (*text != 'E' || text[1] != '+')
		return false;
	len = strspn(text + 2, "0123456789");
	return len > 0 && text[2 + len] == '\0';
}
