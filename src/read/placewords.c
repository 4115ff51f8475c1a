/*
 * Words of English, German and Spanish among places.
 */
#include "read/placewords.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Longer ones first. */
static const struct {
	const char *word;
	enum rw_place_mode mode;
} modes[] = {
	{ "remotely", RW_PLACE_REMOTE },
	{ "remote", RW_PLACE_REMOTE },
	{ "wfh", RW_PLACE_REMOTE },
	{ "work from home", RW_PLACE_REMOTE },
	{ "home office", RW_PLACE_REMOTE },
	{ "homeoffice", RW_PLACE_REMOTE },
	{ "home-office", RW_PLACE_REMOTE },
	{ "telecommute", RW_PLACE_REMOTE },
	{ "anywhere in the world", RW_PLACE_REMOTE },
	{ "anywhere", RW_PLACE_REMOTE },
	{ "worldwide", RW_PLACE_REMOTE },
	{ "remoto", RW_PLACE_REMOTE },
	{ "teletrabajo", RW_PLACE_REMOTE },
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
	"from", "in",	 "or",	  "and",    "oder",	"und",
	"nur",	"aus",	 "solo",  "desde"
};

/* clang-format off */
/* Parts of the world, and the time of some. */
static const char *const areas[] = {
	"africa", "afrika", "americas", "apac", "asia", "asien", "benelux",
	"bundesweit", "countrywide", "dach", "deutschlandweit", "emea",
	"eu", "europa", "europaweit", "europe", "european union", "global",
	"latam", "lateinamerika", "latin america", "middle east",
	"nationwide", "nordamerika", "nordics", "north america", "oceania",
	"scandinavia", "schweizweit", "skandinavien", "south america",
	"southeast asia", "toda españa", "weltweit", "österreichweit",
	"pst", "est", "cst", "mst", "cet", "cest", "gmt", "utc", "et", "pt",
};
/* clang-format on */

/* clang-format off */
static const char *const nothing[] = {
	"n/a", "na", "n.n.", "none", "null", "nil", "tbd", "tba", "unknown",
	"unbekannt", "various", "various locations", "multiple locations",
	"several locations", "verschiedene Standorte", "mehrere Standorte",
	"diverse", "nach Vereinbarung", "flexibel", "flexible", "varios",
	"varias ciudades", "a convenir", "desconocido", "keine Angabe",
	"k.A.",
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

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Where 'word' stands in 'text', in any case of letters; or NULL. */
static const char *find_word(const char *text, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = text; *at != '\0'; at++)
		if (strncasecmp(at, word, len) == 0 &&
		    !isalpha((unsigned char)at[len]) &&
		    (at == text || !isalpha((unsigned char)at[-1])))
			return at;
	return NULL;
}

static void blank(char *text, const char *word)
{
	const char *at;

	while ((at = find_word(text, word)) != NULL)
		memset(text + (at - text), ' ', strlen(word));
}

/* "2" of "2 Tage" */
static void blank_numbers(char *text)
{
	for (; *text != '\0'; text++)
		if (isdigit((unsigned char)*text))
			*text = ' ';
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
	for (char *at = text; (at = strpbrk(at, "()[]%")) != NULL;)
		*at = ' ';
	return found;
}

bool rw_place_is_area(const char *text)
{
	size_t i = 0;

	while (i < COUNT(areas) && strcasecmp(areas[i], text) != 0)
		i++;
	return i < COUNT(areas);
}

bool rw_place_is_nothing(const char *text)
{
	bool letter = false;
	size_t i = 0;

	for (const char *at = text; *at != '\0'; at++)
		letter = letter || isalpha((unsigned char)*at) ||
			 (unsigned char)*at >= 0x80;
	while (i < COUNT(nothing) && strcasecmp(nothing[i], text) != 0)
		i++;
	return !letter || i < COUNT(nothing) || strstr(text, "://") ||
	       strncasecmp(text, "www.", 4) == 0 || strpbrk(text, "<>@{}");
}

bool rw_place_joins(const char *text)
{
	if (strpbrk(text, "/&+") != NULL)
		return true;
	for (size_t i = 0; i < COUNT(joints); i++) {
		const char *at = find_word(text, joints[i]);

		/* The Oder in Frankfurt (Oder) is a river. */
		if (at != NULL && at != text && at[-1] == ' ' &&
		    strchr(" .", at[strlen(joints[i])]))
			return true;
	}
	return false;
}
