/* The site: from composed articles to the files of the output. */
#include "site.h"

#include <stdlib.h>
#include <string.h>

#include "linkcheck.h"
#include "mem.h"
#include "xml.h"

/* Attributes that the map of the site takes from an article's root. */
static const char *const mapped[] = { "type", "state", "html", "chunk" };

/* The article that FILE holds, or NULL. */
static xmlNodePtr
article_of(xmlNodePtr file)
{
	xmlNodePtr root;

	root = xml_first(file, NULL);
	return xml_is(root, "article") ? root : NULL;
}

/* One line of the map: what a page may know of another document. */
static void
map_article(xmlNodePtr map, xmlNodePtr article)
{
	xmlNodePtr node, title;
	char *text;
	size_t i;

	node = xml_add(map, "i:document");
	xml_set(node, "id", xml_get_ns(article,
	    (const char *)XML_XML_NAMESPACE, "id"));
	title = xml_first(xml_first(article, "info"), "title");
	text = title == NULL ? mem_strdup("") : xml_words(title);
	xml_set(node, "title", text);
	free(text);
	for (i = 0; i < sizeof(mapped) / sizeof(*mapped); i++)
		xml_set(node, mapped[i], xml_get_ns(article, XML_NS_I,
		    mapped[i]));
}

/* The map of the site, which every page is given. */
static xmlDocPtr
make_map(struct site *site, const struct composed *composed)
{
	xmlDocPtr doc;
	xmlNodePtr root, map, org, file, css;

	doc = xml_new("i:page");
	map = xml_add(xmlDocGetRootElement(doc), "i:site");
	root = xmlDocGetRootElement(site->render.dossier);
	org = xml_first(root, "i:organisation");
	xml_set(map, "organisation", xml_get(org, "name"));
	xml_set(map, "short", xml_get(org, "short"));
	xml_set(map, "language", xml_get(root, "language"));
	xml_set(map, "today", xml_get(root, "today"));
	xml_set(map, "view", xml_get(root, "view"));
	for (file = compose_first(composed); file != NULL;
	    file = compose_next(composed, file))
		if (article_of(file) != NULL)
			map_article(map, article_of(file));
	css = xml_first(xml_first(root, "i:assets"), "i:css");
	for (; css != NULL; css = xml_next(css, "i:css"))
		xml_set(xml_add(map, "i:css"), "href", xml_get(css,
		    "href"));
	return doc;
}

enum { PAGE_WEIGHT = 4 };	/* a page is so much more work than DocBook */

static void
add_job(struct site *site, const struct xslt *style, xmlNodePtr file,
    xmlNodePtr map)
{
	struct render_job *job;

	if (style == NULL)
		return;
	job = &site->render.jobs[site->render.njobs++];
	job->style = style;
	job->article = article_of(file);
	job->packed = compose_packed(file);
	job->map = map;
	job->path = mem_strdup(xml_get(file, "path") == NULL ? "" :
	    xml_get(file, "path"));
	job->weight = (job->packed != NULL ? job->packed->nnodes :
	    xml_count(job->article)) * (map == NULL ? 1 : PAGE_WEIGHT);
}

/* An article is two jobs: DocBook, and pages with the MAP of the site. */
static void
make_jobs(struct site *site, const struct composed *composed, xmlDocPtr map)
{
	xmlNodePtr file;

	for (file = compose_first(composed); file != NULL;
	    file = compose_next(composed, file))
		site->ndocuments += article_of(file) != NULL;
	site->render.jobs = mem_zalloc((2 * site->ndocuments + 1) *
	    sizeof(*site->render.jobs));
	for (file = compose_first(composed); file != NULL;
	    file = compose_next(composed, file)) {
		if (article_of(file) == NULL)
			continue;
		add_job(site, site->docbook, file, NULL);
		add_job(site, site->html, file, xmlDocGetRootElement(map));
	}
}

/*
 * A layer may leave out pages, but not DocBook: -1 with a message where JOB
 * came to nothing that was wanted.
 */
static int
check_made(const struct site *site, const struct render_job *job)
{
	if (job->rc == -1 || job->nfiles > 0 ||
	    (job->map != NULL && site->docbook != NULL))
		return 0;
	return diag_add(site->d, DIAG_RESULT, NULL, "cannot use the file "
	    "\"%s\" of a stylesheet: there is none", job->path);
}

/* render's put: a file for the output. */
static int
put_file(void *arg, const struct render_file *file)
{
	struct site *site = arg;

	return publish_add(site->out, file->path, buf_str(&file->text),
	    file->text.len);
}

/* What the jobs say of their files and links, in their order. */
static int
take_jobs(struct site *site, struct linkcheck *check)
{
	struct render_job *job;
	size_t i, j;
	int rc = 0;

	for (i = 0; i < site->render.njobs; i++) {
		job = &site->render.jobs[i];
		if (job->rc == -1 || check_made(site, job) == -1)
			rc = -1;
		diag_merge(site->d, &job->d);
		if (job->taken_links != NULL)
			linkcheck_merge(check, job->taken_links);
		job->taken_links = NULL;
		for (j = 0; j < job->nbatches; j++) {
			linkcheck_merge(check, job->batches[j].links);
			job->batches[j].links = NULL;
			diag_merge(site->d, &job->batches[j].d);
		}
		render_job_release(job);
	}
	free(site->render.jobs);
	site->render.jobs = NULL;
	return rc;
}

/* Is PATH one of a format that was asked for? */
static int
is_wanted(const struct site *site, const char *path)
{
	if (path != NULL && strncmp(path, "html/", 5) == 0)
		return site->html != NULL;
	if (path != NULL && strncmp(path, "docbook/", 8) == 0)
		return site->docbook != NULL;
	return 1;
}

/* Files of compose.xsl that are no articles: the book, the search index. */
static int
publish_others(struct site *site, const struct composed *composed,
    struct linkcheck *check)
{
	static const struct rows none;
	struct render_file out;
	xmlNodePtr file;
	int rc = 0;

	for (file = compose_first(composed); file != NULL && rc == 0;
	    file = compose_next(composed, file)) {
		if (article_of(file) != NULL ||
		    !is_wanted(site, xml_get(file, "path")))
			continue;
		rc = render_file(file, &none, &out, site->d);
		if (rc == 0)
			rc = publish_add(site->out, out.path,
			    buf_str(&out.text), out.text.len);
		if (rc == 0)
			linkcheck_file(check, out.path);
		free(out.path);
		buf_release(&out.text);
	}
	return rc;
}

static int
publish_asset(struct site *site, const char *source, const char *target,
    struct linkcheck *check)
{
	struct buf text = { 0 };
	int rc;

	if (!is_wanted(site, target))
		return 0;
	rc = path_read(site->roots, source, PATH_DATA_MAX, &text, NULL,
	    site->d);
	if (rc == 0)
		rc = publish_add(site->out, target, buf_str(&text),
		    text.len);
	linkcheck_file(check, target);
	buf_release(&text);
	return rc;
}

/* Shipped CSS and script. */
static int
publish_shipped(struct site *site, struct linkcheck *check)
{
	static const char *const names[] = { "ismsdoc.css", "ismsdoc.js" };
	char *source, *target;
	size_t i;
	int rc = 0;

	for (i = 0; i < 2 && rc == 0; i++) {
		source = mem_printf(PATH_SHIPPED "stylesheets/html/%s",
		    names[i]);
		target = mem_printf("html/assets/%s", names[i]);
		rc = publish_asset(site, source, target, check);
		free(source);
		free(target);
	}
	return rc;
}

/* An image lies beside the pages and beside the DocBook. */
static int
publish_media(struct site *site, xmlNodePtr node, struct linkcheck *check)
{
	static const char *const folders[] = { "html", "docbook" };
	char *target;
	size_t i;
	int rc = 0;

	for (i = 0; i < 2 && rc == 0; i++) {
		target = mem_printf("%s/%s", folders[i], xml_get(node,
		    "href"));
		rc = publish_asset(site, xml_get(node, "source"), target,
		    check);
		free(target);
	}
	return rc;
}

/* What the dossier's i:assets names: the layer's files, and images. */
static int
publish_assets(struct site *site, struct linkcheck *check)
{
	xmlNodePtr node;
	char *target;
	int rc;

	rc = publish_shipped(site, check);
	node = xml_first(xmlDocGetRootElement(site->render.dossier),
	    "i:assets");
	for (node = xml_first(node, NULL); node != NULL && rc == 0;
	    node = xml_next(node, NULL)) {
		if (xml_is(node, "i:media")) {
			rc = publish_media(site, node, check);
			continue;
		}
		target = mem_printf("html/%s", xml_get(node, "target"));
		rc = publish_asset(site, xml_get(node, "file"), target,
		    check);
		free(target);
	}
	return rc;
}

int
site_publish(struct site *site, const struct composed *composed)
{
	struct linkcheck *check;
	xmlDocPtr map;
	int rc;

	check = linkcheck_new(site->d);
	map = make_map(site, composed);
	make_jobs(site, composed, map);
	rc = publish_others(site, composed, check);
	site->render.put = put_file;
	site->render.put_arg = site;
	render_run(&site->render);
	xmlFreeDoc(map);
	if (take_jobs(site, check) == -1)
		rc = -1;
	if (rc == 0)
		rc = publish_assets(site, check);
	if (rc == 0 && site->html != NULL)
		linkcheck_report(check);
	linkcheck_free(check);
	return rc;
}
