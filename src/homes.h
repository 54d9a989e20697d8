/* Catalogues that texts were written for and that are not loaded. */
#ifndef ISMSDOC_HOMES_H
#define ISMSDOC_HOMES_H

#include <libxml/tree.h>

#include "catalog.h"
#include "diag.h"
#include "path.h"
#include "workspace.h"

/*
 * A template names the catalogue whose labels it uses, its home.  Where that
 * is not loaded, a label is looked up in the home all the same, and a mapping
 * that ships leads from there to controls of a loaded catalogue: the first
 * in the order of `catalogs:` that a mapping joins with the home.
 *
 * Mappings and homes are read when something asks for the first time, so
 * that whoever has all catalogues loaded pays nothing.
 */
struct homes;

/* A list of i:control nodes, borrowed from the dossier. */
struct controls {
	xmlNodePtr	*v;
	size_t		 n;
	int		 mapped;	/* a mapping was followed */
};
void		 controls_add(struct controls *list, xmlNodePtr control);
void		 controls_release(struct controls *list);

/*
 * WS and INDEX, the loaded catalogues, are borrowed.  What is wrong with
 * files that ship is reported to D.
 */
struct homes	*homes_new(const struct roots *roots,
		    const struct workspace *ws,
		    const struct catalog_index *index, struct diag *d);

/* Accepts NULL. */
void		 homes_free(struct homes *homes);

/* Is CATALOG loaded? */
int		 homes_is_loaded(const struct homes *homes,
		    const char *catalog);

/* Is there a way from CATALOG, which is not loaded, to a loaded one? */
int		 homes_leads(struct homes *homes, const char *catalog);

/*
 * Add to FOUND the loaded controls that the control WORD (a label or an id)
 * of CATALOG maps to: none, one or several.  0; or -1 where CATALOG has no
 * such control, or there is no way from it.
 */
int		 homes_find(struct homes *homes, const char *catalog,
		    const char *word, struct controls *found);

#endif
