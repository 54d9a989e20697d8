/* Taking a spreadsheet into a register. */
#include "importrows.h"

#include <libxml/hash.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "importfit.h"
#include "ledger.h"

struct rows {
	struct import		*in;
	const char		*name;		/* of the register */
	char			*path;
	struct buf		 text;		/* of its file */
	struct sheet		 old;
	xmlHashTablePtr		 ids;		/* id -> its row */
	struct regdefs		 defs;
	struct importfit	 fit;
	struct ledger_change	*changes;
	size_t			 n;
	struct strs		 values;	/* that changes borrow */
	size_t			 nids;		/* that were made up */
	size_t			 nchanged;
	size_t			 nnew;
	size_t			 nsame;
};

/* The register as it is; empty where there is none. */
static int
load(struct rows *rows)
{
	struct import *in = rows->in;
	const char *s;
	size_t bom;

	if (!path_exists(in->roots, rows->path))
		return 0;
	/* With its BOM, which stays. */
	if (path_read(in->roots, rows->path, PATH_DATA_MAX, &rows->text, NULL,
	    in->d) == -1)
		return -1;
	s = buf_str(&rows->text);
	bom = utf8_bom(s, rows->text.len);
	return sheet_read(&rows->old, rows->path, s + bom, rows->text.len -
	    bom, in->d);
}

/* ---- Cells ---- */

/* Is the column one of dates? */
static int
is_date(const struct rows *rows, const char *column)
{
	const char *type;

	type = importmap_type(&rows->in->map, rows->name, column);
	if (type != NULL)
		return strcmp(type, "date") == 0;
	return path_has_suffix(column, "-on") ||
	    path_has_suffix(column, "-until") ||
	    strcmp(column, "due") == 0 || strcmp(column, "covers-from") == 0 ||
	    strcmp(column, "covers-to") == 0;
}

static int
is_role(const struct rows *rows, const char *column)
{
	const char *type;

	type = importmap_type(&rows->in->map, rows->name, column);
	if (type != NULL)
		return strcmp(type, "role") == 0 ||
		    strcmp(type, "party") == 0;
	return strcmp(column, "owner") == 0 || strcmp(column, "by") == 0 ||
	    strcmp(column, "role") == 0;
}

/* What the file gets for TEXT in COLUMN; borrowed. */
static const char *
value_of(struct rows *rows, const char *column, const char *text)
{
	const char *known;
	char date[16];

	if (is_date(rows, column) && importmap_date(text, date) == 0) {
		strs_add(&rows->values, date);
		return rows->values.v[rows->values.n - 1];
	}
	known = is_role(rows, column) ? import_role(rows->in, text) :
	    importmap_word(&rows->in->map, rows->name, column, text);
	return known == NULL || known[0] == '\0' ? text : known;
}

/* ---- Rows ---- */

/* The rows of the register by id. */
static void
learn_ids(struct rows *rows)
{
	size_t i;
	int column;

	rows->ids = xmlHashCreate(64);
	column = rows->old.ncolumns == 0 ? -1 : sheet_column(&rows->old,
	    "id");
	for (i = 0; column != -1 && i < rows->old.nrows; i++)
		xmlHashAddEntry(rows->ids,
		    BAD_CAST rows->old.rows[i].cells[column].text,
		    &rows->old.rows[i]);
	/* An id that the sheet brings is not given to another row. */
	for (i = 0; i < rows->in->sheet.nrows; i++)
		xmlHashAddEntry(rows->ids, BAD_CAST import_cell(rows->in, i,
		    "id"), rows);
}

/* The row of the register with the id, or LEDGER_NEW. */
static size_t
find_id(const struct rows *rows, const char *id)
{
	const void *row;

	row = xmlHashLookup(rows->ids, BAD_CAST id);
	return row == NULL || row == rows ? LEDGER_NEW :
	    (size_t)((const struct sheet_row *)row - rows->old.rows);
}

/* Are A and B the same, but for blanks between the values of a list? */
static int
is_same_list(const char *a, const char *b)
{
	for (;;) {
		if (*a != *b)
			return 0;
		if (*a == '\0')
			return 1;
		a++;
		b++;
		if (a[-1] == ';') {
			a += strspn(a, " ");
			b += strspn(b, " ");
		}
	}
}

/* Does the row I of the register say all that CHANGE says? */
static int
says(const struct rows *rows, size_t i, const struct ledger_change *change)
{
	const char *value;
	size_t j;
	int column;

	for (j = 0; j < change->n; j++) {
		value = change->cells[j].value;
		column = value == NULL ? -1 : sheet_column(&rows->old,
		    change->cells[j].column);
		if (value != NULL && (column == -1 ||
		    !is_same_list(rows->old.rows[i].cells[column].text,
		    value)))
			return 0;
	}
	return 1;
}

/* Leave in CHANGE only what the row I of the register does not say. */
static void
keep_news(const struct rows *rows, size_t i, struct ledger_change *change)
{
	struct ledger_cell *cell;
	size_t j;
	int column;

	for (j = 0; j < change->n; j++) {
		cell = &change->cells[j];
		column = sheet_column(&rows->old, cell->column);
		if (cell->value != NULL && column != -1 &&
		    is_same_list(rows->old.rows[i].cells[column].text,
		    cell->value))
			cell->value = NULL;
	}
}

/* The row without id that CHANGE would add again; LEDGER_NEW: none. */
static size_t
find_same(const struct rows *rows, const struct ledger_change *change)
{
	size_t i;

	for (i = 0; i < rows->old.nrows; i++)
		if (says(rows, i, change))
			return i;
	return LEDGER_NEW;
}

/* Has the register, or is it to have, the column "id"? */
static int
has_ids(const struct rows *rows)
{
	return rows->old.ncolumns == 0 ? import_has(rows->in, "id") :
	    sheet_column(&rows->old, "id") != -1;
}

/*
 * The id that comes after the last one of the register: after
 * Without one to go by, the register's name and a number.
 */
static const char *
next_id(struct rows *rows)
{
	const char *last = NULL;
	size_t i, len = 0;
	char *id;
	int column;

	column = rows->old.ncolumns == 0 ? -1 : sheet_column(&rows->old,
	    "id");
	for (i = rows->old.nrows; column != -1 && i > 0 && len == 0; i--) {
		last = rows->old.rows[i - 1].cells[column].text;
		len = strlen(last);
		while (len > 0 && isdigit((unsigned char)last[len - 1]))
			len--;
		if (last[len] == '\0' || strlen(last + len) > 9)
			len = 0;
	}
	do {
		rows->nids++;
		id = len == 0 ? mem_printf("%s-%zu", rows->name, rows->nids) :
		    mem_printf("%.*s%0*lu", (int)len, last,
		    (int)strlen(last + len), strtoul(last + len, NULL, 10) +
		    rows->nids);
		strs_take(&rows->values, id);
	} while (xmlHashAddEntry(rows->ids, BAD_CAST id, rows) != 0);
	return id;
}

/* Give the new row of CHANGE an id, which is said. */
static void
give_id(struct rows *rows, struct ledger_change *change, int line)
{
	struct ledger_cell *cell = NULL;
	size_t j;

	for (j = 0; j < change->n; j++)
		if (strcmp(change->cells[j].column, "id") == 0)
			cell = &change->cells[j];
	if (cell == NULL)
		cell = &change->cells[change->n++];
	cell->column = "id";
	cell->value = next_id(rows);
	buf_printf(&rows->in->said, "row %d gets the id %s\n", line,
	    cell->value);
}

/*
 * A value that its column cannot have would make the folder unreadable: it is
 * kept in a column with "x-" before the name, which is said.
 */
static void
put_aside(struct rows *rows, struct ledger_cell *cell, const char *why,
    int line)
{
	strs_take(&rows->values, mem_printf("x-%s", cell->column));
	buf_printf(&rows->in->said, "row %d: \"%s\" in \"%s\" is not %s, so "
	    "it is kept in \"x-%s\"\n", line, cell->value, cell->column, why,
	    cell->column);
	cell->column = rows->values.v[rows->values.n - 1];
}

/* The value of CHANGE in COLUMN, or NULL. */
static const char *
value_in(const struct ledger_change *change, const char *column)
{
	size_t j;

	for (j = 0; j < change->n; j++)
		if (strcmp(change->cells[j].column, column) == 0)
			return change->cells[j].value;
	return NULL;
}

/* Has the new row of CHANGE, the row I of the sheet, all that it needs? */
static void
check_required(struct rows *rows, const struct ledger_change *change,
    size_t i)
{
	const struct regdef *def = rows->fit.def;
	struct place at;
	char *aside;
	size_t j;

	for (j = 0; def != NULL && j < def->n; j++) {
		if (!def->columns[j].required || value_in(change,
		    def->columns[j].name) != NULL)
			continue;
		at = import_place(rows->in, i, def->columns[j].name);
		aside = mem_printf("x-%s", def->columns[j].name);
		if (value_in(change, aside) != NULL)
			diag_add(rows->in->d, DIAG_IMPORT, &at, "each row of "
			    "\"%s\" needs the \"%s\", and \"%s\" fits no such "
			    "column; correct the sheet, or add what it names",
			    rows->name, def->columns[j].name,
			    value_in(change, aside));
		else
			diag_add(rows->in->d, DIAG_IMPORT, &at, "this row has "
			    "no \"%s\", which each row of \"%s\" needs; fill "
			    "it in, or say with --map which column it is",
			    def->columns[j].name, rows->name);
		rows->in->failed = 1;
		free(aside);
	}
}

/* What the row I of the sheet asks for. */
static void
add_change(struct rows *rows, size_t i)
{
	struct import *in = rows->in;
	struct ledger_change *change;
	struct ledger_cell *cell;
	const char *id, *text, *why;
	size_t j;

	rows->changes = mem_resize(rows->changes, rows->n + 1,
	    sizeof(*rows->changes));
	change = &rows->changes[rows->n];
	memset(change, 0, sizeof(*change));
	/* One more: the row may get an id. */
	change->cells = mem_zalloc((in->sheet.ncolumns + 1) *
	    sizeof(*change->cells));
	for (j = 0; j < in->sheet.ncolumns; j++) {
		text = in->sheet.rows[i].cells[j].text;
		cell = &change->cells[change->n++];
		cell->column = in->names[j];
		cell->value = text[0] == '\0' ? NULL :
		    value_of(rows, in->names[j], text);
		why = cell->value == NULL ? NULL : importfit_why_not(
		    &rows->fit, cell->column, cell->value);
		if (why != NULL)
			put_aside(rows, cell, why, in->sheet.rows[i].line);
	}
	id = import_cell(in, i, "id");
	change->row = id[0] == '\0' ? find_same(rows, change) :
	    find_id(rows, id);
	if (change->row == LEDGER_NEW) {
		if (id[0] == '\0' && has_ids(rows))
			give_id(rows, change, in->sheet.rows[i].line);
		check_required(rows, change, i);
		rows->nnew++;
		rows->n++;
	} else if (says(rows, change->row, change)) {
		rows->nsame++;
		free(change->cells);
	} else {
		keep_news(rows, change->row, change);
		rows->nchanged++;
		rows->n++;
	}
}

/* Is each id there once? */
static int
check_ids(struct import *in)
{
	xmlHashTablePtr seen;
	struct place at;
	const char *id;
	size_t i;
	int rc = 0;

	seen = xmlHashCreate(64);
	for (i = 0; i < in->sheet.nrows; i++) {
		id = import_cell(in, i, "id");
		if (id[0] == '\0' || xmlHashAddEntry(seen, BAD_CAST id,
		    in) == 0)
			continue;
		at = import_place(in, i, "id");
		rc = diag_add(in->d, DIAG_ID_TWICE, &at, "the id \"%s\" "
		    "stands twice; give each row its own", id);
	}
	xmlHashFree(seen, NULL);
	return rc;
}

/* By row, the new ones last and in the order of the sheet. */
static int
by_row(const void *a, const void *b)
{
	const struct ledger_change *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return 0;
}

/* qsort does not keep the order of equals, and new rows are equal. */
static void
sort_changes(struct rows *rows)
{
	struct ledger_change one;
	size_t i, j, known = 0;

	for (i = 0; i < rows->n; i++) {
		if (rows->changes[i].row == LEDGER_NEW)
			continue;
		one = rows->changes[i];
		for (j = i; j > known; j--)
			rows->changes[j] = rows->changes[j - 1];
		rows->changes[known++] = one;
	}
	qsort(rows->changes, known, sizeof(*rows->changes), by_row);
}

static int
merge(struct rows *rows)
{
	struct import *in = rows->in;
	struct buf old = { 0 };
	size_t i;
	int rc;

	learn_ids(rows);
	importfit_begin(&rows->fit, &rows->defs, rows->name, in->dossier);
	for (i = 0; i < in->sheet.nrows; i++)
		importfit_add_row(&rows->fit, import_cell(in, i, "id"));
	for (i = 0; i < in->sheet.nrows; i++)
		add_change(rows, i);
	importfit_end(&rows->fit);
	xmlHashFree(rows->ids, NULL);
	if (in->failed)
		return -1;
	sort_changes(rows);
	buf_printf(&in->said, "%s: %zu rows changed, %zu new, %zu as they "
	    "were\n", rows->path, rows->nchanged, rows->nnew, rows->nsame);
	if (rows->n == 0)
		return 0;
	buf_add(&old, buf_str(&rows->text), rows->text.len);
	rc = ledger_apply(&rows->text, rows->path, rows->changes, rows->n,
	    in->d);
	if (rc == 0)
		import_edit(in, rows->path, &old, &rows->text);
	buf_release(&old);
	return rc;
}

/* The title of the column NAME of GRID, or NAME. */
static const char *
title_of(const struct grid *grid, const char *name)
{
	size_t i;

	for (i = 0; grid != NULL && i < grid->ncolumns; i++)
		if (strcmp(grid->columns[i].name, name) == 0)
			return grid->columns[i].title;
	return name;
}

/* The columns of the register, and what people read over them. */
static void
learn_columns(const struct rows *rows, const struct tables *now,
    struct strs *known, struct strs *titles)
{
	const struct grid *grid = NULL;
	const char *name;
	size_t i;

	for (i = 0; i < now->grids.n; i++)
		if (strcmp(now->grids.v[i].name, rows->name) == 0)
			grid = &now->grids.v[i];
	for (i = 0; i < rows->old.ncolumns; i++) {
		name = rows->old.columns[i].text;
		strs_add(known, name);
		strs_add(titles, title_of(grid, name));
	}
}

int
importrows(struct import *in, const char *name, const struct tables *now)
{
	struct rows rows = { 0 };
	struct strs known = { 0 }, titles = { 0 };
	size_t i;
	int rc;

	rows.in = in;
	rows.name = name;
	rows.path = mem_printf("registers/%s.csv", name);
	rc = regdefs_load(&rows.defs, in->roots, in->d);
	if (rc == 0)
		rc = load(&rows);
	learn_columns(&rows, now, &known, &titles);
	if (rc == 0)
		rc = import_columns(in, name, &known, &titles);
	if (rc == 0)
		rc = check_ids(in);
	if (rc == 0)
		rc = merge(&rows);
	for (i = 0; i < rows.n; i++)
		free(rows.changes[i].cells);
	free(rows.changes);
	free(rows.path);
	buf_release(&rows.text);
	strs_release(&rows.values);
	sheet_release(&rows.old);
	regdefs_release(&rows.defs);
	/* Names may be those of KNOWN. */
	free(in->names);
	in->names = NULL;
	strs_release(&known);
	strs_release(&titles);
	return rc;
}
