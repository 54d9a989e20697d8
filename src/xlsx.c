/* Reading XLSX: opening a workbook, with its sheets, texts and formats. */
#include "xlsx.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "path.h"
#include "xlsxbook.h"
#include "xlsxcell.h"
#include "xlsxpull.h"

/* A relation of a part to another one, by id. */
struct relation {
	char	*id;
	char	*kind;		/* the last word of its type */
	char	*part;
};

struct relations {
	struct relation	*v;
	size_t		 n;
};

static int
missing(const struct xlsx *book, const char *part, struct diag *d)
{
	struct place at = { 0 };

	at.path = book->path;
	return diag_add(d, DIAG_XLSX_SYNTAX, &at, "cannot read the workbook: "
	    "it has no part \"%s\"", part);
}

/* ---- Relations ---- */

/* TARGET, as the part FROM names it, as a part; NULL where it is none. */
static char *
resolved(const char *from, const char *target)
{
	if (target == NULL)
		return NULL;
	if (target[0] == '/')
		return mem_strdup(target + 1);
	return path_resolve(from, target);
}

static void
take_relation(struct relations *all, struct pull *pull, const char *from)
{
	struct relation *one;
	char *kind, *target;

	all->v = mem_resize(all->v, all->n + 1, sizeof(*all->v));
	one = &all->v[all->n++];
	one->id = pull_attr(pull, "Id");
	kind = pull_attr(pull, "Type");
	one->kind = kind == NULL ? NULL : mem_strdup(path_base(kind));
	free(kind);
	target = pull_attr(pull, "Target");
	one->part = resolved(from, target);
	free(target);
}

/* What the part FROM refers to ("": the whole); none where nothing says so. */
static int
read_relations(const struct xlsx *book, const char *from,
    struct relations *all, struct diag *d)
{
	const struct buf *text;
	struct pull pull;
	char *dir, *name;
	int rc = 0;

	memset(all, 0, sizeof(*all));
	dir = path_dir(from);
	name = mem_printf("%s%s_rels/%s.rels", dir, dir[0] == '\0' ? "" : "/",
	    path_base(from));
	free(dir);
	text = xlsxzip_part(&book->zip, name);
	if (text != NULL) {
		pull_begin(&pull, book->path, name, text, d);
		while (pull_next(&pull) == 1)
			if (pull_starts(&pull, "Relationship"))
				take_relation(all, &pull, from);
		rc = pull_end(&pull);
	}
	free(name);
	return rc;
}

static void
relations_release(struct relations *all)
{
	size_t i;

	for (i = 0; i < all->n; i++) {
		free(all->v[i].id);
		free(all->v[i].kind);
		free(all->v[i].part);
	}
	free(all->v);
}

/* The part that a relation of KIND leads to, or NULL; borrowed. */
static const char *
of_kind(const struct relations *all, const char *kind)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->v[i].kind != NULL &&
		    strcmp(all->v[i].kind, kind) == 0)
			return all->v[i].part;
	return NULL;
}

static const char *
of_id(const struct relations *all, const char *id)
{
	size_t i;

	for (i = 0; id != NULL && i < all->n; i++)
		if (all->v[i].id != NULL && strcmp(all->v[i].id, id) == 0)
			return all->v[i].part;
	return NULL;
}

/* ---- The parts of the book ---- */

static void
take_sheet(struct xlsx *book, struct pull *pull, const struct relations *all)
{
	struct xlsxbook_sheet *sheet;
	const char *part;
	char *id, *state;

	book->sheets = mem_resize(book->sheets, book->nsheets + 1,
	    sizeof(*book->sheets));
	sheet = &book->sheets[book->nsheets++];
	sheet->name = pull_attr(pull, "name");
	if (sheet->name == NULL)
		sheet->name = mem_strdup("");
	id = pull_attr(pull, "id");
	part = of_id(all, id);
	sheet->part = part == NULL ? NULL : mem_strdup(part);
	state = pull_attr(pull, "state");
	sheet->hidden = state != NULL && strcmp(state, "visible") != 0;
	free(id);
	free(state);
}

static int
read_workbook(struct xlsx *book, const char *part,
    const struct relations *all, struct diag *d)
{
	const struct buf *text;
	struct pull pull;
	char *since;

	text = xlsxzip_part(&book->zip, part);
	if (text == NULL)
		return missing(book, part, d);
	pull_begin(&pull, book->path, part, text, d);
	while (pull_next(&pull) == 1) {
		if (pull_starts(&pull, "sheet")) {
			take_sheet(book, &pull, all);
		} else if (pull_starts(&pull, "workbookPr")) {
			since = pull_attr(&pull, "date1904");
			book->from_1904 = since != NULL && (since[0] == '1' ||
			    strcmp(since, "true") == 0);
			free(since);
		}
	}
	return pull_end(&pull);
}

/* A string at the end of the shared ones. */
static void
add_string(struct xlsx *book, const struct buf *raw)
{
	struct buf text = { 0 };

	xlsxcell_text(buf_str(raw), &text);
	if ((book->nstrings & (book->nstrings - 1)) == 0)
		book->strings = mem_resize(book->strings, book->nstrings ==
		    0 ? 1 : book->nstrings * 2, sizeof(*book->strings));
	book->strings[book->nstrings++] = text.data == NULL ?
	    mem_strdup("") : buf_detach(&text);
}

static int
read_strings(struct xlsx *book, const char *part, struct diag *d)
{
	const struct buf *text;
	struct buf raw = { 0 };
	struct pull pull;
	int in_text = 0, phonetic = 0;

	text = part == NULL ? NULL : xlsxzip_part(&book->zip, part);
	if (text == NULL)
		return 0;
	pull_begin(&pull, book->path, part, text, d);
	while (pull_next(&pull) == 1) {
		if (pull_starts(&pull, "rPh") && !pull.empty)
			phonetic = 1;
		else if (pull_ends(&pull, "rPh"))
			phonetic = 0;
		else if (pull_starts(&pull, "t"))
			in_text = !pull.empty && !phonetic;
		else if (pull_ends(&pull, "t"))
			in_text = 0;
		else if (pull.event == PULL_TEXT && in_text)
			buf_puts(&raw, pull.text);
		else if (pull_ends(&pull, "si") || (pull_starts(&pull,
		    "si") && pull.empty))
			add_string(book, &raw);
		if (pull_ends(&pull, "si"))
			buf_clear(&raw);
	}
	buf_release(&raw);
	return pull_end(&pull);
}

/* ---- Formats ---- */

/* Formats of the file that are dates, and where in the part we are. */
struct styles_run {
	long	*dates;
	size_t	 ndates;
	int	 in_xfs;
};

static void
take_format(struct styles_run *run, struct pull *pull)
{
	char *id, *code;

	id = pull_attr(pull, "numFmtId");
	code = pull_attr(pull, "formatCode");
	if (id != NULL && code != NULL && xlsxcell_is_date(code)) {
		run->dates = mem_resize(run->dates, run->ndates + 1,
		    sizeof(*run->dates));
		run->dates[run->ndates++] = strtol(id, NULL, 10);
	}
	free(id);
	free(code);
}

/* A style of cells: is it one of a date? */
static void
take_style(struct xlsx *book, const struct styles_run *run,
    struct pull *pull)
{
	char *text;
	long id;
	size_t i;
	int is_date;

	text = pull_attr(pull, "numFmtId");
	id = text == NULL ? 0 : strtol(text, NULL, 10);
	free(text);
	is_date = xlsxcell_is_date_id(id);
	for (i = 0; i < run->ndates; i++)
		is_date |= run->dates[i] == id;
	book->is_date = mem_resize(book->is_date, book->nstyles + 1, 1);
	book->is_date[book->nstyles++] = (char)is_date;
}

static int
read_styles(struct xlsx *book, const char *part, struct diag *d)
{
	struct styles_run run = { 0 };
	const struct buf *text;
	struct pull pull;

	text = part == NULL ? NULL : xlsxzip_part(&book->zip, part);
	if (text == NULL)
		return 0;
	pull_begin(&pull, book->path, part, text, d);
	while (pull_next(&pull) == 1) {
		if (pull_starts(&pull, "numFmt"))
			take_format(&run, &pull);
		else if (pull_starts(&pull, "cellXfs"))
			run.in_xfs = !pull.empty;
		else if (pull_ends(&pull, "cellXfs"))
			run.in_xfs = 0;
		else if (run.in_xfs && pull_starts(&pull, "xf"))
			take_style(book, &run, &pull);
	}
	free(run.dates);
	return pull_end(&pull);
}

/* ---- The book ---- */

static int
read_book(struct xlsx *book, struct diag *d)
{
	struct relations whole, all = { 0 };
	const char *main_part;
	int rc;

	rc = read_relations(book, "", &whole, d);
	main_part = of_kind(&whole, "officeDocument");
	if (main_part == NULL)
		main_part = "xl/workbook.xml";
	if (rc == 0)
		rc = read_relations(book, main_part, &all, d);
	if (rc == 0)
		rc = read_workbook(book, main_part, &all, d);
	if (rc == 0)
		rc = read_strings(book, of_kind(&all, "sharedStrings"), d);
	if (rc == 0)
		rc = read_styles(book, of_kind(&all, "styles"), d);
	relations_release(&whole);
	relations_release(&all);
	return rc;
}

struct xlsx *
xlsx_open(const char *path, const void *data, size_t len, struct diag *d)
{
	struct xlsx *book;

	book = mem_zalloc(sizeof(*book));
	book->path = path;
	if (xlsxzip_open(&book->zip, path, data, len, d) == -1 ||
	    read_book(book, d) == -1) {
		xlsx_free(book);
		return NULL;
	}
	return book;
}

void
xlsx_free(struct xlsx *book)
{
	size_t i;

	if (book == NULL)
		return;
	for (i = 0; i < book->nsheets; i++) {
		free(book->sheets[i].name);
		free(book->sheets[i].part);
	}
	for (i = 0; i < book->nstrings; i++)
		free(book->strings[i]);
	free(book->sheets);
	free(book->strings);
	free(book->is_date);
	xlsxzip_release(&book->zip);
	free(book);
}

const char *
xlsx_name(const struct xlsx *book, size_t i)
{
	size_t j;

	for (j = 0; j < book->nsheets; j++)
		if (!book->sheets[j].hidden && i-- == 0)
			return book->sheets[j].name;
	return NULL;
}

static int
no_sheet(const struct xlsx *book, const char *name, struct diag *d)
{
	struct buf names = { 0 };
	struct place at = { 0 };
	size_t i;

	at.path = book->path;
	for (i = 0; i < book->nsheets && i < 20; i++)
		buf_printf(&names, "%s\"%s\"", i == 0 ? "" : ", ",
		    book->sheets[i].name);
	if (name == NULL)
		diag_add(d, DIAG_XLSX_SYNTAX, &at, "cannot read the "
		    "workbook: it has no sheet that shows");
	else
		diag_add(d, DIAG_XLSX_SYNTAX, &at, "the workbook has no "
		    "sheet \"%s\"; it has %s", name, buf_str(&names));
	buf_release(&names);
	return -1;
}

const struct xlsxbook_sheet *
xlsxbook_find(const struct xlsx *book, const char *name, struct diag *d)
{
	const struct xlsxbook_sheet *sheet;
	size_t i;

	for (i = 0; i < book->nsheets; i++) {
		sheet = &book->sheets[i];
		if (name == NULL ? sheet->hidden :
		    strcasecmp(sheet->name, name) != 0)
			continue;
		if (sheet->part != NULL && xlsxzip_part(&book->zip,
		    sheet->part) != NULL)
			return sheet;
		missing(book, sheet->part == NULL ? sheet->name :
		    sheet->part, d);
		return NULL;
	}
	no_sheet(book, name, d);
	return NULL;
}
