/* Views: references to what has been left out become text. */
#include "viewlinks.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "xml.h"

static int
has(xmlHashTablePtr table, const char *name)
{
	return xmlHashLookup(table, BAD_CAST name) != NULL;
}

int
viewlinks_register(const struct viewlinks *links, const char *name)
{
	return links->registers != NULL ? has(links->registers, name) :
	    audience_of_register(name) <= links->audience;
}

/* {{document ID}}: the title, as the link would have said. */
static void
mend_document(const struct viewlinks *links, xmlNodePtr insert)
{
	const char *ref, *title;

	ref = xml_get(insert, "ref");
	if (ref == NULL || has(links->documents, ref))
		return;
	title = xmlHashLookup(links->titles, BAD_CAST ref);
	if (title != NULL)
		xml_set(insert, "label", title);
	xmlUnsetProp(insert, BAD_CAST "ref");
}

/* {{rule ID}}: the id, as it was written. */
static void
mend_rule(const struct viewlinks *links, xmlNodePtr insert)
{
	const char *document;

	document = xml_get(insert, "document");
	if (document == NULL || has(links->documents, document))
		return;
	xmlUnsetProp(insert, BAD_CAST "document");
	xmlUnsetProp(insert, BAD_CAST "ref");
}

static void
leave_out(xmlNodePtr insert)
{
	xml_set(insert, "left-out", "true");
}

static void
mend_register(const struct viewlinks *links, xmlNodePtr insert)
{
	const char *name;

	name = xml_get(insert, "ref");
	if (name != NULL && !viewlinks_register(links, name))
		leave_out(insert);
}

static void
mend_answer(const struct viewlinks *links, xmlNodePtr insert)
{
	const char *ref;

	ref = xml_get(insert, "ref");
	if (ref == NULL || !has(links->answers, ref))
		leave_out(insert);
}

/* {{answers}}: at least one of those that its document implements. */
static void
mend_answers(const struct viewlinks *links, xmlNodePtr insert)
{
	const char *ref;
	xmlNodePtr node;

	for (node = insert; node != NULL && !xml_is(node, "i:document");)
		node = node->parent;
	for (node = xml_first(node, "i:implements"); node != NULL;
	    node = xml_next(node, "i:implements")) {
		ref = xml_get(node, "ref");
		if (ref != NULL && has(links->answers, ref))
			return;
	}
	leave_out(insert);
}

/* {{scope}}: what it lists, and the sites. */
static void
mend_scope(const struct viewlinks *links, xmlNodePtr insert)
{
	if (audience_of_part("sites", "site") > links->audience)
		leave_out(insert);
}

static const struct {
	const char	*name;
	void		 (*fn)(const struct viewlinks *, xmlNodePtr);
} inserts[] = {
	{ "answer", mend_answer },
	{ "answers", mend_answers },
	{ "document", mend_document },
	{ "register", mend_register },
	{ "rule", mend_rule },
	{ "scope", mend_scope }
};

static void
mend_insert(const struct viewlinks *links, xmlNodePtr insert)
{
	const char *name;
	size_t i;

	name = xml_get(insert, "name");
	for (i = 0; i < sizeof(inserts) / sizeof(*inserts); i++)
		if (name != NULL && strcmp(inserts[i].name, name) == 0)
			inserts[i].fn(links, insert);
}

/* "backup-policy.xml#BAK-1": does it lead to a document that is gone? */
static int
leads_nowhere(const struct viewlinks *links, const char *href)
{
	size_t len;
	char *id;
	int is;

	if (href == NULL || strcspn(href, ":") < strcspn(href, "/?#"))
		return 0;
	len = strcspn(href, "#");
	if (len < 4 || strncmp(href + len - 4, ".xml", 4) != 0)
		return 0;
	id = mem_strndup(href, len - 4);
	is = !has(links->documents, id);
	free(id);
	return is;
}

static void
mend(const struct viewlinks *links, xmlNodePtr parent, xmlHashTablePtr shown)
{
	const char *file;
	xmlNodePtr node, next;

	for (node = xml_first(parent, NULL); node != NULL; node = next) {
		next = xml_next(node, NULL);
		mend(links, node, shown);
		if (xml_is(node, "i:insert")) {
			mend_insert(links, node);
		} else if (xml_is(node, "link")) {
			if (leads_nowhere(links, xml_get_ns(node,
			    XML_NS_XLINK, "href")))
				xml_unwrap(node);
		} else if (xml_is(node, "imagedata")) {
			file = xml_get(node, "fileref");
			if (file != NULL)
				xmlHashAddEntry(shown, BAD_CAST file,
				    node);
		}
	}
}

static void
drop_media(const struct viewlinks *links, xmlHashTablePtr shown)
{
	const char *href;
	xmlNodePtr node, next;

	node = xml_first(xml_first(links->dossier, "i:assets"), "i:media");
	for (; node != NULL; node = next) {
		next = xml_next(node, "i:media");
		href = xml_get(node, "href");
		if (href == NULL || !has(shown, href))
			xml_remove(node);
	}
}

void
viewlinks_mend(const struct viewlinks *links)
{
	static const char *const groups[] = {
		"i:answers", "i:documents", "i:drafts"
	};
	xmlHashTablePtr shown;
	xmlNodePtr group;
	size_t i;

	shown = xmlHashCreate(64);
	for (i = 0; i < sizeof(groups) / sizeof(*groups); i++) {
		group = xml_first(links->dossier, groups[i]);
		if (group != NULL)
			mend(links, group, shown);
	}
	drop_media(links, shown);
	xmlHashFree(shown, NULL);
}
