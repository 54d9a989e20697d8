/* Profile resolution: imports combined, and flat or structured as they were. */
#include "resolve.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

/*
 * Directives.
 */

/* Is the text of NODE true, as XML Schema has it? */
static int
is_true(const xmlNode *node)
{
	char *text;
	int is;

	text = xml_words(node);
	is = strcmp(text, "true") == 0 || strcmp(text, "1") == 0;
	free(text);
	return is;
}

void
merge_check(struct job *job)
{
	const xmlNode *merge, *combine, *node, *first = NULL;
	const char *method;

	merge = oscal_first(job->profile, "merge");
	combine = oscal_first(merge, "combine");
	method = combine == NULL ? NULL : xml_get(combine, "method");
	if (method != NULL && strcmp(method, "keep") != 0 &&
	    strcmp(method, "use-first") != 0)
		job_say(job, DIAG_PROFILE_MERGE, combine, "cannot combine "
		    "controls by \"%s\", which OSCAL leaves undefined; say "
		    "\"use-first\" or \"keep\"", oscal_shown(method).text);
	for (node = xml_first(merge, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (!oscal_is(node, "flat") && !oscal_is(node, "custom") &&
		    !(oscal_is(node, "as-is") && is_true(node)))
			continue;
		if (first != NULL)
			job_say(job, DIAG_PROFILE_MERGE, node, "<%s> and "
			    "<%s> cannot both say how the controls are "
			    "arranged; keep one of them",
			    (const char *)first->name,
			    (const char *)node->name);
		first = node;
	}
}

/*
 * Combining.
 */

/* Controls that several imports bring, or one import twice. */
struct combine {
	struct job	*job;
	xmlHashTablePtr	 seen;		/* ids of controls */
	int		 use_first;
	size_t		 ntwice;	/* in this import */
	char		*twice;		/* the first of them */
};

static void
combine_controls(struct combine *c, xmlNodePtr parent, int depth)
{
	xmlNodePtr node, next;
	const char *id;
	int is_new;

	for (node = job_first(parent, NULL); node != NULL &&
	    depth < OSCAL_DEPTH_MAX; node = next) {
		next = job_next(node, NULL);
		if (!oscal_is(node, "control") && !oscal_is(node, "group"))
			continue;
		id = xml_get(node, "id");
		is_new = oscal_is(node, "group") || id == NULL ||
		    xmlHashAddEntry(c->seen, BAD_CAST id, c) == 0;
		if (!is_new && c->ntwice++ == 0)
			c->twice = mem_strdup(id);
		combine_controls(c, node, depth + 1);
		if (!is_new && c->use_first)
			job_drop_control(node);
	}
}

static void
say_twice(struct combine *c, const xmlNode *import)
{
	if (c->ntwice > 0 && !c->use_first)
		job_say(c->job, DIAG_PROFILE_TWICE, import, "%zu of the "
		    "controls imported stand twice, \"%s\" the first; let "
		    "each be imported once, or say <combine "
		    "method=\"use-first\"/>", c->ntwice,
		    oscal_shown(c->twice).text);
	free(c->twice);
	c->twice = NULL;
	c->ntwice = 0;
}

static void
combine_all(struct job *job)
{
	struct combine c = { 0 };
	const xmlNode *combine;
	const char *method;
	size_t i;

	combine = oscal_first(oscal_first(job->profile, "merge"), "combine");
	method = combine == NULL ? NULL : xml_get(combine, "method");
	c.job = job;
	c.use_first = method != NULL && strcmp(method, "use-first") == 0;
	c.seen = job_table(4096);
	for (i = 0; i < job->n; i++) {
		combine_controls(&c, job->imports[i].root, 0);
		say_twice(&c, job->imports[i].node);
	}
	xmlHashFree(c.seen, NULL);
}

/*
 * Structure.
 */

/* Move the parameters in FROM, and in groups of it, to the result. */
static void
move_params(struct job *job, xmlNodePtr from)
{
	xmlNodePtr node, next;

	for (node = job_first(from, NULL); node != NULL; node = next) {
		next = job_next(node, NULL);
		if (oscal_is(node, "param"))
			job_move(job, node, job->catalog);
		else if (oscal_is(node, "group"))
			move_params(job, node);
	}
}

void
merge_loose(struct job *job)
{
	size_t i;

	for (i = 0; i < job->n; i++)
		move_params(job, job->imports[i].root);
}

/* Each control in FROM, however nested, becomes one of the catalogue. */
static void
flatten(struct job *job, xmlNodePtr from)
{
	xmlNodePtr node, next;

	for (node = job_first(from, NULL); node != NULL; node = next) {
		next = job_next(node, NULL);
		if (oscal_is(node, "control"))
			job_move(job, node, job->catalog);
		if (oscal_is(node, "control") || oscal_is(node, "group"))
			flatten(job, node);
	}
}

static int
holds_control(xmlNodePtr group)
{
	xmlNodePtr node;

	if (job_first(group, "control") != NULL || job_keeps(group))
		return 1;
	for (node = job_first(group, "group"); node != NULL;
	    node = job_next(node, "group"))
		if (holds_control(node))
			return 1;
	return 0;
}

/* The groups of the result, by where they come from. */
struct as_is {
	struct job	*job;
	xmlHashTablePtr	 groups;	/* path and number -> group */
};

static void	settle_group(struct as_is *, xmlNodePtr);

/* Move the controls and groups of GROUP to THERE, and remove it. */
static void
join_group(struct as_is *a, xmlNodePtr group, xmlNodePtr there)
{
	xmlNodePtr node, next;

	for (node = job_first(group, NULL); node != NULL; node = next) {
		next = job_next(node, NULL);
		if (oscal_is(node, "control") || oscal_is(node, "group"))
			job_move(a->job, node, there);
		if (oscal_is(node, "group"))
			settle_group(a, node);
	}
	xml_remove(group);
}

/*
 * GROUP has come into the result.  Without a control it goes again; one that
 * is there from an earlier import takes up its controls, so that several
 * imports of a catalogue make one structure.
 */
static void
settle_group(struct as_is *a, xmlNodePtr group)
{
	const struct origin *origin = group->_private;
	xmlNodePtr there = NULL, node, next;
	char *key;

	if (!holds_control(group)) {
		move_params(a->job, group);
		xml_remove(group);
		return;
	}
	key = mem_printf("%s %d", origin->path, origin->group);
	if (origin->group > 0)
		there = xmlHashLookup(a->groups, BAD_CAST key);
	if (there != NULL) {
		join_group(a, group, there);
		free(key);
		return;
	}
	xmlHashAddEntry(a->groups, BAD_CAST key, group);
	free(key);
	for (node = job_first(group, "group"); node != NULL; node = next) {
		next = job_next(node, "group");
		settle_group(a, node);
	}
}

static void
keep_structure(struct job *job)
{
	struct as_is a;
	xmlNodePtr node, next;
	size_t i;

	a.job = job;
	a.groups = job_table(256);
	for (i = 0; i < job->n; i++) {
		node = job_first(job->imports[i].root, NULL);
		for (; node != NULL; node = next) {
			next = job_next(node, NULL);
			if (!oscal_is(node, "param") &&
			    !oscal_is(node, "control") &&
			    !oscal_is(node, "group"))
				continue;
			job_move(job, node, job->catalog);
			if (oscal_is(node, "group"))
				settle_group(&a, node);
		}
	}
	xmlHashFree(a.groups, NULL);
}

void
merge_all(struct job *job)
{
	const xmlNode *merge, *custom, *as_is;
	size_t i;

	combine_all(job);
	merge = oscal_first(job->profile, "merge");
	custom = oscal_first(merge, "custom");
	as_is = oscal_first(merge, "as-is");
	if (custom != NULL) {
		merge_custom(job, custom);
		merge_loose(job);
	} else if (as_is != NULL && is_true(as_is)) {
		keep_structure(job);
	} else {
		merge_loose(job);
		for (i = 0; i < job->n; i++)
			flatten(job, job->imports[i].root);
	}
}
