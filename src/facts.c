/* Facts: what counts of a document that is made from data, and its approval. */
#include "facts.h"

#include <libxml/hash.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "frozen.h"
#include "mem.h"
#include "sha.h"
#include "xml.h"

static const char *
text_of(const xmlNode *node, const char *name)
{
	const char *value;

	value = xml_get(node, name);
	return value == NULL ? "" : value;
}

void
facts_digest(const xmlNode *facts, char digest[CONTROLLED_DIGEST])
{
	struct buf text = { 0 };
	char hex[SHA_HEX], *words;
	xmlNodePtr fact;

	for (fact = xml_first(facts, "i:fact"); fact != NULL;
	    fact = xml_next(fact, "i:fact")) {
		words = xml_words(fact);
		buf_printf(&text, "%s\t%s\t%s\t%s\n", text_of(fact, "weight"),
		    text_of(fact, "key"), text_of(fact, "aspect"), words);
		free(words);
	}
	sha_hex(buf_str(&text), text.len, hex);
	snprintf(digest, CONTROLLED_DIGEST, "v1:%s", hex);
	buf_release(&text);
}

xmlNodePtr
facts_find(xmlDocPtr result, const char *id)
{
	xmlNodePtr node;

	for (node = xml_first(xmlDocGetRootElement(result), "i:facts");
	    node != NULL; node = xml_next(node, "i:facts"))
		if (strcmp(text_of(node, "document"), id) == 0)
			return node;
	return NULL;
}

/* The version in force of DOC, made from data, if it has a digest. */
static xmlNodePtr
version_of(const xmlNode *doc)
{
	xmlNodePtr node;

	if (xml_first(doc, "i:body") != NULL)
		return NULL;
	for (node = xml_first(doc, "i:version"); node != NULL;
	    node = xml_next(node, "i:version"))
		if (xml_get(node, "current") != NULL)
			return xml_get(node, "sha256") == NULL ? NULL : node;
	return NULL;
}

static xmlNodePtr
first_document(xmlDocPtr dossier)
{
	return xml_first(xml_first(xmlDocGetRootElement(dossier),
	    "i:documents"), "i:document");
}

int
facts_wanted(xmlDocPtr dossier)
{
	xmlNodePtr doc;

	for (doc = first_document(dossier); doc != NULL;
	    doc = xml_next(doc, "i:document"))
		if (version_of(doc) != NULL)
			return 1;
	return 0;
}

/* One comparison: the document, and the facts of one side by their names. */
struct comparison {
	xmlNodePtr	 doc;
	xmlHashTablePtr	 was;
	int		 nmajor;
	int		 nminor;
};

static void
changed(struct comparison *c, const xmlNode *fact, const char *was,
    const char *now)
{
	const char *weight;
	xmlNodePtr node;

	weight = text_of(fact, "weight");
	node = xml_add(c->doc, "i:changed");
	xml_set(node, "weight", weight);
	xml_set(node, "key", xml_get(fact, "key"));
	xml_set(node, "aspect", xml_get(fact, "aspect"));
	xml_set(node, "was", was);
	xml_set(node, "now", now);
	if (strcmp(weight, "major") == 0)
		c->nmajor++;
	else
		c->nminor++;
}

/* A fact of today against its former self, which is then done with. */
static void
compare_fact(struct comparison *c, const xmlNode *fact)
{
	const char *key, *aspect;
	const xmlNode *was;
	char *words, *former;

	key = text_of(fact, "key");
	aspect = text_of(fact, "aspect");
	words = xml_words(fact);
	was = xmlHashLookup2(c->was, BAD_CAST key, BAD_CAST aspect);
	former = was == NULL ? mem_strdup("") : xml_words(was);
	if (strcmp(words, former) != 0)
		changed(c, fact, former, words);
	if (was != NULL)
		xmlHashRemoveEntry2(c->was, BAD_CAST key, BAD_CAST aspect,
		    NULL);
	free(former);
	free(words);
}

static void
compare(struct comparison *c, const xmlNode *before, const xmlNode *now)
{
	xmlNodePtr fact;
	char *words;

	c->was = xmlHashCreate(512);
	for (fact = xml_first(before, "i:fact"); fact != NULL;
	    fact = xml_next(fact, "i:fact"))
		xmlHashAddEntry2(c->was, BAD_CAST text_of(fact, "key"),
		    BAD_CAST text_of(fact, "aspect"), fact);
	for (fact = xml_first(now, "i:fact"); fact != NULL;
	    fact = xml_next(fact, "i:fact"))
		compare_fact(c, fact);
	for (fact = xml_first(before, "i:fact"); fact != NULL;
	    fact = xml_next(fact, "i:fact")) {
		if (xmlHashLookup2(c->was, BAD_CAST text_of(fact, "key"),
		    BAD_CAST text_of(fact, "aspect")) != fact)
			continue;
		words = xml_words(fact);
		changed(c, fact, words, "");
		free(words);
	}
	xmlHashFree(c->was, NULL);
}

static void
not_approved(xmlNodePtr doc, const char *why)
{
	xml_set(doc, "state", "draft");
	xml_set(doc, "approved-text", why);
}

static int
settle_document(const struct roots *roots, xmlNodePtr doc,
    const xmlNode *now, struct diag *d)
{
	struct comparison c = { 0 };
	char digest[CONTROLLED_DIGEST];
	const xmlNode *version;
	const char *sha;
	xmlDocPtr frozen;
	size_t before;

	version = version_of(doc);
	sha = xml_get(version, "sha256");
	facts_digest(now, digest);
	if (strcmp(digest, sha) == 0)
		return 0;
	before = d->nerrors + d->nfatal;
	frozen = frozen_load(roots, xml_get(doc, "id"), xml_get(version,
	    "version"), d);
	if (frozen == NULL) {
		not_approved(doc, "missing");
		return d->nerrors + d->nfatal > before ? -1 : 0;
	}
	facts_digest(xmlDocGetRootElement(frozen), digest);
	if (strcmp(digest, sha) != 0) {
		not_approved(doc, "changed");
	} else {
		c.doc = doc;
		compare(&c, xmlDocGetRootElement(frozen), now);
		xml_set(doc, "changed", c.nmajor > 0 ? "major" : "minor");
		if (c.nmajor > 0)
			xml_set(doc, "state", "draft");
	}
	xmlFreeDoc(frozen);
	return 0;
}

int
facts_settle(const struct roots *roots, xmlDocPtr dossier, xmlDocPtr result,
    struct diag *d)
{
	xmlNodePtr doc, now;
	int rc = 0;

	for (doc = first_document(dossier); doc != NULL;
	    doc = xml_next(doc, "i:document")) {
		now = version_of(doc) == NULL ? NULL :
		    facts_find(result, xml_get(doc, "id"));
		if (now != NULL && settle_document(roots, doc, now, d) == -1)
			rc = -1;
	}
	return rc;
}
