/* Profile resolution: what is where by id, and parameters that are set. */
#include "resolve.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

/*
 * Ids.
 */

struct ids {
	xmlHashTablePtr	 table;		/* id -> struct id_nodes */
};

/* May NODE have an id that a modification names? */
static int
has_id(const xmlNode *node)
{
	return oscal_is(node, "control") || oscal_is(node, "param") ||
	    oscal_is(node, "part");
}

static void
add_id(struct ids *ids, xmlNodePtr node, const char *id)
{
	struct id_nodes *nodes;

	nodes = xmlHashLookup(ids->table, BAD_CAST id);
	if (nodes == NULL) {
		nodes = mem_zalloc(sizeof(*nodes));
		xmlHashAddEntry(ids->table, BAD_CAST id, nodes);
	}
	if ((nodes->n & (nodes->n - 1)) == 0)
		nodes->v = mem_resize(nodes->v, nodes->n == 0 ? 1 :
		    nodes->n * 2, sizeof(*nodes->v));
	nodes->v[nodes->n++] = node;
}

static void
collect(struct ids *ids, xmlNodePtr parent)
{
	xmlNodePtr node;
	const char *id;

	for (node = job_first(parent, NULL); node != NULL;
	    node = job_next(node, NULL)) {
		if (!has_id(node) && !oscal_is(node, "group"))
			continue;
		id = xml_get(node, "id");
		if (has_id(node) && id != NULL)
			add_id(ids, node, id);
		if (!oscal_is(node, "param"))
			collect(ids, node);
	}
}

static size_t
count(xmlNodePtr parent)
{
	xmlNodePtr node;
	size_t n = 0;

	for (node = job_first(parent, NULL); node != NULL;
	    node = job_next(node, NULL))
		if (has_id(node) || oscal_is(node, "group"))
			n += 1 + count(node);
	return n;
}

struct ids *
ids_new(struct job *job)
{
	struct ids *ids;

	ids = mem_zalloc(sizeof(*ids));
	ids->table = job_table(count(job->catalog));
	collect(ids, job->catalog);
	return ids;
}

static void
free_nodes(void *payload, const xmlChar *name)
{
	struct id_nodes *nodes = payload;

	(void)name;
	free(nodes->v);
	free(nodes);
}

void
ids_free(struct ids *ids)
{
	xmlHashFree(ids->table, free_nodes);
	free(ids);
}

const struct id_nodes *
ids_get(const struct ids *ids, const char *id)
{
	return xmlHashLookup(ids->table, BAD_CAST id);
}

/*
 * Parameters.
 */

/* Remove the children NAME of PARAM. */
static void
remove_all(xmlNodePtr param, const char *name)
{
	xmlNodePtr node, next;

	for (node = job_first(param, name); node != NULL; node = next) {
		next = job_next(node, name);
		xml_remove(node);
	}
}

/* A prop with the uuid of one that is there takes its place. */
static void
remove_same_prop(struct job *job, xmlNodePtr param, const xmlNode *prop)
{
	xmlNodePtr node, next;
	const char *uuid, *other;

	uuid = xml_get(prop, "uuid");
	for (node = uuid == NULL ? NULL : job_first(param, "prop");
	    node != NULL && job_work(job, prop, 1); node = next) {
		next = job_next(node, "prop");
		other = xml_get(node, "uuid");
		if (other != NULL && strcmp(uuid, other) == 0)
			xml_remove(node);
	}
}

/*
 * Set in PARAM what SETTING says.  The schema allows values or a choice, so
 * that each takes the place of the other.
 */
static void
set_param(struct job *job, xmlNodePtr param, const xmlNode *setting)
{
	const xmlNode *node;
	int valued = 0;

	xml_set(param, "class", xml_get(setting, "class"));
	xml_set(param, "depends-on", xml_get(setting, "depends-on"));
	for (node = xml_first(setting, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (oscal_is(node, "label") || oscal_is(node, "usage"))
			remove_all(param, (const char *)node->name);
		if (oscal_is(node, "prop"))
			remove_same_prop(job, param, node);
		if ((oscal_is(node, "value") || oscal_is(node, "select")) &&
		    !valued) {
			remove_all(param, "value");
			remove_all(param, "select");
			valued = 1;
		}
		job_copy(job, node, param, job->origin, NULL);
	}
}

void
modify_params(struct job *job, const struct ids *ids, const xmlNode *modify)
{
	const struct id_nodes *nodes;
	const xmlNode *setting;
	const char *id;
	size_t i, n;

	for (setting = oscal_first(modify, "set-parameter"); setting != NULL;
	    setting = oscal_next(setting, "set-parameter")) {
		id = xml_get(setting, "param-id");
		nodes = id == NULL ? NULL : ids_get(ids, id);
		n = 0;
		for (i = 0; nodes != NULL && i < nodes->n &&
		    job_work(job, setting, 1); i++) {
			if (!oscal_is(nodes->v[i], "param"))
				continue;
			set_param(job, nodes->v[i], setting);
			n++;
		}
		if (n == 0)
			job_say(job, DIAG_PROFILE_IDLE, setting, "no "
			    "parameter has the id \"%s\" here; correct it or "
			    "take it out", id == NULL ? "" :
			    oscal_shown(id).text);
	}
}
