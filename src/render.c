/* Rendering: each article through docbook.xsl and html.xsl, in threads. */
#include "render.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "html.h"
#include "mem.h"
#include "run.h"
#include "xml.h"

enum { THREADS_MAX = 16 };

static int
result_fault(struct diag *d, const char *path, const char *text)
{
	return diag_add(d, DIAG_RESULT, NULL, "cannot use the file \"%s\" of "
	    "a stylesheet: %s", path == NULL ? "" : path, text);
}

static void
write_xml(xmlNodePtr root, struct buf *out)
{
	xmlDocPtr doc;

	doc = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(doc, xmlDocCopyNode(root, doc, 1));
	xml_write(doc, out);
	xmlFreeDoc(doc);
}

static void
write_text(xmlNodePtr file, struct buf *out)
{
	xmlChar *text;

	text = xmlNodeGetContent(file);
	if (text != NULL)
		buf_puts(out, (const char *)text);
	xmlFree(text);
}

int
render_file(xmlNodePtr file, struct render_file *out, struct diag *d)
{
	const char *path, *method;
	xmlNodePtr root;

	memset(out, 0, sizeof(*out));
	path = xml_get(file, "path");
	method = xml_get(file, "method");
	root = xml_first(file, NULL);
	if (path == NULL)
		return result_fault(d, path, "it has no path");
	out->path = mem_strdup(path);
	if (method != NULL && strcmp(method, "text") == 0) {
		write_text(file, &out->text);
		return 0;
	}
	if (root == NULL || xml_next(root, NULL) != NULL)
		return result_fault(d, path, "it must hold one element");
	if (method != NULL && strcmp(method, "html") == 0)
		return html_write(root, path, &out->text, d);
	if (method != NULL && strcmp(method, "xml") != 0)
		return result_fault(d, path, "its method is none of xml, "
		    "html, text");
	write_xml(root, &out->text);
	return 0;
}

/* Keep what a run has made; pages are looked at for ids and links. */
static int
keep_files(struct render_job *job, xmlDocPtr result, int pages)
{
	struct render_file *out;
	xmlNodePtr file;
	int rc = 0;

	for (file = xml_first(xmlDocGetRootElement(result), "i:file");
	    file != NULL; file = xml_next(file, "i:file")) {
		if ((job->nfiles & (job->nfiles - 1)) == 0)
			job->files = mem_resize(job->files, job->nfiles == 0 ?
			    1 : job->nfiles * 2, sizeof(*job->files));
		out = &job->files[job->nfiles++];
		if (render_file(file, out, &job->d) == -1)
			rc = -1;
		else if (pages)
			linkcheck_page(job->links, out->path,
			    xml_first(file, NULL));
	}
	run_report(result, &job->d);
	return rc;
}

/* The input of JOB, in a document of its own. */
static xmlDocPtr
make_input(const struct render_job *job)
{
	xmlNodePtr page;
	xmlDocPtr doc;

	doc = xmlNewDoc(BAD_CAST "1.0");
	page = xmlDocCopyNode(job->map != NULL ? job->map : job->article,
	    doc, 1);
	xmlDocSetRootElement(doc, page);
	if (job->map != NULL) {
		xml_set(page, "path", job->path);
		xmlAddChild(page, xmlDocCopyNode(job->article, doc, 1));
	}
	return doc;
}

static void
do_job(struct render *render, struct render_job *job)
{
	xmlDocPtr input, result;

	input = make_input(job);
	result = run_stylesheet(job->style, input, render->dossier, NULL,
	    &job->d);
	xmlFreeDoc(input);
	if (result == NULL) {
		job->rc = -1;
		return;
	}
	job->rc = keep_files(job, result, job->map != NULL);
	xmlFreeDoc(result);
}

/* The jobs still to do, shared by the threads. */
struct queue {
	struct render	*render;
	size_t		*order;		/* indices, the heaviest first */
	size_t		 next;
	size_t		 done;
	pthread_mutex_t	 lock;
};

static size_t
take(struct queue *queue)
{
	size_t i;

	pthread_mutex_lock(&queue->lock);
	i = queue->next++;
	pthread_mutex_unlock(&queue->lock);
	return i;
}

static void
finished(struct queue *queue)
{
	struct render *render = queue->render;

	pthread_mutex_lock(&queue->lock);
	queue->done++;
	if (render->progress != NULL)
		render->progress(render->progress_arg, queue->done,
		    render->njobs);
	pthread_mutex_unlock(&queue->lock);
}

static void *
work(void *arg)
{
	struct queue *queue = arg;
	size_t i;

	xslt_thread();
	for (i = take(queue); i < queue->render->njobs; i = take(queue)) {
		do_job(queue->render, &queue->render->jobs[queue->order[i]]);
		finished(queue);
	}
	return NULL;
}

/* Heaviest first, so that the last one to end is a light one. */
static void
order_jobs(struct queue *queue)
{
	const struct render_job *jobs = queue->render->jobs;
	size_t i, j, index;

	for (i = 0; i < queue->render->njobs; i++) {
		index = i;
		for (j = i; j > 0 && jobs[queue->order[j - 1]].weight <
		    jobs[index].weight; j--)
			queue->order[j] = queue->order[j - 1];
		queue->order[j] = index;
	}
}

static unsigned
count_threads(const struct render *render)
{
	unsigned n;
	long online;

	online = sysconf(_SC_NPROCESSORS_ONLN);
	n = render->nthreads > 0 ? render->nthreads :
	    online > 0 ? (unsigned)online : 1;
	if (n > render->njobs)
		n = (unsigned)render->njobs;
	return n < 1 ? 1 : n > THREADS_MAX ? THREADS_MAX : n;
}

void
render_run(struct render *render)
{
	struct queue queue = { 0 };
	pthread_t threads[THREADS_MAX];
	unsigned i, n, begun = 0;

	queue.render = render;
	queue.order = mem_resize(NULL, render->njobs + 1,
	    sizeof(*queue.order));
	order_jobs(&queue);
	pthread_mutex_init(&queue.lock, NULL);
	for (i = 0; i < render->njobs; i++)
		render->jobs[i].links = linkcheck_new(&render->jobs[i].d);
	n = count_threads(render);
	for (i = 1; i < n; i++)
		if (pthread_create(&threads[begun], NULL, work, &queue) == 0)
			begun++;
	work(&queue);
	for (i = 0; i < begun; i++)
		pthread_join(threads[i], NULL);
	pthread_mutex_destroy(&queue.lock);
	free(queue.order);
}

void
render_job_release(struct render_job *job)
{
	size_t i;

	for (i = 0; i < job->nfiles; i++) {
		free(job->files[i].path);
		buf_release(&job->files[i].text);
	}
	free(job->files);
	free(job->path);
	linkcheck_free(job->links);
	diag_release(&job->d);
	memset(job, 0, sizeof(*job));
}
