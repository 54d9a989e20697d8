/* Composing: compose.xsl over the dossier, in two shares side by side. */
#include "compose.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "run.h"
#include "xml.h"

enum { PACK_FROM = 30000 };	/* nodes of an article that is packed */

/* The second share, in a thread. */
struct share {
	const struct xslt	*xslt;
	xmlDocPtr		 dossier;
	xmlDocPtr		 result;
	struct packed		*packed;
	struct diag		 d;
};

/* Replace ARTICLE, in its FILE, by its attributes and its info. */
static void
leave_stub(xmlNodePtr file, xmlNodePtr article)
{
	xmlNodePtr stub, info;

	stub = xmlDocCopyNode(article, file->doc, 2);
	info = xml_first(article, "info");
	if (stub != NULL && info != NULL)
		xmlAddChild(stub, xmlDocCopyNode(info, file->doc, 1));
	xmlReplaceNode(article, stub);
}

/* xslt's taker, with the list to put it in: pack the article of FILE. */
static void
pack(void *arg, xmlNodePtr file)
{
	struct packed **list = arg, *packed;
	xmlNodePtr article;
	size_t nnodes;

	article = xml_first(file, "article");
	nnodes = article == NULL ? 0 : xml_count(article);
	if (nnodes < PACK_FROM || xml_next(article, NULL) != NULL)
		return;
	run_lift(file);
	packed = mem_zalloc(sizeof(*packed));
	packed->nnodes = nnodes;
	packed->next = *list;
	*list = packed;
	leave_stub(file, article);
	xml_pack(article, file, &packed->text);
	file->_private = packed;
}

static xmlDocPtr
run_share(const struct xslt *xslt, xmlDocPtr dossier, const char *share,
    struct packed **packed, struct diag *d)
{
	const char *params[] = { "share", share, NULL };
	struct xslt_taker taker = { pack, packed };

	return run_taking(xslt, dossier, params, &taker, d);
}

/* xslt's taker: what FILE reports, and nothing else of it. */
static void
drop(void *arg, xmlNodePtr file)
{
	xmlNodePtr node, next;

	(void)arg;
	run_lift(file);
	for (node = file->children; node != NULL; node = next) {
		next = node->next;
		if (!xml_is(node, "i:finding"))
			xml_remove(node);
	}
}

xmlDocPtr
compose_findings(const struct xslt *xslt, xmlDocPtr dossier, struct diag *d)
{
	struct xslt_taker taker = { drop, NULL };

	return run_taking(xslt, dossier, NULL, &taker, d);
}

static void *
work(void *arg)
{
	struct share *share = arg;

	xslt_thread();
	share->result = run_share(share->xslt, share->dossier, "second",
	    &share->packed, &share->d);
	return NULL;
}

static xmlNodePtr
first_file(xmlDocPtr doc)
{
	return doc == NULL ? NULL : xml_first(xmlDocGetRootElement(doc),
	    "i:file");
}

static int
has_path(xmlDocPtr doc, const char *path)
{
	xmlNodePtr file;
	const char *other;

	for (file = first_file(doc); file != NULL;
	    file = xml_next(file, "i:file")) {
		other = xml_get(file, "path");
		if (other != NULL && strcmp(other, path) == 0)
			return 1;
	}
	return 0;
}

/* What both shares have made counts once. */
static void
drop_twice(struct composed *composed)
{
	xmlNodePtr file, next;
	const char *path;

	for (file = first_file(composed->docs[1]); file != NULL;
	    file = next) {
		next = xml_next(file, "i:file");
		path = xml_get(file, "path");
		if (path != NULL && has_path(composed->docs[0], path))
			xml_remove(file);
	}
}

/* Two shares; where no thread can be made, one after the other. */
static void
run_two(struct composed *composed, const struct xslt *xslt,
    xmlDocPtr dossier, struct diag *d)
{
	struct share share = { 0 };
	struct packed **end = &composed->packed;
	pthread_t thread;
	int threaded;

	share.xslt = xslt;
	share.dossier = dossier;
	threaded = pthread_create(&thread, NULL, work, &share) == 0;
	composed->docs[0] = run_share(xslt, dossier, "first",
	    &composed->packed, d);
	if (threaded)
		pthread_join(thread, NULL);
	else
		work(&share);
	composed->docs[1] = share.result;
	composed->n = 2;
	while (*end != NULL)
		end = &(*end)->next;
	*end = share.packed;
	diag_merge(d, &share.d);
	if (composed->docs[0] != NULL && composed->docs[1] != NULL)
		drop_twice(composed);
}

int
compose_run(struct composed *composed, const struct xslt *xslt,
    xmlDocPtr dossier, unsigned nthreads, struct diag *d)
{
	size_t i;

	memset(composed, 0, sizeof(*composed));
	if (nthreads == 0)
		nthreads = sysconf(_SC_NPROCESSORS_ONLN) > 1 ? 2 : 1;
	if (nthreads > 1) {
		run_two(composed, xslt, dossier, d);
	} else {
		composed->docs[0] = run_share(xslt, dossier, "all",
		    &composed->packed, d);
		composed->n = 1;
	}
	for (i = 0; i < composed->n; i++) {
		if (composed->docs[i] == NULL)
			return -1;
		run_report(composed->docs[i], d);
	}
	return 0;
}

void
compose_release(struct composed *composed)
{
	struct packed *packed;
	size_t i;

	for (i = 0; i < composed->n; i++)
		if (composed->docs[i] != NULL)
			xmlFreeDoc(composed->docs[i]);
	while (composed->packed != NULL) {
		packed = composed->packed;
		composed->packed = packed->next;
		buf_release(&packed->text);
		free(packed);
	}
	memset(composed, 0, sizeof(*composed));
}

xmlNodePtr
compose_first(const struct composed *composed)
{
	xmlNodePtr file = NULL;
	size_t i;

	for (i = 0; i < composed->n && file == NULL; i++)
		file = first_file(composed->docs[i]);
	return file;
}

xmlNodePtr
compose_next(const struct composed *composed, xmlNodePtr file)
{
	xmlNodePtr next;

	next = xml_next(file, "i:file");
	if (next == NULL && composed->n == 2 &&
	    file->doc == composed->docs[0])
		next = first_file(composed->docs[1]);
	return next;
}

const struct packed *
compose_packed(const xmlNode *file)
{
	return file->_private;
}
