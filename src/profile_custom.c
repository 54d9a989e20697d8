/* Profile resolution: a structure of the profile's own. */
#include "resolve.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

struct custom {
	struct job	*job;
	xmlHashTablePtr	 groups;	/* id -> the first group imported */
	xmlHashTablePtr	 inserted;	/* ids of controls */
};

/* The groups in PARENT, of an import, by their ids. */
static void
learn_groups(struct custom *c, xmlNodePtr parent)
{
	xmlNodePtr group;
	const char *id;

	for (group = job_first(parent, "group"); group != NULL;
	    group = job_next(group, "group")) {
		id = xml_get(group, "id");
		if (id != NULL)
			xmlHashAddEntry(c->groups, BAD_CAST id, group);
		learn_groups(c, group);
	}
}

/*
 * Inserting.
 */

/*
 * Copies of the controls in FROM that SELECT takes, at the end of TO.  One
 * that is taken together with the control it is in stays in that.
 */
static void
insert(struct custom *c, struct select *select, const xmlNode *from,
    xmlNodePtr to, const struct select_state *above)
{
	struct select_state state;
	const xmlNode *node;
	xmlNodePtr copy;

	for (node = xml_first(from, NULL); node != NULL &&
	    job_work(c->job, c->job->profile, 1);
	    node = xml_next(node, NULL)) {
		if (!oscal_is(node, "group") && !oscal_is(node, "control"))
			continue;
		state = *above;
		copy = to;
		if (oscal_is(node, "control") &&
		    select_takes(select, node, &state))
			copy = job_copy(c->job, node, to, NULL, "control");
		if (copy != NULL)
			insert(c, select, node, copy, &state);
	}
}

static int
by_id(const void *a, const void *b)
{
	const char *x, *y;

	x = xml_get(*(const xmlNodePtr *)a, "id");
	y = xml_get(*(const xmlNodePtr *)b, "id");
	return strcmp(x == NULL ? "" : x, y == NULL ? "" : y);
}

/* Sort the controls in PARENT, and those in them, by the bytes of their id. */
static void
sort(xmlNodePtr parent, int downwards)
{
	xmlNodePtr *list = NULL, node;
	size_t i, n = 0;

	for (node = job_first(parent, "control"); node != NULL;
	    node = job_next(node, "control")) {
		if ((n & (n - 1)) == 0)
			list = mem_resize(list, n == 0 ? 1 : n * 2,
			    sizeof(*list));
		list[n++] = node;
		sort(node, downwards);
	}
	if (n > 0)
		qsort(list, n, sizeof(*list), by_id);
	for (i = 0; i < n; i++) {
		node = list[downwards ? n - 1 - i : i];
		xmlUnlinkNode(node);
		xmlAddChild(parent, node);
	}
	free(list);
}

/* Move the controls of FROM to the end of TO, and count those seen before. */
static size_t
take_over(struct custom *c, xmlNodePtr from, xmlNodePtr to)
{
	xmlNodePtr node, next;
	const char *id;
	size_t ntwice = 0;

	for (node = job_first(from, "control"); node != NULL; node = next) {
		next = job_next(node, "control");
		id = xml_get(node, "id");
		if (id != NULL && xmlHashAddEntry(c->inserted, BAD_CAST id,
		    c) != 0)
			ntwice++;
		if (to != from) {
			xmlUnlinkNode(node);
			xmlAddChild(to, node);
		}
		ntwice += take_over(c, node, node);
	}
	return ntwice;
}

static void
insert_controls(struct custom *c, const xmlNode *directive, xmlNodePtr to)
{
	static const struct select_state none;
	struct select *select;
	const char *order;
	xmlNodePtr holder;
	size_t i, ntwice;

	select = select_new(c->job, directive);
	/* Below the root, so that namespaces are found. */
	holder = xmlNewDocNode(c->job->doc, c->job->ns, BAD_CAST "group",
	    NULL);
	xmlAddChild(c->job->catalog, holder);
	for (i = 0; i < c->job->n; i++)
		insert(c, select, c->job->imports[i].root, holder, &none);
	select_end(select);
	order = xml_get(directive, "order");
	if (order != NULL && (strcmp(order, "ascending") == 0 ||
	    strcmp(order, "descending") == 0))
		sort(holder, order[0] == 'd');
	ntwice = take_over(c, holder, to);
	if (ntwice > 0)
		job_say(c->job, DIAG_PROFILE_TWICE, directive, "%zu of the "
		    "controls inserted here stand elsewhere already; insert "
		    "each once", ntwice);
	xml_remove(holder);
}

/*
 * Groups.
 */

static int
has_param(xmlNodePtr group, const char *id)
{
	xmlNodePtr param;
	const char *other;

	for (param = job_first(group, "param"); param != NULL;
	    param = job_next(param, "param")) {
		other = xml_get(param, "id");
		if (id != NULL && other != NULL && strcmp(id, other) == 0)
			return 1;
	}
	return 0;
}

/*
 * A group of the profile that has the id of an imported one holds what that
 * says too, before its own; but for the title and parameters that it has
 * itself.
 */
static void
fill_group(struct custom *c, xmlNodePtr group, xmlNodePtr imported)
{
	xmlNodePtr node, next, before;
	size_t n = 0;

	before = group->children;
	for (node = job_first(imported, NULL); node != NULL; node = next) {
		next = job_next(node, NULL);
		if (oscal_is(node, "group") || oscal_is(node, "control"))
			continue;
		if (oscal_is(node, "title") &&
		    job_first(group, "title") != NULL)
			continue;
		if (oscal_is(node, "param") && (!job_work(c->job,
		    c->job->profile, ++n) || has_param(group,
		    xml_get(node, "id"))))
			continue;
		job_move(c->job, node, group);
		if (before != NULL)
			xmlAddPrevSibling(before, node);
	}
}

static void	add_members(struct custom *, const xmlNode *, xmlNodePtr,
		    int);

static void
add_group(struct custom *c, const xmlNode *node, xmlNodePtr to, int depth)
{
	xmlNodePtr group, imported;
	const char *id;

	group = xmlNewDocNode(c->job->doc, c->job->ns, node->name, NULL);
	group->line = node->line;
	group->_private = c->job->origin;
	xmlAddChild(to, group);
	id = xml_get(node, "id");
	xml_set(group, "id", id);
	xml_set(group, "class", xml_get(node, "class"));
	add_members(c, node, group, depth + 1);
	imported = id == NULL ? NULL : xmlHashLookup(c->groups, BAD_CAST id);
	if (imported != NULL)
		fill_group(c, group, imported);
}

/* What FROM, the directive or a group in it, holds. */
static void
add_members(struct custom *c, const xmlNode *from, xmlNodePtr to, int depth)
{
	const xmlNode *node;

	for (node = xml_first(from, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (depth == OSCAL_DEPTH_MAX) {
			job_say(c->job, DIAG_XML_LIMIT, node, "cannot make "
			    "groups nested more than %d deep",
			    OSCAL_DEPTH_MAX);
			return;
		}
		if (oscal_is(node, "insert-controls"))
			insert_controls(c, node, to);
		else if (oscal_is(node, "group"))
			add_group(c, node, to, depth);
		else if (depth > 0)
			job_copy(c->job, node, to, c->job->origin, NULL);
	}
}

void
merge_custom(struct job *job, const xmlNode *custom)
{
	struct custom c;
	size_t i;

	c.job = job;
	c.groups = job_table(256);
	c.inserted = job_table(4096);
	for (i = 0; i < job->n; i++)
		learn_groups(&c, job->imports[i].root);
	add_members(&c, custom, job->catalog, 0);
	xmlHashFree(c.groups, NULL);
	xmlHashFree(c.inserted, NULL);
}
