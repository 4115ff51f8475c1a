/*
 * What programs do to texts before they reach a table.
 */
#ifndef RW_READ_DAMAGE_H
#define RW_READ_DAMAGE_H

#include <stdbool.h>
#include <stddef.h>

enum rw_damage {
	RW_DAMAGE_NONE,
	RW_DAMAGE_LETTERS, /* "cafÃ©": bytes of UTF-8 taken for letters */
	RW_DAMAGE_FIELD	   /* "{{first_name}}": nobody filled it in */
};

/* The first damage in 'text': where it is, and its bytes. */
enum rw_damage rw_damage_find(const char *text, const char **at, size_t *len);

/* Whether it is an id that a spreadsheet has cut to a number: "1.20E+05". */
bool rw_damage_is_number(const char *text);

#endif
