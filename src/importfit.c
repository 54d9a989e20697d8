/* Whether a value that is taken in fits its column: what checks would say. */
#include "importfit.h"

#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "date.h"
#include "mem.h"
#include "xml.h"

static void
know(struct importfit *fit, const char *kind, const char *id)
{
	char *key;

	if (id == NULL)
		return;
	key = mem_printf("%s %s", kind, id);
	xmlHashAddEntry(fit->known, BAD_CAST key, fit);
	free(key);
}

static int
is_known(const struct importfit *fit, const char *kind, const char *id)
{
	char *key;
	int known;

	key = mem_printf("%s %s", kind, id);
	known = xmlHashLookup(fit->known, BAD_CAST key) != NULL;
	free(key);
	return known;
}

/* Elements NAME below PARENT of the root, by ATTRIBUTE. */
static void
know_all(struct importfit *fit, const xmlNode *root, const char *parent,
    const char *name, const char *kind)
{
	xmlNodePtr node;

	for (node = xml_first(xml_first(root, parent), name); node != NULL;
	    node = xml_next(node, name))
		know(fit, kind, xml_get(node, "id"));
}

/* A control is meant by its label or id, with its catalogue or without. */
static void
know_controls(struct importfit *fit, const char *catalog, const xmlNode *in)
{
	xmlNodePtr node;
	char *both;

	for (node = xml_first(in, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:control")) {
			know(fit, "control", xml_get(node, "label"));
			know(fit, "control", xml_get(node, "id"));
			know(fit, "control", xml_get(node, "ref"));
			both = mem_printf("%s:%s", catalog,
			    xml_get(node, "label"));
			know(fit, "control", both);
			free(both);
		}
		if (xml_is(node, "i:control") || xml_is(node, "i:group"))
			know_controls(fit, catalog, node);
	}
}

static void
know_rows(struct importfit *fit, const xmlNode *root)
{
	xmlNodePtr reg, row;

	for (reg = xml_first(xml_first(root, "i:registers"), "i:register");
	    reg != NULL; reg = xml_next(reg, "i:register"))
		for (row = xml_first(reg, "i:row"); row != NULL;
		    row = xml_next(row, "i:row"))
			know(fit, xml_get(reg, "name"), xml_get(row, "id"));
}

void
importfit_begin(struct importfit *fit, const struct regdefs *defs,
    const char *name, const xmlNode *root)
{
	xmlNodePtr catalog;

	fit->def = regdefs_find(defs, name);
	fit->name = name;
	fit->known = xmlHashCreate(1024);
	know_all(fit, root, "i:roles", "i:role", "role");
	know_all(fit, root, "i:sites", "i:site", "site");
	know_all(fit, root, "i:documents", "i:document", "document");
	for (catalog = xml_first(xml_first(root, "i:catalogs"),
	    "i:catalog"); catalog != NULL;
	    catalog = xml_next(catalog, "i:catalog"))
		know_controls(fit, xml_get(catalog, "name"), catalog);
	know_rows(fit, root);
}

void
importfit_add_row(struct importfit *fit, const char *id)
{
	know(fit, fit->name, id);
}

static const char *
why_not_choice(const struct regdef_column *column, const char *value)
{
	const struct yml *word;

	for (word = column->values == NULL ? NULL : column->values->first;
	    word != NULL; word = word->next)
		if (strcmp(word->text, value) == 0)
			return NULL;
	return "one of its words";
}

/* The same for one of several values. */
static const char *
why_not_one(const struct importfit *fit, const struct regdef_column *column,
    const char *value)
{
	struct date date;

	switch (column->type) {
	case REGDEF_DATE:
		return date_parse(value, &date) == 0 ? NULL : "a date";
	case REGDEF_NUMBER:
		return cell_is_number(value) ? NULL : "a number";
	case REGDEF_YES_NO:
		return strcmp(value, "yes") == 0 || strcmp(value, "no") == 0 ?
		    NULL : "yes or no";
	case REGDEF_CHOICE:
		return why_not_choice(column, value);
	case REGDEF_ROLE:
		return is_known(fit, "role", value) ? NULL : "a role";
	case REGDEF_SITE:
		return is_known(fit, "site", value) ? NULL : "a site";
	case REGDEF_CONTROLS:
		return is_known(fit, "control", value) ? NULL : "a control";
	case REGDEF_DOCUMENTS:
		return is_known(fit, "document", value) ? NULL : "a document";
	case REGDEF_ROWS:
		return is_known(fit, column->of, value) ? NULL :
		    "a row that is there";
	case REGDEF_VERSION:
		return yml_is_version(value) ? NULL : "a version";
	default:
		return NULL;
	}
}

const char *
importfit_why_not(const struct importfit *fit, const char *name,
    const char *value)
{
	const struct regdef_column *column;
	struct strs values = { 0 };
	const char *why = NULL;
	size_t i;

	column = regdef_column(fit->def, name);
	if (column == NULL || column->loose)
		return NULL;
	if (!column->several)
		return why_not_one(fit, column, value);
	cell_split(value, &values);
	for (i = 0; i < values.n && why == NULL; i++)
		why = why_not_one(fit, column, values.v[i]);
	strs_release(&values);
	return why;
}

void
importfit_end(struct importfit *fit)
{
	if (fit->known != NULL)
		xmlHashFree(fit->known, NULL);
	fit->known = NULL;
}
