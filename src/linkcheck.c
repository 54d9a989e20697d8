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
	struct strs	 targets;	/* path, and path#id */
	struct link	*links;
	size_t		 n;
	struct diag	*d;
};

struct linkcheck *
linkcheck_new(struct diag *d)
{
	struct linkcheck *check;

	check = mem_zalloc(sizeof(*check));
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
	strs_release(&check->targets);
	free(check);
}

void
linkcheck_file(struct linkcheck *check, const char *path)
{
	strs_add(&check->targets, path);
}

static void
take_id(struct linkcheck *check, const char *path, const char *id)
{
	strs_take(&check->targets, mem_printf("%s#%s", path, id));
}

static int
is_relative(const char *href)
{
	size_t len;

	len = strcspn(href, ":/?#");
	return href[len] != ':' && href[0] != '/';
}

static struct link *
add_link(struct linkcheck *check)
{
	if ((check->n & (check->n - 1)) == 0)
		check->links = mem_resize(check->links, check->n == 0 ? 1 :
		    check->n * 2, sizeof(*check->links));
	return &check->links[check->n++];
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
	link = add_link(check);
	link->page = mem_strdup(path);
	link->target = hash == NULL || hash[1] == '\0' ? mem_strdup(target) :
	    mem_printf("%s%s", target, hash);
	free(target);
}

void
linkcheck_page(struct linkcheck *check, const char *path,
    const xmlNode *root)
{
	linkcheck_file(check, path);
	linkcheck_part(check, path, root);
}

void
linkcheck_part(struct linkcheck *check, const char *path,
    const xmlNode *root)
{
	const xmlNode *node;
	const char *value;

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
linkcheck_merge(struct linkcheck *check, struct linkcheck *from)
{
	size_t i;

	for (i = 0; i < from->targets.n; i++)
		strs_take(&check->targets, from->targets.v[i]);
	from->targets.n = 0;
	for (i = 0; i < from->n; i++)
		*add_link(check) = from->links[i];
	from->n = 0;
	linkcheck_free(from);
}

/* All targets in a table; one that is there twice is a fault. */
static xmlHashTablePtr
index_targets(struct linkcheck *check)
{
	xmlHashTablePtr table;
	const char *hash;
	size_t i;

	table = xmlHashCreate((int)check->targets.n + 16);
	for (i = 0; i < check->targets.n; i++) {
		hash = strchr(check->targets.v[i], '#');
		if (xmlHashAddEntry(table, BAD_CAST check->targets.v[i],
		    check) != 0 && hash != NULL)
			diag_add(check->d, DIAG_RESULT, NULL, "the id \"%s\" "
			    "stands twice in a page: \"%s\"", hash + 1,
			    check->targets.v[i]);
	}
	return table;
}

void
linkcheck_report(struct linkcheck *check)
{
	xmlHashTablePtr table;
	size_t i, bad = 0;

	table = index_targets(check);
	for (i = 0; i < check->n; i++) {
		if (xmlHashLookup(table, BAD_CAST check->links[i].target) !=
		    NULL)
			continue;
		if (++bad <= REPORT_MAX)
			diag_add(check->d, DIAG_RESULT_LINK, NULL, "a link "
			    "in \"%s\" leads nowhere: \"%s\"",
			    check->links[i].page, check->links[i].target);
	}
	if (bad > REPORT_MAX)
		diag_add(check->d, DIAG_RESULT_LINK, NULL,
		    "%zu more links lead nowhere", bad - REPORT_MAX);
	xmlHashFree(table, NULL);
}
