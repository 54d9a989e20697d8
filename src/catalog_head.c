/* OSCAL catalogues: what the metadata says, and the props of anything. */
#include "catalog_head.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "terms.h"
#include "xml.h"

/* Is NODE a prop of ours called NAME? */
static int
is_ours(const xmlNode *node, const char *name)
{
	const char *ns, *has;

	ns = xml_get(node, "ns");
	has = xml_get(node, "name");
	return ns != NULL && strcmp(ns, XML_NS_CATALOG) == 0 &&
	    has != NULL && strcmp(has, name) == 0;
}

const char *
catalog_prop(const xmlNode *node, const char *name)
{
	const xmlNode *prop;

	/* They come first, and a catalogue may have very many children. */
	for (prop = xml_first(node, NULL); xml_is(prop, "i:prop");
	    prop = xml_next(prop, NULL))
		if (is_ours(prop, name))
			return xml_get(prop, "value");
	return NULL;
}

xmlNodePtr
catalog_add_prop(const xmlNode *from, xmlNodePtr to)
{
	static const char *const names[] = { "value", "class", "group" };
	xmlNodePtr prop;
	size_t i;

	prop = xml_add(to, "i:prop");
	xml_set(prop, "name", xml_get(from, "name"));
	if (!oscal_own_ns(xml_get(from, "ns")))
		xml_set(prop, "ns", xml_get(from, "ns"));
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		xml_set(prop, names[i], xml_get(from, names[i]));
	return prop;
}

/* The use that METADATA states, or NULL. */
static const char *
stated_use(struct oscal *oscal, const xmlNode *metadata)
{
	static const char *const uses[] = {
		"requirements", "annex-a", "additional", "own", "peer"
	};
	const xmlNode *prop;
	const char *value;
	size_t i;

	for (prop = oscal_first(metadata, "prop"); prop != NULL;
	    prop = oscal_next(prop, "prop")) {
		value = xml_get(prop, "value");
		if (!is_ours(prop, "use") || value == NULL)
			continue;
		for (i = 0; i < sizeof(uses) / sizeof(*uses); i++)
			if (strcmp(value, uses[i]) == 0)
				return uses[i];
		oscal_say(oscal, DIAG_OSCAL_SCHEMA, prop, "the use \"%s\" is "
		    "not known, \"additional\" is taken; say requirements, "
		    "annex-a, additional, own or peer",
		    oscal_shown(value).text);
	}
	return NULL;
}

/* Set the attribute NAME of NODE to the words of FROM, which may be NULL. */
static void
set_line(struct oscal *oscal, xmlNodePtr node, const char *name,
    const xmlNode *from)
{
	char *text;

	if (from == NULL)
		return;
	text = oscal_line(oscal, from, node);
	xml_set(node, name, text);
	free(text);
}

/* Does a level of the catalogue's own scale count as one of our states? */
static int
check_level(struct oscal *oscal, const xmlNode *prop)
{
	const char *state, *value;

	state = xml_get(prop, "class");
	value = xml_get(prop, "value");
	if (terms_is_state(state) && value != NULL)
		return 1;
	oscal_say(oscal, DIAG_OSCAL_SCHEMA, prop, "the value \"%s\" of the "
	    "scale is passed over; say with class what it counts as: "
	    "implemented, partial, planned or not-implemented",
	    value == NULL ? "" : oscal_shown(value).text);
	return 0;
}

/* The scale that isms.yaml gives. */
static void
add_scale(const struct yml *scale, xmlNodePtr to)
{
	const struct yml *item;
	xmlNodePtr prop;

	for (item = scale->kind == YML_MAP ? scale->first : NULL;
	    item != NULL; item = item->next) {
		prop = xml_add(to, "i:prop");
		xml_set(prop, "name", "scale");
		xml_set(prop, "ns", XML_NS_CATALOG);
		xml_set(prop, "value", item->key);
		xml_set(prop, "class", yml_text(item, "state"));
		xml_set(prop, "remarks", yml_text(item, "word"));
	}
}

/* The props of METADATA, each with its remarks, and the scale. */
static void
add_metadata(struct oscal *oscal, const struct catalog_entry *entry,
    const xmlNode *metadata, xmlNodePtr to)
{
	const xmlNode *node;
	xmlNodePtr prop;

	for (node = oscal_first(metadata, "prop"); node != NULL;
	    node = oscal_next(node, "prop")) {
		if (xml_get(node, "name") == NULL)
			continue;
		if (is_ours(node, "scale") && (entry->scale != NULL ||
		    !check_level(oscal, node)))
			continue;
		prop = catalog_add_prop(node, to);
		set_line(oscal, prop, "remarks", oscal_first(node,
		    "remarks"));
	}
	if (entry->scale != NULL)
		add_scale(entry->scale, to);
}

/* The title of FROM with the class LANGUAGE, of LEN bytes, or NULL. */
static const xmlNode *
title_in(const xmlNode *from, const char *language, size_t len)
{
	const xmlNode *prop;
	const char *has, *value;

	for (prop = oscal_first(from, "prop"); prop != NULL;
	    prop = oscal_next(prop, "prop")) {
		has = xml_get(prop, "class");
		value = xml_get(prop, "value");
		if (is_ours(prop, "title") && has != NULL &&
		    strncasecmp(has, language, len) == 0 &&
		    has[len] == '\0' && value != NULL &&
		    value[strspn(value, " \t\r\n")] != '\0')
			return prop;
	}
	return NULL;
}

const xmlNode *
catalog_title(const struct oscal *oscal, const xmlNode *from)
{
	const xmlNode *prop;
	const char *language;

	language = oscal->language;
	if (language == NULL || language[0] == '\0')
		return NULL;
	prop = title_in(from, language, strlen(language));
	return prop != NULL ? prop : title_in(from, language,
	    strcspn(language, "-"));
}

xmlNodePtr
catalog_head(struct oscal *oscal, const struct catalog_entry *entry,
    const xmlNode *root, xmlNodePtr parent)
{
	const xmlNode *metadata;
	const char *use, *title;
	struct place at;
	xmlNodePtr catalog;

	metadata = oscal_first(root, "metadata");
	use = stated_use(oscal, metadata);
	if (entry->use != NULL)
		use = entry->use;
	catalog = xml_make(parent, "i:catalog");
	xml_set(catalog, "name", entry->name);
	xml_set(catalog, "use", use == NULL ? "additional" : use);
	set_line(oscal, catalog, "title", oscal_first(metadata, "title"));
	title = xml_get(catalog, "title");
	if (title == NULL || title[0] == '\0')
		xml_set(catalog, "title", entry->name);
	set_line(oscal, catalog, "version", oscal_first(metadata,
	    "version"));
	set_line(oscal, catalog, "last-modified", oscal_first(metadata,
	    "last-modified"));
	xml_set(catalog, "origin", entry->shipped ? "shipped" : "own");
	at = oscal_place(oscal, root);
	xml_set_src(catalog, &at);
	if (entry->at.path != NULL)
		xml_setf(catalog, "named-at", "%s:%d:%d", entry->at.path,
		    entry->at.line, entry->at.col);
	add_metadata(oscal, entry, metadata, catalog);
	return catalog;
}
