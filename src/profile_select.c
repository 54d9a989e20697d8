/* Profile resolution: which controls an import or an insert chooses. */
#include "resolve.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

/* One with-id or matching. */
struct choice {
	const xmlNode	*node;
	char		*text;		/* the id or pattern; owned */
	int		 children;	/* with those in it */
	int		 used;
	size_t		 same;		/* an earlier one of that id, from */
					/* 1; 0: none */
};

/* All inclusions of a directive, or all exclusions. */
struct side {
	struct choice	*ids;
	size_t		 nids;
	xmlHashTablePtr	 by_id;		/* id -> its number, from 1 */
	struct choice	*patterns;
	size_t		 npatterns;
	int		 all;
};

struct select {
	struct job	*job;
	const xmlNode	*directive;
	struct side	 in;
	struct side	 out;
	int		 any;		/* has taken one */
};

/*
 * Reading.
 */

static struct choice *
add_choice(struct choice **list, size_t *n, const xmlNode *node,
    int children)
{
	struct choice *choice;

	if ((*n & (*n - 1)) == 0)
		*list = mem_resize(*list, *n == 0 ? 1 : *n * 2,
		    sizeof(**list));
	choice = &(*list)[(*n)++];
	memset(choice, 0, sizeof(*choice));
	choice->node = node;
	choice->children = children;
	return choice;
}

static void
add_id(struct side *side, const xmlNode *node, int children)
{
	struct choice *choice;

	choice = add_choice(&side->ids, &side->nids, node, children);
	choice->text = xml_words(node);
	choice->same = (size_t)xmlHashLookup(side->by_id,
	    BAD_CAST choice->text);
	if (choice->same == 0)
		xmlHashAddEntry(side->by_id, BAD_CAST choice->text,
		    (void *)side->nids);
	else if (children)
		side->ids[choice->same - 1].children = 1;
}

/* A pattern that is empty or absent matches nothing, by the specification. */
static void
add_pattern(struct side *side, const xmlNode *node, int children)
{
	const char *pattern;

	pattern = xml_get(node, "pattern");
	add_choice(&side->patterns, &side->npatterns, node, children)->text =
	    mem_strdup(pattern == NULL ? "" : pattern);
}

static void
read_side(struct side *side, const xmlNode *directive, const char *name)
{
	const xmlNode *list, *node;
	const char *with;
	int children;

	side->by_id = job_table(256);
	for (list = oscal_first(directive, name); list != NULL;
	    list = oscal_next(list, name)) {
		with = xml_get(list, "with-child-controls");
		children = with != NULL && strcmp(with, "yes") == 0;
		for (node = xml_first(list, NULL); node != NULL;
		    node = xml_next(node, NULL)) {
			if (oscal_is(node, "with-id"))
				add_id(side, node, children);
			else if (oscal_is(node, "matching"))
				add_pattern(side, node, children);
		}
	}
}

struct select *
select_new(struct job *job, const xmlNode *directive)
{
	struct select *select;

	select = mem_zalloc(sizeof(*select));
	select->job = job;
	select->directive = directive;
	read_side(&select->in, directive, "include-controls");
	read_side(&select->out, directive, "exclude-controls");
	select->in.all = oscal_first(directive, "include-all") != NULL;
	return select;
}

/*
 * Choosing.
 */

/* Does SIDE name ID?  *CHILDREN is set where it takes what is in it too. */
static int
names(struct select *select, struct side *side, const char *id,
    int *children)
{
	struct choice *choice;
	size_t i, n, len;
	int found;

	found = side->all;
	n = (size_t)xmlHashLookup(side->by_id, BAD_CAST id);
	if (n > 0) {
		choice = &side->ids[n - 1];
		choice->used = found = 1;
		*children |= choice->children;
	}
	len = strlen(id) / 16;
	for (i = 0; i < side->npatterns; i++) {
		choice = &side->patterns[i];
		if (!job_work(select->job, choice->node, 1 + len *
		    strlen(choice->text)))
			break;
		if (choice->text[0] == '\0' || !path_glob(choice->text, id))
			continue;
		choice->used = found = 1;
		*children |= choice->children;
	}
	return found;
}

int
select_takes(struct select *select, const xmlNode *control,
    struct select_state *state)
{
	const char *id;
	int in, out;

	id = xml_get(control, "id");
	id = id == NULL ? "" : id;
	in = state->in;
	out = state->out;
	in |= names(select, &select->in, id, &state->in);
	out |= names(select, &select->out, id, &state->out);
	select->any |= in && !out;
	return in && !out;
}

/*
 * What matched nothing.
 */

static void
end_list(struct job *job, struct choice *list, size_t n, const char *what)
{
	const struct choice *choice;
	size_t i;

	for (i = 0; i < n; i++) {
		choice = &list[i];
		if (!choice->used && (choice->same == 0 ||
		    !list[choice->same - 1].used))
			job_say(job, DIAG_PROFILE_IDLE, choice->node,
			    "no control %s \"%s\" here; correct it or take "
			    "it out", what, oscal_shown(choice->text).text);
		free(choice->text);
	}
	free(list);
}

static void
end_side(struct job *job, struct side *side)
{
	end_list(job, side->ids, side->nids, "has the id");
	end_list(job, side->patterns, side->npatterns, "matches");
	xmlHashFree(side->by_id, NULL);
}

void
select_end(struct select *select)
{
	const xmlNode *node;
	struct side *in = &select->in;

	node = select->directive;
	if (!select->any && in->nids == 0 && in->npatterns == 0)
		job_say(select->job, DIAG_PROFILE_IDLE, node, "<%s> chooses "
		    "no control; %s", (const char *)node->name, in->all ?
		    "there is none, or all are excluded" : "say "
		    "<include-all/> or <include-controls>");
	end_side(select->job, &select->in);
	end_side(select->job, &select->out);
	free(select);
}

/*
 * An import.
 */

static void
filter(struct select *select, xmlNodePtr parent,
    const struct select_state *above, int depth)
{
	struct select_state state;
	xmlNodePtr node, next;
	int taken;

	for (node = job_first(parent, NULL); node != NULL; node = next) {
		next = job_next(node, NULL);
		if (!oscal_is(node, "group") && !oscal_is(node, "control"))
			continue;
		if (depth == OSCAL_DEPTH_MAX) {
			job_say(select->job, DIAG_XML_LIMIT,
			    select->directive, "cannot import groups and "
			    "controls nested more than %d deep",
			    OSCAL_DEPTH_MAX);
			return;
		}
		state = *above;
		taken = oscal_is(node, "group") ||
		    select_takes(select, node, &state);
		filter(select, node, &state, depth + 1);
		if (!taken)
			job_drop_control(node);
	}
}

void
select_controls(struct job *job, struct import *import)
{
	static const struct select_state none;
	struct select *select;

	select = select_new(job, import->node);
	filter(select, import->root, &none, 0);
	select_end(select);
}
