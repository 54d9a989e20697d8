/* Parameters of catalogues: values that isms.yaml gives them. */
#include "catalog.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"
#include "yml.h"

enum { NEAREST_MAX = 5000 };	/* names that a suggestion is looked for in */

/* The values in MAP; at the DEPTH 1 it is for the catalogue of its key. */
static void
read_map(struct catalog_params *params, const struct yml *map, int depth)
{
	struct catalog_param *param;
	const struct yml *item;

	for (item = map == NULL || map->kind != YML_MAP ? NULL : map->first;
	    item != NULL; item = item->next) {
		if (item->kind == YML_MAP) {
			if (depth == 0)
				read_map(params, item, 1);
			continue;
		}
		if ((params->n & (params->n - 1)) == 0)
			params->v = mem_resize(params->v, params->n == 0 ? 1 :
			    params->n * 2, sizeof(*params->v));
		param = &params->v[params->n++];
		memset(param, 0, sizeof(*param));
		param->catalog = depth == 0 ? NULL : map->key;
		param->catalog_at = map->key_at;
		param->id = item->key;
		param->at = item->key_at;
		yml_texts(item, &param->values);
	}
}

void
catalog_read_params(struct catalog_params *params, const struct yml *map)
{
	read_map(params, map, 0);
}

/* Give PARAM the VALUES in place of what it has. */
static void
set_values(xmlNodePtr param, const struct strs *values)
{
	xmlNodePtr node, next;
	size_t i;

	for (node = xml_first(param, NULL); node != NULL; node = next) {
		next = xml_next(node, NULL);
		if (oscal_is(node, "value") || oscal_is(node, "select"))
			xml_remove(node);
	}
	for (i = 0; i < values->n; i++) {
		node = xmlNewDocNode(param->doc, param->ns,
		    BAD_CAST "value", NULL);
		xmlAddChild(param, node);
		xml_text(node, values->v[i], strlen(values->v[i]));
	}
}

/* Is NAME that of ENTRY, or of the catalogue that the node comes from? */
static int
is_its(const struct catalog_entry *entry, const xmlNode *node,
    const char *name)
{
	char *source;
	int is;

	if (name == NULL || strcmp(entry->name, name) == 0)
		return 1;
	source = oscal_source(node);
	is = source != NULL && strcmp(source, name) == 0;
	free(source);
	return is;
}

static void
apply(struct oscal *oscal, const struct catalog_entry *entry,
    struct catalog_param *param)
{
	xmlNodePtr node;

	node = (xmlNodePtr)oscal_find(oscal, param->id, "param");
	if (node == NULL || !is_its(entry, node, param->catalog))
		return;
	set_values(node, &param->values);
	param->used = 1;
}

static void
note_param(void *payload, void *arg, const xmlChar *id, const xmlChar *kind,
    const xmlChar *unused)
{
	struct catalog_params *params = arg;
	char *source;

	(void)unused;
	if (kind == NULL || strcmp((const char *)kind, "param") != 0)
		return;
	strs_add(&params->ids, (const char *)id);
	source = oscal_source(payload);
	if (source != NULL && strs_find(&params->catalogs, source) == -1)
		strs_add(&params->catalogs, source);
	free(source);
}

void
catalog_set_params(struct oscal *oscal, const struct catalog_entry *entry,
    struct catalog_params *params)
{
	size_t i;

	if (params == NULL || params->n == 0)
		return;
	/* What is said of one catalogue goes before what is said of all. */
	for (i = 0; i < params->n; i++)
		if (params->v[i].catalog == NULL)
			apply(oscal, entry, &params->v[i]);
	for (i = 0; i < params->n; i++)
		if (params->v[i].catalog != NULL)
			apply(oscal, entry, &params->v[i]);
	strs_add(&params->catalogs, entry->name);
	xmlHashScanFull(oscal->ids, note_param, params);
}

/* The one of NAMES that NAME may have been meant for, or NULL. */
static const char *
nearest(const struct strs *names, const char *name)
{
	const char *near;

	near = names->n > NEAREST_MAX ? NULL : strs_nearest(names, name);
	return near == NULL || strcmp(near, name) == 0 ? NULL : near;
}

static int
say_unknown(const struct catalog_params *params,
    const struct catalog_param *param, struct diag *d)
{
	const struct place *at = &param->at;
	const char *near;
	char *what;
	int is_name;

	is_name = param->catalog != NULL &&
	    strs_find(&params->catalogs, param->catalog) == -1;
	near = is_name ? nearest(&params->catalogs, param->catalog) :
	    nearest(&params->ids, param->id);
	if (is_name) {
		at = &param->catalog_at;
		what = mem_printf("no catalogue is named \"%s\"",
		    oscal_shown(param->catalog).text);
	} else if (param->catalog != NULL) {
		what = mem_printf("the catalogue \"%s\" has no parameter "
		    "\"%s\"", param->catalog, oscal_shown(param->id).text);
	} else {
		what = mem_printf("no catalogue has the parameter \"%s\"",
		    oscal_shown(param->id).text);
	}
	diag_add(d, DIAG_PARAMETER_UNKNOWN, at, "%s; %s%s%s", what,
	    near == NULL ? is_name ? "see \"catalogs:\" in isms.yaml" :
	    "see the ids of <param> in the catalogue" :
	    "did you mean \"", near == NULL ? "" : near,
	    near == NULL ? "" : "\"?");
	free(what);
	return -1;
}

int
catalog_check_params(struct catalog_params *params, struct diag *d)
{
	size_t i;
	int rc = 0;

	strs_sort(&params->ids);
	strs_sort(&params->catalogs);
	for (i = 0; i < params->n; i++)
		if (!params->v[i].used)
			rc = say_unknown(params, &params->v[i], d);
	return rc;
}

void
catalog_params_release(struct catalog_params *params)
{
	size_t i;

	for (i = 0; i < params->n; i++)
		strs_release(&params->v[i].values);
	free(params->v);
	strs_release(&params->ids);
	strs_release(&params->catalogs);
	memset(params, 0, sizeof(*params));
}
