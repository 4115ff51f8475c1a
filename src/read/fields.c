/*
 * Names, places and usual values of the fields.
 */
#include "read/fields.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "read/amount.h"

#define VALUE_BYTES 48

static const struct {
	const char *name;
	const char *element;
	const char *attribute;
} fields[] = {
#define FIELD(constant, name, element, attribute) { name, element, attribute },
	RW_FIELD_TABLE(FIELD)
#undef FIELD
};

const char *rw_field_name(enum rw_field field)
{
	return fields[field].name;
}

const char *rw_field_element(enum rw_field field)
{
	return fields[field].element;
}

const char *rw_field_attribute(enum rw_field field)
{
	return fields[field].attribute;
}

enum rw_field rw_field_find(const char *name)
{
	int field = 0;

	while (field < RW_FIELDS && strcmp(fields[field].name, name) != 0)
		field++;
	return (enum rw_field)field;
}

struct synonym {
	const char *said;
	const char *meant;
};

static const struct synonym employments[] = {
	{ "full-time", "full-time" },
	{ "fulltime", "full-time" },
	{ "ft", "full-time" },
	{ "f", "full-time" },
	{ "vollzeit", "full-time" },
	{ "jornada-completa", "full-time" },
	{ "part-time", "part-time" },
	{ "parttime", "part-time" },
	{ "pt", "part-time" },
	{ "p", "part-time" },
	{ "teilzeit", "part-time" },
	{ "media-jornada", "part-time" },
	{ "jornada-parcial", "part-time" },
	{ "minijob", "part-time" },
	{ "mini-job", "part-time" },
	{ "geringfügig", "part-time" },
	{ "geringfügige-beschäftigung", "part-time" },
	{ "werkstudent", "part-time" },
	{ "werkstudentin", "part-time" },
	{ "permanent", "permanent" },
	{ "regular", "permanent" },
	{ "unbefristet", "permanent" },
	{ "festanstellung", "permanent" },
	{ "indefinido", "permanent" },
	{ "contract", "contract" },
	{ "contractor", "contract" },
	{ "freelance", "contract" },
	{ "temporary", "temporary" },
	{ "temp", "temporary" },
	{ "befristet", "temporary" },
	{ "fixed-term", "temporary" },
	{ "temporary-fixed-term", "temporary" },
	{ "internship", "internship" },
	{ "intern", "internship" },
	{ "praktikum", "internship" },
	{ "apprenticeship", "apprenticeship" },
	{ "apprentice", "apprenticeship" },
	{ "ausbildung", "apprenticeship" },
	{ "volunteer", "volunteer" },
	{ "per-diem", "per-diem" },
	{ "seasonal", "seasonal" },
	{ "saison", "seasonal" },
	{ "saisonarbeit", "seasonal" },
	{ "other", "other" },
	{ NULL, NULL },
};

static const struct synonym workplaces[] = {
	{ "on-site", "on-site" },
	{ "onsite", "on-site" },
	{ "in-office", "on-site" },
	{ "office", "on-site" },
	{ "in-person", "on-site" },
	{ "vor-ort", "on-site" },
	{ "presencial", "on-site" },
	{ "präsenz", "on-site" },
	{ "hybrid", "hybrid" },
	{ "hybrido", "hybrid" },
	{ "híbrido", "hybrid" },
	{ "flexible", "hybrid" },
	{ "teilweise-homeoffice", "hybrid" },
	{ "teilweise-home-office", "hybrid" },
	{ "1-tag-homeoffice", "hybrid" },
	{ "2-tage-homeoffice", "hybrid" },
	{ "3-tage-homeoffice", "hybrid" },
	{ "remote", "remote" },
	{ "fully-remote", "remote" },
	{ "wfh", "remote" },
	{ "telecommute", "remote" },
	{ "work-from-home", "remote" },
	{ "home-office", "remote" },
	{ "homeoffice", "remote" },
	{ "remoto", "remote" },
	{ "teletrabajo", "remote" },
	{ "100-remote", "remote" },
	{ "100-homeoffice", "remote" },
	{ NULL, NULL },
};

static const struct synonym seniorities[] = {
	{ "entry", "entry" },
	{ "entry-level", "entry" },
	{ "junior", "entry" },
	{ "associate", "entry" },
	{ "graduate", "entry" },
	{ "mid", "mid" },
	{ "mid-level", "mid" },
	{ "intermediate", "mid" },
	{ "mid-senior-level", "senior" },
	{ "senior", "senior" },
	{ "senior-level", "senior" },
	{ "manager", "manager" },
	{ "director", "director" },
	{ "executive", "executive" },
	{ "internship", "internship" },
	{ "intern", "internship" },
	{ NULL, NULL },
};

static const struct synonym truths[] = {
	{ "yes", "yes" },  { "y", "yes" },     { "true", "yes" },
	{ "1", "yes" },	   { "ja", "yes" },    { "si", "yes" },
	{ "x", "yes" },	   { "no", "no" },     { "n", "no" },
	{ "false", "no" }, { "0", "no" },      { "nein", "no" },
	{ "sí", "yes" },   { "s", "yes" },     { "j", "yes" },
	{ "wahr", "yes" }, { "falsch", "no" }, { NULL, NULL },
};

static const struct synonym audiences[] = {
	{ "public", "public" },
	{ "external", "public" },
	{ "internal", "internal" },
	{ NULL, NULL },
};

static const struct {
	enum rw_field field;
	const struct synonym *synonyms;
	const char *what;
} vocabularies[] = {
	{ RW_FIELD_EMPLOYMENT, employments, "sort of employment" },
	{ RW_FIELD_WORKPLACE, workplaces, "workplace" },
	{ RW_FIELD_SENIORITY, seniorities, "level of seniority" },
	{ RW_FIELD_ONGOING, truths, "'yes' or 'no'" },
	{ RW_FIELD_CONFIDENTIAL, truths, "'yes' or 'no'" },
	{ RW_FIELD_AUDIENCE, audiences, "audience" },
	{ RW_FIELD_PERIOD, NULL, "period of pay" },
};
#define VOCABULARIES (sizeof(vocabularies) / sizeof(vocabularies[0]))

/* Lower case, one '-' for each run of other characters; false if too long. */
static int simplify(const char *text, char out[VALUE_BYTES])
{
	size_t len = 0;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (len + 1 >= VALUE_BYTES)
			return 0;
		if (isalnum(c) || c >= 0x80)
			out[len++] = (char)tolower(c);
		else if (len > 0 && out[len - 1] != '-')
			out[len++] = '-';
	}
	while (len > 0 && out[len - 1] == '-')
		len--;
	out[len] = '\0';
	return 1;
}

static const char *meant(const struct synonym *list, const char *text)
{
	char simple[VALUE_BYTES];

	if (!simplify(text, simple))
		return NULL;
	while (list->said != NULL && strcmp(list->said, simple) != 0)
		list++;
	return list->meant;
}

const char *rw_field_value(enum rw_field field, const char *text)
{
	if (field == RW_FIELD_PERIOD)
		return rw_amount_period(text);
	for (size_t i = 0; i < VOCABULARIES; i++)
		if (vocabularies[i].field == field)
			return meant(vocabularies[i].synonyms, text);
	return NULL;
}

const char *rw_field_part(struct rw_arena *arena, enum rw_field field,
			  const char **text)
{
	const char *at = *text;
	size_t len;

	while (at && *at) {
		len = field == RW_FIELD_EMPLOYMENT ? strcspn(at, ",;|/\n")
						   : strlen(at);
		*text = at + len + (at[len] != '\0');
		while (len > 0 && isspace((unsigned char)*at)) {
			at++;
			len--;
		}
		while (len > 0 && isspace((unsigned char)at[len - 1]))
			len--;
		if (len > 0)
			return rw_arena_strndup(arena, at, len);
		at = *text;
	}
	return NULL;
}

bool rw_field_is_open_start(const char *text)
{
	static const struct synonym starts[] = {
		{ "sofort", "" },
		{ "ab-sofort", "" },
		{ "schnellstmöglich", "" },
		{ "nächstmöglich", "" },
		{ "zum-nächstmöglichen-zeitpunkt", "" },
		{ "nach-vereinbarung", "" },
		{ "asap", "" },
		{ "as-soon-as-possible", "" },
		{ "immediate", "" },
		{ "immediately", "" },
		{ "by-arrangement", "" },
		{ "inmediata", "" },
		{ "inmediato", "" },
		{ "de-inmediato", "" },
		{ "incorporación-inmediata", "" },
		{ "a-convenir", "" },
		{ NULL, NULL },
	};

	return meant(starts, text) != NULL;
}

bool rw_field_is_secrecy(const char *heading)
{
	static const char *const stems[] = { "confidential", "confidencial",
					     "vertraulich",  "anonym",
					     "anonim",	     "anónim",
					     "diskret",	     "geheim" };

	for (; *heading != '\0'; heading++)
		for (size_t i = 0; i < sizeof(stems) / sizeof(stems[0]); i++)
			if (strncasecmp(heading, stems[i], strlen(stems[i])) ==
			    0)
				return true;
	return false;
}

const char *rw_field_what(enum rw_field field)
{
	for (size_t i = 0; i < VOCABULARIES; i++)
		if (vocabularies[i].field == field)
			return vocabularies[i].what;
	return "value";
}

bool rw_field_is_closed(enum rw_field field)
{
	return strcmp(rw_field_what(field), "value") != 0;
}
