/* OSCAL catalogues: what the metadata says, and the props of anything. */
#ifndef ISMSDOC_CATALOG_HEAD_H
#define ISMSDOC_CATALOG_HEAD_H

#include <libxml/tree.h>

#include "catalog.h"
#include "oscal.h"

/* For catalog.c; catalog_prop() of catalog.h is here too. */

/*
 * A new <i:catalog> with its attributes and props, for ROOT, an OSCAL
 * catalogue's; not yet linked into PARENT's document.
 */
xmlNodePtr	 catalog_head(struct oscal *oscal,
		    const struct catalog_entry *entry, const xmlNode *root,
		    xmlNodePtr parent);

/* Append an <i:prop> for the OSCAL prop FROM to TO. */
xmlNodePtr	 catalog_add_prop(const xmlNode *from, xmlNodePtr to);

/*
 * The prop of ours of FROM that has its title in the language that is
 * wanted, or NULL.
 */
const xmlNode	*catalog_title(const struct oscal *oscal,
		    const xmlNode *from);

#endif
