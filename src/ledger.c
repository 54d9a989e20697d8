/* Ledgers: adding a row to a register and leaving the rest as it is. */
#include "ledger.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "sheet.h"

static int
is_empty(const struct ledger_cell *cell)
{
	return cell->value == NULL || cell->value[0] == '\0';
}

/* The value S as one cell: quoted where it must be. */
static void
add_cell(struct buf *out, const char *s, char separator)
{
	size_t len;

	len = strlen(s);
	if (strchr(s, separator) == NULL && strpbrk(s, "\"\r\n") == NULL &&
	    (len == 0 || (s[0] != ' ' && s[len - 1] != ' '))) {
		buf_puts(out, s);
		return;
	}
	buf_putc(out, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			buf_putc(out, '"');
		buf_putc(out, *s);
	}
	buf_putc(out, '"');
}

/* The line end that TEXT uses. */
static const char *
line_end(const struct buf *text)
{
	const char *lf;

	lf = strchr(buf_str(text), '\n');
	return lf != NULL && lf > text->data && lf[-1] == '\r' ? "\r\n" :
	    "\n";
}

/* Names of the columns that have a value and are not in SHEET. */
static void
find_missing(const struct sheet *sheet, const struct ledger_cell *cells,
    size_t n, struct strs *missing)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!is_empty(&cells[i]) &&
		    sheet_column(sheet, cells[i].column) == -1)
			strs_add(missing, cells[i].column);
}

/* End of the record that begins at S, where its line end is. */
static const char *
record_end(const char *s)
{
	int quoted = 0;

	for (; *s != '\0'; s++) {
		if (*s == '"')
			quoted = !quoted;
		else if (!quoted && (*s == '\n' || (*s == '\r' &&
		    s[1] == '\n')))
			break;
	}
	return s;
}

/* TEXT with the columns MISSING at the end of each record, into OUT. */
static void
add_columns(const struct buf *text, const struct strs *missing,
    char separator, struct buf *out)
{
	const char *s, *end;
	size_t i;
	int first = 1;

	for (s = buf_str(text); *s != '\0'; s = end) {
		end = record_end(s);
		buf_add(out, s, (size_t)(end - s));
		for (i = 0; end > s && i < missing->n; i++) {
			buf_putc(out, separator);
			if (first)
				add_cell(out, missing->v[i], separator);
		}
		first = first && end == s;
		if (*end == '\r')
			buf_putc(out, *end++);
		if (*end == '\n')
			buf_putc(out, *end++);
	}
}

static const char *
value_of(const struct ledger_cell *cells, size_t n, const char *column)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(cells[i].column, column) == 0)
			return is_empty(&cells[i]) ? "" : cells[i].value;
	return "";
}

/* The new row after all that is in OUT. */
static void
add_row(struct buf *out, const struct sheet *sheet,
    const struct strs *missing, const struct ledger_cell *cells, size_t n,
    const char *end)
{
	size_t i;

	if (out->len > 0 && out->data[out->len - 1] != '\n')
		buf_puts(out, end);
	for (i = 0; i < sheet->ncolumns + missing->n; i++) {
		if (i > 0)
			buf_putc(out, sheet->separator);
		add_cell(out, value_of(cells, n, i < sheet->ncolumns ?
		    sheet->columns[i].text :
		    missing->v[i - sheet->ncolumns]), sheet->separator);
	}
	buf_puts(out, end);
}

static void
begin(struct buf *text, const struct ledger_cell *cells, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(text, ',');
		add_cell(text, cells[i].column, ',');
	}
	buf_putc(text, '\n');
}

int
ledger_append(struct buf *text, const char *path,
    const struct ledger_cell *cells, size_t n, struct diag *d)
{
	struct buf out = { 0 };
	struct sheet sheet;
	struct strs missing = { 0 };
	const char *csv;
	size_t bom;
	int rc;

	if (text->len == 0)
		begin(text, cells, n);
	csv = buf_str(text);
	bom = strncmp(csv, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	rc = sheet_read(&sheet, path, csv + bom, text->len - bom, d);
	if (rc == 0) {
		find_missing(&sheet, cells, n, &missing);
		add_columns(text, &missing, sheet.separator, &out);
		add_row(&out, &sheet, &missing, cells, n, line_end(text));
		buf_release(text);
		*text = out;
	}
	strs_release(&missing);
	sheet_release(&sheet);
	return rc;
}
