/* OSCAL catalogues: from a file to the dossier's i:catalog. */
#include "catalog.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "buf.h"
#include "catalog_head.h"
#include "mem.h"
#include "oscal.h"
#include "profile.h"
#include "xml.h"

/*
 * Reading goes on after an error, so that all is reported together; what was
 * built is thrown away then.
 */

static void	add_members(struct oscal *, const xmlNode *, xmlNodePtr, int);

/* Set the attribute NAME of NODE to TEXT and free that. */
static void
set_and_free(xmlNodePtr node, const char *name, char *text)
{
	xml_set(node, name, text);
	free(text);
}

static void
set_src(struct oscal *oscal, xmlNodePtr node, const xmlNode *from)
{
	struct place at;

	at = oscal_place(oscal, from);
	xml_set_src(node, &at);
}

/* Set attributes of NODE to the same ones of FROM; NAMES ends in NULL. */
static void
copy_attrs(xmlNodePtr node, const xmlNode *from, const char *const *names)
{
	for (; *names != NULL; names++)
		xml_set(node, *names, xml_get(from, *names));
}

/*
 * PICKED is the title of TO in the language that is wanted: what it has had
 * so far takes that prop's place.
 */
static void
change_title(const xmlNode *picked, xmlNodePtr to)
{
	xmlNodePtr prop;

	prop = catalog_add_prop(picked, to);
	xml_set(prop, "class", "original");
	xml_set(prop, "value", xml_get(to, "title"));
	xml_set(to, "title", xml_get(picked, "value"));
}

/* The props of FROM; of them PICKED, which may be NULL, is its title. */
static void
add_props(const xmlNode *from, const xmlNode *picked, xmlNodePtr to)
{
	const xmlNode *node;

	for (node = oscal_first(from, "prop"); node != NULL;
	    node = oscal_next(node, "prop")) {
		if (node == picked)
			change_title(picked, to);
		else if (xml_get(node, "name") != NULL)
			catalog_add_prop(node, to);
	}
}

/*
 * Links.
 */

/* A link to RESOURCE in the back matter: its name, and its place if any. */
static void
fill_from_resource(struct oscal *oscal, const xmlNode *resource,
    xmlNodePtr link)
{
	const xmlNode *node;
	const char *href;
	char *text;

	for (node = oscal_first(resource, "rlink"); node != NULL;
	    node = oscal_next(node, "rlink")) {
		href = xml_get(node, "href");
		if (href == NULL || !oscal_is_address(href))
			continue;
		xml_set(link, "href", href);
		break;
	}
	node = oscal_first(resource, "title");
	if (node == NULL)
		node = oscal_first(oscal_first(resource, "citation"),
		    "text");
	text = oscal_line(oscal, node, link);
	if (link->children == NULL)
		xml_text(link, text, strlen(text));
	free(text);
}

static void
add_link(struct oscal *oscal, const xmlNode *node, xmlNodePtr to)
{
	const xmlNode *resource;
	const char *href;
	xmlNodePtr link;
	char *text;

	href = xml_get(node, "href");
	if (href == NULL)
		return;
	oscal_check_target(oscal, node, href);
	link = xml_add(to, "i:link");
	xml_set(link, "rel", xml_get(node, "rel"));
	text = oscal_line(oscal, oscal_first(node, "text"), link);
	xml_text(link, text, strlen(text));
	resource = href[0] != '#' ? NULL :
	    oscal_find(oscal, href + 1, "resource");
	if (resource != NULL)
		fill_from_resource(oscal, resource, link);
	else if (href[0] == '#' || oscal_is_address(href))
		xml_set(link, "href", href);
	else if (link->children == NULL)
		xml_text(link, href, strlen(href));
	free(text);
}

/* Links of CONTROL, then what its PARTS say is related to it. */
static void
add_links(struct oscal *oscal, const xmlNode *from, xmlNodePtr to, int depth)
{
	const xmlNode *node;
	const char *rel;
	int is_part;

	is_part = oscal_is(from, "part");
	for (node = oscal_first(from, "link"); node != NULL;
	    node = oscal_next(node, "link")) {
		rel = xml_get(node, "rel");
		if (!is_part || (rel != NULL && strcmp(rel, "related") == 0))
			add_link(oscal, node, to);
		else
			oscal_check_target(oscal, node, xml_get(node, "href"));
	}
	for (node = oscal_first(from, "part"); node != NULL &&
	    depth < OSCAL_DEPTH_MAX; node = oscal_next(node, "part"))
		add_links(oscal, node, to, depth + 1);
}

/*
 * Parts, controls, groups.
 */

static void
add_part(struct oscal *oscal, const xmlNode *from, xmlNodePtr to, int depth)
{
	static const char *const names[] = {
		"name", "id", "ns", "class", NULL
	};
	const xmlNode *node;
	xmlNodePtr part, before;

	if (depth == OSCAL_DEPTH_MAX) {
		oscal_too_deep(oscal, from);
		return;
	}
	part = xml_add(to, "i:part");
	copy_attrs(part, from, names);
	node = oscal_first(from, "title");
	if (node != NULL)
		set_and_free(part, "title", oscal_line(oscal, node, part));
	set_src(oscal, part, from);
	add_props(from, NULL, part);
	before = part->last;
	oscal_prose(oscal, from, part);
	for (node = oscal_first(from, "part"); node != NULL;
	    node = oscal_next(node, "part"))
		add_part(oscal, node, part, depth + 1);
	if (part->last == before && xml_get(part, "title") == NULL)
		xml_remove(part);
}

static int
is_withdrawn(const xmlNode *control)
{
	char *status;
	int is;

	status = oscal_prop(control, "status");
	is = status != NULL && strcasecmp(status, "withdrawn") == 0;
	free(status);
	return is;
}

/* What we demand of the controls of our own catalogues. */
static void
check_control(struct oscal *oscal, const xmlNode *control)
{
	static const char *const wanted[] = { "label", "sort-id" };
	const char *id;
	char *value;
	size_t i;

	id = xml_get(control, "id");
	for (i = 0; oscal->shipped && i < sizeof(wanted) / sizeof(*wanted);
	    i++) {
		value = oscal_prop(control, wanted[i]);
		if (value == NULL)
			oscal_say(oscal, DIAG_OSCAL_DEMAND, control,
			    "the control \"%s\" has no %s; add <prop "
			    "name=\"%s\" value=\"...\"/>", id == NULL ? "" :
			    oscal_shown(id).text, wanted[i], wanted[i]);
		free(value);
	}
}

/* In a catalogue of ours, LABEL must be one control's, whatever the case. */
static void
check_label(struct oscal *oscal, const xmlNode *control, const char *label)
{
	char *low, *s;

	if (!oscal->shipped || label == NULL)
		return;
	low = mem_strdup(label);
	for (s = low; *s != '\0'; s++)
		*s = (char)tolower((unsigned char)*s);
	if (xmlHashAddEntry2(oscal->said, BAD_CAST low, BAD_CAST "label",
	    oscal) != 0)
		oscal_say(oscal, DIAG_OSCAL_DEMAND, control, "two controls "
		    "have the label \"%s\"; change one",
		    oscal_shown(label).text);
	free(low);
}

/* A profile's control says which catalogue it comes from. */
static void
set_source(struct oscal *oscal, const xmlNode *from, xmlNodePtr control)
{
	char *name;

	name = oscal_source(from);
	if (name == NULL)
		return;
	xml_set(control, "source", name);
	if (strs_find(&oscal->sources, name) == -1)
		strs_add(&oscal->sources, name);
	free(name);
}

static void
add_control(struct oscal *oscal, const xmlNode *from, xmlNodePtr to,
    int depth)
{
	const xmlNode *node;
	const char *id;
	xmlNodePtr control;
	char *label, *title;

	check_control(oscal, from);
	id = xml_get(from, "id");
	id = id == NULL ? "" : id;
	control = xml_add(to, "i:control");
	xml_set(control, "id", id);
	label = oscal_prop(from, "label");
	check_label(oscal, from, label);
	xml_set(control, "label", label == NULL ? id : label);
	title = oscal_line(oscal, oscal_first(from, "title"), control);
	xml_set(control, "title", title[0] != '\0' ? title :
	    xml_get(control, "label"));
	xml_set(control, "class", xml_get(from, "class"));
	if (is_withdrawn(from))
		xml_set(control, "withdrawn", "true");
	set_source(oscal, from, control);
	set_src(oscal, control, from);
	add_props(from, catalog_title(oscal, from), control);
	add_links(oscal, from, control, 0);
	for (node = oscal_first(from, "part"); node != NULL;
	    node = oscal_next(node, "part"))
		add_part(oscal, node, control, 0);
	add_members(oscal, from, control, depth + 1);
	free(label);
	free(title);
}

static void
add_group(struct oscal *oscal, const xmlNode *from, xmlNodePtr to, int depth)
{
	const xmlNode *node, *picked;
	xmlNodePtr group;
	char *label, *title;

	group = xml_add(to, "i:group");
	xml_set(group, "id", xml_get(from, "id"));
	label = oscal_prop(from, "label");
	xml_set(group, "label", label);
	xml_set(group, "class", xml_get(from, "class"));
	title = oscal_line(oscal, oscal_first(from, "title"), group);
	xml_set(group, "title", title[0] != '\0' ? title : label != NULL ?
	    label : xml_get(from, "id"));
	free(label);
	free(title);
	set_src(oscal, group, from);
	picked = catalog_title(oscal, from);
	if (picked != NULL)
		change_title(picked, group);
	for (node = oscal_first(from, "part"); node != NULL;
	    node = oscal_next(node, "part"))
		add_part(oscal, node, group, 0);
	add_members(oscal, from, group, depth + 1);
}

/* The groups and controls that stand in FROM. */
static void
add_members(struct oscal *oscal, const xmlNode *from, xmlNodePtr to,
    int depth)
{
	const xmlNode *node;

	for (node = xml_first(from, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (!oscal_is(node, "group") &&
		    !oscal_is(node, "control"))
			continue;
		if (depth == OSCAL_DEPTH_MAX)
			oscal_too_deep(oscal, node);
		else if (oscal_is(node, "group"))
			add_group(oscal, node, to, depth);
		else
			add_control(oscal, node, to, depth);
	}
}

/*
 * The file.
 */

/* The names, beside its own, that a profile's catalogue is known by. */
static void
set_also(const struct oscal *oscal, xmlNodePtr catalog)
{
	struct buf names = { 0 };
	size_t i;

	for (i = 0; i < oscal->sources.n; i++)
		if (strcmp(oscal->sources.v[i], xml_get(catalog, "name")) !=
		    0)
			buf_printf(&names, "%s%s", names.len > 0 ? " " : "",
			    oscal->sources.v[i]);
	if (names.len > 0)
		xml_set(catalog, "also", buf_str(&names));
	buf_release(&names);
}

int
catalog_load(const struct roots *roots, const struct catalog_entry *entry,
    struct catalog_params *params, xmlNodePtr parent, struct diag *d)
{
	struct profile profile;
	struct oscal oscal;
	xmlNodePtr catalog;
	int rc = 0;

	if (profile_load(roots, entry->path, entry->at.path == NULL ? NULL :
	    &entry->at, &profile, d) == -1)
		return -1;
	if (!entry->shipped && !profile.resolved)
		rc = oscal_validate(roots, profile.doc, entry->path, d);
	oscal_init(&oscal, profile.doc, entry->path, entry->shipped, d);
	oscal.language = entry->language;
	catalog_set_params(&oscal, entry, params);
	catalog = catalog_head(&oscal, entry,
	    xmlDocGetRootElement(profile.doc), parent);
	add_members(&oscal, xmlDocGetRootElement(profile.doc), catalog, 0);
	set_also(&oscal, catalog);
	if (oscal.bad)
		rc = -1;
	if (rc == 0)
		xmlAddChild(parent, catalog);
	else
		xmlFreeNode(catalog);
	oscal_release(&oscal);
	profile_release(&profile);
	return rc;
}
