/*
 * Names of countries come from ICU, in four languages; other names that people
 * use stand here.
 */
#include "read/gazetteer.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "text/locale.h"

#define NAME_BYTES 128
#define SHORT_FORM 3 /* letters: "UK", "USA" */

static const struct {
	const char *name;
	const char *code;
} aliases[] = {
	{ "usa", "US" },
	{ "u.s.", "US" },
	{ "u.s.a.", "US" },
	{ "united states of america", "US" },
	{ "uk", "GB" },
	{ "u.k.", "GB" },
	{ "great britain", "GB" },
	{ "england", "GB" },
	{ "scotland", "GB" },
	{ "wales", "GB" },
	{ "northern ireland", "GB" },
	{ "hong kong", "HK" },
	{ "macao", "MO" },
	{ "macau", "MO" },
	{ "turkey", "TR" },
	{ "czech republic", "CZ" },
	{ "holland", "NL" },
	{ "korea", "KR" },
	{ "viet nam", "VN" },
	{ "russian federation", "RU" },
	{ "uae", "AE" },
	{ "republic of ireland", "IE" },
	{ "brasil", "BR" },
	{ "méxico", "MX" },
	{ "mexico", "MX" },
	{ "bosnia and herzegovina", "BA" },
	{ "nederland", "NL" },
	{ "belgië", "BE" },
	{ "danmark", "DK" },
	{ "sverige", "SE" },
	{ "norge", "NO" },
	{ "suomi", "FI" },
	{ "polska", "PL" },
	{ "svizzera", "CH" },
	{ "italia", "IT" },
	{ "éire", "IE" },
	{ "eire", "IE" },
	{ "Éire", "IE" },
	{ "magyarország", "HU" },
	{ "românia", "RO" },
	{ "hrvatska", "HR" },
	{ "slovenija", "SI" },
	{ "slovensko", "SK" },
	{ "lietuva", "LT" },
	{ "latvija", "LV" },
	{ "eesti", "EE" },
	{ "gran bretaña", "GB" },
	{ "inglaterra", "GB" },
	{ "escocia", "GB" },
	{ "schottland", "GB" },
	{ "gales", "GB" },
	{ "irlanda del norte", "GB" },
	{ "nordirland", "GB" },
	{ "gbr", "GB" },
	{ "estados unidos mexicanos", "MX" },
	{ "trinidad and tobago", "TT" },
};

/* The Canary Islands and others that ICU, but not ISO 3166-1, has codes for. */
static const char no_countries[] = "IC EA AC CP CQ DG TA";

struct rw_gazetteer {
	struct rw_map *countries; /* lower-case name or code -> code */
};

/* Lower case, as far as ASCII goes, without blanks at the ends. */
static bool lower(const char *text, char *out)
{
	size_t len = 0;

	text += strspn(text, " \t.");
	for (; *text != '\0'; text++) {
		if (len + 1 >= NAME_BYTES)
			return false;
		out[len++] = (char)tolower((unsigned char)*text);
	}
	while (len > 0 && isspace((unsigned char)out[len - 1]))
		len--;
	out[len] = '\0';
	return len > 0;
}

static void note(struct rw_gazetteer *g, const char *name, const char *code)
{
	char key[NAME_BYTES];

	if (lower(name, key) && rw_map_get(g->countries, key) == NULL)
		rw_map_put(g->countries, key, (void *)code);
}

static void release(void *object)
{
	struct rw_gazetteer *g = object;

	rw_map_free(g->countries);
}

struct rw_gazetteer *rw_gazetteer_new(struct rw_arena *arena)
{
	static const char *const languages[] = { "en", "de", "es", "fr" };
	struct rw_gazetteer *g = rw_arena_zalloc(arena, sizeof(*g));

	g->countries = rw_map_new();
	rw_arena_defer(arena, release, g);
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		note(g, aliases[i].name, aliases[i].code);
	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
		struct rw_locale *locale = rw_locale_new(arena, languages[i]);
		char code[3] = "AA";

		for (int k = 0; k < 26 * 26; k++) {
			code[0] = (char)('A' + k / 26);
			code[1] = (char)('A' + k % 26);
			if (!rw_locale_is_country(code) ||
			    strstr(no_countries, code))
				continue;
			note(g, rw_locale_country(locale, arena, code),
			     rw_arena_strdup(arena, code));
			note(g, code, rw_arena_strdup(arena, code));
		}
	}
	return g;
}

const char *rw_gazetteer_country(const struct rw_gazetteer *g, const char *text)
{
	char key[NAME_BYTES];

	if (!lower(text, key))
		return NULL;
	text = strncmp(key, "the ", 4) == 0 ? key + 4 : key;
	return rw_map_get(g->countries, text);
}

/* Up to 'end', without brackets around it. */
static bool copy_words(const char *text, const char *end, char *out)
{
	while (text < end && strchr("( ", *text))
		text++;
	while (end > text && strchr(") ", end[-1]))
		end--;
	if (end == text || end - text >= NAME_BYTES)
		return false;
	memcpy(out, text, (size_t)(end - text));
	out[end - text] = '\0';
	return true;
}

/* Two letters are a word of a name ("La Paz") unless they are capitals. */
static const char *in_words(const struct rw_gazetteer *g, const char *text,
			    const char *end)
{
	char words[NAME_BYTES];

	if (!copy_words(text, end, words))
		return NULL;
	if (strlen(words) == 2 && (!isupper((unsigned char)words[0]) ||
				   !isupper((unsigned char)words[1])))
		return NULL;
	return rw_gazetteer_country(g, words);
}

static bool has_small_letters(const char *text)
{
	while (*text != '\0' && !islower((unsigned char)*text))
		text++;
	return *text != '\0';
}

static bool is(const char *code, const char *country)
{
	return country != NULL && strcmp(code, country) == 0;
}

/* "Ciudad de" México is a city. */
static bool ends_in_of(const char *name, const char *end)
{
	static const char *const of[] = { " de", " del", " of", " von" };

	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++) {
		size_t len = strlen(of[i]);

		if ((size_t)(end - name) > len &&
		    strncasecmp(end - len, of[i], len) == 0)
			return true;
	}
	return false;
}

static bool ends_in_country(const struct rw_gazetteer *g, const char *name,
			    const char *at, const char *country)
{
	const char *found = in_words(g, at + 1, name + strlen(name));

	if (found == NULL || (*at == '-' && strlen(at + 1) > SHORT_FORM))
		return false;
	return !(is(found, country) && ends_in_of(name, at));
}

static bool is_capitals(const char *text, const char *end)
{
	while (text < end && isupper((unsigned char)*text))
		text++;
	return text == end;
}

/* "Panama City" is one in Panama, "US - East" and "LA CROSSE" are none. */
static bool begins_with_country(const struct rw_gazetteer *g, const char *name,
				const char *at, const char *country)
{
	const char *found = *at == '-' && at - name > SHORT_FORM
				    ? NULL
				    : in_words(g, name, at);

	/* "GB-London" */
	if (found != NULL && *at == '-')
		return is_capitals(name, at);
	if (found == NULL || (at - name == 2 && !has_small_letters(at)))
		return false;
	return !(is(found, country) && at - name > SHORT_FORM &&
		 isalpha((unsigned char)at[1]));
}

bool rw_gazetteer_in_name(const struct rw_gazetteer *g, const char *name,
			  const char *country)
{
	for (const char *at = name; *at != '\0'; at++)
		if (at != name && strchr(" (-", *at) && at[1] != '\0' &&
		    (ends_in_country(g, name, at, country) ||
		     begins_with_country(g, name, at, country)))
			return true;
	return false;
}
