/* Approved texts: which text of a document is the published one. */
#include "approved.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

#include "audience.h"
#include "beside.h"
#include "compare.h"
#include "controlled.h"
#include "frozen.h"
#include "template.h"
#include "xml.h"

/*
 * One document on its way: what is learnt of it first, which changes nothing,
 * and then what becomes of it.
 */
struct approved {
	const struct refs	*refs;
	xmlNodePtr		 root;
	xmlNodePtr		 doc;		/* its i:document */
	xmlNodePtr		 version;	/* in force */
	const char		*id;
	const char		*sha;		/* what was approved, or NULL */
	char			 digest[CONTROLLED_DIGEST];	/* now */
	char			 then[CONTROLLED_DIGEST];	/* frozen */
	int			 is_frozen;	/* there is a frozen text */
	xmlDocPtr		 frozen;	/* it, where it is needed */
	struct diag		 said;		/* of it */
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

/* beside's fn: the digest of a document, and what was frozen of it. */
static void
learn(void *arg, size_t i)
{
	struct approved *a = (struct approved *)arg + i;

	if (a->sha == NULL)
		return;
	controlled_digest(a->doc, a->digest);
	a->frozen = frozen_load(a->refs->roots, a->id, xml_get(a->version,
	    "version"), &a->said);
	if (a->frozen == NULL)
		return;
	a->is_frozen = 1;
	if (strcmp(a->digest, a->sha) != 0) {
		controlled_digest(xmlDocGetRootElement(a->frozen), a->then);
		return;
	}
	xmlFreeDoc(a->frozen);
	a->frozen = NULL;
}

static int
settle_text(struct approved *a)
{
	xmlNodePtr root;
	char *path;
	int same, rc;

	rc = a->said.nerrors + a->said.nfatal > 0 ? -1 : 0;
	diag_merge(a->d, &a->said);
	if (a->sha == NULL) {
		xml_set(a->doc, "approved-text", "unknown");
		return 0;
	}
	same = strcmp(a->digest, a->sha) == 0;
	if (!a->is_frozen) {
		if (same)
			xml_set(a->doc, "approved-text", "lost");
		else
			not_approved(a, "missing");
		return rc;
	}
	if (same)
		return 0;
	root = xmlDocGetRootElement(a->frozen);
	path = frozen_path(a->id, xml_get(a->version, "version"));
	if (strcmp(a->then, a->sha) != 0 ||
	    xml_first(root, "i:body") == NULL)
		not_approved(a, "changed");
	else
		swap(a, root, path);
	free(path);
	xmlFreeDoc(a->frozen);
	return 0;
}

/* Those of ROOT that may have an approved text, *N; new memory. */
static struct approved *
collect(const struct refs *refs, xmlNodePtr root, size_t *n, struct diag *d)
{
	struct approved *all = NULL, *a;
	xmlNodePtr doc, version;

	*n = 0;
	doc = xml_first(xml_first(root, "i:documents"), "i:document");
	for (; doc != NULL; doc = xml_next(doc, "i:document")) {
		version = version_in_force(doc);
		if (version == NULL || xml_first(doc, "i:body") == NULL)
			continue;
		all = mem_resize(all, *n + 1, sizeof(*all));
		a = &all[(*n)++];
		memset(a, 0, sizeof(*a));
		a->refs = refs;
		a->root = root;
		a->d = d;
		a->doc = doc;
		a->id = xml_get(doc, "id");
		a->version = version;
		a->sha = xml_get(version, "sha256");
	}
	return all;
}

int
approved_texts(const struct refs *refs, xmlNodePtr root, unsigned nthreads,
    struct diag *d)
{
	struct approved *all;
	size_t i, n;
	int rc = 0;

	all = collect(refs, root, &n, d);
	beside_each(n, learn, all, nthreads);
	for (i = 0; i < n; i++)
		if (settle_text(&all[i]) == -1)
			rc = -1;
	free(all);
	return rc;
}
