/* Frozen texts: what was approved, kept below approved/. */
#include "frozen.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "xml.h"

char *
frozen_path(const char *id, const char *version)
{
	return mem_printf("approved/%s-%s.xml", id, version);
}

/* Is ROOT one that frozen_write makes? */
static int
check_root(const xmlNode *root, const char *path, struct diag *d)
{
	struct place at = { 0 };

	if (xml_is(root, "i:document") || xml_is(root, "i:facts"))
		return 0;
	at.path = path;
	at.line = 1;
	return diag_add(d, DIAG_FROZEN, &at, "not a text that \"ismsdoc "
	    "approve\" has written; restore it from version control");
}

xmlDocPtr
frozen_load(const struct roots *roots, const char *id, const char *version,
    struct diag *d)
{
	xmlDocPtr doc = NULL;
	char *path;

	path = frozen_path(id, version);
	if (path_exists(roots, path))
		doc = xml_load(roots, path, NULL, d);
	if (doc != NULL && check_root(xmlDocGetRootElement(doc), path, d) ==
	    -1) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	free(path);
	return doc;
}

/* Only what was approved is kept of an i:document. */
static void
strip(xmlNodePtr root)
{
	static const char *const kept[] = {
		"id", "title", "type", "origin", "owner", "approver",
		"audience", "classification", "document"
	};
	xmlAttrPtr attr, next_attr;
	xmlNodePtr node, next;
	size_t i;

	for (attr = root->properties; attr != NULL; attr = next_attr) {
		next_attr = attr->next;
		for (i = 0; i < sizeof(kept) / sizeof(*kept); i++)
			if (strcmp((const char *)attr->name, kept[i]) == 0)
				break;
		if (i == sizeof(kept) / sizeof(*kept) || attr->ns != NULL)
			xmlRemoveProp(attr);
	}
	for (node = xml_first(root, NULL); node != NULL; node = next) {
		next = xml_next(node, NULL);
		if (xml_is(node, "i:version") || xml_is(node, "i:reviewed"))
			xml_remove(node);
	}
}

void
frozen_write(xmlNodePtr node, struct buf *out)
{
	xmlDocPtr doc;
	xmlNodePtr root;

	doc = xmlNewDoc(BAD_CAST "1.0");
	root = xmlDocCopyNode(node, doc, 1);
	xmlDocSetRootElement(doc, root);
	strip(root);
	xml_write(doc, out);
	xmlFreeDoc(doc);
}
