/* Variables of isms.yaml that nothing has, but are nearly one of a template. */
#include "unused.h"

#include <stdlib.h>

#include <libxml/hash.h>

#include "mem.h"
#include "shipped.h"
#include "workspace.h"

struct names {
	xmlHashTablePtr	 known;		/* declared by something */
	struct strs	 list;		/* the same */
};

static void
declare(struct names *names, const struct yml *variables)
{
	const struct yml *item;

	if (variables == NULL || variables->kind != YML_MAP)
		return;
	for (item = variables->first; item != NULL; item = item->next)
		if (xmlHashAddEntry(names->known, BAD_CAST item->key,
		    names) == 0)
			strs_add(&names->list, item->key);
}

static void
declare_default(void *text, void *names, const xmlChar *name)
{
	struct names *n = names;

	(void)text;
	if (xmlHashAddEntry(n->known, name, n) == 0)
		strs_add(&n->list, (const char *)name);
}

/* Leaves of the mapping MAP whose dotted name nothing declares. */
static void
find_unknown(const struct names *names, const struct yml *map,
    const char *prefix, struct strs *unknown)
{
	const struct yml *item;
	char *name;

	for (item = map == NULL || map->kind != YML_MAP ? NULL : map->first;
	    item != NULL; item = item->next) {
		name = mem_printf("%s%s%s", prefix, prefix[0] == '\0' ? "" :
		    ".", item->key);
		if (item->kind == YML_MAP)
			find_unknown(names, item, name, unknown);
		else if (xmlHashLookup(names->known, BAD_CAST name) == NULL)
			strs_add(unknown, name);
		free(name);
	}
}

static void
report(struct names *names, const struct yml *variables,
    const struct strs *unknown, struct diag *d)
{
	const struct yml *item;
	const char *near;
	size_t i;

	strs_sort(&names->list);
	for (i = 0; i < unknown->n; i++) {
		near = strs_nearest(&names->list, unknown->v[i]);
		item = yml_path(variables, unknown->v[i]);
		if (near == NULL || item == NULL ||
		    yml_path(variables, near) != NULL)
			continue;
		diag_add(d, DIAG_VARIABLE_UNUSED, &item->key_at, "no template "
		    "has the variable \"%s\"; did you mean \"%s\"?",
		    unknown->v[i], near);
	}
}

void
unused_variables(const struct documents *documents, const struct refs *refs,
    struct diag *d)
{
	const struct yml *variables;
	struct names names = { 0 };
	struct strs unknown = { 0 };
	struct shipped shipped = { 0 };
	size_t i;

	variables = yml_get(refs->ws->yml, "variables");
	names.known = xmlHashCreate(512);
	for (i = 0; i < documents->n; i++) {
		declare(&names, yml_get(documents->items[i].yml,
		    "variables"));
		if (documents->items[i].t.defaults != NULL)
			xmlHashScan(documents->items[i].t.defaults,
			    declare_default, &names);
	}
	find_unknown(&names, variables, "", &unknown);
	/* Modules of templates that are not built come last: rarely needed. */
	if (unknown.n > 0 && shipped_read(&shipped, refs->roots, d) == 0) {
		for (i = 0; i < shipped.n; i++)
			declare(&names, yml_get(shipped.items[i].yml,
			    "variables"));
		strs_release(&unknown);
		find_unknown(&names, variables, "", &unknown);
		report(&names, variables, &unknown, d);
	}
	shipped_release(&shipped);
	strs_release(&unknown);
	strs_release(&names.list);
	xmlHashFree(names.known, NULL);
}
