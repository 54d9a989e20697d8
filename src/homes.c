/* Catalogues that texts were written for and that are not loaded. */
#include "homes.h"

#include <stdlib.h>
#include <string.h>

#include "mapping.h"
#include "mem.h"
#include "xml.h"

/* One catalogue that something asked for. */
struct home {
	char			*name;
	const char		*to;	/* the loaded catalogue, or NULL */
	xmlDocPtr		 doc;	/* i:catalogs with this one alone */
	struct catalog_index	*index;	/* over it; NULL: not read yet */
};

struct homes {
	const struct roots		*roots;
	const struct workspace		*ws;
	const struct catalog_index	*loaded;
	struct mappings			*mappings;	/* NULL: not read */
							/* yet */
	struct home			*items;
	size_t				 n;
	struct diag			*d;
};

void
controls_add(struct controls *list, xmlNodePtr control)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (list->v[i] == control)
			return;
	list->v = mem_resize(list->v, list->n + 1, sizeof(xmlNodePtr));
	list->v[list->n++] = control;
}

void
controls_release(struct controls *list)
{
	free(list->v);
	memset(list, 0, sizeof(*list));
}

struct homes *
homes_new(const struct roots *roots, const struct workspace *ws,
    const struct catalog_index *index, struct diag *d)
{
	struct homes *homes;

	homes = mem_zalloc(sizeof(*homes));
	homes->roots = roots;
	homes->ws = ws;
	homes->loaded = index;
	homes->d = d;
	return homes;
}

void
homes_free(struct homes *homes)
{
	size_t i;

	if (homes == NULL)
		return;
	for (i = 0; i < homes->n; i++) {
		catalog_index_free(homes->items[i].index);
		if (homes->items[i].doc != NULL)
			xmlFreeDoc(homes->items[i].doc);
		free(homes->items[i].name);
	}
	mappings_free(homes->mappings);
	free(homes->items);
	free(homes);
}

int
homes_is_loaded(const struct homes *homes, const char *catalog)
{
	size_t i;

	for (i = 0; i < homes->ws->ncatalogs; i++)
		if (strcmp(homes->ws->catalogs[i].name, catalog) == 0)
			return 1;
	return 0;
}

/* What is known of CATALOG, which is made if it is not. */
static struct home *
get(struct homes *homes, const char *catalog)
{
	struct home *home;
	size_t i;

	for (i = 0; i < homes->n; i++)
		if (strcmp(homes->items[i].name, catalog) == 0)
			return &homes->items[i];
	if (homes->mappings == NULL)
		homes->mappings = mappings_load(homes->roots, homes->d);
	homes->items = mem_resize(homes->items, homes->n + 1,
	    sizeof(*homes->items));
	home = &homes->items[homes->n++];
	memset(home, 0, sizeof(*home));
	home->name = mem_strdup(catalog);
	for (i = 0; home->to == NULL && i < homes->ws->ncatalogs; i++)
		if (mappings_join(homes->mappings, catalog,
		    homes->ws->catalogs[i].name))
			home->to = homes->ws->catalogs[i].name;
	return home;
}

int
homes_leads(struct homes *homes, const char *catalog)
{
	return path_is_source(catalog) && strchr(catalog, '/') == NULL &&
	    workspace_ships(homes->roots, catalog) &&
	    get(homes, catalog)->to != NULL;
}

/* Read the catalogue itself, to know its labels. */
static void
read_home(struct homes *homes, struct home *home)
{
	struct catalog_entry entry = { 0 };
	xmlNodePtr catalogs;

	home->doc = xml_new("i:catalogs");
	catalogs = xmlDocGetRootElement(home->doc);
	entry.name = home->name;
	entry.path = mem_printf(PATH_SHIPPED "catalog/%s.xml", home->name);
	entry.shipped = 1;
	catalog_load(homes->roots, &entry, NULL, catalogs, homes->d);
	home->index = catalog_index_new(catalogs);
	free(entry.path);
}

int
homes_find(struct homes *homes, const char *catalog, const char *word,
    struct controls *found)
{
	struct home *home;
	struct strs ids = { 0 };
	xmlNodePtr control;
	char *full;
	size_t i;

	if (!homes_leads(homes, catalog))
		return -1;
	home = get(homes, catalog);
	if (home->index == NULL)
		read_home(homes, home);
	control = catalog_find(home->index, word, NULL);
	if (control == NULL)
		return -1;
	found->mapped = 1;
	mappings_find(homes->mappings, catalog, xml_get(control, "id"),
	    home->to, &ids);
	for (i = 0; i < ids.n; i++) {
		full = mem_printf("%s:%s", home->to, ids.v[i]);
		control = catalog_find(homes->loaded, full, NULL);
		if (control != NULL)
			controls_add(found, control);
		free(full);
	}
	strs_release(&ids);
	return 0;
}
