/* Views: what an audience may not read, taken out of the dossier. */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "audience.h"
#include "mem.h"
#include "viewlinks.h"
#include "xml.h"

struct view {
	struct viewlinks	 links;		/* what is still there */
	struct strs		 titles;	/* that links.titles borrows */
	xmlHashTablePtr		 retired;	/* ids that are there */
};

int
view_is(const char *word)
{
	return audience_of(word) != AUDIENCE_AUDITOR;
}

static int
is_word(const xmlNode *node, const char *name, const char *word)
{
	const char *value;

	value = xml_get(node, name);
	return value != NULL && strcmp(value, word) == 0;
}

/* ---- Documents ---- */

/* Does nobody but management read DOC, since no version is in force? */
static int
is_draft(const xmlNode *doc)
{
	if (is_word(doc, "origin", "derived") &&
	    xml_get(doc, "approver") == NULL)
		return 0;
	return !is_word(doc, "state", "approved");
}

static int
may_read(const struct view *view, const xmlNode *doc)
{
	if (audience_of(xml_get(doc, "audience")) > view->links.audience)
		return 0;
	if (view->links.audience >= AUDIENCE_MANAGEMENT)
		return 1;
	/* A retired one that never was in force is none of theirs. */
	return xml_is(doc, "i:retired") ? xml_first(doc, "i:version") !=
	    NULL : !is_draft(doc);
}

/* Take DOC out, but for its title, which links to it have in common. */
static void
drop_document(struct view *view, xmlNodePtr doc)
{
	const char *id, *title;

	id = xml_get(doc, "id");
	title = xml_get(doc, "title");
	strs_add(&view->titles, title == NULL ? id : title);
	xmlHashAddEntry(view->links.titles, BAD_CAST id,
	    view->titles.v[view->titles.n - 1]);
	xml_remove(doc);
}

static void
prune_documents(struct view *view)
{
	xmlNodePtr doc, next;

	doc = xml_first(xml_first(view->links.dossier, "i:documents"),
	    "i:document");
	for (; doc != NULL; doc = next) {
		next = xml_next(doc, "i:document");
		if (may_read(view, doc))
			xmlHashAddEntry(view->links.documents,
			    BAD_CAST xml_get(doc, "id"), view);
		else
			drop_document(view, doc);
	}
}

static void
prune_retired(struct view *view)
{
	xmlNodePtr doc, next;

	doc = xml_first(xml_first(view->links.dossier, "i:documents"),
	    "i:retired");
	for (; doc != NULL; doc = next) {
		next = xml_next(doc, "i:retired");
		if (may_read(view, doc))
			xmlHashAddEntry(view->retired, BAD_CAST xml_get(doc,
			    "id"), view);
		else
			xml_remove(doc);
	}
}

/* Which documents DOC supersedes, or is superseded by, but for those gone. */
static void
prune_supersession(const struct view *view, xmlNodePtr doc)
{
	const char *ref;
	xmlNodePtr node, next;

	for (node = xml_first(doc, NULL); node != NULL; node = next) {
		next = xml_next(node, NULL);
		ref = xml_get(node, "ref");
		if (ref != NULL && (xml_is(node, "i:supersedes") ||
		    xml_is(node, "i:superseded-by")) &&
		    xmlHashLookup(view->links.documents, BAD_CAST ref) ==
		    NULL &&
		    xmlHashLookup(view->retired, BAD_CAST ref) == NULL)
			xml_remove(node);
	}
}

static void
prune_supersessions(const struct view *view)
{
	static const char *const groups[] = { "i:documents", "i:drafts" };
	xmlNodePtr doc;
	size_t i;

	for (i = 0; i < sizeof(groups) / sizeof(*groups); i++)
		for (doc = xml_first(xml_first(view->links.dossier,
		    groups[i]), NULL); doc != NULL; doc = xml_next(doc,
		    NULL))
			prune_supersession(view, doc);
}

/* Drafts beside approved texts; for staff all of them go with the group. */
static void
prune_drafts(struct view *view)
{
	xmlNodePtr doc, next;
	char *name;

	doc = xml_first(xml_first(view->links.dossier, "i:drafts"),
	    "i:document");
	for (; doc != NULL; doc = next) {
		next = xml_next(doc, "i:document");
		if (!may_read(view, doc)) {
			xml_remove(doc);
			continue;
		}
		name = mem_printf("drafts/%s", xml_get(doc, "id"));
		xmlHashAddEntry(view->links.documents, BAD_CAST name, view);
		free(name);
	}
}

/* Documents instead of others: where those are there, they go. */
static void
settle_instead(xmlNodePtr dossier, xmlHashTablePtr documents)
{
	const char *other;
	xmlNodePtr doc, next;

	doc = xml_first(xml_first(dossier, "i:documents"), "i:document");
	for (; doc != NULL; doc = next) {
		next = xml_next(doc, "i:document");
		other = xml_get(doc, "instead-of");
		if (other == NULL)
			continue;
		if (documents == NULL || xmlHashLookup(documents,
		    BAD_CAST other) != NULL)
			xml_remove(doc);
		else
			xmlUnsetProp(doc, BAD_CAST "instead-of");
	}
}

/* ---- Answers and registers ---- */

/* Is ANSWER done as a whole, so that what it says is no open point? */
static int
is_done(const xmlNode *answer)
{
	return is_word(answer, "decided", "true") &&
	    !is_word(answer, "applicable", "false") &&
	    (is_word(answer, "status", "implemented") ||
	    is_word(answer, "status", "conforms"));
}

static void
prune_answers(struct view *view)
{
	xmlNodePtr answer, next;

	answer = xml_first(xml_first(view->links.dossier, "i:answers"),
	    "i:answer");
	for (; answer != NULL; answer = next) {
		next = xml_next(answer, "i:answer");
		if (audience_of_part("answers", "answer") >
		    view->links.audience ||
		    (view->links.audience < AUDIENCE_MANAGEMENT &&
		    !is_done(answer)))
			xml_remove(answer);
		else
			xmlHashAddEntry(view->links.answers,
			    BAD_CAST xml_get(answer, "control"), view);
	}
}

/* An own control is what its answer says: without one there is none. */
static void
prune_own(struct view *view)
{
	xmlNodePtr catalog, control, next;

	catalog = xml_first(xml_first(view->links.dossier, "i:catalogs"),
	    "i:catalog");
	while (catalog != NULL && !is_word(catalog, "name", "own"))
		catalog = xml_next(catalog, "i:catalog");
	for (control = xml_first(catalog, "i:control"); control != NULL;
	    control = next) {
		next = xml_next(control, "i:control");
		if (xmlHashLookup(view->links.answers,
		    BAD_CAST xml_get(control, "ref")) == NULL)
			xml_remove(control);
	}
}

/* Registers that isms.yaml gives the view, in place of those of the table. */
static void
find_registers(struct view *view, const char *name)
{
	xmlNodePtr node, reg;

	node = xml_first(xml_first(view->links.dossier, "i:settings"),
	    "i:view");
	while (node != NULL && !is_word(node, "name", name))
		node = xml_next(node, "i:view");
	if (node == NULL)
		return;
	view->links.registers = xmlHashCreate(32);
	for (reg = xml_first(node, "i:register"); reg != NULL;
	    reg = xml_next(reg, "i:register"))
		xmlHashAddEntry(view->links.registers,
		    BAD_CAST xml_get(reg, "name"), view);
}

static void
prune_registers(struct view *view)
{
	xmlNodePtr reg, relation, next;

	reg = xml_first(xml_first(view->links.dossier, "i:registers"),
	    "i:register");
	for (; reg != NULL; reg = next) {
		next = xml_next(reg, "i:register");
		if (!viewlinks_register(&view->links, xml_get(reg, "name")))
			xml_remove(reg);
	}
	relation = xml_first(xml_first(view->links.dossier, "i:relations"),
	    "i:relation");
	for (; relation != NULL; relation = next) {
		next = xml_next(relation, "i:relation");
		if (!viewlinks_register(&view->links,
		    xml_get(relation, "register")))
			xml_remove(relation);
	}
}

/* ---- Elements and attributes ---- */

static void
prune_attributes(const struct view *view, xmlNodePtr node)
{
	xmlAttrPtr attr, next;
	char *name;

	for (attr = node->properties; attr != NULL; attr = next) {
		next = attr->next;
		if (attr->ns != NULL)
			continue;
		name = mem_printf("@%s", (const char *)attr->name);
		if (audience_of_part((const char *)node->name, name) >
		    view->links.audience)
			xmlRemoveProp(attr);
		free(name);
	}
}

/* Take out what the tables keep from the view, NODE and below. */
static void
prune_parts(const struct view *view, xmlNodePtr node)
{
	xmlNodePtr child, next;

	if (!audience_has_parts((const char *)node->name))
		return;
	prune_attributes(view, node);
	for (child = xml_first(node, NULL); child != NULL; child = next) {
		next = xml_next(child, NULL);
		if (child->ns == NULL ||
		    strcmp((const char *)child->ns->href, XML_NS_I) != 0)
			continue;
		if (audience_of_part((const char *)node->name,
		    (const char *)child->name) > view->links.audience)
			xml_remove(child);
		else
			prune_parts(view, child);
	}
}

void
view_prune(xmlDocPtr dossier, const char *name)
{
	struct view view = { 0 };
	xmlNodePtr root;

	root = xmlDocGetRootElement(dossier);
	if (name == NULL) {
		settle_instead(root, NULL);
		return;
	}
	xml_set(root, "view", name);
	view.links.dossier = root;
	view.links.audience = audience_of(name);
	view.links.documents = xmlHashCreate(64);
	view.links.titles = xmlHashCreate(64);
	view.links.answers = xmlHashCreate(256);
	view.retired = xmlHashCreate(16);
	find_registers(&view, name);
	prune_documents(&view);
	settle_instead(root, view.links.documents);
	prune_retired(&view);
	prune_drafts(&view);
	prune_supersessions(&view);
	prune_answers(&view);
	prune_own(&view);
	prune_registers(&view);
	prune_parts(&view, root);
	viewlinks_mend(&view.links);
	xmlHashFree(view.links.documents, NULL);
	xmlHashFree(view.links.titles, NULL);
	xmlHashFree(view.links.answers, NULL);
	xmlHashFree(view.retired, NULL);
	if (view.links.registers != NULL)
		xmlHashFree(view.links.registers, NULL);
	strs_release(&view.titles);
}
