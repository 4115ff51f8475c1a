/*
 * Names, places and usual values of the fields.
 */
#include "read/fields.h"

#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
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
	{ "tiempo-completo", "full-time" },
	{ "a-tiempo-completo", "full-time" },
	{ "completa", "full-time" },
	{ "voltijd", "full-time" },
	{ "medio-tiempo", "part-time" },
	{ "tiempo-parcial", "part-time" },
	{ "a-tiempo-parcial", "part-time" },
	{ "parcial", "part-time" },
	{ "deeltijd", "part-time" },
	{ "bijbaan", "part-time" },
	{ "minijob", "part-time" },
	{ "mini-job", "part-time" },
	{ "geringfügig", "part-time" },
	{ "geringfügige-beschäftigung", "part-time" },
	{ "werkstudent", "part-time" },
	{ "werkstudentin", "part-time" },
	{ "permanent", "permanent" },
	{ "full-time-permanent", "full-time permanent" },
	{ "permanent-full-time", "full-time permanent" },
	{ "full-time-temporary", "full-time temporary" },
	{ "temporary-full-time", "full-time temporary" },
	{ "part-time-permanent", "part-time permanent" },
	{ "permanent-part-time", "part-time permanent" },
	{ "part-time-temporary", "part-time temporary" },
	{ "temporary-part-time", "part-time temporary" },
	{ "permanent-contract", "permanent" },
	{ "perm", "permanent" },
	{ "regular", "permanent" },
	{ "unbefristet", "permanent" },
	{ "festanstellung", "permanent" },
	{ "unbefristeter-vertrag", "permanent" },
	{ "indefinido", "permanent" },
	{ "indefinida", "permanent" },
	{ "contrato-indefinido", "permanent" },
	{ "fijo", "permanent" },
	{ "contrato-fijo", "permanent" },
	{ "tiempo-indeterminado", "permanent" },
	{ "vast", "permanent" },
	{ "vast-contract", "permanent" },
	{ "vast-dienstverband", "permanent" },
	{ "vaste-baan", "permanent" },
	{ "contract", "contract" },
	{ "contractor", "contract" },
	{ "freelance", "contract" },
	{ "freelancer", "contract" },
	{ "autónomo", "contract" },
	{ "autónoma", "contract" },
	{ "autonomo", "contract" },
	{ "temporary", "temporary" },
	{ "temp", "temporary" },
	{ "befristet", "temporary" },
	{ "temporary-contract", "temporary" },
	{ "fixed-term", "temporary" },
	{ "fixed-term-contract", "temporary" },
	{ "fixed-term-fixed-term", "temporary" },
	{ "ftc", "temporary" },
	{ "maternity-cover", "temporary" },
	{ "befristeter-vertrag", "temporary" },
	{ "temporal", "temporary" },
	{ "contrato-temporal", "temporary" },
	{ "contrato-de-sustitución", "temporary" },
	{ "obra-y-servicio", "temporary" },
	{ "obra-o-servicio", "temporary" },
	{ "por-obra-determinada", "temporary" },
	{ "tijdelijk", "temporary" },
	{ "tijdelijk-contract", "temporary" },
	{ "temporary-fixed-term", "temporary" },
	{ "internship", "internship" },
	{ "intern", "internship" },
	{ "praktikum", "internship" },
	{ "prácticas", "internship" },
	{ "practicas", "internship" },
	{ "becario", "internship" },
	{ "becaria", "internship" },
	{ "beca", "internship" },
	{ "stage", "internship" },
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
	{ "office-based", "on-site" },
	{ "en-oficina", "on-site" },
	{ "in-person", "on-site" },
	{ "vor-ort", "on-site" },
	{ "presencial", "on-site" },
	{ "präsenz", "on-site" },
	{ "hybrid", "hybrid" },
	{ "hybrido", "hybrid" },
	{ "hibrido", "hybrid" },
	{ "híbrido", "hybrid" },
	{ "modalidad-híbrida", "hybrid" },
	{ "modelo-híbrido", "hybrid" },
	{ "semipresencial", "hybrid" },
	{ "teletrabajo-parcial", "hybrid" },
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
	{ "home-based", "remote" },
	{ "desde-casa", "remote" },
	{ "solo-teletrabajo", "remote" },
	{ "100-remote", "remote" },
	{ "remote-100", "remote" },
	{ "100-remoto", "remote" },
	{ "remoto-100", "remote" },
	{ "100-teletrabajo", "remote" },
	{ "teletrabajo-100", "remote" },
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

/* Values that may mean several, and what to write in their place. */
static const struct synonym doubtful_employments[] = {
	{ "casual", "write temporary, part-time or per-diem, as it is" },
	{ "bank", "write temporary, part-time or per-diem, as it is" },
	{ "zero-hours", "write part-time, temporary or per-diem, as it is" },
	{ "zero-hours-contract",
	  "write part-time, temporary or per-diem, as it is" },
	{ "temp-to-perm", "write temporary or permanent, or both" },
	{ "temporary-to-permanent", "write temporary or permanent, or both" },
	{ "fijo-discontinuo", "write permanent, seasonal, or both" },
	{ "employee", "write permanent or temporary, full-time or part-time" },
	{ "secondment", "write temporary or permanent, as it is" },
	{ "flexible", "write full-time or part-time, or both" },
	{ NULL, NULL },
};

static const struct synonym doubtful_workplaces[] = {
	{ "flexible", "write on-site, hybrid or remote, as it is" },
	{ "no", "write on-site or hybrid, as it is" },
	{ "false", "write on-site or hybrid, as it is" },
	{ "none", "write on-site or hybrid, as it is: Teamtailor's 'none' "
		  "means that no work is remote" },
	{ "temporary", "write on-site, hybrid or remote, as it will be: "
		       "Teamtailor's 'temporary' means that work is remote "
		       "for a while" },
	{ "fully", "write remote: Teamtailor's 'fully' means that" },
	{ "yes", "write remote or hybrid, as it is" },
	{ "true", "write remote or hybrid, as it is" },
	{ "home", "write remote, if nobody has to come" },
	{ "field", "write on-site, if people work at the places of clients" },
	{ "mixto", "write hybrid, if that is meant" },
	{ "mixta", "write hybrid, if that is meant" },
	{ "remote-optional", "write hybrid or remote, as it is" },
	{ "hybrid-remote", "write hybrid or remote, as it is" },
	{ "presencial-teletrabajo", "write hybrid, if that is meant" },
	{ "home-office-parcial", "write hybrid, if that is meant" },
	{ NULL, NULL },
};

/* What stands for pay that nobody tells. */
static const struct synonym silences[] = {
	{ "competitive", "" },
	{ "competitive-salary", "" },
	{ "competitive-pay", "" },
	{ "negotiable", "" },
	{ "salary-negotiable", "" },
	{ "doe", "" },
	{ "depending-on-experience", "" },
	{ "dependent-on-experience", "" },
	{ "tbc", "" },
	{ "tbd", "" },
	{ "to-be-confirmed", "" },
	{ "n-a", "" },
	{ "na", "" },
	{ "not-disclosed", "" },
	{ "undisclosed", "" },
	{ "", "" },
	{ "nach-vereinbarung", "" },
	{ "nach-absprache", "" },
	{ "vb", "" },
	{ "vhb", "" },
	{ "verhandelbar", "" },
	{ "verhandlungsbasis", "" },
	{ "k-a", "" },
	{ "keine-angabe", "" },
	{ "marktgerecht", "" },
	{ "leistungsgerecht", "" },
	{ "attraktiv", "" },
	{ "a-convenir", "" },
	{ "a-negociar", "" },
	{ "negociable", "" },
	{ "según-valía", "" },
	{ "según-experiencia", "" },
	{ "sueldo-según-valía", "" },
	{ "salario-según-valía", "" },
	{ "según-valía-del-candidato", "" },
	{ "salario-competitivo", "" },
	{ "sueldo-competitivo", "" },
	{ "competitivo", "" },
	{ "no-disponible", "" },
	{ "no-especificado", "" },
	{ "marktconform", "" },
	{ "in-overleg", "" },
	{ NULL, NULL },
};

static const struct {
	enum rw_field field;
	const struct synonym *synonyms, *doubts;
	const char *what;
} vocabularies[] = {
	{ RW_FIELD_EMPLOYMENT, employments, doubtful_employments,
	  "sort of employment" },
	{ RW_FIELD_WORKPLACE, workplaces, doubtful_workplaces, "workplace" },
	{ RW_FIELD_SENIORITY, seniorities, NULL, "level of seniority" },
	{ RW_FIELD_ONGOING, truths, NULL, "'yes' or 'no'" },
	{ RW_FIELD_CONFIDENTIAL, truths, NULL, "'yes' or 'no'" },
	{ RW_FIELD_AUDIENCE, audiences, NULL, "audience" },
	{ RW_FIELD_PERIOD, NULL, NULL, "period of pay" },
};
#define VOCABULARIES (sizeof(vocabularies) / sizeof(vocabularies[0]))

/* The byte in lower case, also the second one of "Ä" to "Þ". */
static int lower(const char *out, size_t len, unsigned char c)
{
	bool latin = len > 0 && (unsigned char)out[len - 1] == 0xC3;

	return latin && c >= 0x80 && c <= 0x9E && c != 0x97 ? c + 0x20
							    : tolower(c);
}

/* Lower case, one '-' for each run of other characters; false if too long. */
static int simplify(const char *text, char out[VALUE_BYTES])
{
	size_t len = 0;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (len + 1 >= VALUE_BYTES)
			return 0;
		if (isalnum(c) || c >= 0x80) {
			out[len] = (char)lower(out, len, c);
			len++;
		} else if (len > 0 && out[len - 1] != '-') {
			out[len++] = '-';
		}
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

/* "2-días", "12-months": a number, and words of time and place. */
static bool is_detail(const char *rest)
{
	static const char words[] =
		" day days tag tage tagen día días dia dias dag dagen week "
		"weeks woche wochen semana semanas month months mth mths monat "
		"monate monaten mes meses maanden year years jahr jahre jahren "
		"año años jaar a per pro por auf für for in de the office büro "
		"oficina ";
	char word[VALUE_BYTES + 2];
	bool number = false;

	while (*rest != '\0') {
		size_t len = strcspn(rest, "-");

		snprintf(word, sizeof(word), " %.*s ", (int)len, rest);
		if (len == strspn(rest, "0123456789"))
			number = true;
		else if (strstr(words, word) == NULL)
			return false;
		rest += len + (rest[len] != '\0');
	}
	return number;
}

/*
 * Values that a number of days or months leaves what they are: two days from
 * home make work hybrid, and a full-time job of six months is temporary.
 */
static bool takes_detail(const char *meant)
{
	static const char *const words[] = { "hybrid",	 "temporary",
					     "contract", "internship",
					     "seasonal", "apprenticeship" };
	size_t i = 0, count = sizeof(words) / sizeof(words[0]);

	while (i < count && strcmp(words[i], meant) != 0)
		i++;
	return i < count;
}

const char *rw_field_value_of(enum rw_field field, const char *text)
{
	const struct synonym *list = field == RW_FIELD_EMPLOYMENT  ? employments
				     : field == RW_FIELD_WORKPLACE ? workplaces
								   : NULL;
	char simple[VALUE_BYTES];

	if (list == NULL || !simplify(text, simple))
		return NULL;
	for (; list->said != NULL; list++) {
		size_t len = strlen(list->said);

		if (takes_detail(list->meant) &&
		    strncmp(simple, list->said, len) == 0 &&
		    simple[len] == '-' && is_detail(simple + len + 1))
			return list->meant;
	}
	return NULL;
}

const char *rw_field_doubt(enum rw_field field, const char *text)
{
	for (size_t i = 0; i < VOCABULARIES; i++)
		if (vocabularies[i].field == field && vocabularies[i].doubts)
			return meant(vocabularies[i].doubts, text);
	return NULL;
}

bool rw_field_is_silent(const char *text)
{
	return meant(silences, text) != NULL;
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
