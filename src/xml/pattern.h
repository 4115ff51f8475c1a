/*
 * For src/xml/ only: the patterns that the schema's simple types use.
 */
#ifndef RW_XML_PATTERN_H
#define RW_XML_PATTERN_H

#include <stdbool.h>

/*
 * True only if all of 'value' matches 'pattern' (XML Schema part 2, appendix
 * F), of which this knows characters, classes, groups, escaped punctuation,
 * \s and quantifiers. False for anything else, for a value with characters
 * beyond ASCII, and when it takes too long.
 */
bool rw_pattern_matches(const char *pattern, const char *value);

#endif
