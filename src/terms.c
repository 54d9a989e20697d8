/* The words that a catalogue has for the status and the role of an answer. */
#include "terms.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "xml.h"

enum { LEVELS_MAX = 1 << 16 };	/* of a scale, for ranks */

/* Worst first. */
static const char *const states[] = {
	"not-implemented", "planned", "partial", "implemented"
};

#define NSTATES (sizeof(states) / sizeof(*states))

/* Place of STATE among ours, NSTATES where it is none. */
static size_t
place_of(const char *state)
{
	size_t i;

	for (i = 0; i < NSTATES; i++)
		if (state != NULL && strcmp(states[i], state) == 0)
			break;
	return i;
}

int
terms_is_state(const char *state)
{
	return place_of(state) < NSTATES;
}

static const xmlNode *
catalog_of(const xmlNode *node)
{
	while (node != NULL && !xml_is(node, "i:catalog"))
		node = node->parent;
	return node;
}

/* PROP or the first of the props after it that is one of ours called NAME. */
static const xmlNode *
from_here(const xmlNode *prop, const char *name)
{
	const char *ns;

	for (; xml_is(prop, "i:prop"); prop = xml_next(prop, NULL)) {
		ns = xml_get(prop, "ns");
		if (ns != NULL && strcmp(ns, XML_NS_CATALOG) == 0 &&
		    strcmp(xml_get(prop, "name"), name) == 0)
			return prop;
	}
	return NULL;
}

static const xmlNode *
first_prop(const xmlNode *node, const char *name)
{
	return from_here(xml_first(node, NULL), name);
}

static const xmlNode *
next_prop(const xmlNode *prop)
{
	return from_here(xml_next(prop, NULL), xml_get(prop, "name"));
}

/* Can VALUE be said, and told from others in a list "a|b"? */
static int
is_word(const char *value)
{
	return value != NULL && value[0] != '\0' &&
	    strchr(value, '|') == NULL;
}

/* Can this level of a scale be used? */
static int
is_level(const xmlNode *prop)
{
	return is_word(xml_get(prop, "value")) &&
	    terms_is_state(xml_get(prop, "class"));
}

static void
add_word(struct buf *list, const char *word)
{
	if (list->len > 0)
		buf_putc(list, '|');
	buf_puts(list, word);
}

/* Add each role below PARENT that is not in ROLES yet. */
static void
collect_roles(const xmlNode *parent, struct strs *roles)
{
	const xmlNode *node, *prop;
	const char *value;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (!xml_is(node, "i:control") && !xml_is(node, "i:group"))
			continue;
		for (prop = first_prop(node, "role"); prop != NULL;
		    prop = next_prop(prop)) {
			value = xml_get(prop, "value");
			/* A catalogue has two roles, not thousands. */
			if (is_word(value) && strcmp(value, "both") != 0 &&
			    roles->n < 10 && strs_find(roles, value) == -1)
				strs_add(roles, value);
		}
		collect_roles(node, roles);
	}
}

void
terms_take(struct terms *terms, const xmlNode *control)
{
	const xmlNode *catalog, *prop;
	struct strs roles = { 0 };
	struct buf list = { 0 };
	size_t i;

	catalog = catalog_of(control);
	if (catalog == terms->catalog)
		return;
	terms_release(terms);
	terms->catalog = catalog;
	for (prop = first_prop(catalog, "scale"); prop != NULL;
	    prop = next_prop(prop))
		if (is_level(prop))
			add_word(&list, xml_get(prop, "value"));
	terms->scale = list.len == 0 ? NULL : buf_detach(&list);
	collect_roles(catalog, &roles);
	for (i = 0; i < roles.n; i++)
		add_word(&list, roles.v[i]);
	if (roles.n > 0)
		add_word(&list, "both");
	terms->roles = list.len == 0 ? NULL : buf_detach(&list);
	strs_release(&roles);
	buf_release(&list);
}

void
terms_release(struct terms *terms)
{
	free(terms->scale);
	free(terms->roles);
	memset(terms, 0, sizeof(*terms));
}

int
terms_asks_role(const xmlNode *control)
{
	return first_prop(control, "role") != NULL;
}

/* The level of CONTROL's scale with this VALUE, and its *PLACE; or NULL. */
static const xmlNode *
level_of(const xmlNode *control, const char *value, int *place)
{
	const xmlNode *prop;

	*place = 0;
	for (prop = first_prop(catalog_of(control), "scale"); prop != NULL;
	    prop = next_prop(prop)) {
		if (is_level(prop) &&
		    strcmp(xml_get(prop, "value"), value) == 0)
			return prop;
		*place += *place < LEVELS_MAX - 1;
	}
	return NULL;
}

int
terms_has_scale(const xmlNode *control)
{
	const xmlNode *prop;

	for (prop = first_prop(catalog_of(control), "scale"); prop != NULL;
	    prop = next_prop(prop))
		if (is_level(prop))
			return 1;
	return 0;
}

const char *
terms_state(const xmlNode *control, const char *status)
{
	const xmlNode *level;
	int place;

	if (status == NULL || !terms_has_scale(control))
		return status;
	level = level_of(control, status, &place);
	return level == NULL ? NULL : xml_get(level, "class");
}

int
terms_rank(const xmlNode *control, const char *status)
{
	size_t state;
	int place = 0;

	state = place_of(terms_state(control, status));
	if (state == NSTATES)
		return TERMS_BEST;
	if (terms_has_scale(control))
		level_of(control, status, &place);
	return (int)state * LEVELS_MAX + place;
}
