/*
 * Making new files.
 */
#include "cli/scaffold.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/date.h"
#include "base/file.h"
#include "publish/canonical.h"
#include "text/locale.h"

#define ID_SIZE 80     /* bytes of an id, as in the schema */
#define NAME_UNITS 512 /* UTF-16 units of a name that count for its id */

bool rw_id_valid(const char *id)
{
	size_t len = strlen(id);

	return len > 0 && len <= ID_SIZE && id[0] != '-' &&
	       strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

/* The name in ASCII, as far as ICU can; otherwise as it is. */
static char *to_ascii(struct rw_arena *arena, const char *name, bool german)
{
	static const UChar plain[] = u"Any-Latin; Latin-ASCII";
	static const UChar umlauts[] = u"de-ASCII; Any-Latin; Latin-ASCII";
	UErrorCode status = U_ZERO_ERROR;
	UChar text[NAME_UNITS];
	char ascii[NAME_UNITS * 3];
	int32_t len = 0, limit;
	UTransliterator *t;

	u_strFromUTF8(text, NAME_UNITS, &len, name, -1, &status);
	t = utrans_openU(german ? umlauts : plain, -1, UTRANS_FORWARD, NULL, 0,
			 NULL, &status);
	limit = len;
	if (U_SUCCESS(status))
		utrans_transUChars(t, text, &len, NAME_UNITS, 0, &limit,
				   &status);
	if (U_SUCCESS(status))
		u_strToUTF8(ascii, (int32_t)sizeof(ascii), NULL, text, len,
			    &status);
	utrans_close(t);
	return rw_arena_strdup(arena, U_SUCCESS(status) ? ascii : name);
}

char *rw_id_from_name(struct rw_arena *arena, const char *name, bool german)
{
	const char *p = to_ascii(arena, name, german);
	char *id = rw_arena_zalloc(arena, ID_SIZE + 1);
	size_t len = 0;

	for (; *p != '\0' && len < ID_SIZE; p++) {
		char c = *p;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			id[len++] = c;
		else if (c != '\'' && len > 0 && id[len - 1] != '-')
			id[len++] = '-';
	}
	while (len > 0 && id[len - 1] == '-')
		id[--len] = '\0';
	return id;
}

char *rw_id_title(struct rw_arena *arena, const char *id)
{
	char *title = rw_arena_strdup(arena, id);
	bool begins = true;

	for (char *p = title; *p != '\0'; p++) {
		if (*p == '-')
			*p = ' ';
		else if (begins && *p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
		begins = *p == ' ';
	}
	return title;
}

const char *rw_country_find(struct rw_arena *arena, const char *text,
			    const char *lang)
{
	const char *const *codes = uloc_getISOCountries();
	struct rw_locale *english = rw_locale_new(arena, "en");
	struct rw_locale *other = rw_locale_new(arena, lang);

	if (strcmp(text, "UK") == 0)
		return "GB";
	for (; *codes != NULL; codes++) {
		const char *names[] = {
			*codes,
			rw_locale_country(english, arena, *codes),
			rw_locale_country(other, arena, *codes),
		};

		for (size_t i = 0; i < 3; i++) {
			const char *a = rw_id_from_name(arena, names[i], false);
			const char *b = rw_id_from_name(arena, text, false);

			if (b[0] != '\0' && strcmp(a, b) == 0)
				return *codes;
		}
	}
	return NULL;
}

void rw_scaffold_escape(struct rw_buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&')
			rw_buf_puts(out, "&amp;");
		else if (*text == '<')
			rw_buf_puts(out, "&lt;");
		else if (*text == '>')
			rw_buf_puts(out, "&gt;");
		else if (*text == '"')
			rw_buf_puts(out, "&quot;");
		else
			rw_buf_putc(out, *text);
	}
}

void rw_scaffold_fill(struct rw_buf *out, const char *template,
		      const char *const *values)
{
	for (; *template != '\0'; template ++) {
		if (*template != '%') {
			rw_buf_putc(out, *template);
			continue;
		}
		template ++;
		if (*template >= '1' && *template <= '9')
			rw_scaffold_escape(out, values[*template - '1']);
		else
			rw_buf_putc(out, *template);
	}
}

char *rw_scaffold_today(struct rw_cli *cli)
{
	char *text = rw_arena_zalloc(cli->arena, RW_DATE_SIZE);

	rw_date_format(cli->today, text);
	return text;
}

int rw_scaffold_write(struct rw_cli *cli, const char *name,
		      const struct rw_buf *text)
{
	char *path = rw_path_join(cli->arena, cli->folder, name);
	struct rw_buf line = RW_BUF_INIT, out = RW_BUF_INIT;
	size_t len = strlen(name);
	int error;

	if (rw_file_exists(path)) {
		rw_report(cli->diags, RW_FILE_EXISTS, RW_NOWHERE, path, NULL,
			  NULL);
		return -1;
	}
	error = rw_file_make_folder(rw_path_folder(cli->arena, path));
	if (len > 4 && strcmp(name + len - 4, ".xml") == 0)
		rw_canonical_write(text->data, text->len, &out);
	else
		rw_buf_add(&out, text->data, text->len);
	if (error == 0)
		error = rw_file_write(path, out.data, out.len);
	rw_buf_release(&out);
	if (error != 0) {
		rw_report(cli->diags, RW_FILE_WRITE, RW_NOWHERE, path,
			  strerror(error), NULL);
		return -1;
	}
	rw_buf_printf(&line, "%s\n", path);
	error = rw_cli_print(cli, line.data, line.len);
	rw_buf_release(&line);
	return error == RW_EXIT_FINE ? 0 : -1;
}
