/* Taking back an owner sheet: answers and registers from one workbook. */
#include "importsheet.h"

#include <libxml/hash.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "takings.h"
#include "xml.h"

enum { TEXT_MAX = 1024 };	/* of a message */

/* A row of the tables as they are. */
struct now_row {
	const struct grid	*grid;
	size_t			 row;
	int			 line;	/* of the file that has it; 0: none */
};

/* A column of the sheet that is read. */
struct column {
	int	 is;		/* which of the grid's, or -1 */
	int	 was;		/* the sheet's column of how it was, or -1 */
};

struct back {
	struct import		*in;
	const struct tables	*now;
	struct now_row		*rows;
	size_t			 nrows;
	xmlHashTablePtr		 by_key;	/* of, title and key -> */
						/* its now_row */
	const struct grid	*grid;		/* of the sheet that is read */
	struct column		*columns;	/* of that sheet */
	int			 key;		/* its column with the key */
	struct takings		 takings;
	size_t			 nsame;		/* changed on both sides */
	size_t			 nleft;
	int			 failed;
};

/* ---- The tables as they are ---- */

static int
is_taken_back(const struct grid *grid)
{
	return grid->of != NULL && grid->owner != NULL &&
	    grid_column(grid, "key") != -1;
}

static void
learn_grid(struct back *back, const struct grid *grid)
{
	struct now_row *row;
	size_t i;
	int key;

	key = grid_column(grid, "key");
	for (i = 0; is_taken_back(grid) && i < grid->nrows; i++) {
		row = &back->rows[back->nrows++];
		row->grid = grid;
		row->row = i;
		xmlHashAddEntry3(back->by_key, BAD_CAST grid->of,
		    BAD_CAST grid->title, BAD_CAST grid_cell(grid, i,
		    (size_t)key), row);
	}
}

static void
learn_rows(struct back *back)
{
	const struct grids *grids = &back->now->grids;
	size_t i, n = 0;

	for (i = 0; i < grids->n; i++)
		n += grids->v[i].nrows;
	back->rows = mem_zalloc((n + 1) * sizeof(*back->rows));
	back->by_key = xmlHashCreate(256);
	for (i = 0; i < grids->n; i++)
		learn_grid(back, &grids->v[i]);
}

/* The first grid that a sheet called NAME may be; NULL: none. */
static const struct grid *
find_grid(const struct back *back, const char *name)
{
	const struct grids *grids = &back->now->grids;
	size_t i;

	for (i = 0; i < grids->n; i++)
		if (importmap_same(grids->v[i].title, name) &&
		    grids->v[i].owner != NULL)
			return &grids->v[i];
	return NULL;
}

/* ---- What is left ---- */

/* The cell J of the row I, or the row where J is -1, is left: say why. */
static void leave(struct back *back, size_t i, int j, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

static void
leave(struct back *back, size_t i, int j, const char *fmt, ...)
{
	const struct sheet_row *row = &back->in->sheet.rows[i];
	struct place at = { 0 };
	char text[TEXT_MAX];
	va_list ap;

	at.path = back->in->file;
	at.line = j == -1 ? row->line : row->cells[j].line;
	at.col = j == -1 ? 1 : row->cells[j].col;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_add(back->in->d, DIAG_SHEET_LEFT, &at, "%s: %s",
	    back->grid->title, text);
	back->nleft++;
}

/* The key of the row I. */
static const char *
key_of(const struct back *back, size_t i)
{
	return back->in->sheet.rows[i].cells[back->key].text;
}

/* ---- Columns ---- */

/* The column of GRID that HEADER is, by title or name; -1: none. */
static int
which(const struct grid *grid, const char *header)
{
	size_t i;

	for (i = 0; i < grid->ncolumns; i++)
		if (importmap_same(grid->columns[i].title, header))
			return (int)i;
	for (i = 0; i < grid->ncolumns; i++)
		if (importmap_same(grid->columns[i].name, header))
			return (int)i;
	return -1;
}

/* Which of the first N columns of the sheet is NAME in its grid; -1: none. */
static int
find_column(const struct back *back, size_t n, const char *name)
{
	size_t j;
	int is;

	for (j = 0; j < n; j++) {
		is = back->columns[j].is;
		if (is != -1 && strcmp(back->grid->columns[is].name,
		    name) == 0)
			return (int)j;
	}
	return -1;
}

/* The name of the column that goes with COLUMN; new memory. */
static char *
was_name(const struct grid_column *column)
{
	return mem_printf("was-%s", column->name);
}

static int
lacking(struct back *back, const char *title)
{
	struct place at = { 0 };

	at.path = back->in->file;
	at.line = at.col = 1;
	back->failed = 1;
	return diag_add(back->in->d, DIAG_CSV_HEADER, &at, "the sheet \"%s\" "
	    "has no column \"%s\" any more; take a new sheet, and fill that "
	    "in", back->grid->title, title);
}

/* Say of the column J, which nobody knows, that what it says is left. */
static void
unknown_column(struct back *back, size_t j)
{
	const struct sheet *sheet = &back->in->sheet;
	size_t i;

	for (i = 0; i < sheet->nrows; i++)
		if (sheet->rows[i].cells[j].text[0] != '\0')
			break;
	if (i < sheet->nrows)
		leave(back, i, (int)j, "no sheet has a column \"%s\": "
		    "nothing was taken from it", sheet->columns[j].text);
}

static int
learn_columns(struct back *back)
{
	const struct sheet *sheet = &back->in->sheet;
	const struct grid_column *column;
	size_t i, j;
	char *was;
	int is, rc = 0;

	back->columns = mem_resize(back->columns, sheet->ncolumns + 1,
	    sizeof(*back->columns));
	for (j = 0; j < sheet->ncolumns; j++) {
		back->columns[j].is = back->columns[j].was = -1;
		is = which(back->grid, sheet->columns[j].text);
		if (is != -1 && find_column(back, j,
		    back->grid->columns[is].name) == -1)
			back->columns[j].is = is;
		if (back->columns[j].is == -1)
			unknown_column(back, j);
	}
	back->key = find_column(back, sheet->ncolumns, "key");
	if (back->key == -1)
		return lacking(back, "key");
	for (j = 0; j < sheet->ncolumns; j++) {
		if (back->columns[j].is == -1)
			continue;
		column = &back->grid->columns[back->columns[j].is];
		if (!column->fill)
			continue;
		was = was_name(column);
		back->columns[j].was = find_column(back, sheet->ncolumns,
		    was);
		i = (size_t)grid_column(back->grid, was);
		if (back->columns[j].was == -1)
			rc = lacking(back, i < back->grid->ncolumns ?
			    back->grid->columns[i].title : was);
		free(was);
	}
	return rc;
}

/* ---- Cells ---- */

/* What people chose as the file says it: a word, a date; new memory. */
static char *
plain(const struct grid_column *column, const char *text)
{
	char date[16];
	size_t i;

	for (i = 0; i < column->values.n && i < column->words.n; i++)
		if (importmap_same(column->values.v[i], text) ||
		    strcmp(column->words.v[i], text) == 0)
			return mem_strdup(column->words.v[i]);
	if (column->type == GRID_DATE && importmap_date(text, date) == 0)
		return mem_strdup(date);
	return mem_strdup(text);
}

static int
is_same(const struct grid_column *column, const char *a, const char *b)
{
	char *x, *y;
	int same;

	x = plain(column, a);
	y = plain(column, b);
	same = import_same_text(x, y);
	free(x);
	free(y);
	return same;
}

/* The text of the row of NOW in the column NAME of its grid. */
static const char *
now_cell(const struct now_row *now, const char *name)
{
	int column;

	column = grid_column(now->grid, name);
	return column == -1 ? "" : grid_cell(now->grid, now->row,
	    (size_t)column);
}

/* The cell J of the row I is taken as the column and text of WHAT. */
static void
take(struct back *back, size_t i, int j, const struct now_row *now,
    const struct taking *what)
{
	const struct sheet_row *row = &back->in->sheet.rows[i];
	struct taking taking = *what;

	if (taking.of == NULL)
		taking.of = now->grid->of;
	taking.key = row->cells[back->key].text;
	taking.label = (char *)(size_t)now_cell(now, "label");
	taking.line = row->cells[j].line;
	taking.col = row->cells[j].col;
	takings_add(&back->takings, &taking);
}

static int
is_word(const struct grid_column *column, const char *text)
{
	size_t k;

	for (k = 0; k < column->words.n; k++)
		if (strcmp(column->words.v[k], text) == 0)
			return 1;
	return 0;
}

/*
 * The first of the ids in TEXT that the register has not which the column NAME
 * of the register REG refers to; new memory, or NULL.
 */
static char *
unknown_id(const struct back *back, const char *reg, const char *name,
    const char *text)
{
	struct strs ids = { 0 };
	xmlNodePtr column, row;
	const char *type;
	char *unknown = NULL;
	size_t i;

	column = xml_first(takings_register(back->in, reg), "i:column");
	while (column != NULL && strcmp(xml_get(column, "name"), name) != 0)
		column = xml_next(column, "i:column");
	type = column == NULL ? NULL : xml_get(column, "type");
	if (type == NULL || strcmp(type, "rows") != 0)
		return NULL;
	cell_split(text, &ids);
	for (i = 0; i < ids.n && unknown == NULL; i++) {
		row = xml_first(takings_register(back->in, xml_get(column,
		    "of")), "i:row");
		while (row != NULL && (xml_get(row, "id") == NULL ||
		    strcmp(xml_get(row, "id"), ids.v[i]) != 0))
			row = xml_next(row, "i:row");
		if (row == NULL)
			unknown = mem_strdup(ids.v[i]);
	}
	strs_release(&ids);
	return unknown;
}

/* Does the cell J of the row I name only ids that are there? */
static int
ids_are_known(struct back *back, size_t i, int j, const char *of,
    const char *text)
{
	const struct grid_column *column;
	char *unknown;

	column = &back->grid->columns[back->columns[j].is];
	unknown = unknown_id(back, of, column->name, text);
	if (unknown == NULL)
		return 1;
	leave(back, i, j, "\"%s\" of %s: no register has \"%.60s\"; left as "
	    "it is", column->title, key_of(back, i), unknown);
	free(unknown);
	return 0;
}

/* Can the cell J of the row I be what it says?  Else it is left. */
static int
can_be(struct back *back, size_t i, int j, const struct now_row *now,
    const char *text)
{
	const struct grid_column *column;
	const char *was;
	char date[16];

	column = &back->grid->columns[back->columns[j].is];
	was = now_cell(now, column->name);
	if (column->type == GRID_DATE && importmap_date(text, date) == -1) {
		leave(back, i, j, "\"%s\" of %s: \"%.60s\" is no date; left "
		    "as it is", column->title, key_of(back, i), text);
		return 0;
	}
	if (column->words.n > 0 && !is_word(column, text)) {
		leave(back, i, j, "\"%s\" of %s: \"%.60s\" is none of the "
		    "list; left as it is", column->title, key_of(back, i),
		    text);
		return 0;
	}
	/* Such as a control that is out. */
	if (strcmp(now->grid->of, "answers") == 0 && column->values.n > 0 &&
	    was[0] != '\0' && strs_find(&column->values, was) == -1) {
		leave(back, i, j, "\"%s\" of %s is \"%.60s\", which no sheet "
		    "changes; left as it is", column->title, key_of(back, i),
		    was);
		return 0;
	}
	return ids_are_known(back, i, j, now->grid->of, text);
}

/* A day of review is a row of the register, and no later than today. */
static void
take_review(struct back *back, size_t i, int j, const struct now_row *now,
    char *on)
{
	struct taking what = { 0 };
	const char *today;

	today = xml_get(back->in->dossier, "today");
	if (today != NULL && strcmp(on, today) > 0) {
		leave(back, i, j, "\"%s\" of %s: %s has not come yet; left as "
		    "it is", back->grid->columns[back->columns[j].is].title,
		    key_of(back, i), on);
		return;
	}
	/* Who says so, and when: one row for all that agree in these. */
	what.of = "reviews";
	what.column = mem_printf("%s %s", on, now->grid->owner);
	what.text = on;
	take(back, i, j, now, &what);
	free(what.column);
}

/* Of a part, the list of parts is not ours to change: it is a note. */
static void
take_value(struct back *back, size_t i, int j, const struct now_row *now,
    char *text)
{
	const struct grid_column *column;
	struct taking what = { 0 };
	const char *part;

	column = &back->grid->columns[back->columns[j].is];
	part = strcmp(now->grid->of, "answers") == 0 ?
	    strchr(key_of(back, i), '@') : NULL;
	if (strcmp(now->grid->of, "answers") == 0 &&
	    strcmp(column->name, "reviewed-on") == 0) {
		take_review(back, i, j, now, text);
	} else if (part != NULL) {
		what.column = mem_printf("%s: %s", part + 1, column->title);
		what.text = back->in->sheet.rows[i].cells[j].text;
		take(back, i, j, now, &what);
		free(what.column);
	} else {
		what.column = column->name;
		what.text = text;
		take(back, i, j, now, &what);
	}
}

/* The cell J of the row I, which may be filled in. */
static void
take_cell(struct back *back, size_t i, int j, const struct now_row *now)
{
	const struct sheet_row *row = &back->in->sheet.rows[i];
	const struct grid_column *column;
	const char *text, *was, *is, *shown;
	char *name, *value;

	column = &back->grid->columns[back->columns[j].is];
	name = was_name(column);
	text = row->cells[j].text;
	was = row->cells[back->columns[j].was].text;
	is = now_cell(now, name);
	shown = now_cell(now, column->name);
	value = plain(column, text);
	if (text[0] == '\0') {
		if (was[0] != '\0' && shown[0] != '\0')
			leave(back, i, j, "\"%s\" of %s was emptied: an empty "
			    "cell changes nothing", column->title,
			    key_of(back, i));
	} else if (is_same(column, text, was)) {
		;	/* nobody touched it */
	} else if (is_same(column, text, is)) {
		back->nsame++;
	} else if (!is_same(column, was, is)) {
		leave(back, i, j, "\"%s\" of %s: the sheet says \"%.60s\", "
		    "but the folder has moved on from \"%.60s\" to \"%.60s\"; "
		    "left as it is", column->title, key_of(back, i), text, was,
		    is);
	} else if (can_be(back, i, j, now, value)) {
		take_value(back, i, j, now, value);
	}
	free(value);
	free(name);
}

/* Is what is only to be read in the row I as the sheet was made with? */
static int
is_untouched(const struct back *back, size_t i)
{
	const struct sheet_row *row = &back->in->sheet.rows[i];
	const char **cells;
	char mark[13];
	size_t j;
	int column, same;

	column = find_column(back, back->in->sheet.ncolumns, "mark");
	if (column == -1)
		return 0;
	cells = mem_zalloc((back->grid->ncolumns + 1) * sizeof(*cells));
	for (j = 0; j < back->in->sheet.ncolumns; j++)
		if (back->columns[j].is != -1)
			cells[back->columns[j].is] = row->cells[j].text;
	tables_mark(back->grid, cells, mark);
	same = strcmp(mark, row->cells[column].text) == 0;
	free(cells);
	return same;
}

/* What was written where nothing is taken from, in the cell J of the row I. */
static void
look_at(struct back *back, size_t i, int j, const struct now_row *now)
{
	const char *text = back->in->sheet.rows[i].cells[j].text;
	const struct grid_column *column;

	column = &back->grid->columns[back->columns[j].is];
	if (text[0] != '\0' && !is_same(column, text, now_cell(now,
	    column->name)))
		leave(back, i, j, "\"%s\" of %s is not filled in here: "
		    "\"%.60s\" was not taken, and is not what the folder says",
		    column->title, key_of(back, i), text);
}

/* ---- Rows ---- */

static int
has_text(const struct sheet *sheet, size_t i)
{
	size_t j;

	for (j = 0; j < sheet->ncolumns; j++)
		if (sheet->rows[i].cells[j].text[0] != '\0')
			return 1;
	return 0;
}

/* What the row I is about, or NULL, which is said. */
static struct now_row *
find_row(struct back *back, size_t i)
{
	const struct sheet *sheet = &back->in->sheet;
	const char *key = key_of(back, i);
	struct now_row *now;

	if (key[0] == '\0') {
		if (has_text(sheet, i))
			leave(back, i, -1, "a row without a key: nothing was "
			    "taken from it; new rows are added by \"ismsdoc "
			    "import\" and the name of the register");
		return NULL;
	}
	now = xmlHashLookup3(back->by_key, BAD_CAST back->grid->of,
	    BAD_CAST back->grid->title, BAD_CAST key);
	if (now == NULL) {
		leave(back, i, back->key, "no sheet has \"%.60s\" any more: "
		    "nothing was taken from the row", key);
	} else if (now->line != 0) {
		leave(back, i, back->key, "\"%.60s\" stands in row %d too: "
		    "nothing was taken from this one", key, now->line);
		now = NULL;
	} else {
		now->line = sheet->rows[i].line;
	}
	return now;
}

static void
take_row(struct back *back, size_t i)
{
	const struct grid_column *column;
	struct now_row *now;
	size_t j;
	int untouched;

	now = find_row(back, i);
	untouched = now != NULL && is_untouched(back, i);
	for (j = 0; now != NULL && j < back->in->sheet.ncolumns; j++) {
		if (back->columns[j].is == -1)
			continue;
		column = &back->grid->columns[back->columns[j].is];
		if (column->fill)
			take_cell(back, i, (int)j, now);
		else if (!column->hidden && !untouched)
			look_at(back, i, (int)j, now);
	}
}

/* import_each's: is it one of ours, and not what says how to fill in? */
static int
is_wanted(void *arg, const char *name)
{
	struct back *back = arg;
	const struct grid *grid;
	struct place at = { 0 };

	grid = find_grid(back, name);
	if (grid == NULL) {
		at.path = back->in->file;
		diag_add(back->in->d, DIAG_SHEET_LEFT, &at, "no sheet of "
		    "owners is called \"%.60s\": nothing was taken from it",
		    name);
		back->nleft++;
	}
	return grid != NULL && is_taken_back(grid);
}

static int
take_sheet(void *arg, const char *name)
{
	struct back *back = arg;
	size_t i;

	back->grid = find_grid(back, name);
	if (learn_columns(back) == -1)
		return -1;
	for (i = 0; i < back->in->sheet.nrows; i++)
		take_row(back, i);
	return 0;
}

int
importsheet(struct import *in, const char *file, const struct tables *now)
{
	struct back back = { 0 };
	int rc;

	back.in = in;
	back.now = now;
	learn_rows(&back);
	rc = import_each(in, file, is_wanted, take_sheet, &back);
	if (back.failed)
		rc = -1;
	if (rc == 0)
		rc = takings_give(&back.takings, in, now);
	buf_printf(&in->said, "%zu cells taken, %zu as the folder says "
	    "already, %zu left\n", back.takings.n, back.nsame, back.nleft);
	in->nleft = back.nleft;
	takings_release(&back.takings);
	free(back.columns);
	free(back.rows);
	xmlHashFree(back.by_key, NULL);
	return rc;
}
