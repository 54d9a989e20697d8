/* Registers: CSV files by libcsv, with the place of every cell. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "buf.h"
#include "mem.h"

/* One run of libcsv over a file, byte by byte so that places are known. */
struct scan {
	struct csv_parser	 parser;
	struct sheet		*sheet;
	const char		*path;
	struct diag		*d;
	int			 line;		/* of the byte being fed */
	int			 col;
	int			 cell_line;	/* where this cell began */
	int			 cell_col;
	struct sheet_cell	*cells;		/* of this row */
	size_t			 ncells;
	size_t			 cap;
	int			 full;		/* too many rows: said once */
	int			 bad_character;	/* the same */
	int			 rc;
};

static int
scan_fault(struct scan *scan, enum diag_code code, int line, int col,
    const char *text)
{
	struct place at;

	at.path = scan->path;
	at.line = line;
	at.col = col;
	scan->rc = -1;
	return diag_add(scan->d, code, &at, "%s", text);
}

/* Called by libcsv at the end of a cell. */
static void
on_cell(void *text, size_t len, void *arg)
{
	struct scan *scan = arg;
	struct sheet_cell *cell;

	if (scan->ncells == scan->cap) {
		scan->cap = scan->cap == 0 ? 16 : scan->cap * 2;
		scan->cells = mem_resize(scan->cells, scan->cap,
		    sizeof(*scan->cells));
	}
	cell = &scan->cells[scan->ncells++];
	cell->text = mem_strndup(text == NULL ? "" : text, len);
	cell->line = scan->cell_line;
	cell->col = scan->cell_col;
	scan->cell_line = scan->line;
	scan->cell_col = scan->col + 1;
}

static void
cells_free(struct sheet_cell *cells, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		free(cells[i].text);
	free(cells);
}

static int
is_blank_row(const struct scan *scan)
{
	size_t i;

	for (i = 0; i < scan->ncells; i++)
		if (scan->cells[i].text[0] != '\0')
			return 0;
	return 1;
}

/* The header row: names, each once. */
static void
take_header(struct scan *scan)
{
	struct sheet_cell *cells;
	size_t i, j;

	cells = scan->cells;
	for (i = 0; i < scan->ncells; i++) {
		if (cells[i].text[0] == '\0')
			scan_fault(scan, DIAG_CSV_HEADER, cells[i].line,
			    cells[i].col, "a column without a name; name it "
			    "or remove the separator");
		for (j = 0; j < i; j++)
			if (cells[i].text[0] != '\0' &&
			    strcmp(cells[i].text, cells[j].text) == 0)
				scan_fault(scan, DIAG_CSV_HEADER,
				    cells[i].line, cells[i].col,
				    "two columns have this name; rename one");
	}
	if (scan->ncells > SHEET_COLUMNS_MAX)
		scan_fault(scan, DIAG_CSV_HEADER, cells[0].line, 1,
		    "more than 200 columns; split the register");
	scan->sheet->columns = scan->cells;
	scan->sheet->ncolumns = scan->ncells;
	scan->cells = NULL;
}

/* Is there text beyond the last column?  Such a row is passed over. */
static int
is_too_long(struct scan *scan)
{
	size_t i;

	for (i = scan->sheet->ncolumns; i < scan->ncells; i++)
		if (scan->cells[i].text[0] != '\0') {
			scan_fault(scan, DIAG_CSV_ROW, scan->cells[i].line,
			    scan->cells[i].col, "this row has more cells "
			    "than the header; put quotes around a text that "
			    "holds the separator");
			return 1;
		}
	return 0;
}

static void
take_row(struct scan *scan)
{
	struct sheet *sheet = scan->sheet;
	struct sheet_row *row;
	size_t i;

	if (is_too_long(scan))
		return;
	for (i = sheet->ncolumns; i < scan->ncells; i++)
		free(scan->cells[i].text);
	if (scan->ncells > sheet->ncolumns)
		scan->ncells = sheet->ncolumns;
	scan->cells = mem_resize(scan->cells, sheet->ncolumns,
	    sizeof(*scan->cells));
	for (i = scan->ncells; i < sheet->ncolumns; i++) {
		memset(&scan->cells[i], 0, sizeof(scan->cells[i]));
		scan->cells[i].text = mem_strdup("");
		scan->cells[i].line = scan->cells[0].line;
	}
	if ((sheet->nrows & (sheet->nrows - 1)) == 0)
		sheet->rows = mem_resize(sheet->rows, sheet->nrows == 0 ? 1 :
		    sheet->nrows * 2, sizeof(*sheet->rows));
	row = &sheet->rows[sheet->nrows++];
	row->cells = scan->cells;
	row->line = scan->cells[0].line;
	scan->cells = NULL;
}

/* Called by libcsv at the end of a row. */
static void
on_row(int end, void *arg)
{
	struct scan *scan = arg;

	(void)end;
	if (is_blank_row(scan)) {
		cells_free(scan->cells, scan->ncells);
		scan->cells = NULL;
	} else if (scan->sheet->columns == NULL) {
		take_header(scan);
	} else if (scan->sheet->nrows < SHEET_ROWS_MAX) {
		take_row(scan);
	} else if (!scan->full) {
		scan->full = 1;
		scan_fault(scan, DIAG_FILE_SIZE, scan->line, 1,
		    "more than 200,000 rows; split the register");
	}
	if (scan->cells != NULL)
		cells_free(scan->cells, scan->ncells);
	scan->cells = NULL;
	scan->ncells = scan->cap = 0;
	scan->cell_line = scan->line + 1;
	scan->cell_col = 1;
}

/* "," or ";": what the first row has more of, outside quotes. */
static char
find_separator(const char *text, size_t len)
{
	size_t i, commas = 0, semicolons = 0;
	int quoted = 0;

	for (i = 0; i < len && (quoted || text[i] != '\n'); i++) {
		quoted ^= text[i] == '"';
		commas += !quoted && text[i] == ',';
		semicolons += !quoted && text[i] == ';';
	}
	return semicolons > commas ? ';' : ',';
}

static void
syntax_fault(struct scan *scan, const char *text)
{
	scan_fault(scan, DIAG_CSV_SYNTAX, scan->cell_line, scan->cell_col,
	    text);
}

/* May the character at S, of LEN bytes to the end, stand in a cell? */
static int
is_character(struct scan *scan, const char *s, size_t len)
{
	unsigned long cp;
	struct place at;

	if (((unsigned char)*s & 0xC0) == 0x80 ||
	    utf8_len(s, len, &cp) == 0 || utf8_is_xml(cp))
		return 1;
	at.path = scan->path;
	at.line = scan->line;
	at.col = scan->col;
	if (!scan->bad_character)
		diag_add(scan->d, DIAG_CONTROL_CHARACTER, &at,
		    "cannot read character U+%04lX; remove it", cp);
	scan->bad_character = 1;
	scan->rc = -1;
	return 0;
}

/* Feed TEXT byte by byte, counting lines and characters. */
static int
feed(struct scan *scan, const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (is_character(scan, text + i, len - i) &&
		    csv_parse(&scan->parser, text + i, 1, on_cell, on_row,
		    scan) != 1) {
			syntax_fault(scan, "cannot read this cell: a quote "
			    "in its text; put quotes around all of it and "
			    "double those inside");
			return -1;
		}
		if (text[i] == '\n') {
			scan->line++;
			scan->col = 1;
		} else if (((unsigned char)text[i] & 0xC0) != 0x80) {
			scan->col++;
		}
		if (text[i] == '\n' && scan->parser.pstate == 0)
			scan->cell_line = scan->line;
	}
	return 0;
}

int
sheet_read(struct sheet *sheet, const char *path, const char *text,
    size_t len, struct diag *d)
{
	struct scan scan = { 0 };

	memset(sheet, 0, sizeof(*sheet));
	scan.sheet = sheet;
	scan.path = path;
	scan.d = d;
	scan.line = scan.cell_line = 1;
	scan.col = scan.cell_col = 1;
	sheet->separator = find_separator(text, len);
	if (csv_init(&scan.parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return diag_add(d, DIAG_SYSTEM, NULL,
		    "cannot make a CSV parser");
	csv_set_delim(&scan.parser, (unsigned char)sheet->separator);
	if (feed(&scan, text, len) == 0 &&
	    csv_fini(&scan.parser, on_cell, on_row, &scan) != 0)
		syntax_fault(&scan, "the quote of this cell is not closed; "
		    "add the closing quote");
	csv_free(&scan.parser);
	cells_free(scan.cells, scan.ncells);
	if (scan.rc == 0 && sheet->columns == NULL)
		scan_fault(&scan, DIAG_CSV_HEADER, 1, 1,
		    "the header row is missing; name the columns in it");
	return scan.rc;
}

int
sheet_column(const struct sheet *sheet, const char *name)
{
	size_t i;

	for (i = 0; i < sheet->ncolumns; i++)
		if (strcmp(sheet->columns[i].text, name) == 0)
			return (int)i;
	return -1;
}

void
sheet_release(struct sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->nrows; i++)
		cells_free(sheet->rows[i].cells, sheet->ncolumns);
	cells_free(sheet->columns, sheet->ncolumns);
	free(sheet->rows);
	memset(sheet, 0, sizeof(*sheet));
}
