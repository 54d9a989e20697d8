/* Composing: compose.xsl over the dossier, in two shares side by side. */
#include "compose.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "run.h"
#include "xml.h"

/* The second share, in a thread and on a dossier of its own. */
struct share {
	const struct xslt	*xslt;
	xmlDocPtr		 dossier;
	xmlDocPtr		 result;
	struct diag		 d;
};

static xmlDocPtr
run_share(const struct xslt *xslt, xmlDocPtr dossier, const char *share,
    struct diag *d)
{
	const char *params[] = { "share", share, NULL };

	return run_stylesheet(xslt, dossier, dossier, params, d);
}

static void *
work(void *arg)
{
	struct share *share = arg;

	xslt_thread();
	share->result = run_share(share->xslt, share->dossier, "second",
	    &share->d);
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
	pthread_t thread;
	int threaded;

	share.xslt = xslt;
	share.dossier = xmlCopyDoc(dossier, 1);
	threaded = pthread_create(&thread, NULL, work, &share) == 0;
	composed->docs[0] = run_share(xslt, dossier, "first", d);
	if (threaded)
		pthread_join(thread, NULL);
	else
		work(&share);
	composed->docs[1] = share.result;
	composed->n = 2;
	diag_merge(d, &share.d);
	xmlFreeDoc(share.dossier);
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
		composed->docs[0] = run_share(xslt, dossier, "all", d);
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
	size_t i;

	for (i = 0; i < composed->n; i++)
		if (composed->docs[i] != NULL)
			xmlFreeDoc(composed->docs[i]);
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
