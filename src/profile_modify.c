/* Profile resolution: controls altered, by removing and adding. */
#include "resolve.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

/*
 * All removals are looked up in what was imported, before anything is added,
 * so that to remove and to add is to replace.  What is removed is only marked
 * at first: an addition may name it as its place.
 */
struct alter {
	struct job		*job;
	const struct ids	*ids;
	int			 removes;	/* something is marked */
};

/* The mark: libxml2 itself keeps nothing there for an element. */
static const int marked;

static int
is_marked(const xmlNode *node)
{
	return node->psvi == &marked;
}

/*
 * Removing.
 */

/* What may be removed. */
static int
is_item(const xmlNode *node)
{
	static const char *const names[] = {
		"prop", "part", "link", "param", "control"
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (oscal_is(node, names[i]))
			return 1;
	return 0;
}

/* Is VALUE, that a criterion asks for, what NODE has? NULL: not asked. */
static int
fits(const char *value, const char *has)
{
	return value == NULL || (has != NULL && strcmp(value, has) == 0);
}

static int
fits_ns(const char *value, const xmlNode *node)
{
	const char *ns;

	if (value == NULL)
		return 1;
	ns = xml_get(node, "ns");
	if (oscal_own_ns(value))
		return (oscal_is(node, "prop") || oscal_is(node, "part")) &&
		    oscal_own_ns(ns);
	return ns != NULL && strcmp(value, ns) == 0;
}

/* Does NODE meet all criteria of REMOVE? */
static int
is_meant(const xmlNode *remove, const xmlNode *node)
{
	return fits(xml_get(remove, "by-item-name"),
	    (const char *)node->name) &&
	    fits(xml_get(remove, "by-name"), xml_get(node, "name")) &&
	    fits(xml_get(remove, "by-id"), xml_get(node, "id")) &&
	    fits(xml_get(remove, "by-class"), xml_get(node, "class")) &&
	    fits_ns(xml_get(remove, "by-ns"), node);
}

/* Mark what is meant below PARENT; how many that is. */
static size_t
mark(struct alter *a, const xmlNode *remove, xmlNodePtr parent)
{
	xmlNodePtr node;
	size_t n = 0;

	for (node = job_first(parent, NULL); node != NULL;
	    node = job_next(node, NULL)) {
		if (!is_item(node))
			continue;
		if (!job_work(a->job, remove, 1))
			break;
		if (is_meant(remove, node)) {
			node->psvi = (void *)&marked;
			n++;
		} else if (node->children != NULL) {
			n += mark(a, remove, node);
		}
	}
	return n;
}

static int
has_criterion(const xmlNode *remove)
{
	static const char *const names[] = {
		"by-item-name", "by-name", "by-id", "by-class", "by-ns"
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (xml_get(remove, names[i]) != NULL)
			return 1;
	return 0;
}

static void
remove_from(struct alter *a, const xmlNode *alter,
    const struct id_nodes *controls)
{
	const xmlNode *remove;
	size_t i, n;

	for (remove = oscal_first(alter, "remove"); remove != NULL;
	    remove = oscal_next(remove, "remove")) {
		n = 0;
		for (i = 0; i < controls->n && has_criterion(remove); i++)
			if (oscal_is(controls->v[i], "control"))
				n += mark(a, remove, controls->v[i]);
		a->removes |= n > 0;
		if (n == 0)
			job_say(a->job, DIAG_PROFILE_IDLE, remove,
			    "<remove> takes nothing out of the control "
			    "\"%s\"; %s", oscal_shown(xml_get(alter,
			    "control-id")).text, has_criterion(remove) ?
			    "correct it or take it out" : "say what, by-name "
			    "or by-id for example");
	}
}

static void
sweep(xmlNodePtr parent)
{
	xmlNodePtr node, next;

	for (node = parent->children; node != NULL; node = next) {
		next = node->next;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (is_marked(node))
			xml_remove(node);
		else if (is_item(node) || oscal_is(node, "group"))
			sweep(node);
	}
}

/*
 * Adding.
 */

enum where {
	ENDING,
	STARTING,
	BEFORE,
	AFTER
};

static enum where
where_of(const xmlNode *add, int is_whole)
{
	static const char *const words[] = {
		"ending", "starting", "before", "after"
	};
	const char *position;
	enum where where = ENDING;
	size_t i;

	position = xml_get(add, "position");
	for (i = 0; position != NULL && i < sizeof(words) / sizeof(*words);
	    i++)
		if (strcmp(position, words[i]) == 0)
			where = (enum where)i;
	if (is_whole && where == BEFORE)
		return STARTING;
	return is_whole && where == AFTER ? ENDING : where;
}

/* May PARENT hold what an addition brings, NODE? */
static int
may_hold(const xmlNode *parent, const xmlNode *node)
{
	static const struct {
		const char	*parent;
		const char	*holds;	/* words between blanks */
	} rules[] = {
		{ "control", " title param prop link part " },
		{ "part", " title prop link part " },
		{ "param", " prop link " }
	};
	char *word;
	size_t i;
	int may = 0;

	word = mem_printf(" %s ", (const char *)node->name);
	for (i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		if (oscal_is(parent, rules[i].parent))
			may = strstr(rules[i].holds, word) != NULL;
	free(word);
	return may;
}

/* A copy of NODE at WHERE of TARGET. */
static void
add_node(struct alter *a, const xmlNode *node, xmlNodePtr target,
    enum where where)
{
	xmlNodePtr parent, copy, title;

	parent = where == BEFORE || where == AFTER ? target->parent : target;
	if (!may_hold(parent, node)) {
		job_say(a->job, DIAG_PROFILE_IDLE, node, "cannot add <%s> to "
		    "<%s>; name another place", oscal_shown(
		    (const char *)node->name).text,
		    (const char *)parent->name);
		return;
	}
	title = oscal_is(node, "title") ? job_first(parent, "title") : NULL;
	copy = job_copy(a->job, node, parent, a->job->origin, NULL);
	if (copy == NULL)
		return;
	if (title != NULL)
		xml_remove(title);
	if (where == BEFORE)
		xmlAddPrevSibling(target, copy);
	else if (where == AFTER)
		xmlAddNextSibling(target, copy);
	else if (where == STARTING && parent->children != copy)
		xmlAddPrevSibling(parent->children, copy);
}

/* Is NODE, not removed itself or with others, inside CONTROL? */
static int
is_inside(const xmlNode *node, const xmlNode *control)
{
	for (node = node->parent; node != NULL; node = node->parent)
		if (node == control)
			return 1;
	return 0;
}

/* What ADD adds to TARGET, backwards where the first is to come to stand */
/* first. */
static void
add_to(struct alter *a, const xmlNode *add, xmlNodePtr target,
    enum where where)
{
	const xmlNode *node;
	int backwards;

	backwards = where == STARTING || where == AFTER;
	node = backwards ? add->last : add->children;
	for (; node != NULL; node = backwards ? node->prev : node->next)
		if (oscal_is(node, NULL) && !oscal_is(node, "remarks"))
			add_node(a, node, target, where);
}

/*
 * Carry out ADD for CONTROL where its position is one of those that this
 * pass does.  Returns 0 where it has no target there.
 */
static int
add_one(struct alter *a, const xmlNode *add, xmlNodePtr control,
    int backwards)
{
	const struct id_nodes *nodes = NULL;
	xmlNodePtr target = NULL;
	const char *id, *own;
	enum where where;
	size_t i;

	id = xml_get(add, "by-id");
	own = xml_get(control, "id");
	if (id == NULL || (own != NULL && strcmp(id, own) == 0))
		target = control;
	else
		nodes = ids_get(a->ids, id);
	for (i = 0; nodes != NULL && target == NULL && i < nodes->n &&
	    job_work(a->job, add, 1); i++)
		if (is_inside(nodes->v[i], control))
			target = nodes->v[i];
	if (target == NULL)
		return 0;
	where = where_of(add, target == control);
	if (backwards == (where == STARTING || where == AFTER))
		add_to(a, add, target, where);
	return 1;
}

static void
add_all(struct alter *a, const xmlNode *add, int backwards)
{
	const struct id_nodes *controls;
	size_t i, n = 0;

	controls = ids_get(a->ids, xml_get(add->parent, "control-id"));
	for (i = 0; i < controls->n && job_work(a->job, add, 1); i++)
		if (oscal_is(controls->v[i], "control"))
			n += (size_t)add_one(a, add, controls->v[i],
			    backwards);
	if (n == 0 && !backwards)
		job_say(a->job, DIAG_PROFILE_IDLE, add, "nothing in the "
		    "control \"%s\" has the id \"%s\"; correct by-id or take "
		    "the addition out", oscal_shown(xml_get(add->parent,
		    "control-id")).text, oscal_shown(xml_get(add,
		    "by-id")).text);
}

/*
 * All of it.
 */

/* The additions of the profile, in their order. */
struct adds {
	const xmlNode	**v;
	size_t		 n;
};

static void
list_adds(struct adds *adds, const xmlNode *alter)
{
	const xmlNode *add;

	for (add = oscal_first(alter, "add"); add != NULL;
	    add = oscal_next(add, "add")) {
		if ((adds->n & (adds->n - 1)) == 0)
			adds->v = mem_resize(adds->v, adds->n == 0 ? 1 :
			    adds->n * 2, sizeof(*adds->v));
		adds->v[adds->n++] = add;
	}
}

static int
names_control(const struct id_nodes *nodes)
{
	size_t i;

	for (i = 0; nodes != NULL && i < nodes->n; i++)
		if (oscal_is(nodes->v[i], "control"))
			return 1;
	return 0;
}

static void
alter_all(struct alter *a, const xmlNode *modify)
{
	const struct id_nodes *controls;
	const xmlNode *alter;
	const char *id;
	struct adds adds = { 0 };
	size_t i;

	for (alter = oscal_first(modify, "alter"); alter != NULL;
	    alter = oscal_next(alter, "alter")) {
		id = xml_get(alter, "control-id");
		controls = id == NULL ? NULL : ids_get(a->ids, id);
		if (!names_control(controls)) {
			job_say(a->job, DIAG_PROFILE_IDLE, alter, "the "
			    "profile has no control \"%s\" to alter; "
			    "include it or take this out", id == NULL ? "" :
			    oscal_shown(id).text);
			continue;
		}
		remove_from(a, alter, controls);
		list_adds(&adds, alter);
	}
	/* What goes to a beginning, or behind something, comes last first. */
	for (i = 0; i < adds.n; i++)
		add_all(a, adds.v[i], 0);
	for (i = adds.n; i > 0; i--)
		add_all(a, adds.v[i - 1], 1);
	free(adds.v);
}

void
modify_all(struct job *job)
{
	struct alter a = { 0 };
	const xmlNode *modify;
	struct ids *ids;

	modify = oscal_first(job->profile, "modify");
	if (modify == NULL)
		return;
	ids = ids_new(job);
	modify_params(job, ids, modify);
	a.job = job;
	a.ids = ids;
	alter_all(&a, modify);
	if (a.removes)
		sweep(job->catalog);
	ids_free(ids);
}
