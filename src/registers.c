/* Registers: registers/NAME.csv into the dossier, and what their rows say. */
#include "registers.h"

#include <stdlib.h>
#include <string.h>

#include "beside.h"
#include "cell.h"
#include "path.h"
#include "regdef.h"
#include "sheet.h"
#include "template.h"
#include "workspace.h"
#include "xml.h"

/* One file on its way into the dossier. */
struct loading {
	const char			 *path;
	char				 *name;		/* of the register */
	const struct regdef		 *def;		/* NULL: one of the */
							/* organisation's own */
	struct sheet			  sheet;
	const struct regdef_column	**columns;	/* of the sheet */
	struct diag			 *d;
};

static struct place
place_at(const struct loading *l, int line, int col)
{
	struct place at;

	at.path = l->path;
	at.line = line;
	at.col = col;
	return at;
}

/* What the dossier calls the column I: its declared name, else the file's. */
static const char *
name_of(const struct loading *l, size_t i)
{
	return l->columns[i]->name[0] != '\0' ? l->columns[i]->name :
	    l->sheet.columns[i].text;
}

/* Is the declared COLUMN in the header before index END? */
static int
has_column(const struct loading *l, const struct regdef_column *column,
    size_t end)
{
	size_t i;

	for (i = 0; i < end; i++)
		if (l->columns[i] == column)
			return 1;
	return 0;
}

/* The declared column that the unknown NAME may be meant for, or NULL. */
static const char *
near_column(const struct loading *l, const char *name)
{
	struct strs names = { 0 };
	const char *near, *found = NULL;
	size_t i;

	for (i = 0; i < l->def->n; i++)
		if (!has_column(l, &l->def->columns[i], l->sheet.ncolumns))
			strs_add(&names, l->def->columns[i].name);
	near = strs_nearest(&names, name);
	if (near != NULL)
		found = regdef_column(l->def, near)->name;
	strs_release(&names);
	return found;
}

/* A column that the register is not known to have. */
static void
check_unknown(const struct loading *l, size_t i)
{
	const struct sheet_cell *head = &l->sheet.columns[i];
	const char *near;
	struct place at;

	if (head->text[0] == '\0' || strncmp(head->text, "x-", 2) == 0)
		return;
	near = near_column(l, head->text);
	if (near == NULL)
		return;
	at = place_at(l, head->line, head->col);
	diag_add(l->d, DIAG_COLUMN_UNKNOWN, &at, "the register \"%s\" has "
	    "no column \"%s\"; did you mean \"%s\"? If not, call it "
	    "\"x-%s\"", l->name, head->text, near, head->text);
}

/* Each declared column once, and those that must be there. */
static void
check_header(const struct loading *l)
{
	const struct sheet_cell *head;
	const struct regdef_column *column;
	struct place at;
	size_t i;

	for (i = 0; i < l->sheet.ncolumns; i++) {
		head = &l->sheet.columns[i];
		column = l->columns[i];
		at = place_at(l, head->line, head->col);
		if (regdef_column(l->def, head->text) == NULL)
			check_unknown(l, i);
		else if (has_column(l, column, i) &&
		    sheet_column(&l->sheet, head->text) == (int)i)
			diag_add(l->d, DIAG_CSV_HEADER, &at, "\"%s\" is the "
			    "column \"%s\", which stands there already; "
			    "put the two together", head->text,
			    column->name);
	}
	for (i = 0; i < l->def->n; i++) {
		column = &l->def->columns[i];
		at = place_at(l, l->sheet.columns[0].line, 1);
		if (column->required && !has_column(l, column,
		    l->sheet.ncolumns))
			diag_add(l->d, DIAG_CSV_HEADER, &at, "the register "
			    "\"%s\" lacks the column \"%s\", which each row "
			    "must fill; add it", l->name, column->name);
	}
}

static void
find_columns(struct loading *l)
{
	const struct regdef_column *column;
	const char *text;
	size_t i;

	l->columns = mem_zalloc((l->sheet.ncolumns + 1) *
	    sizeof(*l->columns));
	for (i = 0; i < l->sheet.ncolumns; i++) {
		text = l->sheet.columns[i].text;
		column = regdef_column(l->def, text);
		l->columns[i] = column != NULL ? column :
		    regdef_usual(text);
	}
}

static void
emit_columns(const struct loading *l, xmlNodePtr reg)
{
	const char *text;
	xmlNodePtr node;
	size_t i;

	for (i = 0; i < l->sheet.ncolumns; i++) {
		node = xml_add(reg, "i:column");
		text = l->sheet.columns[i].text;
		xml_set(node, "name", name_of(l, i));
		if (strcmp(name_of(l, i), text) != 0)
			xml_set(node, "as", text);
		regdef_set_type(l->columns[i], node);
	}
}

static void
emit_row(const struct loading *l, xmlNodePtr reg, const struct sheet_row *row)
{
	const struct sheet_cell *text;
	struct buf starts = { 0 };
	struct place at;
	xmlNodePtr node, cell;
	size_t i;
	int id;

	at = place_at(l, row->line, 1);
	buf_printf(&starts, "%d", row->line);
	node = xml_add(reg, "i:row");
	id = sheet_column(&l->sheet, "id");
	if (id != -1 && row->cells[id].text[0] != '\0')
		xml_set(node, "id", row->cells[id].text);
	xml_set_src(node, &at);
	for (i = 0; i < l->sheet.ncolumns; i++) {
		text = &row->cells[i];
		at = place_at(l, text->line, text->col);
		if (text->text[0] == '\0' && l->columns[i]->required)
			diag_add(l->d, DIAG_CELL_MISSING, &at, "this row of "
			    "\"%s\" has no \"%s\"; fill in the cell",
			    l->name, name_of(l, i));
		if (text->text[0] == '\0')
			continue;
		cell = xml_add_text(node, "i:cell", text->text);
		xml_set(cell, "name", name_of(l, i));
		buf_putc(&starts, ' ');
		if (text->line != row->line)
			buf_printf(&starts, "%d:", text->line);
		buf_printf(&starts, "%d", text->col);
	}
	xml_set(node, "starts", buf_str(&starts));
	buf_release(&starts);
}

/*
 * The rows' ids, each once in its register.  Where two registers use the same
 * id, a reference means the first.
 */
static void
learn_ids(struct refs *refs, xmlNodePtr reg, const char *name,
    struct diag *d)
{
	xmlNodePtr row;
	const char *id;
	struct place at;
	char *path;

	for (row = xml_first(reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		id = xml_get(row, "id");
		if (id == NULL || refs_add_row(refs, name, id, row) == 0)
			continue;
		at = template_place(row, &path);
		diag_add(d, DIAG_ID_TWICE, &at, "the id \"%s\" stands "
		    "already at %s; give each row its own", id,
		    xml_get_ns(refs_row(refs, name, id), XML_NS_I, "src"));
		free(path);
	}
}

static void
emit(struct refs *refs, struct loading *l, xmlNodePtr parent)
{
	struct place at;
	xmlNodePtr reg;
	size_t i;

	find_columns(l);
	if (l->def != NULL && l->sheet.ncolumns > 0)
		check_header(l);
	reg = xml_add(parent, "i:register");
	xml_set(reg, "name", l->name);
	at = place_at(l, 1, 1);
	xml_set_src(reg, &at);
	emit_columns(l, reg);
	for (i = 0; i < l->sheet.nrows; i++)
		emit_row(l, reg, &l->sheet.rows[i]);
	learn_ids(refs, reg, l->name, l->d);
	free(l->columns);
}

/* A file, read ahead. */
struct csv {
	const struct roots	*roots;
	const char		*path;
	struct sheet		 sheet;
	int			 is_text;	/* else there is no sheet */
	int			 rc;		/* -1: not all could be read */
	struct diag		 d;
};

/* beside's fn. */
static void
read_csv(void *arg, size_t i)
{
	struct csv *csv = (struct csv *)arg + i;
	struct buf text = { 0 };

	csv->rc = path_read_text(csv->roots, csv->path, PATH_DATA_MAX, &text,
	    NULL, &csv->d);
	csv->is_text = csv->rc == 0;
	if (csv->is_text)
		csv->rc = sheet_read(&csv->sheet, csv->path, buf_str(&text),
		    text.len, &csv->d);
	buf_release(&text);
}

static void
emit_csv(struct refs *refs, struct csv *csv, xmlNodePtr parent,
    struct diag *d)
{
	struct loading l = { 0 };

	diag_merge(d, &csv->d);
	if (!csv->is_text)
		return;
	l.path = csv->path;
	l.name = path_stem(csv->path);
	l.def = regdefs_find(&refs->ws->registers, l.name);
	l.sheet = csv->sheet;
	l.d = d;
	emit(refs, &l, parent);
	sheet_release(&l.sheet);
	free(l.name);
}

int
registers_load(struct refs *refs, xmlNodePtr parent, unsigned nthreads,
    struct diag *d)
{
	struct strs files = { 0 };
	struct csv *csvs;
	struct ahead *ahead;
	size_t i, before;
	int rc;

	before = d->nerrors + d->nfatal;
	rc = path_list(refs->roots, "registers", ".csv", 0, &files, d);
	csvs = mem_zalloc(files.n * sizeof(*csvs));
	for (i = 0; i < files.n; i++) {
		csvs[i].roots = refs->roots;
		csvs[i].path = files.v[i];
	}
	ahead = ahead_begin(files.n, read_csv, csvs, nthreads);
	for (i = 0; i < files.n; i++) {
		ahead_need(ahead, i);
		if (csvs[i].rc == -1)
			rc = -1;
		emit_csv(refs, &csvs[i], parent, d);
	}
	ahead_end(ahead);
	free(csvs);
	strs_release(&files);
	refs->lacks_rows = rc == -1;
	return d->nerrors + d->nfatal > before ? -1 : 0;
}

static void
link_row(const struct refs *refs, const struct regdef *def, xmlNodePtr row,
    struct diag *d)
{
	const struct regdef_column *column;
	const char *name;
	xmlNodePtr cell;

	for (cell = xml_first(row, "i:cell"); cell != NULL;
	    cell = xml_next(cell, "i:cell")) {
		name = xml_get(cell, "name");
		column = regdef_column(def, name);
		if (column == NULL)
			column = regdef_usual(name);
		if (cell->children != NULL)
			cell_link(refs, column, cell, d);
	}
}

int
registers_link(const struct refs *refs, xmlNodePtr parent, struct diag *d)
{
	const struct regdef *def;
	xmlNodePtr reg, row;
	size_t before;

	before = d->nerrors + d->nfatal;
	for (reg = xml_first(parent, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register")) {
		def = regdefs_find(&refs->ws->registers, xml_get(reg,
		    "name"));
		for (row = xml_first(reg, "i:row"); row != NULL;
		    row = xml_next(row, "i:row"))
			link_row(refs, def, row, d);
	}
	return d->nerrors + d->nfatal > before ? -1 : 0;
}

static int
check_view(const struct refs *refs, const struct yml *list, struct diag *d)
{
	const struct yml *item;
	int rc = 0;

	if (list == NULL || list->kind == YML_MAP)
		return 0;
	for (item = list->kind == YML_SCALAR ? list : list->first;
	    item != NULL;
	    item = list->kind == YML_SCALAR ? NULL : item->next)
		if (item->kind == YML_SCALAR && item->text[0] != '\0' &&
		    template_check_register(refs, item->text, &item->at,
		    d) == -1)
			rc = -1;
	return rc;
}

int
registers_check_views(const struct refs *refs, struct diag *d)
{
	const struct yml *views, *item;
	int rc = 0;

	views = yml_get(refs->ws->yml, "views");
	for (item = views == NULL || views->kind != YML_MAP ? NULL :
	    views->first; item != NULL; item = item->next)
		if (check_view(refs, yml_get(item, "registers"), d) == -1)
			rc = -1;
	return rc;
}

xmlNodePtr
registers_find(xmlNodePtr parent, const char *name)
{
	xmlNodePtr reg;

	for (reg = xml_first(parent, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register"))
		if (strcmp(xml_get(reg, "name"), name) == 0)
			return reg;
	return NULL;
}

xmlNodePtr
registers_cell(const xmlNode *row, const char *column)
{
	xmlNodePtr cell;

	for (cell = xml_first(row, "i:cell"); cell != NULL;
	    cell = xml_next(cell, "i:cell"))
		if (strcmp(xml_get(cell, "name"), column) == 0)
			return cell;
	return NULL;
}

const char *
registers_text(const xmlNode *row, const char *column)
{
	xmlNodePtr cell;

	cell = registers_cell(row, column);
	if (cell == NULL || cell->children == NULL ||
	    cell->children->type != XML_TEXT_NODE)
		return NULL;
	return (const char *)cell->children->content;
}
