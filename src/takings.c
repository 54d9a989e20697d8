/* Cells that people changed in an owner sheet, on to the importers. */
#include "takings.h"

#include <stdlib.h>
#include <string.h>

#include "importrows.h"
#include "importsoa.h"
#include "xml.h"

static void
set_cell(struct sheet_cell *cell, const char *text, const struct taking *from)
{
	free(cell->text);
	cell->text = mem_strdup(text);
	cell->line = from == NULL ? 1 : from->line;
	cell->col = from == NULL ? 1 : from->col;
}

static struct sheet_cell *
new_cells(size_t n)
{
	struct sheet_cell *cells;
	size_t i;

	cells = mem_zalloc((n + 1) * sizeof(*cells));
	for (i = 0; i < n; i++)
		set_cell(&cells[i], "", NULL);
	return cells;
}

xmlNodePtr
takings_register(const struct import *in, const char *name)
{
	xmlNodePtr node;

	node = xml_first(xml_first(in->dossier, "i:registers"),
	    "i:register");
	while (node != NULL && (name == NULL || strcmp(xml_get(node, "name"),
	    name) != 0))
		node = xml_next(node, "i:register");
	return node;
}

/* What the register REG calls its column NAME. */
static const char *
spelling(const struct import *in, const char *reg, const char *name)
{
	xmlNodePtr node;

	node = xml_first(takings_register(in, reg), "i:column");
	for (; node != NULL; node = xml_next(node, "i:column"))
		if (strcmp(xml_get(node, "name"), name) == 0 &&
		    xml_get(node, "as") != NULL)
			return xml_get(node, "as");
	return name;
}

/* An empty sheet with the columns NAMES, the first of them the key. */
static void
begin_sheet(struct sheet *sheet, const struct strs *names)
{
	size_t i;

	memset(sheet, 0, sizeof(*sheet));
	sheet->separator = ',';
	sheet->ncolumns = names->n;
	sheet->columns = new_cells(names->n);
	for (i = 0; i < names->n; i++)
		set_cell(&sheet->columns[i], names->v[i], NULL);
}

/* The row of SHEET whose first cell is KEY, a new one if need be. */
static struct sheet_row *
row_of(struct sheet *sheet, const char *key, const struct taking *from)
{
	struct sheet_row *row;
	size_t i;

	for (i = sheet->nrows; i > 0; i--)
		if (strcmp(sheet->rows[i - 1].cells[0].text, key) == 0)
			return &sheet->rows[i - 1];
	sheet->rows = mem_resize(sheet->rows, sheet->nrows + 1,
	    sizeof(*sheet->rows));
	row = &sheet->rows[sheet->nrows++];
	row->cells = new_cells(sheet->ncolumns);
	row->line = from->line;
	set_cell(&row->cells[0], key, from);
	return row;
}

/* The key without the part that it may name; new memory. */
static char *
whole_key(const struct taking *taken)
{
	return mem_strndup(taken->key, strcspn(taken->key, "@"));
}

/* All that was taken OF that, as a sheet whose first column is the key. */
static void
gather(const struct takings *takings, const struct import *in,
    const char *of, struct sheet *sheet)
{
	struct strs names = { 0 };
	const struct taking *taken;
	const char *name;
	char *which_one;
	size_t i;

	strs_add(&names, strcmp(of, "answers") == 0 ? "key" :
	    spelling(in, of, "id"));
	for (i = 0; i < takings->n; i++) {
		name = spelling(in, of, takings->v[i].column);
		if (strcmp(takings->v[i].of, of) == 0 &&
		    strs_find(&names, name) == -1)
			strs_add(&names, name);
	}
	begin_sheet(sheet, &names);
	for (i = 0; i < takings->n; i++) {
		taken = &takings->v[i];
		if (strcmp(taken->of, of) != 0)
			continue;
		name = spelling(in, of, taken->column);
		which_one = whole_key(taken);
		set_cell(&row_of(sheet, which_one, taken)->cells[strs_find(
		    &names, name)], taken->text, taken);
		free(which_one);
	}
	strs_release(&names);
}

/* How many controls in NODE have the LABEL. */
static int
count_label(xmlNodePtr node, const char *label)
{
	xmlNodePtr child;
	int n = 0;

	if (xml_is(node, "i:control") && xml_get(node, "label") != NULL)
		n = strcmp(xml_get(node, "label"), label) == 0;
	for (child = xml_first(node, NULL); child != NULL;
	    child = xml_next(child, NULL))
		if (xml_is(child, "i:catalog") || xml_is(child, "i:group") ||
		    xml_is(child, "i:control"))
			n += count_label(child, label);
	return n;
}

/* What a register calls the control of TAKING: its label, if one has that. */
static char *
control_word(const struct import *in, const struct taking *taking)
{
	if (count_label(xml_first(in->dossier, "i:catalogs"),
	    taking->label) == 1)
		return mem_strdup(taking->label);
	return whole_key(taking);
}

/* Put the control that TAKEN names into the list of CELL, once. */
static void
add_control(const struct import *in, struct sheet_cell *cell,
    const struct taking *taken)
{
	char *word, *list;

	word = control_word(in, taken);
	list = cell->text[0] == '\0' ? mem_strdup(word) :
	    mem_printf("%s;%s", cell->text, word);
	set_cell(cell, list, taken);
	free(list);
	free(word);
}

/* The reviews: a row for each day and role. */
static void
gather_reviews(const struct takings *takings, const struct import *in,
    struct sheet *sheet)
{
	static const char *const columns[] = {
		"result", "controls", "reviewed-on", "by"
	};
	struct strs names = { 0 };
	const struct taking *taken;
	struct sheet_row *row;
	size_t i;

	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		strs_add(&names, spelling(in, "reviews", columns[i]));
	begin_sheet(sheet, &names);
	for (i = 0; i < takings->n; i++) {
		taken = &takings->v[i];
		if (strcmp(taken->of, "reviews") != 0)
			continue;
		row = row_of(sheet, taken->column, taken);
		add_control(in, &row->cells[1], taken);
		set_cell(&row->cells[2], taken->text, taken);
		set_cell(&row->cells[3], strchr(taken->column, ' ') + 1,
		    taken);
	}
	/* What rows were told apart by is no result of anything. */
	for (i = 0; i < sheet->nrows; i++)
		set_cell(&sheet->rows[i].cells[0], "", NULL);
	strs_release(&names);
}

/* All that was taken OF that, to its importer. */
static int
give(const struct takings *takings, struct import *in,
    const struct tables *now, const char *of)
{
	int rc;

	if (strcmp(of, "reviews") == 0)
		gather_reviews(takings, in, &in->sheet);
	else
		gather(takings, in, of, &in->sheet);
	rc = strcmp(of, "answers") == 0 ? importsoa(in, now, of) :
	    importrows(in, of, now);
	sheet_release(&in->sheet);
	return rc;
}

int
takings_give(const struct takings *takings, struct import *in,
    const struct tables *now)
{
	struct strs done = { 0 };
	size_t i;
	int rc = 0;

	for (i = 0; i < takings->n; i++) {
		if (strs_find(&done, takings->v[i].of) != -1)
			continue;
		strs_add(&done, takings->v[i].of);
		if (give(takings, in, now, takings->v[i].of) == -1)
			rc = -1;
	}
	strs_release(&done);
	return rc;
}

void
takings_add(struct takings *takings, const struct taking *taking)
{
	struct taking *new;

	if ((takings->n & (takings->n - 1)) == 0)
		takings->v = mem_resize(takings->v, takings->n == 0 ? 1 :
		    takings->n * 2, sizeof(*takings->v));
	new = &takings->v[takings->n++];
	*new = *taking;
	new->key = mem_strdup(taking->key);
	new->label = mem_strdup(taking->label);
	new->column = mem_strdup(taking->column);
	new->text = mem_strdup(taking->text);
}

void
takings_release(struct takings *takings)
{
	size_t i;

	for (i = 0; i < takings->n; i++) {
		free(takings->v[i].key);
		free(takings->v[i].label);
		free(takings->v[i].column);
		free(takings->v[i].text);
	}
	free(takings->v);
	memset(takings, 0, sizeof(*takings));
}
