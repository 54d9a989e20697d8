/* Ledgers: changing a register and leaving the rest as it is. */
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

/* Names of the columns that have a value and are not in SHEET. */
static void
find_missing(const struct sheet *sheet, const struct ledger_cell *cells,
    size_t n, struct strs *missing)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!is_empty(&cells[i]) &&
		    sheet_column(sheet, cells[i].column) == -1 &&
		    strs_find(missing, cells[i].column) == -1)
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
	bom = utf8_bom(csv, text->len);
	rc = sheet_read(&sheet, path, csv + bom, text->len - bom, d);
	if (rc == 0) {
		find_missing(&sheet, cells, n, &missing);
		add_columns(text, &missing, sheet.separator, &out);
		add_row(&out, &sheet, &missing, cells, n, buf_line_end(text));
		buf_release(text);
		*text = out;
	}
	strs_release(&missing);
	sheet_release(&sheet);
	return rc;
}

/* ---- Changed rows ---- */

/* End of the cell that begins at S, within a record that ends at END. */
static const char *
cell_end(const char *s, const char *end, char separator)
{
	int quoted = 0;

	for (; s < end && (quoted || *s != separator); s++)
		quoted ^= *s == '"';
	return s;
}

/* Has the record from S to END no text, as sheet_read sees it? */
static int
is_blank_record(const char *s, const char *end, char separator)
{
	while (s < end) {
		if (s[0] == '"' && s + 1 < end && s[1] == '"')
			s += 2;
		else if (*s == separator || *s == ' ' || *s == '\t')
			s++;
		else
			return 0;
	}
	return 1;
}

/* The change of the cell COLUMN; NULL where it keeps its value. */
static const struct ledger_cell *
changed(const struct ledger_change *change, const char *column,
    const char *old)
{
	size_t i;

	for (i = 0; i < change->n; i++)
		if (strcmp(change->cells[i].column, column) == 0)
			return change->cells[i].value == NULL ||
			    strcmp(change->cells[i].value, old) == 0 ? NULL :
			    &change->cells[i];
	return NULL;
}

/* The record from S to END with CHANGE made; ROW is what it holds. */
static void
change_record(struct buf *out, const char *s, const char *end,
    const struct sheet *sheet, const struct sheet_row *row,
    const struct ledger_change *change)
{
	const struct ledger_cell *cell;
	const char *stop;
	size_t i;

	for (i = 0; i < sheet->ncolumns; i++) {
		if (i > 0)
			buf_putc(out, sheet->separator);
		stop = cell_end(s, end, sheet->separator);
		cell = changed(change, sheet->columns[i].text,
		    row->cells[i].text);
		if (cell != NULL)
			add_cell(out, cell->value, sheet->separator);
		else
			buf_add(out, s, (size_t)(stop - s));
		s = stop < end ? stop + 1 : stop;
	}
}

/* All records of TEXT with the CHANGES made, into OUT. */
static void
change_all(const struct buf *text, const struct sheet *sheet,
    const struct ledger_change *changes, size_t n, struct buf *out)
{
	const char *s, *end;
	size_t row = 0, next = 0;
	int header = 1;

	for (s = buf_str(text); *s != '\0'; s = end) {
		end = record_end(s);
		if (is_blank_record(s, end, sheet->separator)) {
			buf_add(out, s, (size_t)(end - s));
		} else if (header) {
			header = 0;
			buf_add(out, s, (size_t)(end - s));
		} else if (next < n && changes[next].row == row) {
			change_record(out, s, end, sheet, &sheet->rows[row++],
			    &changes[next++]);
		} else {
			row++;
			buf_add(out, s, (size_t)(end - s));
		}
		if (*end == '\r')
			buf_putc(out, *end++);
		if (*end == '\n')
			buf_putc(out, *end++);
	}
	for (; next < n; next++)
		add_row(out, sheet, &(struct strs){ 0 }, changes[next].cells,
		    changes[next].n, buf_line_end(text));
}

int
ledger_apply(struct buf *text, const char *path,
    const struct ledger_change *changes, size_t n, struct diag *d)
{
	struct buf wide = { 0 }, out = { 0 };
	struct sheet sheet;
	struct strs missing = { 0 };
	size_t i, bom;
	int rc;

	if (text->len == 0 && n > 0)
		begin(text, changes[0].cells, changes[0].n);
	bom = utf8_bom(buf_str(text), text->len);
	rc = sheet_read(&sheet, path, buf_str(text) + bom, text->len - bom,
	    d);
	for (i = 0; i < n && rc == 0; i++)
		find_missing(&sheet, changes[i].cells, changes[i].n,
		    &missing);
	if (rc == 0) {
		add_columns(text, &missing, sheet.separator, &wide);
		sheet_release(&sheet);
		rc = sheet_read(&sheet, path, buf_str(&wide) + bom, wide.len -
		    bom, d);
	}
	if (rc == 0) {
		change_all(&wide, &sheet, changes, n, &out);
		buf_release(text);
		*text = out;
	}
	buf_release(&wide);
	strs_release(&missing);
	sheet_release(&sheet);
	return rc;
}
