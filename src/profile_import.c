/* Profile resolution: what a profile imports, found, read and resolved. */
#include "resolve.h"

#include <libxml/uri.h>

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "oscal.h"
#include "xml.h"

/* Where an import leads. */
struct target {
	char		*path;	/* source path; NULL: nowhere */
	char		*url;	/* address that was mapped to it, or NULL */
	size_t		 climbs;	/* length of the folder that a */
				/* relative reference passes; */
				/* SIZE_MAX: it is none */
	const char	*why;	/* it leads nowhere; NULL: said already */
};

static void
release(struct target *target)
{
	free(target->path);
	free(target->url);
	memset(target, 0, sizeof(*target));
}

/*
 * References.
 */

static int
has_scheme(const char *href)
{
	const char *s;

	if (!isalpha((unsigned char)*href))
		return 0;
	for (s = href; isalnum((unsigned char)*s) ||
	    (*s != '\0' && strchr("+-.", *s) != NULL); s++)
		;
	return *s == ':';
}

/* HREF without a fragment and with %XX as what they mean; new memory. */
static char *
decoded(const char *href)
{
	char *plain, *text;
	char *out;

	plain = mem_strndup(href, strcspn(href, "#"));
	out = xmlURIUnescapeString(plain, 0, NULL);
	text = mem_strdup(out == NULL ? plain : out);
	xmlFree(out);
	free(plain);
	return text;
}

static int
is_shipped(const char *href)
{
	return strncmp(href, PATH_SHIPPED, strlen(PATH_SHIPPED)) == 0;
}

/* The length of the highest folder above FROM that HREF climbs to. */
static size_t
climbs_to(const char *from, const char *href)
{
	size_t len, end, up = 0, high = 0;

	/* Parts that lead down again are climbed first. */
	for (; *href != '\0'; href += len + (href[len] == '/')) {
		len = strcspn(href, "/");
		if (len == 2 && strncmp(href, "..", 2) == 0 && up > 0)
			up--;
		else if (len == 2 && strncmp(href, "..", 2) == 0)
			high++;
		else if (len > 1 || (len == 1 && href[0] != '.'))
			up++;
	}
	end = (size_t)(path_base(from) - from);
	for (; high > 0 && end > 0; high--)
		do
			end--;
		while (end > 0 && from[end - 1] != '/');
	return end;
}

/* A reference relative to the file FROM, or to what ships, as a path. */
static void
to_path(const char *from, const char *href, struct target *target)
{
	char *text;

	text = decoded(href);
	if (!is_shipped(text)) {
		target->path = path_resolve(from, text);
		target->climbs = climbs_to(from, text);
	} else if (path_is_source(text)) {
		target->path = mem_strdup(text);
	}
	if (target->path == NULL)
		target->why = href[0] == '/' ? "name it by a relative path" :
		    is_shipped(text) ? "no such file ships" :
		    "it leads out of the folder; copy the file in, or start "
		    "in a folder that holds both";
	free(text);
}

static const struct urlmap *
urls_of(struct run *run)
{
	if (run->urls == NULL && !run->lacks_urls) {
		run->urls = urlmap_load(run->roots, run->d);
		run->lacks_urls = run->urls == NULL;
		if (run->lacks_urls)
			run->bad = 1;
	}
	return run->urls;
}

/* The address URL by the map of addresses. */
static void
to_mapped(struct job *job, const char *url, struct target *target)
{
	const struct urlmap *urls;
	char *to;

	urls = urls_of(job->run);
	to = urls == NULL ? NULL : urlmap_find(urls, url);
	if (to == NULL) {
		target->why = urls == NULL ? NULL : "nothing is fetched; "
		    "copy the file into the folder and map the address to "
		    "it in " URLMAP_FILE;
		return;
	}
	if (has_scheme(to) && !is_shipped(to))
		target->why = URLMAP_FILE " maps it to another address; map "
		    "it to a file";
	else
		to_path(URLMAP_FILE, to, target);
	if (target->path != NULL)
		target->url = mem_strdup(url);
	target->climbs = SIZE_MAX;
	free(to);
}

/* HREF in a profile that was mapped itself is relative to its address. */
static int
to_neighbour(struct job *job, const char *href, struct target *target)
{
	xmlChar *url;

	url = job->url == NULL ? NULL : xmlBuildURI(BAD_CAST href,
	    BAD_CAST job->url);
	if (url != NULL)
		to_mapped(job, (const char *)url, target);
	xmlFree(url);
	return target->path == NULL ? -1 : 0;
}

static void
to_target(struct job *job, const char *href, struct target *target)
{
	memset(target, 0, sizeof(*target));
	target->climbs = SIZE_MAX;
	if (href[0] == '\0')
		target->why = "say in href what";
	else if (is_shipped(href))
		to_path(job->path, href, target);
	else if (strncasecmp(href, "file:", 5) == 0)
		target->why = "name it by a relative path";
	else if (has_scheme(href))
		to_mapped(job, href, target);
	else if (to_neighbour(job, href, target) == -1)
		to_path(job->path, href, target);
}

/*
 * Resources.
 */

static const xmlNode *
find_resource(const struct job *job, const char *uuid)
{
	const xmlNode *node;
	const char *value;

	node = oscal_first(oscal_first(job->profile, "back-matter"),
	    "resource");
	for (; node != NULL; node = oscal_next(node, "resource")) {
		value = xml_get(node, "uuid");
		if (value != NULL && strcasecmp(value, uuid) == 0)
			return node;
	}
	return NULL;
}

/* Does RLINK lead to XML by its media type (BY_TYPE), or else by suffix? */
static int
is_xml(const xmlNode *rlink, int by_type)
{
	const char *type, *href;
	int is_typed;

	type = xml_get(rlink, "media-type");
	href = xml_get(rlink, "href");
	is_typed = type != NULL && strcasestr(type, "xml") != NULL;
	if (href == NULL || is_typed != by_type)
		return 0;
	return by_type || path_has_suffix(href, ".xml");
}

/*
 * Of the links of RESOURCE that lead to XML, the first one whose file is
 * there; where none is, the first.
 */
static void
to_resource(struct job *job, const xmlNode *resource, struct target *target)
{
	struct target other;
	const xmlNode *rlink;
	int by_type, has_one = 0;

	for (by_type = 1; by_type >= 0; by_type--)
		for (rlink = oscal_first(resource, "rlink"); rlink != NULL;
		    rlink = oscal_next(rlink, "rlink")) {
			if (!is_xml(rlink, by_type))
				continue;
			to_target(job, xml_get(rlink, "href"), &other);
			if (other.path != NULL &&
			    path_exists(job->run->roots, other.path)) {
				release(target);
				*target = other;
				return;
			}
			if (has_one)
				release(&other);
			else
				*target = other;
			has_one = 1;
		}
	if (!has_one)
		target->why = "the resource has no rlink to XML; give it one";
}

static void
find_target(struct job *job, const char *href, struct target *target)
{
	const xmlNode *resource;

	memset(target, 0, sizeof(*target));
	if (href[0] != '#') {
		to_target(job, href, target);
		return;
	}
	resource = find_resource(job, href + 1);
	if (resource == NULL)
		target->why = "the back matter has no resource of that uuid";
	else
		to_resource(job, resource, target);
}

/*
 * Reading.
 */

void
import_note(struct run *run, const char *path, const struct buf *text,
    const xmlNode *root)
{
	const xmlNode *metadata;
	char length[32];
	int n;

	n = snprintf(length, sizeof(length), "%zu\n", text->len);
	sha_add(run->sha, length, (size_t)n);
	sha_add(run->sha, buf_str(text), text->len);
	if (strs_find(&run->out->inputs, path) == -1)
		strs_add(&run->out->inputs, path);
	run->nbytes += text->len;
	metadata = oscal_first(root, "metadata");
	meta_later(&run->modified, metadata, "last-modified");
	meta_later(&run->version, metadata, "oscal-version");
}

/* Only documents of the same major version can be put together. */
static void
check_version(struct job *job, const char *path, const xmlNode *root)
{
	const xmlNode *node;
	struct place at = { 0 };
	char *text;
	const char *s;

	node = oscal_first(oscal_first(root, "metadata"), "oscal-version");
	if (node == NULL)
		return;
	text = xml_words(node);
	s = text + (text[0] == 'v');
	if (isdigit((unsigned char)s[0]) && strtol(s, NULL, 10) != 1) {
		at.path = path;
		at.line = xml_line(node);
		diag_add(job->run->d, DIAG_PROFILE_IMPORT, &at, "cannot use "
		    "OSCAL %s: only versions 1.x are known",
		    oscal_shown(s).text);
		job->run->bad = 1;
	}
	free(text);
}

/* Note on NODE, of a catalogue, where it and what is in it come from. */
static void
set_origins(struct run *run, xmlNodePtr parent, struct origin *origin,
    int *groups, int depth)
{
	xmlNodePtr node;

	for (node = job_first(parent, NULL); node != NULL;
	    node = job_next(node, NULL)) {
		node->_private = origin;
		if (oscal_is(node, "group"))
			node->_private = run_origin(run, origin->path,
			    ++*groups);
		if (depth < OSCAL_DEPTH_MAX && (oscal_is(node, "group") ||
		    oscal_is(node, "control") ||
		    oscal_is(node, "back-matter") ||
		    oscal_is(node, "metadata")))
			set_origins(run, node, origin, groups, depth + 1);
	}
}

/* The catalogue that the file at TARGET is, or stands for; or NULL. */
static xmlDocPtr
read_target(struct job *job, const struct target *target,
    const struct place *where)
{
	struct run *run = job->run;
	struct buf text = { 0 };
	xmlDocPtr doc, result;
	xmlNodePtr root;
	int groups = 0;

	doc = oscal_open(run->roots, target->path, run->dict, where, &text,
	    run->d);
	root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	if (doc != NULL) {
		import_note(run, target->path, &text, root);
		check_version(job, target->path, root);
		if (!is_shipped(target->path) && oscal_validate(run->roots,
		    doc, target->path, run->d) == -1)
			run->bad = 1;
	}
	buf_release(&text);
	if (doc == NULL || oscal_is(root, "catalog")) {
		if (doc != NULL)
			set_origins(run, root, run_origin(run, target->path,
			    0), &groups, 0);
		return doc;
	}
	result = job_resolve(run, job, doc, target->path, target->url);
	xmlFreeDoc(doc);
	return result;
}

/* 0 where IMPORT of the file PATH may be tried; else -1 with a message. */
static int
check_import(struct job *job, const struct import *import, const char *path)
{
	const struct job *outer;
	const char *why = NULL;

	for (outer = job; outer != NULL && why == NULL; outer = outer->outer)
		if (strcmp(outer->path, path) == 0)
			why = outer == job ? "it is this profile itself" :
			    "it imports this profile, in a circle";
	if (why == NULL && job->depth == RUN_DEPTH_MAX)
		why = "profiles import profiles more than 16 deep";
	if (why == NULL && job->run->nbytes > RUN_BYTES_MAX)
		why = "the files imported come to more than 64 MiB";
	if (why == NULL)
		return 0;
	job_say(job, DIAG_PROFILE_IMPORT, import->node, "cannot import "
	    "\"%s\": %s", oscal_shown(path).text, why);
	return -1;
}

static void
note_target(struct run *run, const struct target *target)
{
	if (target->climbs < run->out->climbs)
		run->out->climbs = target->climbs;
	if (target->url == NULL ||
	    strs_find(&run->out->mapped, target->url) != -1)
		return;
	strs_add(&run->out->mapped, target->url);
	strs_add(&run->out->mapped, target->path);
}

static void
import_one(struct job *job, struct import *import)
{
	struct target target;
	struct place at;
	const char *href;

	href = xml_get(import->node, "href");
	href = href == NULL ? "" : href;
	find_target(job, href, &target);
	if (target.path == NULL && target.why != NULL)
		job_say(job, DIAG_PROFILE_IMPORT, import->node, "cannot "
		    "import \"%s\": %s", oscal_shown(href).text, target.why);
	at = job_place(job, import->node);
	if (target.path != NULL && check_import(job, import, target.path) ==
	    0) {
		note_target(job->run, &target);
		import->doc = read_target(job, &target, &at);
	}
	if (import->doc == NULL)
		job->run->bad = 1;
	else
		import->root = xmlDocGetRootElement(import->doc);
	release(&target);
}

void
import_all(struct job *job)
{
	const xmlNode *node;
	struct import *import;

	check_version(job, job->path, job->profile);
	for (node = oscal_first(job->profile, "import"); node != NULL;
	    node = oscal_next(node, "import")) {
		if (++job->run->nfiles > RUN_IMPORTS_MAX) {
			job_say(job, DIAG_PROFILE_IMPORT, node, "cannot "
			    "import so much: more than %d imports in all",
			    RUN_IMPORTS_MAX);
			return;
		}
		job->imports = mem_resize(job->imports, job->n + 1,
		    sizeof(*job->imports));
		import = &job->imports[job->n++];
		memset(import, 0, sizeof(*import));
		import->node = node;
		import_one(job, import);
	}
}
