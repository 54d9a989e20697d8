/* Links and images in prose: what they mean in the folder. */
#include "links.h"

#include <stdlib.h>
#include <string.h>

#include "template.h"
#include "xml.h"

static const char *const image_suffixes[] = {
	".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"
};

#define RECORDS "records/"	/* where records' articles are */

struct links {
	const struct refs	*refs;
	struct strs		*media;
	struct diag		*d;
	xmlHashTablePtr		 ids;		/* xml:id -> document id */
	xmlHashTablePtr		 files;		/* source path -> target */
	xmlNodePtr		 dossier;
};

static void
free_string(void *s, const xmlChar *name)
{
	(void)name;
	free(s);
}

/* Learn the ids below NODE, which belong to the document ID. */
static void
learn_ids(struct links *links, xmlNodePtr node, const char *id)
{
	const char *own;

	for (node = xml_first(node, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		own = xml_get_ns(node, (const char *)XML_XML_NAMESPACE,
		    "id");
		if (own != NULL)
			xmlHashAddEntry(links->ids, BAD_CAST own,
			    (void *)id);
		learn_ids(links, node, id);
	}
}

/* "documents/x.md:1:1" -> "documents/x.md"; new memory. */
static char *
file_of(const xmlNode *node)
{
	char *path;

	template_place(node, &path);
	return path;
}

/* DOC, a document or record, whose ids belong to PREFIX, lies in FOLDER. */
static void
learn_text(struct links *links, xmlNodePtr doc, const char *prefix,
    const char *folder)
{
	char *path;

	learn_ids(links, doc, prefix);
	path = file_of(doc);
	if (path != NULL)
		xmlHashAddEntry(links->files, BAD_CAST path,
		    mem_printf("%s%s.xml", folder, xml_get(doc, "id")));
	free(path);
}

/* Where the control handbook shows the control REF; new memory or NULL. */
static char *
handbook_place(const struct refs *refs, const char *ref)
{
	xmlNodePtr control;
	const char *anchor;

	control = catalog_find(refs->catalogs, ref, NULL);
	anchor = control == NULL ? NULL : xml_get(control, "anchor");
	if (anchor == NULL)
		return NULL;
	return mem_printf("control-handbook.xml#control-handbook.%s",
	    anchor + strlen("control-"));
}

static void
learn_answer(struct links *links, xmlNodePtr answer)
{
	char *path, *target;

	path = xml_get_ns(answer, XML_NS_I, "src") == NULL ? NULL :
	    file_of(answer);
	target = handbook_place(links->refs, xml_get(answer, "control"));
	if (path == NULL || target == NULL ||
	    xmlHashAddEntry(links->files, BAD_CAST path, target) != 0)
		free(target);
	free(path);
}

/* Does GROUP hold texts of the organisation's files? */
static int
has_prose(const xmlNode *group)
{
	return xml_is(group, "i:documents") || xml_is(group, "i:answers") ||
	    xml_is(group, "i:records");
}

static void
learn_all(struct links *links)
{
	xmlNodePtr group, node;

	for (group = xml_first(links->dossier, NULL); group != NULL;
	    group = xml_next(group, NULL)) {
		if (!has_prose(group))
			continue;
		for (node = xml_first(group, NULL); node != NULL;
		    node = xml_next(node, NULL)) {
			if (xml_is(node, "i:document"))
				learn_text(links, node, xml_get(node, "id"),
				    "");
			else if (xml_is(node, "i:answer"))
				learn_answer(links, node);
			else if (xml_is(node, "i:record"))
				learn_text(links, node, xml_get(node,
				    "anchor"), RECORDS);
		}
	}
}

/* Put the children of NODE in its place. */
static void
unwrap(xmlNodePtr node)
{
	xmlNodePtr child;

	while ((child = node->children) != NULL) {
		xmlUnlinkNode(child);
		xmlAddPrevSibling(node, child);
	}
	xml_remove(node);
}

static void
no_target(struct links *links, xmlNodePtr link, const char *href)
{
	struct place at;
	char *path;

	at = template_place(link, &path);
	diag_add(links->d, DIAG_LINK_TARGET, &at, "the link \"%.200s\" leads "
	    "to nothing that is published; it is printed as text", href);
	free(path);
	unwrap(link);
}

/* What ids begin with where NODE stands, or NULL in an answer. */
static const char *
document_of(const xmlNode *node)
{
	for (; node != NULL; node = node->parent) {
		if (xml_is(node, "i:document"))
			return xml_get(node, "id");
		if (xml_is(node, "i:record"))
			return xml_get(node, "anchor");
	}
	return NULL;
}

/*
 * The id that FRAGMENT means in the document DOC: itself (a rule), or
 * DOC.FRAGMENT (a section).  New memory, or NULL.
 */
static char *
find_id(const struct links *links, const char *doc, const char *fragment)
{
	const char *owner;
	char *id;

	owner = xmlHashLookup(links->ids, BAD_CAST fragment);
	if (owner != NULL && strcmp(owner, doc) == 0)
		return mem_strdup(fragment);
	id = mem_printf("%s.%s", doc, fragment);
	if (xmlHashLookup(links->ids, BAD_CAST id) != NULL)
		return id;
	free(id);
	return NULL;
}

static void
link_inside(struct links *links, xmlNodePtr link, const char *href)
{
	const char *doc;
	char *id;

	doc = document_of(link);
	id = doc == NULL ? NULL : find_id(links, doc, href + 1);
	if (id == NULL) {
		no_target(links, link, href);
		return;
	}
	xmlRemoveProp(xmlHasNsProp(link, BAD_CAST "href",
	    BAD_CAST XML_NS_XLINK));
	xml_set(link, "linkend", id);
	free(id);
}

/* Set the link to TARGET ("backup-policy.xml"), at FRAGMENT if there is. */
static int
set_target(struct links *links, xmlNodePtr link, const char *target,
    const char *fragment)
{
	char *doc, *id, *href, *stem;

	if (fragment == NULL || strchr(target, '#') != NULL) {
		xml_set(link, "xlink:href", target);
		return 0;
	}
	stem = path_stem(target);
	doc = mem_printf("%s%s", strncmp(target, RECORDS, strlen(RECORDS)) ==
	    0 ? "record." : "", stem);
	id = find_id(links, doc, fragment);
	free(doc);
	free(stem);
	if (id == NULL)
		return -1;
	href = mem_printf("%s#%s", target, id);
	xml_set(link, "xlink:href", href);
	free(href);
	free(id);
	return 0;
}

static void
link_file(struct links *links, xmlNodePtr link, const char *href)
{
	const char *hash, *target;
	char *from, *name, *path;

	hash = strchr(href, '#');
	from = file_of(link);
	name = mem_strndup(href, hash == NULL ? strlen(href) :
	    (size_t)(hash - href));
	path = from == NULL ? NULL : path_resolve(from, name);
	target = path == NULL ? NULL : xmlHashLookup(links->files,
	    BAD_CAST path);
	if (target == NULL || set_target(links, link, target,
	    hash == NULL ? NULL : hash + 1) == -1)
		no_target(links, link, href);
	free(path);
	free(name);
	free(from);
}

static int
has_scheme(const char *href)
{
	size_t len;

	len = strcspn(href, ":/?#");
	return href[len] == ':';
}

static void
resolve_link(struct links *links, xmlNodePtr link)
{
	const char *href;
	char *copy;

	href = xml_get_ns(link, XML_NS_XLINK, "href");
	if (href == NULL || has_scheme(href))
		return;
	copy = mem_strdup(href);
	if (copy[0] == '#')
		link_inside(links, link, copy);
	else
		link_file(links, link, copy);
	free(copy);
}

static int
is_image(const char *path)
{
	size_t i;

	for (i = 0; i < sizeof(image_suffixes) / sizeof(*image_suffixes); i++)
		if (path_has_suffix(path, image_suffixes[i]))
			return 1;
	return 0;
}

static void
resolve_image(struct links *links, xmlNodePtr image)
{
	const char *href;
	struct place at;
	char *from, *path, *media;

	href = xml_get(image, "fileref");
	if (href == NULL)
		return;
	at = template_place(image, &from);
	path = from == NULL || has_scheme(href) ? NULL :
	    path_resolve(from, href);
	if (path == NULL) {
		diag_add(links->d, DIAG_IMAGE, &at, "the image \"%.200s\" is "
		    "not a file inside the folder; copy it in and name it "
		    "by a relative path", href);
	} else if (!is_image(path)) {
		diag_add(links->d, DIAG_IMAGE, &at, "the image \"%.200s\" is "
		    "not of a kind that can be shown: png, jpg, gif, svg or "
		    "webp", href);
	} else if (!path_exists(links->refs->roots, path)) {
		diag_add(links->d, DIAG_IMAGE, &at, "the image \"%.200s\" is "
		    "not there", path);
	} else {
		if (strs_find(links->media, path) == -1)
			strs_add(links->media, path);
		media = mem_printf("media/%s", strncmp(path, PATH_SHIPPED,
		    strlen(PATH_SHIPPED)) == 0 ? path +
		    strlen(PATH_SHIPPED) : path);
		xml_set(image, "fileref", media);
		free(media);
	}
	free(path);
	free(from);
}

static void
resolve_below(struct links *links, xmlNodePtr parent)
{
	xmlNodePtr node, next;

	for (node = xml_first(parent, NULL); node != NULL; node = next) {
		next = xml_next(node, NULL);
		resolve_below(links, node);
		if (xml_is(node, "link"))
			resolve_link(links, node);
		else if (xml_is(node, "imagedata"))
			resolve_image(links, node);
	}
}

void
links_resolve(xmlNodePtr dossier, const struct refs *refs,
    struct strs *media, struct diag *d)
{
	struct links links = { 0 };
	xmlNodePtr group;

	links.refs = refs;
	links.media = media;
	links.d = d;
	links.dossier = dossier;
	links.ids = xmlHashCreate(512);
	links.files = xmlHashCreate(256);
	learn_all(&links);
	for (group = xml_first(dossier, NULL); group != NULL;
	    group = xml_next(group, NULL))
		if (has_prose(group))
			resolve_below(&links, group);
	xmlHashFree(links.ids, NULL);
	xmlHashFree(links.files, free_string);
}
