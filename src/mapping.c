/* Mappings between catalogues: which control of one answers to which. */
#include "mapping.h"

#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

#define PREFIX	"mapping-"

/* One control of the source and one of the target. */
struct pair {
	char	*source;
	char	*target;
};

/* One <mapping>: two catalogues and their pairs. */
struct mapping {
	char		*source;	/* names of catalogues */
	char		*target;
	struct pair	*pairs;
	size_t		 n;
};

struct mappings {
	struct mapping	*items;
	size_t		 n;
};

int
mappings_is_file(const char *file)
{
	return strncmp(path_base(file), PREFIX, strlen(PREFIX)) == 0;
}

static void
add_pair(struct mapping *mapping, const char *source, const char *target)
{
	struct pair *pair;

	if (source == NULL || target == NULL)
		return;
	if ((mapping->n & (mapping->n - 1)) == 0)
		mapping->pairs = mem_resize(mapping->pairs, mapping->n == 0 ?
		    1 : mapping->n * 2, sizeof(*mapping->pairs));
	pair = &mapping->pairs[mapping->n++];
	pair->source = mem_strdup(source);
	pair->target = mem_strdup(target);
}

/* Each source of MAP with each of its targets. */
static void
add_map(struct mapping *mapping, const xmlNode *map)
{
	const xmlNode *source, *target;
	char *relationship;
	int none;

	relationship = xml_words(oscal_first(map, "relationship"));
	none = strcmp(relationship, "no-relationship") == 0;
	free(relationship);
	if (none)
		return;
	for (source = oscal_first(map, "source"); source != NULL;
	    source = oscal_next(source, "source"))
		for (target = oscal_first(map, "target"); target != NULL;
		    target = oscal_next(target, "target"))
			add_pair(mapping, xml_get(source, "id-ref"),
			    xml_get(target, "id-ref"));
}

/* The name of the catalogue that the resource NAME of NODE is. */
static char *
resource_name(const xmlNode *node, const char *name)
{
	const char *href;

	href = xml_get(oscal_first(node, name), "href");
	return path_stem(href == NULL ? "" : href);
}

static void
add_mapping(struct mappings *mappings, const xmlNode *node)
{
	const xmlNode *map;
	struct mapping *mapping;

	mappings->items = mem_resize(mappings->items, mappings->n + 1,
	    sizeof(*mappings->items));
	mapping = &mappings->items[mappings->n++];
	memset(mapping, 0, sizeof(*mapping));
	mapping->source = resource_name(node, "source-resource");
	mapping->target = resource_name(node, "target-resource");
	for (map = oscal_first(node, "map"); map != NULL;
	    map = oscal_next(map, "map"))
		add_map(mapping, map);
}

static void
load_file(struct mappings *mappings, const struct roots *roots,
    const char *file, struct diag *d)
{
	const xmlNode *node;
	xmlDocPtr doc;

	doc = xml_load(roots, file, NULL, d);
	if (doc == NULL)
		return;
	node = xmlDocGetRootElement(doc);
	for (node = oscal_first(node, "mapping"); node != NULL;
	    node = oscal_next(node, "mapping"))
		add_mapping(mappings, node);
	xmlFreeDoc(doc);
}

struct mappings *
mappings_load(const struct roots *roots, struct diag *d)
{
	struct mappings *mappings;
	struct strs files = { 0 };
	size_t i;

	mappings = mem_zalloc(sizeof(*mappings));
	path_list(roots, PATH_SHIPPED "catalog", ".xml", 0, &files, d);
	for (i = 0; i < files.n; i++)
		if (mappings_is_file(files.v[i]))
			load_file(mappings, roots, files.v[i], d);
	strs_release(&files);
	return mappings;
}

void
mappings_free(struct mappings *mappings)
{
	struct mapping *mapping;
	size_t i, j;

	if (mappings == NULL)
		return;
	for (i = 0; i < mappings->n; i++) {
		mapping = &mappings->items[i];
		for (j = 0; j < mapping->n; j++) {
			free(mapping->pairs[j].source);
			free(mapping->pairs[j].target);
		}
		free(mapping->pairs);
		free(mapping->source);
		free(mapping->target);
	}
	free(mappings->items);
	free(mappings);
}

/* 1 where MAPPING leads from FROM to TO, -1 backwards, 0 not at all. */
static int
direction(const struct mapping *mapping, const char *from, const char *to)
{
	if (strcmp(mapping->source, from) == 0 &&
	    strcmp(mapping->target, to) == 0)
		return 1;
	if (strcmp(mapping->target, from) == 0 &&
	    strcmp(mapping->source, to) == 0)
		return -1;
	return 0;
}

int
mappings_join(const struct mappings *mappings, const char *a, const char *b)
{
	size_t i;

	for (i = 0; i < mappings->n; i++)
		if (direction(&mappings->items[i], a, b) != 0)
			return 1;
	return 0;
}

void
mappings_find(const struct mappings *mappings, const char *from,
    const char *id, const char *to, struct strs *ids)
{
	const struct mapping *mapping;
	const char *here, *there;
	size_t i, j;
	int way;

	for (i = 0; i < mappings->n; i++) {
		mapping = &mappings->items[i];
		way = direction(mapping, from, to);
		for (j = 0; way != 0 && j < mapping->n; j++) {
			here = way > 0 ? mapping->pairs[j].source :
			    mapping->pairs[j].target;
			there = way > 0 ? mapping->pairs[j].target :
			    mapping->pairs[j].source;
			if (strcmp(here, id) == 0 &&
			    strs_find(ids, there) == -1)
				strs_add(ids, there);
		}
	}
}
