/* Approved texts: which text of a document is the published one. */
#include "approved.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

#include "audience.h"
#include "compare.h"
#include "controlled.h"
#include "frozen.h"
#include "template.h"
#include "xml.h"

/* One document on its way. */
struct approved {
	const struct refs	*refs;
	xmlNodePtr		 root;
	xmlNodePtr		 doc;		/* its i:document */
	xmlNodePtr		 version;	/* in force */
	const char		*id;
	char			 digest[CONTROLLED_DIGEST];	/* now */
	struct diag		*d;
};

static xmlNodePtr
version_in_force(const xmlNode *doc)
{
	xmlNodePtr node;

	for (node = xml_first(doc, "i:version"); node != NULL;
	    node = xml_next(node, "i:version"))
		if (xml_get(node, "current") != NULL)
			return node;
	return NULL;
}

/* The retired document that INSERT leads to, or whose rule, or NULL. */
static const char *
leads_to_retired(const struct refs *refs, const xmlNode *insert)
{
	const char *ref, *name;

	ref = xml_get(insert, "ref");
	name = xml_get(insert, "name");
	if (strcmp(name, "rule") == 0)
		return xmlHashLookup(refs->retired_rules, BAD_CAST ref);
	return strcmp(name, "document") == 0 && xmlHashLookup(refs->retired,
	    BAD_CAST ref) != NULL ? ref : NULL;
}

/* Is there anything at the other end of INSERT in this build? */
static int
leads_somewhere(const struct refs *refs, const xmlNode *insert)
{
	const char *name, *ref, *value;

	name = xml_get(insert, "name");
	ref = xml_get(insert, "ref");
	if (name == NULL || ref == NULL)
		return 1;
	if (strcmp(name, "document") == 0 || strcmp(name, "rule") == 0) {
		value = refs_get(refs, strcmp(name, "rule") == 0 ?
		    REFS_RULE : REFS_DOCUMENT, ref);
		return value != NULL && value[0] != '\0';
	}
	if (strcmp(name, "control") == 0 || strcmp(name, "answer") == 0)
		return catalog_find(refs->catalogs, ref, NULL) != NULL;
	if (strcmp(name, "role") == 0)
		return workspace_role(refs->ws, ref) != NULL;
	return 1;
}

/* References of a frozen text that lead nowhere today lose their target. */
static void
check_inserts(const struct approved *a, xmlNodePtr node, const char *path)
{
	struct place at = { 0 };

	for (node = node->children; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (!xml_is(node, "i:insert")) {
			check_inserts(a, node, path);
			continue;
		}
		if (leads_somewhere(a->refs, node))
			continue;
		at.path = path;
		if (leads_to_retired(a->refs, node) != NULL)
			refs_not_built(a->refs, strcmp(xml_get(node,
			    "name"), "rule") == 0 ? REFS_RULE :
			    REFS_DOCUMENT, xml_get(node, "ref"), &at, a->d);
		else
			diag_add(a->d, DIAG_NOT_BUILT, &at, "the approved "
			    "text of \"%s\" refers to the %s \"%s\", which "
			    "this build does not have; it is printed without "
			    "a link", a->id, xml_get(node, "name"),
			    xml_get(node, "ref"));
		xmlUnsetProp(node, BAD_CAST "ref");
	}
}

static void
collect_ids(const xmlNode *node, xmlHashTablePtr ids)
{
	const char *id;

	for (node = node->children; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		id = xml_get_ns(node, (const char *)XML_XML_NAMESPACE, "id");
		if (id != NULL)
			xmlHashAddEntry(ids, BAD_CAST id, (void *)"");
		collect_ids(node, ids);
	}
}

/* A reference to a rule that only the draft has leads to the draft. */
static void
turn_rules(const struct approved *a, xmlNodePtr node, xmlHashTablePtr ids)
{
	const char *document, *ref;

	for (node = node->children; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || node == a->doc)
			continue;
		turn_rules(a, node, ids);
		document = xml_get(node, "document");
		ref = xml_get(node, "ref");
		if (!xml_is(node, "i:insert") || document == NULL ||
		    ref == NULL || strcmp(document, a->id) != 0 ||
		    xmlHashLookup(ids, BAD_CAST ref) != NULL)
			continue;
		xml_setf(node, "document", "drafts/%s", a->id);
	}
}

/* The same in all that holds text; catalogues and registers are many nodes. */
static void
turn_all(const struct approved *a, xmlHashTablePtr ids)
{
	xmlNodePtr group;

	for (group = xml_first(a->root, NULL); group != NULL;
	    group = xml_next(group, NULL))
		if (!xml_is(group, "i:catalogs") &&
		    !xml_is(group, "i:registers") &&
		    !xml_is(group, "i:relations"))
			turn_rules(a, group, ids);
}

static xmlNodePtr
drafts_of(const struct approved *a)
{
	xmlNodePtr drafts;

	drafts = xml_first(a->root, "i:drafts");
	if (drafts == NULL) {
		drafts = xml_make(a->root, "i:drafts");
		xmlAddNextSibling(xml_first(a->root, "i:documents"), drafts);
	}
	return drafts;
}

/* The day from which the present text will be in effect, or NULL. */
static const char *
effective_from(const struct approved *a)
{
	const char *sha, *date, *today;
	xmlNodePtr node;

	today = xml_get(a->root, "today");
	for (node = xml_first(a->doc, "i:version"); node != NULL;
	    node = xml_next(node, "i:version")) {
		sha = xml_get(node, "sha256");
		date = xml_get(node, "effective-on");
		if (sha != NULL && date != NULL &&
		    strcmp(sha, a->digest) == 0 && strcmp(date, today) > 0)
			return date;
	}
	return NULL;
}

/*
 * An approved text is for those whom it was approved for: a draft may narrow
 * that at once, and widen it only with its own text.
 */
static void
keep_audience(xmlNodePtr published, const xmlNode *frozen)
{
	const char *then;

	then = xml_get(frozen, "audience");
	if (then != NULL && audience_of(then) >
	    audience_of(xml_get(published, "audience")))
		xml_set(published, "audience", then);
}

/* Put FROZEN's text in the document's place and the document beside it. */
static void
swap(struct approved *a, const xmlNode *frozen, const char *path)
{
	struct compare_counts counts;
	xmlHashTablePtr ids;
	xmlNodePtr published, body, old;

	published = xmlDocCopyNode(a->doc, a->doc->doc, 1);
	xmlAddPrevSibling(a->doc, published);
	xml_set(published, "title", xml_get(frozen, "title"));
	xml_set(published, "state", "approved");
	xmlUnsetProp(published, BAD_CAST "version");
	xmlUnsetProp(published, BAD_CAST "status");
	keep_audience(published, frozen);
	old = xml_first(published, "i:body");
	body = xmlDocCopyNode(xml_first(frozen, "i:body"), a->doc->doc, 1);
	xmlReplaceNode(old, body);
	xmlFreeNode(old);
	check_inserts(a, body, path);
	ids = xmlHashCreate(64);
	collect_ids(body, ids);
	turn_all(a, ids);
	xmlHashFree(ids, NULL);
	compare_mark(body, xml_first(a->doc, "i:body"), &counts);
	xml_set(a->doc, "state", "draft");
	xml_set(a->doc, "effective-from", effective_from(a));
	xml_setf(a->doc, "added", "%zu", counts.added);
	xml_setf(a->doc, "deleted", "%zu", counts.deleted);
	xmlUnlinkNode(a->doc);
	xmlAddChild(drafts_of(a), a->doc);
}

static void
not_approved(struct approved *a, const char *why)
{
	xml_set(a->doc, "state", "draft");
	xml_set(a->doc, "approved-text", why);
}

static int
settle_text(struct approved *a)
{
	char digest[CONTROLLED_DIGEST];
	const char *sha, *version;
	xmlDocPtr frozen;
	xmlNodePtr root;
	char *path;
	size_t before;
	int same;

	sha = xml_get(a->version, "sha256");
	version = xml_get(a->version, "version");
	if (sha == NULL) {
		xml_set(a->doc, "approved-text", "unknown");
		return 0;
	}
	controlled_digest(a->doc, a->digest);
	same = strcmp(a->digest, sha) == 0;
	before = a->d->nerrors + a->d->nfatal;
	frozen = frozen_load(a->refs->roots, a->id, version, a->d);
	if (frozen == NULL) {
		if (same)
			xml_set(a->doc, "approved-text", "lost");
		else
			not_approved(a, "missing");
		return a->d->nerrors + a->d->nfatal > before ? -1 : 0;
	}
	root = xmlDocGetRootElement(frozen);
	controlled_digest(root, digest);
	path = frozen_path(a->id, version);
	if (same)
		;
	else if (strcmp(digest, sha) != 0 ||
	    xml_first(root, "i:body") == NULL)
		not_approved(a, "changed");
	else
		swap(a, root, path);
	free(path);
	xmlFreeDoc(frozen);
	return 0;
}

int
approved_texts(const struct refs *refs, xmlNodePtr root, struct diag *d)
{
	struct approved a = { 0 };
	xmlNodePtr doc, next;
	int rc = 0;

	a.refs = refs;
	a.root = root;
	a.d = d;
	doc = xml_first(xml_first(root, "i:documents"), "i:document");
	for (; doc != NULL; doc = next) {
		next = xml_next(doc, "i:document");
		a.doc = doc;
		a.id = xml_get(doc, "id");
		a.version = version_in_force(doc);
		if (a.version != NULL && xml_first(doc, "i:body") != NULL &&
		    settle_text(&a) == -1)
			rc = -1;
	}
	return rc;
}
