/* Taking a Statement of Applicability into the answers. */
#include "importsoa.h"

#include <stdlib.h>
#include <string.h>

#include "answersplit.h"
#include "xml.h"

/* What a column of ours becomes. */
enum kind {
	KIND_WHICH,	/* tells which control is meant */
	KIND_WORD,
	KIND_DATE,
	KIND_ROLE,
	KIND_SAID,	/* a text in the front matter */
	KIND_TEXT,	/* what is done */
	KIND_NEW_TEXT,	/* the same, in place of what is there */
	KIND_NOTE
};

static const struct {
	const char	*name;
	enum kind	 kind;
} kinds[] = {
	{ "key", KIND_WHICH }, { "label", KIND_WHICH },
	{ "title", KIND_WHICH }, { "catalogue", KIND_WHICH },
	{ "theme", KIND_WHICH }, { "applicable", KIND_WORD },
	{ "status", KIND_WORD }, { "responsibility", KIND_WORD },
	{ "due", KIND_DATE }, { "reassess-by", KIND_DATE },
	{ "owner", KIND_ROLE }, { "justification", KIND_SAID },
	{ "exclusion", KIND_SAID }, { "provider", KIND_SAID },
	{ "text", KIND_TEXT }, { "new-text", KIND_NEW_TEXT }
};

struct soa {
	struct import		*in;
	const struct tables	*now;
	const char		*of;
	struct answerset	*sets;		/* one per row that says */
	size_t			 n;		/* something else */
	size_t			 nsame;
	size_t			 nchanged;
};

/* Attributes of the catalogue are in no list, and nobody's to change here. */
static enum kind
kind_of(const struct import *in, const char *name)
{
	size_t i;

	if (name == NULL)
		return KIND_NOTE;
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return importmap_column(&in->map, NULL, name, NULL) == NULL ?
	    KIND_WHICH : KIND_NOTE;
}

/* ---- Which control ---- */

/* A row of a statement as it is. */
struct now {
	const struct grid	*grid;
	size_t			 row;
};

static const char *
now_cell(const struct now *now, const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < now->grid->ncolumns; i++)
		if (strcmp(now->grid->columns[i].name, name) == 0)
			return grid_cell(now->grid, now->row, i);
	return "";
}

/* Is it one of the statements, or OF what was asked for? */
static int
is_meant_grid(const struct grid *grid, const char *of)
{
	if (of != NULL)
		return grid->of != NULL && strcmp(grid->of, of) == 0;
	return strcmp(grid->workbook, "statement-of-applicability") == 0;
}

/* Is the control of NOW what the row I of the sheet calls LABEL? */
static int
is_meant(const struct soa *soa, size_t i, const struct now *now,
    const char *label)
{
	const char *key, *catalog;

	key = import_cell(soa->in, i, "key");
	if (key[0] != '\0')
		return strcmp(key, now_cell(now, "key")) == 0;
	catalog = import_cell(soa->in, i, "catalogue");
	return importmap_same(label, now_cell(now, "label")) &&
	    (catalog[0] == '\0' ||
	    importmap_same(catalog, now_cell(now, "catalogue")));
}

/* Find the control that the row I of the sheet calls LABEL. */
static int
find_label(const struct soa *soa, size_t i, const char *label,
    struct now *now)
{
	const struct grids *grids = &soa->now->grids;
	size_t j;

	for (j = 0; j < grids->n; j++) {
		if (!is_meant_grid(&grids->v[j], soa->of))
			continue;
		now->grid = &grids->v[j];
		for (now->row = 0; now->row < now->grid->nrows; now->row++)
			if (is_meant(soa, i, now, label))
				return 1;
	}
	return 0;
}

/* The same by the label, which may stand before a title or lack its "A.". */
static int
find_now(const struct soa *soa, size_t i, struct now *now)
{
	const char *label;
	char *first, *annex;
	int found;

	label = import_cell(soa->in, i, "label");
	if (find_label(soa, i, label, now))
		return 1;
	first = mem_strndup(label, strcspn(label, " \t\n"));
	annex = mem_printf("A.%s", first);
	found = find_label(soa, i, first, now) ||
	    find_label(soa, i, annex, now);
	free(annex);
	free(first);
	return found;
}

/* Does the row I of the sheet decide anything? */
static int
decides(const struct import *in, size_t i)
{
	size_t j;

	for (j = 0; j < in->sheet.ncolumns; j++)
		if (kind_of(in, in->names[j]) != KIND_WHICH &&
		    kind_of(in, in->names[j]) != KIND_NOTE &&
		    in->sheet.rows[i].cells[j].text[0] != '\0')
			return 1;
	return 0;
}

/* A row that means no control: a heading, or a fault. */
static int
no_control(struct import *in, size_t i)
{
	struct place at;
	const char *label;

	label = import_cell(in, i, "label");
	if (!decides(in, i)) {
		buf_printf(&in->said, "row %d, \"%.60s\", is no control and "
		    "decides nothing: passed over\n",
		    in->sheet.rows[i].line, label);
		return 0;
	}
	at = import_place(in, i, "label");
	return diag_add(in->d, DIAG_CONTROL_UNKNOWN, &at, "no catalogue of "
	    "the statement has the control \"%.60s\"; correct the row or "
	    "remove it", label);
}

/* ---- What a row says ---- */

/* The id of the supplier that TEXT begins with; else TEXT.  New memory. */
static char *
supplier(const struct import *in, const char *text)
{
	xmlNodePtr reg, row;
	const char *id;
	char *first, *found = NULL;

	first = mem_strndup(text, strcspn(text, " \t\n"));
	reg = xml_first(xml_first(in->dossier, "i:registers"), "i:register");
	while (reg != NULL && strcmp(xml_get(reg, "name"), "suppliers") != 0)
		reg = xml_next(reg, "i:register");
	for (row = xml_first(reg, "i:row"); row != NULL && found == NULL;
	    row = xml_next(row, "i:row")) {
		id = xml_get(row, "id");
		if (id != NULL && strcmp(id, first) == 0)
			found = mem_strdup(id);
	}
	free(first);
	return found == NULL ? mem_strdup(text) : found;
}

/* What the key NAME gets for TEXT: new memory; NULL: it is no value of it. */
static char *
value_of(const struct import *in, const char *name, const char *text)
{
	const char *known = NULL;
	char date[16];

	switch (kind_of(in, name)) {
	case KIND_WORD:
		known = importmap_word(&in->map, NULL, name, text);
		break;
	case KIND_DATE:
		known = importmap_date(text, date) == 0 ? date : NULL;
		break;
	case KIND_ROLE:
		known = import_role(in, text);
		break;
	case KIND_SAID:
		return strcmp(name, "provider") == 0 ? supplier(in, text) :
		    mem_strdup(text);
	default:
		break;
	}
	return known == NULL ? NULL : mem_strdup(known);
}

/* A reason of a control that the row I says is out is why it is out. */
static const char *
name_in_row(const struct import *in, size_t i, size_t j)
{
	const char *applicable, *name = in->names[j];

	if (name == NULL || strcmp(name, "justification") != 0 ||
	    import_cell(in, i, "exclusion")[0] != '\0')
		return name;
	applicable = importmap_word(&in->map, NULL, "applicable",
	    import_cell(in, i, "applicable"));
	return applicable != NULL && strcmp(applicable, "false") == 0 ?
	    "exclusion" : name;
}

/* What the cell J of the row I says that is not so NOW, into SET. */
static void
take_cell(const struct soa *soa, size_t i, size_t j, const struct now *now,
    struct answerset *set)
{
	const struct import *in = soa->in;
	const char *text, *name;
	enum kind kind;
	char *value;

	name = name_in_row(in, i, j);
	text = in->sheet.rows[i].cells[j].text;
	kind = kind_of(in, name);
	if (text[0] == '\0' || kind == KIND_WHICH ||
	    import_same_text(text, now_cell(now, name == NULL ?
	    in->sheet.columns[j].text : name)))
		return;
	value = value_of(in, name, text);
	if (kind == KIND_NEW_TEXT)
		answerset_replace(set, text);
	else if (kind == KIND_TEXT)
		answerset_text(set, in->sheet.columns[j].text, text);
	else if (value == NULL)
		answerset_note(set, in->sheet.columns[j].text, text);
	else if (value[0] != '\0')
		answerset_key(set, name, in->sheet.columns[j].text, value);
	free(value);
}

/* The i:control or i:answer (ATTR says by which attribute) of KEY. */
static xmlNodePtr
find_node(xmlNodePtr node, const char *attr, const char *key)
{
	xmlNodePtr child, found = NULL;
	const char *value;

	value = xml_get(node, attr);
	if (value != NULL && strcmp(value, key) == 0)
		return node;
	for (child = xml_first(node, NULL); child != NULL && found == NULL;
	    child = xml_next(child, NULL))
		if (xml_is(child, "i:catalog") || xml_is(child, "i:group") ||
		    xml_is(child, "i:control") || xml_is(child, "i:answer"))
			found = find_node(child, attr, key);
	return found;
}

/*
 * The line of PATH where the first block in the element NAME of ANSWER begins;
 * 0 where there is none.
 */
static int
line_of(xmlNodePtr answer, const char *name, const char *path)
{
	struct place at = { 0 };
	xmlNodePtr block;
	char *file = NULL;

	block = xml_first(xml_first(answer, name), NULL);
	if (block != NULL)
		at = xml_place(block, &file);
	if (file == NULL || path == NULL || strcmp(file, path) != 0)
		at.line = 0;
	free(file);
	return at.line;
}

/* Where the answer to the control KEY is, or is to be. */
static void
find_answer(const struct import *in, const char *key, struct answerset *set)
{
	xmlNodePtr control, answer;
	struct place at;
	const char *file;

	control = find_node(xml_first(in->dossier, "i:catalogs"), "ref",
	    key);
	set->names[0] = key;
	set->names[1] = control == NULL ? NULL : xml_get(control, "label");
	set->names[2] = control == NULL ? NULL : xml_get(control, "id");
	answer = find_node(xml_first(in->dossier, "i:answers"), "control",
	    key);
	if (answer != NULL && xml_get_ns(answer, XML_NS_I, "src") != NULL) {
		at = xml_place(answer, &set->path);
		set->line = at.line;
		set->text_from = line_of(answer, "i:summary", set->path);
		set->text_to = line_of(answer, "i:details", set->path);
		return;
	}
	file = control == NULL ? NULL : xml_get(control, "file");
	if (file == NULL)
		file = strchr(key, ':') + 1;
	set->path = mem_printf("answers/%.*s/%s.md", (int)strcspn(key, ":"),
	    key, file);
	set->line = 1;
}

static int
take_row(struct soa *soa, size_t i)
{
	struct import *in = soa->in;
	struct answerset *set;
	struct now now = { 0 };
	size_t j;

	if (!find_now(soa, i, &now))
		return no_control(in, i);
	soa->sets = mem_resize(soa->sets, soa->n + 1, sizeof(*soa->sets));
	set = &soa->sets[soa->n];
	memset(set, 0, sizeof(*set));
	set->from = import_place(in, i, "label");
	for (j = 0; j < in->sheet.ncolumns; j++)
		take_cell(soa, i, j, &now, set);
	if (set->nkeys == 0 && set->nnotes == 0 && set->text == NULL &&
	    set->new_text == NULL) {
		soa->nsame++;
		answerset_release(set);
		return 0;
	}
	find_answer(in, now_cell(&now, "key"), set);
	soa->n++;
	return 0;
}

/* By file, and in a file from its end, so that lines stay where they are. */
static int
by_place(const void *a, const void *b)
{
	const struct answerset *x = a, *y = b;
	int rc;

	rc = strcmp(x->path, y->path);
	return rc != 0 ? rc : y->line - x->line;
}

/* Make the changes of the sets FROM up to TO, which are of one file. */
static int
change_file(struct soa *soa, size_t from, size_t to)
{
	struct import *in = soa->in;
	struct buf old = { 0 }, text = { 0 };
	char *before;
	size_t i, n;
	int rc = 0;

	if (path_exists(in->roots, soa->sets[from].path))
		rc = path_read(in->roots, soa->sets[from].path,
		    PATH_TEXT_MAX, &old, NULL, in->d);
	buf_add(&text, buf_str(&old), old.len);
	for (i = from; i < to && rc == 0; i += n) {
		for (n = 1; i + n < to && soa->sets[i + n].line ==
		    soa->sets[i].line; n++)
			;
		before = mem_strdup(buf_str(&text));
		rc = answersplit_apply(&soa->sets[i], n, &text, in->d);
		if (strcmp(before, buf_str(&text)) == 0)
			soa->nsame += n;
		else
			soa->nchanged += n;
		free(before);
	}
	if (rc == 0 && strcmp(buf_str(&old), buf_str(&text)) != 0)
		import_edit(in, soa->sets[from].path, &old, &text);
	buf_release(&old);
	buf_release(&text);
	return rc;
}

static int
change_all(struct soa *soa)
{
	size_t i, j;
	int rc = 0;

	qsort(soa->sets, soa->n, sizeof(*soa->sets), by_place);
	for (i = 0; i < soa->n; i = j) {
		for (j = i + 1; j < soa->n && strcmp(soa->sets[j].path,
		    soa->sets[i].path) == 0; j++)
			;
		if (change_file(soa, i, j) == -1)
			rc = -1;
	}
	return rc;
}

/* The columns of the statement as it is. */
static void
learn_columns(const struct soa *soa, struct strs *known, struct strs *titles)
{
	const struct grids *grids = &soa->now->grids;
	const struct grid *grid;
	size_t i = 0;

	while (i < grids->n && soa->of != NULL &&
	    !is_meant_grid(&grids->v[i], soa->of))
		i++;
	if (i == grids->n)
		return;
	grid = &grids->v[i];
	for (i = 0; i < grid->ncolumns; i++) {
		strs_add(known, grid->columns[i].name);
		strs_add(titles, grid->columns[i].title);
	}
}

int
importsoa(struct import *in, const struct tables *now, const char *of)
{
	struct soa soa = { 0 };
	struct strs known = { 0 }, titles = { 0 };
	struct place at = { 0 };
	size_t i;
	int rc;

	soa.in = in;
	soa.now = now;
	soa.of = of;
	learn_columns(&soa, &known, &titles);
	rc = import_columns(in, NULL, &known, &titles);
	for (i = 0; rc == 0 && i < in->sheet.ncolumns; i++)
		if (in->names[i] != NULL && (strcmp(in->names[i], "label") ==
		    0 || strcmp(in->names[i], "key") == 0))
			break;
	at.path = in->file;
	at.line = at.col = 1;
	if (rc == 0 && i == in->sheet.ncolumns)
		rc = diag_add(in->d, DIAG_CSV_HEADER, &at, "no column says "
		    "which control a row is about; name it with --map "
		    "COLUMN=label");
	for (i = 0; i < in->sheet.nrows && rc != -1; i++)
		if (take_row(&soa, i) == -1)
			in->failed = 1;
	if (in->failed)
		rc = -1;
	if (rc == 0)
		rc = change_all(&soa);
	if (rc == 0)
		buf_printf(&in->said, "%zu controls changed, %zu as they "
		    "were\n", soa.nchanged, soa.nsame);
	for (i = 0; i < soa.n; i++)
		answerset_release(&soa.sets[i]);
	free(soa.sets);
	/* Names may be those of KNOWN. */
	free(in->names);
	in->names = NULL;
	strs_release(&known);
	strs_release(&titles);
	return rc;
}
