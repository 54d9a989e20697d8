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

enum {
	THREADS_MAX = 16,
	PACKED_MAX = 520000,	/* nodes of packed articles that may be held */
				/* as trees, but for a first one */
	HUGE_FROM = 100000	/* nodes of one that is worth giving back */
};

static int
result_fault(struct diag *d, const char *path, const char *text)
{
	return diag_add(d, DIAG_RESULT, NULL, "cannot use the file \"%s\" of "
	    "a stylesheet: %s", path == NULL ? "" : path, text);
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
render_file(xmlNodePtr file, const struct rows *rows, struct render_file *out,
    struct diag *d)
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
	rows_pack(rows, root, file, &out->text);
	return 0;
}

enum { BATCH = 16 };	/* files that one thread serialises in a row */

/* Serialise FILE of JOB and give it away. */
static int
do_file(const struct render *render, const struct render_job *job,
    xmlNodePtr file, struct linkcheck *links, struct diag *d)
{
	struct render_file out;
	int rc;

	rc = render_file(file, &job->rows, &out, d);
	if (rc == 0 && job->map != NULL)
		linkcheck_page(links, out.path, xml_first(file, NULL));
	if (rc == 0)
		rc = render->put(render->put_arg, &out);
	free(out.path);
	buf_release(&out.text);
	return rc;
}

/* The same with the files of BATCH. */
static void
do_batch(const struct render *render, const struct render_job *job,
    struct render_batch *batch)
{
	xmlNodePtr file = batch->first;
	size_t i;

	batch->links = linkcheck_new(&batch->d);
	for (i = 0; i < batch->n; i++, file = xml_next(file, "i:file"))
		if (do_file(render, job, file, batch->links, &batch->d) == -1)
			batch->rc = -1;
}

/* The input of JOB, in a document of its own; NULL: no memory. */
static xmlDocPtr
make_input(const struct render_job *job)
{
	xmlNodePtr page, article;
	xmlDocPtr doc;

	doc = job->packed != NULL ? compose_unpack(job->packed) :
	    xmlNewDoc(BAD_CAST "1.0");
	if (doc == NULL)
		return NULL;
	article = job->packed != NULL ? xmlDocGetRootElement(doc) :
	    xmlDocCopyNode(job->article, doc, 1);
	if (job->map == NULL) {
		xmlDocSetRootElement(doc, article);
		return doc;
	}
	page = xmlDocCopyNode(job->map, doc, 1);
	xml_set(page, "path", job->path);
	xmlUnlinkNode(article);
	xmlDocSetRootElement(doc, page);
	xmlAddChild(page, article);
	return doc;
}

/* Divide what JOB has made into batches; with the lock held. */
static void
make_batches(struct render_job *job)
{
	struct render_batch *batch;
	xmlNodePtr file;

	for (file = xml_first(xmlDocGetRootElement(job->result), "i:file");
	    file != NULL; file = xml_next(file, "i:file")) {
		if (job->nfiles++ % BATCH == 0) {
			job->batches = mem_resize(job->batches,
			    job->nbatches + 1, sizeof(*job->batches));
			batch = &job->batches[job->nbatches++];
			memset(batch, 0, sizeof(*batch));
			batch->first = file;
		}
		job->batches[job->nbatches - 1].n++;
	}
	job->left = job->nbatches;
}

/* The path of the file that NODE is in, or "". */
static const char *
path_of(const xmlNode *node)
{
	while (node != NULL && !xml_is(node, "i:file"))
		node = node->parent;
	return node == NULL || xml_get(node, "path") == NULL ? "" :
	    xml_get(node, "path");
}

/* rows' write: a row of a page. */
static void
write_row(void *arg, const xmlNode *row, struct buf *out)
{
	struct render_job *job = arg;

	if (html_write_part(row, path_of(row), out, &job->d) == -1)
		job->rc = -1;
	linkcheck_part(job->taken_links, path_of(row), row);
}

/* Whose job takes parts of its result. */
struct taking {
	const struct render	*render;
	struct render_job	*job;
};

/* xslt's taker: rows of long tables, and files with those that are in them. */
static void
take_part(void *arg, xmlNodePtr element)
{
	const struct taking *taking = arg;
	struct render_job *job = taking->job;

	if (!xml_is(element, "i:file")) {
		run_lift_out(element);
		rows_take(&job->rows, element);
		return;
	}
	/* Those of a light article are serialised by several threads. */
	if (job->packed == NULL)
		return;
	run_lift_out(element);
	if (do_file(taking->render, job, element, job->taken_links,
	    &job->d) == -1)
		job->rc = -1;
	job->nfiles++;
	rows_release(&job->rows);
	xml_remove(element);
}

/* Is it worth giving its memory back? */
static int
is_huge(const struct render_job *job)
{
	return job->packed != NULL && job->packed->nnodes >= HUGE_FROM;
}

/* Run the stylesheet of JOB; its files are still to be serialised. */
static void
do_job(const struct render *render, struct render_job *job)
{
	struct taking taking = { render, job };
	struct xslt_taker taker = { take_part, &taking };
	xmlDocPtr input;

	if (job->map != NULL) {
		job->rows.write = write_row;
		job->rows.arg = job;
		job->taken_links = linkcheck_new(&job->d);
	}
	input = make_input(job);
	if (input == NULL)
		diag_add(&job->d, DIAG_SYSTEM, NULL, "cannot read \"%s\" "
		    "again: there is not enough memory", job->path);
	else
		job->result = run_taking(job->style, input,
		    render->dossier, NULL, &taker,
		    &job->d);
	if (input != NULL)
		xmlFreeDoc(input);
	if (is_huge(job))
		mem_trim();
	if (job->result == NULL) {
		job->rc = -1;
		return;
	}
	run_report(job->result, &job->d);
}

/* The work still to do, shared by the threads. */
struct queue {
	struct render	*render;
	size_t		*order;		/* jobs, the heaviest first */
	size_t		 packed;	/* nodes of packed ones under way */
	size_t		 busy;		/* threads at work */
	size_t		 done;		/* jobs */
	size_t		 huge;		/* of these */
	size_t		*taken;		/* batches of each job */
	pthread_mutex_t	 lock;
	pthread_cond_t	 news;		/* there may be something to do */
};

/* A job is over: its result is freed, and somebody may be told. */
static void
finish_job(struct queue *queue, struct render_job *job)
{
	struct render *render = queue->render;

	if (job->result != NULL)
		xmlFreeDoc(job->result);
	job->result = NULL;
	rows_release(&job->rows);
	if (is_huge(job)) {
		queue->huge++;
		mem_trim();
	}
	if (job->packed != NULL)
		queue->packed -= job->packed->nnodes;
	queue->done++;
	if (render->progress != NULL)
		render->progress(render->progress_arg, queue->done,
		    render->njobs);
}

/* Serialise the next batch of JOB; with the lock held. */
static void
run_batch(struct queue *queue, struct render_job *job)
{
	size_t n;

	n = queue->taken[job - queue->render->jobs]++;
	queue->busy++;
	pthread_mutex_unlock(&queue->lock);
	do_batch(queue->render, job, &job->batches[n]);
	pthread_mutex_lock(&queue->lock);
	queue->busy--;
	if (job->batches[n].rc == -1)
		job->rc = -1;
	if (--job->left == 0)
		finish_job(queue, job);
	pthread_cond_broadcast(&queue->news);
}

/* A batch of some job, if there is one; with the lock held. */
static int
try_batch(struct queue *queue)
{
	size_t i, j;

	for (i = 0; i < queue->render->njobs; i++) {
		j = queue->order[i];
		if (queue->taken[j] < queue->render->jobs[j].nbatches) {
			run_batch(queue, &queue->render->jobs[j]);
			return 1;
		}
	}
	return 0;
}

/* The heaviest job that may be begun; NULL: none. */
static struct render_job *
next_job(const struct queue *queue)
{
	struct render_job *job;
	size_t i;

	for (i = 0; i < queue->render->njobs; i++) {
		job = &queue->render->jobs[queue->order[i]];
		if (!job->begun && (job->packed == NULL ||
		    queue->packed == 0 ||
		    queue->packed + job->packed->nnodes <= PACKED_MAX))
			return job;
	}
	return NULL;
}

/* Begin a job, if there is one that may be; with the lock held. */
static int
try_job(struct queue *queue)
{
	struct render_job *job;

	job = next_job(queue);
	if (job == NULL)
		return 0;
	job->begun = 1;
	if (job->packed != NULL)
		queue->packed += job->packed->nnodes;
	queue->busy++;
	pthread_mutex_unlock(&queue->lock);
	do_job(queue->render, job);
	pthread_mutex_lock(&queue->lock);
	queue->busy--;
	if (job->result != NULL)
		make_batches(job);
	/* A single one here: a thread frees best what it has made itself. */
	if (job->nbatches == 1)
		run_batch(queue, job);
	else if (job->nbatches == 0)
		finish_job(queue, job);
	pthread_cond_broadcast(&queue->news);
	return 1;
}

static void *
work(void *arg)
{
	struct queue *queue = arg;
	size_t huge = 0;

	xslt_thread();
	pthread_mutex_lock(&queue->lock);
	for (;;) {
		if (try_batch(queue) || try_job(queue))
			continue;
		if (queue->busy == 0)
			break;
		if (huge != queue->huge) {
			/* Another thread has freed what this one made. */
			huge = queue->huge;
			pthread_mutex_unlock(&queue->lock);
			mem_trim();
			pthread_mutex_lock(&queue->lock);
			continue;
		}
		pthread_cond_wait(&queue->news, &queue->lock);
	}
	pthread_mutex_unlock(&queue->lock);
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
	queue.taken = mem_zalloc((render->njobs + 1) *
	    sizeof(*queue.taken));
	order_jobs(&queue);
	pthread_mutex_init(&queue.lock, NULL);
	pthread_cond_init(&queue.news, NULL);
	n = count_threads(render);
	for (i = 1; i < n; i++)
		if (pthread_create(&threads[begun], NULL, work, &queue) == 0)
			begun++;
	work(&queue);
	for (i = 0; i < begun; i++)
		pthread_join(threads[i], NULL);
	pthread_cond_destroy(&queue.news);
	pthread_mutex_destroy(&queue.lock);
	free(queue.taken);
	free(queue.order);
}

void
render_job_release(struct render_job *job)
{
	size_t i;

	for (i = 0; i < job->nbatches; i++) {
		linkcheck_free(job->batches[i].links);
		diag_release(&job->batches[i].d);
	}
	linkcheck_free(job->taken_links);
	free(job->batches);
	free(job->path);
	diag_release(&job->d);
	memset(job, 0, sizeof(*job));
}
