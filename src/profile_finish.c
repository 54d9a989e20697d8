/* Profile resolution: back matter, pruning, and the order of everything. */
#include "resolve.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

/*
 * Back matter.
 */

/*
 * A resource of the same uuid that comes later takes the place of the
 * earlier, unless only that one is to be kept always.
 */
static void
add_resource(struct job *job, xmlHashTablePtr by_uuid, xmlNodePtr back,
    const xmlNode *node, struct origin *origin)
{
	const char *uuid;
	xmlNodePtr before, copy;

	uuid = xml_get(node, "uuid");
	uuid = uuid == NULL ? "" : uuid;
	before = xmlHashLookup(by_uuid, BAD_CAST uuid);
	if (before != NULL && job_keeps(before) && !job_keeps(node))
		return;
	copy = job_copy(job, node, back, origin, NULL);
	if (copy == NULL)
		return;
	xmlHashUpdateEntry(by_uuid, BAD_CAST uuid, copy, NULL);
	if (before != NULL && uuid[0] != '\0')
		xml_remove(before);
}

static void
add_back_matter(struct job *job)
{
	xmlHashTablePtr by_uuid;
	xmlNodePtr back;
	const xmlNode *from, *node;
	size_t i;

	by_uuid = job_table(512);
	back = xmlNewDocNode(job->doc, job->ns, BAD_CAST "back-matter",
	    NULL);
	xmlAddChild(job->catalog, back);
	for (i = 0; i <= job->n; i++) {
		from = i < job->n ? job->imports[i].root : job->profile;
		from = oscal_first(from, "back-matter");
		for (node = oscal_first(from, "resource"); node != NULL;
		    node = oscal_next(node, "resource"))
			add_resource(job, by_uuid, back, node, i < job->n ?
			    NULL : job->origin);
	}
	xmlHashFree(by_uuid, NULL);
}

/*
 * Pruning: resources and loose parameters that nothing refers to, but for
 * others of that kind.
 */

struct prune {
	struct job	*job;
	xmlHashTablePtr	 by_id;		/* -> its number, from 1 */
	xmlNodePtr	*v;		/* what may go */
	char		*stays;
	size_t		 n;
	size_t		*todo;		/* stays, but was not looked into */
	size_t		 ntodo;
};

static void
refer(struct prune *p, const char *id)
{
	size_t n;

	n = (size_t)xmlHashLookup(p->by_id, BAD_CAST id);
	if (n == 0 || p->stays[n - 1])
		return;
	p->stays[n - 1] = 1;
	p->todo[p->ntodo++] = n - 1;
}

static int
is_id_char(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 ||
	    c == '_' || c == '-' || c == '.';
}

/* Each "#id" in S. */
static void
find_references(struct prune *p, const char *s)
{
	const char *end;
	char *id;

	for (s = strchr(s, '#'); s != NULL; s = strchr(end, '#')) {
		for (end = ++s; is_id_char(*end); end++)
			;
		id = mem_strndup(s, (size_t)(end - s));
		refer(p, id);
		if (end > s && end[-1] == '.') {
			id[end - s - 1] = '\0';
			refer(p, id);
		}
		free(id);
	}
}

/* References by another form than "#id". */
static void
find_special(struct prune *p, const xmlNode *node)
{
	const char *id = NULL, *name;

	if (oscal_is(node, "insert")) {
		id = xml_get(node, "id-ref");
	} else if (oscal_is(node, "param")) {
		id = xml_get(node, "depends-on");
	} else if (oscal_is(node, "prop")) {
		name = xml_get(node, "name");
		if (name != NULL && strcmp(name, "aggregates") == 0)
			id = xml_get(node, "value");
	}
	if (id != NULL)
		refer(p, id);
}

static int
is_candidate(const struct prune *p, const xmlNode *node)
{
	const xmlNode *parent = node->parent;

	if (oscal_is(node, "resource"))
		return parent->parent == p->job->catalog;
	return oscal_is(node, "param") && !oscal_is(parent, "control");
}

/* What NODE and what is in it refer to. */
static void
look_into(struct prune *p, const xmlNode *node)
{
	const xmlAttr *attr;
	const xmlNode *child;

	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (attr->children != NULL &&
		    attr->children->content != NULL)
			find_references(p,
			    (const char *)attr->children->content);
	find_special(p, node);
	for (child = node->children; child != NULL; child = child->next) {
		if (child->type == XML_ELEMENT_NODE &&
		    !is_candidate(p, child))
			look_into(p, child);
		else if (child->type == XML_TEXT_NODE)
			find_references(p, (const char *)child->content);
	}
}

/* NODE may go, if nothing refers to its ID; a second one of that id does. */
static void
add_candidate(struct prune *p, xmlNodePtr node, const char *id,
    xmlHashTablePtr set)
{
	if ((p->n & (p->n - 1)) == 0)
		p->v = mem_resize(p->v, p->n == 0 ? 1 : p->n * 2,
		    sizeof(*p->v));
	p->v[p->n++] = node;
	if (xmlHashAddEntry(p->by_id, BAD_CAST id, (void *)p->n) == 0 &&
	    (job_keeps(node) || xmlHashLookup(set, BAD_CAST id) != NULL))
		node->psvi = p;		/* stays in any case */
}

static void
collect(struct prune *p, xmlNodePtr parent, xmlHashTablePtr set)
{
	xmlNodePtr node;
	const char *id;

	for (node = job_first(parent, NULL); node != NULL;
	    node = job_next(node, NULL)) {
		if (oscal_is(node, "group") || oscal_is(node, "back-matter"))
			collect(p, node, set);
		else if (is_candidate(p, node)) {
			id = xml_get(node, oscal_is(node, "param") ? "id" :
			    "uuid");
			add_candidate(p, node, id == NULL ? "" : id, set);
		}
	}
}

/* The ids of the parameters that the profile sets. */
static xmlHashTablePtr
params_set(struct job *job)
{
	xmlHashTablePtr set;
	const xmlNode *node;
	const char *id;

	set = job_table(256);
	node = oscal_first(oscal_first(job->profile, "modify"),
	    "set-parameter");
	for (; node != NULL; node = oscal_next(node, "set-parameter")) {
		id = xml_get(node, "param-id");
		if (id != NULL)
			xmlHashAddEntry(set, BAD_CAST id, set);
	}
	return set;
}

static void
prune(struct job *job)
{
	struct prune p = { 0 };
	xmlHashTablePtr set;
	xmlNodePtr back;
	size_t i;

	p.job = job;
	p.by_id = job_table(1024);
	set = params_set(job);
	collect(&p, job->catalog, set);
	p.stays = mem_zalloc(p.n + 1);
	p.todo = mem_zalloc((p.n + 1) * sizeof(*p.todo));
	for (i = 0; i < p.n; i++)
		if (p.v[i]->psvi == &p) {
			p.v[i]->psvi = NULL;
			p.stays[i] = 1;
			p.todo[p.ntodo++] = i;
		}
	look_into(&p, job->catalog);
	while (p.ntodo > 0)
		look_into(&p, p.v[p.todo[--p.ntodo]]);
	for (i = 0; i < p.n; i++)
		if (!p.stays[i])
			xml_remove(p.v[i]);
	back = job_first(job->catalog, "back-matter");
	if (back != NULL && job_first(back, NULL) == NULL)
		xml_remove(back);
	xmlHashFree(set, NULL);
	xmlHashFree(p.by_id, NULL);
	free(p.v);
	free(p.stays);
	free(p.todo);
}

/*
 * Order.
 */

/* What an element holds, in OSCAL's order; "*" is anything else. */
static const struct {
	const char	*name;
	const char	*order[16];
} orders[] = {
	{ "control", { "title", "param", "prop", "link", "part",
	  "control" } },
	{ "part", { "title", "prop", "*", "part", "link" } },
	{ "param", { "prop", "link", "label", "usage", "constraint",
	  "guideline", "value", "select", "remarks" } },
	{ "group", { "title", "param", "prop", "link", "part", "control",
	  "group" } },
	{ "catalog", { "metadata", "param", "control", "group",
	  "back-matter" } },
	{ "metadata", { "title", "published", "last-modified", "version",
	  "oscal-version", "revisions", "document-id", "prop", "link",
	  "role", "location", "party", "responsible-party", "action",
	  "remarks" } }
};

#define NORDERS (sizeof(orders) / sizeof(*orders))

struct placed {
	xmlNodePtr	 node;
	size_t		 rank;
	size_t		 index;
};

static size_t
rank_of(const xmlNode *node, const char *const *order)
{
	size_t i, other = 16;

	for (i = 0; i < 16 && order[i] != NULL; i++) {
		if (oscal_is(node, order[i]))
			return i;
		if (order[i][0] == '*')
			other = i;
	}
	return other;
}

static int
compare(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* Sort the elements in PARENT, those of one name as they stand. */
static void
sort(xmlNodePtr parent, const char *const *order)
{
	struct placed *list = NULL;
	xmlNodePtr node;
	size_t i, n = 0;
	int sorted = 1;

	for (node = job_first(parent, NULL); node != NULL;
	    node = job_next(node, NULL)) {
		if ((n & (n - 1)) == 0)
			list = mem_resize(list, n == 0 ? 1 : n * 2,
			    sizeof(*list));
		list[n].node = node;
		list[n].rank = rank_of(node, order);
		list[n].index = n;
		if (n > 0 && list[n].rank < list[n - 1].rank)
			sorted = 0;
		n++;
	}
	if (!sorted)
		qsort(list, n, sizeof(*list), compare);
	for (i = 0; !sorted && i < n; i++) {
		xmlUnlinkNode(list[i].node);
		xmlAddChild(parent, list[i].node);
	}
	free(list);
}

static void
sort_all(xmlNodePtr node)
{
	xmlNodePtr child;
	size_t i;

	for (i = 0; i < NORDERS; i++)
		if (oscal_is(node, orders[i].name))
			break;
	if (i == NORDERS)
		return;
	sort(node, orders[i].order);
	for (child = job_first(node, NULL); child != NULL;
	    child = job_next(child, NULL))
		sort_all(child);
}

void
finish_all(struct job *job)
{
	add_back_matter(job);
	prune(job);
	sort_all(job->catalog);
}
