/* Ids and link targets of all pages, checked against each other. */
#include "linkcheck.h"

#include <libxml/hash.h>

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "path.h"
#include "xml.h"

enum { REPORT_MAX = 20 };

struct link {
	char	*page;
	char	*target;	/* "html/x.html" or "html/x.html#id" */
};

struct linkcheck {
	xmlHashTablePtr	 targets;	/* path, and path#id */
	struct link	*links;
	size_t		 n;
	struct diag	*d;
};

struct linkcheck *
linkcheck_new(struct diag *d)
{
	struct linkcheck *check;

	check = mem_zalloc(sizeof(*check));
	check->targets = xmlHashCreate(4096);
	check->d = d;
	return check;
}

void
linkcheck_free(struct linkcheck *check)
{
	size_t i;

	if (check == NULL)
		return;
	for (i = 0; i < check->n; i++) {
		free(check->links[i].page);
		free(check->links[i].target);
	}
	free(check->links);
	xmlHashFree(check->targets, NULL);
	free(check);
}

void
linkcheck_file(struct linkcheck *check, const char *path)
{
	xmlHashAddEntry(check->targets, BAD_CAST path, check);
}

static void
take_id(struct linkcheck *check, const char *path, const char *id)
{
	char *target;

	target = mem_printf("%s#%s", path, id);
	if (xmlHashAddEntry(check->targets, BAD_CAST target, check) != 0)
		diag_add(check->d, DIAG_RESULT, NULL, "the page \"%s\" has "
		    "the id \"%s\" twice", path, id);
	free(target);
}

static int
is_relative(const char *href)
{
	size_t len;

	len = strcspn(href, ":/?#");
	return href[len] != ':' && href[0] != '/';
}

static void
take_link(struct linkcheck *check, const char *path, const char *href)
{
	struct link *link;
	const char *hash;
	char *name, *target;

	if (!is_relative(href))
		return;
	hash = strchr(href, '#');
	if (hash == href) {
		target = mem_strdup(path);
	} else {
		name = mem_strndup(href, hash == NULL ? strlen(href) :
		    (size_t)(hash - href));
		target = path_resolve(path, name);
		free(name);
	}
	if (target == NULL)
		target = mem_strdup(href);
	if ((check->n & (check->n - 1)) == 0)
		check->links = mem_resize(check->links, check->n == 0 ? 1 :
		    check->n * 2, sizeof(*check->links));
	link = &check->links[check->n++];
	link->page = mem_strdup(path);
	link->target = hash == NULL || hash[1] == '\0' ? mem_strdup(target) :
	    mem_printf("%s%s", target, hash);
	free(target);
}

void
linkcheck_page(struct linkcheck *check, const char *path,
    const xmlNode *root)
{
	const xmlNode *node;
	const char *value;

	linkcheck_file(check, path);
	for (node = root; node != NULL;) {
		if (node->type == XML_ELEMENT_NODE) {
			value = xml_get(node, "id");
			if (value != NULL)
				take_id(check, path, value);
			value = xml_get(node, "href");
			if (value != NULL)
				take_link(check, path, value);
			value = xml_get(node, "src");
			if (value != NULL)
				take_link(check, path, value);
		}
		if (node->children != NULL &&
		    node->type == XML_ELEMENT_NODE) {
			node = node->children;
			continue;
		}
		while (node != root && node->next == NULL)
			node = node->parent;
		node = node == root ? NULL : node->next;
	}
}

void
linkcheck_report(struct linkcheck *check)
{
	size_t i, bad = 0;

	for (i = 0; i < check->n; i++) {
		if (xmlHashLookup(check->targets,
		    BAD_CAST check->links[i].target) != NULL)
			continue;
		if (++bad <= REPORT_MAX)
			diag_add(check->d, DIAG_RESULT_LINK, NULL, "a link "
			    "in \"%s\" leads nowhere: \"%s\"",
			    check->links[i].page, check->links[i].target);
	}
	if (bad > REPORT_MAX)
		diag_add(check->d, DIAG_RESULT_LINK, NULL,
		    "%zu more links lead nowhere", bad - REPORT_MAX);
}
