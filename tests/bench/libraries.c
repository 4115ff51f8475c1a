/*
 * libraries TABLE [COLUMN]: what our libraries alone take for a table: libcsv
 * reads the rows; libxml2 reads the cells of COLUMN as HTML. Nothing is kept,
 * made or written: no export through them can take less of the processor. Rows
 * come one after the other; threads may share the HTML.
 */
#include <csv.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	htmlParserCtxtPtr parser;
	const char *wanted; /* heading of the column; NULL: none is HTML */
	size_t column, at, rows, bytes;
};

static void on_cell(void *cell, size_t len, void *context)
{
	struct reading *r = context;
	size_t at = r->at++;
	htmlDocPtr doc;

	r->bytes += len;
	if (r->wanted == NULL)
		return;
	if (r->rows == 0 && strcmp(cell, r->wanted) == 0)
		r->column = at;
	if (r->rows == 0 || at != r->column)
		return;
	doc = htmlCtxtReadMemory(r->parser, cell, (int)len, NULL, "UTF-8",
				 HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
					 HTML_PARSE_NONET);
	xmlFreeDoc(doc);
}

static void on_row(int c, void *context)
{
	struct reading *r = context;

	(void)c;
	r->rows++;
	r->at = 0;
}

int main(int argc, char **argv)
{
	static char block[1 << 16];
	struct reading r = { .wanted = argc > 2 ? argv[2] : NULL };
	FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
	struct csv_parser csv;
	size_t len;

	if (file == NULL || csv_init(&csv, CSV_APPEND_NULL) != 0)
		return 3;
	r.parser = htmlNewParserCtxt();
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		if (csv_parse(&csv, block, len, on_cell, on_row, &r) != len)
			return 3;
	csv_fini(&csv, on_cell, on_row, &r);
	printf("%zu rows, %zu bytes\n", r.rows, r.bytes);
	csv_free(&csv);
	htmlFreeParserCtxt(r.parser);
	fclose(file);
	return r.rows > 1 ? 0 : 3;
}
