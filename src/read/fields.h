/*
 * The flat vocabulary of postings in tables: what a column can be, and where
 * it goes in the document.
 */
#ifndef RW_READ_FIELDS_H
#define RW_READ_FIELDS_H

#include <stdbool.h>

#include "base/arena.h"

/* FIELD(constant, name, element of a posting, attribute or "") */
#define RW_FIELD_TABLE(FIELD)                                               \
	FIELD(ID, "id", "posting", "id")                                    \
	FIELD(LANGUAGE, "language", "posting", "xml:lang")                  \
	FIELD(ROLE, "role", "posting", "role")                              \
	FIELD(COMPANY, "company", "posting", "company")                     \
	FIELD(AGENCY, "agency", "posting", "agency")                        \
	FIELD(POSTED, "posted", "posting", "posted")                        \
	FIELD(CLOSES, "closes", "posting", "closes")                        \
	FIELD(STARTS, "starts", "posting", "starts")                        \
	FIELD(ONGOING, "ongoing", "posting", "ongoing")                     \
	FIELD(EMPLOYMENT, "employment", "posting", "employment")            \
	FIELD(OPENINGS, "openings", "posting", "openings")                  \
	FIELD(HOURS, "hours", "posting", "hours")                           \
	FIELD(REQUISITION, "requisition", "posting", "requisition")         \
	FIELD(AUDIENCE, "audience", "posting", "audience")                  \
	FIELD(CONFIDENTIAL, "confidential", "posting", "confidential")      \
	FIELD(TITLE, "title", "title", "")                                  \
	FIELD(DESCRIPTION, "description", "opening", "")                    \
	FIELD(RESPONSIBILITIES, "responsibilities", "responsibilities", "") \
	FIELD(REQUIREMENTS, "requirements", "requirements", "")             \
	FIELD(PREFERRED, "preferred", "requirements", "")                   \
	FIELD(BENEFITS, "benefits", "benefits", "")                         \
	FIELD(LOCATION, "location", "place", "")                            \
	FIELD(PLACE, "place", "place", "ref")                               \
	FIELD(CITY, "city", "place", "city")                                \
	FIELD(REGION, "region", "place", "region")                          \
	FIELD(COUNTRY, "country", "place", "country")                       \
	FIELD(POSTAL_CODE, "postal-code", "place", "postal-code")           \
	FIELD(STREET, "street", "place", "street")                          \
	FIELD(WORKPLACE, "workplace", "workplace", "mode")                  \
	FIELD(REMOTE_FROM, "remote-from", "workplace", "")                  \
	FIELD(PAY, "pay", "pay", "")                                        \
	FIELD(PAY_MIN, "pay-min", "pay", "min")                             \
	FIELD(PAY_MAX, "pay-max", "pay", "max")                             \
	FIELD(PAY_FIXED, "pay-fixed", "pay", "fixed")                       \
	FIELD(CURRENCY, "currency", "pay", "currency")                      \
	FIELD(PERIOD, "period", "pay", "period")                            \
	FIELD(APPLY_URL, "apply-url", "apply", "url")                       \
	FIELD(URL, "url", "apply", "")                                      \
	FIELD(APPLY_EMAIL, "apply-email", "apply", "email")                 \
	FIELD(CATEGORY, "category", "categories", "")                       \
	FIELD(SENIORITY, "seniority", "seniority", "level")                 \
	FIELD(BOARDS, "boards", "boards", "")

enum rw_field {
#define FIELD(constant, name, element, attribute) RW_FIELD_##constant,
	RW_FIELD_TABLE(FIELD)
#undef FIELD
	RW_FIELDS
};

/* "pay-min". */
const char *rw_field_name(enum rw_field field);

/* Where it goes: "pay" and "min"; the attribute "" for content. */
const char *rw_field_element(enum rw_field field);
const char *rw_field_attribute(enum rw_field field);

/* The field of that name, or RW_FIELDS. */
enum rw_field rw_field_find(const char *name);

/*
 * What people write for a value of a field, as the schema has it: "full-time"
 * for "Full Time", "year" for "Annual"; NULL if it is no known one. Employment
 * may be two, "part-time permanent". For fields of a closed vocabulary:
 * employment, workplace, period, seniority, ongoing, confidential, audience.
 */
const char *rw_field_value(enum rw_field field, const char *text);

/*
 * The value that 'text' begins with, where only a number of days, months or the
 * like follows: "hybrid" of "Híbrido (2 días)", "temporary" of "FTC 12 months";
 * else NULL. For employment and workplace.
 */
const char *rw_field_value_of(enum rw_field field, const char *text);

/*
 * What to write in place of a value that may mean several, "write ..."; NULL
 * for any other text.
 */
const char *rw_field_doubt(enum rw_field field, const char *text);

/* Whether it means that the pay is not told: "Competitive", "A convenir". */
bool rw_field_is_silent(const char *text);

/*
 * The next of the values of a cell, as "Full-time, Temporary" holds two, in
 * 'arena'; *text moves behind it. NULL: there is none. Fields that take one
 * value have one.
 */
const char *rw_field_part(struct rw_arena *arena, enum rw_field field,
			  const char **text);

/*
 * Whether a text means that work begins when it suits: "ab sofort", "ASAP",
 * "by arrangement". No date says that.
 */
bool rw_field_is_open_start(const char *text);

/*
 * Whether a heading sounds as if it said which clients must not be named:
 * "Vertraulich", "Client confidential".
 */
bool rw_field_is_secrecy(const char *heading);

/* Whether it is such a field. */
bool rw_field_is_closed(enum rw_field field);

/* What such a field holds, for messages ("sort of employment"). */
const char *rw_field_what(enum rw_field field);

#endif
