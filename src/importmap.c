/* What columns and words of other people's spreadsheets mean here. */
#include "importmap.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"

/* ---- Names ---- */

/*
 * The next letter or digit at *S, in small letters; 0 at the end.  Bytes of
 * UTF-8 count as letters; capitals with umlaut and the like become small.
 */
static unsigned char
next_letter(const char **s, int *lead)
{
	unsigned char c;

	for (;;) {
		c = (unsigned char)**s;
		if (c == '\0')
			return 0;
		(*s)++;
		if (c >= 0x80) {
			/* U+00C0 to U+00DE are 32 before their small ones. */
			if (*lead && c >= 0x80 && c <= 0x9E && c != 0x97)
				c += 0x20;
			*lead = c == 0xC3;
			return c;
		}
		*lead = 0;
		if (isalnum(c))
			return (unsigned char)tolower(c);
	}
}

int
importmap_same(const char *a, const char *b)
{
	unsigned char x, y, first = 0;
	int in_a = 0, in_b = 0;

	do {
		x = next_letter(&a, &in_a);
		y = next_letter(&b, &in_b);
		if (x != y)
			return 0;
		first = first == 0 ? x : first;
	} while (x != 0);
	return first != 0;
}

/* Punctuation alone, such as "?" or "-", is compared as it is. */
static int
is_same_word(const char *a, const char *b)
{
	return importmap_same(a, b) || strcmp(a, b) == 0;
}

static int
is_taken(const struct strs *taken, const char *name)
{
	return taken != NULL && strs_find(taken, name) != -1;
}

/*
 * The key of the mapping LISTS that NAME is, or is in the list of, if it is
 * not among TAKEN (NULL: none is).
 */
static const char *
find(const struct yml *lists, const char *name, const struct strs *taken)
{
	const struct yml *list, *item;

	if (lists == NULL || lists->kind != YML_MAP)
		return NULL;
	for (list = lists->first; list != NULL; list = list->next)
		if (is_same_word(list->key, name) &&
		    !is_taken(taken, list->key))
			return list->key;
	for (list = lists->first; list != NULL; list = list->next)
		for (item = is_taken(taken, list->key) ? NULL : list->first;
		    item != NULL; item = item->next)
			if (item->kind == YML_SCALAR &&
			    is_same_word(item->text, name))
				return list->key;
	return NULL;
}

/* The column of registers.yaml that HEADER names, or NULL. */
static const struct yml *
declared(const struct importmap *map, const char *name, const char *header)
{
	const struct yml *column, *other;
	struct strs also = { 0 };
	size_t i;
	int found = 0;

	column = yml_get(yml_get(map->registers, name), "columns");
	for (column = column == NULL ? NULL : column->first; column != NULL;
	    column = column->next) {
		if (yml_text(column, "name") == NULL)
			continue;
		if (importmap_same(yml_text(column, "name"), header))
			return column;
		other = yml_get(column, "also");
		if (other != NULL)
			yml_texts(other, &also);
		for (i = 0; i < also.n; i++)
			found |= importmap_same(also.v[i], header);
		strs_release(&also);
		if (found)
			return column;
	}
	return NULL;
}

const char *
importmap_column(const struct importmap *map, const char *name,
    const char *header, const struct strs *taken)
{
	const struct yml *registers, *column;
	const char *found;

	if (name == NULL)
		return find(yml_get(map->names, "soa"), header, taken);
	column = declared(map, name, header);
	if (column != NULL && !is_taken(taken, yml_text(column, "name")))
		return yml_text(column, "name");
	registers = yml_get(map->names, "registers");
	found = find(yml_get(registers, name), header, taken);
	return found != NULL ? found : find(yml_get(registers, "*"), header,
	    taken);
}

/* The value of the column of registers.yaml that TEXT is, or NULL. */
static const char *
declared_value(const struct importmap *map, const char *name,
    const char *column, const char *text)
{
	const struct yml *value;

	value = yml_get(declared(map, name, column), "values");
	for (value = value == NULL ? NULL : value->first; value != NULL;
	    value = value->next)
		if (value->kind == YML_SCALAR &&
		    importmap_same(value->text, text))
			return value->text;
	return NULL;
}

const char *
importmap_word(const struct importmap *map, const char *name,
    const char *column, const char *text)
{
	const char *found;

	if (name == NULL)
		return find(yml_get(yml_get(map->names, "soa-words"),
		    column), text, NULL);
	found = declared_value(map, name, column, text);
	return found != NULL ? found : find(yml_get(yml_get(map->names,
	    "words"), column), text, NULL);
}

int
importmap_is_sheet(const struct importmap *map, const char *name,
    const char *sheet)
{
	const struct yml *item;

	if (importmap_same(name, sheet))
		return 1;
	item = yml_get(yml_get(map->names, "sheets"), name);
	for (item = item == NULL ? NULL : item->first; item != NULL;
	    item = item->next)
		if (item->kind == YML_SCALAR &&
		    importmap_same(item->text, sheet))
			return 1;
	return 0;
}

const char *
importmap_type(const struct importmap *map, const char *name,
    const char *column)
{
	const struct yml *found;

	found = declared(map, name, column);
	return found == NULL ? NULL : yml_text(found, "type");
}

/* ---- Dates ---- */

/* One or two digits and a point at *S, or -1. */
static int
number_and_point(const char **s)
{
	int n = 0, digits;

	for (digits = 0; digits < 2 && isdigit((unsigned char)**s); digits++)
		n = n * 10 + (*(*s)++ - '0');
	if (digits == 0 || **s != '.')
		return -1;
	(*s)++;
	return n;
}

int
importmap_date(const char *text, char out[16])
{
	struct date date;
	const char *s = text;
	char *iso;
	int day, month, rc;

	if (date_parse(text, &date) == 0) {
		date_format(date, out);
		return 0;
	}
	day = number_and_point(&s);
	month = day == -1 ? -1 : number_and_point(&s);
	if (month == -1 || strlen(s) != 4 || strspn(s, "0123456789") != 4)
		return -1;
	iso = mem_printf("%s-%02d-%02d", s, month, day);
	rc = date_parse(iso, &date);
	free(iso);
	if (rc == 0)
		date_format(date, out);
	return rc;
}

/* ---- Files ---- */

int
importmap_load(struct importmap *map, const struct roots *roots,
    struct diag *d)
{
	static const char registers[] = PATH_SHIPPED
	    "templates/registers.yaml";

	memset(map, 0, sizeof(*map));
	map->names = yml_load(roots, PATH_SHIPPED "templates/import.yaml", d);
	if (map->names == NULL)
		return -1;
	if (!path_exists(roots, registers))
		return 0;
	map->registers = yml_load(roots, registers, d);
	return map->registers == NULL ? -1 : 0;
}

void
importmap_release(struct importmap *map)
{
	yml_free(map->names);
	yml_free(map->registers);
	memset(map, 0, sizeof(*map));
}
