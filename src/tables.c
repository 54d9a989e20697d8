/* Tables: what export.xsl and sheets.xsl return, as CSV and XLSX. */
#include "tables.h"

#include <stdlib.h>
#include <string.h>

#include "csvout.h"
#include "mem.h"
#include "run.h"
#include "sha.h"
#include "xlsxout.h"
#include "xml.h"

enum { COLUMNS_MAX = 1024 };

/* ---- From the result ---- */

static enum grid_type
type_of(const char *word)
{
	static const char *const words[] = {
		"text", "date", "number", "status"
	};
	size_t i;

	for (i = 0; word != NULL && i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i], word) == 0)
			return (enum grid_type)i;
	return GRID_TEXT;
}

/* The words of LIST, with "|" between. */
static void
take_list(struct strs *words, const char *list)
{
	size_t len;

	for (; list != NULL && *list != '\0'; list += len +
	    (list[len] != '\0')) {
		len = strcspn(list, "|");
		if (len > 0)
			strs_take(words, mem_strndup(list, len));
	}
}

static int
is_true(xmlNodePtr node, const char *name)
{
	return xml_get(node, name) != NULL &&
	    strcmp(xml_get(node, name), "true") == 0;
}

static void
take_column(struct grid *grid, xmlNodePtr node)
{
	struct grid_column *column;
	const char *name, *title;

	name = xml_get(node, "name");
	title = xml_get(node, "title");
	name = name == NULL ? "" : name;
	column = grid_add_column(grid, name, title == NULL ? name : title,
	    type_of(xml_get(node, "type")));
	if (xml_get(node, "width") != NULL)
		column->width = (int)strtol(xml_get(node, "width"), NULL, 10);
	if (column->width < 0 || column->width > 255)
		column->width = 0;
	take_list(&column->values, xml_get(node, "values"));
	take_list(&column->words, xml_get(node, "words"));
	column->fill = is_true(node, "fill");
	column->hidden = is_true(node, "hidden");
	column->mark = xml_get(node, "type") != NULL &&
	    strcmp(xml_get(node, "type"), "mark") == 0;
}

/* What a cell holds; NULL where that is nothing. */
static char *
text_of(xmlNodePtr cell)
{
	xmlChar *text;
	char *copy = NULL;

	text = xmlNodeGetContent(cell);
	if (text != NULL && text[0] != '\0')
		copy = mem_strdup((const char *)text);
	xmlFree(text);
	return copy;
}

void
tables_mark(const struct grid *grid, const char *const *cells, char out[13])
{
	struct buf text = { 0 };
	char hex[SHA_HEX];
	const char *s;
	size_t i, len;

	for (i = 0; i < grid->ncolumns; i++) {
		if (grid->columns[i].fill || grid->columns[i].hidden)
			continue;
		/* Spreadsheets do as they like with blanks. */
		for (s = cells[i] == NULL ? "" : cells[i]; *s != '\0';
		    s += len) {
			s += strspn(s, " \t\r\n");
			len = strcspn(s, " \t\r\n");
			buf_add(&text, s, len);
			buf_putc(&text, ' ');
		}
		buf_putc(&text, '\n');
	}
	sha_hex(buf_str(&text), text.len, hex);
	memcpy(out, hex, 12);
	out[12] = '\0';
	buf_release(&text);
}

static void
take_row(struct grid *grid, xmlNodePtr node)
{
	xmlNodePtr cell;
	char **cells, mark[13];
	size_t i = 0;

	cells = grid_add_row(grid);
	for (cell = xml_first(node, "i:cell"); cell != NULL &&
	    i < grid->ncolumns; cell = xml_next(cell, "i:cell"))
		cells[i++] = text_of(cell);
	for (i = 0; i < grid->ncolumns; i++)
		if (grid->columns[i].mark) {
			tables_mark(grid, (const char *const *)cells, mark);
			free(cells[i]);
			cells[i] = mem_strdup(mark);
		}
}

static int
take_table(struct tables *tables, xmlNodePtr node, struct diag *d)
{
	struct grid *grid;
	const char *name, *title, *workbook;
	xmlNodePtr child;

	name = xml_get(node, "name");
	title = xml_get(node, "title");
	workbook = xml_get(node, "workbook");
	if (name == NULL || name[0] == '\0')
		return diag_add(d, DIAG_RESULT, NULL, "cannot use a table of "
		    "a stylesheet: it has no name");
	grid = grids_add(&tables->grids, name, title == NULL ? name : title,
	    workbook == NULL ? name : workbook);
	if (xml_get(node, "of") != NULL)
		grid->of = mem_strdup(xml_get(node, "of"));
	if (xml_get(node, "owner") != NULL)
		grid->owner = mem_strdup(xml_get(node, "owner"));
	grid->no_csv = xml_get(node, "formats") != NULL &&
	    strcmp(xml_get(node, "formats"), "xlsx") == 0;
	for (child = xml_first(node, "i:column"); child != NULL &&
	    grid->ncolumns < COLUMNS_MAX; child = xml_next(child,
	    "i:column"))
		take_column(grid, child);
	for (child = xml_first(node, "i:row"); child != NULL;
	    child = xml_next(child, "i:row"))
		take_row(grid, child);
	return 0;
}

int
tables_read(struct tables *tables, const struct xslt *xslt,
    xmlDocPtr dossier, struct diag *d)
{
	const char *company;
	xmlNodePtr root;

	memset(tables, 0, sizeof(*tables));
	root = xmlDocGetRootElement(dossier);
	company = xml_get(xml_first(root, "i:organisation"), "name");
	tables->company = mem_strdup(company == NULL ? "" : company);
	tables->today = mem_strdup(xml_get(root, "today"));
	return tables_add(tables, xslt, dossier, d);
}

int
tables_add(struct tables *tables, const struct xslt *xslt, xmlDocPtr dossier,
    struct diag *d)
{
	xmlDocPtr result;
	xmlNodePtr node;
	int rc = 0;

	if (xslt == NULL)
		return 0;
	result = run_stylesheet(xslt, dossier, dossier, NULL, d);
	if (result == NULL)
		return -1;
	run_report(result, d);
	for (node = xml_first(xmlDocGetRootElement(result), "i:table");
	    node != NULL && rc == 0; node = xml_next(node, "i:table"))
		rc = take_table(tables, node, d);
	xmlFreeDoc(result);
	return rc;
}

/* ---- To files ---- */

/* A file that is made; its bytes are still to be set. */
static struct tables_file *
add_file(struct tables *tables, char *path)
{
	struct tables_file *file;

	tables->files = mem_resize(tables->files, tables->nfiles + 1,
	    sizeof(*tables->files));
	file = &tables->files[tables->nfiles++];
	memset(file, 0, sizeof(*file));
	file->path = path;
	return file;
}

static void
make_csv(struct tables *tables, const struct grid *grid)
{
	struct tables_file *file;

	file = add_file(tables, mem_printf("csv/%s.csv", grid->name));
	csvout(grid, &file->data);
}

/* The workbook of the grid FIRST, with all that belong to it. */
static int
make_xlsx(struct tables *tables, size_t first)
{
	const struct grids *grids = &tables->grids;
	const struct grid **sheets;
	struct tables_file *file;
	struct xlsxout about = { 0 };
	size_t i, n = 0;
	int rc;

	sheets = mem_zalloc(grids->n * sizeof(*sheets));
	for (i = first; i < grids->n; i++)
		if (strcmp(grids->v[i].workbook,
		    grids->v[first].workbook) == 0)
			sheets[n++] = &grids->v[i];
	file = add_file(tables, mem_printf("xlsx/%s.xlsx",
	    grids->v[first].workbook));
	about.path = file->path;
	about.title = n == 1 ? grids->v[first].title :
	    grids->v[first].workbook;
	about.company = tables->company;
	about.today = tables->today;
	rc = xlsxout(&about, sheets, n, &file->data, &tables->d);
	free(sheets);
	return rc;
}

/* Is the grid at I the first of its workbook? */
static int
is_first(const struct grids *grids, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++)
		if (strcmp(grids->v[j].workbook, grids->v[i].workbook) == 0)
			return 0;
	return 1;
}

static void
make_all(struct tables *tables)
{
	size_t i;

	for (i = 0; i < tables->grids.n && tables->rc == 0; i++) {
		if ((tables->formats & TABLES_CSV) &&
		    !tables->grids.v[i].no_csv)
			make_csv(tables, &tables->grids.v[i]);
		if ((tables->formats & TABLES_XLSX) &&
		    is_first(&tables->grids, i))
			tables->rc = make_xlsx(tables, i);
	}
	grids_release(&tables->grids);
}

static void *
work(void *arg)
{
	xslt_thread();
	make_all(arg);
	return NULL;
}

void
tables_begin(struct tables *tables, unsigned formats, unsigned nthreads)
{
	tables->formats = formats;
	tables->pending = nthreads != 1 && formats != 0 &&
	    pthread_create(&tables->thread, NULL, work, tables) == 0;
	if (!tables->pending && formats != 0)
		make_all(tables);
}

int
tables_end(struct tables *tables, struct publish *out, struct diag *d)
{
	size_t i;

	if (tables->pending)
		pthread_join(tables->thread, NULL);
	tables->pending = 0;
	diag_merge(d, &tables->d);
	for (i = 0; i < tables->nfiles && tables->rc == 0; i++)
		tables->rc = publish_add(out, tables->files[i].path,
		    buf_str(&tables->files[i].data),
		    tables->files[i].data.len);
	return tables->rc;
}

void
tables_release(struct tables *tables)
{
	size_t i;

	if (tables->pending)
		pthread_join(tables->thread, NULL);
	for (i = 0; i < tables->nfiles; i++) {
		free(tables->files[i].path);
		buf_release(&tables->files[i].data);
	}
	free(tables->files);
	grids_release(&tables->grids);
	diag_release(&tables->d);
	free(tables->company);
	free(tables->today);
	memset(tables, 0, sizeof(*tables));
}
