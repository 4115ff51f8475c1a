/*
 * Words of English, German and Spanish among places.
 */
#include "read/placewords.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "read/cities.h"

/* Longer ones first. */
static const struct {
	const char *word;
	enum rw_place_mode mode;
} modes[] = {
	{ "remotely", RW_PLACE_REMOTE },
	{ "remote", RW_PLACE_REMOTE },
	{ "wfh", RW_PLACE_REMOTE },
	{ "work from home", RW_PLACE_REMOTE },
	{ "working from home", RW_PLACE_REMOTE },
	{ "work at home", RW_PLACE_REMOTE },
	{ "home based", RW_PLACE_REMOTE },
	{ "home-based", RW_PLACE_REMOTE },
	{ "homebased", RW_PLACE_REMOTE },
	{ "home working", RW_PLACE_REMOTE },
	{ "home-working", RW_PLACE_REMOTE },
	{ "homeworking", RW_PLACE_REMOTE },
	{ "homeworker", RW_PLACE_REMOTE },
	{ "homeworkers", RW_PLACE_REMOTE },
	{ "home office", RW_PLACE_REMOTE },
	{ "homeoffice", RW_PLACE_REMOTE },
	{ "home-office", RW_PLACE_REMOTE },
	{ "telecommute", RW_PLACE_REMOTE },
	{ "anywhere in the world", RW_PLACE_REMOTE },
	{ "anywhere", RW_PLACE_REMOTE },
	{ "worldwide", RW_PLACE_REMOTE },
	{ "remoto", RW_PLACE_REMOTE },
	{ "remota", RW_PLACE_REMOTE },
	{ "teletrabajo", RW_PLACE_REMOTE },
	{ "trabajo desde casa", RW_PLACE_REMOTE },
	{ "trabajo en casa", RW_PLACE_REMOTE },
	{ "desde casa", RW_PLACE_REMOTE },
	{ "trabajo a distancia", RW_PLACE_REMOTE },
	{ "a distancia", RW_PLACE_REMOTE },
	{ "hybrid", RW_PLACE_HYBRID },
	{ "híbrido", RW_PLACE_HYBRID },
	{ "on-site", RW_PLACE_ON_SITE },
	{ "onsite", RW_PLACE_ON_SITE },
	{ "on site", RW_PLACE_ON_SITE },
	{ "in-office", RW_PLACE_ON_SITE },
	{ "vor ort", RW_PLACE_ON_SITE },
	{ "presencial", RW_PLACE_ON_SITE },
};

static const char *const beside_modes[] = {
	"100",	"full",	 "fully", "voll",   "per week", "pro woche",
	"week", "woche", "en",	  "within", "only",	"based",
	"from", "in",	 "nur",	  "aus",    "solo",	"desde",
};

/* clang-format off */
/* Parts of the world. */
static const char *const areas[] = {
	"africa", "afrika", "áfrica", "america", "américa", "amerika",
	"lateinamerika", "nordamerika", "südamerika", "mittelamerika",
	"north america", "south america", "central america", "latin america",
	"américa latina", "southeast asia", "americas", "américas",
	"latinoamérica", "latinoamerica", "África", "Überall",
	"iberoamérica", "norteamérica", "sudamérica", "apac", "asia", "asien",
	"südostasien", "benelux", "bundesweit", "countrywide", "dach",
	"deutschlandweit", "emea", "europa", "europaweit", "europe", "global",
	"european union", "latam", "middle east", "nationwide", "nordics",
	"osteuropa", "oceania", "oceanía", "ozeanien", "westeuropa",
	"nordeuropa", "südeuropa", "mitteleuropa", "scandinavia",
	"schweizweit", "skandinavien", "escandinavia", "toda españa",
	"weltweit", "österreichweit", "Österreichweit", "european",
	"naher osten", "oriente medio", "überall", "irgendwo", "mundial",
	"todo el mundo",
	/* Of a country. */
	"midlands", "east midlands", "south east", "southeast", "south west",
	"southwest", "north east", "northeast", "north west", "northwest",
	"south-east", "south-west", "north-east", "north-west",
	"east of england", "east anglia", "home counties", "thames valley",
	"yorkshire and the humber", "south of england", "north of england",
	"república mexicana", "republica mexicana", "todo el país",
	"todo el pais", "a nivel nacional", "ámbito nacional",
	"Ámbito nacional", "ambito nacional", "nacional", "toda la república",
};

/* The same, and the time of some; too short to be looked for in names. */
static const char *const short_areas[] = {
	"eu", "ue", "mena", "anz", "cis", "pst", "est", "cst", "mst", "cet",
	"cest", "gmt", "utc", "et", "pt",
};

/* No city has such a word in its name, though one may be called Solo. */
static const char *const vague[] = {
	"only", "multiple", "several", "various", "hq", "headquarter",
	"headquarters", "headquartered", "anywhere", "worldwide", "location",
	"locations", "office", "offices", "nur", "mehrere", "verschiedene",
	"diverse", "hauptsitz", "firmensitz", "zentrale", "hauptverwaltung",
	"standort", "standorte", "büro", "beliebig", "ausschließlich",
	"sólo", "solo", "solamente", "únicamente", "Únicamente", "múltiples",
	"multiples", "varias", "varios", "diversas", "sede", "oficina",
	"oficinas", "ubicaciones", "cualquier", "cualquiera", "raum",
	"großraum", "grossraum", "umkreis", "umgebung", "metropolregion",
	"landkreis", "area", "área", "metro", "alrededores", "wide",
	"field based", "field-based", "zona", "zonas", "peripatetic",
};
/* clang-format on */

/* clang-format off */
static const char *const nothing[] = {
	"n/a", "na", "n.n.", "none", "null", "nil", "tbd", "tba", "unknown",
	"unbekannt", "various", "various locations", "multiple locations",
	"several locations", "verschiedene Standorte", "mehrere Standorte",
	"diverse", "nach Vereinbarung", "flexibel", "flexible", "varios",
	"varias ciudades", "a convenir", "desconocido", "keine Angabe",
	"k.A.", "home", "casa",
};
/* clang-format on */

/* With a word for remote work they mean that it is so in part. */
static const char *const in_part[] = { "möglich",      "moeglich", "possible",
				       "teilweise",    "partly",   "partially",
				       "optional",     "tage",	   "tag",
				       "days",	       "day",	   "parcial",
				       "parcialmente", "días",	   "posible",
				       "anteilig" };

static const char *const joints[] = { "and", "or", "und", "oder",
				      "bzw", "y",  "o" };

/* What stands behind a joint; the Oder in "Frankfurt (Oder)" is a river. */
#define JOINT_ENDS " .\1"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool begins_word(const char *text, const char *at)
{
	return at == text || !isalpha((unsigned char)at[-1]);
}

/* Whether the word that begins at 'at' is 'word', in any case of letters. */
static bool is_word(const char *at, const char *word)
{
	size_t len;

	/* Most words differ in more than the bit of the case at once. */
	if (((*at ^ *word) & ~0x20) != 0)
		return false;
	len = strlen(word);
	return strncasecmp(at, word, len) == 0 &&
	       !isalpha((unsigned char)at[len]);
}

/* Where 'word' stands in 'text', in any case of letters; or NULL. */
static const char *find_word(const char *text, const char *word)
{
	for (const char *at = text; *at != '\0'; at++)
		if (begins_word(text, at) && is_word(at, word))
			return at;
	return NULL;
}

static bool has_word(const char *text, const char *const words[], size_t count)
{
	for (const char *at = text; *at != '\0'; at++)
		for (size_t i = 0; begins_word(text, at) && i < count; i++)
			if (is_word(at, words[i]))
				return true;
	return false;
}

static bool is_one_of(const char *text, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcasecmp(words[i], text) == 0)
			return true;
	return false;
}

static void blank(char *text, const char *word)
{
	size_t len = strlen(word);

	for (char *at = text; *at != '\0'; at++)
		if (begins_word(text, at) && is_word(at, word)) {
			memset(at, RW_PLACE_GAP, len);
			at += len - 1;
		}
}

/* "2" of "2 Tage" */
static void blank_numbers(char *text)
{
	for (; *text != '\0'; text++)
		if (isdigit((unsigned char)*text))
			*text = ' ';
}

/* Not those of "Halle (Saale)". */
static void blank_brackets(char *text)
{
	const char *before = text, *end = NULL; /* of brackets that stay */

	for (char *at = text; *at != '\0'; at++) {
		bool stays = at == end || (*at == '(' && before > text &&
					   before[-1] != RW_PLACE_GAP &&
					   at[strcspn(at, ")\1")] == ')');

		if (!strchr(" -:\t", *at))
			before = at + 1;
		if (stays && *at == '(')
			end = strchr(at, ')');
		else if (!stays && strchr("()[]%", *at))
			*at = RW_PLACE_GAP;
	}
}

unsigned rw_place_modes(const char *text)
{
	unsigned found = 0;

	for (size_t i = 0; i < COUNT(modes); i++)
		if (find_word(text, modes[i].word) != NULL)
			found |= modes[i].mode;
	return found;
}

unsigned rw_place_take_modes(char *text)
{
	unsigned found = rw_place_modes(text);

	if (found == 0)
		return 0;
	for (size_t i = 0; i < COUNT(modes); i++)
		blank(text, modes[i].word);
	for (size_t i = 0; i < COUNT(beside_modes); i++)
		blank(text, beside_modes[i]);
	for (size_t i = 0; i < COUNT(in_part); i++)
		if (find_word(text, in_part[i]) != NULL) {
			blank(text, in_part[i]);
			found = RW_PLACE_HYBRID;
			blank_numbers(text);
		}
	blank_brackets(text);
	return found;
}

/* "Portland, OR Remote": the letters of Oregon. */
static bool is_oregon(const char *text, const char *at)
{
	return strspn(text, " \1") == (size_t)(at - text) &&
	       strncmp(at, "OR", 2) == 0;
}

const char *rw_place_joint(const char *text, size_t *len)
{
	for (const char *at = text; *at != '\0'; at++)
		for (size_t i = 0; i < COUNT(joints); i++) {
			*len = strlen(joints[i]);
			if (!begins_word(text, at) || !is_word(at, joints[i]) ||
			    !strchr(JOINT_ENDS, at[*len]) ||
			    is_oregon(text, at))
				continue;
			/* "Rothenburg o.d.T.": ob der Tauber */
			if (*len == 1 && at[*len] == '.')
				continue;
			/* "O Grove" is a name. */
			if (at == text ? *len > 1
				       : strchr(" \1", at[-1]) != NULL)
				return at;
		}
	return NULL;
}

bool rw_place_is_area(const char *text)
{
	return is_one_of(text, areas, COUNT(areas)) ||
	       is_one_of(text, short_areas, COUNT(short_areas));
}

bool rw_place_is_vague(const char *text)
{
	if (strchr(text, ' ') == NULL && strcasecmp(text, "solo") == 0)
		return false;
	if (strncasecmp(text, "county ", 7) == 0 ||
	    strncasecmp(text, "provincia de ", 13) == 0)
		return true;
	return has_word(text, areas, COUNT(areas)) ||
	       has_word(text, vague, COUNT(vague));
}

bool rw_place_is_nothing(const char *text)
{
	bool letter = false;

	for (const char *at = text; *at != '\0'; at++)
		letter = letter || isalpha((unsigned char)*at) ||
			 (unsigned char)*at >= 0x80;
	return !letter || is_one_of(text, nothing, COUNT(nothing)) ||
	       strstr(text, "://") || strncasecmp(text, "www.", 4) == 0 ||
	       strpbrk(text, "<>@{}");
}

/* "Frankfurt/Main", "Ludwigshafen/Rh." */
static bool has_river(const char *slash)
{
	static const char *const rivers[] = {
		"Main",	 "M.",	    "Oder",  "O.",     "Saale",	 "Rhein",
		"Rh.",	 "Donau",   "Inn",   "Neckar", "Tauber", "Ruhr",
		"Weser", "Aller",   "Elbe",  "Lahn",   "Mosel",	 "Isar",
		"Spree", "Fulda",   "Mulde", "Havel",  "Ilm",	 "Nahe",
		"Steyr", "Mürz",    "Enns",  "Leitha", "Sieg",	 "Brenz",
		"Aisch", "Altmühl",
	};

	return is_one_of(slash + 1 + strspn(slash + 1, " "), rivers,
			 COUNT(rivers));
}

bool rw_place_joins(const char *text)
{
	size_t len;
	const char *sign = strpbrk(text, "/&+");

	if (sign != NULL && *sign == '/' && rw_city_is_double(text, sign))
		sign = strpbrk(sign + 1, "/&+");

	/* "OR" alone is Oregon. */
	return (sign != NULL && (*sign != '/' || !has_river(sign))) ||
	       (rw_place_joint(text, &len) && text[len] != '\0');
}

bool rw_place_is_short(const char *text)
{
	size_t len = strlen(text);

	return len > 1 && text[len - 1] == '.' && strpbrk(text, " /") == NULL;
}

bool rw_place_is_postcode(const char *text)
{
	size_t len = 0;

	while (isupper((unsigned char)text[len]))
		len++;
	if (len < 1 || len > 2 || !isdigit((unsigned char)text[len]))
		return false;
	text += len + 1;
	if (isupper((unsigned char)*text) ||
	    (isdigit((unsigned char)*text) && !isupper((unsigned char)text[1])))
		text++;
	text += *text == ' ';
	return isdigit((unsigned char)text[0]) &&
	       isupper((unsigned char)text[1]) &&
	       isupper((unsigned char)text[2]) && text[3] == '\0';
}

const char *rw_place_find_postcode(const char *text)
{
	for (const char *at = strchr(text, ' '); at; at = strchr(at + 1, ' '))
		if (at > text && rw_place_is_postcode(at + 1))
			return at + 1;
	return NULL;
}

const char *rw_place_dublin(struct rw_arena *arena, const char *text)
{
	size_t digits;
	const char *end;

	if (strncasecmp(text, "Dublin ", 7) != 0)
		return NULL;
	text += 7;
	digits = strspn(text, "0123456789");
	end = text + digits;
	if (digits < 1 || digits > 2 || *text == '0' ||
	    (*end != '\0' && strcasecmp(text, "6W") != 0))
		return NULL;
	return rw_arena_printf(arena, "D%s%s",
			       digits == 1 && *end == '\0' ? "0" : "", text);
}
