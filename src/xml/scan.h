/*
 * A tokenizer over the bytes of a document: what a parser does not tell
 * (where each thing stands) is read from the source once more.
 */
#ifndef RW_XML_SCAN_H
#define RW_XML_SCAN_H

#include <stdbool.h>
#include <stddef.h>

enum rw_token_kind {
	RW_TOKEN_NONE, /* the end of the text, or no XML */
	RW_TOKEN_TEXT,
	RW_TOKEN_START, /* <a>, or <a/> if 'empty' */
	RW_TOKEN_END,
	RW_TOKEN_CDATA,
	RW_TOKEN_COMMENT,
	RW_TOKEN_PI,	 /* also the XML declaration */
	RW_TOKEN_DOCTYPE /* anything else that begins with "<!" */
};

struct rw_token {
	enum rw_token_kind kind;
	size_t start; /* offsets of the whole */
	size_t end;
	size_t body; /* of CDATA, comment, text: what is inside */
	size_t body_end;
	bool empty;
};

/* The token at 'at'; 'token->end' is where the next one stands. */
void rw_scan_token(const char *text, size_t len, size_t at,
		   struct rw_token *token);

struct rw_scan_attr {
	size_t name;
	size_t name_len;
	size_t value; /* inside the quotes */
	size_t value_len;
};

/*
 * The attribute at or after '*at' in a start tag that ends at 'end'; moves
 * '*at' behind it. Begin with the offset after the element's name.
 */
bool rw_scan_attr(const char *text, size_t end, size_t *at,
		  struct rw_scan_attr *attr);

bool rw_scan_is_space(char c);

/* Bytes of the XML name at 'at', 0 if there is none. */
size_t rw_scan_name(const char *text, size_t len, size_t at);

/*
 * Decodes what stands at 'at' in character data: an entity, a line end, or one
 * byte. Returns the bytes read; '*decoded' becomes the number that they stand
 * for, 0 if this is no entity that XML knows.
 */
size_t rw_scan_entity(const char *text, size_t len, size_t at, size_t *decoded);

#endif
