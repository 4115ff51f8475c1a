/*
 * For src/xml/ only: simple types of the schema, as far as it is certain that
 * a value belongs to one.
 */
#ifndef RW_XML_ACCEPTANCE_VALUE_H
#define RW_XML_ACCEPTANCE_VALUE_H

#include <stdbool.h>

/* What XML Schema brings along, then what the schema defines. */
enum rw_value_type {
	RW_VALUE_xs_doubt,
	RW_VALUE_xs_string,
	RW_VALUE_xs_token,
	RW_VALUE_xs_NMTOKEN,
	RW_VALUE_xs_NMTOKENS,
	RW_VALUE_xs_date,
	RW_VALUE_xs_gYear,
	RW_VALUE_xs_gYearMonth,
	RW_VALUE_xs_language,
	RW_VALUE_xs_anyURI,
	RW_VALUE_xs_decimal,
	RW_VALUE_xs_nonNegativeInteger,
#define VALUE(name, kind, base, text) RW_VALUE_##name,
#define ELEMENT(name, model, text, place)
#define CHILD(name, min, max)
#define CONTENT(type)
#define ATTRIBUTE(name, type, need)
#define END
#include "xml/acceptance.def"
#undef VALUE
#undef ELEMENT
#undef CHILD
#undef CONTENT
#undef ATTRIBUTE
#undef END
	RW_VALUE_COUNT
};

/* True only if 'value' is valid for the type. */
bool rw_value_accepts(enum rw_value_type type, const char *value);

#endif
