/*
 * Looks up elements and attributes in the sorted tables made from the schema.
 */
#include "model/vocabulary.h"

#include <stdlib.h>
#include <string.h>

struct attribute_type {
	const char *element;
	const char *name;
	bool internal;
};

enum {
	AUDIENCE_PUBLIC,
	AUDIENCE_INTERNAL
};

static const struct rw_element_type elements[] = {
#define ELEMENT(name, content, merge, audience)         \
	{ name, RW_CONTENT_##content, RW_MERGE_##merge, \
	  AUDIENCE_##audience == AUDIENCE_INTERNAL },
#define ATTRIBUTE(element, name, audience)
#include "model/vocabulary.def"
#undef ELEMENT
#undef ATTRIBUTE
};

static const struct attribute_type attributes[] = {
#define ELEMENT(name, content, merge, audience)
#define ATTRIBUTE(element, name, audience) \
	{ element, name, AUDIENCE_##audience == AUDIENCE_INTERNAL },
#include "model/vocabulary.def"
#undef ELEMENT
#undef ATTRIBUTE
};

static int compare_elements(const void *key, const void *member)
{
	const struct rw_element_type *type = member;

	return strcmp(key, type->name);
}

static int compare_attributes(const void *key, const void *member)
{
	const struct attribute_type *a = key;
	const struct attribute_type *b = member;
	int order = strcmp(a->element, b->element);

	return order != 0 ? order : strcmp(a->name, b->name);
}

const struct rw_element_type *rw_element_type(const char *name)
{
	return bsearch(name, elements, sizeof(elements) / sizeof(elements[0]),
		       sizeof(elements[0]), compare_elements);
}

bool rw_attribute_is_internal(const char *element, const char *attribute)
{
	const struct attribute_type key = { element, attribute, false };
	const struct attribute_type *found;

	found = bsearch(&key, attributes,
			sizeof(attributes) / sizeof(attributes[0]),
			sizeof(attributes[0]), compare_attributes);
	return found != NULL && found->internal;
}
