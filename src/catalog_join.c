/* Profiles beside the catalogues that they are over: one row per control. */
#include "catalog.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "xml.h"

/* The controls of a catalogue in document order. */
struct controls {
	xmlNodePtr	*v;
	size_t		 n;
};

struct join {
	struct diag	*d;
	xmlHashTablePtr	 homes;		/* file and id -> control */
	xmlHashTablePtr	 altered;	/* the same -> name of the profile */
};

static void
list_controls(xmlNodePtr parent, struct controls *list)
{
	xmlNodePtr node;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:control")) {
			if ((list->n & (list->n - 1)) == 0)
				list->v = mem_resize(list->v, list->n == 0 ?
				    1 : list->n * 2, sizeof(*list->v));
			list->v[list->n++] = node;
		}
		if (xml_is(node, "i:control") || xml_is(node, "i:group"))
			list_controls(node, list);
	}
}

static xmlNodePtr
first_control(xmlNodePtr parent)
{
	xmlNodePtr node, found = NULL;

	for (node = xml_first(parent, NULL); node != NULL && found == NULL;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:control"))
			found = node;
		else if (xml_is(node, "i:group"))
			found = first_control(node);
	}
	return found;
}

static int
is_profile(xmlNodePtr catalog)
{
	xmlNodePtr control;

	control = first_control(catalog);
	return control != NULL && xml_get(control, "source") != NULL;
}

/* The file that CONTROL stands in, and its id; new memory. */
static char *
key_of(const xmlNode *control)
{
	char *path, *key;

	xml_place(control, &path);
	key = mem_printf("%s %s", path == NULL ? "" : path,
	    xml_get(control, "id"));
	free(path);
	return key;
}

static xmlNodePtr
catalog_of(xmlNodePtr node)
{
	while (!xml_is(node, "i:catalog"))
		node = node->parent;
	return node;
}

/*
 * Comparing and replacing.
 */

/* Have A and B the same attributes, but for that of the source? */
static int
same_attributes(const xmlNode *a, const xmlNode *b)
{
	const xmlAttr *attr;
	const char *value, *other;
	int n = 0;

	for (attr = a->properties; attr != NULL; attr = attr->next) {
		if (strcmp((const char *)attr->name, "source") == 0)
			continue;
		n++;
		value = attr->children == NULL ? "" :
		    (const char *)attr->children->content;
		other = attr->ns == NULL ?
		    xml_get(b, (const char *)attr->name) :
		    xml_get_ns(b, (const char *)attr->ns->href,
		    (const char *)attr->name);
		if (other == NULL || strcmp(value, other) != 0)
			return 0;
	}
	for (attr = b->properties; attr != NULL; attr = attr->next)
		n -= strcmp((const char *)attr->name, "source") != 0;
	return n == 0;
}

static const xmlNode *
skip_controls(const xmlNode *node)
{
	while (node != NULL && xml_is(node, "i:control"))
		node = node->next;
	return node;
}

/* Are A and B, controls or what is in one, the same? Without what is nested. */
static int
same(const xmlNode *a, const xmlNode *b)
{
	const xmlNode *x, *y;

	if (a->type != b->type || (a->type != XML_ELEMENT_NODE ?
	    !xmlStrEqual(a->content, b->content) :
	    !xmlStrEqual(a->name, b->name) || !same_attributes(a, b)))
		return 0;
	if (a->type != XML_ELEMENT_NODE)
		return 1;
	x = skip_controls(a->children);
	y = skip_controls(b->children);
	while (x != NULL && y != NULL && same(x, y)) {
		x = skip_controls(x->next);
		y = skip_controls(y->next);
	}
	return x == NULL && y == NULL;
}

static void
remove_own(xmlNodePtr control)
{
	xmlNodePtr node, next;

	for (node = control->children; node != NULL; node = next) {
		next = node->next;
		if (!xml_is(node, "i:control"))
			xml_remove(node);
	}
}

/* HOME becomes what BY is; the controls in each stay where they are. */
static void
replace(xmlNodePtr home, xmlNodePtr by)
{
	static const char *const names[] = {
		"label", "title", "class", "withdrawn"
	};
	xmlNodePtr node, next, nested;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		xmlUnsetProp(home, BAD_CAST names[i]);
		xml_set(home, names[i], xml_get(by, names[i]));
	}
	remove_own(home);
	nested = xml_first(home, "i:control");
	for (node = by->children; node != NULL; node = next) {
		next = node->next;
		if (xml_is(node, "i:control"))
			continue;
		xmlUnlinkNode(node);
		if (nested != NULL)
			xmlAddPrevSibling(nested, node);
		else
			xmlAddChild(home, node);
	}
}

/*
 * Joining.
 */

static void
say_overlap(struct join *j, xmlNodePtr profile, const char *other,
    const xmlNode *control)
{
	struct place at;
	char *path;

	at = xml_place(profile, &path);
	diag_add(j->d, DIAG_PROFILE_OVERLAP, &at, "\"%s\" alters the control "
	    "\"%s\", and \"%s\" does so too, which comes first and counts; "
	    "put both into one profile", xml_get(profile, "name"),
	    xml_get(control, "label"), other);
	free(path);
}

/* CATALOG is known by the NAME of a profile too. */
static void
know_too(xmlNodePtr catalog, const char *name)
{
	const char *also, *found;
	size_t len;

	also = xml_get(catalog, "also");
	len = strlen(name);
	for (found = also == NULL ? NULL : strstr(also, name); found != NULL;
	    found = strstr(found + 1, name))
		if ((found == also || found[-1] == ' ') &&
		    (found[len] == ' ' || found[len] == '\0'))
			return;
	if (also == NULL)
		xml_set(catalog, "also", name);
	else
		xml_setf(catalog, "also", "%s %s", also, name);
}

/* CONTROL of PROFILE is the row HOME of another catalogue. */
static void
join_control(struct join *j, xmlNodePtr profile, xmlNodePtr control,
    xmlNodePtr home, const char *key)
{
	xmlNodePtr catalog, node, next;
	const char *by;

	catalog = catalog_of(home);
	by = xmlHashLookup(j->altered, BAD_CAST key);
	if (by == NULL && xml_get(home, "source") != NULL)
		by = xml_get(catalog, "name");
	if (!same(home, control) && by != NULL) {
		say_overlap(j, profile, by, control);
	} else if (!same(home, control)) {
		replace(home, control);
		xmlHashAddEntry(j->altered, BAD_CAST key,
		    mem_strdup(xml_get(profile, "name")));
	}
	know_too(catalog, xml_get(profile, "name"));
	for (node = xml_first(control, "i:control"); node != NULL;
	    node = next) {
		next = xml_next(node, "i:control");
		xmlAddPrevSibling(control, node);
	}
	xml_remove(control);
}

static void
join_profile(struct join *j, xmlNodePtr profile)
{
	struct controls list = { 0 };
	xmlNodePtr home;
	char *key;
	size_t i;

	list_controls(profile, &list);
	for (i = 0; i < list.n; i++) {
		key = key_of(list.v[i]);
		home = xmlHashLookup(j->homes, BAD_CAST key);
		if (home == NULL)
			xmlHashAddEntry(j->homes, BAD_CAST key, list.v[i]);
		else
			join_control(j, profile, list.v[i], home, key);
		free(key);
	}
	free(list.v);
}

static void
drop_empty(xmlNodePtr parent)
{
	xmlNodePtr group, next;

	for (group = xml_first(parent, "i:group"); group != NULL;
	    group = next) {
		next = xml_next(group, "i:group");
		if (first_control(group) == NULL)
			xml_remove(group);
		else
			drop_empty(group);
	}
}

/* Note the controls of CATALOG, which is no profile, as homes. */
static void
add_homes(struct join *j, xmlNodePtr catalog)
{
	struct controls list = { 0 };
	char *key;
	size_t i;

	list_controls(catalog, &list);
	for (i = 0; i < list.n; i++) {
		key = key_of(list.v[i]);
		xmlHashAddEntry(j->homes, BAD_CAST key, list.v[i]);
		free(key);
	}
	free(list.v);
}

static void
free_name(void *payload, const xmlChar *name)
{
	(void)name;
	free(payload);
}

void
catalog_join(xmlNodePtr catalogs, struct diag *d)
{
	struct join j;
	struct controls profiles = { 0 };
	xmlNodePtr catalog;
	size_t i;

	for (catalog = xml_first(catalogs, "i:catalog"); catalog != NULL;
	    catalog = xml_next(catalog, "i:catalog")) {
		if (!is_profile(catalog))
			continue;
		profiles.v = mem_resize(profiles.v, profiles.n + 1,
		    sizeof(*profiles.v));
		profiles.v[profiles.n++] = catalog;
	}
	if (profiles.n == 0)
		return;
	j.d = d;
	j.homes = xmlHashCreate(4096);
	j.altered = xmlHashCreate(256);
	for (catalog = xml_first(catalogs, "i:catalog"); catalog != NULL;
	    catalog = xml_next(catalog, "i:catalog"))
		if (!is_profile(catalog))
			add_homes(&j, catalog);
	for (i = 0; i < profiles.n; i++) {
		join_profile(&j, profiles.v[i]);
		drop_empty(profiles.v[i]);
		if (first_control(profiles.v[i]) == NULL)
			xml_remove(profiles.v[i]);
	}
	xmlHashFree(j.homes, NULL);
	xmlHashFree(j.altered, free_name);
	free(profiles.v);
}
