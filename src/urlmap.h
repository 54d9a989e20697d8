/* OASIS XML catalogue files: addresses that lead to files of the folder. */
#ifndef ISMSDOC_URLMAP_H
#define ISMSDOC_URLMAP_H

#include "diag.h"
#include "path.h"

/*
 * Of such a file (XML Catalogs 1.1) the entries <uri>, <rewriteURI>,
 * <system> and <rewriteSystem> are read, in <group> too; others, which would
 * lead to further files, are passed over.  libxml2's own reader keeps state
 * for the whole process and follows such entries, so it is not used.
 */
struct urlmap;

#define URLMAP_FILE	"catalog/catalog.xml"
#define URLMAP_NS	"urn:oasis:names:tc:entity:xmlns:xml:catalog"

/*
 * Read URLMAP_FILE of the organisation's folder; a map without entries where
 * there is none.  NULL with messages where it cannot be read.
 */
struct urlmap	*urlmap_load(const struct roots *roots, struct diag *d);
void		 urlmap_free(struct urlmap *map);	/* accepts NULL */

/*
 * What URL is mapped to, as the file has it: mostly a reference relative to
 * URLMAP_FILE.  An entry for just this URL wins, then the longest beginning.
 * New memory, or NULL where nothing fits.
 */
char	*urlmap_find(const struct urlmap *map, const char *url);

#endif
