/* Register definitions: templates/registers.yaml, which declares columns. */
#include "regdef.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "xml.h"

#define FILE_NAME PATH_SHIPPED "templates/registers.yaml"

static const char *const words[] = {
#define X(name, word) word,
	REGDEF_TYPES(X)
#undef X
};

#define X(name, word) word "|"
static const struct yml_key column_keys[] = {
	{ "name", YML_TOKEN, YML_REQUIRED, NULL, NULL },
	{ "type", YML_WORD, 0, REGDEF_TYPES(X), NULL },
	{ "required", YML_BOOL, 0, NULL, NULL },
	{ "several", YML_BOOL, 0, NULL, NULL },
	{ "extra", YML_BOOL, 0, NULL, NULL },
	{ "values", YML_TEXTS, 0, NULL, NULL },
	{ "of", YML_TOKEN, 0, NULL, NULL },
	{ "also", YML_TEXTS, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};
#undef X

static const struct yml_key column_key = {
	"columns", YML_KEYS, 0, NULL, column_keys
};

static const struct yml_key register_keys[] = {
	{ "use", YML_WORD, YML_REQUIRED, "core|asked|extra", NULL },
	{ "columns", YML_SEQ_OF, YML_REQUIRED, NULL, &column_key },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

/* Columns that mean the same in whatever register they stand. */
static const struct regdef_column usual[] = {
	{ "control", REGDEF_CONTROLS, 0, 0, 1, 0, NULL, NULL, NULL },
	{ "controls", REGDEF_CONTROLS, 0, 0, 1, 0, NULL, NULL, NULL },
	{ "document", REGDEF_DOCUMENTS, 0, 0, 1, 0, NULL, NULL, NULL },
	{ "documents", REGDEF_DOCUMENTS, 0, 0, 1, 0, NULL, NULL, NULL },
	{ "evidence", REGDEF_ROWS, 0, 0, 1, 1, "evidence", NULL, NULL },
	{ "risk", REGDEF_ROWS, 0, 0, 1, 1, "risks", NULL, NULL },
	{ "risks", REGDEF_ROWS, 0, 0, 1, 1, "risks", NULL, NULL },
	{ "", REGDEF_TEXT, 0, 0, 0, 0, NULL, NULL, NULL }
};

const char *
regdef_word(enum regdef_type type)
{
	return words[type];
}

static enum regdef_type
type_of(const char *word)
{
	int i;

	for (i = 0; i < REGDEF_NTYPES; i++)
		if (word != NULL && strcmp(words[i], word) == 0)
			return (enum regdef_type)i;
	return REGDEF_TEXT;
}

static int
is_true(const struct yml *node, const char *key)
{
	const char *text;

	text = yml_text(node, key);
	return text != NULL && strcmp(text, "true") == 0;
}

static void
read_column(struct regdef_column *column, const struct yml *node)
{
	column->name = yml_text(node, "name");
	column->type = type_of(yml_text(node, "type"));
	column->required = is_true(node, "required");
	column->extra = is_true(node, "extra");
	column->several = is_true(node, "several") ||
	    column->type == REGDEF_CONTROLS ||
	    column->type == REGDEF_DOCUMENTS || column->type == REGDEF_ROWS;
	column->of = yml_text(node, "of");
	column->values = yml_get(node, "values");
	column->also = yml_get(node, "also");
}

static size_t
count(const struct yml *list)
{
	const struct yml *item;
	size_t n = 0;

	for (item = list->first; item != NULL; item = item->next)
		n++;
	return n;
}

static void
read_register(struct regdef *def, const struct yml *node)
{
	const struct yml *columns, *item;

	columns = yml_get(node, "columns");
	def->name = node->key;
	def->use = yml_text(node, "use");
	def->columns = mem_zalloc(count(columns) * sizeof(*def->columns));
	for (item = columns->first; item != NULL; item = item->next)
		read_column(&def->columns[def->n++], item);
}

int
regdefs_load(struct regdefs *defs, const struct roots *roots, struct diag *d)
{
	const struct yml *item;
	int rc = 0;

	memset(defs, 0, sizeof(*defs));
	defs->yml = yml_load(roots, FILE_NAME, d);
	if (defs->yml == NULL)
		return -1;
	defs->items = mem_zalloc(count(defs->yml) * sizeof(*defs->items));
	for (item = defs->yml->first; item != NULL; item = item->next) {
		if (yml_check(item, register_keys, d) == -1)
			rc = -1;
		else
			read_register(&defs->items[defs->n++], item);
	}
	return rc;
}

void
regdefs_release(struct regdefs *defs)
{
	size_t i;

	for (i = 0; i < defs->n; i++)
		free(defs->items[i].columns);
	free(defs->items);
	yml_free(defs->yml);
	memset(defs, 0, sizeof(*defs));
}

const struct regdef *
regdefs_find(const struct regdefs *defs, const char *name)
{
	size_t i;

	for (i = 0; i < defs->n; i++)
		if (strcmp(defs->items[i].name, name) == 0)
			return &defs->items[i];
	return NULL;
}

static int
is_called(const struct regdef_column *column, const char *name)
{
	const struct yml *item;

	if (strcmp(column->name, name) == 0)
		return 1;
	if (column->also == NULL)
		return 0;
	for (item = column->also->first; item != NULL; item = item->next)
		if (strcmp(item->text, name) == 0)
			return 1;
	return 0;
}

const struct regdef_column *
regdef_column(const struct regdef *def, const char *name)
{
	size_t i;

	for (i = 0; def != NULL && i < def->n; i++)
		if (is_called(&def->columns[i], name))
			return &def->columns[i];
	return NULL;
}

const struct regdef_column *
regdef_usual(const char *name)
{
	size_t i, n = sizeof(usual) / sizeof(*usual);

	for (i = 0; i + 1 < n; i++)
		if (strcmp(usual[i].name, name) == 0)
			break;
	return &usual[i];
}

void
regdef_set_type(const struct regdef_column *column, xmlNodePtr node)
{
	struct buf values = { 0 };
	const struct yml *item;

	xml_set(node, "type", words[column->type]);
	xml_set(node, "of", column->of);
	if (column->several)
		xml_set(node, "several", "true");
	if (column->values == NULL)
		return;
	for (item = column->values->first; item != NULL; item = item->next)
		buf_printf(&values, "%s%s", values.len == 0 ? "" : " ",
		    item->text);
	xml_set(node, "values", buf_str(&values));
	buf_release(&values);
}

void
regdefs_emit(const struct regdefs *defs, xmlNodePtr parent)
{
	const struct regdef *def;
	xmlNodePtr reg, node;
	size_t i, j;

	for (i = 0; i < defs->n; i++) {
		def = &defs->items[i];
		reg = xml_add(parent, "i:known-register");
		xml_set(reg, "name", def->name);
		xml_set(reg, "use", def->use);
		for (j = 0; j < def->n; j++) {
			node = xml_add(reg, "i:column");
			xml_set(node, "name", def->columns[j].name);
			regdef_set_type(&def->columns[j], node);
			if (def->columns[j].required)
				xml_set(node, "required", "true");
			if (def->columns[j].extra)
				xml_set(node, "extra", "true");
		}
	}
}
