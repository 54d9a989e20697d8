/* XLSX out: grids as the sheets of a workbook, by libxlsxwriter. */
#include "xlsxout.h"

#include <sys/stat.h>

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "date.h"
#include "xlsx.h"

enum {
	NAME_MAX_UNITS = 31,	/* of a sheet */
	WIDTH_LEAST = 9,
	WIDTH_MOST = 50,
	CHOICES_MAX = 255,	/* characters of a list, with its commas */
	FILL = 0xFFE699,	/* colour of a head, RGB */
	ROOM = 200		/* rows below the last that have the list too */
};

struct writer {
	const struct xlsxout	*about;
	lxw_workbook		*book;
	lxw_format		*head;
	lxw_format		*fill;		/* head of what is filled in */
	lxw_format		*text;
	lxw_format		*date;
	lxw_format		*number;
	struct strs		 names;		/* of the sheets */
	struct diag		*d;
};

/* ---- Text ---- */

/* How many UTF-16 units the UTF-8 sequence that begins with C makes. */
static size_t
units(unsigned char c)
{
	return (c & 0xC0) == 0x80 ? 0 : c >= 0xF0 ? 2 : 1;
}

static size_t
count_units(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += units((unsigned char)*s);
	return n;
}

/* The bytes at the beginning of S that make at most MAX units. */
static size_t
prefix(const char *s, size_t max)
{
	size_t i, n = 0;

	for (i = 0; s[i] != '\0'; i++) {
		n += units((unsigned char)s[i]);
		if (n > max)
			break;
	}
	return i;
}

/* Does "_xHHHH_", which would be read as one character, stand at S? */
static int
is_escape(const char *s)
{
	size_t i;

	if (s[0] != '_' || s[1] != 'x')
		return 0;
	for (i = 2; i < 6; i++)
		if (!isxdigit((unsigned char)s[i]))
			return 0;
	return s[6] == '_';
}

/* TEXT as it must be written to be read as it is; new memory. */
static char *
escaped(const char *text)
{
	struct buf out = { 0 };

	for (; *text != '\0'; text++) {
		if (is_escape(text))
			buf_puts(&out, "_x005F");
		buf_putc(&out, *text);
	}
	return out.data == NULL ? mem_strdup("") : buf_detach(&out);
}

/* ---- Names of sheets ---- */

static int
is_taken(const struct writer *w, const char *name)
{
	size_t i;

	for (i = 0; i < w->names.n; i++)
		if (strcasecmp(w->names.v[i], name) == 0)
			return 1;
	return 0;
}

/* TITLE cut so that it and SUFFIX are short enough; new memory. */
static char *
shortened(const char *title, const char *suffix)
{
	char *name, *whole;
	size_t len;

	len = prefix(title, NAME_MAX_UNITS - strlen(suffix));
	while (len > 0 && (title[len - 1] == ' ' || title[len - 1] == '\''))
		len--;
	name = mem_strndup(title, len);
	whole = mem_printf("%s%s", name, suffix);
	free(name);
	return whole;
}

/* Characters that a name cannot have become blanks, and none begins it. */
static char *
legal(const char *title)
{
	char *name, *s, *result;

	name = mem_strdup(title);
	for (s = name; *s != '\0'; s++)
		if (strchr("[]:*?/\\", *s) != NULL || (unsigned char)*s < 32)
			*s = ' ';
	s = name + strspn(name, " '");
	/* Excel keeps this name for itself. */
	result = mem_strdup(*s == '\0' || strcasecmp(s, "history") == 0 ?
	    "Sheet" : s);
	free(name);
	return result;
}

/* A name for the sheet of GRID; borrowed from W. */
static const char *
sheet_name(struct writer *w, const struct grid *grid)
{
	char *title, *name, suffix[16] = "";
	unsigned i;

	title = legal(grid->title);
	name = shortened(title, suffix);
	for (i = 2; is_taken(w, name); i++) {
		free(name);
		snprintf(suffix, sizeof(suffix), " (%u)", i);
		name = shortened(title, suffix);
	}
	free(title);
	strs_take(&w->names, name);
	return name;
}

/* ---- Cells ---- */

static void
write_text(struct writer *w, lxw_worksheet *sheet, const struct grid *grid,
    size_t row, size_t column)
{
	char *text;
	size_t len;

	text = escaped(grid_cell(grid, row, column));
	len = prefix(text, XLSXOUT_CELL_MAX);
	if (text[len] != '\0') {
		diag_add(w->d, DIAG_SHEET_CUT, NULL, "cut the cell in row "
		    "%zu, column \"%s\" of \"%s\" in \"%s\": more than %d "
		    "characters, and a spreadsheet holds no more", row + 2,
		    grid->columns[column].name, grid->name, w->about->path,
		    XLSXOUT_CELL_MAX);
		text[len] = '\0';
	}
	worksheet_write_string(sheet, (lxw_row_t)row + 1, (lxw_col_t)column,
	    text, w->text);
	free(text);
}

/* Write a date or number; 0 where the cell is none. */
static int
write_typed(struct writer *w, lxw_worksheet *sheet, const struct grid *grid,
    size_t row, size_t column)
{
	lxw_datetime moment = { 0 };
	struct date date;
	const char *text;

	text = grid_cell(grid, row, column);
	if (grid->columns[column].type == GRID_DATE &&
	    date_parse(text, &date) == 0 && date.year >= 1900) {
		moment.year = date.year;
		moment.month = date.month;
		moment.day = date.day;
		return worksheet_write_datetime(sheet, (lxw_row_t)row + 1,
		    (lxw_col_t)column, &moment, w->date) == LXW_NO_ERROR;
	}
	if (grid->columns[column].type == GRID_NUMBER && grid_is_number(text))
		return worksheet_write_number(sheet, (lxw_row_t)row + 1,
		    (lxw_col_t)column, strtod(text, NULL), w->number) ==
		    LXW_NO_ERROR;
	return 0;
}

/* As wide as the longest cell of a column, within limits. */
static int
width_of(const struct grid *grid, size_t column)
{
	size_t i, n, most;

	if (grid->columns[column].width > 0)
		return grid->columns[column].width;
	most = count_units(grid->columns[column].title) + 3;
	for (i = 0; i < grid->nrows && most < WIDTH_MOST; i++) {
		n = count_units(grid_cell(grid, i, column));
		if (n > most)
			most = n;
	}
	return most < WIDTH_LEAST ? WIDTH_LEAST : most > WIDTH_MOST ?
	    WIDTH_MOST : (int)most + 1;
}

/* The list of a status, where it is one that a sheet can hold. */
static void
add_choices(lxw_worksheet *sheet, const struct grid *grid, size_t column)
{
	const struct strs *values = &grid->columns[column].values;
	lxw_data_validation rule = { 0 };
	char **list;
	size_t i, len = 0, last;

	for (i = 0; i < values->n; i++) {
		if (strchr(values->v[i], ',') != NULL)
			return;
		len += count_units(values->v[i]) + 1;
	}
	if (values->n == 0 || len > CHOICES_MAX)
		return;
	/* With a NULL at its end; later versions of the library want const. */
	list = mem_zalloc((values->n + 1) * sizeof(*list));
	memcpy(list, values->v, values->n * sizeof(*list));
	rule.validate = LXW_VALIDATION_TYPE_LIST;
	rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
	rule.value_list = (void *)list;
	last = grid->nrows + ROOM;
	worksheet_data_validation_range(sheet, 1, (lxw_col_t)column,
	    (lxw_row_t)(last > XLSXOUT_ROWS_MAX ? XLSXOUT_ROWS_MAX : last),
	    (lxw_col_t)column, &rule);
	free(list);
}

/* ---- Sheets ---- */

static void
write_head(struct writer *w, lxw_worksheet *sheet, const struct grid *grid)
{
	lxw_row_col_options unseen = { 0 };
	char *title;
	size_t j;

	unseen.hidden = LXW_TRUE;
	for (j = 0; j < grid->ncolumns; j++) {
		title = escaped(grid->columns[j].title);
		title[prefix(title, XLSXOUT_CELL_MAX)] = '\0';
		worksheet_write_string(sheet, 0, (lxw_col_t)j, title,
		    grid->columns[j].fill ? w->fill : w->head);
		free(title);
		worksheet_set_column_opt(sheet, (lxw_col_t)j, (lxw_col_t)j,
		    width_of(grid, j), NULL, grid->columns[j].hidden ?
		    &unseen : NULL);
		add_choices(sheet, grid, j);
	}
}

/* How many rows of GRID fit; the rest is left out with a warning. */
static size_t
rows_that_fit(struct writer *w, const struct grid *grid)
{
	if (grid->nrows <= XLSXOUT_ROWS_MAX)
		return grid->nrows;
	diag_add(w->d, DIAG_SHEET_CUT, NULL, "cut \"%s\" in \"%s\" after %d "
	    "rows: a spreadsheet holds no more", grid->name, w->about->path,
	    XLSXOUT_ROWS_MAX);
	return XLSXOUT_ROWS_MAX;
}

static int
write_sheet(struct writer *w, const struct grid *grid)
{
	lxw_worksheet *sheet;
	size_t i, j, nrows;

	sheet = workbook_add_worksheet(w->book, sheet_name(w, grid));
	if (sheet == NULL)
		return -1;
	nrows = rows_that_fit(w, grid);
	write_head(w, sheet, grid);
	for (i = 0; i < nrows; i++)
		for (j = 0; j < grid->ncolumns; j++)
			if (grid_cell(grid, i, j)[0] != '\0' &&
			    !write_typed(w, sheet, grid, i, j))
				write_text(w, sheet, grid, i, j);
	worksheet_freeze_panes(sheet, 1, grid->ncolumns > 1);
	if (grid->ncolumns > 0)
		worksheet_autofilter(sheet, 0, 0, (lxw_row_t)nrows,
		    (lxw_col_t)(grid->ncolumns - 1));
	return 0;
}

/* Midnight of TODAY, in seconds since 1970. */
static time_t
seconds(const char *today)
{
	struct date date;
	long year, days;

	if (date_parse(today, &date) == -1)
		return 0;
	/* Years that begin in March have their leap day at the end. */
	year = date.year - (date.month < 3);
	days = 365 * year + year / 4 - year / 100 + year / 400 +
	    (153 * (date.month + (date.month < 3 ? 9 : -3)) + 2) / 5 +
	    date.day - 1 - 719468;
	return (time_t)days * 86400;
}

static lxw_format *
head_format(struct writer *w)
{
	lxw_format *format;

	format = workbook_add_format(w->book);
	format_set_bold(format);
	format_set_text_wrap(format);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	format_set_bottom(format, LXW_BORDER_THIN);
	return format;
}

static void
set_up(struct writer *w)
{
	lxw_doc_properties props = { 0 };

	props.title = (char *)(uintptr_t)w->about->title;
	props.company = (char *)(uintptr_t)w->about->company;
	props.created = seconds(w->about->today);
	workbook_set_properties(w->book, &props);
	w->head = head_format(w);
	w->fill = head_format(w);
	format_set_bg_color(w->fill, FILL);
	w->text = workbook_add_format(w->book);
	format_set_text_wrap(w->text);
	format_set_align(w->text, LXW_ALIGN_VERTICAL_TOP);
	w->number = workbook_add_format(w->book);
	format_set_align(w->number, LXW_ALIGN_VERTICAL_TOP);
	w->date = workbook_add_format(w->book);
	format_set_num_format(w->date, "yyyy-mm-dd");
	format_set_align(w->date, LXW_ALIGN_VERTICAL_TOP);
}

/* ---- The file ---- */

static int
refused(const struct writer *w, const char *why)
{
	return diag_add(w->d, DIAG_SYSTEM, NULL, "cannot make \"%s\": %s",
	    w->about->path, why);
}

/* Append all that is in the file FD to OUT. */
static int
take_file(int fd, struct buf *out)
{
	char block[16384];
	ssize_t n;

	do {
		n = read(fd, block, sizeof(block));
		if (n > 0)
			buf_add(out, block, (size_t)n);
	} while (n > 0 || (n == -1 && errno == EINTR));
	return n == -1 ? -1 : 0;
}

static int
is_blank(const struct grid *grid, size_t row)
{
	size_t j;

	for (j = 0; j < grid->ncolumns; j++)
		if (grid_cell(grid, row, j)[0] != '\0')
			return 0;
	return 1;
}

/* How many rows the sheet of GRID has, with the header. */
static size_t
count_rows(const struct grid *grid)
{
	size_t i, n = grid->ncolumns > 0;

	for (i = 0; i < grid->nrows && i < XLSXOUT_ROWS_MAX; i++)
		n += !is_blank(grid, i);
	return n;
}

/*
 * The library does not say when one of its temporary files was cut short, on
 * a full disk: so what it made is read again.
 */
static int
check(const struct writer *w, const struct buf *out,
    const struct grid *const *grids, size_t n)
{
	struct diag said = { 0 };
	struct xlsx *book;
	size_t i, nrows;
	int rc = 0;

	book = xlsx_open(w->about->path, buf_str(out), out->len, &said);
	for (i = 0; i < n && book != NULL && rc == 0; i++) {
		rc = xlsx_count(book, w->names.v[i], &nrows, &said);
		if (rc == 0 && nrows != count_rows(grids[i]))
			rc = -1;
	}
	if (book == NULL)
		rc = -1;
	xlsx_free(book);
	diag_release(&said);
	return rc == 0 ? 0 : refused(w, "it came out cut short; is there "
	    "room in $TMPDIR or /tmp?");
}

static int
write_book(struct writer *w, const char *name,
    const struct grid *const *grids, size_t n)
{
	lxw_workbook_options options = { 0 };
	lxw_error error;
	size_t i;
	int rc = 0;

	w->book = workbook_new_opt(name, &options);
	if (w->book == NULL)
		return refused(w, "no memory");
	set_up(w);
	for (i = 0; i < n && rc == 0; i++)
		rc = write_sheet(w, grids[i]);
	error = workbook_close(w->book);
	if (rc == -1)
		return refused(w, "a sheet of it has no name");
	if (error != LXW_NO_ERROR)
		return refused(w, lxw_strerror(error));
	return 0;
}

int
xlsxout(const struct xlsxout *about, const struct grid *const *grids,
    size_t n, struct buf *out, struct diag *d)
{
	struct writer w = { 0 };
	const char *dir;
	char *name;
	int fd, rc;

	w.about = about;
	w.d = d;
	dir = getenv("TMPDIR");
	name = mem_printf("%s/ismsdoc-XXXXXX", dir == NULL || dir[0] == '\0' ?
	    "/tmp" : dir);
	fd = mkstemp(name);
	if (fd == -1) {
		rc = diag_add(d, DIAG_SYSTEM, NULL, "cannot make a temporary "
		    "file \"%s\" for \"%s\": %s", name, about->path,
		    strerror(errno));
		free(name);
		return rc;
	}
	rc = write_book(&w, name, grids, n);
	if (rc == 0 && take_file(fd, out) == -1)
		rc = refused(&w, strerror(errno));
	if (rc == 0)
		rc = check(&w, out, grids, n);
	unlink(name);
	close(fd);
	strs_release(&w.names);
	free(name);
	return rc;
}
