/* OSCAL profiles: one run of resolution, and what its steps share. */
#include "resolve.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

/* Part of the uuid of what is made: change it when the result changes. */
#define RESOLVER	"ismsdoc profile resolution 1\n"

enum { BUCKETS_MAX = 1 << 20 };

/*
 * Messages and limits.
 */

struct place
job_place(const struct job *job, const xmlNode *node)
{
	struct place at = { 0 };

	at.path = job->path;
	at.line = xml_line(node);
	return at;
}

void
job_say(struct job *job, enum diag_code code, const xmlNode *node,
    const char *fmt, ...)
{
	struct place at;
	va_list ap;
	char text[1024];

	/* Where work was broken off, much has had no effect. */
	if (job->run->spent && code == DIAG_PROFILE_IDLE)
		return;
	at = job_place(job, node);
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	diag_add(job->run->d, code, &at, "%s", text);
	if (diag_level(code) >= DIAG_ERROR)
		job->run->bad = 1;
}

int
job_work(struct job *job, const xmlNode *node, size_t n)
{
	struct run *run = job->run;

	if (!run->spent && n <= RUN_WORK_MAX - run->work) {
		run->work += n;
		return 1;
	}
	if (!run->spent)
		job_say(job, DIAG_XML_LIMIT, node, "cannot resolve the "
		    "profile: it asks for more than %d million steps of "
		    "work; make it, or what it imports, smaller",
		    RUN_WORK_MAX >> 20);
	run->spent = 1;
	return 0;
}

/*
 * Nodes.
 */

struct origin *
run_origin(struct run *run, const char *path, int group)
{
	struct origin *origin;

	origin = mem_zalloc(sizeof(*origin));
	origin->path = (const char *)xmlDictLookup(run->dict, BAD_CAST path,
	    -1);
	origin->group = group;
	origin->next = run->out->origins;
	run->out->origins = origin;
	return origin;
}

xmlHashTablePtr
job_table(size_t n)
{
	return xmlHashCreate(n < BUCKETS_MAX ? (int)n + 16 : BUCKETS_MAX);
}

static xmlNodePtr
from_here(xmlNodePtr node, const char *name)
{
	while (node != NULL && !oscal_is(node, name))
		node = node->next;
	return node;
}

xmlNodePtr
job_first(xmlNodePtr parent, const char *name)
{
	return parent == NULL ? NULL : from_here(parent->children, name);
}

xmlNodePtr
job_next(xmlNodePtr node, const char *name)
{
	return from_here(node->next, name);
}

int
job_keeps(const xmlNode *node)
{
	const xmlNode *prop;
	const char *name, *value;

	for (prop = oscal_first(node, "prop"); prop != NULL;
	    prop = oscal_next(prop, "prop")) {
		name = xml_get(prop, "name");
		value = xml_get(prop, "value");
		if (name != NULL && value != NULL &&
		    strcmp(name, "keep") == 0 &&
		    strcmp(value, "always") == 0)
			return 1;
	}
	return 0;
}

void
job_drop_control(xmlNodePtr control)
{
	xmlNodePtr inner, next;

	for (inner = job_first(control, "control"); inner != NULL;
	    inner = next) {
		next = job_next(inner, "control");
		xmlAddPrevSibling(control, inner);
	}
	xml_remove(control);
}

/* What OLD, a namespace of another document, is in the result at NODE. */
static xmlNsPtr
ns_here(struct job *job, xmlNodePtr node, const xmlNs *old)
{
	xmlNsPtr ns;

	if (old == NULL)
		return NULL;
	if (strcmp((const char *)old->href, XML_NS_OSCAL) == 0)
		return job->ns;
	ns = xmlSearchNsByHref(node->doc, node, old->href);
	return ns != NULL ? ns : xmlNewNs(node, old->href, old->prefix);
}

/* Bind NODE and what is in it to namespaces of the result. */
static void
rebind(struct job *job, xmlNodePtr node)
{
	xmlNodePtr child;
	xmlAttrPtr attr;
	xmlNsPtr declared;

	declared = node->nsDef;
	node->nsDef = NULL;
	node->ns = ns_here(job, node, node->ns);
	for (attr = node->properties; attr != NULL; attr = attr->next)
		if (attr->ns != NULL)
			attr->ns = ns_here(job, node, attr->ns);
	for (child = node->children; child != NULL; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			rebind(job, child);
	xmlFreeNsList(declared);
}

void
job_move(struct job *job, xmlNodePtr node, xmlNodePtr parent)
{
	xmlUnlinkNode(node);
	xmlAddChild(parent, node);
	rebind(job, node);
}

static void
copy_attributes(struct job *job, xmlNodePtr to, const xmlNode *from)
{
	const xmlAttr *attr;

	for (attr = from->properties; attr != NULL; attr = attr->next)
		xmlSetNsProp(to, attr->ns == NULL ? NULL :
		    ns_here(job, to, attr->ns), attr->name, attr->children ==
		    NULL ? BAD_CAST "" : attr->children->content);
}

/* The text NODE as a child of TO; 0 where it became too much. */
static int
copy_text(struct job *job, xmlNodePtr to, const xmlNode *node)
{
	if (!job_work(job, job->profile, RUN_NODE_WORK +
	    strlen((const char *)node->content) / 16))
		return 0;
	xmlAddChild(to, xmlNewDocText(job->doc, node->content));
	return 1;
}

xmlNodePtr
job_copy(struct job *job, const xmlNode *node, xmlNodePtr parent,
    struct origin *origin, const char *without)
{
	const xmlNode *child;
	xmlNodePtr copy;

	if (!job_work(job, job->profile, RUN_NODE_WORK))
		return NULL;
	copy = xmlNewDocNode(job->doc, job->ns, node->name, NULL);
	copy->line = node->line;
	copy->_private = node->_private != NULL ? node->_private : origin;
	if (parent != NULL)
		xmlAddChild(parent, copy);
	if (node->ns == NULL || !oscal_is(node, NULL))
		copy->ns = ns_here(job, copy, node->ns);
	copy_attributes(job, copy, node);
	for (child = node->children; child != NULL; child = child->next) {
		if (without != NULL && oscal_is(child, without))
			continue;
		if (child->type == XML_ELEMENT_NODE)
			job_copy(job, child, copy, NULL, NULL);
		else if ((child->type == XML_TEXT_NODE ||
		    child->type == XML_CDATA_SECTION_NODE) &&
		    !copy_text(job, copy, child))
			break;
	}
	return copy;
}

/*
 * Jobs.
 */

static void
make_result(struct job *job)
{
	struct run *run = job->run;

	job->doc = xmlNewDoc(BAD_CAST "1.0");
	job->doc->dict = run->dict;
	xmlDictReference(run->dict);
	job->catalog = xmlNewDocNode(job->doc, NULL, BAD_CAST "catalog",
	    NULL);
	xmlDocSetRootElement(job->doc, job->catalog);
	job->ns = xmlNewNs(job->catalog, BAD_CAST XML_NS_OSCAL, NULL);
	xmlSetNs(job->catalog, job->ns);
	job->catalog->line = job->profile->line;
	job->origin = run_origin(run, job->path, 0);
	job->catalog->_private = job->origin;
}

static void
release(struct job *job)
{
	size_t i;

	for (i = 0; i < job->n; i++)
		if (job->imports[i].doc != NULL)
			xmlFreeDoc(job->imports[i].doc);
	free(job->imports);
}

xmlDocPtr
job_resolve(struct run *run, const struct job *outer, xmlDocPtr doc,
    const char *path, const char *url)
{
	struct job job = { 0 };
	size_t i;
	int bad;

	job.run = run;
	job.outer = outer;
	job.path = path;
	job.url = url;
	job.profile = xmlDocGetRootElement(doc);
	job.depth = outer == NULL ? 0 : outer->depth + 1;
	bad = run->bad;
	run->bad = 0;
	make_result(&job);
	merge_check(&job);
	import_all(&job);
	/* What an import lacks would be missed by everything that follows. */
	for (i = 0; i < job.n && !run->bad; i++)
		select_controls(&job, &job.imports[i]);
	if (!run->bad) {
		merge_all(&job);
		modify_all(&job);
		meta_make(&job);
		finish_all(&job);
	}
	if (run->bad) {
		xmlFreeDoc(job.doc);
		job.doc = NULL;
	}
	run->bad |= bad;
	release(&job);
	return job.doc;
}

/*
 * The interface.
 */

static void
resolve(struct run *run, xmlDocPtr doc, const char *path,
    const struct buf *text)
{
	run->dict = doc->dict;
	xmlDictReference(run->dict);
	run->sha = sha_new();
	sha_add(run->sha, RESOLVER, strlen(RESOLVER));
	import_note(run, path, text, xmlDocGetRootElement(doc));
	run->out->doc = job_resolve(run, NULL, doc, path, NULL);
	if (run->out->doc != NULL)
		meta_uuid(run, xmlDocGetRootElement(run->out->doc));
	run->out->resolved = 1;
	sha_free(run->sha);
	urlmap_free(run->urls);
	free(run->modified);
	free(run->version);
	xmlDictFree(run->dict);
}

int
profile_load(const struct roots *roots, const char *path,
    const struct place *where, struct profile *out, struct diag *d)
{
	struct run run = { 0 };
	struct buf text = { 0 };
	xmlDocPtr doc;
	int rc = 0;

	memset(out, 0, sizeof(*out));
	out->climbs = SIZE_MAX;
	run.roots = roots;
	run.d = d;
	run.out = out;
	doc = oscal_open(roots, path, NULL, where, &text, d);
	if (doc != NULL && oscal_is(xmlDocGetRootElement(doc), "profile")) {
		if (strncmp(path, PATH_SHIPPED, strlen(PATH_SHIPPED)) != 0)
			rc = oscal_validate(roots, doc, path, d);
		resolve(&run, doc, path, &text);
		xmlFreeDoc(doc);
	} else {
		out->doc = doc;
		strs_add(&out->inputs, path);
	}
	buf_release(&text);
	if (out->doc == NULL || run.bad)
		rc = -1;
	if (rc == -1)
		profile_release(out);
	return rc;
}

void
profile_release(struct profile *profile)
{
	struct origin *origin, *next;

	if (profile->doc != NULL)
		xmlFreeDoc(profile->doc);
	strs_release(&profile->inputs);
	strs_release(&profile->mapped);
	for (origin = profile->origins; origin != NULL; origin = next) {
		next = origin->next;
		free(origin);
	}
	memset(profile, 0, sizeof(*profile));
}
