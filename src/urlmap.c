/* OASIS XML catalogue files: addresses that lead to files of the folder. */
#include "urlmap.h"

#include <libxml/hash.h>
#include <libxml/tree.h>

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "xml.h"

enum {
	GROUPS_MAX = 16,	/* groups inside groups */
	REWRITES_MAX = 1000	/* each is tried for each address */
};

struct rewrite {
	const char	*start;		/* borrowed from doc */
	const char	*prefix;
};

struct urlmap {
	xmlDocPtr	 doc;
	xmlHashTablePtr	 exact;		/* address -> what it is mapped to */
	struct rewrite	*rewrites;
	size_t		 n;
};

static const struct {
	const char	*name;
	const char	*from;		/* attributes */
	const char	*to;
	int		 is_rewrite;
} kinds[] = {
	{ "uri", "name", "uri", 0 },
	{ "system", "systemId", "uri", 0 },
	{ "rewriteURI", "uriStartString", "rewritePrefix", 1 },
	{ "rewriteSystem", "systemIdStartString", "rewritePrefix", 1 }
};

static int
is_oasis(const xmlNode *node, const char *name)
{
	return node->ns != NULL &&
	    strcmp((const char *)node->ns->href, URLMAP_NS) == 0 &&
	    strcmp((const char *)node->name, name) == 0;
}

static void
add_rewrite(struct urlmap *map, const char *start, const char *prefix)
{
	if (map->n == REWRITES_MAX || start[0] == '\0')
		return;
	map->rewrites = mem_resize(map->rewrites, map->n + 1,
	    sizeof(*map->rewrites));
	map->rewrites[map->n].start = start;
	map->rewrites[map->n++].prefix = prefix;
}

static void
add_entries(struct urlmap *map, const xmlNode *parent, int depth)
{
	const xmlNode *node;
	const char *from, *to;
	size_t i;

	for (node = xml_first(parent, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		if (is_oasis(node, "group") && depth < GROUPS_MAX)
			add_entries(map, node, depth + 1);
		for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
			if (!is_oasis(node, kinds[i].name))
				continue;
			from = xml_get(node, kinds[i].from);
			to = xml_get(node, kinds[i].to);
			if (from == NULL || to == NULL)
				continue;
			if (kinds[i].is_rewrite)
				add_rewrite(map, from, to);
			else
				xmlHashAddEntry(map->exact, BAD_CAST from,
				    (void *)to);
		}
	}
}

struct urlmap *
urlmap_load(const struct roots *roots, struct diag *d)
{
	struct urlmap *map;
	struct place at = { 0 };
	xmlNodePtr root;

	map = mem_zalloc(sizeof(*map));
	map->exact = xmlHashCreate(64);
	if (roots->org == NULL || !path_exists(roots, URLMAP_FILE))
		return map;
	map->doc = xml_load(roots, URLMAP_FILE, NULL, d);
	if (map->doc == NULL) {
		urlmap_free(map);
		return NULL;
	}
	root = xmlDocGetRootElement(map->doc);
	at.path = URLMAP_FILE;
	at.line = xml_line(root);
	if (is_oasis(root, "catalog")) {
		add_entries(map, root, 0);
		return map;
	}
	diag_add(d, DIAG_PROFILE_IMPORT, &at, "cannot use it as a map of "
	    "addresses: the root must be <catalog xmlns=\"" URLMAP_NS "\">");
	urlmap_free(map);
	return NULL;
}

void
urlmap_free(struct urlmap *map)
{
	if (map == NULL)
		return;
	xmlHashFree(map->exact, NULL);
	if (map->doc != NULL)
		xmlFreeDoc(map->doc);
	free(map->rewrites);
	free(map);
}

char *
urlmap_find(const struct urlmap *map, const char *url)
{
	const struct rewrite *best = NULL;
	const char *to;
	size_t i, len, longest = 0;

	to = xmlHashLookup(map->exact, BAD_CAST url);
	if (to != NULL)
		return mem_strdup(to);
	for (i = 0; i < map->n; i++) {
		len = strlen(map->rewrites[i].start);
		if (len > longest &&
		    strncmp(url, map->rewrites[i].start, len) == 0) {
			longest = len;
			best = &map->rewrites[i];
		}
	}
	return best == NULL ? NULL : mem_printf("%s%s", best->prefix,
	    url + longest);
}
