/* The site: from composed articles to the files of the output. */
#include "site.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "linkcheck.h"
#include "mem.h"
#include "run.h"
#include "xml.h"

/* Attributes that the map of the site takes from an article's root. */
static const char *const mapped[] = { "type", "state", "html", "chunk" };

static int
result_fault(struct site *site, const char *path, const char *text)
{
	return diag_add(site->d, DIAG_RESULT, NULL, "cannot use the file "
	    "\"%s\" of a stylesheet: %s", path == NULL ? "" : path, text);
}

/* All text below FILE, as it stands. */
static int
write_text(struct site *site, xmlNodePtr file, const char *path)
{
	xmlChar *text;
	int rc;

	text = xmlNodeGetContent(file);
	rc = publish_add(site->out, path, text == NULL ? "" :
	    (const char *)text, text == NULL ? 0 :
	    strlen((const char *)text));
	xmlFree(text);
	return rc;
}

/* The one element of FILE in a document of its own. */
static xmlDocPtr
own_document(xmlNodePtr file)
{
	xmlDocPtr doc;
	xmlNodePtr root;

	root = xml_first(file, NULL);
	if (root == NULL || xml_next(root, NULL) != NULL)
		return NULL;
	doc = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(doc, xmlDocCopyNode(root, doc, 1));
	return doc;
}

static int
write_xml(struct site *site, xmlNodePtr file, const char *path)
{
	struct buf out = { 0 };
	xmlDocPtr doc;
	int rc;

	doc = own_document(file);
	if (doc == NULL)
		return result_fault(site, path, "it must hold one element");
	xml_write(doc, &out);
	rc = publish_add(site->out, path, buf_str(&out), out.len);
	buf_release(&out);
	xmlFreeDoc(doc);
	return rc;
}

static int
write_html(struct site *site, xmlNodePtr file, const char *path)
{
	struct buf out = { 0 };
	xmlNodePtr root;
	int rc;

	root = xml_first(file, NULL);
	if (root == NULL || xml_next(root, NULL) != NULL)
		return result_fault(site, path, "it must hold one element");
	rc = html_write(root, path, &out, site->d);
	if (rc == 0)
		rc = publish_add(site->out, path, buf_str(&out), out.len);
	buf_release(&out);
	return rc;
}

int
site_write(struct site *site, xmlNodePtr file)
{
	const char *path, *method;

	path = xml_get(file, "path");
	method = xml_get(file, "method");
	if (path == NULL)
		return result_fault(site, path, "it has no path");
	if (method == NULL || strcmp(method, "xml") == 0)
		return write_xml(site, file, path);
	if (strcmp(method, "html") == 0)
		return write_html(site, file, path);
	if (strcmp(method, "text") == 0)
		return write_text(site, file, path);
	return result_fault(site, path, "its method is none of xml, html, "
	    "text");
}

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
	const char *value;
	char *text, *name;
	size_t i;

	node = xml_add(map, "i:document");
	xml_set(node, "id", xml_get_ns(article,
	    (const char *)XML_XML_NAMESPACE, "id"));
	title = xml_first(xml_first(article, "info"), "title");
	text = title == NULL ? mem_strdup("") : xml_words(title);
	xml_set(node, "title", text);
	free(text);
	for (i = 0; i < sizeof(mapped) / sizeof(*mapped); i++) {
		value = xml_get_ns(article, XML_NS_I, mapped[i]);
		name = mem_strdup(mapped[i]);
		xml_set(node, name, value);
		free(name);
	}
}

/* The map of the site, which every page is given. */
static xmlDocPtr
make_map(struct site *site, xmlDocPtr composed)
{
	xmlDocPtr doc;
	xmlNodePtr root, map, org, file, css;

	doc = xml_new("i:page");
	map = xml_add(xmlDocGetRootElement(doc), "i:site");
	root = xmlDocGetRootElement(site->dossier);
	org = xml_first(root, "i:organisation");
	xml_set(map, "organisation", xml_get(org, "name"));
	xml_set(map, "short", xml_get(org, "short"));
	xml_set(map, "language", xml_get(root, "language"));
	xml_set(map, "today", xml_get(root, "today"));
	for (file = xml_first(xmlDocGetRootElement(composed), "i:file");
	    file != NULL; file = xml_next(file, "i:file"))
		if (article_of(file) != NULL)
			map_article(map, article_of(file));
	css = xml_first(xml_first(root, "i:assets"), "i:css");
	for (; css != NULL; css = xml_next(css, "i:css"))
		xml_set(xml_add(map, "i:css"), "href", xml_get(css,
		    "href"));
	return doc;
}

/* Write what a run of docbook.xsl or html.xsl has made. */
static int
write_result(struct site *site, xmlDocPtr result, struct linkcheck *check)
{
	xmlNodePtr file;
	const char *path;
	int rc = 0;

	for (file = xml_first(xmlDocGetRootElement(result), "i:file");
	    file != NULL; file = xml_next(file, "i:file")) {
		path = xml_get(file, "path");
		if (site_write(site, file) == -1)
			rc = -1;
		else if (check != NULL && xml_first(file, NULL) != NULL)
			linkcheck_page(check, path, xml_first(file, NULL));
	}
	run_report(result, site->d);
	return rc;
}

static int
run_and_write(struct site *site, const struct xslt *xslt, xmlDocPtr input,
    struct linkcheck *check)
{
	xmlDocPtr result;
	int rc;

	result = run_stylesheet(xslt, input, site->dossier, NULL, site->d);
	if (result == NULL)
		return -1;
	rc = write_result(site, result, check);
	xmlFreeDoc(result);
	return rc;
}

/* The i:file of docbook.xsl's input says where its result goes. */
static int
publish_docbook(struct site *site, xmlDocPtr article, const char *path)
{
	xmlDocPtr result;
	xmlNodePtr file;
	int rc;

	result = run_stylesheet(site->docbook, article, site->dossier, NULL,
	    site->d);
	if (result == NULL)
		return -1;
	file = xml_first(xmlDocGetRootElement(result), "i:file");
	if (file == NULL) {
		xmlFreeDoc(result);
		return result_fault(site, path, "docbook.xsl gave nothing");
	}
	if (xml_get(file, "path") == NULL || strcmp(xml_get(file, "path"),
	    path) != 0)
		xml_set(file, "path", path);
	rc = write_result(site, result, NULL);
	xmlFreeDoc(result);
	return rc;
}

/* One article: its DocBook, then its pages. */
static int
publish_article(struct site *site, xmlNodePtr file, xmlDocPtr map,
    struct linkcheck *check)
{
	const char *path;
	xmlDocPtr doc;
	xmlNodePtr page, article;
	int rc = 0;

	path = xml_get(file, "path");
	if (path == NULL)
		return result_fault(site, path, "it has no path");
	doc = own_document(file);
	if (doc == NULL)
		return result_fault(site, path, "it must hold one element");
	if (site->docbook != NULL && (site->formats & SITE_DOCBOOK))
		rc = publish_docbook(site, doc, path);
	if (rc == 0 && site->html != NULL && (site->formats & SITE_HTML)) {
		page = xmlDocCopyNode(xmlDocGetRootElement(map), doc, 1);
		article = xmlDocSetRootElement(doc, page);
		xml_set(page, "path", path);
		xmlAddChild(page, article);
		rc = run_and_write(site, site->html, doc, check);
	}
	xmlFreeDoc(doc);
	site->ndocuments++;
	return rc;
}

static size_t
count_files(xmlDocPtr composed)
{
	xmlNodePtr file;
	size_t n = 0;

	for (file = xml_first(xmlDocGetRootElement(composed), "i:file");
	    file != NULL; file = xml_next(file, "i:file"))
		n++;
	return n;
}

/* Is PATH one of a format that was asked for? */
static int
is_wanted(const struct site *site, const char *path)
{
	if (path != NULL && strncmp(path, "html/", 5) == 0)
		return (site->formats & SITE_HTML) != 0;
	if (path != NULL && strncmp(path, "docbook/", 8) == 0)
		return (site->formats & SITE_DOCBOOK) != 0;
	return 1;
}

static int
publish_other(struct site *site, xmlNodePtr file, struct linkcheck *check)
{
	const char *path;

	path = xml_get(file, "path");
	if (!is_wanted(site, path))
		return 0;
	if (path != NULL)
		linkcheck_file(check, path);
	return site_write(site, file);
}

/* Shipped CSS and script, and what lies beside the organisation's layer. */
static int
publish_asset(struct site *site, const char *source, const char *target,
    struct linkcheck *check)
{
	struct buf text = { 0 };
	int rc;

	rc = path_read(site->roots, source, PATH_DATA_MAX, &text, NULL,
	    site->d);
	if (rc == 0)
		rc = publish_add(site->out, target, buf_str(&text),
		    text.len);
	linkcheck_file(check, target);
	buf_release(&text);
	return rc;
}

static int
publish_assets(struct site *site, struct linkcheck *check)
{
	static const char *const shipped[] = { "ismsdoc.css", "ismsdoc.js" };
	char *source, *target;
	xmlNodePtr node;
	size_t i;
	int rc = 0;

	for (i = 0; i < 2; i++) {
		source = mem_printf(PATH_SHIPPED "stylesheets/html/%s",
		    shipped[i]);
		target = mem_printf("html/assets/%s", shipped[i]);
		if (publish_asset(site, source, target, check) == -1)
			rc = -1;
		free(source);
		free(target);
	}
	node = xml_first(xmlDocGetRootElement(site->dossier), "i:assets");
	for (node = xml_first(node, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (xml_get(node, "file") == NULL)
			continue;
		target = mem_printf("html/%s", xml_get(node, "target"));
		if (publish_asset(site, xml_get(node, "file"), target,
		    check) == -1)
			rc = -1;
		free(target);
	}
	return rc;
}

/* Images, beside the pages and beside the DocBook. */
static int
publish_media(struct site *site, struct linkcheck *check)
{
	static const char *const folders[] = { "html", "docbook" };
	xmlNodePtr node;
	char *target;
	size_t i;
	int rc = 0;

	node = xml_first(xmlDocGetRootElement(site->dossier), "i:assets");
	for (node = xml_first(node, "i:media"); node != NULL;
	    node = xml_next(node, "i:media"))
		for (i = 0; i < 2; i++) {
			target = mem_printf("%s/%s", folders[i],
			    xml_get(node, "href"));
			if (is_wanted(site, target) && publish_asset(site,
			    xml_get(node, "source"), target, check) == -1)
				rc = -1;
			free(target);
		}
	return rc;
}

int
site_publish(struct site *site, xmlDocPtr composed)
{
	struct linkcheck *check;
	xmlDocPtr map;
	xmlNodePtr file;
	size_t done = 0, of;
	int rc = 0;

	check = linkcheck_new(site->d);
	map = make_map(site, composed);
	of = count_files(composed);
	for (file = xml_first(xmlDocGetRootElement(composed), "i:file");
	    file != NULL && rc == 0; file = xml_next(file, "i:file")) {
		rc = article_of(file) == NULL ?
		    publish_other(site, file, check) :
		    publish_article(site, file, map, check);
		if (site->progress != NULL)
			site->progress(site->progress_arg, ++done, of);
	}
	if (rc == 0 && (site->formats & SITE_HTML))
		rc = publish_assets(site, check);
	if (rc == 0)
		rc = publish_media(site, check);
	if (rc == 0 && (site->formats & SITE_HTML))
		linkcheck_report(check);
	xmlFreeDoc(map);
	linkcheck_free(check);
	return rc;
}
