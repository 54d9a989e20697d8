/* Registers: registers/NAME.csv into the dossier, and what their rows say. */
#include "registers.h"

#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "sheet.h"
#include "template.h"
#include "xml.h"

/* Columns whose cells hold several references, and to what. */
enum column_kind {
	COLUMN_TEXT,
	COLUMN_CONTROLS,
	COLUMN_DOCUMENTS,
	COLUMN_ROWS
};

static const struct {
	const char		*name;
	enum column_kind	 kind;
} columns[] = {
	{ "control", COLUMN_CONTROLS }, { "controls", COLUMN_CONTROLS },
	{ "document", COLUMN_DOCUMENTS }, { "documents", COLUMN_DOCUMENTS },
	{ "evidence", COLUMN_ROWS }, { "risk", COLUMN_ROWS },
	{ "risks", COLUMN_ROWS }
};

/* Columns of registers that the program itself reads. */
static const char *const date_columns[][2] = {
	{ "reviews", "reviewed-on" }, { "approvals", "approved-on" },
	{ "approvals", "effective-on" }, { "evidence", "collected-on" },
	{ "external-documents", "checked-on" }
};

static enum column_kind
kind_of(const char *column)
{
	size_t i;

	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		if (strcmp(columns[i].name, column) == 0)
			return columns[i].kind;
	return COLUMN_TEXT;
}

static void
emit_row(xmlNodePtr reg, const struct sheet *sheet,
    const struct sheet_row *row, const char *path)
{
	struct place at;
	xmlNodePtr node, cell;
	size_t i;
	int id;

	at.path = path;
	at.line = row->line;
	at.col = 1;
	node = xml_add(reg, "i:row");
	id = sheet_column(sheet, "id");
	if (id != -1 && row->cells[id].text[0] != '\0')
		xml_set(node, "id", row->cells[id].text);
	xml_set_src(node, &at);
	for (i = 0; i < sheet->ncolumns; i++) {
		if (row->cells[i].text[0] == '\0')
			continue;
		cell = xml_add_text(node, "i:cell", row->cells[i].text);
		xml_set(cell, "name", sheet->columns[i].text);
		at.line = row->cells[i].line;
		at.col = row->cells[i].col;
		xml_set_src(cell, &at);
	}
}

/*
 * The rows' ids, each once in its register.  Where two registers use the same
 * id, a reference means the first.
 */
static int
learn_ids(struct refs *refs, xmlNodePtr reg, struct diag *d)
{
	xmlHashTablePtr seen;
	xmlNodePtr row, other;
	const char *id;
	struct place at;
	char *path;
	int rc = 0;

	seen = xmlHashCreate(64);
	for (row = xml_first(reg, "i:row"); row != NULL;
	    row = xml_next(row, "i:row")) {
		id = xml_get(row, "id");
		if (id == NULL)
			continue;
		refs_add(refs, REFS_ROW, id, row);
		if (xmlHashAddEntry(seen, BAD_CAST id, row) == 0)
			continue;
		other = xmlHashLookup(seen, BAD_CAST id);
		at = template_place(row, &path);
		rc = diag_add(d, DIAG_ID_TWICE, &at, "the id \"%s\" stands "
		    "already at %s; give each row its own", id,
		    xml_get_ns(other, XML_NS_I, "src"));
		free(path);
	}
	xmlHashFree(seen, NULL);
	return rc;
}

static int
load_one(struct refs *refs, const char *path, xmlNodePtr parent,
    struct diag *d)
{
	struct buf text = { 0 };
	struct sheet sheet;
	struct place at;
	xmlNodePtr reg;
	char *name;
	size_t i;
	int rc;

	if (path_read_text(refs->roots, path, PATH_DATA_MAX, &text, NULL,
	    d) == -1) {
		buf_release(&text);
		return -1;
	}
	rc = sheet_read(&sheet, path, buf_str(&text), text.len, d);
	buf_release(&text);
	reg = xml_add(parent, "i:register");
	name = path_stem(path);
	xml_set(reg, "name", name);
	free(name);
	at.path = path;
	at.line = at.col = 1;
	xml_set_src(reg, &at);
	for (i = 0; i < sheet.ncolumns; i++)
		xml_set(xml_add(reg, "i:column"), "name",
		    sheet.columns[i].text);
	for (i = 0; i < sheet.nrows; i++)
		emit_row(reg, &sheet, &sheet.rows[i], path);
	sheet_release(&sheet);
	if (learn_ids(refs, reg, d) == -1)
		rc = -1;
	return rc;
}

int
registers_load(struct refs *refs, xmlNodePtr parent, struct diag *d)
{
	struct strs files = { 0 };
	size_t i;
	int rc;

	rc = path_list(refs->roots, "registers", ".csv", 0, &files, d);
	for (i = 0; i < files.n; i++)
		if (load_one(refs, files.v[i], parent, d) == -1)
			rc = -1;
	strs_release(&files);
	refs->lacks_rows = rc == -1;
	return rc;
}

/* The values of a cell: split at ";" or line feed, trimmed. */
static void
split_values(const char *text, struct strs *values)
{
	size_t len, n;

	for (;; text += len + 1) {
		len = strcspn(text, ";\n");
		n = len;
		while (n > 0 && strchr(" \t\r", text[n - 1]) != NULL)
			n--;
		while (n > 0 && strchr(" \t\r", *text) != NULL) {
			text++;
			len--;
			n--;
		}
		if (n > 0)
			strs_take(values, mem_strndup(text, n));
		if (text[len] == '\0')
			return;
	}
}

/* What VALUE means in a cell of KIND; NULL where it means nothing. */
static const char *
resolve(const struct refs *refs, enum column_kind kind, const char *value,
    const struct place *at, struct diag *d)
{
	xmlNodePtr control;

	if (kind == COLUMN_CONTROLS) {
		control = refs_control(refs, value, NULL, at, d);
		return control == NULL ? NULL : xml_get(control, "ref");
	}
	if (kind == COLUMN_DOCUMENTS) {
		if (refs_get(refs, REFS_DOCUMENT, value) != NULL)
			return value;
		refs_check(refs, REFS_DOCUMENT, value, at, d);
		return NULL;
	}
	return refs_get(refs, REFS_ROW, value) != NULL ? value : NULL;
}

static void
link_cell(const struct refs *refs, xmlNodePtr cell, enum column_kind kind,
    struct diag *d)
{
	struct strs values = { 0 };
	struct place at;
	xmlNodePtr value;
	char *path, *text;
	size_t i;

	text = (char *)xmlNodeGetContent(cell);
	at = template_place(cell, &path);
	split_values(text, &values);
	xmlFree(text);
	xmlNodeSetContent(cell, NULL);
	for (i = 0; i < values.n; i++) {
		value = xml_add_text(cell, "i:value", values.v[i]);
		xml_set(value, "ref", resolve(refs, kind, values.v[i], &at,
		    d));
	}
	strs_release(&values);
	free(path);
}

/* `where` of an evidence row that names a file of the folder. */
static int
link_file(const struct refs *refs, xmlNodePtr cell, struct diag *d)
{
	const char *where;
	struct place at;
	struct digest digest;
	char *path;
	int rc = 0;

	where = cell->children == NULL ? "" :
	    (const char *)cell->children->content;
	if (strncmp(where, "evidence/", 9) != 0)
		return 0;
	at = template_place(cell, &path);
	if (!path_exists(refs->roots, where)) {
		diag_add(d, DIAG_EVIDENCE_MISSING, &at, "the evidence file "
		    "\"%s\" is not there; put it back or correct the row",
		    where);
	} else if (digests_get(refs->digests, refs->roots, where, &digest,
	    &at, d) == -1) {
		rc = -1;
	} else {
		xml_set(cell, "file", where);
		xml_set(cell, "sha256", digest.hex);
		xml_setf(cell, "size", "%ju", digest.size);
	}
	free(path);
	return rc;
}

static int
is_date_column(const char *reg, const char *column)
{
	size_t i;

	for (i = 0; i < sizeof(date_columns) / sizeof(*date_columns); i++)
		if (strcmp(date_columns[i][0], reg) == 0 &&
		    strcmp(date_columns[i][1], column) == 0)
			return 1;
	return 0;
}

static void
check_date(xmlNodePtr cell, struct diag *d)
{
	struct date date;
	struct place at;
	char *path;

	if (date_parse((const char *)cell->children->content, &date) == 0)
		return;
	at = template_place(cell, &path);
	diag_add(d, DIAG_VALUE, &at, "\"%s\" must be a date YYYY-MM-DD, not "
	    "\"%.60s\"", xml_get(cell, "name"),
	    (const char *)cell->children->content);
	free(path);
}

static void
link_row(const struct refs *refs, const char *reg, xmlNodePtr row,
    struct diag *d)
{
	enum column_kind kind;
	const char *name;
	xmlNodePtr cell;

	for (cell = xml_first(row, "i:cell"); cell != NULL;
	    cell = xml_next(cell, "i:cell")) {
		name = xml_get(cell, "name");
		if (cell->children == NULL)
			continue;
		kind = kind_of(name);
		if (kind != COLUMN_TEXT)
			link_cell(refs, cell, kind, d);
		else if (strcmp(reg, "evidence") == 0 &&
		    strcmp(name, "where") == 0)
			link_file(refs, cell, d);
		else if (is_date_column(reg, name))
			check_date(cell, d);
	}
}

int
registers_link(const struct refs *refs, xmlNodePtr parent, struct diag *d)
{
	xmlNodePtr reg, row;
	size_t before;

	before = d->nerrors + d->nfatal;
	for (reg = xml_first(parent, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register"))
		for (row = xml_first(reg, "i:row"); row != NULL;
		    row = xml_next(row, "i:row"))
			link_row(refs, xml_get(reg, "name"), row, d);
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
