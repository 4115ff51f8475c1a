/*
 * Headings that people use, and what the first rows hold.
 */
#include "read/guess.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/csv.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "read/amount.h"
#include "read/day.h"
#include "read/fields.h"
#include "read/htmlprose.h"
#include "read/tablemap.h"

#define NAME_BYTES 64
#define SAMPLE_ROWS 500
#define SAMPLE_VALUES 20 /* of a column that are told apart */
#define SHOWN_BYTES 40	 /* of a value in a comment */
#define SHORT_ID 24	 /* with a place behind it, all boards have room */
#define LANGUAGES 3

/*
 * Letters and digits of headings, lower case. The first that fits wins, so
 * narrow ones stand before wide ones.
 */
static const struct {
	enum rw_field field;
	const char *names;
} headings[] = {
	{ RW_FIELD_ID,
	  " jobid id reqid requisitionid referenceid reference ref guid "
	  "externalid postingid jobreference kennziffer referenznr "
	  "referenznummer stellenid stellennr stellennummer anzeigenid "
	  "referencia kennnummer codigodeoferta referenz "
	  "jobrequisitionid nooferta noferta numerodeoferta "
	  "novacante nvacante numerodevacante referencenumber refnumber "
	  "refno vacaturenummer " },
	{ RW_FIELD_ROLE, " role roleid " },
	{ RW_FIELD_TITLE,
	  " title jobtitle businesstitle positiontitle position "
	  "postingtitle stellenbezeichnung stellentitel titel jobtitel "
	  "puesto titulo puestodetrabajo nombredelpuesto cargo "
	  "jobpostingtitle " },
	{ RW_FIELD_LANGUAGE,
	  " language lang locale sprache idioma languagecode taal " },
	{ RW_FIELD_COMPANY,
	  " company companyname employer employername hiringorganization "
	  "organization organisation client unternehmen firma arbeitgeber "
	  "empresa nombredelaempresa hiringcompany kunde " },
	{ RW_FIELD_AGENCY, " agency recruiter recruitingagency " },
	{ RW_FIELD_LOCATION,
	  " location joblocation worklocation locations place arbeitsort "
	  "standort ubicacion einsatzort lugardetrabajo "
	  "locationname primarylocation " },
	{ RW_FIELD_CITY,
	  " city locationcity town ort stadt ciudad localidad poblacion " },
	{ RW_FIELD_REGION,
	  " region state province locationstate locationregion "
	  "stateprovince bundesland provincia kanton comunidadautonoma " },
	{ RW_FIELD_COUNTRY,
	  " country countrycode locationcountry land pais staat " },
	{ RW_FIELD_POSTAL_CODE,
	  " postalcode zip zipcode postcode plz locationpostalcode "
	  "codigopostal cp postleitzahl " },
	{ RW_FIELD_STREET,
	  " street streetaddress address strasse strase direccion calle " },
	{ RW_FIELD_WORKPLACE,
	  " workplace workplacetype workmode remote remotetype worktype "
	  "workarrangement arbeitsmodell arbeitsform homeoffice modalidad "
	  "modalidaddetrabajo teletrabajo remotestatus " },
	{ RW_FIELD_POSTED,
	  " posted postingdate dateposted posteddate publishdate "
	  "publishedat datepublished postedon publicationdate published "
	  "createdat veroffentlicht veroffentlichtam "
	  "veroffentlichungsdatum veroeffentlicht veroeffentlichtam "
	  "veroeffentlichungsdatum fechadepublicacion onlineab publicado "
	  "fechapublicacion firstpublished recruitingstartdate "
	  "jobpostingstartdate postingstartdate " },
	{ RW_FIELD_CLOSES,
	  " closes closingdate postuntil expires expirydate expirationdate "
	  "validthrough deadline dateclosed applicationdeadline enddate "
	  "bewerbungsschluss bewerbungsfrist gultigbis gueltigbis "
	  "ablaufdatum fechalimite onlinebis validohasta cierre "
	  "fechadecierre jobpostingenddate postingenddate " },
	{ RW_FIELD_STARTS,
	  " starts startdate dateofstart eintrittsdatum startdatum "
	  "eintritt eintrittstermin beginn arbeitsbeginn "
	  "fechadeincorporacion fechadeinicio " },
	{ RW_FIELD_EMPLOYMENT,
	  " employment employmenttype jobtype contracttype "
	  "fulltimeparttimeindicator commitment schedule beschaftigungsart "
	  "beschaeftigungsart anstellungsart vertragsart arbeitszeit "
	  "tipodecontrato jornada tipodejornada stellenumfang "
	  "timetype workersubtype contrato " },
	{ RW_FIELD_PAY_MIN,
	  " paymin salarymin minsalary salaryfrom salaryrangefrom "
	  "salaryminimum minimumsalary compensationmin gehaltvon "
	  "salariominimo compensationrangemin "
	  "compensationrangeminimum " },
	{ RW_FIELD_PAY_MAX,
	  " paymax salarymax maxsalary salaryto salaryrangeto "
	  "salarymaximum maximumsalary compensationmax gehaltbis "
	  "salariomaximo compensationrangemax "
	  "compensationrangemaximum " },
	{ RW_FIELD_CURRENCY,
	  " currency salarycurrency paycurrency currencycode wahrung "
	  "waehrung moneda divisa " },
	{ RW_FIELD_PERIOD,
	  " period salaryfrequency payperiod salaryperiod salaryunit "
	  "payfrequency salaryinterval gehaltsperiode periodo "
	  "salarytimeunit " },
	{ RW_FIELD_PAY,
	  " pay salary salaryrange compensation salarytag "
	  "salarycompensation payrange gehalt gehaltsspanne jahresgehalt "
	  "vergutung verguetung salario verdienst lohn sueldo "
	  "rangosalarial " },
	{ RW_FIELD_RESPONSIBILITIES,
	  " responsibilities duties tasks keyresponsibilities aufgaben "
	  "responsabilidades ihreaufgaben deineaufgaben funciones queharas " },
	{ RW_FIELD_PREFERRED,
	  " preferred preferredqualifications preferredskills nicetohave "
	  "desiredskillsqualifications desiredskills sevalora " },
	{ RW_FIELD_REQUIREMENTS,
	  " requirements minimumqualifications qualifications "
	  "requiredskillsqualifications minimumqualrequirements "
	  "requiredskills anforderungen requisitos profil ihrprofil "
	  "deinprofil qualifikationen quebuscamos " },
	{ RW_FIELD_BENEFITS,
	  " benefits perks weoffer leistungen wirbieten dasbietenwir "
	  "beneficios ofrecemos queofrecemos seofrece " },
	{ RW_FIELD_DESCRIPTION,
	  " description jobdescription descriptionhtml descriptionmd body "
	  "content details jobdetails text stellenbeschreibung "
	  "beschreibung descripcion anzeigentext descripciondelpuesto "
	  "descripciondelaoferta " },
	{ RW_FIELD_APPLY_URL,
	  " applyurl applicationurl applylink applyat applicationlink "
	  "bewerbungslink bewerbungsurl bewerbenurl bewerbenunter "
	  "urldesolicitud externalapplyurl enlacedeinscripcion "
	  "urldeinscripcion " },
	{ RW_FIELD_URL,
	  " url joburl link joblink absoluteurl linkzuranzeige enlace "
	  "enlacedelaoferta urldelaoferta postingurl careersitejoburl " },
	{ RW_FIELD_APPLY_EMAIL,
	  " applyemail email contactemail applicationemail mail "
	  "bewerbungsmail bewerbungsemail kontaktmail bewerbungsadresse "
	  "correoelectronico correo correodecontacto " },
	{ RW_FIELD_CATEGORY,
	  " category jobcategory department function jobfunction team "
	  "kategorie abteilung berufsfeld departamento categoria " },
	{ RW_FIELD_SENIORITY,
	  " seniority senioritylevel experiencelevel careerlevel "
	  "karrierestufe nivel " },
	{ RW_FIELD_OPENINGS,
	  " openings ofpositions numberofpositions positions vacancies "
	  "numberofopenings headcount anzahlstellen vacantes " },
	{ RW_FIELD_HOURS,
	  " hours hoursperweek weeklyhours wochenstunden horassemanales "
	  "scheduledweeklyhours "
	  "stundenprowoche " },
	{ RW_FIELD_REQUISITION,
	  " requisition requisitionnumber reqnumber requisitionid "
	  "jobrequisitionid reqid " },
	{ RW_FIELD_CONFIDENTIAL,
	  " confidential isconfidential confidentialclient "
	  "clientconfidential confidentiality vertraulich "
	  "vertraulichkeit anonym anonymous anonimo confidencial "
	  "confidencialidad diskret " },
	{ RW_FIELD_BOARDS, " boards jobboards channels " },
};
#define HEADINGS (sizeof(headings) / sizeof(headings[0]))

/*
 * Letters, "ö" as "o", and digits with a blank on each side; false if there are
 * none.
 */
static bool bare(const char *heading, char out[NAME_BYTES])
{
	size_t len = 0, size;

	out[len++] = ' ';
	for (; *heading != '\0' && len + 2 < NAME_BYTES; heading += size) {
		uint32_t c =
			rw_utf8_decode(heading, strnlen(heading, 4), &size);

		if (rw_utf8_plain(c))
			out[len++] = rw_utf8_plain(c);
	}
	out[len++] = ' ';
	out[len] = '\0';
	return len > 2;
}

static enum rw_field field_named(const char *heading, const bool *taken)
{
	char name[NAME_BYTES];
	enum rw_field field;

	if (!bare(heading, name))
		return RW_FIELDS;
	for (size_t i = 0; i < HEADINGS; i++)
		if (!taken[headings[i].field] &&
		    strstr(headings[i].names, name) != NULL)
			return headings[i].field;
	field = rw_field_find(heading);
	return taken[field] ? RW_FIELDS : field;
}

/* Fields that more than one column may tell a part of. */
static bool is_shared(enum rw_field field)
{
	return field == RW_FIELD_EMPLOYMENT;
}

/* A heading that no other field has, and that means a client to be hidden. */
static void guess_secrecy(const char *const *names, size_t count,
			  enum rw_field *fields)
{
	for (size_t i = 0; i < count; i++)
		if (fields[i] == RW_FIELD_CONFIDENTIAL)
			return;
	for (size_t i = 0; i < count; i++)
		if (fields[i] == RW_FIELDS && rw_field_is_secrecy(names[i])) {
			fields[i] = RW_FIELD_CONFIDENTIAL;
			return;
		}
}

/* The field of each column, or RW_FIELDS; 'fields' has room for all. */
static void guess_fields(const struct rw_table *table, enum rw_field *fields)
{
	bool taken[RW_FIELDS + 1] = { false };
	size_t count;
	const char *const *names = rw_table_columns(table, &count);

	for (size_t i = 0; i < count; i++) {
		const char *dot = strrchr(names[i], '.');

		fields[i] = RW_FIELDS;
		if (rw_table_map_is_own(names[i]))
			continue;
		fields[i] = field_named(names[i], taken);
		if (fields[i] == RW_FIELDS && dot != NULL)
			fields[i] = field_named(dot + 1, taken);
		taken[fields[i]] = fields[i] != RW_FIELDS &&
				   !is_shared(fields[i]);
	}
	guess_secrecy(names, count, fields);
}

struct rw_node *rw_guess_map(struct rw_arena *arena,
			     const struct rw_table *table, struct rw_buf *said)
{
	struct rw_node *root =
		rw_doc_root(rw_doc_new(arena, RW_NS, "table-map"));
	size_t count;
	const char *const *names = rw_table_columns(table, &count);
	enum rw_field *fields =
		rw_arena_alloc(arena, (count + 1) * sizeof(*fields));

	guess_fields(table, fields);
	for (size_t i = 0; i < count; i++) {
		struct rw_node *column;

		if (fields[i] == RW_FIELDS)
			continue;
		column = rw_node_add(root, RW_NS, "column");
		rw_node_set_attr(column, "from", names[i]);
		rw_node_set_attr(column, "to", rw_field_name(fields[i]));
		rw_buf_printf(said, "%s'%s' as %s", said->len ? ", " : "",
			      names[i], rw_field_name(fields[i]));
	}
	return root;
}

/* ---------------------------------------------------------------- sample */

/* What the first rows say of a column. */
struct column {
	size_t filled;
	struct rw_map *values; /* different ones, up to SAMPLE_VALUES + 1 */
	struct rw_vec order;   /* the same, as met */
	size_t dmy, mdy, unread, serial;     /* dates */
	const char *day_first, *month_first; /* the first of dmy, of mdy */
	const char *either;		     /* the first that may be both */
	size_t html, markdown, texts;
	struct rw_map *seen; /* all values */
	bool twice;	     /* one of them */
	size_t longest;
};

static void note_date(struct rw_arena *arena, struct column *c,
		      const char *cell)
{
	int32_t day;
	bool dmy = rw_day_read(cell, RW_ORDER_DMY, &day) == RW_DAY_GOOD;
	bool mdy = rw_day_read(cell, RW_ORDER_MDY, &day) == RW_DAY_GOOD;

	if (rw_day_read(cell, RW_ORDER_NONE, &day) == RW_DAY_SERIAL)
		c->serial++;
	else if (!dmy && !mdy)
		c->unread++;
	else if (dmy && !mdy && c->dmy++ == 0)
		c->day_first = rw_arena_strdup(arena, cell);
	else if (mdy && !dmy && c->mdy++ == 0)
		c->month_first = rw_arena_strdup(arena, cell);
	else if (c->either == NULL &&
		 rw_day_read(cell, RW_ORDER_NONE, &day) == RW_DAY_AMBIGUOUS)
		c->either = rw_arena_strdup(arena, cell);
}

static void note_text(struct column *c, const char *cell)
{
	c->texts++;
	if (rw_html_is_in(cell))
		c->html++;
	else if (strstr(cell, "**") || strstr(cell, "](http") ||
		 strstr(cell, "\n## ") || strstr(cell, "\n* "))
		c->markdown++;
}

static void note_value(struct rw_arena *arena, struct column *c,
		       const char *cell)
{
	char *copy;

	if (c->order.count > SAMPLE_VALUES || strlen(cell) > NAME_BYTES)
		return;
	if (rw_map_get(c->values, cell) != NULL)
		return;
	copy = rw_arena_strdup(arena, cell);
	rw_map_put(c->values, cell, copy);
	rw_vec_push(&c->order, copy);
}

static void note_cell(struct rw_arena *arena, struct column *c,
		      enum rw_field field, const char *cell)
{
	cell += strspn(cell, " \t\r\n");
	if (cell[0] == '\0')
		return;
	c->filled++;
	c->longest = strlen(cell) > c->longest ? strlen(cell) : c->longest;
	if (c->longest <= NAME_BYTES)
		c->twice |= rw_map_put(c->seen, cell, c) != NULL;
	if (field == RW_FIELD_POSTED || field == RW_FIELD_CLOSES ||
	    field == RW_FIELD_STARTS)
		note_date(arena, c, cell);
	else if (field == RW_FIELD_DESCRIPTION)
		note_text(c, cell);
	else
		note_value(arena, c, cell);
}

/* A sketch of a map. */
struct sketch {
	struct rw_arena *arena;
	struct rw_table *table;
	const struct rw_guess_for *whom;
	const char *const *names;
	size_t count, rows;
	enum rw_field *fields;
	struct column *columns;
	size_t common[LANGUAGES]; /* words that are common in each */
	struct rw_buf *out;
	struct rw_diags *diags;
};

/* Words that stand in nearly every text of a language and in few of others. */
static const struct {
	const char *lang;
	const char *words;
} languages[LANGUAGES] = {
	{ "en", " the and of to with for you your our we is are " },
	{ "de", " und der das den mit wir sie für von zu ist eine im " },
	{ "es", " y el la los las del con para una por que se " },
};

static void note_language(struct sketch *s, const char *cell)
{
	static const char ends[] = " \t\r\n.,;:!?()<>/&\"";
	char word[8];

	while (*(cell += strspn(cell, ends)) != '\0') {
		size_t len = strcspn(cell, ends);

		if (len + 3 <= sizeof(word)) {
			snprintf(word, sizeof(word), " %.*s ", (int)len, cell);
			for (size_t i = 0; i < LANGUAGES; i++)
				s->common[i] += strstr(languages[i].words,
						       word) != NULL;
		}
		cell += len;
	}
}

/* English, unless the texts have more words of another language. */
static const char *language(const struct sketch *s)
{
	size_t most = 0;

	for (size_t i = 1; i < LANGUAGES; i++)
		if (s->common[i] > s->common[most])
			most = i;
	return languages[most].lang;
}

static int sample(struct sketch *s)
{
	struct rw_row row;
	int next = 0;

	while (s->rows < SAMPLE_ROWS &&
	       (next = rw_table_next(s->table, &row)) == 1) {
		if (row.fault != RW_FAULT_NONE)
			continue;
		s->rows++;
		for (size_t i = 0; i < s->count; i++) {
			note_cell(s->arena, &s->columns[i], s->fields[i],
				  row.cells[i]);
			note_language(s, row.cells[i]);
		}
	}
	/* What ends the table too early is reported; some rows will do. */
	return next < 0 && s->rows == 0 ? -1 : 0;
}

static bool has(const struct sketch *s, enum rw_field field)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->fields[i] == field)
			return true;
	return false;
}

/* The next column whose heading means 'field', which none has any more. */
static void guess_again(struct sketch *s, enum rw_field field)
{
	bool taken[RW_FIELDS + 1];

	for (int i = 0; i <= RW_FIELDS; i++)
		taken[i] = i != (int)field;
	for (size_t i = 0; i < s->count && !has(s, field); i++)
		if (s->fields[i] == RW_FIELDS &&
		    !rw_table_map_is_own(s->names[i]))
			s->fields[i] = field_named(s->names[i], taken);
}

/* "Arbeitsort" that says how the work is done, and no place. */
static void correct_locations(struct sketch *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct rw_vec *values = &s->columns[i].order;
		size_t k = 0;

		if (s->fields[i] != RW_FIELD_LOCATION || values->count == 0 ||
		    has(s, RW_FIELD_WORKPLACE))
			continue;
		while (k < values->count &&
		       rw_field_value(RW_FIELD_WORKPLACE, values->items[k]))
			k++;
		if (k == values->count)
			s->fields[i] = RW_FIELD_WORKPLACE;
	}
	guess_again(s, RW_FIELD_LOCATION);
}

/* Ids of roles have small letters, digits and hyphens. */
static bool is_role_id(const char *text)
{
	return text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-._")] ==
	       '\0';
}

/* "Role" that is a title, or a group of jobs. */
static void correct_roles(struct sketch *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct rw_vec *values = &s->columns[i].order;
		size_t k = 0;

		while (k < values->count && is_role_id(values->items[k]))
			k++;
		if (s->fields[i] == RW_FIELD_ROLE && k < values->count)
			s->fields[i] = has(s, RW_FIELD_TITLE) ? RW_FIELDS
							      : RW_FIELD_TITLE;
	}
}

/* A column that no field takes, by its heading an id, and told apart by it. */
static bool is_other_id(const struct sketch *s, size_t i)
{
	bool taken[RW_FIELDS + 1];
	const struct column *c = &s->columns[i];

	for (int k = 0; k <= RW_FIELDS; k++)
		taken[k] = k != RW_FIELD_ID && k != RW_FIELD_REQUISITION;
	return (s->fields[i] == RW_FIELDS ||
		s->fields[i] == RW_FIELD_REQUISITION) &&
	       !rw_table_map_is_own(s->names[i]) && c->filled == s->rows &&
	       !c->twice && c->longest <= SHORT_ID &&
	       field_named(s->names[i], taken) != RW_FIELDS;
}

/* Boards have no room for the id of a system and a place behind it. */
static void correct_ids(struct sketch *s)
{
	for (size_t i = 0; i < s->count; i++) {
		if (s->fields[i] != RW_FIELD_ID ||
		    s->columns[i].longest <= SHORT_ID)
			continue;
		for (size_t k = 0; k < s->count; k++)
			if (is_other_id(s, k)) {
				s->fields[i] = RW_FIELDS;
				s->fields[k] = RW_FIELD_ID;
				return;
			}
	}
}

/* --------------------------------------------------------------- writing */

/* Text of an attribute, or of a comment, where no "--" may stand. */
static void add_text(struct rw_buf *out, const char *text, size_t most)
{
	size_t len = strlen(text);

	if (most > 0)
		len = rw_utf8_cut(text, len, most);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '&')
			rw_buf_puts(out, "&amp;");
		else if (c == '<')
			rw_buf_puts(out, "&lt;");
		else if (c == '>')
			rw_buf_puts(out, "&gt;");
		else if (c == '"')
			rw_buf_puts(out, "&quot;");
		else if (c < 0x20 || c == 0x7F)
			rw_buf_putc(out, ' ');
		else if (c == '-' && text[i + 1] == '-')
			rw_buf_puts(out, most > 0 ? "‐" : "&#45;");
		else
			rw_buf_putc(out, (char)c);
	}
}

/* A few of the values, for people. */
static void add_examples(struct sketch *s, const struct column *c)
{
	rw_buf_printf(s->out, "  <!-- %zu of %zu row%s", c->filled, s->rows,
		      s->rows == 1 ? "" : "s");
	for (size_t i = 0; i < c->order.count && i < 3; i++) {
		rw_buf_puts(s->out, i ? ", " : ": ");
		add_text(s->out, c->order.items[i], SHOWN_BYTES);
	}
	rw_buf_puts(s->out, " -->\n");
}

/* Whether 'value' is known, or is among 'shown'; else it comes there. */
static bool is_understood(enum rw_field field, const char *value,
			  struct rw_vec *shown)
{
	if (rw_field_value(field, value) != NULL ||
	    rw_field_value_of(field, value) != NULL)
		return true;
	for (size_t i = 0; i < shown->count; i++)
		if (strcasecmp(shown->items[i], value) == 0)
			return true;
	rw_vec_push(shown, (void *)value);
	return false;
}

/* Values of a closed vocabulary that nobody knows want a meaning. */
static void add_values(struct sketch *s, size_t i)
{
	const struct column *c = &s->columns[i];
	const char *name = rw_field_name(s->fields[i]);
	struct rw_vec shown = { 0 };
	const char *one;

	if (!rw_field_is_closed(s->fields[i]))
		return;
	for (size_t k = 0; k < c->order.count && k < SAMPLE_VALUES; k++) {
		const char *value = c->order.items[k];

		while ((one = rw_field_part(s->arena, s->fields[i], &value))) {
			if (is_understood(s->fields[i], one, &shown))
				continue;
			if (shown.count == 1)
				rw_buf_printf(s->out,
					      "  <!-- say what these mean, and "
					      "make it no comment; "
					      "\"\": nothing\n"
					      "  <values to=\"%s\">\n",
					      name);
			rw_buf_puts(s->out, "    <value from=\"");
			add_text(s->out, one, 0);
			rw_buf_puts(s->out, "\" to=\"...\"/>\n");
		}
	}
	if (shown.count > 0)
		rw_buf_puts(s->out, "  </values> -->\n");
	rw_vec_release(&shown);
}

static void add_column(struct sketch *s, size_t i)
{
	bool used = s->fields[i] != RW_FIELDS;

	if (s->fields[i] != RW_FIELD_ID)
		add_examples(s, &s->columns[i]);
	rw_buf_puts(s->out, used ? "  " : "  <!-- ");
	if (s->fields[i] == RW_FIELD_ID) {
		rw_buf_puts(s->out, "<row-id from=\"");
		add_text(s->out, s->names[i], 0);
		rw_buf_puts(s->out, "\"/>\n");
		return;
	}
	rw_buf_puts(s->out, "<column from=\"");
	add_text(s->out, s->names[i], used ? 0 : NAME_BYTES);
	rw_buf_printf(s->out, "\" to=\"%s\"/>%s\n",
		      used ? rw_field_name(s->fields[i]) : "...",
		      used ? "" : " -->");
	if (used)
		add_values(s, i);
}

/* Dates of all columns have one order; one that is against it decides. */
static const char *date_order(const struct sketch *s)
{
	size_t dmy = 0, mdy = 0;

	for (size_t i = 0; i < s->count; i++) {
		dmy += s->columns[i].dmy;
		mdy += s->columns[i].mdy;
	}
	return dmy > mdy ? "dmy" : mdy > dmy ? "mdy" : NULL;
}

static const char *format(const struct sketch *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct column *c = &s->columns[i];

		if (s->fields[i] != RW_FIELD_DESCRIPTION || c->texts == 0)
			continue;
		return c->html * 2 > c->texts	    ? "html"
		       : c->markdown * 2 > c->texts ? "markdown"
		       : c->html + c->markdown == 0 ? "text"
						    : NULL;
	}
	return NULL;
}

/* What a column may be. */
static void add_fields(struct sketch *s)
{
	size_t line = 0;

	rw_buf_puts(s->out, "\n  <!-- to=\"...\" is one of:");
	for (int i = 0; i < RW_FIELDS; i++) {
		const char *name = rw_field_name((enum rw_field)i);
		size_t len = strlen(name) + 1;

		line = i == 0 || line + len > 68 ? 0 : line;
		rw_buf_printf(s->out, "%s%s", line ? " " : "\n       ", name);
		line += len;
	}
	rw_buf_puts(s->out, " -->\n");
}

/* Fields that a posting needs and no column has. */
static void add_missing(struct sketch *s)
{
	static const struct {
		enum rw_field field;
		enum rw_field also;
		const char *text;
	} wanted[] = {
		{ RW_FIELD_TITLE, RW_FIELD_ROLE,
		  "  <!-- <column from=\"...\" to=\"title\"/> -->\n" },
		{ RW_FIELD_DESCRIPTION, RW_FIELD_ROLE,
		  "  <!-- <column from=\"...\" to=\"description\"/> -->\n" },
		{ RW_FIELD_COUNTRY, RW_FIELD_COUNTRY,
		  "  <!-- <default to=\"country\">US</default> -->\n" },
		{ RW_FIELD_WORKPLACE, RW_FIELD_WORKPLACE,
		  "  <!-- <default to=\"workplace\">...</default> -->\n" },
		{ RW_FIELD_REMOTE_FROM, RW_FIELD_COUNTRY,
		  "  <!-- <default to=\"remote-from\">US</default> -->\n" },
		{ RW_FIELD_EMPLOYMENT, RW_FIELD_EMPLOYMENT,
		  "  <!-- <default to=\"employment\">full-time</default> "
		  "-->\n" },
		{ RW_FIELD_CLOSES, RW_FIELD_ONGOING,
		  "  <!-- <constant to=\"ongoing\">yes</constant> -->\n" },
		{ RW_FIELD_APPLY_URL, RW_FIELD_URL,
		  "  <!-- <column from=\"...\" to=\"apply-url\"/> -->\n" },
		{ RW_FIELD_APPLY_EMAIL, RW_FIELD_APPLY_EMAIL,
		  "  <!-- <constant to=\"apply-email\">jobs@example.com"
		  "</constant> -->\n" },
	};

	add_fields(s);
	rw_buf_puts(s->out, "\n  <!-- what no column says -->\n");
	if (!has(s, RW_FIELD_COMPANY))
		rw_buf_printf(
			s->out, "  <constant to=\"company\">%s</constant>\n",
			s->whom->company ? s->whom->company : "<!-- name -->");
	if (!has(s, RW_FIELD_POSTED))
		rw_buf_printf(s->out,
			      "  <!-- <constant to=\"posted\">%s</constant> "
			      "-->\n",
			      s->whom->today);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!has(s, wanted[i].field) && !has(s, wanted[i].also))
			rw_buf_puts(s->out, wanted[i].text);
	if (has(s, RW_FIELD_PAY) || has(s, RW_FIELD_PAY_MIN)) {
		if (!has(s, RW_FIELD_CURRENCY))
			rw_buf_puts(s->out, "  <!-- <default to=\"currency\">"
					    "USD</default> -->\n");
		if (!has(s, RW_FIELD_PERIOD))
			rw_buf_puts(s->out, "  <!-- <default to=\"period\">"
					    "year</default> -->\n");
	}
}

static bool is_in(const char *names, const char *text)
{
	char name[NAME_BYTES];

	return bare(text, name) && strstr(names, name) != NULL;
}

/* "Estado" is a status, or a state of Mexico. */
static bool is_state(const struct column *c)
{
	static const char words[] =
		" abierta abierto activa activo cerrada cerrado publicada "
		"publicado borrador cancelada cancelado cubierta pausada "
		"archivada ";
	size_t i = 0;

	while (i < c->order.count && !is_in(words, c->order.items[i]))
		i++;
	return i == c->order.count;
}

/* A column that says which postings are open. */
static bool is_status(const char *heading, const struct column *c)
{
	return is_in(" status jobstatus postingstatus requisitionstatus "
		     "vacancystatus estatus estadodelaoferta anzeigenstatus "
		     "stellenstatus ",
		     heading) ||
	       (is_in(" estado ", heading) && !is_state(c));
}

/* Filled and cancelled postings are published unless a filter says which. */
static void add_status(struct sketch *s, size_t i)
{
	const struct column *c = &s->columns[i];

	if (c->order.count == 0 || !is_status(s->names[i], c))
		return;
	rw_report(s->diags, RW_STATUS_UNREAD, RW_NOWHERE, s->names[i], NULL,
		  NULL);
	rw_buf_puts(s->out, "\n  <!-- TODO: all rows are read, whatever '");
	add_text(s->out, s->names[i], NAME_BYTES);
	rw_buf_puts(s->out, "' says. Keep the lines of rows to publish, and "
			    "make them no comment.\n");
	for (size_t k = 0; k < c->order.count && k < SAMPLE_VALUES; k++) {
		rw_buf_puts(s->out, "  <filter column=\"");
		add_text(s->out, s->names[i], 0);
		rw_buf_puts(s->out, "\" equals=\"");
		add_text(s->out, c->order.items[k], 0);
		rw_buf_puts(s->out, "\"/>\n");
	}
	rw_buf_puts(s->out, "  -->\n");
}

static void add_date(struct sketch *s, const char *label, const char *date)
{
	if (date == NULL)
		return;
	rw_buf_printf(s->out, "  <!-- %s: ", label);
	add_text(s->out, date, SHOWN_BYTES);
	rw_buf_puts(s->out, " -->\n");
}

/* Dates that can be read in one order only: where both are, one is wrong. */
static void add_dates(struct sketch *s)
{
	const char *day = NULL, *month = NULL, *either = NULL;

	for (size_t i = 0; i < s->count; i++) {
		day = day ? day : s->columns[i].day_first;
		month = month ? month : s->columns[i].month_first;
		either = either ? either : s->columns[i].either;
	}
	if (day == NULL && month == NULL)
		add_date(s,
			 "say date-order=\"dmy\" or date-order=\"mdy\" above; "
			 "both fit",
			 either);
	add_date(s, "dmy", day);
	add_date(s, "mdy", month);
}

static void add_root(struct sketch *s)
{
	const char *order = date_order(s), *how = format(s);

	rw_buf_printf(s->out,
		      "<table-map xmlns=\"" RW_NS "\" id=\"my-table\" "
		      "xml:lang=\"%s\"",
		      language(s));
	if (order != NULL)
		rw_buf_printf(s->out, " date-order=\"%s\"", order);
	if (how != NULL)
		rw_buf_printf(s->out, " format=\"%s\"", how);
	rw_buf_puts(s->out, ">\n");
	rw_buf_printf(s->out,
		      "  <!-- guessed from the headings and %zu row%s; read it "
		      "over -->\n",
		      s->rows, s->rows == 1 ? "" : "s");
	add_dates(s);
}

static void write_map(struct sketch *s)
{
	add_root(s);
	for (size_t i = 0; i < s->count; i++)
		if (s->fields[i] != RW_FIELDS)
			add_column(s, i);
	add_missing(s);
	for (size_t i = 0; i < s->count; i++)
		if (s->fields[i] == RW_FIELDS)
			add_status(s, i);
	rw_buf_puts(s->out, "\n  <!-- columns that nothing takes; a filter "
			    "reads only some rows -->\n");
	for (size_t i = 0; i < s->count; i++)
		if (s->fields[i] == RW_FIELDS &&
		    !rw_table_map_is_own(s->names[i]))
			add_column(s, i);
	rw_buf_puts(s->out, "  <!-- <filter column=\"...\" equals=\"...\"/> "
			    "-->\n</table-map>\n");
}

int rw_guess_write(struct rw_arena *arena, struct rw_table *table,
		   const struct rw_guess_for *whom, struct rw_buf *out,
		   struct rw_diags *diags)
{
	struct sketch s = { .arena = arena,
			    .table = table,
			    .whom = whom,
			    .out = out,
			    .diags = diags };
	int status;

	s.names = rw_table_columns(table, &s.count);
	s.fields = rw_arena_zalloc(arena, (s.count + 1) * sizeof(*s.fields));
	s.columns = rw_arena_zalloc(arena, (s.count + 1) * sizeof(*s.columns));
	for (size_t i = 0; i < s.count; i++) {
		s.columns[i].values = rw_map_new();
		s.columns[i].seen = rw_map_new();
	}
	guess_fields(table, s.fields);
	status = sample(&s);
	correct_locations(&s);
	correct_roles(&s);
	correct_ids(&s);
	if (status == 0)
		write_map(&s);
	for (size_t i = 0; i < s.count; i++) {
		rw_map_free(s.columns[i].values);
		rw_map_free(s.columns[i].seen);
		rw_vec_release(&s.columns[i].order);
	}
	return status;
}
