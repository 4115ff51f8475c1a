/*
 * Escaping: runs of harmless bytes are copied whole.
 */
#include "write/escape.h"

#include <stdbool.h>
#include <string.h>

#include "base/slot.h"
#include "base/utf8.h"

#define BIT(place) (1u << RW_ESCAPE_##place)
#define XML (BIT(XML_TEXT) | BIT(XML_ATTR))
#define HTML (BIT(HTML_TEXT) | BIT(HTML_ATTR))
#define EVERY (XML | HTML | BIT(HTML_BARE))

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* The places where 'byte' may not stand as it is. */
static unsigned special_in(unsigned char byte)
{
	switch (byte) {
	case '<':
		return EVERY;
	case '&':
	case '>':
	case '\r':
		return XML | HTML;
	case '"':
		return BIT(XML_ATTR) | BIT(HTML_ATTR);
	case '\t':
	case '\n':
		return BIT(XML_ATTR);
	default:
		return byte < 0x20 || byte == 0x7F ? EVERY : 0;
	}
}

/* Most bytes are letters or blanks. */
static bool stands(unsigned char byte, enum rw_escape where)
{
	if (byte == ' ' || (byte > '>' && byte != 0x7F && byte != RW_SLOT_LEAD))
		return true;
	return byte != RW_SLOT_LEAD && !(special_in(byte) & 1u << where);
}

static const char *reference(unsigned char byte)
{
	switch (byte) {
	case '<':
		return "&lt;";
	case '&':
		return "&amp;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
		return "&#9;";
	case '\n':
		return "&#10;";
	case '\r':
		return "&#13;";
	default:
		return REPLACEMENT;
	}
}

void rw_escape_n(struct rw_buf *out, const char *text, size_t len,
		 enum rw_escape where)
{
	size_t start = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)text[i];
		size_t mark;

		if (stands(byte, where)) {
			i += rw_utf8_bare_prefix(text + i + 1, len - i - 1);
			continue;
		}
		mark = rw_slot_length(text + i, len - i);
		if (byte == RW_SLOT_LEAD && !mark)
			continue;
		rw_buf_add(out, text + start, i - start);
		if (mark)
			rw_slot_sign(out, text + i, mark,
				     RW_ESCAPE_LETTERS[where]);
		else
			rw_buf_puts(out, reference(byte));
		start = i + (mark ? mark : 1);
		i = start - 1;
	}
	rw_buf_add(out, text + start, len - start);
}

void rw_escape(struct rw_buf *out, const char *text, enum rw_escape where)
{
	rw_escape_n(out, text, strlen(text), where);
}

void rw_escape_cdata(struct rw_buf *out, const char *text, size_t len)
{
	size_t start = 0;

	rw_buf_puts(out, "<![CDATA[");
	for (size_t i = 0; i + 2 < len; i++) {
		size_t mark = (unsigned char)text[i] == RW_SLOT_LEAD
				      ? rw_slot_length(text + i, len - i)
				      : 0;

		if (mark) {
			rw_buf_add(out, text + start, i - start);
			rw_slot_sign(out, text + i, mark, RW_ESCAPE_CDATA);
			start = i + mark;
			i = start - 1;
		} else if (memcmp(text + i, "]]>", 3) == 0) {
			rw_buf_add(out, text + start, i + 2 - start);
			rw_buf_puts(out, "]]><![CDATA[");
			start = i + 2;
		}
	}
	rw_buf_add(out, text + start, len - start);
	rw_buf_puts(out, "]]>");
}
