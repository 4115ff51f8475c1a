/*
 * What a confidential posting says of its company, which is to be nothing.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "model/job.h"

/* Fewer letters of a name stand in too many addresses by chance. */
#define FEWEST_LETTERS 5

/* A company as it may be named. */
struct secret {
	struct rw_job *job;
	const char *name;
	const char *stem;    /* without its legal form */
	const char *letters; /* of the stem, in lower case; "": too few */
};

static bool is_legal_form(const char *word)
{
	static const char *const forms[] = {
		"GmbH",	   "mbH",  "gGmbH", "AG",	   "SE",      "KG",
		"KGaA",	   "OHG",  "UG",    "e.V.",	   "eG",      "Co.",
		"Co",	   "&",	   "Ltd",   "Ltd.",	   "Limited", "PLC",
		"LLC",	   "LLP",  "Inc",   "Inc.",	   "Corp",    "Corp.",
		"Company", "S.A.", "SA",    "S.L.",	   "SL",      "SLU",
		"S.L.U.",  "SAS",  "SARL",  "Sàrl",	   "S.r.l.",  "BV",
		"B.V.",	   "NV",   "N.V.",  "Corporation", "Group",   "Gruppe",
	};
	size_t i = 0, count = sizeof(forms) / sizeof(forms[0]);

	while (i < count && strcasecmp(forms[i], word) != 0)
		i++;
	return i < count;
}

/* "Tarn" of "Tarn GmbH & Co. KG", "Tarn, Inc." */
static const char *stem_of(struct rw_arena *arena, const char *name)
{
	char *stem = rw_arena_strdup(arena, name), *last;

	while ((last = strrchr(stem, ' ')) != NULL && last > stem &&
	       is_legal_form(last + 1)) {
		while (last > stem && strchr(" ,", last[-1]))
			last--;
		if (last - stem < FEWEST_LETTERS - 1)
			return rw_arena_strdup(arena, name);
		*last = '\0';
		if (last[-1] == ',')
			last[-1] = '\0';
	}
	return stem;
}

/* Its letters and digits, "ö" as "o", in lower case. */
static const char *letters_of(struct rw_arena *arena, const char *text)
{
	struct rw_buf out = RW_BUF_INIT;
	const char *copy;
	size_t size;

	for (; *text != '\0'; text += size) {
		char c = rw_utf8_plain(
			rw_utf8_decode(text, strnlen(text, 4), &size));

		if (c != '\0')
			rw_buf_putc(&out, c);
	}
	copy = rw_arena_strndup(arena, out.data, out.len);
	rw_buf_release(&out);
	return copy;
}

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Whether 'text' has the name as a word: "ZORK", but "target" is no Target. */
static bool has_name(const char *text, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = text; (at = strchr(at, name[0])); at++)
		if (strncasecmp(at, name, len) == 0 && !is_letter(at[len]) &&
		    (at == text || !is_letter(at[-1])))
			return true;
	return false;
}

static bool has_either(const struct secret *s, const char *text)
{
	return strstr(text, s->name) || has_name(text, s->stem);
}

/* What an element says itself: its text, or the name of an agreement. */
static bool says(const struct secret *s, const struct rw_node *node)
{
	const char *agreement = rw_node_is(node, "agreement")
					? rw_node_attr(node, "name")
					: NULL;
	const struct rw_node *n = rw_node_first(node);

	if (agreement != NULL && has_either(s, agreement))
		return true;
	for (; n != NULL; n = rw_node_next(n))
		if ((rw_node_kind(n) == RW_NODE_TEXT ||
		     rw_node_kind(n) == RW_NODE_CDATA) &&
		    has_either(s, rw_node_content(n)))
			return true;
	return false;
}

static bool is_told(const struct secret *s, const char *text)
{
	return text && s->letters[0] &&
	       strstr(letters_of(s->job->arena, text), s->letters);
}

/* An attribute that readers see, and that names the company; or NULL. */
static const char *telling(const struct secret *s, const struct rw_node *node)
{
	static const char *const names[] = { "url", "email", "href", "street" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is_told(s, rw_node_attr(node, names[i])))
			return names[i];
	return node == s->job->root && is_told(s, rw_node_attr(node, "id"))
		       ? "id"
		       : NULL;
}

static void report(const struct secret *s, struct rw_pos pos)
{
	rw_report(s->job->diags, RW_CONFIDENTIAL_NAME, pos, s->name, NULL,
		  NULL);
	s->job->status = -1;
}

static void check_name(struct rw_job *job, const char *name)
{
	const struct rw_sources *sources = rw_diags_sources(job->diags);
	struct secret s = { job, name, stem_of(job->arena, name), "" };
	const struct rw_node *n = job->root;

	s.letters = letters_of(job->arena, s.stem);
	if (strlen(s.letters) < FEWEST_LETTERS)
		s.letters = "";
	if (is_told(&s, job->options->address))
		report(&s, rw_node_pos(job->root));
	for (; n != NULL; n = rw_node_walk_all(n, job->root)) {
		const char *attribute;

		if (rw_node_kind(n) != RW_NODE_ELEMENT)
			continue;
		attribute = telling(&s, n);
		if (attribute)
			report(&s, rw_node_attr_pos(n, attribute, sources));
		else if (says(&s, n))
			report(&s, rw_node_pos(n));
	}
}

void rw_job_secrecy(struct rw_job *job)
{
	static const char *const names[] = { "name", "legal-name" };

	for (size_t i = 0; i < 2 && job->company != NULL; i++) {
		const struct rw_node *n = rw_node_child(job->company, names[i]);
		const char *name = n ? rw_node_text(job->arena, n) : "";

		if (name[0] != '\0')
			check_name(job, name);
	}
}
