/* Reading XLSX: the rows of a sheet. */
#include "xlsx.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "xlsxbook.h"
#include "xlsxcell.h"
#include "xlsxpull.h"

/* A row as the file has it, up to its last text. */
struct raw {
	size_t	  line;
	char	**cells;	/* NULL: empty */
	size_t	  ncells;
};

struct rows {
	struct xlsx	*book;
	struct pull	 pull;
	struct raw	*v;
	size_t		 n;
	size_t		 line;		/* of the row that is read */
	size_t		 column;	/* of its next cell */
	size_t		 total;		/* bytes of all cells */
	char		*kind;		/* t= of the cell that is read */
	int		 is_date;
	int		 taking;	/* in an element whose text counts */
	int		 phonetic;	/* in one whose text does not */
	struct buf	 value;
};

/* ---- Cells ---- */

/* The row of the cell that is read, made where it is the first one. */
static struct raw *
this_row(struct rows *rows)
{
	struct raw *row;

	if (rows->n > 0 && rows->v[rows->n - 1].line == rows->line)
		return &rows->v[rows->n - 1];
	if (rows->n == SHEET_ROWS_MAX + 1) {
		pull_fault(&rows->pull, DIAG_XLSX_LIMIT, "more than 200,000 "
		    "rows; split the sheet");
		return NULL;
	}
	if ((rows->n & (rows->n - 1)) == 0)
		rows->v = mem_resize(rows->v, rows->n == 0 ? 1 :
		    rows->n * 2, sizeof(*rows->v));
	row = &rows->v[rows->n++];
	memset(row, 0, sizeof(*row));
	row->line = rows->line;
	return row;
}

/* Put TEXT, which is given away, into the cell that is read. */
static void
put_cell(struct rows *rows, char *text)
{
	struct raw *row = NULL;
	size_t len;

	len = strlen(text);
	rows->total += len;
	if (rows->column >= SHEET_COLUMNS_MAX)
		pull_fault(&rows->pull, DIAG_XLSX_LIMIT, "text in row %zu "
		    "beyond column 200; split the sheet", rows->line);
	else if (len > XLSX_CELL_MAX)
		pull_fault(&rows->pull, DIAG_XLSX_LIMIT, "a cell in row %zu "
		    "has more than 32,767 characters", rows->line);
	else if (rows->total > XLSX_TEXT_MAX)
		pull_fault(&rows->pull, DIAG_XLSX_LIMIT, "its cells have "
		    "more than 64 MiB of text; split the sheet");
	else
		row = this_row(rows);
	if (row == NULL) {
		free(text);
		return;
	}
	if (rows->column >= row->ncells) {
		row->cells = mem_resize(row->cells, rows->column + 1,
		    sizeof(*row->cells));
		memset(row->cells + row->ncells, 0, (rows->column + 1 -
		    row->ncells) * sizeof(*row->cells));
		row->ncells = rows->column + 1;
	}
	free(row->cells[rows->column]);
	row->cells[rows->column] = text;
}

static const char *
shared_string(struct rows *rows, const char *index)
{
	char *end;
	unsigned long i;

	errno = 0;
	i = strtoul(index, &end, 10);
	if (end != index && *end == '\0' && errno == 0 && index[0] != '-' &&
	    i < rows->book->nstrings)
		return rows->book->strings[i];
	pull_fault(&rows->pull, DIAG_XLSX_SYNTAX, "a cell in row %zu refers "
	    "to a text that is not there", rows->line);
	return "";
}

/* The value of the cell that ends, as text in OUT. */
static void
format_cell(struct rows *rows, struct buf *out)
{
	const char *kind = rows->kind == NULL ? "n" : rows->kind;
	const char *value;

	value = buf_str(&rows->value);
	if (strcmp(kind, "s") == 0)
		buf_puts(out, shared_string(rows, value));
	else if (strcmp(kind, "b") == 0)
		buf_puts(out, strcmp(value, "0") == 0 ? "false" : "true");
	else if (strcmp(kind, "d") == 0)
		buf_add(out, value, strlen(value) < 10 ? strlen(value) : 10);
	else if (strcmp(kind, "n") != 0)
		xlsxcell_text(value, out);
	else if (xlsxcell_number(value, rows->is_date,
	    rows->book->from_1904, out) == -1)
		pull_fault(&rows->pull, DIAG_XLSX_SYNTAX, "a cell in row "
		    "%zu is no number", rows->line);
}

static int
is_blank(const char *text)
{
	return text[strspn(text, " \t\n")] == '\0';
}

static void
end_cell(struct rows *rows)
{
	struct buf out = { 0 };

	if (rows->value.len > 0 || (rows->kind != NULL &&
	    strcmp(rows->kind, "s") == 0))
		format_cell(rows, &out);
	if (!rows->pull.failed && !is_blank(buf_str(&out)))
		put_cell(rows, buf_detach(&out));
	buf_release(&out);
	rows->column++;
}

/* Where the cell is that begins, and how its value is to be read. */
static void
begin_cell(struct rows *rows)
{
	char *ref, *style;
	size_t line = rows->line, i;

	ref = pull_attr(&rows->pull, "r");
	if (ref != NULL && (xlsxcell_ref(ref, &rows->column, &line) == -1 ||
	    line != rows->line))
		pull_fault(&rows->pull, DIAG_XLSX_SYNTAX, "a cell in row %zu "
		    "says that it is at \"%.20s\"", rows->line, ref);
	free(ref);
	style = pull_attr(&rows->pull, "s");
	i = style == NULL ? 0 : strtoul(style, NULL, 10);
	rows->is_date = i < rows->book->nstyles && rows->book->is_date[i];
	free(style);
	free(rows->kind);
	rows->kind = pull_attr(&rows->pull, "t");
	buf_clear(&rows->value);
	rows->taking = 0;
}

static void
begin_row(struct rows *rows)
{
	char *number, *end;
	unsigned long line;

	rows->column = 0;
	number = pull_attr(&rows->pull, "r");
	if (number == NULL) {
		rows->line++;
		return;
	}
	line = strtoul(number, &end, 10);
	if (*end != '\0' || line <= rows->line || line > 1048576)
		pull_fault(&rows->pull, DIAG_XLSX_SYNTAX, "a row with the "
		    "number \"%.20s\" after row %zu", number, rows->line);
	else
		rows->line = line;
	free(number);
}

/* ---- Events ---- */

static void
on_start(struct rows *rows)
{
	struct pull *pull = &rows->pull;

	if (strcmp(pull->name, "row") == 0) {
		begin_row(rows);
	} else if (strcmp(pull->name, "c") == 0) {
		begin_cell(rows);
		if (pull->empty)
			rows->column++;
	} else if (strcmp(pull->name, "rPh") == 0) {
		rows->phonetic = !pull->empty;
	} else if (strcmp(pull->name, "v") == 0 ||
	    strcmp(pull->name, "t") == 0) {
		rows->taking = !pull->empty && !rows->phonetic;
	}
}

static void
on_end(struct rows *rows)
{
	const char *name = rows->pull.name;

	if (strcmp(name, "c") == 0)
		end_cell(rows);
	else if (strcmp(name, "rPh") == 0)
		rows->phonetic = 0;
	else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		rows->taking = 0;
}

/* Read all rows of the part of SHEET. */
static int
read_rows(struct rows *rows, const struct xlsxbook_sheet *sheet,
    struct diag *d)
{
	struct pull *pull = &rows->pull;
	int inside = 0;

	pull_begin(pull, rows->book->path, sheet->part,
	    xlsxzip_part(&rows->book->zip, sheet->part), d);
	while (pull_next(pull) == 1) {
		if (pull_starts(pull, "sheetData"))
			inside = !pull->empty;
		else if (pull_ends(pull, "sheetData"))
			inside = 0;
		else if (inside && pull->event == PULL_START)
			on_start(rows);
		else if (inside && pull->event == PULL_END)
			on_end(rows);
		else if (inside && rows->taking)
			buf_puts(&rows->value, pull->text);
	}
	free(rows->kind);
	buf_release(&rows->value);
	return pull_end(pull);
}

static void
rows_release(struct rows *rows)
{
	size_t i, j;

	for (i = 0; i < rows->n; i++) {
		for (j = 0; j < rows->v[i].ncells; j++)
			free(rows->v[i].cells[j]);
		free(rows->v[i].cells);
	}
	free(rows->v);
}

/* ---- The sheet ---- */

static size_t
count_texts(const struct raw *row)
{
	size_t i, n = 0;

	for (i = 0; i < row->ncells; i++)
		n += row->cells[i] != NULL;
	return n;
}

/* The first row with two texts, else the first: 0 where there is no other. */
static size_t
find_header(const struct rows *rows)
{
	size_t i;

	for (i = 0; i < rows->n; i++)
		if (count_texts(&rows->v[i]) > 1)
			return i;
	return 0;
}

static int
fault_at(const struct rows *rows, enum diag_code code, size_t line,
    size_t column, const char *text, struct diag *d)
{
	struct place at = { 0 };

	at.path = rows->book->path;
	at.line = (int)line;
	at.col = (int)column + 1;
	return diag_add(d, code, &at, "%s", text);
}

/* Move the text of cell I of ROW to CELL, which gets its place. */
static void
take_cell(struct sheet_cell *cell, struct raw *row, size_t i)
{
	cell->text = i < row->ncells && row->cells[i] != NULL ?
	    row->cells[i] : mem_strdup("");
	if (i < row->ncells)
		row->cells[i] = NULL;
	cell->line = (int)row->line;
	cell->col = (int)i + 1;
}

/* The header's names; MAP gets the column of the file of each. */
static int
take_header(const struct rows *rows, struct raw *row, struct sheet *sheet,
    size_t *map, struct diag *d)
{
	struct sheet_cell *cell;
	size_t i, j;
	int rc = 0;

	sheet->columns = mem_zalloc((row->ncells + 1) *
	    sizeof(*sheet->columns));
	for (i = 0; i < row->ncells; i++) {
		if (row->cells[i] == NULL)
			continue;
		cell = &sheet->columns[sheet->ncolumns];
		take_cell(cell, row, i);
		for (j = 0; cell->text[j] != '\0'; j++)
			if (cell->text[j] == '\n' || cell->text[j] == '\t')
				cell->text[j] = ' ';
		for (j = 0; j < sheet->ncolumns; j++)
			if (strcmp(sheet->columns[j].text, cell->text) == 0)
				rc = fault_at(rows, DIAG_CSV_HEADER,
				    row->line, i, "two columns have this "
				    "name; rename one", d);
		map[sheet->ncolumns++] = i;
	}
	return rc;
}

static int
take_row(const struct rows *rows, struct raw *row, struct sheet *sheet,
    const size_t *map, struct diag *d)
{
	struct sheet_row *to;
	size_t i;

	to = &sheet->rows[sheet->nrows++];
	to->line = (int)row->line;
	to->cells = mem_zalloc((sheet->ncolumns + 1) * sizeof(*to->cells));
	for (i = 0; i < sheet->ncolumns; i++)
		take_cell(&to->cells[i], row, map[i]);
	for (i = 0; i < row->ncells; i++)
		if (row->cells[i] != NULL)
			return fault_at(rows, DIAG_CSV_HEADER, row->line, i,
			    "text in a column without a name; name it or "
			    "remove the text", d);
	return 0;
}

static int
make_sheet(struct rows *rows, struct sheet *sheet, struct diag *d)
{
	size_t i, first, map[SHEET_COLUMNS_MAX];
	int rc;

	first = find_header(rows);
	if (rows->n == 0)
		return fault_at(rows, DIAG_CSV_HEADER, 1, 0, "the header row "
		    "is missing; name the columns in it", d);
	rc = take_header(rows, &rows->v[first], sheet, map, d);
	sheet->rows = mem_zalloc(rows->n * sizeof(*sheet->rows));
	for (i = first + 1; i < rows->n; i++)
		if (take_row(rows, &rows->v[i], sheet, map, d) == -1)
			rc = -1;
	return rc;
}

int
xlsx_sheet(struct xlsx *book, const char *name, struct sheet *sheet,
    struct diag *d)
{
	const struct xlsxbook_sheet *found;
	struct rows rows = { 0 };
	int rc;

	memset(sheet, 0, sizeof(*sheet));
	sheet->separator = ',';
	found = xlsxbook_find(book, name, d);
	if (found == NULL)
		return -1;
	rows.book = book;
	rc = read_rows(&rows, found, d);
	if (rc == 0)
		rc = make_sheet(&rows, sheet, d);
	rows_release(&rows);
	return rc;
}

int
xlsx_count(struct xlsx *book, const char *name, size_t *nrows,
    struct diag *d)
{
	const struct xlsxbook_sheet *found;
	struct pull pull;

	*nrows = 0;
	found = xlsxbook_find(book, name, d);
	if (found == NULL)
		return -1;
	pull_begin(&pull, book->path, found->part, xlsxzip_part(&book->zip,
	    found->part), d);
	while (pull_next(&pull) == 1)
		*nrows += pull_starts(&pull, "row");
	return pull_end(&pull);
}
