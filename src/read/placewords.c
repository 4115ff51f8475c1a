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

static const char *const beside_modes[] = { "within", "only", "based", "from",
					    "in",     "or",   "and",   "oder",
					    "und",    "nur",  "aus",   "solo",
					    "desde" };

static const char *const areas[] = {
	"africa",
	"afrika",
	"americas",
	"apac",
	"asia",
	"asien",
	"benelux",
	"bundesweit",
	"countrywide",
	"dach",
	"deutschlandweit",
	"emea",
	"eu",
	"europa",
	"europe",
	"european union",
	"europaweit",
	"global",
	"latam",
	"latin america",
	"lateinamerika",
	"middle east",
	"nationwide",
	"nordics",
	"north america",
	"nordamerika",
	"oceania",
	"schweizweit",
	"scandinavia",
	"skandinavien",
	"south america",
	"southeast asia",
	"toda españa",
	"weltweit",
	"österreichweit",
};

static const char *const joints[] = { "and", "or", "und", "oder", "bzw" };

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
	for (char *at = text; (at = strpbrk(at, "()[]")) != NULL;)
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

bool rw_place_joins(const char *text)
{
	for (size_t i = 0; i < COUNT(joints); i++) {
		const char *at = find_word(text, joints[i]);

		/* The Oder in Frankfurt (Oder) is a river. */
		if (at != NULL && at != text && at[-1] == ' ' &&
		    strchr(" .", at[strlen(joints[i])]))
			return true;
	}
	return false;
}
