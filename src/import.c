/* Taking a spreadsheet in: what the importers of rows and answers share. */
#include "import.h"

#include <sys/stat.h>

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "linediff.h"
#include "store.h"
#include "xlsx.h"
#include "xml.h"

/* ---- The file ---- */

static int
cannot_read(struct import *in, enum diag_code code, const char *why)
{
	return diag_add(in->d, code, NULL, "cannot read \"%s\": %s",
	    in->file, why);
}

/* All of the file FD, at most PATH_DATA_MAX bytes. */
static int
read_all(struct import *in, int fd, struct buf *data)
{
	char block[16384];
	struct stat st;
	ssize_t n;

	if (fstat(fd, &st) == -1 || !S_ISREG(st.st_mode))
		return cannot_read(in, DIAG_FILE_KIND, "not a regular file");
	while ((n = read(fd, block, sizeof(block))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return cannot_read(in, DIAG_SYSTEM, strerror(errno));
		if (data->len + (size_t)n > PATH_DATA_MAX)
			return cannot_read(in, DIAG_FILE_SIZE, "more than "
			    "64 MiB");
		buf_add(data, block, (size_t)n);
	}
	return 0;
}

static int
is_workbook(const struct import *in, const struct buf *data)
{
	return path_has_suffix(in->file, ".xlsx") ||
	    path_has_suffix(in->file, ".xlsm") ||
	    path_has_suffix(in->file, ".xls") ||
	    strncmp(buf_str(data), "PK\x03\x04", 4) == 0;
}

/* The sheet that is called as TARGET; NULL: none is. */
static const char *
find_sheet(const struct import *in, const struct xlsx *book,
    const char *target)
{
	size_t i;

	for (i = 0; xlsx_name(book, i) != NULL; i++)
		if (importmap_is_sheet(&in->map, target, xlsx_name(book, i)))
			return xlsx_name(book, i);
	return NULL;
}

static int
read_workbook(struct import *in, const struct buf *data, const char *name,
    const char *target)
{
	struct xlsx *book;
	int rc;

	book = xlsx_open(in->file, buf_str(data), data->len, in->d);
	if (book == NULL)
		return -1;
	if (name == NULL)
		name = find_sheet(in, book, target);
	rc = xlsx_sheet(book, name, &in->sheet, in->d);
	if (rc == 0 && name == NULL && xlsx_name(book, 1) != NULL)
		buf_printf(&in->said, "none of the sheets is called \"%s\": "
		    "the first was taken; --sheet names another\n", target);
	xlsx_free(book);
	return rc;
}

static int
read_csv(struct import *in, const struct buf *data, const char *name)
{
	const char *s = buf_str(data);
	struct place at = { 0 };
	size_t bom;

	at.path = in->file;
	if (name != NULL)
		return diag_add(in->d, DIAG_USAGE, NULL, "--sheet is for "
		    "workbooks; \"%s\" is CSV", in->file);
	bom = utf8_bom(s, data->len);
	if (utf8_check(s, data->len) != data->len)
		return diag_add(in->d, DIAG_UTF8, &at, "not UTF-8; save the "
		    "file as \"CSV UTF-8\" or as .xlsx");
	return sheet_read(&in->sheet, in->file, s + bom, data->len - bom,
	    in->d);
}

/* In CSV an apostrophe before a formula is none of the text: see csvout.h. */
static void
strip_apostrophes(struct sheet *sheet)
{
	char *text;
	size_t i, j;

	for (i = 0; i < sheet->nrows; i++)
		for (j = 0; j < sheet->ncolumns; j++) {
			text = sheet->rows[i].cells[j].text;
			if (text[0] == '\'' && text[1] != '\0' &&
			    strchr("=+-@\t\r\n", text[1]) != NULL)
				memmove(text, text + 1, strlen(text));
		}
}

/* All of FILE, a name of the user's, which messages then go by. */
static int
read_file(struct import *in, const char *file, struct buf *data)
{
	int fd, rc;

	/* Not to be taken for a path in the organisation's folder. */
	in->file = mem_printf("%s%s", file[0] == '/' || file[0] == '.' ? "" :
	    "./", file);
	fd = open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd == -1)
		return cannot_read(in, errno == ENOENT ? DIAG_FILE_MISSING :
		    DIAG_FILE_KIND, strerror(errno));
	rc = read_all(in, fd, data);
	close(fd);
	return rc;
}

int
import_load(struct import *in, const char *file, const char *name,
    const char *target)
{
	struct buf data = { 0 };
	int rc;

	rc = read_file(in, file, &data);
	if (rc == 0 && is_workbook(in, &data)) {
		rc = read_workbook(in, &data, name, target);
	} else if (rc == 0) {
		rc = read_csv(in, &data, name);
		strip_apostrophes(&in->sheet);
	}
	buf_release(&data);
	return rc;
}

int
import_each(struct import *in, const char *file,
    int (*wanted)(void *arg, const char *name),
    int (*take)(void *arg, const char *name), void *arg)
{
	struct buf data = { 0 };
	struct xlsx *book = NULL;
	size_t i;
	int rc;

	rc = read_file(in, file, &data);
	if (rc == 0) {
		book = xlsx_open(in->file, buf_str(&data), data.len, in->d);
		rc = book == NULL ? -1 : 0;
	}
	for (i = 0; rc == 0 && xlsx_name(book, i) != NULL; i++) {
		if (!wanted(arg, xlsx_name(book, i)))
			continue;
		rc = xlsx_sheet(book, xlsx_name(book, i), &in->sheet, in->d);
		if (rc == 0)
			rc = take(arg, xlsx_name(book, i));
		sheet_release(&in->sheet);
	}
	xlsx_free(book);
	buf_release(&data);
	return rc;
}

/* ---- Columns ---- */

/* What --map says of the column HEADER, or NULL. */
static const char *
mapped(const struct import *in, const char *header)
{
	size_t i;

	for (i = 0; i + 1 < in->pairs.n; i += 2)
		if (strcmp(in->pairs.v[i], header) == 0 ||
		    importmap_same(in->pairs.v[i], header))
			return in->pairs.v[i + 1];
	return NULL;
}

/* HEADER in small letters, what is none as "-", to the end of NAME. */
static void
add_small(struct buf *name, const char *header)
{
	unsigned char c, before = 0;

	for (; *header != '\0'; header++) {
		c = (unsigned char)*header;
		/* Capitals from U+00C0 on are 32 before their small ones. */
		if (before == 0xC3 && c <= 0x9E && c != 0x97)
			buf_putc(name, (char)(c + 0x20));
		else if (c >= 0x80 || isalnum(c))
			buf_putc(name, (char)tolower(c));
		else if (name->data[name->len - 1] != '-')
			buf_putc(name, '-');
		before = c;
	}
	while (name->len > 2 && name->data[name->len - 1] == '-')
		name->data[--name->len] = '\0';
}

static int
is_empty_column(const struct import *in, size_t column)
{
	size_t i;

	for (i = 0; i < in->sheet.nrows; i++)
		if (in->sheet.rows[i].cells[column].text[0] != '\0')
			return 0;
	return 1;
}

/* "x-" and the header of COLUMN as a name that is not among TAKEN. */
static const char *
make_name(struct import *in, size_t column, const struct strs *taken)
{
	const char *header = in->sheet.columns[column].text;
	struct buf name = { 0 };
	size_t len;
	int n;

	buf_puts(&name, "x-");
	add_small(&name, header);
	len = name.len;
	for (n = 2; strs_find(taken, buf_str(&name)) != -1; n++) {
		name.data[name.len = len] = '\0';
		buf_printf(&name, "-%d", n);
	}
	strs_take(&in->made, buf_detach(&name));
	if (!is_empty_column(in, column))
		buf_printf(&in->said, "column \"%s\" is kept as \"%s\"; --map "
		    "names another\n", header, in->made.v[in->made.n - 1]);
	return in->made.v[in->made.n - 1];
}

/* What HEADER is by --map, by the names KNOWN and by their TITLES. */
static const char *
sure_name(const struct import *in, const struct strs *known,
    const struct strs *titles, const char *header)
{
	const char *name;
	size_t i;

	name = mapped(in, header);
	if (name != NULL)
		return name;
	for (i = 0; i < known->n; i++)
		if (importmap_same(known->v[i], header))
			return known->v[i];
	for (i = 0; i < titles->n; i++)
		if (importmap_same(titles->v[i], header))
			return known->v[i];
	return NULL;
}

/* What COLUMN may be, but for what is TAKEN. */
static const char *
likely_name(struct import *in, const char *reg, const struct strs *taken,
    size_t column)
{
	const char *header = in->sheet.columns[column].text;
	const char *name;

	name = importmap_column(&in->map, reg, header, taken);
	if (name != NULL || reg == NULL)
		return name;
	if (strncmp(header, "x-", 2) == 0 && strs_find(taken, header) == -1)
		return header;
	return make_name(in, column, taken);
}

/* Is there a column for each --map? */
static int
check_pairs(const struct import *in)
{
	size_t i, j;
	int rc = 0;

	for (i = 0; i + 1 < in->pairs.n; i += 2) {
		for (j = 0; j < in->sheet.ncolumns; j++)
			if (importmap_same(in->pairs.v[i],
			    in->sheet.columns[j].text))
				break;
		if (j == in->sheet.ncolumns)
			rc = diag_add(in->d, DIAG_USAGE, NULL, "--map: \"%s\" "
			    "has no column \"%s\"", in->file,
			    in->pairs.v[i]);
	}
	return rc;
}

/* Is the name of the column I none of those before it? */
static int
check_name(const struct import *in, size_t i)
{
	const struct sheet *sheet = &in->sheet;
	struct place at = { 0 };
	size_t j;

	for (j = 0; j < i; j++)
		if (in->names[j] != NULL &&
		    strcmp(in->names[i], in->names[j]) == 0)
			break;
	if (j == i)
		return 0;
	at.path = in->file;
	at.line = sheet->columns[i].line;
	at.col = sheet->columns[i].col;
	return diag_add(in->d, DIAG_CSV_HEADER, &at, "\"%s\" and \"%s\" would "
	    "both be \"%s\"; give one of them another name with --map",
	    sheet->columns[j].text, sheet->columns[i].text, in->names[i]);
}

int
import_columns(struct import *in, const char *reg, const struct strs *known,
    const struct strs *titles)
{
	const struct sheet *sheet = &in->sheet;
	struct strs taken = { 0 };
	size_t i;
	int rc;

	rc = check_pairs(in);
	in->names = mem_zalloc((sheet->ncolumns + 1) * sizeof(*in->names));
	for (i = 0; i < sheet->ncolumns; i++) {
		in->names[i] = sure_name(in, known, titles,
		    sheet->columns[i].text);
		if (in->names[i] == NULL)
			continue;
		strs_add(&taken, in->names[i]);
		if (check_name(in, i) == -1)
			rc = -1;
	}
	for (i = 0; i < sheet->ncolumns; i++) {
		if (in->names[i] == NULL)
			in->names[i] = likely_name(in, reg, &taken, i);
		if (in->names[i] != NULL)
			strs_add(&taken, in->names[i]);
	}
	strs_release(&taken);
	return rc;
}

/* The column of the sheet that is NAME, or -1. */
static int
find_column(const struct import *in, const char *name)
{
	size_t i;

	for (i = 0; i < in->sheet.ncolumns; i++)
		if (in->names[i] != NULL && strcmp(in->names[i], name) == 0)
			return (int)i;
	return -1;
}

const char *
import_cell(const struct import *in, size_t i, const char *name)
{
	int column;

	column = find_column(in, name);
	return column == -1 ? "" : in->sheet.rows[i].cells[column].text;
}

int
import_has(const struct import *in, const char *name)
{
	return find_column(in, name) != -1;
}

struct place
import_place(const struct import *in, size_t i, const char *name)
{
	struct place at = { 0 };
	int column;

	column = find_column(in, name);
	at.path = in->file;
	at.line = in->sheet.rows[i].line;
	at.col = 1;
	if (column != -1) {
		at.line = in->sheet.rows[i].cells[column].line;
		at.col = in->sheet.rows[i].cells[column].col;
	}
	return at;
}

int
import_same_text(const char *a, const char *b)
{
	static const char blanks[] = " \t\r\n";

	for (;;) {
		a += strspn(a, blanks);
		b += strspn(b, blanks);
		if (*a == '\0' || *b == '\0')
			return *a == *b;
		while (*a != '\0' && strchr(blanks, *a) == NULL)
			if (*a++ != *b++)
				return 0;
		if (*b != '\0' && strchr(blanks, *b) == NULL)
			return 0;
	}
}

const char *
import_role(const struct import *in, const char *text)
{
	xmlNodePtr role;

	role = xml_first(xml_first(in->dossier, "i:roles"), "i:role");
	for (; role != NULL; role = xml_next(role, "i:role"))
		if (strcmp(xml_get(role, "id"), text) == 0 ||
		    importmap_same(xml_get(role, "title"), text))
			return xml_get(role, "id");
	return NULL;
}

/* ---- What changes ---- */

void
import_edit(struct import *in, const char *path, const struct buf *old,
    struct buf *text)
{
	struct edit *edit;

	in->edits = mem_resize(in->edits, in->nedits + 1,
	    sizeof(*in->edits));
	edit = &in->edits[in->nedits++];
	memset(edit, 0, sizeof(*edit));
	edit->path = mem_strdup(path);
	buf_add(&edit->old, buf_str(old), old->len);
	edit->text = *text;
	memset(text, 0, sizeof(*text));
}

void
import_show(const struct import *in, struct buf *out)
{
	const struct edit *edit;
	size_t i;

	for (i = 0; i < in->nedits; i++) {
		edit = &in->edits[i];
		buf_printf(out, "--- %s%s\n+++ b/%s\n", edit->old.len == 0 ?
		    "" : "a/", edit->old.len == 0 ? "/dev/null" : edit->path,
		    edit->path);
		linediff(buf_str(&edit->old), edit->old.len,
		    buf_str(&edit->text), edit->text.len, out);
	}
}

int
import_store(struct import *in)
{
	size_t i;
	int rc = 0;

	for (i = 0; i < in->nedits && rc == 0; i++)
		rc = store_write(in->roots, in->edits[i].path,
		    buf_str(&in->edits[i].text), in->edits[i].text.len,
		    in->d);
	return rc;
}

void
import_release(struct import *in)
{
	size_t i;

	for (i = 0; i < in->nedits; i++) {
		free(in->edits[i].path);
		buf_release(&in->edits[i].old);
		buf_release(&in->edits[i].text);
	}
	free(in->edits);
	free(in->names);
	free(in->file);
	strs_release(&in->made);
	strs_release(&in->pairs);
	importmap_release(&in->map);
	sheet_release(&in->sheet);
	buf_release(&in->said);
	memset(in, 0, sizeof(*in));
}
