/* OSCAL: a file as a document, of the models that can be used. */
#include "oscal.h"

#include <string.h>

#include "xml.h"

static int
is_json(const struct buf *text)
{
	const char *s;

	s = buf_str(text);
	s += utf8_bom(s, text->len);
	s += strspn(s, " \t\r\n");
	return *s == '{';
}

/* 0 where ROOT is a catalogue's or a profile's; else -1 with what to do. */
static int
check_root(const xmlNode *root, const char *path, struct diag *d)
{
	struct place at = { 0 };
	const char *name;

	at.path = path;
	at.line = xml_line(root);
	name = (const char *)root->name;
	if (oscal_is(root, "catalog") || oscal_is(root, "profile"))
		return 0;
	if (oscal_is(root, "mapping-collection"))
		return diag_add(d, DIAG_OSCAL_ROOT, &at, "cannot use a "
		    "mapping between catalogues as a catalogue; name the "
		    "catalogues themselves, and the mappings that ship are "
		    "found");
	if (root->ns != NULL &&
	    strcmp((const char *)root->ns->href, XML_NS_OSCAL) == 0)
		return diag_add(d, DIAG_OSCAL_ROOT, &at, "cannot use OSCAL's "
		    "<%s> as a catalogue; name a file whose root is "
		    "<catalog> or <profile>", oscal_shown(name).text);
	return diag_add(d, DIAG_OSCAL_ROOT, &at, "cannot use <%s> as a "
	    "catalogue: the root must be <catalog xmlns=\"%s\">",
	    oscal_shown(name).text, XML_NS_OSCAL);
}

xmlDocPtr
oscal_open(const struct roots *roots, const char *path, xmlDictPtr dict,
    const struct place *where, struct buf *text, struct diag *d)
{
	struct place at = { 0 };
	xmlDocPtr doc;

	at.path = path;
	at.line = 1;
	if (path_read(roots, path, PATH_DATA_MAX, text, where, d) == -1)
		return NULL;
	if (is_json(text)) {
		diag_add(d, DIAG_OSCAL_ROOT, &at, "cannot read OSCAL in "
		    "JSON; convert it to XML, or take the publisher's XML");
		return NULL;
	}
	doc = dict == NULL ? xml_parse(buf_str(text), text->len, path, d) :
	    xml_parse_style(buf_str(text), text->len, path, path, dict, d);
	if (doc != NULL && check_root(xmlDocGetRootElement(doc), path, d) ==
	    -1) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	return doc;
}
