/* Mappings between catalogues: which control of one answers to which. */
#ifndef ISMSDOC_MAPPING_H
#define ISMSDOC_MAPPING_H

#include "diag.h"
#include "mem.h"
#include "path.h"

/*
 * The mapping collections that ship (OSCAL, catalog/mapping-*.xml), read
 * whole.  A catalogue is known by its name, the stem of the file that a
 * collection's resource names; a control by its OSCAL id.  A pair counts in
 * both directions; "no-relationship" is no pair.
 */
struct mappings;

/*
 * Read them.  Never NULL; a file that cannot be read is reported and left
 * out.
 */
struct mappings	*mappings_load(const struct roots *roots, struct diag *d);

/* Accepts NULL. */
void	 mappings_free(struct mappings *mappings);

/* Does a mapping join the catalogues A and B, in either direction? */
int	 mappings_join(const struct mappings *mappings, const char *a,
	    const char *b);

/*
 * Add to IDS, in the order of the mapping and each once, the ids of the
 * controls of the catalogue TO that the control ID of FROM maps to.
 */
void	 mappings_find(const struct mappings *mappings, const char *from,
	    const char *id, const char *to, struct strs *ids);

/* Is FILE, a name or path, that of a shipped mapping collection? */
int	 mappings_is_file(const char *file);

#endif
