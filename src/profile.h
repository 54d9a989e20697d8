/* OSCAL profiles: resolved into the catalogue that they stand for. */
#ifndef ISMSDOC_PROFILE_H
#define ISMSDOC_PROFILE_H

#include <libxml/tree.h>

#include "buf.h"
#include "diag.h"
#include "mem.h"
#include "path.h"

/*
 * A profile imports catalogues and other profiles, chooses controls of them,
 * arranges and modifies them.  What comes out is an OSCAL catalogue, which is
 * read like any other.  Resolution follows OSCAL's specification of it; what
 * was decided where that is silent or contradicts itself stands in
 * ismsdoc.5, PROFILES.
 *
 * Nothing is fetched and nothing outside the roots is read.  Every fault is
 * reported.  The same files give the same bytes, wherever they lie.
 */
struct profile {
	xmlDocPtr	 doc;		/* the catalogue */
	int		 resolved;	/* it was made of a profile */
	struct strs	 inputs;	/* source paths of the files it was */
					/* made of, each once, as read */
	struct strs	 mapped;	/* pairs: an address, the source */
					/* path that it was mapped to */
	size_t		 climbs;	/* length of the shortest folder that */
					/* a relative import passes, as */
					/* source paths of the folder begin */
					/* with it; SIZE_MAX: no import */
	struct origin	*origins;	/* what oscal_origin() tells */
};

/*
 * Read the file at the source path PATH, a catalogue or a profile, and what
 * it imports.  A profile of the organisation, and what it imports from
 * there, is validated, with a warning for each place; a catalogue that is
 * named itself is not, yet.  WHERE as in path_read.  0; or -1 with messages,
 * OUT is empty then.
 */
int	 profile_load(const struct roots *roots, const char *path,
	    const struct place *where, struct profile *out, struct diag *d);

/* The memory of PROFILE, its document too; it is empty after it. */
void	 profile_release(struct profile *profile);

/*
 * The catalogue as text, indented; appends to OUT.  Comments and processing
 * instructions are taken out, and what was blank between elements.
 */
void	 profile_write(struct profile *profile, struct buf *out);

#endif
